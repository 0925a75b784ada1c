/* measures.c - readings of headline measures over time, against their plan */
#include "chart.h"

#include <math.h>

#include "ces/language.h"
#include "ces/scale.h"

enum { CHARTS_MOST = 7, READINGS_MOST = 60 };
/* pixels; RIGHT: of what is written behind the last point */
enum { WIDTH = 320, HEIGHT = 190, TOP = 12, BELOW = 24, PAD = 6, RIGHT = 44 };
#define RADIUS 3.5

struct point {
	double day, value;
};

/* a measure: readings in the order of their days, baseline first, and the plan
 * from baseline to target, or a level */
struct track {
	const struct chart *chart;
	const struct table *table;
	size_t row;
	struct point readings[READINGS_MOST];
	size_t n;
	struct point plan[2];
	bool planned, line; /* line: and from a baseline */
	double target;
	struct axis axis;
	struct scale days, values;
};

static double
number_at(const struct track *track, const char *key)
{
	return table_at(track->table, track->row, key)->number;
}

/* NAN where it isn't told */
static double
day_at(const struct table *table, size_t row, const char *key)
{
	struct date day = table_at(table, row, key)->date;

	return day.year ? (double)date_days(day) : (double)NAN;
}

/* --- figures ---------------------------------------------------------------
 */

static void
add_reading(struct track *track, struct point point)
{
	if (!isfinite(point.day) || !isfinite(point.value))
		return;
	if (track->n == READINGS_MOST) {
		for (size_t i = 1; i < track->n; i++)
			track->readings[i - 1] = track->readings[i];
		track->n--;
	}
	track->readings[track->n++] = point;
}

static void
add_plan(struct track *track)
{
	double start = day_at(track->table, track->row, "baseline_date");
	double end = day_at(track->table, track->row, "target_date");
	double baseline = number_at(track, "baseline");
	double first = track->readings[0].day;
	double last = track->readings[track->n - 1].day;

	track->target = number_at(track, "target");
	track->planned = isfinite(track->target);
	track->line = start < end && isfinite(baseline);
	if (!isfinite(end))
		end = last;
	track->plan[0] = track->line ? (struct point){start, baseline}
				     : (struct point){first, track->target};
	track->plan[1] = (struct point){end, track->target};
}

/* Reads the measure; false: fewer than two points are to be drawn. */
static bool
read_track(struct track *track)
{
	const struct table *readings =
		tables_get(track->chart->tables, TABLE_readings);
	const struct row_id *first;
	size_t n = table_find_rows(readings, track->table->ids[track->row],
				   &first);

	for (size_t i = 0; i < n; i++)
		add_reading(
			track,
			(struct point){day_at(readings, first[i].row, "until"),
				       table_at(readings, first[i].row, "value")
					       ->number});
	if (track->n < 2)
		return false;
	add_plan(track);
	return true;
}

static void
include(struct scale *scale, double value)
{
	scale->low = fmin(scale->low, value);
	scale->high = fmax(scale->high, value);
}

/* Finds the ends of both axes. */
static void
set_ends(struct track *track)
{
	struct scale *days = &track->days;
	struct scale values = {.low = NAN, .high = NAN};
	const char *unit = table_at(track->table, track->row, "unit")->text;

	*days = values;
	for (size_t i = 0; i < track->n; i++) {
		include(days, track->readings[i].day);
		include(&values, track->readings[i].value);
	}
	for (int i = 0; i < 2 && track->planned; i++) {
		include(days, track->plan[i].day);
		include(&values, track->plan[i].value);
	}
	track->axis = (struct axis){.unit = unit ? unit : "",
				    .low = values.low,
				    .high = values.high};
}

static const char *
mark_text(const struct track *track, int i)
{
	return chart_number(track->chart,
			    track->axis.least + i * track->axis.step,
			    step_decimals(track->axis.step));
}

/* Works out places once the axes are aligned, and the room of figures at the
 * left. */
static void
set_scales(struct track *track)
{
	const struct axis *axis = &track->axis;
	double widest = 0;

	for (int i = 0; i <= axis->steps; i++)
		widest = fmax(widest, svg_room(mark_text(track, i), SVG_SMALL));
	track->values = (struct scale){axis->least,
				       axis->least + axis->steps * axis->step,
				       HEIGHT - BELOW, TOP};
	track->days.from = widest + PAD + RADIUS;
	track->days.to = WIDTH - RIGHT;
}

/* --- drawing ---------------------------------------------------------------
 */

static void
draw_axes(const struct svg *svg, const struct track *track)
{
	const struct language *language = track->chart->review->language;

	for (int i = 0; i <= track->axis.steps; i++) {
		double y = scale_at(&track->values,
				    track->axis.least + i * track->axis.step);

		svg_line(svg, i ? "s-hair" : "s-rule",
			 track->days.from - RADIUS, y, track->days.to + RADIUS,
			 y);
		svg_text(svg, "small e", track->days.from - RADIUS - PAD,
			 y + SVG_BASE, mark_text(track, i));
	}
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

static int
decimals_of(const struct track *track)
{
	return track->axis.high - track->axis.low < 2 ? 2 : 1;
}

static const char *
figure(const struct track *track, double value)
{
	struct buf text = {0};
	double ten = decimals_of(track) == 2 ? 100 : 10;

	if (!isfinite(value))
		return "–";
	number_show(&text, track->chart->review->language,
		    round(value * ten) / ten);
	return arena_take(track->chart->arena, &text);
}

/* the plan's value on that day */
static double
plan_at(const struct track *track, double day)
{
	const struct scale line = {track->plan[0].day, track->plan[1].day,
				   track->plan[0].value, track->plan[1].value};

	return scale_at(&line, day);
}

/* Writes the target at its end, and the latest reading on the side of it that
 * the plan isn't on. */
static void
draw_figures(const struct svg *svg, const struct track *track)
{
	const struct point *latest = &track->readings[track->n - 1];
	double y = scale_at(&track->values, latest->value);
	bool below =
		track->planned && latest->value < plan_at(track, latest->day);

	if (track->planned)
		svg_text(svg, "small", track->days.to + RADIUS + 3,
			 scale_at(&track->values, track->target) + SVG_BASE,
			 figure(track, track->target));
	svg_text(svg, "strong m halo", scale_at(&track->days, latest->day),
		 below ? y + PAD + SVG_TEXT : y - PAD - 1,
		 figure(track, latest->value));
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
	const char *name = table_at(track->table, track->row, "name")->text;
	const char *unit = table_at(track->table, track->row, "unit")->text;
	const char *title = name;

	if (unit && *unit)
		title = message_text(
			chart->arena, chart->review->language,
			C_("measure", "{name}, {unit}"),
			ARGS(TEXT_ARG("name", name), TEXT_ARG("unit", unit)));
	chart_figure(out, title);
	svg_begin(
		&svg, "", title,
		message_text(chart->arena, chart->review->language,
			     N_("{name}: readings over time against the "
				"straight line from baseline to target. "
				"Latest: {latest}. Target: {target}."),
			     ARGS(TEXT_ARG("name", name),
				  TEXT_ARG("latest",
					   figure(track,
						  number_at(track, "latest"))),
				  TEXT_ARG("target",
					   figure(track, track->target)))));
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
		    !read_track(&tracks[n]))
			continue;
		set_ends(&tracks[n]);
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
