/* svg.c - elements of a drawing that a page holds */
#include "svg.h"

#include <math.h>
#include <string.h>

#include "ces/palette.h"
#include "ces/utf8.h"
#include "text/html/html.h"

/* hundredths of the font's size that characters take at most, on average */
enum { LETTER_ROOM = 62, WIDE_ROOM = 100 };
enum { PATTERN_SIZE = 6 };

/* --- attributes --------------------------------------------------------- */

static void
add_number(const struct svg *svg, double number)
{
	buf_number(svg->out, round(number * 10) / 10);
}

static void
add_attribute(const struct svg *svg, const char *name, double number)
{
	buf_printf(svg->out, " %s=\"", name);
	add_number(svg, number);
	buf_putc(svg->out, '"');
}

static void
add_element(const struct svg *svg, const char *name, const char *class)
{
	buf_printf(svg->out, *class ? "<%s class=\"%s\"" : "<%s", name, class);
}

static void
add_hint(const struct svg *svg, const char *hint)
{
	buf_puts(svg->out, "<title>");
	html_text(svg->out, hint);
	buf_puts(svg->out, "</title>");
}

/* --- the drawing -------------------------------------------------------- */

void
svg_begin(const struct svg *svg, const char *class, const char *title,
	  const char *description)
{
	struct buf *out = svg->out;

	/* in CSS checkers of HTML don't know it */
	buf_printf(out, "<svg class=\"chart %s\" paint-order=\"stroke\"",
		   class);
	if (title)
		buf_printf(out,
			   " role=\"img\" aria-labelledby=\"%s-t\" "
			   "aria-describedby=\"%s-d\"",
			   svg->id, svg->id);
	else
		buf_puts(out, " aria-hidden=\"true\"");
	add_attribute(svg, "width", svg->width);
	add_attribute(svg, "height", svg->height);
	buf_puts(out, " viewBox=\"0 0 ");
	add_number(svg, svg->width);
	buf_putc(out, ' ');
	add_number(svg, svg->height);
	buf_puts(out, "\">\n");
	if (!title)
		return;
	buf_printf(out, "<title id=\"%s-t\">", svg->id);
	html_text(out, title);
	buf_printf(out, "</title>\n<desc id=\"%s-d\">", svg->id);
	html_text(out, description);
	buf_puts(out, "</desc>\n");
}

void
svg_end(const struct svg *svg)
{
	buf_puts(svg->out, "</svg>\n");
}

/* --- shapes ------------------------------------------------------------- */

static void
add_box(const struct svg *svg, double x, double y, double width, double height)
{
	add_attribute(svg, "x", x);
	add_attribute(svg, "y", y);
	add_attribute(svg, "width", width);
	add_attribute(svg, "height", height);
}

void
svg_rect(const struct svg *svg, const char *class, double x, double y,
	 double width, double height)
{
	add_element(svg, "rect", class);
	add_box(svg, x, y, width, height);
	buf_puts(svg->out, "/>\n");
}

void
svg_line(const struct svg *svg, const char *class, double x1, double y1,
	 double x2, double y2)
{
	add_element(svg, "line", class);
	add_attribute(svg, "x1", x1);
	add_attribute(svg, "y1", y1);
	add_attribute(svg, "x2", x2);
	add_attribute(svg, "y2", y2);
	buf_puts(svg->out, "/>\n");
}

void
svg_circle(const struct svg *svg, const char *class, double x, double y,
	   double radius, const char *hint)
{
	add_element(svg, "circle", class);
	add_attribute(svg, "cx", x);
	add_attribute(svg, "cy", y);
	add_attribute(svg, "r", radius);
	buf_puts(svg->out, hint ? ">" : "/>\n");
	if (!hint)
		return;
	add_hint(svg, hint);
	buf_puts(svg->out, "</circle>\n");
}

void
svg_path_begin(const struct svg *svg, const char *class)
{
	add_element(svg, "polyline", class);
	buf_puts(svg->out, " points=\"");
}

