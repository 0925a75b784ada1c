/* measure_sets.c - what the measures show together */
#include "rules/strategic/strategic.h"

const struct theme theme_measure_sets = {NULL, 0};
