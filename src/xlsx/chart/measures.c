/* measures.c - headline measures against the line to their target */
#include <libintl.h>
#include <math.h>

#include "layout.h"

enum { CHARTS_MOST = 7, READINGS_MOST = 60, A_ROW = 4, HEIGHT = 232 };
enum { ROWS = HEIGHT / 24 + 1 }; /* that a chart takes */

/* a measure on the hidden sheet: readings, then two points of each line */
struct track {
	size_t row; /* of the table of measures */
	uint32_t first, readings;
	uint32_t line, target; /* rows; 0: there is none */
	struct date from, to;
	double low, high; /* of all values drawn */
};

static void
reach(struct track *track, double value)
{
	if (!isfinite(value))
		return;
	if (!isfinite(track->low) || value < track->low)
		track->low = value;
	if (!isfinite(track->high) || value > track->high)
		track->high = value;
}

/* --- readings ------------------------------------------------------------ */

/*
 * Finds the value by the measure's id and the day: so a point moves when the
 * reading is edited, and stays when the sheet is sorted. Readings of one day
 * would be added up.
 */
static void
write_value(struct work *work, uint32_t row, const struct tab *tab, size_t item)
{
	double value = tab_number(tab, item, "value"), serial;
	struct binding bindings[] = {{.name = "id"}, {.name = "until"}};
	struct expr_scope scope = work_scope(work, tab->table);
	const struct expr *sum;

	if (!date_serial(table_at(tab->table, item, "until")->date, &serial)) {
		data_number(work, row, 2, value);
		return;
	}
	bindings[0].expr = expr_text(work->arena, tab->table->ids[item]);
	bindings[1].expr = expr_number(work->arena, serial);
	scope.bindings = bindings;
	scope.n = 2;
	sum = expr_parse(&scope, "SUMIFS([value],[id],$id,[until],$until)");
	if (formula_can(tab, item) &&
	    expr_value(&scope, sum, 0).number == value)
		data_expr(work, row, 2, sum);
	else
		data_number(work, row, 2, value);
}

/* Writes the newest readings, in the order of their days, baseline first. */
static uint32_t
write_readings(struct work *work, uint32_t row, const char *id,
	       struct track *track)
{
	const struct tab *tab = work_tab(work, TABLE_readings);
	const struct row_id *first;
	size_t n = table_find_rows(tab->table, id, &first);
	double serial;

	track->first = row;
	for (size_t i = n > READINGS_MOST ? n - READINGS_MOST : 0; i < n; i++) {
		size_t item = first[i].row;
		struct date date = table_at(tab->table, item, "until")->date;

		if (!date_serial(date, &serial) ||
		    !isfinite(tab_number(tab, item, "value")))
			continue;
		if (!track->from.year || date_compare(date, track->from) < 0)
			track->from = date;
		if (!track->to.year || date_compare(date, track->to) > 0)
			track->to = date;
		reach(track, tab_number(tab, item, "value"));
		data_date(work, row, 1, date);
		write_value(work, row++, tab, item);
	}
	track->readings = row - track->first;
	return row;
}

/* --- lines --------------------------------------------------------------- */

static uint32_t
write_lines(struct work *work, uint32_t row, const struct tab *tab,
	    struct track *track)
{
	size_t item = track->row;
	struct date start = table_at(tab->table, item, "baseline_date")->date;
	struct date end = table_at(tab->table, item, "target_date")->date;
	double serial;

	if (!isfinite(tab_number(tab, item, "target")))
		return row;
	if (date_serial(end, &serial) && date_compare(end, track->to) > 0)
		track->to = end;
	if (date_serial(start, &serial) && date_serial(end, &serial) &&
	    date_compare(start, end) < 0 &&
	    isfinite(tab_number(tab, item, "baseline"))) {
		track->line = row;
		data_date(work, row, 1, start);
		data_lookup(work, row++, 2, tab, "baseline", item);
		data_date(work, row, 1, end);
		data_lookup(work, row++, 2, tab, "target", item);
	}
	track->target = row;
	reach(track, tab_number(tab, item, "target"));
	data_date(work, row, 1, track->from);
	data_lookup(work, row++, 2, tab, "target", item);
	data_date(work, row, 1, track->to);
	data_lookup(work, row++, 2, tab, "target", item);
	return row;
}

/* false: there is no reading to be drawn */
static bool
write_track(struct work *work, const struct tab *tab, struct track *track)
{
	const char *id = tab->table->ids[track->row];
	const struct table *readings = work_tab(work, TABLE_readings)->table;
	uint32_t row;

	if (table_find_row(readings, id) == readings->rows)
		return false;
	row = data_block(work, tab_text(tab, track->row, "name"), 0);
	row = write_readings(work, row, id, track);
	if (!track->readings)
		return false;
	row = write_lines(work, row, tab, track);
	work->data_row = row + 1;
	return true;
}

/* --- a chart ------------------------------------------------------------- */

