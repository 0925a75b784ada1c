/* guess_date.c - dates and periods as people write them */
#include <string.h>

#include "base/guess_text.h"
#include "ces/date.h"
#include "ces/utf8.h"

static const struct meaning months[] = {
	{"january|jan|januar|janvier|janv|enero|ene|jänner", 1},
	{"february|feb|februar|février|fevrier|févr|fév|febrero", 2},
	{"march|mar|märz|maerz|mrz|mär|mars|marzo", 3},
	{"april|apr|avril|avr|abril|abr", 4},
	{"may|mai|mayo", 5},
	{"june|jun|juni|juin|junio", 6},
	{"july|jul|juli|juillet|juil|julio", 7},
	{"august|aug|août|aout|agosto|ago", 8},
	{"september|sept|sep|septembre|septiembre|setiembre|set", 9},
	{"october|oct|oktober|okt|octobre|octubre", 10},
	{"november|nov|novembre|noviembre", 11},
	{"december|dec|dezember|dez|décembre|déc|diciembre|dic", 12},
};

/* of words around a date, those that may make it another one */
enum { PLAIN, LOOSE, MINGUO };

/* between and behind the parts of a date; years of the Republic of China begin
 * with 1912 */
static const struct meaning fillers[] = {
	{"st|nd|rd|th|er|of|de|del|the|el|le|den|º|ª|año|the year|year", PLAIN},
	{"년|월|일", PLAIN},
	{"年|年份|月|月份|日|号|號|第", PLAIN},
	{"by|until|hasta|a más tardar", LOOSE},
	{"년도|까지|이전", LOOSE},
	{"年度|前|之前|以前|截至|止", LOOSE},
	{"民国|民國|中华民国|中華民國", MINGUO},
};

static const struct meaning days_named[] = {{"primero", 1}};

static const struct meaning weekdays[] = {
	{"monday|mon|montag|lundi", 1},
	{"tuesday|tue|tues|dienstag|mardi", 2},
	{"wednesday|wed|mittwoch|mercredi", 3},
	{"thursday|thu|thurs|donnerstag|jeudi", 4},
	{"friday|fri|freitag|vendredi", 5},
	{"saturday|sat|samstag|samedi", 6},
	{"sunday|sun|sonntag|dimanche", 7},
	{"lunes|lun", 1},
	{"martes", 2},
	{"miércoles|miercoles|mié|mie", 3},
	{"jueves|jue", 4},
	{"viernes|vie", 5},
	{"sábado|sabado|sáb|sab", 6},
	{"domingo|dom", 7},
	{"월요일|(월)", 1},
	{"화요일|(화)", 2},
	{"수요일|(수)", 3},
	{"목요일|(목)", 4},
	{"금요일|(금)", 5},
	{"토요일|(토)", 6},
	{"일요일|(일)", 7},
	{"星期一|礼拜一|禮拜一|周一|週一|(一)", 1},
	{"星期二|礼拜二|禮拜二|周二|週二|(二)", 2},
	{"星期三|礼拜三|禮拜三|周三|週三|(三)", 3},
	{"星期四|礼拜四|禮拜四|周四|週四|(四)", 4},
	{"星期五|礼拜五|禮拜五|周五|週五|(五)", 5},
	{"星期六|礼拜六|禮拜六|周六|週六|(六)", 6},
	{"星期日|星期天|礼拜天|禮拜天|周日|週日|(日)", 7},
};

enum part { QUARTER, WEEK };

static const struct meaning parts_before[] = {
	{"q|quarter|t|trim|trimestre|quartal|kwartal", QUARTER},
	{"w|week|wk|cw|kw|woche|semaine|semana|sem|s", WEEK},
};

static const struct meaning parts_behind[] = {
	{"q|st quarter|nd quarter|rd quarter|th quarter|t|quartal|trimestre|"
	 "er trimestre",
	 QUARTER},
	{"º trimestre|o trimestre|do trimestre|ro trimestre|to trimestre|"
	 "er trim|º trim|trim",
	 QUARTER},
	{"분기|사분기|/4분기|/4 분기", QUARTER},
	{"季度|季", QUARTER},
	{"주|주차", WEEK},
	{"周|週", WEEK},
};

static const struct meaning quarters[] = {
	{"first quarter|primer trimestre|i trimestre|trimestre i", 1},
	{"second quarter|segundo trimestre|ii trimestre|trimestre ii", 2},
	{"third quarter|tercer trimestre|iii trimestre|trimestre iii", 3},
	{"fourth quarter|cuarto trimestre|iv trimestre|trimestre iv", 4},
};

