/* figures.c - figures of the plan that contradict each other */
#include "ces/measure.h"
#include "rules/rule.h"

/* Tells whether the figures are further apart than settings.reconcile. */
static bool
disagrees(const struct rule_run *run, double told, double made)
{
	double slack = SETTING_OF(run->plan, reconcile) / 100;

	/* comparisons with what is not known are false */
	return fabs(told - made) > fabs(made) * slack + 1e-9;
}

/* Cost of a contact over all reasons; NAN where a part is unknown, or made of
 * other figures than of one that can't be read. */
static double
contact_cost(const struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const struct view *view = run->view;

	FOR_EACH (reason, plan->contact_reasons)
		if (isnan(FIGURES(run, reasons, reason)->cost) ||
		    isnan(FIGURES(run, reasons, reason)->volume))
			return NAN;
	FOR_EACH (channel, plan->channels)
		if (is_unclear(&channel->cost_per_contact.at))
			return NAN;
	return view->contacts > 0 ? view->contact_cost / view->contacts : NAN;
}

/* the same of the channels alone */
static double
channels_cost(const struct rule_run *run, const struct refs_value *channels)
{
	double cost = 0, volume = 0;

	FOR_TARGETS (channel, *channels) {
		cost += FIGURES(run, channels, channel)->cost;
		volume += FIGURES(run, channels, channel)->volume;
	}
	return volume > 0 ? cost / volume : NAN;
}

/* share of the channels' attempts without an answer; NAN where one of the
 * channels doesn't tell */
static double
unanswered_share(const struct rule_run *run, const struct refs_value *channels)
{
	double attempts = 0, missed = 0;

	FOR_TARGETS (channel, *channels) {
		double tried = is_set(&channel->attempts_per_year.at)
				       ? channel->attempts_per_year.n
				       : NAN;

		attempts += tried;
		missed += tried * FIGURES(run, channels, channel)->unanswered;
	}
	return attempts > 0 ? missed / attempts : NAN;
}

/* what the plan's own figures make of the measure; NAN where they don't tell */
static double
own_figure(const struct rule_run *run, const struct measure *measure)
{
	const struct standard *standard = measure_standard(measure);
	const struct scope *scope = &measure->scope;
	bool all = is_unfilled(&scope->channels.at);

	if (!standard || is_partial(run->plan) ||
	    is_unclear(&run->plan->channels.at) ||
	    !volumes_clear(&run->plan->contact_reasons) ||
	    is_unclear(&run->plan->contact_reasons.at) ||
	    !is_unfilled(&scope->segments.at) ||
	    !is_unfilled(&scope->reasons.at) || refs_unclear(&scope->channels))
		return NAN;
	if (!strcmp(standard->word, "cost_per_contact"))
		return all ? contact_cost(run)
			   : channels_cost(run, &scope->channels);
	if (!strcmp(standard->word, "unanswered_rate"))
		return unanswered_share(run, &scope->channels);
	if (!strcmp(standard->word, "contact_rate") && all)
		return run->view->contact_rate;
	if (!strcmp(standard->word, "failure_demand_share") && all)
		return run->view->failure_share;
	return NAN;
}

static struct arg
figure_arg(const char *name, double value, int unit)
{
	return unit == MEASURED_PERCENT ? (struct arg)PERCENT_ARG(name, value)
					: (struct arg)NUMBER_ARG(name, value);
}

/* Allows for rounding: 4.29 may be 4.2889, and 4 may be 4.1. */
void
check_measures_contradicted(struct rule_run *run, const struct measure *measure)
{
	int unit = FIGURES(run, measures, measure)->unit;
	double told = reading_in(&measure->baseline.value, unit);
	double made = own_figure(run, measure);
	double slack = SETTING_OF(run->plan, reconcile);

	if (!disagrees(run, told, made) || told == round(made) ||
	    told == measure_shown(made, unit))
		return;
	rule_find_args(run, &measure->baseline.object, "value",
		       N_("the baseline of '{measure}' is {told}, and the "
			  "plan's own contacts make {made}; they should differ "
			  "by {slack} at most: take both from the same year, "
			  "and count the same contacts"),
		       ARGS(figure_arg("told", told, unit),
			    figure_arg("made", measure_shown(made, unit), unit),
			    PERCENT_ARG("slack", slack)));
	rule_relate(run, &run->plan->object, "contact_reasons",
		    N_("the plan's contacts"));
}

/* the plan's customers, else those of all segments; NAN where one of these
 * tells none */
