/* live_measures.c - measures that follow their readings */
#include <libintl.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "ces/measure.h"
#include "ces/words.h"
#include "live_inside.h"

/* --- readings ------------------------------------------------------------ */

/* rows of one measure stand together */
static bool
same_id(const struct tab *tab, size_t a, size_t b)
{
	return b < tab->table->rows &&
	       !strcmp(tab->table->ids[a], tab->table->ids[b]);
}

static bool
counts(const struct tab *tab, size_t row)
{
	return !strcmp(tab_text(tab, row, "kind"), gettext("reading")) &&
	       isfinite(tab_number(tab, row, "value"));
}

/* of the readings of one measure, how many end when this one does; later */
static size_t
rivals(const struct tab *tab, size_t row, bool *later)
{
	double until = tab_number(tab, row, "until"), other;
	size_t i = row, n = 0;

	while (i > 0 && same_id(tab, row, i - 1))
		i--;
	for (*later = false; same_id(tab, row, i); i++) {
		other = tab_number(tab, i, "until");
		if (!counts(tab, i))
			continue;
		n += other == until;
		*later |= other > until;
	}
	return n;
}

static void
add_criterion(const struct line *line, const struct tab *tab, const char *key,
	      const char *criterion)
{
	buf_putc(line->formula, ',');
	formula_range(line->formula, tab, key);
	buf_puts(line->formula, ",");
	line_add(line, criterion);
}

/* the reading whose period ends last; where two do, none is a formula */
const char *
reading_latest(const struct line *line)
{
	const struct tab *tab = line->tab;
	struct buf kind = {0};
	bool later;

	if (!formula_can(tab, line->row) ||
	    rivals(tab, line->row, &later) > 1 ||
	    isnan(tab_number(tab, line->row, "until")))
		return "";
	formula_quote(&kind, gettext("reading"));
	line_add(line, "IF({kind}<>");
	buf_puts(line->formula, kind.p);
	line_add(line, ",\"\",IF(NOT(ISNUMBER({value})),\"\",IF(COUNTIFS(");
	formula_column(line->formula, tab, tab->id_column);
	buf_putc(line->formula, ',');
	formula_cell(line->formula, tab->first + (uint32_t)line->row,
		     tab->id_column);
	add_criterion(line, tab, "kind", kind.p);
	add_criterion(line, tab, "until", "\">\"&{until}");
	add_criterion(line, tab, "value", "\">-1E+300\"");
	buf_puts(line->formula, ")>0,\"\",");
	formula_quote(line->formula, gettext("yes"));
	buf_puts(line->formula, ")))");
	buf_free(&kind);
	return counts(tab, line->row) && !later ? gettext("yes") : "";
}

/* --- what the readings say ----------------------------------------------- */

static size_t
find_latest(const struct tab *readings, const char *id, size_t from)
{
	size_t rows = readings->table->rows, at = from;

	for (size_t i = 0; i < rows; i++, at++) {
		if (at >= rows)
			at = 0;
		if (!strcmp(readings->table->ids[at], id) &&
		    *tab_text(readings, at, "latest"))
			return at;
	}
	return rows;
}

/*
 * The row of the reading that a measure is judged by. Each cell of a measure
 * asks; and both tables are in the order of the plan, so the search for the
 * next one's goes on where it ended.
 */
static size_t
latest_row(const struct line *line)
{
	struct work *work = line->work;

	if (work->measure != line->row + 1)
		work->reading = find_latest(work_tab(work, "readings"),
					    line->tab->table->ids[line->row],
					    work->reading);
	work->measure = line->row + 1;
	return work->reading;
}

/* =IF(there is none,"",the sum over the one reading that counts) */
static double
of_latest(const struct line *line, const char *key)
{
	const struct tab *readings = work_tab(line->work, "readings");
	size_t row = latest_row(line);
	struct buf where = {0};

	if (row == readings->table->rows || !formula_can(line->tab, line->row))
		return NAN;
	formula_column(&where, readings, readings->id_column);
	buf_putc(&where, ',');
	formula_cell(&where, line->tab->first + (uint32_t)line->row,
		     line->tab->id_column);
	buf_putc(&where, ',');
	formula_range(&where, readings, "latest");
	buf_putc(&where, ',');
	formula_quote(&where, gettext("yes"));
	buf_printf(line->formula, "IF(COUNTIFS(%s,", where.p);
	formula_range(line->formula, readings, key);
	buf_puts(line->formula, ",\">-1E+300\")=0,\"\",SUMIFS(");
	formula_range(line->formula, readings, key);
	buf_printf(line->formula, ",%s))", where.p);
	buf_free(&where);
	return tab_number(readings, row, key);
}

