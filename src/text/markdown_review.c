/* markdown_review.c - the leaders' review: excerpts of the tables */
#include <libintl.h>

#include "markdown_parts.h"
#include "table/tables.h"

enum { EXCERPT_COLUMNS = 9 };

struct excerpt {
	enum table_id table;
	const char *title;
	const char *empty; /* when no row is shown; NULL: the table's */
	const char *columns[EXCERPT_COLUMNS];
	size_t most;
	const char *sort; /* column of dates to sort by; NULL: the table's */
	/* NULL: all rows */
	bool (*shows)(const struct review *review, const struct table *table,
		      size_t row);
};

static bool
shows_decision(const struct review *review, const struct table *table,
	       size_t row)
{
	const struct decision *decision = (const void *)map_find(
		&review->plan->decisions, table->ids[row]);

	return !is_set(&decision->outcome.at) ||
	       decision->outcome.word == OUTCOME_OPEN;
}

static bool
shows_measure(const struct review *review, const struct table *table,
	      size_t row)
{
	const struct measure *measure = (const void *)map_find(
		&review->plan->measures, table->ids[row]);

	return measure->headline.on;
}

/* coverage below the target alone */
static bool
shows_coverage(const struct review *review, const struct table *table,
	       size_t row)
{
	int column = table_column(table, "percent");
	double covered = table_cell(table, row, (size_t)column)->number;

	return covered < SETTING_OF(review->plan, high_value_coverage);
}

static bool
shows_event(const struct review *review, const struct table *table, size_t row)
{
	const struct object *event =
		map_find(&review->plan->calendar, table->ids[row]);

	return review->view->events[event->index].coming;
}

/* actions that leaders ask about: late, due soon, or a preparation */
static bool
shows_action(const struct review *review, const struct table *table, size_t row)
{
	const struct action *action =
		(const void *)map_find(&review->plan->actions, table->ids[row]);
	const struct action_view *view =
		&review->view->actions[action->object.index];

	return view->overdue || view->due_soon ||
	       (view->open && view->unowned) || is_set(&action->prepares.at);
}

static const struct excerpt excerpts[] = {
	{TABLE_decisions,
	 N_("Decisions asked"),
	 N_("No decision is open."),
	 {"statement", "amount", "due", "asked_of", "state", "note"},
	 SIZE_MAX,
	 NULL,
	 shows_decision},
	{TABLE_measures,
	 N_("Headline measures"),
	 N_("No measure is marked as a headline."),
	 {"name", "unit", "baseline", "latest", "target", "target_date",
	  "progress", "planned", "state"},
	 SIZE_MAX,
	 NULL,
	 shows_measure},
	{TABLE_contact_reasons,
	 N_("Why customers contact us: the top reasons"),
	 NULL,
	 {"name", "volume", "share", "cost", "revenue", "demand",
	  "target_change", "disposition", "owner"},
	 5,
	 NULL,
	 NULL},
	{TABLE_coverage,
	 N_("Where we are not there when customers want us"),
	 N_("No channel is known to be closed much when customers want it."),
	 {"segment", "channel", "preference", "percent", "closed_hours",
	  "state"},
	 SIZE_MAX,
	 NULL,
	 shows_coverage},
	{TABLE_calendar,
	 N_("The next 90 days"),
	 N_("No event is known for the next 90 days."),
	 {"name", "next_start", "kind", "lead_days", "state", "effects",
	  "confidence"},
	 SIZE_MAX,
	 "next_start",
	 shows_event},
	{TABLE_actions,
	 N_("Actions that need attention"),
	 N_("No action is late or due soon."),
	 {"title", "owner", "due", "percent", "state", "overdue"},
	 SIZE_MAX,
	 NULL,
	 shows_action},
};

static size_t
pick_rows(const struct excerpt *excerpt, const struct table *table,
	  const struct review *review, struct arena *arena, size_t *rows)
{
	struct order *order =
		arena_alloc(arena, (table->rows + 1) * sizeof(*order));
	int sort = excerpt->sort ? table_column(table, excerpt->sort) : -1;
	size_t n = 0;

	for (size_t i = 0; i < table->rows; i++) {
		if (excerpt->shows && !excerpt->shows(review, table, i))
			continue;
		order[n] = (struct order){.index = (uint32_t)i};
		if (sort >= 0)
			order[n].date =
				table_cell(table, i, (size_t)sort)->date;
		n++;
	}
	order_sort(order, n);
	n = n < excerpt->most ? n : excerpt->most;
	for (size_t i = 0; i < n; i++)
		rows[i] = order[i].index;
	return n;
}

static void
add_excerpt(struct buf *out, const struct excerpt *excerpt,
	    const struct tables *tables, const struct review *review,
	    struct arena *arena)
{
	const struct table *table = tables_get(tables, excerpt->table);
	size_t *rows = arena_alloc(arena, (table->rows + 1) * sizeof(*rows));
	size_t n = pick_rows(excerpt, table, review, arena, rows);
	size_t columns[EXCERPT_COLUMNS], count = 0;

	markdown_title(out, "###", gettext(excerpt->title));
	if (!n) {
		markdown_paragraph(out, table->rows && excerpt->empty
						? gettext(excerpt->empty)
						: table->empty);
		return;
	}
	for (; count < EXCERPT_COLUMNS && excerpt->columns[count]; count++)
		columns[count] =
			(size_t)table_column(table, excerpt->columns[count]);
	markdown_rows(out, &(struct choice){table, columns, count, rows, n});
}

void
markdown_review(struct buf *out, const struct tables *tables,
		const struct review *review, struct arena *arena)
{
	for (size_t i = 0; i < sizeof(excerpts) / sizeof(*excerpts); i++)
		add_excerpt(out, &excerpts[i], tables, review, arena);
}
