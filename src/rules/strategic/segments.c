/* segments.c - what is known of the customers */
#include "rules/strategic/strategic.h"

const struct theme theme_segments = {NULL, 0};
