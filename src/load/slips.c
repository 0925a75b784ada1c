/* slips.c - keys that are not where they belong, or not ended by a colon */
#include <string.h>

#include "load/loader.h"

/* The line that the key begins; false where it begins none. */
static bool
key_line(struct loader *loader, const struct token *key, struct line *line)
{
	const char *bytes = loader->bytes;
	uint32_t start = key->start;

	while (start > 0 && strchr(" -", bytes[start - 1]))
		start--;
	return key->kind == EVENT_SCALAR && key->plain &&
	       (!start || is_break(bytes[start - 1])) &&
	       line_read(bytes, loader->source->n, start, line) &&
	       line->item == key->start && line->key;
}

/* The field of the entity whose key is below the line, or NULL. */
static const struct field *
child_of(struct loader *loader, const struct entity *entity,
	 const struct line *line, struct line *below)
{
	bool found = line->opens &&
		     line_read(loader->bytes, loader->source->n, line->next,
			       below) &&
		     below->key && below->column >= line->inner;

	return found ? entity_field(entity, loader->bytes + below->item,
				    below->key - 1 - below->item)
		     : NULL;
}

/* Where a section that is indented ends: before the next one. */
static uint32_t
section_end(struct loader *loader, const struct line *line)
{
	const char *bytes = loader->bytes;
	uint32_t n = loader->source->n, end = line->start;
	struct line next = *line;

	do
		end = lines_end(bytes, n, end, line->inner, LINES_DEEPER);
	while (line_read(bytes, n, end, &next) && next.column &&
	       !(next.key && entity_field(entity_plan(), bytes + next.item,
					  next.key - 1 - next.item)));
	return end;
}

/* Notes that the line, with what is below it down to a column, is to be passed
 * over; wanted is the column in which it belongs. */
static void
note(struct loader *loader, const struct object *inside, const void *beyond,
     const struct field *field, const struct token *key,
     const struct line *line, uint32_t wanted)
{
	struct slip *last =
		loader->slips_n ? &loader->slips[loader->slips_n - 1] : NULL;
	const char *name = arena_copy(loader->arena, key->text, key->n);
	uint32_t low = wanted < line->inner ? wanted : line->inner;
	struct place place = {.object = &loader->plan->object, .field = field};
	struct slip slip = {.hole = {.start = line->start,
				     .end = field ? section_end(loader, line)
						  : lines_end(loader->bytes,
							      loader->source->n,
							      line->start, low,
							      LINES_DEEPER),
				     .column = wanted},
			    .inside = inside,
			    .beyond = beyond};

	if (last && last->hole.end > line->start)
		return; /* part of it */
	if (last && last->inside == inside && last->beyond == beyond) {
		slip.finding = last->finding;
		finding_relate(loader->findings,
			       &loader->findings->items[slip.finding],
			       token_span(key), name, N_("this one as well"));
	} else {
		slip.finding = loader->findings->n;
		if (!field)
			place = (struct place){.object = (void *)inside,
					       .key = name};
		loader_find(
			loader, TOPIC_document_syntax, token_span(key), &place,
			field ? N_("the section '{key}' is indented too far; "
				   "move it to the left edge, with all that "
				   "belongs to it")
			: wanted < line->inner
				? N_("'{key}' is indented too far; move it to "
				     "the left, with all that belongs to it")
				: N_("'{key}' is not indented far enough; move "
				     "it to the right, with all that belongs "
				     "to it"),
			ARGS(TEXT_ARG("key", name)));
	}
	ARRAY_GROW(loader->slips, loader->slips_n, loader->slips_cap);
	loader->slips[loader->slips_n++] = slip;
}

/* a key of the object that it lacks so far */
static const struct field *
absent_field(const struct object *object, const struct token *key)
{
	const struct field *field =
		entity_field(object_entity(object), key->text, key->n);

	return field && field_mark(object, field)->state == ABSENT ? field
								   : NULL;
}

/* The section of that name, which the plan lacks so far, or NULL. */
static const struct field *
lost_section(struct loader *loader, const struct token *key,
	     const struct line *line)
{
	const struct field *field = absent_field(&loader->plan->object, key);

	return field && kind_shape(field->kind) == SHAPE_KEYS &&
			       (line->opens ||
				loader->bytes[line->value] == '{')
		       ? field
		       : NULL;
}

/* Is what is below the key that of another item? Its key alone is indented too
 * far where the item around has that already. */
static bool
is_item_like(struct loader *loader, const struct object *object,
	     const struct object *item, const struct line *line)
{
	struct line below;
	const struct field *child =
		child_of(loader, object_entity(item), line, &below);

	return child &&
	       (below.column > line->inner ||
		(object == item && field_mark(item, child)->state != ABSENT));
}

