/* change.c - changes of a plan and the values in them, as lists and trees,
 * and where things are once changes are made */
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
	return (struct change){
		.kind = CHANGE_NAME, .path = path, .name = name};
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

/* --- moves ---------------------------------------------------------------- */

static int
compare_moves(const void *pa, const void *pb)
{
	const struct move *a = pa, *b = pb;
	int order = memcmp(a->path, b->path, a->n < b->n ? a->n : b->n);

	if (!order)
		order = (a->n > b->n) - (a->n < b->n);
	return order ? order : (a->index > b->index) - (a->index < b->index);
}

/* of the removal of a list's entry; false: it is of something else */
static bool
is_entry(const struct change *change, struct move *move)
{
	const char *open = strrchr(change->path, '[');
	char *end;

	if (change->kind != CHANGE_REMOVAL || !open)
		return false;
	*move = (struct move){.path = change->path,
			      .n = (size_t)(open - change->path),
			      .index = strtol(open + 1, &end, 10)};
	return !strcmp(end, "]");
}

struct moves
moves_make(const struct changes *changes)
{
	struct moves moves = {
		mem_alloc((changes->n + 1) * sizeof(*moves.items)), 0};

	for (size_t i = 0; i < changes->n; i++) {
		const struct change *change = &changes->items[i];
		struct move move = {.path = change->path,
				    .n = strlen(change->path),
				    .index = -1,
				    .name = change->name};

		if (change->kind == CHANGE_NAME || is_entry(change, &move))
			moves.items[moves.n++] = move;
	}
	qsort(moves.items, moves.n, sizeof(*moves.items), compare_moves);
	return moves;
}

void
moves_release(struct moves *moves)
{
	free(moves->items);
	*moves = (struct moves){0};
}

/* how many come before that one */
static size_t
moves_before(const struct moves *moves, const struct move *move)
{
	size_t low = 0, high = moves->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare_moves(&moves->items[middle], move) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* the move of the key or entry that the path's first n bytes end with */
static const struct move *
move_find(const struct moves *moves, const struct move *wanted)
{
	size_t at = moves_before(moves, wanted);

	return at < moves->n && !compare_moves(&moves->items[at], wanted)
		       ? &moves->items[at]
		       : NULL;
}

/* [3] of a list is [2] once one before it is gone; false: it is gone itself */
static bool
add_entry(struct buf *buf, const struct moves *moves, const char *path,
	  size_t n)
{
	const struct move first = {.path = path, .n = n};
	struct move entry = first;

	entry.index = strtol(path + n + 1, NULL, 10);
	if (move_find(moves, &entry))
		return false;
	buf_printf(buf, "[%ld]",
		   entry.index - (long)(moves_before(moves, &entry) -
					moves_before(moves, &first)));
	return true;
}

const char *
path_after(struct arena *arena, const struct moves *moves, const char *path)
{
	struct buf buf = {0};
	size_t start = 0, end;

	if (!moves->n)
		return path;
	for (; path[start]; start = end) {
		const struct move *move;

		end = start + strcspn(path + start, "]") + 1;
		if (path[start] == '[') {
			if (add_entry(&buf, moves, path, start))
				continue;
			buf_free(&buf);
			return NULL;
		}
		start += path[start] == '.';
		end = start + strcspn(path + start, ".[");
		move = move_find(
			moves,
			&(struct move){.path = path, .n = end, .index = -1});
		if (buf.n)
			buf_putc(&buf, '.');
		if (move)
			buf_puts(&buf, move->name);
		else
			buf_add(&buf, path + start, end - start);
	}
	return arena_take(arena, &buf);
}
