/* staffing.c - agents for the busiest interval of each live channel, by month
 */
#include "ces/erlang.h"
#include "ces/words.h"
#include "view/parts.h"

enum { MONTHS = 12, DAYS = 31 };

/* --- what the plan tells -------------------------------------------------- */

/* tells whether customers wait on the channel while people answer there today
 */
static bool
is_waited_on(const struct channel *channel)
{
	return flag_is(&channel->assisted, true) &&
	       word_is(&channel->status, CHANNEL_CURRENT) &&
	       word_is(&channel->timing, TIMING_SYNCHRONOUS);
}

const struct channel *
main_channel(const struct plan *plan)
{
	const struct channel *first = NULL;

	FOR_EACH (channel, plan->channels) {
		if (!is_waited_on(channel))
			continue;
		if (word_is(&channel->mode, MODE_VOICE))
			return channel;
		first = first ? first : channel;
	}
	return first;
}

#define TAKE(made, of, key)                     \
	((made)->key.at.state > BLANK ? (void)0 \
				      : (void)((made)->key = (of)->key))

struct staffing
staffing_inputs(const struct view *view, const struct channel *channel)
{
	const struct staffing *all = &view->plan->demand.staffing;
	struct staffing made = channel->staffing;

	TAKE(&made, all, shrinkage);
	TAKE(&made, all, max_occupancy);
	TAKE(&made, all, cost_per_hour);
	if (channel != view->main_channel)
		return made;
	TAKE(&made, all, interval);
	TAKE(&made, all, busiest_interval);
	TAKE(&made, all, handle_time);
	TAKE(&made, all, patience);
	TAKE(&made, all, month);
	return made;
}

/* one call, one visit at a time; of what is written several */
double
channel_factor(const struct channel *channel)
{
	if (word_is(&channel->mode, MODE_VOICE) ||
	    word_is(&channel->mode, MODE_VIDEO) ||
	    word_is(&channel->mode, MODE_IN_PERSON))
		return 1;
	return erlang_chat_factor(number_of(&channel->concurrency));
}

/* --- agents for an objective ---------------------------------------------- */

/* Needs an objective that some number reaches, or else a cap. */
static int
agents_for(const struct staffing_view *made, struct staffing_level *level,
	   double load, double each)
{
	double keep = load / made->max_occupancy - 1e-9;

	level->reach = erlang_agents(load, each, level->target / 100,
				     level->within, 1);
	level->keep = 0;
	if (keep < 1e6 && (level->reach || isnan(level->target)))
		level->keep = (int)fmax(ceil(keep), level->reach);
	return level->keep ? level->keep : level->reach;
}

struct staffing_result
staffing_result(const struct staffing_view *staffing,
		const struct staffing_level *level, int agents)
{
	struct staffing_result made = {
		.agents = agents,
		.paid = erlang_paid(agents, staffing->shrinkage),
		.service_level = 100 * erlang_service_level(
					       staffing->load, agents,
					       staffing->each, level->within),
		.asa = erlang_asa(staffing->load, agents, staffing->each),
		.occupancy = fmin(staffing->load / agents, 1) * 100,
		.abandon = NAN};

	made.cost = made.paid ? made.paid * staffing->interval / 3600 *
					staffing->cost_per_hour
			      : NAN;
	if (staffing->patience > 0)
		made.abandon =
			100 * erlang_a(staffing->contacts, staffing->interval,
				       staffing->each, staffing->patience,
				       agents)
				      .abandon;
	return made;
}

static bool
set_level(struct staffing_level *level, const struct speed *speed,
	  const struct tier *tier)
{
	bool told = word_is(&speed->kind, SPEED_SERVICE_LEVEL) &&
		    is_set(&speed->target.at) && is_set(&speed->within.at);

	*level = (struct staffing_level){
		.tier = tier,
		.target = told ? speed->target.n : NAN,
		.within =
			told ? duration_seconds(speed->within.duration) : NAN};
	return told;
}

/* tells whether a segment of the tier prefers the channel */
static bool
is_preferred(const struct tier *tier, const struct channel *channel)
{
	FOR_VALUES (ref_value, ref, tier->segments) {
		const struct segment *segment = ref->to;

		if (!segment)
			continue;
		FOR_VALUES (share, share, segment->preferences.channels)
			if (share->ref.to == channel && share->value.n > 0)
				return true;
	}
	return false;
}

