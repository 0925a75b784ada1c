/* names.c - scalars of closed lists and registries: words, codes, zones, ids */
#include <string.h>
#include <strings.h>

#include "ces/nearest.h"
#include "ces/utf8.h"
#include "ces/zone.h"
#include "load/loader.h"

/* contact_reasons.demand: the key as `ces explain` takes it, without ids */
static void
explain_path(struct buf *buf, const struct object *object,
	     const struct field *field)
{
	if (object->slot) {
		explain_path(buf, object->up, object->slot);
		buf_putc(buf, '.');
	}
	buf_puts(buf, field->key);
}

/* the page that lists the words of the key: its own, or the whole catalogue */
static const char *
explain_command(struct loader *loader, const struct place *place)
{
	if (place->field->list == REGISTRY_RULE)
		return "ces explain";
	buf_clear(&loader->scratch);
	buf_puts(&loader->scratch, "ces explain ");
	explain_path(&loader->scratch, place->object, place->field);
	return arena_string(loader->arena, buf_text(&loader->scratch));
}

/* not a word of the list: names the nearest, or the list where it is short */
static void
unknown_word(struct loader *loader, const struct place *place,
	     const struct token *event, const char *const *words, size_t n)
{
	const char *value = load_shown(loader, event);
	bool few = n <= 12, codes = place->field->kind == KIND_CODE ||
				    place->field->kind == KIND_CODES;
	/* two letters are as near to any other two */
	const char *near = event->n > 2 ? nearest_of(value, words, n) : NULL;

	/* of three the first must agree: KRW is no slip for RON */
	if (near && place->field->kind == KIND_CODE &&
	    strncasecmp(near, value, 1) != 0)
		near = NULL;
	loader_find(
		loader, TOPIC_document_unknown_word, token_span(event), place,
		few && near ? N_("'{value}' is not one of {words}; did you "
				 "mean '{near}'?")
		: few	    ? N_("'{value}' is not one of {words}")
		: near	? N_("'{value}' is not {type}; did you mean '{near}'?")
		: codes ? N_("'{value}' is not {type}")
			: N_("'{value}' is not {type}; '{command}' lists "
			     "them"),
		ARGS(TEXT_ARG("value", value),
		     TEXT_ARG("words", few ? word_list(loader, words, n) : ""),
		     TEXT_ARG("near", near ? near : ""),
		     WORD_ARG("type", few ? "" : load_expected(loader, place)),
		     TEXT_ARG("command", explain_command(loader, place))));
}

bool
read_flag(struct loader *loader, const struct place *place,
	  const struct token *event, struct flag_value *value)
{
	static const char *const words[] = {"true", "false", "yes",
					    "no",   "on",    "off"};
	size_t i;

	for (i = 0; i < 6; i++)
		if (event->n == strlen(words[i]) &&
		    !strncasecmp(event->text, words[i], event->n))
			break;
	if (i == 6) {
		load_wrong_type(loader, place, event, &value->at);
		return false;
	}
	value->on = i % 2 == 0;
	if (i >= 2)
		loader_find(
			loader, TOPIC_document_yes_no, token_span(event), place,
			N_("'{value}' is read as '{flag}' here, but not by "
			   "every YAML parser; write '{flag}'"),
			ARGS(TEXT_ARG("value", load_shown(loader, event)),
			     TEXT_ARG("flag", value->on ? "true" : "false")));
	return true;
}

/* NULL where there is none of that name */
static const struct zone *
find_zone(struct loader *loader, const char *name)
{
	struct read_zone *found = loader->zones;
	const struct zone *zone;

	while (found && strcmp(found->name, name) != 0)
		found = found->next;
	if (found)
		return found->zone;
	zone = zone_read(loader->arena, name);
	if (!zone)
		return NULL;
	found = arena_alloc(loader->arena, sizeof(*found));
	*found = (struct read_zone){name, zone, loader->zones};
	loader->zones = found;
	return zone;
}

