/* palette.c - the colors as a table */
#include "ces/palette.h"

#include <stddef.h>

const struct paint palette[] = {
#define COLOR(NAME, name, light, dark, pattern) \
	{#name, light, dark, PATTERN_##pattern},
#include "ces/palette.def"
	{NULL, 0, 0, PATTERN_PLAIN}};
