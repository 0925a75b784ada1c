/* calendar.c - the dates of a plan as a calendar: actions as to-dos; reviews,
 * decisions and events as days */
#include "ics/calendar.h"

#include <string.h>

#include "ces/question.h"
#include "ces/sha256.h"
#include "ces/utf8.h"
#include "ces/words.h"
#include "ics/component.h"
#include "table/tables.h"

struct calendar {
	struct buf *out;
	const struct review *review;
	struct tables tables;
	struct arena arena;
	const char *identity; /* of the plan */
	bool failed;
};

/* --- texts ---------------------------------------------------------------- */

/* As one line; control characters, which no calendar may hold, become their
 * pictures. */
static const char *
line_of(struct calendar *calendar, const char *text)
{
	struct buf line = {0};
	uint32_t cp;

	for (size_t n; *text; text += n) {
		n = utf8_decode(text, strnlen(text, 4), &cp);
		if (strchr("\t\r\n", *text))
			buf_putc(&line, ' ');
		else if (n == 0 || utf8_is_control(cp))
			utf8_show(&line, text, n ? n : 1, 0);
		else
			buf_add(&line, text, n);
		n = n ? n : 1;
	}
	return arena_take(&calendar->arena, &line);
}

/* "Owner: Lena Ohara" and so on: of the cells with a text, by their keys */
static const char *
description(struct calendar *calendar, const struct table *table, size_t row,
	    const char *const *keys)
{
	const struct language *language = calendar->review->language;
	struct buf lines = {0};

	for (; *keys; keys++) {
		int i = table_column(table, *keys);
		const struct cell *cell =
			i < 0 ? NULL : table_cell(table, row, (size_t)i);
		struct buf header = {0}, line = {0};

		if (!cell || !cell->text)
			continue;
		column_header(&header, language, &table->columns[i]);
		message_fill(&line, language, N_("{name}: {value}"),
			     ARGS(TEXT_ARG("name", header.p),
				  TEXT_ARG("value", cell->text)));
		buf_puts(&lines, lines.n ? "\n" : "");
		buf_puts(&lines, line_of(calendar, line.p));
		buf_free(&header);
		buf_free(&line);
	}
	return arena_take(&calendar->arena, &lines);
}

static const char *
say(struct calendar *calendar, const char *message, const char *name,
    const char *text)
{
	return message_text(&calendar->arena, calendar->review->language,
			    message, ARGS(TEXT_ARG(name, text)));
}

/* --- identity ------------------------------------------------------------- */

/*
 * The organization and the file's name: neither another title, nor another
 * folder or status makes new entries of those that a calendar has already.
 */
static const char *
plan_identity(struct arena *arena, const struct review *review)
{
	const struct text_value *organization =
		&review->plan->plan.organization;
	const char *path = review->source.name, *slash = strrchr(path, '/');
	const char *base = slash ? slash + 1 : path, *dot = strrchr(base, '.');

	return arena_format(arena, "%s\n%.*s",
			    is_set(&organization->at) ? organization->text : "",
			    (int)(dot ? (size_t)(dot - base) : strlen(base)),
			    base);
}

static const char *
uid_of(struct calendar *calendar, const char *kind, const char *id)
{
	enum { DIGITS = 32 };
	const char *all = arena_format(&calendar->arena, "%s\n%s\n%s",
				       calendar->identity, kind, id);
	char hash[SHA256_TEXT];

	sha256_hex(hash, all, strlen(all));
	return arena_format(&calendar->arena, "%.*s@ces", DIGITS, hash);
}

/* kind and id: of the item, and of what is said of it */
static void
add(struct calendar *calendar, struct entry *entry, const char *kind,
    const char *id)
{
	entry->uid = uid_of(calendar, kind, id);
	entry->stamp = calendar->review->view->as_of;
	entry->summary = line_of(calendar, entry->summary);
	calendar->failed |= !calendar_entry(calendar->out, entry);
}

/* --- actions and decisions ------------------------------------------------ */

