/* change.c - changes of a plan and the values in them, as lists and trees */
#include "ces/change.h"

#include <stdlib.h>
#include <string.h>

struct change
change_value(const char *path, struct content content)
{
	return (struct change){
		.kind = CHANGE_VALUE, .path = path, .content = content};
}

struct change
change_name(const char *path, const char *name)
{
	return (struct change){.kind = CHANGE_NAME, .path = path, .name = name};
}

struct change
change_item(const char *path, struct content content)
{
	return (struct change){
		.kind = CHANGE_ITEM, .path = path, .content = content};
}

struct change
change_removal(const char *path)
{
	return (struct change){.kind = CHANGE_REMOVAL, .path = path};
}

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

struct content
content_list(struct arena *arena, size_t n)
{
	return (struct content){
		.kind = CONTENT_LIST,
		.items = arena_alloc(arena, n * sizeof(struct content)),
		.n = n};
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

struct content *
content_at(struct arena *arena, struct content *map, const char *path)
{
	while (*path) {
		size_t n = strcspn(path, ".");

		if (map->kind == CONTENT_TEXT && map->length)
			return NULL;
		map->kind = CONTENT_MAP;
		map = content_member(arena, map, arena_copy(arena, path, n));
		path += n + (path[n] == '.');
	}
	return map;
}

void
content_put(struct arena *arena, struct content *map, const char *key,
	    const char *text)
{
	*content_member(arena, map, key) = content_text(text, false);
}

void
content_put_date(struct arena *arena, struct content *map, const char *key,
		 struct date date)
{
	struct buf text = {0};

	date_write(&text, date);
	*content_member(arena, map, key) =
		content_text(arena_take(arena, &text), true);
}
