/* measure_readings.c - readings that are stale, noise, check_unusual or off
 * track */
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
static const char *
with_unit(struct rule_run *run, double value, int unit)
{
	struct duration time = {.amount = value};
	struct buf buf = {0};

	if (unit == MEASURED_MONEY) {
		buf_printf(&buf, "%s ", run->plan->plan.currency.text);
		buf_number(&buf, value);
	} else {
		time.unit = (enum duration_unit)(unit - MEASURED_SECONDS);
		duration_write(&buf, time);
	}
	return rule_text(run, &buf);
}

static struct arg
value_arg(struct rule_run *run, const char *name, double value, int unit)
{
	bool priced =
		unit == MEASURED_MONEY && is_set(&run->plan->plan.currency.at);

	if (unit == MEASURED_PERCENT)
		return (struct arg)PERCENT_ARG(name, value);
	value = rounded(value, unit);
	if (priced || (unit >= MEASURED_SECONDS && unit <= MEASURED_DAYS))
		return (struct arg)TEXT_ARG(name, with_unit(run, value, unit));
	return (struct arg)NUMBER_ARG(name, value);
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

	if (!is_unfilled(&measure->actuals.at) && !is_set(&measure->actuals.at))
		return false;
	FOR_EACH (actual, measure->actuals)
		if (!is_set(&actual->period.at) ||
		    isnan(reading_in(&actual->value, unit)))
			return false;
	return true;
}

void
check_measures_stale(struct rule_run *run, const struct measure *measure)
{
	const struct measure_view *made = FIGURES(run, measures, measure);
	const struct actual *latest = made->latest;

	if (plan_is_retired(run->plan) || !all_read(run, measure) ||
	    !made->stale)
		return;
	rule_find(run, &measure->object, "actuals",
		  latest ? N_("'{name}' has no reading since {date}, though "
			      "its frequency is {frequency}; add the readings, "
			      "or read it less often")
			 : N_("'{name}' has no reading since its baseline of "
			      "{date}, though its frequency is {frequency}; "
			      "add the readings, or read it less often"),
		  ARGS(NAME_ARG("name", measure),
		       DATE_ARG("date", latest ? latest->period.period.last
					       : measure->baseline.date.date),
		       TEXT_ARG("frequency", word_text(CHOICE_frequency,
						       &measure->frequency))));
}

/* Excludes floors and diagnostics. */
static bool
wants_change(const struct measure *measure)
{
	return is_unfilled(&measure->role.at) ||
	       word_is(&measure->role, ROLE_TARGET);
}

/* Leaves a target on the worse side to document/target-direction. */
static bool
is_turned(const struct measure *measure, const struct measure_view *made)
{
	double change = reading_in(&measure->target.value, made->unit) -
			reading_in(&measure->baseline.value, made->unit);

	return wants_change(measure) &&
	       (made->direction == DIRECTION_LOWER ? change > 0 : change < 0);
}

/* margin of the newest value that has one, and its sample size */
static double
margin_now(const struct measure_view *made, const struct measure *measure,
	   double *n)
{
	if (!isnan(made->margin)) {
		*n = made->latest->n.n;
		return made->margin;
	}
	*n = measure->baseline.n.n;
	return made->baseline_margin;
}

static bool
is_small_change(const struct measure *measure, const struct measure_view *made)
{
	double from = reading_in(&measure->baseline.value, made->unit);
	double to = reading_in(&measure->target.value, made->unit);
	double n, margin = margin_now(made, measure, &n);

	/* comparisons with what is not known are false */
	return wants_change(measure) && !is_turned(measure, made) &&
	       fabs(to - from) > 0 && fabs(to - from) < margin - 1e-9;
}

static void
check_small_change(struct rule_run *run, const struct measure *measure,
		   const struct measure_view *made)
{
	double from = reading_in(&measure->baseline.value, made->unit);
	double to = reading_in(&measure->target.value, made->unit);
	double n, margin = margin_now(made, measure, &n);

	if (!is_small_change(measure, made))
		return;
	rule_find(run, &measure->target.object, "value",
		  N_("the change that '{name}' aims for, from {from} to {to}, "
		     "can't be told from chance, which with {n} answers or "
		     "cases is up to {margin} either way; ask more customers, "
		     "look at longer periods, or aim for more"),
		  ARGS(NAME_ARG("name", measure),
		       value_arg(run, "from", from, made->unit),
		       value_arg(run, "to", to, made->unit), COUNT_ARG("n", n),
		       value_arg(run, "margin", margin, made->unit)));
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
	FOR_VALUES (ref_value, ref, *channels) {
		const struct channel *channel = ref->to;

		if (channel && word_is(&channel->mode, MODE_VOICE))
			return true;
	}
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
static void
check_unusual(struct rule_run *run, const struct measure *measure,
	      const struct measure_view *made)
{
	const struct standard *standard = made->standard;
	double target = reading_in(&measure->target.value, made->unit);
	double value = !isnan(target) ? target
		       : made->latest ? made->latest_value
				      : reading_in(&measure->baseline.value,
						   made->unit);

	if (is_turned(measure, made) || is_small_change(measure, made) ||
	    !has_usual_range(measure, made) ||
	    !is_unusual(measure, made, value))
		return;
	rule_find(
		run,
		!isnan(target) ? &measure->target.object
		: made->latest ? &made->latest->object
			       : &measure->baseline.object,
		"value",
		!isnan(target)
			? N_("the target of '{name}', {value}, is outside "
			     "{low} to {high}, the usual range elsewhere: an "
			     "indication, not a pass mark; check that it is "
			     "counted in the same way, and keep it if you know "
			     "why")
			: N_("'{name}' is at {value}, outside {low} to {high}, "
			     "the usual range elsewhere: an indication, not a "
			     "pass mark; check that it is counted in the same "
			     "way, and leave it if you know why"),
		ARGS(NAME_ARG("name", measure),
		     value_arg(run, "value", value, made->unit),
		     value_arg(run, "low", standard->usual_min, made->unit),
		     value_arg(run, "high", standard->usual_max, made->unit)));
}

void
check_measures_noise(struct rule_run *run, const struct measure *measure)
{
	const struct measure_view *made = FIGURES(run, measures, measure);

	if (!all_read(run, measure))
		return;
	check_small_change(run, measure, made);
	check_unusual(run, measure, made);
}

static void
report_behind(struct rule_run *run, const struct measure *measure,
	      const struct measure_view *made)
{
	const struct target *target = &measure->target;
	bool due = date_compare(target->date.date, run->view->as_of) <= 0;

	rule_find(
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
		ARGS(NAME_ARG("name", measure),
		     value_arg(run, "value", made->latest_value, made->unit),
		     value_arg(run, "target",
			       reading_in(&target->value, made->unit),
			       made->unit),
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
	    made->stale)
		return;
	if (made->state == MEASURE_BEHIND &&
	    rounded(made->latest_value, made->unit) !=
		    rounded(made->line, made->unit))
		report_behind(run, measure, made);
	if (made->state != MEASURE_OUT_OF_RANGE ||
	    !lies_outside(made->latest_value, low, high, made->unit))
		return;
	rule_find(run, &made->latest->object, "value",
		  N_("'{name}' is at {value}, outside its range of {low} to "
		     "{high}; find out what moved it"),
		  ARGS(NAME_ARG("name", measure),
		       value_arg(run, "value", made->latest_value, made->unit),
		       value_arg(run, "low", low, made->unit),
		       value_arg(run, "high", high, made->unit)));
	rule_relate(run, &range->object, NULL, N_("its range"));
}
