/* week.c - opening hours of a week, or of one day: read and written */
#include "ces/week.h"

#include <string.h>

#include "ces/number.h"
#include "ces/utf8.h"

enum { HOLIDAYS = 7, DAYS = 8, EVERY_DAY = 0x7f, LATEST_END = 26 * 60 };

static const char *const day_names[DAYS] = {"Mo", "Tu", "We", "Th",
					    "Fr", "Sa", "Su", "PH"};

/* the bytes of a token beside letters */
static const char in_token[] = "0123456789:./";

/* the place in the text that is read */
struct week_text {
	const char *s;
	size_t n, at;
	struct arena *arena;
	struct week_error *error;
	size_t rules[DAYS]; /* where the day's rule begins, counted from 1 */
};

/* --- words and separators ------------------------------------------------ */

/* Returns false, for the caller to return in turn. */
static bool
text_fail(struct week_text *text, enum week_problem problem, size_t start,
	  size_t end)
{
	*text->error = (struct week_error){problem, start, end};
	return false;
}

static void
text_skip_blanks(struct week_text *text)
{
	while (text->at < text->n && is_space(text->s[text->at]))
		text->at++;
}

static bool
text_rule_ends(const struct week_text *text)
{
	return text->at == text->n || text->s[text->at] == ';';
}

/* Takes the separator with the blanks around it, or those before it. */
static bool
text_take(struct week_text *text, char separator)
{
	text_skip_blanks(text);
	if (text->at == text->n || text->s[text->at] != separator)
		return false;
	text->at++;
	text_skip_blanks(text);
	return true;
}

/* the end of the letters of any script that begin here, so that a foreign day's
 * name is named as a whole */
static size_t
run_end(const struct week_text *text, const char *more)
{
	size_t at = text->at, length;
	uint32_t cp;

	for (; at < text->n; at += length) {
		length = utf8_decode(text->s + at, text->n - at, &cp);
		if (!length || !cp)
			break;
		if (cp >= 0x80 ? utf8_is_id_char(cp) : is_letter((char)cp))
			continue;
		if (cp >= 0x80 || !strchr(more, (int)cp))
			break;
	}
	return at;
}

