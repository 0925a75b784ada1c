/* expr.c - templates of formulas, read into expressions */
#include "ces/expr.h"

#include <assert.h>
#include <ctype.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "expr_inside.h"
#include "tables.h"

enum { ARGS_MOST = 16 };

struct reader {
	const struct expr_scope *scope;
	const char *at; /* the rest of the template */
};

/* --- nodes ---------------------------------------------------------------- */

static struct expr *
make(struct arena *arena, enum expr_kind kind)
{
	struct expr *expr = arena_alloc(arena, sizeof(*expr));

	expr->kind = kind;
	return expr;
}

const struct expr *
expr_text(struct arena *arena, const char *text)
{
	struct expr *expr = make(arena, EXPR_TEXT);

	expr->text = text;
	return expr;
}

const struct expr *
expr_number(struct arena *arena, double number)
{
	struct expr *expr = make(arena, EXPR_NUMBER);

	expr->number = number;
	return expr;
}

const struct expr *
expr_place(struct arena *arena, const char *reference, double number)
{
	struct expr *expr = make(arena, EXPR_PLACE);

	expr->text = reference;
	expr->number = number;
	return expr;
}

static const struct expr *
make_node(struct arena *arena, enum expr_kind kind, const char *text,
	  const struct expr *const *args, size_t n)
{
	struct expr *expr = make(arena, kind);

	expr->text = text;
	expr->n = n;
	expr->args = arena_alloc(arena, (n + 1) * sizeof(*expr->args));
	for (size_t i = 0; i < n; i++)
		expr->args[i] = args[i];
	if (kind == EXPR_CALL)
		call_prepare(arena, expr);
	return expr;
}

static const struct expr *
make_operator(struct arena *arena, const char *text, const struct expr *a,
	      const struct expr *b)
{
	return make_node(arena, EXPR_OPERATOR, text,
			 (const struct expr *[]){a, b}, 2);
}

const struct expr *
expr_join(struct arena *arena, const struct expr *a, const struct expr *b)
{
	return a ? make_operator(arena, "&", a, b) : b;
}

/* --- references ----------------------------------------------------------- */

static void
expect(struct reader *reader, char c)
{
	assert(*reader->at == c);
	(void)c;
	reader->at++;
}

/* letters, digits and _ */
static const char *
read_name(struct reader *reader)
{
	size_t n = 0;

	while (isalnum((unsigned char)reader->at[n]) || reader->at[n] == '_')
		n++;
	assert(n);
	reader->at += n;
	return arena_copy(reader->scope->arena, reader->at - n, n);
}

static size_t
find_column(const struct table *table, const char *key)
{
	int column = table_column(table, key);

	if (!strcmp(key, "id"))
		return table->column_count;
	assert(column >= 0);
	return (size_t)column;
}

static const struct expr *
lookup(struct arena *arena, const struct table *table, size_t column,
       size_t row)
{
	struct expr *expr = make(arena, EXPR_LOOKUP);

	expr->table = table;
	expr->column = column;
	expr->row = row;
	return expr;
}

/* {due} */
static const struct expr *
read_cell(struct reader *reader)
{
	const struct expr_scope *scope = reader->scope;
	struct expr *expr = make(scope->arena, EXPR_CELL);

	expect(reader, '{');
	expr->table = scope->table;
	expr->column = find_column(scope->table, read_name(reader));
	expect(reader, '}');
	return scope->row == NO_ROW ? expr
				    : lookup(scope->arena, expr->table,
					     expr->column, scope->row);
}

