/* arena.h - memory of one plan: many allocations, one release */
#ifndef CES_ARENA_H
#define CES_ARENA_H

#include <stddef.h>

#include "ces/buf.h"

/*
 * Allocation never fails for the caller: when memory runs out the program
 * says so and ends with status 2 (see die_memory). Nothing taken from an arena
 * is freed by itself; arena_release frees all of it at once.
 */
struct arena_block;

struct arena {
	struct arena_block *blocks;
	char *next;
	size_t left, size; /* of the current block */
};

/* zeroed memory, aligned for pointers and doubles */
void *arena_alloc(struct arena *arena, size_t size);

/* a copy of the n bytes at s with a NUL behind it */
char *arena_copy(struct arena *arena, const char *s, size_t n);
char *arena_string(struct arena *arena, const char *s);

/* the text of a buffer, which is freed */
char *arena_take(struct arena *arena, struct buf *buf);

/* the n bytes of an array from malloc, which is freed; NULL when it is empty */
void *arena_keep(struct arena *arena, void *items, size_t n);

/* the array of n elements with room for one more, n having grown from 0 by this
 * alone: it is full when n is a power of two */
void *arena_grow(struct arena *arena, void *items, size_t n, size_t size);

/* printf into the arena */
char *arena_format(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

void arena_release(struct arena *arena);

/* malloc and friends that end the program when memory runs out */
void *mem_alloc(size_t size);
void *mem_zeroed(size_t n, size_t size);
void *mem_grow(void *old, size_t size);
char *mem_string(const char *s);
_Noreturn void die_memory(void);

/* Ends the program as die_memory does, for anything else that the system lacks
 * and a plan can't be worked out without. */
_Noreturn void die(const char *format, ...)
	__attribute__((format(printf, 1, 2)));

/*
 * Room for one more element in a growing array: ARRAY_GROW(p, n, cap) makes
 * p[n] writable. The array is freed with free().
 */
#define ARRAY_GROW(p, n, cap)                                           \
	do {                                                            \
		if ((n) == (cap)) {                                     \
			(cap) = (cap) ? (cap) * 2 : 8;                  \
			(p) = mem_grow((p), (cap) * sizeof(*(p)));      \
		}                                                       \
	} while (0)

#endif
