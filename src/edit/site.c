/* site.c - where a path leads, in the plan and in its YAML */
#include <stdlib.h>
#include <string.h>

#include "ces/message.h"
#include "ces/nearest.h"
#include "edit/parts.h"

bool
refuse(struct edited *edited, enum refusal refusal, const struct change *change,
       const char *message, const struct arg *args, size_t n)
{
	struct arg *kept = arena_alloc(&edited->arena, (n + 1) * sizeof(*kept));

	if (n)
		memcpy(kept, args, n * sizeof(*kept));
	edited->refusal = refusal;
	edited->change = change;
	edited->message = message;
	edited->args = kept;
	edited->arg_count = n;
	return false;
}

/* --- anchors -------------------------------------------------------------- */

static void
add_path(struct editing *run, struct buf *buf, uint32_t node)
{
	const struct node *items = run->old->nodes.items;
	uint32_t parent = items[node].parent, index = 0, i;

	if (parent == NO_NODE)
		return;
	add_path(run, buf, parent);
	if (items[parent].kind == NODE_LIST) {
		for (i = parent + 1; i < node; i = items[i].next)
			index++;
		buf_printf(buf, "[%u]", index);
		return;
	}
	for (i = parent + 1; i < node && items[i].next != node;)
		i = items[items[i].next].next;
	buf_puts(buf, buf->n ? "." : "");
	buf_add(buf, old_bytes(run) + items[i].content,
		items[i].end - items[i].content);
}

/* the path of a node, for messages */
static const char *
node_path(struct editing *run, uint32_t node)
{
	struct buf buf = {0};

	add_path(run, &buf, node);
	return arena_take(run->arena, &buf);
}

/* the first alias of the anchor outside from..to - 1; NO_NODE */
static uint32_t
find_alias(const struct editing *run, uint32_t anchored, uint32_t from,
	   uint32_t to)
{
	const struct nodes *nodes = &run->old->nodes;
	uint32_t anchor = nodes->items[anchored].anchor;

	for (uint32_t i = nodes->items[anchored].next; anchor && i < nodes->n;
	     i++) {
		const struct node *node = &nodes->items[i];

		if (node->kind == NODE_ALIAS && (i < from || i >= to) &&
		    ((uint32_t)node->text | 1) == anchor)
			return i;
		if (node->anchor == anchor)
			break; /* the name has another meaning from here on */
	}
	return NO_NODE;
}

static bool
refuse_shared(struct editing *run, const struct site *site, uint32_t anchored,
	      uint32_t alias)
{
	const char *other = node_path(run, alias);
	struct position at = source_position(&run->old->source,
					     node_of(run, anchored)->start);

	/* the path may lead through the alias */
	if (!strncmp(site->path, other, strlen(other)))
		other = node_path(run, anchored);
	return refuse(
		run->edited, REFUSED_SHARED, site->change,
		N_("'{path}' is shared with '{other}' through the anchor "
		   "at {place}; write it out first"),
		ARGS(TEXT_ARG("path", site->path), TEXT_ARG("other", other),
		     TEXT_ARG("place", arena_format(run->arena, "%u:%u",
						    at.line, at.column))));
}

/* the value that the alias stands for */
static uint32_t
find_anchor(const struct editing *run, uint32_t alias)
{
	const struct node *items = run->old->nodes.items;
	uint32_t i = alias;

	while (i > 0 && items[i].anchor != ((uint32_t)items[alias].text | 1))
		i--;
	return i;
}

uint32_t
site_only_anchor(struct editing *run, uint32_t alias)
{
	uint32_t anchored = find_anchor(run, alias);

	return find_alias(run, anchored, alias, alias + 1) == NO_NODE ? anchored
								      : NO_NODE;
}

bool
site_unshared(struct editing *run, const struct site *site)
{
	const struct nodes *nodes = &run->old->nodes;
	uint32_t at = site->value == NO_NODE ? site->holder : site->value;
	uint32_t from = site->key == NO_NODE ? at : site->key;
	uint32_t to = nodes->items[at].next, alias;

	if (site->value == NO_NODE) {
		to = from = at;
		if (nodes->items[at].kind == NODE_ALIAS)
			return refuse_shared(run, site, find_anchor(run, at),
					     at);
	}
	for (uint32_t i = at; i != NO_NODE; i = nodes->items[i].parent) {
		alias = find_alias(run, i, from, to);
		if (alias != NO_NODE)
			return refuse_shared(run, site, i, alias);
	}
	if (site->change->kind == CHANGE_NAME)
		to = site->key + 1;
	for (uint32_t i = from; i < to && site->change->kind != CHANGE_ITEM;
	     i++) {
		alias = find_alias(run, i, from, to);
		if (alias != NO_NODE)
			return refuse_shared(run, site, i, alias);
	}
	return true;
}

