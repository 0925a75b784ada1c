/* guess_number.c - counts, amounts and percents as people write them */
#include <stdlib.h>
#include <string.h>

#include "base/guess_number.h"
#include "ces/number.h"
#include "ces/utf8.h"

enum { GROUPS = 8, LONGEST = 24 };

/* digits between separators */
struct groups {
	const char *digits[GROUPS];
	size_t length[GROUPS];
	char separator[GROUPS]; /* before it */
	size_t n;
};

/* an amount as typed, without its marks */
struct typed_number {
	struct groups groups;
	const char *currency; /* as it was typed; NULL: none */
	size_t currency_n;
	bool negative, percent;
	bool either; /* a word for two powers of ten */
	bool roughly, counted;
	int power;
	double more; /* behind its word: 2천 of 1만 2천 */
};

static size_t
sign_length(const char *s, const char *words)
{
	const struct meaning one = {words, 0};
	const char *at = s;
	int ignored;

	return take_word(&at, &one, 1, &ignored) ? (size_t)(at - s) : 0;
}

/* a code or a sign of money */
static size_t
currency_length(const char *s)
{
	size_t best = 0;
	char code[4] = "";

	for (size_t i = 0; i < 3 && s[i] >= 'a' && s[i] <= 'z'; i++)
		code[i] = (char)(s[i] - 'a' + 'A');
	if (code[2] && code_known(CODE_CURRENCY, code) &&
	    !(s[3] >= 'a' && s[3] <= 'z'))
		best = 3;
	for (size_t i = 0; currency_signs[i].words; i++) {
		size_t n = sign_length(s, currency_signs[i].words);

		best = n > best ? n : best;
	}
	return best;
}

static bool
take_currency(const char **at, struct typed_number *typed)
{
	const char *s = *at;
	size_t n;

	take_blanks(&s);
	n = currency_length(s);
	if (!n || (typed->currency && (unsigned char)*s < 0x80))
		return false;
	if (!typed->currency) { /* else a unit of it: 人民币 12 元 */
		typed->currency = s;
		typed->currency_n = n;
	}
	*at = s + n;
	return true;
}

static bool
take_sign(const char **at, struct typed_number *typed)
{
	if (typed->negative)
		return false;
	if (take_char(at, '-'))
		return typed->negative = true;
	return take_char(at, '+');
}

static bool
take_percent(const char **at, struct typed_number *typed)
{
	int ignored;

	if (typed->percent || !take_number_word(at, NUMBER_PERCENT, &ignored))
		return false;
	while (take_number_word(at, NUMBER_PERCENT, &ignored))
		continue; /* 12%% */
	return typed->percent = true;
}

/* a blank separates digits where three follow */
static bool
is_separator(const char *s)
{
	return *s && strchr(".,'_ ", *s) && is_digit(s[1]);
}

static bool
take_groups(const char **at, struct groups *groups)
{
	const char *s = *at;
	int ignored;

	take_blanks(&s);
	for (groups->n = 0; groups->n < GROUPS; s++) {
		size_t i = groups->n++;

		groups->separator[i] = i ? s[-1] : '\0';
		groups->digits[i] = s;
		groups->length[i] = take_digits(&s, &ignored);
		if (!groups->length[i])
			return false;
		if (!is_separator(s)) {
			*at = s;
			return true;
		}
	}
	return false;
}

static double
times_ten(double number, int power)
{
	while (power-- > 0)
		number *= 10;
	return number;
}

/* 2천 of 1만 2천, 5,000만 of 3억 5,000만: less than one of the word before,
 * and the last without a word has all digits of it */
static bool
take_lower(const char **at, struct typed_number *typed, int *power)
{
	const char *s = *at;
	struct groups groups;
	double number = 0;
	size_t digits = 0;
	int lower = 0;

	if ((unsigned char)s[-1] < 0x80 || !take_groups(&s, &groups))
		return false;
	for (size_t i = 0; i < groups.n; i++) {
		if (i && (groups.separator[i] != ',' || groups.length[i] != 3))
			return false;
		digits += groups.length[i];
		number = times_ten(number, (int)groups.length[i]) +
			 strtod(groups.digits[i], NULL);
	}
	take_number_word(&s, NUMBER_POWER, &lower);
	if (digits > 8 ||
	    (lower ? (int)digits + lower > *power : (int)digits != *power))
		return false;
	typed->more += times_ten(number, lower);
	*power = lower;
	*at = s;
	return true;
}

