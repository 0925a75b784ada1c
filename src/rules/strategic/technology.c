/* technology.c - what the front line works with */
#include "rules/strategic/strategic.h"

const struct theme theme_technology = {NULL, 0};
