/* missing.c - keys and sections that are not there, and how many are */
#include <string.h>

#include "ces/question.h"
#include "ces/reference.h"
#include "ces/utf8.h"
#include "load/loader.h"

static bool
is_unfilled(const struct object *object, const struct field *field)
{
	return field_mark(object, field)->state <= BLANK;
}

/* Of two keys of which one is needed, the first is reported. */
static bool
is_second_of_pair(const struct object *object, const struct field *field)
{
	const struct entity *entity = object_entity(object);
	const struct field *other;

	if (!field_is_paired(field))
		return false;
	other = entity_field(entity, field->other.key,
			     strlen(field->other.key));
	return other < field && is_unfilled(object, other);
}

/* the key that was left blank, else the key of the item, else the item */
static struct span
missing_span(struct loader *loader, const struct object *object,
	     const struct field *field)
{
	const struct mark *mark = field_mark(object, field);

	if (mark->state == BLANK)
		return source_token(loader->source, mark->key);
	if (!object->slot)
		return (struct span){0, 0};
	if (object->slot->kind == KIND_LIST)
		return source_token(loader->source, object->at.start);
	return source_token(loader->source, object->at.key);
}

/* the questions, in the lines of a comment */
static const char *
questions_text(struct loader *loader, const char *const *asked)
{
	const struct language *language = plan_language(loader->plan);
	struct buf *buf = &loader->scratch;

	buf_clear(buf);
	for (int i = 0; i < 5 && asked[i]; i++) {
		buf_wrap(buf, language_text(language, asked[i]), 78, 0, 0);
		buf_putc(buf, '\n');
	}
	return arena_string(loader->arena, buf_text(buf));
}

/* the key with placeholders, which state nothing, below questions if any */
static void
offer_key(struct loader *loader, struct finding *finding,
	  const struct field *field, const char *const *asked)
{
	struct content content;

	if (loader->findings->n > NEAREST_MOST)
		return;
	content = field_todo(loader->arena, plan_language(loader->plan), field);
	if (asked)
		content.comment = questions_text(loader, asked);
	load_fix_content(loader, finding, content, true);
}

static void
report_key(struct loader *loader, struct object *object,
	   const struct field *field)
{
	struct place place = {.object = object, .field = field};
	struct span span = missing_span(loader, object, field);
	const char *label = object_entity(object)->label;
	const char *id = load_item_id(object);
	struct finding *finding;
	const struct arg type =
		field->kind == KIND_TEXT
			? (struct arg)WORD_ARG("type",
					       N_("it in your own words"))
			: load_type_arg(loader, &place);

	finding = loader_find(
		loader, TOPIC_document_missing_key, span, &place,
		field->need == NEED_EITHER
			? (object->id
				   ? N_("the {label} '{id}' lacks '{key}' or "
					"'{other}'; add {type}")
			   : *id ? N_("the {label} of '{id}' lacks '{key}' or "
				      "'{other}'; add {type}")
				 : N_("the {label} lacks '{key}' or '{other}'; "
				      "add {type}"))
			: (object->id ? N_("the {label} '{id}' lacks '{key}'; "
					   "add {type}")
			   : *id ? N_("the {label} of '{id}' lacks '{key}'; "
				      "add "
				      "{type}")
				 : N_("the {label} lacks '{key}'; add "
				      "{type}")),
		ARGS(WORD_ARG("label", label), TEXT_ARG("id", id),
		     TEXT_ARG("key", field->key),
		     TEXT_ARG("other",
			      field->other.key ? field->other.key : ""),
		     type));
	offer_key(loader, finding, field, NULL);
}

/* Is a key with a value in the file? */
static bool
is_written(const struct mark *mark)
{
	return mark->state >= BROKEN && mark->start;
}

/* Of two keys that exclude each other neither is taken, nor what comes with
 * one. */
