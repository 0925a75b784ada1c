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

/*
 * 95 % margins (domain of the sampling papers): a proportion q of n answers
 * 1.96 sqrt(q(1-q)/n); a promoter score at worst 1.96 sqrt((1-s^2)/n), with
 * nothing known but the score; a mean on a scale at most with the spread
 * sqrt((high-m)(m-low)).
 */
static double
margin_of(const struct measure_view *made, const struct measure *measure,
	  double value, double n)
{
	double low, high;

	if (!made->standard || isnan(value) || !(n > 0))
		return NAN;
	if (made->unit == MEASURED_PERCENT && made->standard->proportion)
		return 196 * sqrt(fmax(0, value / 100 * (1 - value / 100)) / n);
	/* points of one's own may be anything */
	if (made->unit == MEASURED_POINTS && made->standard->units)
		return 196 * sqrt(fmax(0, 1 - value * value / 10000) / n);
	if (made->unit == MEASURED_SCORE &&
	    measure_limits(measure, &low, &high) && value >= low &&
	    value <= high)
		return 1.96 * sqrt((high - value) * (value - low) / n);
	return NAN;
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

/* ahead of a value in the direction that is better, by at least -slack */
static bool
is_ahead(double value, double of, int direction, double slack)
{
	double by = direction == DIRECTION_LOWER ? of - value : value - of;

	return by >= -slack - 1e-9;
}

/* Compares a reading with the line of its own last day, as May's figure isn't
 * late for June's goal; past the target's date with the target itself. */
static struct date
line_day(const struct measure_view *made, const struct measure *measure,
	 struct date as_of)
{
	struct date last =
		made->latest ? made->latest->period.period.last : as_of;

	return date_compare(measure->target.date.date, as_of) <= 0 ||
			       date_compare(last, as_of) > 0
		       ? as_of
		       : last;
}

static void
compare_target(struct measure_view *made, const struct measure *measure,
	       struct date as_of)
{
	double base = reading_in(&measure->baseline.value, made->unit);
	double target = reading_in(&measure->target.value, made->unit);
	double slack = isnan(made->margin) ? 0 : made->margin;
	struct date day = line_day(made, measure, as_of);

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
	if (!made->latest)
		return;
	if (is_ahead(made->latest_value, target, made->direction, 0))
		made->state = MEASURE_REACHED;
	else if (!isnan(made->line))
		made->state = is_ahead(made->latest_value, made->line,
				       made->direction, slack)
				      ? MEASURE_ON_TRACK
				      : MEASURE_BEHIND;
}

enum { STATUS_ACTIVE, STATUS_PLANNED }; /* measure_status of choices.def */

static bool
is_planned(const struct measure *measure)
{
	return word_is(&measure->status, STATUS_PLANNED);
}

/* No reading for two reporting periods; a planned measure can't be late yet.
 * Daily and weekly readings are written down by the month. */
static bool
stale(const struct measure_view *made, const struct measure *measure,
      struct date as_of)
{
	static const int months[] = {
		[FREQUENCY_DAILY] = 1,	 [FREQUENCY_WEEKLY] = 1,
		[FREQUENCY_MONTHLY] = 1, [FREQUENCY_QUARTERLY] = 3,
		[FREQUENCY_YEARLY] = 12,
	};
	struct date last;

	if (!is_set(&measure->frequency.at) || is_planned(measure))
		return false;
	if (made->latest)
		last = made->latest->period.period.last;
	else if (is_set(&measure->baseline.date.at))
		last = measure->baseline.date.date;
	else
		return false;
	/* counted from the day after, for months end on different days */
	last = date_add_months(date_add_days(last, 1),
			       2 * months[measure->frequency.word]);
	return date_compare(last, as_of) <= 0;
}

static void
make(struct measure_view *made, const struct measure *measure,
     struct date as_of)
{
	made->standard = measure_standard(measure);
	made->unit = measure_unit(measure);
	made->direction = measure_direction(measure);
	made->family = measure_family(measure);
	made->gap = made->progress = made->planned = made->line = NAN;
	made->state = MEASURE_NO_READING;
	made->latest = latest_of(measure, made->unit);
	made->latest_value =
		made->latest ? reading_in(&made->latest->value, made->unit)
			     : NAN;
	made->margin = made->latest
			       ? margin_of(made, measure, made->latest_value,
					   number_of(&made->latest->n))
			       : NAN;
	made->baseline_margin = margin_of(
		made, measure, reading_in(&measure->baseline.value, made->unit),
		number_of(&measure->baseline.n));
	made->stale = stale(made, measure, as_of);
	if (made->direction == DIRECTION_RANGE) {
		double min = reading_in(&measure->range.min, made->unit);
		double max = reading_in(&measure->range.max, made->unit);

		if (made->latest && !isnan(min) && !isnan(max))
			made->state = made->latest_value >= min &&
						      made->latest_value <= max
					      ? MEASURE_IN_RANGE
					      : MEASURE_OUT_OF_RANGE;
	} else if (made->direction == DIRECTION_HIGHER ||
		   made->direction == DIRECTION_LOWER)
		compare_target(made, measure, as_of);
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
		make(&view->measures[measure->object.index], measure,
		     view->as_of);
}