bool
read_zone(struct loader *loader, const struct place *place,
	  const struct token *event, struct zone_value *value)
{
	char near[ZONE_NAME_SIZE];
	const char *given;
	bool found;

	value->text = arena_copy(loader->arena, event->text, event->n);
	value->zone = find_zone(loader, value->text);
	if (value->zone)
		return true;
	given = load_shown(loader, event);
	found = zone_nearest(value->text, near);
	loader_find(
		loader, TOPIC_document_bad_timezone, token_span(event), place,
		found ? N_("'{value}' is not a time zone; did you mean "
			   "'{near}'?")
		      : N_("'{value}' is not a time zone; write its "
			   "Area/City, like Europe/London, or UTC"),
		ARGS(TEXT_ARG("value", given),
		     TEXT_ARG("near",
			      found ? arena_string(loader->arena, near) : "")));
	return false;
}

bool
read_code(struct loader *loader, const struct place *place,
	  const struct token *event, struct text_value *value)
{
	enum code_list list = (enum code_list)place->field->list;
	const char *const *codes;
	size_t n;

	value->text = arena_copy(loader->arena, event->text, event->n);
	if (code_known(list, value->text))
		return true;
	codes = code_list(loader->arena, list, &n);
	unknown_word(loader, place, event, codes, n);
	return false;
}

bool
read_choice(struct loader *loader, const struct place *place,
	    const struct token *event, int list, struct word_value *value)
{
	const struct choices *words = &choices[list];

	for (value->word = 0; value->word < words->n; value->word++)
		if (token_is(event, words->words[value->word]))
			return true;
	unknown_word(loader, place, event, words->words, (size_t)words->n);
	return false;
}

/* the names of the registry, in the arena */
static const char *const *
registry_names(struct loader *loader, enum registry registry, size_t *n)
{
	const char **names = NULL, *name, *text;
	size_t cap = 0;

	for (*n = 0; (name = registry_name(registry, (int)*n, &text));) {
		ARRAY_GROW(names, *n, cap);
		names[(*n)++] = name;
	}
	return arena_keep(loader->arena, names, *n * sizeof(*names));
}

bool
read_lookup(struct loader *loader, const struct place *place,
	    const struct token *event, struct lookup_value *value)
{
	enum registry registry = (enum registry)place->field->list;
	const char *const *names;
	size_t n;

	value->text = arena_copy(loader->arena, event->text, event->n);
	value->index = registry_find(registry, value->text);
	/* an unknown rule of a waiver is waivers/invalid's */
	if (value->index >= 0 ||
	    (registry == REGISTRY_RULE && place->field->kind == KIND_LOOKUP))
		return true;
	names = registry_names(loader, registry, &n);
	unknown_word(loader, place, event, names, n);
	return false;
}

const char *
load_id(struct loader *loader, const struct place *place,
	const struct token *event)
{
	const char *id = arena_copy(loader->arena, event->text, event->n);
	struct place at = *place;
	uint32_t cp;
	bool good = event->n > 0;

	for (size_t i = 0; i < event->n && good;) {
		size_t n = utf8_decode(event->text + i, event->n - i, &cp);

		good = n && utf8_is_id_char(cp);
		i += n ? n : 1;
	}
	if (good)
		return id;
	at.key = id;
	if (event->n && utf8_is_invisible(cp))
		loader_find(loader, TOPIC_document_bad_id, token_span(event),
			    &at,
			    N_("'{id}' can't be an id: it contains the "
			       "invisible character {code}; remove it"),
			    ARGS(TEXT_ARG("id", load_shown(loader, event)),
				 TEXT_ARG("code", arena_format(loader->arena,
							       "U+%04X", cp))));
	else
		loader_find(loader, TOPIC_document_bad_id, token_span(event),
			    &at,
			    N_("'{id}' can't be an id; use letters, digits, "
			       "'-' and '_'"),
			    ARGS(TEXT_ARG("id", load_shown(loader, event))));
	return id;
}
