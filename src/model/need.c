/* need.c - which keys an object has to have, and which it has */
#include <string.h>

#include "ces/measure.h"
#include "ces/model.h"

bool
word_among(const char *word, const char *list)
{
	size_t n = strlen(word);

	for (const char *s = list; s; s = strchr(s, '|')) {
		s += *s == '|';
		if (!strncmp(s, word, n) && (!s[n] || s[n] == '|'))
			return true;
	}
	return false;
}

/*
 * Has the key a value among the words? One that could not be read may have
 * been meant so, but draws no second finding: then the answer is no.
 */
static bool
key_is(const struct object *object, const char *key, const char *words)
{
	const struct entity *entity = object_entity(object);
	const struct field *field = entity_field(entity, key, strlen(key));

	if (!field || !is_set(field_mark(object, field)))
		return false;
	if (field->kind == KIND_FLAG) {
		const struct flag_value *flag = field_value(object, field);

		return word_among(flag->on ? "true" : "false", words);
	}
	if (field->kind == KIND_WORD) {
		const struct word_value *word = field_value(object, field);

		return word_among(choices[field->list].words[word->word],
				  words);
	}
	return false;
}

/* the state of the key that the field's need depends on */
static enum state
other_state(const struct object *object, const struct field *field)
{
	const struct mark *mark =
		(const void *)((const char *)object + field->other.offset);

	return mark->state;
}

int
field_wanted(const struct object *object, const struct field *field)
{
	bool required = false;

	switch (field->need) {
	case NEED_OPTIONAL:
		return 0;
	case NEED_ADVISED:
		return 1;
	case NEED_REQUIRED:
		return 2;
	/* a value that is broken or a placeholder is given all the same */
	case NEED_EITHER:
		required = other_state(object, field) < BROKEN;
		break;
	case NEED_LEAF:
		required =
			!object->whole && other_state(object, field) < BROKEN;
		break;
	case NEED_WITH:
		required = other_state(object, field) >= BROKEN;
		break;
	case NEED_WHEN:
		required = key_is(object, field->other.key, field->words) &&
			   (!field->other2.key ||
			    key_is(object, field->other2.key, field->words2));
		break;
	case NEED_ABOVE:
		required = key_is(object->up, field->other.key, field->words);
		break;
	case NEED_UNLESS:
		required = other_state(object, field) == SET &&
			   !key_is(object, field->other.key, field->words);
		break;
	case NEED_STANDARD:
		required = measure_needs(
			(const struct measure *)(const void *)object,
			field->part);
		break;
	}
	return required ? 2 : 0;
}

bool
field_given(const struct object *object, const struct field *field)
{
	const void *value = field_value(object, field);
	const struct words_value *words = value;
	const struct texts_value *texts = value;
	bool any = false;

	if (!is_set(value) ||
	    (field->kind != KIND_WORDS && field->kind != KIND_TEXTS))
		return is_set(value);
	for (uint32_t i = 0; i < words->n; i++)
		any |= is_set(field->kind == KIND_WORDS ? &words->items[i].at
							: &texts->items[i].at);
	return any;
}