/* [due], [actions.due], [amount:saving] */
static const struct expr *
read_column(struct reader *reader)
{
	const struct expr_scope *scope = reader->scope;
	struct expr *expr = make(scope->arena, EXPR_COLUMN);
	const char *name;
	size_t row, n;
	int id;

	expect(reader, '[');
	expr->table = scope->table;
	name = read_name(reader);
	if (*reader->at == '.') {
		reader->at++;
		id = table_of_key(name);
		assert(id >= 0);
		expr->table = tables_get(scope->tables, (enum table_id)id);
		name = read_name(reader);
	}
	expr->column = find_column(expr->table, name);
	if (*reader->at != ':') {
		expect(reader, ']');
		return expr;
	}
	n = strcspn(++reader->at, "]");
	row = table_find_row(expr->table,
			     arena_copy(scope->arena, reader->at, n));
	reader->at += n + 1;
	return row == expr->table->rows
		       ? expr_text(scope->arena, "")
		       : lookup(scope->arena, expr->table, expr->column, row);
}

/* #overdue */
static const struct expr *
read_state(struct reader *reader)
{
	enum state_id state;

	expect(reader, '#');
	state = state_find(read_name(reader));
	assert(state);
	return expr_text(reader->scope->arena, state_text(state));
}

/* ^bad, ^bad* */
static const struct expr *
read_symbol(struct reader *reader)
{
	enum symbol_id symbol;
	bool pattern;

	expect(reader, '^');
	symbol = symbol_find(read_name(reader));
	assert(symbol);
	pattern = *reader->at == '*';
	reader->at += pattern;
	return expr_text(reader->scope->arena, pattern ? symbol_pattern(symbol)
						       : symbol_mark(symbol));
}

/* @demand.failure */
static const struct expr *
read_word(struct reader *reader)
{
	const char *list, *word;
	int i = 0, n;

	expect(reader, '@');
	list = read_name(reader);
	expect(reader, '.');
	word = read_name(reader);
	while (i < CHOICE_COUNT && strcmp(choices[i].name, list) != 0)
		i++;
	assert(i < CHOICE_COUNT);
	n = choices_find(&choices[i], word);
	assert(n >= 0);
	(void)n;
	return expr_text(reader->scope->arena, plain_word(word));
}

static const struct expr *
find_figure(const struct expr_scope *scope, const char *name)
{
	struct expr *expr = make(scope->arena, EXPR_FIGURE);
	size_t i = 0;

	while (strcmp(figure_name(i), name) != 0) {
		i++;
		assert(i < figures_count());
	}
	expr->number = (double)i;
	expr->n = 1;
	expr->args = arena_alloc(scope->arena, sizeof(*expr->args));
	expr->args[0] = figure_expr(scope, i);
	return expr;
}

/* a template sees what is bound before it */
static const struct expr *
find_name(const struct expr_scope *scope, const char *name)
{
	struct expr_scope outer = *scope;

	while (outer.n > 0) {
		const struct binding *binding = &scope->bindings[--outer.n];

		if (!strcmp(binding->name, name))
			return binding->expr
				       ? binding->expr
				       : expr_parse(&outer, binding->template);
	}
	return find_figure(scope, name);
}

/* 'yes' */
static const struct expr *
read_text(struct reader *reader)
{
	struct arena *arena = reader->scope->arena;
	size_t n;
	char *text;

	expect(reader, '\'');
	n = strcspn(reader->at, "'");
	text = arena_copy(arena, reader->at, n);
	reader->at += n;
	expect(reader, '\'');
	return n ? expr_message(reader->scope, gettext(text))
		 : expr_text(arena, "");
}

/* --- operators, calls ------------------------------------------------------
 */

/* from the loosest to the tightest; longer ones before their beginnings */
static const char *const operators[][7] = {
	{"<>", "<=", ">=", "=", "<", ">"}, {"&"}, {"+", "-"}, {"*", "/"}};
enum { LEVELS = sizeof(operators) / sizeof(*operators) };

int
expr_level(const struct expr *expr)
{
	for (int level = 0; expr->kind == EXPR_OPERATOR && level < LEVELS;
	     level++)
		for (int i = 0; operators[level][i]; i++)
			if (!strcmp(operators[level][i], expr->text))
				return level;
	return LEVELS;
}

