/* state.c - states and symbols, from the rows of states.def */
#include "ces/state.h"

#include <libintl.h>
#include <stddef.h>

static const struct {
	const char *mark, *pattern, *meaning;
	enum state_id example;
} symbols[SYMBOL_COUNT] = {
	[SYMBOL_NONE] = {"", "", "", STATE_NONE},
#define SYMBOL(key, mark, color, example, meaning) \
	[SYMBOL_##key] = {mark, mark "*", meaning, STATE_##example},
#include "ces/states.def"
};

static const struct {
	enum symbol_id symbol;
	const char *text;
} states[STATE_COUNT] = {
	[STATE_NONE] = {SYMBOL_NONE, NULL},
#define STATE(key, symbol, text) [STATE_##key] = {SYMBOL_##symbol, text},
#include "ces/states.def"
};

const char *
symbol_mark(enum symbol_id symbol)
{
	return symbols[symbol].mark;
}

const char *
symbol_pattern(enum symbol_id symbol)
{
	return symbols[symbol].pattern;
}

const char *
symbol_meaning(enum symbol_id symbol)
{
	return gettext(symbols[symbol].meaning);
}

enum state_id
symbol_example(enum symbol_id symbol)
{
	return symbols[symbol].example;
}

enum symbol_id
state_symbol(enum state_id state)
{
	return states[state].symbol;
}

const char *
state_text(enum state_id state)
{
	return state ? gettext(states[state].text) : NULL;
}
