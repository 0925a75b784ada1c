/* review_blocks.c - where the blocks of the review page stand, by columns */
#include <math.h>
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "review.h"
#include "table/tables.h"
#include "xlsx/book/book.h"

enum { NAME_WIDTH = 204, EFFECT_WIDTH = 364, FINDING_WIDTH = 770 };
enum { ACTION_WIDTH = 424, ACTION_LEAST = 160, ACTION_GAP = 14 };

static const struct style plain = {.size = 0};

/* --- texts that hang on the room there is -------------------------------- */

static const char *
text_at(const struct excerpt *excerpt, size_t i, const char *key)
{
	const char *text =
		table_at(excerpt->table, excerpt->rows[i], key)->text;

	return text ? text : "";
}

/* the name with its unit, where there is room for both */
static const char *
measure_text(const struct review_page *review, const struct excerpt *excerpt,
	     size_t i)
{
	const char *name = text_at(excerpt, i, "name"), *both;
	const char *unit = text_at(excerpt, i, "unit");
	int word = table_at(excerpt->table, excerpt->rows[i], "unit")->word;

	if (!*unit || word == MEASURED_SCORE)
		return name;
	both = message_text(
		review->work->arena, review->work->language,
		N_("{measure}, {unit}"),
		ARGS(TEXT_ARG("measure", name),
		     TEXT_ARG("unit", word == MEASURED_PERCENT ? "%" : unit)));
	return text_pixels(both, 0, false) > NAME_WIDTH - 5 ? name : both;
}

static const char *
effects_kept(const struct work *work, const struct event *event, size_t most)
{
	struct buf kept = {0};

	effects_add(&kept, work->language, &event->effects, most);
	return arena_take(work->arena, &kept);
}

/* "A +35%, B +40%, 2 more; 600 contacts" */
static const char *
effects_line(const struct work *work, const char *effects, size_t more,
	     double contacts)
{
	bool come = contacts > 0;

	return message_text(work->arena, work->language,
			    more && come
				    ? N_("{effects}, {more} more; {n} contacts")
			    : more     ? N_("{effects}, {more} more")
			    : !come    ? "{effects}"
			    : *effects ? N_("{effects}; {n} contacts")
				       : N_("{n} contacts"),
			    ARGS(TEXT_ARG("effects", effects),
				 COUNT_ARG("more", (double)more),
				 COUNT_ARG("n", contacts)));
}

/* effects of an event on contacts, as many as fit beside the contacts that it
 * brings; of one alone as much of it */
static const char *
effects_text(const struct review_page *review, const struct excerpt *excerpt,
	     size_t i)
{
	const struct table *table = excerpt->table;
	const struct event *event =
		(const void *)table->objects[excerpt->rows[i]];
	double contacts = table_at(table, excerpt->rows[i], "contacts")->number;
	const struct work *work = review->work;
	double room = (EFFECT_WIDTH - 20) / work->letters;
	struct buf fit = {0};
	size_t all = effects_add(&fit, work->language, &event->effects, 0),
	       n = all;
	const char *kept = effects_kept(work, event, n);
	const char *text = effects_line(work, kept, 0, contacts);
	double over;

	while (n > 1 && text_pixels(text, 0, false) > room) {
		kept = effects_kept(work, event, --n);
		text = effects_line(work, kept, all - n, contacts);
	}
	over = text_pixels(text, 0, false) - room;
	if (over <= 0 || !n)
		return text;
	text_fit(&fit, kept, text_pixels(kept, 0, false) - over, 0, false);
	return effects_line(work, arena_take(work->arena, &fit), all - n,
			    contacts);
}

/* the state at the right of an action leaves its title so much */
static int
action_room(const struct review_page *review, const struct excerpt *excerpt,
	    size_t i)
{
	const struct expr_scope *scope = &review->scope;
	const struct expr *state =
		excerpt_value(scope, excerpt, i, &excerpt->columns[1]);
	double taken = text_pixels(
		value_text(scope, expr_value(scope, state, 0)), 0, false);

	return (int)fmax(ACTION_WIDTH - ACTION_GAP -
				 taken * review->work->letters,
			 ACTION_LEAST);
}