static void
add_action(struct calendar *calendar, const struct table *table, size_t row)
{
	static const char *const words[] = {
		[ACTION_NOT_STARTED] = "NEEDS-ACTION",
		[ACTION_IN_PROGRESS] = "IN-PROCESS",
		[ACTION_DONE] = "COMPLETED",
		[ACTION_CANCELLED] = "CANCELLED",
	};
	static const char *const keys[] = {"owner",  "section",	   "state",
					   "effect", "depends_on", "evidence",
					   NULL};
	const struct action *action = (const void *)table->objects[row];
	int status = is_set(&action->status.at) ? action->status.word
						: ACTION_NOT_STARTED;
	double percent = table_at(table, row, "percent")->number;
	struct entry entry = {
		.todo = true,
		.summary = object_name(&action->object),
		.description = description(calendar, table, row, keys),
		.category = table->sheet,
		.status = words[status],
		.percent = isfinite(percent) ? (int)percent : -1,
		.start = action->start.date,
		.end = action->due.date,
	};

	if (!is_set(&action->due.at))
		return;
	if (status == ACTION_DONE)
		entry.completed = action->completed.date;
	add(calendar, &entry, "action", action->object.id);
}

/* One that was made stands on its day, in the place of the one by which it was
 * due. */
static void
add_decision(struct calendar *calendar, const struct table *table, size_t row)
{
	static const char *const keys[] = {"asked_of", "state", "answers",
					   "about",    "note",	NULL};
	const struct decision *decision = (const void *)table->objects[row];
	const char *name = object_name(&decision->object);
	bool pending = decision_is_pending(decision);
	bool dated = !pending && is_set(&decision->decided.at);
	struct entry entry = {
		.summary =
			pending ? say(calendar, N_("Decision due: {statement}"),
				      "statement", name)
				: say(calendar, N_("Decided: {statement}"),
				      "statement", name),
		.description = description(calendar, table, row, keys),
		.category = table->sheet,
		.start = dated ? decision->decided.date : decision->due.date,
	};

	if (dated || is_set(&decision->due.at))
		add(calendar, &entry, "decision", decision->object.id);
}

/* --- reviews -------------------------------------------------------------- */

/* A section is due for review when governance/stale-section would say so. */
static void
add_section(struct calendar *calendar, const struct upkeep *upkeep)
{
	const struct plan *plan = calendar->review->plan;
	const struct language *language = calendar->review->language;
	int months = (int)SETTING_OF(plan, section_months);
	int section = section_find(upkeep->object.id);
	const struct object *owner = (const void *)upkeep->owner.to;
	const char *name = owner ? object_name(owner) : upkeep->owner.id;
	const char *title =
		section < 0 ? upkeep->object.id
			    : language_text(language, sections[section].title);
	struct entry entry = {
		.summary = say(calendar,
			       N_("Section to be looked through: "
				  "{section}"),
			       "section", title),
		.category = language_text(language, N_("Reviews")),
		.start = date_add_months(upkeep->updated.date, months)};

	if (!is_set(&upkeep->updated.at))
		return;
	if (is_set(&upkeep->owner.at))
		entry.description = line_of(
			calendar,
			message_text(&calendar->arena, language,
				     N_("{name}: {value}"),
				     ARGS(WORD_ARG("name", N_("Kept by")),
					  TEXT_ARG("value", name))));
	add(calendar, &entry, "section", upkeep->object.id);
}

static void
add_reviews(struct calendar *calendar, const char *title)
{
	const struct plan *plan = calendar->review->plan;
	const struct header *header = &plan->plan;
	struct entry entry = {
		.summary = say(calendar, N_("Review of the plan: {title}"),
			       "title", title),
		.category = language_text(calendar->review->language,
					  N_("Reviews")),
		.start = header->next_review.date};

	if (word_is(&header->status, PLAN_RETIRED))
		return;
	if (is_set(&header->next_review.at))
		add(calendar, &entry, "review", "");
	FOR_EACH (upkeep, plan->governance.sections)
		add_section(calendar, upkeep);
}

/* --- events --------------------------------------------------------------- */

