/* arena.c - memory of one plan, and the one place where memory runs out */
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ces/arena.h"
#include "ces/utf8.h"

/* Blocks double from the first size to the last, so that a small plan takes
 * little and a large one asks seldom. A request above a quarter of the smallest
 * gets a block of its own. */
#define BLOCK_SIZE 65536
#define LARGEST_BLOCK (1024 * 1024)

struct arena_block {
	struct arena_block *next;
	max_align_t bytes[];
};

/*
 * Adds a block, or puts that of a large request behind the first, as the rest
 * of that is still good for small ones. It is zeroed by calloc, which for large
 * blocks gets zero pages for nothing.
 */
static void *
arena_add(struct arena *arena, size_t size, bool large)
{
	struct arena_block *block, **place = &arena->blocks;

	if (size > SIZE_MAX - sizeof(*block))
		die_memory();
	block = calloc(1, sizeof(*block) + size);
	if (!block)
		die_memory();
	if (large && *place)
		place = &(*place)->next;
	block->next = *place;
	*place = block;
	return block->bytes;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	const size_t unit = _Alignof(void *);
	void *p;

	if (size > SIZE_MAX - unit)
		die_memory();
	size = size ? (size + unit - 1) / unit * unit : unit;
	if (size > arena->left && size > BLOCK_SIZE / 4)
		return arena_add(arena, size, true);
	if (size > arena->left) {
		if (arena->size == 0)
			arena->size = BLOCK_SIZE;
		else if (arena->size < LARGEST_BLOCK)
			arena->size *= 2;
		arena->next = arena_add(arena, arena->size, false);
		arena->left = arena->size;
	}
	p = arena->next;
	arena->next += size;
	arena->left -= size;
	return p;
}

char *
arena_copy(struct arena *arena, const char *s, size_t n)
{
	char *copy;

	if (n == SIZE_MAX)
		die_memory();
	copy = arena_alloc(arena, n + 1);
	if (n)
		memcpy(copy, s, n);
	copy[n] = '\0';
	return copy;
}

char *
arena_string(struct arena *arena, const char *s)
{
	return arena_copy(arena, s, strlen(s));
}

char *
arena_take(struct arena *arena, struct buf *buf)
{
	char *copy = arena_copy(arena, buf->p, buf->n);

	buf_free(buf);
	return copy;
}

void *
arena_keep(struct arena *arena, void *items, size_t n)
{
	void *kept = n ? arena_alloc(arena, n) : NULL;

	if (n)
		memcpy(kept, items, n);
	free(items);
	return kept;
}

void *
arena_grow(struct arena *arena, void *items, size_t n, size_t size)
{
	void *more;

	if (n & (n - 1))
		return items;
	more = arena_alloc(arena, (n ? n * 2 : 1) * size);
	if (n)
		memcpy(more, items, n * size);
	return more;
}

char *
arena_format(struct arena *arena, const char *format, ...)
{
	struct buf text = {0};
	va_list args;

	va_start(args, format);
	buf_vprintf(&text, format, args);
	va_end(args);
	return arena_take(arena, &text);
}

void
arena_release(struct arena *arena)
{
	struct arena_block *block, *next;

	for (block = arena->blocks; block; block = next) {
		next = block->next;
		free(block);
	}
	*arena = (struct arena){0};
}

void *
mem_alloc(size_t size)
{
	return mem_grow(NULL, size);
}

void *
mem_zeroed(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size);

	if (!p)
		die_memory();
	return p;
}

void *
mem_grow(void *old, size_t size)
{
	void *p = realloc(old, size ? size : 1);

	if (!p)
		die_memory();
	return p;
}

char *
mem_string(const char *s)
{
	size_t n = strlen(s) + 1;

	return memcpy(mem_alloc(n), s, n);
}

/*
 * Lets only the first thread print and end the program, by exit rather than
 * _exit, so that open temporary files are removed.
 */
static _Noreturn void
end_program(const char *words, size_t n)
{
	static atomic_flag ending = ATOMIC_FLAG_INIT;

	while (atomic_flag_test_and_set(&ending))
		pause();
	if (write(STDERR_FILENO, words, n) < 0)
		_exit(2);
	exit(2);
}

/* Nothing here may allocate: the words aren't translated. */
_Noreturn void
die_memory(void)
{
	static const char words[] = "ces: out of memory\n";

	end_program(words, sizeof(words) - 1);
}

_Noreturn void
die(const char *format, ...)
{
	struct buf words = {0}, shown = {0};
	va_list args;

	va_start(args, format);
	buf_vprintf(&words, format, args);
	va_end(args);
	buf_puts(&shown, "ces: ");
	utf8_show(&shown, words.p, words.n, 0);
	buf_putc(&shown, '\n');
	end_program(shown.p, shown.n);
}
