/* expr_call.c - the functions of formulas */
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "ces/utf8.h"
#include "expr_inside.h"

/* --- conditions ----------------------------------------------------------- */

double
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

static struct value
call_iferror(const struct eval *eval, const struct expr *call)
{
	struct value value = evaluate(eval, call->args[0]);

	return value.kind == VALUE_ERROR ? evaluate(eval, call->args[1])
					 : value;
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
	amount_show(&text, eval->scope->review->language,
		    round_to(number, decimals), (int)decimals);
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
	{"IFERROR", .call = call_iferror},
	{"MATCH", .call = call_match},
	{"INDEX", .call = call_index},
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

/* is it of the row at hand: of a call or a figure the columns are whole */
static bool
is_by_row(const struct expr *expr)
{
	bool is = expr->kind == EXPR_COLUMN;

	for (size_t i = 0; expr->kind == EXPR_OPERATOR && i < expr->n; i++)
		is |= is_by_row(expr->args[i]);
	return is;
}

bool
call_goes_by_row(const struct expr *call)
{
	call_function *function = functions[call->row].call;
	bool goes = false;

	if (function != call_countifs && function != call_sumif &&
	    function != call_sumifs)
		return false;
	for (size_t i = 0; i < call->n && !goes; i++)
		goes = call->args[i]->kind != EXPR_COLUMN &&
		       is_by_row(call->args[i]);
	return goes;
}

void
call_prepare(struct arena *arena, struct expr *call)
{
	const struct table *table = NULL;

	while (strcmp(functions[call->row].name, call->text) != 0) {
		call->row++;
		assert(call->row < sizeof(functions) / sizeof(*functions));
	}
	if (!functions[call->row].kept || asks_row(call, &table) ||
	    call_goes_by_row(call))
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
		return number_value(call_aggregate(eval, call, aggregate));
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

double
expr_edge(const struct expr_scope *scope, const struct expr *expr, size_t row,
	  enum table_edge edge)
{
	const struct eval eval = {scope, row, NO_ROW, edge};
	struct value value;

	if (expr->kind != EXPR_CALL || !functions[expr->row].kept ||
	    functions[expr->row].aggregate == AVERAGE || call_picks_one(expr) ||
	    !first_column(expr))
		return 0;
	value = call_value(&eval, expr);
	assert(value.kind == VALUE_NUMBER);
	return value.number;
}

bool
expr_is_array(const struct expr *expr)
{
	bool is_array = expr->kind == EXPR_CALL && call_picks_one(expr);

	for (size_t i = 0; i < expr->n && !is_array; i++)
		is_array = expr_is_array(expr->args[i]);
	return is_array && expr->kind != EXPR_FIGURE;
}
