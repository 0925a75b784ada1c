/* renderers.c - the formats of ces export */
#include "ces/render.h"

#include <string.h>
#include <strings.h>

const struct renderer *
renderer_find(const char *name)
{
	for (size_t i = 0; renderers[i]; i++)
		if (!strcmp(renderers[i]->name, name))
			return renderers[i];
	return NULL;
}

const struct renderer *
renderer_for(const char *path)
{
	size_t n = strlen(path);

	for (size_t i = 0; renderers[i]; i++) {
		const char *suffix = renderers[i]->suffix;
		size_t m = strlen(suffix);

		if (n > m && !strcasecmp(path + n - m, suffix))
			return renderers[i];
	}
	return NULL;
}

const struct renderer *const renderers[] = {
	&render_xlsx,
	&render_markdown,
	&render_json,
	NULL,
};
