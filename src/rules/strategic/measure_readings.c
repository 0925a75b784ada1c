/* measure_readings.c - readings that are stale, noise, unusual or off track */
#include "ces/measure.h"
#include "rules/rule.h"

/* writes times as plans do, money with its currency */
static struct arg
value_arg(struct rule_run *run, const char *name, double value, int unit)
{
	const struct text_value *currency = &run->plan->plan.currency;
	struct duration time = {.amount = measure_shown(value, unit)};
	struct buf buf = {0};

	if (unit == MEASURED_PERCENT)
		return (struct arg)PERCENT_ARG(name, value);
	if (unit == MEASURED_MONEY && is_set(&currency->at)) {
		buf_printf(&buf, "%s ", currency->text);
		buf_number(&buf, time.amount);
	} else if (unit >= MEASURED_SECONDS && unit <= MEASURED_DAYS) {
		time.unit = (enum duration_unit)(unit - MEASURED_SECONDS);
		duration_show(&buf, run->language, time);
	} else {
		return (struct arg)NUMBER_ARG(name, time.amount);
	}
	return (struct arg)TEXT_ARG(name, rule_text(run, &buf));
}

/* Compares rounded values: 420.02 and a limit of 420 both show as 420. */
static bool
lies_outside(double value, double low, double high, int unit)
{
	return measure_shown(value, unit) < measure_shown(low, unit) ||
	       measure_shown(value, unit) > measure_shown(high, unit);
}

/* Returns false where an unreadable reading may be the newest. */
static bool
all_read(const struct rule_run *run, const struct measure *measure)
{
	int unit = FIGURES(run, measures, measure)->unit;

	FOR_EACH (actual, measure->actuals)
		if (!is_set(&actual->period.at) ||
		    isnan(reading_in(&actual->value, unit)))
			return false;
	return !is_unclear(&measure->actuals.at) &&
	       !is_unclear(&measure->target.object.at) &&
	       !is_unclear(&measure->standard.at) &&
	       !is_unclear(&measure->unit.at);
}

/* tells whether the target's date is past without any reading */
static bool
is_never_read(const struct rule_run *run, const struct measure *measure)
{
	return is_unfilled(&measure->actuals.at) &&
	       is_set(&measure->target.value.at) &&
	       is_before(&measure->target.date, run->view->as_of);
}

void
check_measures_never_read(struct rule_run *run, const struct measure *measure)
{
	if (plan_is_retired(run->plan) || !is_never_read(run, measure))
		return;
	rule_missing_args(run, &measure->object, "actuals",
			  N_("'{name}' was to reach its target by {date}, and "
			     "has no reading yet, so nobody knows whether it "
			     "did; read it, and agree on a new date"),
			  ARGS(DATE_ARG("date", measure->target.date.date)));
	rule_relate(run, &measure->target.object, "date",
		    N_("its target's date"));
}

/* Leaves measures that were never read to measures/never-read, once their
 * target is past. */
void
check_measures_stale(struct rule_run *run, const struct measure *measure)
{
	const struct measure_view *made = FIGURES(run, measures, measure);
	const struct actual *latest = made->latest;

	if (plan_is_retired(run->plan) || !all_read(run, measure) ||
	    !made->stale || is_never_read(run, measure))
		return;
	rule_find_args(
		run, &measure->object, "actuals",
		latest ? N_("'{name}' has no reading since {date}, though its "
			    "frequency is {frequency}; add the readings, or "
			    "read it less often")
		       : N_("'{name}' has no reading since its baseline of "
			    "{date}, though its frequency is {frequency}; add "
			    "the readings, or read it less often"),
		ARGS(DATE_ARG("date", latest ? latest->period.period.last
					     : measure->baseline.date.date),
		     WORD_ARG("frequency",
			      arena_format(
				      run->findings->arena, "frequency\004%s",
				      choices[CHOICE_frequency].words
					      [measure->frequency.word]))));
}

/* change that a target aims for, with the margin of the newest value that has
 * one and its sample size */
struct movement {
	double from, to, margin, n;
	bool turned; /* to the worse side: left to document/target-direction */
	bool small;  /* can't be told from chance */
	bool summed; /* n is of the target's time, not of one reading */
};

enum { YEAR_DAYS = 365 };

/* days of the reading's period; of a baseline, which tells none, by the
 * frequency, as readings are written down by the month at most; NAN unknown */
static double
period_days(const struct measure *measure, const struct actual *reading)
{
	static const double days[] = {
		[FREQUENCY_DAILY] = 30,		[FREQUENCY_WEEKLY] = 30,
		[FREQUENCY_MONTHLY] = 30,	[FREQUENCY_QUARTERLY] = 91,
		[FREQUENCY_YEARLY] = YEAR_DAYS,
	};

	if (reading)
		return date_between(reading->period.period.first,
				    reading->period.period.last) +
		       1;
	return is_set(&measure->frequency.at) ? days[measure->frequency.word]
					      : NAN;
}