static bool
take_around(const char **at, struct typed_number *typed, enum number_words kind)
{
	int value;

	if (!take_number_word(at, kind, &value))
		return false;
	typed->roughly |= value == ROUGH;
	return true;
}

static bool
take_counter(const char **at, struct typed_number *typed)
{
	int ignored;

	if (typed->counted)
		return false;
	return typed->counted = take_number_word(at, NUMBER_COUNTED, &ignored);
}

/* the multiplier, and what may stand behind a number */
static void
take_behind(const char **at, struct typed_number *typed)
{
	int power;

	if (take_char(at, '.') || take_char(at, ',')) /* 5.- and 5,- */
		take_char(at, '-');
	typed->either = take_number_word(at, NUMBER_POWER, &typed->power) &&
			!typed->power;
	power = typed->power;
	while (power && !typed->percent && typed->groups.n == 1 &&
	       take_lower(at, typed, &power))
		continue;
	if (typed->either)
		typed->power = THOUSAND;
	while (take_currency(at, typed) || take_percent(at, typed) ||
	       take_counter(at, typed) || take_around(at, typed, NUMBER_BEHIND))
		continue;
}

/* Accountants write (45) and 45- for -45. */
static bool
take_typed(const char *s, struct typed_number *typed)
{
	bool brackets;

	*typed = (struct typed_number){0};
	while (take_around(&s, typed, NUMBER_BEFORE))
		continue;
	brackets = take_char(&s, '(');
	while (take_currency(&s, typed) || take_sign(&s, typed) ||
	       take_percent(&s, typed))
		continue;
	if (!take_groups(&s, &typed->groups))
		return false;
	take_behind(&s, typed);
	if (brackets ? take_char(&s, ')') : take_char(&s, '-')) {
		if (typed->negative)
			return false;
		typed->negative = true;
	} else if (brackets) {
		return false;
	}
	take_percent(&s, typed);
	return take_end(&s);
}

/* thousands, or thousands and hundreds as in India: 12,34,567 */
static bool
is_grouped(const struct groups *groups, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		bool last = i == n - 1;

		if (groups->separator[i] != groups->separator[1])
			return false;
		if (groups->separator[1] == '_')
			continue;
		if (groups->length[0] > 3 || groups->length[i] > 3 ||
		    groups->length[i] < (last ? 3 : 2))
			return false;
	}
	return groups->digits[0][0] != '0';
}

static bool
is_decimal_mark(char c)
{
	return c == '.' || c == ',';
}

/* the digits, those of the last group behind a point or not */
/* 26.0 and 5.1250 for 26.000 and 5.125, which are in doubt as they stand */
static void
write_other(struct buf *buf)
{
	if (buf->p[buf->n - 1] != '0')
		buf_putc(buf, '0');
	else
		while (buf->p[buf->n - 1] == '0' && buf->p[buf->n - 2] != '.')
			buf->p[--buf->n] = '\0';
}

static const char *
write_digits(struct arena *arena, const struct typed_number *typed,
	     bool decimals)
{
	const struct groups *groups = &typed->groups;
	struct buf buf = {0};
	double number;

	if (typed->negative)
		buf_putc(&buf, '-');
	for (size_t i = 0; i < groups->n; i++) {
		if (decimals && i == groups->n - 1)
			buf_putc(&buf, '.');
		buf_add(&buf, groups->digits[i], groups->length[i]);
	}
	if (decimals && groups->length[groups->n - 1] == 3)
		write_other(&buf);
	if (typed->power) {
		number = times_ten(strtod(buf_text(&buf), NULL), typed->power);
		number += number < 0 ? -typed->more : typed->more;
		buf_clear(&buf);
		buf_number(&buf, number);
	}
	return arena_take(arena, &buf);
}

