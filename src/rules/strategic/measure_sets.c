/* measure_sets.c - what the measures show together */
#include "ces/measure.h"
#include "rules/strategic/strategic.h"

static bool
follows(const struct rule_run *run, uint32_t i, const char *word)
{
	const struct standard *standard = run->view->measures[i].standard;

	return standard && !strcmp(standard->word, word);
}

/* The plan's own kind of measure, which may be about what customers get. */
static bool
is_own_effectiveness(const struct rule_run *run, uint32_t i)
{
	int family = run->view->measures[i].family;

	return follows(run, i, "custom") &&
	       (family < 0 || family == FAMILY_EFFECTIVENESS);
}

static void
check_efficiency_only(struct rule_run *run)
{
	if (!measures_only_efficient(run->view))
		return;
	rule_find(run, &run->plan->object, "measures",
		  N_("every measure is about speed and cost, none about what "
		     "customers get from it; add satisfaction, effort or "
		     "first contact resolution"),
		  NO_ARGS);
}

/* which ways of asking customers the measures hold */
struct perception {
	bool unclear; /* a measure that may be one more */
	uint32_t kinds;
	const struct measure *first;
};

static void
add_kind(struct perception *found, const struct measure *measure, bool *seen)
{
	if (*seen)
		return;
	*seen = true;
	if (found->kinds++ == 0)
		found->first = measure;
}

static struct perception
find_perception(const struct rule_run *run)
{
	static const char *const words[] = {"csat", "nps",
					    "customer_effort_score"};
	struct perception found = {0};
	bool seen[3] = {false};

	for (uint32_t i = 0; i < run->plan->measures.n; i++) {
		const struct measure *measure = nth_measure(run, i);
		bool own = false;

		for (int k = 0; k < 3; k++)
			if (follows(run, i, words[k]))
				add_kind(&found, measure, &seen[k]);
		if (follows(run, i, "custom") && is_surveyed(measure))
			add_kind(&found, measure, &own);
		else if (!run->view->measures[i].standard ||
			 (is_own_effectiveness(run, i) &&
			  !is_set(&measure->method.at)))
			found.unclear = true;
	}
	return found;
}

static void
report_one_view(struct rule_run *run, const struct measure *only)
{
	struct finding *finding = rule_find(
		run, &run->plan->object, "measures",
		N_("'{name}' alone asks customers how they find it; add a "
		   "second view of it, such as effort beside satisfaction"),
		ARGS(TEXT_ARG("name", object_name(&only->object))));

	finding->severity = SEVERITY_ADVICE;
	rule_relate(run, finding, &only->object, NULL, N_("the only one"));
}

static void
check_no_perception(struct rule_run *run)
{
	struct perception found = find_perception(run);

	if (!run->plan->measures.n || found.unclear || found.kinds > 1 ||
	    measures_only_efficient(run->view))
		return;
	if (found.kinds == 1)
		report_one_view(run, found.first);
	else
		rule_find(run, &run->plan->object, "measures",
			  N_("no measure asks customers how they find it; add "
			     "satisfaction, effort or the promoter score"),
			  NO_ARGS);
}

static void
check_no_resolution(struct rule_run *run)
{
	static const char *const words[] = {"fcr", "one_contact_resolution",
					    "repeat_contact_rate",
					    "time_to_resolution", NULL};

	for (uint32_t i = 0; i < run->plan->measures.n; i++)
		if (!run->view->measures[i].standard ||
		    standard_among(run->view->measures[i].standard, words) ||
		    (is_own_effectiveness(run, i) &&
		     !is_surveyed(nth_measure(run, i))))
			return;
	if (!run->plan->measures.n || measures_only_efficient(run->view))
		return;
	rule_find(run, &run->plan->object, "measures",
		  N_("no measure tells whether customers' matters get solved; "
		     "add first contact resolution, repeat contacts or time "
		     "to resolution"),
		  NO_ARGS);
}

