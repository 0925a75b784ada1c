/* catalogue.c - everything that can be found, and the names of it */
#include <pthread.h>
#include <string.h>

#include "ces/load.h"
#include "rules/themes.h"

enum { MOST = 256 };

/* The tables lie in many files, so the lists are made once, when first asked:
 * the loader's topics, then those of the rules that have one of their own. */
static const struct topic *topics[MOST + 1];
static const char *names[MOST + 1];
static size_t count;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void
add(const struct topic *topic)
{
	if (count == MOST)
		return;
	topics[count] = topic;
	names[count++] = topic->name;
}

static void
collect(void)
{
	for (size_t i = 0; i < load_topic_count; i++)
		add(load_topics[i]);
	for (size_t t = 0; t < theme_count; t++)
		for (size_t i = 0; i < themes[t]->n; i++)
			if (!themes[t]->rules[i].as)
				add(&themes[t]->rules[i].topic);
}

size_t
catalogue_count(void)
{
	pthread_once(&once, collect);
	return count;
}

const struct topic *
catalogue_topic(size_t i)
{
	return i < catalogue_count() ? topics[i] : NULL;
}

const struct topic *
catalogue_find(const char *name)
{
	for (size_t i = 0; i < catalogue_count(); i++)
		if (!strcmp(names[i], name))
			return topics[i];
	return NULL;
}

const char *const *
catalogue_names(size_t *n)
{
	*n = catalogue_count();
	return names;
}