/* Adds the reading where the key can have it. */
static void
add(struct arena *arena, const struct typed_number *typed,
    const struct number_form *form, bool decimals, struct guess *guess)
{
	const char *text = write_digits(arena, typed, decimals);
	double number;

	if (strlen(text) > LONGEST ||
	    number_parse(text, strlen(text), &number) != NUMBER_OK)
		return;
	if (number < form->min || number > form->max ||
	    (form->whole && number != (double)(long long)number))
		return;
	if (typed->percent)
		text = arena_format(arena, "%s%%", text);
	*(guess->text ? &guess->other : &guess->text) = text;
}

/* a currency whose amounts have no decimals */
static bool
is_undivided(const char *currency)
{
	return currency && strstr("CLP ISK JPY KRW PYG VND", currency);
}

static struct guess
read_groups(struct arena *arena, const struct typed_number *typed,
	    const struct number_form *form)
{
	const struct groups *groups = &typed->groups;
	size_t last = groups->n - 1;
	bool marked = last && is_decimal_mark(groups->separator[last]);
	bool mixed =
		last > 1 && groups->separator[last] != groups->separator[1];
	bool whole = is_grouped(groups, groups->n);
	struct guess guess = {0};

	if (whole)
		add(arena, typed, form, false, &guess);
	/* 98,000 of what comes in whole numbers has no decimals */
	if (whole && groups->separator[last] == ',' &&
	    (form->whole || (form->money && is_undivided(form->currency))))
		return guess;
	if (marked && (last == 1 || (mixed && is_grouped(groups, last))))
		add(arena, typed, form, true, &guess);
	return guess;
}

/* the same in a plan whose money has three decimals */
static bool
has_mils(const char *currency)
{
	return currency && strstr("BHD IQD JOD KWD LYD OMR TND", currency);
}

struct guess
guess_number(struct arena *arena, const char *s, size_t n,
	     const struct number_form *form)
{
	struct typed_number typed;
	struct guess guess;

	if (!take_typed(guess_fold(arena, s, n), &typed) ||
	    (typed.percent && !form->percent) ||
	    (typed.currency && !form->money) ||
	    (typed.counted &&
	     (typed.percent || typed.currency || form->percent || form->money)))
		return (struct guess){0};
	guess = read_groups(arena, &typed, form);
	guess.loose = typed.roughly || typed.counted;
	if (!typed.either)
		return guess;
	if (guess.other) /* more than two */
		return (struct guess){0};
	typed.power = MILLION;
	guess.other = read_groups(arena, &typed, form).text;
	return guess;
}

bool
number_is_doubtful(const char *s, size_t n, const struct number_form *form)
{
	size_t whole;

	if (n && (*s == '-' || *s == '+')) {
		s++;
		n--;
	}
	if (form->money && has_mils(form->currency))
		return false;
	for (whole = 1; whole <= 3; whole++)
		if (n == whole + 4 && *s != '0' &&
		    form_fits(s, n, &"999.999"[3 - whole]))
			return true;
	return false;
}

bool
is_other_currency(struct arena *arena, const char *s, size_t n,
		  const char *currency)
{
	struct typed_number typed;
	char code[4] = "";

	if (!take_typed(guess_fold(arena, s, n), &typed) || !typed.currency)
		return false;
	if (!currency)
		return true;
	for (size_t i = 0; i < 3 && i < typed.currency_n; i++)
		if (typed.currency[i] >= 'a' && typed.currency[i] <= 'z')
			code[i] = (char)(typed.currency[i] - 'a' + 'A');
	if (typed.currency_n == 3 && !strcmp(code, currency))
		return false;
	for (size_t i = 0; currency_signs[i].words; i++)
		if (sign_length(typed.currency, currency_signs[i].words) ==
			    typed.currency_n &&
		    strstr(currency_signs[i].codes, currency))
			return false;
	return true;
}
