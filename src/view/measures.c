/* measures.c - each measure against its target */
#include "ces/measure.h"
#include "ces/words.h"
#include "view/parts.h"

/* seconds of a unit of time, by enum measure_unit */
static const double unit_seconds[] = {
	[MEASURED_SECONDS] = 1,
	[MEASURED_MINUTES] = 60,
	[MEASURED_HOURS] = 3600,
	[MEASURED_DAYS] = 86400,
};

double
reading_in(const struct reading_value *reading, int unit)
{
	struct duration duration = {reading->n, reading->unit};

	if (!is_set(&reading->at))
		return NAN;
	switch (reading->suffix) {
	case READING_PERCENT:
		return unit == MEASURED_PERCENT ? reading->n : NAN;
	case READING_TIME:
		return unit >= MEASURED_SECONDS && unit <= MEASURED_DAYS
			       ? duration_seconds(duration) / unit_seconds[unit]
			       : NAN;
	default:
		return reading->n;
	}
}

bool
reading_duration(const struct reading_value *reading, int unit,
		 struct duration *duration)
{
	static const enum duration_unit units[] = {
		[MEASURED_SECONDS] = DURATION_SECONDS,
		[MEASURED_MINUTES] = DURATION_MINUTES,
		[MEASURED_HOURS] = DURATION_HOURS,
		[MEASURED_DAYS] = DURATION_DAYS,
	};
	bool written = reading->suffix == READING_TIME;

	if (!is_set(&reading->at) || reading->suffix == READING_PERCENT ||
	    unit < MEASURED_SECONDS || unit > MEASURED_DAYS)
		return false;
	*duration = (struct duration){reading->n,
				      written ? reading->unit : units[unit]};
	return true;
}

/* the reading whose period ends last; of equal ones the one written last */
static const struct actual *
latest_of(const struct measure *measure, int unit)
{
	const struct actual *latest = NULL;

	FOR_EACH (actual, measure->actuals)
		if (is_set(&actual->period.at) &&
		    !isnan(reading_in(&actual->value, unit)) &&
		    (!latest || date_compare(actual->period.period.last,
					     latest->period.period.last) >= 0))
			latest = actual;
	return latest;
}

bool
measure_ends(const struct measure *measure, double *low, double *high)
{
	const struct standard *standard = measure_standard(measure);

	if (!standard)
		return false;
	switch (measure_unit(measure)) {
	case MEASURED_PERCENT:
		*low = 0;
		*high = 100;
		return standard->proportion;
	case MEASURED_POINTS:
		*low = -100;
		*high = 100;
		return standard
			->units; /* points of one's own may be anything */
	case MEASURED_SCORE:
		return measure_limits(measure, low, high) && *low < *high;
	default:
		return false;
	}
}

double
measure_margin(const struct measure *measure, double value, double n)
{
	const double z = 1.96;
	double low, high, p, margin;

	if (!(n > 0) || !measure_ends(measure, &low, &high) ||
	    !(value >= low && value <= high))
		return NAN;
	p = (value - low) / (high - low);
	if (n < MARGIN_FEW || fabs(p - 0.5) > 0.5 - MARGIN_END / 100.0)
		margin = (z * z * fabs(0.5 - p) +
			  z * sqrt(p * (1 - p) * n + z * z / 4)) /
			 (n + z * z);
	else
		margin = z * sqrt(p * (1 - p) / n);
	return margin * (high - low);
}

static bool
is_fine(double value, int unit)
{
	return fabs(value) < 10 && unit != MEASURED_PERCENT &&
	       unit != MEASURED_POINTS;
}

double
measure_step(double value, int unit)
{
	return is_fine(value, unit) ? 0.01 : 0.1;
}

double
measure_shown(double value, int unit)
{
	double scale = is_fine(value, unit) ? 100 : 10;

	return round(value * scale) / scale;
}

/* how much of the time from baseline to target has gone, 0..1 */
static double
elapsed_share(const struct measure *measure, struct date now)
{
	struct date from = measure->baseline.date.date;
	double whole = date_between(from, measure->target.date.date);

	if (whole <= 0)
		return 1;
	return fmin(1, fmax(0, date_between(from, now) / whole));
}

/* Compares a reading with the line of its own last day, as May's figure isn't
 * late for June's goal; past the target's date with the target itself. */
static struct date
line_day(const struct measure_view *made, const struct measure *measure,
	 struct date as_of)
{
	struct date last =
		made->latest ? made->latest->period.period.last : as_of;

	return date_compare(measure->target.date.date, as_of) < 0 ||
			       date_compare(last, as_of) > 0
		       ? as_of
		       : last;
}

/* how much better the latest value is than another, as both are shown */
static double
better_by(const struct measure_view *made, double than)
{
	double by = measure_shown(made->latest_value, made->unit) -
		    measure_shown(than, made->unit);

	return made->direction == DIRECTION_LOWER ? -by : by;
}

static const double exact = 1e-9; /* absorbs what sums of decimals lack */

