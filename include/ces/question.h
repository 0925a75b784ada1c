/* question.h - the seven sections, their guiding questions, and the
 * discussion questions */
#ifndef CES_QUESTION_H
#define CES_QUESTION_H

#include <stdbool.h>

struct section {
	const char *key;   /* top-level key: segments */
	const char *title; /* message id: "Customer segmentation" */
	const char *label; /* short message id for narrow columns: "Segments" */
	int number;	   /* 1..7 for the seven, 0 for the others */
	const char *why;   /* message id: its purpose, one sentence */
	const char *const *questions; /* message ids, full friendly sentences;
					 NULL ends them */
};

/* all top-level keys that can be named as a section: the seven first */
extern const struct section sections[];
extern const int section_count;
enum { SECTION_SEVEN = 7 };

int section_find(const char *key); /* index or -1 */

struct question {
	const char *id;	  /* own-strategy */
	const char *text; /* message id */
	bool joined;	  /* later: no gap in a plan that answers others */
};

extern const struct question questions[];
extern const int question_count;
int question_find(const char *id); /* index or -1 */

/* the three preparation actions: define, document, apply */
struct preparation {
	const char *word;
	const char *title;  /* message id: the step, an imperative */
	const char *detail; /* message id: how to go about it */
};

extern const struct preparation preparations[3];

enum automation_question {
	AUTOMATION_GOAL,
	AUTOMATION_LOSS,
	AUTOMATION_ANNOUNCED,
	AUTOMATION_QUEUE,
	AUTOMATION_EXIT,
	AUTOMATION_CONTEXT,
	AUTOMATION_ADOPTION,
	AUTOMATION_RESOLUTION,
	AUTOMATION_NUMBER,
	AUTOMATION_COUNT
};

/* asked of every automation: message ids, NULL ends them */
extern const char *const automation_questions[AUTOMATION_COUNT + 1];

#endif
