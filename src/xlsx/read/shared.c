/* shared.c - texts that cells share */
#include <string.h>

#include "xlsx/read/read.h"

static void
on_start(struct part *part, const char *name, const char **attributes)
{
	(void)attributes;
	if (!strcmp(name, "si"))
		buf_clear(&part->text);
	else
		text_start(part, name);
}

static void
on_end(struct part *part, const char *name)
{
	struct book *book = part->data;

	text_end(part, name);
	if (strcmp(name, "si") != 0)
		return;
	if (book->shared++ == SHEETS_CELLS_MOST)
		read_fail(SHEETS_CELLS);
	text_unescape(&part->text);
	sheets_write_shared(&book->out, buf_text(&part->text));
	book_flush(book, false);
}

void
book_read_shared(struct book *book, const char *name)
{
	struct part part = {.start = on_start, .end = on_end, .data = book};

	parts_read(book->parts, name, &part);
}
