/* test_utf8.c - well-formedness, columns, what a terminal is shown */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "ces/utf8.h"

/* offset of the first ill-formed byte, n when there is none */
static size_t
valid_length(const char *s, size_t n)
{
	size_t i, length;
	uint32_t cp;

	for (i = 0; i < n; i += length) {
		length = utf8_decode(s + i, n - i, &cp);
		if (length == 0)
			break;
	}
	return i;
}

static void
well_formed(void **state)
{
	static const struct {
		const char *s;
		size_t n;
		uint32_t cp;
	} cases[] = {
		{"a", 1, 'a'},
		{"\x7F", 1, 0x7F},
		{"\xC2\x80", 2, 0x80},
		{"\xDF\xBF", 2, 0x7FF},
		{"\xE0\xA0\x80", 3, 0x800},
		{"\xED\x9F\xBF", 3, 0xD7FF},
		{"\xEE\x80\x80", 3, 0xE000},
		{"\xEF\xBF\xBF", 3, 0xFFFF},
		{"\xF0\x90\x80\x80", 4, 0x10000},
		{"\xF4\x8F\xBF\xBF", 4, 0x10FFFF},
	};
	struct buf buf = {0};
	uint32_t cp;
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(utf8_decode(cases[i].s, 4, &cp), cases[i].n);
		assert_int_equal(cp, cases[i].cp);
		for (k = 0; k < cases[i].n; k++)
			assert_int_equal(utf8_decode(cases[i].s, k, &cp), 0);
		buf_clear(&buf);
		utf8_encode(&buf, cases[i].cp);
		assert_string_equal(buf_text(&buf), cases[i].s);
	}
	assert_int_equal(utf8_decode("\0", 1, &cp), 1);
	assert_int_equal(cp, 0);
	buf_free(&buf);
}

static void
ill_formed(void **state)
{
	static const char *const cases[] = {
		"\x80", /* continuation first */
		"\xBF",
		"\xC0\xAF", /* overlong */
		"\xC1\xBF",
		"\xE0\x9F\xBF",
		"\xF0\x8F\xBF\xBF",
		"\xED\xA0\x80", /* surrogates */
		"\xED\xBF\xBF",
		"\xF4\x90\x80\x80", /* above the last */
		"\xF5\x80\x80\x80",
		"\xFE",
		"\xFF",
		"\xC3",
		"\xC3(",
		"\xE2\x82",
		"\xE2\x82(",
		"\xE2(\xAC",
		"\xF0\x9F\x98",
		"\xF0\x9F\x98(",
	};
	uint32_t cp;
	size_t i, n;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		n = strlen(cases[i]);
		assert_int_equal(utf8_decode(cases[i], n, &cp), 0);
		assert_int_equal(valid_length(cases[i], n), 0);
	}
}

/* A bad byte is found wherever it stands, across words of eight bytes. */
static void
first_bad_byte(void **state)
{
	char text[64];
	size_t at, n;

	(void)state;
	for (n = 0; n < sizeof(text); n++) {
		memset(text, 'x', sizeof(text));
		assert_int_equal(valid_length(text, n), n);
		for (at = 0; at < n; at++) {
			text[at] = (char)0xFF;
			assert_int_equal(valid_length(text, n), at);
			text[at] = 'x';
		}
	}
	assert_int_equal(valid_length("12345678äöü€😀x", 23), 23);
	assert_int_equal(valid_length("12345678\xC3\xA4\xC3", 11), 10);
	assert_int_equal(valid_length(NULL, 0), 0);
}

/* the decoder against the definition, for every code point */
static void
round_trip(void **state)
{
	struct buf buf = {0};
	uint32_t cp, back;
	size_t n;

	(void)state;
	for (cp = 0; cp <= 0x10FFFF; cp++) {
		buf_clear(&buf);
		utf8_encode(&buf, cp);
		n = utf8_decode(buf.p, buf.n, &back);
		assert_int_equal(n, buf.n);
		if (cp >= 0xD800 && cp <= 0xDFFF)
			assert_int_equal(back, 0xFFFD);
		else
			assert_int_equal(back, cp);
	}
	buf_clear(&buf);
	utf8_encode(&buf, 0x110000);
	assert_string_equal(buf_text(&buf), "\xEF\xBF\xBD");
	buf_free(&buf);
}

static void
counts(void **state)
{
	(void)state;
	assert_int_equal(utf8_count("aä€😀", 10), 4);
	assert_int_equal(utf8_utf16_units("aä€😀", 10), 5);
	assert_int_equal(utf8_count("a\xFF\xFE", 3), 3);
	assert_int_equal(utf8_count("a\0b", 3), 3);
	assert_int_equal(utf8_count("", 0), 0);
}

