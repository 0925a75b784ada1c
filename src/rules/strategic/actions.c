/* actions.c - what is done, by whom, by when */
#include "rules/strategic/strategic.h"

const struct theme theme_actions = {NULL, 0};
