/* expr_value.c - expressions evaluated as readers of workbooks do */
#include <math.h>
#include <string.h>
#include <strings.h>

#include "expr_inside.h"

struct value
number_value(double number)
{
	return isfinite(number) ? (struct value){VALUE_NUMBER, number, NULL}
				: (struct value){.kind = VALUE_ERROR};
}

struct value
text_value(const char *text)
{
	return (struct value){VALUE_TEXT, 0, text};
}

struct value
truth_value(bool truth)
{
	return (struct value){VALUE_TRUTH, truth, NULL};
}

const struct value no_value = {.kind = VALUE_ERROR};

double
value_number(struct value value)
{
	if (value.kind == VALUE_TEXT || value.kind == VALUE_ERROR)
		return NAN;
	return value.kind == VALUE_EMPTY ? 0 : value.number;
}

static const char *
number_text(const struct expr_scope *scope, double number)
{
	const char *text = arena_format(scope->arena, "%.15g", number);
	int whole = (int)strcspn(text, ".");

	return !text[whole]
		       ? text
		       : arena_format(scope->arena, "%.*s%s%s", whole, text,
				      language_point(scope->review->language),
				      text + whole + 1);
}

const char *
value_text(const struct expr_scope *scope, struct value value)
{
	switch (value.kind) {
	case VALUE_TEXT:
		return value.text;
	case VALUE_NUMBER:
		return number_text(scope, value.number);
	case VALUE_TRUTH:
		return value.number != 0 ? "TRUE" : "FALSE";
	default:
		return "";
	}
}

/* --- operators ------------------------------------------------------------ */

int
value_compare(struct value a, struct value b)
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

bool
order_holds(const char *operator, int order)
{
	switch (*operator) {
	case '=':
		return order == 0;
	case '<':
		return operator[1] == '>' ? order != 0 :
		       operator[1] == '=' ? order <= 0
					  : order<0;
	default:
		return operator[1] == '=' ? order >= 0 : order> 0;
	}
}

static struct value
calculate(char operator, struct value a, struct value b)
{
	double x = value_number(a), y = value_number(b);

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

/* COUNTIFS(...)>0 that goes by the row at hand, whose result isn't kept */
static bool
asks_for_any(const struct expr *expr)
{
	const struct expr *call = expr->args[0], *none = expr->args[1];

	return !strcmp(expr->text, ">") && none->kind == EXPR_NUMBER &&
	       none->number == 0 && call->kind == EXPR_CALL && !call->memo &&
	       !strcmp(call->text, "COUNTIFS");
}

static struct value
operate(const struct eval *eval, const struct expr *expr)
{
	struct value a, b;

	if (asks_for_any(expr))
		return truth_value(countifs_any(eval, expr->args[0]));
	a = evaluate(eval, expr->args[0]);
	b = evaluate(eval, expr->args[1]);
	if (a.kind == VALUE_ERROR || b.kind == VALUE_ERROR)
		return no_value;
	if (strchr("=<>", *expr->text))
		return truth_value(
			order_holds(expr->text, value_compare(a, b)));
	if (*expr->text == '&')
		return text_value(arena_format(eval->scope->arena, "%s%s",
					       value_text(eval->scope, a),
					       value_text(eval->scope, b)));
	return calculate(*expr->text, a, b);
}

/* --- evaluating ----------------------------------------------------------- */

struct value
evaluate(const struct eval *eval, const struct expr *expr)
{
	double serial;

	switch (expr->kind) {
	case EXPR_NUMBER:
		return number_value(expr->number);
	case EXPR_TEXT:
		return text_value(expr->text);
	case EXPR_AS_OF:
		date_serial(eval->scope->review->view->as_of, &serial);
		return number_value(serial);
	case EXPR_CELL:
		return table_value(expr->table, eval->row, expr->column);
	case EXPR_COLUMN:
		return eval->item == NO_ROW
			       ? no_value
			       : table_value(expr->table, eval->item,
					     expr->column);
	case EXPR_LOOKUP:
		return table_value(expr->table, expr->row, expr->column);
	case EXPR_FOUND:
		return number_value(1);
	case EXPR_PLACE:
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
	const struct eval eval = {.scope = scope, .row = row, .item = NO_ROW};

	return evaluate(&eval, expr);
}