/* --- steps ---------------------------------------------------------------- */

/* a new item that another change adds, so that keys of it may be set */
static bool
is_added(const struct editing *run, const char *path, size_t n)
{
	for (size_t i = 0; i < run->changes->n; i++) {
		const struct change *change = &run->changes->items[i];

		if (change->kind == CHANGE_ITEM && strlen(change->path) == n &&
		    !memcmp(change->path, path, n))
			return true;
	}
	return false;
}

static bool
leads_nowhere(struct editing *run, const struct site *site, const char *step,
	      size_t n, const char *near, bool items)
{
	const char *word = arena_copy(run->arena, step, n);
	enum change_kind kind = site->change->kind;
	bool adds = kind == CHANGE_VALUE || kind == CHANGE_ITEM;

	return refuse(
		run->edited, REFUSED_PATH, site->change,
		near && items ? N_("'{path}': there is no item '{word}'; "
				   "did you mean '{near}'?")
		: near ? N_("'{path}': there is no key '{word}'; did you mean "
			    "'{near}'?")
		: items && adds
			? N_("'{path}': there is no item '{word}'; add it "
			     "first, with --add")
		: items ? N_("'{path}': there is no item '{word}'")
			: N_("'{path}': the format has no key '{word}' here"),
		ARGS(TEXT_ARG("path", site->path), TEXT_ARG("word", word),
		     TEXT_ARG("near", near ? near : "")));
}

static const char *
nearest_id(const struct map *map, const char *id)
{
	struct nearest nearest;

	nearest_start(&nearest, id);
	for (uint32_t i = 0; map && i < map->n; i++)
		nearest_try(&nearest, map->items[i]->id);
	return nearest.best;
}

/* Goes on to the value behind the key; NO_NODE: it isn't there. */
static void
enter(struct editing *run, struct site *site, uint32_t key, const char *step)
{
	const struct nodes *nodes = &run->old->nodes;

	if (site->rest)
		return;
	site->holder = site->value;
	site->key = key;
	site->value = key == NO_NODE ? NO_NODE : nodes->items[key].next;
	if (key == NO_NODE)
		site->rest = step;
}

static uint32_t
find_key(const struct editing *run, const struct site *site, const char *step,
	 size_t n)
{
	const struct nodes *nodes = &run->old->nodes;

	if (site->rest || nodes->items[site->value].kind != NODE_MAP)
		return NO_NODE;
	return nodes_key(nodes, site->value, step, n);
}

/* a key of an object of the format */
static bool
step_key(struct editing *run, struct site *site, const char *step, size_t n)
{
	const struct field *field = entity_field(site->entity, step, n);
	const struct mark *mark = NULL;
	uint32_t key = NO_NODE;
	const char *word;

	if (field && site->object)
		mark = field_mark(site->object, field);
	if (mark && mark->state != ABSENT && mark->key)
		key = nodes_key_at(&run->old->nodes, mark->key);
	if (key == NO_NODE)
		key = find_key(run, site, step, n);
	word = arena_copy(run->arena, step, n);
	if (!field && key == NO_NODE && strncmp(word, "x-", 2) != 0)
		return leads_nowhere(run, site, step, n,
				     entity_nearest(site->entity, word), false);
	enter(run, site, key, step);
	site->field = field;
	site->item = false;
	site->entity = NULL;
	if (!field) {
		site->object = NULL;
	} else if (field->kind == KIND_OBJECT) {
		site->entity = field->of();
		site->object = site->object && is_set(mark) ? (const void *)mark
							    : NULL;
	}
	return true;
}

/* an item of a collection by its id */
static bool
step_item(struct editing *run, struct site *site, const char *step, size_t n)
{
	const struct map *map =
		site->object ? field_value(site->object, site->field) : NULL;
	const char *id = arena_copy(run->arena, step, n);
	const struct object *item = map ? map_find(map, id) : NULL;
	size_t length = (size_t)(step - site->path) + n;
	uint32_t key = item ? nodes_key_at(&run->old->nodes, item->at.key)
			    : find_key(run, site, step, n);

	if (key == NO_NODE && !is_added(run, site->path, length) &&
	    strncmp(id, "x-", 2) != 0)
		return leads_nowhere(run, site, step, n, nearest_id(map, id),
				     true);
	enter(run, site, key, step);
	site->object = item;
	site->entity = item || key == NO_NODE ? site->field->of() : NULL;
	site->item = true;
	if (!strncmp(id, "x-", 2)) {
		site->field = NULL;
		site->entity = NULL;
	}
	return true;
}

