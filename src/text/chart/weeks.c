/* weeks.c - weeks of segments on channels, hour by hour: wanted, open, both */
#include "chart.h"

#include <math.h>

#include "ces/language.h"
#include "ces/scale.h"
#include "ces/week_gaps.h"

enum { WIDTH = 400, LEFT = 30, TOP = 18, ROW = 21, BAND = 17 };
enum { DAYS = 7, EACH_LINE = 180, RIGHT = 4 };

/* a minute: wanted, open, or both */
enum hour { NEITHER, CLOSED, SPARE, BOTH };

static const char *const colors[] = {
	[CLOSED] = "red", [SPARE] = "open-spare", [BOTH] = "open-wanted"};
static const char *const names[] = {[CLOSED] = N_("Wanted, but closed"),
				    [SPARE] = N_("Open, not asked for"),
				    [BOTH] = N_("Open and wanted")};

/* --- one week ----------------------------------------------------------- */

static enum hour
hour_at(const struct week_pair *pair, unsigned minute)
{
	if (week_open_at(&pair->wanted, minute))
		return week_open_at(&pair->offered, minute) ? BOTH : CLOSED;
	return week_open_at(&pair->offered, minute) ? SPARE : NEITHER;
}

static double
place_of(unsigned minute)
{
	const struct scale day = {0, DAY_MINUTES, LEFT, WIDTH - RIGHT};

	return scale_at(&day, minute);
}

static void
draw_day(const struct svg *svg, const struct week_pair *pair, int day)
{
	unsigned first = (unsigned)day * DAY_MINUTES, end;
	double y = TOP + day * ROW + (ROW - BAND) / 2.0;

	for (unsigned i = 0; i < DAY_MINUTES; i = end) {
		enum hour hour = hour_at(pair, first + i);

		for (end = i + 1;
		     end < DAY_MINUTES && hour_at(pair, first + end) == hour;
		     end++)
			;
		if (hour != NEITHER)
			svg_area(svg, colors[hour], place_of(i), y,
				 place_of(end) - place_of(i), BAND);
	}
}

static void
draw_frame(const struct svg *svg, const struct chart *chart)
{
	const char *const days[] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
	const double bottom = TOP + DAYS * ROW;

	for (unsigned i = 0; i <= DAY_MINUTES; i += EACH_LINE) {
		double x = place_of(i);

		svg_line(svg, "s-hair", x, TOP, x, bottom);
		if (i % (2 * EACH_LINE))
			continue;
		svg_text(svg,
			 i == 0		    ? "small"
			 : i == DAY_MINUTES ? "small e"
					    : "small m",
			 x, TOP - 6,
			 arena_format(chart->arena, "%02u:00", i / 60));
	}
	for (int i = 0; i < DAYS; i++) {
		struct buf name = {0};

		week_add(&name, chart->review->language, days[i]);
		svg_text(svg, "", 0, TOP + (i + 0.5) * ROW + SVG_BASE,
			 buf_text(&name));
		buf_free(&name);
	}
}

/* --- in words ----------------------------------------------------------- */

static double
hours_of(unsigned minutes)
{
	return round(minutes / 6.0) / 10;
}

static const char *
week_title(const struct chart *chart, const struct coverage *at,
	   const struct week_pair *pair)
{
	unsigned wanted = week_count(&pair->wanted);
	unsigned common = week_common(&pair->wanted, &pair->offered);

	return message_text(
		chart->arena, chart->review->language,
		common == wanted
			? N_("{segment}: {channel} is open for all of the "
			     "{wanted} hours they want in this week, and "
			     "for {share} over the period")
			: N_("{segment}: {channel} is open for {common} of the "
			     "{wanted} hours they want in this week, and for "
			     "{share} over the period"),
		ARGS(TEXT_ARG("segment", object_name(&at->segment->object)),
		     TEXT_ARG("channel", object_name(&at->channel->object)),
		     NUMBER_ARG("common", hours_of(common)),
		     NUMBER_ARG("wanted", hours_of(wanted)),
		     PERCENT_ARG("share", at->percent)));
}

/* the hours that are open, and when that is too little */
static const char *
week_facts(const struct chart *chart, const struct coverage *at,
	   const struct week_pair *pair)
{
	const struct language *language = chart->review->language;
	struct buf plain = {0}, open = {0}, closed = {0};
	const char *text, *more;

	week_write(&plain, pair->open);
	week_add(&open, language, buf_text(&plain));
	coverage_closed(&closed, language, chart->review->view, at);
	text = message_text(chart->arena, language, C_("hours", "Open: {text}"),
			    ARGS(TEXT_ARG("text", buf_text(&open))));
	if (closed.n) {
		more = message_text(chart->arena, language,
				    N_("Wanted, but closed: {text}"),
				    ARGS(TEXT_ARG("text", buf_text(&closed))));
		text = message_text(chart->arena, language,
				    C_("facts", "{first}. {second}"),
				    ARGS(TEXT_ARG("first", text),
					 TEXT_ARG("second", more)));
	}
	buf_free(&plain);
	buf_free(&open);
	buf_free(&closed);
	return text;
}

/* --- all of them -------------------------------------------------------- */

static void
draw_week(struct buf *out, const struct chart *chart, const struct coverage *at,
	  size_t i)
{
	const struct svg svg = {
		.out = out,
		.id = arena_format(chart->arena, "%s-%zu", chart->id, i + 1),
		.width = WIDTH,
		.height = TOP + DAYS * ROW};
	struct week_pair pair;
	const char *title;

	coverage_weeks(chart->review->view, at, &pair);
	title = week_title(chart, at, &pair);
	chart_figure(out, title);
	svg_begin(&svg, "", title, week_facts(chart, at, &pair));
	for (int hour = CLOSED; hour <= BOTH; hour++)
		svg_define(&svg, colors[hour]);
	draw_frame(&svg, chart);
	for (int day = 0; day < DAYS; day++)
		draw_day(&svg, &pair, day);
	svg_end(&svg);
	buf_puts(out, "</figure>\n");
}

bool
chart_weeks(struct buf *out, const struct chart *chart)
{
	struct week_choice choice;

	week_choose(&choice, chart->review, chart->arena);
	if (!choice.n)
		return false;
	chart_key(out, chart, colors + CLOSED, names + CLOSED, BOTH);
	buf_puts(out, "<div class=\"charts\">\n");
	for (size_t i = 0; i < choice.n; i++)
		draw_week(out, chart, choice.shown[i], i);
	buf_puts(out, "</div>\n");
	return true;
}
