/* routes.c - the way from a machine to a person */
#include "rules/strategic/strategic.h"

const struct theme theme_routes = {NULL, 0};
