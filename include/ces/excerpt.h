/* excerpt.h - the review: few rows of the tables, chosen once for all formats
 */
#ifndef CES_EXCERPT_H
#define CES_EXCERPT_H

#include "ces/expr.h"

/* money of the review has one unit: as written, thousands or millions */
int money_scale(const struct expr_scope *scope);

/* the period as days of a workbook; of a plan without one from 0 to 1000000,
 * which stands for a day beyond all */
struct period_days {
	double first, last;
};
struct period_days period_days(const struct plan *plan);

/* in reading order */
enum excerpt_id {
	EXCERPT_DECISIONS,
	EXCERPT_ACTIONS,
	EXCERPT_MEASURES,
	EXCERPT_REASONS,
	EXCERPT_MATRIX,
	EXCERPT_EVENTS,
	EXCERPT_INSIGHTS,
	EXCERPT_FINDINGS,
	EXCERPT_READINESS,
	EXCERPT_COUNT
};

/* most rows of an excerpt, of the one of reasons, and of measures where they
 * have the place of decisions as well */
enum { EXCERPT_ROWS = 11, EXCERPT_REASON_ROWS = 5, EXCERPT_MEASURE_ROWS = 7 };

struct excerpt_column {
	const char *key;    /* of the table: kind of the value, and its cell */
	const char *header; /* message id; {money} is the currency */
	const char *template; /* of the value; NULL: the cell */
	const char *total;    /* template of the row of totals, or NULL */
	/* makes the value of a row where no template can; kind: see the excerpt
	 */
	const struct expr *(*make)(const struct expr_scope *scope, int kind);
	const char *large[SCALE_MOST]; /* headers of thousands, millions,
					  billions */
};

/* title and texts are translated */
struct excerpt {
	const struct table *table;
	const struct expr *title;
	const char *empty; /* reason why there are no rows, or NULL */
	const struct excerpt_column *columns;
	size_t column_count;
	size_t rows[EXCERPT_ROWS]; /* of their tables; NO_ROW: of no item */
	const struct table *of[EXCERPT_ROWS]; /* the table, or another */
	int kinds[EXCERPT_ROWS]; /* which of no item, or why it is chosen */
	size_t n, all;		 /* rows, and of how many they are the first */
	const char *first;	 /* header of the first column */
	bool total;		 /* a row of totals stands below */
};

/* scope: of no table; rows and expressions are its arena's */
void excerpt_make(struct excerpt *excerpt, const struct expr_scope *scope,
		  enum excerpt_id id);
/* tells whether nothing is to be decided, so that its place is free */
bool nothing_is_asked(const struct expr_scope *scope);
/* the table's column of that key */
const struct column *excerpt_about(const struct excerpt *excerpt,
				   const struct excerpt_column *column);
/* the value of row i, and the total; NULL: the column has none */
const struct expr *
excerpt_value(const struct expr_scope *scope, const struct excerpt *excerpt,
	      size_t i, const struct excerpt_column *column);
/* an expression about row i as long as it is there, then the message */
const struct expr *
excerpt_kept(const struct expr_scope *scope, const struct excerpt *excerpt,
	     size_t i, const struct expr *expr, const char *gone);
const struct expr *
excerpt_total(const struct expr_scope *scope, const struct excerpt *excerpt,
	      const struct excerpt_column *column);
/* scale: 0; of a column that is shown in thousands 1, in millions 2, in
 * billions 3 */
const char *
excerpt_header(const struct expr_scope *scope, const struct excerpt *excerpt,
	       const struct excerpt_column *column, int scale);

/* position of the strategy, in one sentence */
const struct expr *position_expr(const struct expr_scope *scope);

/* numbers of actions: done, on track, overdue, unowned */
struct action_count {
	enum symbol_id symbol;
	const struct expr *number, *text; /* "✓ 2 done", or "0 done" */
};
enum { ACTION_COUNTS = 4 };
void
action_counts_make(struct action_count *counts, const struct expr_scope *scope);

/* shares of the wanted hours in which channels that answer at once are open,
 * for the segments and channels of most weight */
enum { GRID_SEGMENTS = 5, GRID_CHANNELS = 6 };

struct coverage_grid {
	const struct table *table;
	const struct expr *title;
	const char *empty; /* reason why there is no grid, or NULL */
	const char *head, *closed_head;
	const char *closed[GRID_SEGMENTS]; /* when; NULL where it isn't */
	const struct segment *segments[GRID_SEGMENTS];
	const struct channel *channels[GRID_CHANNELS];
	size_t segment_count, channel_count;
	const struct coverage
		*wished[GRID_SEGMENTS][GRID_CHANNELS]; /* or NULL */
	bool best[GRID_SEGMENTS][GRID_CHANNELS]; /* preferred to all others */
	double enough[GRID_SEGMENTS]; /* shares of 1, and what is too low */
	double worse;
	const char *key, *legend; /* two lines below the grid */
};

void
coverage_grid_make(struct coverage_grid *grid, const struct expr_scope *scope);
bool segment_is_high(const struct segment *segment);
/* a share of 1; or a text: not known, or not preferred at all */
const struct expr *coverage_grid_value(const struct expr_scope *scope,
				       const struct coverage_grid *grid,
				       size_t segment, size_t channel);

#endif