static bool
step_element(struct editing *run, struct site *site, const char *step)
{
	const struct nodes *nodes = &run->old->nodes;
	const struct list *list =
		site->object && site->field && site->field->kind == KIND_LIST
			? field_value(site->object, site->field)
			: NULL;
	uint32_t index = (uint32_t)strtoul(step + 1, NULL, 10);
	uint32_t value = NO_NODE;

	if (list && index < list->n)
		value = nodes_value_at(nodes, list->items[index]->at.key);
	else if (!list && !site->rest &&
		 nodes->items[site->value].kind == NODE_LIST)
		value = nodes_element(nodes, site->value, index);
	if (value == NO_NODE)
		return refuse(run->edited, REFUSED_PATH, site->change,
			      N_("'{path}': the list has no such entry; they "
				 "are counted from [0]"),
			      ARGS(TEXT_ARG("path", site->path)));
	site->holder = site->value;
	site->key = NO_NODE;
	site->value = value;
	site->object = list ? list->items[index] : site->object;
	site->entity = list ? site->field->of() : NULL;
	site->item = list != NULL;
	site->part = !list;
	return true;
}

/* an entry of shares or another small mapping, or of what isn't known */
static bool
step_entry(struct editing *run, struct site *site, const char *step, size_t n)
{
	bool mapping = site->field && !site->part &&
		       kind_shape(site->field->kind) == SHAPE_MAPPING;
	uint32_t key = find_key(run, site, step, n);

	if (key == NO_NODE && !mapping)
		return leads_nowhere(run, site, step, n, NULL, false);
	enter(run, site, key, step);
	site->part = true;
	return true;
}

/* The step with what follows a '.' where an id has one, though it shouldn't. */
static size_t
item_length(struct editing *run, const struct site *site, const char *step,
	    size_t n)
{
	const struct map *map =
		site->object ? field_value(site->object, site->field) : NULL;
	size_t end = n;

	while (map && !map_find(map, arena_copy(run->arena, step, end))) {
		if (!step[end])
			return n;
		end++;
		end += strcspn(step + end, ".[");
	}
	return end;
}

static bool
take_step(struct editing *run, struct site *site, const char **at, size_t n)
{
	const struct field *field = site->field;
	const char *step = *at;
	bool small = !site->entity && !site->item &&
		     (!field || kind_shape(field->kind) != SHAPE_KEYS);

	if (site->object)
		site->around = site->object;
	/* elsewhere the loader knows what is meant */
	if (small && !site->rest &&
	    node_of(run, site->value)->kind == NODE_ALIAS)
		return refuse_shared(run, site, find_anchor(run, site->value),
				     site->value);

	*at = step + n;
	if (*step == '[')
		return step_element(run, site, step);
	if (site->entity)
		return step_key(run, site, step, n);
	if (field && !site->part && !site->item &&
	    (field->kind == KIND_MAP || field->kind == KIND_KEYED)) {
		n = item_length(run, site, step, n);
		*at = step + n;
		return step_item(run, site, step, n);
	}
	return step_entry(run, site, step, n);
}

bool
site_find(struct editing *run, const struct change *change, struct site *site)
{
	const char *step = change->path;

	*site = (struct site){.change = change,
			      .path = change->path,
			      .object = &run->old->plan->object,
			      .entity = entity_plan(),
			      .holder = NO_NODE,
			      .key = NO_NODE};
	while (*step) {
		size_t n = strcspn(step, ".[");

		if (*step == '[')
			n = strcspn(step, "]") + 1;
		if (!n || n > strlen(step))
			return leads_nowhere(run, site, step, strlen(step),
					     NULL, false);
		if (!take_step(run, site, &step, n))
			return false;
		if (*step == '.' && step[1])
			step++;
	}
	if (step != change->path)
		return true;
	return refuse(run->edited, REFUSED_PATH, change,
		      N_("a path is empty; write one like "
			 "'actions.pilot.due'"),
		      NO_ARGS);
}
