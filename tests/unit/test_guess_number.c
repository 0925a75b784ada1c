/* test_guess_number.c - counts, amounts and percents, as typed */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "guessed.h"

static void
counts_are_rewritten(void **state)
{
	static const struct row rows[] = {
		{"26.000", "26000", "26.0"},
		{"180.000", "180000", "180.0"},
		{"26.500", "26500", NULL},
		{"1 250", "1250", NULL},
		{"1'250", "1250", NULL},
		{"1’250", "1250", NULL},
		{"1,250", "1250", NULL},
		{"1_250", "1250", NULL},
		{"1\u202f250\u00a0000", "1250000", NULL},
		{"1.250.000", "1250000", NULL},
		{"12,34,567", "1234567", NULL},
		{"44000.0", "44000.0", NULL},
		{"４４０００", "44000", NULL},
		{"12k", "12000", NULL},
		{"1.2 million", "1200000", NULL},
		{"1,5 Mio.", "1500000", NULL},
		{"3만", "30000", NULL},
		{"~5000", "5000", NULL},
		{"about 5000", "5000", NULL},
		{"98,000", "98000", NULL},
		{"98_000", "98000", NULL},
		{"9_80_00", "98000", NULL},
		{"98 000", "98000", NULL},
		{"98'000", "98000", NULL},
		{"98\u00a0000", "98000", NULL},
		{"98\u202f000", "98000", NULL},
		{"98\u2019000", "98000", NULL},
		{"1,23,4", NULL, NULL},
		{"98 00", NULL, NULL},
		{"1234,567,890", NULL, NULL},
		{"1 2 3", NULL, NULL},
		{"1,2,3,4,5,6,7,8,9,1", NULL, NULL},
		{"9,999,999,999,999,999", NULL, NULL},
		{"12 %", NULL, NULL},
		{"€5", NULL, NULL},
		{"1 25", NULL, NULL},
		{"1.2.3", NULL, NULL},
		{"4.5", NULL, NULL},
		{"-5", NULL, NULL},
		{"10-15", NULL, NULL},
		{"5000 calls", NULL, NULL},
		{"many", NULL, NULL},
		{"", NULL, NULL},
	};

	(void)state;
	ASSERT_ROWS(rows, guess_count, can_read_number);
}

static void
money_is_rewritten(void **state)
{
	static const struct row rows[] = {
		{"GBP 5.20", "5.20", NULL},
		{"5.20 GBP", "5.20", NULL},
		{"£5.20", "5.20", NULL},
		{"€5", "5", NULL},
		{"5 €", "5", NULL},
		{"240.000 €", "240000", "240.0"},
		{"240.000", "240000", "240.0"},
		{"5,20", "5.20", NULL},
		{"5,20 EUR", "5.20", NULL},
		{"1.234,50", "1234.50", NULL},
		{"1,234.50", "1234.50", NULL},
		{"1 234,50 kr", "1234.50", NULL},
		{"1,250", "1250", "1.25"},
		{"1,234,567.89", "1234567.89", NULL},
		{"1.234.567,5", "1234567.5", NULL},
		{"1,5", "1.5", NULL},
		{"0,500", "0.5", NULL},
		{"0,250", "0.25", NULL},
		{"CHF 1'250.–", "1250", NULL},
		{"5.-", "5", NULL},
		{"$1.5k", "1500", NULL},
		{"2 million euros", "2000000", NULL},
		{"120 thousand", "120000", NULL},
		{"5.20 / call", NULL, NULL},
		{"5%", NULL, NULL},
		{"free", NULL, NULL},
	};

	(void)state;
	ASSERT_ROWS(rows, guess_money, can_read_number);
}

static void
percents_are_rewritten(void **state)
{
	static const struct row rows[] = {
		{"12 %", "12%", NULL},	     {"80％", "80%", NULL},
		{"８０％", "80%", NULL},     {"%80", "80%", NULL},
		{"80 percent", "80%", NULL}, {"80 per cent", "80%", NULL},
		{"80 Prozent", "80%", NULL}, {"80퍼센트", "80%", NULL},
		{"62,5", "62.5", NULL},	     {"62,5 %", "62.5%", NULL},
		{"−30%", "-30%", NULL},	     {"– 30 %", "-30%", NULL},
		{"+15 %", "15%", NULL},	     {"12,500", "12.5", NULL},
		{"80-90%", NULL, NULL},	     {"most", NULL, NULL},
	};

	(void)state;
	ASSERT_ROWS(rows, guess_percent, can_read_number);
}

static void
doubtful_numbers_are_known(void **state)
{
	static const struct number_form plain = {.whole = true},
					pounds = {.money = true,
						  .currency = "GBP"},
					dinars = {.money = true,
						  .currency = "KWD"};

	(void)state;
	assert_true(number_is_doubtful("26.000", 6, &plain));
	assert_true(number_is_doubtful("-1.250", 6, &plain));
	assert_true(number_is_doubtful("627.000", 7, &pounds));
	assert_false(number_is_doubtful("627.000", 7, &dinars));
	assert_false(number_is_doubtful("0.125", 5, &pounds));
	assert_false(number_is_doubtful("5.20", 4, &pounds));
	assert_false(number_is_doubtful("1250.000", 8, &pounds));
	assert_false(number_is_doubtful("", 0, &pounds));
}

static void
other_currencies_are_known(void **state)
{
	(void)state;
	assert_true(is_other_currency(&arena, "€5", strlen("€5"), "GBP"));
	assert_true(is_other_currency(&arena, "EUR 5", 5, "GBP"));
	assert_true(is_other_currency(&arena, "50 kr", 5, "GBP"));
	assert_false(is_other_currency(&arena, "50 kr", 5, "SEK"));
	assert_false(is_other_currency(&arena, "GBP 5", 5, "GBP"));
	assert_false(is_other_currency(&arena, "£5", strlen("£5"), "GBP"));
	assert_false(is_other_currency(&arena, "$5", 2, "CAD"));
	assert_false(is_other_currency(&arena, "5", 1, "GBP"));
	assert_true(is_other_currency(&arena, "€5", strlen("€5"), NULL));
	arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_are_rewritten),
		cmocka_unit_test(money_is_rewritten),
		cmocka_unit_test(percents_are_rewritten),
		cmocka_unit_test(doubtful_numbers_are_known),
		cmocka_unit_test(other_currencies_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
