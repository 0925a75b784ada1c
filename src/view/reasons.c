/* reasons.c - volume, money and quadrant of contact reasons */
#include <stdlib.h>

#include "ces/formula.h"
#include "ces/words.h"
#include "view/parts.h"

static double
volume_of(const struct reason *reason)
{
	double sum = NAN;

	if (!is_set(&reason->volume.at))
		return number_of(&reason->annual_volume);
	FOR_VALUES (share, share, reason->volume)
		add_known(&sum, number_of(&share->value));
	return sum;
}

/*
 * Cost a year: volume x cost per contact of each channel; where a channel's
 * cost is unknown, volume x handle time x cost of an agent's hour, but not
 * where a machine answers. NAN when a part can't be known, for a sum that
 * leaves something out misleads.
 */
static double
cost_of(const struct plan *plan, const struct reason *reason, double volume)
{
	double hour = number_of(&plan->demand.staffing.cost_per_hour);
	double each = is_set(&reason->handle_time.at)
			      ? duration_seconds(reason->handle_time.duration) /
					3600 * hour
			      : NAN;
	double sum = 0;

	if (!is_set(&reason->volume.at))
		return volume * each;
	FOR_VALUES (share, share, reason->volume) {
		const struct channel *channel = share->ref.to;
		double cost =
			channel ? number_of(&channel->cost_per_contact) : NAN;

		if (!is_set(&share->value.at) || share->value.n == 0)
			continue;
		if (isnan(cost) &&
		    !(channel && flag_is(&channel->assisted, false)))
			cost = each;
		sum += share->value.n * cost;
	}
	return sum;
}

/* from the signs of the two scores: customer across, company up */
static int
quadrant_of(const struct reason *reason)
{
	double customer = number_of(&reason->value_to_customer);
	double company = number_of(&reason->value_to_company);

	if (isnan(customer) || isnan(company))
		return QUADRANT_NONE;
	if (customer > 0)
		return company > 0 ? LEVERAGE : AUTOMATE;
	return company > 0 ? SIMPLIFY : ELIMINATE;
}

/* the cheapest current channel without a person, the target of automating */
static const struct channel *
find_self_service(const struct plan *plan)
{
	const struct channel *best = NULL;

	FOR_EACH (channel, plan->channels)
		if (flag_is(&channel->assisted, false) &&
		    word_is(&channel->status, CHANNEL_CURRENT) &&
		    is_set(&channel->cost_per_contact.at) &&
		    (!best ||
		     channel->cost_per_contact.n < best->cost_per_contact.n))
			best = channel;
	return best;
}

static double
saving_of(const struct reason *reason, const struct reason_view *made,
	  const struct channel *self_service)
{
	double change = made->change / 100;
	double saving;

	if (isnan(change))
		return NAN;
	if (change >= 0 || word_is(&reason->disposition, LEVERAGE))
		return 0;
	saving = made->cost * -change;
	if (word_is(&reason->disposition, AUTOMATE) && self_service)
		saving -= made->volume * -change *
			  self_service->cost_per_contact.n;
	return saving;
}

/* a reason whose parts tell no volume, mostly as it has none */
static void
make_leaf(struct view *view, const struct reason *reason)
{
	struct reason_view *made = &view->reasons[reason->object.index];
	double each = number_of(&reason->revenue_per_contact);

	made->counted = true;
	made->volume = volume_of(reason);
	made->cost = cost_of(view->plan, reason, made->volume);
	made->revenue = word_is(&reason->economics, ECONOMICS_REVENUE)
				? made->volume * each
				: 0;
	made->planned = made->volume *
			(1 + (isnan(made->change) ? 0 : made->change / 100));
	made->saving = saving_of(reason, made, view->self_service);
}

/* Adds a part to the sums of its parent; one without a volume has no part in
 * the sum of all either. */
static void
add_part(struct reason_view *whole, const struct reason_view *part)
{
	if (isnan(part->volume))
		return;
	if (isnan(whole->volume)) {
		whole->volume = whole->cost = 0;
		whole->revenue = whole->planned = 0;
	}
	whole->volume += part->volume;
	whole->cost += part->cost;
	whole->revenue += part->revenue;
	whole->planned += part->planned;
	add_known(&whole->saving, part->saving);
}

