/* plot_segments.c - charts of segments: value, growth, revenue */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/message.h"
#include "plot.h"

enum { SEGMENTS_MOST = 12, HEIGHT = 340 };

/* --- value x growth ------------------------------------------------------ */

static int
growth_of(const struct work *work, size_t row)
{
	const struct segment *segment =
		ITEM(segment, work->review->plan->segments, (uint32_t)row);

	return is_set(&segment->growth.at) ? segment->growth.word : -1;
}

static size_t
growth_rows(const struct plot *plot, size_t *rows)
{
	size_t n = 0;

	for (size_t i = 0; i < plot->tab->table->rows && n < SEGMENTS_MOST; i++)
		if (growth_of(plot->work, i) >= 0 &&
		    isfinite(tab_number(plot->tab, i, "revenue_share")))
			rows[n++] = i;
	return n;
}

/* how many before it stand so close that their names would meet */
static int
crowd_of(const struct plot *plot, const size_t *rows, size_t i)
{
	double share = tab_number(plot->tab, rows[i], "revenue_share");
	int n = 0;

	for (size_t k = 0; k < i; k++)
		if (growth_of(plot->work, rows[k]) ==
			    growth_of(plot->work, rows[i]) &&
		    fabs(tab_number(plot->tab, rows[k], "revenue_share") -
			 share) < 0.06)
			n++;
	return n;
}

static void
add_segments(struct plot *plot, struct chart *chart, const size_t *rows,
	     size_t n)
{
	uint32_t first = data_block(plot->work, gettext("Value and growth"),
				    (uint32_t)n);
	double most = 0, customers;

	for (size_t i = 0; i < n; i++) {
		customers = tab_number(plot->tab, rows[i], "customers");
		if (isfinite(customers))
			most = fmax(most, customers);
	}
	for (size_t i = 0; i < n; i++) {
		uint32_t row = first + (uint32_t)i;
		const char *name = tab_text(plot->tab, rows[i], "name");
		int crowd = crowd_of(plot, rows, i);
		const char *label =
			plot_lines(plot->work, name, plot->width / 2, HEIGHT);

		data_text(plot->work, row, 0,
			  tab_text(plot->tab, rows[i], "name"));
		data_number(plot->work, row, 1,
			    growth_of(plot->work, rows[i]) + 1);
		data_lookup(plot->work, row, 2, plot->tab, "revenue_share",
			    rows[i]);
		customers = tab_number(plot->tab, rows[i], "customers");
		chart_add(
			chart,
			&(struct chart_series){
				.name = name,
				.names = data_range(plot->work, row, 1, 1),
				.values = data_range(plot->work, row, 1, 2),
				.color = table_at(plot->tab->table, rows[i],
						  "high_value")
								 ->word == 1
						 ? ACCENT
						 : PALE,
				.marker = most > 0 && isfinite(customers)
						  ? (int)lround(30 *
								sqrt(customers /
								     most))
						  : MARKER_LEAST,
				.labels = crowd < 2 ? &label : NULL,
				.place =
					crowd == 1 ? LABEL_LEFT : LABEL_RIGHT});
	}
}

/* what the three columns of the plot are; at their foot, where few points are
 */
static void
add_growths(struct plot *plot, struct chart *chart)
{
	static const char *const names[] = {
		N_("Low growth"), N_("Medium growth"), N_("High growth")};
	uint32_t first = data_block(plot->work, gettext("Growth"), 3);
	const char *name;

	for (uint32_t i = 0; i < 3; i++) {
		name = gettext(names[i]);
		data_text(plot->work, first + i, 0, name);
		data_number(plot->work, first + i, 1, i + 1);
		data_number(plot->work, first + i, 2, 0);
		chart_add(chart, &(struct chart_series){
					 .name = name,
					 .names = data_range(plot->work,
							     first + i, 1, 1),
					 .values = data_range(plot->work,
							      first + i, 1, 2),
					 .labels = &name,
					 .place = LABEL_BELOW,
					 .label_color = ACCENT,
					 .label_bold = true});
	}
}

static void
say_growth(struct plot *plot)
{
	const char *note = gettext("Marker size: customers. Dark: high-value "
				   "segments.");
	const char *high = plain_word(choices[CHOICE_growth].words[2]);
	struct figure share =
		figure_share(plot->tab, "revenue_share", "growth", high);
	const struct piece piece = figure_piece("share", &share);

	if (share.value > 0)
		plot_say(plot, 0,
			 gettext("Segments of high growth bring {share} of "
				 "revenue"),
			 &piece, 1, note);
	else
		plot_head(plot, 0, gettext("Segments by value and growth"),
			  note);
	figure_free(&share, 1);
}