static void
set_days(struct chart_axis *x, const struct track *track)
{
	double from, to;

	if (!date_serial(track->from, &from) || !date_serial(track->to, &to))
		return;
	if (to - from < 30)
		to = from + 30;
	x->fixed = FIX_LEAST | FIX_MOST | FIX_STEP;
	x->least = from;
	x->most = to;
	x->step = (to - from) / 3;
}

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
static void
set_values(struct chart_axis *y, const struct track *track)
{
	double span = track->high - track->low;

	if (!(span > 0))
		span = fabs(track->high) > 0 ? fabs(track->high) / 2 : 1;
	y->step = step_of(span * 1.4);
	y->least = floor((track->low - span * 0.4) / y->step) * y->step;
	if (y->least < 0 && track->low >= 0)
		y->least = 0;
	y->fixed = FIX_LEAST | FIX_STEP | FIX_CROSS;
	y->cross = y->least;
}

static const char *
describe(struct work *work, const struct tab *tab, const struct track *track)
{
	struct buf latest = {0}, target = {0};
	const char *text;

	if (isfinite(tab_number(tab, track->row, "latest")))
		buf_number(&latest, tab_number(tab, track->row, "latest"));
	if (isfinite(tab_number(tab, track->row, "target")))
		buf_number(&target, tab_number(tab, track->row, "target"));
	text = message_text(
		work->arena,
		gettext("{name}: readings over time against the "
			"straight line from baseline to target. "
			"Latest: {latest}. Target: {target}."),
		ARGS(TEXT_ARG("name", tab_text(tab, track->row, "name")),
		     TEXT_ARG("latest", latest.n ? latest.p : "–"),
		     TEXT_ARG("target", target.n ? target.p : "–")));
	buf_free(&latest);
	buf_free(&target);
	return text;
}

static struct chart_series
line_of(const struct work *work, uint32_t first, uint32_t n)
{
	return (struct chart_series){.names = data_range(work, first, n, 1),
				     .values = data_range(work, first, n, 2)};
}

static size_t
add_lines(const struct work *work, const struct track *track,
	  struct chart_series *series)
{
	size_t n = 0;

	if (track->target) {
		series[n] = line_of(work, track->target, 2);
		series[n].name = gettext("Target");
		series[n++].line = GREEN;
	}
	if (track->line) {
		series[n] = line_of(work, track->line, 2);
		series[n].name = gettext("Planned");
		series[n].dashed = true;
		series[n++].line = PALE;
	}
	series[n] = line_of(work, track->first, track->readings);
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
	struct work *work = layout->work;
	const struct tab *tab = layout->tab;
	int width = layout->width / A_ROW;
	int x = (int)(place % A_ROW) * width, left = x;
	const char *unit = tab_text(tab, track->row, "unit");
	struct chart_series series[3];
	struct drawing drawing = {
		.kind = CHART_POINTS,
		.x = {.number = "mmm yy"},
		.y = {.title = *unit ? unit : NULL, .grid = true},
		.series = series,
		.n = add_lines(work, track, series)};
	struct chart_box box = {.row = layout->row,
				.width = width - CHART_GAP / 2,
				.height = HEIGHT};
	struct chart chart;

	/* the column in which it begins */
	while (tab->pixels[box.column] <= left)
		left -= tab->pixels[box.column++];
	box.x = left;
	set_days(&drawing.x, track);
	set_values(&drawing.y, track);
	chart = drawing_chart(&drawing);
	chart.title = tab_text(tab, track->row, "name");
	chart.description = describe(work, tab, track);
	chart_place(&chart, tab->page, box);
}

/* --- the sheet ----------------------------------------------------------- */

static void
write_head(struct layout *layout)
{
	const struct drawing drawing = {
		.sentence = SENTENCE(
			layout,
			gettext("Headline measures against the planned line: "
				"{behind} of {all} behind"),
			{"behind", "COUNTIFS([state],^late*,[headline],'yes')",
			 NULL},
			{"all", "COUNTIFS([headline],'yes')", NULL}),
		.note = gettext("Dark: readings. Dashed: the straight line "
				"from baseline to target. Green: the "
				"target.")};

	drawing_head(layout, 0, &drawing);
	layout->row += 2;
}

void
draw_measures(struct layout *layout)
{
	const struct tab *tab = layout->tab;
	size_t n = 0;

	for (size_t i = 0; i < tab->table->rows && n < CHARTS_MOST; i++) {
		struct track track = {.row = i, .low = NAN, .high = NAN};

		/* without a reading there is nothing to search for */
		if (table_at(tab->table, i, "headline")->word != 1 ||
		    !tab->table->ids[i] ||
		    !isfinite(tab_number(tab, i, "latest")) ||
		    !write_track(layout->work, tab, &track))
			continue;
		if (!n)
			write_head(layout);
		else if (n % A_ROW == 0)
			layout->row += ROWS;
		draw_track(layout, &track, n++);
	}
	if (n)
		layout->row += ROWS;
}
