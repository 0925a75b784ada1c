/* promises.c - speed that tiers, channels and measures promise, against each
 * other */
#include "ces/measure.h"
#include "rules/rule.h"

/* tells whether the objective is set without a gap */
static bool
is_promise(const struct speed *speed)
{
	return is_set(&speed->kind.at) && is_set(&speed->target.at) &&
	       !speed->target.fraction && is_set(&speed->within.at);
}

/* Business days and hours by the clock don't compare. */
static bool
times_compare(const struct duration_value *a, const struct duration_value *b)
{
	return (a->duration.unit == DURATION_BUSINESS_DAYS) ==
	       (b->duration.unit == DURATION_BUSINESS_DAYS);
}

/* Tells whether one promise is worse in share or time, and better in neither.
 */
static bool
is_slower(const struct speed *a, const struct speed *b)
{
	double within = duration_seconds(a->within.duration);
	double other = duration_seconds(b->within.duration);

	return is_promise(a) && is_promise(b) && a->kind.word == b->kind.word &&
	       times_compare(&a->within, &b->within) &&
	       a->target.n <= b->target.n && within >= other &&
	       (a->target.n < b->target.n || within > other);
}

static const char *
time_text(struct rule_run *run, const struct duration_value *time)
{
	struct buf buf = {0};

	duration_show(&buf, run->language, time->duration);
	return rule_text(run, &buf);
}

static void
report_slower(struct rule_run *run, const struct tier *tier,
	      const struct object *other, const struct speed *speed)
{
	const struct speed *own = &tier->objective;

	rule_find_args(
		run, &tier->object, "objective",
		N_("customers pay for '{name}', and it promises {own} within "
		   "{own_time}, where '{other}' promises {share} within "
		   "{time}; promise them at least as much"),
		ARGS(PERCENT_ARG("own", own->target.n),
		     TEXT_ARG("own_time", time_text(run, &own->within)),
		     object_arg("other", other),
		     PERCENT_ARG("share", speed->target.n),
		     TEXT_ARG("time", time_text(run, &speed->within))));
	rule_relate(run, &speed->object, NULL, N_("the faster promise"));
}

/* The current channel with the slowest objective of that kind; NULL unless all
 * of the kind compare, for a tier's objective is of all of them. */
static const struct channel *
slowest_channel(const struct rule_run *run, const struct speed *speed)
{
	const struct channel *slowest = NULL;

	FOR_EACH (channel, run->plan->channels) {
		const struct speed *own = &channel->objective;

		if (!FIGURES(run, channels, channel)->live ||
		    (is_set(&own->kind.at) &&
		     own->kind.word != speed->kind.word))
			continue;
		if (!is_slower(speed, own))
			return NULL;
		if (!slowest || is_slower(own, &slowest->objective))
			slowest = channel;
	}
	return slowest;
}

/* tells whether the tier of need is known to be served before the other, or
 * with it */
static bool
is_served_first(const struct tier *need, const struct tier *tier)
{
	return word_is(&need->basis, BASIS_NEED) &&
	       is_set(&need->routing_priority.at) &&
	       is_set(&tier->routing_priority.at) &&
	       need->routing_priority.n < tier->routing_priority.n;
}

/* Compares what is paid for with what is not, but not with a tier of need that
 * is served first; else with the channels themselves. */
void
check_tiers_paid_slower(struct rule_run *run, const struct tier *paid)
{
	const struct channel *channel;

	if (!word_is(&paid->basis, BASIS_PAID) || !is_promise(&paid->objective))
		return;
	FOR_EACH (tier, run->plan->service_tiers) {
		if (!is_set(&tier->basis.at) ||
		    tier->basis.word == BASIS_PAID ||
		    is_served_first(tier, paid) ||
		    !is_slower(&paid->objective, &tier->objective))
			continue;
		report_slower(run, paid, &tier->object, &tier->objective);
		return;
	}
	channel = slowest_channel(run, &paid->objective);
	if (channel)
		report_slower(run, paid, &channel->object, &channel->objective);
}

/* share of answers in a percentile, by statistic; NAN of the mean */
static const double percentiles[] = {NAN, 50, 90, 95};

/* tells whether the measure is of all customers, and the channel in use */
static bool
is_of_all(const struct measure *measure, const struct channel *channel)
{
	const struct scope *scope = &measure->scope;

	return is_promise(&channel->objective) &&
	       !word_is(&channel->status, CHANNEL_RETIRING) &&
	       is_unfilled(&scope->segments.at) &&
	       is_unfilled(&scope->reasons.at);
}

/* a floor may lie lower */
static bool
is_aimed(const struct measure *measure)
{
	return is_unfilled(&measure->role.at) ||
	       word_is(&measure->role, ROLE_TARGET);
}

