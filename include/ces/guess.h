/* guess.h - the spelling that the format reads, for what was typed */
#ifndef CES_GUESS_H
#define CES_GUESS_H

#include <stdbool.h>
#include <stddef.h>

#include "ces/arena.h"
#include "ces/code.h"

/*
 * One reading that is certain, or two that are as likely; {NULL, NULL} where
 * there is none. What is offered can be read as it stands, in the arena.
 */
struct guess {
	const char *text, *other;
	bool loose; /* without a part that may have meant something: about 5 */
};

/* limits on a number of the key */
struct number_form {
	bool whole, percent, money;
	double min, max;
	const char *currency; /* of the plan's money; NULL: not known */
};

struct guess guess_number(struct arena *arena, const char *s, size_t n,
			  const struct number_form *form);
/* 26.000: a number, but thousands to half of the world */
bool
number_is_doubtful(const char *s, size_t n, const struct number_form *form);
/* Does a currency stand beside the amount that isn't the plan's, as far as is
 * known? NULL: not known. */
bool is_other_currency(struct arena *arena, const char *s, size_t n,
		       const char *currency);

struct guess guess_date(struct arena *arena, const char *s, size_t n);
struct guess guess_period(struct arena *arena, const char *s, size_t n);
struct guess guess_duration(struct arena *arena, const char *s, size_t n);

/* of a week, and of a single day */
struct guess guess_week(struct arena *arena, const char *s, size_t n);
struct guess guess_spans(struct arena *arena, const char *s, size_t n);
/* 00:00-23:59: the same until 24:00 */
struct guess guess_midnight(struct arena *arena, const char *s, size_t n);

struct guess
guess_code(struct arena *arena, enum code_list list, const char *s, size_t n);
struct guess guess_flag(struct arena *arena, const char *s, size_t n);

/* nothing was filled in: TODO, TBD, n/a, ???, - and the like; language is the
 * plan's, or NULL */
bool is_placeholder(const char *s, size_t n, const char *language);
/* the same as TODO, and what else it says behind: "TODO: to be confirmed" */
const char *guess_todo(struct arena *arena, const char *s, size_t n);

#endif
