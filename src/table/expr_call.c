/* expr_call.c - the functions of formulas */
#include <assert.h>
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "ces/utf8.h"
#include "expr_inside.h"

typedef struct value
call_function(const struct eval *eval, const struct expr *call);

/* --- counts and sums over columns ----------------------------------------- */

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
struct numbers {
	double of[AGGREGATES];
};

static const struct numbers no_numbers = {.of[AVERAGE] = NAN};

static bool
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
		rows.first = rows.n + (eval->edge == EDGE_FOOT);
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

/* "done", "✓*", "<>done", "<>" of any, "" of blanks, ">0", or a number */
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
	if (!*text)
		return value_is_blank(cell);
	if (!strncmp(text, "<>", 2) && !isdigit((unsigned char)text[2]))
		return text[2] ? cell.kind != VALUE_TEXT ||
					 strcasecmp(cell.text, text + 2) != 0
			       : !value_is_blank(cell);
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

/* --- conditions ----------------------------------------------------------- */

/* 0 for an argument that is left out, NAN for a text */
static double
number_arg(const struct eval *eval, const struct expr *call, size_t i)
{
	return i < call->n ? value_number(evaluate(eval, call->args[i])) : 0;
}

static struct value
call_if(const struct eval *eval, const struct expr *call)
{
	double truth = number_arg(eval, call, 0);

	return isnan(truth) ? no_value
			    : evaluate(eval, call->args[truth != 0 ? 1 : 2]);
}

/* AND, OR, NOT */
static struct value
call_truths(const struct eval *eval, const struct expr *call)
{
	size_t n = 0;

	for (size_t i = 0; i < call->n; i++) {
		double truth = number_arg(eval, call, i);

		if (isnan(truth))
			return no_value;
		n += truth != 0;
	}
	if (!strcmp(call->text, "AND"))
		return truth_value(n == call->n);
	return truth_value(strcmp(call->text, "OR") ? n == 0 : n > 0);
}

static struct value
call_isnumber(const struct eval *eval, const struct expr *call)
{
	return truth_value(evaluate(eval, call->args[0]).kind == VALUE_NUMBER);
}

/* of a column the row at hand in SUMPRODUCT, of a cell its own: they only tell
 * which stands above the other */
static struct value
call_row(const struct eval *eval, const struct expr *call)
{
	bool column = call->args[0]->kind == EXPR_COLUMN;

	return number_value((double)(column ? eval->item : eval->row));
}

/* --- functions of numbers, of texts --------------------------------------- */

/* away from zero, at so many decimals */
static double
round_to(double number, double decimals)
{
	double scale = pow(10, decimals);

	return round(number * scale) / scale;
}

/* has the sign of the divisor */
static double
modulo(double number, double divisor)
{
	return number - divisor * floor(number / divisor);
}

static double
serial_day(double serial)
{
	return date_from_serial(serial).day;
}

static double
serial_month(double serial)
{
	return date_from_serial(serial).month;
}

static double
serial_year(double serial)
{
	return date_from_serial(serial).year;
}

static struct value
call_fixed(const struct eval *eval, const struct expr *call)
{
	double number = number_arg(eval, call, 0);
	double decimals = number_arg(eval, call, 1);
	struct buf text = {0};

	if (isnan(number) || isnan(decimals))
		return no_value;
	buf_decimals(&text, round_to(number, decimals), (int)decimals);
	return text_value(arena_take(eval->scope->arena, &text));
}

static struct value
call_choose(const struct eval *eval, const struct expr *call)
{
	double which = number_arg(eval, call, 0);

	return which >= 1 && which < (double)call->n
		       ? evaluate(eval, call->args[(size_t)which])
		       : no_value;
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
	double n = number_arg(eval, call, 1);

	if (value.kind == VALUE_ERROR || isnan(n))
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

	return value.kind == VALUE_ERROR
		       ? value
		       : text_value(*text ? text + letter_size(text) : text);
}

/* of UPPER one letter; others than ours keep their case: readers don't agree
 * on them */
static struct value
call_upper(const struct eval *eval, const struct expr *call)
{
	struct value value = evaluate(eval, call->args[0]);
	const char *text = value_text(eval->scope, value);

	return value.kind == VALUE_ERROR
		       ? value
		       : text_value(text_capital(eval->scope->arena, text));
}

