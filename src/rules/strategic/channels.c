/* channels.c - wanted channels, routes to a person, and business cases */
#include "rules/rule.h"

enum { LITTLE_USED = 2 }; /* percent of all contacts */

/* segment with the highest preference, and the finding */
struct wish {
	const struct segment *segment;
	double preference;
	size_t finding;
};

/* Leaves high-value segments to tiers/channel-missing. */
static bool
is_unmet(const struct rule_run *run, const struct segment *segment,
	 const struct share *share)
{
	const struct channel *channel = share->ref.to;

	return channel && word_is(&channel->status, CHANNEL_RETIRING) &&
	       is_set(&share->value.at) && !share->value.fraction &&
	       share->value.n >= SETTING_OF(run->plan, high_value_preference) &&
	       !flag_is(&segment->high_value, true);
}

void
check_channels_unmet_preference(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const double limit = SETTING_OF(plan, high_value_preference);
	struct wish *wishes = rule_array(run, &plan->channels, sizeof(*wishes));

	FOR_EACH (segment, plan->segments)
		FOR_VALUES (share, share, segment->preferences.channels) {
			const struct channel *channel = share->ref.to;

			if (is_unmet(run, segment, share) &&
			    share->value.n >
				    wishes[channel->object.index].preference)
				wishes[channel->object.index] = (struct wish){
					segment, share->value.n, 0};
		}
	FOR_EACH (channel, plan->channels) {
		struct wish *wish = &wishes[channel->object.index];

		if (!wish->segment)
			continue;
		wish->finding = run->findings->n;
		rule_find_args(run, &channel->object, "status",
			       N_("'{channel}' is being retired, and {share} "
				  "of '{segment}' prefer it ({limit} make a "
				  "channel matter); keep it, or agree with "
				  "them on what takes its place"),
			       ARGS(NAME_ARG("segment", wish->segment),
				    PERCENT_ARG("share", wish->preference),
				    PERCENT_ARG("limit", limit)));
	}
	FOR_EACH (segment, plan->segments)
		FOR_VALUES (share, share, segment->preferences.channels) {
			const struct channel *channel = share->ref.to;

			if (is_unmet(run, segment, share))
				rule_relate_to(
					run,
					wishes[channel->object.index].finding,
					&segment->preferences.object,
					"channels", N_("they prefer it"));
		}
}

static void
mark(bool *used, const struct channel *channel)
{
	if (channel)
		used[channel->object.index] = true;
}

/* Marks channels that are preferred, or that others route to; false where
 * preferences are unknown. */
static bool
mark_used(const struct plan *plan, bool *used)
{
	FOR_EACH (segment, plan->segments) {
		if (!is_set(&segment->preferences.channels.at))
			return false;
		FOR_VALUES (share, share, segment->preferences.channels) {
			if (!share->ref.to || !is_set(&share->value.at))
				return false;
			if (share->value.n > 0)
				mark(used, share->ref.to);
		}
	}
	FOR_EACH (channel, plan->channels) {
		mark(used, channel->human_route.to.to);
		mark(used, channel->human_route.after_hours_to.to);
	}
	FOR_EACH (hours, plan->hours)
		mark(used, hours->out_of_hours.channel.to);
	return plan->segments.n > 0;
}

/* Gives a channel a year to find its customers. */
void
check_channels_unwanted(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	bool *used = rule_array(run, &plan->channels, sizeof(*used));

	if (!mark_used(plan, used))
		return;
	FOR_EACH (channel, plan->channels) {
		double share = FIGURES(run, channels, channel)->share;

		/* is_below is false for an unknown share */
		if (used[channel->object.index] ||
		    !is_unfilled(&channel->obligation.at) ||
		    !is_below(share, LITTLE_USED) ||
		    is_unclear(&channel->launch.at) ||
		    (is_set(&channel->launch.at) &&
		     !is_older(channel->launch.date, run->view->as_of, 12)))
			continue;
		rule_find_args(run, &channel->object, NULL,
			       N_("no segment prefers '{channel}', and it "
				  "carries {share} of the contacts, less than "
				  "{limit}; ask its customers where they would "
				  "rather turn, and decide whether to keep it"),
			       ARGS(PERCENT_ARG("share", share),
				    PERCENT_ARG("limit", LITTLE_USED)));
	}
}

