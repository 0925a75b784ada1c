/* render_json.c - everything about a plan as JSON, for programs */
#include "ces/render.h"

#include <libintl.h>
#include <stdlib.h>

#include "ces/finding.h"
#include "ces/table.h"
#include "json_parts.h"

enum { FORMAT = 1 };

void
entry_date(struct json *json, const char *key, struct date date)
{
	struct buf buf = {0};

	if (date.year)
		date_write(&buf, date);
	json_member(json, key, buf.n ? buf.p : NULL);
	buf_free(&buf);
}

/* --- tables ------------------------------------------------------------- */

static void
add_cell(struct json *json, const struct column *column,
	 const struct cell *cell)
{
	if (cell->text)
		json_member(json, column->key, cell->text);
	else if (cell->date.year)
		entry_date(json, column->key, cell->date);
	else
		json_number_member(json, column->key, cell->number);
}

static void
add_rows(struct json *json, const struct table *table)
{
	json_open_member(json, table->key, '[');
	for (size_t row = 0; row < table->rows; row++) {
		json_open(json, '{');
		for (size_t i = 0; i < table->column_count; i++)
			if (!table->columns[i].sheet_only)
				add_cell(json, &table->columns[i],
					 table_cell(table, row, i));
		json_close(json, "}");
	}
	json_close(json, "]");
}

static void
add_tables(struct json *json, const struct review *review)
{
	struct tables tables;

	tables_make(&tables, review);
	json_open_member(json, "tables", '{');
	for (size_t i = 0; i < tables.n; i++)
		add_rows(json, &tables.items[i]);
	json_close(json, "}");
	tables_release(&tables);
}

/* --- findings; their keys are those of ces check --format json ----------- */

/* Looks up lines in a copy of the source, as the review is only read. */
static void
add_findings(struct json *json, const struct review *review)
{
	struct source source = review->source;

	source.lines = NULL;
	source.line_count = 0;
	json_open_member(json, "findings", '[');
	for (size_t i = 0; i < review->findings.n; i++)
		finding_json(json, &source, &review->findings.items[i], false);
	json_close(json, "]");
	free(source.lines);
}

static void
add_head(struct json *json, const struct review *review)
{
	json_number_member(json, "format", FORMAT);
	tool_json(json);
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
	summary_json(&json, review);
	readiness_json(&json, &review->readiness, true);
	json_close(&json, "}");
	buf_putc(out, '\n');
}

const struct renderer render_json = {
	.format = {"json", ".json",
		   N_("for programs: the plan, all figures, tables and "
		      "findings")},
	.text = render,
};
