/* measures.c - measures as a set, on each channel, and with their targets */
#include "ces/measure.h"
#include "rules/rule.h"

/* Tells whether measures/efficiency-only reports the measures: all are about
 * efficiency and access. */
static bool
measures_only_efficient(const struct view *view)
{
	FOR_EACH (measure, view->plan->measures) {
		int family = view->measures[measure->object.index].family;

		if (family != FAMILY_EFFICIENCY && family != FAMILY_ACCESS)
			return false;
	}
	return view->plan->measures.n > 0;
}

/* tells whether its method is a survey */
static bool
is_surveyed(const struct measure *measure)
{
	return word_is(&measure->method, METHOD_POST_CONTACT_SURVEY) ||
	       word_is(&measure->method, METHOD_RELATIONSHIP_SURVEY);
}

static bool
follows(const struct measure_view *made, const char *word)
{
	return made->standard && !strcmp(made->standard->word, word);
}

/* Accepts custom measures that are, or may be, about effectiveness. */
static bool
is_own_effectiveness(const struct measure_view *made)
{
	return follows(made, "custom") &&
	       (made->family < 0 || made->family == FAMILY_EFFECTIVENESS);
}

void
check_measures_efficiency_only(struct rule_run *run)
{
	if (measures_only_efficient(run->view))
		rule_find(
			run, &run->plan->object, "measures",
			N_("every measure is about speed and cost, none about "
			   "what customers get from it; add satisfaction, "
			   "effort or first contact resolution"));
}

/* Counts kinds of surveys. Skips plans in which a measure may be another one.
 */
void
check_measures_no_perception(struct rule_run *run)
{
	static const char *const words[] = {"csat", "nps",
					    "customer_effort_score"};
	const struct object *plan = &run->plan->object;
	const struct measure *first = NULL;
	bool seen[3] = {false};
	uint32_t kinds = 0;

	FOR_EACH (measure, run->plan->measures) {
		const struct measure_view *made =
			FIGURES(run, measures, measure);
		bool own = follows(made, "custom") && is_surveyed(measure);
		bool fresh = own;

		if (!own && (!made->standard || (is_own_effectiveness(made) &&
						 !is_set(&measure->method.at))))
			return;
		for (int k = 0; k < 3; k++) {
			fresh |= !seen[k] && follows(made, words[k]);
			seen[k] |= follows(made, words[k]);
		}
		if (fresh && kinds++ == 0)
			first = measure;
	}
	if (!run->plan->measures.n || is_unclear(&run->plan->measures.at) ||
	    kinds > 1 || measures_only_efficient(run->view))
		return;
	if (!first) {
		rule_find(run, plan, "measures",
			  N_("no measure asks customers what they think; add "
			     "satisfaction, effort or the promoter score"));
		return;
	}
	rule_find_args(run, plan, "measures",
		       N_("only '{name}' asks customers what they think; add a "
			  "second view, such as effort beside satisfaction"),
		       ARGS(NAME_ARG("name", first)));
	rule_last(run)->severity = SEVERITY_ADVICE;
	rule_relate(run, &first->object, NULL, N_("the only one"));
}

void
check_measures_no_resolution(struct rule_run *run)
{
	static const char *const words[] = {"fcr", "one_contact_resolution",
					    "repeat_contact_rate",
					    "time_to_resolution", NULL};

	FOR_EACH (measure, run->plan->measures) {
		const struct measure_view *made =
			FIGURES(run, measures, measure);

		if (!made->standard || standard_among(made->standard, words) ||
		    (is_own_effectiveness(made) && !is_surveyed(measure)))
			return;
	}
	if (run->plan->measures.n && !is_unclear(&run->plan->measures.at) &&
	    !measures_only_efficient(run->view))
		rule_find(run, &run->plan->object, "measures",
			  N_("no measure shows whether customers' issues get "
			     "solved; add first contact resolution, repeat "
			     "contacts or time to resolution"));
}