static bool
draw_growth(struct plot *plot, int width)
{
	struct chart_axis x = {.title = gettext("Growth"),
			       .fixed = FIX_LEAST | FIX_MOST | FIX_STEP |
					FIX_CROSS,
			       .least = 0.5,
			       .cross = 0.5,
			       .most = 3.5,
			       .step = 1,
			       .bare = true,
			       .grid = true};
	struct chart_axis y = {.title = gettext("Share of revenue, %"),
			       .number = "0%;;0%",
			       .grid = true};
	size_t rows[SEGMENTS_MOST], n = growth_rows(plot, rows);
	double most = 0;
	struct chart *chart;

	if (n < 2)
		return false;
	for (size_t i = 0; i < n; i++)
		most = fmax(most,
			    tab_number(plot->tab, rows[i], "revenue_share"));
	/* room at the foot for the names of the columns */
	y.step = most > 0.5    ? 0.2
		 : most > 0.2  ? 0.1
		 : most > 0.05 ? 0.05
			       : 0.01;
	y.fixed = FIX_LEAST | FIX_STEP | FIX_CROSS;
	y.least = -y.step;
	y.cross = y.least;
	chart = chart_make(plot->work->book, CHART_POINTS);
	add_segments(plot, chart, rows, n);
	add_growths(plot, chart);
	chart_axes(chart, &x, &y);
	say_growth(plot);
	plot_place(plot, chart, 0, 0, width, HEIGHT,
		   plot_text(plot->work,
			     gettext("{n} segments by growth, from low to "
				     "high, and by their share of revenue, "
				     "upward; markers are sized by customers."),
			     ARGS(COUNT_ARG("n", (double)n))));
	return true;
}

/* --- revenue against customers ------------------------------------------- */

static const char *
revenue_message(struct plot *plot)
{
	const struct tab *tab = plot->tab;
	size_t best = tab->table->rows;
	double most = 0.1, more;

	for (size_t i = 0; i < tab->table->rows; i++) {
		more = tab_number(tab, i, "revenue_share") -
		       tab_number(tab, i, "share");
		if (more > most) {
			most = more;
			best = i;
		}
	}
	if (best >= SEGMENTS_MOST || best == tab->table->rows)
		return gettext("Share of revenue against share of customers");
	return plot_text(
		plot->work,
		gettext("{name}: {customers} of customers, {revenue} of "
			"revenue"),
		ARGS(TEXT_ARG("name", tab_text(tab, best, "name")),
		     PERCENT_ARG("customers",
				 round(tab_number(tab, best, "share") * 100)),
		     PERCENT_ARG("revenue",
				 round(tab_number(tab, best, "revenue_share") *
				       100))));
}

static int
draw_revenue(struct plot *plot, int x)
{
	size_t n = plot->tab->table->rows;
	int column = plot_column(plot, &x), height;
	struct chart *chart = chart_make(plot->work->book, CHART_BARS);
	struct chart_axis names = {.reverse = true};
	struct chart_axis values = {.title = gettext("Share, %"),
				    .number = "0%",
				    .fixed = FIX_LEAST,
				    .off = true};

	if (n > SEGMENTS_MOST)
		n = SEGMENTS_MOST;
	height = plot_height(n, 52) > HEIGHT ? plot_height(n, 52) : HEIGHT;
	chart_add(chart,
		  &(struct chart_series){
			  .name = plot_header(plot->work, plot->tab, "share"),
			  .names = plot_range(plot->tab, "name", 0, n),
			  .values = plot_range(plot->tab, "share", 0, n),
			  .color = PALE,
			  .number = "0%",
			  .place = LABEL_END});
	chart_add(chart, &(struct chart_series){
				 .name = plot_header(plot->work, plot->tab,
						     "revenue_share"),
				 .names = plot_range(plot->tab, "name", 0, n),
				 .values = plot_range(plot->tab,
						      "revenue_share", 0, n),
				 .color = ACCENT,
				 .number = "0%",
				 .place = LABEL_END});
	chart_axes(chart, &names, &values);
	chart_gap(chart, 60);
	chart_legend(chart);
	plot_head(plot, column, revenue_message(plot),
		  n < plot->tab->table->rows
			  ? plot_text(plot->work,
				      gettext("The first {n} of {all} "
					      "segments"),
				      ARGS(COUNT_ARG("n", (double)n),
					   COUNT_ARG("all",
						     (double)plot->tab->table
							     ->rows)))
			  : NULL);
	plot_place(plot, chart, column, 0, plot->width - x, height,
		   gettext("Bars of each segment's share of customers and "
			   "share of revenue."));
	return height;
}

void
plot_segments(struct plot *plot)
{
	int half = plot->width / 2 - PLOT_GAP, height = 0;
	bool growth = draw_growth(plot, half);

	if (growth)
		height = HEIGHT;
	if (plot_figures(plot->tab, "revenue_share") > 1 &&
	    plot_figures(plot->tab, "share") > 1)
		height = draw_revenue(plot, growth ? half + PLOT_GAP : 0);
	if (height)
		plot_end(plot, height);
}
