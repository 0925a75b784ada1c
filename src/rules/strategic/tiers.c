/* tiers.c - what high-value customers get */
#include "rules/strategic/strategic.h"

const struct theme theme_tiers = {NULL, 0};