/* Counts the answers of one period on to all those that come in from baseline
 * to target, or in a year: a month's few don't judge a year's target. */
static double
answers_until(const struct measure *measure, const struct actual *reading,
	      double n)
{
	const struct date_value *from = &measure->baseline.date;
	const struct date_value *to = &measure->target.date;
	bool known = is_set(&from->at) && is_set(&to->at);
	double span = date_between(from->date, to->date);
	double periods = fmin(span, YEAR_DAYS) / period_days(measure, reading);

	return known && periods > 1 ? floor(n * periods) : n;
}

/* Excludes floors and diagnostics. */
static struct movement
change_of(const struct measure *measure, const struct measure_view *made)
{
	bool wanted = is_unfilled(&measure->role.at) ||
		      word_is(&measure->role, ROLE_TARGET);
	const struct actual *sampled =
		isnan(made->margin) ? NULL : made->latest;
	double n = sampled ? sampled->n.n : measure->baseline.n.n;
	struct movement change = {
		.from = reading_in(&measure->baseline.value, made->unit),
		.to = reading_in(&measure->target.value, made->unit),
		.n = answers_until(measure, sampled, n)};
	double by = change.to - change.from;

	change.summed = change.n > n;
	change.margin = measure_margin(
		measure, sampled ? made->latest_value : change.from, change.n);
	/* comparisons with what is not known are false */
	change.turned = wanted &&
			(made->direction == DIRECTION_LOWER ? by > 0 : by < 0);
	change.small = wanted && !change.turned && fabs(by) > 0 &&
		       fabs(by) < change.margin - 1e-9;
	return change;
}

static void
report_small(struct rule_run *run, const struct measure *measure,
	     const struct movement *change, int unit)
{
	rule_find_args(
		run, &measure->target.object, "value",
		change->summed
			? N_("the change that '{name}' aims for, from {from} "
			     "to {to}, can't be told from chance, which with "
			     "all {n} answers or cases that come in by then, "
			     "or in a year, is up to {margin} either way; ask "
			     "more customers, or aim for more")
			: N_("the change that '{name}' aims for, from {from} "
			     "to {to}, can't be told from chance, which with "
			     "{n} answers or cases is up to {margin} either "
			     "way; ask more customers, look at longer "
			     "periods, or aim for more"),
		ARGS(value_arg(run, "from", change->from, unit),
		     value_arg(run, "to", change->to, unit),
		     COUNT_ARG("n", change->n),
		     value_arg(run, "margin", change->margin, unit)));
	rule_relate(run, &measure->baseline.object, "value",
		    N_("the baseline"));
}

/* Limits usual scores to the newer effort score, with its scale from 1 to 7,
 * and usual waits and handle times to calls. */
static bool
has_usual_range(const struct measure *measure, const struct measure_view *made)
{
	const struct standard *standard = made->standard;
	const struct refs_value *channels = &measure->scope.channels;
	double low, high;

	if (!standard || standard->usual_min > standard->usual_max ||
	    standard->usual_unit != made->unit)
		return false;
	if (made->unit == MEASURED_SCORE &&
	    (made->direction != DIRECTION_HIGHER ||
	     !measure_scale(measure, &low, &high) || low != 1 || high != 7))
		return false;
	if (made->family != FAMILY_ACCESS && made->unit != MEASURED_SECONDS)
		return true;
	FOR_TARGETS (channel, *channels)
		if (word_is(&channel->mode, MODE_VOICE))
			return true;
	return channels->n == 0;
}

/* Excludes values that are better than usual where that is no warning sign, and
 * impossible ones, which document/out-of-range reports. */
static bool
is_unusual(const struct measure *measure, const struct measure_view *made,
	   double value)
{
	double usual_low = made->standard->usual_min;
	double usual_high = made->standard->usual_max;
	bool soft = made->family == FAMILY_DEMAND ||
		    made->family == FAMILY_EMPLOYEE;
	double low, high;

	if (measure_limits(measure, &low, &high) &&
	    !(value >= low && value <= high))
		return false;
	if (soft && (made->direction == DIRECTION_LOWER ? value < usual_low
							: value > usual_high))
		return false;
	return lies_outside(value, usual_low, usual_high, made->unit);
}

/* Looks at the target, else the newest value; reports one thing about a target
 * only. */
