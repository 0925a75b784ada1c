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

/* the kind of a measure in words: "family: effectiveness; unit: percent ..." */
void measure_kind(struct buf *buf, const struct standard *standard);
/* its usual range with the caveat; false when none is known */
bool measure_usual(struct buf *buf, const struct standard *standard);
/* a worked example; false where its formula needs none */
bool measure_example(struct buf *buf, const struct standard *standard);

#endif
