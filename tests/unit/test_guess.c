/* test_guess.c - the spelling that the format reads, for what was typed */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/code.h"
#include "ces/date.h"
#include "ces/guess.h"
#include "ces/number.h"
#include "ces/week.h"

/* a value as typed, and the one offered; NULL: none */
struct row {
	const char *typed, *text, *other;
};

static struct arena arena;

static bool
is_same(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

static void
assert_guess(const struct row *row, struct guess guess)
{
	if (!is_same(guess.text, row->text) ||
	    !is_same(guess.other, row->other))
		print_error("'%s': '%s' or '%s', not '%s' or '%s'\n",
			    row->typed, guess.text ? guess.text : "",
			    guess.other ? guess.other : "",
			    row->text ? row->text : "",
			    row->other ? row->other : "");
	assert_true(is_same(guess.text, row->text));
	assert_true(is_same(guess.other, row->other));
}

/* every row, and each offer read as the format reads it */
static void
assert_rows(const struct row *rows, size_t n,
	    struct guess (*guess)(struct arena *, const char *, size_t),
	    bool (*can_read)(const char *, size_t))
{
	for (size_t i = 0; i < n; i++) {
		struct guess found =
			guess(&arena, rows[i].typed, strlen(rows[i].typed));

		assert_guess(&rows[i], found);
		if (found.text && !can_read(found.text, strlen(found.text)))
			fail_msg("'%s' can't be read", found.text);
		if (found.other && !can_read(found.other, strlen(found.other)))
			fail_msg("'%s' can't be read", found.other);
	}
	arena_release(&arena);
}

#define ASSERT_ROWS(rows, guess, read) \
	assert_rows(rows, sizeof(rows) / sizeof(*(rows)), guess, read)

static bool
read_week(const char *s, size_t n)
{
	struct week_error error;
	struct week week;

	return week_parse(s, n, &arena, &week, &error);
}

static bool
read_spans(const char *s, size_t n)
{
	struct week_error error;
	struct day_hours day;

	return spans_parse(s, n, &arena, &day, &error);
}

static bool
read_date(const char *s, size_t n)
{
	struct date date;

	return date_parse(s, n, &date);
}

static bool
read_period(const char *s, size_t n)
{
	struct period period;

	return period_parse(s, n, &period);
}

static bool
read_duration(const char *s, size_t n)
{
	struct duration duration;

	return duration_parse(s, n, &duration);
}

static bool
read_number(const char *s, size_t n)
{
	double number;
	bool fraction;

	return percent_parse(s, n, &number, &fraction) == NUMBER_OK;
}

static void
hours_are_rewritten(void **state)
{
	static const struct row rows[] = {
		{"8-20", "Mo-Su 08:00-20:00", NULL},
		{"9-17", "Mo-Su 09:00-17:00", NULL},
		{"9 - 17 Uhr", "Mo-Su 09:00-17:00", NULL},
		{"09.00-17.00", "Mo-Su 09:00-17:00", NULL},
		{"8:00 - 20:00 Uhr", "Mo-Su 08:00-20:00", NULL},
		{"8h-20h", "Mo-Su 08:00-20:00", NULL},
		{"8h30-20h00", "Mo-Su 08:30-20:00", NULL},
		{"0900-1730", "Mo-Su 09:00-17:30", NULL},
		{"930-1730", "Mo-Su 09:30-17:30", NULL},
		{"8am to 8pm", "Mo-Su 08:00-20:00", NULL},
		{"8 a.m. - 8 p.m.", "Mo-Su 08:00-20:00", NULL},
		{"8:30AM-8PM", "Mo-Su 08:30-20:00", NULL},
		{"9-5pm", "Mo-Su 09:00-17:00", NULL},
		{"8-8pm", "Mo-Su 08:00-20:00", NULL},
		{"8am-8", "Mo-Su 08:00-20:00", NULL},
		{"10-6am", "Mo-Su 22:00-06:00", NULL},
		{"9-5", "Mo-Su 09:00-17:00", "Mo-Su 09:00-05:00"},
		{"8am-10", "Mo-Su 08:00-22:00", "Mo-Su 08:00-10:00"},
		{"noon to midnight", "Mo-Su 12:00-24:00", NULL},
		{"12am-12pm", "Mo-Su 00:00-12:00", NULL},
		{"8pm-12am", "Mo-Su 20:00-24:00", NULL},
		{"10pm - 6am", "Mo-Su 22:00-06:00", NULL},
		{"00:00-00:00", NULL, NULL},
		{"24 hours", "24/7", NULL},
		{"24 x 7", "24/7", NULL},
		{"24x7", "24/7", NULL},
		{"always", "24/7", NULL},
		{"Round the clock", "24/7", NULL},
		{"24h", "24/7", NULL},
		{"24/7/365", "24/7", NULL},
		{"daily 24 hours", "24/7", NULL},
		{"rund um die Uhr", "24/7", NULL},
		{"24시간", "24/7", NULL},
		{"全天", "24/7", NULL},
		{"Mon-Fri 8am-8pm, Sat 9-1",
		 "Mo-Fr 08:00-20:00; Sa 09:00-13:00", NULL},
		{"Mon to Fri 9-17", "Mo-Fr 09:00-17:00", NULL},
		{"Monday-Friday 09:00-17:00", "Mo-Fr 09:00-17:00", NULL},
		{"Monday through Friday, 9am to 5pm", "Mo-Fr 09:00-17:00",
		 NULL},
		{"Mon, Wed & Fri 9-17", "Mo,We,Fr 09:00-17:00", NULL},
		{"weekdays 9-17", "Mo-Fr 09:00-17:00", NULL},
		{"weekdays 9-17, weekends closed", "Mo-Fr 09:00-17:00", NULL},
		{"Mo-Fr 08:00-20:00, Sa 09:00-18:00",
		 "Mo-Fr 08:00-20:00; Sa 09:00-18:00", NULL},
		{"Mo-Fr 08:00-20:00 Sa 09:00-18:00",
		 "Mo-Fr 08:00-20:00; Sa 09:00-18:00", NULL},
		{"Mo-Fr: 08:00-20:00", "Mo-Fr 08:00-20:00", NULL},
		{"Mo–Fr 09:00–17:00", "Mo-Fr 09:00-17:00", NULL},
		{"Mo-Fr 09：00-17：00", "Mo-Fr 09:00-17:00", NULL},
		{"“Mo-Fr 09:00-17:00”", "Mo-Fr 09:00-17:00", NULL},
		{"Mo-Fr 9:00 to 12:00, 13:00 to 17:00",
		 "Mo-Fr 09:00-12:00,13:00-17:00", NULL},
		{"Mo-Fr 9:00-12:00 and 13:00-17:00",
		 "Mo-Fr 09:00-12:00,13:00-17:00", NULL},
		{"9-12, 1-5", "Mo-Su 09:00-12:00,13:00-17:00", NULL},
		{"Mon-Fri 9-17; Sat - closed", "Mo-Fr 09:00-17:00", NULL},
		{"Mon-Fri - 9am to 5pm", "Mo-Fr 09:00-17:00", NULL},
		{"Mon–Fri 9–12 | 13–17", "Mo-Fr 09:00-12:00,13:00-17:00", NULL},
		{"7/7 8h-22h", "Mo-Su 08:00-22:00", NULL},
		{"Mon-Fri 9am-5pm PST", NULL, NULL},
		{"Mo-Th 8:30-17:30; Fr 8:30-16",
		 "Mo-Th 08:30-17:30; Fr 08:30-16:00", NULL},
		{"Sat & Sun 10-16", "Sa-Su 10:00-16:00", NULL},
		{"M-F 8-18", "Mo-Fr 08:00-18:00", NULL},
		{"9 to 17, Monday to Friday", "Mo-Fr 09:00-17:00", NULL},
		{"9am-5pm Mon-Fri; 10am-2pm Sat",
		 "Mo-Fr 09:00-17:00; Sa 10:00-14:00", NULL},
		{"8-20 every day", "Mo-Su 08:00-20:00", NULL},
		{"daily 8-20", "Mo-Su 08:00-20:00", NULL},
		{"7 days a week, 8-20", "Mo-Su 08:00-20:00", NULL},
		{"Mon-Sat 9-17, closed on Sunday", "Mo-Sa 09:00-17:00", NULL},
		{"Mon-Sat 9-17; Sun and public holidays closed",
		 "Mo-Sa 09:00-17:00; PH off", NULL},
		{"Mo-Fr 9 bis 17 Uhr, Sa 9 bis 12 Uhr",
		 "Mo-Fr 09:00-17:00; Sa 09:00-12:00", NULL},
		{"Di, Do 9-12", "Tu,Th 09:00-12:00", NULL},
		{"Montag bis Freitag von 8 bis 18 Uhr", "Mo-Fr 08:00-18:00",
		 NULL},
		{"Lun-Vie 9:00-18:00", "Mo-Fr 09:00-18:00", NULL},
		{"de lunes a viernes de 9 a 18 h", "Mo-Fr 09:00-18:00", NULL},
		{"L-V 9-14", "Mo-Fr 09:00-14:00", NULL},
		{"du lundi au vendredi de 9h à 18h", "Mo-Fr 09:00-18:00", NULL},
		{"월-금 09:00-18:00", "Mo-Fr 09:00-18:00", NULL},
		{"월~금 오전 9시 ~ 오후 6시", "Mo-Fr 09:00-18:00", NULL},
		{"평일 09:00부터 18:00까지", "Mo-Fr 09:00-18:00", NULL},
		{"토요일 9시 30분 - 13시", "Sa 09:30-13:00", NULL},
		{"周一至周五 9:00-18:00", "Mo-Fr 09:00-18:00", NULL},
		{"星期一到星期五 上午9点到下午6点", "Mo-Fr 09:00-18:00", NULL},
		{"每天 8:00—20:00", "Mo-Su 08:00-20:00", NULL},
		/* nothing that may be wrong */
		{"Mon to Fri", NULL, NULL},
		{"weekdays", NULL, NULL},
		{"business hours", NULL, NULL},
		{"Mon-Fri 9-17 except holidays", NULL, NULL},
		{"Mon-Fri 9-17 (GMT)", NULL, NULL},
		{"9-17, Sat 10-14", NULL, NULL},
		{"Mo-Fr; Sa 9-17", NULL, NULL},
		{"Mo-Fr 9", NULL, NULL},
		{"Mo-Fr 9-30", NULL, NULL},
		{"Mo-Fr 9:75-17:00", NULL, NULL},
		{"from 9", NULL, NULL},
		{"", NULL, NULL},
		{"-", NULL, NULL},
		{";", NULL, NULL},
	};

	(void)state;
	ASSERT_ROWS(rows, guess_week, read_week);
}

static void
spans_are_rewritten(void **state)
{
	static const struct row rows[] = {
		{"10-16", "10:00-16:00", NULL},
		{"10am-4pm", "10:00-16:00", NULL},
		{"10.00-16.00", "10:00-16:00", NULL},
		{"9-12 and 13-17", "09:00-12:00,13:00-17:00", NULL},
		{"geschlossen", "closed", NULL},
		{"Closed all day", "closed", NULL},
		{"휴무", "closed", NULL},
		{"24 hours", "00:00-24:00", NULL},
		{"10–16", "10:00-16:00", NULL},
		{"Mo 10-16", NULL, NULL},
		{"half day", NULL, NULL},
	};

	(void)state;
	ASSERT_ROWS(rows, guess_spans, read_spans);
}

static void
last_minutes_are_midnight(void **state)
{
	static const struct row rows[] = {
		{"00:00-23:59", "00:00-24:00", NULL},
		{"Mo-Fr 08:00-23:59; Sa 09:00 - 23:59",
		 "Mo-Fr 08:00-24:00; Sa 09:00 - 24:00", NULL},
		{"08:00-20:00", NULL, NULL},
		{"23:59-24:00", NULL, NULL},
	};

	(void)state;
	ASSERT_ROWS(rows, guess_midnight, read_week);
}

static void
dates_are_rewritten(void **state)
{
	static const struct row rows[] = {
		{"31/12/2026", "2026-12-31", NULL},
		{"12/31/2026", "2026-12-31", NULL},
		{"05/06/2026", "2026-06-05", "2026-05-06"},
		{"05/05/2026", "2026-05-05", NULL},
		{"15.07.2026", "2026-07-15", NULL},
		{"5.6.2026", "2026-06-05", "2026-05-06"},
		{"31-12-2026", "2026-12-31", NULL},
		{"2027-6-5", "2027-06-05", NULL},
		{"2027/06/05", "2027-06-05", NULL},
		{"2027.06.05", "2027-06-05", NULL},
		{"2027. 6. 5.", "2027-06-05", NULL},
		{"2027년 6월 5일", "2027-06-05", NULL},
		{"2027年6月5日", "2027-06-05", NULL},
		{"20270605", "2027-06-05", NULL},
		{"2026-31-12", "2026-12-31", NULL},
		{"2026–06–30", "2026-06-30", NULL},
		{"２０２６-06-30", "2026-06-30", NULL},
		{"2026-06-30T00:00:00Z", "2026-06-30", NULL},
		{"2026-06-30 00:00:00", "2026-06-30", NULL},
		{"5 June 2027", "2027-06-05", NULL},
		{"June 5, 2027", "2027-06-05", NULL},
		{"5th of June 2027", "2027-06-05", NULL},
		{"Saturday, 5 June 2027", "2027-06-05", NULL},
		{"5-Jun-2027", "2027-06-05", NULL},
		{"5. Juni 2027", "2027-06-05", NULL},
		{"1er juin 2027", "2027-06-01", NULL},
		{"5 de junio de 2027", "2027-06-05", NULL},
		{"15 août 2026", "2026-08-15", NULL},
		{"3. März 2027", "2027-03-03", NULL},
		{"31/12/26", "2026-12-31", "2031-12-26"},
		/* no day, or more than two readings */
		{"2026-02-30", NULL, NULL},
		{"01/02/03", NULL, NULL},
		{"June 2027", NULL, NULL},
		{"Q3 2026", NULL, NULL},
		{"2026-06", NULL, NULL},
		{"2026", NULL, NULL},
		{"next week", NULL, NULL},
		{"end of 2026", NULL, NULL},
		{"", NULL, NULL},
	};

	(void)state;
	ASSERT_ROWS(rows, guess_date, read_date);
}

static void
periods_are_rewritten(void **state)
{
	static const struct row rows[] = {
		{"Q3 2026", "2026-Q3", NULL},
		{"2026 Q3", "2026-Q3", NULL},
		{"2026-q3", "2026-Q3", NULL},
		{"2026Q3", "2026-Q3", NULL},
		{"Q3/2026", "2026-Q3", NULL},
		{"3Q 2026", "2026-Q3", NULL},
		{"3rd quarter 2026", "2026-Q3", NULL},
		{"T3 2026", "2026-Q3", NULL},
		{"2026년 3분기", "2026-Q3", NULL},
		{"June 2026", "2026-06", NULL},
		{"juin 2026", "2026-06", NULL},
		{"06/2026", "2026-06", NULL},
		{"2026/6", "2026-06", NULL},
		{"2026-6", "2026-06", NULL},
		{"202606", "2026-06", NULL},
		{"2026년 6월", "2026-06", NULL},
		{"W26 2026", "2026-W26", NULL},
		{"2026W26", "2026-W26", NULL},
		{"2026-w5", "2026-W05", NULL},
		{"KW 26/2026", "2026-W26", NULL},
		{"week 26, 2026", "2026-W26", NULL},
		{"31/12/2026", "2026-12-31", NULL},
		{"2026年", "2026", NULL},
		{"Q5 2026", NULL, NULL},
		{"H1 2026", NULL, NULL},
		{"FY26", NULL, NULL},
		{"2026-27", NULL, NULL},
		{"last year", NULL, NULL},
	};

	(void)state;
	ASSERT_ROWS(rows, guess_period, read_period);
}

static void
durations_are_rewritten(void **state)
{
	static const struct row rows[] = {
		{"60 seconds", "60s", NULL},
		{"60 sec.", "60s", NULL},
		{"30 S", "30s", NULL},
		{"9min 30s", "570s", NULL},
		{"9 min 30", "570s", NULL},
		{"1h30m", "90min", NULL},
		{"1h30", "90min", NULL},
		{"1 hour and 30 minutes", "90min", NULL},
		{"1d 12h", "36h", NULL},
		{"24hrs", "24h", NULL},
		{"an hour", "1h", NULL},
		{"5m", "5min", NULL},
		{"5 Minuten", "5min", NULL},
		{"1,5 h", "1.5h", NULL},
		{"0.125 h", "0.125h", NULL},
		{"2 business days", "2bd", NULL},
		{"2 working days", "2bd", NULL},
		{"2 Werktage", "2bd", NULL},
		{"2 jours ouvrés", "2bd", NULL},
		{"2 días hábiles", "2bd", NULL},
		{"2영업일", "2bd", NULL},
		{"2个工作日", "2bd", NULL},
		{"5분", "5min", NULL},
		{"30秒", "30s", NULL},
		{"2 weeks", "14d", NULL},
		{"2 days", "2d", NULL},
		{"2 d", "2d", NULL},
		{"PT30S", "30s", NULL},
		{"PT1H30M", "90min", NULL},
		{"P2D", "2d", NULL},
		{"< 30s", "30s", NULL},
		{"within 4 hours", "4h", NULL},
		{"５min", "5min", NULL},
		{"1:30", "90min", "90s"},
		{"00:30", "30min", "30s"},
		{"1:30 h", "90min", NULL},
		{"1:30 min", "90s", NULL},
		{"1:30:00", "90min", NULL},
		{"00:00:30", "30s", NULL},
		{"30", NULL, NULL},
		{"1,500 s", NULL, NULL},
		{"2 months", NULL, NULL},
		{"P2M", NULL, NULL},
		{"1-2 h", NULL, NULL},
		{"2bd 3h", NULL, NULL},
		{"30s 9min", NULL, NULL},
		{"1:75", NULL, NULL},
		{"soon", NULL, NULL},
		{"", NULL, NULL},
	};

	(void)state;
	ASSERT_ROWS(rows, guess_duration, read_duration);
}

static struct guess
guess_count(struct arena *to, const char *s, size_t n)
{
	static const struct number_form form = {
		.whole = true, .min = 0, .max = 1e15};

	return guess_number(to, s, n, &form);
}

static struct guess
guess_money(struct arena *to, const char *s, size_t n)
{
	static const struct number_form form = {
		.money = true, .min = 0, .max = 1e15, .currency = "GBP"};

	return guess_number(to, s, n, &form);
}

static struct guess
guess_percent(struct arena *to, const char *s, size_t n)
{
	static const struct number_form form = {
		.percent = true, .min = -100, .max = 1000};

	return guess_number(to, s, n, &form);
}

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
	ASSERT_ROWS(rows, guess_count, read_number);
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
	ASSERT_ROWS(rows, guess_money, read_number);
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
	ASSERT_ROWS(rows, guess_percent, read_number);
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
	assert_false(is_other_currency(&arena, "€5", strlen("€5"), NULL));
	arena_release(&arena);
}

