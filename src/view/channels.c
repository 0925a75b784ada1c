/* channels.c - volume, share, cost and agents of channels */
#include <stdlib.h>

#include "ces/erlang.h"
#include "ces/words.h"
#include "view/parts.h"

/* a paid day, as business days of a duration count */
static const double day_hours = 8;

/* sums over the reasons of a channel */
struct sums {
	double best;  /* most revenue of a reason */
	double timed; /* contacts with a handle time */
};

static void
add_share(struct channel_view *made, struct sums *sums,
	  const struct reason *reason, const struct number_value *volume)
{
	double n = number_of(volume);
	double revenue = n * number_of(&reason->revenue_per_contact);

	add_known(&made->reasons_volume, n);
	if (word_is(&reason->economics, ECONOMICS_REVENUE) &&
	    revenue > sums->best) {
		sums->best = revenue;
		made->earner = reason;
	}
	if (is_set(&reason->handle_time.at) && n > 0) {
		sums->timed += n;
		add_known(&made->reasons_time,
			  n * duration_seconds(reason->handle_time.duration));
	}
}

/* days of a standard week on which it opens; 0 where that is unknown */
static int
days_open(const struct hours *hours)
{
	int n = 0;

	if (!hours || !is_set(&hours->weekly.at))
		return 0;
	for (int day = 0; day < 7; day++)
		n += hours->weekly.week->days[day].n > 0;
	return n;
}

/* Staffs channels whose contacts may wait: arrivals are answered on the days
 * that the channel is open; a backlog is not known to the plan. */
static double
agents_of(const struct view *view, const struct channel *channel,
	  const struct channel_view *made)
{
	const struct staffing in = staffing_inputs(view, channel);
	double shrinkage = number_or(&in.shrinkage, 0);
	double days = days_open(channel->hours.to) * 365.0 / 7;

	if (!made->live || !word_is(&channel->timing, TIMING_ASYNCHRONOUS) ||
	    !(days > 0))
		return NAN;
	return throughput(0, 0, made->volume / days,
			  made->handle_time / channel_factor(channel),
			  day_hours * (1 - shrinkage / 100))
		.needed;
}

static double
shrinkage_of(const struct view *view, const struct channel *channel)
{
	const struct staffing in = staffing_inputs(view, channel);

	return number_of(&in.shrinkage);
}

/* by its staffing, else the channel, else the reasons that tell theirs */
static double
handle_time_of(const struct view *view, const struct channel *channel,
	       const struct channel_view *made)
{
	const struct staffing in = staffing_inputs(view, channel);

	return seconds_or(&in.handle_time, seconds_or(&channel->handle_time,
						      made->reasons_time));
}

static double
unanswered_of(const struct channel *channel, double answered)
{
	double attempts = number_of(&channel->attempts_per_year);

	return attempts > 0 && attempts >= answered
		       ? (attempts - answered) / attempts * 100
		       : NAN;
}

void
view_channels(struct view *view, struct arena *arena)
{
	const struct plan *plan = view->plan;
	uint32_t n = plan->channels.n;
	struct sums *sums = mem_zeroed(n, sizeof(*sums));
	double live = 0;

	view->main_channel = main_channel(plan);
	view->channels = arena_alloc(arena, (n + 1) * sizeof(*view->channels));
	for (uint32_t i = 0; i < n; i++)
		view->channels[i] = (struct channel_view){
			.reasons_volume = NAN,
			.share = NAN,
			.week_hours = NAN, /* comes with the hours of all */
			.reasons_time = NAN};
	FOR_EACH (reason, plan->contact_reasons)
		FOR_VALUES (share, share, reason->volume) {
			const struct object *channel = share->ref.to;

			if (channel &&
			    view->reasons[reason->object.index].counted)
				add_share(&view->channels[channel->index],
					  &sums[channel->index], reason,
					  &share->value);
		}
	FOR_EACH (channel, plan->channels) {
		uint32_t i = channel->object.index;
		struct channel_view *made = &view->channels[i];

		made->volume = number_of(&channel->contacts_per_year);
		if (isnan(made->volume))
			made->volume = made->reasons_volume;
		made->cost =
			made->volume * number_of(&channel->cost_per_contact);
		made->unanswered = unanswered_of(channel, made->volume);
		made->live = flag_is(&channel->assisted, true) &&
			     word_is(&channel->status, CHANNEL_CURRENT);
		if (made->live && !isnan(made->volume))
			live += made->volume;
		made->reasons_time /= sums[i].timed;
		made->handle_time = handle_time_of(view, channel, made);
		made->shrinkage = shrinkage_of(view, channel);
		made->agents = agents_of(view, channel, made);
	}
	for (uint32_t i = 0; i < n; i++)
		if (view->channels[i].live && live > 0)
			view->channels[i].share =
				view->channels[i].volume / live * 100;
	free(sums);
}
