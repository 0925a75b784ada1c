/* guessed.c - what is typed and what is offered for it, for the tests of both
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/date.h"
#include "ces/number.h"
#include "ces/week.h"
#include "guessed.h"

struct arena arena;

static bool
is_same(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

static void
assert_guess(const struct row *row, struct guess guess)
{
	if (!is_same(guess.text, row->text) ||
	    !is_same(guess.other, row->other))
		print_error("'%s': '%s' or '%s', not '%s' or '%s'\n",
			    row->typed, guess.text ? guess.text : "",
			    guess.other ? guess.other : "",
			    row->text ? row->text : "",
			    row->other ? row->other : "");
	assert_true(is_same(guess.text, row->text));
	assert_true(is_same(guess.other, row->other));
}

void
assert_rows(const struct row *rows, size_t n,
	    struct guess (*guess)(struct arena *, const char *, size_t),
	    bool (*can_read)(const char *, size_t))
{
	for (size_t i = 0; i < n; i++) {
		struct guess found =
			guess(&arena, rows[i].typed, strlen(rows[i].typed));

		assert_guess(&rows[i], found);
		if (found.text && !can_read(found.text, strlen(found.text)))
			fail_msg("'%s' can't be read", found.text);
		if (found.other && !can_read(found.other, strlen(found.other)))
			fail_msg("'%s' can't be read", found.other);
	}
	arena_release(&arena);
}

bool
can_read_week(const char *s, size_t n)
{
	struct week_error error;
	struct week week;

	return week_parse(s, n, &arena, &week, &error);
}

bool
can_read_spans(const char *s, size_t n)
{
	struct week_error error;
	struct day_hours day;

	return spans_parse(s, n, &arena, &day, &error);
}

bool
can_read_date(const char *s, size_t n)
{
	struct date date;

	return date_parse(s, n, &date);
}

bool
can_read_period(const char *s, size_t n)
{
	struct period period;

	return period_parse(s, n, &period);
}

bool
can_read_duration(const char *s, size_t n)
{
	struct duration duration;

	return duration_parse(s, n, &duration);
}

bool
can_read_number(const char *s, size_t n)
{
	double number;
	bool fraction;

	return percent_parse(s, n, &number, &fraction) == NUMBER_OK;
}

struct guess
guess_count(struct arena *to, const char *s, size_t n)
{
	static const struct number_form form = {
		.whole = true, .min = 0, .max = 1e15};

	return guess_number(to, s, n, &form);
}

struct guess
guess_money(struct arena *to, const char *s, size_t n)
{
	static const struct number_form form = {
		.money = true, .min = 0, .max = 1e15, .currency = "GBP"};

	return guess_number(to, s, n, &form);
}

struct guess
guess_percent(struct arena *to, const char *s, size_t n)
{
	static const struct number_form form = {
		.percent = true, .min = -100, .max = 1000};

	return guess_number(to, s, n, &form);
}
