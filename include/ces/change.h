/* change.h - what is to become of a plan, as plain data, and as YAML */
#ifndef CES_CHANGE_H
#define CES_CHANGE_H

#include "ces/arena.h"
#include "ces/date.h"
#include "ces/nodes.h"

enum content_kind { CONTENT_TEXT, CONTENT_MAP, CONTENT_LIST };

/* a value: a text, or others by their keys or in a list */
struct content {
	enum content_kind kind;
	const char *text;
	size_t length;
	bool plain; /* a number, day or flag: needs no quotes to stay one */
	const char **keys; /* of a map */
	struct content *items;
	size_t n;
	const char *comment; /* lines above its key in a block, or NULL */
};

enum change_kind {
	CHANGE_VALUE,  /* of a key, there or not; path is the key's */
	CHANGE_NAME,   /* of a key, or an item's id */
	CHANGE_ITEM,   /* a new one; path is its own, or of the list */
	CHANGE_REMOVAL /* of a key or an item */
};

/* paths are those of findings: actions.pilot.due, measures.csat.actuals[3] */
struct change {
	enum change_kind kind;
	const char *path;
	const char *name;	/* the new one, of CHANGE_NAME */
	struct content content; /* of CHANGE_VALUE and CHANGE_ITEM */
};

struct change change_value(const char *path, struct content content);
struct change change_name(const char *path, const char *name);
struct change change_item(const char *path, struct content content);
struct change change_removal(const char *path);

struct changes {
	struct change *items;
	size_t n, cap;
};

void changes_add(struct changes *changes, struct change change);
void changes_release(struct changes *changes);

struct content content_text(const char *text, bool plain);
/* a list of n values to be filled in */
struct content content_list(struct arena *arena, size_t n);
/* the value of that key of a map, made where there is none: an empty text */
struct content *
content_member(struct arena *arena, struct content *map, const char *key);
/* Sets it to a text. */
void content_put(struct arena *arena, struct content *map, const char *key,
		 const char *text);
/* to a date, without quotes */
void content_put_date(struct arena *arena, struct content *map, const char *key,
		      struct date date);
/* and behind several keys, volume.phone; NULL where one of them has a text */
struct content *
content_at(struct arena *arena, struct content *map, const char *path);

/* how a value is to stand in the file */
struct yaml_layout {
	bool flow;	 /* within brackets */
	bool quoted;	 /* texts and keys are in double quotes, as in JSON */
	size_t indent;	 /* of lines below */
	size_t step;	 /* by which deeper ones are indented more */
	const char *eol; /* between lines */
};

/* a scalar in that style, or in one that can hold its text */
void scalar_write(struct buf *buf, const struct content *scalar,
		  enum node_style style, const struct yaml_layout *layout);

/* a number or flag of JSON */
bool scalar_is_json(const char *s);

/* does it need no quotes to be read back */
bool scalar_is_plain(const struct content *scalar, bool flow);

/*
 * Any value: a collection in brackets, or where the layout isn't flow, as lines
 * that begin at the indentation, the first of them without it, and none with
 * the last line's end. What is short inside stands in brackets all the same.
 */
void content_write(struct buf *buf, const struct content *content,
		   const struct yaml_layout *layout);
/* its key with the ':' */
void key_write(struct buf *buf, const char *key,
	       const struct yaml_layout *layout);
/* "key: value" of it, or "key:" and lines below */
void
entry_write(struct buf *buf, const char *key, const struct content *content,
	    const struct yaml_layout *layout);
/* the content of a collection, in brackets that are there */
void entries_write(struct buf *buf, const struct content *content,
		   const struct yaml_layout *layout, const char *between);
/* does it stand in brackets behind its key */
bool content_is_short(const struct content *content);

#endif
