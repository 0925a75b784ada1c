/* map.c - the customer's way through the company */
#include "rules/strategic/strategic.h"

const struct theme theme_map = {NULL, 0};
