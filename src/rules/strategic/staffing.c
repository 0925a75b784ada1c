/* staffing.c - inputs of the staffing that can't be right, and late hiring */
#include "rules/rule.h"

/* percent by which handle times may differ */
static const double far_off = 20;

static void
check_objective(struct rule_run *run, const struct speed *speed)
{
	if (!word_is(&speed->kind, SPEED_SERVICE_LEVEL) ||
	    !is_set(&speed->target.at) || speed->target.n < 100)
		return;
	rule_find(run, &speed->object, "target",
		  N_("'{name}' promises that all contacts are answered in "
		     "time, which no number of agents reaches, as contacts "
		     "come at random; promise a share of them, 90% or 95%"));
}

void
check_staffing_all_in_time(struct rule_run *run)
{
	FOR_EACH (channel, run->plan->channels)
		if (is_unfilled(&channel->obligation.at))
			check_objective(run, &channel->objective);
	FOR_EACH (tier, run->plan->service_tiers)
		check_objective(run, &tier->objective);
}

/* the object that tells the key for the channel: its own staffing, else that of
 * the demand */
static const struct object *
teller(const struct rule_run *run, const struct channel *channel,
       const char *key)
{
	const struct object *own = &channel->staffing.object;

	return own->slot && field_mark(own, object_field(own, key))->state >
				       BLANK
		       ? own
		       : &run->plan->demand.staffing.object;
}

/* Compares with the mean over the hours that the channel is open in the month
 * of the interval, else in the year. */
void
check_staffing_quiet_interval(struct rule_run *run,
			      const struct channel *channel)
{
	const struct channel_view *view = FIGURES(run, channels, channel);
	const struct staffing_view *staffing = view->staffing;

	if (!staffing || !(round(staffing->contacts) < round(staffing->mean)))
		return;
	rule_find_args(
		run, teller(run, channel, "busiest_interval"),
		"busiest_interval",
		staffing->month < 0
			? N_("the busiest interval of '{channel}' has {told} "
			     "contacts, and {mean} come in a mean one ({year} "
			     "a year, open {hours} hours a year); correct the "
			     "interval, the contacts or the hours")
			: N_("the busiest interval of '{channel}' has {told} "
			     "contacts, and {mean} come in a mean one of that "
			     "month ({year} a year, month index {index}, open "
			     "{hours} hours that month); correct the interval, "
			     "the contacts or the hours"),
		ARGS(NAME_ARG("channel", channel),
		     COUNT_ARG("told", staffing->contacts),
		     COUNT_ARG("mean", round(staffing->mean)),
		     COUNT_ARG("year", view->volume),
		     COUNT_ARG("hours", round(staffing->open)),
		     NUMBER_ARG("index", round(staffing->index * 100) / 100)));
}

/* Looks at channels whose handle time is told besides that of their reasons. */
void
check_staffing_handle_time(struct rule_run *run, const struct channel *channel)
{
	const struct channel_view *view = FIGURES(run, channels, channel);
	const struct object *at = teller(run, channel, "handle_time");
	double gap = (view->handle_time / view->reasons_time - 1) * 100;
	bool own =
		at->slot && is_set(&at->at) &&
		field_mark(at, object_field(at, "handle_time"))->state == SET &&
		(at != &run->plan->demand.staffing.object ||
		 channel == run->view->main_channel);

	if (!view->live || !is_above(fabs(gap), far_off))
		return;
	rule_find_args(
		run, own ? at : &channel->object, "handle_time",
		N_("a contact of '{channel}' takes {told} seconds here, and "
		   "{reasons} by the handle times of its contact reasons; they "
		   "should differ by {limit} at most, so correct one of them"),
		ARGS(NAME_ARG("channel", channel),
		     COUNT_ARG("told", round(view->handle_time)),
		     COUNT_ARG("reasons", round(view->reasons_time)),
		     PERCENT_ARG("limit", far_off)));
}

/* --- hiring --------------------------------------------------------------- */

/* whole days of the calendar */
static int
calendar_days(const struct duration_value *value)
{
	const struct duration *duration = &value->duration;

	if (!is_set(&value->at))
		return 0;
	return (int)fmin(ceil(duration->unit == DURATION_BUSINESS_DAYS
				      ? duration->amount * 7 / 5
				      : duration_seconds(*duration) / 86400),
			 36500);
}

/* what is done to hire, if its start is known and it isn't done */
static const struct action *
first_action(const struct staff *staff)
{
	const struct action *first = NULL;

	if (refs_unclear(&staff->actions))
		return NULL;
	FOR_TARGETS (action, staff->actions) {
		if (word_is(&action->status, ACTION_CANCELLED))
			continue;
		if (word_is(&action->status, ACTION_DONE) ||
		    !is_set(&action->start.at))
			return NULL;
		if (!first ||
		    date_compare(action->start.date, first->start.date) < 0)
			first = action;
	}
	return first;
}

