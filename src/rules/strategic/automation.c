/* automation.c - machines that serve the customer, or trap him */
#include "rules/strategic/strategic.h"

const struct theme theme_automation = {NULL, 0};
