/* tags.c - the tags that change nothing */
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
