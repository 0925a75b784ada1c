/* snippet.h - a line of the file with its number, and marks below it */
#ifndef CES_REPORT_SNIPPET_H
#define CES_REPORT_SNIPPET_H

#include "ces/buf.h"
#include "ces/source.h"
#include "report/style.h"

struct snippet {
	struct buf *out;
	struct source *source;
	const struct style *style;
	size_t width;  /* of the terminal */
	size_t gutter; /* columns of the line numbers */
	uint32_t line; /* shown last and whole, 0: none */
};

/* underline of a span: ^~~~ for the finding, ---- for places related */
struct marks {
	char first, rest;
	const char *color;
	const char *note; /* behind the marks, or NULL */
};

/* columns that the numbers of lines up to this one take */
size_t snippet_gutter(uint32_t line);

/*
 * Shows the first line of the span, cut round it where it is too long, and the
 * marks. A line that was just shown whole is not shown again.
 */
void snippet_show(struct snippet *snippet, struct span span,
		  const struct marks *marks);

#endif
