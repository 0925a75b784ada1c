/* deferrable.c - staffing of channels whose contacts may wait */
#include "ces/erlang.h"
#include "ces/words.h"
#include "view/parts.h"

/* a paid day, as business days of a duration count */
static const double day_hours = 8;

/* The mean over the reasons that tell their handle time; volumes hold how many
 * contacts these are. */
static void
add_handle_times(struct view *view, double *volumes)
{
	const struct plan *plan = view->plan;

	for (uint32_t i = 0; i < plan->contact_reasons.n; i++) {
		const struct reason *reason =
			ITEM(reason, plan->contact_reasons, i);

		if (!is_set(&reason->handle_time.at))
			continue;
		for (uint32_t s = 0; s < reason->volume.n; s++) {
			const struct share *share = &reason->volume.items[s];
			const struct channel *channel = share->ref.to;
			double n = number_of(&share->value);
			uint32_t at;

			if (!channel || !(n > 0))
				continue;
			at = channel->object.index;
			volumes[at] += n;
			add_known(&view->channels[at].handle_time,
				  n * duration_seconds(
					      reason->handle_time.duration));
		}
	}
	for (uint32_t i = 0; i < plan->channels.n; i++)
		view->channels[i].handle_time /= volumes[i];
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

static double
productive_hours(const struct plan *plan)
{
	double shrinkage = number_of(&plan->demand.staffing.shrinkage);

	return isnan(shrinkage) ? day_hours : day_hours * (1 - shrinkage / 100);
}

/* Arrivals are answered on the days that the channel is open; a backlog is not
 * known to the plan. */
static double
agents_of(const struct view *view, const struct channel *channel)
{
	const struct channel_view *made =
		&view->channels[channel->object.index];
	double days = days_open(channel->hours.to) * 365.0 / 7;
	double at_once = number_of(&channel->concurrency);

	if (!made->live || !word_is(&channel->timing, TIMING_ASYNCHRONOUS) ||
	    !(days > 0))
		return NAN;
	return throughput(0, 0, made->volume / days,
			  made->handle_time / erlang_chat_factor(at_once),
			  productive_hours(view->plan))
		.needed;
}

void
view_deferrable(struct view *view, struct arena *arena)
{
	const struct map *channels = &view->plan->channels;
	double *volumes =
		arena_alloc(arena, (channels->n + 1) * sizeof(*volumes));

	for (uint32_t i = 0; i < channels->n; i++)
		view->channels[i].handle_time = NAN;
	add_handle_times(view, volumes);
	for (uint32_t i = 0; i < channels->n; i++)
		view->channels[i].agents =
			agents_of(view, ITEM(channel, *channels, i));
}
