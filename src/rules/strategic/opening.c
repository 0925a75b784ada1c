/* opening.c - hours of operation against what customers want */
#include "rules/strategic/strategic.h"

const struct theme theme_opening = {NULL, 0};
