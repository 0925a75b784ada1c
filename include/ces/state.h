/* state.h - states of things, and the symbols that they begin with */
#ifndef CES_STATE_H
#define CES_STATE_H

#include "ces/palette.h"
#include "ces/view.h"

/* the rows of states.def: STATE_done, SYMBOL_done; NONE is no state */
enum state_id {
	STATE_NONE,
#define STATE(key, ...) STATE_##key,
#include "ces/states.def"
	STATE_COUNT
};

enum symbol_id {
	SYMBOL_NONE,
#define SYMBOL(key, ...) SYMBOL_##key,
#include "ces/states.def"
	SYMBOL_COUNT
};

/* "✓ Done", translated; NULL of STATE_NONE */
const char *state_text(const struct language *language, enum state_id state);
enum symbol_id state_symbol(enum state_id state);

struct symbol {
	const char *key;
	const char *mark, *pattern; /* "✓"; "✓*" matches its states */
	enum color color;	    /* fill of the cells that begin with it */
	const char *meaning;	    /* message id for the guide */
	enum state_id example;	    /* stands beside the meaning */
};
extern const struct symbol symbols[SYMBOL_COUNT];

/* by enum measure_state, in the order in which the states are tried */
struct measure_word {
	enum state_id state;
	const char *meaning; /* message id for the guide */
};
extern const struct measure_word measure_words[MEASURE_STATES];

/* the key of its row, for programs: "on_line" */
const char *state_key(enum state_id state);

/* by the key of its row, for the templates of formulas; or NONE */
enum state_id state_find(const char *key);
enum symbol_id symbol_find(const char *key);

#endif
