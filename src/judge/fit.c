/* fit.c - what findings offer, indented or in braces as the file has it */
#include <string.h>

#include "judge/judge.h"

/* where lines are pasted: behind the keys of an object, or the items of a map
 */
struct spot {
	const struct object *object; /* NULL: a map */
	const struct map *map;
	const struct mark *at;
	const char *path;
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
		else if (entity->fields[i].kind == KIND_MAP)
			key = map->items[0]->at.key;
		if (key != UINT32_MAX && key_column(&review->source, key))
			return key_column(&review->source, key);
	}
	return 2;
}

/* indentation of the object's keys in what is offered */
static size_t
offered_indent(const struct object *object)
{
	size_t indent = 0;

	for (; object->slot; object = object->up)
		indent += object->id || object->slot->kind == KIND_LIST ? 4 : 2;
	return indent;
}

/* the first line that is no comment */
static const char *
first_line(const char *paste)
{
	while (*paste == '#')
		paste += strcspn(paste, "\n") + 1;
	return paste;
}

static struct spot
find_spot(struct review *review, const struct finding *finding)
{
	static const char under[] = "# under ";
	const struct object *object = finding->about;
	const struct object *root = &review->plan->object;
	const char *line = first_line(finding->paste);
	struct spot spot = {0};
	struct buf path = {0};

	if (!strncmp(finding->paste, under, strlen(under))) {
		const char *key = finding->paste + strlen(under);
		const struct field *field = entity_field(
			object_entity(root), key, strcspn(key, ":"));

		spot.map = field_value(root, field);
		spot.at = &spot.map->at;
		spot.path = field->key;
		return spot;
	}
	while (object && object->slot &&
	       offered_indent(object) > strspn(line, " "))
		object = object->up;
	spot.object = object && *line == ' ' ? object : root;
	spot.at = &spot.object->at;
	object_path(&path, spot.object, NULL);
	spot.path = arena_take(&review->arena, &path);
	return spot;
}

/* --- blocks --------------------------------------------------------------- */

enum { DEPTH = 16 };

/* Moves each level of the lines to its column in the file. */
static void
add_block(struct buf *buf, const char *paste, size_t indent, size_t step)
{
	size_t from[DEPTH] = {strspn(first_line(paste), " ")};
	size_t to[DEPTH] = {indent}, depth = 0;

	while (*paste) {
		size_t n = strspn(paste, " "), length = strcspn(paste, "\n");
		bool comment = paste[n] == '#';

		while (!comment && depth && n < from[depth])
			depth--;
		if (!comment && n > from[depth]) {
			from[++depth] = n;
			to[depth] = to[depth - 1] + step;
		}
		buf_fill(buf, ' ', comment ? indent : to[depth]);
		buf_add(buf, paste + n, length - n);
		buf_putc(buf, '\n');
		if (paste[n] == '-') {
			from[++depth] = n + 2;
			to[depth] = to[depth - 1] + 2;
		}
		paste += length + (paste[length] == '\n');
	}
}

/* --- in braces ------------------------------------------------------------ */

/* Writes the lines of an indentation as entries; returns the first that is not
 * of them. */
static const char *
add_entries(struct buf *buf, const char *s, size_t indent)
{
	bool first = true;

	while (*s) {
		size_t n = strspn(s, " "), length = strcspn(s, "\n"), inner;

		if (!first && n < indent)
			break;
		buf_puts(buf, first ? "" : ", ");
		first = false;
		buf_add(buf, s + indent, length - indent);
		n = s[length - 1] == ':';
		s += length + (s[length] == '\n');
		if (!n)
			continue;
		inner = strspn(s, " ");
		if (s[inner] != '-') {
			buf_puts(buf, " {");
			s = add_entries(buf, s, inner);
			buf_puts(buf, "}");
			continue;
		}
		for (const char *open = " [{";
		     s[inner] == '-' && strspn(s, " ") == inner; open = ", {") {
			buf_puts(buf, open);
			s = add_entries(buf, s, inner + 2);
			buf_puts(buf, "}");
		}
		buf_puts(buf, "]");
	}
	return s;
}

/* Behind the other entries, or in place of one that is there. */
static void
add_in_braces(struct buf *buf, const struct source *source,
	      const struct spot *spot, const char *paste, bool there)
{
	const char *line = first_line(paste);
	uint32_t end = spot->at->end - 1;

	if (there) {
		buf_add(buf, paste, strcspn(paste, "\n") + 1);
	} else {
		while (end > 0 && strchr(" \r\n", source->bytes[end - 1]))
			end--;
		buf_printf(buf, "# before the '}' of '%s':\n%s",
			   *spot->path ? spot->path : "the plan",
			   strchr("{,", source->bytes[end - 1]) ? "" : ", ");
	}
	add_entries(buf, line, strspn(line, " "));
	buf_putc(buf, '\n');
}

/* --- all of them ---------------------------------------------------------- */

/* the key of that line, as the object has it already, with a value or without;
 * else NULL */
static const char *
key_there(const struct source *source, const struct object *object,
	  const char *line)
{
	const char *key = line + strspn(line, " ");
	const struct field *field =
		entity_field(object_entity(object), key, strcspn(key, ":"));
	const struct mark *mark = field ? field_mark(object, field) : NULL;

	if (!mark || mark->state == ABSENT)
		return NULL;
	return field->former && !strncmp(source->bytes + mark->key,
					 field->former, strlen(field->former))
		       ? field->former
		       : field->key;
}

static const char *
fitted(struct review *review, const struct finding *finding, size_t step)
{
	const struct source *source = &review->source;
	struct spot spot = find_spot(review, finding);
	uint32_t start = value_start(source, spot.at->start);
	const char *line = first_line(finding->paste);
	const char *paste = finding->paste;
	struct buf buf = {0}, place = {0};
	const char *there =
		spot.object ? key_there(source, spot.object, line) : NULL;

	if (source->bytes[start] == '*') /* the keys stand elsewhere */
		return NULL;
	if (there) {
		buf_printf(&place, "# in place of '%s%s%s':\n%s", spot.path,
			   *spot.path ? "." : "", there, paste);
		paste = arena_take(&review->arena, &place);
	}
	if (source->bytes[start] != '{')
		add_block(&buf, paste, indent_of(source, &spot), step);
	else
		add_in_braces(&buf, source, &spot, paste, there);
	return arena_take(&review->arena, &buf);
}

void
pastes_fit(struct review *review)
{
	size_t step = step_of(review);

	for (size_t i = 0; i < review->findings.n; i++) {
		struct finding *finding = &review->findings.items[i];

		if (finding->paste)
			finding->paste = fitted(review, finding, step);
	}
}
