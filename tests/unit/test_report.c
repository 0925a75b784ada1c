/* test_report.c - findings in text and JSON: marks under the right columns,
 * long lines cut, JSON that is JSON whatever the names */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "ces/report.h"
#include "ces/utf8.h"

/* a review of the bytes, without findings; release it */
static void
start(struct review *review, const char *name, const char *bytes)
{
	size_t n = strlen(bytes);
	char *copy = mem_alloc(n + 1);

	memcpy(copy, bytes, n + 1);
	memset(review, 0, sizeof(*review));
	source_init(&review->source, name, copy, n);
	review->findings.arena = &review->arena;
}

static void
stop(struct review *review)
{
	findings_release(&review->findings);
	source_release(&review->source);
	arena_release(&review->arena);
}

static struct span
span_of(const struct review *review, const char *text)
{
	const char *at = strstr(review->source.bytes, text);
	uint32_t start = (uint32_t)(at - review->source.bytes);

	return (struct span){start, start + (uint32_t)strlen(text)};
}

static struct finding *
add(struct review *review, struct span span)
{
	review->errors++;
	return finding_add(&review->findings, TOPIC_document_unknown_word, span,
			   "plan.status", "no such word: '{word}'",
			   ARGS(TEXT_ARG("word", "soon")));
}

/* the text report alone, quiet; the n-th line of it, from 0, in one buffer */
static const char *
line_of(struct review *review, size_t width, int n)
{
	static char line[4096];
	struct report_output out = {.options = {.quiet = true, .width = width}};
	const char *s;

	report_text.file(&out, review, 0);
	for (s = buf_text(&out.buf); n > 0; n--)
		s = strchr(s, '\n') + 1;
	snprintf(line, sizeof(line), "%.*s", (int)strcspn(s, "\n"), s);
	buf_free(&out.buf);
	return line;
}

/* the lines below the headline for a span in a file of one line */
static void
assert_marks(const char *bytes, const char *text, const char *line,
	     const char *marks)
{
	struct review review;

	start(&review, "a.yaml", bytes);
	add(&review, span_of(&review, text));
	assert_string_equal(line_of(&review, 80, 1), line);
	assert_string_equal(line_of(&review, 80, 2), marks);
	stop(&review);
}

static void
marks_stand_under_the_right_columns(void **state)
{
	(void)state;
	assert_marks("  status: soon\n", "soon", "    1 |   status: soon",
		     "      |           ^~~~");
	assert_marks("\tx:\tsoon\n", "soon", "    1 |         x:      soon",
		     "      |                 ^~~~");
	assert_marks("채널: [전화, 챗봇]\n", "챗봇",
		     "    1 | 채널: [전화, 챗봇]", "      |              ^~~~");
	assert_marks("a: 🎁 soon\n", "soon", "    1 | a: 🎁 soon",
		     "      |       ^~~~");
	assert_marks("cafe\xCC\x81: soon\n", "soon",
		     "    1 | cafe\xCC\x81: soon", "      |       ^~~~");
	assert_marks("a: \xC3\xA9t\xC3\xA9 soon\n", "\xC3\xA9t\xC3\xA9",
		     "    1 | a: \xC3\xA9t\xC3\xA9 soon", "      |    ^~~");
}

static void
controls_are_shown_and_counted(void **state)
{
	(void)state;
	assert_marks("a: \x1b[31m soon\n", "soon", "    1 | a: ␛[31m soon",
		     "      |          ^~~~");
	assert_marks("a: \xE2\x80\xAE soon\n", "soon", "    1 | a: \uFFFD soon",
		     "      |      ^~~~");
}

static void
several_lines_show_the_first(void **state)
{
	struct review review;

	(void)state;
	start(&review, "a.yaml", "a: [one,  \r\n  two]\r\nb: 1\r\n");
	add(&review, span_of(&review, "[one,  \r\n  two]"));
	assert_string_equal(line_of(&review, 80, 1), "    1 | a: [one,");
	assert_string_equal(line_of(&review, 80, 2), "      |    ^~~~~");
	stop(&review);
}

static void
empty_span_has_one_mark(void **state)
{
	struct review review;

	(void)state;
	start(&review, "a.yaml", "plan:\n");
	add(&review, (struct span){5, 5});
	assert_string_equal(line_of(&review, 80, 2), "      |      ^");
	stop(&review);
}

/* no line is wider, the marked text is there, and the marks stand under it */
static void
assert_cut(const char *bytes, const char *text, size_t width)
{
	struct review review;
	char line[4096];
	const char *at, *mark;

	start(&review, "a.yaml", bytes);
	add(&review, span_of(&review, text));
	strcpy(line, line_of(&review, width, 1));
	assert_true(utf8_width(line, strlen(line)) <= width);
	at = strstr(line, text);
	assert_non_null(at);
	mark = strchr(line_of(&review, width, 2), '^');
	assert_int_equal(mark - line_of(&review, width, 2),
			 utf8_width(line, (size_t)(at - line)));
	assert_int_equal(strlen(mark), utf8_width(text, strlen(text)));
	stop(&review);
}

