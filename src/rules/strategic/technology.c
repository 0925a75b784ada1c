/* technology.c - observations of agents at work, and the roadmap */
#include "ces/json.h"
#include "rules/strategic/strategic.h"

enum { FRESH_MONTHS = 12 }; /* tools change over a year */

/* by channel: observed at all, undated, and the newest */
struct watched {
	bool *ever, *undated;
	const struct observation **last;
};

/* false where an observation names no known channel: it may be of any */
static bool
note_observations(struct rule_run *run, struct watched *watched)
{
	struct arena *arena = run->findings->arena;
	uint32_t n = run->plan->channels.n + 1;

	watched->ever = arena_alloc(arena, n);
	watched->undated = arena_alloc(arena, n);
	watched->last = arena_alloc(arena, n * sizeof(void *));
	FOR_EACH (observation, run->plan->technology.observations) {
		const struct observation **last;

		if (!observation->channel.to)
			return false;
		n = observation->channel.to->object.index;
		watched->ever[n] = true;
		if (!is_set(&observation->date.at)) {
			watched->undated[n] = true;
			continue;
		}
		last = &watched->last[n];
		if (!*last || date_compare((*last)->date.date,
					   observation->date.date) < 0)
			*last = observation;
	}
	return true;
}

static void
check_never(struct rule_run *run, const struct watched *watched)
{
	const struct plan *plan = run->plan;
	struct faults faults = {0};

	FOR_EACH (channel, plan->channels) {
		if (FIGURES(run, channels, channel)->live &&
		    !watched->ever[channel->object.index])
			faults_add(&faults, object_name(&channel->object),
				   &channel->object, NULL);
	}
	rule_find_faults(run, &plan->technology.object, "observations", &faults,
			 N_("nobody has watched agents work on '{name}'; sit "
			    "beside them, and write down what they go through"),
			 N_("nobody has watched agents work on {count} "
			    "channels: {names}; sit beside them, and write "
			    "down what they go through"),
			 N_("never watched"));
}

static void
check_old(struct rule_run *run, const struct watched *watched)
{
	const struct plan *plan = run->plan;
	struct faults faults = {0};

	FOR_EACH (channel, plan->channels) {
		const struct observation *last =
			watched->last[channel->object.index];

		if (FIGURES(run, channels, channel)->live && last &&
		    !watched->undated[channel->object.index] &&
		    is_older(last->date.date, run->view->as_of, FRESH_MONTHS))
			faults_add(&faults, object_name(&channel->object),
				   &last->object, "date");
	}
	rule_find_faults(
		run, &plan->technology.object, "observations", &faults,
		N_("agents on '{name}' were last watched at work more than 12 "
		   "months ago; look again, as tools and habits change"),
		N_("agents on {count} channels were last watched at work more "
		   "than 12 months ago: {names}; look again, as tools and "
		   "habits change"),
		N_("watched last"));
}

/* Offers an observation of a channel by the plan's keeper. */
static void
paste_observation(struct rule_run *run, bool whole)
{
	const struct map *channels = &run->plan->channels;
	const char *keeper = plan_keeper(run->plan);
	struct buf buf = {0};
	uint32_t i = 0;

	while (i + 1 < channels->n && !run->view->channels[i].live)
		i++;
	buf_printf(&buf,
		   "%s  observations:\n"
		   "    an-observation:\n"
		   "      date: ",
		   whole ? "technology:\n" : "");
	date_write(&buf, run->view->as_of);
	buf_puts(&buf, "\n      observer: ");
	paste_name(&buf, keeper, "TODO who watched");
	buf_printf(&buf,
		   "\n      channel: %s\n"
		   "      task: TODO what the customer wanted\n",
		   channels->items[i]->id);
	rule_paste_text(run, rule_text(run, &buf));
}

static void
report_none(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	bool whole = is_unfilled(&plan->technology.object.at);

	rule_find(run, whole ? &plan->object : &plan->technology.object,
		  whole ? "technology" : "observations",
		  N_("nobody has watched agents at work; spend some days "
		     "beside them, and write down what they go through"),
		  NO_ARGS);
	paste_observation(run, whole);
}

