/* crowd.c - names of a chart's points, placed so that they don't meet */
#include "crowd.h"

#include <math.h>
#include <string.h>

#include "ces/utf8.h"
#include "xlsx/book/measured.h"

/* tenths of a point; pixels of a line; how often all are placed anew */
enum {
	LABEL_SIZE = 90,
	LINE = 14,
	LINE_WIDE = 17,
	ROUNDS = 3,
	SHAPES = 4,
	PLACES = 4,
	WAYS = SHAPES * PLACES
};

/* what a label may cover, in square pixels of empty space */
static const double cost_most = 1000, marker_loss = 400, word_loss = 250,
		    axis_loss = 600, cut_loss = 600, tall_loss = 25,
		    edge_loss = 100, wide_share = 1.05;

/* a name in lines */
struct shape {
	const char *text;
	double width;
	int lines;
	bool cut;
};

/* one of the ways to place it */
struct way {
	const struct shape *shape;
	enum label_place place;
	struct crowd_box box;
	double fixed; /* the cost of all but what it covers of other labels */
	double cost;  /* of what it would cover besides a label left out */
};

struct tag {
	struct shape shapes[SHAPES];
	struct way ways[WAYS];
	const struct way *chosen; /* NULL: none yet */
};

/* --- lines --------------------------------------------------------------- */

/* the first word, or character of a script that has none */
static size_t
word_end(const char *text)
{
	size_t n = strcspn(text, " \n"), first;
	uint32_t cp;

	first = n ? utf8_decode(text, n, &cp) : 0;
	if (first && utf8_cp_width(cp) == 2 && n == strlen(text) && n > 36)
		return first;
	return n;
}

static double
pixels_of(const char *text, size_t n)
{
	struct buf part = {0};
	double pixels;

	buf_add(&part, text, n);
	pixels = text_pixels(buf_text(&part), LABEL_SIZE, false);
	buf_free(&part);
	return pixels;
}

/* how much of the text stands in one line; a long word stands alone */
static size_t
line_end(const char *text, double most)
{
	size_t end = word_end(text), next, gap;

	for (;;) {
		gap = strspn(text + end, " \n");
		next = end + gap + word_end(text + end + gap);
		if (next == end + gap || pixels_of(text, next) > most)
			return end;
		end = next;
	}
}

/* readers break lines at spaces; where that is done, is done here */
static void
add_line(struct buf *buf, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text[i] == ' ' || text[i] == '\n')
			buf_puts(buf, "\u00a0");
		else
			buf_putc(buf, text[i]);
}

bool
label_lines(struct buf *buf, const char *text, double most, int lines,
	    double *width, int *used)
{
	bool whole = true;

	*width = 0;
	text += strspn(text, " \n");
	for (*used = 0; *text && *used < lines; ++*used) {
		size_t n = line_end(text, most), rest;
		struct buf line = {0}, fit = {0};

		if (*used + 1 == lines)
			n = strlen(text);
		buf_add(&line, text, n);
		text_fit(&fit, buf_text(&line), most, LABEL_SIZE, false);
		whole &= !strcmp(buf_text(&fit), buf_text(&line));
		buf_puts(buf, *used ? "\n" : "");
		rest = buf->n;
		add_line(buf, buf_text(&fit), fit.n);
		*width = fmax(*width,
			      text_pixels(buf->p + rest, LABEL_SIZE, false));
		buf_free(&line);
		buf_free(&fit);
		text += n;
		text += strspn(text, " \n");
	}
	return whole;
}

/* flat, whole, slim */
static void
make_shapes(const struct crowd *crowd, const char *name, struct shape *shapes)
{
	static const struct {
		double share;
		int lines;
	} wanted[SHAPES] = {{1, 2}, {1, 3}, {0.75, 3}, {0.55, 3}};

	for (size_t i = 0; i < SHAPES; i++) {
		struct buf text = {0};
		double share = wanted[i].share;

		shapes[i].cut = !label_lines(&text, name, crowd->widest * share,
					     wanted[i].lines, &shapes[i].width,
					     &shapes[i].lines);
		shapes[i].text = arena_string(crowd->arena, buf_text(&text));
		if (crowd->wide)
			shapes[i].width *= wide_share;
		buf_free(&text);
	}
}