/* tells whether the season brings less in each of its effects */
static bool
is_slack(const struct event *event)
{
	bool any = false;

	FOR_VALUES (share, effect, event->effects) {
		if (!is_set(&effect->value.at) || effect->value.n >= 0)
			return false;
		any = true;
	}
	return any;
}

/* the next run of a season that has not begun */
static bool
next_peak(const struct rule_run *run, const struct event *event,
	  struct date *start, struct date *end)
{
	struct date day = run->view->as_of;

	if (!word_is(&event->kind, EVENT_SEASON) || is_slack(event))
		return false;
	if (!event_run(event, day, start, end))
		return false;
	if (date_compare(*start, day) > 0)
		return true;
	return event_run(event, date_add_days(*end, 1), start, end) &&
	       date_compare(*start, day) > 0;
}

/* a peak for which more people are wanted */
struct peak {
	const struct event *season; /* NULL: the month of most contacts */
	struct date begins;
};

/* tells whether the people come too late for the peak; an action that starts
 * once it is over is for another */
static bool
comes_late(struct date action, struct date begins, struct date ends, int lead)
{
	return date_compare(action, date_add_days(begins, -lead)) > 0 &&
	       date_compare(action, ends) <= 0;
}

/* the first season that the action comes too late for */
static bool
find_season(const struct rule_run *run, struct date action, int lead,
	    struct peak *peak)
{
	bool any = false;

	*peak = (struct peak){0};
	FOR_EACH (event, run->plan->calendar) {
		struct date begins, ends;

		any |= word_is(&event->kind, EVENT_SEASON);
		if (next_peak(run, event, &begins, &ends) &&
		    comes_late(action, begins, ends, lead) &&
		    (!peak->season || date_compare(begins, peak->begins) < 0))
			*peak = (struct peak){event, begins};
	}
	return any;
}

/* the month of most contacts, from 10% above the mean on, when it comes next */
static bool
find_month(const struct rule_run *run, struct date *begins)
{
	const struct view *view = run->view;
	double all[12], sum = 0;
	int most = 0;

	for (int i = 0; i < 12; i++) {
		all[i] = view->month_volume[i] +
			 (isnan(view->month_extra[i]) ? 0
						      : view->month_extra[i]);
		sum += all[i];
		if (all[i] > all[most])
			most = i;
	}
	*begins = view->as_of;
	begins->month = (uint8_t)(most + 1);
	begins->day = 1;
	if (date_compare(*begins, view->as_of) <= 0)
		*begins = date_add_months(*begins, 12);
	return all[most] * 12 >= sum * 1.1;
}

static void
report_late(struct rule_run *run, const struct staff *staff,
	    const struct action *action, const struct peak *peak, int lead)
{
	struct date latest = date_add_days(peak->begins, -lead);
	int32_t late = date_between(latest, action->start.date);
	const struct event *season = peak->season;

	rule_find_args(
		run, &action->object, "start",
		season ? N_("for '{peak}' on {begins} recruiting '{role}' has "
			    "to start by {latest}, as hiring and training take "
			    "their time, and '{name}' starts on {start} (days "
			    "too late: {late}); start it sooner, or plan the "
			    "peak without these people")
		       : N_("for the peak from {begins} on recruiting '{role}' "
			    "has to start by {latest}, as hiring and training "
			    "take their time, and '{name}' starts on {start} "
			    "(days too late: {late}); start it sooner, or plan "
			    "the peak without these people"),
		ARGS(TEXT_ARG("peak",
			      season ? object_name(&season->object) : ""),
		     DATE_ARG("begins", peak->begins), NAME_ARG("role", staff),
		     DATE_ARG("latest", latest),
		     DATE_ARG("start", action->start.date),
		     COUNT_ARG("late", late)));
	rule_relate(run, &staff->object,
		    is_set(&staff->hire_lead.at) ? "hire_lead" : "training",
		    N_("how long it takes"));
	if (season)
		rule_relate(run, &season->object, "start",
			    N_("the peak begins here"));
}

/* Looks for seasons of the calendar, else at the months. */
void
check_workforce_hired_late(struct rule_run *run, const struct staff *staff)
{
	int lead = calendar_days(&staff->hire_lead) +
		   calendar_days(&staff->training);
	const struct action *action = first_action(staff);
	struct peak peak;

	if (!action || lead == 0 || is_unclear(&staff->hire_lead.at) ||
	    is_unclear(&staff->training.at) || plan_is_retired(run->plan) ||
	    (is_set(&staff->headcount.at) &&
	     is_set(&staff->target_headcount.at) &&
	     staff->target_headcount.n <= staff->headcount.n))
		return;
	if (find_season(run, action->start.date, lead, &peak)
		    ? peak.season != NULL
		    : find_month(run, &peak.begins) &&
			      comes_late(action->start.date, peak.begins,
					 date_add_months(peak.begins, 1), lead))
		report_late(run, staff, action, &peak, lead);
}
