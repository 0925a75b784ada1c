/* week_words.c - days, hours and dates of a week in words */

#include "ces/language.h"
#include "ces/message.h"
#include "ces/table.h"
#include "week.h"

enum { SPANS_MOST = 4 };

const char *
day_name(int day)
{
	static const char *const names[] = {
		N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
		N_("Friday"), N_("Saturday"), N_("Sunday")};

	return gettext(names[day]);
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

const char *
closed_spans(struct arena *arena, const struct week_pair *pair, int day)
{
	struct buf buf = {0};
	unsigned spans = 0, end;

	for (unsigned i = 0; i < DAY_MINUTES; i = end + 1) {
		for (end = i; is_closed(pair, day, end); end++)
			;
		if (end == i)
			continue;
		buf_puts(&buf, spans ? ", " : "");
		if (spans++ == SPANS_MOST) {
			buf_puts(&buf, "…");
			break;
		}
		add_clock(&buf, i);
		buf_puts(&buf, "–");
		add_clock(&buf, end);
	}
	return arena_take(arena, &buf);
}

/* --- hours and dates ----------------------------------------------------- */

const char *
open_text(struct arena *arena, const struct week_pair *pair)
{
	struct buf week = {0}, text = {0};

	week_write(&week, pair->open);
	week_add(&text, buf_text(&week));
	buf_free(&week);
	return arena_take(arena, &text);
}

const char *
worst_text(struct arena *arena, const struct coverage *coverage)
{
	const struct low_stretch *worst = &coverage->worst;

	if (!worst->first.year)
		return NULL;
	return message_text(arena, language_user(), gettext("{first} – {last}"),
			    ARGS(DATE_ARG("first", worst->first),
				 DATE_ARG("last", worst->last)));
}
