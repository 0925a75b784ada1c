/* hours.c - sets of hours: closed doors, demand outside, reviews, coverage */
#include <stdlib.h>

#include "ces/opening.h"
#include "rules/seasons.h"

/* looked at of an event: seasons of every year come back in as many */
enum { YEAR_DAYS = 366 };

/* first current or planned channel of each kind that keeps a set of hours, of
 * those where a message can't wait; NULL */
struct hours_user {
	const struct channel *any, *assisted, *voice;
};

static void
add_user(struct hours_user *users, const struct hours *hours,
	 const struct channel *channel)
{
	struct hours_user *user;

	if (!hours || !channel || word_is(&channel->status, CHANNEL_RETIRING) ||
	    word_is(&channel->timing, TIMING_ASYNCHRONOUS))
		return;
	user = &users[hours->object.index];
	if (!user->any)
		user->any = channel;
	if (!flag_is(&channel->assisted, true))
		return;
	if (!user->assisted)
		user->assisted = channel;
	if (!user->voice && word_is(&channel->mode, MODE_VOICE) &&
	    word_is(&channel->status, CHANNEL_CURRENT))
		user->voice = channel;
}

/* by set of hours, including those of tiers */
static struct hours_user *
find_users(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	struct hours_user *users =
		rule_array(run, &plan->hours, sizeof(*users));

	FOR_EACH (channel, plan->channels)
		add_user(users, channel->hours.to, channel);
	FOR_EACH (tier, plan->service_tiers)
		FOR_VALUES (ref_pair, pair, tier->hours)
			add_user(users, pair->to.to, pair->from.to);
	return users;
}

/* Passes over hours of messages alone: these wait for their promised answer. */
void
check_hours_closed_door(struct rule_run *run)
{
	const struct hours_user *users = find_users(run);

	FOR_EACH (hours, run->plan->hours)
		if (users[hours->object.index].any && hours_close(hours) &&
		    is_unfilled(&hours->out_of_hours.object.at))
			rule_missing(
				run, &hours->object, "out_of_hours",
				N_("the plan doesn't say what happens to "
				   "customers who come outside the hours "
				   "'{hours}'; add `out_of_hours` with what "
				   "they are offered and where they can turn"));
}

/* Offers nothing to paste, as calls have to be counted first. */
void
check_hours_demand_outside(struct rule_run *run)
{
	const struct hours_user *users = find_users(run);
	double limit = SETTING_OF(run->plan, demand_outside);

	FOR_EACH (hours, run->plan->hours) {
		const struct hours_user *user = &users[hours->object.index];
		const struct number_value *outside = &hours->demand_outside;
		const char *treatment = hours_treatment(hours);

		if (!user->any || !hours_close(hours))
			continue;
		if (is_set(&outside->at) && is_above(outside->n, limit))
			rule_find_args(
				run, &hours->object, "demand_outside",
				treatment
					? N_("{share} of the attempts to reach "
					     "'{hours}' come outside its "
					     "hours, more than {limit}; find "
					     "out when they come and whether "
					     "'{treatment}' serves them, or "
					     "open then")
					: N_("{share} of the attempts to reach "
					     "'{hours}' come outside its "
					     "hours, more than {limit}; find "
					     "out when they come, and open "
					     "then or offer a call-back"),
				ARGS(PERCENT_ARG("share", outside->n),
				     PERCENT_ARG("limit", limit),
				     TEXT_ARG("treatment", treatment)));
		else if (user->voice && is_unfilled(&outside->at))
			rule_find_args(
				run, &hours->object, "demand_outside",
				N_("nobody knows how many call '{channel}' "
				   "outside the hours '{hours}'; count these "
				   "calls, as they show in no queue, and add "
				   "`demand_outside`"),
				ARGS(NAME_ARG("channel", user->voice)));
	}
}

/* tells whether all seasons can be read, and the list of exceptions */
static bool
days_told(const struct hours *hours)
{
	FOR_EACH (season, hours->seasons)
		if (!season_told(season))
			return false;
	return !is_unclear(&hours->exceptions.at) &&
	       !is_unclear(&hours->seasons.at);
}

/* tells whether an exception or a season is of some of the days, or an
 * exception unreadable */
static bool
is_prepared(const struct hours *hours, struct date start, struct date end)
{
	int32_t days = date_between(start, end) + 1;

	for (int32_t day = 0; day < days && day < YEAR_DAYS; day++)
		if (hours_season(hours, date_add_days(start, day)))
			return true;
	FOR_EACH (closure, hours->exceptions) {
		struct date first, last;

		if (!closure_days(closure, &first, &last) ||
		    (date_compare(first, end) <= 0 &&
		     date_compare(last, start) >= 0))
			return true;
	}
	return false;
}

