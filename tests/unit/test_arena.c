/* test_arena.c - alignment, zeroes, growth, release */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "ces/arena.h"

static void
aligned_and_zeroed(void **state)
{
	struct arena arena = {0};
	size_t size, i;
	char *p;

	(void)state;
	for (size = 0; size < 3000; size += 7) {
		p = arena_alloc(&arena, size);
		assert_int_equal((uintptr_t)p % _Alignof(double), 0);
		for (i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xFF, size);
	}
	arena_release(&arena);
	assert_null(arena.blocks);
}

static void
large_keeps_the_current_block(void **state)
{
	struct arena arena = {0};
	char *a, *big, *b;

	(void)state;
	a = arena_alloc(&arena, 16);
	big = arena_alloc(&arena, 1 << 20);
	memset(big, 1, 1 << 20);
	b = arena_alloc(&arena, 16);
	assert_ptr_equal(b, a + 16);
	arena_release(&arena);
}

static void
large_comes_first(void **state)
{
	struct arena arena = {0};
	char *p;

	(void)state;
	memset(arena_alloc(&arena, 100000), 1, 100000);
	p = arena_alloc(&arena, 10);
	memset(p, 1, 10);
	arena_release(&arena);
	/* usable again */
	assert_string_equal(arena_string(&arena, "again"), "again");
	arena_release(&arena);
}

static void
copies_and_formats(void **state)
{
	struct arena arena = {0};

	(void)state;
	assert_string_equal(arena_copy(&arena, "abcdef", 3), "abc");
	assert_string_equal(arena_copy(&arena, NULL, 0), "");
	assert_memory_equal(arena_copy(&arena, "a\0b", 3), "a\0b", 4);
	assert_string_equal(arena_format(&arena, "%d %s", 7, "x"), "7 x");
	assert_int_equal(strlen(arena_format(&arena, "%*d", 90000, 1)), 90000);
	arena_release(&arena);
}

static void
arrays_grow(void **state)
{
	struct arena arena = {0};
	size_t n = 0, cap = 0, i;
	int *p = NULL, *q = NULL;

	(void)state;
	for (i = 0; i < 1000; i++) {
		ARRAY_GROW(p, n, cap);
		p[n++] = (int)i;
		q = arena_grow(&arena, q, i, sizeof(*q));
		q[i] = (int)i;
	}
	assert_true(cap >= 1000);
	for (i = 0; i < 1000; i++) {
		assert_int_equal(p[i], i);
		assert_int_equal(q[i], i);
	}
	free(p);
	arena_release(&arena);
}

/* how a child that does this ends */
static int
status_of(void (*act)(void))
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		close(STDERR_FILENO);
		act();
		_exit(0);
	}
	assert_true(child > 0);
	assert_true(waitpid(child, &status, 0) == child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
ask_too_much(void)
{
	struct arena arena = {0};

	arena_alloc(&arena, SIZE_MAX);
}

static void
copy_too_much(void)
{
	struct arena arena = {0};

	arena_copy(&arena, "", SIZE_MAX);
}

static void
lack_zones(void)
{
	die("'%s' has no time zones", "/nowhere");
}

static void
memory_ends_in_one_way(void **state)
{
	(void)state;
	assert_int_equal(status_of(ask_too_much), 2);
	assert_int_equal(status_of(copy_too_much), 2);
	assert_int_equal(status_of(die_memory), 2);
	assert_int_equal(status_of(lack_zones), 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(aligned_and_zeroed),
		cmocka_unit_test(large_keeps_the_current_block),
		cmocka_unit_test(large_comes_first),
		cmocka_unit_test(copies_and_formats),
		cmocka_unit_test(arrays_grow),
		cmocka_unit_test(memory_ends_in_one_way),
	};

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
