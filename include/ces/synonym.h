/* synonym.h - words for what the format calls by another */
#ifndef CES_SYNONYM_H
#define CES_SYNONYM_H

#include "ces/model.h"

/* the word of the list that is meant: another word for it, or the same in other
 * letters; NULL where none is known. loose: it may mean something else. The
 * arena is for what is compared. */
const char *word_meant(struct arena *arena, int list, const char *s, size_t n,
		       bool *loose);

/* the same for the word of a standard measure: its name, another name */
const char *standard_meant(struct arena *arena, const char *s, size_t n,
			   bool *loose);

/* the key that the object lacks, and that another word is used for; or NULL */
const struct field *key_meant(const struct object *object, const char *typed,
			      bool *loose);

#endif