static size_t
width(const char *s)
{
	return utf8_width(s, strlen(s));
}

static void
widths(void **state)
{
	(void)state;
	assert_int_equal(width(""), 0);
	assert_int_equal(width("Straße"), 6);
	assert_int_equal(width("e\xCC\x81"), 1); /* e + acute */
	assert_int_equal(width("顧客"), 4);
	assert_int_equal(width("한국"), 4);
	assert_int_equal(width("ｱ"), 1); /* half width */
	assert_int_equal(width("😀"), 2);
	assert_int_equal(width("\xE2\x9D\xA4\xEF\xB8\x8F"),
			 1); /* heart, VS16 */
	assert_int_equal(width("क्षि"), 2);
	assert_int_equal(width("a\xE2\x80\x8B"
			       "b"),
			 2);			    /* U+200B */
	assert_int_equal(width("\xEF\xBB\xBF"), 0); /* U+FEFF */
	assert_int_equal(width("\xE2\x80\xAE"), 1); /* U+202E */
	assert_int_equal(width("\x1B\x7F\xC2\x85"), 3);
	assert_int_equal(width("\xFF\xFE"), 2);
	assert_int_equal(width("\tx"), 9);
	assert_int_equal(width("ab\tx"), 9);
	assert_int_equal(width("…–€"), 3);
}

/* what is shown of s from a column on, and whether the columns agree */
static void
assert_shown(const char *s, size_t n, size_t column, const char *expected)
{
	struct buf buf = {0};
	size_t columns = utf8_show(&buf, s, n, column);

	assert_string_equal(buf_text(&buf), expected);
	assert_int_equal(columns, width(expected));
	buf_free(&buf);
}

static void
shown(void **state)
{
	(void)state;
	assert_shown("plain", 5, 3, "plain");
	assert_shown("\x1B[31m", 5, 0, "␛[31m");
	assert_shown("a\0b", 3, 0, "a␀b");
	assert_shown("a\nb\r", 4, 0, "a␊b␍");
	assert_shown("\x7F", 1, 0, "␡");
	assert_shown("\xC2\x9B"
		     "1m",
		     4, 0, "�1m");
	assert_shown("x\xE2\x80\xAEy", 5, 0, "x�y");
	assert_shown("\xD8\x9C\xE2\x80\x8E\xE2\x81\xA6", 8, 0, "���");
	assert_shown("\xFF\xC3", 2, 0, "��");
	assert_shown("\xE2\x80\x8D", 3, 0, "\xE2\x80\x8D");
	assert_shown("\tx", 2, 0, "        x");
	assert_shown("\tx", 2, 5, "   x");
	assert_shown("顧\tx", 5, 0, "顧      x");
	assert_shown("\t", 1, 8, "        ");
	assert_shown("", 0, 0, "");
}

/* No code point brings a control character to the terminal. */
static void
shown_is_safe(void **state)
{
	struct buf in = {0}, out = {0};
	uint32_t cp, seen;
	size_t i;

	(void)state;
	for (cp = 0; cp <= 0x10FFFF; cp++) {
		buf_clear(&in);
		buf_clear(&out);
		utf8_encode(&in, cp);
		assert_int_equal(utf8_show(&out, in.p, in.n, 0),
				 utf8_width(in.p, in.n));
		for (i = 0; i < out.n; i += utf8_decode(out.p + i, 4, &seen)) {
			assert_true(utf8_decode(out.p + i, out.n - i, &seen));
			assert_true(seen >= 0x20);
			assert_false(seen >= 0x7F && seen <= 0x9F);
			assert_false(seen >= 0x202A && seen <= 0x202E);
		}
	}
	buf_free(&in);
	buf_free(&out);
}

static void
kinds(void **state)
{
	static const uint32_t in_ids[] = {'a',	  'Z',	  '0',	  '-',
					  '_',	  0xDF,	  0x0301, 0x9867,
					  0x0661, 0x0915, 0x094D, 0x0903};
	static const uint32_t not_in_ids[] = {
		' ',	 '.',	 '/',	 '+',  0,      '\t',  0x20AC,
		0x1F600, 0x200B, 0x202E, 0xA0, 0xFFFD, 0x378, 0x200D};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(in_ids) / sizeof(*in_ids); i++)
		assert_true(utf8_is_id_char(in_ids[i]));
	for (i = 0; i < sizeof(not_in_ids) / sizeof(*not_in_ids); i++)
		assert_false(utf8_is_id_char(not_in_ids[i]));
	assert_true(utf8_is_invisible(0x200B));
	assert_true(utf8_is_invisible(0xFEFF));
	assert_true(utf8_is_invisible(0x061C));
	assert_true(utf8_is_invisible(0x2069));
	assert_false(utf8_is_invisible(' '));
	assert_false(utf8_is_invisible(0x0301));
	assert_true(utf8_is_control(0));
	assert_true(utf8_is_control(0x1B));
	assert_true(utf8_is_control(0x9F));
	assert_false(utf8_is_control('\t'));
	assert_false(utf8_is_control('\n'));
	assert_false(utf8_is_control('\r'));
	assert_false(utf8_is_control(0xA0));
}

