/* measure_targets.c - target, definition and counter measure of each measure */
#include "ces/measure.h"
#include "rules/strategic/strategic.h"

static bool
is_handle_time(const struct measure_view *made)
{
	return made->standard && !strcmp(made->standard->word, "aht");
}

/* Offers a range of 10% around the current value, if that is known. Leaves
 * handle times with a target to measures/unbalanced. */
static void
check_range(struct rule_run *run, const struct measure *measure)
{
	const struct measure_view *made = FIGURES(run, measures, measure);
	double now = made->latest
			     ? made->latest_value
			     : reading_in(&measure->baseline.value, made->unit);
	double high = round(now * 1.1);
	struct buf buf = {0};

	if (!object_lacks(&measure->object, "range") ||
	    (is_handle_time(made) && is_set(&measure->target.value.at)))
		return;
	rule_missing(run, &measure->object, "range",
		     N_("'{name}' has no range to stay in; add `range` with "
			"its `min` and `max`, or `role: diagnostic` if it is "
			"only watched"),
		     ARGS(NAME_ARG("name", measure)));
	if (!(now > 0))
		return;
	buf_puts(&buf, "    range: {min: ");
	buf_number(&buf, round(now * .9));
	buf_puts(&buf, ", max: ");
	buf_number(&buf,
		   made->unit == MEASURED_PERCENT ? fmin(100, high) : high);
	buf_puts(&buf, "}\n");
	rule_paste_text(run, rule_text(run, &buf));
}

/* Asks for the baseline alone, which baseline_plan may replace. */
void
check_measures_no_target(struct rule_run *run, const struct measure *measure)
{
	static const struct key_message keys[] = {
		{"owner", N_("nobody answers for '{name}'; name as `owner` "
			     "somebody who can move it")},
		{"baseline",
		 N_("'{name}' doesn't say where it starts from; add its "
		    "`baseline`, or in `baseline_plan` how it will be found")},
		{"target",
		 N_("'{name}' has nothing to reach; add a `target` with a "
		    "date, or `role: diagnostic` if it is only watched")},
		{NULL, NULL},
	};

	rule_find_lacking(run, &measure->object, keys,
			  ARGS(NAME_ARG("name", measure)));
	check_range(run, measure);
}

/* Requires the sample size of a survey's newest value. */
static void
check_count(struct rule_run *run, const struct measure *measure)
{
	const struct measure_view *made = FIGURES(run, measures, measure);
	const struct baseline *baseline = &measure->baseline;
	const struct object *reading = NULL;

	if (!is_surveyed(measure) &&
	    !(made->standard && standard_needs(made->standard, PART_scale)))
		return;
	if (made->latest && is_unfilled(&made->latest->n.at))
		reading = &made->latest->object;
	else if (!made->latest && is_unfilled(&measure->actuals.at) &&
		 is_set(&baseline->value.at) && is_unfilled(&baseline->n.at))
		reading = &baseline->object;
	if (reading)
		rule_find(run, reading, "n",
			  N_("the last value of '{name}' doesn't say how many "
			     "answers it is based on; add their number as `n`"),
			  ARGS(NAME_ARG("name", measure)));
}

void
check_measures_undefined(struct rule_run *run, const struct measure *measure)
{
	static const struct key_message keys[] = {
		{"scale", N_("'{name}' doesn't say on which scale customers "
			     "answer, and which answers count; add `scale`")},
		{"method",
		 N_("'{name}' doesn't say how it is measured; add `method`")},
		{"window", N_("'{name}' doesn't say within what time a repeat "
			      "contact counts; add `window`")},
		{"statistic", N_("'{name}' is a time and doesn't say which: "
				 "mean, median, or the time that nine in ten "
				 "stay below; add `statistic`")},
		{"within", N_("'{name}' doesn't say within which time an "
			      "answer counts; add `within`")},
		{"abandons", N_("'{name}' doesn't say how those who give up "
				"are counted; add `abandons`")},
		{NULL, NULL},
	};

	rule_find_lacking(run, &measure->object, keys,
			  ARGS(NAME_ARG("name", measure)));
	check_count(run, measure);
}

static void
check_counter(struct rule_run *run, const struct measure *measure)
{
	const struct measure *counter = measure->counter_measure.to;

	if (is_unfilled(&measure->counter_measure.at)) {
		rule_find(run, &measure->object, "counter_measure",
			  N_("'{name}' has a target and nothing that keeps it "
			     "honest; name as `counter_measure` what customers "
			     "would lose if it were pushed too far"),
			  ARGS(NAME_ARG("name", measure)));
		rule_relate(run, &measure->target.object, "value",
			    N_("its target"));
	} else if (counter && counter != measure &&
		   FIGURES(run, measures, counter)->family ==
			   FAMILY_EFFICIENCY) {
		rule_find(run, &measure->object, "counter_measure",
			  N_("'{name}' should be balanced by '{counter}', "
			     "which is about efficiency too; name a measure of "
			     "what customers get"),
			  ARGS(NAME_ARG("name", measure),
			       NAME_ARG("counter", counter)));
		rule_relate(run, &counter->object, NULL,
			    N_("its counter measure"));
	}
}

/* Weighs headlines of the two families, where these are clear. */
static void
check_headline_sides(struct rule_run *run)
{
	const struct map *measures = &run->plan->measures;
	double efficiency = 0, effectiveness = 0;

	FOR_EACH (measure, *measures) {
		const struct flag_value *headline = &measure->headline;
		int family = FIGURES(run, measures, measure)->family;

		if (is_unclear(&headline->at) ||
		    (flag_is(headline, true) && family < 0))
			return;
		if (!flag_is(headline, true))
			continue;
		efficiency += family == FAMILY_EFFICIENCY;
		effectiveness += family == FAMILY_EFFECTIVENESS;
	}
	if (efficiency <= effectiveness || measures_only_efficient(run->view))
		return;
	rule_find(
		run, &run->plan->object, "measures",
		N_("more headline measures are about efficiency ({efficiency}) "
		   "than about what customers get ({effectiveness}); leaders "
		   "will steer by cost, so bring the two into balance"),
		ARGS(COUNT_ARG("efficiency", efficiency),
		     COUNT_ARG("effectiveness", effectiveness)));
	FOR_EACH (measure, *measures)
		if (flag_is(&measure->headline, true) &&
		    FIGURES(run, measures, measure)->family ==
			    FAMILY_EFFICIENCY)
			rule_relate(run, &measure->object, "headline",
				    N_("about efficiency"));
}

/* Passes over floors, and measures without a target. */
void
check_measures_unbalanced(struct rule_run *run)
{
	FOR_EACH (measure, run->plan->measures) {
		const struct measure_view *made =
			FIGURES(run, measures, measure);

		if (made->family != FAMILY_EFFICIENCY ||
		    !is_set(&measure->target.value.at) ||
		    is_unclear(&measure->role.at) ||
		    word_is(&measure->role, ROLE_FLOOR))
			continue;
		if (is_handle_time(made))
			rule_find(run, &measure->target.object, NULL,
				  N_("'{name}' is a handle time with a target, "
				     "and agents who are held to it hurry "
				     "customers; leave the target out, and "
				     "give it a `range` to watch"),
				  ARGS(NAME_ARG("name", measure)));
		else
			check_counter(run, measure);
	}
	check_headline_sides(run);
}
