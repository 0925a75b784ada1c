/* date.c - days of the Gregorian calendar, periods, durations and the clock */
#include "ces/date.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ces/number.h"
#include "ces/utf8.h"

#define EPOCH_LIMIT 253402300800LL /* 10000-01-01 */

static const struct date first_day = {1, 1, 1};
static const struct date last_day = {9999, 12, 31};

static int
month_length(int year, int month)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30,
				      31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return lengths[month - 1] + (month == 2 && leap);
}

bool
date_is_form(const char *s, size_t n)
{
	return form_fits(s, n, "9999-99-99");
}

bool
date_parse(const char *s, size_t n, struct date *date)
{
	struct date read;

	if (!date_is_form(s, n))
		return false;
	read.year = (int16_t)digits_value(s, 4);
	read.month = (uint8_t)digits_value(s + 5, 2);
	read.day = (uint8_t)digits_value(s + 8, 2);
	if (!date_valid(read))
		return false;
	*date = read;
	return true;
}

bool
date_valid(struct date date)
{
	return date.year >= 1 && date.year <= 9999 && date.month >= 1 &&
	       date.month <= 12 && date.day >= 1 &&
	       date.day <= month_length(date.year, date.month);
}

int
date_compare(struct date a, struct date b)
{
	int one = (a.year * 100 + a.month) * 100 + a.day;
	int other = (b.year * 100 + b.month) * 100 + b.day;

	return (one > other) - (one < other);
}

/*
 * Both ways count in eras of 400 years, all alike, and in years that begin in
 * March, so that the leap day is a year's last.
 */
int32_t
date_days(struct date date)
{
	int32_t year = date.year - (date.month <= 2);
	int32_t era = (year >= 0 ? year : year - 399) / 400;
	int32_t year_of_era = year - era * 400;
	int32_t month = date.month + (date.month > 2 ? -3 : 9);
	int32_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
	int32_t day_of_era = year_of_era * 365 + year_of_era / 4 -
			     year_of_era / 100 + day_of_year;

	return era * 146097 + day_of_era - 719468;
}

struct date
date_from_days(int32_t days)
{
	int32_t era, day, year, month;

	if (days <= date_days(first_day))
		return first_day;
	if (days >= date_days(last_day))
		return last_day;
	days += 719468;
	era = (days >= 0 ? days : days - 146096) / 146097;
	day = days - era * 146097;
	year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	day -= 365 * year + year / 4 - year / 100;
	month = (5 * day + 2) / 153;
	day -= (153 * month + 2) / 5;
	month += month < 10 ? 3 : -9;
	year += era * 400 + (month <= 2);
	return (struct date){(int16_t)year, (uint8_t)month, (uint8_t)(day + 1)};
}

struct date
date_add_days(struct date date, int32_t days)
{
	int64_t sum = (int64_t)date_days(date) + days;

	if (sum > INT32_MAX)
		return last_day;
	return sum < INT32_MIN ? first_day : date_from_days((int32_t)sum);
}

struct date
date_add_months(struct date date, int months)
{
	int64_t count = (int64_t)date.year * 12 + date.month - 1 + months;
	int64_t year = count / 12;
	int length;

	if (count < 12)
		return first_day;
	if (year > 9999)
		return last_day;
	date.year = (int16_t)year;
	date.month = (uint8_t)(count % 12 + 1);
	length = month_length(date.year, date.month);
	if (date.day > length)
		date.day = (uint8_t)length;
	return date;
}

int
date_weekday(struct date date)
{
	int32_t day = (date_days(date) + 3) % 7; /* 1970 began on a Thursday */

	return (int)(day < 0 ? day + 7 : day);
}

int32_t
date_between(struct date from, struct date to)
{
	return date_days(to) - date_days(from);
}

/* 1970-01-01 as a workbook counts days, and the first that all agree on */
enum { SERIAL_EPOCH = 25569, SERIAL_FIRST = 61 };

bool
date_serial(struct date date, double *serial)
{
	int32_t days = date_valid(date) ? date_days(date) + SERIAL_EPOCH : 0;

	*serial = days;
	return days >= SERIAL_FIRST;
}

struct date
date_from_serial(double serial)
{
	if (!(serial > 0 && serial < 1e6))
		return (struct date){0};
	return date_from_days((int32_t)serial - SERIAL_EPOCH);
}

