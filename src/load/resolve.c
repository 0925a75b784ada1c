/* resolve.c - references and paths, once the whole plan is known */
#include <stdlib.h>
#include <string.h>

#include "ces/character.h"
#include "ces/nearest.h"
#include "load/loader.h"

enum {
	COLLECTIONS = 32,   /* the format has fewer */
	NEAREST_LIMIT = 200 /* broken ids for which a near one is looked up */
};

/* which collection holds the items of an entity */
struct collection {
	const struct entity *entity;
	struct map *map;
};

struct collections {
	struct collection items[COLLECTIONS];
	size_t n;
};

static void
find_collections(const struct object *object, struct collections *found)
{
	const struct entity *entity = object_entity(object);

	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];
		struct object *inner = field_value(object, field);

		if (field->kind == KIND_MAP && found->n < COLLECTIONS)
			found->items[found->n++] = (struct collection){
				field->of(), (struct map *)(void *)inner};
		/* an absent object does not know its place yet */
		if (field->kind == KIND_OBJECT && inner->slot)
			find_collections(inner, found);
	}
}

/* NULL: such items have no collection in this plan */
static struct map *
collection_of(const struct collections *found, const struct entity *entity)
{
	for (size_t i = 0; i < found->n; i++)
		if (found->items[i].entity == entity)
			return found->items[i].map;
	return NULL;
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

/* an id that no item of the entity has, and a place that names it: by a
 * reference, or within a path */
struct broken {
	const struct pending *pending;
	const struct entity *entity;
	const char *id;
	const struct mark *at;
	const char *near; /* of a path: the nearest id, or NULL */
};

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

static const struct object *
nearest_item(const struct map *map, const char *id)
{
	struct nearest nearest;

	nearest_start(&nearest, id);
	for (uint32_t i = 0; i < map->n; i++)
		nearest_try(&nearest, map->items[i]->id);
	return nearest.best ? map_find(map, nearest.best) : NULL;
}

static struct span
span_of(const struct mark *mark)
{
	return (struct span){mark->start, mark->end};
}

static struct finding *
report(struct loader *loader, const struct collections *found,
       const struct broken *broken, bool look)
{
	const struct entity *entity = broken->entity;
	const struct map *map = collection_of(found, entity);
	struct buf plain = {0};
	uint32_t cp = token_plain(&plain, broken->id, strlen(broken->id));
	const struct object *same = cp ? map_find(map, buf_text(&plain)) : NULL;
	const struct object *near = same   ? same
				    : look ? nearest_item(map, broken->id)
					   : NULL;
	const struct object *other =
		near ? NULL : find_elsewhere(found, broken->id);
	const struct object *shown = near ? near : other;
	struct finding *finding = loader_find(
		loader, TOPIC_document_undefined_reference, span_of(broken->at),
		&broken->pending->place,
		same	? N_("no {label} has the id '{id}', which contains "
				"{character}, {code}; write '{near}'")
		: near	? N_("no {label} has the id '{id}'; did you mean "
			      "'{near}'?")
		: other ? N_("'{id}' is a {other}, where a {label} is expected")
			: N_("no {label} has the id '{id}'; correct it, or "
			     "add the {label}"),
		ARGS(WORD_ARG("label", entity->label),
		     TEXT_ARG("id", broken->id),
		     TEXT_ARG("near", near ? near->id : ""),
		     WORD_ARG("character", character_name(cp)),
		     TEXT_ARG("code",
			      arena_format(loader->arena, "U+%04X", cp)),
		     WORD_ARG("other",
			      other ? object_entity(other)->label : "")));

	buf_free(&plain);
	if (shown)
		finding_relate(loader->findings, finding,
			       source_token(loader->source, shown->at.key), "",
			       N_("defined here"));
	return finding;
}

/* where a path could not be followed */
struct dead_end {
	char word[128];
	const char *near;
	const struct entity *entity; /* of which an item is missing, or NULL */
	bool no_keys;		     /* behind a value that has no keys */
};

static void
dead_end_at(struct dead_end *end, const char *text, size_t n)
{
	if (n >= sizeof(end->word))
		n = sizeof(end->word) - 1;
	memcpy(end->word, text, n);
	end->word[n] = '\0';
}

/* Steps from the object to its item or object within, whose name is *text. */
static struct object *
follow_step(struct object *object, const struct field *field, const char **text,
	    struct dead_end *end)
{
	struct object *inner = field_value(object, field);
	const struct map *map = (const void *)inner;
	const struct object *near;
	size_t n = strcspn(*text, ".");

	if (field->kind == KIND_OBJECT) {
		dead_end_at(end, field->key, strlen(field->key));
		return inner->slot ? inner : NULL;
	}
	dead_end_at(end, *text, n);
	end->no_keys = field->kind != KIND_MAP && field->kind != KIND_KEYED;
	if (end->no_keys)
		return NULL;
	*text += n;
	inner = n < sizeof(end->word) ? map_find(map, end->word) : NULL;
	if (inner)
		return inner;
	near = nearest_item(map, end->word);
	end->near = near ? near->id : NULL;
	end->entity = *end->word ? field->of() : NULL;
	return NULL;
}

/* Has it a finding already that the key's value is not there? */
static bool
is_reported(const struct object *object, const struct field *field)
{
	const struct mark *mark = field_mark(object, field);
	const struct map *map = (const void *)mark;

	return (field->kind == KIND_MAP && map->at.part) ||
	       mark->state == BROKEN || mark->state == TODO ||
	       (mark->state <= BLANK && field_wanted(object, field) == 2);
}

/* The path leads nowhere where its fault is reported elsewhere. */
static bool
follow(struct object *object, struct path_value *path, struct dead_end *end)
{
	const char *text = path->text;

	for (;;) {
		const struct entity *entity = object_entity(object);
		size_t n = strcspn(text, ".");
		struct object *inner;

		path->field = entity_field(entity, text, n);
		path->to = object->slot ? object : NULL;
		if (!path->field) {
			dead_end_at(end, text, n);
			end->near = entity_nearest(entity, end->word);
			return false;
		}
		text += n;
		if (!*text)
			return true;
		text++;
		inner = follow_step(object, path->field, &text, end);
		if (!inner) {
			bool reported = !end->no_keys &&
					is_reported(object, path->field);

			path->to = NULL;
			path->field = NULL;
			return reported;
		}
		object = inner;
		if (path->field->kind == KIND_OBJECT)
			continue;
		path->to = object;
		path->field = NULL;
		if (!*text)
			return true;
		text++;
	}
}

static struct finding *
report_path(struct loader *loader, const struct broken *broken)
{
	const struct path_value *path = broken->pending->value;

	return loader_find(
		loader, TOPIC_document_undefined_reference, span_of(broken->at),
		&broken->pending->place,
		!*broken->id ? N_("the path '{path}' is incomplete; write one "
				  "like 'channels.phone'")
		: broken->near
			? N_("the path '{path}' leads nowhere: there is no "
			     "'{word}'; did you mean '{near}'?")
			: N_("the path '{path}' leads nowhere: there is no "
			     "'{word}'; write one like 'channels.phone'"),
		ARGS(TEXT_ARG("path", path->text), TEXT_ARG("word", broken->id),
		     TEXT_ARG("near", broken->near ? broken->near : "")));
}

/* Follows the path; false when it names an item that is not there. */
static bool
resolve_path(struct loader *loader, const struct pending *pending,
	     struct broken *broken)
{
	struct path_value *path = pending->value;
	struct dead_end end = {0};
	const char *word;

	if (follow(&loader->plan->object, path, &end)) {
		struct object *to = path->to ? path->to : &loader->plan->object;

		/* that of a waiver doesn't count as use of its target */
		if (pending->place.field->kind == KIND_PATHS &&
		    (path->to || path->field))
			to->pathed = true;
		return true;
	}
	path->to = NULL;
	path->field = NULL;
	word = arena_string(loader->arena, end.word);
	*broken =
		(struct broken){pending, end.entity, word, &path->at, end.near};
	if (!end.entity)
		report_path(loader, broken);
	return !end.entity;
}

/*
 * False when it names an item that is not there, and has no finding for that:
 * it could be read, and the collection too; a plain name of a plan without a
 * directory is none.
 */
static bool
resolve_reference(const struct collections *found,
		  const struct pending *pending, struct broken *broken)
{
	const struct entity *entity = pending->target();
	struct map *map = collection_of(found, entity);
	struct ref_value *ref = pending->value;
	enum kind kind = pending->place.field->kind;
	struct object *item =
		map && is_set(&ref->at) ? map_find(map, ref->id) : NULL;

	if (item) {
		void *to = item;

		memcpy((char *)ref + offsetof(struct ref_value, to), &to,
		       sizeof(to));
		item->named = true;
		return true;
	}
	if (map)
		map->unclear = true;
	*broken = (struct broken){pending, entity, ref->id, &ref->at, NULL};
	return !map || !is_set(&ref->at) || map->at.part ||
	       map->at.state == BROKEN || map->at.state == TODO ||
	       (map->n == 0 &&
		(kind == KIND_NAMED || kind == KIND_NAMEDS || !map->at.state));
}

/* One finding for each id that is missing, with all the places that name it. */
static void
report_all(struct loader *loader, const struct collections *found,
	   struct broken *broken, size_t n)
{
	struct finding *finding = NULL;
	size_t groups = 0;

	if (n)
		qsort(broken, n, sizeof(*broken), compare);
	for (size_t i = 0; i < n; i++) {
		const struct broken *at = &broken[i];

		if (i > 0 && at->entity == at[-1].entity &&
		    !strcmp(at->id, at[-1].id))
			finding_relate(loader->findings, finding,
				       span_of(at->at),
				       place_path(loader, &at->pending->place),
				       N_("used here too"));
		else if (at->pending->target)
			finding = report(loader, found, at,
					 groups++ < NEAREST_LIMIT);
		else
			finding = report_path(loader, at);
	}
}

void
resolve_references(struct loader *loader)
{
	struct collections found = {0};
	struct broken *broken;
	size_t n = 0;

	if (!loader->pending_n)
		return;
	find_collections(&loader->plan->object, &found);
	broken = mem_alloc(loader->pending_n * sizeof(*broken));
	for (size_t i = 0; i < loader->pending_n; i++) {
		const struct pending *pending = &loader->pending[i];

		if (pending->target
			    ? !resolve_reference(&found, pending, &broken[n])
			    : !resolve_path(loader, pending, &broken[n]))
			n++;
	}
	report_all(loader, &found, broken, n);
	free(broken);
}
