/* technology.c - observations of agents at work, and the roadmap */
#include "rules/rule.h"

enum { FRESH_MONTHS = 12 }; /* tools change over a year */

/* of a channel: observed at all, undated, and the newest */
struct watched {
	bool ever, undated;
	const struct observation *last;
};

/* by channel; NULL where an observation names no known one: it may be of any */
static const struct watched *
find_watched(struct rule_run *run)
{
	struct watched *watched =
		rule_array(run, &run->plan->channels, sizeof(*watched));

	FOR_EACH (observation, run->plan->technology.observations) {
		const struct channel *channel = observation->channel.to;
		struct watched *at;

		if (!channel)
			return NULL;
		at = &watched[channel->object.index];
		at->ever = true;
		if (!is_set(&observation->date.at))
			at->undated = true;
		else if (!at->last ||
			 is_before(&at->last->date, observation->date.date))
			at->last = observation;
	}
	return watched;
}

static void
check_watched(struct rule_run *run, const struct watched *watched)
{
	const struct object *technology = &run->plan->technology.object;
	struct faults never = {.of = "channels"};
	struct faults old = {.of = "technology.observations"};

	FOR_EACH (channel, run->plan->channels) {
		const struct watched *at = &watched[channel->object.index];
		const char *name = object_name(&channel->object);

		if (!FIGURES(run, channels, channel)->live)
			continue;
		if (!at->ever)
			faults_add(run, &never, name, &channel->object, NULL);
		else if (at->last && !at->undated &&
			 !plan_is_retired(run->plan) &&
			 is_older(at->last->date.date, run->view->as_of,
				  FRESH_MONTHS))
			faults_add(run, &old, name, &at->last->object, "date");
	}
	rule_find_faults(run, technology, "observations", &never,
			 N_("nobody has watched agents work on '{name}'; sit "
			    "beside them, and write down what they go through"),
			 N_("nobody has watched agents work on {count} "
			    "channels: {names}; sit beside them, and write "
			    "down what they go through"),
			 N_("never watched"));
	rule_find_faults(
		run, technology, "observations", &old,
		N_("agents on '{name}' were last watched at work more than 12 "
		   "months ago; look again, as tools and habits change"),
		N_("agents on {count} channels were last watched at work more "
		   "than 12 months ago: {names}; look again, as tools and "
		   "habits change"),
		N_("watched last"));
}

static void
report_unobserved(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	bool whole = is_unfilled(&plan->technology.object.at);

	rule_missing(run, whole ? &plan->object : &plan->technology.object,
		     whole ? "technology" : "observations",
		     N_("nobody has watched agents at work; spend some days "
			"beside them, and write down what they go through"));
}

void
check_technology_unobserved(struct rule_run *run)
{
	const struct technology *technology = &run->plan->technology;
	const struct watched *watched = find_watched(run);

	if (is_unfilled(&technology->observations.at) &&
	    !is_unclear(&technology->object.at) && has_core(run->plan))
		report_unobserved(run);
	if (technology->observations.n && watched)
		check_watched(run, watched);
}

/* Reports the task with most applications, and relates the others to it. Skips
 * plans whose roadmap has a single view; where an item doesn't say, asks for
 * the flag, as that item may be one. */
static void
check_applications(struct rule_run *run)
{
	const struct technology *technology = &run->plan->technology;
	double limit = SETTING_OF(run->plan, applications), count = limit;
	const struct observation *most = NULL;
	bool untold = false;

	FOR_EACH (observation, technology->observations) {
		const struct number_value *n = &observation->applications;

		if (is_set(&n->at) && n->n > count) {
			most = observation;
			count = n->n;
		}
	}
	FOR_EACH (roadmap_item, technology->roadmap) {
		const struct flag_value *flag = &roadmap_item->single_view;

		if (!is_unfilled(&flag->at) && !flag_is(flag, false))
			return;
		untold |= is_unfilled(&flag->at);
	}
	if (!most || is_unclear(&technology->roadmap.at))
		return;
	rule_find_args(
		run, &most->object, "applications",
		untold ? N_("'{task}' takes {count} programs, more than "
			    "{limit}, and the roadmap doesn't say which item "
			    "brings agents a single view; mark that one "
			    "`single_view: true`, or plan one")
		       : N_("'{task}' takes {count} programs, more than "
			    "{limit}, and nothing on the roadmap brings agents "
			    "a single view; plan one, and mark it "
			    "`single_view: true`"),
		ARGS(TEXT_ARG("task", is_set(&most->task.at)
					      ? most->task.text
					      : object_name(&most->object)),
		     COUNT_ARG("count", count), COUNT_ARG("limit", limit)));
	FOR_EACH (observation, technology->observations)
		if (observation != most &&
		    is_set(&observation->applications.at) &&
		    observation->applications.n > limit)
			rule_relate(run, &observation->object, "applications",
				    N_("too many here, too"));
	FOR_EACH (roadmap_item, technology->roadmap)
		if (is_unfilled(&roadmap_item->single_view.at))
			rule_relate(run, &roadmap_item->object, NULL,
				    N_("is it this one?"));
}

/* Passes over items that are past their date without open action. */
void
check_technology_disruptive(struct rule_run *run)
{
	FOR_EACH (roadmap_item, run->plan->technology.roadmap) {
		const struct object *object = &roadmap_item->object;
		bool untold = is_unfilled(&roadmap_item->agent_impact.at);

		if (!is_set(&object->at) ||
		    (is_before(&roadmap_item->due, run->view->as_of) &&
		     !refs_open(run->view, &roadmap_item->actions)))
			continue;
		if (word_is(&roadmap_item->rollout, ROLLOUT_BIG_BANG))
			rule_find(
				run, object, "rollout",
				untold ? N_("'{name}' comes for everybody at "
					    "once, and the plan doesn't say "
					    "what changes for agents; bring it "
					    "in steps, and add `agent_impact`")
				       : N_("'{name}' comes for everybody at "
					    "once; bring it in steps that "
					    "people can get used to"));
		else if (untold)
			rule_missing(run, object, "agent_impact",
				     N_("'{name}' doesn't say what changes for "
					"agents; ask those who will work with "
					"it, and add `agent_impact`"));
	}
	check_applications(run);
}