static void
make_levels(struct staffing_view *made, const struct plan *plan,
	    const struct channel *channel, struct arena *arena)
{
	struct staffing_level *levels = arena_alloc(
		arena, (plan->service_tiers.n + 1) * sizeof(*levels));
	const struct staffing_level *own = &levels[0];

	made->levels = levels;
	set_level(&levels[0], &channel->objective, NULL);
	levels[0].agents = agents_for(made, &levels[0], made->load, made->each);
	made->n = 1;
	FOR_EACH (tier, plan->service_tiers) {
		struct staffing_level *at = &levels[made->n];

		if (!set_level(at, &tier->objective, tier) ||
		    (at->target == own->target && at->within == own->within) ||
		    !is_preferred(tier, channel))
			continue;
		at->agents = agents_for(made, at, made->load, made->each);
		made->n++;
	}
}

/* --- by month ------------------------------------------------------------- */

/* what events do to a channel on each day of a year, as a factor less 1 of its
 * contacts, and as a factor of its handle time */
struct days {
	double rise[MONTHS][DAYS], time[MONTHS][DAYS];
};

/* share of the channel's contacts by which the event changes them */
static double
rise_of(const struct view *view, const struct event *event,
	const struct channel *channel)
{
	double volume = view->channels[channel->object.index].volume;
	const struct event_view *made = &view->events[event->object.index];
	double sum = 0;

	for (uint32_t i = 0; i < made->n_effects; i++) {
		const struct reason_effect *effect = &made->effects[i];
		const struct reason *reason = ITEM(
			reason, view->plan->contact_reasons, effect->reason);
		double part = NAN;

		if (!is_set(&reason->volume.at))
			part = view->reasons[effect->reason].share / 100;
		FOR_VALUES (share, at, reason->volume)
			if (at->ref.to == channel)
				part = number_of(&at->value) / volume;
		if (isfinite(part))
			sum += part * effect->percent / 100;
	}
	return sum;
}

/* Adds the event to the days on which it runs. What the volumes hold already
 * changes the handle time alone. */
static void
add_days(struct days *days, const struct view *view, const struct event *event,
	 const struct channel *channel)
{
	const struct event_view *made = &view->events[event->object.index];
	double rise = made->in_history ? 0 : rise_of(view, event, channel);
	double slower = number_or(&event->handle_time_change, 0) / 100;

	for (int month = 0; month < MONTHS; month++) {
		uint32_t mask = made->months.days[month];
		double daily =
			view->month_volume[month] / view->month_days[month];
		double more = rise;
		int n = days_count(mask);

		if (!made->in_history && n && daily > 0)
			more = event_contacts(rise,
					      made->months.responses[month] /
						      n / daily);
		for (int day = 0; mask && day < DAYS; day++) {
			if (!(mask & 1u << day))
				continue;
			days->rise[month][day] += more;
			if (slower > -1)
				days->time[month][day] *= 1 + slower;
		}
	}
}

/* usual: what the volumes hold alone */
static struct days
make_days(const struct view *view, const struct channel *channel, bool usual)
{
	struct days days;

	for (int i = 0; i < MONTHS; i++)
		for (int day = 0; day < DAYS; day++) {
			days.rise[i][day] = 0;
			days.time[i][day] = 1;
		}
	FOR_EACH (event, view->plan->calendar)
		if (!usual || view->events[event->object.index].in_history)
			add_days(&days, view, event, channel);
	for (int i = 0; i < MONTHS; i++)
		for (int day = 0; day < DAYS; day++)
			days.rise[i][day] = fmax(days.rise[i][day], -1);
	return days;
}

/* hours a week of an employee for the channel: the mean over the roles that
 * have the skill, by headcount; NAN */
static double
hours_a_week(const struct plan *plan, const struct channel *channel)
{
	double sum = 0, heads = 0;

	FOR_EACH (staff, plan->workforce) {
		bool skilled = staff->skills.at.state <= BLANK;
		double n = number_or(&staff->headcount, 1);

		FOR_VALUES (ref_value, ref, staff->skills)
			skilled |= ref->to == channel;
		if (!skilled || !(n > 0) || !is_set(&staff->hours_per_week.at))
			continue;
		sum += n * staff->hours_per_week.n;
		heads += n;
	}
	return sum > 0 ? sum / heads : NAN;
}

/* the day on which most is to be done */
static int
heaviest_day(const struct days *days, int month, double length)
{
	int most = 0;

	for (int day = 1; day < (int)length; day++)
		if ((1 + days->rise[month][day]) * days->time[month][day] >
		    (1 + days->rise[month][most]) * days->time[month][most])
			most = day;
	return most;
}

/* what held in the interval: the factor of its handle time */
struct usual {
	double time;
	double weekly; /* hours of an employee */
};

static bool
is_closed(const struct view *view, const struct channel *channel, int month)
{
	const struct hours *hours = channel->hours.to;

	return hours && (hours->seasons.n || hours->exceptions.n) &&
	       hours_open(view, hours, month) == 0;
}

