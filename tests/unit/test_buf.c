/* test_buf.c - strings under construction, and how numbers are written */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "ces/buf.h"

static void
empty(void **state)
{
	struct buf buf = {0};

	(void)state;
	assert_string_equal(buf_text(&buf), "");
	buf_clear(&buf);
	buf_free(&buf);
	buf_add(&buf, NULL, 0);
	assert_non_null(buf.p);
	assert_string_equal(buf_text(&buf), "");
	buf_free(&buf);
	assert_null(buf.p);
	assert_int_equal(buf.n + buf.cap, 0);
}

static void
added(void **state)
{
	struct buf buf = {0};

	(void)state;
	buf_puts(&buf, "ab");
	buf_putc(&buf, 'c');
	buf_fill(&buf, '-', 3);
	buf_printf(&buf, "%d%%", 5);
	buf_add(&buf, "xyz", 2);
	assert_string_equal(buf_text(&buf), "abc---5%xy");
	assert_int_equal(buf.n, 10);
	buf_clear(&buf);
	assert_string_equal(buf_text(&buf), "");
	buf_add(&buf, "a\0b", 3);
	assert_int_equal(buf.n, 3);
	assert_memory_equal(buf.p, "a\0b", 4);
	buf_free(&buf);
}

static void
every_length(void **state)
{
	struct buf buf = {0};
	size_t n;

	(void)state;
	for (n = 0; n < 2000; n++) {
		assert_int_equal(strlen(buf_text(&buf)), n);
		buf_printf(&buf, "%s", "x");
	}
	buf_printf(&buf, "%*s", 100000, "");
	assert_int_equal(buf.n, 102000);
	buf_free(&buf);
}

static void
numbers(void **state)
{
	static const struct {
		double number;
		const char *text;
	} cases[] = {
		{0, "0"},
		{-0.0, "0"},
		{4.6, "4.6"},
		{0.1 + 0.2, "0.30000000000000004"},
		{98000, "98000"},
		{-12.5, "-12.5"},
		{1e6, "1000000"},
		{123456789012.0, "123456789012"},
		{9007199254740991.0, "9007199254740991"},
		{1e15, "1000000000000000"},
		{1e22, "1e+22"},
		{1.0 / 3, "0.3333333333333333"},
		{0.00001, "1e-05"},
		{33.33, "33.33"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf buf = {0};

		buf_number(&buf, cases[i].number);
		assert_string_equal(buf_text(&buf), cases[i].text);
		buf_free(&buf);
	}
}

static void
numbers_read_back(void **state)
{
	uint64_t seed = 88172645463325252u, bits;
	struct buf buf = {0};
	double number;
	int i;

	(void)state;
	for (i = 0; i < 20000; i++) {
		seed ^= seed << 13;
		seed ^= seed >> 7;
		seed ^= seed << 17;
		bits = seed & UINT64_C(0xBFFFFFFFFFFFFFFF); /* finite */
		memcpy(&number, &bits, sizeof(number));
		buf_clear(&buf);
		buf_number(&buf, number);
		assert_true(strtod(buf_text(&buf), NULL) == number);
	}
	buf_free(&buf);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(empty),
		cmocka_unit_test(added),
		cmocka_unit_test(every_length),
		cmocka_unit_test(numbers),
		cmocka_unit_test(numbers_read_back),
	};

	return cmocka_run_group_tests_name("buf", tests, NULL, NULL);
}
