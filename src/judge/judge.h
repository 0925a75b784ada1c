/* judge.h - how findings are judged; for the files of this folder */
#ifndef CES_JUDGE_H
#define CES_JUDGE_H

#include "ces/review.h"

/* marks the findings about items that an open, dated action serves */
void in_hand_mark(struct review *review);
/* decides which findings are shown as one, once they stand in their order */
void groups_make(struct review *review);

/* the language that the plan says; NULL: none of ours */
const struct language *plan_language(const struct plan *plan);

/* index of the path's section among the seven, or -1 */
int seven_of(const char *path);

/* chooses the findings that are most worth fixing */
void next_choose(struct review *review);

/* prints what findings offer as YAML, laid out as the file has its own */
void pastes_print(struct review *review);

#endif