/* tells whether the hours were looked at when the event was known */
static bool
is_considered(const struct hours *hours, const struct event *event)
{
	const struct date_value *told = &event->told_contact_center;

	if (is_unclear(&hours->reviewed.at) || is_unclear(&told->at))
		return true;
	return is_set(&hours->reviewed.at) && is_set(&told->at) &&
	       date_compare(hours->reviewed.date, told->date) >= 0;
}

/* a season or holiday to come; what has begun is too late to prepare for */
struct coming {
	const struct event *event;
	struct date start, end; /* of its next run */
};

static int
by_start(const void *pa, const void *pb)
{
	const struct coming *a = pa, *b = pb;
	int order = date_compare(a->start, b->start);

	if (order)
		return order;
	return a->event->object.index < b->event->object.index ? -1 : 1;
}

/* the next first; one without an event ends them */
static const struct coming *
list_coming(struct rule_run *run)
{
	const struct map *calendar = &run->plan->calendar;
	struct coming *coming = rule_array(run, calendar, sizeof(*coming));
	uint32_t n = 0;

	FOR_EACH (event, *calendar) {
		const struct event_view *at = FIGURES(run, events, event);

		if ((word_is(&event->kind, EVENT_SEASON) ||
		     word_is(&event->kind, EVENT_HOLIDAY)) &&
		    at->next_end.year &&
		    date_compare(at->next_start, run->view->as_of) > 0 &&
		    !event_is_weather(event))
			coming[n++] = (struct coming){event, at->next_start,
						      at->next_end};
	}
	qsort(coming, n, sizeof(*coming), by_start);
	return coming;
}

/* the first that the hours don't prepare for, or NULL */
static const struct coming *
next_unprepared(const struct hours *hours, const struct coming *coming)
{
	if (!days_told(hours))
		return NULL;
	for (; coming->event; coming++)
		if (!is_considered(hours, coming->event) &&
		    !is_prepared(hours, coming->start, coming->end))
			return coming;
	return NULL;
}

static void
check_review(struct rule_run *run, const struct hours *hours)
{
	double limit = SETTING_OF(run->plan, section_months);
	bool unjustified = is_unfilled(&hours->value_of_contacts.at);

	if (is_unfilled(&hours->reviewed.at)) {
		rule_missing(
			run, &hours->object, "reviewed",
			unjustified
				? N_("the plan says neither when the hours "
				     "'{hours}' were last reviewed nor why "
				     "they are worth it; review them, then add "
				     "`reviewed` and `value_of_contacts`")
				: N_("the plan doesn't say when the hours "
				     "'{hours}' were last reviewed; compare "
				     "them with what customers want, and add "
				     "`reviewed`"));
		if (unjustified)
			rule_offer(run, &hours->object, "value_of_contacts");
	} else if (is_set(&hours->reviewed.at) && !plan_is_retired(run->plan) &&
		   is_older(hours->reviewed.date, run->view->as_of, limit))
		rule_find_args(
			run, &hours->object, "reviewed",
			unjustified
				? N_("the hours '{hours}' were last reviewed "
				     "on {date}, past the {limit}-month limit, "
				     "and the plan doesn't say why they are "
				     "worth it; review them, and add "
				     "`value_of_contacts`")
				: N_("the hours '{hours}' were last reviewed "
				     "on {date}, past the {limit}-month limit; "
				     "compare them with what customers want "
				     "today"),
			ARGS(DATE_ARG("date", hours->reviewed.date),
			     COUNT_ARG("limit", limit)));
	else if (unjustified)
		rule_missing(run, &hours->object, "value_of_contacts",
			     N_("the plan doesn't say why the hours '{hours}' "
				"are worth it; add `value_of_contacts` with "
				"what these contacts bring or save"));
}

/* tells whether an event is a season of the hours and not an exception */
static bool
lasts(const struct coming *at)
{
	return date_between(at->start, at->end) + 1 >= LONG_DAYS;
}

void
check_hours_unreviewed(struct rule_run *run)
{
	const struct hours_user *users = find_users(run);
	const struct coming *coming = list_coming(run);

	FOR_EACH (hours, run->plan->hours) {
		const struct coming *next;
		bool lasting;

		if (!users[hours->object.index].assisted)
			continue;
		check_review(run, hours);
		if (plan_is_retired(run->plan) || !hours_close(hours))
			continue;
		next = next_unprepared(hours, coming);
		if (!next)
			continue;
		lasting = lasts(next);
		rule_missing_args(
			run, &hours->object, lasting ? "seasons" : "exceptions",
			lasting ? N_("'{event}' is coming, and the hours "
				     "'{hours}' have no season for it; add "
				     "`seasons` with the hours of that time, "
				     "even if they stay as they are")
				: N_("'{event}' is coming, and the hours "
				     "'{hours}' have no exception for it; add "
				     "`exceptions` for the days that differ"),
			ARGS(NAME_ARG("event", next->event)));
		rule_relate(run, &next->event->object, NULL,
			    N_("when it comes"));
	}
}

