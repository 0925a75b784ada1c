/* guess_duration.c - lengths of time as people write them */
#include <stdlib.h>
#include <string.h>

#include "base/guess_text.h"
#include "ces/date.h"
#include "ces/number.h"
#include "ces/utf8.h"

/* a week is seven days; the others are units of the format */
enum { UNIT_WEEK = DURATION_BUSINESS_DAYS + 1 };

static const struct meaning units[] = {
	{"s|sec|secs|second|seconds|sek|sekunde|sekunden|seg|segundo|segundos|"
	 "seconde|secondes|초|秒|秒钟|秒鐘",
	 DURATION_SECONDS},
	{"m|min|mins|minute|minutes|minuten|minuto|minutos|mn|분|分|分钟|分鐘",
	 DURATION_MINUTES},
	{"h|hr|hrs|hour|hours|std|stunde|stunden|hora|horas|heure|heures|시간|"
	 "小时|小時|个小时|個小時",
	 DURATION_HOURS},
	{"d|day|days|calendar day|calendar days|tag|tage|tagen|día|días|dia|"
	 "dias|jour|jours|j|일|天|日",
	 DURATION_DAYS},
	{"bd|bds|business day|business days|working day|working days|work day|"
	 "work days|workday|workdays|wd|werktag|werktage|arbeitstag|"
	 "arbeitstage|día hábil|días hábiles|dias habiles|día laborable|"
	 "días laborables|jour ouvré|jours ouvrés|jours ouvres|영업일|工作日|"
	 "个工作日|個工作日",
	 DURATION_BUSINESS_DAYS},
	{"w|wk|wks|week|weeks|woche|wochen|semana|semanas|semaine|semaines|주|"
	 "周|週",
	 UNIT_WEEK},
};

static const struct meaning amounts[] = {
	{"a|an|one|ein|eine|un|une|una", 1}, {"two|zwei|deux|dos", 2},
	{"three|drei|trois|tres", 3},	     {"four|vier|quatre|cuatro", 4},
	{"five|fünf|cinq|cinco", 5},
};

static const struct meaning limits[] = {
	{"<|<=|≤|~|within|in|under|up to|max|max.|at most|about|ca|bis|"
	 "innerhalb|en|dans|dentro de",
	 0},
};

static const struct meaning joints[] = {{"and|und|et|y|,|&", 0}};

static const char *const suffixes[] = {"s", "min", "h", "d", "bd"};
static const double seconds[] = {1, 60, 3600, 86400, 0, 604800};

/* the parts of what was typed: 1h 30m */
struct typed_time {
	const char *amount; /* the first, as the format has it */
	double first, sum;  /* sum in seconds */
	int unit, last, n;
};

/* 12, 12.5 and 12,5; three decimals may be thousands */
static const char *
take_amount(struct arena *arena, const char **at)
{
	const char *start, *s = *at;
	size_t whole, decimals = 0;
	int value;

	take_blanks(&s);
	start = s;
	whole = take_digits(&s, &value);
	if (!whole)
		return TAKE_WORD(at, amounts, &value)
			       ? arena_format(arena, "%d", value)
			       : NULL;
	if ((*s == ',' || *s == '.') && is_digit(s[1])) {
		s++;
		decimals = take_digits(&s, &value);
	}
	if (whole > 9 || decimals > 9 || (decimals == 3 && *start != '0'))
		return NULL;
	*at = s;
	return arena_format(arena, "%.*s%s%.*s", (int)whole, start,
			    decimals ? "." : "", (int)decimals,
			    start + whole + (decimals > 0));
}

/* Units get smaller; 30 behind 1h are minutes. Business days stand alone. */
static bool
add_part(struct typed_time *typed, const char *amount, int unit)
{
	double number = strtod(amount, NULL);
	bool alone = unit == DURATION_BUSINESS_DAYS;

	if (typed->n && (alone || typed->last == DURATION_BUSINESS_DAYS ||
			 seconds[unit] >= seconds[typed->last]))
		return false;
	if (!typed->n++) {
		typed->amount = amount;
		typed->first = number;
		typed->unit = unit;
	}
	typed->last = unit;
	typed->sum += number * seconds[unit];
	return true;
}

