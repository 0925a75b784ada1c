/* intelligence.c - what is learned, and who uses it */
#include "rules/strategic/strategic.h"

const struct theme theme_intelligence = {NULL, 0};
