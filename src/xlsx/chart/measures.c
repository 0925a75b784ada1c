/* measures.c - headline measures against the line to their target */
#include <libintl.h>

#include "layout.h"

enum { CHARTS_MOST = 7, READINGS_MOST = 60, A_ROW = 4, HEIGHT = 232 };
enum { ROWS = HEIGHT / 24 + 1 }; /* that a chart takes */

/* a measure on the hidden sheet: readings, then two points of each line */
struct track {
	size_t row; /* of the table of measures */
	uint32_t first, readings;
	uint32_t line, target; /* rows; 0: there is none */
	double from, to;       /* days */
	double low, high;      /* of all values drawn */
};

/* --- figures ------------------------------------------------------------- */

/*
 * Finds the value by the measure's id and the day: so a point moves when the
 * reading is edited, and stays when the sheet is sorted. Readings of one day
 * would be added up.
 */
static void
write_value(struct work *work, uint32_t row, const struct tab *tab, size_t item)
{
	double value = tab_number(tab, item, "value");
	const struct binding bindings[] = {
		{"id", NULL, expr_text(work->arena, tab->table->ids[item])},
		{"until", NULL,
		 expr_number(work->arena, tab_number(tab, item, "until"))}};
	struct expr_scope scope = work_scope(work, tab->table);
	const struct expr *sum;

	scope.bindings = bindings;
	scope.n = 2;
	sum = expr_parse(&scope, "SUMIFS([value],[id],$id,[until],$until)");
	if (formula_can(tab, item) &&
	    expr_value(&scope, sum, 0).number == value)
		data_expr(work, row, 2, sum);
	else
		data_number(work, row, 2, value);
}

static uint32_t
write_point(struct work *work, uint32_t row, double day, const struct tab *tab,
	    size_t item, const char *key)
{
	data_day(work, row, 1, day);
	data_lookup(work, row, 2, tab, key, item);
	return row + 1;
}

static uint32_t
write_lines(struct work *work, uint32_t row, const struct tab *tab,
	    struct track *track)
{
	size_t item = track->row;
	double start = tab_number(tab, item, "baseline_date");
	double end = tab_number(tab, item, "target_date");
	double target = tab_number(tab, item, "target");

	if (!isfinite(target))
		return row;
	track->to = fmax(track->to, end);
	if (start < end && isfinite(tab_number(tab, item, "baseline"))) {
		track->line = row;
		row = write_point(work, row, start, tab, item, "baseline");
		row = write_point(work, row, end, tab, item, "target");
	}
	track->target = row;
	track->low = fmin(track->low, target);
	track->high = fmax(track->high, target);
	row = write_point(work, row, track->from, tab, item, "target");
	return write_point(work, row, track->to, tab, item, "target");
}

/* Writes the newest readings, in the order of their days, baseline first;
 * false: there is none to be drawn. */
static bool
write_track(struct work *work, const struct tab *tab, struct track *track)
{
	const struct tab *readings = work_tab(work, TABLE_readings);
	const struct row_id *first;
	size_t n = table_find_rows(readings->table, tab->table->ids[track->row],
				   &first);
	uint32_t row;

	if (!n)
		return false;
	row = data_block(work, tab_text(tab, track->row, "name"), 0);
	track->first = row;
	for (size_t i = n > READINGS_MOST ? n - READINGS_MOST : 0; i < n; i++) {
		size_t item = first[i].row;
		double day = tab_number(readings, item, "until");
		double value = tab_number(readings, item, "value");

		if (!isfinite(day) || !isfinite(value))
			continue;
		track->from = fmin(track->from, day);
		track->to = fmax(track->to, day);
		track->low = fmin(track->low, value);
		track->high = fmax(track->high, value);
		data_day(work, row, 1, day);
		write_value(work, row++, readings, item);
	}
	track->readings = row - track->first;
	if (!track->readings)
		return false;
	work->data_row = write_lines(work, row, tab, track) + 1;
	return true;
}

/* --- a chart ------------------------------------------------------------- */

/* 1, 2 or 5 of some power of ten, so that about five lines part the span */
static double
step_of(double span)
{
	double ten = pow(10, floor(log10(span / 5))), part = span / 5 / ten;

	return ten * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
}

/*
 * Begins near the values, as changes are small against them; leaves the top to
 * the program, and room at the foot for edited values.
 */
