/* broken.c - references and paths that lead nowhere, and what they may mean */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "ces/character.h"
#include "ces/nearest.h"
#include "load/resolve.h"

enum { NEAREST_LIMIT = 200 }; /* broken ids for which a near one is looked up */

/* by id, references before paths, then in the order of the file */
static int
compare(const void *pa, const void *pb)
{
	const struct broken *a = pa, *b = pb;
	int order;

	if (a->entity != b->entity)
		return strcmp(a->entity->name, b->entity->name);
	order = strcmp(a->id, b->id);
	if (order)
		return order;
	if (!a->pending->target != !b->pending->target)
		return a->pending->target ? -1 : 1;
	return a->at->start < b->at->start ? -1 : a->at->start > b->at->start;
}

bool
is_plain_name(const char *text)
{
	return text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-_")];
}

static void
relate_item(struct loader *loader, struct finding *finding,
	    const struct object *item)
{
	finding_relate(loader->findings, finding,
		       source_token(loader->source, item->at.key), "",
		       N_("defined here"));
}

/* the name of one item, which is taken, or of several */
static struct finding *
report_named(struct loader *loader, const struct broken *broken)
{
	const struct object *item = broken->named->item;
	bool one = broken->named_n == 1;
	struct finding *finding = loader_find(
		loader,
		one ? TOPIC_document_name_for_id
		    : TOPIC_document_undefined_reference,
		span_of(broken->at), &broken->pending->place,
		one ? N_("'{name}' is a name and is taken for the {label} "
			 "'{id}'; write the id, which stays when the name "
			 "changes")
		    : N_("'{name}' is the name of more than one {label}; write "
			 "the id of the one that is meant: '{id}' or "
			 "'{other}'"),
		ARGS(TEXT_ARG("name", broken->id),
		     WORD_ARG("label", broken->entity->label),
		     TEXT_ARG("id", item->id),
		     TEXT_ARG("other", one ? "" : broken->named[1].item->id)));

	for (size_t i = 0; i < broken->named_n; i++)
		relate_item(loader, finding, broken->named[i].item);
	return finding;
}

/* taken for the item that it looks like */
static struct finding *
report_alike(struct loader *loader, const struct broken *broken)
{
	const char *id = broken->alike->id;
	const struct token typed = {.start = broken->at->start,
				    .end = broken->at->end,
				    .text = broken->id,
				    .n = strlen(broken->id)};
	const struct token plain = {.text = id, .n = strlen(id)};
	struct finding *finding =
		load_strange(loader, &broken->pending->place, &typed, &plain,
			     broken->character);

	relate_item(loader, finding, broken->alike);
	return finding;
}

/* an item of that id in another collection */
static const struct object *
find_elsewhere(const struct collections *found, const char *id)
{
	for (size_t i = 0; i < found->n; i++) {
		const struct object *item = map_find(found->items[i].map, id);

		if (item)
			return item;
	}
	return NULL;
}

const struct object *
nearest_item(const struct map *map, const char *id)
{
	const struct object *found = NULL;
	struct nearest nearest;

	nearest_start(&nearest, id);
	for (uint32_t i = 0; i < map->n; i++) {
		size_t before = nearest.distance;

		nearest_try(&nearest, map->items[i]->id);
		nearest_try(&nearest, object_name(map->items[i]));
		if (nearest.distance < before)
			found = map->items[i];
	}
	return found;
}

/* the item whose id has the same picture, but for such characters */
static const struct object *
find_picture(const struct map *map, const char *id, uint32_t *cp)
{
	struct buf picture = {0}, other = {0};
	const struct object *found = NULL;

	token_plain(&picture, id, strlen(id));
	for (uint32_t i = 0; i < map->n && !found; i++) {
		const char *at = map->items[i]->id;

		buf_clear(&other);
		*cp = token_plain(&other, at, strlen(at));
		if (*cp && !strcmp(buf_text(&other), buf_text(&picture)))
			found = map->items[i];
	}
	buf_free(&picture);
	buf_free(&other);
	return found;
}