/* --- places -------------------------------------------------------------- */

/* asked for by the million, of what is a number: no calls */
static double
lesser(double a, double b)
{
	return a < b ? a : b;
}

static double
greater(double a, double b)
{
	return a > b ? a : b;
}

static double
overlap(const struct crowd_box *a, const struct crowd_box *b)
{
	double x = lesser(a->right, b->right) - greater(a->left, b->left);
	double y = lesser(a->high, b->high) - greater(a->low, b->low);

	return x > 0 && y > 0 ? x * y : 0;
}

static struct crowd_box
marker_box(const struct crowd_point *point)
{
	return (struct crowd_box){
		point->x - point->radius, point->x + point->radius,
		point->y - point->radius, point->y + point->radius};
}

static struct crowd_box
label_box(const struct crowd_point *point, const struct shape *shape,
	  enum label_place place, int line)
{
	struct crowd_box at = marker_box(point);
	double width = shape->width + 6, height = line * shape->lines;
	double x = point->x, y = point->y;

	switch (place) {
	case LABEL_RIGHT:
		return (struct crowd_box){at.right, at.right + width,
					  y - height / 2, y + height / 2};
	case LABEL_LEFT:
		return (struct crowd_box){at.left - width, at.left,
					  y - height / 2, y + height / 2};
	case LABEL_ABOVE:
		return (struct crowd_box){x - width / 2, x + width / 2, at.high,
					  at.high + height};
	default:
		return (struct crowd_box){x - width / 2, x + width / 2,
					  at.low - height, at.low};
	}
}

/* a small marker is as much of a loss as a large one */
static double
loss(const struct crowd_box *box, const struct crowd_box *other, double once)
{
	double covered = overlap(box, other);

	return covered > 0 ? covered + once * lesser(1, covered / 60) : 0;
}

/* of a label of the point, wherever the others stand */
static double
fixed_cost(const struct crowd *crowd, size_t self, const struct way *way)
{
	const struct crowd_box *box = &way->box;
	double cost = way->shape->cut ? cut_loss : 0;

	cost += tall_loss * (way->shape->lines - 1);
	for (size_t i = 0; i < crowd->taken_count; i++)
		cost += loss(box, &crowd->taken[i], word_loss);
	for (size_t i = 0; i < crowd->n; i++) {
		struct crowd_box marker = marker_box(&crowd->points[i]);

		if (i != self)
			cost += loss(box, &marker, marker_loss);
	}
	cost += edge_loss * (greater(0, box->right - crowd->half_x) +
			     greater(0, -crowd->half_x - box->left) +
			     greater(0, box->high - crowd->half_y) +
			     greater(0, -crowd->half_y - box->low));
	if (box->left < 0 && box->right > 0)
		cost += axis_loss;
	if (box->low < 0 && box->high > 0)
		cost += axis_loss;
	return cost;
}

/* of a label, as if the one of but had none */
static double
cost_of(const struct crowd *crowd, const struct tag *tags, size_t self,
	size_t but, const struct way *way)
{
	double cost = way->fixed;

	for (size_t i = 0; i < crowd->n; i++)
		if (tags[i].chosen && i != self && i != but)
			cost += loss(&way->box, &tags[i].chosen->box,
				     word_loss);
	return cost;
}

/* inward first: the middle is where there is room */
static void
make_ways(const struct crowd *crowd, size_t self, struct tag *tag)
{
	const struct crowd_point *point = &crowd->points[self];
	int line = crowd->wide ? LINE_WIDE : LINE;
	const enum label_place places[PLACES] = {
		point->x < 0 ? LABEL_RIGHT : LABEL_LEFT, LABEL_ABOVE,
		LABEL_BELOW, point->x < 0 ? LABEL_LEFT : LABEL_RIGHT};

	for (size_t k = 0; k < WAYS; k++) {
		const struct shape *shape = &tag->shapes[k / PLACES];
		enum label_place place = places[k % PLACES];

		tag->ways[k] = (struct way){
			.shape = shape,
			.place = place,
			.box = label_box(point, shape, place, line)};
		tag->ways[k].fixed = fixed_cost(crowd, self, &tag->ways[k]);
	}
}

