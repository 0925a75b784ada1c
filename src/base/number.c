/* number.c - numbers and percentages, and the meaning of 98,000 */
#include "ces/number.h"
#include "ces/utf8.h"

#include <stdlib.h>
#include <string.h>

#define LIMIT 1e15
#define LIMIT_DIGITS 16
#define TEXT_SIZE 352 /* more decimals than any double tells apart */
#define GROUPS 12

bool
form_fits(const char *s, size_t n, const char *form)
{
	static const char marks[] = "9Aa", least[] = "0Aa", most[] = "9Zz";

	if (strlen(form) != n)
		return false;
	for (size_t i = 0; i < n; i++) {
		const char *mark = strchr(marks, form[i]);

		if (s[i] < (mark ? least[mark - marks] : form[i]) ||
		    s[i] > (mark ? most[mark - marks] : form[i]))
			return false;
	}
	return true;
}

int
digits_value(const char *s, size_t n)
{
	int value = 0;

	for (size_t i = 0; i < n; i++)
		value = value * 10 + (s[i] - '0');
	return value;
}

static size_t
sign_length(const char *s, size_t n)
{
	return n && (s[0] == '-' || s[0] == '+');
}

static size_t
digits_length(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && is_digit(s[i]))
		i++;
	return i;
}

/* 12, 4.6, .5 and 5. as YAML's own numbers have it */
static bool
is_plain(const char *s, size_t n)
{
	size_t whole = digits_length(s, n);

	if (whole == n)
		return n > 0;
	return s[whole] == '.' && n > 1 &&
	       whole + 1 + digits_length(s + whole + 1, n - whole - 1) == n;
}

/*
 * The value of plain digits. strtod rounds correctly where adding digit by
 * digit would not; it reads a point since LC_NUMERIC is never set.
 */
static enum number_problem
convert(const char *s, size_t n, bool negative, double *number)
{
	char text[TEXT_SIZE];
	double value;

	while (n > 1 && s[0] == '0' && is_digit(s[1])) {
		s++;
		n--;
	}
	if (digits_length(s, n) > LIMIT_DIGITS)
		return NUMBER_HUGE;
	if (n >= sizeof(text))
		n = sizeof(text) - 1;
	memcpy(text, s, n);
	text[n] = '\0';
	value = strtod(text, NULL);
	if (value > LIMIT)
		return NUMBER_HUGE;
	*number = negative && value > 0 ? -value : value; /* never -0 */
	return NUMBER_OK;
}

/* a run of digits, and the separator before it */
struct group {
	const char *digits;
	size_t n;
	const char *separator; /* of the table below; NULL before the first */
};

static const char *
separator_at(const char *s, size_t n)
{
	/* last: no-break, thin, narrow spaces, a typed apostrophe */
	static const char *const separators[] = {".",	   ",",	     "_",
						 " ",	   "'",	     "\u00a0",
						 "\u2009", "\u202f", "\u2019"};

	for (size_t i = 0; i < sizeof(separators) / sizeof(*separators); i++) {
		size_t length = strlen(separators[i]);

		if (length <= n && memcmp(s, separators[i], length) == 0)
			return separators[i];
	}
	return NULL;
}

/* Splits digits at separators; the number of groups, 0 if it is not that. */
static size_t
split(const char *s, size_t n, struct group *groups)
{
	size_t count = 0, at = sign_length(s, n);
	const char *separator = NULL;

	for (;;) {
		size_t length = digits_length(s + at, n - at);

		if (!length || count == GROUPS)
			return 0;
		groups[count++] = (struct group){s + at, length, separator};
		at += length;
		if (at == n)
			return count;
		separator = separator_at(s + at, n - at);
		if (!separator)
			return 0;
		at += strlen(separator);
	}
}

/* Is the last group decimals, as in 1.234,50 and 1,5? */
static bool
has_decimals(const struct group *groups, size_t count)
{
	const struct group *last = &groups[count - 1];

	if (*last->separator != ',' && *last->separator != '.')
		return false;
	if (count > 2)
		return last->separator != groups[1].separator;
	return *last->separator == '.' || last->n != 3 ||
	       groups[0].digits[0] == '0';
}

/* thousands, or thousands and hundreds as in India: 12,34,567 */
static bool
is_grouped(const struct group *groups, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		if (groups[i].separator != groups[1].separator)
			return false;
		if (*groups[i].separator == '_')
			continue;
		if (groups[0].n > 3 || groups[i].n > 3 || groups[i].n < 2)
			return false;
		if (i == count - 1 && groups[i].n != 3)
			return false;
	}
	return true;
}

bool
number_without_separators(const char *s, size_t n, double *number)
{
	struct group groups[GROUPS];
	char text[TEXT_SIZE];
	size_t count, whole, length = 0;

	if (n && s[n - 1] == '%')
		n--;
	count = split(s, n, groups);
	if (count < 2)
		return false;
	whole = has_decimals(groups, count) ? count - 1 : count;
	if (!is_grouped(groups, whole))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (length + groups[i].n + 2 > sizeof(text))
			return false;
		if (i == whole)
			text[length++] = '.';
		memcpy(text + length, groups[i].digits, groups[i].n);
		length += groups[i].n;
	}
	return convert(text, length, s[0] == '-', number) == NUMBER_OK;
}

bool
number_is_doubtful(const char *s, size_t n)
{
	struct group groups[GROUPS];

	return split(s, n, groups) == 2 && groups[0].n <= 3 &&
	       groups[0].digits[0] != '0' && groups[1].n == 3 &&
	       *groups[1].separator == '.';
}

enum number_problem
number_parse(const char *s, size_t n, double *number)
{
	struct group groups[GROUPS];
	size_t sign = sign_length(s, n);
	double meant;

	if (is_plain(s + sign, n - sign))
		return convert(s + sign, n - sign, s[0] == '-', number);
	if (split(s, n, groups) < 2)
		return NUMBER_NOT;
	if (*groups[1].separator == '.' &&
	    !number_without_separators(s, n, &meant))
		return NUMBER_NOT; /* 1.2.3 is a version, 1.234.567 a number */
	return NUMBER_SEPARATOR;
}

enum number_problem
percent_parse(const char *s, size_t n, double *percent, bool *fraction)
{
	bool bare = n == 0 || s[n - 1] != '%';
	enum number_problem problem =
		number_parse(s, bare ? n : n - 1, percent);

	*fraction = problem == NUMBER_OK && bare && *percent > -1 &&
		    *percent < 1 && *percent != 0;
	return problem;
}