/* The current assisted channel whose closed hours weigh most by preference;
 * NULL where an unreadable value may change that, or tiers/hours-missing
 * reports it. */
static const struct coverage *
worst_channel(const struct rule_run *run, const struct segment *segment)
{
	const struct segment_view *at = FIGURES(run, segments, segment);
	double preference = SETTING_OF(run->plan, high_value_preference);
	const struct coverage *worst = NULL;

	FOR_VALUES (share, share, segment->preferences.channels) {
		const struct channel *channel = share->ref.to;

		if (!channel || !is_set(&share->value.at) ||
		    share->value.fraction || !is_set(&channel->assisted.at) ||
		    !is_set(&channel->status.at))
			return NULL;
	}
	for (uint32_t i = 0; i < at->n; i++) {
		const struct coverage *one = &at->channels[i];

		if (!(one->preference > 0) || !one->staffed)
			continue;
		if (isnan(one->percent) ||
		    is_unclear(&one->hours->timezone.at) ||
		    (flag_is(&segment->high_value, true) &&
		     one->preference >= preference &&
		     coverage_is_low(run->plan, one)))
			return NULL;
		if (!worst ||
		    one->preference * (100 - one->percent) >
			    worst->preference * (100 - worst->percent))
			worst = one;
	}
	return is_unclear(&segment->preferences.timezone.at) ? NULL : worst;
}

/* Offers nothing that the plan has already. */
static const char *
low_message(bool nobody, bool treated)
{
	if (nobody)
		return treated ? N_("'{segment}' find a channel with a person "
				    "open in {reach} of the hours they want in "
				    "the plan's period, less than {limit}; "
				    "nobody is there {closed}; open a channel "
				    "then, or find out whether '{treatment}' "
				    "serves them")
			       : N_("'{segment}' find a channel with a person "
				    "open in {reach} of the hours they want in "
				    "the plan's period, less than {limit}; "
				    "nobody is there {closed}; open a channel "
				    "then, or offer a call-back");
	return treated ? N_("the channels with a person that '{segment}' "
			    "prefer are open in {coverage} of the hours they "
			    "want in the plan's period, less than {limit}; "
			    "most is missed on '{channel}' ({closed}); open it "
			    "then, or find out whether '{treatment}' serves "
			    "them")
		       : N_("the channels with a person that '{segment}' "
			    "prefer are open in {coverage} of the hours they "
			    "want in the plan's period, less than {limit}; "
			    "most is missed on '{channel}' ({closed}); open it "
			    "then, or point them to a channel that is");
}

/* Passes over what was low and is over, as nobody can open then any more.
 * Reports the worse of the two, as low reach implies low coverage; reach, the
 * hours in which any channel is open, where all channels are readable. */
void
check_hours_low_coverage(struct rule_run *run)
{
	double limit = SETTING_OF(run->plan, coverage);
	bool known = true;

	FOR_EACH (channel, run->plan->channels)
		known &= !is_unclear(&channel->assisted.at) &&
			 !is_unclear(&channel->status.at) &&
			 !(channel->hours.to &&
			   is_unclear(&channel->hours.to->timezone.at));
	if (is_unclear(&run->plan->plan.timezone.at))
		return;
	FOR_EACH (segment, run->plan->segments) {
		const struct segment_view *at = FIGURES(run, segments, segment);
		const struct coverage *worst;
		bool nobody = known && is_below(at->reach, limit) &&
			      is_below(at->reach_ahead, limit);
		const char *treatment;
		struct buf closed = {0};

		worst = worst_channel(run, segment);
		if (!worst)
			continue;
		if (!is_below(at->coverage, limit) ||
		    !is_below(at->coverage_ahead, limit)) {
			report_low_stretch(run, segment);
			continue;
		}
		treatment = hours_treatment(worst->hours);
		if (nobody)
			segment_closed(&closed, run->language, run->view, at);
		else
			coverage_closed(&closed, run->language, run->view,
					worst);
		rule_find_args(
			run, &segment->preferences.object, "hours",
			low_message(nobody, treatment != NULL),
			ARGS(PERCENT_ARG("reach", nobody ? at->reach : 0),
			     PERCENT_ARG("coverage", at->coverage),
			     PERCENT_ARG("limit", limit),
			     TEXT_ARG("channel",
				      object_name(&worst->channel->object)),
			     TEXT_ARG("treatment", treatment),
			     TEXT_ARG("closed", rule_text(run, &closed))));
		if (!nobody)
			rule_relate_hours(run, worst, N_("when it is open"));
	}
}
