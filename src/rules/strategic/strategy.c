/* strategy.c - objectives, and the line from goals to measures */
#include "rules/strategic/strategic.h"

const struct theme theme_strategy = {NULL, 0};