/*
 * Runs are those of event_run: what begins on a day that a month lacks begins
 * on that month's last. A rule can say so of the 31st alone that programs
 * understand. Of the 29th and 30th February is the one month that lacks them,
 * so that its runs are an entry of their own.
 */
static bool
february_differs(const struct event *event)
{
	int step = event_step(event), day = event->start.date.day;

	return step && step < 12 && (day == 29 || day == 30) &&
	       (event->start.date.month + 12 - 2) % step == 0;
}

static const char february_rule[] = "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2";

/* of the other months, where February differs */
static const char *
event_rule(struct arena *arena, const struct event *event)
{
	int step = event_step(event);
	struct date start = event->start.date;
	struct buf months = {0};

	if (!step)
		return NULL;
	if (step == 12)
		return start.month == 2 && start.day == 29 ? february_rule
							   : "FREQ=YEARLY";
	if (!february_differs(event))
		return arena_format(arena, "FREQ=MONTHLY%s%s",
				    step == 3 ? ";INTERVAL=3" : "",
				    start.day == 31 ? ";BYMONTHDAY=-1" : "");
	for (int month = 1; month <= 12; month++)
		if (month != 2 && (month + 12 - start.month) % step == 0)
			buf_printf(&months, "%s%d", months.n ? "," : "", month);
	return arena_format(arena, "FREQ=YEARLY;BYMONTHDAY=%d;BYMONTH=%s",
			    start.day, arena_take(arena, &months));
}

/* the entry begins with the first run in February, or in another month */
static void
move_start(struct entry *entry, const struct event *event, bool february)
{
	struct date first = entry->start;
	int32_t length = date_between(first, entry->end);

	for (int months = 0; (entry->start.month == 2) != february;)
		entry->start =
			date_add_months(first, months += event_step(event));
	entry->end = date_add_days(entry->start, length);
}

static void
add_event(struct calendar *calendar, const struct table *table, size_t row)
{
	static const char *const keys[] = {"kind",    "owner",	    "state",
					   "effects", "objectives", "actions",
					   NULL};
	const struct event *event = (const void *)table->objects[row];
	struct entry entry = {
		.summary = object_name(&event->object),
		.description = description(calendar, table, row, keys),
		.category = table->sheet,
		.start = event->start.date,
		.end = event->end.date,
	};
	struct entry february = entry;

	if (!is_set(&event->start.at) || !is_set(&event->end.at) ||
	    date_compare(entry.start, entry.end) > 0)
		return;
	entry.rule = event_rule(&calendar->arena, event);
	if (february_differs(event)) {
		february.rule = february_rule;
		move_start(&february, event, true);
		add(calendar, &february, "february", event->object.id);
		move_start(&entry, event, false);
	}
	add(calendar, &entry, "event", event->object.id);
}

/* -------------------------------------------------------------------------- */

static void
add_rows(struct calendar *calendar, enum table_id id,
	 void (*add_row)(struct calendar *calendar, const struct table *table,
			 size_t row))
{
	const struct table *table = tables_get(&calendar->tables, id);

	for (size_t row = 0; row < table->rows; row++)
		add_row(calendar, table, row);
}

bool
calendar_write(struct buf *out, const struct review *review)
{
	struct calendar calendar = {.out = out, .review = review};
	const struct zone_value *zone = &review->plan->plan.timezone;
	const char *title = plan_title(review);

	tables_make(&calendar.tables, review);
	calendar.identity = plan_identity(&calendar.arena, review);
	calendar.failed = !calendar_head(out, line_of(&calendar, title),
					 is_set(&zone->at) ? zone->text : NULL);
	add_rows(&calendar, TABLE_actions, add_action);
	add_rows(&calendar, TABLE_decisions, add_decision);
	add_reviews(&calendar, title);
	add_rows(&calendar, TABLE_calendar, add_event);
	calendar_foot(out);
	mark_calendar(out);
	tables_release(&calendar.tables);
	arena_release(&calendar.arena);
	return !calendar.failed;
}
