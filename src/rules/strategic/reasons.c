/* reasons.c - why customers make contact, and what becomes of it */
#include "rules/strategic/strategic.h"

const struct theme theme_reasons = {NULL, 0};
