/* render_json.c - everything about a plan as JSON, for programs */
#include "ces/render.h"

#include <libintl.h>
#include <stdlib.h>

#include "ces/finding_json.h"
#include "ces/question.h"
#include "ces/table.h"
#include "json_parts.h"

enum { FORMAT = 1 };

void
entry_text(struct json *json, const char *key, const char *text)
{
	json_key(json, key);
	if (text)
		json_text(json, text);
	else
		json_raw(json, "null");
}

void
entry_number(struct json *json, const char *key, double number)
{
	json_key(json, key);
	if (isfinite(number))
		json_number(json, number);
	else
		json_raw(json, "null");
}

void
entry_flag(struct json *json, const char *key, bool on)
{
	json_key(json, key);
	json_raw(json, on ? "true" : "false");
}

void
entry_date(struct json *json, const char *key, struct date date)
{
	struct buf buf = {0};

	if (date.year)
		date_write(&buf, date);
	entry_text(json, key, buf.n ? buf.p : NULL);
	buf_free(&buf);
}

/* --- tables ------------------------------------------------------------- */

static void
add_cell(struct json *json, const struct column *column,
	 const struct cell *cell)
{
	if (cell->text)
		entry_text(json, column->key, cell->text);
	else if (cell->date.year)
		entry_date(json, column->key, cell->date);
	else
		entry_number(json, column->key, cell->number);
}

static void
add_rows(struct json *json, const struct table *table)
{
	json_key(json, table->key);
	json_open(json, '[');
	for (size_t row = 0; row < table->rows; row++) {
		json_open(json, '{');
		for (size_t i = 0; i < table->column_count; i++)
			if (!table->columns[i].sheet_only)
				add_cell(json, &table->columns[i],
					 table_cell(table, row, i));
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void
add_tables(struct json *json, const struct review *review)
{
	struct tables tables;

	tables_make(&tables, review);
	json_key(json, "tables");
	json_open(json, '{');
	for (size_t i = 0; i < tables.n; i++)
		add_rows(json, &tables.items[i]);
	json_close(json, '}');
	tables_release(&tables);
}

/* --- findings; their keys are those of ces check --format json ----------- */

/* lines are looked up in a source of its own: the review is only read */
static void
add_findings(struct json *json, const struct review *review)
{
	struct source source = review->source;

	source.lines = NULL;
	source.line_count = 0;
	json_key(json, "findings");
	json_open(json, '[');
	for (size_t i = 0; i < review->findings.n; i++)
		finding_json(json, &source, &review->findings.items[i], false);
	json_close(json, ']');
	free(source.lines);
}

static void
add_readiness(struct json *json, const struct readiness *readiness)
{
	json_key(json, "readiness");
	json_open(json, '{');
	entry_number(json, "plan", readiness->plan);
	json_key(json, "sections");
	json_open(json, '{');
	for (int i = 0; i < SECTION_SEVEN; i++)
		entry_number(json, sections[i].key, readiness->section[i]);
	json_close(json, '}');
	json_close(json, '}');
}

static void
add_summary(struct json *json, const struct review *review)
{
	json_key(json, "summary");
	json_open_flat(json, '{');
	entry_number(json, "errors", (double)review->errors);
	entry_number(json, "warnings", (double)review->warnings);
	entry_number(json, "advice", (double)review->advice);
	entry_number(json, "in_hand", (double)review->in_hand);
	entry_number(json, "waived", (double)review->waived);
	json_close(json, '}');
}

static void
add_head(struct json *json, const struct review *review)
{
	entry_number(json, "format", FORMAT);
	json_key(json, "tool");
	json_open_flat(json, '{');
	entry_text(json, "name", "ces");
	entry_text(json, "version", CES_VERSION);
	json_close(json, '}');
	entry_date(json, "as_of", review->view->as_of);
}

static void
render(struct buf *out, const struct review *review)
{
	struct json json = {.buf = out};

	json_open(&json, '{');
	add_head(&json, review);
	json_key(&json, "plan");
	plan_json(&json, review->plan);
	json_key(&json, "derived");
	view_json(&json, review->view);
	add_tables(&json, review);
	add_findings(&json, review);
	add_summary(&json, review);
	add_readiness(&json, &review->readiness);
	json_close(&json, '}');
	buf_putc(out, '\n');
}

const struct renderer render_json = {
	.name = "json",
	.suffix = ".json",
	.help = N_("for programs: the plan, all figures, tables and findings"),
	.text = render,
};
