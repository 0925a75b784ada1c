/* stakes.c - what hangs on that which the findings are about */
#include <math.h>
#include <string.h>

#include "ces/review.h"
#include "rules/themes.h"

/*
 * What hangs on the items of a plan: money a year at stake, and customers. It
 * ranks findings and is shown nowhere, so what the plan doesn't tell is 0.
 */
struct stakes {
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

/* what an action serves is at stake with it */
static void
add_served(struct stakes *stakes, const struct refs_value *actions,
	   double money)
{
	for (uint32_t i = 0; i < actions->n; i++) {
		const struct object *action = ref_target(&actions->items[i]);

		if (action)
			stakes->action_money[action->index] += money;
	}
}

static void
action_stakes(struct stakes *stakes)
{
	const struct plan *plan = stakes->view->plan;

	for (uint32_t i = 0; i < plan->contact_reasons.n; i++)
		add_served(stakes,
			   &ITEM(reason, plan->contact_reasons, i)->plan,
			   known(stakes->view->reasons[i].cost));
	for (uint32_t i = 0; i < plan->gaps.n; i++) {
		const struct gap *gap = ITEM(gap, plan->gaps, i);

		add_served(stakes, &gap->actions,
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
add_hours_and_tiers(struct stakes *stakes, const struct view *view)
{
	const struct plan *plan = view->plan;

	for (uint32_t i = 0; i < plan->channels.n; i++) {
		const struct channel *channel =
			ITEM(channel, plan->channels, i);

		if (channel->hours.to)
			stakes->hours_cost[channel->hours.to->object.index] +=
				known(view->channels[i].cost);
	}
	for (uint32_t i = 0; i < plan->service_tiers.n; i++)
		stakes->tier_customers[i] =
			segments_customers(ITEM(tier, plan->service_tiers, i));
}

static void
add_customers(struct stakes *stakes, const struct view *view)
{
	const struct plan *plan = view->plan;

	for (uint32_t i = 0; i < plan->segments.n; i++) {
		const struct segment_view *segment = &view->segments[i];
		double n =
			number_of(&ITEM(segment, plan->segments, i)->customers);

		stakes->customers += n;
		for (uint32_t k = 0; k < segment->n; k++) {
			const struct coverage *on = &segment->channels[k];

			stakes->channel_customers[on->channel->object.index] +=
				n * on->preference / 100;
		}
	}
}

/* --- what hangs on one item ----------------------------------------------- */

static double
reason_money(const struct stakes *stakes, const struct object *item)
{
	const struct reason_view *reason = &stakes->view->reasons[item->index];

	return known(reason->cost) + known(reason->revenue);
}

static double
channel_money(const struct stakes *stakes, const struct object *item)
{
	return known(stakes->view->channels[item->index].cost);
}

static double
hours_money(const struct stakes *stakes, const struct object *item)
{
	return stakes->hours_cost[item->index];
}

static double
insight_money(const struct stakes *stakes, const struct object *item)
{
	const struct insight *insight = (const void *)item;

	(void)stakes;
	return number_of(&insight->quantified.cost_per_year) +
	       number_of(&insight->quantified.value_per_year);
}

static double
gap_money(const struct stakes *stakes, const struct object *item)
{
	(void)stakes;
	return number_of(
		&((const struct gap *)(const void *)item)->value_at_risk);
}

static double
decision_money(const struct stakes *stakes, const struct object *item)
{
	(void)stakes;
	return number_of(
		&((const struct decision *)(const void *)item)->amount);
}

static double
investment_money(const struct stakes *stakes, const struct object *item)
{
	(void)stakes;
	return number_of(
		&((const struct investment *)(const void *)item)->amount);
}

static double
action_money(const struct stakes *stakes, const struct object *item)
{
	const struct action *action = (const void *)item;

	return fmax(number_of(&action->worth),
		    stakes->action_money[item->index]);
}

static double
segment_customers(const struct stakes *stakes, const struct object *item)
{
	(void)stakes;
	return number_of(
		&((const struct segment *)(const void *)item)->customers);
}

static double
tier_customers(const struct stakes *stakes, const struct object *item)
{
	return stakes->tier_customers[item->index];
}

static double
channel_customers(const struct stakes *stakes, const struct object *item)
{
	return stakes->channel_customers[item->index];
}

typedef double stake_of(const struct stakes *, const struct object *);

/* what the items of a collection are worth; NULL: nothing that is known */
static const struct {
	const char *key;
	stake_of *money, *customers;
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

static struct stake
item_stake(const struct stakes *stakes, const struct object *item)
{
	struct stake stake = {0};

	for (size_t i = 0; i < sizeof(collections) / sizeof(*collections);
	     i++) {
		if (strcmp(collections[i].key, item->slot->key) != 0)
			continue;
		if (collections[i].money)
			stake.money = collections[i].money(stakes, item);
		if (collections[i].customers)
			stake.customers =
				collections[i].customers(stakes, item);
	}
	return stake;
}

static int
how_much_there(const struct finding *finding)
{
	if (!strcmp(finding->topic->name, "document/missing-section"))
		return 0;
	return strcmp(finding->topic->name, "document/missing-key") ? 2 : 1;
}

/* What is said of one of the seven sections as a whole concerns everybody. */
static struct stake
finding_stake(const struct stakes *stakes, const struct finding *finding)
{
	const struct object *item = finding_item(finding);
	bool outside = seven_of(finding->path) < 0;
	struct stake stake = {.customers = outside ? 0 : stakes->customers};

	if (item)
		stake = item_stake(stakes, item);
	stake.outside = outside;
	stake.there = how_much_there(finding);
	return stake;
}

struct stake *
stakes_make(struct review *review)
{
	const struct plan *plan = review->plan;
	size_t n = review->findings.n;
	struct stakes stakes = {
		.view = review->view,
		.hours_cost = numbers(review, &plan->hours),
		.channel_customers = numbers(review, &plan->channels),
		.tier_customers = numbers(review, &plan->service_tiers),
		.action_money = numbers(review, &plan->actions)};
	struct stake *made =
		arena_alloc(&review->arena, (n + 1) * sizeof(*made));

	add_hours_and_tiers(&stakes, review->view);
	add_customers(&stakes, review->view);
	action_stakes(&stakes);
	for (size_t i = 0; i < n; i++)
		made[i] = finding_stake(&stakes, &review->findings.items[i]);
	return made;
}
