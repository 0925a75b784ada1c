/* scale.c - large figures in thousands or millions, exact in their cells */
#include "book_inside.h"

#include <math.h>

double
scale_down(double number, int scale)
{
	return number / pow(1e3, scale);
}

int
scale_of(double most, double limit)
{
	int scale = 0;

	while (scale < SCALE_MOST && scale_down(most, scale) >= limit)
		scale++;
	return scale;
}

/* Each comma behind the digits divides by a thousand. */
const char *
scale_format(struct book *book, int scale, double least)
{
	bool tenths = scale && scale_down(least, scale) < 10;

	return arena_format(&book->arena, "#,##0%s%.*s", tenths ? ".0" : "",
			    scale, ",,,");
}