static bool
joins(const char *word)
{
	static const char *const words[] = {"and", "und", "y", "e",
					    "et",  "or",  "o", "oder"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (!strcasecmp(word, words[i]))
			return true;
	return false;
}

/* "phone, chat" for 'phone; chat' or 'phone and chat', all of which are ids;
 * NULL where they aren't, or where there is one only */
static const char *
several(struct arena *arena, const struct map *map, const char *id)
{
	char *copy = arena_copy(arena, id, strlen(id)), *rest;
	struct buf buf = {0};
	int n = 0;

	for (char *word = strtok_r(copy, " ;,/&+|", &rest); word;
	     word = strtok_r(NULL, " ;,/&+|", &rest)) {
		if (map_find(map, word)) {
			buf_printf(&buf, "%s%s", n++ ? ", " : "", word);
		} else if (!joins(word)) {
			n = 0;
			break;
		}
	}
	if (n > 1)
		return arena_take(arena, &buf);
	buf_free(&buf);
	return NULL;
}

/*
 * Where plain names are allowed, one that the directory lacks is no error: else
 * the directory's first entry would make errors of all the others.
 */
static struct finding *
report(struct loader *loader, const struct collections *found,
       struct broken *broken, bool look)
{
	const struct entity *entity = broken->entity;
	const struct collection *in = collection_of(found, entity);
	uint32_t cp = 0;
	const struct object *same =
		look ? find_picture(in->map, broken->id, &cp) : NULL;
	enum kind kind = broken->pending->place.field->kind;
	const char *list = look && (kind == KIND_REFS || kind == KIND_NAMEDS)
				   ? several(loader->arena, in->map, broken->id)
				   : NULL;
	const struct object *near = same   ? same
				    : list ? NULL
				    : look ? nearest_item(in->map, broken->id)
					   : NULL;
	const struct object *other =
		near || list ? NULL : find_elsewhere(found, broken->id);
	const struct object *shown = near ? near : other;
	bool name = is_plain_name(broken->id);
	bool own = !strncmp(broken->id, "x-", 2);
	bool missing = !same && !list &&
		       (kind == KIND_NAMED || kind == KIND_NAMEDS) && name &&
		       (!near || strchr(broken->id, ' '));
	struct finding *finding = loader_find(
		loader, TOPIC_document_undefined_reference, span_of(broken->at),
		&broken->pending->place,
		same ? N_("no {label} has the id '{id}', for '{near}' contains "
			  "{character}, {code}; write the two alike")
		: list ? N_("'{id}' is more than one {label}; separate them by "
			    "commas: {list}")
		: own  ? N_("no {label} has the id '{id}', for ids that begin "
			     "with 'x-' are keys of your own; give the {label} "
			     "another id")
		: near && name ? N_("no {label} has the id or the name "
				    "'{id}'; did you mean '{near}'?")
		: near	? N_("no {label} has the id '{id}'; did you mean "
			      "'{near}'?")
		: other ? N_("'{id}' is a {other}, where a {label} is expected")
		: missing ? N_("no {label} of `{key}` has the name '{id}'; add "
			       "the {label} there, or correct the name")
			  : N_("no {label} has the id '{id}'; correct it, or "
			       "add the {label}"),
		ARGS(WORD_ARG("label", entity->label),
		     ITEM_ARG("id", broken->id, broken->id),
		     TEXT_ARG("key", in->key),
		     TEXT_ARG("near", near ? near->id : ""),
		     TEXT_ARG("list", list ? list : ""),
		     WORD_ARG("character", character_name(cp)),
		     TEXT_ARG("code",
			      arena_format(loader->arena, "U+%04X", cp)),
		     WORD_ARG("other",
			      other ? object_entity(other)->label : "")));

	if (near && (same || !own))
		broken->near = near->id;
	if (list && broken->pending->place.element)
		load_fix_element(loader, finding, &broken->pending->place, list,
				 true);
	if (missing)
		finding->severity = SEVERITY_WARNING;
	if (shown)
		relate_item(loader, finding, shown);
	return finding;
}

/* The id in place of a name makes a character in the name no matter. */
static void
drop_character(struct findings *findings, const struct mark *at)
{
	for (size_t i = 0; i < findings->n && findings->n < NEAREST_MOST; i++) {
		struct finding *finding = &findings->items[i];

		if (finding->topic != &topics[TOPIC_document_character] ||
		    finding->span.start != at->start ||
		    finding->span.end != at->end)
			continue;
		findings->n--;
		memmove(finding, finding + 1,
			(findings->n - i) * sizeof(*finding));
		return;
	}
}

/* The path with another word in the place of one step; NULL where that step
 * can't be told. */
static const char *
path_with(struct arena *arena, const char *path, const char *word,
	  const char *other)
{
	const char *at = strstr(path, word);
	size_t n = strlen(word);

	if (!at || !n || strstr(at + 1, word) || (at > path && at[-1] != '.') ||
	    (at[n] && at[n] != '.'))
		return NULL;
	return arena_format(arena, "%.*s%s%s", (int)(at - path), path, other,
			    at + n);
}

void
broken_mend(struct loader *loader, struct finding *finding,
	    const struct broken *first, const struct broken *broken)
{
	bool sure = first->named_n == 1 || first->alike;
	const char *text = first->named_n == 1 ? first->named->item->id
			   : first->alike      ? first->alike->id
					       : first->near;

	if (text && !broken->pending->target) {
		const struct path_value *path = broken->pending->value;

		text = broken->named_n == 1
			       ? path->text
			       : path_with(loader->arena, path->text,
					   broken->id, text);
	}
	if (text)
		load_fix_reference(loader, finding, &broken->pending->place,
				   broken->at, text, sure);
}

void
broken_report(struct loader *loader, const struct collections *found,
	      struct broken *broken, size_t n)
{
	const struct broken *first = NULL;
	struct finding *finding = NULL;
	size_t groups = 0;

	if (n)
		qsort(broken, n, sizeof(*broken), compare);
	for (size_t i = 0; i < n; i++) {
		struct broken *at = &broken[i];
		bool again = first && at->entity == first->entity &&
			     !strcmp(at->id, first->id);

		if (at->named_n == 1)
			drop_character(loader->findings, at->at);
		first = again ? first : at;
		if (again)
			finding_relate(loader->findings, finding,
				       span_of(at->at),
				       place_path(loader, &at->pending->place),
				       N_("used here too"));
		else if (at->named_n)
			finding = report_named(loader, at);
		else if (at->alike)
			finding = report_alike(loader, at);
		else if (at->pending->target)
			finding = report(loader, found, at,
					 groups++ < NEAREST_LIMIT);
		else
			finding = report_path(loader, at);
		broken_mend(loader, finding, first, at);
	}
}
