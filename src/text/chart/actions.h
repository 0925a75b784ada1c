/* actions.h - the actions of a Gantt chart, and the months that it shows */
#ifndef CES_TEXT_ACTIONS_H
#define CES_TEXT_ACTIONS_H

#include "chart.h"

/* rows drawn at most */
enum { ACTIONS_MOST = 60 };

struct actions {
	const struct table *table;
	size_t rows[ACTIONS_MOST], n, left_out;
	struct date first, last; /* of the months, and behind them */
	double done, open, late; /* late: open, too */
};

/* Takes those with a date; actions given up are not drawn. */
void actions_gather(struct actions *actions, struct date as_of);
/* the day on which it was done, else its date due: {0} where none is told */
struct date
action_end(const struct table *table, size_t row, struct date as_of);

#endif
