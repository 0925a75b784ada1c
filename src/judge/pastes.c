/* pastes.c - YAML to paste: what findings offer, laid out as the file is */
#include <stdlib.h>
#include <string.h>

#include "judge/judge.h"

/* where new lines go: behind the keys of an object, or the items of a map */
struct spot {
	const struct object *object; /* NULL: a map */
	const struct map *map;
	const struct mark *at;
	const char *rest;	   /* the path from there */
	const struct field *field; /* of its first key, or NULL */
	const char *there; /* its first key, where the file has that, with a
			      value or without; else NULL */
};

/* --- places in the file --------------------------------------------------- */

/* first byte of the value, behind its anchor */
static uint32_t
value_start(const struct source *source, uint32_t at)
{
	const char *s = source->bytes;

	if (s[at] == '&') {
		at += (uint32_t)strcspn(s + at, " \r\n");
		at += (uint32_t)strspn(s + at, " \r\n");
	}
	return at;
}

/* indentation of a key, behind the '-' of its item */
static size_t
key_column(const struct source *source, uint32_t key)
{
	const char *s = source->bytes;
	uint32_t at = key;

	while (at > 0 && (s[at - 1] == ' ' || s[at - 1] == '-'))
		at--;
	return key - at;
}

/* the first of the keys; UINT32_MAX where there is none */
static uint32_t
first_key(const struct object *object)
{
	const struct entity *entity = object_entity(object);
	uint32_t first = UINT32_MAX;

	for (int i = 0; i < entity->n; i++) {
		const struct mark *mark =
			field_mark(object, &entity->fields[i]);

		/* those of keys that were lost have no place */
		if (mark->state != ABSENT && mark->key >= object->at.start &&
		    mark->key < first)
			first = mark->key;
	}
	return first;
}

static size_t
indent_of(const struct source *source, const struct spot *spot)
{
	uint32_t key = spot->object ? first_key(spot->object)
				    : spot->map->items[0]->at.key;

	return key == UINT32_MAX ? 0 : key_column(source, key);
}

/* by how much the file indents, as the first section shows */
static size_t
step_of(const struct review *review)
{
	const struct object *root = &review->plan->object;
	const struct entity *entity = object_entity(root);

	for (int i = 0; i < entity->n; i++) {
		const struct object *inner =
			field_value(root, &entity->fields[i]);
		const struct map *map = (const void *)inner;
		uint32_t key = UINT32_MAX;

		if (!is_set(&inner->at))
			continue;
		if (entity->fields[i].kind == KIND_OBJECT)
			key = first_key(inner);
		else if (entity->fields[i].kind == KIND_MAP && map->n)
			key = map->items[0]->at.key;
		if (key != UINT32_MAX && key_column(&review->source, key))
			return key_column(&review->source, key);
	}
	return 2;
}

/* --- where a path leads --------------------------------------------------- */

static bool
enter_object(struct spot *spot, const struct object *object)
{
	if (!object)
		return false;
	spot->object = object;
	spot->map = NULL;
	spot->at = &object->at;
	return true;
}

/* the entry of a list, "[3]"; NULL */
static const struct object *
list_entry(const struct list *list, const char *step)
{
	size_t i = *step == '[' ? strtoul(step + 1, NULL, 10) : list->n;

	return i < list->n ? list->items[i] : NULL;
}

/* Goes on where the plan has what the key leads to; *n is the length of the
 * step. */
static bool
take_key(struct spot *spot, const char *step, size_t *n)
{
	const struct field *field =
		entity_field(object_entity(spot->object), step, *n);
	const void *value = field ? field_value(spot->object, field) : NULL;
	const struct mark *mark = value;

	if (!mark || !is_set(mark))
		return false;
	switch (field->kind) {
	case KIND_OBJECT:
		return enter_object(spot, value);
	case KIND_LIST:
		step += *n;
		*n += strcspn(step, ".");
		return enter_object(spot, list_entry(value, step));
	case KIND_MAP:
	case KIND_KEYED:
		spot->object = NULL;
		spot->map = value;
		spot->at = mark;
		return spot->map->n > 0;
	default:
		return false;
	}
}

static bool
take_step(struct review *review, struct spot *spot, const char *step, size_t *n)
{
	if (spot->object)
		return take_key(spot, step, n);
	return enter_object(spot, map_find(spot->map, arena_copy(&review->arena,
								 step, *n)));
}

/* the key there, as the file has it; NULL where it hasn't */
static const char *
key_there(const struct review *review, const struct spot *spot)
{
	const struct source *source = &review->source;
	const struct field *field = spot->field;
	const struct mark *mark =
		field ? field_mark(spot->object, field) : NULL;

	if (!mark || mark->state == ABSENT)
		return NULL;
	return field->former && !strncmp(source->bytes + mark->key,
					 field->former, strlen(field->former))
		       ? field->former
		       : field->key;
}

