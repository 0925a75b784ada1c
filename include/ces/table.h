/* table.h - tables of typed cells, shown by every format */
#ifndef CES_TABLE_H
#define CES_TABLE_H

#include "ces/arena.h"
#include "ces/number.h"
#include "ces/review.h"
#include "ces/state.h"

struct expr_scope;
struct live;

/*
 * A sheet of the workbook, a section of the Markdown, an array of the JSON:
 * all are made from the same tables, so they can't disagree.
 */
enum column_kind {
	COLUMN_TEXT,	/* wraps when long */
	COLUMN_WORD,	/* a word of a closed list, shown in plain words */
	COLUMN_COUNT,	/* #,##0 */
	COLUMN_NUMBER,	/* one decimal, where there is one */
	COLUMN_MONEY,	/* #,##0, with decimals below 100 */
	COLUMN_PERCENT, /* stored 0..1 in the workbook, cells hold 0..100 */
	COLUMN_CHANGE,	/* a percent with its sign */
	COLUMN_DATE,
	COLUMN_STATUS /* symbol and word: "✓ Done" */
};

/* the bar in each cell of a column */
enum column_bars {
	BARS_NONE,
	BARS_WHOLE, /* 100 % fills the cell */
	BARS_HALF,  /* 50 % does, where no share is larger */
	BARS_PAGE   /* 100 % does, on pages alone */
};

struct column {
	const char *key;    /* stable name in JSON: cost_per_year */
	const char *header; /* message id without unit: "Cost a year" */
	const char *unit;   /* message id or currency code, NULL: none */
	/* of an amount, its units in thousands, millions and billions, for
	 * workbooks; NULL: always shown whole */
	const char *large[SCALE_MOST];
	bool amount; /* though neither unit nor sum says so */
	enum column_kind kind;
	const char *from; /* the plan's key where it isn't that of the column */
	int width;	  /* characters; 0: by kind */
	const char *note; /* message id that explains the term, or NULL */
	bool total;	  /* the column is summed */
	bool capital;	  /* texts begin with a capital on the sheet */
	bool score;	  /* from -5 to 5, with bars to both sides */
	enum column_bars bars;
	/* key of the column that tells how far the bars are to be by now; NULL:
	 * none does */
	const char *marked;
	/* the word of the list that stands out, in plain words; NULL: none */
	const char *bold;
	int bold_list, bold_word; /* its list, and its index there */
	bool printed; /* the last column on paper */
	bool folded;  /* few readers need it: it shows when unfolded */
	bool own;     /* the user's, and printed on further pages */
	/* of each word of the plan's key, where the cells show these */
	const enum state_id *states;
	bool edit;	  /* meant to be changed in the meeting */
	bool people;	  /* the plan's people are offered */
	int list;	  /* choices_id of the words offered; -1 none */
	const char *hint; /* message id shown at entry, or NULL */
	/* table_id of the one row that each text names, where it isn't that of
	 * the plan's reference; 0: none, as of lists, for a cell leads to one
	 * place */
	int link;
	bool calm; /* states have a fill only where all isn't well */
	bool rare; /* left out of a table that has no content for it */
	/* shown by workbooks alone: their rows are sorted, and their figures
	 * follow others */
	bool sheet_only;
	/* formula of the cells (expr.h), and of a row that somebody adds; a
	 * function picks that of a row where they differ: NULL of a constant */
	const char *live;
	const char *(*live_of)(const struct expr_scope *scope, size_t row);
	/* rows that have the formula; NULL: all */
	bool (*live_if)(const struct expr_scope *scope, size_t row);
	bool live_known; /* no formula where the plan gives no number */
};

/* one of the names in a cell's text, and the item that it refers to; NULL */
struct name {
	const char *text;
	const struct object *to;
};

/* an empty cell has text NULL and number NAN and no date */
struct cell {
	const char *text;
	/* of a text that names items: these in their order, with the list's
	 * commas between them; one with text NULL ends them */
	const struct name *names;
	double number;
	struct date date;
	enum state_id state; /* that the text names, or STATE_NONE */
	int word; /* its index in the list, of a flag 1 or 0; or -1 */
	int link; /* table_id of the table that has the item, or -1 */
	/* the item's id there, "" of the whole table; NULL: it has the text's
	 * name */
	const char *item;
};

/* the rows of tables.def: TABLE_actions */
enum table_id {
#define TABLE(key, ...) TABLE_##key,
#include "ces/tables.def"
	TABLE_COUNT
};

enum table_option {
	SHOWN = 1,   /* the sheet is visible without rows too */
	WEEK = 2,    /* the sheet links to the week, hour by hour */
	GANTT = 4,   /* a Gantt chart stands beside the table */
	ROOM = 8,    /* blank rows for what a meeting adds are folded away */
	BOARD = 16,  /* the sheet is printed for a board: it comes first */
	SCREEN = 32, /* the sheet is not for paper: it comes last */
	UNDER = 64   /* stands on the sheet of the table before it */
};

struct row_id {
	const char *id;
	size_t row;
};

/* an item whose keys the cells of a row show */
struct row_item {
	const struct object *object; /* NULL: the plan has none yet */
	const char *key; /* of the first cell, where it isn't the column's */
};

