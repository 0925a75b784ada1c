/* chart.h - drawings of a page: each is one function of the tables and the view
 */
#ifndef CES_TEXT_CHART_H
#define CES_TEXT_CHART_H

#include "ces/scale.h"
#include "ces/table.h"
#include "svg.h"

/* a drawing to be made; id: of the drawing and what is in it, unique on the
 * page */
struct chart {
	const struct tables *tables;
	const struct review *review;
	const char *id;
	struct arena *arena; /* of its texts */
	bool small; /* a matrix for a block beside others */
};

/*
 * Each appends its drawing, or nothing and returns false where there are fewer
 * than two points. What doesn't fit a narrow screen is drawn in two widths, of
 * which the style shows one.
 */

/* contact reasons by their value to customers and to the company */
bool chart_matrix(struct buf *out, const struct chart *chart);
/* the weeks of segments on channels where most is lost, a figure each */
bool chart_weeks(struct buf *out, const struct chart *chart);
/* contacts by month, else the month index, and the events above them */
bool chart_months(struct buf *out, const struct chart *chart);
/* when actions are due, and today */
bool chart_gantt(struct buf *out, const struct chart *chart);
/* readings of headline measures against their plan, a figure each */
bool chart_measures(struct buf *out, const struct chart *chart);

/* --- for the drawings ------------------------------------------------------- */

enum chart_width { CHART_WIDE, CHART_NARROW, CHART_SMALL };

/* the drawing in that width, whose id tells them apart */
struct svg chart_svg(struct buf *out, const struct chart *chart,
		     enum chart_width width, double pixels);
/* a number as texts show it, with so many decimals */
const char *
chart_number(const struct chart *chart, double number, int decimals);
/* the room at the left of figures along an axis; and the axis, with a line across
 * at each */
double chart_axis_room(const struct chart *chart, const struct axis *axis);
void chart_axis(const struct svg *svg, const struct chart *chart,
		const struct axis *axis, const struct scale *values,
		double left, double right);
/* the key of colors, a line above the drawings; a color is NULL for a text
 * alone */
void chart_key(struct buf *out, const struct chart *chart,
	       const char *const *colors, const char *const *names, size_t n);
/* tells at the foot of a drawing how many it leaves out, where it does */
void chart_more(const struct svg *svg, const struct chart *chart, double x,
		size_t left_out);
/* begins a figure with that caption, of several beside one another */
void chart_figure(struct buf *out, const char *caption);

#endif
