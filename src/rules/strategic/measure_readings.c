/* measure_readings.c - readings that are stale, noise, unusual or off track */
#include "ces/measure.h"
#include "rules/rule.h"

/* Rounds as messages do: percents to a decimal, small numbers to two. */
static double
rounded(double value, int unit)
{
	double fine = fabs(value) < 10 ? 100 : 10;

	return unit == MEASURED_PERCENT || unit == MEASURED_POINTS
		       ? as_shown(value)
		       : round(value * fine) / fine;
}

/* writes times as plans do, money with its currency */
static struct arg
value_arg(struct rule_run *run, const char *name, double value, int unit)
{
	const struct text_value *currency = &run->plan->plan.currency;
	struct duration time = {.amount = rounded(value, unit)};
	struct buf buf = {0};

	if (unit == MEASURED_PERCENT)
		return (struct arg)PERCENT_ARG(name, value);
	if (unit == MEASURED_MONEY && is_set(&currency->at)) {
		buf_printf(&buf, "%s ", currency->text);
		buf_number(&buf, time.amount);
	} else if (unit >= MEASURED_SECONDS && unit <= MEASURED_DAYS) {
		time.unit = (enum duration_unit)(unit - MEASURED_SECONDS);
		duration_write(&buf, time);
	} else {
		return (struct arg)NUMBER_ARG(name, time.amount);
	}
	return (struct arg)TEXT_ARG(name, rule_text(run, &buf));
}

/* Compares rounded values: 420.02 and a limit of 420 both show as 420. */
static bool
lies_outside(double value, double low, double high, int unit)
{
	return rounded(value, unit) < rounded(low, unit) ||
	       rounded(value, unit) > rounded(high, unit);
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

void
check_measures_stale(struct rule_run *run, const struct measure *measure)
{
	const struct measure_view *made = FIGURES(run, measures, measure);
	const struct actual *latest = made->latest;

	if (plan_is_retired(run->plan) || !all_read(run, measure) ||
	    !made->stale)
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
		     WORD_OF_ARG("frequency", CHOICE_frequency,
				 &measure->frequency)));
}

/* change that a target aims for, with the margin of the newest value that has
 * one and its sample size */
struct change {
	double from, to, margin, n;
	bool turned; /* to the worse side: left to document/target-direction */
	bool small;  /* can't be told from chance */
};

/* Excludes floors and diagnostics. */
static struct change
change_of(const struct measure *measure, const struct measure_view *made)
{
	bool wanted = is_unfilled(&measure->role.at) ||
		      word_is(&measure->role, ROLE_TARGET);
	bool sampled = !isnan(made->margin);
	struct change change = {
		.from = reading_in(&measure->baseline.value, made->unit),
		.to = reading_in(&measure->target.value, made->unit),
		.margin = sampled ? made->margin : made->baseline_margin,
		.n = sampled ? made->latest->n.n : measure->baseline.n.n};
	double by = change.to - change.from;

	/* comparisons with what is not known are false */
	change.turned = wanted &&
			(made->direction == DIRECTION_LOWER ? by > 0 : by < 0);
	change.small = wanted && !change.turned && fabs(by) > 0 &&
		       fabs(by) < change.margin - 1e-9;
	return change;
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
	struct change change = change_of(measure, made);
	bool aimed = !isnan(change.to);
	double value = change.from;

	if (!all_read(run, measure))
		return;
	if (change.small) {
		rule_find_args(
			run, &measure->target.object, "value",
			N_("the change that '{name}' aims for, from {from} to "
			   "{to}, can't be told from chance, which with {n} "
			   "answers or cases is up to {margin} either way; ask "
			   "more customers, look at longer periods, or aim for "
			   "more"),
			ARGS(value_arg(run, "from", change.from, made->unit),
			     value_arg(run, "to", change.to, made->unit),
			     COUNT_ARG("n", change.n),
			     value_arg(run, "margin", change.margin,
				       made->unit)));
		rule_relate(run, &measure->baseline.object, "value",
			    N_("the baseline"));
	}
	if (aimed) {
		place = &measure->target.object;
		value = change.to;
	} else if (made->latest) {
		place = &made->latest->object;
		value = made->latest_value;
	}
	if (change.turned || change.small || !has_usual_range(measure, made) ||
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

static void
report_behind(struct rule_run *run, const struct measure *measure,
	      const struct measure_view *made)
{
	const struct target *target = &measure->target;
	double wanted = reading_in(&target->value, made->unit);
	bool due = date_compare(target->date.date, run->view->as_of) <= 0;

	rule_find_args(
		run, &made->latest->object, "value",
		word_is(&measure->role, ROLE_FLOOR)
			? N_("'{name}' is at {value}, worse than the {target} "
			     "that it should hold; find out what let it slip")
		: due ? N_("'{name}' is at {value}, and should have been at "
			   "{target} on {date}; find out what held it up, and "
			   "agree on a new date")
		: !isnan(made->margin)
			? N_("'{name}' is at {value}, behind the {line} of "
			     "{today} on the way to {target} on {date}, by "
			     "more than the sampling margin of {margin}; find "
			     "out what holds it up, or agree on another target")
			: N_("'{name}' is at {value}, behind the {line} of "
			     "{today} on the way to {target} on {date}; find "
			     "out what holds it up, or agree on another "
			     "target"),
		ARGS(value_arg(run, "value", made->latest_value, made->unit),
		     value_arg(run, "target", wanted, made->unit),
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
	if (made->state == MEASURE_BEHIND &&
	    rounded(made->latest_value, made->unit) !=
		    rounded(made->line, made->unit))
		report_behind(run, measure, made);
	if (made->state != MEASURE_OUT_OF_RANGE ||
	    !lies_outside(made->latest_value, low, high, made->unit))
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
