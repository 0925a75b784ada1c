/* meaning.h - the words of closed lists, types and terms in plain words */
#ifndef CES_MEANING_H
#define CES_MEANING_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A line of templates/words. The list is that of a word of choices.def; "type"
 * of the types of keys, and "example" of YAML that shows one, which isn't
 * translated; "term" of the glossary.
 */
struct meaning {
	const char *list, *name, *text; /* text, a term's name: message ids */
};
extern const struct meaning meanings[];
extern const size_t meanings_count;

/* Letter case, and blanks, hyphens and underscores between words, are forgiven.
 */
bool words_are_same(const char *a, const char *b);
/* Is it of the list, and named so, as far as words are the same? */
bool meaning_is(const struct meaning *meaning, const char *list,
		const char *name);
/* the first of that list and name; NULL: there is none */
const struct meaning *meaning_find(const char *list, const char *name);

#endif
