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
	{"s|sec|secs|second|seconds|sek|sekunde|sekunden|seconde|secondes|\"",
	 DURATION_SECONDS},
	{"m|min|mins|minute|minutes|minuten|mn|'", DURATION_MINUTES},
	{"h|hr|hrs|hour|hours|std|stunde|stunden|heure|heures", DURATION_HOURS},
	{"d|day|days|calendar day|calendar days|tag|tage|tagen|jour|jours|j",
	 DURATION_DAYS},
	{"bd|bds|business day|business days|working day|working days|work day|"
	 "work days|workday|workdays|wd|werktag|werktage|arbeitstag|"
	 "arbeitstage|jour ouvré|jours ouvrés|jours ouvres",
	 DURATION_BUSINESS_DAYS},
	{"w|wk|wks|week|weeks|woche|wochen|semaine|semaines", UNIT_WEEK},
	{"seg|segs|segundo|segundos", DURATION_SECONDS},
	{"minuto|minutos", DURATION_MINUTES},
	{"hora|horas|hs", DURATION_HOURS},
	{"día|días|dia|dias|día natural|días naturales|dias naturales|"
	 "días corridos|dias corridos|día calendario|días calendario",
	 DURATION_DAYS},
	{"día hábil|días hábiles|dia habil|dias habiles|día laborable|"
	 "días laborables|dias laborables|día laboral|días laborales|"
	 "dias laborales|día útil|días útiles|días de trabajo",
	 DURATION_BUSINESS_DAYS},
	{"semana|semanas", UNIT_WEEK},
	{"초|초간", DURATION_SECONDS},
	{"분|분간", DURATION_MINUTES},
	{"시간", DURATION_HOURS},
	{"일|일간", DURATION_DAYS},
	{"영업일|근무일|업무일", DURATION_BUSINESS_DAYS},
	{"주|주일|주간", UNIT_WEEK},
	{"秒|秒钟|秒鐘", DURATION_SECONDS},
	{"分|分钟|分鐘", DURATION_MINUTES},
	{"小时|小時|个小时|個小時|个钟头|個鐘頭", DURATION_HOURS},
	{"天|日|自然日|个自然日|個自然日|日历日|日曆天|曆日", DURATION_DAYS},
	{"工作日|个工作日|個工作日|工作天|个工作天|個工作天|营业日|營業日",
	 DURATION_BUSINESS_DAYS},
	{"周|週|星期|个星期|個星期|礼拜|禮拜|个礼拜|個禮拜", UNIT_WEEK},
};

/* units with a half of one more: 1个半小时 */
static const struct meaning halved[] = {
	{"and a half hours|hours and a half|hour and a half", DURATION_HOURS},
	{"hora y media|horas y media", DURATION_HOURS},
	{"minuto y medio|minutos y medio", DURATION_MINUTES},
	{"día y medio|días y medio", DURATION_DAYS},
	{"시간 반|시간반", DURATION_HOURS},
	{"분 반|분반", DURATION_MINUTES},
	{"个半小时|個半小時|小时半|小時半", DURATION_HOURS},
	{"分半", DURATION_MINUTES},
};

/* times with a name, in minutes */
static const struct meaning named[] = {
	{"half an hour|media hora|반시간|半小时|半小時|半个小时|半個小時", 30},
	{"a quarter of an hour|un cuarto de hora|一刻钟|一刻鐘", 15},
	{"hora y media", 90},
	{"하루", 1440},
	{"이틀", 2 * 1440},
	{"사흘", 3 * 1440},
};

static const struct meaning amounts[] = {
	{"a|an|one|ein|eine|un|une|una|한", 1},
	{"two|zwei|deux|dos|두", 2},
	{"three|drei|trois|tres|세", 3},
	{"four|vier|quatre|cuatro|네", 4},
	{"five|fünf|cinq|cinco|다섯", 5},
};

static const struct meaning limits[] = {
	{"<|<=|≤|~|within|in|under|up to|max|max.|at most|about|ca|bis|"
	 "innerhalb|en|dans|dentro de",
	 0},
	{"menos de|en menos de|máximo|máx|maximo|como máximo|hasta|unos|unas",
	 0},
	{"최대|약|최장", 0},
	{"不超过|不超過|少于|少於|最多|至多|约|約|大约|大約", 0},
};

static const struct meaning limits_behind[] = {
	{"or less|at most|maximum|max", 0},
	{"o menos|como máximo|máximo|máx|como maximo", 0},
	{"이내|내|이내에|내에|미만|이하|안에|정도", 0},
	{"内|內|之内|之內|以内|以內|以下|左右", 0},
};

static const struct meaning joints[] = {{"and|und|et|y|,|&", 0}};

static const char *const suffixes[] = {"s", "min", "h", "d", "bd"};
static const double seconds[] = {1, 60, 3600, 86400, 0, 604800};

/* the parts of what was typed: 1h 30m */
struct typed_time {
	const char *amount; /* the first, as the format has it */
	double first, sum;  /* sum in seconds */
	int unit, last, n;
	bool limited; /* within, or about that */
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
		return take_numeral(at, &value) ||
				       TAKE_WORD(at, amounts, &value)
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

/* half an hour, 하루 */
static const char *
take_named(struct arena *arena, const char **at, int *unit)
{
	enum { DAY = 24 * 60 };
	int minutes;

	if (!TAKE_WORD(at, named, &minutes))
		return NULL;
	*unit = minutes % DAY ? DURATION_MINUTES : DURATION_DAYS;
	return arena_format(arena, "%d",
			    minutes % DAY ? minutes : minutes / DAY);
}

static bool
take_halved(struct arena *arena, const char **at, const char **amount,
	    int *unit)
{
	if (strchr(*amount, '.') || !TAKE_WORD(at, halved, unit))
		return false;
	*amount = arena_format(arena, "%s.5", *amount);
	return true;
}

static bool
take_parts(struct arena *arena, const char *s, struct typed_time *typed)
{
	int ignored, unit;

	while (!take_end(&s)) {
		const char *amount;

		if (typed->n && TAKE_WORD(&s, limits_behind, &ignored)) {
			typed->limited = true;
			return take_end(&s);
		}
		amount = take_named(arena, &s, &unit);
		if (amount) {
			if (!add_part(typed, amount, unit))
				return false;
			continue;
		}
		amount = take_amount(arena, &s);
		if (!amount)
			return false;
		if (take_halved(arena, &s, &amount, &unit) ||
		    TAKE_WORD(&s, units, &unit)) {
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
	guess.loose |= typed.limited;
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
