/* nodes.c - the list of a plan's YAML nodes, and looking one up */
#include "ces/nodes.h"

#include <stdlib.h>
#include <string.h>

#include "ces/arena.h"

void
nodes_clear(struct nodes *nodes)
{
	nodes->n = 0;
	nodes->open = NO_NODE;
	nodes->ended = 0;
}

void
nodes_add(struct nodes *nodes, struct node node)
{
	uint32_t index = nodes->n;

	node.parent = nodes->open;
	node.depth = node.parent == NO_NODE
			     ? 0
			     : (uint8_t)(nodes->items[node.parent].depth + 1);
	node.next = index + 1;
	ARRAY_GROW(nodes->items, nodes->n, nodes->cap);
	nodes->items[nodes->n++] = node;
	if (node_is_collection(&node))
		nodes->open = index;
	nodes->ended = node.end;
}

void
nodes_close(struct nodes *nodes, uint32_t end)
{
	struct node *node = &nodes->items[nodes->open];

	node->end = node->style == NODE_FLOW ? end : nodes->ended;
	node->next = nodes->n;
	nodes->ended = node->end;
	nodes->open = node->parent;
}

void
nodes_release(struct nodes *nodes)
{
	free(nodes->items);
	*nodes = (struct nodes){0};
}

/* the first that starts there or behind it */
static uint32_t
first_from(const struct nodes *nodes, uint32_t start)
{
	uint32_t low = 0, high = nodes->n;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (nodes->items[middle].start < start)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t
nodes_value_at(const struct nodes *nodes, uint32_t start)
{
	uint32_t i = first_from(nodes, start);

	return i < nodes->n && nodes->items[i].start == start ? i : NO_NODE;
}

/* Its map may start there too, and the empty value before it. */
uint32_t
nodes_key_at(const struct nodes *nodes, uint32_t start)
{
	uint32_t found = NO_NODE;

	for (uint32_t i = first_from(nodes, start);
	     i < nodes->n && nodes->items[i].start == start; i++)
		if (!node_is_collection(&nodes->items[i]))
			found = i;
	return found;
}

uint32_t
nodes_key(const struct nodes *nodes, uint32_t map, const char *name, size_t n)
{
	const struct node *items = nodes->items;
	uint64_t hash = node_hash(name, n);

	for (uint32_t i = map + 1; i < items[map].next;
	     i = items[items[i].next].next)
		if (items[i].kind == NODE_SCALAR && items[i].text == hash)
			return i;
	return NO_NODE;
}

uint32_t
nodes_element(const struct nodes *nodes, uint32_t list, uint32_t index)
{
	const struct node *items = nodes->items;

	for (uint32_t i = list + 1; i < items[list].next; i = items[i].next)
		if (index-- == 0)
			return i;
	return NO_NODE;
}

/* FNV-1a */
uint64_t
node_hash(const char *text, size_t n)
{
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)text[i]) * 1099511628211u;
	return hash;
}
