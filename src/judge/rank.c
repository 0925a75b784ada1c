/* rank.c - money and customers behind each finding, to rank findings by */
#include <math.h>

#include "judge/judge.h"

/*
 * Yearly money and customers at stake with each item, for those that other
 * items add to. Only ranks findings, so an unknown figure is 0.
 */
struct ranking {
	const struct view *view;
	double *hours_cost;	   /* of the channels open at those hours */
	double *channel_customers; /* who prefer it */
	double *tier_customers;	   /* of its segments */
	double *action_money;	   /* of the reasons and gaps that it serves */
	double customers;	   /* all of them */
};

static double
known(double n)
{
	return isnan(n) ? 0 : n;
}

static double
number_of(const struct number_value *value)
{
	return is_set(&value->at) ? value->n : 0;
}

/* adds the money of an item to the actions that serve it */
static void
add_served(struct ranking *ranking, const struct refs_value *actions,
	   double money)
{
	FOR_VALUES (ref_value, ref, *actions) {
		const struct object *action = ref_target(ref);

		if (action)
			ranking->action_money[action->index] += money;
	}
}

static void
add_items(struct ranking *ranking)
{
	const struct view *view = ranking->view;
	const struct plan *plan = view->plan;

	FOR_EACH (channel, plan->channels)
		if (channel->hours.to)
			ranking->hours_cost[channel->hours.to->object.index] +=
				known(view->channels[channel->object.index]
					      .cost);
	FOR_EACH (tier, plan->service_tiers)
		FOR_VALUES (ref_value, ref, tier->segments) {
			const struct segment *segment = ref->to;

			if (segment)
				ranking->tier_customers[tier->object.index] +=
					number_of(&segment->customers);
		}
	FOR_EACH (reason, plan->contact_reasons)
		add_served(ranking, &reason->plan,
			   known(view->reasons[reason->object.index].cost));
	FOR_EACH (gap, plan->gaps)
		add_served(ranking, &gap->actions,
			   number_of(&gap->value_at_risk));
	FOR_EACH (segment, plan->segments) {
		const struct segment_view *at =
			&view->segments[segment->object.index];
		double n = number_of(&segment->customers);

		ranking->customers += n;
		for (uint32_t k = 0; k < at->n; k++) {
			const struct coverage *on = &at->channels[k];

			ranking->channel_customers[on->channel->object.index] +=
				n * on->preference / 100;
		}
	}
}

static double *
numbers(struct review *review, const struct map *map)
{
	return arena_alloc(&review->arena, (map->n + 1) * sizeof(double));
}

/* money and customers of one item; 0 for collections without */
static struct rank
item_rank(const struct ranking *ranking, const struct object *item)
{
	const struct view *view = ranking->view;
	const struct plan *plan = view->plan;
	const void *map = field_value(item->up, item->slot), *entity = item;
	uint32_t at = item->index;
	struct rank rank = {0};

	if (map == &plan->segments) {
		const struct segment *segment = entity;

		rank.customers = number_of(&segment->customers);
	} else if (map == &plan->service_tiers) {
		rank.customers = ranking->tier_customers[at];
	} else if (map == &plan->contact_reasons) {
		rank.money = known(view->reasons[at].cost) +
			     known(view->reasons[at].revenue);
	} else if (map == &plan->channels) {
		rank.money = known(view->channels[at].cost);
		rank.customers = ranking->channel_customers[at];
	} else if (map == &plan->hours) {
		rank.money = ranking->hours_cost[at];
	} else if (map == &plan->intelligence) {
		const struct insight *insight = entity;

		rank.money = number_of(&insight->quantified.cost_per_year) +
			     number_of(&insight->quantified.value_per_year);
	} else if (map == &plan->gaps) {
		const struct gap *gap = entity;

		rank.money = number_of(&gap->value_at_risk);
	} else if (map == &plan->decisions) {
		const struct decision *decision = entity;

		rank.money = number_of(&decision->amount);
	} else if (map == &plan->investments) {
		const struct investment *investment = entity;

		rank.money = number_of(&investment->amount);
	} else if (map == &plan->actions) {
		const struct action *action = entity;

		rank.money = fmax(number_of(&action->worth),
				  ranking->action_money[at]);
	}
	return rank;
}

/* Counts all customers where a finding is about a whole section. */
static struct rank
finding_rank(const struct ranking *ranking, const struct finding *finding)
{
	const struct object *item = finding_item(finding);
	const struct topic *topic = finding->topic;
	bool outside = seven_of(finding->path) < 0;
	struct rank rank = {.customers = outside ? 0 : ranking->customers};

	if (item)
		rank = item_rank(ranking, item);
	rank.outside = outside;
	rank.there = topic == &topics[TOPIC_document_missing_section] ? 0
		     : topic == &topics[TOPIC_document_missing_key]   ? 1
								      : 2;
	return rank;
}

struct rank *
ranks_make(struct review *review)
{
	const struct plan *plan = review->plan;
	size_t n = review->findings.n;
	struct ranking ranking = {
		.view = review->view,
		.hours_cost = numbers(review, &plan->hours),
		.channel_customers = numbers(review, &plan->channels),
		.tier_customers = numbers(review, &plan->service_tiers),
		.action_money = numbers(review, &plan->actions)};
	struct rank *made =
		arena_alloc(&review->arena, (n + 1) * sizeof(*made));

	add_items(&ranking);
	for (size_t i = 0; i < n; i++)
		made[i] = finding_rank(&ranking, &review->findings.items[i]);
	return made;
}
