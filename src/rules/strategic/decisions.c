/* decisions.c - what leaders are asked */
#include "rules/strategic/strategic.h"

const struct theme theme_decisions = {NULL, 0};
