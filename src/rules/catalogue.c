/* catalogue.c - everything that can be found, and the names of it */
#include <pthread.h>
#include <string.h>

#include "ces/load.h"
#include "rules/themes.h"

enum { MOST_NAMES = 256 };

static const char *names[MOST_NAMES + 1];
static size_t name_count;
static pthread_once_t names_once = PTHREAD_ONCE_INIT;

/* the i-th rule that has a topic of its own */
static const struct topic *
rule_topic(size_t i)
{
	for (size_t t = 0; t < theme_count; t++) {
		for (size_t k = 0; k < themes[t]->n; k++) {
			const struct rule *rule = &themes[t]->rules[k];

			if (!rule->as && i-- == 0)
				return &rule->topic;
		}
	}
	return NULL;
}

const struct topic *
catalogue_topic(size_t i)
{
	if (i < load_topic_count)
		return load_topics[i];
	return rule_topic(i - load_topic_count);
}

size_t
catalogue_count(void)
{
	size_t n = load_topic_count;

	while (rule_topic(n - load_topic_count))
		n++;
	return n;
}

const struct topic *
catalogue_find(const char *name)
{
	const struct topic *topic;

	for (size_t i = 0; (topic = catalogue_topic(i)); i++)
		if (!strcmp(topic->name, name))
			return topic;
	return NULL;
}

static void
collect_names(void)
{
	const struct topic *topic;

	while (name_count < MOST_NAMES &&
	       (topic = catalogue_topic(name_count)) != NULL)
		names[name_count++] = topic->name;
}

/* The tables lie in many files, so the list is made once, when first asked. */
const char *const *
catalogue_names(size_t *n)
{
	pthread_once(&names_once, collect_names);
	*n = name_count;
	return names;
}
