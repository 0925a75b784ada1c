/* routes.c - routes from self-service and bots to a person */
#include "rules/strategic/strategic.h"

/* current assisted channels, to offer as routes */
struct people {
	const char *live, *later; /* ids; later is asynchronous */
};

static struct people
find_people(const struct rule_run *run)
{
	const struct map *channels = &run->plan->channels;
	struct people found = {0};

	FOR_EACH (channel, *channels) {
		if (!FIGURES(run, channels, channel)->live)
			continue;
		if (!found.live &&
		    word_is(&channel->timing, TIMING_SYNCHRONOUS))
			found.live = channel->object.id;
		if (!found.later &&
		    word_is(&channel->timing, TIMING_ASYNCHRONOUS))
			found.later = channel->object.id;
	}
	return (struct people){found.live ? found.live : found.later,
			       found.later ? found.later : found.live};
}

static void
check_route(struct rule_run *run, const struct channel *channel,
	    const struct people *people)
{
	const struct channel *to = channel->human_route.to.to;

	if (object_lacks(&channel->object, "human_route")) {
		rule_missing(
			run, &channel->object, "human_route",
			N_("'{channel}' has no route to a person, so customers "
			   "who get stuck there stay stuck; add `human_route`"),
			ARGS(NAME_ARG("channel", channel)));
		if (people->live)
			RULE_PASTE(run,
				   "    human_route:\n"
				   "      to: %s\n"
				   "      after_hours_to: %s\n"
				   "      steps: 1\n"
				   "      keeps_context: true\n",
				   people->live, people->later);
		return;
	}
	if (!to || !word_is(&channel->status, CHANNEL_CURRENT) ||
	    !flag_is(&channel->assisted, false) ||
	    !word_is(&to->status, CHANNEL_PLANNED))
		return;
	rule_find(run, &channel->human_route.object, "to",
		  N_("the route to a person from '{channel}' leads to '{to}', "
		     "which is only planned; lead it to a channel that is "
		     "there today"),
		  ARGS(NAME_ARG("channel", channel), NAME_ARG("to", to)));
	rule_relate(run, &to->object, "status", N_("its status"));
}

/* Tells whether all preferred channels are known to be unassisted. */
static bool
is_left_alone(const struct segment *segment)
{
	bool any = false;

	FOR_VALUES (share, share, segment->preferences.channels) {
		const struct channel *channel = share->ref.to;

		if (!channel || !is_set(&share->value.at) ||
		    (share->value.n > 0 && !flag_is(&channel->assisted, false)))
			return false;
		any |= share->value.n > 0;
	}
	return any;
}

void
check_channels_no_route_to_person(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	struct people people = find_people(run);

	FOR_EACH (channel, plan->channels)
		check_route(run, channel, &people);
	FOR_EACH (segment, plan->segments) {
		if (!is_left_alone(segment))
			continue;
		rule_find(run, &segment->preferences.object, "channels",
			  N_("none of the channels preferred by '{segment}' "
			     "has a person who answers; find out where they "
			     "turn when they can't help themselves, and add "
			     "that channel"),
			  ARGS(NAME_ARG("segment", segment)));
	}
}

static void
check_lacking(struct rule_run *run, const struct channel *channel,
	      const struct people *people)
{
	const struct object *route = &channel->human_route.object;
	struct arg name = NAME_ARG("channel", channel);

	if (object_lacks(route, "after_hours_to")) {
		rule_missing(run, route, "after_hours_to",
			     N_("the route to a person from '{channel}' "
				"doesn't say where it leads outside opening "
				"hours; add `after_hours_to`"),
			     &name, 1);
		if (people->later)
			RULE_PASTE(run, "      after_hours_to: %s\n",
				   people->later);
	}
	if (object_lacks(route, "steps"))
		rule_missing(run, route, "steps",
			     N_("nobody has counted the steps from '{channel}' "
				"to a person; try it and add `steps`"),
			     &name, 1);
	if (object_lacks(route, "keeps_context"))
		rule_missing(
			run, route, "keeps_context",
			N_("the plan doesn't say whether the person knows what "
			   "a customer told '{channel}'; add `keeps_context`"),
			&name, 1);
}

static void
check_length(struct rule_run *run, const struct channel *channel)
{
	const struct human_route *route = &channel->human_route;
	double limit = SETTING_OF(run->plan, route_steps);

	if (is_set(&route->steps.at) && route->steps.n > limit)
		rule_find(run, &route->object, "steps",
			  N_("the number of steps from '{channel}' to a person "
			     "is {steps}, and more than {limit} lose people on "
			     "the way; offer the person sooner"),
			  ARGS(NAME_ARG("channel", channel),
			       COUNT_ARG("steps", route->steps.n),
			       COUNT_ARG("limit", limit)));
	if (flag_is(&route->keeps_context, false))
		rule_find(
			run, &route->object, "keeps_context",
			N_("customers who come from '{channel}' have to tell a "
			   "person everything again; pass on what was said"),
			ARGS(NAME_ARG("channel", channel)));
}

/* Skips asynchronous channels, where messages can wait. */
static void
check_after_hours(struct rule_run *run, const struct channel *channel)
{
	const struct human_route *route = &channel->human_route;
	const struct channel *after = route->after_hours_to.to;
	struct buf closed = {0};

	if (!after || !flag_is(&after->assisted, true) ||
	    !word_is(&after->timing, TIMING_SYNCHRONOUS))
		return;
	route_closed(&closed, run->view, channel);
	if (!closed.n) {
		buf_free(&closed);
		return;
	}
	rule_find(
		run, &route->object, "after_hours_to",
		after == route->to.to
			? N_("'{channel}' leads to '{after}' at any hour, and "
			     "nobody answers there {closed}; outside its hours "
			     "lead to a channel where a message can wait")
			: N_("outside opening hours '{channel}' leads to "
			     "'{after}', which is closed at times as well "
			     "({closed}); lead it to a channel where a message "
			     "can wait"),
		ARGS(NAME_ARG("channel", channel), NAME_ARG("after", after),
		     TEXT_ARG("closed", rule_text(run, &closed))));
	rule_relate(run, &after->hours.to->object, "weekly",
		    N_("when it is open"));
}

void
check_channels_long_route(struct rule_run *run)
{
	struct people people = find_people(run);

	FOR_EACH (channel, run->plan->channels) {
		if (!is_set(&channel->human_route.object.at))
			continue;
		check_lacking(run, channel, &people);
		if (word_is(&channel->status, CHANNEL_RETIRING))
			continue;
		check_length(run, channel);
		check_after_hours(run, channel);
	}
}