static struct guess
guess_language(struct arena *to, const char *s, size_t n)
{
	return guess_code(to, CODE_LANGUAGE, s, n);
}

static struct guess
guess_country(struct arena *to, const char *s, size_t n)
{
	return guess_code(to, CODE_COUNTRY, s, n);
}

static struct guess
guess_currency(struct arena *to, const char *s, size_t n)
{
	return guess_code(to, CODE_CURRENCY, s, n);
}

static bool
is_code(const char *s, size_t n)
{
	(void)n;
	return code_known(CODE_LANGUAGE, s) || code_known(CODE_COUNTRY, s) ||
	       code_known(CODE_CURRENCY, s);
}

static void
codes_are_rewritten(void **state)
{
	static const struct row languages[] = {
		{"english", "en", NULL},
		{"English", "en", NULL},
		{"EN", "en", NULL},
		{"eng", "en", NULL},
		{"zh_TW", "zh-TW", NULL},
		{"pt_br", "pt-BR", NULL},
		{"zh-hant-tw", "zh-Hant-TW", NULL},
		{"Deutsch", "de", NULL},
		{"español", "es", NULL},
		{"한국어", "ko", NULL},
		{"中文", "zh", NULL},
		{"jp", "ja", NULL},
		{"cn", "zh", NULL},
		{"klingon", NULL, NULL},
		{"english german", NULL, NULL},
	};
	static const struct row countries[] = {
		{"UK", "GB", NULL},	 {"uk", "GB", NULL},
		{"gb", "GB", NULL},	 {"United Kingdom", "GB", NULL},
		{"Germany", "DE", NULL}, {"DEU", "DE", NULL},
		{"USA", "US", NULL},	 {"한국", "KR", NULL},
		{"España", "ES", NULL},	 {"Europe", NULL, NULL},
	};
	static const struct row currencies[] = {
		{"gbp", "GBP", NULL},
		{"£", "GBP", NULL},
		{"euros", "EUR", NULL},
		{"€", "EUR", NULL},
		{"Pound Sterling", "GBP", NULL},
		{"US$", "USD", NULL},
		{"원", "KRW", NULL},
		{"$", NULL, NULL},
		{"money", NULL, NULL},
	};

	(void)state;
	ASSERT_ROWS(languages, guess_language, is_code);
	ASSERT_ROWS(countries, guess_country, is_code);
	ASSERT_ROWS(currencies, guess_currency, is_code);
}

