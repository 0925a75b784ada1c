/* habits.c - a new value in the way that the old one is written */
#include <string.h>

#include "ces/measure.h"
#include "ces/number.h"
#include "ces/utf8.h"
#include "edit/parts.h"

/* the old text without its quotes, where it is on one line */
static const char *
old_text(struct editing *run, const struct node *node)
{
	const char *s = old_bytes(run) + node->content;
	size_t n = node->end - node->content;
	bool quoted = node->style == NODE_SINGLE || node->style == NODE_DOUBLE;

	if (node->kind != NODE_SCALAR || (quoted && n < 2))
		return "";
	return arena_copy(run->arena, s + quoted, n - 2 * quoted);
}

/* Quotes stay, but those that a word or a time needed are not the next one's.
 */
enum node_style
style_of(struct editing *run, const struct site *site, bool flow)
{
	const struct node *node = node_of(run, site->value);
	struct content old;

	if (node->kind == NODE_ALIAS)
		return NODE_PLAIN;
	if (node->style == NODE_DOUBLE && site->field &&
	    kind_element(site->field->kind) != KIND_TEXT &&
	    !keys_are_quoted(run, site->holder)) {
		old = content_text(old_text(run, node), false);
		if (!scalar_is_plain(&old, flow))
			return NODE_PLAIN;
	}
	return (enum node_style)node->style;
}

bool
values_are_quoted(struct editing *run, const struct site *site)
{
	const struct node *node = node_of(run, site->value);

	return keys_are_quoted(run, site->holder) &&
	       (node->style == NODE_DOUBLE ||
		(node->style == NODE_PLAIN &&
		 scalar_is_json(old_text(run, node))));
}

/* 18 as 18%, but 0.12, of which nobody knows what is meant */
static bool
takes_percent(const char *old, const char *text)
{
	double n;

	return *old && old[strlen(old) - 1] == '%' &&
	       !number_parse(text, strlen(text), &n) &&
	       (n == 0 || n >= 1 || n <= -1);
}

/* 18% as 18, where the old one has no sign */
static bool
drops_percent(const char *old, const char *text)
{
	size_t n = strlen(text);
	double number;
	bool fraction;

	return !number_parse(old, strlen(old), &number) && n &&
	       text[n - 1] == '%' &&
	       !percent_parse(text, n, &number, &fraction) &&
	       (number == 0 || number >= 1 || number <= -1);
}

/* 12 as 12.0, where the old one has a zero that it doesn't need */
static const char *
with_zeros(struct editing *run, const char *old, const char *text)
{
	const char *point = strchr(old, '.'), *own = strchr(text, '.');
	size_t n = strlen(old), has = own ? strlen(own + 1) : 0;
	struct buf buf = {0};
	double number;

	if (!point || old[n - 1] != '0' || number_parse(old, n, &number) ||
	    number_parse(text, strlen(text), &number) ||
	    has >= strlen(point + 1))
		return text;
	buf_puts(&buf, text);
	buf_puts(&buf, own ? "" : ".");
	buf_fill(&buf, '0', strlen(point + 1) - has);
	return arena_take(run->arena, &buf);
}

/* 600s as 10min where the old one is in minutes, if it is whole in them; not
 * 10min as 600s, which nobody would write */
static const char *
in_unit(struct editing *run, const char *old, const char *text)
{
	struct duration was, now;
	double unit, amount;
	struct buf buf = {0};

	if (!duration_parse(old, strlen(old), &was) ||
	    !duration_parse(text, strlen(text), &now) || now.unit == was.unit ||
	    now.unit == DURATION_BUSINESS_DAYS ||
	    was.unit == DURATION_BUSINESS_DAYS)
		return text;
	unit = duration_seconds((struct duration){1, was.unit});
	amount = duration_seconds(now) / unit;
	if (now.unit > was.unit || amount < 1 ||
	    amount != (double)(long long)amount)
		return text;
	was.amount = amount;
	if (duration_seconds(was) != duration_seconds(now))
		return text;
	duration_write(&buf, was);
	return arena_take(run->arena, &buf);
}

/* 30 as 30h, where the measure is in hours and its old reading is so too */
static const char *
reading_as_written(struct editing *run, const struct site *site,
		   const char *old, const char *text)
{
	static const enum duration_unit units[] = {
		[MEASURED_SECONDS] = DURATION_SECONDS,
		[MEASURED_MINUTES] = DURATION_MINUTES,
		[MEASURED_HOURS] = DURATION_HOURS,
		[MEASURED_DAYS] = DURATION_DAYS,
	};
	int unit = unit_around(site->object);
	struct duration was;
	double n;

	if (takes_percent(old, text) && (unit < 0 || unit == MEASURED_PERCENT))
		return arena_format(run->arena, "%s%%", text);
	if (number_parse(text, strlen(text), &n) ||
	    !duration_parse(old, strlen(old), &was) ||
	    unit < MEASURED_SECONDS || unit > MEASURED_DAYS ||
	    units[unit] != was.unit)
		return in_unit(run, old, text);
	return arena_format(run->arena, "%s%s", text,
			    old + strspn(old, "0123456789."));
}

const char *
as_written(struct editing *run, const struct site *site, const char *text)
{
	enum kind kind =
		site->field ? kind_element(site->field->kind) : KIND_TEXT;
	const char *old = site->value == NO_NODE
				  ? ""
				  : old_text(run, node_of(run, site->value));

	if (kind == KIND_NUMBER && site->field->unit == UNIT_PERCENT) {
		if (takes_percent(old, text))
			return arena_format(run->arena, "%s%%", text);
		if (drops_percent(old, text))
			return arena_copy(run->arena, text, strlen(text) - 1);
	}
	if (kind == KIND_NUMBER)
		return with_zeros(run, old, text);
	if (kind == KIND_READING)
		return with_zeros(run, old,
				  reading_as_written(run, site, old, text));
	if (kind == KIND_DURATION)
		return in_unit(run, old, text);
	return text;
}
