/* test_message.c - lists, particles, plurals and numbers, by their languages */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/buf.h"
#include "ces/message.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

static const char *const codes[] = {"en", "es", "ko", "zh_CN", "zh_TW"};

static void
assert_shown(struct buf *buf, const char *wanted)
{
	assert_string_equal(buf_text(buf), wanted);
	buf_free(buf);
}

/* --- lists ---------------------------------------------------------------- */

static void
lists_are_joined(void **state)
{
	static const char *const texts[] = {"a", "b", "{item}", "d", "e"};
	static const struct {
		const char *code;
		int join;
		const char *shown[COUNT_OF(texts) + 1];
	} cases[] = {
		{"en",
		 LIST_AND,
		 {"", "a", "a and b", "a, b and {item}", "a, b, {item} and d",
		  "a, b, {item}, d and e"}},
		{"en",
		 LIST_OR | LIST_QUOTED,
		 {"", "'a'", "'a' or 'b'", "'a', 'b' or '{item}'",
		  "'a', 'b', '{item}' or 'd'",
		  "'a', 'b', '{item}', 'd' or 'e'"}},
		{"es",
		 LIST_AND,
		 {"", "a", "a y b", "a, b y {item}", "a, b, {item} y d",
		  "a, b, {item}, d y e"}},
		{"es",
		 LIST_OR | LIST_QUOTED,
		 {"", "«a»", "«a» o «b»", "«a», «b» o «{item}»",
		  "«a», «b», «{item}» o «d»", "«a», «b», «{item}», «d» o «e»"}},
		{"ko",
		 LIST_COMMAS,
		 {"", "a", "a, b", "a, b, {item}", "a, b, {item}, d",
		  "a, b, {item}, d, e"}},
		{"zh_CN",
		 LIST_COMMAS,
		 {"", "a", "a、b", "a、b、{item}", "a、b、{item}、d",
		  "a、b、{item}、d、e"}},
		{"zh_TW",
		 LIST_COMMAS | LIST_QUOTED,
		 {"", "「a」", "「a」、「b」", "「a」、「b」、「{item}」",
		  "「a」、「b」、「{item}」、「d」",
		  "「a」、「b」、「{item}」、「d」、「e」"}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		for (size_t n = 0; n <= COUNT_OF(texts); n++) {
			struct buf buf = {0};

			list_show(&buf, language_find(cases[i].code),
				  &(struct text_list){texts, n, cases[i].join});
			assert_shown(&buf, cases[i].shown[n]);
		}
}

/* Each text once and in order, whatever joins them. */
static void
lists_hold_their_texts(void **state)
{
	static const char *const texts[] = {"Q1", "Q2", "Q3", "Q4", "Q5"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(codes); i++)
		for (int join = 0; join < 16; join++) {
			struct buf buf = {0};
			const char *at;
			const int how = join % LIST_QUOTED;

			if (how > LIST_COMMAS)
				continue;
			list_show(&buf, language_find(codes[i]),
				  &(struct text_list){texts, COUNT_OF(texts),
						      join});
			at = buf_text(&buf);
			for (size_t n = 0; n < COUNT_OF(texts); n++) {
				at = strstr(at, texts[n]);
				assert_non_null(at);
				at += strlen(texts[n]);
				assert_null(strstr(at, texts[n]));
			}
			buf_free(&buf);
		}
}

/* --- particles ------------------------------------------------------------ */

static void
particles_follow_their_words(void **state)
{
	static const char message[] =
		"{x}{x:을/를} {x:이/가} {x:은/는} {x:과/와} {x:으로/로}";
	static const char *const
		closed = "을 이 은 과 으로",
		*const rieul = "을 이 은 과 로", *const open = "를 가 는 와 로",
		*const both = "을(를) 이(가) 은(는) 과(와) (으)로";
	const struct {
		const char *word, *particles;
	} cases[] = {
		{"책", closed},
		{"계획", closed},
		{"나무", open},
		{"지표", open},
		{"서울", rieul},
		{"3일", rieul},
		/* the last digit as it is read */
		{"0", closed},
		{"1", rieul},
		{"2", open},
		{"3", closed},
		{"4", open},
		{"5", open},
		{"6", closed},
		{"7", rieul},
		{"8", rieul},
		{"9", open},
		{"1,000", closed},
		{"12.5", open},
		{"2026-09-03", closed},
		{"85%", open},
		{"85.3 %", open},
		/* scripts that don't tell */
		{"Ann", both},
		{"5 kg", both},
		{"顧客", both},
		{"", both},
		{"...", both},
		/* marks aren't spoken */
		{"'책'", closed},
		{"'나무'", open},
		{"“서울”", rieul},
		{"「Ann」", both},
		{"전화(책)", closed},
		{"책(전화)", open},
		{"책 ", closed},
		{"책.", closed},
		{"[나무]", open},
	};
	const struct language *korean = language_find("ko");

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct buf buf = {0}, wanted = {0};

		message_fill(&buf, korean, message,
			     ARGS(TEXT_ARG("x", cases[i].word)));
		buf_printf(&wanted, "%s%s", cases[i].word, cases[i].particles);
		assert_shown(&buf, buf_text(&wanted));
		buf_free(&wanted);
	}
}

/* Of what arguments are shown as: numbers, shares, days, lists. */
static void
particles_follow_what_is_shown(void **state)
{
	static const char *const texts[] = {"책", "나무"};
	const struct language *korean = language_find("ko"),
			      *in_words = language_in_words(korean);
	const struct arg args[] = {
		COUNT_ARG("n", 12400),
		PERCENT_ARG("share", 85),
		DATE_ARG("day", ((struct date){2026, 9, 3})),
		LIST_ARG("items", texts, 2, LIST_COMMAS | LIST_QUOTED),
	};
	struct buf buf = {0};

	(void)state;
	message_fill(&buf, korean,
		     "{n:은/는} {share:으로/로} {day:으로/로} "
		     "{items:이/가}",
		     args, COUNT_OF(args));
	assert_shown(&buf, "은 로 로 가");
	message_fill(&buf, in_words, "{day:으로/로}", args, COUNT_OF(args));
	assert_shown(&buf, "로"); /* 3일 */
}

/* --- plurals -------------------------------------------------------------- */

/* The message of that many, without its number. */
static void
count(struct buf *buf, const char *code, double n)
{
	struct buf told = {0};

	message_count(&told, language_find(code), "{n} answer is still missing",
		      "{n} answers are still missing", n, NO_ARGS);
	for (const char *p = buf_text(&told); *p; p++)
		if (!strchr("0123456789.,", *p))
			buf_putc(buf, *p);
	buf_free(&told);
}

static void
plurals_have_their_forms(void **state)
{
	static const double many[] = {0, 2, 1.5, 11, 21, 101, 1000};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(codes); i++) {
		bool has_forms = i < 2; /* English and Spanish */
		struct buf one = {0}, two = {0};

		count(&one, codes[i], 1);
		count(&two, codes[i], 2);
		assert_int_equal(!strcmp(buf_text(&one), buf_text(&two)),
				 !has_forms);
		for (size_t j = 0; j < COUNT_OF(many); j++) {
			struct buf other = {0};

			count(&other, codes[i], many[j]);
			assert_shown(&other, buf_text(&two));
		}
		buf_free(&one);
		buf_free(&two);
	}
}