/* the finding without its advice, where there is no room for it, or where it
 * names keys of the file; begins with a capital, as a sentence */
static const char *
finding_short_text(const struct review_page *review,
		   const struct excerpt *excerpt, size_t i)
{
	struct arena *arena = review->work->arena;
	const struct finding *finding = findings_ordered(
		review->work->review, arena)[excerpt->rows[i]];
	char *text = arena_format(arena, "%s", text_at(excerpt, i, "message"));
	struct buf problem = {0};
	char *end;

	for (size_t n = 1;
	     (text_pixels(text, 0, false) > FINDING_WIDTH - 8 ||
	      strchr(text, '`')) &&
	     finding_problem(&problem, review->work->language, finding, n);
	     n++)
		text = arena_take(arena, &problem);
	for (end = text; (end = strchr(end, '`'));)
		memmove(end, end + 1, strlen(end));
	return text_capital(arena, text);
}

/* "▲ Segments": the symbol of the severity, and the section */
static const char *
finding_place_text(const struct review_page *review,
		   const struct excerpt *excerpt, size_t i)
{
	const struct cell *severity =
		table_at(excerpt->table, excerpt->rows[i], "severity");
	const char *section = text_at(excerpt, i, "section");

	return arena_format(review->work->arena, "%s %s",
			    symbols[state_symbol(severity->state)].mark,
			    *section ? section
				     : language_text(review->work->language,
						     C_("section", "Plan")));
}

/* --- blocks --------------------------------------------------------------- */

static const struct style bold = {.bold = 1};
static const struct style note = {
	.color = SECOND, .indent = 1, .align = ALIGN_LEFT};
static const struct style word = {.indent = 1, .align = ALIGN_LEFT};
static const struct style right = {.align = ALIGN_RIGHT};
static const struct style day = {.align = ALIGN_RIGHT, .indent = 1};
static const struct style share = {.number = "0%;−0%"};
static const struct style change = {
	.align = ALIGN_RIGHT, .indent = 1, .number = "+0%;−0%;0%"};
static const struct style planned = {
	.color = SECOND, .align = ALIGN_RIGHT, .indent = 1, .number = "0%"};
static const struct style percent = {.number = "0%"};
static const struct style unseen = {.number = ";;;"};

static const struct review_place decisions[] = {
	{"statement", COL_B, .pixels = 346, .style = &bold},
	{"amount", COL_E, .style = &right, .format = FORMAT_MONEY},
	{"due", COL_F, .style = &day, .format = FORMAT_DAY, .mark = MARK_DUE},
	{"asked_of", COL_G, .pixels = 148, .style = &note},
	{"answers", COL_I, .pixels = 228, .style = &note},
};

static const struct review_place actions[] = {
	{"title", COL_L, .pixels = ACTION_WIDTH, .style = &plain,
	 .room = action_room},
	{"state", COL_R, .style = &right},
};

static const struct review_place measures[] = {
	{"name", COL_B, .pixels = NAME_WIDTH, .text = measure_text,
	 .style = &plain},
	{"baseline", COL_C, .format = FORMAT_READING, .style = &plain},
	{"latest", COL_D, .style = &bold, .format = FORMAT_READING},
	{"target", COL_E, .format = FORMAT_READING, .style = &plain},
	{"target_date", COL_F, .style = &day, .format = FORMAT_DAY},
	{"progress", COL_G, .style = &share, .mark = MARK_BARS},
	{"planned", COL_H, .style = &planned},
	{"state", COL_I, .style = &word, .mark = MARK_STATUS},
	{"real", COL_J, .style = &note},
};