/* the measures that leaders are to see */
struct headlines {
	uint32_t n;
	bool unclear; /* a flag that can't be told */
	bool outcome; /* one of them is an outcome, or may be */
	const struct measure *surplus; /* the first beyond the most */
	const struct measure *hidden;  /* an outcome that is none of them */
};

static struct headlines
find_headlines(const struct rule_run *run)
{
	double most = SETTING_OF(run->plan, headlines);
	struct headlines found = {0};

	for (uint32_t i = 0; i < run->plan->measures.n; i++) {
		const struct measure *measure = nth_measure(run, i);
		int family = run->view->measures[i].family;
		bool may_be = family < 0 || family == FAMILY_OUTCOME;

		if (!is_set(&measure->object.at) ||
		    is_unclear(&measure->headline.at)) {
			found.unclear = true;
		} else if (flag_is(&measure->headline, true)) {
			found.outcome |= may_be;
			if (++found.n > most && !found.surplus)
				found.surplus = measure;
		} else if (family == FAMILY_OUTCOME && !found.hidden) {
			found.hidden = measure;
		}
	}
	return found;
}

static void
report_too_many(struct rule_run *run, const struct headlines *found)
{
	rule_find(run, &found->surplus->object, "headline",
		  N_("from here on there are more headline measures than the "
		     "{most} that leaders can weigh at a glance, {n} "
		     "altogether; keep those that they decide by"),
		  ARGS(COUNT_ARG("n", found->n),
		       COUNT_ARG("most", SETTING_OF(run->plan, headlines))));
}

static void
report_no_outcome(struct rule_run *run, const struct headlines *found)
{
	struct finding *finding;

	if (!found->hidden) {
		rule_find(run, &run->plan->object, "measures",
			  N_("no headline measure tells what good service does "
			     "for the organization; add an outcome, such as "
			     "customers who stay, or what your organization "
			     "is there for"),
			  NO_ARGS);
		return;
	}
	finding = rule_find(
		run, &run->plan->object, "measures",
		N_("no headline measure tells what good service does for the "
		   "organization; make a headline of '{name}'"),
		ARGS(TEXT_ARG("name", object_name(&found->hidden->object))));
	rule_relate(run, finding, &found->hidden->object, NULL,
		    N_("an outcome"));
}

static void
check_headlines(struct rule_run *run)
{
	struct headlines found = find_headlines(run);

	if (found.surplus)
		report_too_many(run, &found);
	if (!run->plan->measures.n || found.unclear)
		return;
	if (found.n == 0)
		rule_find(run, &run->plan->object, "measures",
			  N_("no measure is marked for the leadership page; "
			     "mark up to {most} with `headline: true`"),
			  ARGS(COUNT_ARG("most",
					 SETTING_OF(run->plan, headlines))));
	else if (!found.outcome && !measures_only_efficient(run->view))
		report_no_outcome(run, &found);
}

