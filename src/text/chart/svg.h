/* svg.h - elements of a drawing that a page holds, without script, style or
 * reference to anything outside */
#ifndef CES_TEXT_SVG_H
#define CES_TEXT_SVG_H

#include "ces/arena.h"

/*
 * Colors are classes of the page's style, f-NAME and s-NAME (palette.def); its
 * rules of a chart's texts are in templates/page/chart.css, in these sizes.
 */
enum { SVG_TEXT = 12, SVG_SMALL = 11, SVG_BASE = 4 /* of a line's middle */ };

/* a drawing under construction; ids in it begin with its own */
struct svg {
	struct buf *out;
	const char *id;
	double width, height;
};

/* class: beside "chart"; title and description are read to those who can't see
 * it; title NULL: it is for the others alone */
void svg_begin(const struct svg *svg, const char *class, const char *title,
	       const char *description);
void svg_end(const struct svg *svg);

/* Texts are shown as they are; class: of its color and stroke, or "". Numbers
 * are rounded to tenths. */
void svg_rect(const struct svg *svg, const char *class, double x, double y,
	      double width, double height);
void svg_line(const struct svg *svg, const char *class, double x1, double y1,
	      double x2, double y2);
/* hint: shown where a pointer rests on it; or NULL */
void svg_circle(const struct svg *svg, const char *class, double x, double y,
		double radius, const char *hint);
void svg_text(const struct svg *svg, const char *class, double x, double y,
	      const char *text);
/* upward along a line */
void svg_text_up(const struct svg *svg, const char *class, double x, double y,
		 const char *text);
/* points from svg_point(), x and y of each */
void svg_path_begin(const struct svg *svg, const char *class);
void svg_point(const struct svg *svg, double x, double y);
void svg_path_end(const struct svg *svg);

/* makes the color with what tells its areas apart on gray paper */
void svg_define(const struct svg *svg, const char *color);
/* a rectangle of a color that was defined so */
void svg_area(const struct svg *svg, const char *color, double x, double y,
	      double width, double height);

/* the room that a text takes, at most, in any system's font */
double svg_room(const char *text, int size);
/* the text, or as much as fits, cut at a word; the same pointer where all does */
const char *svg_fit(struct arena *arena, const char *text, int size,
		    double room);
/* a name in that room, with all of it as a hint where it is cut */
void svg_name(const struct svg *svg, struct arena *arena, const char *class,
	      double x, double y, const char *text, double room);

#endif
