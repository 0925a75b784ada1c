/* parts.h - finding places, writing edits and proving them, one run */
#ifndef CES_EDIT_PARTS_H
#define CES_EDIT_PARTS_H

#include "ces/edit.h"

/* where a path leads in the plan and in its YAML */
struct site {
	const struct change *change;
	const char *path;
	/* the object with the key or entry, NULL: none that is known; of an
	 * item itself, that item */
	const struct object *object;
	const struct object *around; /* the last object on the way */
	const struct field *field;   /* whose value it is, or a part; NULL: of
					a key that the format lacks */
	const struct entity *entity; /* of the keys of its value, or NULL */
	uint32_t holder;	     /* the collection, or blank, that it is or
					will be in */
	uint32_t key, value; /* NO_NODE: isn't there; a list has no keys */
	const char *rest;    /* the path from the first step that isn't there */
	bool part;	     /* an entry or element of the field's value */
	bool item;	     /* of a collection or a list */
};

/* keys or items that a collection gets */
struct addition {
	uint32_t holder;
	struct content content;	 /* a map or list of them */
	const struct site *site; /* the first of them */
	bool items;
};

struct editing {
	struct document *old;
	const struct changes *changes;
	struct edited *edited;
	struct arena *arena; /* that of what was edited: it outlives the run */
	struct site *sites;  /* one for each change */
	struct addition *additions;
	size_t n, cap;	 /* of additions */
	const char *eol; /* the file's */
	size_t step;	 /* by which it indents */
};

static inline const struct node *
node_of(const struct editing *run, uint32_t index)
{
	return &run->old->nodes.items[index];
}

static inline const char *
old_bytes(const struct editing *run)
{
	return run->old->source.bytes;
}

/* Notes the reason; returns false. */
bool
refuse(struct edited *edited, enum refusal refusal, const struct change *change,
       const char *message, const struct arg *args, size_t n);

/* site.c: follows the path; false where it leads nowhere */
bool
site_find(struct editing *run, const struct change *change, struct site *site);
/* the value that an alias stands for, where no other does; NO_NODE */
uint32_t site_only_anchor(struct editing *run, uint32_t alias);
/* refuses what is shared by an alias */
bool site_unshared(struct editing *run, const struct site *site);

/* places.c: where things stand in the old bytes */
uint32_t line_begin(const struct editing *run, uint32_t at);
uint32_t
line_end(const struct editing *run, uint32_t at); /* before its break */
uint32_t line_behind(const struct editing *run, uint32_t at); /* next line */
/* before the break that ends there, if any */
uint32_t before_break(const struct editing *run, uint32_t at);
bool line_is_blank(const struct editing *run, uint32_t at);
size_t column_at(const struct editing *run, uint32_t at);
/* behind the blanks, line ends and comments from there */
uint32_t skip_gap(const struct editing *run, uint32_t at);
/* behind the ':' of the key; 0 where it has none */
uint32_t behind_colon(const struct editing *run, uint32_t key);
/* behind the signs between a key and its value where some of them are wide, to
 * be made plain; else the end of the key */
uint32_t wide_gap_end(const struct editing *run, uint32_t key);
/* the break of the line, or the file's where the line is the last */
const char *line_break(const struct editing *run, uint32_t at);
bool in_flow(const struct editing *run, uint32_t node);
/* the last value of a collection; NO_NODE of an empty one */
uint32_t last_value(const struct editing *run, uint32_t holder);
/* the key of a value; in a list, which has none, the value */
uint32_t key_of(const struct editing *run, uint32_t value);
/* of the map, or within brackets of the one around it, as in JSON */
bool keys_are_quoted(const struct editing *run, uint32_t holder);
/* Does a block of text keep the line ends behind it? Where they end. */
bool block_keeps(const struct editing *run, uint32_t node);
uint32_t block_end(const struct editing *run, uint32_t node);
/* where an entry of a block collection begins: its key, '?' or '-' */
uint32_t
entry_begin(const struct editing *run, uint32_t holder, uint32_t value);

/* replacements.c */
void edit_add(struct editing *run, const struct site *site, struct span span,
	      struct buf *text, uint32_t first, uint32_t last);
/* The last edit's text holds these nodes; without whole but those inside. */
void edit_holds(struct editing *run, const struct content *content, bool whole);
bool write_value(struct editing *run, const struct site *site);
void free_anchor(struct editing *run, const struct site *site, uint32_t alias);
bool write_name(struct editing *run, const struct site *site);
/* habits.c: the text as the old one is written: 18 as 18%, 600s as 10min */
const char *
as_written(struct editing *run, const struct site *site, const char *text);
/* and the style for it */
enum node_style
style_of(struct editing *run, const struct site *site, bool flow);
/* Is a text in its place in quotes, as in JSON? */
bool values_are_quoted(struct editing *run, const struct site *site);

/* additions.c: gathers what each collection gets, then writes it */
bool addition_note(struct editing *run, const struct site *site);
bool write_addition(struct editing *run, const struct addition *addition);

/* removals.c */
bool write_removal(struct editing *run, const struct site *site);

/* The hash of a collection's begin, in an edit's nodes. */
static inline uint64_t
collection_hash(bool map)
{
	return map ? 1 : 2;
}

/* compared.c: the nodes outside the edits are the same, and those in them what
 * was to be written */
bool nodes_hold(const struct editing *run);

/* proof.c: loads the new bytes, which it takes over, and compares */
bool prove(struct editing *run, char *bytes, size_t n, unsigned lets);

#endif