void
svg_point(const struct svg *svg, double x, double y)
{
	add_number(svg, x);
	buf_putc(svg->out, ',');
	add_number(svg, y);
	buf_putc(svg->out, ' ');
}

void
svg_path_end(const struct svg *svg)
{
	buf_puts(svg->out, "\"/>\n");
}

/* --- patterns ----------------------------------------------------------- */

static enum pattern
pattern_of(const char *color)
{
	const struct paint *paint = palette;

	while (strcmp(paint->name, color))
		paint++;
	return paint->pattern;
}

void
svg_define(const struct svg *svg, const char *color)
{
	static const char *const over[] = {
		[PATTERN_HATCH] = "<path class=\"hatch\" "
				  "d=\"M-1 1 1-1M0 6 6 0M5 7 7 5\"/>",
		[PATTERN_DOTS] = "<circle class=\"dot\" cx=\"3\" cy=\"3\" "
				 "r=\"0.9\"/>"};
	enum pattern pattern = pattern_of(color);

	if (pattern == PATTERN_PLAIN)
		return;
	buf_printf(svg->out,
		   "<defs><pattern id=\"%s-%s\" width=\"%d\" height=\"%d\" "
		   "patternUnits=\"userSpaceOnUse\"><rect class=\"f-%s\" "
		   "width=\"%d\" height=\"%d\"/>%s</pattern></defs>\n",
		   svg->id, color, PATTERN_SIZE, PATTERN_SIZE, color,
		   PATTERN_SIZE, PATTERN_SIZE, over[pattern]);
}

void
svg_area(const struct svg *svg, const char *color, double x, double y,
	 double width, double height)
{
	if (pattern_of(color) == PATTERN_PLAIN)
		buf_printf(svg->out, "<rect class=\"f-%s\"", color);
	else
		buf_printf(svg->out, "<rect fill=\"url(#%s-%s)\"", svg->id,
			   color);
	add_box(svg, x, y, width, height);
	buf_puts(svg->out, "/>\n");
}

/* --- texts -------------------------------------------------------------- */

static void
add_text(const struct svg *svg, const char *class, double x, double y,
	 const char *text, const char *hint)
{
	add_element(svg, "text", class);
	add_attribute(svg, "x", x);
	add_attribute(svg, "y", y);
	buf_putc(svg->out, '>');
	html_text(svg->out, text);
	if (hint)
		add_hint(svg, hint);
	buf_puts(svg->out, "</text>\n");
}

void
svg_text(const struct svg *svg, const char *class, double x, double y,
	 const char *text)
{
	add_text(svg, class, x, y, text, NULL);
}

void
svg_text_up(const struct svg *svg, const char *class, double x, double y,
	    const char *text)
{
	add_element(svg, "text", class);
	buf_puts(svg->out, " transform=\"translate(");
	add_number(svg, x);
	buf_putc(svg->out, ' ');
	add_number(svg, y);
	buf_puts(svg->out, ") rotate(-90)\">");
	html_text(svg->out, text);
	buf_puts(svg->out, "</text>\n");
}

double
svg_room(const char *text, int size)
{
	size_t n = strlen(text), all = utf8_count(text, n);
	size_t columns = utf8_width(text, n);
	size_t wide = columns > all ? columns - all : 0;

	return (double)((columns - 2 * wide) * LETTER_ROOM + wide * WIDE_ROOM) *
	       size / 100;
}

const char *
svg_fit(struct arena *arena, const char *text, int size, double room)
{
	double all = svg_room(text, size);
	struct buf fit = {0};

	if (all <= room)
		return text;
	room *= (double)utf8_width(text, strlen(text)) / all;
	utf8_shorten(&fit, text, (size_t)fmax(room, 1));
	return arena_take(arena, &fit);
}

void
svg_name(const struct svg *svg, struct arena *arena, const char *class,
	 double x, double y, const char *text, double room)
{
	const char *fit = svg_fit(arena, text, SVG_SMALL, room);

	add_text(svg, class, x, y, fit, fit == text ? NULL : text);
}
