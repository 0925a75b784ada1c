/* channels.c - channels that customers want, and what they are promised */
#include "rules/strategic/strategic.h"

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

static void
find_wishes(const struct rule_run *run, struct wish *wishes)
{
	FOR_EACH (segment, run->plan->segments) {
		FOR_VALUES (share, share, segment->preferences.channels) {
			const struct channel *channel = share->ref.to;
			struct wish *wish;

			if (!is_unmet(run, segment, share))
				continue;
			wish = &wishes[channel->object.index];
			if (share->value.n > wish->preference)
				*wish = (struct wish){segment, share->value.n,
						      0};
		}
	}
}

void
check_channels_unmet_preference(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const double limit = SETTING_OF(plan, high_value_preference);
	struct wish *wishes = arena_alloc(
		run->findings->arena, (plan->channels.n + 1) * sizeof(*wishes));

	find_wishes(run, wishes);
	FOR_EACH (channel, plan->channels) {
		struct wish *wish = &wishes[channel->object.index];

		if (!wish->segment)
			continue;
		wish->finding = run->findings->n;
		rule_find(run, &channel->object, "status",
			  N_("'{channel}' is being retired, and {share} of "
			     "'{segment}' prefer it ({limit} make a channel "
			     "matter); keep it, or agree with them on what "
			     "takes its place"),
			  ARGS(NAME_ARG("channel", channel),
			       NAME_ARG("segment", wish->segment),
			       PERCENT_ARG("share", wish->preference),
			       PERCENT_ARG("limit", limit)));
	}
	FOR_EACH (segment, plan->segments) {
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
	bool *used = rule_flags(run, &plan->channels);

	if (!mark_used(plan, used))
		return;
	FOR_EACH (channel, plan->channels) {
		double share = FIGURES(run, channels, channel)->share;

		/* is_below is false for an unknown share */
		if (used[channel->object.index] ||
		    !is_below(share, LITTLE_USED) ||
		    is_unclear(&channel->launch.at) ||
		    (is_set(&channel->launch.at) &&
		     !is_older(channel->launch.date, run->view->as_of, 12)))
			continue;
		rule_find(run, &channel->object, NULL,
			  N_("no segment prefers '{channel}', and it carries "
			     "{share} of the contacts, less than {limit}; ask "
			     "its customers where they would rather turn, and "
			     "decide whether to keep it"),
			  ARGS(NAME_ARG("channel", channel),
			       PERCENT_ARG("share", share),
			       PERCENT_ARG("limit", LITTLE_USED)));
	}
}

void
check_channels_objective(struct rule_run *run, const struct channel *channel)
{
	const struct object *objective = &channel->objective.object;
	const struct word_value *kind = &channel->objective.kind;
	const struct arg name = NAME_ARG("channel", channel);
	bool writes = word_is(&channel->timing, TIMING_ASYNCHRONOUS);
	bool waits = word_is(&channel->timing, TIMING_SYNCHRONOUS);

	if (object_lacks(&channel->object, "objective")) {
		rule_find(run, &channel->object, "objective",
			  N_("'{channel}' has no speed objective, so nobody "
			     "can tell customers how soon they get an answer; "
			     "add `objective`"),
			  &name, 1);
		rule_paste_text(run, writes ? "    objective:\n"
					      "      kind: response_time\n"
					      "      target: 90%\n"
					      "      within: 8h\n"
					    : "    objective:\n"
					      "      kind: service_level\n"
					      "      target: 80%\n"
					      "      within: 30s\n");
	} else if ((writes && word_is(kind, SPEED_SERVICE_LEVEL)) ||
		   (waits && word_is(kind, SPEED_RESPONSE_TIME))) {
		rule_find(run, objective, "kind",
			  writes ? N_("customers of '{channel}' write and turn "
				      "to other things, and its objective is a "
				      "service level, which is made for people "
				      "who wait; make it a `response_time`")
				 : N_("customers of '{channel}' wait for the "
				      "answer, and its objective is a response "
				      "time, which is made for messages; make "
				      "it a `service_level`"),
			  &name, 1);
		rule_relate(run, &channel->object, "timing", N_("its timing"));
	}
}

void
check_channels_no_record(struct rule_run *run, const struct channel *channel)
{
	if (!flag_is(&channel->assisted, true) ||
	    !flag_is(&channel->record_linked, false) ||
	    word_is(&channel->status, CHANNEL_RETIRING))
		return;
	rule_find(run, &channel->object, "record_linked",
		  N_("contacts on '{channel}' are not linked to the customer "
		     "record, so agents don't know who is asking and what was "
		     "said before; link them to it"),
		  ARGS(NAME_ARG("channel", channel)));
}
