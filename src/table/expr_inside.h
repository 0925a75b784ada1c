/* expr_inside.h - what expressions, sentences and excerpts share */
#ifndef CES_TABLE_EXPR_INSIDE_H
#define CES_TABLE_EXPR_INSIDE_H

#include "ces/excerpt.h"
#include "ces/question.h"
#include "tables.h"

/* finds the function of a call, and whether its result can be kept */
void call_prepare(struct arena *arena, struct expr *call);

struct eval {
	const struct expr_scope *scope;
	size_t row;	      /* of {key} */
	size_t item;	      /* of [key] in SUMPRODUCT; NO_ROW elsewhere */
	enum table_edge edge; /* columns are that cell alone */
};

/* numbers of rows: a cell of an edge; those behind the last row are blank */
enum { EDGES = 3 };
static inline size_t
edge_row(enum table_edge edge)
{
	return NO_ROW - EDGES + (size_t)edge;
}

struct value evaluate(const struct eval *eval, const struct expr *expr);
struct value call_value(const struct eval *eval, const struct expr *call);

/* --- the functions of formulas (expr_call.c, expr_columns.c) --- */

typedef struct value
call_function(const struct eval *eval, const struct expr *call);

/* results of SUM and its kin over columns and single cells */
enum aggregate {
	SUM = 1,
	COUNT,
	COUNTBLANK,
	ROWS,
	AVERAGE,
	MIN,
	MAX,
	AGGREGATES
};

/* the result over columns and cells in the arguments; NAN: none */
double call_aggregate(const struct eval *eval, const struct expr *call,
		      enum aggregate aggregate);
call_function call_countifs, call_sumif, call_sumifs, call_sumproduct,
	call_match, call_index;
/* is COUNTIFS above 0 */
bool countifs_any(const struct eval *eval, const struct expr *call);
/* MIN and MAX of rows: what an edge holds must not change them */
bool call_picks_one(const struct expr *call);
/* the first column of an expression, which says how many rows there are */
const struct expr *first_column(const struct expr *expr);
/* 0 for an argument that is left out, NAN for a text */
double number_arg(const struct eval *eval, const struct expr *call, size_t i);
bool value_is_blank(struct value value);

extern const struct value no_value; /* #VALUE! */
struct value number_value(double number);
struct value text_value(const char *text);
struct value truth_value(bool truth);
/* a blank cell and a truth count as numbers; NAN of a text */
double value_number(struct value value);
/* numbers stand before texts, texts before truths; case doesn't count */
int value_compare(struct value a, struct value b);
/* does "<=" hold of what was compared */
bool order_holds(const char *operator, int order);

/* Clauses one behind the other: the cases of each end with the one that has no
 * condition; "" is no clause. joins are messages of {first} and {second}. Terms
 * see the names of the scope, and the terms before them. */
enum { TERMS_MOST = 8, CASES_MOST = 20, JOINS_MOST = 3 };
#define COMMA C_("clauses", "{first}, {second}")
#define SEMICOLON C_("clauses", "{first}; {second}")
struct sentence {
	const char *when; /* nothing stands out unless it holds; NULL: always */
	const char *part, *all; /* told by {k} and {n} in words, or NULL */
	struct {
		const char *name, *template;
	} terms[TERMS_MOST];
	struct phrase cases[CASES_MOST];
	const char *joins[JOINS_MOST]; /* of each clause to those before it */
	const char *parts; /* texts that end them: "none" to "every" of $part */
};
/* NULL: nothing stands out */
const struct expr *
sentence_expr(const struct expr_scope *scope, const struct sentence *sentence);

/* a title that is counted and summed over columns; NULL: nothing stands out */
const struct expr *title_live(const struct expr_scope *scope);

enum { PREPARATIONS = sizeof(preparations) / sizeof(*preparations) };

/* rows that are chosen, with a figure to sort them by, largest first; NO_ROW:
 * of no item; kind: which, or why it is chosen */
struct ranked {
	double rank;
	size_t row;
	const struct table *table;
	int kind;
};
/* why actions are shown; those of no item are the preparation of that number */
enum { SHOWN_PLAIN = PREPARATIONS, SHOWN_NEXT, SHOWN_WORTH };
struct choosing {
	const struct expr_scope *scope;
	const struct table *table;
	struct ranked *ranked;
	size_t n;
};

/* excerpt_rows.c */
typedef void choose_rows(struct choosing *choosing);
choose_rows choose_decisions, choose_actions, choose_measures, choose_reasons,
	choose_scored, choose_events, choose_insights, choose_findings,
	choose_sections;

/* a block of the review */
struct excerpt_block {
	const char *key; /* of its texts: the subject, for a title without rows;
			  * none, where the table has no rows, and unchosen,
			  * where none is chosen; top, above the first of many
			  */
	enum table_id table;
	size_t most; /* rows */
	choose_rows *choose;
	const struct excerpt_column *columns;
	size_t column_count;
	const struct sentence *title; /* NULL: made for the reasons */
	bool total;
};
extern const struct excerpt_block excerpt_blocks[EXCERPT_COUNT];

/* the scope of expressions about a table and one of its rows, or NO_ROW */
struct expr_scope
scope_of(const struct expr_scope *scope, enum table_id table, size_t row);

/* "£k", of the money in the unit of that scale */
const char *money_unit(const struct expr_scope *scope, int scale);

/* tells whether it is asked for, in time or late */
bool decision_is_open(const struct table *decisions, size_t row);

/* a day before March 1900 is a text in workbooks, which no formula reckons
 * with; of a table after tables_evaluate */
bool table_has_early_day(const struct table *table);

/* {margin} in messages of live columns */
extern const struct binding measure_bindings[];
extern const size_t measure_binding_count;

/* WORDS(n) and the like as what they stand for; NULL: no macro */
const struct expr *macro_expand(const struct expr_scope *scope,
				const char *name, const struct expr *arg);

#endif
