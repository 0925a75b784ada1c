/* levels.c - where in the plan a place of its YAML is, and which keys are known
 * there */
#include "load/levels.h"

#include <string.h>

/* The keys of a collection that is the field's value, or lies in it. */
static const struct entity *
keys_within(const struct level *up, bool map)
{
	enum kind kind;

	if (!map || !up->field)
		return NULL;
	kind = up->field->kind;
	if (up->keys)
		return kind == KIND_OBJECT ? up->field->of() : NULL;
	return kind == KIND_MAP || kind == KIND_KEYED || kind == KIND_LIST
		       ? up->field->of()
		       : NULL;
}

void
levels_open(struct levels *levels, bool map, bool flow, uint32_t start)
{
	struct level *up = levels_top(levels);
	struct level level = {.map = map, .flow = flow, .start = start};

	if (levels->depth == 0)
		level.keys = entity_plan();
	else if (!up->map || up->value) /* else it is a key itself */
		level.keys = keys_within(up, map);
	if (!level.keys)
		level.field = up->field;
	up->value = !up->value;
	if (levels->depth <= DEPTH_LIMIT)
		levels->items[++levels->depth] = level;
}

void
levels_close(struct levels *levels)
{
	if (levels->depth)
		levels->depth--;
}

void
levels_scalar(struct levels *levels, const char *text, size_t n,
	      struct span span)
{
	struct level *level = levels_top(levels);

	if (level->map && !level->value) {
		level->key = span.start;
		level->key_end = span.end;
		if (level->keys)
			level->field = entity_field(level->keys, text, n);
	}
	level->value = !level->value;
}

void
levels_note(struct levels *levels, const char *bytes, const struct token *event)
{
	char first = bytes[event->start];

	if (event->kind == EVENT_SCALAR)
		levels_scalar(levels, event->text, event->n,
			      (struct span){event->start, event->end});
	else if (event->kind == EVENT_MAP || event->kind == EVENT_LIST)
		levels_open(levels, event->kind == EVENT_MAP,
			    first == '{' || first == '[', event->start);
	else if (event->kind == EVENT_MAP_END || event->kind == EVENT_LIST_END)
		levels_close(levels);
}
