/* change.c - changes of a plan and the values in them, as lists and trees,
 * and where things are once changes are made */
#include "ces/change.h"

#include <stdlib.h>
#include <string.h>

void
changes_add(struct changes *changes, struct change change)
{
	ARRAY_GROW(changes->items, changes->n, changes->cap);
	changes->items[changes->n++] = change;
}

void
changes_release(struct changes *changes)
{
	free(changes->items);
	*changes = (struct changes){0};
}

struct content
content_text(const char *text, bool plain)
{
	return (struct content){.kind = CONTENT_TEXT,
				.text = text,
				.length = strlen(text),
				.plain = plain};
}

struct content *
content_member(struct arena *arena, struct content *map, const char *key)
{
	struct content *items;
	const char **keys;

	for (size_t i = 0; i < map->n; i++)
		if (!strcmp(map->keys[i], key))
			return &map->items[i];
	items = arena_alloc(arena, (map->n + 1) * sizeof(*items));
	keys = arena_alloc(arena, (map->n + 1) * sizeof(*keys));
	if (map->n) {
		memcpy(items, map->items, map->n * sizeof(*items));
		memcpy(keys, map->keys, map->n * sizeof(*keys));
	}
	keys[map->n] = key;
	items[map->n] = content_text("", false);
	map->items = items;
	map->keys = keys;
	return &items[map->n++];
}

/* --- paths ---------------------------------------------------------------- */

bool
path_within(const char *path, const char *of, size_t n)
{
	return !strncmp(path, of, n) && (!path[n] || strchr(".[", path[n]));
}

const char *
path_renamed(struct arena *arena, const char *path, const char *name)
{
	const char *dot = strrchr(path, '.');

	return arena_format(arena, "%.*s%s", dot ? (int)(dot + 1 - path) : 0,
			    path, name);
}

/* where an entry of a list is once others before it are gone; -1: gone too */
static long
index_after(const struct changes *changes, const char *path, size_t list,
	    long index)
{
	long shift = 0;

	for (size_t i = 0; i < changes->n; i++) {
		const struct change *change = &changes->items[i];
		long removed;

		if (change->kind != CHANGE_REMOVAL ||
		    strncmp(change->path, path, list) != 0 ||
		    change->path[list] != '[' ||
		    !strchr(change->path + list, ']') ||
		    strchr(change->path + list, ']')[1])
			continue;
		removed = strtol(change->path + list + 1, NULL, 10);
		if (removed == index)
			return -1;
		shift += removed < index;
	}
	return index - shift;
}

const char *
path_after(struct arena *arena, const struct changes *changes, const char *path)
{
	for (size_t i = 0; i < changes->n; i++) {
		const struct change *change = &changes->items[i];
		size_t n = strlen(change->path);

		if (change->kind == CHANGE_NAME &&
		    path_within(path, change->path, n))
			return arena_format(
				arena, "%s%s",
				path_renamed(arena, change->path, change->name),
				path + n);
	}
	for (size_t n = strcspn(path, "["); path[n];
	     n += 1 + strcspn(path + n + 1, "[")) {
		long index = strtol(path + n + 1, NULL, 10);
		long after = index_after(changes, path, n, index);

		if (after < 0)
			return NULL;
		if (after != index)
			return arena_format(arena, "%.*s[%ld%s", (int)n, path,
					    after, strchr(path + n, ']'));
	}
	return path;
}