static bool
is_flag(const char *s, size_t n)
{
	(void)n;
	return !strcmp(s, "true") || !strcmp(s, "false");
}

static void
flags_are_rewritten(void **state)
{
	static const struct row rows[] = {
		{"Y", "true", NULL},   {"ja", "true", NULL},
		{"oui", "true", NULL}, {"sí", "true", NULL},
		{"예", "true", NULL},  {"1", "true", NULL},
		{"N", "false", NULL},  {"non", "false", NULL},
		{"0", "false", NULL},  {"maybe", NULL, NULL},
	};

	(void)state;
	ASSERT_ROWS(rows, guess_flag, is_flag);
}

static void
placeholders_are_known(void **state)
{
	static const char *const some[] = {
		"TODO",	     "TODO: name", "TODO name", "todo", "TBD", "tbd",
		"TBC",	     "N/A",	   "n/a",	"?",	"???", "-",
		"--",	     "xxx",	   "XXX",	"tba",	"-",   "–",
		"Pendiente", "미정",	   "待定",	"？",	"",    " ",
		"\u00a0",    "TBD ",
	};
	static const char *const none[] = {
		"TODOS los clientes",
		"TODOs",
		"TBD by Anna",
		"n/a for now",
		"x",
		"xx",
		"Why?",
		"-5",
		"a-b",
		"pending",
		"method",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(some) / sizeof(*some); i++)
		if (!is_placeholder(some[i], strlen(some[i]), "en"))
			fail_msg("'%s' is one", some[i]);
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		if (is_placeholder(none[i], strlen(none[i]), NULL))
			fail_msg("'%s' is none", none[i]);
	assert_true(is_placeholder("TODO", 4, "es"));
	assert_true(is_placeholder("TODO: nombre", 12, "es-MX"));
	assert_false(is_placeholder("TODO cliente", 12, "es"));
	assert_false(is_placeholder("todo", 4, "es"));
	assert_true(is_placeholder("TODO cliente", 12, "est"));
}

