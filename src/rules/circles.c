/* circles.c - references that lead back to themselves */
#include "rules/rule.h"

/* references of an item that lead on */
struct kind_of_circle {
	/* offsets of the collection in struct plan, and in the item of the
	 * object that has the key and of its value */
	size_t map, holder, value;
	const char *key;
	bool many; /* a list of references */
	const char *message;
};

static const struct kind_of_circle kinds[] = {
	{offsetof(struct plan, actions), 0, offsetof(struct action, depends_on),
	 "depends_on", true,
	 N_("these actions wait for one another: {circle}; none can begin "
	    "until you take out one of the `depends_on`")},
	{offsetof(struct plan, contact_reasons), 0,
	 offsetof(struct reason, parent), "parent", false,
	 N_("these contact reasons are each other's parents: {circle}; take "
	    "out the `parent` of the one that is on top")},
	{offsetof(struct plan, measures), 0,
	 offsetof(struct measure, counter_measure), "counter_measure", false,
	 N_("these measures counter each other in a circle: {circle}; take out "
	    "the `counter_measure` of the one that is the goal")},
	{offsetof(struct plan, channels), offsetof(struct channel, human_route),
	 offsetof(struct channel, human_route.to), "to", false,
	 N_("no route here ends with a person: {circle}; let one lead to a "
	    "channel where a person answers")},
};

enum visited { NEW, ON_WAY, DONE };

/* state of an item in the depth-first search */
struct visit {
	enum visited visited;
	bool reported;	/* part of a circle that was reported */
	uint32_t next;	/* index of the next edge */
	uint32_t depth; /* position on the stack */
};

struct search {
	struct rule_run *run;
	const struct kind_of_circle *kind;
	struct visit *nodes;
	const struct object **way; /* stack, from the root */
	uint32_t length;
};

enum { MOST_SHOWN = 12 }; /* members of a circle that a message names */

/* the k-th reference that leads on; NULL at the end, and where a person answers
 */
static const struct ref_value *
edge_of(const struct kind_of_circle *kind, const struct object *from,
	uint32_t k)
{
	const void *value = (const char *)from + kind->value;
	const struct channel *channel = (const void *)from;
	const struct refs_value *refs = value;

	if (kind->many)
		return k < refs->n ? &refs->items[k] : NULL;
	return k == 0 && (!kind->holder || flag_is(&channel->assisted, false))
		       ? value
		       : NULL;
}

/* the reference that the search followed from the n-th item of its way */
static struct place
edge_place(const struct search *search, uint32_t n,
	   const struct object **holder)
{
	const struct kind_of_circle *kind = search->kind;
	const struct object *from = search->way[n];
	uint32_t k = search->nodes[from->index].next - 1;

	*holder = (const void *)((const char *)from + kind->holder);
	if (!kind->many)
		return rule_key(search->run, *holder, kind->key);
	return rule_item(search->run, *holder, kind->key, k,
			 &edge_of(kind, from, k)->at);
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

/* Reports the circle from way[first] on, unless it shares an item with an
 * earlier one: that is the same mistake. */
static void
close_circle(struct search *search, uint32_t first)
{
	const struct object *holder;
	struct place place = edge_place(search, first, &holder);
	bool known = false;

	for (uint32_t i = first; i < search->length; i++) {
		struct visit *node = &search->nodes[search->way[i]->index];

		known |= node->reported;
		node->reported = true;
	}
	if (known)
		return;
	rule_find_at(search->run, holder, place, search->kind->message,
		     ARGS(TEXT_ARG("circle", circle_text(search, first))));
	for (uint32_t i = first + 1;
	     i < search->length && i - first < MOST_SHOWN; i++)
		rule_relate_at(search->run, edge_place(search, i, &holder),
			       N_("it leads on here"));
}

static void
go_to(struct search *search, const struct object *to)
{
	struct visit *node = &search->nodes[to->index];

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
		struct visit *node = &search->nodes[at->index];
		const struct ref_value *edge =
			edge_of(search->kind, at, node->next++);

		if (!edge) {
			node->visited = DONE;
			search->length--;
			continue;
		}
		to = ref_target(edge);
		if (!to)
			continue;
		if (search->nodes[to->index].visited == NEW)
			go_to(search, to);
		else if (search->nodes[to->index].visited == ON_WAY)
			close_circle(search, search->nodes[to->index].depth);
	}
}

void
check_document_circle(struct rule_run *run)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		const struct map *map =
			(const void *)((const char *)run->plan + kinds[i].map);
		struct search search = {
			.run = run,
			.kind = &kinds[i],
			.nodes = rule_array(run, map, sizeof(*search.nodes)),
			.way = rule_array(run, map, sizeof(*search.way))};

		for (uint32_t k = 0; k < map->n; k++)
			if (search.nodes[k].visited == NEW)
				search_from(&search, map->items[k]);
	}
}
