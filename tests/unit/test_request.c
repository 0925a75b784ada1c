/* test_request.c - what the program that writes workbooks is asked for */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "ces/request.h"

static const char plan[] = "plan:\n  title: Plan\n  status: approved\n";

/* the request that a review of the plan makes; free it */
static struct buf
request_of(const char *name, const struct review_options *options)
{
	struct buf request = {0};
	struct review review;

	review_make(&review, name, mem_string(plan), strlen(plan), options);
	assert_non_null(review.view);
	request_write(&request, &review);
	review_release(&review);
	return request;
}

static void
comes_as_it_went(void **state)
{
	const struct review_options options = {.as_of = {2026, 6, 30},
					       .as_status = PLAN_IN_REVIEW};
	struct buf bytes = request_of("a b/ü\n.yaml", &options);
	struct request request;

	(void)state;
	assert_true(request_read(&request, bytes.p, bytes.n));
	assert_string_equal(request.name, "a b/ü\n.yaml");
	assert_int_equal(request.n, strlen(plan));
	assert_string_equal(request.plan, plan);
	assert_int_equal(date_compare(request.options.as_of, options.as_of), 0);
	assert_int_equal(request.options.as_status, PLAN_IN_REVIEW);
	assert_null(request.options.section);
	free(request.name);
	free(request.plan);
}

static void
own_status_is_told(void **state)
{
	const struct review_options options = {.as_of = {2026, 6, 30},
					       .as_status = -1};
	struct buf bytes = request_of("-", &options);
	struct request request;

	(void)state;
	assert_true(request_read(&request, bytes.p, bytes.n));
	assert_int_equal(request.options.as_status, PLAN_APPROVED);
	free(request.name);
	free(request.plan);
}

/* cut anywhere before the plan, or from another version */
static void
other_bytes_are_refused(void **state)
{
	const struct review_options options = {.as_of = {2026, 6, 30},
					       .as_status = -1};
	struct buf bytes = request_of("-", &options);
	size_t most = bytes.n - strlen(plan);
	struct request request;

	(void)state;
	for (size_t n = 0; n < most; n++) {
		char *cut = mem_alloc(n + 1);

		memcpy(cut, bytes.p, n);
		cut[n] = '\0';
		assert_false(request_read(&request, cut, n));
	}
	*bytes.p ^= 1;
	assert_false(request_read(&request, bytes.p, bytes.n));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comes_as_it_went),
		cmocka_unit_test(own_status_is_told),
		cmocka_unit_test(other_bytes_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
