/* rank.c - money and customers behind each finding, to rank findings by */
#include <math.h>
#include <string.h>

#include "judge/judge.h"

/*
 * Yearly money and customers at stake with each item. Only ranks findings, so
 * an unknown figure is 0.
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
	for (uint32_t i = 0; i < actions->n; i++) {
		const struct object *action = ref_target(&actions->items[i]);

		if (action)
			ranking->action_money[action->index] += money;
	}
}

static void
add_actions(struct ranking *ranking)
{
	const struct plan *plan = ranking->view->plan;

	for (uint32_t i = 0; i < plan->contact_reasons.n; i++)
		add_served(ranking,
			   &ITEM(reason, plan->contact_reasons, i)->plan,
			   known(ranking->view->reasons[i].cost));
	for (uint32_t i = 0; i < plan->gaps.n; i++) {
		const struct gap *gap = ITEM(gap, plan->gaps, i);

		add_served(ranking, &gap->actions,
			   number_of(&gap->value_at_risk));
	}
}

static double
segments_customers(const struct tier *tier)
{
	double n = 0;

	for (uint32_t i = 0; i < tier->segments.n; i++) {
		const struct segment *segment =
			ref_target(&tier->segments.items[i]);

		if (segment)
			n += number_of(&segment->customers);
	}
	return n;
}

static double *
numbers(struct review *review, const struct map *map)
{
	return arena_alloc(&review->arena, (map->n + 1) * sizeof(double));
}

static void
add_hours_and_tiers(struct ranking *ranking, const struct view *view)
{
	const struct plan *plan = view->plan;

	for (uint32_t i = 0; i < plan->channels.n; i++) {
		const struct channel *channel =
			ITEM(channel, plan->channels, i);

		if (channel->hours.to)
			ranking->hours_cost[channel->hours.to->object.index] +=
				known(view->channels[i].cost);
	}
	for (uint32_t i = 0; i < plan->service_tiers.n; i++)
		ranking->tier_customers[i] =
			segments_customers(ITEM(tier, plan->service_tiers, i));
}

static void
add_customers(struct ranking *ranking, const struct view *view)
{
	const struct plan *plan = view->plan;

	for (uint32_t i = 0; i < plan->segments.n; i++) {
		const struct segment_view *segment = &view->segments[i];
		double n =
			number_of(&ITEM(segment, plan->segments, i)->customers);

		ranking->customers += n;
		for (uint32_t k = 0; k < segment->n; k++) {
			const struct coverage *on = &segment->channels[k];

			ranking->channel_customers[on->channel->object.index] +=
				n * on->preference / 100;
		}
	}
}

/* --- money and customers of one item
 * ----------------------------------------------- */

static double
reason_money(const struct ranking *ranking, const struct object *item)
{
	const struct reason_view *reason = &ranking->view->reasons[item->index];

	return known(reason->cost) + known(reason->revenue);
}

static double
channel_money(const struct ranking *ranking, const struct object *item)
{
	return known(ranking->view->channels[item->index].cost);
}

static double
hours_money(const struct ranking *ranking, const struct object *item)
{
	return ranking->hours_cost[item->index];
}

static double
insight_money(const struct ranking *ranking, const struct object *item)
{
	const struct insight *insight = (const void *)item;

	(void)ranking;
	return number_of(&insight->quantified.cost_per_year) +
	       number_of(&insight->quantified.value_per_year);
}

static double
gap_money(const struct ranking *ranking, const struct object *item)
{
	(void)ranking;
	return number_of(
		&((const struct gap *)(const void *)item)->value_at_risk);
}

static double
decision_money(const struct ranking *ranking, const struct object *item)
{
	(void)ranking;
	return number_of(
		&((const struct decision *)(const void *)item)->amount);
}

static double
investment_money(const struct ranking *ranking, const struct object *item)
{
	(void)ranking;
	return number_of(
		&((const struct investment *)(const void *)item)->amount);
}

static double
action_money(const struct ranking *ranking, const struct object *item)
{
	const struct action *action = (const void *)item;

	return fmax(number_of(&action->worth),
		    ranking->action_money[item->index]);
}

static double
segment_customers(const struct ranking *ranking, const struct object *item)
{
	(void)ranking;
	return number_of(
		&((const struct segment *)(const void *)item)->customers);
}

static double
tier_customers(const struct ranking *ranking, const struct object *item)
{
	return ranking->tier_customers[item->index];
}

static double
channel_customers(const struct ranking *ranking, const struct object *item)
{
	return ranking->channel_customers[item->index];
}

typedef double weigh(const struct ranking *, const struct object *);

/* money by item of a collection, NULL where none is known */
static const struct {
	const char *key;
	weigh *money, *customers;
} collections[] = {
	{"segments", NULL, segment_customers},
	{"service_tiers", NULL, tier_customers},
	{"contact_reasons", reason_money, NULL},
	{"channels", channel_money, channel_customers},
	{"hours", hours_money, NULL},
	{"intelligence", insight_money, NULL},
	{"gaps", gap_money, NULL},
	{"decisions", decision_money, NULL},
	{"investments", investment_money, NULL},
	{"actions", action_money, NULL},
};

static struct rank
item_rank(const struct ranking *ranking, const struct object *item)
{
	struct rank rank = {0};

	for (size_t i = 0; i < sizeof(collections) / sizeof(*collections);
	     i++) {
		if (strcmp(collections[i].key, item->slot->key) != 0)
			continue;
		if (collections[i].money)
			rank.money = collections[i].money(ranking, item);
		if (collections[i].customers)
			rank.customers =
				collections[i].customers(ranking, item);
	}
	return rank;
}

static int
how_much_there(const struct finding *finding)
{
	if (!strcmp(finding->topic->name, "document/missing-section"))
		return 0;
	return strcmp(finding->topic->name, "document/missing-key") ? 2 : 1;
}

/* Counts all customers where a finding is about a whole section. */
static struct rank
finding_rank(const struct ranking *ranking, const struct finding *finding)
{
	const struct object *item = finding_item(finding);
	bool outside = seven_of(finding->path) < 0;
	struct rank rank = {.customers = outside ? 0 : ranking->customers};

	if (item)
		rank = item_rank(ranking, item);
	rank.outside = outside;
	rank.there = how_much_there(finding);
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

	add_hours_and_tiers(&ranking, review->view);
	add_customers(&ranking, review->view);
	add_actions(&ranking);
	for (size_t i = 0; i < n; i++)
		made[i] = finding_rank(&ranking, &review->findings.items[i]);
	return made;
}
