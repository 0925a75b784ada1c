/* measures.c - readings of headline measures over time, against their plan */
#include "track.h"

#include <math.h>

#include "ces/language.h"

enum { CHARTS_MOST = 7 };
/* pixels: of a drawing, around its plot, and of texts */
enum { WIDTH = 320, HEIGHT = 190, TOP = 12, BELOW = 24, PAD = 6 };
#define RADIUS 3.5

/* Works out places once the axes are aligned, with room for figures at both
 * sides. */
static void
set_scales(struct track *track)
{
	const struct axis *axis = &track->axis;
	const struct point *latest = &track->readings[track->n - 1];
	double room = svg_room(track_text(track, latest->value), SVG_TEXT) / 2;

	if (track->planned)
		room = fmax(room, svg_room(track_text(track, track->target),
					   SVG_SMALL));
	track->values = (struct scale){axis->least,
				       axis->least + axis->steps * axis->step,
				       HEIGHT - BELOW, TOP};
	track->days.from = chart_axis_room(track->chart, axis) + RADIUS;
	track->days.to = WIDTH - room - PAD - RADIUS;
}

static void
draw_axes(const struct svg *svg, const struct track *track)
{
	const struct language *language = track->chart->review->language;

	chart_axis(svg, track->chart, &track->axis, &track->values,
		   track->days.from - RADIUS, track->days.to + RADIUS);
	for (int i = 0; i < 2; i++) {
		struct date day = date_from_days(
			(int32_t)(i ? track->days.high : track->days.low));
		struct buf text = {0};

		date_show(&text, language, day);
		svg_text(svg, i ? "small e" : "small",
			 i ? track->days.to + RADIUS
			   : track->days.from - RADIUS,
			 HEIGHT - PAD, buf_text(&text));
		buf_free(&text);
	}
}

static void
draw_path(const struct svg *svg, const struct track *track, const char *class,
	  const char *marks, const struct point *points, size_t n)
{
	svg_path_begin(svg, class);
	for (size_t i = 0; i < n; i++)
		svg_point(svg, scale_at(&track->days, points[i].day),
			  scale_at(&track->values, points[i].value));
	svg_path_end(svg);
	for (size_t i = 0; i < n; i++)
		svg_circle(svg, marks, scale_at(&track->days, points[i].day),
			   scale_at(&track->values, points[i].value), RADIUS,
			   NULL);
}

/* Writes the target at its end, and the latest reading on the side of it that
 * the plan isn't on. */
static void
draw_figures(const struct svg *svg, const struct track *track)
{
	const struct point *latest = &track->readings[track->n - 1];
	double y = scale_at(&track->values, latest->value);
	bool below = track->planned &&
		     latest->value < track_plan(track, latest->day);

	if (track->planned)
		svg_text(svg, "small", track->days.to + RADIUS + 3,
			 scale_at(&track->values, track->target) + SVG_BASE,
			 track_text(track, track->target));
	svg_text(svg, "strong m halo", scale_at(&track->days, latest->day),
		 below ? y + PAD + SVG_TEXT : y - PAD - 1,
		 track_text(track, latest->value));
}

static const char *
text_at(const struct track *track, const char *key)
{
	const char *text = table_at(track->table, track->row, key)->text;

	return text ? text : "";
}

static void
draw(struct buf *out, const struct track *track)
{
	const struct chart *chart = track->chart;
	const struct svg svg = {.out = out,
				.id = arena_format(chart->arena, "%s-%zu",
						   chart->id, track->row + 1),
				.width = WIDTH,
				.height = HEIGHT};
	const char *name = text_at(track, "name");
	const char *unit = text_at(track, "unit");
	const char *title = name;

	if (*unit)
		title = message_text(
			chart->arena, chart->review->language,
			C_("measure", "{name}, {unit}"),
			ARGS(TEXT_ARG("name", name), TEXT_ARG("unit", unit)));
	chart_figure(out, title);
	svg_begin(&svg, "", title,
		  message_text(
			  chart->arena, chart->review->language,
			  N_("{name}: readings over time against the "
			     "straight line from baseline to target. "
			     "Latest: {latest}. Target: {target}."),
			  ARGS(TEXT_ARG("name", name),
			       TEXT_ARG("latest",
					track_text(track, table_at(track->table,
								   track->row,
								   "latest")
								  ->number)),
			       TEXT_ARG("target",
					track_text(track, track->target)))));
	draw_axes(&svg, track);
	if (track->planned) {
		double y = scale_at(&track->values, track->target);

		svg_line(&svg, "target", track->days.from, y, track->days.to,
			 y);
		draw_path(&svg, track, "plan", "plan mark", track->plan, 2);
	}
	draw_path(&svg, track, "readings", "f-accent", track->readings,
		  track->n);
	draw_figures(&svg, track);
	svg_end(&svg);
	buf_puts(out, "</figure>\n");
}

static const char *const colors[] = {"accent", "second", "green", NULL};
static const char *const names[] = {
	N_("Readings"),
	N_("Dashed: the plan, straight from baseline to target"), N_("Target"),
	N_("Measures of one unit have one scale, which need not begin at 0")};

bool
chart_measures(struct buf *out, const struct chart *chart)
{
	const struct table *table = tables_get(chart->tables, TABLE_measures);
	struct track *tracks =
		arena_alloc(chart->arena, CHARTS_MOST * sizeof(*tracks));
	struct axis axes[CHARTS_MOST];
	size_t n = 0;

	for (size_t i = 0; i < table->rows && n < CHARTS_MOST; i++) {
		tracks[n] = (struct track){
			.chart = chart, .table = table, .row = i};
		/* without a reading there is nothing to search for */
		if (table_at(table, i, "headline")->word != 1 ||
		    !table->ids[i] ||
		    !isfinite(table_at(table, i, "latest")->number) ||
		    !track_read(&tracks[n]))
			continue;
		axes[n] = tracks[n].axis;
		n++;
	}
	if (!n)
		return false;
	axes_align(axes, n);
	chart_key(out, chart, colors, names, sizeof(names) / sizeof(*names));
	buf_puts(out, "<div class=\"charts\">\n");
	for (size_t i = 0; i < n; i++) {
		tracks[i].axis = axes[i];
		set_scales(&tracks[i]);
		draw(out, &tracks[i]);
	}
	buf_puts(out, "</div>\n");
	return true;
}