void
check_channels_objective(struct rule_run *run, const struct channel *channel)
{
	const struct word_value *kind = &channel->objective.kind;
	bool writes = word_is(&channel->timing, TIMING_ASYNCHRONOUS);
	bool waits = word_is(&channel->timing, TIMING_SYNCHRONOUS);

	if (object_lacks(&channel->object, "objective")) {
		rule_find(run, &channel->object, "objective",
			  N_("'{channel}' has no speed objective, so nobody "
			     "can tell customers how soon they get an answer; "
			     "add `objective`"));
		rule_offer_text(run, &channel->object, "objective.kind",
				writes ? "response_time" : "service_level");
		rule_offer(run, &channel->object, "objective.target");
		rule_offer(run, &channel->object, "objective.within");
	} else if ((writes && word_is(kind, SPEED_SERVICE_LEVEL)) ||
		   (waits && word_is(kind, SPEED_RESPONSE_TIME))) {
		rule_find(run, &channel->objective.object, "kind",
			  writes ? N_("customers of '{channel}' write and turn "
				      "to other things, and its objective is a "
				      "service level, which is made for people "
				      "who wait; make it a `response_time`")
				 : N_("customers of '{channel}' wait for the "
				      "answer, and its objective is a response "
				      "time, which is made for messages; make "
				      "it a `service_level`"));
		rule_relate(run, &channel->object, "timing", N_("its timing"));
	}
}

void
check_channels_no_record(struct rule_run *run, const struct channel *channel)
{
	if (flag_is(&channel->assisted, true) &&
	    flag_is(&channel->record_linked, false) &&
	    !word_is(&channel->status, CHANNEL_RETIRING))
		rule_find(
			run, &channel->object, "record_linked",
			N_("contacts on '{channel}' are not linked to the "
			   "customer record, so agents don't know who is "
			   "asking and what was said before; link them to it"));
}

/* current assisted channels, to offer as routes */
struct people {
	const char *live, *later; /* ids; later is asynchronous */
};