void
date_write(struct buf *buf, struct date date)
{
	buf_printf(buf, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* --- periods ------------------------------------------------------------- */

/* how each kind is written, in which '9' stands for a digit; where its number
 * begins; and its months */
static const struct form {
	const char *text;
	enum period_kind kind;
	int at, months;
} forms[] = {
	{"9999", PERIOD_YEAR, 4, 12},	  {"9999-Q9", PERIOD_QUARTER, 6, 3},
	{"9999-99", PERIOD_MONTH, 5, 1},  {"9999-W99", PERIOD_WEEK, 6, 0},
	{"9999-99-99", PERIOD_DAY, 8, 0},
};

static const struct form *
form_find(const char *s, size_t n)
{
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (form_fits(s, n, forms[i].text))
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

/* a week belongs to the year that its Thursday is in, so the 4th is in week 1
 */
static bool
set_week(struct period *period, int year, int week)
{
	struct date fourth = {(int16_t)year, 1, 4};

	period->first =
		date_add_days(fourth, 7 * (week - 1) - date_weekday(fourth));
	period->last = date_add_days(period->first, 6);
	return year >= 1 && week >= 1 && date_weekday(period->first) == 0 &&
	       date_add_days(period->first, 3).year == year;
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
	int year, number;
	bool ok;

	if (!form)
		return false;
	year = digits_value(s, 4);
	number = n > 4 ? digits_value(s + form->at, n - (size_t)form->at) : 1;
	read.kind = form->kind;
	if (form->kind == PERIOD_DAY) {
		ok = date_parse(s, n, &read.first);
		read.last = read.first;
	} else if (form->kind == PERIOD_WEEK) {
		ok = set_week(&read, year, number);
	} else {
		ok = set_months(&read, year, (number - 1) * form->months + 1,
				form->months);
	}
	if (ok)
		*period = read;
	return ok;
}

void
period_write(struct buf *buf, struct period period)
{
	struct date first = period.first, thursday = date_add_days(first, 3);
	struct date new_year = {thursday.year, 1, 1};

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
		buf_printf(buf, "%04d-W%02d", thursday.year,
			   (int)date_between(new_year, thursday) / 7 + 1);
		break;
	case PERIOD_DAY:
		date_write(buf, first);
		break;
	}
}

/* --- durations ----------------------------------------------------------- */

static const struct unit {
	const char *suffix;
	double seconds;
} units[] = {
	[DURATION_SECONDS] = {"s", 1},
	[DURATION_MINUTES] = {"min", 60},
	[DURATION_HOURS] = {"h", 3600},
	[DURATION_DAYS] = {"d", 86400},
	[DURATION_BUSINESS_DAYS] = {"bd", 28800},
};

/* "12" or "12.5": no sign, and digits on both sides of the point */
bool
duration_parse(const char *s, size_t n, struct duration *duration)
{
	size_t amount = 0;
	double number;

	while (amount < n && (is_digit(s[amount]) || s[amount] == '.'))
		amount++;
	if (!amount || s[0] == '.' || s[amount - 1] == '.' ||
	    number_parse(s, amount, &number) != NUMBER_OK)
		return false;
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		size_t length = strlen(units[i].suffix);

		if (n - amount != length ||
		    memcmp(s + amount, units[i].suffix, length) != 0)
			continue;
		*duration = (struct duration){number, (enum duration_unit)i};
		return true;
	}
	return false;
}

double
duration_seconds(struct duration duration)
{
	return duration.amount * units[duration.unit].seconds;
}

void
duration_write(struct buf *buf, struct duration duration)
{
	buf_number(buf, duration.amount);
	buf_puts(buf, units[duration.unit].suffix);
}

/* --- the clock ----------------------------------------------------------- */

bool
clock_read(int64_t *seconds)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");

	if (!epoch || !*epoch) {
		*seconds = time(NULL);
		return true;
	}
	for (*seconds = 0; is_digit(*epoch) && *seconds < EPOCH_LIMIT; epoch++)
		*seconds = *seconds * 10 + (*epoch - '0');
	return !*epoch && *seconds < EPOCH_LIMIT;
}

bool
date_today(struct date *date)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	bool utc = epoch && *epoch;
	int64_t seconds;
	time_t now;
	struct tm tm;

	if (!clock_read(&seconds))
		return false;
	now = (time_t)seconds;
	if (!(utc ? gmtime_r(&now, &tm) : localtime_r(&now, &tm)))
		return false;
	date->year = (int16_t)(tm.tm_year + 1900);
	date->month = (uint8_t)(tm.tm_mon + 1);
	date->day = (uint8_t)tm.tm_mday;
	return date_valid(*date);
}
