/* circles.c - references that lead back to themselves */
#include "rules/rule.h"

/* one reference that leads on, and where it stands */
struct edge {
	const struct ref_value *ref;
	const struct object *holder;
	const char *key;
	bool listed; /* one of several */
};

struct kind_of_circle {
	size_t map; /* offset of the collection in struct plan */
	/* gives the k-th reference that leads on; false at the end */
	bool (*edge)(const struct object *from, uint32_t k, struct edge *edge);
	const char *message;
};

enum visited { NEW, ON_WAY, DONE };

/* state of an item in the depth-first search */
struct node {
	enum visited visited;
	bool reported;	/* part of a circle that was reported */
	uint32_t next;	/* index of the next edge */
	uint32_t depth; /* position on the stack */
};

struct search {
	struct rule_run *run;
	const struct kind_of_circle *kind;
	struct node *nodes;
	const struct object **way; /* stack, from the root */
	uint32_t length;
};

enum { MOST_SHOWN = 12 }; /* members of a circle that a message names */

static bool
action_edge(const struct object *from, uint32_t k, struct edge *edge)
{
	const struct action *action = (const void *)from;

	if (k >= action->depends_on.n)
		return false;
	*edge = (struct edge){&action->depends_on.items[k], from, "depends_on",
			      true};
	return true;
}

static bool
reason_edge(const struct object *from, uint32_t k, struct edge *edge)
{
	const struct reason *reason = (const void *)from;

	*edge = (struct edge){(const void *)&reason->parent, from, "parent",
			      false};
	return k == 0;
}

static bool
measure_edge(const struct object *from, uint32_t k, struct edge *edge)
{
	const struct measure *measure = (const void *)from;

	*edge = (struct edge){(const void *)&measure->counter_measure, from,
			      "counter_measure", false};
	return k == 0;
}

/* ends where a person answers */
static bool
route_edge(const struct object *from, uint32_t k, struct edge *edge)
{
	const struct channel *channel = (const void *)from;

	*edge = (struct edge){(const void *)&channel->human_route.to,
			      &channel->human_route.object, "to", false};
	return k == 0 && is_set(&channel->assisted.at) && !channel->assisted.on;
}

static const struct kind_of_circle kinds[] = {
	{offsetof(struct plan, actions), action_edge,
	 N_("these actions wait for one another: {circle}; none can begin "
	    "until you take out one of the `depends_on`")},
	{offsetof(struct plan, contact_reasons), reason_edge,
	 N_("these contact reasons are each other's parents: {circle}; take "
	    "out the `parent` of the one that is on top")},
	{offsetof(struct plan, measures), measure_edge,
	 N_("these measures counter each other in a circle: {circle}; take out "
	    "the `counter_measure` of the one that is the goal")},
	{offsetof(struct plan, channels), route_edge,
	 N_("no route here ends with a person: {circle}; let one lead to a "
	    "channel where a person answers")},
};

/* the edge that the search followed from an item */
static struct edge
edge_taken(const struct search *search, const struct object *from)
{
	struct edge edge;

	search->kind->edge(from, search->nodes[from->index].next - 1, &edge);
	return edge;
}

static const char *
edge_path(const struct search *search, const struct object *from,
	  const struct edge *edge)
{
	uint32_t k = search->nodes[from->index].next - 1;

	if (edge->listed)
		return rule_item_path(search->run, edge->holder, edge->key, k);
	return rule_path(search->run, edge->holder, edge->key);
}

/* a -> b -> a, the middle left out where it is long */
static const char *
circle_text(struct search *search, uint32_t first)
{
	struct buf buf = {0};

	for (uint32_t i = first; i < search->length; i++) {
		if (i - first < MOST_SHOWN)
			buf_printf(&buf, "%s -> ", search->way[i]->id);
		else if (i - first == MOST_SHOWN)
			buf_puts(&buf, "... -> ");
	}
	buf_puts(&buf, search->way[first]->id);
	return rule_text(search->run, &buf);
}

static void
report(struct search *search, uint32_t first)
{
	const struct object *from = search->way[first];
	struct edge edge = edge_taken(search, from);

	rule_find_at(search->run, edge.holder, &edge.ref->at,
		     edge_path(search, from, &edge), search->kind->message,
		     ARGS(TEXT_ARG("circle", circle_text(search, first))));
	for (uint32_t i = first + 1;
	     i < search->length && i - first < MOST_SHOWN; i++) {
		from = search->way[i];
		edge = edge_taken(search, from);
		rule_relate_at(search->run, &edge.ref->at,
			       edge_path(search, from, &edge),
			       N_("it leads on here"));
	}
}

/*
 * Reports the circle from way[first] on, unless it shares an item with an
 * earlier one: that is the same mistake.
 */
static void
close_circle(struct search *search, uint32_t first)
{
	bool known = false;

	for (uint32_t i = first; i < search->length; i++) {
		struct node *node = &search->nodes[search->way[i]->index];

		known |= node->reported;
		node->reported = true;
	}
	if (!known)
		report(search, first);
}

static void
go_to(struct search *search, const struct object *to)
{
	struct node *node = &search->nodes[to->index];

	node->visited = ON_WAY;
	node->depth = search->length;
	search->way[search->length++] = to;
}

/* searches depth first, without recursion as a chain may be as long as the plan
 */
static void
search_from(struct search *search, const struct object *root)
{
	go_to(search, root);
	while (search->length) {
		const struct object *at = search->way[search->length - 1], *to;
		struct node *node = &search->nodes[at->index];
		struct edge edge;

		if (!search->kind->edge(at, node->next++, &edge)) {
			node->visited = DONE;
			search->length--;
			continue;
		}
		to = ref_target(edge.ref);
		if (!to)
			continue;
		if (search->nodes[to->index].visited == NEW)
			go_to(search, to);
		else if (search->nodes[to->index].visited == ON_WAY)
			close_circle(search, search->nodes[to->index].depth);
	}
}

static void
check_kind(struct rule_run *run, const struct kind_of_circle *kind)
{
	const struct map *map =
		(const void *)((const char *)run->plan + kind->map);
	struct search search = {.run = run, .kind = kind};
	struct arena *arena = run->findings->arena;

	search.nodes = arena_alloc(arena, (map->n + 1) * sizeof(struct node));
	search.way = arena_alloc(arena, (map->n + 1) * sizeof(*search.way));
	for (uint32_t i = 0; i < map->n; i++)
		if (search.nodes[i].visited == NEW)
			search_from(&search, map->items[i]);
}

void
check_document_circle(struct rule_run *run)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		check_kind(run, &kinds[i]);
}