static void
long_lines_are_cut(void **state)
{
	struct buf line = {0};

	(void)state;
	for (int wide = 0; wide < 3; wide++) {
		static const char *const fill[] = {"word ", "语言",
						   "\t\xCC\x81"};

		for (int before = 0; before <= 400; before += 40) {
			buf_clear(&line);
			for (int i = 0; i < before; i++)
				buf_puts(&line, fill[wide]);
			buf_puts(&line, "HERE");
			for (int i = before; i < 400; i++)
				buf_puts(&line, fill[wide]);
			assert_cut(line.p, "HERE", 80);
			assert_cut(line.p, "HERE", 41);
		}
	}
	buf_free(&line);
}

static void
cut_is_marked_on_both_sides(void **state)
{
	struct review review;
	struct buf line = {0};
	const char *shown;

	(void)state;
	buf_fill(&line, 'a', 5000);
	buf_puts(&line, "HERE");
	buf_fill(&line, 'b', 5000);
	start(&review, "a.yaml", line.p);
	add(&review, span_of(&review, "HERE"));
	shown = line_of(&review, 60, 1);
	assert_int_equal(utf8_width(shown, strlen(shown)), 60);
	assert_memory_equal(shown, "    1 | …aaa", strlen("    1 | …aaa"));
	assert_string_equal(shown + strlen(shown) - strlen("bbb…"), "bbb…");
	stop(&review);
	buf_free(&line);
}

static void
related_places_follow(void **state)
{
	struct review review;
	struct finding *finding;

	(void)state;
	start(&review, "a.yaml", "a: {chatt: 1}\nb:\n  chat: 2\n");
	finding = add(&review, span_of(&review, "chatt"));
	finding_relate(&review.findings, finding, span_of(&review, "chat:"), "",
		       "defined here");
	assert_string_equal(line_of(&review, 80, 3), "    3 |   chat: 2");
	assert_string_equal(line_of(&review, 80, 4),
			    "      |   ----- defined here");
	assert_string_equal(line_of(&review, 80, 5),
			    "   = document/unknown-word: "
			    "`ces explain document/unknown-word`");
	stop(&review);
}

static void
states_are_told(void **state)
{
	struct review review;
	struct finding *finding;

	(void)state;
	start(&review, "a\nb.yaml", "a: soon\n");
	finding = add(&review, span_of(&review, "soon"));
	finding->in_hand = true;
	assert_string_equal(line_of(&review, 80, 0),
			    "a␊b.yaml:1:4: error: no such word: 'soon' "
			    "(in hand)");
	finding->waived = true;
	finding->waiver_reason = "until peak is over";
	assert_string_equal(line_of(&review, 80, 0),
			    "a␊b.yaml:1:4: error: no such word: 'soon' "
			    "(waived: until peak is over)");
	stop(&review);
}

static void
summary_counts(void **state)
{
	struct report_output out = {.options = {.width = 80}};
	struct review reviews[2];

	(void)state;
	start(&reviews[0], "a.yaml", "a: soon\n");
	add(&reviews[0], span_of(&reviews[0], "soon"));
	reviews[0].warnings = 5;
	reviews[0].advice = 3;
	reviews[0].in_hand = 1;
	start(&reviews[1], "b.yaml", "a: 1\n");
	for (size_t i = 0; i < 2; i++)
		report_text.file(&out, &reviews[i], i);
	report_text.end(&out, reviews, 2);
	assert_non_null(strstr(
		out.buf.p,
		"\na.yaml: 1 error, 5 warnings, 3 advice (1 in hand)\n"));
	assert_non_null(strstr(out.buf.p, "\nb.yaml: no findings"));
	assert_non_null(
		strstr(out.buf.p,
		       "\n2 files: 1 error, 5 warnings, 3 advice (1 in hand)"));
	buf_free(&out.buf);
	stop(&reviews[0]);
	stop(&reviews[1]);
}

static json_t *
report_whole(const struct report *report, struct review *reviews, size_t n)
{
	struct report_output out = {0};
	json_t *root;

	report->begin(&out);
	for (size_t i = 0; i < n; i++)
		report->file(&out, &reviews[i], i);
	report->end(&out, reviews, n);
	root = json_loads(out.buf.p, JSON_REJECT_DUPLICATES, NULL);
	buf_free(&out.buf);
	assert_non_null(root);
	return root;
}

