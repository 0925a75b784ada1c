/* statuses.c - statuses that contradict their dates */
#include "rules/rule.h"

static void
check_done(struct rule_run *run, const struct action *action)
{
	if (!word_is(&action->status, ACTION_DONE) ||
	    !is_unfilled(&action->completed.at))
		return;
	rule_missing(run, &action->object, "completed",
		     N_("'{name}' is done, but the plan doesn't say since "
			"when; add `completed` with the date"),
		     ARGS(NAME_ARG("name", action)));
}

static void
check_completed(struct rule_run *run, const struct action *action)
{
	struct date as_of = run->view->as_of;

	if (!is_set(&action->completed.at) ||
	    date_compare(action->completed.date, as_of) <= 0)
		return;
	rule_find(run, &action->object, "completed",
		  N_("'{name}' was completed on {date}, which is after "
		     "{today}; correct the date, or the status"),
		  ARGS(NAME_ARG("name", action),
		       DATE_ARG("date", action->completed.date),
		       DATE_ARG("today", as_of)));
}

static void
check_percent(struct rule_run *run, const struct action *action)
{
	if (!is_set(&action->percent.at) || action->percent.n < 100 ||
	    (!word_is(&action->status, ACTION_NOT_STARTED) &&
	     !word_is(&action->status, ACTION_IN_PROGRESS)))
		return;
	rule_find(run, &action->object, "percent",
		  N_("'{name}' is at 100%, but its status is not done; set the "
		     "status to done, or lower the percent"),
		  ARGS(NAME_ARG("name", action)));
	rule_relate(run, &action->object, "status", N_("its status"));
}

static void
check_launch(struct rule_run *run, const struct channel *channel, int status,
	     int wrong_side, const char *message)
{
	struct date as_of = run->view->as_of;

	if (!word_is(&channel->status, status) || !is_set(&channel->launch.at))
		return;
	if (wrong_side * date_compare(channel->launch.date, as_of) <= 0)
		return;
	rule_find(run, &channel->object, "launch", message,
		  ARGS(NAME_ARG("name", channel),
		       DATE_ARG("date", channel->launch.date),
		       DATE_ARG("today", as_of)));
	rule_relate(run, &channel->object, "status", N_("its status"));
}

static void
check_channel(struct rule_run *run, const struct channel *channel)
{
	check_launch(run, channel, CHANNEL_PLANNED, -1,
		     N_("'{name}' is planned, but its launch date {date} is "
			"before {today}; set the status to current, or give it "
			"a new date"));
	check_launch(
		run, channel, CHANNEL_CURRENT, 1,
		N_("'{name}' is current, but its launch date {date} is after "
		   "{today}; set the status to planned, or correct the date"));
}

void
check_document_status_date(struct rule_run *run)
{
	const struct plan *plan = run->plan;

	FOR_EACH (action, plan->actions) {
		check_done(run, action);
		check_completed(run, action);
		check_percent(run, action);
	}
	FOR_EACH (channel, plan->channels)
		check_channel(run, channel);
}
