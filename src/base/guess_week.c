/* guess_week.c - opening hours as people write them */
#include <string.h>

#include "base/guess_week.h"
#include "ces/utf8.h"
#include "ces/week.h"

enum { EVERY_DAY = 0x7f };

/* a comma and the like, but no semicolon where that ends a rule */
static bool
take_joints(struct reading *reading)
{
	bool any = false;

	while (take_blanks(&reading->at), reading->day || *reading->at != ';') {
		if (!take_kind(reading, WORDS_AND) &&
		    !take_char(&reading->at, '|'))
			return any;
		any = true;
	}
	return any;
}

static bool
take_day(struct reading *reading, unsigned *days)
{
	int value;

	take_fillers(reading);
	if (!take_hours_word(&reading->at, WORDS_DAYS, &value))
		return false;
	if (value & GERMAN && reading->romance)
		value = 1 << 6; /* domingo, dimanche */
	*days = (unsigned)value & DAYS_MASK;
	reading->tongues |= value;
	return true;
}

static bool
is_weekday(unsigned days)
{
	return days <= 1U << 6 && !(days & (days - 1));
}

/* Fr-Mo goes round the week */
static bool
take_range(struct reading *reading, unsigned *days)
{
	const char *before = reading->at;
	unsigned first, last;

	if (!take_day(reading, &first)) {
		reading->at = before;
		return false;
	}
	*days |= first;
	before = reading->at;
	if (!take_kind(reading, WORDS_TO))
		return true;
	if (!take_day(reading, &last)) { /* "mon a 9", rare as it is */
		reading->at = before;
		return true;
	}
	if (!is_weekday(first) || !is_weekday(last))
		return false;
	for (; first != last; first = first == 1U << 6 ? 1 : first << 1)
		*days |= first;
	*days |= last;
	return true;
}

static bool
take_days(struct reading *reading, unsigned *days)
{
	const char *before;

	*days = 0;
	if (!take_range(reading, days))
		return false;
	do {
		before = reading->at;
		take_joints(reading);
	} while (reading->at != before && take_range(reading, days));
	reading->at = before;
	return true;
}

/* the spans, of which each but the first may fail to be one: then a rule for
 * other days begins */
static bool
take_hours(struct reading *reading, struct typed_rule *rule)
{
	const char *before;
	int word;

	rule->n = 0;
	take_fillers(reading);
	before = reading->at;
	if (take_hours_word(&reading->at, WORDS_HOURS, &word)) {
		const char *s = reading->at;
		int ignored;

		if (word == HOURS_ALWAYS)
			rule->spans[rule->n++] =
				(struct typed_span){0, DAY_MINUTES};
		/* "24 h" may be an hour: "24 h - 6 h" */
		if (!take_hours_word(&s, WORDS_TO, &ignored)) {
			take_fillers(reading);
			return true;
		}
		reading->at = before;
		rule->n = 0;
	}
	if (!take_span(reading, rule))
		return false;
	do {
		before = reading->at;
		take_joints(reading);
	} while (reading->at != before && take_span(reading, rule));
	reading->at = before;
	take_fillers(reading);
	return true;
}

static struct typed_rule *
rule_of(struct reading *reading, unsigned days)
{
	for (size_t i = 0; i < reading->n; i++)
		if (reading->rules[i].days == days)
			return &reading->rules[i];
	return NULL;
}

/* Two rules for the same days are one, with the spans of both. */
static bool
add_rule(struct reading *reading, const struct typed_rule *rule)
{
	struct typed_rule *same = rule_of(reading, rule->days);

	if (!same) {
		if (reading->n == RULES)
			return false;
		reading->rules[reading->n++] = *rule;
		return true;
	}
	if (!same->n || !rule->n || same->n + rule->n > SPANS)
		return false;
	memcpy(same->spans + same->n, rule->spans,
	       rule->n * sizeof(*rule->spans));
	same->n += rule->n;
	return true;
}

/* a bracket at the end, or nothing */
static bool
take_closing(struct reading *reading)
{
	take_char(&reading->at, ')');
	return take_end(&reading->at);
}

/* the days of hours that stand before them, or all */
static bool
take_days_behind(struct reading *reading, struct typed_rule *rule)
{
	bool apart = take_joints(reading);

	if (*reading->at == ';' || take_end(&reading->at)) {
		rule->days = EVERY_DAY;
		return reading->n == 0;
	}
	return take_days(reading, &rule->days) &&
	       (!apart || (reading->n == 0 && take_closing(reading)));
}

