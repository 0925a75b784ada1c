/* meaning.c - finding what a word, a type or a term means */
#include "ces/meaning.h"

#include <string.h>

#include "ces/utf8.h"

static char
folded(char c)
{
	return c == '_' || c == '-' ? ' ' : to_lower(c);
}

bool
words_are_same(const char *a, const char *b)
{
	while (*a && folded(*a) == folded(*b)) {
		a++;
		b++;
	}
	return !*a && !*b;
}

bool
meaning_is(const struct meaning *meaning, const char *list, const char *name)
{
	return !strcmp(meaning->list, list) &&
	       words_are_same(meaning->name, name);
}

const struct meaning *
meaning_find(const char *list, const char *name)
{
	for (size_t i = 0; i < meanings_count; i++)
		if (meaning_is(&meanings[i], list, name))
			return &meanings[i];
	return NULL;
}