static void
weigh(const struct crowd *crowd, struct tag *tags, size_t i, size_t but)
{
	for (size_t k = 0; k < WAYS; k++)
		tags[i].ways[k].cost =
			cost_of(crowd, tags, i, but, &tags[i].ways[k]);
}

static void
place_one(const struct crowd *crowd, struct tag *tags, size_t i)
{
	weigh(crowd, tags, i, i);
	tags[i].chosen = &tags[i].ways[0];
	for (size_t k = 1; k < WAYS; k++)
		if (tags[i].ways[k].cost < tags[i].chosen->cost)
			tags[i].chosen = &tags[i].ways[k];
}

/* two that stand in each other's way move together */
static void
place_two(const struct crowd *crowd, struct tag *tags, size_t a, size_t b)
{
	const struct way *ways[2] = {tags[a].chosen, tags[b].chosen};
	double least, cost;

	weigh(crowd, tags, a, b);
	weigh(crowd, tags, b, a);
	least = ways[0]->cost + ways[1]->cost +
		loss(&ways[0]->box, &ways[1]->box, word_loss);
	for (size_t i = 0; i < WAYS; i++)
		for (size_t k = 0; k < WAYS; k++) {
			const struct way *one = &tags[a].ways[i];
			const struct way *two = &tags[b].ways[k];

			cost = one->cost + two->cost;
			if (cost < least)
				cost += loss(&one->box, &two->box, word_loss);
			if (cost >= least)
				continue;
			least = cost;
			tags[a].chosen = one;
			tags[b].chosen = two;
		}
}

/* no further apart than labels reach */
static bool
are_near(const struct crowd *crowd, size_t a, size_t b)
{
	const struct crowd_point *p = &crowd->points[a], *q = &crowd->points[b];

	return fabs(p->x - q->x) < 2 * crowd->widest &&
	       fabs(p->y - q->y) < 8 * LINE;
}

/* The first ones couldn't know where the last would stand. */
static void
settle(const struct crowd *crowd, struct tag *tags)
{
	for (int round = 0; round < ROUNDS; round++)
		for (size_t i = 0; i < crowd->n; i++)
			for (size_t k = i + 1; k < crowd->n; k++)
				if (tags[i].chosen && tags[k].chosen &&
				    are_near(crowd, i, k))
					place_two(crowd, tags, i, k);
}

/* the label that covers the most, where that is too much; else n. Of two alike
 * the later one, which is the smaller. */
static size_t
worst(const struct crowd *crowd, const struct tag *tags)
{
	size_t found = crowd->n;
	double most = cost_most, cost;

	for (size_t i = 0; i < crowd->n; i++) {
		if (!tags[i].chosen)
			continue;
		cost = cost_of(crowd, tags, i, i, tags[i].chosen);
		if (cost >= most) {
			most = cost;
			found = i;
		}
	}
	return found;
}

/* A name that can't be read says less than none: the table has them all. */
static void
thin_out(const struct crowd *crowd, struct tag *tags)
{
	size_t i;

	while ((i = worst(crowd, tags)) < crowd->n) {
		tags[i].chosen = NULL;
		for (size_t k = 0; k < crowd->n; k++)
			if (tags[k].chosen && are_near(crowd, i, k))
				place_one(crowd, tags, k);
	}
}

void
crowd_place(struct crowd *crowd)
{
	struct tag *tags =
		arena_alloc(crowd->arena, CROWD_MOST * sizeof(*tags));

	if (crowd->n > CROWD_MOST)
		crowd->n = CROWD_MOST;
	for (size_t i = 0; i < crowd->n; i++) {
		tags[i].chosen = NULL;
		if (!crowd->points[i].name)
			continue;
		make_shapes(crowd, crowd->points[i].name, tags[i].shapes);
		make_ways(crowd, i, &tags[i]);
	}
	for (size_t i = 0; i < crowd->n; i++)
		if (crowd->points[i].name)
			place_one(crowd, tags, i);
	settle(crowd, tags);
	thin_out(crowd, tags);
	for (size_t i = 0; i < crowd->n; i++)
		if (tags[i].chosen) {
			crowd->points[i].label = tags[i].chosen->shape->text;
			crowd->points[i].place = tags[i].chosen->place;
		}
}