struct table {
	enum table_id id;
	unsigned options;
	const char *key;    /* contact_reasons */
	const char *title;  /* translated: "Contact reasons" */
	const char *sheet;  /* translated, short, unique: sheet's name */
	const char *intro;  /* translated: one line, or NULL */
	const char *empty;  /* translated: shown when there are no rows */
	const char *new_id; /* formula of the id of a new row, or NULL */
	/* path of the collection that the items are of: "technology.roadmap";
	 * NULL: of none, or of one a row */
	const char *collection;
	const char *second; /* tells rows of one id apart: a column, or NULL */
	const struct language *language; /* of all its texts */
	const struct column *columns;
	size_t column_count;
	struct cell *cells;	       /* rows x columns */
	const char **ids;	       /* of each row's item, or NULL */
	const struct object **objects; /* of each row, or NULL */
	struct row_item *items;	       /* of each row */
	struct row_id *by_id;	       /* sorted */
	struct row_id *by_name;	       /* by the texts of their first cells */
	size_t rows;
	struct live *live;  /* its formulas, once tables_evaluate was called */
	struct arena arena; /* of the cells, their texts, and the ids */
};

/* all tables of a plan, in the order of the sheets */
struct expr;
struct tables {
	struct table *items; /* by table_id */
	size_t n;
	/* figures in expressions by their number, NULL before they are asked
	 * for: all share one, which keeps its result */
	const struct expr **figures;
	struct arena arena; /* of the tables without their cells */
};

/* cells of a sheet around the rows of a table, as ranges begin at the header
 * and end behind the last row: so they grow with rows at either end */
enum table_edge { EDGE_NONE, EDGE_HEAD, EDGE_FOOT };

void tables_make(struct tables *tables, const struct review *review);
void tables_release(struct tables *tables);
const struct table *tables_get(const struct tables *tables, enum table_id id);

/* the cell of a row; and the column of a key, or -1 */
const struct cell *
table_cell(const struct table *table, size_t row, size_t column);
int table_column(const struct table *table, const char *key);
/* a column without content would only make the table wider */
bool table_column_empty(const struct table *table, size_t column);
/* is the column summed below the table; has the table a row of sums */
bool table_column_summed(const struct table *table, size_t column);
bool table_has_totals(const struct table *table);
/* the cell of a row in the column of a key, which the table must have */
const struct cell *
table_at(const struct table *table, size_t row, const char *key);
/* how many rows have that id, and the first of them; and that of the first, or
 * rows where there is none */
size_t table_find_rows(const struct table *table, const char *id,
		       const struct row_id **first);
size_t table_find_row(const struct table *table, const char *id);
/* a row whose first cell has that text, or rows */
size_t table_find_name(const struct table *table, const char *name);

/* --- comes_back.c: cells that are taken back into the plan ---------------- */

/*
 * The key of the row's item that the cell shows, and that can be taken from it;
 * NULL: none. A cell comes back where the key of its column, or the path that
 * it is .from, leads to a single value of the row's item: its name too, a word
 * shown as its label or state, a reference shown as a name, a figure worked out
 * as long as the plan doesn't tell it. So do keys of the user's own with a
 * single value, as texts, but for those of a section or in a list. A list, a
 * mapping, a cell of two keys (objectives, ranges, routes), a formula, and what
 * is worked out of other items do not, nor does the column that tells rows of
 * one id apart.
 */
const struct field *
table_column_field(const struct table *table, size_t row, size_t column);
/* appends the key's path: actions.pilot.due, also where the plan has no such
 * key, or item, yet; the column must have a field in that row */
void table_column_path(struct buf *buf, const struct table *table, size_t row,
		       size_t column);
/* has the row an item, of the plan or to be */
bool table_row_has_item(const struct table *table, size_t row);

/* the i-th word that cells of the column show as a text of their own; word
 * NULL behind the last */
struct label {
	const char *word, *text;
};
struct label column_label(const struct table *table, size_t column,
			  const struct field *field, size_t i);
/* the name of the list of those words: "action_status", "flag", and of states
 * "investments.state"; NULL: the cells show none */
const char *column_list(struct arena *arena, const struct table *table,
			size_t column, const struct field *field);

bool column_has_numbers(enum column_kind kind);
/* header with its unit: "Cost, GBP a year" */
void column_header(struct buf *buf, const struct language *language,
		   const struct column *column);

/* a word of a list in plain words: "not_started" -> "not started". Its message
 * has the list as its context. */
const char *plain_word(const struct language *language, enum choices_id list,
		       const char *word);
/* the plan's title, or words for what it is */
const char *plan_title(const struct review *review);
/* "Approved 24 Mar 2026", by the newest approval; NULL without a status */
const char *status_fact(struct arena *arena, const struct review *review);
/* the dates of the plan's period, or of its next review, as a fact of the first
 * page: "1 Apr 2026 – 31 Mar 2027 (over)" */
const char *period_fact(struct arena *arena, const struct review *review,
			const char *dates);
const char *
review_fact(struct arena *arena, const struct review *review, const char *date);
/* "yes", "no" */
const char *flag_word(const struct language *language, bool on);

/* "none" to "ten", where the language counts in words; else 12,400 */
const char *
count_text(struct arena *arena, const struct language *language, double n);
/* begins with a capital, where the letter is one of ours */
const char *text_capital(struct arena *arena, const char *text);

/* appends "A +35%, B +40%", no more than most; returns how many there are */
size_t effects_add(struct buf *buf, const struct language *language,
		   const struct shares_value *effects, size_t most);

#endif