/* parts of a date, in the order typed */
struct typed_date {
	int number[3];
	size_t digits[3];
	int n;
	int month; /* of a word; 0: none */
	int quarter, week;
	int weekday; /* 1 Monday; 0: none */
	bool east;   /* with the characters for year, month and day */
	bool dashes; /* nothing else stands between the parts */
	bool timed;  /* a time of day behind it, but midnight */
	bool loose;  /* something that may mean another one */
	bool minguo; /* the year is of the Republic of China */
};

static bool
is_east(const char *s)
{
	return strstr(s, "년") || strstr(s, "年");
}

/* T00:00:00Z and the like behind a date */
static bool
is_time(const char *s)
{
	take_blanks(&s);
	if (*s == 't')
		s++;
	return strlen(s) >= 5 && is_digit(*s) && s[2] == ':' &&
	       strspn(s, "0123456789:.+-z ") == strlen(s);
}

/* Q3, 3Q, W26 */
static bool
take_part(const char **at, struct typed_date *typed)
{
	const char *s = *at;
	int part, value;
	size_t n;

	if (TAKE_WORD(&s, quarters, &value)) {
		part = QUARTER;
		n = 1;
	} else if (TAKE_WORD(&s, parts_before, &part)) {
		n = take_digits(&s, &value);
	} else {
		n = take_digits(&s, &value);
		if (!n)
			n = take_numeral(&s, &value);
		take_char(&s, '.');
		if (!n || !TAKE_WORD(&s, parts_behind, &part))
			return false;
	}
	if (!n || n > 2 || value > (part == QUARTER ? 4 : 53) ||
	    typed->quarter || typed->week)
		return false;
	*(part == QUARTER ? &typed->quarter : &typed->week) = value;
	*at = s;
	return true;
}

static bool
take_number(const char **at, struct typed_date *typed)
{
	const char *s = *at;
	int value;
	size_t n = take_digits(&s, &value);

	if (!n)
		n = take_numeral(&s, &value);
	if (!n)
		n = TAKE_WORD(&s, days_named, &value);
	if (!n || typed->n == 3 || n > 8)
		return false;
	typed->number[typed->n] = value;
	typed->digits[typed->n++] = n;
	*at = s;
	return true;
}

static bool
take_filler(const char **at, struct typed_date *typed)
{
	int filler;

	if (!TAKE_WORD(at, fillers, &filler))
		return false;
	typed->loose |= filler == LOOSE;
	typed->minguo |= filler == MINGUO;
	return true;
}

static int
full_year(int year, size_t digits)
{
	return digits == 2 ? year + (year < 70 ? 2000 : 1900) : year;
}

/* 115年6月30日 and 26년 6월 30일 */
static bool
complete_year(struct typed_date *typed)
{
	enum { BEFORE_FIRST = 1911, EARLY = 90, LATE = 160 };
	int year = typed->number[0];
	size_t n = typed->digits[0];

	if (typed->minguo || (n == 3 && year >= EARLY && year <= LATE)) {
		typed->loose |= !typed->minguo;
		typed->number[0] += BEFORE_FIRST;
	} else if (n == 2 && typed->east) {
		typed->number[0] = full_year(year, n);
	} else {
		return true;
	}
	typed->digits[0] = 4;
	return n <= 3;
}

static bool
take_typed(const char *s, struct typed_date *typed)
{
	*typed = (struct typed_date){.east = is_east(s),
				     .dashes = strspn(s, "0123456789-") ==
					       strlen(s)};
	if (take_char(&s, '\''))
		typed->east = true; /* '26. 6. 30. */
	while (!take_end(&s)) {
		if (typed->n == 3 && is_time(s)) {
			/* elsewhere it may be the next day by then */
			typed->timed = strpbrk(s, "123456789") != NULL;
			return complete_year(typed);
		}
		if (take_part(&s, typed) || take_number(&s, typed) ||
		    TAKE_WORD(&s, weekdays, &typed->weekday) ||
		    take_filler(&s, typed) || take_char(&s, '/') ||
		    take_char(&s, '.') || take_char(&s, '-') ||
		    take_char(&s, ',') || take_char(&s, '(') ||
		    take_char(&s, ')'))
			continue;
		if (typed->month || !TAKE_WORD(&s, months, &typed->month))
			return false;
	}
	return complete_year(typed);
}

/* days that were read; more than two are no help */
struct days {
	struct date day[3];
	int n;
};

/* Adds a reading, unless it is no day, or there already. */
static void
add(struct days *days, int year, int month, int day)
{
	struct date date = {(int16_t)year, (uint8_t)month, (uint8_t)day};

	if (year < 1900 || year > 2199 || month > 12 || day > 31 ||
	    !date_valid(date))
		return;
	for (int i = 0; i < days->n; i++)
		if (!date_compare(days->day[i], date))
			return;
	days->day[days->n++] = date;
}

static const char *
write_day(struct arena *arena, struct date date)
{
	struct buf buf = {0};

	date_write(&buf, date);
	return arena_take(arena, &buf);
}

