/* test_xml.c - parts that are well-formed, and what damage is found in them */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <expat.h>
#include <string.h>

#include "xlsx/verify/xml.h"

static const char sheet[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
	"<worksheet xmlns=\"http://x/main\" xmlns:r=\"http://x/r\">"
	"<cols><col min=\"1\" max=\"1\" width=\"20.7\"/></cols><sheetData>"
	"<row r=\"1\" spans=\"1:2\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c>"
	"<c r=\"B1\" s=\"2\"><f>IF(A1&lt;&gt;\"\",1,\"x &amp; y\")</f><v>1</v>"
	"</c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is>"
	"<t xml:space=\"preserve\"> 전화 é &apos; </t></is></c></row>"
	"</sheetData><drawing r:id=\"rId1\" /></worksheet >\n";

/* in steps of so many bytes, as if the rest came later */
static bool
is_good(const char *text, size_t n, size_t step)
{
	struct xml xml = {0};
	size_t from = 0, to, used;
	bool good = true;

	for (to = step; good && to < n; to += step) {
		good = xml_read(&xml, text + from, to - from, false, &used);
		from += used;
	}
	good = good && xml_read(&xml, text + from, n - from, true, &used) &&
	       xml_whole(&xml);
	xml_free(&xml);
	return good;
}

static bool
expat_takes(const char *text, size_t n)
{
	XML_Parser parser = XML_ParserCreate(NULL);
	bool good = XML_Parse(parser, text, (int)n, 1) == XML_STATUS_OK;

	XML_ParserFree(parser);
	return good;
}

static void
test_good(void **state)
{
	(void)state;
	for (size_t step = 1; step < sizeof(sheet) + 10; step++)
		assert_true(is_good(sheet, sizeof(sheet) - 1, step));
	assert_true(is_good("<a/>", 4, 4));
	assert_true(is_good(" <a b=\"&#xA;'>\"></a> ", 21, 3));
}

static void
test_bad(void **state)
{
	static const char *const texts[] = {
		"",
		" ",
		"a",
		"<",
		"<a",
		"<a>",
		"</a>",
		"<a></b>",
		"<a></aa>",
		"<aa></a>",
		"<a><b></a></b>",
		"<a/><b/>",
		"<a/>x",
		"x<a/>",
		"<a b></a>",
		"<a b=c/>",
		"<a b=\"<\"/>",
		"<a b=\"c\"d=\"e\"/>",
		"<a b=\"1\" b=\"2\"/>",
		"<a>&x;</a>",
		"<a>& </a>",
		"<a>&#;</a>",
		"<a>&#x;</a>",
		"<a>&#0;</a>",
		"<a>\x01</a>",
		"<a>\xff</a>",
		"<a>\xc3</a>",
		"<a>\xef\xbf\xbf</a>",
		"<a>\xed\xa0\x80</a>",
		"<1/>",
		"<a><?xml version=\"1.0\"?></a>",
		"<a",
		"<a/",
		" <?xml version=\"1.0\"?><a/>",
		"<?xml version=\"1.0\"><a/>",
		"< a/>",
		"<a / >",
		"<a/></a>",
		"<a></a></a>",
		"<a b=\"1/>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		for (size_t step = 1; step < 12; step++)
			if (is_good(texts[i], strlen(texts[i]), step))
				fail_msg("taken: %s", texts[i]);
}

/* whatever is cut out of a part, or changed in it: what expat refuses, we do */
static void
test_damage(void **state)
{
	char text[sizeof(sheet)];
	size_t n = sizeof(sheet) - 1;

	(void)state;
	for (size_t at = 0; at < n; at++) {
		for (size_t gap = 1; at + gap <= n; gap++) {
			memcpy(text, sheet, at);
			memcpy(text + at, sheet + at + gap, n - at - gap);
			if (is_good(text, n - gap, 64))
				if (!expat_takes(text, n - gap))
					fail_msg("taken: %.*s", (int)(n - gap),
						 text);
		}
		for (int c = 0; c < 256; c++) {
			memcpy(text, sheet, n);
			text[at] = (char)c;
			if (is_good(text, n, 64))
				assert_true(expat_takes(text, n));
		}
	}
}

static void
note(void *data, struct span name, struct span value)
{
	struct buf *buf = data;

	buf_add(buf, name.p, name.n);
	buf_putc(buf, '=');
	buf_add(buf, value.p, value.n);
	buf_putc(buf, ';');
}

static void
test_attributes(void **state)
{
	static const char text[] = "<a b=\"1\"><c:d e=\"\" f=\"2 3\"/></a>";
	struct buf buf = {0};
	struct xml xml = {.attribute = note, .data = &buf};
	size_t used;

	(void)state;
	assert_true(xml_read(&xml, text, sizeof(text) - 1, true, &used));
	assert_int_equal(used, sizeof(text) - 1);
	assert_string_equal(buf_text(&buf), "b=1;e=;f=2 3;");
	xml_free(&xml);
	buf_free(&buf);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_damage),
		cmocka_unit_test(test_attributes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