/* Joins parts at random, from a fixed start. */
static void
join_parts(char *text, size_t size, unsigned *seed)
{
	static const char *const parts[] = {
		"Mo", "-",	"Fri", " ",   "9",    "17",   ":30", ".",
		",",  ";",	"am",  "pm",  " to ", "2026", "6",   "12",
		"/",  "h",	"min", "s",   "24",   "7",    "%",   "€",
		"k",  "closed", "and", "Sat", "PH",   "'",    "000", "Q3",
		"W",  "day",	"T",   "–",   "월",   "금",   "0",
	};

	text[0] = '\0';
	for (unsigned n = 1 + *seed % 9; n > 0; n--) {
		*seed = *seed * 1103515245U + 12345U;
		if (strlen(text) + 12 < size)
			strcat(text, parts[*seed / 65536 %
					   (sizeof(parts) / sizeof(*parts))]);
	}
}

static void
assert_read(const char *typed, struct guess guess,
	    bool (*can_read)(const char *, size_t))
{
	if (guess.other && !guess.text)
		fail_msg("'%s' has another reading and no first", typed);
	if ((guess.text && !can_read(guess.text, strlen(guess.text))) ||
	    (guess.other && !can_read(guess.other, strlen(guess.other))))
		fail_msg("'%s': '%s' can't be read", typed, guess.text);
}