void
check_measures_noise(struct rule_run *run, const struct measure *measure)
{
	const struct measure_view *made = FIGURES(run, measures, measure);
	const struct standard *standard = made->standard;
	const struct object *place = &measure->baseline.object;
	struct movement change = change_of(measure, made);
	bool aimed = !isnan(change.to);
	double value = change.from;

	if (!all_read(run, measure))
		return;
	if (change.small)
		report_small(run, measure, &change, made->unit);
	if (aimed) {
		place = &measure->target.object;
		value = change.to;
	} else if (made->latest) {
		place = &made->latest->object;
		value = made->latest_value;
	}
	if (change.turned || change.small ||
	    !is_unfilled(&measure->obligation.at) ||
	    !has_usual_range(measure, made) ||
	    !is_unusual(measure, made, value))
		return;
	rule_find_args(
		run, place, "value",
		aimed ? N_("the target of '{name}', {value}, is outside {low} "
			   "to {high}, the usual range elsewhere: an "
			   "indication, not a pass mark; check that it is "
			   "counted in the same way, and keep it if you know "
			   "why")
		      : N_("'{name}' is at {value}, outside {low} to {high}, "
			   "the usual range elsewhere: an indication, not a "
			   "pass mark; check that it is counted in the same "
			   "way, and leave it if you know why"),
		ARGS(value_arg(run, "value", value, made->unit),
		     value_arg(run, "low", standard->usual_min, made->unit),
		     value_arg(run, "high", standard->usual_max, made->unit)));
}

/* the message of a measure that is off track; of a floor the level counts, from
 * whichever side it was left */
static const char *
off_track_message(const struct measure *measure,
		  const struct measure_view *made)
{
	bool sampled = made->slack == made->margin;

	if (made->state == MEASURE_MISSED || made->planned >= 1)
		return N_("'{name}' is at {value}, and should have been at "
			  "{target} on {date}; find out what held it up, and "
			  "agree on a new date");
	if (word_is(&measure->role, ROLE_FLOOR))
		return N_("'{name}' is at {value}, worse than the {target} "
			  "that it should hold; find out what let it slip");
	if (made->state == MEASURE_WORSE)
		return sampled ? N_("'{name}' is at {value}, worse than its "
				    "baseline of {baseline} by more than the "
				    "sampling margin of {margin}, on the way "
				    "to {target} on {date}; find out what "
				    "makes it worse")
			       : N_("'{name}' is at {value}, worse than its "
				    "baseline of {baseline}, on the way to "
				    "{target} on {date}; find out what makes "
				    "it worse");
	return sampled ? N_("'{name}' is at {value}, behind the {line} of "
			    "{today} on the way to {target} on {date}, by "
			    "more than the sampling margin of {margin}; find "
			    "out what holds it up, or agree on another target")
		       : N_("'{name}' is at {value}, behind the {line} of "
			    "{today} on the way to {target} on {date}; find "
			    "out what holds it up, or agree on another "
			    "target");
}

static void
report_off_track(struct rule_run *run, const struct measure *measure,
		 const struct measure_view *made)
{
	const struct target *target = &measure->target;
	double wanted = reading_in(&target->value, made->unit);
	double base = reading_in(&measure->baseline.value, made->unit);

	rule_find_args(
		run, &made->latest->object, "value",
		off_track_message(measure, made),
		ARGS(value_arg(run, "value", made->latest_value, made->unit),
		     value_arg(run, "target", wanted, made->unit),
		     value_arg(run, "baseline", base, made->unit),
		     DATE_ARG("date", target->date.date),
		     DATE_ARG("today", made->line_day),
		     value_arg(run, "line", made->line, made->unit),
		     value_arg(run, "margin", made->margin, made->unit)));
	rule_relate(run, &target->object, "value", N_("its target"));
}

/* Leaves old readings to measures/stale. */
void
check_measures_off_track(struct rule_run *run, const struct measure *measure)
{
	const struct measure_view *made = FIGURES(run, measures, measure);
	const struct limits *range = &measure->range;
	double low = reading_in(&range->min, made->unit);
	double high = reading_in(&range->max, made->unit);

	if (plan_is_retired(run->plan) || !all_read(run, measure) ||
	    is_unclear(&measure->unit.at) || made->stale ||
	    is_before(&measure->target.date, measure->baseline.date.date))
		return;
	if (made->state == MEASURE_MISSED || made->state == MEASURE_WORSE ||
	    made->state == MEASURE_BEHIND)
		report_off_track(run, measure, made);
	if (made->state != MEASURE_OUT_OF_RANGE)
		return;
	rule_find_args(
		run, &made->latest->object, "value",
		N_("'{name}' is at {value}, outside its range of {low} to "
		   "{high}; find out what moved it"),
		ARGS(value_arg(run, "value", made->latest_value, made->unit),
		     value_arg(run, "low", low, made->unit),
		     value_arg(run, "high", high, made->unit)));
	rule_relate(run, &range->object, NULL, N_("its range"));
}
