/* review_texts.c - texts of the review page that hang on the room there is */
#include <libintl.h>
#include <string.h>

#include "ces/message.h"
#include "review_block.h"

static const char *
text_at(const struct excerpt *excerpt, size_t i, const char *key)
{
	const char *text =
		table_at(excerpt->table, excerpt->rows[i], key)->text;

	return text ? text : "";
}

/* the number that the matrix gives to the reason as well */
const char *
reason_text(const struct review_page *review, const struct excerpt *excerpt,
	    size_t i)
{
	return arena_format(review->work->arena, "%zu  %s", i + 1,
			    text_at(excerpt, i, "name"));
}

/* the name with its unit, where there is room for both */
const char *
measure_text(const struct review_page *review, const struct excerpt *excerpt,
	     size_t i)
{
	const char *name = text_at(excerpt, i, "name"), *both;
	const char *unit = text_at(excerpt, i, "unit");
	int word = table_at(excerpt->table, excerpt->rows[i], "unit")->word;

	if (!*unit || word == MEASURED_SCORE)
		return name;
	both = arena_format(review->work->arena, "%s, %s", name,
			    word == MEASURED_PERCENT ? "%" : unit);
	return text_pixels(both, 0, false) > NAME_WIDTH - 5 ? name : both;
}

/* "A +35%, B +40%, 2 more; 600 replies": effects of an event on contacts, as
 * many as fit beside the number of replies */
const char *
effects_text(const struct review_page *review, const struct excerpt *excerpt,
	     size_t i)
{
	const struct table *table = excerpt->table;
	const struct event *event =
		(const void *)table->objects[excerpt->rows[i]];
	double contacts = table_at(table, excerpt->rows[i], "contacts")->number;
	struct arena *arena = review->work->arena;
	double room = EFFECT_WIDTH - 20;
	const char *rest = "", *more = "", *text;
	struct buf kept = {0};
	size_t all = effects_add(&kept, &event->effects, SIZE_MAX), n = all;

	if (contacts > 0)
		rest = message_text(arena,
				    all ? gettext("; {n} replies")
					: gettext("{n} replies"),
				    ARGS(COUNT_ARG("n", contacts)));
	room -= text_pixels(rest, 0, false);
	if (review->work->wide)
		room /= 1.15;
	while (n > 1 && text_pixels(buf_text(&kept), 0, false) +
					text_pixels(more, 0, false) >
				room) {
		buf_clear(&kept);
		effects_add(&kept, &event->effects, --n);
		more = message_text(arena, gettext(", {n} more"),
				    ARGS(COUNT_ARG("n", (double)(all - n))));
	}
	text = arena_format(arena, "%s%s%s", buf_text(&kept), more, rest);
	buf_free(&kept);
	return text;
}

/* the finding without its advice, where there is no room for it; begins with a
 * capital, as a sentence */
const char *
finding_short_text(const struct review_page *review,
		   const struct excerpt *excerpt, size_t i)
{
	struct arena *arena = review->work->arena;
	char *text = arena_format(arena, "%s", text_at(excerpt, i, "message"));
	char *end;

	while (text_pixels(text, 0, false) > FINDING_WIDTH - 8 &&
	       (end = strrchr(text, ';')))
		*end = '\0';
	return text_capital(arena, text);
}

/* "▲ Segments": the symbol of the severity, and the section */
const char *
finding_place_text(const struct review_page *review,
		   const struct excerpt *excerpt, size_t i)
{
	const struct cell *severity =
		table_at(excerpt->table, excerpt->rows[i], "severity");
	const char *section = text_at(excerpt, i, "section");

	return arena_format(review->work->arena, "%s %s",
			    symbols[state_symbol(severity->state)].mark,
			    *section ? section : gettext("Plan"));
}
