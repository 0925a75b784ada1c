/* actions.c - the actions of a Gantt chart, and the months that it shows */
#include "actions.h"

/* years shown before the as-of day and behind it, however long ago actions
 * were done */
enum { YEARS_BACK = 2, YEARS_ON = 5 };

struct date
action_end(const struct table *table, size_t row, struct date as_of)
{
	struct date due = table_at(table, row, "due")->date;
	struct date completed = table_at(table, row, "completed")->date;

	if (table_at(table, row, "status")->word != ACTION_DONE)
		return due;
	if (completed.year)
		return completed;
	return due.year && date_compare(due, as_of) > 0 ? as_of : due;
}

static void
widen(struct actions *actions, struct date day)
{
	if (!day.year)
		return;
	if (date_compare(day, actions->first) < 0)
		actions->first = day;
	if (date_compare(day, actions->last) > 0)
		actions->last = day;
}

void
actions_gather(struct actions *actions, struct date as_of)
{
	const struct table *table = actions->table;
	struct date from = date_add_months(as_of, -12 * YEARS_BACK);
	struct date to = date_add_months(as_of, 12 * YEARS_ON);

	actions->first = actions->last = as_of;
	for (size_t i = 0; i < table->rows; i++) {
		int status = table_at(table, i, "status")->word;
		struct date end = action_end(table, i, as_of);

		if (status == ACTION_CANCELLED || !end.year)
			continue;
		if (status == ACTION_DONE)
			actions->done++;
		else if (date_compare(end, as_of) < 0)
			actions->late++;
		actions->open += status != ACTION_DONE;
		if (actions->n == ACTIONS_MOST) {
			actions->left_out++;
			continue;
		}
		actions->rows[actions->n++] = i;
		widen(actions, end);
	}
	if (date_compare(actions->first, from) < 0)
		actions->first = from;
	if (date_compare(actions->last, to) > 0)
		actions->last = to;
	/* whole months */
	actions->first.day = actions->last.day = 1;
	actions->last = date_add_months(actions->last, 1);
}
