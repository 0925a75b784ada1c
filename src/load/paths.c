/* paths.c - paths into the plan, followed step by step */
#include <string.h>

#include "load/resolve.h"

/* where a path could not be followed */
struct dead_end {
	char word[128];
	const char *near;
	const struct entity *entity; /* of which an item is missing, or NULL */
	bool no_keys;		     /* behind a value that has no keys */
	/* the items whose name stands in place of an id */
	const struct item_name *named;
	size_t named_n;
};

static void
dead_end_at(struct dead_end *end, const char *text, size_t n)
{
	if (n >= sizeof(end->word))
		n = sizeof(end->word) - 1;
	memcpy(end->word, text, n);
	end->word[n] = '\0';
}

/* Finds an item by its name, where no other has that. */
static struct object *
find_named(struct loader *loader, const struct collections *found,
	   const struct field *field, struct dead_end *end)
{
	const struct collection *in =
		field->kind == KIND_MAP ? collection_of(found, field->of())
					: NULL;

	if (in)
		end->named_n = item_names_find(loader, &in->names, end->word,
					       &end->named);
	return end->named_n == 1 ? end->named->item : NULL;
}

/* Steps from the object to its item or object within, whose name is *text. */
static struct object *
follow_step(struct loader *loader, const struct collections *found,
	    struct object *object, const struct field *field, const char **text,
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
	if (!inner && n < sizeof(end->word))
		inner = find_named(loader, found, field, end);
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
follow(struct loader *loader, const struct collections *found,
       struct path_value *path, struct dead_end *end)
{
	struct object *object = &loader->plan->object;
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
		inner = follow_step(loader, found, object, path->field, &text,
				    end);
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

/* The same of a path that leads somewhere as it looks, which is reported. */
static bool
follow_plain(struct loader *loader, const struct collections *found,
	     const struct pending *pending)
{
	struct path_value *path = pending->value;
	const char *text = path->text;
	const struct token typed = {.kind = EVENT_SCALAR,
				    .start = path->at.start,
				    .end = path->at.end,
				    .text = text,
				    .n = strlen(text)};
	struct token plain = typed;
	uint32_t cp = load_plain(loader, &plain);
	struct dead_end end = {0};

	path->text = plain.text;
	if (cp && follow(loader, found, path, &end) && !end.named_n) {
		load_fix_value(loader,
			       load_strange(loader, &pending->place, &typed,
					    &plain, cp),
			       plain.text, true);
		return true;
	}
	path->text = text;
	return false;
}

struct finding *
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
		ARGS(ITEM_ARG("path", path->text, path->text),
		     TEXT_ARG("word", broken->id),
		     TEXT_ARG("near", broken->near ? broken->near : "")));
}

/* Writes the path anew with the id of the item that was named. */
static void
take_named(struct loader *loader, const struct pending *pending,
	   const struct dead_end *end, struct broken *broken)
{
	struct path_value *path = pending->value;
	struct object *item = end->named->item;
	struct buf buf = {0};

	object_path(&buf, path->to, path->field);
	path->text = arena_take(loader->arena, &buf);
	*broken = (struct broken){.pending = pending,
				  .entity = object_entity(item),
				  .id = object_name(item),
				  .at = &path->at,
				  .named = end->named,
				  .named_n = 1};
}

bool
resolve_path(struct loader *loader, const struct collections *found,
	     const struct pending *pending, struct broken *broken)
{
	struct path_value *path = pending->value;
	struct dead_end end = {0};
	const char *word;

	if (follow(loader, found, path, &end) ||
	    follow_plain(loader, found, pending)) {
		struct object *to = path->to ? path->to : &loader->plan->object;

		/* that of a waiver doesn't count as use of its target */
		if (pending->place.field->kind == KIND_PATHS &&
		    (path->to || path->field))
			to->pathed = true;
		if (end.named_n != 1 || !path->to)
			return true;
		take_named(loader, pending, &end, broken);
		return false;
	}
	path->to = NULL;
	path->field = NULL;
	word = arena_string(loader->arena, end.word);
	*broken = (struct broken){.pending = pending,
				  .entity = end.entity,
				  .id = word,
				  .at = &path->at,
				  .near = end.near,
				  .named = end.named,
				  .named_n = end.named_n > 1 ? end.named_n : 0};
	if (!end.entity)
		broken_mend(loader, report_path(loader, broken), broken,
			    broken);
	return !end.entity;
}