static void
assert_normal(const char *s, bool fold, const char *expected)
{
	struct buf buf = {0};

	utf8_normalize(&buf, s, strlen(s), fold);
	assert_string_equal(buf_text(&buf), expected);
	buf_free(&buf);
}

static void
normalized(void **state)
{
	(void)state;
	assert_normal("", false, "");
	assert_normal("", true, "");
	assert_normal("Plain", false, "Plain");
	assert_normal("Plain", true, "plain");
	assert_normal("u\xCC\x88", false, "ü");
	assert_normal("U\xCC\x88", true, "ü");
	assert_normal("Straße", false, "Straße");
	assert_normal("Straße", true, "strasse");
	assert_normal("ΣΑΣ", true, "σασ");
	assert_normal("\xE2\x84\xAB", false, "Å"); /* angstrom sign */
	assert_normal("ﬁ", false, "ﬁ");		   /* not compatibility */
	assert_normal("Ä\xFF", true, "Ä\xFF");	   /* as it was */
}

static void
compared(void **state)
{
	(void)state;
	assert_true(utf8_compare("Angela", "Ángela") < 0);
	assert_true(utf8_compare("Ángela", "Angelo") < 0);
	assert_true(utf8_compare("Ángela", "Zoe") < 0);
	assert_true(utf8_compare("ñandú", "nube") < 0);
	assert_true(utf8_compare("ana", "Bea") < 0);
	assert_true(utf8_compare("김", "박") < 0);
	assert_true(utf8_compare("李", "王") < 0);
	assert_int_equal(utf8_compare("Zoë", "Zoë"), 0);
}

static void
assert_short(const char *s, size_t columns, const char *expected)
{
	struct buf buf = {0};

	utf8_shorten(&buf, s, columns);
	assert_string_equal(buf_text(&buf), expected);
	assert_true(width(buf_text(&buf)) <= columns);
	buf_free(&buf);
}

static void
shortened(void **state)
{
	(void)state;
	assert_short("", 0, "");
	assert_short("a", 0, "");
	assert_short("short", 5, "short");
	assert_short("shorts", 5, "shor…");
	assert_short("ab", 1, "…");
	assert_short("where is my order", 12, "where is my…");
	assert_short("where is my order", 14, "where is my…");
	assert_short("where is my order", 11, "where is…");
	assert_short("a verylongwordindeed", 12, "a verylongw…");
	assert_short("顧客対応", 5, "顧客…");
	assert_short("顧客対応", 4, "顧…");
	assert_short("顧客対応", 2, "…");
	assert_short("ae\xCC\x81xyz", 3, "ae\xCC\x81…");
	assert_short("a\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7xx", 4,
		     "a…"); /* a family is not torn apart */
}

static void
characters(void **state)
{
	static const char *const each[] = {
		"a", "\r\n", "e\xCC\x81", "가", "\xE1\x84\x80\xE1\x85\xA1",
		"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7", "\xFF"};

	(void)state;
	for (size_t i = 0; i < sizeof(each) / sizeof(*each); i++) {
		struct buf buf = {0};

		buf_printf(&buf, "%sx", each[i]);
		assert_int_equal(utf8_character(buf.p, buf.n), strlen(each[i]));
		assert_int_equal(utf8_character(each[i], strlen(each[i])),
				 strlen(each[i]));
		buf_free(&buf);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(well_formed),
		cmocka_unit_test(ill_formed),
		cmocka_unit_test(first_bad_byte),
		cmocka_unit_test(round_trip),
		cmocka_unit_test(counts),
		cmocka_unit_test(widths),
		cmocka_unit_test(shown),
		cmocka_unit_test(shown_is_safe),
		cmocka_unit_test(kinds),
		cmocka_unit_test(normalized),
		cmocka_unit_test(compared),
		cmocka_unit_test(shortened),
		cmocka_unit_test(characters),
	};

	return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
