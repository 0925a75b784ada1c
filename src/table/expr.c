/* expr.c - templates of formulas, read into expressions */
#include "ces/expr.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "expr_inside.h"

#include "ces/language.h"

enum { ARGS_MOST = 16 };

struct reader {
	const struct expr_scope *scope;
	const char *at; /* the rest of the template */
};

/* --- nodes ---------------------------------------------------------------- */

static const struct expr *
make(struct arena *arena, struct expr node)
{
	struct expr *expr = arena_alloc(arena, sizeof(*expr));

	*expr = node;
	return expr;
}

const struct expr *
expr_text(struct arena *arena, const char *text)
{
	return make(arena, (struct expr){.kind = EXPR_TEXT, .text = text});
}

const struct expr *
expr_number(struct arena *arena, double number)
{
	return make(arena,
		    (struct expr){.kind = EXPR_NUMBER, .number = number});
}

static const struct expr *
make_node(struct arena *arena, struct expr node, const struct expr *const *args,
	  size_t n)
{
	node.n = n;
	node.args = arena_alloc(arena, (n + 1) * sizeof(*node.args));
	for (size_t i = 0; i < n; i++)
		node.args[i] = args[i];
	if (node.kind == EXPR_CALL)
		call_prepare(arena, &node);
	return make(arena, node);
}

const struct expr *
expr_place(struct arena *arena, const char *reference,
	   const struct expr *content)
{
	return make_node(arena,
			 (struct expr){.kind = EXPR_PLACE, .text = reference},
			 &content, 1);
}

static const struct expr *
make_operator(struct arena *arena, const char *text, const struct expr *a,
	      const struct expr *b)
{
	return make_node(arena,
			 (struct expr){.kind = EXPR_OPERATOR, .text = text},
			 (const struct expr *[]){a, b}, 2);
}

const struct expr *
expr_join(struct arena *arena, const struct expr *a, const struct expr *b)
{
	if (a && a->kind == EXPR_TEXT && b->kind == EXPR_TEXT)
		return expr_text(arena,
				 arena_format(arena, "%s%s", a->text, b->text));
	return a ? make_operator(arena, "&", a, b) : b;
}

/* --- references ----------------------------------------------------------- */

static bool
skip(struct reader *reader, char c)
{
	bool is_there = *reader->at == c;

	reader->at += is_there;
	return is_there;
}

static void
expect(struct reader *reader, char c)
{
	bool is_there = skip(reader, c);

	assert(is_there);
	(void)is_there;
}

/* up to a character, which is passed over */
static const char *
read_until(struct reader *reader, char end)
{
	const char *at = reader->at;

	while (*reader->at != end)
		reader->at++;
	return arena_copy(reader->scope->arena, at,
			  (size_t)(reader->at++ - at));
}

