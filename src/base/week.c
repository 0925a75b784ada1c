/* week.c - opening hours of a week, read and written */
#include "week_text.h"

enum { HOLIDAYS = 7, DAYS = 8, EVERY_DAY = 0x7f };

static const char *const day_names[DAYS] = {"Mo", "Tu", "We", "Th",
					    "Fr", "Sa", "Su", "PH"};

/* a digit in place of a day: the whole token is named */
static bool
read_day(struct week_text *text, size_t from, int *day)
{
	size_t start = text->at, end = text_word_end(text);

	if (end == start)
		end = text_token_end(text);
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

static bool
read_days(struct week_text *text, unsigned *days)
{
	size_t from = text->at;
	const char *s = text->s + from;
	size_t n = text_word_end(text) - from;

	*days = EVERY_DAY;
	if (text_is_word(s, n, "off") || text_is_word(s, n, "closed"))
		return true;
	if (n == 0) /* a time, or no rule at all */
		return true;
	*days = 0;
	do {
		if (!read_range(text, from, days))
			return false;
	} while (text_take(text, ','));
	return true;
}

static void
set_days(struct week *week, unsigned days, const struct day_hours *hours)
{
	for (int day = 0; day < DAYS; day++)
		if (days >> day & 1)
			week->days[day] = *hours;
}

static bool
read_always(struct week_text *text, struct day_hours *hours)
{
	size_t end = text_token_end(text);

	if (!text_is_word(text->s + text->at, end - text->at, "24/7"))
		return false;
	text->at = end;
	text_skip_blanks(text);
	hours->spans = arena_alloc(text->arena, sizeof(*hours->spans));
	hours->spans[0] = (struct day_span){0, DAY_MINUTES};
	hours->n = 1;
	hours->named = true;
	return true;
}

static bool
read_rule(struct week_text *text, struct week *week)
{
	struct day_hours hours;
	size_t from = text->at;
	unsigned days = EVERY_DAY;

	if (!read_always(text, &hours)) {
		if (!read_days(text, &days))
			return false;
		if (!text_read_hours(text, from, &hours))
			return false;
	}
	if (!text_rule_ends(text))
		return text_unexpected(text, from);
	set_days(week, days, &hours);
	return true;
}

bool
day_hours_equal(const struct day_hours *a, const struct day_hours *b)
{
	if (a->n != b->n)
		return false;
	for (uint32_t i = 0; i < a->n; i++)
		if (a->spans[i].start != b->spans[i].start ||
		    a->spans[i].end != b->spans[i].end)
			return false;
	return true;
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
static void
write_hours(struct buf *buf, const struct day_hours *hours)
{
	if (!hours->n)
		buf_puts(buf, "off");
	for (uint32_t i = 0; i < hours->n; i++) {
		int start = hours->spans[i].start, end = hours->spans[i].end;

		if (end > DAY_MINUTES && end - DAY_MINUTES < start)
			end -= DAY_MINUTES;
		buf_printf(buf, "%s%02d:%02d-%02d:%02d", i ? "," : "",
			   start / 60, start % 60, end / 60, end % 60);
	}
}

static void
write_rule(struct buf *buf, unsigned days, const struct day_hours *hours,
	   const char *separator)
{
	bool always = hours->n == 1 && hours->spans[0].start == 0 &&
		      hours->spans[0].end == DAY_MINUTES;

	buf_puts(buf, separator);
	if (always && days == EVERY_DAY) {
		buf_puts(buf, "24/7");
		return;
	}
	write_days(buf, days);
	buf_putc(buf, ' ');
	write_hours(buf, hours);
}

bool
week_parse(const char *s, size_t n, struct arena *arena, struct week *week,
	   struct week_error *error)
{
	struct week_text text = {s, n, 0, arena, error};
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
		write_rule(buf, days, &hours[day], separator);
		separator = "; ";
		written |= days;
	}
}
