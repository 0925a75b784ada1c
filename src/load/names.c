/* names.c - scalars of closed lists and registries: words, codes, zones */
#include <string.h>
#include <strings.h>

#include "ces/nearest.h"
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
static bool
unknown_word(struct loader *loader, const struct place *place,
	     const struct token *event, enum kind kind, int list)
{
	const char *value = load_shown(loader, event), *word;
	struct nearest nearest;
	struct finding *finding;
	struct guess meant = load_guess(loader, place, event);
	size_t n = 0;
	bool few, certain;

	if (meant.other)
		return load_offer(loader, TOPIC_document_unknown_word, place,
				  event, meant);
	nearest_start(&nearest, value);
	for (; (word = list_word(kind, list, n)); n++)
		nearest_try(&nearest, word);
	/* two letters are as near to any other two; of three the first must
	 * agree: KRW is no slip for RON */
	if (event->n <= 2 || (nearest.best && place->field->kind == KIND_CODE &&
			      strncasecmp(nearest.best, value, 1) != 0))
		nearest.best = NULL;
	if (meant.text)
		nearest.best = meant.text;
	few = n <= FEW_WORDS;
	finding = loader_find(
		loader, TOPIC_document_unknown_word, token_span(event), place,
		few && nearest.best
			? N_("'{value}' is not one of {words}; did you mean "
			     "'{near}'?")
		: few ? N_("'{value}' is not one of {words}")
		: nearest.best
			? N_("'{value}' is not {type}; did you mean '{near}'?")
		: kind == KIND_CODE ? N_("'{value}' is not {type}")
				    : N_("'{value}' is not {type}; '{command}' "
					 "lists them"),
		ARGS(TEXT_ARG("value", value),
		     few ? words_arg(loader->arena, "words", kind, list)
			 : (struct arg)TEXT_ARG("words", ""),
		     TEXT_ARG("near", nearest.best ? nearest.best : ""),
		     load_type_arg(loader, place),
		     TEXT_ARG("command", explain_command(loader, place))));
	certain = meant.text && !meant.loose;
	if (nearest.best && place->field->kind == KIND_KEYED)
		load_fix_name(loader, finding, nearest.best, certain);
	else if (nearest.best)
		load_fix_value(loader, finding, nearest.best, certain);
	return false;
}

bool
read_flag(struct loader *loader, const struct place *place,
	  const struct token *event, struct flag_value *value)
{
	static const char *const words[] = {"true", "false", "yes",
					    "no",   "on",    "off"};
	struct finding *finding;
	size_t i;

	for (i = 0; i < 6; i++)
		if (event->n == strlen(words[i]) &&
		    !strncasecmp(event->text, words[i], event->n))
			break;
	if (i == 6)
		return load_wrong_type(loader, place, event, &value->at);
	value->on = i % 2 == 0;
	if (i >= 2) {
		finding = loader_find(
			loader, TOPIC_document_yes_no, token_span(event), place,
			N_("'{value}' is read as '{flag}' here, but not by "
			   "every YAML parser; write '{flag}'"),
			ARGS(TEXT_ARG("value", load_shown(loader, event)),
			     TEXT_ARG("flag", value->on ? "true" : "false")));
		load_fix_value(loader, finding, value->on ? "true" : "false",
			       true);
	}
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

	value->text = arena_copy(loader->arena, event->text, event->n);
	value->zone = find_zone(loader, value->text);
	if (value->zone)
		return true;
	if (zone_nearest(value->text, near)) {
		const char *zone = arena_string(loader->arena, near);

		load_reject(loader, TOPIC_document_bad_timezone, place, event,
			    N_("'{value}' is not a time zone; did you "
			       "mean '{proposal}'?"),
			    zone);
		load_fix_value(loader, loader_last(loader), zone, false);
		return false;
	}
	return load_reject(loader, TOPIC_document_bad_timezone, place, event,
			   N_("'{value}' is not a time zone; write its "
			      "Area/City, like Europe/London, or UTC"),
			   NULL);
}

/* languages whose code is taken for that of a country where another is spoken;
 * NULL: everywhere */
static const struct mistaken {
	const char *code, *country, *meant, *message;
} mistaken[] = {
	{"kr", NULL, "ko", N_("'{value}' is Kanuri; Korean is '{proposal}'")},
	{"se", "SE", "sv",
	 N_("'{value}' is Northern Sami; Swedish is '{proposal}'")},
	{"ee", "EE", "et", N_("'{value}' is Ewe; Estonian is '{proposal}'")},
	{"si", "SI", "sl",
	 N_("'{value}' is Sinhala; Slovenian is '{proposal}'")},
	{"br", "BR", "pt-BR",
	 N_("'{value}' is Breton; Brazilian Portuguese is '{proposal}'")},
	{"my", "MY", "ms", N_("'{value}' is Burmese; Malay is '{proposal}'")},
};

static void
check_language(struct loader *loader, const struct place *place,
	       const struct token *event)
{
	const struct text_value *country = &loader->plan->plan.country;

	for (size_t i = 0; i < sizeof(mistaken) / sizeof(*mistaken); i++) {
		const struct mistaken *row = &mistaken[i];

		if (token_is(event, row->code) &&
		    (!row->country || (is_set(&country->at) &&
				       !strcmp(country->text, row->country)))) {
			load_reject(loader, TOPIC_document_language, place,
				    event, row->message, row->meant);
			load_fix_value(loader, loader_last(loader), row->meant,
				       false);
		}
	}
}

bool
read_code(struct loader *loader, const struct place *place,
	  const struct token *event, struct text_value *value)
{
	int list = place->field->list;

	value->text = arena_copy(loader->arena, event->text, event->n);
	if (!code_known((enum code_list)list, value->text))
		return unknown_word(loader, place, event, KIND_CODE, list);
	if (list == CODE_LANGUAGE)
		check_language(loader, place, event);
	return true;
}

bool
read_word(struct loader *loader, const struct place *place,
	  const struct token *event, struct word_value *value)
{
	int list = place->field->kind == KIND_WORDMAP ? place->field->values
						      : place->field->list;
	const struct choices *words = &choices[list];

	for (value->word = 0; value->word < words->n; value->word++)
		if (token_is(event, words->words[value->word]))
			return true;
	return unknown_word(loader, place, event, KIND_WORD, list);
}

bool
read_lookup(struct loader *loader, const struct place *place,
	    const struct token *event, struct lookup_value *value)
{
	enum registry registry = (enum registry)place->field->list;

	value->text = arena_copy(loader->arena, event->text, event->n);
	value->index = registry_find(registry, value->text);
	/* an unknown rule of a waiver is waivers/invalid's */
	return value->index >= 0 ||
	       (registry == REGISTRY_RULE &&
		place->field->kind == KIND_LOOKUP) ||
	       unknown_word(loader, place, event, KIND_LOOKUP, (int)registry);
}
