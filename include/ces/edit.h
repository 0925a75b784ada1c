/* edit.h - a plan's bytes and changes in, new bytes out, proven by loading */
#ifndef CES_EDIT_H
#define CES_EDIT_H

#include "ces/change.h"
#include "ces/load.h"

/* bytes of the old plan that others take the place of */
struct edit {
	uint32_t start, end;
	const char *text;
	uint32_t n;
	uint32_t first, last; /* old nodes that go, up to last - 1 */
	const struct change *change;
	const char *path; /* of what is changed, as the old plan has it */
	const struct object *object; /* the item with it, or NULL */
	uint32_t at;	       /* where the text stands in the new bytes */
	const uint64_t *nodes; /* hashes of those that the text holds */
	size_t node_count;
};

enum refusal {
	REFUSED_NOT,
	REFUSED_SYNTAX,	   /* the file has an error of syntax */
	REFUSED_PATH,	   /* a path leads nowhere */
	REFUSED_THERE,	   /* a new item or name is there already */
	REFUSED_SHARED,	   /* through an anchor */
	REFUSED_FORM,	   /* YAML of a form that can't be edited */
	REFUSED_TWICE,	   /* two changes of one place */
	REFUSED_VALUE,	   /* the plan has findings then that it hasn't now */
	REFUSED_REFERENCE, /* what is removed is referred to */
	REFUSED_PROOF	   /* more would change than was asked for */
};

/* findings that may come of changes */
enum edit_lets {
	EDIT_BREAKS = 1, /* of references to what is removed */
	EDIT_REVEALS = 2 /* of what couldn't be read before, and its item */
};

/* "shared", for programs */
const char *refusal_word(enum refusal refusal);

/* {0} at first */
struct edited {
	struct arena arena; /* of all but the document's */
	enum refusal refusal;
	const struct change *change; /* that it is about, or NULL */
	const char *message;	     /* message id */
	const struct arg *args;
	size_t arg_count;
	struct document document; /* the new one, unless it wasn't made */
	struct edit *edits;	  /* by place, none overlap */
	size_t n, cap;
	/* findings of the new document that the old one hasn't, where they are
	 * why it was refused */
	const struct finding **findings;
	size_t finding_count;
};

/* False, with the reason, of a file with a part that can't be read. */
bool changes_possible(const struct document *old, struct edited *edited);

/*
 * Applies all changes or none. The new document is loaded, and what differs is
 * what was asked for; else it is refused, with the reason. lets: EDIT_... of
 * the findings that may come. Nothing is written. Paths and texts of the
 * changes must outlive what was edited, and so must the old document.
 */
bool changes_apply(struct document *old, const struct changes *changes,
		   unsigned lets, struct edited *edited);
void edited_release(struct edited *edited);

/* The edits of what came of an edited plan become those of that plan, by the
 * edits before that led there; none overlap. */
void edits_compose(struct edited *edited, const struct edit *before, size_t n);

/*
 * Adds the changes that give an item another id, with all references to it.
 * False, with the reason in edited, where the path is of no such item.
 */
bool changes_rename(struct document *old, const char *path, const char *id,
		    struct changes *changes, struct edited *edited);

#endif
