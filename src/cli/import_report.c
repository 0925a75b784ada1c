/* import_report.c - what becomes of the cells of a workbook, a line each */
#include "cli/import_report.h"

#include <stddef.h>
#include <string.h>

#include "ces/language.h"
#include "ces/utf8.h"
#include "cli/options.h"

#define _(text) language_text(language_user(), text)

enum { MARGIN = 2 };

/* in the order of what is to be done about them */
static const struct {
	enum import_kind kind;
	const char *heading; /* message id */
} parts[] = {
	{IMPORT_REFUSED, N_("Cells that can't be taken as they are:")},
	{IMPORT_CONFLICT, N_("Conflicts:")},
	{IMPORT_TAKEN, N_("Changes:")},
	{IMPORT_ASSUMED, N_("Assumed:")},
	{IMPORT_SKIPPED, N_("Left out:")},
	{IMPORT_KEPT, N_("Kept in the plan:")},
	{IMPORT_LOST, N_("Not taken, as the plan has no place for it:")},
};

/* --- for people ----------------------------------------------------------- */

static void
add_place(struct buf *buf, const struct import_finding *finding, bool several)
{
	if (several || !finding->sheet)
		buf_visible(buf, finding->workbook);
	if (finding->sheet && several)
		buf_puts(buf, ": ");
	if (finding->sheet)
		buf_visible(buf, finding->sheet);
	if (finding->sheet && finding->cell)
		buf_printf(buf, "!%s", finding->cell);
}

static void
add_item(struct buf *buf, const struct import_finding *finding)
{
	if (finding->item) {
		buf_puts(buf, " '");
		buf_visible(buf, finding->item);
		buf_putc(buf, '\'');
	}
	if (finding->column) {
		buf_puts(buf, finding->item ? ", " : " ");
		buf_visible(buf, finding->column);
	}
}

static void
add_value(struct buf *buf, const char *value)
{
	if (value)
		buf_visible(buf, value);
	else
		buf_puts(buf, _("(blank)"));
}

void
import_line(struct buf *buf, const struct import_finding *finding,
	    struct source *plan, bool several)
{
	add_place(buf, finding, several);
	add_item(buf, finding);
	if (finding->column) {
		buf_puts(buf, ": ");
		add_value(buf, finding->old);
		buf_puts(buf, " -> ");
		add_value(buf, finding->new);
	}
	if (!finding->column && finding->new) {
		buf_puts(buf, ": '");
		buf_visible(buf, finding->new);
		buf_putc(buf, '\'');
	}
	if (finding->message) {
		buf_puts(buf, ": ");
		buf_visible(buf, finding->message);
	}
	if (finding->placed)
		buf_printf(buf, " (%s:%u)", plan->name,
			   source_position(plan, finding->span.start).line);
}

void
import_text(struct buf *buf, const struct import *import, struct source *plan,
	    bool several, size_t width)
{
	struct buf line = {0};

	for (size_t k = 0; k < sizeof(parts) / sizeof(*parts); k++) {
		bool first = true;

		for (size_t i = 0; i < import->n; i++) {
			const struct import_finding *finding =
				&import->items[i];

			if (finding->kind != parts[k].kind)
				continue;
			if (first)
				buf_printf(buf, "%s\n", _(parts[k].heading));
			first = false;
			buf_clear(&line);
			import_line(&line, finding, plan, several);
			buf_fill(buf, ' ', MARGIN);
			if (width)
				buf_wrap(buf, buf_text(&line), width, MARGIN,
					 2 * MARGIN);
			else
				buf_puts(buf, buf_text(&line));
			buf_putc(buf, '\n');
		}
		if (!first)
			buf_putc(buf, '\n');
	}
	buf_free(&line);
}

/* --- for programs --------------------------------------------------------- */

void
import_json(struct json *json, const struct import *import, struct source *plan)
{
	json_open_member(json, "cells", '[');
	for (size_t i = 0; i < import->n; i++) {
		const struct import_finding *finding = &import->items[i];

		json_open(json, '{');
		json_member(json, "kind", import_word(finding->kind));
		json_member(json, "workbook", finding->workbook);
		json_member(json, "sheet", finding->sheet);
		json_member(json, "cell", finding->cell);
		json_member(json, "item", finding->item);
		json_member(json, "column", finding->column);
		json_member(json, "old", finding->old);
		json_member(json, "new", finding->new);
		json_member(json, "path", finding->path);
		if (finding->placed)
			json_number_member(
				json, "line",
				source_position(plan, finding->span.start)
					.line);
		json_member(json, "message", finding->message);
		json_close(json, "}");
	}
	json_close(json, "]");
}
