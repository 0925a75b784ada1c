/* test_chart.c - drawings of a page */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "sample.h"
#include "text/chart/chart.h"

static const struct {
	const char *id;
	bool (*draw)(struct buf *out, const struct chart *chart);
} charts[] = {{"matrix", chart_matrix},
	      {"weeks", chart_weeks},
	      {"months", chart_months},
	      {"gantt", chart_gantt},
	      {"measures", chart_measures}};

enum { CHARTS = sizeof(charts) / sizeof(*charts), IDS_MOST = 400 };

/* a plan's drawings, one behind the other */
struct drawn {
	struct review review;
	struct tables tables;
	struct arena arena;
	struct buf all;
	size_t n;
};

static void
draw_all(struct drawn *drawn)
{
	tables_make(&drawn->tables, &drawn->review);
	for (size_t i = 0; i < CHARTS; i++) {
		size_t before = drawn->all.n;
		const struct chart chart = {.tables = &drawn->tables,
					    .review = &drawn->review,
					    .id = charts[i].id,
					    .arena = &drawn->arena};
		bool any = charts[i].draw(&drawn->all, &chart);

		assert_int_equal(any, drawn->all.n > before);
		drawn->n += any;
	}
}

static void
draw_file(struct drawn *drawn, const char *path)
{
	*drawn = (struct drawn){0};
	sample_file(&drawn->review, path);
	draw_all(drawn);
}

static void
draw_text(struct drawn *drawn, const char *yaml)
{
	*drawn = (struct drawn){0};
	sample_text(&drawn->review, yaml);
	draw_all(drawn);
}

static void
release(struct drawn *drawn)
{
	tables_release(&drawn->tables);
	review_release(&drawn->review);
	arena_release(&drawn->arena);
	buf_free(&drawn->all);
}

/* --- well formed, and closed -------------------------------------------- */

/* what is seen of the drawings: ids, and what refers to them */
struct seen {
	char *ids[IDS_MOST];
	size_t n;
	struct buf text;
};

static bool
has_id(const struct seen *seen, const char *id, size_t n)
{
	for (size_t i = 0; i < seen->n; i++)
		if (strlen(seen->ids[i]) == n && !strncmp(seen->ids[i], id, n))
			return true;
	return false;
}

static void
see_element(void *data, const char *name, const char **attributes)
{
	struct seen *seen = data;

	assert_string_not_equal(name, "script");
	assert_string_not_equal(name, "style");
	for (; *attributes; attributes += 2) {
		const char *key = attributes[0], *value = attributes[1];

		assert_true(strncmp(key, "on", 2) != 0);
		assert_null(strstr(key, "href"));
		assert_string_not_equal(key, "style");
		assert_null(strstr(value, "nan"));
		assert_null(strstr(value, "inf"));
		if (!strcmp(key, "id")) {
			assert_false(has_id(seen, value, strlen(value)));
			assert_true(seen->n < IDS_MOST);
			seen->ids[seen->n++] = mem_string(value);
		} else if (!strcmp(key, "fill")) {
			/* a pattern of the drawing, made before */
			assert_false(strncmp(value, "url(#", 5));
			assert_true(has_id(seen, value + 5, strlen(value) - 6));
		}
	}
}

static void
see_text(void *data, const char *text, int n)
{
	struct seen *seen = data;

	buf_add(&seen->text, text, (size_t)n);
}

/* Reads the drawings as one document; text: what must be among their texts. */
static void
assert_sound(const struct drawn *drawn, const char *text)
{
	XML_Parser parser = XML_ParserCreate("UTF-8");
	struct seen seen = {0};
	struct buf all = {0};

	buf_puts(&all, "<all>");
	buf_add(&all, buf_text(&drawn->all), drawn->all.n);
	buf_puts(&all, "</all>");
	XML_SetUserData(parser, &seen);
	XML_SetStartElementHandler(parser, see_element);
	XML_SetCharacterDataHandler(parser, see_text);
	if (XML_Parse(parser, all.p, (int)all.n, 1) != XML_STATUS_OK)
		fail_msg("line %lu: %s", XML_GetCurrentLineNumber(parser),
			 XML_ErrorString(XML_GetErrorCode(parser)));
	if (text && !strstr(buf_text(&seen.text), text))
		fail_msg("no '%s' is drawn", text);
	XML_ParserFree(parser);
	for (size_t i = 0; i < seen.n; i++)
		free(seen.ids[i]);
	buf_free(&seen.text);
	buf_free(&all);
}

