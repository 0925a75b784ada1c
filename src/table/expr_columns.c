/* expr_columns.c - the functions that go through the rows of columns */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "expr_inside.h"

struct numbers {
	double of[AGGREGATES];
};

static const struct numbers no_numbers = {.of[AVERAGE] = NAN};

bool
value_is_blank(struct value value)
{
	return value.kind == VALUE_EMPTY ||
	       (value.kind == VALUE_TEXT && !*value.text);
}

static void
add_value(struct numbers *numbers, struct value value)
{
	double *of = numbers->of, number = value.number;

	of[ROWS]++;
	of[COUNTBLANK] += value_is_blank(value);
	if (value.kind != VALUE_NUMBER)
		return;
	of[MIN] = of[COUNT] > 0 ? fmin(of[MIN], number) : number;
	of[MAX] = of[COUNT] > 0 ? fmax(of[MAX], number) : number;
	of[SUM] += number;
	of[COUNT]++;
	of[AVERAGE] = of[SUM] / of[COUNT];
}

/* rows of a column to go through: all, those of one id, or an edge */
struct rows {
	const struct table *table;
	size_t first, n;
	const struct row_id *by_id; /* or NULL */
};

static size_t
row_at(const struct rows *rows, size_t i)
{
	return rows->by_id ? rows->by_id[i].row : rows->first + i;
}

static struct rows
rows_of(const struct eval *eval, const struct expr *column,
	const struct expr *id)
{
	struct rows rows = {.table = column->table, .n = column->table->rows};

	if (eval->edge) {
		rows.first = edge_row(eval->edge);
		rows.n = 1;
	} else if (id && column->column == column->table->column_count)
		rows.n = table_find_rows(
			rows.table, value_text(eval->scope, evaluate(eval, id)),
			&rows.by_id);
	return rows;
}

static void
add_column(struct numbers *numbers, const struct eval *eval,
	   const struct expr *column)
{
	struct rows rows = rows_of(eval, column, NULL);

	for (size_t i = 0; i < rows.n; i++)
		add_value(numbers, table_value(rows.table, row_at(&rows, i),
					       column->column));
}

static struct numbers
add_args(const struct eval *eval, const struct expr *call)
{
	struct numbers numbers = no_numbers;

	for (size_t i = 0; i < call->n; i++) {
		const struct expr *arg = call->args[i];

		if (arg->kind == EXPR_COLUMN)
			add_column(&numbers, eval, arg);
		else if (!eval->edge)
			add_value(&numbers, evaluate(eval, arg));
	}
	return numbers;
}

double
call_aggregate(const struct eval *eval, const struct expr *call,
	       enum aggregate aggregate)
{
	return add_args(eval, call).of[aggregate];
}

/* written by & with the point of the language */
static double
criterion_number(const char *text)
{
	char number[32], *comma;

	snprintf(number, sizeof(number), "%s", text);
	comma = strchr(number, ',');
	if (comma)
		*comma = '.';
	return strtod(number, NULL);
}

/* "done", "✓*", "<>done", "<>" of any, "" of blanks, ">0", or a number */
struct criterion {
	struct value value;
	struct value limit; /* of a text that begins with an order */
};

/* Reads the limit once for all rows. */
static struct criterion
criterion_of(struct value value)
{
	struct criterion criterion = {.value = value};
	size_t n = value.kind == VALUE_TEXT ? strspn(value.text, "<>=") : 0;

	if (n)
		criterion.limit =
			number_value(criterion_number(value.text + n));
	return criterion;
}

static bool
meets(struct value cell, const struct criterion *criterion)
{
	const char *text = criterion->value.text;
	size_t n;

	if (criterion->value.kind != VALUE_TEXT)
		return cell.kind == VALUE_NUMBER &&
		       cell.number == criterion->value.number;
	if (!*text)
		return value_is_blank(cell);
	if (!strncmp(text, "<>", 2) && !isdigit((unsigned char)text[2]))
		return text[2] ? cell.kind != VALUE_TEXT ||
					 strcasecmp(cell.text, text + 2) != 0
			       : !value_is_blank(cell);
	if (strchr("<>=", *text))
		return cell.kind == VALUE_NUMBER &&
		       order_holds(text, value_compare(cell, criterion->limit));
	n = strlen(text);
	if (cell.kind != VALUE_TEXT)
		return false;
	return n && text[n - 1] == '*' ? !strncasecmp(cell.text, text, n - 1)
				       : !strcasecmp(cell.text, text);
}

enum { CRITERIA_MOST = 8 };

static void
read_criteria(struct criterion *criteria, const struct eval *eval,
	      const struct expr *const *pairs, size_t n)
{
	for (size_t k = 0; k < n; k += 2)
		criteria[k / 2] = criterion_of(evaluate(eval, pairs[k + 1]));
}

