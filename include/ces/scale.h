/* scale.h - places of values along a line, and the round steps between them */
#ifndef CES_SCALE_H
#define CES_SCALE_H

#include "ces/date.h"

/* values from low to high lie at places from .. to, which may fall */
struct scale {
	double low, high, from, to;
};

/* the place of the value, beyond the ends too; the middle where low is high */
double scale_at(const struct scale *scale, double value);

/* 1, 2 or 5 of some power of ten, so that about so many steps part the span;
 * never 0 */
double scale_step(double span, int steps);

/*
 * Widens low and high to multiples of the step that is returned, to 0 where that
 * is near; a single value gets a span around it. The i-th multiple is low + i
 * times the step, and scale_steps the number of the last.
 */
double scale_widen(struct scale *scale, int steps);
int scale_steps(const struct scale *scale, double step);
/* decimals that tell multiples of the step apart */
int step_decimals(double step);

/* an axis of measures that stand beside one another */
struct axis {
	const char *unit;
	double low, high;   /* of the values on it */
	double least, step; /* where it begins, and how many steps it has */
	int steps;
};

/*
 * Begins near the values, as changes are small against them, with room at the
 * foot for edited ones. Measures of one unit are of one scale: of one axis where
 * they are near, else of as much to each step.
 */
void axes_align(struct axis *axes, size_t n);

/* months from one mark to the next, so that no more than so many lie between the
 * days: 1, 2, 3, 6, or years; a mark is the first of a month */
int scale_months(struct date first, struct date last, int most);
/* the first mark on the day or later */
struct date months_mark(struct date day, int months);

#endif
