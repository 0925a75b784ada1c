/* guessed.h - what is typed and what is offered for it, for the tests of both
 */
#ifndef CES_TESTS_GUESSED_H
#define CES_TESTS_GUESSED_H

#include <string.h>

#include "ces/guess.h"

/* a value as typed, and the one offered; NULL: none */
struct row {
	const char *typed, *text, *other;
};

extern struct arena arena;

/* every row, and each offer read as the format reads it */
void assert_rows(const struct row *rows, size_t n,
		 struct guess (*guess)(struct arena *, const char *, size_t),
		 bool (*can_read)(const char *, size_t));

#define ASSERT_ROWS(rows, guess, read) \
	assert_rows(rows, sizeof(rows) / sizeof(*(rows)), guess, read)

/* as the format reads them */
bool can_read_week(const char *s, size_t n);
bool can_read_spans(const char *s, size_t n);
bool can_read_date(const char *s, size_t n);
bool can_read_period(const char *s, size_t n);
bool can_read_duration(const char *s, size_t n);
bool can_read_number(const char *s, size_t n);

/* numbers of keys with their limits */
struct guess guess_count(struct arena *to, const char *s, size_t n);
struct guess guess_money(struct arena *to, const char *s, size_t n);
struct guess guess_percent(struct arena *to, const char *s, size_t n);

#endif
