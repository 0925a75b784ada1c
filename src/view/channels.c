/* channels.c - volume, share and cost of channels */
#include <stdlib.h>

#include "ces/words.h"
#include "view/parts.h"

/* revenue of the reason's contacts on one channel; NAN unless it earns */
static double
revenue_on(const struct reason *reason, const struct share *share)
{
	if (!word_is(&reason->economics, ECONOMICS_REVENUE))
		return NAN;
	return number_of(&share->value) *
	       number_of(&reason->revenue_per_contact);
}

static void
add_share(struct channel_view *made, double *best, const struct reason *reason,
	  const struct share *share)
{
	double revenue = revenue_on(reason, share);

	add_known(&made->reasons_volume, number_of(&share->value));
	if (revenue > *best) {
		*best = revenue;
		made->earner = reason;
	}
}

static void
add_reasons(struct view *view)
{
	const struct plan *plan = view->plan;
	double *best = mem_zeroed(plan->channels.n, sizeof(*best));

	for (uint32_t i = 0; i < plan->contact_reasons.n; i++) {
		const struct reason *reason =
			ITEM(reason, plan->contact_reasons, i);

		for (uint32_t s = 0; s < reason->volume.n; s++) {
			const struct share *share = &reason->volume.items[s];
			const struct channel *channel = share->ref.to;

			if (channel)
				add_share(
					&view->channels[channel->object.index],
					&best[channel->object.index], reason,
					share);
		}
	}
	free(best);
}

static void
make(struct channel_view *made, const struct channel *channel)
{
	made->volume = number_of(&channel->contacts_per_year);
	if (isnan(made->volume))
		made->volume = made->reasons_volume;
	made->cost = made->volume * number_of(&channel->cost_per_contact);
	made->live = flag_is(&channel->assisted, true) &&
		     word_is(&channel->status, CHANNEL_CURRENT);
	made->share = NAN;
	made->week_hours = NAN; /* comes with the hours of all, in coverage.c */
}

void
view_channels(struct view *view, struct arena *arena)
{
	const struct plan *plan = view->plan;
	uint32_t n = plan->channels.n;
	double live = 0;

	view->channels = arena_alloc(arena, (n + 1) * sizeof(*view->channels));
	for (uint32_t i = 0; i < n; i++)
		view->channels[i].reasons_volume = NAN;
	add_reasons(view);
	for (uint32_t i = 0; i < n; i++) {
		make(&view->channels[i], ITEM(channel, plan->channels, i));
		if (view->channels[i].live && !isnan(view->channels[i].volume))
			live += view->channels[i].volume;
	}
	for (uint32_t i = 0; i < n; i++)
		if (view->channels[i].live && live > 0)
			view->channels[i].share =
				view->channels[i].volume / live * 100;
}