/* Relates an outcome that is none of the headlines. */
void
check_measures_headlines(struct rule_run *run)
{
	const struct measure *surplus = NULL, *hidden = NULL;
	double most = SETTING_OF(run->plan, headlines);
	bool unclear = is_unclear(&run->plan->measures.at), outcome = false;
	uint32_t n = 0;

	FOR_EACH (measure, run->plan->measures) {
		int family = FIGURES(run, measures, measure)->family;

		if (!is_set(&measure->object.at) ||
		    is_unclear(&measure->headline.at)) {
			unclear = true;
		} else if (flag_is(&measure->headline, true)) {
			outcome |= family < 0 || family == FAMILY_OUTCOME;
			if (++n > most && !surplus)
				surplus = measure;
		} else if (family == FAMILY_OUTCOME && !hidden) {
			hidden = measure;
		}
	}
	if (surplus)
		rule_find_args(
			run, &surplus->object, "headline",
			N_("from here on there are more headline measures than "
			   "the {most} that leaders can weigh at a glance, {n} "
			   "altogether; keep those that they decide by"),
			ARGS(COUNT_ARG("n", n), COUNT_ARG("most", most)));
	if (!run->plan->measures.n || unclear ||
	    (n && (outcome || measures_only_efficient(run->view))))
		return;
	rule_find_args(
		run, &run->plan->object, "measures",
		n == 0 ? N_("no measure is marked with `headline: true`, so "
			    "the "
			    "leadership page shows none; mark those that "
			    "leaders decide by, {most} at most")
		: hidden
			? N_("no headline measure shows what good service does "
			     "for the organization; make '{name}' a headline")
			: N_("no headline measure shows what good service does "
			     "for the organization; add an outcome, such as "
			     "customers who stay, or what your organization is "
			     "there for"),
		ARGS(COUNT_ARG("most", most),
		     TEXT_ARG("name",
			      hidden ? object_name(&hidden->object) : "")));
	if (n && hidden)
		rule_relate(run, &hidden->object, NULL, N_("an outcome"));
}

/* aspects of access, as bits */
enum { WATCH_WAITING = 1, WATCH_REPLIES = 2 };

/* Takes unknown and custom measures to watch both. */
static unsigned
watched_by(const struct measure_view *made)
{
	static const char *const waiting[] = {"service_level", "asa",
					      "abandonment_rate",
					      "unanswered_rate", NULL};
	static const char *const replies[] = {"first_response_time",
					      "response_time_sla", NULL};

	if (standard_among(made->standard, waiting))
		return WATCH_WAITING;
	if (standard_among(made->standard, replies))
		return WATCH_REPLIES;
	if ((!made->standard || follows(made, "custom")) &&
	    (made->family < 0 || made->family == FAMILY_ACCESS))
		return WATCH_WAITING | WATCH_REPLIES;
	return 0;
}

/* Notes by channel the aspects that measures watch; returns those of all.
 * Takes a measure without channels for the whole contact center, as most
 * telephone systems count, and one with an unknown channel for any. */
static unsigned
find_watched(const struct rule_run *run, unsigned *watched)
{
	unsigned of_all = 0;

	FOR_EACH (measure, run->plan->measures) {
		const struct scope *scope = &measure->scope;
		unsigned aspects = watched_by(FIGURES(run, measures, measure));

		if (!is_set(&scope->object.at) ||
		    !is_set(&scope->channels.at) || !scope->channels.n ||
		    refs_unclear(&scope->channels))
			of_all |= aspects;
		else
			FOR_TARGETS (channel, scope->channels)
				watched[channel->object.index] |= aspects;
	}
	return of_all;
}