static double
all_customers(const struct plan *plan)
{
	const struct number_value *active = &plan->plan.active_customers;
	double sum = 0;

	if (!is_unfilled(&active->at) || is_unclear(&plan->segments.at))
		return is_set(&active->at) ? active->n : NAN;
	FOR_EACH (segment, plan->segments)
		sum += is_set(&segment->customers.at) ? segment->customers.n
						      : NAN;
	return sum;
}

static const double share_rounding = 0.5; /* of a share without decimals */

/* factor between the share told and the one that the customers make, 1 or
 * more; 1 where they agree, or are not known */
static double
share_factor(const struct rule_run *run, const struct segment *segment,
	     double all)
{
	double share = segment->share.n;
	double made = segment->customers.n / all * 100;

	if (!is_set(&segment->customers.at) || !is_set(&segment->share.at) ||
	    segment->share.fraction || !(all > 0) ||
	    !disagrees(run, share, made) ||
	    fabs(share - made) <= share_rounding + 1e-9)
		return 1;
	return fmax(share, made) / fmin(share, made);
}

bool
shares_contradicted(const struct rule_run *run)
{
	double all = all_customers(run->plan);

	FOR_EACH (segment, run->plan->segments)
		if (share_factor(run, segment, all) > 1)
			return true;
	return false;
}

static void
report_share(struct rule_run *run, const struct segment *segment, double all)
{
	bool summed = is_unfilled(&run->plan->plan.active_customers.at);

	rule_find_args(
		run, &segment->object, "share",
		summed ? N_("'{name}' has {customers} of the {all} customers "
			    "in all segments, which is {made}, and its share "
			    "is {share}; correct one of the two")
		       : N_("'{name}' has {customers} of the {all} customers "
			    "in `active_customers`, which is {made}, and its "
			    "share is {share}; correct one of the three"),
		ARGS(COUNT_ARG("customers", segment->customers.n),
		     COUNT_ARG("all", all),
		     PERCENT_ARG("made", segment->customers.n / all * 100),
		     PERCENT_ARG("share", segment->share.n)));
	rule_relate(run, &segment->object, "customers", N_("its customers"));
}

/* Reports the segment that is furthest off alone where all are, or where they
 * are compared with each other: one figure makes the shares of all wrong. */
void
check_segments_share(struct rule_run *run)
{
	const struct map *segments = &run->plan->segments;
	const struct segment *furthest = NULL;
	double all = all_customers(run->plan), most = 1;
	bool alone = is_unfilled(&run->plan->plan.active_customers.at);
	uint32_t off = 0;

	FOR_EACH (segment, *segments) {
		double factor = share_factor(run, segment, all);

		off += factor > 1;
		if (factor > most) {
			most = factor;
			furthest = segment;
		}
	}
	alone |= off == segments->n;
	FOR_EACH (segment, *segments)
		if (alone ? segment == furthest
			  : share_factor(run, segment, all) > 1)
			report_share(run, segment, all);
}

/* tells whether the reason is a part of another of the insight's */
static bool
is_counted(const struct rule_run *run, const struct refs_value *reasons,
	   const struct reason *reason)
{
	while ((reason = FIGURES(run, reasons, reason)->parent))
		FOR_VALUES (ref_value, ref, *reasons)
			if (ref->to == reason)
				return true;
	return false;
}

/* Compares with the insight's reasons, else with all contacts. */
void
check_intelligence_too_many(struct rule_run *run, const struct insight *insight)
{
	const struct number_value *told =
		&insight->quantified.contacts_per_year;
	double limit = 1 + SETTING_OF(run->plan, reconcile) / 100, there = 0;
	bool own = insight->reasons.n > 0;

	if (!is_set(&told->at) || refs_unclear(&insight->reasons) ||
	    !volumes_clear(&run->plan->contact_reasons) ||
	    is_unclear(&run->plan->contact_reasons.at))
		return;
	FOR_TARGETS (reason, insight->reasons)
		if (!is_counted(run, &insight->reasons, reason))
			there += FIGURES(run, reasons, reason)->volume;
	if (!own)
		there = run->view->contacts;
	/* false where a volume is not known */
	if (!(told->n > there * limit))
		return;
	rule_find_args(
		run, &insight->quantified.object, "contacts_per_year",
		own ? N_("the insight '{insight}' is about {told} contacts a "
			 "year, more than the {there} of its contact reasons; "
			 "correct one of the two, or name the other reasons")
		    : N_("the insight '{insight}' is about {told} contacts a "
			 "year, more than the {there} of all contact reasons; "
			 "correct one of the two"),
		ARGS(COUNT_ARG("told", told->n), COUNT_ARG("there", there)));
	if (own)
		rule_relate(run, &insight->object, "reasons",
			    N_("its contact reasons"));
}
