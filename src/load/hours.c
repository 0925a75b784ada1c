/* hours.c - scalars that are opening hours */
#include <string.h>

#include "ces/utf8.h"
#include "load/loader.h"

static const char *const week_problems[] = {
	[WEEK_OK] = "",
	[WEEK_EMPTY] = N_("a rule of the hours is empty; write days and "
			  "spans: \"Mo-Fr 08:00-20:00\""),
	[WEEK_DAY] = N_("'{part}' is not a day; the days are Mo, Tu, We, Th, "
			"Fr, Sa, Su and PH for public holidays"),
	[WEEK_TIME] = N_("'{part}' is not a time of day, like 08:00"),
	[WEEK_HOUR] = N_("'{part}' is not a time of day; spans begin before "
			 "24:00 and end by 26:00 past midnight"),
	[WEEK_ZERO] = N_("'{part}' opens when it closes; for the whole day "
			 "write 00:00-24:00"),
	[WEEK_OVERLAP] = N_("'{part}' overlaps with another span of the same "
			    "day"),
	[WEEK_SYNTAX] = N_("'{part}' is not allowed in hours; write days and "
			   "spans: \"Mo-Fr 08:00-20:00; Sa 09:00-13:00\"")};

/* the part of the text where it stands; all of a text that has escapes */
static struct span
part_span(const struct token *event, size_t start, size_t n)
{
	struct span span = token_span(event);
	uint32_t offset = event->plain ? 0 : 1;

	if (span.end - span.start == event->n + 2 * offset && n) {
		span.start += offset + (uint32_t)start;
		span.end = span.start + (uint32_t)n;
	}
	return span;
}

static bool
bad_hours(struct loader *loader, const struct place *place,
	  const struct token *event, const struct week_error *error)
{
	size_t n = error->end > error->start ? error->end - error->start : 0;
	struct guess guess = load_guess(loader, place, event);

	if (guess.text)
		return load_offer(loader, TOPIC_document_bad_hours, place,
				  event, guess);

	loader_find(loader, TOPIC_document_bad_hours,
		    part_span(event, error->start, n), place,
		    place->field->kind == KIND_SPANS &&
				    error->problem == WEEK_SYNTAX
			    ? N_("'{part}' is not allowed here; write closed, "
				 "or spans: \"10:00-16:00\"")
			    : week_problems[error->problem],
		    ARGS(TEXT_ARG("part",
				  arena_copy(loader->arena,
					     event->text + error->start, n))));
	return false;
}

/* Until 23:59 leaves a minute in which nobody answers. */
static void
report_form(struct loader *loader, const struct place *place,
	    const struct token *event)
{
	struct guess guess =
		guess_midnight(loader->arena, event->text, event->n);

	if (!guess.text)
		return;
	load_reject(loader, TOPIC_document_midnight, place, event,
		    N_("'{value}' leaves out the last minute of the "
		       "day; write \"{proposal}\""),
		    guess.text);
	load_fix_value(loader, loader_last(loader), guess.text, true);
}

/* Do two rules name the same days, and nothing else? */
static bool
same_days(struct loader *loader, const char *first, const char *second)
{
	struct week_error error;
	struct week a, b;

	if (!week_parse(first, strlen(first), loader->arena, &a, &error) ||
	    !week_parse(second, strlen(second), loader->arena, &b, &error))
		return false;
	for (int day = 0; day < 8; day++)
		if (a.days[day].named != b.days[day].named)
			return false;
	return true;
}

static const char *
rule_at(struct loader *loader, const char *text)
{
	return arena_copy(loader->arena, text, strcspn(text, ";"));
}

/* the hours with the spans of the rule that replaces another behind those of
 * that one, for all such rules; NULL where that are no hours */
static const char *
join_rules(struct loader *loader, const char *text, struct week week)
{
	struct week_error error;

	while (week.replaced != week.by) {
		const char *first = rule_at(loader, text + week.replaced);
		const char *second = rule_at(loader, text + week.by);
		const char *spans = second + strcspn(second, "0123456789");
		size_t end = week.replaced + strlen(first), between = week.by;
		struct buf buf = {0};

		while (between > end && strchr("; ", text[between - 1]))
			between--;
		buf_add(&buf, text, end);
		buf_printf(&buf, ",%s", spans);
		buf_add(&buf, text + end, between - end);
		buf_puts(&buf, text + week.by + strlen(second));
		text = arena_take(loader->arena, &buf);
		if (!*spans || !same_days(loader, first, second) ||
		    !week_parse(text, strlen(text), loader->arena, &week,
				&error))
			return NULL;
	}
	return text;
}

static void
report_replaced(struct loader *loader, const struct place *place,
		const struct token *event, const struct week *week)
{
	const char *text = arena_copy(loader->arena, event->text, event->n);
	const char *first = rule_at(loader, text + week->replaced);
	const char *second = rule_at(loader, text + week->by);
	size_t days = strcspn(first, "0123456789");
	const char *joined;
	struct finding *finding;

	if (week->replaced == week->by)
		return;
	joined = join_rules(loader, text, *week);
	while (days && first[days - 1] == ' ')
		days--;
	finding = loader_find(
		loader, TOPIC_document_replaced_hours,
		part_span(event, week->by, strlen(second)), place,
		joined && days
			? N_("'{days}' stands here twice, and '{second}' "
			     "replaces '{first}'; if both are meant, join the "
			     "spans by a comma: \"{joined}\"")
		: joined ? N_("each day stands here twice, and '{second}' "
			      "replaces '{first}'; if both are meant, join the "
			      "spans by a comma: \"{joined}\"")
			 : N_("the days of '{first}' stand here twice, and "
			      "'{second}' replaces it altogether; leave that "
			      "one out, or write each day's hours in one rule"),
		ARGS(TEXT_ARG("first", first), TEXT_ARG("second", second),
		     TEXT_ARG("days", arena_copy(loader->arena, first, days)),
		     TEXT_ARG("joined", joined ? joined : "")));
	if (joined)
		load_fix_value(loader, finding, joined, false);
}

bool
read_week(struct loader *loader, const struct place *place,
	  const struct token *event, struct week_value *value)
{
	struct week *week = arena_alloc(loader->arena, sizeof(*week));
	struct week_error error;

	if (!week_parse(event->text, event->n, loader->arena, week, &error))
		return bad_hours(loader, place, event, &error);
	report_form(loader, place, event);
	report_replaced(loader, place, event, week);
	value->week = week;
	value->text = arena_copy(loader->arena, event->text, event->n);
	return true;
}

/* "Mo-Fr 09:00-17:00" or "24/7", and not spans that only lack a comma */
static bool
names_days(const struct token *event)
{
	return (event->n && is_letter(*event->text)) || token_is(event, "24/7");
}

bool
read_spans(struct loader *loader, const struct place *place,
	   const struct token *event, struct spans_value *value)
{
	struct week *week;
	struct week_error error, other;

	if (!spans_parse(event->text, event->n, loader->arena, &value->day,
			 &error)) {
		week = arena_alloc(loader->arena, sizeof(*week));
		if (!names_days(event) ||
		    !week_parse(event->text, event->n, loader->arena, week,
				&other))
			return bad_hours(loader, place, event, &error);
		value->week = week; /* its rule knows of which days */
		value->text = arena_copy(loader->arena, event->text, event->n);
		return false;
	}
	report_form(loader, place, event);
	return true;
}
