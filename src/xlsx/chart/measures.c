/* measures.c - headline measures against the line to their target */
#include "layout.h"

#include "ces/language.h"
#include "ces/scale.h"

enum { CHARTS_MOST = 7, READINGS_MOST = 60, A_ROW = 4, HEIGHT = 232 };
enum { ROWS = HEIGHT / 24 + 1 }; /* that a chart takes */

/* a measure on the hidden sheet: readings, two points of its plan, what lies
 * between them, and the top of the axis */
struct track {
	size_t row; /* of the table of measures */
	uint32_t first, readings;
	uint32_t plan, variance, top; /* rows; 0: there is none */
	bool line;		      /* or a level */
	double above;		      /* the latest reading over the plan */
	double from, to;	      /* days */
	struct axis axis;	      /* of all values drawn */
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

/* the plan: the straight line from baseline to target, else the target */
static uint32_t
write_plan(struct work *work, uint32_t row, const struct tab *tab,
	   struct track *track)
{
	size_t item = track->row;
	double start = tab_number(tab, item, "baseline_date");
	double end = tab_number(tab, item, "target_date");
	double target = tab_number(tab, item, "target");

	if (!isfinite(target))
		return row;
	track->to = fmax(track->to, end);
	track->plan = row;
	track->axis.low = fmin(track->axis.low, target);
	track->axis.high = fmax(track->axis.high, target);
	track->line =
		start < end && isfinite(tab_number(tab, item, "baseline"));
	row = write_point(work, row, track->line ? start : track->from, tab,
			  item, track->line ? "baseline" : "target");
	return write_point(work, row, isfinite(end) ? end : track->to, tab,
			   item, "target");
}

/* "+0.3": the latest reading less what the plan wanted on that day */
static uint32_t
write_variance(struct work *work, uint32_t row, const struct tab *tab,
	       struct track *track)
{
	const struct binding bindings[] = {
		{"above",
		 "({latest}-{baseline}-({target}-{baseline})*{planned})", NULL},
		{"digits", NULL,
		 expr_number(work->arena,
			     track->axis.high - track->axis.low < 2 ? 2 : 1)}};
	struct expr_scope scope = work_scope(work, tab->table);

	scope.row = track->row;
	scope.bindings = bindings;
	scope.n = 2;
	if (!track->line || !isfinite(tab_number(tab, track->row, "planned")))
		return row;
	track->above =
		expr_value(&scope, expr_parse(&scope, "$above"), 0).number;
	track->variance = row;
	data_expr(work, row, 0,
		  expr_parse(&scope, "IF(OR({latest}='',{planned}=''),'',"
				     "IF(ROUND($above,$digits)<0,'−','+')"
				     "&FIXED(ABS($above),$digits))"));
	return row + 1;
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
		track->axis.low = fmin(track->axis.low, value);
		track->axis.high = fmax(track->axis.high, value);
		data_day(work, row, 1, day);
		write_value(work, row++, readings, item);
	}
	track->readings = row - track->first;
	if (!track->readings)
		return false;
	row = write_plan(work, row, tab, track);
	track->top = write_variance(work, row, tab, track);
	work->data_row = track->top + 2;
	return true;
}

/* --- a chart ------------------------------------------------------------- */

static void
set_axes(struct track *tracks, size_t n)
{
	struct axis axes[CHARTS_MOST];

	for (size_t i = 0; i < n; i++)
		axes[i] = tracks[i].axis;
	axes_align(axes, n);
	for (size_t i = 0; i < n; i++)
		tracks[i].axis = axes[i];
}

/* An unseen point below the top leads each program to the same top, and to a
 * higher one where a value is edited so. */
static void
write_top(struct work *work, const struct track *track)
{
	data_day(work, track->top, 1, track->from);
	data_number(work, track->top, 2,
		    track->axis.least +
			    (track->axis.steps - 0.5) * track->axis.step);
}

/* an axis that doesn't begin at 0 says so */
static struct chart_axis
values_axis(const struct layout *layout, const struct track *track)
{
	const char *unit = tab_text(layout->tab, track->row, "unit");

	if (track->axis.least != 0)
		unit = message_text(
			layout->work->arena, layout->work->language,
			*unit ? N_("{unit}, from {least}") : N_("from {least}"),
			ARGS(TEXT_ARG("unit", unit),
			     NUMBER_ARG("least", track->axis.least)));
	return (struct chart_axis){.title = *unit ? unit : NULL,
				   .grid = true,
				   .fixed = FIX_LEAST | FIX_STEP | FIX_CROSS,
				   .step = track->axis.step,
				   .least = track->axis.least,
				   .cross = track->axis.least};
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

	series[n++] = data_points(work, track->top, 1);
	if (track->plan) {
		series[n] = data_points(work, track->plan, 2);
		series[n].name =
			language_text(work->language, C_("chart", "Plan"));
		series[n].outlined = true;
		series[n].color = SECOND;
		series[n].marker = 6;
		series[n++].line = SECOND;
	}
	series[n] = data_points(work, track->first, track->readings);
	series[n].name = language_text(work->language, "Readings");
	series[n].color = ACCENT;
	series[n].marker = 6;
	series[n++].line = track->readings > 1 ? ACCENT : NO_COLOR;
	if (track->variance) {
		series[n] = data_points(work,
					track->first + track->readings - 1, 1);
		series[n].text = data_range(work, track->variance, 1, 0);
		series[n].label_color = ACCENT;
		series[n].label_bold = true;
		series[n++].place =
			track->above < 0 ? LABEL_BELOW : LABEL_ABOVE;
	}
	return n;
}

/* four beside one another, with their titles in the charts */
static void
draw_track(struct layout *layout, const struct track *track, size_t place)
{
	const struct tab *tab = layout->tab;
	int width = layout->width / A_ROW;
	double to = fmax(track->to, track->from + 30);
	struct chart_series series[4];
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
		.x = {.number = book_date_format(layout->work->book, DAY_MONTH),
		      .fixed = FIX_LEAST | FIX_MOST | FIX_STEP,
		      .least = track->from,
		      .most = to,
		      .step = (to - track->from) / 3},
		.y = values_axis(layout, track),
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
		.title = N_("Headline measures against their plan"),
		.note = N_("Solid: readings. Dashed: the plan, straight from "
			   "baseline to target. Number: the latest reading "
			   "less the plan of that day. Measures of one unit "
			   "have one scale; “from” tells where it is cut.")};
	struct track tracks[CHARTS_MOST];
	size_t n = 0;

	for (size_t i = 0; i < tab->table->rows && n < CHARTS_MOST; i++) {
		tracks[n] = (struct track){i, .from = NAN, .to = NAN,
					   .axis = {tab_text(tab, i, "unit"),
						    .low = NAN, .high = NAN}};
		/* without a reading there is nothing to search for */
		if (table_at(tab->table, i, "headline")->word == 1 &&
		    tab->table->ids[i] &&
		    isfinite(tab_number(tab, i, "latest")) &&
		    write_track(layout->work, tab, &tracks[n]))
			n++;
	}
	if (!n)
		return;
	set_axes(tracks, n);
	drawing_begin(layout, &head);
	layout->row += 2;
	for (size_t i = 0; i < n; i++) {
		if (i && i % A_ROW == 0)
			layout->row += ROWS;
		write_top(layout->work, &tracks[i]);
		draw_track(layout, &tracks[i], i);
	}
	layout->row += ROWS;
}
