/* render_json.c - everything about a plan as JSON, for programs */
#include "ces/render.h"

#include <limits.h>
#include <stdlib.h>

#include "ces/finding.h"
#include "ces/json.h"
#include "table/tables.h"
#include "json_plan.h"
#include "render_staffing.h"
#include "text/figures_json.h"

/* --- figures that were worked out, by the items' ids ---------------------- */

/* of a channel that waits no hours count */
static void
add_segment(struct json *json, const struct segment_view *segment)
{
	figures_json(json, &figures_segment, segment);
	json_open_member(json, "channels", '{');
	for (uint32_t k = 0; k < segment->n; k++) {
		struct coverage at = segment->channels[k];

		if (at.waits)
			at.offered = at.common = UINT_MAX;
		json_open_member(json, at.channel->object.id, '{');
		figures_json(json, &figures_coverage, &at);
		json_close(json, "}");
	}
	json_close(json, "}");
}

static void
add_segments(struct json *json, const struct view *view)
{
	const struct map *map = &view->plan->segments;

	json_open_member(json, "segments", '{');
	for (uint32_t i = 0; i < map->n; i++) {
		json_open_member(json, map->items[i]->id, '{');
		add_segment(json, &view->segments[i]);
		json_close(json, "}");
	}
	json_close(json, "}");
}

static void
add_figures(struct json *json, const char *key, const struct figures *figures,
	    const void *of)
{
	json_open_member(json, key, '{');
	figures_json(json, figures, of);
	json_close(json, "}");
}

/* views: of the map's items, each of that size */
static void
add_items(struct json *json, const char *key, const struct map *map,
	  const struct figures *figures, const void *views, size_t size)
{
	json_open_member(json, key, '{');
	for (uint32_t i = 0; i < map->n; i++)
		add_figures(json, map->items[i]->id, figures,
			    (const char *)views + i * size);
	json_close(json, "}");
}

/* --- tables --------------------------------------------------------------- */

static void
add_cell(struct json *json, const struct column *column,
	 const struct cell *cell)
{
	if (cell->text)
		json_member(json, column->key, cell->text);
	else if (cell->date.year)
		date_member(json, column->key, cell->date);
	else
		json_number_member(json, column->key, cell->number);
}

static void
add_tables(struct json *json, const struct review *review)
{
	struct tables tables;

	tables_make(&tables, review);
	json_open_member(json, "tables", '{');
	for (size_t t = 0; t < tables.n; t++) {
		const struct table *table = &tables.items[t];

		json_open_member(json, table->key, '[');
		for (size_t row = 0; row < table->rows; row++) {
			json_open(json, '{');
			for (size_t i = 0; i < table->column_count; i++)
				if (!table->columns[i].sheet_only)
					add_cell(json, &table->columns[i],
						 table_cell(table, row, i));
			json_member(json, "id", table->ids[row]);
			json_close(json, "}");
		}
		json_close(json, "]");
	}
	json_close(json, "}");
	tables_release(&tables);
}

/* --- findings; their keys are those of ces check --format json ------------ */

/* Looks up lines in a copy of the source, as the review is only read. */
static void
add_findings(struct json *json, const struct review *review)
{
	struct source source = review->source;

	source.lines = NULL;
	source.line_count = 0;
	json_open_member(json, "findings", '[');
	for (size_t i = 0; i < review->findings.n; i++)
		finding_json(json, review->language, &source,
			     &review->findings.items[i], false);
	json_close(json, "]");
	free(source.lines);
}

static void
render(struct buf *out, const struct review *review)
{
	const struct plan *plan = review->plan;
	const struct view *view = review->view;
	struct json json = {.buf = out};

	json_open(&json, '{');
	json_number_member(&json, "format", JSON_FORMAT);
	tool_json(&json);
	date_member(&json, "as_of", view->as_of);
	json_key(&json, "plan");
	plan_json(&json, &plan->object);
	json_open_member(&json, "derived", '{');
	add_figures(&json, "plan", &figures_plan, view);
	add_figures(&json, "contacts", &figures_contacts, view);
	add_items(&json, "contact_reasons", &plan->contact_reasons,
		  &figures_reason, view->reasons, sizeof(*view->reasons));
	add_items(&json, "channels", &plan->channels, &figures_channel,
		  view->channels, sizeof(*view->channels));
	add_segments(&json, view);
	add_items(&json, "measures", &plan->measures, &figures_measure,
		  view->measures, sizeof(*view->measures));
	add_items(&json, "actions", &plan->actions, &figures_action,
		  view->actions, sizeof(*view->actions));
	add_items(&json, "calendar", &plan->calendar, &figures_event,
		  view->events, sizeof(*view->events));
	staffing_json(&json, view);
	add_figures(&json, "business_case", &figures_case, &view->business);
	json_close(&json, "}");
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
		      "findings"),
		   own_json},
	.text = render,
};
