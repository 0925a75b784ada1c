/* path.c - paths into a plan, and where they lead once it is changed */
#include "ces/path.h"

#include <stdlib.h>
#include <string.h>

size_t
path_section(const char *path)
{
	return strcspn(path, ".[");
}

bool
path_in(const char *path, const char *section)
{
	size_t n = path_section(path);

	return !strncmp(section, path, n) && !section[n];
}

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

struct move {
	const char *path; /* the first n bytes */
	size_t n;
	long index; /* of the list's entry that is removed; -1: a new name */
	const char *name;
};

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