bool
row_can_be_named(const char *id)
{
	return !strchr(id, ']');
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

/* of a row, wherever it is sorted to */
static const struct expr *
lookup(struct arena *arena, struct expr node, size_t row)
{
	if (node.kind != EXPR_FOUND)
		node.kind = EXPR_LOOKUP;
	node.row = row;
	return make(arena, node);
}

/* {due}, {found} */
static const struct expr *
read_cell(struct reader *reader)
{
	const struct expr_scope *scope = reader->scope;
	struct expr node = {.kind = EXPR_CELL, .table = scope->table};
	const char *name = read_name(reader);

	if (scope->row != NO_ROW && !strcmp(name, "found"))
		node.kind = EXPR_FOUND;
	else
		node.column = find_column(node.table, name);
	expect(reader, '}');
	return scope->row == NO_ROW ? make(scope->arena, node)
				    : lookup(scope->arena, node, scope->row);
}

/* [due], [actions.due], [amount:saving] */
static const struct expr *
read_column(struct reader *reader)
{
	const struct expr_scope *scope = reader->scope;
	struct expr node = {.kind = EXPR_COLUMN, .table = scope->table};
	const char *name = read_name(reader);
	size_t row;

	if (skip(reader, '.')) {
		int id = table_of_key(name);

		assert(id >= 0);
		node.table = tables_get(scope->tables, (enum table_id)id);
		name = read_name(reader);
	}
	node.column = find_column(node.table, name);
	if (skip(reader, ']'))
		return make(scope->arena, node);
	expect(reader, ':');
	row = table_find_row(node.table, read_until(reader, ']'));
	return row == node.table->rows ? expr_text(scope->arena, "")
				       : lookup(scope->arena, node, row);
}

/* #overdue */
static const struct expr *
read_state(struct reader *reader)
{
	enum state_id state = state_find(read_name(reader));

	assert(state);
	return expr_text(reader->scope->arena,
			 state_text(reader->scope->review->language, state));
}

/* ^bad, ^bad* */
static const struct expr *
read_symbol(struct reader *reader)
{
	enum symbol_id symbol = symbol_find(read_name(reader));

	assert(symbol);
	return expr_text(reader->scope->arena, skip(reader, '*')
						       ? symbols[symbol].pattern
						       : symbols[symbol].mark);
}

/* @demand.failure */
static const struct expr *
read_word(struct reader *reader)
{
	const char *list = read_name(reader), *word;
	int i = 0;

	expect(reader, '.');
	word = read_name(reader);
	while (i < CHOICE_COUNT && strcmp(choices[i].name, list) != 0)
		i++;
	assert(i < CHOICE_COUNT && choices_find(&choices[i], word) >= 0);
	return expr_text(reader->scope->arena,
			 plain_word(reader->scope->review->language,
				    (enum choices_id)i, word));
}

static const struct expr *
find_figure(const struct expr_scope *scope, const char *name)
{
	struct expr node = {.kind = EXPR_FIGURE};
	const struct expr *figure, **made;
	size_t i = 0;

	while (strcmp(figure_name(i), name) != 0) {
		i++;
		assert(i < figures_count());
	}
	made = &scope->tables->figures[i];
	if (*made)
		return *made;
	node.number = (double)i;
	figure = figure_expr(scope, i);
	*made = make_node(scope->arena, node, &figure, 1);
	return *made;
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
	const char *text = read_until(reader, '\'');

	return *text ? expr_message(reader->scope, text)
		     : expr_text(reader->scope->arena, "");
}

/* --- operators, calls ----------------------------------------------------- */

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
	const struct expr *args[ARGS_MOST] = {0}, *macro;
	struct expr node = {.kind = EXPR_CALL, .text = name};
	size_t n = 0;

	expect(reader, '(');
	while (!skip(reader, ')')) {
		assert(n < ARGS_MOST);
		args[n++] = read_level(reader, 0);
		skip(reader, ',');
	}
	macro = macro_expand(reader->scope, name, args[0]);
	return macro ? macro : make_node(reader->scope->arena, node, args, n);
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
	struct arena *arena = reader->scope->arena;
	const struct expr *expr;

	if (isalpha((unsigned char)*reader->at)) {
		const char *name = read_name(reader);

		return strcmp(name, "as_of")
			       ? read_call(reader, name)
			       : make(arena, (struct expr){.kind = EXPR_AS_OF});
	}
	switch (*reader->at++) {
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
		return find_name(reader->scope, read_name(reader));
	case '(':
		expr = read_level(reader, 0);
		expect(reader, ')');
		return expr;
	}
	reader->at--;
	return read_number(reader);
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

/* --- messages ------------------------------------------------------------- */

/* {name:을/를}: the particle that goes with a text; both of them, where the
 * text follows the sheets */
static const struct expr *
particle(const struct expr_scope *scope, const char *name)
{
	const char *colon = strchr(name, ':');
	const struct expr *of = find_name(
		scope, arena_copy(scope->arena, name, (size_t)(colon - name)));
	const struct arg arg =
		TEXT_ARG("of", of->kind == EXPR_TEXT ? of->text : "x");

	return expr_text(
		scope->arena,
		message_text(scope->arena, scope->review->language,
			     arena_format(scope->arena, "{of%s}", colon), &arg,
			     1));
}

const struct expr *
expr_message(const struct expr_scope *scope, const char *message)
{
	struct arena *arena = scope->arena;
	const struct expr *joined = NULL, *text;
	const char *open, *close, *name;

	message = language_text(scope->review->language, message);
	while ((open = strchr(message, '{')) && (close = strchr(open, '}'))) {
		text = expr_text(arena, arena_copy(arena, message,
						   (size_t)(open - message)));
		name = arena_copy(arena, open + 1, (size_t)(close - open) - 1);
		if (*text->text)
			joined = expr_join(arena, joined, text);
		joined = expr_join(arena, joined,
				   strchr(name, ':') ? particle(scope, name)
						     : find_name(scope, name));
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

	message = *phrases->message ? expr_message(scope, phrases->message)
				    : expr_text(scope->arena, "");
	if (!phrases->when)
		return message;
	when = expr_parse(scope, phrases->when);
	return make_node(
		scope->arena, (struct expr){.kind = EXPR_CALL, .text = "IF"},
		(const struct expr *[]){when, message,
					expr_phrases(scope, phrases + 1)},
		3);
}