static bool
take_parts(struct arena *arena, const char *s, struct typed_time *typed)
{
	int ignored, unit;

	while (!take_end(&s)) {
		const char *amount = take_amount(arena, &s);

		if (!amount)
			return false;
		if (TAKE_WORD(&s, units, &unit)) {
			TAKE_WORD(&s, joints, &ignored);
		} else if (typed->n && take_end(&s) &&
			   typed->last <= DURATION_HOURS && typed->last > 0) {
			unit = typed->last - 1;
		} else {
			return false;
		}
		if (!add_part(typed, amount, unit))
			return false;
	}
	return typed->n > 0;
}

/* the largest unit that needs no decimals */
static const char *
write_seconds(struct arena *arena, double sum)
{
	int unit = DURATION_HOURS;
	struct buf buf = {0};

	while (unit > 0 &&
	       sum / seconds[unit] != (double)(long long)(sum / seconds[unit]))
		unit--;
	buf_number(&buf, sum / seconds[unit]);
	buf_puts(&buf, suffixes[unit]);
	return arena_take(arena, &buf);
}

/* PT1H30M: the T parts days from hours, in which M are minutes */
static const char *
without_iso(struct arena *arena, const char *s)
{
	struct buf buf = {0};

	if (*s != 'p' || !(is_digit(s[1]) || s[1] == 't'))
		return s;
	if (!strchr(s, 't') && strchr(s, 'm'))
		return s; /* months */
	for (s++; *s; s++)
		if (*s != 't')
			buf_putc(&buf, *s);
	return arena_take(arena, &buf);
}

/* 1:30 is an hour and a half, or a minute and a half */
static bool
read_clock(struct arena *arena, const char *s, struct guess *guess)
{
	int part[3] = {0}, n = 0, unit = -1;
	size_t digits;
	double sum;

	do {
		digits = take_digits(&s, &part[n]);
		if (!digits || (n && (digits != 2 || part[n] > 59)))
			return false;
	} while (++n < 3 && take_char(&s, ':'));
	if (n == 1 ||
	    (!take_end(&s) && (!TAKE_WORD(&s, units, &unit) || !take_end(&s))))
		return false;
	sum = part[0] * 60.0 + part[1];
	if (n == 3)
		guess->text = write_seconds(
			arena, part[0] * 3600.0 + part[1] * 60.0 + part[2]);
	else if (unit == DURATION_HOURS)
		guess->text = write_seconds(arena, sum * 60);
	else if (unit == DURATION_MINUTES)
		guess->text = write_seconds(arena, sum);
	else if (unit < 0)
		*guess = (struct guess){.text = write_seconds(arena, sum * 60),
					.other = write_seconds(arena, sum)};
	return true;
}

struct guess
guess_duration(struct arena *arena, const char *s, size_t n)
{
	const char *text = guess_fold(arena, s, n);
	struct typed_time typed = {0};
	struct guess guess = {0};
	struct duration duration;
	int ignored;

	while (TAKE_WORD(&text, limits, &ignored)) {
		guess.loose = true;
		take_blanks(&text);
	}
	if (read_clock(arena, text, &guess))
		return guess;
	if (!take_parts(arena, without_iso(arena, text), &typed))
		return guess;
	if (typed.n == 1 && typed.unit != UNIT_WEEK)
		guess.text = arena_format(arena, "%s%s", typed.amount,
					  suffixes[typed.unit]);
	else if (typed.n == 1)
		guess.text = arena_format(arena, "%gd", typed.first * 7);
	else
		guess.text = write_seconds(arena, typed.sum);
	if (!duration_parse(guess.text, strlen(guess.text), &duration))
		guess.text = NULL;
	return guess;
}
