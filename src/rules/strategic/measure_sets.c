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
		bool own = follows(made, "custom") && is_surveyed(measure);
		bool fresh = own;

		for (int k = 0; k < 3; k++) {
			fresh |= !seen[k] && follows(made, words[k]);
			seen[k] |= follows(made, words[k]);
		}
		if (fresh && found.kinds++ == 0)
			found.first = measure;
		if (!own && (!made->standard || (is_own_effectiveness(made) &&
						 !is_set(&measure->method.at))))
			found.unclear = true;
	}
	return found;
}

void
check_measures_no_perception(struct rule_run *run)
{
	struct perception found = find_perception(run);

	if (!run->plan->measures.n || found.unclear || found.kinds > 1 ||
	    measures_only_efficient(run->view))
		return;
	if (!found.kinds) {
		rule_find(run, &run->plan->object, "measures",
			  N_("no measure asks customers what they think; add "
			     "satisfaction, effort or the promoter score"),
			  NO_ARGS);
		return;
	}
	rule_find(run, &run->plan->object, "measures",
		  N_("only '{name}' asks customers what they think; add a "
		     "second view, such as effort beside satisfaction"),
		  ARGS(NAME_ARG("name", found.first)));
	rule_last(run)->severity = SEVERITY_ADVICE;
	rule_relate(run, &found.first->object, NULL, N_("the only one"));
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

/* Relates an outcome that is none of the headlines. */
void
check_measures_headlines(struct rule_run *run)
{
	const struct object *plan = &run->plan->object;
	const struct measure *surplus = NULL, *hidden = NULL;
	double most = SETTING_OF(run->plan, headlines);
	bool unclear = false, outcome = false;
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
		rule_find(
			run, &surplus->object, "headline",
			N_("from here on there are more headline measures than "
			   "the {most} that leaders can weigh at a glance, {n} "
			   "altogether; keep those that they decide by"),
			ARGS(COUNT_ARG("n", n), COUNT_ARG("most", most)));
	if (!run->plan->measures.n || unclear ||
	    (n && (outcome || measures_only_efficient(run->view))))
		return;
	rule_find(
		run, plan, "measures",
		n == 0 ? N_("no measure is marked for the leadership page; "
			    "mark up to {most} with `headline: true`")
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
