/* week_words.c - days and hours of a week in words */

#include "ces/language.h"
#include "ces/message.h"
#include "ces/table.h"
#include "week.h"

enum { SPANS_MOST = 4 };

const char *
day_name(const struct language *language, int day)
{
	static const char *const names[] = {
		N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
		N_("Friday"), N_("Saturday"), N_("Sunday")};

	return language_text(language, names[day]);
}

/* --- closed spans -------------------------------------------------------- */

static void
add_clock(struct buf *buf, unsigned minute)
{
	buf_printf(buf, "%02u", minute / 60);
	if (minute % 60)
		buf_printf(buf, ":%02u", minute % 60);
}

static bool
is_closed(const struct week_pair *pair, int day, unsigned minute)
{
	unsigned at = (unsigned)day * DAY_MINUTES + minute;

	return minute < DAY_MINUTES && week_open_at(&pair->wanted, at) &&
	       !week_open_at(&pair->offered, at);
}

static const char *
span_text(struct arena *arena, unsigned from, unsigned to)
{
	struct buf span = {0};

	add_clock(&span, from);
	buf_puts(&span, "–");
	add_clock(&span, to);
	return arena_take(arena, &span);
}

const char *
closed_spans(const struct work *work, const struct week_pair *pair, int day)
{
	const char *spans[SPANS_MOST + 1];
	struct text_list list = {spans, 0, LIST_COMMAS};
	struct buf text = {0};
	unsigned end;

	for (unsigned i = 0; i < DAY_MINUTES; i = end + 1) {
		for (end = i; is_closed(pair, day, end); end++)
			;
		if (end == i)
			continue;
		if (list.n == SPANS_MOST) {
			spans[list.n++] = "…";
			break;
		}
		spans[list.n++] = span_text(work->arena, i, end);
	}
	list_show(&text, work->language, &list);
	return arena_take(work->arena, &text);
}

/* --- hours and dates ----------------------------------------------------- */

const char *
open_text(struct arena *arena, const struct language *language,
	  const struct week_pair *pair)
{
	struct buf week = {0}, text = {0};

	week_write(&week, pair->open);
	week_add(&text, language, buf_text(&week));
	buf_free(&week);
	return arena_take(arena, &text);
}
