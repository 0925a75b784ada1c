/* period.c - years, quarters, months, weeks and days as spans of dates */
#include "ces/date.h"
#include "ces/number.h"

/* how each kind is written: '9' stands for a digit */
static const struct form {
	const char *text;
	enum period_kind kind;
} forms[] = {
	{"9999", PERIOD_YEAR},	    {"9999-Q9", PERIOD_QUARTER},
	{"9999-99", PERIOD_MONTH},  {"9999-W99", PERIOD_WEEK},
	{"9999-99-99", PERIOD_DAY},
};

static const struct form *
form_find(const char *s, size_t n)
{
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (digits_fit(s, n, forms[i].text))
			return &forms[i];
	return NULL;
}

static bool
set_months(struct period *period, int year, int month, int months)
{
	if (year < 1 || month < 1 || month > 12)
		return false;
	period->first = (struct date){(int16_t)year, (uint8_t)month, 1};
	period->last =
		(struct date){(int16_t)year, (uint8_t)(month + months - 1), 31};
	/* no month is longer: this steps back to the month's last day */
	period->last = date_add_months(period->last, 0);
	return true;
}

/* an ISO year has 53 weeks when it begins or ends on a Thursday */
static int
weeks_of(int year)
{
	struct date first = {(int16_t)year, 1, 1};
	struct date last = {(int16_t)year, 12, 31};

	return date_weekday(first) == 3 || date_weekday(last) == 3 ? 53 : 52;
}

static bool
set_week(struct period *period, int year, int week)
{
	struct date fourth = {(int16_t)year, 1, 4}; /* always in week 1 */

	if (year < 1 || week < 1 || week > weeks_of(year))
		return false;
	period->first =
		date_add_days(fourth, 7 * (week - 1) - date_weekday(fourth));
	period->last = date_add_days(period->first, 6);
	return true;
}

/* the week belongs to the year that its Thursday is in */
static void
week_name(struct buf *buf, struct date monday)
{
	struct date thursday = date_add_days(monday, 3);
	struct date new_year = {thursday.year, 1, 1};

	buf_printf(buf, "%04d-W%02d", thursday.year,
		   (int)date_between(new_year, thursday) / 7 + 1);
}

bool
period_is_form(const char *s, size_t n)
{
	return form_find(s, n) != NULL;
}

bool
period_parse(const char *s, size_t n, struct period *period)
{
	const struct form *form = form_find(s, n);
	struct period read;
	bool ok = false;
	int year;

	if (!form)
		return false;
	year = digits_value(s, 4);
	read.kind = form->kind;
	switch (form->kind) {
	case PERIOD_YEAR:
		ok = set_months(&read, year, 1, 12);
		break;
	case PERIOD_QUARTER:
		ok = set_months(&read, year, 3 * digits_value(s + 6, 1) - 2, 3);
		break;
	case PERIOD_MONTH:
		ok = set_months(&read, year, digits_value(s + 5, 2), 1);
		break;
	case PERIOD_WEEK:
		ok = set_week(&read, year, digits_value(s + 6, 2));
		break;
	case PERIOD_DAY:
		ok = date_parse(s, n, &read.first);
		read.last = read.first;
		break;
	}
	if (ok)
		*period = read;
	return ok;
}

void
period_write(struct buf *buf, struct period period)
{
	struct date first = period.first;

	switch (period.kind) {
	case PERIOD_YEAR:
		buf_printf(buf, "%04d", first.year);
		break;
	case PERIOD_QUARTER:
		buf_printf(buf, "%04d-Q%d", first.year, first.month / 3 + 1);
		break;
	case PERIOD_MONTH:
		buf_printf(buf, "%04d-%02d", first.year, first.month);
		break;
	case PERIOD_WEEK:
		week_name(buf, first);
		break;
	case PERIOD_DAY:
		date_write(buf, first);
		break;
	}
}