static bool
read_rules(struct reading *reading)
{
	struct typed_rule rule;

	while (!take_end(&reading->at)) {
		bool days_first;

		if (take_char(&reading->at, ';') || take_joints(reading))
			continue;
		days_first = take_days(reading, &rule.days);
		if (days_first && !take_joints(reading))
			take_char(&reading->at, '-'); /* Sat - closed */
		if (!take_hours(reading, &rule) ||
		    (!days_first && !take_days_behind(reading, &rule)) ||
		    !add_rule(reading, &rule))
			return false;
	}
	return reading->n > 0;
}

/* "Ma" alone is Monday to the Dutch. */
static bool
is_one_tongue(const struct reading *reading)
{
	int other = GERMAN | DUTCH | LETTER;

	return reading->tongues & ROMANCE
		       ? !(reading->tongues & GERMAN)
		       : !(reading->tongues & other & ~GERMAN);
}

static void
write_spans(struct buf *buf, const struct typed_rule *rule)
{
	if (!rule->n)
		buf_puts(buf, "off");
	for (size_t i = 0; i < rule->n; i++)
		buf_printf(buf, "%s%02d:%02d-%02d:%02d", i ? "," : "",
			   rule->spans[i].start / 60, rule->spans[i].start % 60,
			   rule->spans[i].end / 60, rule->spans[i].end % 60);
}

/* in the order of the format, as it reads it */
static const char *
write_week(struct arena *arena, const struct reading *reading)
{
	static const char *const names[] = {"Mo", "Tu", "We", "Th",
					    "Fr", "Sa", "Su", "PH"};
	struct week_error error;
	struct week week;
	struct buf buf = {0};
	bool good;

	for (size_t i = 0; i < reading->n; i++) {
		const char *before = i ? "; " : "";

		for (int day = 0; day < 8; day++)
			if (reading->rules[i].days >> day & 1) {
				buf_printf(&buf, "%s%s", before, names[day]);
				before = ",";
			}
		buf_putc(&buf, ' ');
		write_spans(&buf, &reading->rules[i]);
	}
	good = week_parse(buf_text(&buf), buf.n, arena, &week, &error);
	buf_free(&buf);
	if (!good)
		return NULL;
	week_write(&buf, &week);
	return arena_take(arena, &buf);
}

static const char *
write_day(struct arena *arena, const struct reading *reading)
{
	struct week_error error;
	struct day_hours day;
	struct buf buf = {0};
	const char *text;

	if (reading->n != 1 || reading->rules[0].days != EVERY_DAY)
		return NULL;
	if (reading->rules[0].n)
		write_spans(&buf, &reading->rules[0]);
	else
		buf_puts(&buf, "closed");
	text = arena_take(arena, &buf);
	return spans_parse(text, strlen(text), arena, &day, &error) ? text
								    : NULL;
}

static struct guess
guess_hours(struct arena *arena, const char *s, size_t n, bool day)
{
	const char *text = guess_fold(arena, s, n);
	struct reading reading = {.at = text, .day = day};
	const char *(*write)(struct arena *, const struct reading *) =
		day ? write_day : write_week;
	struct guess guess = {0};
	struct reading again = {.at = text, .day = day};

	if (!read_rules(&reading))
		return guess;
	/* once more where am or pm, or the tongue, was seen too late */
	again.halves = reading.halves;
	again.romance = reading.tongues & ROMANCE;
	reading = again;
	if (read_rules(&reading) && is_one_tongue(&reading))
		guess.text = write(arena, &reading);
	if (!reading.doubt || !guess.text)
		return guess;
	reading = again;
	reading.other = true;
	if (read_rules(&reading))
		guess.other = write(arena, &reading);
	if (guess.other && !strcmp(guess.other, guess.text))
		guess.other = NULL;
	return guess;
}

struct guess
guess_week(struct arena *arena, const char *s, size_t n)
{
	return guess_hours(arena, s, n, false);
}

struct guess
guess_spans(struct arena *arena, const char *s, size_t n)
{
	return guess_hours(arena, s, n, true);
}

struct guess
guess_midnight(struct arena *arena, const char *s, size_t n)
{
	static const char late[] = "23:59";
	struct buf buf = {0};
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		const char *before = s + i;

		while (before > s && before[-1] == ' ')
			before--;
		if (n - i >= 5 && !memcmp(s + i, late, 5) && before > s &&
		    before[-1] == '-') {
			buf_puts(&buf, "24:00");
			any = true;
			i += 4;
		} else {
			buf_putc(&buf, s[i]);
		}
	}
	if (any)
		return (struct guess){.text = arena_take(arena, &buf)};
	buf_free(&buf);
	return (struct guess){0};
}