static struct spot
find_spot(struct review *review, const char *path)
{
	struct spot spot = {0}, next;
	size_t n;

	enter_object(&spot, &review->plan->object);
	for (next = spot; *path; path += n + (path[n] == '.')) {
		n = strcspn(path, ".[");
		spot = next;
		spot.rest = path;
		if (!path[n] || !take_step(review, &next, path, &n))
			break;
	}
	if (spot.object)
		spot.field = entity_field(object_entity(spot.object), spot.rest,
					  strcspn(spot.rest, ".["));
	spot.there = key_there(review, &spot);
	return spot;
}

/* --- printing ------------------------------------------------------------- */

static void
print_block(struct buf *buf, const struct content *content, size_t indent,
	    size_t step)
{
	const struct yaml_layout layout = {
		.indent = indent, .step = step, .eol = "\n"};

	buf_fill(buf, ' ', indent);
	content_write(buf, content, &layout);
	buf_putc(buf, '\n');
}

/* Behind the other entries, or in place of one that is there. */
static void
print_in_braces(struct buf *buf, const struct source *source,
		const struct spot *spot, const struct content *content)
{
	const struct yaml_layout layout = {.flow = true};
	uint32_t end = spot->at->end - 1;

	while (end > 0 && strchr(" \r\n", source->bytes[end - 1]))
		end--;
	if (!spot->there && !strchr("{,", source->bytes[end - 1]))
		buf_puts(buf, ", ");
	entries_write(buf, content, &layout, ", ");
	buf_putc(buf, '\n');
}

static void
print_place(const struct review *review, struct buf *buf,
	    const struct spot *spot, const char *path, bool braces,
	    size_t indent)
{
	int n = (int)(spot->rest - path);
	struct buf holder = {0};

	if (spot->there || braces || spot->map)
		buf_fill(buf, ' ', indent);
	buf_add(&holder, path, (size_t)(spot->there || !n ? n : n - 1));
	buf_puts(&holder, spot->there ? spot->there : "");
	message_fill(buf, review->language,
		     spot->there ? N_("# in place of '{path}':\n")
		     : braces && holder.n
			     ? N_("# before the '}' of '{path}':\n")
		     : braces	 ? N_("# before the '}' of 'the plan':\n")
		     : spot->map ? N_("# under {path}:\n")
				 : "{nothing}",
		     ARGS(TEXT_ARG("nothing", ""),
			  TEXT_ARG("path", buf_text(&holder))));
	buf_free(&holder);
}

/* Does it change one entry of a mapping that has others? In its place, they
 * would be lost. */
static bool
is_entry(const struct spot *spot)
{
	return spot->there && strchr(spot->rest, '.') &&
	       kind_shape(spot->field->kind) == SHAPE_MAPPING &&
	       field_mark(spot->object, spot->field)->state != BLANK;
}

/* Prints changes that lead to one place, and returns how many; 0: none can be
 * shown as lines. */
static size_t
print(struct review *review, struct buf *buf, const struct change *changes,
      size_t n, size_t step)
{
	struct spot spot = find_spot(review, changes->path), next = spot;
	struct content content = {.kind = CONTENT_MAP}, *at;
	const struct source *source = &review->source;
	char sign = source->bytes[value_start(source, spot.at->start)];
	size_t indent, i = 0;

	/* the item is there, but can't be read */
	if (spot.map && changes->kind == CHANGE_VALUE) {
		if (strchr(spot.rest, '.'))
			return 0;
		spot.there = next.there = spot.rest;
	}
	while (i < n && next.at == spot.at && next.there == spot.there) {
		if (changes[i].kind == CHANGE_NAME ||
		    changes[i].kind == CHANGE_REMOVAL ||
		    strchr(next.rest, '[') || !strncmp(next.rest, "x-", 2) ||
		    is_entry(&next))
			return 0;
		at = content_at(&review->arena, &content, next.rest);
		if (!at)
			return 0;
		*at = changes[i].content;
		if (next.field && at->kind == CONTENT_TEXT)
			at->plain |= field_is_plain(next.field, at->text);
		if (spot.there)
			content.keys[0] = spot.there;
		if (++i < n)
			next = find_spot(review, changes[i].path);
	}
	if (sign == '*') /* the keys stand elsewhere */
		return 0;
	indent = sign == '{' ? 0 : indent_of(source, &spot);
	print_place(review, buf, &spot, changes->path, sign == '{', indent);
	if (sign == '{')
		print_in_braces(buf, source, &spot, &content);
	else
		print_block(buf, &content, indent, step);
	return i;
}

static const char *
paste_of(struct review *review, const struct finding *finding, size_t step)
{
	struct buf buf = {0};
	size_t i = 0, n;

	while (i < finding->fix_count) {
		n = print(review, &buf, &finding->fix[i],
			  finding->fix_count - i, step);
		if (!n) {
			buf_free(&buf);
			return NULL;
		}
		i += n;
	}
	return buf.n ? arena_take(&review->arena, &buf) : NULL;
}

void
pastes_print(struct review *review)
{
	size_t step = step_of(review);

	for (size_t i = 0; i < review->findings.n; i++) {
		struct finding *finding = &review->findings.items[i];

		finding->paste = paste_of(review, finding, step);
	}
}
