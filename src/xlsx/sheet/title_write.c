/* title_write.c - the first lines of a sheet: its message, its subject */
#include "sheet_parts.h"

#include <libintl.h>
#include <math.h>

#include "ces/message.h"
#include "xlsx/expr/work.h"

/* letters of fonts with square characters are wider than Arial's */
static const double wide_share = 1.15;

/* the sheet of reasons tells how many contacts its shares are of */
static const char *
subject_of(struct work *work, const struct tab *tab)
{
	double contacts = work->review->view->contacts;

	if (tab->table->id != TABLE_contact_reasons || !isfinite(contacts))
		return NULL;
	return message_text(
		work->arena,
		gettext("Contact reasons, sorted by contacts a year. Base: {n} "
			"contacts a year. Empty: not told."),
		ARGS(COUNT_ARG("n", contacts)));
}

/*
 * The subject stands before what there is to do, unless it is the title
 * already. Of a sheet without rows the line says why there are none.
 */
static double
write_intro(struct work *work, const struct tab *tab, bool said,
	    struct lxw_format *format)
{
	const struct table *table = tab->table;
	const char *subject = subject_of(work, tab);
	const char *line = table->rows ? table->intro : table->empty;
	struct buf text = {0};
	double pixels;

	if (subject)
		buf_puts(&text, subject);
	else if (said)
		buf_puts(&text, table->title);
	if (line && !subject) {
		buf_puts(&text, said ? " · " : "");
		buf_puts(&text, line);
	}
	if (table->options & GANTT && table->rows)
		buf_printf(&text, " %s",
			   gettext("More columns unfold with the + above "
				   "them."));
	if (text.n)
		cell_text(tab->page, 1, 0, text.p, format, NULL);
	pixels = text_pixels(buf_text(&text), 100, false);
	buf_free(&text);
	return pixels;
}

double
title_write(struct work *work, const struct tab *tab, struct lxw_format *title,
	    struct lxw_format *intro)
{
	struct expr_scope scope = work_scope(work, tab->table);
	const struct expr *expr = table_title(&scope);
	const char *line =
		expr ? value_text(&scope, expr_value(&scope, expr, 0))
		     : tab->table->title;
	double pixels = text_pixels(line, 160, true);

	if (expr && expr->kind != EXPR_TEXT)
		cell_expr(work, tab->page, 0, 0, expr, 0, title);
	else
		cell_text(tab->page, 0, 0, line, title, NULL);
	pixels = fmax(pixels, write_intro(work, tab, expr != NULL, intro));
	return work->wide ? pixels * wide_share : pixels;
}