static void
full_plans_have_all_drawings(void **state)
{
	static const char *const paths[] = {"examples/retail.yaml",
					    "templates/full/retail.ko.yaml",
					    "templates/full/retail.es.yaml",
					    "templates/full/retail.zh_TW.yaml"};
	struct drawn drawn;

	(void)state;
	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		draw_file(&drawn, paths[i]);
		assert_int_equal(drawn.n, CHARTS);
		assert_sound(&drawn, NULL);
		release(&drawn);
	}
}

static void
nothing_is_drawn_of_almost_empty_plans(void **state)
{
	struct drawn drawn;

	(void)state;
	draw_text(&drawn, almost_empty);
	assert_int_equal(drawn.n, 0);
	release(&drawn);
}

/* --- single drawings ---------------------------------------------------- */

#define REASON(id, name, scores)                                         \
	"  " id ": {name: " name ", annual_volume: 100, demand: value, " \
	"value_to_customer: " scores ", value_to_company: " scores "}\n"
#define PLAN "ces: 1\nplan: {title: T, status: draft, language: en}\n"

static void
one_point_is_not_drawn(void **state)
{
	struct drawn drawn;

	(void)state;
	draw_text(&drawn,
		  PLAN "contact_reasons:\n" REASON(
			  "a", "Alone",
			  "2") "actions:\n"
			       "  a: {title: Alone, due: 2026-07-01, "
			       "status: not_started}\n"
			       "measures:\n"
			       "  m: {name: M, unit: percent, headline: true, "
			       "actuals: [{period: 2026-05, value: 4}]}\n");
	assert_int_equal(drawn.n, 0);
	release(&drawn);
}

static void
reasons_on_one_spot_have_one_label(void **state)
{
	struct drawn drawn;

	(void)state;
	draw_text(&drawn,
		  PLAN "contact_reasons:\n" REASON("a", "First", "2")
			  REASON("b", "Second", "2") REASON("c", "Third", "2")
				  REASON("d", "Elsewhere", "-3"));
	assert_int_equal(drawn.n, 1);
	assert_sound(&drawn, "First + 2 more");
	assert_sound(&drawn, "First, Second, Third");
	assert_sound(&drawn, "Elsewhere");
	release(&drawn);
}

static void
months_are_drawn_of_an_index_alone(void **state)
{
	struct drawn drawn;

	(void)state;
	draw_text(&drawn,
		  PLAN "demand:\n"
		       "  month_index: {1: 0.8, 2: 0.8, 3: 0.9, 4: 1, 5: 1, "
		       "6: 1, 7: 1, 8: 1, 9: 1, 10: 1.1, 11: 1.2, 12: 1.2}\n");
	assert_int_equal(drawn.n, 1);
	assert_sound(&drawn, "Index by month");
	release(&drawn);
}

#define HOSTILE                                                            \
	"\"</title></svg><script>alert(1)</script> \\\" onload=x ]]> --> " \
	"&lt; \\u202e <b>\""

static void
texts_are_shown_as_they_are(void **state)
{
	struct drawn drawn;

	(void)state;
	draw_text(&drawn,
		  PLAN "contact_reasons:\n" REASON("a", HOSTILE, "2") REASON(
			  "b", HOSTILE,
			  "-2") "calendar:\n"
				"  e: {name: " HOSTILE ", kind: campaign, "
				"start: 2026-08-01, end: 2026-08-09}\n"
				"demand: {month_index: {1: 1, 2: 1, 3: 1, 4: "
				"1, 5: 1, 6: 1, "
				"7: 1, 8: 1, 9: 1, 10: 1, 11: 1, 12: 1}}\n"
				"actions:\n"
				"  a: {title: " HOSTILE ", due: 2026-07-01, "
				"status: not_started}\n"
				"  b: {title: " HOSTILE
				", due: 2026-05-01, status: done}\n"
				"measures:\n"
				"  m: {name: " HOSTILE
				", unit: percent, headline: true, "
				"actuals: [{period: 2026-04, value: 3}, "
				"{period: 2026-05, value: 4}]}\n");
	assert_int_equal(drawn.n, 4);
	assert_sound(&drawn,
		     "</title></svg><script>alert(1)</script> \" onload=x "
		     "]]> --> &lt; ");
	release(&drawn);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(full_plans_have_all_drawings),
		cmocka_unit_test(nothing_is_drawn_of_almost_empty_plans),
		cmocka_unit_test(one_point_is_not_drawn),
		cmocka_unit_test(reasons_on_one_spot_have_one_label),
		cmocka_unit_test(months_are_drawn_of_an_index_alone),
		cmocka_unit_test(texts_are_shown_as_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
