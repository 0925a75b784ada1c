/* channels.c - channels that customers want, and their promises */
#include "rules/strategic/strategic.h"

const struct theme theme_channels = {NULL, 0};
