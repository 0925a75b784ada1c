/* plot_measures.c - headline measures against the line to their target */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/message.h"
#include "plot.h"

enum { CHARTS_MOST = 7, READINGS_MOST = 60, A_ROW = 4, HEIGHT = 232 };

/* a measure on the hidden sheet: readings, then two points of each line */
struct track {
	size_t row; /* of the table of measures */
	uint32_t first, readings;
	uint32_t line, target; /* rows; 0: there is none */
	struct date from, to;
	double low, high; /* of what is drawn */
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

static bool
is_headline(const struct tab *tab, size_t row)
{
	return table_at(tab->table, row, "headline")->word == 1;
}

/* --- readings ------------------------------------------------------------ */

struct readings {
	const struct tab *tab;
	size_t first, n; /* rows of one measure stand together */
};

static struct readings
readings_of(struct work *work, const char *id)
{
	struct readings readings = {work_tab(work, TABLE_readings), 0, 0};
	const struct table *table = readings.tab->table;

	while (readings.first < table->rows &&
	       strcmp(table->ids[readings.first], id) != 0)
		readings.first++;
	while (readings.first + readings.n < table->rows &&
	       !strcmp(table->ids[readings.first + readings.n], id))
		readings.n++;
	return readings;
}

static struct date
until(const struct tab *tab, size_t row)
{
	int column = table_column(tab->table, "until");

	return table_cell(tab->table, row, (size_t)column)->date;
}

static bool
is_alone(const struct readings *readings, size_t row)
{
	const struct tab *tab = readings->tab;

	for (size_t i = 0; i < readings->n; i++)
		if (readings->first + i != row &&
		    !date_compare(until(tab, readings->first + i),
				  until(tab, row)))
			return false;
	return true;
}

/*
 * Its value, found by the measure's id and the day it is of: so a point moves
 * when the reading is edited, and stays when the sheet is sorted.
 */
static void
write_value(struct work *work, uint32_t row, const struct readings *readings,
	    size_t item)
{
	const struct tab *tab = readings->tab;
	const struct style style = {.color = SECOND};
	double value = tab_number(tab, item, "value"), serial;
	struct buf formula = {0};

	if (!formula_can(tab, item) || !is_alone(readings, item) ||
	    !date_serial(until(tab, item), &serial)) {
		data_number(work, row, 2, value);
		return;
	}
	buf_puts(&formula, "=SUMIFS(");
	formula_range(&formula, tab, "value");
	buf_putc(&formula, ',');
	formula_column(&formula, tab, tab->id_column);
	buf_putc(&formula, ',');
	formula_quote(&formula, tab->table->ids[item]);
	buf_putc(&formula, ',');
	formula_range(&formula, tab, "until");
	buf_printf(&formula, ",%.0f)", serial);
	cell_formula(work->data, row, 2, formula.p, value,
		     book_style(work->book, &style));
	buf_free(&formula);
}

/* the newest ones; they stand in the order of their days, the baseline first */
static uint32_t
write_readings(struct work *work, uint32_t row, const struct readings *readings,
	       struct track *track)
{
	const struct tab *tab = readings->tab;
	size_t skip =
		readings->n > READINGS_MOST ? readings->n - READINGS_MOST : 0;
	double serial;

