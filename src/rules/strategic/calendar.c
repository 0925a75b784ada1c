/* calendar.c - events: effects, early notice, seasons, collisions */
#include <stdlib.h>

#include "rules/rule.h"

/* words of weather in the languages of plans, in small letters */
static const char *const weather[] = {
	"weather",  "storm",	"storms",	"snow",	      "frost",
	"frosts",   "blizzard", "heat wave",	"heatwave",   "heat waves",
	"flood",    "floods",	"hurricane",	"hurricanes", "typhoon",
	"typhoons", "monsoon",	"cold snap",	"tormenta",   "tormentas",
	"nieve",    "heladas",	"ola de calor", "huracanes",  "lluvias",
	"날씨",	    "태풍",	"폭설",		"한파",	      "폭염",
	"장마",	    "天气",	"天氣",		"台风",	      "颱風",
	"暴雪",	    "寒潮",	"暴雨",		"热浪",	      "熱浪",
};

bool
event_is_weather(const struct event *event)
{
	return text_has_word(&event->name, weather,
			     sizeof(weather) / sizeof(*weather));
}

/* tells whether both dates are set and in order */
static bool
is_dated(const struct event *event)
{
	return is_set(&event->start.at) && is_set(&event->end.at) &&
	       date_compare(event->start.date, event->end.date) <= 0;
}

/* Seasons drive contacts too, as do events with effects whatever their kind;
 * holidays and new systems need not. */
static bool
is_driver(const struct event *event)
{
	return event->kind.word <= EVENT_PRICE_CHANGE ||
	       !is_unfilled(&event->effects.at) ||
	       !is_unfilled(&event->audience.at) ||
	       !is_unfilled(&event->handle_time_change.at);
}

/* Tells whether an event that drives contacts falls into the plan's period.
 * Counts those whose kind or dates, and plans whose period, are unknown. */
static bool
has_drivers(const struct plan *plan)
{
	const struct term *period = &plan->plan.period;
	bool dated = is_set(&period->start.at) && is_set(&period->end.at);
	struct date start, end;

	FOR_EACH (event, plan->calendar) {
		if (!is_set(&event->kind.at))
			return true;
		if (!is_driver(event))
			continue;
		if (!is_dated(event) || !dated ||
		    (event_run(event, period->start.date, &start, &end) &&
		     date_compare(start, period->end.date) <= 0))
			return true;
	}
	return false;
}

void
check_calendar_no_drivers(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const struct term *period = &plan->plan.period;

	if (is_unfilled(&plan->calendar.at) && has_core(plan)) {
		rule_missing(
			run, &plan->object, "calendar",
			N_("the plan has no calendar of what drives contacts; "
			   "ask each unit what it plans, and list it"));
	}
	if (plan->calendar.n && !is_unclear(&plan->calendar.at) &&
	    !has_drivers(plan) && !is_before(&period->end, period->start.date))
		rule_find_args(
			run, &plan->object, "calendar",
			is_set(&period->start.at) && is_set(&period->end.at)
				? N_("the calendar has no season, campaign, "
				     "billing cycle, order change, launch or "
				     "price change from {start} to {end}; ask "
				     "each unit what it plans")
				: N_("the calendar has no season, campaign, "
				     "billing cycle, order change, launch or "
				     "price change; ask each unit what it "
				     "plans"),
			ARGS(DATE_ARG("start", period->start.date),
			     DATE_ARG("end", period->end.date)));
}

/* tells whether the last run is over; false where dates are unknown */
static bool
is_over(const struct rule_run *run, const struct event *event)
{
	struct date start, end;

	return is_set(&event->start.at) && is_set(&event->end.at) &&
	       !event_run(event, run->view->as_of, &start, &end);
}

/* Requires effects, a changed handle time, or audience with response. Excludes
 * holidays, which matter for hours only, and past events. */
void
check_calendar_no_effect(struct rule_run *run, const struct event *event)
{
	bool audience = !is_unfilled(&event->audience.at);
	bool response = !is_unfilled(&event->response.at);

	if (!is_set(&event->kind.at) || event->kind.word == EVENT_HOLIDAY ||
	    is_over(run, event) || !is_unfilled(&event->effects.at) ||
	    (audience && response) ||
	    !is_unfilled(&event->handle_time_change.at))
		return;
	if (audience || response) {
		rule_missing(
			run, &event->object, audience ? "response" : "audience",
			audience ? N_("'{name}' says whom it reaches, but not "
				      "how many of them make contact; add "
				      "`response` or `effects`")
				 : N_("'{name}' says what share makes contact, "
				      "but not of how many; add `audience`"));
		return;
	}
	rule_missing(run, &event->object, "effects",
		     N_("'{name}' doesn't say how it affects contacts; "
			"estimate which reasons it raises or lowers, and by "
			"how much"));
}