/* the standard that counts answers within the objective's time */
static const char *
standard_of(const struct speed *speed)
{
	return word_is(&speed->kind, SPEED_SERVICE_LEVEL) ? "service_level"
							  : "response_time_sla";
}

/* Compares shares within a time. */
static void
compare_shares(struct rule_run *run, const struct channel *channel,
	       const struct measure *measure)
{
	const struct speed *speed = &channel->objective;
	double target = reading_in(&measure->target.value, MEASURED_PERCENT);

	if (is_set(&measure->within.at) &&
	    times_compare(&measure->within, &speed->within) &&
	    duration_seconds(measure->within.duration) !=
		    duration_seconds(speed->within.duration)) {
		rule_find_args(
			run, &speed->object, "within",
			N_("the objective of '{channel}' counts answers within "
			   "{time}, and its measure '{measure}' those within "
			   "{other}; make them the same, so that readings show "
			   "whether it is met"),
			ARGS(NAME_ARG("measure", measure),
			     TEXT_ARG("time", time_text(run, &speed->within)),
			     TEXT_ARG("other",
				      time_text(run, &measure->within))));
		rule_relate(run, &measure->object, "within",
			    N_("the measure's time"));
	} else if (is_aimed(measure) && !isnan(target) &&
		   as_shown(target) != as_shown(speed->target.n)) {
		rule_find_args(
			run, &speed->object, "target",
			N_("the objective of '{channel}' is {share}, and its "
			   "measure '{measure}' aims for {target}; make them "
			   "the same, or nobody knows which counts"),
			ARGS(NAME_ARG("measure", measure),
			     PERCENT_ARG("share", speed->target.n),
			     PERCENT_ARG("target", target)));
		rule_relate(run, &measure->target.object, "value",
			    N_("the measure's target"));
	}
}

/* Compares a percentile with the objective: a different time of the same share,
 * or more time for a smaller one, which leaves the promise unmet. */
static void
compare_percentile(struct rule_run *run, const struct channel *channel,
		   const struct measure *measure)
{
	const struct speed *speed = &channel->objective;
	double promised = duration_seconds(speed->within.duration), share, time;
	struct duration_value aim = {0};

	if (!is_aimed(measure) || !is_set(&measure->statistic.at) ||
	    !reading_duration(&measure->target.value,
			      FIGURES(run, measures, measure)->unit,
			      &aim.duration) ||
	    !times_compare(&aim, &speed->within))
		return;
	share = percentiles[measure->statistic.word];
	time = duration_seconds(aim.duration);
	/* false of the mean */
	if (!(share <= speed->target.n) || fabs(time - promised) < 0.5 ||
	    (share < speed->target.n && time < promised))
		return;
	rule_find_args(
		run, &speed->object, "within",
		N_("the objective of '{channel}' is {share} within {time}, and "
		   "its measure '{measure}' aims for {aim} within {other}; "
		   "make "
		   "them the same, or nobody knows which counts"),
		ARGS(NAME_ARG("measure", measure),
		     PERCENT_ARG("share", speed->target.n),
		     TEXT_ARG("time", time_text(run, &speed->within)),
		     PERCENT_ARG("aim", share),
		     TEXT_ARG("other", time_text(run, &aim))));
	rule_relate(run, &measure->target.object, "value",
		    N_("the measure's target"));
}

/* the only current channel with an objective of the measure's kind; NULL where
 * there are several, or none */
static const struct channel *
only_promised(const struct rule_run *run, const struct standard *standard)
{
	const struct channel *only = NULL;

	FOR_EACH (channel, run->plan->channels) {
		const struct speed *speed = &channel->objective;

		if (!FIGURES(run, channels, channel)->live ||
		    (is_set(&speed->kind.at) &&
		     strcmp(standard->word, standard_of(speed)) != 0))
			continue;
		if (only)
			return NULL;
		only = channel;
	}
	return only;
}

static void
compare_promise(struct rule_run *run, const struct channel *channel,
		const struct measure *measure, const struct standard *standard)
{
	if (!is_of_all(measure, channel))
		return;
	if (!strcmp(standard->word, standard_of(&channel->objective)))
		compare_shares(run, channel, measure);
	else if (!strcmp(standard->word, "first_response_time"))
		compare_percentile(run, channel, measure);
}

/* A measure of no channel is of the only one that makes such a promise. */
void
check_channels_two_promises(struct rule_run *run)
{
	FOR_EACH (measure, run->plan->measures) {
		const struct standard *standard = measure_standard(measure);
		const struct refs_value *channels = &measure->scope.channels;
		const struct channel *only;

		if (!standard)
			continue;
		only = is_unfilled(&channels->at) ? only_promised(run, standard)
						  : NULL;
		if (only)
			compare_promise(run, only, measure, standard);
		FOR_TARGETS (channel, *channels)
			compare_promise(run, channel, measure, standard);
	}
}