static void
report_both(struct loader *loader, struct object *object,
	    const struct field *field)
{
	const struct entity *entity = object_entity(object);
	const struct field *other = object_field(object, field->other.key);
	struct mark *one = field_value(object, field);
	struct mark *two = field_value(object, other);
	struct place place = {.object = object, .field = other};
	struct finding *finding;

	if (!is_written(one) || !is_written(two))
		return;
	finding = loader_find(
		loader, TOPIC_document_duplicate_key,
		source_token(loader->source, two->key), &place,
		N_("'{key}' and '{other}' are both given; keep the one that is "
		   "meant"),
		ARGS(TEXT_ARG("key", field->key),
		     TEXT_ARG("other", other->key)));
	finding_relate(loader->findings, finding,
		       source_token(loader->source, one->key), finding->path,
		       N_("the other is here"));
	for (int i = 0; i < entity->n; i++) {
		const struct field *at = &entity->fields[i];
		struct mark *mark = field_value(object, at);

		if (at == field || at == other ||
		    (at->need == NEED_WITH &&
		     !strcmp(at->other.key, other->key)))
			mark->state = BROKEN;
	}
}

static bool
is_filled(struct loader *loader, struct object *object,
	  const struct field *field)
{
	return field_given(object, field) &&
	       (field->kind != KIND_OBJECT ||
		report_missing(loader, field_value(object, field)));
}

/* Does a placeholder stand in the value, or in one of its values? */
static bool
holds_todo(const struct object *object, const struct field *field)
{
	const void *value = field_value(object, field);
	const struct texts_value *texts = value;
	const struct refs_value *refs = value;
	const struct shares_value *shares = value;
	bool any = field_mark(object, field)->state == TODO;

	if (field->kind == KIND_TEXTS)
		FOR_VALUES (text_value, text, *texts)
			any |= text->at.state == TODO;
	if (field->kind == KIND_REFS || field->kind == KIND_NAMEDS)
		FOR_VALUES (ref_value, ref, *refs)
			any |= ref->at.state == TODO;
	if (field->kind == KIND_SHARES)
		FOR_VALUES (share, share, *shares)
			any |= share->value.at.state == TODO;
	return any;
}

bool
report_missing(struct loader *loader, struct object *object)
{
	const struct entity *entity = object_entity(object);
	bool all = true;

	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];
		bool given;
		int wanted;

		if (field->need == NEED_OPTIONAL && field->kind != KIND_OBJECT)
			continue;
		if (field->not_both)
			report_both(loader, object, field);
		given = is_filled(loader, object, field);
		wanted = field_wanted(object, field);
		object->waits |= wanted == 2 && holds_todo(object, field);
		if (field->kind == KIND_OBJECT)
			object->waits |=
				((struct object *)field_value(object, field))
					->waits;
		if (wanted == 2 && !given)
			all = false;
		if (wanted == 2 && is_unfilled(object, field) && !field->rule &&
		    !is_second_of_pair(object, field))
			report_key(loader, object, field);
		/* of two keys of which one is needed, the one that is there */
		if (!wanted && !(field_is_paired(field) && given))
			continue;
		object->filled = (uint16_t)(object->filled + given);
	}
	return all;
}

static void
report_section(struct loader *loader, const struct section *section)
{
	struct object *root = &loader->plan->object;
	const struct field *field =
		entity_field(entity_plan(), section->key, strlen(section->key));
	const struct mark *mark = field_mark(root, field);
	struct place place = {.object = root, .field = field};
	struct span span = {0, 0};
	struct finding *finding;

	if (mark->state > BLANK)
		return;
	if (mark->state == BLANK)
		span = source_token(loader->source, mark->key);
	finding = loader_find(
		loader, TOPIC_document_missing_section, span, &place,
		mark->state == BLANK
			? N_("the section '{key}' ({title}) is empty; answer: "
			     "{question}")
			: N_("the section '{key}' ({title}) is missing; "
			     "answer: {question}"),
		ARGS(TEXT_ARG("key", section->key),
		     WORD_ARG("title", section->title),
		     WORD_ARG("question", section->questions[0]
						  ? section->questions[0]
						  : "")));
	offer_key(loader, finding, field, section->questions);
}

void
report_sections(struct loader *loader)
{
	for (int i = 0; i < SECTION_SEVEN; i++)
		report_section(loader, &sections[i]);
	report_missing(loader, &loader->plan->object);
}