static const struct rule rules[] = {
	{.topic = {.name = "measures/efficiency-only",
		   .severity = SEVERITY_ERROR,
		   .flags = TOPIC_DRAFT,
		   .summary = N_("All measures are about efficiency and "
				 "access."),
		   .why = N_("What is measured is what gets done. Where only "
			     "speed and cost count, calls are ended early and "
			     "passed on: customers have to come back, offers "
			     "go unmade, and the loyalty that service was to "
			     "win is lost. That costs more than the seconds "
			     "saved. How long customers wait matters, but an "
			     "answer that comes soon may still be the wrong "
			     "one."),
		   .fix = N_("Add at least one measure of how customers find "
			     "the service (satisfaction, effort, promoter "
			     "score) and one of whether their matter was "
			     "solved (first contact resolution, repeat "
			     "contacts). Keep the measures of efficiency "
			     "beside them."),
		   .bad = "measures:\n"
			  "  handle-time:\n"
			  "    name: Average handle time\n"
			  "    standard: aht\n"
			  "    owner: brandt\n"
			  "    frequency: weekly\n",
		   .good = "measures:\n"
			   "  handle-time:\n"
			   "    name: Average handle time\n"
			   "    standard: aht\n"
			   "    owner: brandt\n"
			   "    frequency: weekly\n"
			   "    range: {min: 340, max: 420}\n"
			   "    baseline: {value: 372, date: 2026-06-30}\n"
			   "  first-contact-resolution:\n"
			   "    name: First contact resolution\n"
			   "    standard: fcr\n"},
	 .check = check_efficiency_only},
	{.topic = {.name = "measures/no-perception",
		   .severity = SEVERITY_WARNING,
		   .summary = N_("Too few measures ask customers how they "
				 "find the service."),
		   .why = N_("Systems count what was done, and only customers "
			     "can say how it was. Satisfaction, effort and the "
			     "promoter score look at it from three sides: how "
			     "the contact was, how hard it was, and what the "
			     "brand is worth to them. One of them alone is "
			     "easily misread, so with a single one this is "
			     "advice; with none it is a warning."),
		   .fix = N_("Ask customers after a contact how satisfied "
			     "they are or how easy it was, and from time to "
			     "time how they see the brand. Start with one and "
			     "add a second."),
		   .bad = "measures:\n"
			  "  repeat-contacts:\n"
			  "    name: Repeat contact rate\n"
			  "    standard: repeat_contact_rate\n",
		   .good = "measures:\n"
			   "  repeat-contacts:\n"
			   "    name: Repeat contact rate\n"
			   "    standard: repeat_contact_rate\n"
			   "  satisfaction:\n"
			   "    name: Customer satisfaction\n"
			   "    standard: csat\n"
			   "  effort:\n"
			   "    name: Customer effort score\n"
			   "    standard: customer_effort_score\n"},
	 .check = check_no_perception},
	{.topic = {.name = "measures/no-resolution",
		   .severity = SEVERITY_WARNING,
		   .summary = N_("No measure tells whether customers' matters "
				 "get solved."),
		   .why = N_("Customers make contact to have something "
			     "solved. Friendly and quick service that doesn't "
			     "solve it brings them back, each time less "
			     "satisfied, and every contact has to be paid for "
			     "again. Without a measure of it nobody sees "
			     "which part of the work is done twice."),
		   .fix = N_("Measure first contact resolution, the share of "
			     "customers who come back about the same matter, "
			     "or the time until it is solved. One that you "
			     "can count today beats a better one next year."),
		   .bad = "measures:\n"
			  "  satisfaction:\n"
			  "    name: Customer satisfaction\n"
			  "    standard: csat\n",
		   .good = "measures:\n"
			   "  satisfaction:\n"
			   "    name: Customer satisfaction\n"
			   "    standard: csat\n"
			   "  repeat-contacts:\n"
			   "    name: Repeat contact rate\n"
			   "    standard: repeat_contact_rate\n"},
	 .check = check_no_resolution},
	{.topic = {.name = "measures/headlines",
		   .severity = SEVERITY_ADVICE,
		   .summary = N_("The headline measures are none, too many, or "
				 "without an outcome."),
		   .why = N_("Leaders have minutes, not hours. A handful of "
			     "measures that they decide by is read, twenty "
			     "are not; more than seven are taken as too many, "
			     "which can be changed in `settings.headlines`. "
			     "One of them should tell what good service does "
			     "for the organization in the long run: customers "
			     "who stay, buy again, or are worth more."),
		   .fix = N_("Mark with `headline: true` what leaders decide "
			     "by, and leave the rest to the sheet of "
			     "measures. Add one outcome, such as "
			     "`repeat_purchase_rate` or `churn_rate`."),
		   .bad = "measures:\n"
			  "  satisfaction:\n"
			  "    name: Customer satisfaction\n"
			  "    standard: csat\n",
		   .good = "measures:\n"
			   "  satisfaction:\n"
			   "    name: Customer satisfaction\n"
			   "    standard: csat\n"
			   "    headline: true\n"
			   "  seasonal-repurchase:\n"
			   "    name: Seasonal buyers who buy again\n"
			   "    standard: repeat_purchase_rate\n"
			   "    headline: true\n"},
	 .check = check_headlines},
};

const struct theme theme_measure_sets = THEME(rules);
