/* number.h - numbers as people write them in a plan; scales of amounts */
#ifndef CES_NUMBER_H
#define CES_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

/* Do the n bytes have the form, in which 9 stands for any digit, A and a for
 * any capital and small letter of ASCII? */
bool form_fits(const char *s, size_t n, const char *form);
/* the value of bytes that are digits, few enough for an int */
int digits_value(const char *s, size_t n);

enum number_problem {
	NUMBER_OK,
	NUMBER_NOT, /* no number, or one with separators */
	NUMBER_HUGE /* beyond +-1e15, where counts stop being exact */
};

/* decimal digits, one point, optional sign: -45, 4.6; no exponent, no hex,
 * nor infinity. "010" is 10, "+5" is 5, ".5" and "5." are read. Locale-free. */
enum number_problem number_parse(const char *s, size_t n, double *number);

/*
 * 12, 12.5, 12%: always out of 100. *fraction is set for a bare value
 * strictly between -1 and 1, 0 apart (0.12 is read as 0.12 %, and is
 * suspicious).
 */
enum number_problem
percent_parse(const char *s, size_t n, double *percent, bool *fraction);

/* the scale in which amounts are shown: 0 whole, 1 in thousands where the most
 * of them reaches the limit, 2 in millions, SCALE_MOST in billions; and a
 * number in it */
enum { SCALE_MOST = 3 };
int scale_of(double most, double limit);
double scale_down(double number, int scale);

#endif