static void
report_untold(struct rule_run *run, const struct event *event)
{
	int limit = (int)SETTING_OF(run->plan, event_lead_days);
	struct date latest = date_add_days(event->start.date, -limit);
	struct date today = run->view->as_of;
	bool running = date_compare(event->start.date, today) <= 0;
	bool late = date_compare(latest, today) < 0;

	rule_missing_args(
		run, &event->object, "told_contact_center",
		running ? N_("'{name}' has been running since {start}, and the "
			     "contact center wasn't told; tell it today")
		: late	? N_("'{name}' begins on {start}, in less than {limit} "
			      "days, and the contact center wasn't told; tell it "
			      "today")
			: N_("the contact center wasn't told of '{name}'; tell "
			      "it by {latest}, {limit} days ahead of {start}"),
		ARGS(DATE_ARG("start", event->start.date),
		     COUNT_ARG("limit", limit), DATE_ARG("latest", latest)));
}

/* Selects events of other units that are on or to come, without holidays and
 * repetitions; any, where the notice comes after the start. Skips short notice
 * of events that have begun: it can't be changed any more. */
void
check_calendar_told_late(struct rule_run *run, const struct event *event)
{
	const struct date_value *told = &event->told_contact_center;
	double limit = SETTING_OF(run->plan, event_lead_days);
	struct date today = run->view->as_of;
	bool begun = date_compare(event->start.date, today) <= 0;
	bool after = is_set(&told->at) && is_before(&event->start, told->date);
	bool caused = is_set(&event->kind.at) &&
		      event->kind.word != EVENT_HOLIDAY &&
		      is_other_unit(run->plan, &event->owner_unit.at,
				    event->owner_unit.to);

	if (!is_dated(event) || is_over(run, event) ||
	    plan_is_retired(run->plan) || (!caused && !after) ||
	    (begun && !is_unfilled(&event->repeats.at)))
		return;
	if (is_unfilled(&told->at))
		report_untold(run, event);
	if (!is_set(&told->at) || (begun && !after) ||
	    FIGURES(run, events, event)->lead_days >= limit)
		return;
	rule_missing_args(
		run, &event->object, "told_contact_center",
		after && begun
			? N_("the contact center was told of '{name}' on "
			     "{told}, when it had been running since {start}; "
			     "agree on notice {limit} days ahead")
		: after ? N_("the contact center is to be told of '{name}' on "
			     "{told}, after it begins on {start}; tell it now, "
			     "or correct one of the two dates")
		: date_compare(told->date, today) <= 0
			? N_("the contact center was told of '{name}' on "
			     "{told}, less than {limit} days ahead of {start}; "
			     "plan its cover now, and agree on earlier notice")
			: N_("the contact center is to be told of '{name}' on "
			     "{told}, less than {limit} days ahead of {start}; "
			     "tell it sooner"),
		ARGS(DATE_ARG("told", told->date), COUNT_ARG("limit", limit),
		     DATE_ARG("start", event->start.date)));
	rule_relate(run, &event->object, "start", N_("begins here"));
}

/* percent; a rise that needs planning */
static const double steep = 50;

/* run of an event with a steep rise of one reason */
struct surge {
	const struct event *event;
	const struct share *effect;
	uint32_t reason;
	struct date start, end;
};

struct surges {
	struct surge *items;
	size_t n, cap;
};

/* Leaves plans without any long-term objective to strategy/season-only. Takes
 * an unknown horizon for long-term. */
static void
check_seasons(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const struct object *far = NULL;
	struct date start, end;

	FOR_EACH (objective, plan->strategy.objectives)
		if (!far && word_is(&objective->horizon, HORIZON_LONG_TERM))
			far = &objective->object;
	FOR_EACH (event, plan->calendar) {
		const struct refs_value *objectives = &event->objectives;
		bool near = is_set(&objectives->at);

		if (!far || !word_is(&event->kind, EVENT_SEASON) ||
		    !event_run(event, run->view->as_of, &start, &end))
			continue;
		if (is_unfilled(&objectives->at))
			rule_missing_ref(run, &event->object, "objectives", far,
					 N_("'{name}' serves no long-term "
					    "objective; name the one that its "
					    "customers help to reach"));
		FOR_VALUES (ref_value, ref, *objectives) {
			const struct objective *objective = ref->to;

			near &= objective && is_set(&objective->horizon.at) &&
				objective->horizon.word != HORIZON_LONG_TERM;
		}
		if (near)
			rule_find(run, &event->object, "objectives",
				  N_("'{name}' serves no long-term objective, "
				     "only nearer ones; name the one that its "
				     "customers help to reach"));
	}
}

