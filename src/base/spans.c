/* spans.c - the spans of one day: "09:00-12:00,13:00-17:00", "off" */
#include "week_text.h"
#include "ces/number.h"
#include "ces/utf8.h"

#include <string.h>

enum { LATEST_END = 26 * 60 };

/* spans of one day in the order of the clock, while they are read */
struct span_list {
	struct day_span spans[DAY_MINUTES]; /* they don't overlap */
	uint32_t n;
};

/* HH:MM or H:MM */
static bool
read_time(struct week_text *text, size_t from, int latest, int *minutes)
{
	size_t start = text->at, end = text_token_end(text), n = end - start;
	const char *s = text->s + start;
	int minute;

	if (!n || !is_digit(*s))
		return text_unexpected(text, from);
	if (!digits_fit(s, n, "99:99") && !digits_fit(s, n, "9:99"))
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

/*
 * False when it overlaps another. Since spans begin at different minutes of
 * one day, the list cannot run full.
 */
static bool
list_add(struct span_list *list, struct day_span span)
{
	struct day_span *p = list->spans;
	uint32_t at = 0;

	while (at < list->n && p[at].start < span.start)
		at++;
	if (at > 0 && p[at - 1].end > span.start)
		return false;
	if (at < list->n && p[at].start < span.end)
		return false;
	memmove(p + at + 1, p + at, (list->n - at) * sizeof(*p));
	p[at] = span;
	list->n++;
	return true;
}

static bool
read_span_list(struct week_text *text, size_t from, struct day_hours *hours)
{
	struct span_list list;
	struct day_span span = {0};
	size_t bytes;

	list.n = 0;
	do {
		size_t at = text->at;

		if (!read_span(text, list.n ? at : from, &span))
			return false;
		if (!list_add(&list, span))
			return text_fail(text, WEEK_OVERLAP, at, text->at);
	} while (text_take(text, ','));
	bytes = list.n * sizeof(*hours->spans);
	hours->spans = arena_alloc(text->arena, bytes);
	memcpy(hours->spans, list.spans, bytes);
	hours->n = list.n;
	return true;
}

bool
text_read_hours(struct week_text *text, size_t from, struct day_hours *hours)
{
	const char *s = text->s + text->at;
	size_t n = text_word_end(text) - text->at;

	*hours = (struct day_hours){.named = true};
	if (text_is_word(s, n, "off") || text_is_word(s, n, "closed")) {
		text->at += n;
		text_skip_blanks(text);
		return true;
	}
	return read_span_list(text, from, hours);
}

bool
spans_parse(const char *s, size_t n, struct arena *arena, struct day_hours *day,
	    struct week_error *error)
{
	struct week_text text = {s, n, 0, arena, error};
	const char *rule = n ? memchr(s, ';', n) : NULL;
	struct day_hours read;
	size_t at;

	text_skip_blanks(&text);
	if (text.at == n)
		return text_fail(&text, WEEK_EMPTY, 0, n);
	if (rule) { /* only a week has several */
		at = (size_t)(rule - s);
		return text_fail(&text, WEEK_SYNTAX, at, at + 1);
	}
	if (!text_read_hours(&text, text.at, &read))
		return false;
	if (text.at < n)
		return text_unexpected(&text, text.at);
	*day = read;
	return true;
}
