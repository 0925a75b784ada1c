/* calendar.c - what drives volume, and who is told */
#include "rules/strategic/strategic.h"

const struct theme theme_calendar = {NULL, 0};
