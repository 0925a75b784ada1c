/* test_markdown.c - the plan as a Markdown document */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/render.h"
#include "ces/report.h"
#include "cli/options.h"
#include "sample.h"

static void
made_from(struct buf *out, const char *yaml)
{
	struct review review;

	if (yaml)
		sample_text(&review, yaml);
	else
		sample_file(&review, "examples/retail.yaml");
	render_markdown.text(out, &review);
	review_release(&review);
}

static void
assert_has(const struct buf *buf, const char *text)
{
	if (!strstr(buf_text(buf), text))
		fail_msg("no \"%s\" in it", text);
}

static void
the_review_stands_before_the_tables(void **state)
{
	struct buf out = {0};
	const char *review, *table;

	(void)state;
	made_from(&out, NULL);
	assert_has(&out, "# Harrow & Pine Home - Customer Experience Strategy "
			 "FY27\n");
	assert_has(&out, "- **Sponsor:** Ada Okafor, Chief Customer Officer\n");
	assert_has(&out, "- **As of:** 2026-06-30\n");
	assert_has(&out, "Five of seven headline measures are on track.");
	assert_has(&out, "| Fund phone cover until 21:00 for members as a "
			 "pilot | 68,000 | 2026-07-31 |");
	review = strstr(out.p, "\n## Review\n");
	table = strstr(out.p, "\n## Contact reasons\n");
	assert_true(review && table && review < table);
	buf_free(&out);
}

static size_t
bars(const char *line, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += line[i] == '|' && (!i || line[i - 1] != '\\');
	return count;
}

/* a row with more or fewer cells than its header would be shown wrongly */
static void
rows_have_as_many_cells_as_their_header(void **state)
{
	struct buf out = {0};
	size_t wanted = 0;

	(void)state;
	made_from(&out, NULL);
	for (const char *line = out.p; *line;) {
		size_t n = strcspn(line, "\n");

		if (*line != '|')
			wanted = 0;
		else if (!wanted)
			wanted = bars(line, n);
		else
			assert_int_equal(bars(line, n), wanted);
		line += n + (line[n] == '\n');
	}
	buf_free(&out);
}

static void
what_the_user_wrote_stays_text(void **state)
{
	struct buf out = {0};

	(void)state;
	made_from(&out, "ces: 1\n"
			"plan: {title: 'a <b> | *c*', currency: EUR}\n"
			"actions:\n"
			"  one:\n"
			"    title: \"x | y\\n<script>\"\n"
			"    owner: me\n"
			"    due: 2026-01-01\n"
			"    status: in_progress\n");
	assert_has(&out, "# a \\<b> \\| \\*c\\*\n");
	assert_has(&out, "| x \\| y<br>\\<script> |");
	buf_free(&out);
}

static void
an_empty_plan_says_what_is_missing(void **state)
{
	struct buf out = {0};

	(void)state;
	made_from(&out, almost_empty);
	assert_has(&out, "# Empty\n");
	assert_has(&out, "No contact reason is written down yet.");
	assert_null(strstr(out.p, "| nan"));
	assert_null(strstr(out.p, "(null)"));
	assert_true(out.n > 1 && out.p[out.n - 1] == '\n' &&
		    out.p[out.n - 2] != '\n');
	buf_free(&out);
}

static void
assert_picked(const char *path, const struct renderer *renderer)
{
	int i = format_for(&command_export, path);

	assert_true(i >= 0);
	assert_ptr_equal(renderers[i], renderer);
}

static void
the_suffix_picks_the_format(void **state)
{
	(void)state;
	assert_picked("review.md", &render_markdown);
	assert_picked("a/b.JSON", &render_json);
	assert_picked("review.xlsx", &render_xlsx);
	assert_int_equal(format_for(&command_export, "review.txt"), -1);
	assert_int_equal(format_for(&command_export, ".md"), -1);
}

static void
formats_are_found_by_name(void **state)
{
	(void)state;
	for (int i = 0; renderers[i]; i++)
		assert_int_equal(
			format_find(&command_export, renderers[i]->format.name),
			i);
	for (int i = 0; reports[i]; i++)
		assert_int_equal(
			format_find(&command_check, reports[i]->format.name),
			i);
	assert_int_equal(format_find(&command_export, "pdf"), -1);
	assert_int_equal(format_find(&command_check, "xml"), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_review_stands_before_the_tables),
		cmocka_unit_test(rows_have_as_many_cells_as_their_header),
		cmocka_unit_test(what_the_user_wrote_stays_text),
		cmocka_unit_test(an_empty_plan_says_what_is_missing),
		cmocka_unit_test(the_suffix_picks_the_format),
		cmocka_unit_test(formats_are_found_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
