/* chart.c - what the drawings of a page have in common */
#include "chart.h"

#include <math.h>

#include "ces/language.h"
#include "text/html/html.h"

enum { SWATCH = 12, PAD = 6 };

struct svg
chart_svg(struct buf *out, const struct chart *chart, enum chart_width width,
	  double pixels)
{
	return (struct svg){.out = out,
			    .id = arena_format(chart->arena, "%s-%c", chart->id,
					       "wns"[width]),
			    .width = pixels};
}

const char *
chart_number(const struct chart *chart, double number, int decimals)
{
	struct buf text = {0};

	if (number < 0)
		buf_puts(&text, "−");
	amount_show(&text, chart->review->language, fabs(number), decimals);
	return arena_take(chart->arena, &text);
}

static const char *
mark_text(const struct chart *chart, const struct axis *axis, int i)
{
	return chart_number(chart, axis->least + i * axis->step,
			    step_decimals(axis->step));
}

double
chart_axis_room(const struct chart *chart, const struct axis *axis)
{
	double room = 0;

	for (int i = 0; i <= axis->steps; i++)
		room = fmax(room,
			    svg_room(mark_text(chart, axis, i), SVG_SMALL));
	return room + PAD;
}

void
chart_axis(const struct svg *svg, const struct chart *chart,
	   const struct axis *axis, const struct scale *values, double left,
	   double right)
{
	for (int i = 0; i <= axis->steps; i++) {
		double y = scale_at(values, axis->least + i * axis->step);

		svg_line(svg, i ? "s-hair" : "s-rule", left, y, right, y);
		svg_text(svg, "small e", left - PAD, y + SVG_BASE,
			 mark_text(chart, axis, i));
	}
}

void
chart_key(struct buf *out, const struct chart *chart, const char *const *colors,
	  const char *const *names, size_t n)
{
	const struct svg svg = {
		.out = out,
		.id = arena_format(chart->arena, "%s-k", chart->id),
		.width = SWATCH,
		.height = SWATCH};

	buf_puts(out, "<p class=\"chart-key\">");
	for (size_t i = 0; i < n; i++) {
		buf_puts(out, "<span>");
		if (colors[i]) {
			svg_begin(&svg, "swatch", NULL, NULL);
			svg_define(&svg, colors[i]);
			svg_area(&svg, colors[i], 0, 0, SWATCH, SWATCH);
			svg_end(&svg);
		}
		html_text(out,
			  language_text(chart->review->language, names[i]));
		buf_puts(out, "</span>\n");
	}
	buf_puts(out, "</p>\n");
}

void
chart_more(const struct svg *svg, const struct chart *chart, double x,
	   size_t left_out)
{
	if (!left_out)
		return;
	svg_text(svg, "small", x, svg->height - PAD,
		 message_text(chart->arena, chart->review->language,
			      N_("{n} more"),
			      ARGS(COUNT_ARG("n", (double)left_out))));
}

void
chart_figure(struct buf *out, const char *caption)
{
	buf_puts(out, "<figure>\n<figcaption>");
	html_text(out, caption);
	buf_puts(out, "</figcaption>\n");
}