double
measure_latest(const struct line *line)
{
	return of_latest(line, "value");
}

double
measure_n(const struct line *line)
{
	return of_latest(line, "n");
}

/* a measure without a reading has nothing that an edit could move */
static bool
has_reading(const struct line *line)
{
	return latest_row(line) < work_tab(line->work, "readings")->table->rows;
}

double
measure_gap(const struct line *line)
{
	double target = line_number(line, "target");

	if (!has_reading(line) || isnan(target))
		return NAN;
	line_add(line, "IF({latest}=\"\",\"\",{target}-{latest})");
	return target - line_number(line, "latest");
}

double
measure_progress(const struct line *line)
{
	double base = line_number(line, "baseline");
	double target = line_number(line, "target");

	if (!has_reading(line) || isnan(target - base) || target == base ||
	    isnan(line_number(line, "target_date")) ||
	    isnan(line_number(line, "baseline_date")))
		return NAN;
	line_add(line, "IF({latest}=\"\",\"\",({latest}-{baseline})/"
		       "({target}-{baseline}))");
	return (line_number(line, "latest") - base) / (target - base);
}

static const struct measure *
measure_of(const struct line *line)
{
	return ITEM(measure, line->work->review->plan->measures, line->row);
}

static const struct measure_view *
view_of(const struct line *line)
{
	return &line->work->review->view->measures[line->row];
}

double
measure_planned(const struct line *line)
{
	double from = line_number(line, "baseline_date");
	double to = line_number(line, "target_date"), day;

	if (!date_serial(view_of(line)->line_day, &day) || !(to - from > 0))
		return NAN;
	line_add(line, "MAX(0,MIN(1,(");
	if (has_reading(line)) {
		line_add(line, "IF(OR({target_date}<=as_of,{latest}=\"\"),"
			       "as_of,MIN(as_of,");
		of_latest(line, "until");
		line_add(line, "))");
	} else {
		line_add(line, "as_of");
	}
	line_add(line, "-{baseline_date})/({target_date}-{baseline_date})))");
	return fmax(0, fmin(1, (day - from) / (to - from)));
}

static void
add_scale_margin(const struct line *line, double low, double high)
{
	char buf[256];

	snprintf(buf, sizeof(buf),
		 "IF(AND({latest}>=%.15g,{latest}<=%.15g),1.96*SQRT((%.15g-"
		 "{latest})*({latest}-%.15g)/{n}),\"\")",
		 low, high, high, low);
	line_add(line, buf);
}

/* which margin the measure has, as view/measures.c works it out */
enum { NO_MARGIN, OF_SHARE, OF_POINTS, OF_SCORE };

static int
margin_kind(const struct line *line)
{
	const struct measure_view *view = view_of(line);
	double low, high;

	if (!has_reading(line) || !view->standard)
		return NO_MARGIN;
	if (view->unit == MEASURED_PERCENT)
		return view->standard->proportion ? OF_SHARE : NO_MARGIN;
	if (view->unit == MEASURED_POINTS)
		return OF_POINTS;
	return view->unit == MEASURED_SCORE &&
			       measure_limits(measure_of(line), &low, &high)
		       ? OF_SCORE
		       : NO_MARGIN;
}

double
measure_margin(const struct line *line)
{
	int kind = margin_kind(line);
	double low, high;

	if (kind == NO_MARGIN)
		return NAN;
	line_add(line, "IF(OR({latest}=\"\",SUM({n})<=0),\"\",");
	if (kind == OF_SHARE)
		line_add(line, "196*SQRT(MAX(0,{latest}/100*(1-{latest}/100))/"
			       "{n})");
	else if (kind == OF_POINTS)
		line_add(line, "196*SQRT(MAX(0,1-{latest}*{latest}/10000)/"
			       "{n})");
	else if (measure_limits(measure_of(line), &low, &high))
		add_scale_margin(line, low, high);
	buf_putc(line->formula, ')');
	return view_of(line)->margin;
}

