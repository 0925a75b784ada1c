/* expr.h - expressions over the tables: evaluated here, printed as formulas by
 * the workbook */
#ifndef CES_EXPR_H
#define CES_EXPR_H

#include "ces/message.h"
#include "ces/table.h"

/*
 * Read from a template in the syntax of a spreadsheet's formulas, once for all
 * rows of a table:
 *
 *   IF({status}=@action_status.done,'',as_of-{due})
 *
 *   {due}                cell of the row at hand; {id} its hidden id; {found}
 *                        is above 0 as long as a row found by its id is there
 *   [due] [actions.due]  all cells of a column; [actions.id] the hidden ids
 *   [amount:saving]      cell of the column in the row with that id
 *   #overdue ^bad        text of a state, a symbol (states.def); ^bad* is a
 *                        criterion for all texts that begin with it
 *   @demand.failure      plain word of choices.def
 *   'yes'                message, translated; '' empty text
 *   $all                 bound by the caller, else a named figure
 *   as_of                day of the review, as a workbook counts days
 *
 * Functions are those that every reader of workbooks knows, and the macros
 * WORDS(n), CAPITAL_WORDS(n): "none" to "ten", then digits; PERCENT(n): "5%";
 * MONEY(n): "£5,000", PAGE_MONEY(n) in the unit of the review: "£5k";
 * LONG_DAY(d), SHORT_DAY(d): "31 July", "31 Jul"; ITEMS([name]): how many rows
 * aren't blank.
 */
enum expr_kind {
	EXPR_NUMBER,
	EXPR_TEXT,
	EXPR_AS_OF,
	EXPR_PLACE, /* of no table: text refers to it, args[0] is in it */
	EXPR_CELL,  /* of the row at hand */
	EXPR_COLUMN,
	EXPR_LOOKUP,   /* cell of the row with an id, wherever it is sorted to;
			  blank once the row is removed */
	EXPR_FOUND,    /* where that row stands; 0 once it is removed */
	EXPR_FIGURE,   /* args[0], kept under a name: number says which */
	EXPR_OPERATOR, /* args[0] text args[1] */
	EXPR_CALL
};

/* VALUE_EMPTY is a blank cell: 0 in sums, equal to "" */
enum value_kind {
	VALUE_EMPTY,
	VALUE_NUMBER,
	VALUE_TEXT,
	VALUE_TRUTH, /* number is 0 or 1 */
	VALUE_ERROR
};

struct value {
	enum value_kind kind;
	double number;
	const char *text;
};

/* the last result of an aggregate over columns, and the id of the row that it
 * was for; table NULL: the same for all rows */
struct memo {
	const struct table *table;
	const char *id;
	struct value value;
};

struct expr {
	enum expr_kind kind;
	double number;
	const char *text; /* literal, operator, or name of the function */
	const struct table *table;
	size_t column; /* column_count: the hidden ids */
	size_t row;    /* of a lookup; of a call, its function's number */
	const struct expr **args;
	size_t n;
	struct memo
		*memo; /* of an aggregate, where no cell of the row decides */
};

/* how tightly an operator binds, from 0; a call and a cell bind most */
int expr_level(const struct expr *expr);

/* $name and {name} of messages: a template, or an expression made before */
struct binding {
	const char *name;
	const char *template;
	const struct expr *expr;
};

struct expr_scope {
	struct arena *arena; /* of expressions and their texts */
	const struct tables *tables;
	const struct review *review;
	const struct table *table; /* of {key} and [key] */
	/* {key} is the cell of that row, found by its id; NO_ROW: of any */
	size_t row;
	const struct binding *bindings;
	size_t n;
};

#define NO_ROW SIZE_MAX

/* a template that can't be read is our own bug: asserts */
const struct expr *
expr_parse(const struct expr_scope *scope, const char *template);
/* can a template name the row with the id, as in [amount:saving] */
bool row_can_be_named(const char *id);
const struct expr *expr_text(struct arena *arena, const char *text);
const struct expr *expr_number(struct arena *arena, double number);
/* a cell, "C5" of the same page, and what it holds: a number or a text */
const struct expr *expr_place(struct arena *arena, const char *reference,
			      const struct expr *content);
/* a message, in the review's language, whose {names} are bound */
const struct expr *
expr_message(const struct expr_scope *scope, const char *message);
const struct expr *
expr_join(struct arena *arena, const struct expr *a, const struct expr *b);

/* the message of the first case whose template holds; the last case has when
 * NULL. Messages are ids, "" is no text. */
struct phrase {
	const char *when, *message;
};
const struct expr *
expr_phrases(const struct expr_scope *scope, const struct phrase *phrases);

/* row: of {key} in scopes of no row. Texts live in the scope's arena. */
struct value
expr_value(const struct expr_scope *scope, const struct expr *expr, size_t row);
/* adds up the edge of its columns in a count or sum; 0 of other functions */
double expr_edge(const struct expr_scope *scope, const struct expr *expr,
		 size_t row, enum table_edge edge);
/* has it a criterion of each row at hand: SUMIF([n],'>'&[n],[n]) in SUMPRODUCT;
 * what the row behind the last adds depends on that row */
bool call_goes_by_row(const struct expr *call);
/* does its formula go through the rows of an IF, as only array formulas do */
bool expr_is_array(const struct expr *expr);
/* the text that a cell shows of it */
const char *value_text(const struct expr_scope *scope, struct value value);

/* a cell as a workbook holds it: percents as shares of 1, dates as days */
struct value table_value(const struct table *table, size_t row, size_t column);

/* evaluates the live columns: from then on their cells hold the results of
 * their formulas; the scope is of no table */
void tables_evaluate(const struct expr_scope *scope);
/* the formula of a cell; NULL: it stands as it is */
const struct expr *
table_formula(const struct table *table, size_t row, size_t column);
bool table_has_formula(const struct table *table, size_t row, size_t column);

/* the title of the scope's sheet: a text, or an expression that follows the
 * sheets; NULL where nothing stands out */
const struct expr *table_title(const struct expr_scope *scope);

/* figures that several sentences ask for, in the order of their numbers */
size_t figures_count(void);
const char *figure_name(size_t i);
const struct expr *figure_expr(const struct expr_scope *scope, size_t i);

#endif
