/* matrix.c - where contact reasons belong, with labels that cover one another
 * least */
#include "ces/matrix.h"

#include <math.h>

/* scores that are one spot; what a label outside the edge weighs */
#define SAME_SPOT 0.05
enum { OUTSIDE = 8 };

void
matrix_gather(struct matrix *matrix, const struct table *table, size_t rows)
{
	for (size_t i = 0; i < rows; i++) {
		struct marker marker = {
			.row = i,
			.x = table_at(table, i, "value_to_customer")->number,
			.y = table_at(table, i, "value_to_company")->number};
		double volume = table_at(table, i, "volume")->number;

		if (!isfinite(marker.x) || !isfinite(marker.y) ||
		    matrix->n == MATRIX_MOST)
			continue;
		for (marker.spot = 0; marker.spot < matrix->n; marker.spot++) {
			struct marker *first = &matrix->markers[marker.spot];

			if (fabs(first->x - marker.x) < SAME_SPOT &&
			    fabs(first->y - marker.y) < SAME_SPOT)
				break;
		}
		matrix->markers[matrix->n++] = marker;
		matrix->markers[marker.spot].volume += volume > 0 ? volume : 0;
	}
}

/* --- sizes -------------------------------------------------------------- */

static double
pixels(int size)
{
	return size * 96 / 72.0;
}

void
matrix_size(struct matrix *matrix, int most, int least)
{
	double largest = 0, scale = 1;

	for (size_t i = 0; i < matrix->n; i++)
		largest = fmax(largest, matrix->markers[i].volume);
	for (size_t i = 0; i < matrix->n; i++) {
		struct marker *one = &matrix->markers[i];

		if (largest > 0)
			one->size =
				(int)lround(most * sqrt(one->volume / largest));
		for (size_t k = 0; k < i; k++) {
			struct marker *other = &matrix->markers[k];
			double apart =
				hypot((one->x - other->x) * matrix->unit_x,
				      (one->y - other->y) * matrix->unit_y);

			if (one->spot == i && other->spot == k)
				scale = fmin(scale,
					     2 * apart /
						     pixels(one->size +
							    other->size));
		}
	}
	for (size_t i = 0; i < matrix->n; i++) {
		int size = (int)lround(matrix->markers[i].size * scale);

		matrix->markers[i].size = size < least ? least : size;
	}
}

/* --- labels ------------------------------------------------------------- */

/* pixels from the middle, upward */
struct patch {
	double left, right, bottom, top;
};

static struct patch
patch_at(const struct matrix *matrix, const struct marker *marker, double width,
	 double height)
{
	double x = marker->x * matrix->unit_x, y = marker->y * matrix->unit_y;

	return (struct patch){x - width / 2, x + width / 2, y - height / 2,
			      y + height / 2};
}

static struct patch
marker_patch(const struct matrix *matrix, const struct marker *marker)
{
	double size = pixels(marker->size);

	return patch_at(matrix, marker, size, size);
}

static struct patch
label_patch(const struct matrix *matrix, const struct marker *marker)
{
	double away = pixels(marker->size) / 2 + 2, x = 0, y = 0;
	double high = matrix->line * marker->lines;
	struct patch patch = patch_at(matrix, marker, marker->width, high);

	if (marker->side == SIDE_LEFT)
		x = -away - marker->width / 2;
	if (marker->side == SIDE_RIGHT)
		x = away + marker->width / 2;
	if (marker->side == SIDE_ABOVE)
		y = away + high / 2;
	if (marker->side == SIDE_BELOW)
		y = -away - high / 2;
	return (struct patch){patch.left + x, patch.right + x, patch.bottom + y,
			      patch.top + y};
}

static bool
overlap(struct patch one, struct patch other)
{
	return one.left < other.right && other.left < one.right &&
	       one.bottom < other.top && other.bottom < one.top;
}

static bool
is_outside(const struct matrix *matrix, struct patch label)
{
	return (matrix->edge_x > 0 &&
		fmax(-label.left, label.right) > matrix->edge_x) ||
	       (matrix->edge_y > 0 &&
		fmax(-label.bottom, label.top) > matrix->edge_y);
}

static int
count_under(const struct matrix *matrix, size_t i)
{
	struct patch label = label_patch(matrix, &matrix->markers[i]);
	const struct patch across = {-MATRIX_REACH * matrix->unit_x,
				     MATRIX_REACH * matrix->unit_x, 0, 0};
	const struct patch upward = {0, 0, -MATRIX_REACH * matrix->unit_y,
				     MATRIX_REACH * matrix->unit_y};
	int n = overlap(label, across) + overlap(label, upward);

	if (is_outside(matrix, label))
		n += OUTSIDE;
	for (size_t k = 0; k < matrix->n; k++) {
		const struct marker *other = &matrix->markers[k];

		if (k == i || other->spot != k)
			continue;
		n += 2 * overlap(label, marker_patch(matrix, other));
		n += k < i && other->width > 0 &&
		     overlap(label, label_patch(matrix, other));
	}
	return n;
}

int
matrix_place(struct matrix *matrix, size_t i)
{
	struct marker *marker = &matrix->markers[i];
	const enum marker_side sides[] = {
		marker->x < 0 ? SIDE_LEFT : SIDE_RIGHT, SIDE_ABOVE, SIDE_BELOW,
		marker->x < 0 ? SIDE_RIGHT : SIDE_LEFT};
	enum marker_side best = sides[0];
	int least = -1, n;

	for (size_t k = 0; k < sizeof(sides) / sizeof(*sides); k++) {
		marker->side = sides[k];
		n = count_under(matrix, i);
		if (least < 0 || n < least) {
			least = n;
			best = sides[k];
		}
	}
	marker->side = best;
	return least;
}