void
check_technology_unobserved(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const struct technology *technology = &plan->technology;
	struct watched watched;

	if (is_unfilled(&technology->observations.at) &&
	    !is_unclear(&technology->object.at) && has_core(plan))
		report_none(run);
	if (!technology->observations.n || !note_observations(run, &watched))
		return;
	check_never(run, &watched);
	if (!plan_is_retired(plan))
		check_old(run, &watched);
}

/* Tells whether the item is past its date without open action. */
static bool
is_history(const struct rule_run *run, const struct roadmap_item *item)
{
	return is_set(&item->due.at) &&
	       date_compare(item->due.date, run->view->as_of) < 0 &&
	       !refs_open(run->view, &item->actions);
}

static void
check_item(struct rule_run *run, const struct roadmap_item *item)
{
	const struct arg name = NAME_ARG("name", item);
	bool big_bang = word_is(&item->rollout, ROLLOUT_BIG_BANG);
	bool untold = is_unfilled(&item->agent_impact.at);

	if (big_bang)
		rule_find(run, &item->object, "rollout",
			  untold ? N_("'{name}' comes for everybody at once, "
				      "and the plan doesn't say what changes "
				      "for agents; bring it in steps, and add "
				      "`agent_impact`")
				 : N_("'{name}' comes for everybody at once; "
				      "bring it in steps that people can get "
				      "used to"),
			  &name, 1);
	else if (untold)
		rule_missing(run, &item->object, "agent_impact",
			     N_("'{name}' doesn't say what changes for agents; "
				"ask those who will work with it, and add "
				"`agent_impact`"),
			     &name, 1);
}

/* Counts unreadable flags. */
static bool
has_single_view(const struct map *roadmap)
{
	for (uint32_t i = 0; i < roadmap->n; i++) {
		const struct flag_value *flag =
			&ITEM(roadmap_item, *roadmap, i)->single_view;

		if (!is_unfilled(&flag->at) && !flag_is(flag, false))
			return true;
	}
	return !is_unfilled(&roadmap->at) && !is_set(&roadmap->at);
}

static const char *
task_name(const struct observation *observation)
{
	return is_set(&observation->task.at)
		       ? observation->task.text
		       : object_name(&observation->object);
}

static bool
is_crowded(const struct rule_run *run, const struct observation *observation)
{
	return is_set(&observation->applications.at) &&
	       observation->applications.n >
		       SETTING_OF(run->plan, applications);
}

/* the task with most applications among those above the limit */
static const struct observation *
most_crowded(const struct rule_run *run)
{
	const struct observation *most = NULL;

	FOR_EACH (observation, run->plan->technology.observations)
		if (is_crowded(run, observation) &&
		    (!most ||
		     observation->applications.n > most->applications.n))
			most = observation;
	return most;
}

static void
check_applications(struct rule_run *run)
{
	const struct observation *most = most_crowded(run);

	if (!most || has_single_view(&run->plan->technology.roadmap))
		return;
	rule_find(
		run, &most->object, "applications",
		N_("'{task}' takes {count} programs, more than {limit}, and "
		   "nothing on the roadmap brings agents a single view; plan "
		   "one, and mark it `single_view: true`"),
		ARGS(TEXT_ARG("task", task_name(most)),
		     COUNT_ARG("count", most->applications.n),
		     COUNT_ARG("limit", SETTING_OF(run->plan, applications))));
	FOR_EACH (observation, run->plan->technology.observations)
		if (observation != most && is_crowded(run, observation))
			rule_relate(run, &observation->object, "applications",
				    N_("too many here, too"));
}

void
check_technology_disruptive(struct rule_run *run)
{
	FOR_EACH (roadmap_item, run->plan->technology.roadmap)
		if (is_set(&roadmap_item->object.at) &&
		    !is_history(run, roadmap_item))
			check_item(run, roadmap_item);
	check_applications(run);
}