static void
make_month(struct staffing_view *made, const struct view *view,
	   const struct channel *channel, const struct days *days, int month,
	   const struct usual *usual)
{
	struct staffing_month *at = &made->months[month];
	struct staffing_level level = made->levels[0];
	double length = view->month_days[month];
	int day = heaviest_day(days, month, length);
	double rise = 0, time = 0, hours, each;

	for (int i = 0; i < (int)length; i++) {
		rise += days->rise[month][i] / length;
		time += (1 + days->rise[month][i]) * days->time[month][i] /
			length;
	}
	at->contacts = made->contacts * view->month_index[month] / made->index *
		       (1 + days->rise[month][day]);
	at->handle_time =
		made->handle_time * days->time[month][day] / usual->time;
	each = made->each * days->time[month][day] / usual->time;
	at->load = at->contacts * each / made->interval;
	at->agents = agents_for(made, &level, at->load, each);
	at->paid = erlang_paid(at->agents, made->shrinkage);
	at->volume = view->channels[channel->object.index].volume / MONTHS *
		     view->month_index[month];
	hours = at->volume * made->each * time / usual->time / 3600 *
		at->agents / at->load / (1 - made->shrinkage);
	at->volume *= 1 + rise;
	at->employees = hours / (usual->weekly * 52 / MONTHS);
	at->cost = isnan(usual->weekly) ? NAN : hours * made->cost_per_hour;
}

/* The interval is of a month with index 1, or of the one that is told, with the
 * handle time that its events gave it. */
static void
make_months(struct staffing_view *made, const struct view *view,
	    const struct channel *channel, const struct number_value *month)
{
	int from = is_set(&month->at) ? (int)month->n - 1 : -1;
	struct usual usual = {1, hours_a_week(view->plan, channel)};
	const struct days days = make_days(view, channel, false);

	made->peak = -1;
	made->index = month->at.state == BROKEN ? NAN : 1;
	if (from >= 0) {
		const struct days known = make_days(view, channel, true);
		int day = heaviest_day(&known, from, view->month_days[from]);

		usual.time = known.time[from][day];
		made->index = view->month_index[from];
	}
	made->month = from;
	for (int i = 0; i < MONTHS; i++) {
		if (is_closed(view, channel, i))
			made->months[i] =
				(struct staffing_month){.contacts = NAN,
							.handle_time = NAN,
							.load = NAN,
							.volume = NAN,
							.employees = NAN,
							.cost = NAN,
							.closed = true};
		else
			make_month(made, view, channel, &days, i, &usual);
		if (made->months[i].agents &&
		    (made->peak < 0 ||
		     made->months[i].agents > made->months[made->peak].agents))
			made->peak = i;
	}
}

/* --- the channels --------------------------------------------------------- */

/* contacts of an interval when they come evenly through the open hours of its
 * month, else of the year */
static void
make_mean(struct staffing_view *made, const struct view *view,
	  const struct channel *channel)
{
	double volume = view->channels[channel->object.index].volume;

	if (made->month >= 0)
		volume *= made->index / MONTHS;
	made->open = hours_open(view, channel->hours.to, made->month);
	made->mean = made->open > 0
			     ? volume / made->open * made->interval / 3600
			     : NAN;
	if (isnan(made->index))
		made->mean = NAN;
}

static struct staffing_view *
make(const struct view *view, const struct channel *channel,
     const struct staffing *in, struct arena *arena)
{
	struct staffing_view *made = arena_alloc(arena, sizeof(*made));

	made->contacts = number_of(&in->busiest_interval);
	made->interval = seconds_or(&in->interval, 1800);
	made->handle_time = view->channels[channel->object.index].handle_time;
	made->each = made->handle_time / channel_factor(channel);
	made->load = made->contacts * made->each / made->interval;
	made->patience = seconds_or(&in->patience, NAN);
	made->shrinkage = number_of(&in->shrinkage) / 100;
	made->max_occupancy = number_of(&in->max_occupancy) / 100;
	made->cost_per_hour = number_of(&in->cost_per_hour);
	if (!(made->load > 0) || isinf(made->load) ||
	    in->max_occupancy.at.state == BROKEN)
		return NULL;
	make_levels(made, view->plan, channel, arena);
	make_months(made, view, channel, &in->month);
	make_mean(made, view, channel);
	return made;
}

/* Staffs the live channels whose busiest interval is told. */
void
view_staffing(struct view *view, struct arena *arena)
{
	FOR_EACH (channel, view->plan->channels) {
		const struct staffing in = staffing_inputs(view, channel);

		if (is_waited_on(channel) && is_set(&in.busiest_interval.at))
			view->channels[channel->object.index].staffing =
				make(view, channel, &in, arena);
	}
}
