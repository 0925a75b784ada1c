/* compared.c - the nodes of the old plan and of the new one, side by side */
#include "edit/parts.h"

/* where both lists are read */
struct course {
	const struct nodes *old, *new;
	const struct edited *edited;
	uint32_t before, after;		/* the next nodes */
	size_t removed, written, moved; /* the next edits, of each kind */
	int64_t shift;			/* of places behind the edits so far */
};

static bool
is_block(const struct node *node)
{
	return node_is_collection(node) && node->style == NODE_BLOCK;
}

/* Passes over old nodes that an edit takes away. */
static bool
pass_removed(struct course *at)
{
	const struct edited *edited = at->edited;
	const struct edit *edit;

	while (at->removed < edited->n &&
	       edited->edits[at->removed].first ==
		       edited->edits[at->removed].last)
		at->removed++;
	edit = &edited->edits[at->removed];
	if (at->removed == edited->n || edit->first != at->before)
		return false;
	at->before = edit->last;
	at->removed++;
	return true;
}

/* the edit whose nodes come next; NULL */
static const struct edit *
next_written(struct course *at)
{
	const struct edited *edited = at->edited;

	while (at->written < edited->n &&
	       !edited->edits[at->written].node_count)
		at->written++;
	return at->written < edited->n ? &edited->edits[at->written] : NULL;
}

/* Does the edit's text begin with the next new node? A map that begins with a
 * new name is an old one. */
static bool
is_written(const struct course *at, const struct edit *edit)
{
	const struct node *node = &at->new->items[at->after];

	return edit && at->after < at->new->n && node->start >= edit->at &&
	       node->start < edit->at + edit->n &&
	       (!is_block(node) ||
		edit->nodes[0] == collection_hash(node->kind == NODE_MAP));
}

/* The nodes are those that were to be written. */
static bool
pass_written(struct course *at, const struct edit *edit)
{
	for (size_t i = 0; i < edit->node_count; i++, at->after++) {
		const struct node *node = &at->new->items[at->after];
		uint64_t hash;

		if (at->after == at->new->n || node->start < edit->at ||
		    node->start >= edit->at + edit->n)
			return false;
		hash = node_is_collection(node)
			       ? collection_hash(node->kind == NODE_MAP)
			       : node->text;
		if (hash != edit->nodes[i])
			return false;
	}
	at->written++;
	return true;
}

/* The same node, in its place? That of a block is its first entry's. */
static bool
pass_same(struct course *at)
{
	const struct node *a = &at->old->items[at->before];
	const struct node *b = &at->new->items[at->after];
	const struct edited *edited = at->edited;

	if (at->before == at->old->n || at->after == at->new->n ||
	    a->kind != b->kind || a->style != b->style || a->text != b->text ||
	    a->anchor != b->anchor || a->tag != b->tag || a->depth != b->depth)
		return false;
	while (at->moved < edited->n &&
	       edited->edits[at->moved].end <= a->start) {
		const struct edit *edit = &edited->edits[at->moved++];

		at->shift += (int64_t)edit->n - (edit->end - edit->start);
	}
	at->before++;
	at->after++;
	return is_block(a) || node_is_empty(a) ||
	       (int64_t)a->start + at->shift == b->start;
}

bool
nodes_hold(const struct editing *run)
{
	struct course at = {.old = &run->old->nodes,
			    .new = &run->edited->document.nodes,
			    .edited = run->edited};

	while (at.before < at.old->n || at.after < at.new->n) {
		const struct edit *edit = next_written(&at);

		if (pass_removed(&at))
			continue;
		if (is_written(&at, edit) ? !pass_written(&at, edit)
					  : !pass_same(&at))
			return false;
	}
	return !next_written(&at);
}
