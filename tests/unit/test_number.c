/* test_number.c - numbers as people write them */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "ces/number.h"

static void
assert_number(const char *s, double expected)
{
	double number = NAN;

	if (number_parse(s, strlen(s), &number) != NUMBER_OK ||
	    number != expected || signbit(number) != signbit(expected))
		fail_msg("%s is read as %.17g", s, number);
}

static void
assert_problem(const char *s, enum number_problem expected)
{
	double number = 7;
	enum number_problem problem = number_parse(s, strlen(s), &number);

	if (problem != expected || number != 7)
		fail_msg("%s: %d, not %d", s, (int)problem, (int)expected);
}

static void
decimal_numbers_are_read(void **state)
{
	char zeros[600] = "1.";

	(void)state;
	assert_number("0", 0);
	assert_number("98000", 98000);
	assert_number("-45", -45);
	assert_number("+5", 5);
	assert_number("4.6", 4.6);
	assert_number("010", 10);
	assert_number("0.1", 0.1);
	assert_number(".5", 0.5);
	assert_number("5.", 5);
	assert_number("-.5", -0.5);
	assert_number("-0", 0);
	assert_number("-0.0", 0);
	assert_number("0.30000000000000004", 0.30000000000000004);
	assert_number("1.234", 1.234);
	assert_number("000000000000000000000012", 12);
	memset(zeros + 2, '0', 500);
	assert_number(zeros, 1);
	memset(zeros, '0', 500);
	assert_number(zeros, 0);
}

static void
other_things_are_no_numbers(void **state)
{
	static const char *const none[] = {
		"",	    "-",      "+",	".",	  "-.",
		"1e5",	    "1E5",    "0x1F",	"0o17",	  "inf",
		".inf",	    "nan",    "--5",	"+-5",	  "5-",
		"١٢",	    "five",   "1.2.3",	"1..2",	  "2026-04-01",
		"10:30",    "12 ",    " 12",	"12 %",	  "12%",
		"5k",	    "$5",     "1,",	",5",	  "1_",
		"1.234.56", "98,000", "98_000", "98 000", "1.234.567",
		"\xff"};

	(void)state;
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		assert_problem(none[i], NUMBER_NOT);
}

static void
counts_stay_exact(void **state)
{
	(void)state;
	assert_number("1000000000000000", 1e15);
	assert_number("-1000000000000000", -1e15);
	assert_problem("1000000000000001", NUMBER_HUGE);
	assert_problem("-1000000000000000.5", NUMBER_HUGE);
	assert_problem("10000000000000000", NUMBER_HUGE);
	assert_problem("99999999999999999999999999999999", NUMBER_HUGE);
}

static void
assert_percent(const char *s, double expected, bool suspicious)
{
	double number = NAN;
	bool fraction = !suspicious;

	assert_int_equal(percent_parse(s, strlen(s), &number, &fraction),
			 NUMBER_OK);
	assert_true(number == expected);
	assert_int_equal(fraction, suspicious);
}

static void
percentages_are_out_of_a_hundred(void **state)
{
	double number;
	bool fraction;

	(void)state;
	assert_percent("12", 12, false);
	assert_percent("12.5", 12.5, false);
	assert_percent("12%", 12, false);
	assert_percent("0.12", 0.12, true);
	assert_percent("0.12%", 0.12, false);
	assert_percent("0", 0, false);
	assert_percent("1", 1, false);
	assert_percent("-45", -45, false);
	assert_percent("-0.5", -0.5, true);
	assert_int_equal(percent_parse("1,5%", 4, &number, &fraction),
			 NUMBER_NOT);
	assert_int_equal(percent_parse("%", 1, &number, &fraction), NUMBER_NOT);
	assert_int_equal(percent_parse("", 0, &number, &fraction), NUMBER_NOT);
	assert_int_equal(percent_parse("5%%", 3, &number, &fraction),
			 NUMBER_NOT);
	assert_false(fraction);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decimal_numbers_are_read),
		cmocka_unit_test(other_things_are_no_numbers),
		cmocka_unit_test(counts_stay_exact),
		cmocka_unit_test(percentages_are_out_of_a_hundred),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
