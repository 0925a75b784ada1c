/* measure_formulas.c - measures that follow their readings, in formulas */
#include <math.h>

#include "ces/measure.h"
#include "expr_inside.h"

/* the one reading that counts; a measure that has none stands as it is */
#define OF_LATEST(key)                                                   \
	"IF(COUNTIFS([readings.id],{id},[readings.latest],'yes',"        \
	"[readings." key "],'>-1E+300')=0,'',SUMIFS([readings." key "]," \
	"[readings.id],{id},[readings.latest],'yes'))"

static const struct measure *
measure_at(const struct expr_scope *scope, size_t row)
{
	return (const struct measure *)(const void *)scope->table->objects[row];
}

static const struct measure_view *
view_at(const struct expr_scope *scope, size_t row)
{
	return &scope->review->view
			->measures[measure_at(scope, row)->object.index];
}

/* --- readings ------------------------------------------------------------- */

/* The reading whose period ends last. Of those that end on one day the formula
 * can't tell which the plan has last: the others stand as they are. */
const char *
formula_reading_latest(const struct expr_scope *scope, size_t row)
{
	struct date until = table_at(scope->table, row, "until")->date;
	const struct actual *latest = view_at(scope, row)->latest;

	if (!until.year || table_has_early_day(scope->table) ||
	    (!latest && measure_at(scope, row)->actuals.n) ||
	    (latest && !table_at(scope->table, row, "latest")->text &&
	     !date_compare(latest->period.period.last, until)))
		return NULL;
	return READING_LATEST;
}

/* --- figures -------------------------------------------------------------- */

const char *
formula_latest(const struct expr_scope *scope, size_t row)
{
	return view_at(scope, row)->latest ? OF_LATEST("value") : NULL;
}

const char *
formula_n(const struct expr_scope *scope, size_t row)
{
	return view_at(scope, row)->latest ? OF_LATEST("n") : NULL;
}

/* the day of the line that the reading is compared with */
#define LINE_DAY                                        \
	"IF(OR({target_date}<as_of,{latest}=''),as_of," \
	"MIN(as_of," OF_LATEST("until") "))"

const char *
formula_planned(const struct expr_scope *scope, size_t row)
{
	const struct measure *measure = measure_at(scope, row);

	if (!isfinite(view_at(scope, row)->planned) ||
	    date_compare(measure->baseline.date.date,
			 measure->target.date.date) >= 0)
		return NULL;
	return view_at(scope, row)->latest ? WAY_GONE(LINE_DAY)
					   : WAY_GONE("as_of");
}

/* measure_margin of the values between the ends low and high: of p, a share of
 * the span between them, with Wilson's interval where so few or near an end */
const char *
formula_margin(const struct expr_scope *scope, size_t row)
{
	struct arena *arena = scope->arena;
	double low, high;
	const char *p, *off;

	if (!view_at(scope, row)->latest ||
	    !measure_ends(measure_at(scope, row), &low, &high))
		return NULL;
	p = arena_format(arena, "(({latest}%+.15g)/%.15g)", -low, high - low);
	off = arena_format(arena, "ABS(0.5-%s)", p);
	return arena_format(
		arena,
		"IF(OR({latest}='',SUM({n})<=0),'',IF(%s>0.5,'',%.15g*"
		"IF(OR({n}<%d,%s>%.15g),"
		"(3.8416*%s+1.96*SQRT(%s*(1-%s)*{n}+0.9604))/({n}+3.8416),"
		"1.96*SQRT(%s*(1-%s)/{n}))))",
		off, high - low, MARGIN_FEW, off, 0.5 - MARGIN_END / 100.0, off,
		p, p, p, p);
}

/* --- words ---------------------------------------------------------------- */

/* Rounds as measure_shown does. */
static const char *
shown(const struct expr_scope *scope, const struct measure_view *view,
      const char *value)
{
	if (view->unit == MEASURED_PERCENT || view->unit == MEASURED_POINTS)
		return arena_format(scope->arena, "ROUND(%s,1)", value);
	return arena_format(scope->arena, "ROUND(%s,IF(ABS(%s)<10,2,1))", value,
			    value);
}

/* how much better the latest value is than another */
static const char *
better_by(const struct expr_scope *scope, const struct measure_view *view,
	  const char *than)
{
	bool lower = view->direction == DIRECTION_LOWER;
	const char *latest = shown(scope, view, "{latest}");
	const char *other = shown(scope, view, than);

	return arena_format(scope->arena, "(%s-%s)", lower ? other : latest,
			    lower ? latest : other);
}

/* the template that holds while the plan's period has not begun; never where
 * the plan tells none */