static struct chart_axis
values_axis(const struct track *track, const char *unit)
{
	double span = track->high - track->low, step, least;

	if (!(span > 0))
		span = fabs(track->high) > 0 ? fabs(track->high) / 2 : 1;
	step = step_of(span * 1.4);
	least = floor((track->low - span * 0.4) / step) * step;
	if (least < 0 && track->low >= 0)
		least = 0;
	return (struct chart_axis){.title = *unit ? unit : NULL,
				   .grid = true,
				   .fixed = FIX_LEAST | FIX_STEP | FIX_CROSS,
				   .step = step,
				   .least = least,
				   .cross = least};
}

/* "4.6", or "–" where there is none */
static const char *
figure_text(const struct layout *layout, size_t row, const char *key)
{
	double number = tab_number(layout->tab, row, key);
	struct buf text = {0};

	if (!isfinite(number))
		return "–";
	buf_number(&text, number);
	return arena_take(layout->work->arena, &text);
}

static size_t
add_lines(const struct work *work, const struct track *track,
	  struct chart_series *series)
{
	size_t n = 0;

	if (track->target) {
		series[n] = data_points(work, track->target, 2);
		series[n].name = gettext("Target");
		series[n++].line = GREEN;
	}
	if (track->line) {
		series[n] = data_points(work, track->line, 2);
		series[n].name = gettext("Planned");
		series[n].dashed = true;
		series[n++].line = PALE;
	}
	series[n] = data_points(work, track->first, track->readings);
	series[n].name = gettext("Readings");
	series[n].color = ACCENT;
	series[n].marker = 6;
	series[n++].line = track->readings > 1 ? ACCENT : NO_COLOR;
	return n;
}

/* four beside one another, with their titles in the charts */
static void
draw_track(struct layout *layout, const struct track *track, size_t place)
{
	const struct tab *tab = layout->tab;
	int width = layout->width / A_ROW;
	double to = fmax(track->to, track->from + 30);
	struct chart_series series[3];
	const struct drawing drawing = {
		.kind = CHART_POINTS,
		.name = tab_text(tab, track->row, "name"),
		.description = N_("{name}: readings over time against the "
				  "straight line from baseline to target. "
				  "Latest: {latest}. Target: {target}."),
		.args = ARGS(
			TEXT_ARG("name", tab_text(tab, track->row, "name")),
			TEXT_ARG("latest",
				 figure_text(layout, track->row, "latest")),
			TEXT_ARG("target",
				 figure_text(layout, track->row, "target"))),
		.x = {.number = "mmm yy",
		      .fixed = FIX_LEAST | FIX_MOST | FIX_STEP,
		      .least = track->from,
		      .most = to,
		      .step = (to - track->from) / 3},
		.y = values_axis(track, tab_text(tab, track->row, "unit")),
		.series = series,
		.n = add_lines(layout->work, track, series)};
	struct chart_box box = {.row = layout->row,
				.x = (int)(place % A_ROW) * width,
				.width = width - CHART_GAP / 2,
				.height = HEIGHT};

	/* the column in which it begins */
	while (tab->pixels[box.column] <= box.x)
		box.x -= tab->pixels[box.column++];
	drawing_place(layout->work, tab->page, &box, &drawing);
}

/* --- the sheet ----------------------------------------------------------- */

void
draw_measures(struct layout *layout)
{
	const struct tab *tab = layout->tab;
	const struct drawing head = {
		.sentence = SENTENCE(
			layout,
			gettext("Headline measures against the planned line: "
				"{off} of {all} off track"),
			{"off", "$measures_off_track", NULL},
			{"all", "$measures_headline", NULL}),
		.note = N_("Dark: readings. Dashed: the straight line from "
			   "baseline to target. Green: the target.")};
	size_t n = 0;

	for (size_t i = 0; i < tab->table->rows && n < CHARTS_MOST; i++) {
		struct track track = {i, .from = NAN, NAN, NAN, NAN};

		/* without a reading there is nothing to search for */
		if (table_at(tab->table, i, "headline")->word != 1 ||
		    !tab->table->ids[i] ||
		    !isfinite(tab_number(tab, i, "latest")) ||
		    !write_track(layout->work, tab, &track))
			continue;
		if (!n) {
			drawing_begin(layout, &head);
			layout->row += 2;
		} else if (n % A_ROW == 0) {
			layout->row += ROWS;
		}
		draw_track(layout, &track, n++);
	}
	if (n)
		layout->row += ROWS;
}
