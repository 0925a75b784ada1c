/* number.c - numbers and percentages */
#include "ces/number.h"
#include "ces/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LIMIT 1e15
#define LIMIT_DIGITS 16
#define TEXT_SIZE 352 /* more decimals than any double tells apart */

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

enum number_problem
number_parse(const char *s, size_t n, double *number)
{
	size_t sign = sign_length(s, n);

	if (!is_plain(s + sign, n - sign))
		return NUMBER_NOT;
	return convert(s + sign, n - sign, s[0] == '-', number);
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

double
scale_down(double number, int scale)
{
	return number / pow(1e3, scale);
}

int
scale_of(double most, double limit)
{
	int scale = 0;

	while (scale < SCALE_MOST && scale_down(most, scale) >= limit)
		scale++;
	return scale;
}
