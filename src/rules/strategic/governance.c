/* governance.c - who backs the plan and keeps it current */
#include "rules/strategic/strategic.h"

const struct theme theme_governance = {NULL, 0};