/* NAN base: there is no line */
static enum measure_state
judge(const struct measure_view *made, const struct measure *measure,
      double base, const struct view *view)
{
	const struct date_value *begin = &view->plan->plan.period.start;
	double slack = made->slack + exact, by = better_by(made, made->line);

	if (better_by(made, reading_in(&measure->target.value, made->unit)) >=
	    -exact)
		return MEASURE_REACHED;
	if (date_compare(measure->target.date.date, view->as_of) < 0)
		return MEASURE_MISSED;
	if (isnan(made->line))
		return MEASURE_NOT_COMPARED;
	if (made->planned <= 0 ||
	    (is_set(&begin->at) &&
	     date_compare(made->line_day, begin->date) < 0))
		return MEASURE_TOO_EARLY;
	if (!word_is(&measure->role, ROLE_FLOOR) &&
	    better_by(made, base) < -slack)
		return MEASURE_WORSE;
	return by < -slack  ? MEASURE_BEHIND
	       : by > slack ? MEASURE_AHEAD
			    : MEASURE_ON_LINE;
}

static void
compare_target(struct measure_view *made, const struct measure *measure,
	       const struct view *view)
{
	double base = reading_in(&measure->baseline.value, made->unit);
	double target = reading_in(&measure->target.value, made->unit);
	struct date day = line_day(made, measure, view->as_of);

	made->gap = target - made->latest_value;
	if (isnan(target) || !is_set(&measure->target.date.at))
		return;
	if (!isnan(base) && is_set(&measure->baseline.date.at)) {
		made->planned = elapsed_share(measure, day);
		made->line_day = day;
		/* a floor is to be held from the first day on */
		made->line = word_is(&measure->role, ROLE_FLOOR)
				     ? target
				     : base + (target - base) * made->planned;
		if (target != base)
			made->progress =
				(made->latest_value - base) / (target - base);
	}
	if (made->latest)
		made->state = judge(made, measure, base, view);
}

static void
compare_range(struct measure_view *made, const struct measure *measure)
{
	int unit = made->unit;
	double min = reading_in(&measure->range.min, unit);
	double max = reading_in(&measure->range.max, unit);
	double value = measure_shown(made->latest_value, unit);

	if (made->latest && !isnan(min) && !isnan(max))
		made->state = value >= measure_shown(min, unit) &&
					      value <= measure_shown(max, unit)
				      ? MEASURE_IN_RANGE
				      : MEASURE_OUT_OF_RANGE;
}

static bool
is_planned(const struct measure *measure)
{
	return word_is(&measure->status, READ_LATER);
}

int
reading_months(const struct measure *measure)
{
	static const int months[] = {
		[FREQUENCY_DAILY] = 1,	 [FREQUENCY_WEEKLY] = 1,
		[FREQUENCY_MONTHLY] = 1, [FREQUENCY_QUARTERLY] = 3,
		[FREQUENCY_YEARLY] = 12,
	};

	return is_set(&measure->frequency.at) && !is_planned(measure)
		       ? months[measure->frequency.word]
		       : 0;
}

/* No reading for two reporting periods; a planned measure can't be late yet. */
static bool
stale(const struct measure_view *made, const struct measure *measure,
      struct date as_of)
{
	int months = reading_months(measure);
	struct date last;

	if (!months)
		return false;
	if (made->latest)
		last = made->latest->period.period.last;
	else if (is_set(&measure->baseline.date.at))
		last = measure->baseline.date.date;
	else
		return false;
	/* counted from the day after, for months end on different days */
	last = date_add_months(date_add_days(last, 1), 2 * months);
	return date_compare(last, as_of) <= 0;
}

static void
make(struct measure_view *made, const struct measure *measure,
     const struct view *view)
{
	const struct baseline *baseline = &measure->baseline;

	made->standard = measure_standard(measure);
	made->unit = measure_unit(measure);
	made->direction = measure_direction(measure);
	made->family = measure_family(measure);
	made->gap = made->progress = made->planned = made->line = NAN;
	made->latest_value = made->margin = NAN;
	made->state = MEASURE_NO_READING;
	made->latest = latest_of(measure, made->unit);
	if (made->latest) {
		made->latest_value =
			reading_in(&made->latest->value, made->unit);
		made->margin = measure_margin(measure, made->latest_value,
					      number_of(&made->latest->n));
		made->state = MEASURE_NOT_COMPARED;
	}
	made->slack = fmax(made->margin,
			   measure_step(made->latest_value, made->unit));
	made->baseline_margin = measure_margin(
		measure, reading_in(&baseline->value, made->unit),
		number_of(&baseline->n));
	made->stale = stale(made, measure, view->as_of);
	if (made->direction == DIRECTION_RANGE)
		compare_range(made, measure);
	else if (made->direction == DIRECTION_HIGHER ||
		 made->direction == DIRECTION_LOWER)
		compare_target(made, measure, view);
	if (is_planned(measure))
		made->state = MEASURE_NO_READING;
}

void
view_measures(struct view *view, struct arena *arena)
{
	const struct map *measures = &view->plan->measures;

	view->measures =
		arena_alloc(arena, (measures->n + 1) * sizeof(*view->measures));
	FOR_EACH (measure, *measures)
		make(&view->measures[measure->object.index], measure, view);
}