/* letter case apart */
static bool
text_is_word(const char *s, size_t n, const char *word)
{
	if (strlen(word) != n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (to_lower(s[i]) != to_lower(word[i]))
			return false;
	return true;
}

static bool
text_is_closed(const char *s, size_t n)
{
	return text_is_word(s, n, "off") || text_is_word(s, n, "closed");
}

/* the end of a "comment", [..], (..) or of equal marks such as || */
static size_t
marks_end(const struct week_text *text)
{
	static const char opening[] = "\"[(", closing[] = "\"])";
	size_t at = text->at, left = text->n - at;
	const char *s = text->s + at;
	const char *open = *s ? strchr(opening, *s) : NULL;
	const char *close;
	uint32_t cp;
	size_t n = 1;

	if ((unsigned char)*s >= 0x80) {
		n = utf8_decode(s, left, &cp);
		return at + (n ? n : 1);
	}
	if (open) {
		close = memchr(s + 1, closing[open - opening], left - 1);
		return close ? at + (size_t)(close - s) + 1 : text->n;
	}
	while (n < left && s[n] == *s)
		n++;
	return at + n;
}

/*
 * Names the token that stands in the place of another or, where the rule ends
 * here, the incomplete part from where it began.
 */
static bool
text_unexpected(struct week_text *text, size_t from)
{
	size_t end = text->at;

	if (!text_rule_ends(text)) {
		end = run_end(text, in_token);
		if (end == text->at)
			end = marks_end(text);
		return text_fail(text, WEEK_SYNTAX, text->at, end);
	}
	while (end > 0 && is_space(text->s[end - 1]))
		end--;
	if (from >= end) /* nothing follows a separator: name that */
		from = end ? end - 1 : 0;
	return text_fail(text, WEEK_SYNTAX, from, end);
}

/* --- hours of a day ------------------------------------------------------ */

/* HH:MM or H:MM */
static bool
read_time(struct week_text *text, size_t from, int latest, int *minutes)
{
	size_t start = text->at, end = run_end(text, in_token), n = end - start;
	const char *s = text->s + start;
	int minute;

	if (!n || !is_digit(*s))
		return text_unexpected(text, from);
	if (!form_fits(s, n, "99:99") && !form_fits(s, n, "9:99"))
		return text_fail(text, WEEK_TIME, start, end);
	minute = digits_value(s + n - 2, 2);
	*minutes = digits_value(s, n - 3) * 60 + minute;
	if (*minutes > latest || minute > 59)
		return text_fail(text, WEEK_HOUR, start, end);
	text->at = end;
	return true;
}

static bool
read_span(struct week_text *text, size_t from, struct day_span *span)
{
	size_t at = text->at;
	int start, end;

	if (!read_time(text, from, DAY_MINUTES - 1, &start))
		return false;
	if (!text_take(text, '-'))
		return text_unexpected(text, at);
	if (!read_time(text, at, LATEST_END, &end))
		return false;
	if (start == end)
		return text_fail(text, WEEK_ZERO, at, text->at);
	if (end < start) /* on the next day */
		end += DAY_MINUTES;
	*span = (struct day_span){(uint16_t)start, (uint16_t)end};
	return true;
}

/* The spans begin at different minutes of one day, which is room for all. */
static bool
read_spans(struct week_text *text, size_t from, struct day_hours *hours)
{
	struct day_span spans[DAY_MINUTES], span;
	uint32_t n = 0, at;

	do {
		size_t start = text->at;

		if (!read_span(text, n ? start : from, &span))
			return false;
		at = 0;
		while (at < n && spans[at].start < span.start)
			at++;
		if ((at > 0 && spans[at - 1].end > span.start) ||
		    (at < n && spans[at].start < span.end))
			return text_fail(text, WEEK_OVERLAP, start, text->at);
		memmove(spans + at + 1, spans + at, (n - at) * sizeof(span));
		spans[at] = span;
		n++;
	} while (text_take(text, ','));
	hours->spans = arena_alloc(text->arena, n * sizeof(span));
	memcpy(hours->spans, spans, n * sizeof(span));
	hours->n = n;
	return true;
}

/* "off", "closed" or spans of a rule that began at from */
static bool
read_hours(struct week_text *text, size_t from, struct day_hours *hours)
{
	size_t n = run_end(text, "") - text->at;

	*hours = (struct day_hours){.named = true};
	if (!text_is_closed(text->s + text->at, n))
		return read_spans(text, from, hours);
	text->at += n;
	text_skip_blanks(text);
	return true;
}

bool
spans_parse(const char *s, size_t n, struct arena *arena, struct day_hours *day,
	    struct week_error *error)
{
	struct week_text text = {s, n, 0, arena, error, {0}};
	const char *rule = n ? memchr(s, ';', n) : NULL;
	struct day_hours read;

	text_skip_blanks(&text);
	if (text.at == n)
		return text_fail(&text, WEEK_EMPTY, 0, n);
	if (rule) /* only a week has several */
		return text_fail(&text, WEEK_SYNTAX, (size_t)(rule - s),
				 (size_t)(rule - s) + 1);
	if (!read_hours(&text, text.at, &read))
		return false;
	if (text.at < n)
		return text_unexpected(&text, text.at);
	*day = read;
	return true;
}

/* --- days and rules ------------------------------------------------------ */

/* a digit in place of a day: the whole token is named */
static bool
read_day(struct week_text *text, size_t from, int *day)
{
	size_t start = text->at, end = run_end(text, "");

	if (end == start)
		end = run_end(text, in_token);
	if (end == start)
		return text_unexpected(text, from);
	*day = 0;
	while (*day < DAYS &&
	       !text_is_word(text->s + start, end - start, day_names[*day]))
		++*day;
	if (*day == DAYS)
		return text_fail(text, WEEK_DAY, start, end);
	text->at = end;
	return true;
}

/* "Mo", "Mo-Fr" or "Fr-Mo"; holidays are no part of a range */
static bool
read_range(struct week_text *text, size_t from, unsigned *days)
{
	size_t start = text->at, end;
	int first, last;

	if (!read_day(text, from, &first))
		return false;
	end = text->at;
	*days |= 1U << first;
	if (!text_take(text, '-'))
		return true;
	if (first == HOLIDAYS)
		return text_fail(text, WEEK_DAY, start, end);
	start = text->at;
	if (!read_day(text, from, &last))
		return false;
	if (last == HOLIDAYS)
		return text_fail(text, WEEK_DAY, start, text->at);
	for (; first != last; first = (first + 1) % 7)
		*days |= 1U << first;
	*days |= 1U << last;
	return true;
}

/* Gives the days to the rule, and finds one that keeps none. */
static void
note_replaced(struct week_text *text, size_t from, unsigned days,
	      struct week *week)
{
	for (int day = 0; day < DAYS; day++) {
		size_t rule = text->rules[day];
		bool kept = !rule;

		for (int other = 0; other < DAYS; other++)
			kept |= !(days >> other & 1) &&
				text->rules[other] == rule;
		if (days >> day & 1 && !kept && week->replaced == week->by) {
			week->replaced = rule - 1;
			week->by = from;
		}
	}
	for (int day = 0; day < DAYS; day++)
		if (days >> day & 1)
			text->rules[day] = from + 1;
}

static bool
read_rule(struct week_text *text, struct week *week)
{
	size_t from = text->at, end = run_end(text, in_token);
	const char *s = text->s + from;
	size_t letters = run_end(text, "") - from;
	bool named = letters > 0 && !text_is_closed(s, letters);
	struct day_hours hours = {.n = 1, .named = true};
	unsigned days = named ? 0 : EVERY_DAY;

	if (text_is_word(s, end - from, "24/7")) {
		hours.spans = arena_alloc(text->arena, sizeof(*hours.spans));
		*hours.spans = (struct day_span){0, DAY_MINUTES};
		text->at = end;
		text_skip_blanks(text);
	} else {
		while (named) {
			if (!read_range(text, from, &days))
				return false;
			named = text_take(text, ',');
		}
		if (!read_hours(text, from, &hours))
			return false;
	}
	if (!text_rule_ends(text))
		return text_unexpected(text, from);
	note_replaced(text, from, days, week);
	for (int day = 0; day < DAYS; day++)
		if (days >> day & 1)
			week->days[day] = hours;
	return true;
}

bool
week_parse(const char *s, size_t n, struct arena *arena, struct week *week,
	   struct week_error *error)
{
	struct week_text text = {s, n, 0, arena, error, {0}};
	struct week read = {0};

	text_skip_blanks(&text);
	if (text.at == n)
		return text_fail(&text, WEEK_EMPTY, 0, n);
	do {
		if (s[text.at] == ';')
			return text_fail(&text, WEEK_EMPTY, text.at,
					 text.at + 1);
		if (!read_rule(&text, &read))
			return false;
	} while (text_take(&text, ';') && text.at < n);
	*week = read;
	return true;
}

/* --- writing ------------------------------------------------------------- */

bool
day_hours_equal(const struct day_hours *a, const struct day_hours *b)
{
	return a->n == b->n &&
	       (!a->n || !memcmp(a->spans, b->spans, a->n * sizeof(*a->spans)));
}

static void
write_days(struct buf *buf, unsigned days)
{
	const char *comma = "";

	for (int day = 0; day < DAYS; day++) {
		int last = day;

		if (!(days >> day & 1))
			continue;
		while (last + 1 < HOLIDAYS && days >> (last + 1) & 1)
			last++;
		buf_printf(buf, "%s%s", comma, day_names[day]);
		if (last > day)
			buf_printf(buf, "-%s", day_names[last]);
		comma = ",";
		day = last;
	}
}

/* an end after midnight is 02:00, or 26:00 where 02:00 would be too early */
void
spans_write(struct buf *buf, const struct day_hours *day, const char *closed)
{
	for (uint32_t i = 0; i < day->n; i++) {
		int start = day->spans[i].start, end = day->spans[i].end;

		if (end > DAY_MINUTES && end - DAY_MINUTES < start)
			end -= DAY_MINUTES;
		buf_printf(buf, "%s%02d:%02d-%02d:%02d", i ? "," : "",
			   start / 60, start % 60, end / 60, end % 60);
	}
	if (!day->n)
		buf_puts(buf, closed);
}

static void
write_rule(struct buf *buf, unsigned days, const struct day_hours *hours)
{
	if (hours->n == 1 && hours->spans[0].start == 0 &&
	    hours->spans[0].end == DAY_MINUTES && days == EVERY_DAY) {
		buf_puts(buf, "24/7");
		return;
	}
	write_days(buf, days);
	buf_putc(buf, ' ');
	spans_write(buf, hours, "off");
}

/* One rule for each set of hours; a weekday without a rule is closed anyway. */
void
week_write(struct buf *buf, const struct week *week)
{
	const struct day_hours *hours = week->days;
	const char *separator = "";
	unsigned written = 0, closed = 0;

	for (int day = 0; day < HOLIDAYS; day++)
		if (!hours[day].n)
			closed |= 1U << day;
	if (closed != EVERY_DAY)
		written = closed;
	if (!hours[HOLIDAYS].named)
		written |= 1U << HOLIDAYS;
	for (int day = 0; day < DAYS; day++) {
		unsigned days = 0;

		for (int other = day; other < DAYS; other++)
			if (!(written >> other & 1) &&
			    day_hours_equal(&hours[day], &hours[other]))
				days |= 1U << other;
		if (written >> day & 1)
			continue;
		buf_puts(buf, separator);
		write_rule(buf, days, &hours[day]);
		separator = "; ";
		written |= days;
	}
}

void
week_add(struct buf *buf, const struct language *language, const char *text)
{
	static const char *const words[] = {
		N_("Mo"),	   N_("Tu"),	      N_("We"),
		N_("Th"),	   N_("Fr"),	      N_("Sa"),
		N_("Su"),	   N_("PH"),	      C_("hours", "off"),
		C_("hours", "; "), C_("hours", ", "),
	};
	enum { WORDS = sizeof(words) / sizeof(*words) };

	while (*text) {
		size_t i = 0, n = 0;

		for (; i < WORDS; i++) {
			const char *word = language_text(NULL, words[i]);

			n = strlen(word);
			if (!strncmp(word, text, n))
				break;
		}
		if (i < WORDS)
			buf_puts(buf, language_text(language, words[i]));
		else if (*text == '-' && text[1] >= 'A')
			buf_puts(buf,
				 language_text(language, C_("weekdays", "-")));
		else
			buf_putc(buf, *text);
		text += i < WORDS ? n : 1;
	}
}
