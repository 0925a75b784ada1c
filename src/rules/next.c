/* next.c - the findings most worth mending, and how to take them in hand */
#include <string.h>

#include "ces/json.h"
#include "ces/review.h"
#include "rules/strategic/strategic.h"

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
	struct stake *findings;	   /* by their index, as they are asked often */
};

struct stake {
	double money, customers;
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
tier_customers(const struct tier *tier)
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
			tier_customers(ITEM(tier, plan->service_tiers, i));
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

static double
insight_money(const struct insight *insight)
{
	return number_of(&insight->quantified.cost_per_year) +
	       number_of(&insight->quantified.value_per_year);
}

/* what hangs on the n-th item of the plan's collection */
static struct stake
item_stake(const struct stakes *stakes, const char *key,
	   const struct object *item)
{
	const struct view *view = stakes->view;
	uint32_t i = item->index;
	const void *entity = item;

	if (!strcmp(key, "segments"))
		return (struct stake){
			0,
			number_of(
				&((const struct segment *)entity)->customers)};
	if (!strcmp(key, "service_tiers"))
		return (struct stake){0, stakes->tier_customers[i]};
	if (!strcmp(key, "contact_reasons"))
		return (struct stake){known(view->reasons[i].cost) +
					      known(view->reasons[i].revenue),
				      0};
	if (!strcmp(key, "channels"))
		return (struct stake){known(view->channels[i].cost),
				      stakes->channel_customers[i]};
	if (!strcmp(key, "hours"))
		return (struct stake){stakes->hours_cost[i], 0};
	if (!strcmp(key, "intelligence"))
		return (struct stake){insight_money(entity), 0};
	if (!strcmp(key, "gaps"))
		return (struct stake){
			number_of(&((const struct gap *)entity)->value_at_risk),
			0};
	if (!strcmp(key, "decisions"))
		return (struct stake){
			number_of(&((const struct decision *)entity)->amount),
			0};
	if (!strcmp(key, "investments"))
		return (struct stake){
			number_of(&((const struct investment *)entity)->amount),
			0};
	if (!strcmp(key, "actions"))
		return (struct stake){
			fmax(number_of(&((const struct action *)entity)->worth),
			     stakes->action_money[i]),
			0};
	return (struct stake){0, 0};
}

/* What is said of one of the seven sections as a whole concerns everybody. */
static struct stake
finding_stake(const struct stakes *stakes, const struct finding *finding)
{
	const struct object *item = finding_item(finding);

	if (item)
		return item_stake(stakes, item->slot->key, item);
	return (struct stake){
		0, seven_of(finding->path) < 0 ? 0 : stakes->customers};
}

static void
stakes_make(struct stakes *stakes, struct review *review)
{
	const struct plan *plan = review->plan;
	size_t n = review->findings.n;

	*stakes = (struct stakes){
		.view = review->view,
		.hours_cost = numbers(review, &plan->hours),
		.channel_customers = numbers(review, &plan->channels),
		.tier_customers = numbers(review, &plan->service_tiers),
		.action_money = numbers(review, &plan->actions),
		.findings = arena_alloc(&review->arena,
					(n + 1) * sizeof(struct stake))};
	add_hours_and_tiers(stakes, review->view);
	add_customers(stakes, review->view);
	action_stakes(stakes);
	for (size_t i = 0; i < n; i++)
		stakes->findings[i] =
			finding_stake(stakes, &review->findings.items[i]);
}

/*
 * The smaller, the more worth mending: first by how bad it is, then the topics
 * not among the chosen yet, then what is missing altogether, then by money at
 * stake and by the customers concerned, then the seven sections before the
 * rest of the plan, then what can be pasted.
 */
enum { RANKS = 7 };

struct rank {
	double part[RANKS];
};

static int
urgency(const struct finding *finding)
{
	int rank = SEVERITY_ERROR - (int)finding->severity;

	return finding->severity != SEVERITY_ERROR && finding->in_hand
		       ? rank + SEVERITY_ERROR
		       : rank;
}

static int
repeats(const struct review *review, const struct finding *finding, int chosen)
{
	int n = 0;

	for (int i = 0; i < chosen; i++)
		n += review->next[i]->topic == finding->topic;
	return n;
}

static int
emptiness(const struct finding *finding)
{
	if (!strcmp(finding->topic->name, "document/missing-section"))
		return 0;
	return strcmp(finding->topic->name, "document/missing-key") ? 2 : 1;
}

static struct rank
rank_of(const struct review *review, const struct stakes *stakes,
	const struct finding *finding, int chosen)
{
	struct stake stake = stakes->findings[finding - review->findings.items];

	return (struct rank){
		{urgency(finding), repeats(review, finding, chosen),
		 emptiness(finding), -stake.money, -stake.customers,
		 seven_of(finding->path) < 0, !finding->paste}};
}

static bool
ranks_before(struct rank a, struct rank b)
{
	for (int i = 0; i < RANKS; i++) {
		if (a.part[i] < b.part[i])
			return true;
		if (a.part[i] > b.part[i])
			return false;
	}
	return false;
}

static bool
is_chosen(const struct review *review, const struct finding *finding,
	  int chosen)
{
	for (int i = 0; i < chosen; i++)
		if (review->next[i] == finding)
			return true;
	return false;
}

/* the best of those left; of equals the one that comes first in the file */
static struct finding *
choose(struct review *review, const struct stakes *stakes, int chosen)
{
	struct finding *best = NULL;
	struct rank best_rank = {{0}};

	for (size_t i = 0; i < review->findings.n; i++) {
		struct finding *finding = &review->findings.items[i];
		struct rank rank;

		if (finding->waived || is_chosen(review, finding, chosen))
			continue;
		rank = rank_of(review, stakes, finding, chosen);
		if (best && !ranks_before(rank, best_rank))
			continue;
		best = finding;
		best_rank = rank;
	}
	return best;
}

/* --- an action that takes a finding in hand ------------------------------ */

/* What is to be done is the action's title, with what it is about: "Live chat:
 * add its service level"; where that is no item, with what is wrong. */
static void
add_title(struct buf *buf, const struct finding *finding)
{
	const struct object *item = finding_item(finding);
	struct buf text = {0}, title = {0};
	char *remedy;

	finding_text(&text, finding);
	remedy = strrchr(text.p, ';');
	if (remedy && remedy[1] != ' ')
		remedy = NULL;
	if (remedy)
		*remedy = ':';
	if (item)
		buf_printf(&title, "%s: ", object_name(item));
	buf_puts(&title, item && remedy ? remedy + 2 : text.p);
	buf_json(buf, title.p);
	buf_free(&title);
	buf_free(&text);
}

/* What is wrong with the writing is mended there, and needs no action; nor is
 * an action helped by a second one. */
static bool
wants_action(const struct finding *finding)
{
	return strncmp(finding->topic->name, "document/", 9) != 0 &&
	       strncmp(finding->topic->name, "waivers/", 8) != 0 &&
	       !path_in(finding->path, "actions") &&
	       in_hand_can(finding->topic) && !finding->in_hand &&
	       finding->severity != SEVERITY_ERROR && *finding->path;
}

static void
add_improved(struct buf *buf, const struct finding *finding)
{
	const struct object *item = finding_item(finding);
	struct buf text = {0};

	if (item)
		object_path(&text, item, NULL);
	else
		buf_add(&text, finding->path, path_section(finding->path));
	buf_add(buf, text.p, text.n);
	buf_free(&text);
}

/* An id that no action has, nor one offered before: mend-failure-share,
 * mend-failure-share-2. */
static void
add_id(struct buf *buf, const struct plan *plan, const struct topic *topic,
       int offered)
{
	const char *problem = strchr(topic->name, '/') + 1;
	struct buf id = {0};
	int i = 1;

	do {
		buf_clear(&id);
		buf_printf(&id, "mend-%s", problem);
		if (i > 1)
			buf_printf(&id, "-%d", i);
		i++;
	} while (map_find(&plan->actions, buf_text(&id)) || offered-- > 0);
	buf_add(buf, id.p, id.n);
	buf_free(&id);
}

/*
 * Where the plan can't be mended by a line, for the figure has to change in
 * life first, an action makes a start: it takes the finding in hand.
 */
static void
add_action(struct review *review, struct finding *finding, int chosen)
{
	const struct plan *plan = review->plan;
	const char *owner = plan_keeper(plan);
	struct buf buf = {0};

	if (!owner || !wants_action(finding))
		return;
	buf_puts(&buf,
		 plan->actions.n ? "# under actions:\n  " : "actions:\n  ");
	add_id(&buf, plan, finding->topic, repeats(review, finding, chosen));
	buf_puts(&buf, ":\n    title: ");
	add_title(&buf, finding);
	buf_puts(&buf, "\n    owner: ");
	buf_json(&buf, owner);
	buf_puts(&buf, "\n    due: ");
	date_write(&buf, date_add_days(review->view->as_of, 30));
	buf_puts(&buf, "\n    status: not_started\n    improves: [");
	add_improved(&buf, finding);
	buf_puts(&buf, "]\n");
	finding->paste = arena_string(&review->arena, buf_text(&buf));
	buf_free(&buf);
}

void
next_choose(struct review *review)
{
	const int most = sizeof(review->next) / sizeof(*review->next);
	struct stakes stakes;

	if (!review->view) {
		review->next[0] =
			review->findings.n ? review->findings.items : NULL;
		return;
	}
	stakes_make(&stakes, review);
	for (int i = 0; i < most; i++) {
		struct finding *finding = choose(review, &stakes, i);

		if (!finding)
			break;
		if (!finding->paste)
			add_action(review, finding, i);
		review->next[i] = finding;
	}
}
