/* finding.h - findings: a topic, a place and arguments; the text comes later */
#ifndef CES_FINDING_H
#define CES_FINDING_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "ces/arena.h"
#include "ces/buf.h"
#include "ces/change.h"
#include "ces/json.h"
#include "ces/message.h"
#include "ces/path.h"
#include "ces/source.h"
#include "ces/topic.h"

/* a second place that the finding is about */
struct related {
	struct span span;
	const char *path; /* "" where none is known */
	const char *note; /* message id: "defined here" */
};

/* findings shown as one: those of a rule that say the same of many places, or
 * follow from the first; in the order of the file behind that */
struct finding_group {
	const struct finding **items; /* the first is shown */
	size_t n;
};

struct finding {
	const struct topic *topic;
	enum severity severity; /* after the plan's status and settings */
	struct span span;
	const char *path;  /* contact_reasons.returns.volume.phone; "" whole */
	const void *about; /* the plan's object that path leads to or into, or
			      NULL; for callers that know the model */
	const char *message; /* message id with {name} for each argument */
	const struct arg *args;
	size_t arg_count;
	struct related *related;
	size_t related_count;
	const char *paste; /* YAML that mends it, or NULL */
	/* the changes that mend it, made together; none: nobody but the
	 * planner knows */
	struct change *fix;
	size_t fix_count;
	bool safe; /* the fix is what was meant for certain, or states nothing;
		      else it, or a part of it, is a guess */
	bool in_hand; /* an open, dated action serves the item */
	bool waived;
	const char *waiver_reason;	   /* where waived */
	const struct finding_group *group; /* that it is shown in, or NULL */
};

/* of an answer that is still to come */
static inline bool
finding_is_placeholder(const struct finding *finding)
{
	return finding->topic == &topics[TOPIC_document_todo];
}

/* of the document itself: document/... */
static inline bool
finding_is_document(const struct finding *finding)
{
	return !strncmp(finding->topic->name, "document/", 9);
}

/* everything lives in the arena, the array itself apart */
struct findings {
	struct arena *arena;
	struct finding *items;
	size_t n, cap;
};

/* path, message and names of args are borrowed; texts of args must outlive the
 * list (those of the arena do). The pointer is good until the next addition. */
struct finding *
finding_add(struct findings *findings, enum topic_id topic, struct span span,
	    const char *path, const char *message, const struct arg *args,
	    size_t arg_count);
void finding_relate(struct findings *findings, struct finding *finding,
		    struct span span, const char *path, const char *note);

/*
 * Adds a change to the finding's fix. A message that says what to write brings
 * it here, where both are known: `ces fix` makes the change, and proves it as
 * those of `ces set` are. Its texts must outlive the list.
 */
void finding_mend(struct findings *findings, struct finding *finding,
		  struct change change, bool safe);

/* by place, then by topic's name; for qsort() of pointers into one list */
int finding_compare_places(const void *a, const void *b);
/* sorts by place, then by topic's name, stable; drops repetitions */
void findings_sort(struct findings *findings);
void findings_release(struct findings *findings);

/*
 * Tells the finding from others, the same in each run, whatever figures,
 * days and words its message has, and in whatever language: rule, path and the
 * items that arguments name, "workforce/hired-late at actions.late.due:
 * workforce.agents". With moves, as it is in the plan that the changes are made
 * in; NULL where its place is removed.
 */
const char *finding_identity(struct arena *arena, const struct finding *finding,
			     const struct moves *moves);

/* appends the message with its arguments filled in */
void finding_text(struct buf *buf, const struct language *language,
		  const struct finding *finding);

/* The same without its advice: the message up to the last of its semicolons, or
 * up to the n-th from behind; false where it has no more. */
bool finding_problem(struct buf *buf, const struct language *language,
		     const struct finding *finding, size_t n);

/* is it shown, and not another for it */
bool finding_is_shown(const struct finding *finding);
/* the one that is shown for it, itself where none is */
const struct finding *finding_shown(const struct finding *finding);
/* the same for all in its group: "... (and 9 more like it)"; of placeholders
 * how many answers are missing */
void finding_group_text(struct buf *buf, const struct language *language,
			const struct finding *finding);

/*
 * {"rule", "severity", "file", "line", "column", "end_line", "end_column",
 * "path", "identity", "message", "related": [{"file", "line", "column",
 * "end_line", "end_column", "path", "message"}], "in_hand", "waived"}, and
 * where there are any "waiver_reason", "group" (rule and path of the one that
 * is shown for all of them), "paste", and "fix" with "safe": changes of "kind"
 * value, name, item or removal at a "path", with "value" or "name". flat: all
 * on one line.
 */
void finding_json(struct json *json, const struct language *language,
		  struct source *source, const struct finding *finding,
		  bool flat);

#endif
