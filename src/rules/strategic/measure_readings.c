/* measure_readings.c - what the readings say */
#include "rules/strategic/strategic.h"

const struct theme theme_measure_readings = {NULL, 0};
