/* state.c - states and symbols, from the rows of states.def */
#include "ces/state.h"

#include <stddef.h>
#include <string.h>

const struct symbol symbols[SYMBOL_COUNT] = {
	[SYMBOL_NONE] = {"", "", "", NO_COLOR, "", STATE_NONE},
#define SYMBOL(key, mark, color, example, meaning)  \
	[SYMBOL_##key] = {#key,	 mark,	  mark "*", \
			  color, meaning, STATE_##example},
#include "ces/states.def"
};

const struct measure_word measure_words[MEASURE_STATES] = {
#define MEASURE(constant, key, symbol, text, meaning) \
	[MEASURE_##constant] = {STATE_##key, meaning},
#include "ces/states.def"
};

static const struct {
	const char *key;
	enum symbol_id symbol;
	const char *text;
} states[STATE_COUNT] = {
	[STATE_NONE] = {"", SYMBOL_NONE, NULL},
#define STATE(key, symbol, text) [STATE_##key] = {#key, SYMBOL_##symbol, text},
#include "ces/states.def"

#include "ces/language.h"
};

enum symbol_id
state_symbol(enum state_id state)
{
	return states[state].symbol;
}

const char *
state_key(enum state_id state)
{
	return states[state].key;
}

const char *
state_text(const struct language *language, enum state_id state)
{
	return state ? language_text(language, states[state].text) : NULL;
}

enum state_id
state_find(const char *key)
{
	for (int i = 1; i < STATE_COUNT; i++)
		if (!strcmp(states[i].key, key))
			return (enum state_id)i;
	return STATE_NONE;
}

enum symbol_id
symbol_find(const char *key)
{
	for (int i = 1; i < SYMBOL_COUNT; i++)
		if (!strcmp(symbols[i].key, key))
			return (enum symbol_id)i;
	return SYMBOL_NONE;
}