static const struct expr *read_level(struct reader *reader, int level);

static const struct expr *
read_call(struct reader *reader, const char *name)
{
	const struct expr *args[ARGS_MOST], *macro;
	struct arena *arena = reader->scope->arena;
	size_t n = 0;

	expect(reader, '(');
	while (*reader->at != ')') {
		assert(n < ARGS_MOST);
		args[n++] = read_level(reader, 0);
		if (*reader->at == ',')
			reader->at++;
	}
	expect(reader, ')');
	macro = macro_expand(reader->scope, name, args[0]);
	return macro ? macro : make_node(arena, EXPR_CALL, name, args, n);
}

static const struct expr *
read_number(struct reader *reader)
{
	char *end;
	double number = strtod(reader->at, &end);

	assert(end > reader->at);
	reader->at = end;
	return expr_number(reader->scope->arena, number);
}

static const struct expr *
read_primary(struct reader *reader)
{
	const struct expr *expr;
	const char *name;

	switch (*reader->at) {
	case '{':
		return read_cell(reader);
	case '[':
		return read_column(reader);
	case '#':
		return read_state(reader);
	case '^':
		return read_symbol(reader);
	case '@':
		return read_word(reader);
	case '\'':
		return read_text(reader);
	case '$':
		reader->at++;
		return find_name(reader->scope, read_name(reader));
	case '(':
		reader->at++;
		expr = read_level(reader, 0);
		expect(reader, ')');
		return expr;
	}
	if (!isalpha((unsigned char)*reader->at))
		return read_number(reader);
	name = read_name(reader);
	return strcmp(name, "as_of") ? read_call(reader, name)
				     : make(reader->scope->arena, EXPR_AS_OF);
}

static const char *
read_operator(struct reader *reader, int level)
{
	for (int i = 0; operators[level][i]; i++) {
		size_t n = strlen(operators[level][i]);

		if (strncmp(reader->at, operators[level][i], n) != 0)
			continue;
		reader->at += n;
		return operators[level][i];
	}
	return NULL;
}

static const struct expr *
read_level(struct reader *reader, int level)
{
	const struct expr *left;
	const char *operator;

	if (level == LEVELS)
		return read_primary(reader);
	left = read_level(reader, level + 1);
	while ((operator= read_operator(reader, level)))
		left = make_operator(reader->scope->arena, operator, left,
				     read_level(reader, level + 1));
	return left;
}

const struct expr *
expr_parse(const struct expr_scope *scope, const char *template)
{
	struct reader reader = {scope, template};
	const struct expr *expr = read_level(&reader, 0);

	assert(!*reader.at);
	return expr;
}

/* --- messages --------------------------------------------------------------
 */

const struct expr *
expr_message(const struct expr_scope *scope, const char *message)
{
	struct arena *arena = scope->arena;
	const struct expr *joined = NULL, *text;
	const char *open, *close, *name;

	while ((open = strchr(message, '{')) && (close = strchr(open, '}'))) {
		text = expr_text(arena, arena_copy(arena, message,
						   (size_t)(open - message)));
		name = arena_copy(arena, open + 1, (size_t)(close - open) - 1);
		if (*text->text)
			joined = expr_join(arena, joined, text);
		joined = expr_join(arena, joined, find_name(scope, name));
		message = close + 1;
	}
	return *message || !joined
		       ? expr_join(arena, joined, expr_text(arena, message))
		       : joined;
}

const struct expr *
expr_phrases(const struct expr_scope *scope, const struct phrase *phrases)
{
	const struct expr *message, *when;

	message = *phrases->message
			  ? expr_message(scope, gettext(phrases->message))
			  : expr_text(scope->arena, "");
	if (!phrases->when)
		return message;
	when = expr_parse(scope, phrases->when);
	return make_node(
		scope->arena, EXPR_CALL, "IF",
		(const struct expr *[]){when, message,
					expr_phrases(scope, phrases + 1)},
		3);
}