	track->first = row;
	for (size_t i = skip; i < readings->n; i++) {
		size_t item = readings->first + i;
		struct date date = until(tab, item);

		if (!date_serial(date, &serial) ||
		    !isfinite(tab_number(tab, item, "value")))
			continue;
		if (!track->from.year || date_compare(date, track->from) < 0)
			track->from = date;
		if (!track->to.year || date_compare(date, track->to) > 0)
			track->to = date;
		reach(track, tab_number(tab, item, "value"));
		data_date(work, row, 1, date);
		write_value(work, row++, readings, item);
	}
	track->readings = row - track->first;
	return row;
}

/* --- lines --------------------------------------------------------------- */

static struct date
date_of(const struct tab *tab, size_t row, const char *key)
{
	int column = table_column(tab->table, key);

	return table_cell(tab->table, row, (size_t)column)->date;
}

static uint32_t
write_lines(struct work *work, uint32_t row, const struct tab *tab,
	    struct track *track)
{
	size_t item = track->row;
	struct date start = date_of(tab, item, "baseline_date");
	struct date end = date_of(tab, item, "target_date");
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

static bool
write_track(struct work *work, const struct tab *tab, struct track *track)
{
	const struct readings readings =
		readings_of(work, tab->table->ids[track->row]);
	uint32_t row;

	if (!readings.n)
		return false;
	row = data_block(work, tab_text(tab, track->row, "name"), 0);
	row = write_readings(work, row, &readings, track);
	if (!track->readings)
		return false;
	row = write_lines(work, row, tab, track);
	work->data_row = row + 1;
	return true;
}

/* --- a chart ------------------------------------------------------------- */

static void
add_line(struct work *work, struct chart *chart, uint32_t row, int color,
	 bool dashed, const char *name)
{
	if (row)
		chart_add(chart, &(struct chart_series){
					 .name = name,
					 .names = data_range(work, row, 2, 1),
					 .values = data_range(work, row, 2, 2),
					 .line = color,
					 .dashed = dashed});
}

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
 * Changes are small against the values, and some readers would begin at 0. The
 * top is left to them, and some room at the foot for what may be edited.
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
	text = plot_text(
		work,
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

static void
draw_track(struct plot *plot, const struct track *track, size_t place)
{
	struct work *work = plot->work;
	const struct tab *tab = plot->tab;
	int width = plot->width / A_ROW;
	int x = (int)(place % A_ROW) * width, left = 0, column = 0;
	struct chart *chart = chart_make(work->book, CHART_POINTS);
	const char *unit = tab_text(tab, track->row, "unit");
	struct chart_axis days = {.number = "mmm yy"};
	struct chart_axis values = {.title = *unit ? unit : NULL, .grid = true};
	struct chart_box box = {.row = plot->row,
				.width = width - PLOT_GAP / 2,
				.height = HEIGHT};

	while (left + tab->pixels[column] <= x)
		left += tab->pixels[column++];
	box.column = column;
	box.x = x - left;
	set_days(&days, track);
	set_values(&values, track);
	chart_title(chart, tab_text(tab, track->row, "name"));
	add_line(work, chart, track->target, GREEN, false, gettext("Target"));
	add_line(work, chart, track->line, PALE, true, gettext("Planned"));
	chart_add(chart,
		  &(struct chart_series){
			  .name = gettext("Readings"),
			  .names = data_range(work, track->first,
					      track->readings, 1),
			  .values = data_range(work, track->first,
					       track->readings, 2),
			  .color = ACCENT,
			  .marker = 6,
			  .line = track->readings > 1 ? ACCENT : NO_COLOR});
	chart_axes(chart, &days, &values);
	chart_place(chart, tab->page, box, describe(work, tab, track));
}

/* --- the sheet ----------------------------------------------------------- */

static void
say(struct plot *plot)
{
	const char *yes = flag_word(true);
	const char *note =
		gettext("Dark: readings. Dashed: the straight line from "
			"baseline to target. Green: the target.");
	struct figure figures[2];

	figures[0] = figure_count_if(plot->tab, "state",
				     symbol_mark(SYMBOL_late), "headline", yes);
	figures[1] = figure_count(plot->tab, "headline", yes);
	plot_say(plot, 0,
		 gettext("Headline measures against the planned line: {behind} "
			 "of {all} behind"),
		 (const struct piece[]){figure_piece("behind", &figures[0]),
					figure_piece("all", &figures[1])},
		 2, note);
	figure_free(figures, 2);
}

void
plot_measures(struct plot *plot)
{
	const struct table *table = plot->tab->table;
	size_t n = 0;

	for (size_t i = 0; i < table->rows && n < CHARTS_MOST; i++) {
		struct track track = {.row = i, .low = NAN, .high = NAN};

		/* those with a reading alone: each is looked for */
		if (!is_headline(plot->tab, i) || !table->ids[i] ||
		    !isfinite(tab_number(plot->tab, i, "latest")) ||
		    !write_track(plot->work, plot->tab, &track))
			continue;
		if (!n) {
			say(plot);
			plot->row += 2;
		} else if (n % A_ROW == 0) {
			plot->row += HEIGHT / 24 + 1;
		}
		draw_track(plot, &track, n++);
	}
	if (n)
		plot->row += HEIGHT / 24 + 1;
}
