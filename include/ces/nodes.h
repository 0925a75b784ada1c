/* nodes.h - the keys and values of a plan as YAML sees them, with their places
 */
#ifndef CES_NODES_H
#define CES_NODES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum node_kind { NODE_SCALAR, NODE_ALIAS, NODE_MAP, NODE_LIST };

/* of scalars, then of collections */
enum node_style {
	NODE_PLAIN,
	NODE_SINGLE,
	NODE_DOUBLE,
	NODE_LITERAL,
	NODE_FOLDED,
	NODE_BLOCK,
	NODE_FLOW
};

#define NO_NODE UINT32_MAX

/* A map's keys and values take turns behind it. A key that is a collection is
 * one of them too. */
struct node {
	uint64_t text;	       /* hash of the text, or of an alias's name */
	uint32_t anchor, tag;  /* hashes of their names; 0: none */
	uint32_t start;	       /* of the anchor or tag, if any */
	uint32_t content, end; /* of the value alone; of a block: up to the end
				  of its last value */
	uint32_t next;	       /* the first behind all that is within */
	uint32_t parent;       /* NO_NODE: of the root */
	uint8_t kind, style, depth;
};

/* in the order of the file, so sorted by their starts; {0} is an empty list */
struct nodes {
	struct node *items;
	uint32_t n, cap;
	uint32_t open;	/* innermost collection that isn't closed, and */
	uint32_t ended; /* the end of the last value, while they are read */
};

void nodes_clear(struct nodes *nodes);
/* next, parent and depth are filled in */
void nodes_add(struct nodes *nodes, struct node node);
/* the innermost collection ends; end is that of its bracket */
void nodes_close(struct nodes *nodes, uint32_t end);
void nodes_release(struct nodes *nodes);

/* the value, or the key, that starts there; NO_NODE */
uint32_t nodes_value_at(const struct nodes *nodes, uint32_t start);
uint32_t nodes_key_at(const struct nodes *nodes, uint32_t start);
/* the key of that name of a map; NO_NODE */
uint32_t
nodes_key(const struct nodes *nodes, uint32_t map, const char *name, size_t n);
/* the i-th value of a list; NO_NODE */
uint32_t nodes_element(const struct nodes *nodes, uint32_t list, uint32_t i);

uint64_t node_hash(const char *text, size_t n);

/* of a scalar without any text */
static inline bool
node_is_empty(const struct node *node)
{
	return node->kind == NODE_SCALAR && node->start == node->end;
}

static inline bool
node_is_collection(const struct node *node)
{
	return node->kind == NODE_MAP || node->kind == NODE_LIST;
}

#endif
