/* expr_value.c - expressions evaluated as readers of workbooks do */
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "ces/utf8.h"
#include "expr_inside.h"

struct eval {
	const struct expr_scope *scope;
	size_t row;	 /* of {key} */
	size_t item;	 /* of [key] in SUMPRODUCT; NO_ROW elsewhere */
};

static struct value evaluate(const struct eval *eval, const struct expr *expr);

static struct value
number_value(double number)
{
	return isfinite(number)
		       ? (struct value){VALUE_NUMBER, number, NULL}
		       : (struct value){.kind = VALUE_ERROR};
}

static struct value
text_value(const char *text)
{
	return (struct value){VALUE_TEXT, 0, text};
}

static struct value
truth_value(bool truth)
{
	return (struct value){VALUE_TRUTH, truth, NULL};
}

static const struct value no_value = {.kind = VALUE_ERROR};

/* a blank cell and a truth count as numbers, a text does not */
static bool
to_number(struct value value, double *number)
{
	*number = value.kind == VALUE_EMPTY ? 0 : value.number;
	return value.kind != VALUE_TEXT && value.kind != VALUE_ERROR;
}

const char *
value_text(const struct expr_scope *scope, struct value value)
{
	switch (value.kind) {
	case VALUE_TEXT:
		return value.text;
	case VALUE_NUMBER:
		return arena_format(scope->arena, "%.15g", value.number);
	case VALUE_TRUTH:
		return value.number ? "TRUE" : "FALSE";
	default:
		return "";
	}
}

/* --- operators ------------------------------------------------------------ */

/* numbers stand before texts, texts before truths; case doesn't count */
static int
compare(struct value a, struct value b)
{
	if (a.kind == VALUE_EMPTY)
		a = b.kind == VALUE_TEXT ? text_value("") : number_value(0);
	if (b.kind == VALUE_EMPTY)
		b = a.kind == VALUE_TEXT ? text_value("") : number_value(0);
	if (a.kind != b.kind)
		return a.kind < b.kind ? -1 : 1;
	if (a.kind == VALUE_TEXT)
		return strcasecmp(a.text, b.text);
	return (a.number > b.number) - (a.number < b.number);
}

static bool
holds(const char *operator, int order)
{
	switch (*operator) {
	case '=':
		return order == 0;
	case '<':
		return operator[1] == '>'   ? order != 0
		       : operator[1] == '=' ? order <= 0
					    : order < 0;
	default:
		return operator[1] == '=' ? order >= 0 : order > 0;
	}
}

static struct value
calculate(char operator, struct value a, struct value b)
{
	double x, y;

	if (!to_number(a, &x) || !to_number(b, &y))
		return no_value;
	switch (operator) {
	case '+':
		return number_value(x + y);
	case '-':
		return number_value(x - y);
	case '*':
		return number_value(x * y);
	default:
		return number_value(x / y);
	}
}

static struct value
operate(const struct eval *eval, const struct expr *expr)
{
	struct value a = evaluate(eval, expr->args[0]);
	struct value b = evaluate(eval, expr->args[1]);

	if (a.kind == VALUE_ERROR || b.kind == VALUE_ERROR)
		return no_value;
	if (strchr("=<>", *expr->text))
		return truth_value(holds(expr->text, compare(a, b)));
	if (*expr->text == '&')
		return text_value(arena_format(eval->scope->arena, "%s%s",
					       value_text(eval->scope, a),
					       value_text(eval->scope, b)));
	return calculate(*expr->text, a, b);
}

