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
	return "IF({kind}<>'reading','',IF(NOT(ISNUMBER({value})),'',"
	       "IF({until}<SUMPRODUCT(MAX(([id]={id})*([kind]='reading')*"
	       "ISNUMBER([value])*[until])),'','yes')))";
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

#define WAY_GONE(day)                                           \
	"MAX(0,MIN(1,(" day "-{baseline_date})/({target_date}-" \
	"{baseline_date})))"

const char *
formula_planned(const struct expr_scope *scope, size_t row)
{
	const struct measure *measure = measure_at(scope, row);

	if (!isfinite(view_at(scope, row)->planned) ||
	    date_compare(measure->baseline.date.date,
			 measure->target.date.date) >= 0)
		return NULL;
	return view_at(scope, row)->latest
		       ? WAY_GONE("IF(OR({target_date}<=as_of,{latest}=''),"
				  "as_of,MIN(as_of," OF_LATEST("until") "))")
		       : WAY_GONE("as_of");
}

/* as view/measures.c has it */
const char *
formula_margin(const struct expr_scope *scope, size_t row)
{
	const struct measure_view *view = view_at(scope, row);
	double low, high;

	if (!view->latest || !view->standard)
		return NULL;
	if (view->unit == MEASURED_PERCENT && view->standard->proportion)
		return "IF(OR({latest}='',SUM({n})<=0),'',"
		       "196*SQRT(MAX(0,{latest}/100*(1-{latest}/100))/{n}))";
	if (view->unit == MEASURED_POINTS && view->standard->units)
		return "IF(OR({latest}='',SUM({n})<=0),'',"
		       "196*SQRT(MAX(0,1-{latest}*{latest}/10000)/{n}))";
	if (view->unit == MEASURED_SCORE &&
	    measure_limits(measure_at(scope, row), &low, &high))
		return arena_format(
			scope->arena,
			"IF(OR({latest}='',SUM({n})<=0),'',"
			"IF(AND({latest}>=%.15g,{latest}<=%.15g),1.96*SQRT("
			"(%.15g-{latest})*({latest}-%.15g)/{n}),''))",
			low, high, high, low);
	return NULL;
}

/* --- words ---------------------------------------------------------------- */

/* a floor is held from the first day on, a target is reached by a line */
#define FLOOR "{target}"
#define LINE "({baseline}+({target}-{baseline})*{planned})"
#define STATE(reached, ahead)                                        \
	"IF({latest}='',#no_reading,IF(" reached ">=-1E-9,#reached," \
	"IF(" ahead ">=-1*SUM({margin})-1E-9,#on_track,#behind)))"
#define HIGHER(level) STATE("{latest}-{target}", "({latest}-" level ")")
#define LOWER(level) STATE("{target}-{latest}", "-1*({latest}-" level ")")
#define NO_LEVEL(reached)                        \
	"IF({latest}='',#no_reading,IF(" reached \
	">=-1E-9,#reached,#no_reading))"

const char *
formula_measure_state(const struct expr_scope *scope, size_t row)
{
	static const char *const templates[][2] = {
		{HIGHER(LINE), LOWER(LINE)},
		{HIGHER(FLOOR), LOWER(FLOOR)},
		{NO_LEVEL("{latest}-{target}"), NO_LEVEL("{target}-{latest}")},
	};
	const struct measure *measure = measure_at(scope, row);
	const struct measure_view *view = view_at(scope, row);
	int kind = word_is(&measure->role, ROLE_FLOOR) ? 1 : 0;

	if (!view->latest || view->state == MEASURE_NO_READING)
		return NULL;
	if (view->direction == DIRECTION_RANGE)
		return arena_format(
			scope->arena,
			"IF({latest}='',#no_reading,IF(AND({latest}>=%.15g,"
			"{latest}<=%.15g),#in_range,#out_of_range))",
			reading_in(&measure->range.min, view->unit),
			reading_in(&measure->range.max, view->unit));
	return templates[isfinite(view->line) ? kind : 2]
			[view->direction == DIRECTION_LOWER];
}

/* while there is no margin the words are those that the plan gives reason for
 */
#define REAL(unknown)                            \
	"IF({margin}=''," unknown ","            \
	"IF(ABS({latest}-{baseline})<={margin}," \
	"'within ±{margin}, n {n}','beyond ±{margin}, n {n}'))"

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
		       : REAL("'n is not told'");
}

/* in the messages of formulas */
const struct binding measure_bindings[] = {
	{.name = "margin", .template = "FIXED({margin},IF({margin}<0.1,2,1))"},
	{.name = "n", .template = "FIXED({n},0)"}};
const size_t measure_binding_count =
	sizeof(measure_bindings) / sizeof(*measure_bindings);