static struct people
find_people(const struct rule_run *run)
{
	struct people found = {0};

	FOR_EACH (channel, run->plan->channels) {
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
offer_route(struct rule_run *run, const struct channel *channel,
	    const struct people *people)
{
	const struct object *object = &channel->object;

	if (!people->live) {
		rule_offer(run, object, "human_route");
		return;
	}
	rule_offer_text(run, object, "human_route.to", people->live);
	rule_offer_text(run, object, "human_route.after_hours_to",
			people->later);
	rule_offer(run, object, "human_route.steps");
	rule_offer(run, object, "human_route.keeps_context");
}

static void
check_route(struct rule_run *run, const struct channel *channel,
	    const struct people *people)
{
	const struct channel *to = channel->human_route.to.to;

	if (object_lacks(&channel->object, "human_route")) {
		rule_find(run, &channel->object, "human_route",
			  N_("'{channel}' has no route to a person, so "
			     "customers who get stuck there stay stuck; add "
			     "`human_route`"));
		offer_route(run, channel, people);
		return;
	}
	if (!to || !word_is(&channel->status, CHANNEL_CURRENT) ||
	    !flag_is(&channel->assisted, false) ||
	    !word_is(&to->status, CHANNEL_PLANNED))
		return;
	rule_find_args(run, &channel->human_route.object, "to",
		       N_("the route to a person from '{channel}' leads to "
			  "'{to}', which is only planned; lead it to a channel "
			  "that is there today"),
		       ARGS(NAME_ARG("to", to)));
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
	struct people people = find_people(run);

	FOR_EACH (channel, run->plan->channels)
		check_route(run, channel, &people);
	FOR_EACH (segment, run->plan->segments)
		if (is_left_alone(segment))
			rule_find(run, &segment->preferences.object, "channels",
				  N_("none of the channels preferred by "
				     "'{segment}' has a person who answers; "
				     "find out where they turn when they can't "
				     "help themselves, and add that channel"));
}

static void
check_lacking(struct rule_run *run, const struct object *route,
	      const struct people *people)
{
	static const struct key_message counted[] = {
		{"steps", N_("nobody has counted the steps from '{channel}' to "
			     "a person; try it and add `steps`")},
		{"keeps_context",
		 N_("the plan doesn't say whether the person knows what a "
		    "customer told '{channel}'; add `keeps_context`")},
		{NULL, NULL},
	};

	if (object_lacks(route, "after_hours_to") &&
	    view_asks(run->view, route,
		      object_field(route, "after_hours_to"))) {
		rule_find(run, route, "after_hours_to",
			  N_("the route to a person from '{channel}' doesn't "
			     "say where it leads outside opening hours; add "
			     "`after_hours_to`"));
		if (people->later)
			rule_offer_text(run, route, "after_hours_to",
					people->later);
		else
			rule_offer(run, route, "after_hours_to");
	}
	rule_find_lacking(run, route, counted);
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
	route_closed(&closed, run->language, run->view, channel);
	if (!closed.n) {
		buf_free(&closed);
		return;
	}
	rule_find_args(
		run, &route->object, "after_hours_to",
		after == route->to.to
			? N_("'{channel}' leads to '{after}' at any hour, and "
			     "nobody answers there {closed}; outside its hours "
			     "lead to a channel where a message can wait")
			: N_("outside opening hours '{channel}' leads to "
			     "'{after}', which is closed at times as well "
			     "({closed}); lead it to a channel where a message "
			     "can wait"),
		ARGS(NAME_ARG("after", after),
		     TEXT_ARG("closed", rule_text(run, &closed))));
	rule_relate(run, &after->hours.to->object, "weekly",
		    N_("when it is open"));
}

void
check_channels_long_route(struct rule_run *run)
{
	double limit = SETTING_OF(run->plan, route_steps);
	struct people people = find_people(run);

	FOR_EACH (channel, run->plan->channels) {
		const struct human_route *route = &channel->human_route;

		if (!is_set(&route->object.at))
			continue;
		check_lacking(run, &route->object, &people);
		if (word_is(&channel->status, CHANNEL_RETIRING))
			continue;
		if (is_set(&route->steps.at) && route->steps.n > limit)
			rule_find_args(
				run, &route->object, "steps",
				N_("the number of steps from '{channel}' to a "
				   "person is {steps}, and more than {limit} "
				   "lose people on the way; offer the person "
				   "sooner"),
				ARGS(COUNT_ARG("steps", route->steps.n),
				     COUNT_ARG("limit", limit)));
		if (flag_is(&route->keeps_context, false))
			rule_find(run, &route->object, "keeps_context",
				  N_("customers who come from '{channel}' have "
				     "to tell a person everything again; pass "
				     "on what was said"));
		check_after_hours(run, channel);
	}
}

/* Leaves out segments in cases that say that nobody wants the channel. */
void
check_channels_weak_case(struct rule_run *run, const struct channel *channel)
{
	static const struct key_message failed[] = {
		{"wanted", N_("'{channel}' is planned, and its case says that "
			      "customers don't want it or won't use it; plan "
			      "what they ask for, or show why they will come")},
		{"ease", N_("'{channel}' is planned, and its case says that it "
			    "makes you no easier to deal with; change it until "
			    "it does, or leave it out")},
		{"efficiency",
		 N_("'{channel}' is planned, and its case says that it makes "
		    "work no more efficient; have leaders say why it is worth "
		    "its cost, or leave it out")},
		{NULL, NULL},
	};
	static const struct key_message unsaid[] = {
		{"wanted",
		 N_("the case for '{channel}' doesn't say whether customers "
		    "want it and will use it; add `wanted`")},
		{"ease", N_("the case for '{channel}' doesn't say whether it "
			    "makes you easier to deal with; add `ease`")},
		{"efficiency",
		 N_("the case for '{channel}' doesn't say whether it makes "
		    "work more efficient; add `efficiency`")},
		{NULL, NULL},
	};
	const struct business_case *of = &channel->business_case;

	if (object_lacks(&channel->object, "business_case"))
		rule_missing(
			run, &channel->object, "business_case",
			N_("'{channel}' is planned without a business case; "
			   "say whether it improves efficiency, makes you "
			   "easier to deal with, and is wanted"));
	if (!word_is(&channel->status, CHANNEL_PLANNED) ||
	    !is_set(&of->object.at))
		return;
	if (is_unfilled(&channel->obligation.at))
		rule_find_off(run, &of->object, failed,
			      N_("it fails this test too"));
	rule_find_lacking(run, &of->object, unsaid);
	if (is_unfilled(&channel->obligation.at) && !of->segments.n &&
	    !is_unclear(&of->segments.at) && !is_unclear(&of->wanted.at) &&
	    !flag_is(&of->wanted, false))
		rule_missing(run, &of->object, "segments",
			     N_("the case for '{channel}' names no segment "
				"that wants it; add `segments` with those who "
				"asked for it"));
}

/* Tells whether customers order there by themselves. Leaves out menus of the
 * phone, whose callers are on the line already. */
static bool
is_self_served(const struct touchpoint *touchpoint)
{
	bool called = false;

	FOR_TARGETS (channel, touchpoint->channels)
		called |= word_is(&channel->mode, MODE_VOICE);
	FOR_TARGETS (channel, touchpoint->channels) {
		const struct channel *to = channel->human_route.to.to;

		if (flag_is(&channel->assisted, false) &&
		    word_is(&channel->status, CHANNEL_CURRENT) &&
		    !word_is(&channel->mode, MODE_VOICE) &&
		    !(called && to && word_is(&to->mode, MODE_VOICE)))
			return true;
	}
	return false;
}

/* Tells whether the chat is used there, or a channel there leads to it. */
static bool
offers(const struct touchpoint *touchpoint, const struct channel *chat)
{
	FOR_TARGETS (channel, touchpoint->channels)
		if (channel == chat || channel->human_route.to.to == chat)
			return true;
	return refs_unclear(&touchpoint->channels);
}

/* Reports the first chat of today, unless the plan says where customers find
 * it. */
void
check_channels_point_of_need(struct rule_run *run)
{
	const struct channel *chat = NULL;
	struct faults faults = {0};

	FOR_EACH (channel, run->plan->channels) {
		if (!word_is(&channel->mode, MODE_CHAT) ||
		    !FIGURES(run, channels, channel)->live)
			continue;
		if (!is_unfilled(&channel->entry_points.at))
			return;
		if (!chat)
			chat = channel;
	}
	if (!chat)
		return;
	FOR_EACH (touchpoint, run->plan->contact_map)
		if (word_is(&touchpoint->stage, STAGE_BUY) &&
		    is_self_served(touchpoint) && !offers(touchpoint, chat))
			faults_add(run, &faults,
				   object_name(&touchpoint->object),
				   &touchpoint->object, "channels");
	rule_find_faults(
		run, &chat->object, "entry_points", &faults,
		N_("customers order by themselves at '{name}', and '{channel}' "
		   "is not offered there; offer it, and add it to the "
		   "touchpoint or name the place in `entry_points`"),
		N_("customers order by themselves at {count} touchpoints where "
		   "'{channel}' is not offered: {names}; offer it, and add it "
		   "to each or name the places in `entry_points`"),
		N_("not offered here"));
}