/* --- columns -------------------------------------------------------------- */

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
		       holds(text, compare(cell, limit));
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

		while (k < n && meets(table_value(rows.table, row,
						  pairs[k]->column),
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

/* numbers of columns and of single cells, as SUM and its kin take them */
struct numbers {
	double sum, least, most;
	size_t n, blank, rows;
};

static void
add_value(struct numbers *numbers, struct value value)
{
	numbers->rows++;
	numbers->blank += value.kind == VALUE_EMPTY ||
			  (value.kind == VALUE_TEXT && !*value.text);
	if (value.kind != VALUE_NUMBER)
		return;
	numbers->least = numbers->n ? fmin(numbers->least, value.number)
				    : value.number;
	numbers->most = numbers->n ? fmax(numbers->most, value.number)
				   : value.number;
	numbers->sum += value.number;
	numbers->n++;
}

static struct numbers
gather(const struct eval *eval, const struct expr *call)
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

/* --- functions ------------------------------------------------------------ */

static struct value
call_if(const struct eval *eval, const struct expr *call)
{
	struct value when = evaluate(eval, call->args[0]);
	double truth;

	if (!to_number(when, &truth))
		return no_value;
	return evaluate(eval, call->args[truth ? 1 : 2]);
}

static struct value
call_and(const struct eval *eval, const struct expr *call)
{
	bool all = true;
	double truth;

	for (size_t i = 0; i < call->n; i++) {
		if (!to_number(evaluate(eval, call->args[i]), &truth))
			return no_value;
		all &= truth != 0;
	}
	return truth_value(all);
}

static struct value
call_or(const struct eval *eval, const struct expr *call)
{
	bool any = false;
	double truth;

	for (size_t i = 0; i < call->n; i++) {
		if (!to_number(evaluate(eval, call->args[i]), &truth))
			return no_value;
		any |= truth != 0;
	}
	return truth_value(any);
}

static struct value
call_not(const struct eval *eval, const struct expr *call)
{
	double truth;

	return to_number(evaluate(eval, call->args[0]), &truth)
		       ? truth_value(!truth)
		       : no_value;
}

static struct value
call_isnumber(const struct eval *eval, const struct expr *call)
{
	return truth_value(evaluate(eval, call->args[0]).kind == VALUE_NUMBER);
}

static struct value
call_sum(const struct eval *eval, const struct expr *call)
{
	return number_value(gather(eval, call).sum);
}

static struct value
call_count(const struct eval *eval, const struct expr *call)
{
	return number_value((double)gather(eval, call).n);
}

static struct value
call_countblank(const struct eval *eval, const struct expr *call)
{
	return number_value((double)gather(eval, call).blank);
}

static struct value
call_rows(const struct eval *eval, const struct expr *call)
{
	return number_value((double)gather(eval, call).rows);
}

static struct value
call_average(const struct eval *eval, const struct expr *call)
{
	struct numbers numbers = gather(eval, call);

	return number_value(numbers.sum / (double)numbers.n);
}

static struct value
call_min(const struct eval *eval, const struct expr *call)
{
	return number_value(gather(eval, call).least);
}

static struct value
call_max(const struct eval *eval, const struct expr *call)
{
	return number_value(gather(eval, call).most);
}

static struct value
call_countifs(const struct eval *eval, const struct expr *call)
{
	return number_value(sum_if(eval, call->args, call->n, NULL));
}

/* SUMIF has its sum last, SUMIFS first */
static struct value
call_sumif(const struct eval *eval, const struct expr *call)
{
	return number_value(sum_if(eval, call->args, 2, call->args[2]));
}

static struct value
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
static struct value
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

static bool
number_arg(const struct eval *eval, const struct expr *call, size_t i,
	   double *number)
{
	*number = 0;
	return i >= call->n ||
	       to_number(evaluate(eval, call->args[i]), number);
}

/* away from zero, at so many decimals */
static double
round_to(double number, double decimals)
{
	double scale = pow(10, decimals);

	return round(number * scale) / scale;
}

static struct value
call_round(const struct eval *eval, const struct expr *call)
{
	double number, decimals;

	if (!number_arg(eval, call, 0, &number) ||
	    !number_arg(eval, call, 1, &decimals))
		return no_value;
	return number_value(round_to(number, decimals));
}

static struct value
call_fixed(const struct eval *eval, const struct expr *call)
{
	double number, decimals;
	struct buf text = {0};

	if (!number_arg(eval, call, 0, &number) ||
	    !number_arg(eval, call, 1, &decimals))
		return no_value;
	buf_decimals(&text, round_to(number, decimals), (int)decimals);
	return text_value(arena_take(eval->scope->arena, &text));
}

static struct value
call_int(const struct eval *eval, const struct expr *call)
{
	double number;

	return number_arg(eval, call, 0, &number) ? number_value(floor(number))
						  : no_value;
}

/* has the sign of the divisor */
static struct value
call_mod(const struct eval *eval, const struct expr *call)
{
	double number, divisor;

	if (!number_arg(eval, call, 0, &number) ||
	    !number_arg(eval, call, 1, &divisor))
		return no_value;
	return number_value(number - divisor * floor(number / divisor));
}

static struct value
call_abs(const struct eval *eval, const struct expr *call)
{
	double number;

	return number_arg(eval, call, 0, &number) ? number_value(fabs(number))
						  : no_value;
}

static struct value
call_sqrt(const struct eval *eval, const struct expr *call)
{
	double number;

	return number_arg(eval, call, 0, &number) ? number_value(sqrt(number))
						  : no_value;
}

static struct date
date_arg(const struct eval *eval, const struct expr *call)
{
	double serial;

	return number_arg(eval, call, 0, &serial) ? date_from_serial(serial)
						  : (struct date){0};
}

static struct value
call_day(const struct eval *eval, const struct expr *call)
{
	return number_value(date_arg(eval, call).day);
}

static struct value
call_month(const struct eval *eval, const struct expr *call)
{
	return number_value(date_arg(eval, call).month);
}

static struct value
call_year(const struct eval *eval, const struct expr *call)
{
	return number_value(date_arg(eval, call).year);
}

static struct value
call_choose(const struct eval *eval, const struct expr *call)
{
	double which;

	if (!number_arg(eval, call, 0, &which) || !(which >= 1) ||
	    !(which < (double)call->n))
		return no_value;
	return evaluate(eval, call->args[(size_t)which]);
}

static size_t
letter_size(const char *text)
{
	uint32_t letter;

	return utf8_decode(text, strlen(text), &letter);
}

/* the first letters of a text, as many as the second argument says */
static struct value
call_left(const struct eval *eval, const struct expr *call)
{
	struct value value = evaluate(eval, call->args[0]);
	const char *text = value_text(eval->scope, value), *end = text;
	double n;

	if (value.kind == VALUE_ERROR || !number_arg(eval, call, 1, &n))
		return no_value;
	for (; n >= 1 && *end; n--)
		end += letter_size(end);
	return text_value(
		arena_copy(eval->scope->arena, text, (size_t)(end - text)));
}

/* of MID all that is behind the first letter is asked for */
static struct value
call_mid(const struct eval *eval, const struct expr *call)
{
	struct value value = evaluate(eval, call->args[0]);
	const char *text = value_text(eval->scope, value);

	if (value.kind == VALUE_ERROR)
		return value;
	return text_value(*text ? text + letter_size(text) : text);
}

/* other letters than ours keep their case: readers don't agree on them */
static struct value
call_upper(const struct eval *eval, const struct expr *call)
{
	struct value value = evaluate(eval, call->args[0]);
	char *text;

	if (value.kind == VALUE_ERROR)
		return value;
	text = arena_string(eval->scope->arena, value_text(eval->scope, value));
	for (char *p = text; *p; p++)
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - 'a' + 'A');
	return text_value(text);
}

/* aggregates go through columns: their results are kept */
static const struct {
	const char *name;
	struct value (*call)(const struct eval *eval, const struct expr *call);
	bool aggregate;
} functions[] = {
	{"IF", call_if, false},
	{"AND", call_and, false},
	{"OR", call_or, false},
	{"NOT", call_not, false},
	{"ISNUMBER", call_isnumber, false},
	{"SUM", call_sum, true},
	{"COUNT", call_count, true},
	{"COUNTBLANK", call_countblank, true},
	{"ROWS", call_rows, true},
	{"AVERAGE", call_average, true},
	{"MIN", call_min, false},
	{"MAX", call_max, false},
	{"COUNTIF", call_countifs, true},
	{"COUNTIFS", call_countifs, true},
	{"SUMIF", call_sumif, true},
	{"SUMIFS", call_sumifs, true},
	{"SUMPRODUCT", call_sumproduct, true},
	{"ROUND", call_round, false},
	{"FIXED", call_fixed, false},
	{"INT", call_int, false},
	{"MOD", call_mod, false},
	{"ABS", call_abs, false},
	{"SQRT", call_sqrt, false},
	{"DAY", call_day, false},
	{"MONTH", call_month, false},
	{"YEAR", call_year, false},
	{"CHOOSE", call_choose, false},
	{"LEFT", call_left, false},
	{"MID", call_mid, false},
	{"UPPER", call_upper, false},
};

/* --- evaluating ------------------------------------------------------------ */

/* does the row at hand decide by more than its id; the table of that id */
static bool
asks_row(const struct expr *expr, const struct table **table)
{
	bool asks = false;

	if (expr->kind == EXPR_CELL) {
		*table = expr->table;
		return expr->column != expr->table->column_count;
	}
	for (size_t i = 0; i < expr->n && !asks; i++)
		asks = asks_row(expr->args[i], table);
	return asks;
}

void
call_prepare(struct arena *arena, struct expr *call)
{
	const struct table *table = NULL;

	while (strcmp(functions[call->row].name, call->text) != 0) {
		call->row++;
		assert(call->row < sizeof(functions) / sizeof(*functions));
	}
	if (!functions[call->row].aggregate || asks_row(call, &table))
		return;
	call->memo = arena_alloc(arena, sizeof(*call->memo));
	call->memo->table = table;
}

static struct value
call_value(const struct eval *eval, const struct expr *call)
{
	struct memo *memo = call->memo;
	const char *id = memo && memo->table ? memo->table->ids[eval->row] : "";

	if (!memo)
		return functions[call->row].call(eval, call);
	if (!memo->id || strcmp(memo->id, id) != 0) {
		memo->value = functions[call->row].call(eval, call);
		memo->id = id;
	}
	return memo->value;
}

static struct value
evaluate(const struct eval *eval, const struct expr *expr)
{
	double serial;

	switch (expr->kind) {
	case EXPR_NUMBER:
	case EXPR_PLACE:
		return number_value(expr->number);
	case EXPR_TEXT:
		return text_value(expr->text);
	case EXPR_AS_OF:
		date_serial(eval->scope->review->view->as_of, &serial);
		return number_value(serial);
	case EXPR_CELL:
		return table_value(expr->table, eval->row, expr->column);
	case EXPR_COLUMN:
		return eval->item == NO_ROW ? no_value
					    : table_value(expr->table,
							  eval->item,
							  expr->column);
	case EXPR_LOOKUP:
		return table_value(expr->table, expr->row, expr->column);
	case EXPR_FIGURE:
		return evaluate(eval, expr->args[0]);
	case EXPR_OPERATOR:
		return operate(eval, expr);
	case EXPR_CALL:
		return call_value(eval, expr);
	}
	return no_value;
}

struct value
expr_value(const struct expr_scope *scope, const struct expr *expr, size_t row)
{
	const struct eval eval = {scope, row, NO_ROW};

	return evaluate(&eval, expr);
}
