/* foreign.c - keys that the format doesn't have, and keys given twice */
#include <string.h>

#include "ces/character.h"
#include "ces/meaning.h"
#include "ces/nearest.h"
#include "ces/synonym.h"
#include "load/loader.h"

void
load_duplicate(struct loader *loader, const struct place *place,
	       const struct token *key, uint32_t first)
{
	const struct field *field = place->field;
	const char *name = arena_copy(loader->arena, key->text, key->n);
	struct finding *finding = loader_find(
		loader, TOPIC_document_duplicate_key, token_span(key), place,
		field && field->former
			? N_("'{name}' is given twice, and '{former}' is an "
			     "older name of it; keep one of the two")
			: N_("'{key}' is given twice; keep one of the two"),
		ARGS(ITEM_ARG("key", name, name),
		     TEXT_ARG("name", field ? field->key : ""),
		     TEXT_ARG("former",
			      field && field->former ? field->former : "")));

	finding_relate(loader->findings, finding,
		       source_token(loader->source, first), finding->path,
		       N_("first here"));
}

/* keys of one mapping that are compared: bounds the quadratic search */
enum { FOREIGN_LIMIT = 256 };

bool
load_foreign_twice(struct loader *loader, const struct place *place,
		   const struct token *key, size_t since)
{
	const struct foreign_key *foreign = loader->foreign;

	for (size_t i = since;
	     i < loader->foreign_n && i < since + FOREIGN_LIMIT; i++)
		if (token_is(key, foreign[i].text)) {
			load_duplicate(loader, place, key, foreign[i].at);
			return true;
		}
	ARRAY_GROW(loader->foreign, loader->foreign_n, loader->foreign_cap);
	loader->foreign[loader->foreign_n++] = (struct foreign_key){
		.text = arena_copy(loader->arena, key->text, key->n),
		.at = key->start};
	return false;
}

void
load_lose_key(struct object *object, const struct field *field)
{
	struct object *inner = field_value(object, field);

	inner->at.state = BROKEN;
	if (field->kind == KIND_OBJECT) {
		inner->up = object;
		inner->slot = field;
	}
}

/* Does it stand in the file, with a value? One that was lost has no place. */
static bool
is_given(const struct mark *mark)
{
	return mark->state != ABSENT && mark->start;
}

/* the key that is meant: by another word, or misspelled; one that is given
 * already only where no other is */
static const struct field *
meant_key(struct loader *loader, const struct object *object, const char *typed)
{
	const struct entity *entity = object_entity(object);
	bool ignored;
	const struct field *field = key_meant(object, typed, &ignored);
	struct nearest nearest;

	for (int given = 0; given < 2 && !field; given++) {
		nearest_start(&nearest, typed);
		for (int i = 0;
		     i < entity->n && loader->findings->n < NEAREST_MOST; i++)
			if (is_given(field_mark(object, &entity->fields[i])) ==
			    given)
				nearest_try(&nearest, entity->fields[i].key);
		if (nearest.best)
			field = entity_field(entity, nearest.best,
					     strlen(nearest.best));
	}
	return field;
}

static const char did_you_mean[] =
	N_("the format has no key '{value}' here; did you mean '{proposal}'?");
static const char given_already[] =
	N_("the format has no key '{value}' here, and '{proposal}' is given "
	   "already; take it out, or begin keys of your own with 'x-'");

/* A key by another word for it, or in another case, is certain, and one that is
 * near, or by a word that may mean another, is a guess. */
static void
offer_key(struct loader *loader, const struct object *object,
	  const struct foreign_key *foreign, const char *typed)
{
	const struct field *meant = foreign->meant;
	bool loose;
	bool certain = (key_meant(object, typed, &loose) == meant && !loose) ||
		       (meant && words_are_same(typed, meant->key));

	if (meant && !is_given(field_mark(object, meant)))
		load_fix_name(loader,
			      &loader->findings->items[foreign->finding],
			      meant->key, certain);
}

void
load_foreign(struct loader *loader, const struct place *place,
	     const struct token *key, uint32_t cp)
{
	struct foreign_key *foreign = &loader->foreign[loader->foreign_n - 1];
	struct token plain = *key;
	const struct field *meant;
	struct place at = *place;
	const char *typed;

	load_plain(loader, &plain);
	at.key = arena_copy(loader->arena, key->text, key->n);
	if (load_joined(loader, place, key) ||
	    load_misplaced(loader, place->object, key))
		return;
	typed = arena_copy(loader->arena, plain.text, plain.n);
	meant = meant_key(loader, place->object, typed);
	foreign->finding = loader->findings->n;
	foreign->meant = meant;
	if (cp) {
		loader_find(
			loader, TOPIC_document_unknown_key, token_span(key),
			&at,
			meant && !is_given(field_mark(place->object, meant))
				? N_("the format has no key '{key}' here, "
				     "which contains {character}, {code}; did "
				     "you mean '{near}'?")
				: N_("the format has no key '{key}' here, "
				     "which contains {character}, {code}; type "
				     "it anew, and indent by plain spaces"),
			ARGS(TEXT_ARG("key", load_shown(loader, key)),
			     TEXT_ARG("near", meant ? meant->key : ""),
			     WORD_ARG("character", character_name(cp)),
			     TEXT_ARG("code", arena_format(loader->arena,
							   "U+%04X", cp))));
		offer_key(loader, place->object, foreign, typed);
		return;
	}
	load_reject(loader, TOPIC_document_unknown_key, &at, key,
		    !meant ? N_("the format has no key '{value}' here; begin "
				"keys of your own with 'x-'")
		    : is_given(field_mark(place->object, meant)) ? given_already
								 : did_you_mean,
		    meant ? meant->key : NULL);
	offer_key(loader, place->object, foreign, typed);
}

/* Keys under another spelling are given, though not read: the slip is the only
 * finding about them, and an error where the key is required. */
void
load_misspelled(struct loader *loader, struct object *object, size_t since)
{
	for (size_t i = since; i < loader->foreign_n; i++) {
		const struct foreign_key *foreign = &loader->foreign[i];
		const struct field *field = foreign->meant;
		struct finding *finding;

		if (!field)
			continue;
		finding = &loader->findings->items[foreign->finding];
		if (is_given(field_mark(object, field))) {
			if (finding->message == did_you_mean)
				finding->message = given_already;
			finding->fix_count = 0;
			continue;
		}
		if (field_wanted(object, field) == 2)
			finding->severity = SEVERITY_ERROR;
		load_lose_key(object, field);
	}
}
