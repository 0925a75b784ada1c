/* report.c - the list of the formats of findings */
#include "ces/report.h"

#include <string.h>

const struct report *
report_find(const char *name)
{
	for (size_t i = 0; reports[i]; i++)
		if (!strcmp(reports[i]->name, name))
			return reports[i];
	return NULL;
}

const struct report *const reports[] = {
	&report_text,
	&report_json,
	&report_jsonl,
	NULL,
};
