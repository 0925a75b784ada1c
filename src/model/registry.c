/* registry.c - names that plans refer to: measures, sections, rules, questions
 */
#include <string.h>

#include "ces/code.h"
#include "ces/measure.h"
#include "ces/question.h"
#include "ces/topic.h"

const char *
registry_name(enum registry registry, int i, const char **text)
{
	switch (registry) {
	case REGISTRY_STANDARD:
		*text = i < standard_count ? standards[i].name : NULL;
		return *text ? standards[i].word : NULL;
	case REGISTRY_SECTION:
		*text = i < section_count ? sections[i].title : NULL;
		return *text ? sections[i].key : NULL;
	case REGISTRY_QUESTION:
		*text = i < question_count ? questions[i].text : NULL;
		return *text ? questions[i].id : NULL;
	case REGISTRY_RULE:
		break;
	}
	*text = i < TOPIC_COUNT ? topics[i].summary : NULL;
	return *text ? topics[i].name : NULL;
}

int
registry_find(enum registry registry, const char *name)
{
	const char *known, *text;

	for (int i = 0; (known = registry_name(registry, i, &text)); i++)
		if (!strcmp(known, name))
			return i;
	return -1;
}

const char *
list_word(enum kind kind, int list, size_t i)
{
	const char *text;

	if (kind == KIND_WORD)
		return choices[list].words[i]; /* NULL ends them */
	if (kind == KIND_LOOKUP)
		return registry_name((enum registry)list, (int)i, &text);
	return code_word((enum code_list)list, i);
}
