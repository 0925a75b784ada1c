/* renderers.c - the formats of ces export */
#include "ces/render.h"

const struct renderer *const renderers[] = {
	&render_xlsx,
	&render_markdown,
	&render_json,
	NULL,
};
