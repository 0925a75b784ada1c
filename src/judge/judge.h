/* judge.h - how findings are judged; for the files of this folder */
#ifndef CES_JUDGE_H
#define CES_JUDGE_H

#include "ces/review.h"

/* marks the findings about items that an open, dated action serves */
void in_hand_mark(struct review *review);
/* can an action take what the topic says in hand at all */
bool in_hand_can(const struct topic *topic);
/* the item of a collection that the finding is about, or about something in it;
 * NULL for none */
const struct object *finding_item(const struct finding *finding);

/* which of the seven sections the path lies in, -1 for none of them */
int seven_of(const char *path);

/* money and customers behind a finding, to rank it by */
struct rank {
	double money, customers; /* a year; 0 when not told */
	bool outside;		 /* of the seven sections */
	int there; /* 0: a section is missing; 1: a key; 2: neither */
};

/* of each finding, by its index; in the review's arena */
struct rank *ranks_make(struct review *review);

/* completeness, less what open errors take */
void readiness_set(struct review *review);
/* the findings most worth mending, each with YAML to paste where there is any */
void next_choose(struct review *review);

#endif
