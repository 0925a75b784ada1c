/* explain.h - pages of ces explain, as Markdown */
#ifndef CES_CLI_EXPLAIN_H
#define CES_CLI_EXPLAIN_H

#include "ces/buf.h"
#include "ces/measure.h"
#include "ces/question.h"
#include "ces/topic.h"

/* one thing, under a heading of its own */
void markdown_topic(struct buf *buf, const struct topic *topic);
void markdown_measure(struct buf *buf, const struct standard *standard);
void markdown_question(struct buf *buf, const struct question *question);
/* a key of the format and the keys of its group; false when there is none */
bool markdown_key(struct buf *buf, const char *path);

/* the whole catalogue: the manual's reference */
void markdown_reference(struct buf *buf);

/* writes each fact that is known about a measure, under its label */
void
measure_facts(struct buf *buf, const struct standard *standard, bool markdown,
	      void (*write)(struct buf *buf, const char *label,
			    const char *text));
/* a worked example; nothing where its formula needs none */
void measure_example(struct buf *buf, const struct standard *standard);

#endif