/* 5 June 2027, June 5, 2027, 2027 June 5 */
static void
read_named(const struct typed_date *typed, struct days *days)
{
	bool first = typed->digits[0] == 4;
	int day = typed->number[first], year = typed->number[!first];

	add(days, full_year(year, typed->digits[!first]), typed->month, day);
}

/* 2027-6-5, 31/12/2026, 12/31/26 */
static void
read_numbers(const struct typed_date *typed, struct days *days)
{
	const int *number = typed->number;
	int year = full_year(number[2], typed->digits[2]);

	if (typed->digits[0] == 4) {
		add(days, number[0], number[1], number[2]);
		if (!days->n && !typed->east)
			add(days, number[0], number[2], number[1]);
	} else if (typed->digits[2] == 4 || typed->digits[2] == 2) {
		bool first = typed->digits[0] == 2 && typed->digits[2] == 2;
		int early = full_year(number[0], typed->digits[0]);

		if (first && typed->dashes)
			add(days, early, number[1], number[2]);
		add(days, year, number[1], number[0]);
		add(days, year, number[0], number[1]);
		if (first)
			add(days, early, number[1], number[2]);
	}
}

/* 20260605, 05062026 */
static void
read_run(int number, struct days *days)
{
	int a = number / 1000000, b = number / 10000 % 100,
	    year = number % 10000;

	add(days, number / 10000, number / 100 % 100, number % 100);
	add(days, year, b, a);
	add(days, year, a, b);
}

static bool
is_on(struct date date, int weekday)
{
	return date_weekday(date) + 1 == weekday;
}

/* Of two days, the one that is on the weekday typed beside it. */
static void
choose_weekday(struct days *days, int weekday)
{
	bool first = is_on(days->day[0], weekday);

	if (first == is_on(days->day[1], weekday))
		return;
	if (!first)
		days->day[0] = days->day[1];
	days->n = 1;
}

static struct guess
read_date(struct arena *arena, const struct typed_date *typed)
{
	struct guess guess = {.loose = typed->timed || typed->loose};
	struct days days = {.n = 0};

	if (typed->quarter || typed->week)
		return guess;
	if (typed->month && typed->n == 2)
		read_named(typed, &days);
	else if (!typed->month && typed->n == 3)
		read_numbers(typed, &days);
	else if (!typed->month && typed->n == 1 && typed->digits[0] == 8)
		read_run(typed->number[0], &days);
	if (days.n == 2 && typed->weekday)
		choose_weekday(&days, typed->weekday);
	if (days.n == 1 || days.n == 2)
		guess.text = write_day(arena, days.day[0]);
	if (days.n == 1 && typed->weekday)
		guess.loose |= !is_on(days.day[0], typed->weekday);
	if (days.n == 2)
		guess.other = write_day(arena, days.day[1]);
	return guess;
}

struct guess
guess_date(struct arena *arena, const char *s, size_t n)
{
	struct typed_date typed;

	if (!take_typed(guess_fold(arena, s, n), &typed))
		return (struct guess){0};
	return read_date(arena, &typed);
}

/* the year is the number with four digits, or the only one of two */
static bool
find_year(const struct typed_date *typed, int *year, int *other)
{
	int at = typed->n == 2 && typed->digits[1] == 4;

	*year = full_year(typed->number[at], typed->digits[at]);
	*other = typed->n == 2 ? typed->number[!at] : 0;
	return typed->n && (typed->digits[at] == 4 ||
			    (typed->n == 1 && typed->digits[at] == 2));
}

struct guess
guess_period(struct arena *arena, const char *s, size_t n)
{
	struct typed_date typed;
	struct period period;
	const char *text = NULL;
	struct guess guess;
	int year, month;

	if (!take_typed(guess_fold(arena, s, n), &typed))
		return (struct guess){0};
	guess = read_date(arena, &typed);
	if (guess.text)
		return guess;
	if (typed.n == 1 && typed.digits[0] == 6) {
		typed.number[1] = typed.number[0] % 100;
		typed.number[0] /= 100;
		typed.digits[0] = 4;
		typed.n = 2;
	}
	if (!find_year(&typed, &year, &month))
		return guess;
	if ((typed.quarter || typed.week) && typed.n > 1)
		return guess;
	if (typed.quarter && typed.n == 1)
		text = arena_format(arena, "%04d-Q%d", year, typed.quarter);
	else if (typed.week && typed.n == 1)
		text = arena_format(arena, "%04d-W%02d", year, typed.week);
	else if (typed.month ? typed.n == 1 : typed.n == 2)
		text = arena_format(arena, "%04d-%02d", year,
				    typed.month ? typed.month : month);
	else if (typed.n == 1 && typed.digits[0] == 4)
		text = arena_format(arena, "%04d", year);
	if (text && period_parse(text, strlen(text), &period))
		guess.text = text;
	return guess;
}
