/* measure_targets.c - what each measure has to say of itself */
#include "rules/strategic/strategic.h"

const struct theme theme_measure_targets = {NULL, 0};