static const char *
before_period(const struct expr_scope *scope)
{
	const struct date_value *begin =
		&scope->review->plan->plan.period.start;
	double serial;

	if (!is_set(&begin->at) || !date_serial(begin->date, &serial))
		return "";
	return arena_format(scope->arena, "," LINE_DAY "<%.15g", serial);
}

/* A floor is held from the first day on, and may fall to its level. */
static const char *
line_state(const struct expr_scope *scope, const struct measure_view *view,
	   bool floor)
{
	bool fixed =
		view->unit == MEASURED_PERCENT || view->unit == MEASURED_POINTS;
	const char *slack =
		arena_format(scope->arena, "(MAX(SUM({margin}),%s)+1E-9)",
			     fixed ? "0.1" : "IF(ABS({latest})<10,0.01,0.1)");
	const char *worse =
		arena_format(scope->arena, "%s<-1*%s",
			     better_by(scope, view, "{baseline}"), slack);
	const char *by = better_by(
		scope, view,
		floor ? "{target}"
		      : "({baseline}+({target}-{baseline})*{planned})");

	return arena_format(scope->arena,
			    "IF(COUNT(%s)<%d,#not_compared,"
			    "IF(OR({planned}<=0%s),#too_early,IF(%s,#worse,"
			    "IF(%s<-1*%s,#behind,IF(%s>%s,#ahead,#on_line)))))",
			    floor ? "{target}" : "{baseline},{planned}",
			    floor ? 1 : 2, before_period(scope),
			    floor ? "1=0" : worse, by, slack, by, slack);
}

/* as judge() of view/measures.c has it */
static const char *
target_state(const struct expr_scope *scope, const struct measure *measure,
	     const struct measure_view *view)
{
	bool floor = word_is(&measure->role, ROLE_FLOOR);

	return arena_format(scope->arena,
			    "IF({latest}='',#no_reading,"
			    "IF({target}='',#not_compared,"
			    "IF(%s>=-1E-9,#reached,"
			    "IF(AND({target_date}<>'',{target_date}<as_of),"
			    "#missed,%s))))",
			    better_by(scope, view, "{target}"),
			    isfinite(view->line)
				    ? line_state(scope, view, floor)
				    : "#not_compared");
}

static const char *
range_state(const struct expr_scope *scope, const struct measure *measure,
	    const struct measure_view *view)
{
	const char *latest = shown(scope, view, "{latest}");
	double min = reading_in(&measure->range.min, view->unit);
	double max = reading_in(&measure->range.max, view->unit);

	return arena_format(scope->arena,
			    "IF({latest}='',#no_reading,IF(AND(%s>=%.15g,"
			    "%s<=%.15g),#in_range,#out_of_range))",
			    latest, measure_shown(min, view->unit), latest,
			    measure_shown(max, view->unit));
}

const char *
formula_measure_state(const struct expr_scope *scope, size_t row)
{
	const struct measure *measure = measure_at(scope, row);
	const struct measure_view *view = view_at(scope, row);

	switch (view->state) {
	case MEASURE_NO_READING:
		return NULL;
	case MEASURE_NOT_COMPARED:
		return isnan(view->gap) || !is_set(&measure->target.date.at)
			       ? NULL
			       : target_state(scope, measure, view);
	case MEASURE_IN_RANGE:
	case MEASURE_OUT_OF_RANGE:
		return range_state(scope, measure, view);
	default:
		return target_state(scope, measure, view);
	}
}

/* while there is no margin the words are those that the plan gives reason for
 */
#define REAL(unknown)                                     \
	"IF({margin}=''," unknown ",IF({baseline}='',''," \
	"IF(ABS({latest}-{baseline})<={margin},"          \
	"'may be chance: ±{margin}','beyond chance: ±{margin}')))"

const char *
formula_real(const struct expr_scope *scope, size_t row)
{
	const struct measure *measure = measure_at(scope, row);
	const struct measure_view *view = view_at(scope, row);

	if (!formula_margin(scope, row) ||
	    isnan(table_at(scope->table, row, "baseline")->number))
		return NULL;
	if (!measure_is_sampled(measure, view->standard) && isnan(view->margin))
		return REAL("'yes, counted in full'");
	return is_set(&view->latest->n.at) && isnan(view->margin)
		       ? REAL("''")
		       : REAL("'sample size is not told'");
}

/* in the messages of formulas */
const struct binding measure_bindings[] = {
	{.name = "margin", .template = "FIXED({margin},IF({margin}<0.1,2,1))"}};
const size_t measure_binding_count =
	sizeof(measure_bindings) / sizeof(*measure_bindings);
