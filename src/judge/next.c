/* next.c - the findings most worth fixing, and actions that mend them */
#include <math.h>
#include <string.h>

#include "judge/judge.h"

#include "ces/language.h"

/* money a year and customers, by which an item ranks; 0 when not told */
struct rank {
	double money, customers;
};

/* Yearly money and customers at stake with each item, for those that other
 * items add to. Only ranks findings, so an unknown figure is 0. */
struct ranking {
	const struct view *view;
	double *hours_cost;	   /* of the channels open at those hours */
	double *channel_customers; /* that prefer it */
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
number_told(const struct number_value *value)
{
	return known(number_of(value));
}

/* adds the money of an item to the actions that serve it */
static void
add_served(struct ranking *ranking, const struct refs_value *actions,
	   double money)
{
	FOR_TARGETS (action, *actions)
		ranking->action_money[action->object.index] += money;
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
		FOR_TARGETS (segment, tier->segments)
			ranking->tier_customers[tier->object.index] +=
				number_told(&segment->customers);
	FOR_EACH (reason, plan->contact_reasons)
		add_served(ranking, &reason->plan,
			   known(view->reasons[reason->object.index].cost));
	FOR_EACH (gap, plan->gaps)
		add_served(ranking, &gap->actions,
			   number_told(&gap->value_at_risk));
	FOR_EACH (segment, plan->segments) {
		const struct segment_view *at =
			&view->segments[segment->object.index];
		double n = number_told(&segment->customers);

		ranking->customers += n;
		for (uint32_t k = 0; k < at->n; k++) {
			const struct coverage *on = &at->channels[k];

			ranking->channel_customers[on->channel->object.index] +=
				n * on->preference / 100;
		}
	}
}

/* money and customers of one item; 0 for collections without */
static struct rank
item_rank(const struct ranking *ranking, const struct object *item)
{
	const struct view *view = ranking->view;
	const struct plan *plan = view->plan;
	const void *map = field_value(item->up, item->slot);
	const struct quantified *quantified;
	uint32_t at = item->index;
	struct rank rank = {0};

	if (map == &plan->segments) {
		rank.customers = number_told(
			&ITEM(segment, plan->segments, at)->customers);
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
		quantified = &ITEM(insight, plan->intelligence, at)->quantified;
		rank.money = number_told(&quantified->cost_per_year) +
			     number_told(&quantified->value_per_year);
	} else if (map == &plan->gaps) {
		rank.money =
			number_told(&ITEM(gap, plan->gaps, at)->value_at_risk);
	} else if (map == &plan->decisions) {
		rank.money = number_told(
			&ITEM(decision, plan->decisions, at)->amount);
	} else if (map == &plan->investments) {
		rank.money = number_told(
			&ITEM(investment, plan->investments, at)->amount);
	} else if (map == &plan->actions) {
		rank.money = fmax(
			number_told(&ITEM(action, plan->actions, at)->worth),
			ranking->action_money[at]);
	}
	return rank;
}

/* sort key, smallest first */
enum {
	URGENCY,
	REPEATS, /* of topics chosen before */
	THERE,	 /* 0: a section is missing; 1: a key; 2: neither */
	MONEY,
	CUSTOMERS,
	OUTSIDE, /* of the seven sections */
	UNMENDED,
	KEY_PARTS
};

struct sort_key {
	double part[KEY_PARTS];
	bool taken; /* waived, chosen already, or shown by another rule */
};

/* Counts all customers where a finding is about a whole section. */
static struct sort_key
sort_key_of(const struct ranking *ranking, const struct finding *finding)
{
	const struct object *item = finding_item(finding);
	const struct topic *topic = finding->topic;
	int urgency = SEVERITY_ERROR - (int)finding->severity;
	bool outside = seven_of(finding->path) < 0;
	struct rank rank = {.customers = outside ? 0 : ranking->customers};

	if (item)
		rank = item_rank(ranking, item);
	if (urgency && finding->in_hand)
		urgency += SEVERITY_ERROR;
	return (struct sort_key){
		{[URGENCY] = urgency,
		 [THERE] = topic == &topics[TOPIC_document_missing_section] ? 0
			   : topic == &topics[TOPIC_document_missing_key]   ? 1
									    : 2,
		 [MONEY] = -rank.money,
		 [CUSTOMERS] = -rank.customers,
		 [OUTSIDE] = outside,
		 [UNMENDED] = !finding->fix_count},
		finding->waived || topic != finding_shown(finding)->topic};
}

static double *
numbers(struct review *review, const struct map *map)
{
	return arena_alloc(&review->arena, (map->n + 1) * sizeof(double));
}

/* one for each finding by index */
static struct sort_key *
sort_keys_make(struct review *review)
{
	const struct plan *plan = review->plan;
	size_t n = review->findings.n;
	struct ranking ranking = {
		.view = review->view,
		.hours_cost = numbers(review, &plan->hours),
		.channel_customers = numbers(review, &plan->channels),
		.tier_customers = numbers(review, &plan->service_tiers),
		.action_money = numbers(review, &plan->actions)};
	struct sort_key *made =
		arena_alloc(&review->arena, (n + 1) * sizeof(*made));

	add_items(&ranking);
	for (size_t i = 0; i < n; i++)
		made[i] = sort_key_of(&ranking, &review->findings.items[i]);
	return made;
}

/* --- an action that takes a finding in hand ------------------------------ */

enum { DAYS_TO_MEND = 30 };

/* "Measure wait time or abandonment: Live chat", in the language of the plan,
 * where it says which */
static const char *
action_title(struct review *review, const struct finding *finding)
{
	const struct object *item = finding_item(finding);
	const struct language *own = plan_language(review->plan);

	return message_text(
		&review->arena, own ? own : review->language,
		item ? N_("{action}: {name}") : "{action}",
		ARGS(WORD_ARG("action", finding->topic->action),
		     TEXT_ARG("name", item ? object_name(item) : "")));
}

/* Offers no action for slips in the file, nor for another action. */
static bool
wants_action(const struct finding *finding)
{
	return finding->topic->action && !path_in(finding->path, "actions") &&
	       !finding->in_hand && finding->severity != SEVERITY_ERROR &&
	       *finding->path;
}

/* the reference under the key, where it is known or a plain name can be */
static const struct ref_value *
known_ref(const struct object *object, const char *key, const struct map *of)
{
	const struct field *field = object_field(object, key);
	const struct ref_value *ref = field ? field_value(object, field) : NULL;

	return ref && field->kind == KIND_NAMED && is_set(&ref->at) &&
			       (ref_target(ref) || !of->n)
		       ? ref
		       : NULL;
}

/* the owner of the item, else the lead of its unit, else who keeps its section,
 * else the plan; or NULL */
static const char *
find_owner(const struct plan *plan, const struct finding *finding)
{
	static const char *const units[] = {"owner_unit", "unit"};
	const struct object *item = finding_item(finding), *keeper;
	const struct ref_value *owner =
		item ? known_ref(item, "owner", &plan->people) : NULL;
	struct buf section = {0};

	for (int i = 0; i < 2 && item && !owner; i++) {
		const struct ref_value *unit =
			known_ref(item, units[i], &plan->units);

		if (unit && ref_target(unit))
			owner = known_ref(ref_target(unit), "lead",
					  &plan->people);
	}
	buf_add(&section, finding->path, path_section(finding->path));
	keeper = map_find(&plan->governance.sections, buf_text(&section));
	buf_free(&section);
	if (!owner && keeper)
		owner = known_ref(keeper, "owner", &plan->people);
	return owner ? owner->id : plan_keeper(plan);
}

/* Makes an id that is free among the actions and the offers:
 * mend-failure-share, mend-failure-share-2. */
static const char *
free_id(struct review *review, const struct topic *topic, int offered)
{
	const char *problem = strchr(topic->name, '/') + 1;
	const char *id = arena_format(&review->arena, "mend-%s", problem);

	for (int i = 2; map_find(&review->plan->actions, id) || offered-- > 0;
	     i++)
		id = arena_format(&review->arena, "mend-%s-%d", problem, i);
	return id;
}

/* the item that the finding is about, or its section */
static const char *
improved_path(struct review *review, const struct finding *finding)
{
	const struct object *item = finding_item(finding);
	struct buf path = {0};

	if (item)
		object_path(&path, item, NULL);
	else
		buf_add(&path, finding->path, path_section(finding->path));
	return arena_take(&review->arena, &path);
}

/* Offers an action where no line of the plan helps, as the figure itself has
 * to change first. */
static void
offer_action(struct review *review, struct finding *finding, int offered)
{
	struct arena *arena = &review->arena;
	const char *owner = find_owner(review->plan, finding);
	struct content action = {.kind = CONTENT_MAP}, *improves;

	if (!owner || !wants_action(finding))
		return;
	content_put(arena, &action, "title", action_title(review, finding));
	content_put(arena, &action, "owner", owner);
	content_put_date(arena, &action, "due",
			 date_add_days(review->view->as_of, DAYS_TO_MEND));
	content_put(arena, &action, "status", "not_started");
	improves = content_member(arena, &action, "improves");
	*improves = content_list(arena, 1);
	improves->items[0] =
		content_text(improved_path(review, finding), false);
	finding_mend(&review->findings, finding,
		     change_item(arena_format(arena, "actions.%s",
					      free_id(review, finding->topic,
						      offered)),
				 action),
		     false);
}

static bool
sorts_before(const struct sort_key *a, const struct sort_key *b)
{
	for (int i = 0; i < KEY_PARTS; i++)
		if (a->part[i] != b->part[i])
			return a->part[i] < b->part[i];
	return false;
}

/* Picks the best that is left, one by one; of equals the first in the file. */
void
next_choose(struct review *review)
{
	const int most = sizeof(review->next) / sizeof(*review->next);
	struct finding *findings = review->findings.items, *finding;
	size_t n = review->findings.n;
	struct sort_key *keys;

	if (!review->view) {
		review->next[0] = n ? findings : NULL;
		return;
	}
	keys = sort_keys_make(review);
	for (int i = 0; i < most; i++) {
		struct sort_key *best = NULL;

		for (size_t k = 0; k < n; k++)
			if (!keys[k].taken &&
			    (!best || sorts_before(&keys[k], best)))
				best = &keys[k];
		if (!best)
			break;
		finding = &findings[best - keys];
		if (!finding->fix_count)
			offer_action(review, finding, (int)best->part[REPEATS]);
		review->next[i] = finding;
		for (size_t k = 0; k < n; k++) {
			keys[k].taken |= finding_shown(&findings[k]) ==
					 finding_shown(finding);
			keys[k].part[REPEATS] +=
				findings[k].topic == finding->topic;
		}
	}
}