static void
offers_can_always_be_read(void **state)
{
	unsigned seed = 2026;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		char text[96];
		size_t n;

		join_parts(text, sizeof(text), &seed);
		n = strlen(text);
		assert_read(text, guess_week(&arena, text, n), read_week);
		assert_read(text, guess_spans(&arena, text, n), read_spans);
		assert_read(text, guess_date(&arena, text, n), read_date);
		assert_read(text, guess_period(&arena, text, n), read_period);
		assert_read(text, guess_duration(&arena, text, n),
			    read_duration);
		assert_read(text, guess_count(&arena, text, n), read_number);
		assert_read(text, guess_money(&arena, text, n), read_number);
		assert_read(text, guess_percent(&arena, text, n), read_number);
		arena_release(&arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hours_are_rewritten),
		cmocka_unit_test(spans_are_rewritten),
		cmocka_unit_test(last_minutes_are_midnight),
		cmocka_unit_test(dates_are_rewritten),
		cmocka_unit_test(periods_are_rewritten),
		cmocka_unit_test(durations_are_rewritten),
		cmocka_unit_test(counts_are_rewritten),
		cmocka_unit_test(money_is_rewritten),
		cmocka_unit_test(percents_are_rewritten),
		cmocka_unit_test(doubtful_numbers_are_known),
		cmocka_unit_test(other_currencies_are_known),
		cmocka_unit_test(codes_are_rewritten),
		cmocka_unit_test(flags_are_rewritten),
		cmocka_unit_test(placeholders_are_known),
		cmocka_unit_test(offers_can_always_be_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
