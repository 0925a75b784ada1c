/* test_scale.c - places of values along a line, and the round steps between */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <float.h>
#include <math.h>

#include "ces/scale.h"

static void
values_lie_between_the_ends(void **state)
{
	const struct scale up = {0, 10, 100, 200}, down = {-5, 5, 200, 0};

	(void)state;
	assert_true(scale_at(&up, 0) == 100);
	assert_true(scale_at(&up, 5) == 150);
	assert_true(scale_at(&up, 10) == 200);
	assert_true(scale_at(&up, 12) == 220);
	assert_true(scale_at(&down, -5) == 200);
	assert_true(scale_at(&down, 0) == 100);
	assert_true(scale_at(&down, 5) == 0);
}

static void
a_single_value_lies_in_the_middle(void **state)
{
	const struct scale scale = {4, 4, 0, 300};

	(void)state;
	assert_true(scale_at(&scale, 4) == 150);
}

static void
assert_step(double span, int steps, double expected)
{
	double step = scale_step(span, steps);

	if (!(fabs(step - expected) <= expected * 1e-9))
		fail_msg("%d steps of %g are %g, not %g", steps, span, step,
			 expected);
}

static void
steps_are_round(void **state)
{
	(void)state;
	assert_step(10, 5, 2);
	assert_step(11, 5, 5);
	assert_step(60, 5, 20);
	assert_step(0.3, 3, 0.1);
	assert_step(43000, 4, 20000);
	assert_step(1e15, 4, 5e14);
	assert_step(1e-9, 4, 5e-10);
	assert_step(0, 4, 1);
	assert_step(INFINITY, 4, 1);
	assert_step(NAN, 4, 1);
}

/* all that a drawing asks of a scale is a finite number, in order, that holds
 * the values */
static void
assert_widens(double low, double high, double least, double most, double step)
{
	struct scale scale = {low, high, 200, 0};
	double found = scale_widen(&scale, 4);
	int n = scale_steps(&scale, found);

	if (!(scale.low <= low && high <= scale.high) ||
	    !(fabs(scale.low - least) <= step * 1e-6) ||
	    !(fabs(scale.high - most) <= step * 1e-6) ||
	    !(fabs(found - step) <= step * 1e-6))
		fail_msg("%g to %g: %g to %g by %g", low, high, scale.low,
			 scale.high, found);
	assert_in_range(n, 1, 12);
	for (int i = 0; i <= n; i++)
		assert_true(isfinite(scale_at(&scale, scale.low + i * found)));
	assert_true(fabs(scale_at(&scale, scale.low + n * found)) < 1e-6);
}

static void
scales_hold_their_values(void **state)
{
	(void)state;
	assert_widens(0, 43000, 0, 60000, 20000);
	assert_widens(78.4, 84, 78, 84, 2);
	assert_widens(-3, 8, -5, 10, 5);
	assert_widens(-84, -78.4, -84, -78, 2);
	assert_widens(2, 3, 2, 3, 0.5);
	assert_widens(0.5, 3, 0, 3, 1);
	assert_widens(-3, -0.5, -3, 0, 1);
	assert_widens(0, 1e15, 0, 1e15, 5e14);
	assert_widens(0, 1e-6, 0, 1e-6, 5e-7);
	assert_widens(-1e300, 1e300, -1e300, 1e300, 5e299);
}

static void
a_single_value_gets_a_span(void **state)
{
	(void)state;
	assert_widens(0, 0, -0.5, 0.5, 0.5);
	assert_widens(4, 4, 3, 5, 0.5);
	assert_widens(-4, -4, -5, -3, 0.5);
	assert_widens(1e15, 1e15, 6e14, 1.4e15, 2e14);
}

static void
axes_of_one_unit_are_of_one_scale(void **state)
{
	struct axis axes[] = {
		{"percent", 78, 84, 0, 0, 0}, {"points", 31, 38, 0, 0, 0},
		{"percent", 66, 74, 0, 0, 0}, {"hours", 1, 2, 0, 0, 0},
		{"hours", 500, 503, 0, 0, 0}, {"score", 4, 4, 0, 0, 0}};

	(void)state;
	axes_align(axes, sizeof(axes) / sizeof(*axes));
	for (size_t i = 0; i < sizeof(axes) / sizeof(*axes); i++) {
		const struct axis *axis = &axes[i];

		assert_true(axis->least <= axis->low);
		assert_true(axis->least + axis->steps * axis->step >=
			    axis->high);
	}
	/* near, and so of one axis */
	assert_true(axes[0].least == axes[2].least);
	assert_true(axes[0].step == axes[2].step);
	assert_int_equal(axes[0].steps, axes[2].steps);
	/* far from one another, but of as much to each step */
	assert_true(axes[3].step == axes[4].step);
	assert_true(axes[3].least < axes[4].least);
	assert_true(axes[3].least == 0);
}

static void
decimals_tell_steps_apart(void **state)
{
	(void)state;
	assert_int_equal(step_decimals(20000), 0);
	assert_int_equal(step_decimals(1), 0);
	assert_int_equal(step_decimals(0.5), 1);
	assert_int_equal(step_decimals(0.1), 1);
	assert_int_equal(step_decimals(0.02), 2);
	assert_int_equal(step_decimals(0.001), 3);
	assert_int_equal(step_decimals(DBL_MIN), 9);
}

static void
assert_mark(struct date day, int months, struct date expected)
{
	struct date mark = months_mark(day, months);

	if (date_compare(mark, expected))
		fail_msg("%d-%02d-%02d", mark.year, mark.month, mark.day);
}

static void
months_are_marked_as_there_is_room(void **state)
{
	const struct date march = {2026, 3, 31};

	(void)state;
	assert_int_equal(scale_months(march, march, 1), 1);
	assert_int_equal(scale_months(march, (struct date){2027, 2, 1}, 12), 1);
	assert_int_equal(scale_months(march, (struct date){2027, 3, 1}, 12), 2);
	assert_int_equal(scale_months(march, (struct date){2028, 3, 1}, 9), 3);
	assert_int_equal(scale_months(march, (struct date){2028, 3, 1}, 5), 6);
	assert_int_equal(scale_months(march, (struct date){2031, 3, 1}, 6), 12);
	assert_int_equal(scale_months(march, (struct date){2041, 3, 1}, 8), 24);
	assert_int_equal(scale_months(march, (struct date){9999, 12, 31}, 10),
			 12000);
}

static void
marks_are_first_days(void **state)
{
	(void)state;
	assert_mark((struct date){2026, 3, 1}, 1, (struct date){2026, 3, 1});
	assert_mark((struct date){2026, 3, 2}, 1, (struct date){2026, 4, 1});
	assert_mark((struct date){2026, 3, 1}, 3, (struct date){2026, 4, 1});
	assert_mark((struct date){2026, 12, 31}, 1, (struct date){2027, 1, 1});
	assert_mark((struct date){2026, 2, 1}, 12, (struct date){2027, 1, 1});
	assert_mark((struct date){2026, 1, 31}, 24, (struct date){2028, 1, 1});
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_lie_between_the_ends),
		cmocka_unit_test(a_single_value_lies_in_the_middle),
		cmocka_unit_test(steps_are_round),
		cmocka_unit_test(scales_hold_their_values),
		cmocka_unit_test(a_single_value_gets_a_span),
		cmocka_unit_test(axes_of_one_unit_are_of_one_scale),
		cmocka_unit_test(decimals_tell_steps_apart),
		cmocka_unit_test(months_are_marked_as_there_is_room),
		cmocka_unit_test(marks_are_first_days),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