/* each is an aggregate, a function of one or two numbers, or a call; kept:
 * goes through columns, so that its result is worth keeping */
static const struct {
	const char *name;
	bool kept;
	enum aggregate aggregate;
	double (*of_number)(double number);
	double (*of_numbers)(double number, double second);
	call_function *call;
} functions[] = {
	{"IF", .call = call_if},
	{"AND", .call = call_truths},
	{"OR", .call = call_truths},
	{"NOT", .call = call_truths},
	{"ISNUMBER", .call = call_isnumber},
	{"ROW", .call = call_row},
	{"SUM", true, .aggregate = SUM},
	{"COUNT", true, .aggregate = COUNT},
	{"COUNTBLANK", true, .aggregate = COUNTBLANK},
	{"ROWS", true, .aggregate = ROWS},
	{"AVERAGE", true, .aggregate = AVERAGE},
	{"MIN", .aggregate = MIN},
	{"MAX", .aggregate = MAX},
	{"COUNTIF", true, .call = call_countifs},
	{"COUNTIFS", true, .call = call_countifs},
	{"SUMIF", true, .call = call_sumif},
	{"SUMIFS", true, .call = call_sumifs},
	{"SUMPRODUCT", true, .call = call_sumproduct},
	{"INT", .of_number = floor},
	{"ABS", .of_number = fabs},
	{"SQRT", .of_number = sqrt},
	{"DAY", .of_number = serial_day},
	{"MONTH", .of_number = serial_month},
	{"YEAR", .of_number = serial_year},
	{"ROUND", .of_numbers = round_to},
	{"MOD", .of_numbers = modulo},
	{"FIXED", .call = call_fixed},
	{"CHOOSE", .call = call_choose},
	{"LEFT", .call = call_left},
	{"MID", .call = call_mid},
	{"UPPER", .call = call_upper},
};

/* true where other cells of the row than its id change the result; table is
 * that of the row, NULL where none does */
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
	if (!functions[call->row].kept || asks_row(call, &table))
		return;
	call->memo = arena_alloc(arena, sizeof(*call->memo));
	call->memo->table = table;
}

static struct value
apply(const struct eval *eval, const struct expr *call)
{
	enum aggregate aggregate = functions[call->row].aggregate;
	double number, second;

	if (functions[call->row].call)
		return functions[call->row].call(eval, call);
	if (aggregate)
		return number_value(add_args(eval, call).of[aggregate]);
	number = number_arg(eval, call, 0);
	second = number_arg(eval, call, 1);
	if (isnan(number) || isnan(second))
		return no_value;
	return number_value(
		functions[call->row].of_number
			? functions[call->row].of_number(number)
			: functions[call->row].of_numbers(number, second));
}

struct value
call_value(const struct eval *eval, const struct expr *call)
{
	struct memo *memo = call->memo;
	const char *id = memo && memo->table ? memo->table->ids[eval->row] : "";

	if (!memo || eval->edge)
		return apply(eval, call);
	if (!memo->id || strcmp(memo->id, id) != 0) {
		memo->value = apply(eval, call);
		memo->id = id;
	}
	return memo->value;
}

/* MIN and MAX of rows: what an edge holds must not change them */
static bool
picks_one(const struct expr *call)
{
	const struct expr *arg = call->n ? call->args[0] : NULL;

	return !strcmp(call->text, "SUMPRODUCT") && arg->kind == EXPR_CALL &&
	       (!strcmp(arg->text, "MIN") || !strcmp(arg->text, "MAX"));
}

double
expr_edge(const struct expr_scope *scope, const struct expr *expr, size_t row,
	  enum table_edge edge)
{
	const struct eval eval = {scope, row, NO_ROW, edge};
	struct value value;

	if (expr->kind != EXPR_CALL || !functions[expr->row].kept ||
	    functions[expr->row].aggregate == AVERAGE || picks_one(expr) ||
	    !first_column(expr))
		return 0;
	value = call_value(&eval, expr);
	assert(value.kind == VALUE_NUMBER);
	return value.number;
}

bool
expr_is_array(const struct expr *expr)
{
	bool is_array = expr->kind == EXPR_CALL && picks_one(expr);

	for (size_t i = 0; i < expr->n && !is_array; i++)
		is_array = expr_is_array(expr->args[i]);
	return is_array && expr->kind != EXPR_FIGURE;
}
