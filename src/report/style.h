/* style.h - the colors of a report in text; all "" without color */
#ifndef CES_REPORT_STYLE_H
#define CES_REPORT_STYLE_H

#include <stdbool.h>

#include "ces/topic.h"

struct style {
	const char *bold, *dim, *off;
	const char *severity[SEVERITY_ERROR + 1];
};

const struct style *style_of(bool color);

#endif