/* --- words --------------------------------------------------------------- */

static void
add_state(const struct line *line, const char *state)
{
	formula_quote(line->formula, gettext(state));
}

static void
add_range_state(const struct line *line)
{
	const struct limits *range = &measure_of(line)->range;
	int unit = view_of(line)->unit;

	line_add(line, "IF(AND({latest}");
	buf_printf(line->formula, ">=%.15g,", reading_in(&range->min, unit));
	line_add(line, "{latest}");
	buf_printf(line->formula, "<=%.15g),", reading_in(&range->max, unit));
	add_state(line, N_("● In range"));
	buf_putc(line->formula, ',');
	add_state(line, N_("■ Out of range"));
	buf_putc(line->formula, ')');
}

/* is the straight line to the target known; of a floor it is the target */
static bool
has_line(const struct line *line)
{
	return isfinite(view_of(line)->line);
}

static void
add_target_state(const struct line *line)
{
	const struct measure *measure = measure_of(line);
	bool lower = view_of(line)->direction == DIRECTION_LOWER;
	bool floor =
		is_set(&measure->role.at) && measure->role.word == ROLE_FLOOR;

	line_add(line, lower ? "IF({target}-{latest}>=-1E-9,"
			     : "IF({latest}-{target}>=-1E-9,");
	add_state(line, N_("✓ Reached"));
	buf_putc(line->formula, ',');
	if (!has_line(line)) {
		add_state(line, N_("○ No reading"));
		buf_putc(line->formula, ')');
		return;
	}
	buf_puts(line->formula, lower ? "IF(-1*(" : "IF((");
	line_add(line, "{latest}-");
	line_add(line, floor ? "{target}"
			     : "({baseline}+({target}-{baseline})*{planned})");
	line_add(line, ")>=-SUM({margin})-1E-9,");
	add_state(line, N_("● On track"));
	buf_putc(line->formula, ',');
	add_state(line, N_("▲ Behind"));
	buf_puts(line->formula, "))");
}

const char *
measure_state(const struct line *line)
{
	const struct measure_view *view = view_of(line);
	bool range = view->direction == DIRECTION_RANGE;

	if (!has_reading(line) || view->state == MEASURE_NO_READING ||
	    (!range && isnan(line_number(line, "target"))))
		return "";
	line_add(line, "IF({latest}=\"\",");
	add_state(line, N_("○ No reading"));
	buf_putc(line->formula, ',');
	if (range)
		add_range_state(line);
	else
		add_target_state(line);
	buf_putc(line->formula, ')');
	/* worked out from the same figures: the table says it */
	return line_text(line, "state");
}

/* "within ±2.8, n 755", or beyond */
static void
add_margin(const struct line *line, const char *message)
{
	struct buf margin = {0}, n = {0}, formula = {0}, text = {0};
	struct line part = *line;

	part.formula = &margin;
	line_add(&part, "FIXED({margin},IF({margin}<0.1,2,1))");
	part.formula = &n;
	line_add(&part, "FIXED({n},0)");
	sentence_add(&formula, &text, gettext(message),
		     (const struct piece[]){{"margin", margin.p, ""},
					    {"n", n.p, ""}},
		     2);
	buf_puts(line->formula, formula.p);
	buf_free(&margin);
	buf_free(&n);
	buf_free(&formula);
	buf_free(&text);
}

const char *
measure_real(const struct line *line)
{
	if (margin_kind(line) == NO_MARGIN ||
	    isnan(line_number(line, "baseline")))
		return "";
	line_add(line, "IF({margin}=\"\",");
	formula_quote(line->formula, isnan(line_number(line, "margin"))
					     ? line_text(line, "real")
					     : gettext("n is not told"));
	line_add(line, ",IF(ABS({latest}-{baseline})<={margin},");
	add_margin(line, N_("within ±{margin}, n {n}"));
	buf_putc(line->formula, ',');
	add_margin(line, N_("beyond ±{margin}, n {n}"));
	buf_puts(line->formula, "))");
	return line_text(line, "real");
}
