/* expr_call.c - the functions of formulas */
#include <assert.h>
#include <math.h>
#include <string.h>

#include "ces/utf8.h"
#include "expr_inside.h"

enum aggregate { SUM = 1, COUNT, COUNTBLANK, ROWS, AVERAGE, MIN, MAX };

static double
aggregate(const struct numbers *numbers, enum aggregate which)
{
	switch (which) {
	case SUM:
		return numbers->sum;
	case COUNT:
		return (double)numbers->n;
	case COUNTBLANK:
		return (double)numbers->blank;
	case ROWS:
		return (double)numbers->rows;
	case AVERAGE:
		return numbers->sum / (double)numbers->n;
	case MIN:
		return numbers->least;
	case MAX:
		return numbers->most;
	}
	return NAN;
}

/* --- conditions ----------------------------------------------------------- */

static struct value
call_if(const struct eval *eval, const struct expr *call)
{
	struct value when = evaluate(eval, call->args[0]);
	double truth;

	if (!value_to_number(when, &truth))
		return no_value;
	return evaluate(eval, call->args[truth != 0 ? 1 : 2]);
}

/* n: arguments that hold; false where one is a text */
static bool
count_truths(const struct eval *eval, const struct expr *call, size_t *n)
{
	double truth;

	*n = 0;
	for (size_t i = 0; i < call->n; i++) {
		if (!value_to_number(evaluate(eval, call->args[i]), &truth))
			return false;
		*n += truth != 0;
	}
	return true;
}

static struct value
call_and(const struct eval *eval, const struct expr *call)
{
	size_t n;

	return count_truths(eval, call, &n) ? truth_value(n == call->n)
					    : no_value;
}

static struct value
call_or(const struct eval *eval, const struct expr *call)
{
	size_t n;

	return count_truths(eval, call, &n) ? truth_value(n > 0) : no_value;
}

static struct value
call_not(const struct eval *eval, const struct expr *call)
{
	size_t n;

	return count_truths(eval, call, &n) ? truth_value(n == 0) : no_value;
}

static struct value
call_isnumber(const struct eval *eval, const struct expr *call)
{
	return truth_value(evaluate(eval, call->args[0]).kind == VALUE_NUMBER);
}

/* --- functions of numbers, of texts --------------------------------------- */

/* 0 for an argument that is left out */
static bool
number_arg(const struct eval *eval, const struct expr *call, size_t i,
	   double *number)
{
	*number = 0;
	return i >= call->n ||
	       value_to_number(evaluate(eval, call->args[i]), number);
}

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
	double number, decimals;
	struct buf text = {0};

	if (!number_arg(eval, call, 0, &number) ||
	    !number_arg(eval, call, 1, &decimals))
		return no_value;
	buf_decimals(&text, round_to(number, decimals), (int)decimals);
	return text_value(arena_take(eval->scope->arena, &text));
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
	{"AND", .call = call_and},
	{"OR", .call = call_or},
	{"NOT", .call = call_not},
	{"ISNUMBER", .call = call_isnumber},
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
	struct numbers numbers;
	double number, second;

	if (functions[call->row].call)
		return functions[call->row].call(eval, call);
	if (functions[call->row].aggregate) {
		numbers = call_numbers(eval, call);
		return number_value(
			aggregate(&numbers, functions[call->row].aggregate));
	}
	if (!number_arg(eval, call, 0, &number) ||
	    !number_arg(eval, call, 1, &second))
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

	if (!memo)
		return apply(eval, call);
	if (!memo->id || strcmp(memo->id, id) != 0) {
		memo->value = apply(eval, call);
		memo->id = id;
	}
	return memo->value;
}