/* adds the runs of the next year, or the next run if later */
static void
add_surges(struct surges *surges, const struct event *event, struct date as_of)
{
	struct date last = date_add_months(as_of, 12), day = as_of, start, end;
	bool first = true;

	while (event_run(event, day, &start, &end) &&
	       (first || date_compare(start, last) <= 0)) {
		FOR_VALUES (share, effect, event->effects) {
			const struct object *reason = effect->ref.to;

			if (!reason || !is_set(&effect->value.at) ||
			    effect->value.fraction || effect->value.n <= steep)
				continue;
			ARRAY_GROW(surges->items, surges->n, surges->cap);
			surges->items[surges->n++] = (struct surge){
				event, effect, reason->index, start, end};
		}
		day = date_add_days(end, 1);
		first = false;
		if (date_compare(day, end) <= 0)
			break; /* last representable date */
	}
}

/* by reason, then by time */
static int
compare(const void *pa, const void *pb)
{
	const struct surge *a = pa, *b = pb;
	int order = (a->reason > b->reason) - (a->reason < b->reason);
	uint32_t ia = a->event->object.index, ib = b->event->object.index;

	if (!order)
		order = date_compare(a->start, b->start);
	if (!order)
		order = date_compare(a->end, b->end);
	return order ? order : (ia > ib) - (ia < ib);
}

/* Takes an unreadable reference for a shared action; `seen` holds by action the
 * last event that names it, by index + 1. */
static bool
share_action(uint32_t *seen, const struct event *a, const struct event *b)
{
	uint32_t mark = a->object.index + 1;

	if (refs_unclear(&a->actions) || refs_unclear(&b->actions))
		return true;
	FOR_TARGETS (action, a->actions)
		seen[action->object.index] = mark;
	FOR_TARGETS (action, b->actions)
		if (seen[action->object.index] == mark &&
		    !word_is(&action->status, ACTION_CANCELLED))
			return true;
	return false;
}

static void
report_collision(struct rule_run *run, const struct surge *first,
		 const struct surge *second)
{
	const struct object *earlier = &first->event->object,
			    *later = &second->event->object;
	const struct object *reason = second->effect->ref.to;
	bool ends_first = date_compare(first->end, second->end) < 0;

	rule_find_at(
		run, later, rule_share(run, later, "effects", second->effect),
		N_("'{name}' and '{other}' each raise '{reason}' by more than "
		   "{limit} from {start} to {end}, and share no action; plan "
		   "them together"),
		ARGS(object_arg("other", earlier), object_arg("reason", reason),
		     PERCENT_ARG("limit", steep),
		     DATE_ARG("start", second->start),
		     DATE_ARG("end", ends_first ? first->end : second->end)));
	rule_relate_at(run, rule_share(run, earlier, "effects", first->effect),
		       N_("at the same time"));
}

/* Compares each run with the earlier one that ends last; two events only once,
 * though they may meet in many reasons. `partner` holds by event the earlier
 * one that it was last compared with, by index + 1. */
static void
find_collisions(struct rule_run *run, const struct surges *surges)
{
	const struct surge *before = surges->items;
	uint32_t *partner =
		rule_array(run, &run->plan->calendar, sizeof(*partner));
	uint32_t *seen = rule_array(run, &run->plan->actions, sizeof(*seen));

	for (size_t i = 1; i < surges->n; i++) {
		const struct surge *at = &surges->items[i];
		uint32_t a = before->event->object.index;
		uint32_t b = at->event->object.index;
		uint32_t low = a < b ? a : b, high = a < b ? b : a;

		if (before->reason == at->reason && a != b &&
		    date_compare(at->start, before->end) <= 0 &&
		    partner[high] != low + 1) {
			partner[high] = low + 1;
			if (!share_action(seen, before->event, at->event))
				report_collision(run, before, at);
		}
		if (before->reason != at->reason ||
		    date_compare(before->end, at->end) < 0)
			before = at;
	}
}

void
check_calendar_season_alone(struct rule_run *run)
{
	struct surges surges = {0};

	check_seasons(run);
	FOR_EACH (event, run->plan->calendar)
		add_surges(&surges, event, run->view->as_of);
	if (surges.n > 1) {
		qsort(surges.items, surges.n, sizeof(*surges.items), compare);
		find_collisions(run, &surges);
	}
	free(surges.items);
}