static void
json_holds_everything(void **state)
{
	struct review reviews[3];
	struct finding *finding;
	json_t *root, *item;
	const char *rule, *path;
	int line, column, end_line, end_column, in_hand, waived;

	(void)state;
	start(&reviews[0], "empty.yaml", "");
	start(&reviews[1], "bad\xff\x1b\"name.yaml", "채널: \x01soon\nb: 2\n");
	finding = add(&reviews[1], span_of(&reviews[1], "soon"));
	finding_relate(&reviews[1].findings, finding, span_of(&reviews[1], "2"),
		       "b", "defined here");
	finding->in_hand = true;
	start(&reviews[2], "c.yaml", "a: soon\n");
	add(&reviews[2], span_of(&reviews[2], "soon"));
	root = report_whole(&report_json, reviews, 3);
	assert_int_equal(json_array_size(json_object_get(root, "findings")), 2);
	item = json_array_get(json_object_get(root, "findings"), 0);
	assert_int_equal(json_unpack(item, "{ss si si si si ss sb sb}", "rule",
				     &rule, "line", &line, "column", &column,
				     "end_line", &end_line, "end_column",
				     &end_column, "path", &path, "in_hand",
				     &in_hand, "waived", &waived),
			 0);
	assert_string_equal(rule, "document/unknown-word");
	assert_string_equal(path, "plan.status");
	assert_int_equal(line, 1);
	assert_int_equal(column, 6);
	assert_int_equal(end_line, 1);
	assert_int_equal(end_column, 10);
	assert_true(in_hand);
	assert_false(waived);
	assert_int_equal(json_array_size(json_object_get(item, "related")), 1);
	assert_true(json_is_object(json_object_get(root, "readiness")));
	assert_int_equal(json_array_size(json_object_get(root, "files")), 3);
	json_decref(root);
	for (int i = 0; i < 3; i++)
		stop(&reviews[i]);
}

static void
json_readiness_is_the_lowest(void **state)
{
	static struct view view;
	struct review reviews[2];
	json_t *root, *readiness;
	int plan, hours;

	(void)state;
	for (int i = 0; i < 2; i++) {
		start(&reviews[i], i ? "b.yaml" : "a.yaml", "");
		reviews[i].view = &view;
		reviews[i].readiness.plan = i ? 70 : 80;
		reviews[i].readiness.section[4] = i ? 100 : 40;
	}
	root = report_whole(&report_json, reviews, 2);
	readiness = json_object_get(root, "readiness");
	assert_int_equal(json_unpack(readiness, "{si s{si}}", "plan", &plan,
				     "sections", "hours", &hours),
			 0);
	assert_int_equal(plan, 70);
	assert_int_equal(hours, 40);
	json_decref(root);
	stop(&reviews[0]);
	stop(&reviews[1]);
}

static void
jsonl_is_one_object_a_line(void **state)
{
	struct report_output out = {0};
	struct review review;
	char *line;

	(void)state;
	start(&review, "a.yaml", "a: soon\n");
	for (int i = 0; i < 3; i++)
		add(&review, span_of(&review, "soon"));
	report_jsonl.file(&out, &review, 0);
	line = strtok(out.buf.p, "\n");
	for (int i = 0; i < 3; i++, line = strtok(NULL, "\n")) {
		json_t *root = json_loads(line, 0, NULL);

		assert_non_null(root);
		json_decref(root);
	}
	assert_null(line);
	buf_free(&out.buf);
	stop(&review);
}

static void
assert_wrapped(const char *text, size_t width, size_t indent, const char *want)
{
	struct buf out = {0};

	buf_wrap(&out, text, width, indent, indent);
	assert_string_equal(buf_text(&out), want);
	buf_free(&out);
}

static void
text_is_wrapped(void **state)
{
	(void)state;
	assert_wrapped("one two  three\nfour", 9, 0, "one two\nthree\nfour");
	assert_wrapped("one two", 0, 0, "one two");
	assert_wrapped("one two three", 9, 2, "one two\n  three");
	assert_wrapped("averyverylongword x", 6, 0, "averyverylongword\nx");
	assert_wrapped("客户联系我们的原因。", 10, 0, "客户联系我\n们的原因。");
	assert_wrapped("客户联系，我们", 8, 0, "客户联\n系，我们");
	assert_wrapped("고객이 문의하는 이유", 10, 0, "고객이\n문의하는\n이유");
	assert_wrapped("a\x1b[1m b", 80, 0, "a␛[1m b");
	assert_wrapped("", 80, 0, "");
}

/* on a terminal a message is folded between words, behind its place */
static void
messages_are_folded(void **state)
{
	struct report_output out = {
		.options = {.quiet = true, .fold = true, .width = 40}};
	struct review review;

	(void)state;
	start(&review, "a.yaml", "x: soon\n");
	add(&review, span_of(&review, "soon"))->in_hand = true;
	report_text.file(&out, &review, 0);
	assert_non_null(
		strstr(out.buf.p, "no such word: 'soon'\n    (in hand)\n"));
	buf_free(&out.buf);
	stop(&review);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_stand_under_the_right_columns),
		cmocka_unit_test(controls_are_shown_and_counted),
		cmocka_unit_test(several_lines_show_the_first),
		cmocka_unit_test(empty_span_has_one_mark),
		cmocka_unit_test(long_lines_are_cut),
		cmocka_unit_test(cut_is_marked_on_both_sides),
		cmocka_unit_test(related_places_follow),
		cmocka_unit_test(states_are_told),
		cmocka_unit_test(summary_counts),
		cmocka_unit_test(json_holds_everything),
		cmocka_unit_test(json_readiness_is_the_lowest),
		cmocka_unit_test(jsonl_is_one_object_a_line),
		cmocka_unit_test(text_is_wrapped),
		cmocka_unit_test(messages_are_folded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
