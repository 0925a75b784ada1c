/* import_report.c - what becomes of the cells of a workbook, a line each */
#include "cli/import_report.h"

#include <stddef.h>
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "ces/utf8.h"
#include "cli/options.h"

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

/* as --skip takes it */
static void
add_place(struct buf *buf, const struct import_finding *finding, bool several)
{
	if (several || !finding->sheet)
		buf_puts(buf, finding->workbook);
	if (finding->sheet)
		buf_printf(buf, "%s%s", several ? ": " : "", finding->sheet);
	if (finding->sheet && finding->cell)
		buf_printf(buf, "!%s", finding->cell);
}

/* puts what is there into a message that goes on */
static void
go_on(struct buf *line, const char *message, const struct arg *args, size_t n)
{
	struct arg all[3] = {TEXT_ARG("line", line->p)};
	struct buf next = {0};

	memcpy(all + 1, args, n * sizeof(*args));
	message_fill(&next, language_user(), message, all, n + 1);
	buf_free(line);
	*line = next;
}

void
import_line(struct buf *buf, const struct import_finding *finding,
	    struct source *plan, bool several)
{
	const char *old = finding->old ? finding->old : _("(blank)");
	const char *new = finding->new ? finding->new : _("(blank)");
	struct buf line = {0};

	add_place(&line, finding, several);
	if (finding->item)
		go_on(&line, N_("{line} '{item}'"),
		      ARGS(TEXT_ARG("item", finding->item)));
	if (finding->column)
		go_on(&line,
		      finding->item ? N_("{line}, {column}")
				    : N_("{line} {column}"),
		      ARGS(TEXT_ARG("column", finding->column)));
	if (finding->column)
		go_on(&line, N_("{line}: {old} -> {new}"),
		      ARGS(TEXT_ARG("old", old), TEXT_ARG("new", new)));
	else if (finding->new)
		go_on(&line, N_("{line}: '{new}'"), ARGS(TEXT_ARG("new", new)));
	if (finding->message)
		go_on(&line, N_("{line}: {message}"),
		      ARGS(TEXT_ARG("message", finding->message)));
	if (finding->placed)
		go_on(&line, N_("{line} ({file}:{number})"),
		      ARGS(TEXT_ARG("file", plan->name),
			   NUMBER_ARG("number",
				      source_position(plan, finding->span.start)
					      .line)));
	buf_visible(buf, buf_text(&line));
	buf_free(&line);
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
