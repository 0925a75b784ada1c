/* tags.c - the tags that change nothing, and a report of the others */
#include <stdbool.h>
#include <string.h>

#include "load/events.h"

/* are these the tags of the core schema, which change nothing? */
bool
tag_is_core(const char *tag)
{
	static const char prefix[] = "tag:yaml.org,2002:";
	static const char *const names[] = {"str",  "int",	"float",
					    "bool", "null",	"map",
					    "seq",  "timestamp"};

	if (!strcmp(tag, "!"))
		return true;
	if (strncmp(tag, prefix, sizeof(prefix) - 1))
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (!strcmp(tag + sizeof(prefix) - 1, names[i]))
			return true;
	return false;
}

void
tag_check(struct findings *findings, const char *bytes, uint32_t n,
	  const struct token *event, const char *tag)
{
	struct span span = {event->start, event->start};

	if (!tag || tag_is_core(tag))
		return;
	while (span.end < n && !strchr(" \t\r\n,[]{}", bytes[span.end]))
		span.end++;
	finding_add(findings, TOPIC_document_syntax, span, "",
		    N_("the tag '{tag}' is not supported; remove it"),
		    ARGS(TEXT_ARG("tag", arena_copy(findings->arena,
						    bytes + span.start,
						    span.end - span.start))));
}