/* --- numbers -------------------------------------------------------------- */

static void
amounts_have_their_marks(void **state)
{
	static const struct {
		double number;
		int decimals;
		const char *english, *spanish;
	} cases[] = {
		{12400.5, 1, "12,400.5", "12.400,5"},
		{-0.5, 1, "-0.5", "-0,5"},
		{-0.04, 1, "0.0", "0,0"},
		{-0.0, 0, "0", "0"},
		{999, 0, "999", "999"},
		{1000, 0, "1,000", "1.000"},
		{-1234567.25, 2, "-1,234,567.25", "-1.234.567,25"},
		{-100, 0, "-100", "-100"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		for (size_t j = 0; j < COUNT_OF(codes); j++) {
			struct buf buf = {0};

			amount_show(&buf, language_find(codes[j]),
				    cases[i].number, cases[i].decimals);
			assert_shown(&buf, j == 1 ? cases[i].spanish
						  : cases[i].english);
		}
}

static void
numbers_and_shares_are_shown(void **state)
{
	const struct language *spanish = language_find("es");
	struct buf buf = {0};

	(void)state;
	number_show(&buf, spanish, 12400.5);
	assert_shown(&buf, "12400,5");
	number_show(&buf, spanish, -0.5);
	assert_shown(&buf, "-0,5");
	percent_show(&buf, spanish, 85);
	assert_shown(&buf, "85\u00a0%");
	percent_show(&buf, spanish, 84.96);
	assert_shown(&buf, "85\u00a0%");
	percent_show(&buf, spanish, -0.25);
	assert_shown(&buf, "-0,3\u00a0%");
	percent_show(&buf, NULL, 86.2);
	assert_shown(&buf, "86.2%");
	percent_show(&buf, language_find("ko"), 86.2);
	assert_shown(&buf, "86.2%");
	/* as a plan has it, in every language */
	message_fill(&buf, spanish, "{n} {m}",
		     ARGS(TYPED_ARG("n", 12400.5), COUNT_ARG("m", 12400)));
	assert_shown(&buf, "12400.5 12.400");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_joined),
		cmocka_unit_test(lists_hold_their_texts),
		cmocka_unit_test(particles_follow_their_words),
		cmocka_unit_test(particles_follow_what_is_shown),
		cmocka_unit_test(plurals_have_their_forms),
		cmocka_unit_test(amounts_have_their_marks),
		cmocka_unit_test(numbers_and_shares_are_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
