/* topic.c - the catalogue of everything that can be found in a plan */
#include "ces/topic.h"

#include <libintl.h>
#include <string.h>

const struct topic *
topic_find(const char *name)
{
	for (size_t i = 0; i < TOPIC_COUNT; i++)
		if (!strcmp(topics[i].name, name))
			return &topics[i];
	return NULL;
}

void
topic_text(struct buf *buf, const char *const *paragraphs)
{
	for (size_t i = 0; paragraphs[i]; i++)
		buf_printf(buf, "%s%s", i ? "\n\n" : "",
			   gettext(paragraphs[i]));
}

const char *
severity_word(enum severity severity)
{
	static const char *const words[] = {"off", "advice", "warning",
					    "error"};

	return words[severity];
}
