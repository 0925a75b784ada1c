/* tell.h - counts, lists and amounts in words, for titles that say the message */
#ifndef CES_WORKBOOK_TELL_H
#define CES_WORKBOOK_TELL_H

#include "ces/arena.h"
#include "ces/finding.h"

/* "no" is never said: 0 to 10 in words, the rest as 12,400 */
const char *tell_count(struct arena *arena, double n);
/* "GBP 163,000" */
const char *tell_money(struct arena *arena, const char *currency,
		      double amount);
/* "a", "a and b", "a, b and c" */
const char *tell_list(struct arena *arena, const char *const *items, size_t n);

/*
 * So many of so many: message ids that hold {k} and {n}. Every and none say
 * no number, so that they hold for one as well. NULL: nothing is said.
 */
struct part_words {
	const char *none, *one, *many, *every;
};

/* appends the message; more arguments (at most 4) may be filled in */
void tell_part(struct buf *buf, struct arena *arena,
	      const struct part_words *words, size_t k, size_t n,
	      const struct arg *args, size_t arg_count);

/* a sentence begins with a capital letter */
void tell_capital(struct buf *buf);

#endif
