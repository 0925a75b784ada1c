/* finding.h - findings: a topic, a place and arguments; the text comes later */
#ifndef CES_FINDING_H
#define CES_FINDING_H

#include <stdbool.h>
#include <stddef.h>

#include "ces/arena.h"
#include "ces/buf.h"
#include "ces/date.h"
#include "ces/source.h"
#include "ces/topic.h"

enum arg_kind {
	ARG_NONE,
	ARG_TEXT,    /* the user's text, shown as it is */
	ARG_WORD,    /* a message id, translated when shown */
	ARG_NUMBER,  /* 4.6 */
	ARG_COUNT,   /* 12,400 */
	ARG_PERCENT, /* 86.2 % */
	ARG_DATE
};

struct arg {
	const char *name;
	enum arg_kind kind;
	const char *text;
	double number;
	struct date date;
};

#define TEXT_ARG(n, v) {.name = (n), .kind = ARG_TEXT, .text = (v)}
#define WORD_ARG(n, v) {.name = (n), .kind = ARG_WORD, .text = (v)}
#define NUMBER_ARG(n, v) {.name = (n), .kind = ARG_NUMBER, .number = (v)}
#define COUNT_ARG(n, v) {.name = (n), .kind = ARG_COUNT, .number = (v)}
#define PERCENT_ARG(n, v) {.name = (n), .kind = ARG_PERCENT, .number = (v)}
#define DATE_ARG(n, v) {.name = (n), .kind = ARG_DATE, .date = (v)}

/* a list of arguments for finding_add: ARGS(TEXT_ARG("id", id)), or NO_ARGS */
#define ARGS(...)                                                       \
	(const struct arg[]){__VA_ARGS__},                              \
		sizeof((const struct arg[]){__VA_ARGS__}) /             \
			sizeof(struct arg)
#define NO_ARGS NULL, 0

/* a second place that the finding is about */
struct related {
	struct span span;
	const char *path; /* "" where none is known */
	const char *note; /* message id: "defined here" */
};

struct finding {
	const struct topic *topic;
	enum severity severity; /* after the plan's status and settings */
	struct span span;
	const char *path;    /* contact_reasons.returns.volume.phone; "" whole */
	const void *about;   /* the plan's object that path leads to or into, or
				NULL; for who knows the model */
	const char *message; /* message id with {name} for each argument */
	const struct arg *args;
	size_t arg_count;
	struct related *related;
	size_t related_count;
	const char *paste; /* YAML that mends it, or NULL */
	bool in_hand;      /* an open, dated action serves the item */
	bool waived;
	const char *waiver_reason; /* where waived */
};

/* everything lives in the arena, the array itself apart */
struct findings {
	struct arena *arena;
	struct finding *items;
	size_t n, cap;
};

/* path, message and names of args are borrowed; texts of args must outlive the
 * list (those of the arena do). The pointer is good until the next addition. */
struct finding *finding_add(struct findings *findings,
			    const struct topic *topic, struct span span,
			    const char *path, const char *message,
			    const struct arg *args, size_t arg_count);
void finding_relate(struct findings *findings, struct finding *finding,
		    struct span span, const char *path, const char *note);

/* adds copies of the other's; their texts stay where they are */
void findings_append(struct findings *findings, const struct findings *other);

/* by place, then by topic's name; stable; what repeats another is dropped */
void findings_sort(struct findings *findings);
void findings_release(struct findings *findings);

/* appends the message in the current language with its arguments filled in */
void finding_text(struct buf *buf, const struct finding *finding);

/* the same for any message with arguments */
void message_fill(struct buf *buf, const char *translated,
		  const struct arg *args, size_t arg_count);

/* the first key of a path: "contact_reasons"; the length of it */
size_t path_section(const char *path);
/* is it that one */
bool path_in(const char *path, const char *section);

#endif