void
check_measures_no_access(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	unsigned *watched = rule_array(run, &plan->channels, sizeof(*watched));
	unsigned of_all = find_watched(run, watched);

	if (is_unclear(&plan->measures.at))
		return;
	FOR_EACH (channel, plan->channels) {
		bool live = word_is(&channel->timing, TIMING_SYNCHRONOUS);
		unsigned wanted = live ? WATCH_WAITING : WATCH_REPLIES;

		if (plan->measures.n && FIGURES(run, channels, channel)->live &&
		    !((of_all | watched[channel->object.index]) & wanted) &&
		    (live || word_is(&channel->timing, TIMING_ASYNCHRONOUS)))
			rule_find(
				run, &channel->object, NULL,
				live ? N_("no measure shows how long customers "
					  "wait on '{name}', or how many give "
					  "up; add its service level, average "
					  "wait or abandonment rate")
				     : N_("no measure shows how soon customers "
					  "get an answer on '{name}'; add its "
					  "first response time, or the share "
					  "of replies in time"));
	}
}

/* Leaves handle times with a target to measures/unbalanced. */
static void
check_range(struct rule_run *run, const struct measure *measure)
{
	const struct measure_view *made = FIGURES(run, measures, measure);

	if (!object_lacks(&measure->object, "range") ||
	    (follows(made, "aht") && is_set(&measure->target.value.at)))
		return;
	rule_missing(run, &measure->object, "range",
		     N_("'{name}' has no range to stay in; add `range` with "
			"its `min` and `max`, or `role: diagnostic` if it is "
			"only watched"));
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

	rule_find_lacking(run, &measure->object, keys);
	check_range(run, measure);
}

/* Requires the sample size of a survey's newest value. */
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
	const struct measure_view *made = FIGURES(run, measures, measure);
	const struct baseline *baseline = &measure->baseline;
	const struct object *reading = NULL;

	rule_find_lacking(run, &measure->object, keys);
	if (made->latest && is_unfilled(&made->latest->n.at))
		reading = &made->latest->object;
	else if (!made->latest && is_unfilled(&measure->actuals.at) &&
		 is_set(&baseline->value.at) && is_unfilled(&baseline->n.at))
		reading = &baseline->object;
	if (reading &&
	    (is_surveyed(measure) ||
	     (made->standard && standard_needs(made->standard, PART_scale))))
		rule_find(
			run, reading, "n",
			N_("the last value of '{name}' doesn't say how many "
			   "answers it is based on; add their number as `n`"));
}

static void
check_counter(struct rule_run *run, const struct measure *measure)
{
	const struct measure *counter = measure->counter_measure.to;

	if (is_unfilled(&measure->counter_measure.at)) {
		rule_find(run, &measure->object, "counter_measure",
			  N_("'{name}' has a target and nothing that keeps it "
			     "honest; name as `counter_measure` what customers "
			     "would lose if it were pushed too far"));
		rule_relate(run, &measure->target.object, "value",
			    N_("its target"));
	} else if (counter && counter != measure &&
		   FIGURES(run, measures, counter)->family ==
			   FAMILY_EFFICIENCY) {
		rule_find_args(run, &measure->object, "counter_measure",
			       N_("'{name}' should be balanced by '{counter}', "
				  "which is about efficiency too; name a "
				  "measure of what customers get"),
			       ARGS(NAME_ARG("counter", counter)));
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
		bool headline = flag_is(&measure->headline, true);
		int family = FIGURES(run, measures, measure)->family;

		if (is_unclear(&measure->headline.at) ||
		    (headline && family < 0))
			return;
		efficiency += headline && family == FAMILY_EFFICIENCY;
		effectiveness += headline && family == FAMILY_EFFECTIVENESS;
	}
	if (efficiency <= effectiveness || measures_only_efficient(run->view))
		return;
	rule_find_args(
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
		if (follows(made, "aht"))
			rule_find(run, &measure->target.object, NULL,
				  N_("'{name}' is a handle time with a target, "
				     "and agents who are held to it hurry "
				     "customers; leave the target out, and "
				     "give it a `range` to watch"));
		else
			check_counter(run, measure);
	}
	check_headline_sides(run);
}