/* Does the key belong to an object around? Then as far left as that. */
static bool
too_far(struct loader *loader, struct object *object, const struct token *key,
	const struct line *line)
{
	struct object *root = &loader->plan->object;
	const struct field *section = lost_section(loader, key, line);
	const struct object *item;

	item = object;
	while (item->up && !item->id)
		item = item->up;
	if (item->id && is_item_like(loader, object, item, line)) {
		note(loader, object, item->up, NULL, key, line,
		     column_of(loader->bytes, item->at.key));
		return true;
	}
	if (section && object != root) {
		note(loader, object, root, section, key, line, 0);
		return true;
	}
	for (struct object *up = object->up; up && up != root; up = up->up)
		if (absent_field(up, key)) {
			note(loader, object, up, NULL, key, line,
			     column_of(loader->bytes, up->at.start));
			return true;
		}
	return false;
}

/* the key of the object before that place which was read last */
static const struct field *
field_before(const struct object *object, uint32_t at)
{
	const struct entity *entity = object_entity(object);
	const struct field *best = NULL;
	uint32_t last = 0;

	for (int i = 0; i < entity->n; i++) {
		const struct mark *mark =
			field_mark(object, &entity->fields[i]);

		if (mark->state == ABSENT || mark->key < last ||
		    mark->key >= at)
			continue;
		last = mark->key;
		best = &entity->fields[i];
	}
	return best;
}

/* Does the key belong to the value of the one before it? */
static bool
too_near(struct loader *loader, struct object *object, const struct token *key,
	 const struct line *line)
{
	const struct field *field = field_before(object, key->start);
	enum shape shape = field ? kind_shape(field->kind) : SHAPE_VALUE;
	struct object *value;
	struct line below;
	bool empty, belongs;

	if (shape != SHAPE_KEYS && shape != SHAPE_MAPPING)
		return false;
	value = field_value(object, field);
	empty = value->at.state == BLANK;
	if (field->kind == KIND_OBJECT)
		belongs =
			empty ? entity_field(field->of(), key->text, key->n) !=
					NULL
			      : is_set(&value->at) && absent_field(value, key);
	else if (shape == SHAPE_MAPPING || field->kind == KIND_LIST)
		belongs = empty && shape == SHAPE_MAPPING;
	else
		belongs = child_of(loader, field->of(), line, &below) ||
			  (empty && loader->bytes[line->value] == '{');
	if (!belongs)
		return false;
	note(loader, object, value, NULL, key, line,
	     column_of(loader->bytes, value->at.key) + 2);
	return true;
}

bool
load_misplaced(struct loader *loader, struct object *object,
	       const struct token *key)
{
	struct line line;

	return key_line(loader, key, &line) &&
	       (too_near(loader, object, key, &line) ||
		too_far(loader, object, key, &line));
}

bool
load_misplaced_section(struct loader *loader, const struct place *place,
		       const struct token *key)
{
	struct line line, below;
	const struct mark *map = field_mark(place->object, place->field);
	const struct field *section;

	if (place->field->kind != KIND_MAP || !key_line(loader, key, &line) ||
	    !line.opens || child_of(loader, place->field->of(), &line, &below))
		return false;
	section = lost_section(loader, key, &line);
	if (!section &&
	    !(place->object->up && absent_field(place->object, key)))
		return false;
	note(loader, place->object, map, section, key, &line,
	     section ? 0 : column_of(loader->bytes, map->key));
	return true;
}

void
load_misplaced_item(struct loader *loader, const struct map *map,
		    const struct object *item)
{
	const struct object *before = map->items[map->n - 1];
	const struct token key = {.kind = EVENT_SCALAR,
				  .start = item->at.key,
				  .end = item->at.key +
					 (uint32_t)strlen(item->id),
				  .text = item->id,
				  .n = strlen(item->id),
				  .plain = true};
	struct line line;

	if (item->at.state == BROKEN && key_line(loader, &key, &line) &&
	    !line.opens && absent_field(before, &key))
		note(loader, item->up, before, NULL, &key, &line,
		     column_of(loader->bytes, before->at.start));
}

size_t
slips_cut(struct loader *loader, char *bytes, size_t before)
{
	struct finding *findings = loader->findings->items;

	for (size_t i = 0; i < loader->slips_n; i++) {
		const struct slip *slip = &loader->slips[i];

		if (!i || slip->finding != slip[-1].finding)
			findings[before++] = findings[slip->finding];
		holes_add(&loader->holes, bytes, slip->hole);
	}
	loader->slips_n = 0;
	loader->findings->n = before;
	return before;
}

bool
load_joined(struct loader *loader, const struct place *place,
	    const struct token *key)
{
	size_t n = strcspn(key->text, " :\"'{[");
	const struct field *field =
		entity_field(object_entity(place->object), key->text, n);
	struct place at = {.object = place->object, .field = field};
	struct mark *mark = field ? field_value(place->object, field) : NULL;

	if (!mark || n == key->n || mark->state != ABSENT)
		return false;
	*mark = mark_at(key, key);
	mark->state = BROKEN;
	loader->plan->object.at.part = true;
	loader_find(loader, TOPIC_document_syntax, token_span(key), &at,
		    key->text[n] == ':'
			    ? N_("a ':' needs a space after it; write "
				 "'{key}: ...'")
			    : N_("a ':' and a space are missing after '{key}'; "
				 "write '{key}: ...'"),
		    ARGS(TEXT_ARG("key", field->key)));
	return true;
}
