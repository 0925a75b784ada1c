/* scale.c - places of values along a line, and the round steps between them */
#include "ces/scale.h"

#include <math.h>
#include <string.h>

/* of the largest value, what is still told apart on an axis */
#define FINEST 1e-9
enum { STEPS_MOST = 40, DECIMALS_MOST = 9 };

double
scale_at(const struct scale *scale, double value)
{
	double span = scale->high - scale->low;

	if (!(span > 0))
		return (scale->from + scale->to) / 2;
	return scale->from +
	       (value - scale->low) / span * (scale->to - scale->from);
}

double
scale_step(double span, int steps)
{
	double part = span / steps, ten;

	if (!(part > 0) || !isfinite(part))
		return 1;
	ten = pow(10, floor(log10(part)));
	part /= ten;
	return ten * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
}

double
scale_widen(struct scale *scale, int steps)
{
	double most = fmax(fabs(scale->low), fabs(scale->high));
	double span = scale->high - scale->low, step;

	if (!(span > most * FINEST)) {
		span = most > 0 ? most / 2 : 1;
		scale->low -= span / 2;
		scale->high += span / 2;
	}
	if (scale->low > 0 && scale->low <= span)
		scale->low = 0;
	if (scale->high < 0 && -scale->high <= span)
		scale->high = 0;
	step = scale_step(scale->high - scale->low, steps);
	scale->low = floor(scale->low / step + FINEST) * step;
	scale->high = ceil(scale->high / step - FINEST) * step;
	return step;
}

int
scale_steps(const struct scale *scale, double step)
{
	double n = round((scale->high - scale->low) / step);

	return n > 0 && n < STEPS_MOST ? (int)n : 1;
}

int
step_decimals(double step)
{
	double n = ceil(-log10(step) - FINEST);

	return n > 0 ? (int)fmin(n, DECIMALS_MOST) : 0;
}

/* --- axes beside one another -------------------------------------------- */

/* spans of a measure within which all are of one axis; steps of the span and
 * the room around it */
enum { NEAR = 3, AXIS_STEPS = 5 };

void
axes_align(struct axis *axes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct axis *axis = &axes[i];
		double low = axis->low, high = axis->high, span = high - low;

		for (size_t k = 0; k < n; k++) {
			if (strcmp(axes[k].unit, axis->unit))
				continue;
			low = fmin(low, axes[k].low);
			high = fmax(high, axes[k].high);
			span = fmax(span, axes[k].high - axes[k].low);
		}
		if (high - low > NEAR * span) {
			low = axis->low;
			high = low + span;
		}
		span = high - low;
		if (!(span > 0))
			span = fabs(high) > 0 ? fabs(high) / 2 : 1;
		axis->step = scale_step(span * 1.25, AXIS_STEPS);
		axis->least =
			floor((low - span * 0.2) / axis->step) * axis->step;
		if (axis->least < 0 && low >= 0)
			axis->least = 0;
		axis->steps = (int)ceil(span * 1.25 / axis->step) + 1;
	}
}

/* --- months ------------------------------------------------------------- */

static int
month_number(struct date day)
{
	return day.year * 12 + day.month - 1;
}

int
scale_months(struct date first, struct date last, int most)
{
	static const int months[] = {1, 2, 3, 6}, years[] = {1, 2, 5};
	int span = month_number(last) - month_number(first);

	for (size_t i = 0; i < sizeof(months) / sizeof(*months); i++)
		if (span / months[i] < most)
			return months[i];
	for (int ten = 12;; ten *= 10)
		for (size_t i = 0; i < sizeof(years) / sizeof(*years); i++)
			if (span / (ten * years[i]) < most)
				return ten * years[i];
}

struct date
months_mark(struct date day, int months)
{
	int number = month_number(day) + (day.day > 1);
	int mark = (number + months - 1) / months * months;

	day.day = 1;
	return date_add_months(day, mark - month_number(day));
}