static const struct review_place reasons[] = {
	{"name", COL_B, .pixels = NAME_WIDTH, .style = &plain,
	 .numbered = true},
	{"volume", COL_C, .style = &right, .format = FORMAT_COUNT},
	{"cost", COL_D, .style = &right, .format = FORMAT_MONEY},
	{"revenue", COL_E, .style = &right, .format = FORMAT_MONEY},
	{"demand", COL_F, .style = &word, .mark = MARK_BOLD},
	{"share", COL_G, .style = &share, .mark = MARK_HALF_BARS},
	{"target_change", COL_H, .style = &change},
	{"disposition", COL_I, .style = &word},
	{"owner", COL_J, .pixels = 140, .style = &note},
};

static const struct review_place events[] = {
	{"name", COL_B, .pixels = NAME_WIDTH, .style = &plain},
	{"next_start", COL_C, .style = &right, .format = FORMAT_SHORT_DAY},
	{"end", COL_D, .style = &right, .format = FORMAT_SHORT_DAY},
	{"lead_days", COL_E, .style = &right, .format = FORMAT_NOTICE,
	 .mark = MARK_NOTICE},
	{"effects", COL_F, .pixels = EFFECT_WIDTH, .style = &word,
	 .text = effects_text},
	{"confidence", COL_J, .style = &note},
};

static const struct review_place insights[] = {
	{"insight", COL_B, .pixels = 408, .style = &plain},
	{"value_per_year", COL_F, .style = &right, .format = FORMAT_MONEY},
	{"consumers", COL_G, .pixels = 158, .style = &note},
	{"state", COL_I, .style = &word, .mark = MARK_STATUS},
	{"told_customers", COL_J, .style = &note},
};

static const struct review_place findings[] = {
	{"message", COL_B, .pixels = FINDING_WIDTH, .text = finding_short_text,
	 .style = &plain},
	{"severity", COL_J, .pixels = 134, .style = &word,
	 .text = finding_place_text},
};

static const struct review_place readiness[] = {
	{"section", COL_L, .pixels = 124, .style = &plain},
	{"percent", COL_M, COL_O, .style = &unseen, .mark = MARK_BARS_ONLY},
	{"percent", COL_P, .style = &percent},
	{"under_way", COL_R, .style = &percent},
};

#define PLACES(list) \
	.places = (list), .place_count = sizeof(list) / sizeof(*(list))
#define LEFT_SIDE COL_B, COL_J, .heads = true, .above = 2
#define RIGHT_SIDE COL_L, COL_R, .above = 2

static const struct review_block blocks[] = {
	{EXCERPT_DECISIONS, ROW_DECISIONS, LEFT_SIDE, PLACES(decisions)},
	{EXCERPT_MEASURES, ROW_MEASURES, LEFT_SIDE, .questions = 6,
	 PLACES(measures)},
	{EXCERPT_REASONS, ROW_REASONS, LEFT_SIDE, .questions = 6,
	 PLACES(reasons)},
	{EXCERPT_EVENTS, ROW_EVENTS, LEFT_SIDE, PLACES(events)},
	{EXCERPT_INSIGHTS, ROW_INSIGHTS, LEFT_SIDE, .questions = 3,
	 PLACES(insights)},
	{EXCERPT_FINDINGS, ROW_FINDINGS, COL_B, COL_J, .above = 1,
	 PLACES(findings)},
	{EXCERPT_ACTIONS, ROW_DECISIONS, RIGHT_SIDE, PLACES(actions)},
	{EXCERPT_READINESS, ROW_INSIGHTS, RIGHT_SIDE, .heads = true,
	 PLACES(readiness)},
};

void
review_blocks_write(const struct review_page *review)
{
	for (size_t i = 0; i < sizeof(blocks) / sizeof(*blocks); i++) {
		struct review_block block = blocks[i];

		/* measures have the place of decisions where none is asked */
		if (review->unasked && block.id == EXCERPT_MEASURES)
			block.row = ROW_UNASKED;
		review_block_write(review, &block);
	}
}