static void
make(struct view *view, const struct reason *reason)
{
	struct reason_view *made = &view->reasons[reason->object.index];

	if (isnan(made->volume))
		make_leaf(view, reason);
	made->net = made->revenue - made->cost;
	made->quadrant = quadrant_of(reason);
	made->agrees = made->quadrant == QUADRANT_NONE ||
		       !is_set(&reason->disposition.at) ||
		       reason->disposition.word == made->quadrant;
	if (made->parent)
		add_part(&view->reasons[made->parent->object.index], made);
}

/* the wanted change, handed down to parts that tell none of their own */
static void
make_change(struct view *view, const struct reason *reason)
{
	struct reason_view *made = &view->reasons[reason->object.index];
	const struct number_value *own = &reason->target_change;

	made->change = number_of(own);
	if (made->parent && own->at.state <= BLANK)
		made->change = view->reasons[made->parent->object.index].change;
}

static int
larger_first(const void *pa, const void *pb, void *data)
{
	const struct reason_view *reasons = data;
	uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
	double va = reasons[a].volume, vb = reasons[b].volume;

	if (reasons[a].counted != reasons[b].counted)
		return reasons[a].counted ? -1 : 1;
	va = isnan(va) ? -1 : va;
	vb = isnan(vb) ? -1 : vb;
	if (va != vb)
		return va > vb ? -1 : 1;
	return a < b ? -1 : a > b;
}

/* figures that need the sum of all */
static void
make_shares(struct view *view)
{
	const struct plan *plan = view->plan;
	double activity = number_of(&plan->plan.activity.per_year);
	double running = 0;

	view->contact_rate = contact_rate(view->contacts, activity);
	for (uint32_t i = 0; i < plan->contact_reasons.n; i++) {
		struct reason_view *made = &view->reasons[view->by_volume[i]];

		made->rate = made->share = made->cumulative = NAN;
		if (isnan(made->volume))
			continue;
		made->rate = contact_rate(made->volume, activity);
		if (!(view->contacts > 0))
			continue;
		made->share = made->volume / view->contacts * 100;
		running += made->volume;
		if (made->counted)
			made->cumulative = running / view->contacts * 100;
	}
}

/* Sums of known figures, each contact once; a plan without any has none. */
static void
make_sums(struct view *view)
{
	double failure = 0, judged = 0, planned_failure = 0;

	view->contacts = view->planned_contacts = NAN;
	view->contact_cost = view->contact_revenue = NAN;
	FOR_EACH (reason, view->plan->contact_reasons) {
		const struct reason_view *made =
			&view->reasons[reason->object.index];
		bool fails = word_is(&reason->demand, DEMAND_FAILURE);

		if (!made->counted)
			continue;
		view->counted++;
		add_known(&view->contacts, made->volume);
		add_known(&view->planned_contacts, made->planned);
		add_known(&view->contact_cost, made->cost);
		add_known(&view->contact_revenue, made->revenue);
		if (isnan(made->volume) || !is_set(&reason->demand.at))
			continue;
		judged += made->volume;
		failure += fails ? made->volume : 0;
		planned_failure += fails ? made->planned : 0;
	}
	view->failure_share = view->planned_failure_share = NAN;
	if (judged > 0)
		view->failure_share = failure / view->contacts * 100;
	if (judged > 0 && view->planned_contacts > 0)
		view->planned_failure_share =
			planned_failure / view->planned_contacts * 100;
}

void
view_reasons(struct view *view, struct arena *arena)
{
	const struct plan *plan = view->plan;
	const struct map *map = &plan->contact_reasons;
	uint32_t n = map->n;

	view->reasons = arena_alloc(arena, (n + 1) * sizeof(*view->reasons));
	view->self_service = find_self_service(plan);
	view->by_volume =
		arena_alloc(arena, (n + 1) * sizeof(*view->by_volume));
	view->by_part = arena_alloc(arena, (n + 1) * sizeof(*view->by_part));
	view_reason_tree(view);
	for (uint32_t i = n; i-- > 0;)
		make_change(view, ITEM(reason, *map, view->by_part[i]));
	for (uint32_t i = 0; i < n; i++) {
		struct reason_view *made = &view->reasons[i];

		made->volume = made->saving = NAN;
		view->by_volume[i] = i;
	}
	for (uint32_t i = 0; i < n; i++)
		make(view, ITEM(reason, *map, view->by_part[i]));
	if (n)
		qsort_r(view->by_volume, n, sizeof(*view->by_volume),
			larger_first, view->reasons);
	make_sums(view);
	make_shares(view);
}
