/* measure_sets.c - measures as a set: perception, resolution, headlines */
#include "ces/measure.h"
#include "rules/strategic/strategic.h"

static bool
follows(const struct measure_view *made, const char *word)
{
	const struct standard *standard = made->standard;

	return standard && !strcmp(standard->word, word);
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
	if (!measures_only_efficient(run->view))
		return;
	rule_find(run, &run->plan->object, "measures",
		  N_("every measure is about speed and cost, none about what "
		     "customers get from it; add satisfaction, effort or first "
		     "contact resolution"),
		  NO_ARGS);
}

/* surveys of customers among the measures */
struct perception {
	bool unclear; /* a measure may be another survey */
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

	FOR_EACH (measure, run->plan->measures) {
		const struct measure_view *made =
			FIGURES(run, measures, measure);
		bool own = false;

		for (int k = 0; k < 3; k++)
			if (follows(made, words[k]))
				add_kind(&found, measure, &seen[k]);
		if (follows(made, "custom") && is_surveyed(measure))
			add_kind(&found, measure, &own);
		else if (!made->standard || (is_own_effectiveness(made) &&
					     !is_set(&measure->method.at)))
			found.unclear = true;
	}
	return found;
}

static void
report_one_view(struct rule_run *run, const struct measure *only)
{
	rule_find(run, &run->plan->object, "measures",
		  N_("only '{name}' asks customers what they think; add a "
		     "second view, such as effort beside satisfaction"),
		  ARGS(NAME_ARG("name", only)));
	rule_last(run)->severity = SEVERITY_ADVICE;
	rule_relate(run, &only->object, NULL, N_("the only one"));
}

void
check_measures_no_perception(struct rule_run *run)
{
	struct perception found = find_perception(run);

	if (!run->plan->measures.n || found.unclear || found.kinds > 1 ||
	    measures_only_efficient(run->view))
		return;
	if (found.kinds == 1)
		report_one_view(run, found.first);
	else
		rule_find(run, &run->plan->object, "measures",
			  N_("no measure asks customers what they think; add "
			     "satisfaction, effort or the promoter score"),
			  NO_ARGS);
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
	if (!run->plan->measures.n || measures_only_efficient(run->view))
		return;
	rule_find(run, &run->plan->object, "measures",
		  N_("no measure shows whether customers' issues get solved; "
		     "add first contact resolution, repeat contacts or time to "
		     "resolution"),
		  NO_ARGS);
}

/* headline measures */
struct headlines {
	uint32_t n;
	bool unclear; /* unreadable flag */
	bool outcome; /* one of them is an outcome, or may be */
	const struct measure *surplus; /* the first beyond the most */
	const struct measure *hidden;  /* an outcome that is none of them */
};

static struct headlines
find_headlines(const struct rule_run *run)
{
	double most = SETTING_OF(run->plan, headlines);
	struct headlines found = {0};

	FOR_EACH (measure, run->plan->measures) {
		int family = FIGURES(run, measures, measure)->family;
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
	if (!found->hidden) {
		rule_find(run, &run->plan->object, "measures",
			  N_("no headline measure shows what good service does "
			     "for the organization; add an outcome, such as "
			     "customers who stay, or what your organization is "
			     "there for"),
			  NO_ARGS);
		return;
	}
	rule_find(run, &run->plan->object, "measures",
		  N_("no headline measure shows what good service does for the "
		     "organization; make '{name}' a headline"),
		  ARGS(NAME_ARG("name", found->hidden)));
	rule_relate(run, &found->hidden->object, NULL, N_("an outcome"));
}

void
check_measures_headlines(struct rule_run *run)
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
