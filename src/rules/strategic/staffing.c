/* staffing.c - inputs of the staffing that can't be right, and late hiring */
#include "rules/rule.h"

/* percent by which handle times may differ */
static const double far_off = 20;

enum { ANY = -1 }; /* no lead: any peak to come */

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

/* ABSENT too where the object is not there */
static enum state
state_of(const struct object *object, const char *key)
{
	return object->slot
		       ? field_mark(object, object_field(object, key))->state
		       : ABSENT;
}

/* the object that tells the key of a busiest interval for the channel: its own
 * staffing; where that has no such key, for the main channel that of the
 * demand; else the channel itself */
static const struct object *
teller(const struct rule_run *run, const struct channel *channel,
       const char *key)
{
	const struct object *at = &channel->staffing.object;

	if (state_of(at, key) <= BLANK && channel == run->view->main_channel)
		at = &run->plan->demand.staffing.object;
	return state_of(at, key) == SET ? at : &channel->object;
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
	double gap = (view->handle_time / view->reasons_time - 1) * 100;

	if (!view->live || !is_above(fabs(gap), far_off))
		return;
	rule_find_args(
		run, teller(run, channel, "handle_time"), "handle_time",
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

/* actions that hire, of those not known to be done */
struct hiring {
	const struct action *first; /* that starts first, or may from today on;
				       NULL: nothing, or nobody knows */
	struct date start;
	const struct action *due; /* that is due first, where no start is told;
				     else NULL */
	bool any, waiting; /* something is planned; the first hasn't started */
};

/* the day on which it starts: of what should have by now and hasn't, and of
 * what tells none, the as-of day; false: it has started, and nobody knows when
 */
static bool
start_of(const struct rule_run *run, const struct action *action,
	 struct date *start, bool *waiting)
{
	bool begun = !word_is(&action->status, ACTION_NOT_STARTED);
	struct date today = run->view->as_of;

	*start = action->start.date;
	*waiting = false;
	if (is_set(&action->start.at) &&
	    (begun || date_compare(*start, today) >= 0))
		return true;
	*start = today;
	*waiting = true;
	return !begun;
}

/* Returns false where that is done, or can't be read. */
static bool
find_hiring(const struct rule_run *run, const struct staff *staff,
	    struct hiring *hiring)
{
	bool known = true, told = false;

	*hiring = (struct hiring){0};
	if (refs_unclear(&staff->actions))
		return false;
	FOR_TARGETS (action, staff->actions) {
		struct date start;
		bool waiting;

		if (word_is(&action->status, ACTION_CANCELLED))
			continue;
		if (word_is(&action->status, ACTION_DONE) ||
		    !is_set(&action->status.at) ||
		    is_unclear(&action->start.at))
			return false;
		hiring->any = true;
		told |= is_set(&action->start.at);
		if (is_set(&action->due.at) &&
		    (!hiring->due ||
		     date_compare(action->due.date, hiring->due->due.date) < 0))
			hiring->due = action;
		if (!start_of(run, action, &start, &waiting)) {
			known = false;
		} else if (!hiring->first ||
			   date_compare(start, hiring->start) < 0) {
			hiring->first = action;
			hiring->start = start;
			hiring->waiting = waiting;
		}
	}
	if (!known)
		hiring->first = NULL;
	if (told)
		hiring->due = NULL;
	return true;
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

/* the first season that the day is too late for, or with a lead of ANY the next
 * one; false where the calendar has none at all */
static bool
find_season(const struct rule_run *run, struct date day, int lead,
	    struct peak *peak)
{
	bool any = false;

	*peak = (struct peak){0};
	FOR_EACH (event, run->plan->calendar) {
		struct date begins, ends;

		any |= word_is(&event->kind, EVENT_SEASON);
		if (next_peak(run, event, &begins, &ends) &&
		    (lead == ANY || comes_late(day, begins, ends, lead)) &&
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

	*begins = view->as_of;
	begins->month = (uint8_t)(view->busiest + 1);
	begins->day = 1;
	if (date_compare(*begins, view->as_of) <= 0)
		*begins = date_add_months(*begins, 12);
	return view->month_all[view->busiest] * 12 >= view->months_all * 1.1;
}

/* Looks for seasons of the calendar, else at the months. */
static bool
find_peak(const struct rule_run *run, struct date day, int lead,
	  struct peak *peak)
{
	if (find_season(run, day, lead, peak))
		return peak->season != NULL;
	return find_month(run, &peak->begins) &&
	       (lead == ANY ||
		comes_late(day, peak->begins, date_add_months(peak->begins, 1),
			   lead));
}

/* why the people come too late; and for LATE and NOBODY, whether recruiting can
 * still start in time */
enum lateness { LATE, LATE_PAST, WAITING, DUE, NOBODY, NOBODY_PAST };

/* for a season of the calendar, and for the month of most contacts */
static const char *const late_messages[][2] = {
	[LATE] =
		{N_("for '{peak}' on {begins} recruiting '{role}' has to start "
		    "by {latest}, as hiring and training take their time, and "
		    "'{name}' starts on {start} (days too late: {late}); start "
		    "it sooner, or plan the peak without these people"),
		 N_("for the peak from {begins} on recruiting '{role}' has to "
		    "start by {latest}, as hiring and training take their "
		    "time, and '{name}' starts on {start} (days too late: "
		    "{late}); start it sooner, or plan the peak without these "
		    "people")},
	[LATE_PAST] =
		{N_("for '{peak}' on {begins} recruiting '{role}' had to "
		    "start by {latest}, as hiring and training take their "
		    "time, and the start of '{name}' is {start} (days too "
		    "late: {late}); bridge the peak with overtime, a "
		    "partner or fewer contacts"),
		 N_("for the peak from {begins} on recruiting '{role}' "
		    "had to start by {latest}, as hiring and training "
		    "take their time, and the start of '{name}' is "
		    "{start} (days too late: {late}); bridge the peak "
		    "with overtime, a partner or fewer contacts")},
	[WAITING] = {N_("for '{peak}' on {begins} recruiting '{role}' had to "
			"start by {latest}, as hiring and training take their "
			"time, and '{name}' has not started (days too late: "
			"{late}); bridge the peak with overtime, a partner or "
			"fewer contacts"),
		     N_("for the peak from {begins} on recruiting '{role}' had "
			"to start by {latest}, as hiring and training take "
			"their time, and '{name}' has not started (days too "
			"late: {late}); bridge the peak with overtime, a "
			"partner or fewer contacts")},
	[DUE] = {N_("'{name}', which recruits '{role}', is due on {start}, and "
		    "'{peak}' begins on {begins} (days too late: {late}); have "
		    "the people hired and trained by then, or bridge the peak "
		    "with overtime, a partner or fewer contacts"),
		 N_("'{name}', which recruits '{role}', is due on {start}, and "
		    "the peak begins on {begins} (days too late: {late}); have "
		    "the people hired and trained by then, or bridge the peak "
		    "with overtime, a partner or fewer contacts")},
	[NOBODY] = {N_("the plan wants more of '{role}', and no action "
		       "recruits them; for '{peak}' on {begins} recruiting has "
		       "to start by "
		       "{latest}, as hiring and training take their time: add "
		       "it to `actions`, or plan the peak without these "
		       "people"),
		    N_("the plan wants more of '{role}', and no action "
		       "recruits them; for the peak from {begins} on "
		       "recruiting has to start "
		       "by {latest}, as hiring and training take their time: "
		       "add it to `actions`, or plan the peak without these "
		       "people")},
	[NOBODY_PAST] =
		{N_("the plan wants more of '{role}', and no action recruits "
		    "them; for '{peak}' on {begins} recruiting had to "
		    "start by {latest}, as hiring and training take "
		    "their time (days too late: {late}); bridge the "
		    "peak with overtime, a partner or fewer contacts"),
		 N_("the plan wants more of '{role}', and no action recruits "
		    "them; for the peak from {begins} on recruiting "
		    "had to start by {latest}, as hiring and training "
		    "take their time (days too late: {late}); bridge "
		    "the peak with overtime, a partner or fewer "
		    "contacts")},
};

/* Reports people who come so many days too late, at the key of an action or of
 * the role. */
static void
report_late(struct rule_run *run, const struct staff *staff,
	    const struct object *at, const char *key, enum lateness lateness,
	    const struct peak *peak, struct date latest, struct date day)
{
	const struct event *season = peak->season;

	rule_find_args(run, at, key, late_messages[lateness][season ? 0 : 1],
		       ARGS(object_arg("peak", season ? &season->object : NULL),
			    DATE_ARG("begins", peak->begins),
			    NAME_ARG("role", staff), DATE_ARG("latest", latest),
			    DATE_ARG("start", day),
			    COUNT_ARG("late", date_between(latest, day))));
	rule_relate(run, &staff->object,
		    is_set(&staff->hire_lead.at) ? "hire_lead" : "training",
		    N_("how long it takes"));
	if (season)
		rule_relate(run, &season->object, "start",
			    N_("the peak begins here"));
}

/* Reports a role that is to grow and whose growth is nobody's action. */
static void
check_nobody(struct rule_run *run, const struct staff *staff, int lead)
{
	struct date today = run->view->as_of, latest;
	struct peak peak;

	if (!is_set(&staff->headcount.at) ||
	    !is_set(&staff->target_headcount.at) ||
	    !find_peak(run, today, ANY, &peak))
		return;
	latest = date_add_days(peak.begins, -lead);
	report_late(run, staff, &staff->object, "target_headcount",
		    date_compare(latest, today) < 0 ? NOBODY_PAST : NOBODY,
		    &peak, latest, today);
}

static void
check_hiring(struct rule_run *run, const struct staff *staff, int lead,
	     const struct hiring *hiring)
{
	struct date latest;
	struct peak peak;

	if (hiring->first && find_peak(run, hiring->start, lead, &peak)) {
		const struct action *first = hiring->first;

		latest = date_add_days(peak.begins, -lead);
		report_late(run, staff, &first->object,
			    is_set(&first->start.at) ? "start" : NULL,
			    hiring->waiting ? WAITING
			    : date_compare(latest, run->view->as_of) < 0
				    ? LATE_PAST
				    : LATE,
			    &peak, latest, hiring->start);
	} else if (hiring->due &&
		   find_peak(run, hiring->due->due.date, 0, &peak)) {
		report_late(run, staff, &hiring->due->object, "due", DUE, &peak,
			    peak.begins, hiring->due->due.date);
	}
}

void
check_workforce_hired_late(struct rule_run *run, const struct staff *staff)
{
	int lead = calendar_days(&staff->hire_lead) +
		   calendar_days(&staff->training);
	struct hiring hiring;

	if (lead == 0 || is_unclear(&staff->hire_lead.at) ||
	    is_unclear(&staff->training.at) || plan_is_retired(run->plan) ||
	    (is_set(&staff->headcount.at) &&
	     is_set(&staff->target_headcount.at) &&
	     staff->target_headcount.n <= staff->headcount.n) ||
	    !find_hiring(run, staff, &hiring))
		return;
	if (hiring.any)
		check_hiring(run, staff, lead, &hiring);
	else
		check_nobody(run, staff, lead);
}
