/* week_text.h - reading opening hours: the place in the text, and its parts */
#ifndef CES_BASE_WEEK_TEXT_H
#define CES_BASE_WEEK_TEXT_H

#include "ces/week.h"

struct week_text {
	const char *s;
	size_t n, at;
	struct arena *arena;
	struct week_error *error;
};

/* fills the error and returns false, for the caller to return in turn */
bool text_fail(struct week_text *text, enum week_problem problem, size_t start,
	       size_t end);

/*
 * Something else was expected here: names the token in its place or, where the
 * rule ends here, the incomplete part from where it began.
 */
bool text_unexpected(struct week_text *text, size_t from);

void text_skip_blanks(struct week_text *text);
bool text_rule_ends(const struct week_text *text); /* at ';' or the end */

/* takes the separator with the blanks around it; else takes those before it */
bool text_take(struct week_text *text, char separator);

/* the end of the letters that begin here, with digits and ":./" or without */
size_t text_word_end(const struct week_text *text);
size_t text_token_end(const struct week_text *text);

/* are the n bytes that word, letter case (ASCII) apart? */
bool text_is_word(const char *s, size_t n, const char *word);

/* "off", "closed" or spans; from is where the rule began */
bool text_read_hours(struct week_text *text, size_t from,
		     struct day_hours *hours);

#endif
