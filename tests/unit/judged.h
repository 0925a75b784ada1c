/* judged.h - for tests of rules: a plan from a text, judged */
#ifndef CES_TESTS_JUDGED_H
#define CES_TESTS_JUDGED_H

#include "ces/review.h"

/* as of 2026-06-30, as the plan's own status says; review_release it */
void judge(struct review *review, const char *yaml);
void judge_with(struct review *review, const char *yaml,
		const struct review_options *options);

/* how many findings of that topic there are, and the n-th of them or NULL */
size_t count_of(const struct review *review, const char *topic);
const struct finding *
find_nth(const struct review *review, const char *topic, size_t n);

/* the plan has exactly so many findings of the topic */
void assert_finds(const char *yaml, const char *topic, size_t n);
/* its first finding of the topic has that path and begins with that text */
void assert_says(const char *yaml, const char *topic, const char *path,
		 const char *text);

#endif
