/* guess_number.h - the words of numbers and money in several languages */
#ifndef CES_BASE_GUESS_NUMBER_H
#define CES_BASE_GUESS_NUMBER_H

#include "base/guess_text.h"

enum number_words {
	NUMBER_POWER, /* of ten, behind the digits */
	NUMBER_PERCENT,
	NUMBER_COUNTED, /* the measure words that Korean and Chinese count by */
	NUMBER_BEFORE,	/* the values below */
	NUMBER_BEHIND,
	NUMBER_COUNT
};

/* "mil" is a thousand to some, a million to others */
enum { THOUSAND = 3, MILLION = 6, EITHER = 0 };

enum { PLAIN, ROUGH };

/* signs and names of money, and the currencies that have it; NULL ends them */
extern const struct currency_sign {
	const char *words, *codes;
} currency_signs[];

bool take_number_word(const char **at, enum number_words kind, int *value);

#endif
