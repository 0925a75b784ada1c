/* test_edit.c - values as YAML, two plans compared, changes applied */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "ces/compare.h"
#include "ces/edit.h"

#define HEAD                                                        \
	"ces: 1\nplan: {title: A, organization: B, currency: EUR, " \
	"timezone: UTC, status: draft}\n"

static void
written_is(const char *text, bool plain, enum node_style style, bool flow,
	   const char *expected)
{
	const struct yaml_layout layout = {
		.flow = flow, .indent = 4, .step = 2, .eol = "\n"};
	struct content content = content_text(text, plain);
	struct buf buf = {0};

	scalar_write(&buf, &content, style, &layout);
	assert_string_equal(buf_text(&buf), expected);
	buf_free(&buf);
}

static void
scalars_keep_their_style_where_it_holds_them(void **state)
{
	(void)state;
	written_is("a text", false, NODE_PLAIN, false, "a text");
	written_is("a text", false, NODE_SINGLE, false, "'a text'");
	written_is("it's", false, NODE_SINGLE, false, "'it''s'");
	written_is("a\nb", false, NODE_SINGLE, false, "\"a\\nb\"");
	written_is("a, b", false, NODE_PLAIN, false, "a, b");
	written_is("a, b", false, NODE_PLAIN, true, "\"a, b\"");
	written_is("a\nb\n", false, NODE_LITERAL, false, "|\n    a\n    b");
	written_is("a\nb", false, NODE_LITERAL, false, "|-\n    a\n    b");
	written_is("a\n\n", false, NODE_LITERAL, false, "|+\n    a\n");
	written_is("a\nb\n", false, NODE_FOLDED, false, ">\n    a\n\n    b");
	written_is(" a\nb\n", false, NODE_LITERAL, false, "\" a\\nb\\n\"");
	written_is("a\nb\n", false, NODE_LITERAL, true, "\"a\\nb\\n\"");
}

static void
texts_that_others_take_for_more_are_quoted(void **state)
{
	static const char *const words[] = {
		"no",	"Yes",	"null", "~",   "1e3",	     "08:00", "012",
		"0x1F", "1_0",	"=",	"<<",  "2026-06-30", "-5",    ".5",
		"a: b", "a #b", "a:",	"- a", "? a",	     "*a",    "&a",
		"!a",	"%a",	"@a",	"`a",  "|",	     ">",     "{a}",
		"[a]",	"#a",	" a",	"a ",  "",	     "---",   "'a'"};
	struct buf quoted = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		buf_clear(&quoted);
		buf_printf(&quoted, "\"%s\"", words[i]);
		written_is(words[i], false, NODE_PLAIN, false, quoted.p);
	}
	buf_free(&quoted);
	written_is("08:00", true, NODE_PLAIN, false, "08:00");
	written_is("2026-06-30", true, NODE_PLAIN, true, "2026-06-30");
	written_is("a\xe2\x80\xa8z", false, NODE_PLAIN, false, "\"a\\u2028z\"");
}

static void
load(struct document *document, const char *yaml)
{
	document_load(document, "plan.yaml", mem_string(yaml), strlen(yaml));
}

static void
differ(const char *before, const char *after, const char *expected)
{
	struct document a, b;
	struct differences differences = {0};
	struct buf found = {0};
	static const char signs[] = "+-~";

	load(&a, before);
	load(&b, after);
	differences.arena = &b.arena;
	plans_compare(&differences, a.plan, b.plan, NULL, 0);
	for (size_t i = 0; i < differences.n; i++)
		buf_printf(&found, "%s%c%s", i ? " " : "",
			   signs[differences.items[i].kind],
			   differences.items[i].path);
	assert_string_equal(buf_text(&found), expected);
	buf_free(&found);
	differences_release(&differences);
	document_release(&a);
	document_release(&b);
}

static void
order_and_writing_make_no_difference(void **state)
{
	(void)state;
	differ(HEAD "segments:\n  a: {share: 18%, name: A}\n  b: {name: B}\n",
	       "segments:\n  b: {name: 'B'}\n  a:\n    name: \"A\"\n"
	       "    share: 18\n" HEAD,
	       "");
	differ(HEAD "contact_reasons: {a: {handle_time: 5min, plan: [x, y]}}\n",
	       HEAD "contact_reasons: {a: {handle_time: 300s, plan: [y, x]}}\n",
	       "");
	differ(HEAD "hours: {a: {weekly: 'Mo-Fr 09:00-17:00'}}\n",
	       HEAD "hours: {a: {weekly: 'Mo,Tu,We,Th,Fr 09:00-17:00'}}\n", "");
	differ(HEAD "channels: {a: {name: ~, cost_per_contact: TODO}}\n",
	       HEAD "channels: {a: {mode: }}\n", "");
	differ(HEAD "contact_reasons: {a: {handle_time: 1bd}}\n",
	       HEAD "contact_reasons: {a: {handle_time: 8h}}\n",
	       "~contact_reasons.a.handle_time");
}

static void
items_and_keys_are_told(void **state)
{
	(void)state;
	differ(HEAD "actions: {a: {title: A}, b: {title: B, percent: 5}}\n",
	       HEAD "actions: {b: {title: C, due: 2026-01-01}, c: {}}\n",
	       "-actions.a ~actions.b.title +actions.b.due "
	       "-actions.b.percent +actions.c");
	differ(HEAD "contact_reasons: {a: {volume: {p: 1, q: 2}}}\nx-a: 1\n",
	       HEAD "contact_reasons: {a: {volume: {q: 3, r: 4}}}\nx-a: 2\n",
	       "-contact_reasons.a.volume.p ~contact_reasons.a.volume.q "
	       "+contact_reasons.a.volume.r ~x-a");
	differ(HEAD "measures: {m: {actuals: [{period: 2026-01, value: 1}, "
		    "{period: 2026-02, value: 2}, "
		    "{period: 2026-03, value: 3}]}}\n",
	       HEAD "measures: {m: {actuals: [{period: 2026-01, value: 1}, "
		    "{period: 2026-03, value: 4}, "
		    "{period: 2026-04, value: 5}, "
		    "{period: 2026-05, value: 6}]}}\n",
	       "~measures.m.actuals[2].value ~measures.m.actuals[1].period "
	       "~measures.m.actuals[1].value +measures.m.actuals[3]");
}

static void
one_change_is_made_or_none(void **state)
{
	struct change items[] = {{CHANGE_VALUE, "actions.a.title", NULL,
				  content_text("no", false)},
				 {CHANGE_VALUE, "actions.a.due", NULL,
				  content_text("2026-02-30", false)}};
	struct changes changes = {items, 1, 1};
	struct edited edited = {0};
	struct document document;

	(void)state;
	load(&document, HEAD "actions: {a: {title: A, due: 2026-01-01}}\n");
	assert_true(changes_apply(&document, &changes, 0, &edited));
	assert_string_equal(edited.document.source.bytes,
			    HEAD "actions: {a: {title: \"no\", "
				 "due: 2026-01-01}}\n");
	edited_release(&edited);
	edited = (struct edited){0};
	changes.n = 2;
	assert_false(changes_apply(&document, &changes, 0, &edited));
	assert_int_equal(edited.refusal, REFUSED_VALUE);
	assert_int_equal(edited.finding_count, 1);
	edited_release(&edited);
	document_release(&document);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scalars_keep_their_style_where_it_holds_them),
		cmocka_unit_test(texts_that_others_take_for_more_are_quoted),
		cmocka_unit_test(order_and_writing_make_no_difference),
		cmocka_unit_test(items_and_keys_are_told),
		cmocka_unit_test(one_change_is_made_or_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
