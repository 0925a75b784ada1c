/* report.c - the formats of ces check */
#include "ces/report.h"

const struct report *const reports[] = {
	&report_text,
	&report_json,
	&report_jsonl,
	NULL,
};
