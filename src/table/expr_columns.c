/* expr_columns.c - counts and sums over the rows of columns */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "expr_inside.h"

/* rows of a column to go through: all, or those of one id */
struct rows {
	const struct table *table;
	size_t first, n;
	bool by_id; /* numbers of the index by id */
};

static size_t
row_at(const struct rows *rows, size_t i)
{
	return rows->by_id ? table_by_id(rows->table, rows->first + i) : i;
}

static struct rows
rows_of(const struct eval *eval, const struct expr *column,
	const struct expr *id)
{
	struct rows rows = {.table = column->table, .n = column->table->rows};
	struct value value;

	if (!id || column->column != column->table->column_count)
		return rows;
	value = evaluate(eval, id);
	rows.by_id = true;
	rows.n = table_find_rows(rows.table, value_text(eval->scope, value),
				 &rows.first);
	return rows;
}

/* "done", "✓*", ">0", or a number */
static bool
meets(struct value cell, struct value criterion)
{
	const char *text = criterion.text;
	size_t n;
	struct value limit;

	if (criterion.kind != VALUE_TEXT)
		return cell.kind == VALUE_NUMBER &&
		       cell.number == criterion.number;
	n = strspn(text, "<>=");
	if (n) {
		limit = number_value(strtod(text + n, NULL));
		return cell.kind == VALUE_NUMBER &&
		       order_holds(text, value_compare(cell, limit));
	}
	n = strlen(text);
	if (cell.kind != VALUE_TEXT)
		return false;
	return n && text[n - 1] == '*' ? !strncasecmp(cell.text, text, n - 1)
				       : !strcasecmp(cell.text, text);
}

enum { CRITERIA_MOST = 8 };

/* of the rows that meet all of the pairs of column and criterion: how many,
 * and the sum of a column */
static double
sum_if(const struct eval *eval, const struct expr *const *pairs, size_t n,
       const struct expr *column)
{
	struct rows rows = rows_of(eval, pairs[0], pairs[1]);
	struct value criteria[CRITERIA_MOST];
	double sum = 0;

	for (size_t k = 0; k < n; k += 2)
		criteria[k / 2] = evaluate(eval, pairs[k + 1]);
	for (size_t i = 0; i < rows.n; i++) {
		size_t row = row_at(&rows, i), k = 0;
		struct value value;

		while (k < n &&
		       meets(table_value(rows.table, row, pairs[k]->column),
			     criteria[k / 2]))
			k += 2;
		if (k < n)
			continue;
		value = column ? table_value(rows.table, row, column->column)
			       : number_value(1);
		sum += value.kind == VALUE_NUMBER ? value.number : 0;
	}
	return sum;
}

static void
add_value(struct numbers *numbers, struct value value)
{
	numbers->rows++;
	numbers->blank += value.kind == VALUE_EMPTY ||
			  (value.kind == VALUE_TEXT && !*value.text);
	if (value.kind != VALUE_NUMBER)
		return;
	numbers->least =
		numbers->n ? fmin(numbers->least, value.number) : value.number;
	numbers->most =
		numbers->n ? fmax(numbers->most, value.number) : value.number;
	numbers->sum += value.number;
	numbers->n++;
}

struct numbers
call_numbers(const struct eval *eval, const struct expr *call)
{
	struct numbers numbers = {0};

	for (size_t i = 0; i < call->n; i++) {
		const struct expr *arg = call->args[i];

		if (arg->kind != EXPR_COLUMN)
			add_value(&numbers, evaluate(eval, arg));
		for (size_t row = 0;
		     arg->kind == EXPR_COLUMN && row < arg->table->rows; row++)
			add_value(&numbers,
				  table_value(arg->table, row, arg->column));
	}
	return numbers;
}

/* --- sums over rows ------------------------------------------------------- */

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

/* the first column of an expression, which says how many rows there are */
static const struct expr *
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
	struct numbers numbers = {0};

	for (size_t i = 0; i < rows.n; i++) {
		const struct eval at = {eval->scope, eval->row,
					row_at(&rows, i)};
		struct value value = evaluate(&at, item);

		if (value.kind == VALUE_ERROR)
			return value;
		add_value(&numbers, value);
	}
	return number_value(least  ? numbers.least
			    : most ? numbers.most
				   : numbers.sum);
}
