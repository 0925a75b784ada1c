/* test_guess_time.c - hours, dates and lengths of time, as typed */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "guessed.h"

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
	ASSERT_ROWS(rows, guess_week, can_read_week);
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
	ASSERT_ROWS(rows, guess_spans, can_read_spans);
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
	ASSERT_ROWS(rows, guess_midnight, can_read_week);
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
	ASSERT_ROWS(rows, guess_date, can_read_date);
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
	ASSERT_ROWS(rows, guess_period, can_read_period);
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
	ASSERT_ROWS(rows, guess_duration, can_read_duration);
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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