static bool
row_meets(const struct rows *rows, size_t row, const struct expr *const *pairs,
	  size_t n, const struct criterion *criteria)
{
	for (size_t k = 0; k < n; k += 2)
		if (!meets(table_value(rows->table, row, pairs[k]->column),
			   &criteria[k / 2]))
			return false;
	return true;
}

/* of the rows that meet all of the pairs of column and criterion: how many,
 * and the sum of a column */
static double
sum_if(const struct eval *eval, const struct expr *const *pairs, size_t n,
       const struct expr *column)
{
	struct rows rows = rows_of(eval, pairs[0], pairs[1]);
	struct criterion criteria[CRITERIA_MOST];
	double sum = 0;

	read_criteria(criteria, eval, pairs, n);
	for (size_t i = 0; i < rows.n; i++) {
		size_t row = row_at(&rows, i);
		struct value value;

		if (!row_meets(&rows, row, pairs, n, criteria))
			continue;
		value = column ? table_value(rows.table, row, column->column)
			       : number_value(1);
		sum += value.kind == VALUE_NUMBER ? value.number : 0;
	}
	return sum;
}

/* From the end, as later rows are asked for more often: of many readings each
 * asks whether there is a newer one. */
bool
countifs_any(const struct eval *eval, const struct expr *call)
{
	struct rows rows = rows_of(eval, call->args[0], call->args[1]);
	struct criterion criteria[CRITERIA_MOST];

	read_criteria(criteria, eval, call->args, call->n);
	for (size_t i = rows.n; i-- > 0;)
		if (row_meets(&rows, row_at(&rows, i), call->args, call->n,
			      criteria))
			return true;
	return false;
}

struct value
call_countifs(const struct eval *eval, const struct expr *call)
{
	return number_value(sum_if(eval, call->args, call->n, NULL));
}

/* SUMIF has its sum last, SUMIFS first */
struct value
call_sumif(const struct eval *eval, const struct expr *call)
{
	return number_value(sum_if(eval, call->args, 2, call->args[2]));
}

struct value
call_sumifs(const struct eval *eval, const struct expr *call)
{
	return number_value(
		sum_if(eval, call->args + 1, call->n - 1, call->args[0]));
}

const struct expr *
first_column(const struct expr *expr)
{
	const struct expr *found = NULL;

	if (expr->kind == EXPR_COLUMN)
		return expr;
	for (size_t i = 0; i < expr->n && !found; i++)
		found = first_column(expr->args[i]);
	return found;
}

/* the id that the first factor of a product asks for; NULL: none */
static const struct expr *
asked_id(const struct expr *expr)
{
	while (expr->kind == EXPR_OPERATOR && *expr->text == '*')
		expr = expr->args[0];
	return expr->kind == EXPR_OPERATOR && *expr->text == '=' &&
			       expr->args[0]->kind == EXPR_COLUMN
		       ? expr->args[1]
		       : NULL;
}

/* the sum over the rows; of SUMPRODUCT(MIN(...)) the least, of MAX the most */
struct value
call_sumproduct(const struct eval *eval, const struct expr *call)
{
	const struct expr *arg = call->args[0];
	bool least = arg->kind == EXPR_CALL && !strcmp(arg->text, "MIN");
	bool most = arg->kind == EXPR_CALL && !strcmp(arg->text, "MAX");
	const struct expr *item = least || most ? arg->args[0] : arg;
	struct rows rows = rows_of(eval, first_column(item), asked_id(item));
	struct numbers numbers = no_numbers;

	for (size_t i = 0; i < rows.n; i++) {
		const struct eval at = {.scope = eval->scope,
					.row = eval->row,
					.item = row_at(&rows, i)};
		struct value value = evaluate(&at, item);

		if (value.kind == VALUE_ERROR)
			return value;
		add_value(&numbers, value);
	}
	return number_value(numbers.of[least ? MIN : most ? MAX : SUM]);
}

/* from the header on, as ranges do */
struct value
call_match(const struct eval *eval, const struct expr *call)
{
	struct value wanted = evaluate(eval, call->args[0]);
	const struct expr *column = call->args[1];

	for (size_t i = 0; i < column->table->rows; i++)
		if (!value_is_blank(wanted) &&
		    !value_compare(
			    table_value(column->table, i, column->column),
			    wanted))
			return number_value((double)i + 2);
	return no_value;
}

struct value
call_index(const struct eval *eval, const struct expr *call)
{
	double place = number_arg(eval, call, 1);
	const struct expr *column = call->args[0];

	return place >= 2 && place < (double)column->table->rows + 2
		       ? table_value(column->table, (size_t)place - 2,
				     column->column)
		       : no_value;
}

bool
call_picks_one(const struct expr *call)
{
	const struct expr *arg = call->n ? call->args[0] : NULL;

	return !strcmp(call->text, "SUMPRODUCT") && arg->kind == EXPR_CALL &&
	       (!strcmp(arg->text, "MIN") || !strcmp(arg->text, "MAX"));
}
