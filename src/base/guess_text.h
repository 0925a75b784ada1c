/* guess_text.h - what was typed, read word by word */
#ifndef CES_BASE_GUESS_TEXT_H
#define CES_BASE_GUESS_TEXT_H

#include "ces/guess.h"

/* words with one meaning: "min|mins|minute" */
struct meaning {
	const char *words;
	int value;
};

/* words that are looked for together */
struct meanings_of {
	const struct meaning *words;
	size_t n;
};

#define MEANINGS(table)                                 \
	{                                               \
		table, sizeof(table) / sizeof(*(table)) \
	}

/* small letters, plain characters, single blanks, no quotes around it */
const char *guess_fold(struct arena *arena, const char *s, size_t n);

/* All take what they find at *at, and pass over blanks before it. */
void take_blanks(const char **at);
bool take_char(const char **at, char c);
bool take_end(const char **at); /* nothing is left */
/* the longest of the words, whole words but in scripts without blanks; a point
 * that shortens it is passed over */
bool
take_word(const char **at, const struct meaning *table, size_t n, int *value);
/* a run of digits: how many, 0 where there are none; *value of the first 9 */
size_t take_digits(const char **at, int *value);
/* the same of Chinese numerals, 三十 and 二〇二六, as many as they have digits
 */
size_t take_numeral(const char **at, int *value);

#define TAKE_WORD(at, table, value) \
	take_word(at, table, sizeof(table) / sizeof(*(table)), value)

#endif
