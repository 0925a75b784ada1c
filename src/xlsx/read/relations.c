/* relations.c - which parts belong to a part */
#include <stdlib.h>
#include <string.h>

#include "xlsx/read/read.h"

enum { RELATIONS_MOST = 5000, PATH_MOST = 256 };

/* of a part, or of the package */
struct reading {
	struct relations relations;
	struct arena *arena;
	const char *of;
};

/* Takes one name more into the path, or one away. */
static void
step(struct buf *path, const char *name, size_t n)
{
	if (n == 2 && !memcmp(name, "..", 2)) {
		const char *cut = strrchr(buf_text(path), '/');

		if (path->n == 0)
			read_fail(SHEETS_DAMAGED);
		path->n = cut ? (size_t)(cut - path->p) : 0;
		path->p[path->n] = '\0';
	} else if (n && !(n == 1 && *name == '.')) {
		if (path->n + n > PATH_MOST)
			read_fail(SHEETS_DAMAGED);
		if (path->n)
			buf_putc(path, '/');
		buf_add(path, name, n);
	}
}

/* the name of a part from the target of another one, or of the package */
static const char *
target_part(const struct reading *reading, const char *target)
{
	const char *folder = strrchr(reading->of, '/');
	struct buf path = {0};
	size_t n;

	if (folder && *target != '/' && *target != '\\')
		buf_add(&path, reading->of, (size_t)(folder - reading->of));
	while (*target) {
		n = strcspn(target, "/\\");
		step(&path, target, n);
		target += n + (target[n] != '\0');
	}
	return arena_take(reading->arena, &path);
}

/* Links, of which there may be many, are of no interest. */
static void
on_relation(struct part *part, const char *name, const char **attributes)
{
	struct reading *reading = part->data;
	struct relations *relations = &reading->relations;
	const char *id = attribute(attributes, "Id");
	const char *type = attribute(attributes, "Type");
	const char *target = attribute(attributes, "Target");
	const char *mode = attribute(attributes, "TargetMode");

	if (strcmp(name, "Relationship") != 0 ||
	    (mode && !strcmp(mode, "External")))
		return;
	if (!id || !type || !target || strlen(id) > PATH_MOST)
		read_fail(SHEETS_DAMAGED);
	type = strrchr(type, '/');
	if (!type || !strcmp(type, "/hyperlink"))
		return;
	if (relations->n == RELATIONS_MOST)
		read_fail(SHEETS_MANY);
	ARRAY_GROW(relations->items, relations->n, relations->cap);
	relations->items[relations->n++] = (struct relation){
		.id = arena_string(reading->arena, id),
		.type = arena_copy(reading->arena, type + 1,
				   strnlen(type + 1, PATH_MOST)),
		.part = target_part(reading, target)};
}

struct relations
relations_read(struct parts *parts, struct arena *arena, const char *of)
{
	struct reading reading = {.arena = arena, .of = of};
	struct part part = {.start = on_relation, .data = &reading};
	const char *name = strrchr(of, '/');
	struct buf path = {0};

	name = name ? name + 1 : of;
	buf_printf(&path, "%.*s_rels/%s.rels", (int)(name - of), of, name);
	if (parts_have(parts, path.p))
		parts_read(parts, path.p, &part);
	buf_free(&path);
	return reading.relations;
}

const char *
relations_part(const struct relations *relations, const char *type)
{
	for (size_t i = 0; i < relations->n; i++)
		if (!strcmp(relations->items[i].type, type))
			return relations->items[i].part;
	return NULL;
}

const struct relation *
relations_find(const struct relations *relations, const char *id)
{
	for (size_t i = 0; i < relations->n; i++)
		if (!strcmp(relations->items[i].id, id))
			return &relations->items[i];
	return NULL;
}
