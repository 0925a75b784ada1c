/* statuses.c - statuses that contradict their dates */
#include "rules/rule.h"

static void
check_channel(struct rule_run *run, const struct channel *channel)
{
	struct date as_of = run->view->as_of;
	int side = date_compare(channel->launch.date, as_of);
	bool early = word_is(&channel->status, CHANNEL_CURRENT) && side > 0;
	bool late = word_is(&channel->status, CHANNEL_PLANNED) && side < 0;

	if (!is_set(&channel->launch.at) || (!early && !late))
		return;
	rule_find(run, &channel->object, "launch",
		  late ? N_("'{name}' is planned, but its launch date {date} "
			    "is before {today}; set the status to current, or "
			    "give it a new date")
		       : N_("'{name}' is current, but its launch date {date} "
			    "is after {today}; set the status to planned, or "
			    "correct the date"),
		  ARGS(NAME_ARG("name", channel),
		       DATE_ARG("date", channel->launch.date),
		       DATE_ARG("today", as_of)));
	rule_relate(run, &channel->object, "status", N_("its status"));
}

static void
check_action(struct rule_run *run, const struct action *action)
{
	const struct object *object = &action->object;
	const struct arg args[] = {NAME_ARG("name", action),
				   DATE_ARG("date", action->completed.date),
				   DATE_ARG("today", run->view->as_of)};

	if (word_is(&action->status, ACTION_DONE) &&
	    is_unfilled(&action->completed.at))
		rule_missing(run, object, "completed",
			     N_("'{name}' is done, but the plan doesn't say "
				"since when; add `completed` with the date"),
			     args, 1);
	if (is_set(&action->completed.at) &&
	    date_compare(action->completed.date, run->view->as_of) > 0)
		rule_find(run, object, "completed",
			  N_("'{name}' was completed on {date}, which is after "
			     "{today}; correct the date, or the status"),
			  args, 3);
	if (is_set(&action->percent.at) && action->percent.n >= 100 &&
	    (word_is(&action->status, ACTION_NOT_STARTED) ||
	     word_is(&action->status, ACTION_IN_PROGRESS))) {
		rule_find(run, object, "percent",
			  N_("'{name}' is at 100%, but its status is not done; "
			     "set the status to done, or lower the percent"),
			  args, 1);
		rule_relate(run, object, "status", N_("its status"));
	}
}

void
check_document_status_date(struct rule_run *run)
{
	FOR_EACH (action, run->plan->actions)
		check_action(run, action);
	FOR_EACH (channel, run->plan->channels)
		check_channel(run, channel);
}
