/* plot_customers.c - charts of segments and of channels */
#include <libintl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/topic.h"
#include "plot.h"

enum { SEGMENTS_MOST = 24, CHANNELS_MOST = 16, HEIGHT = 340 };

static int
bars_height(size_t n, int each)
{
	int height = (int)n * each + 80;

	return height < 240 ? 240 : height;
}

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

/* does one before it stand so close that their names would meet */
static bool
is_close(const struct plot *plot, const size_t *rows, size_t i)
{
	double share = tab_number(plot->tab, rows[i], "revenue_share");

	for (size_t k = 0; k < i; k++)
		if (growth_of(plot->work, rows[k]) ==
			    growth_of(plot->work, rows[i]) &&
		    fabs(tab_number(plot->tab, rows[k], "revenue_share") -
			 share) < 0.06)
			return true;
	return false;
}

static void
add_segments(struct plot *plot, struct chart *chart, const size_t *rows,
	     size_t n)
{
	uint32_t first = data_block(plot->work, gettext("Value and growth"),
				    (uint32_t)n);
	const char *high = gettext("yes");
	double most = 0, customers;

	for (size_t i = 0; i < n; i++) {
		customers = tab_number(plot->tab, rows[i], "customers");
		if (isfinite(customers))
			most = fmax(most, customers);
	}
	for (size_t i = 0; i < n; i++) {
		uint32_t row = first + (uint32_t)i;
		const char *name = tab_text(plot->tab, rows[i], "name");
		double width;
		int lines;
		const char *label = plot_lines(plot->work, name,
					       plot->width / 2, &width, &lines);

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
				.color = strcmp(tab_text(plot->tab, rows[i],
							 "high_value"),
						high)
						 ? PALE
						 : ACCENT,
				.marker = most > 0 && isfinite(customers)
						  ? (int)lround(30 *
								sqrt(customers /
								     most))
						  : MARKER_LEAST,
				.labels = &label,
				.place = is_close(plot, rows, i)
						 ? LABEL_LEFT
						 : LABEL_RIGHT});
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

	if (!n)
		return false;
	for (size_t i = 0; i < n; i++)
		most = fmax(most,
			    tab_number(plot->tab, rows[i], "revenue_share"));
	/* room at the foot for the names of the columns */
	y.step = most > 0.5 ? 0.2 : most > 0.2 ? 0.1 : 0.05;
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
	if (best == tab->table->rows)
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
	height = bars_height(n, 52) > HEIGHT ? bars_height(n, 52) : HEIGHT;
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
	plot_head(plot, column, revenue_message(plot), NULL);
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
	if (plot_figures(plot->tab, "revenue_share") &&
	    plot_figures(plot->tab, "share"))
		height = draw_revenue(plot, growth ? half + PLOT_GAP : 0);
	if (height)
		plot_end(plot, height);
}

/* --- preference against offer -------------------------------------------- */

/*
 * What share of all customers prefers each channel: the segments' preferences,
 * weighted by how large they are, or alike where that isn't told of all.
 */
struct offer {
	double *preferred, *used; /* shares of 1, by channel */
	bool weighted;
};

static void
weigh(const struct plan *plan, struct offer *offer)
{
	offer->weighted = true;
	for (uint32_t i = 0; i < plan->segments.n; i++)
		if (!is_set(&ITEM(segment, plan->segments, i)->share.at))
			offer->weighted = false;
}

static void
add_preferences(const struct segment *segment, double weight,
		struct offer *offer)
{
	const struct shares_value *wanted = &segment->preferences.channels;

	for (uint32_t k = 0; is_set(&wanted->at) && k < wanted->n; k++) {
		const struct object *to = ref_target(&wanted->items[k].ref);

		if (to && is_set(&wanted->items[k].value.at))
			offer->preferred[to->index] +=
				weight * wanted->items[k].value.n / 100;
	}
}

static bool
work_out(struct work *work, struct offer *offer)
{
	const struct plan *plan = work->review->plan;
	const struct view *view = work->review->view;
	double all = 0, weight, contacts = 0;

	offer->preferred = arena_alloc(work->arena,
				       (plan->channels.n + 1) * sizeof(double));
	offer->used = arena_alloc(work->arena,
				  (plan->channels.n + 1) * sizeof(double));
	for (uint32_t i = 0; i < plan->channels.n; i++) {
		offer->preferred[i] = 0;
		if (isfinite(view->channels[i].volume))
			contacts += view->channels[i].volume;
	}
	weigh(plan, offer);
	for (uint32_t i = 0; i < plan->segments.n; i++) {
		const struct segment *segment =
			ITEM(segment, plan->segments, i);

		if (!is_set(&segment->preferences.channels.at))
			continue;
		weight = offer->weighted ? segment->share.n : 1;
		all += weight;
		add_preferences(segment, weight, offer);
	}
	for (uint32_t i = 0; i < plan->channels.n; i++) {
		offer->used[i] = contacts > 0
					 ? view->channels[i].volume / contacts
					 : NAN;
		if (all > 0)
			offer->preferred[i] /= all;
	}
	return all > 0 && contacts > 0;
}

/* the channel that is wanted most beyond its use */
static const char *
offer_message(struct plot *plot, const struct offer *offer)
{
	size_t best = plot->tab->table->rows;
	double most = 0.05, more;

	for (size_t i = 0; i < plot->tab->table->rows; i++) {
		more = offer->preferred[i] - offer->used[i];
		if (more > most) {
			most = more;
			best = i;
		}
	}
	if (best == plot->tab->table->rows)
		return gettext("Channels that customers prefer, and use");
	return plot_text(
		plot->work,
		gettext("{name}: preferred by {wanted} of customers, {used} of "
			"contacts"),
		ARGS(TEXT_ARG("name", tab_text(plot->tab, best, "name")),
		     PERCENT_ARG("wanted", round(offer->preferred[best] * 100)),
		     PERCENT_ARG("used", round(offer->used[best] * 100))));
}

static uint32_t
write_offer(struct plot *plot, const struct offer *offer, size_t *n)
{
	size_t shown = 0;
	uint32_t first =
		data_block(plot->work, gettext("Channels preferred and used"),
			   CHANNELS_MOST);

	for (size_t i = 0; i < plot->tab->table->rows && shown < CHANNELS_MOST;
	     i++) {
		uint32_t row = first + (uint32_t)shown;

		if (!(offer->preferred[i] > 0) && !(offer->used[i] > 0))
			continue;
		data_text(plot->work, row, 0, tab_text(plot->tab, i, "name"));
		data_number(plot->work, row, 1, offer->preferred[i]);
		data_number(plot->work, row, 2, offer->used[i]);
		shown++;
	}
	*n = shown;
	return first;
}

static int
draw_offer(struct plot *plot, const struct offer *offer, int width)
{
	struct chart *chart = chart_make(plot->work->book, CHART_BARS);
	struct chart_axis names = {.reverse = true};
	struct chart_axis values = {.title = gettext("Share, %"),
				    .number = "0%",
				    .fixed = FIX_LEAST,
				    .off = true};
	size_t n;
	uint32_t first = write_offer(plot, offer, &n), rows = (uint32_t)n;
	int height = bars_height(n, 46);

	chart_add(chart,
		  &(struct chart_series){
			  .name = gettext("Customers who prefer it"),
			  .names = data_range(plot->work, first, rows, 0),
			  .values = data_range(plot->work, first, rows, 1),
			  .color = ACCENT,
			  .number = "0%",
			  .place = LABEL_END});
	chart_add(chart,
		  &(struct chart_series){
			  .name = gettext("Contacts that come by it"),
			  .names = data_range(plot->work, first, rows, 0),
			  .values = data_range(plot->work, first, rows, 2),
			  .color = PALE,
			  .number = "0%",
			  .place = LABEL_END});
	chart_axes(chart, &names, &values);
	chart_gap(chart, 60);
	chart_legend(chart);
	plot_head(plot, 0, offer_message(plot, offer),
		  offer->weighted
			  ? gettext("Segments weigh as much as they have "
				    "customers. Contacts: of all channels with "
				    "self-service.")
			  : gettext("Segments weigh alike, for not all tell "
				    "their share of customers. Contacts: of "
				    "all channels with self-service."));
	plot_place(plot, chart, 0, 0, width, height,
		   gettext("Bars of each channel: the share of customers who "
			   "prefer it, and the share of contacts that come by "
			   "it."));
	return height;
}

/* --- what channels cost -------------------------------------------------- */

static void
say_cost(struct plot *plot, int column)
{
	const struct tab *tab = plot->tab;
	size_t most = plot_most(tab, "cost");
	double all = 0, cost;

	for (size_t i = 0; i < tab->table->rows; i++) {
		cost = tab_number(tab, i, "cost");
		all += isfinite(cost) ? cost : 0;
	}
	plot_head(
		plot, column,
		plot_text(plot->work,
			  gettext("{name} takes {share} of what contacts "
				  "cost"),
			  ARGS(TEXT_ARG("name", tab_text(tab, most, "name")),
			       PERCENT_ARG("share",
					   round(tab_number(tab, most, "cost") /
						 all * 100)))),
		plot_header(plot->work, tab, "cost"));
}

static int
draw_cost(struct plot *plot, int x, int least)
{
	size_t n = plot->tab->table->rows;
	int column = plot_column(plot, &x), height;
	struct chart *chart = chart_make(plot->work->book, CHART_BARS);
	struct chart_axis names = {.reverse = true};
	struct chart_axis values = {
		.title = plot_header(plot->work, plot->tab, "cost"),
		.number = "#,##0",
		.fixed = FIX_LEAST,
		.off = true};

	if (n > CHANNELS_MOST)
		n = CHANNELS_MOST;
	height = bars_height(n, 32) > least ? bars_height(n, 32) : least;
	chart_add(chart, &(struct chart_series){
				 .names = plot_range(plot->tab, "name", 0, n),
				 .values = plot_range(plot->tab, "cost", 0, n),
				 .color = ACCENT,
				 .number = "#,##0;-#,##0;",
				 .place = LABEL_END});
	chart_axes(chart, &names, &values);
	chart_gap(chart, 50);
	say_cost(plot, column);
	plot_place(plot, chart, column, 0, plot->width - x, height,
		   gettext("Bars of what each channel costs a year."));
	return height;
}

void
plot_channels(struct plot *plot)
{
	int half = plot->width / 2 - PLOT_GAP, height = 0;
	size_t most = plot_most(plot->tab, "cost");
	struct offer offer;

	if (work_out(plot->work, &offer))
		height = draw_offer(plot, &offer, half);
	if (most < plot->tab->table->rows &&
	    tab_number(plot->tab, most, "cost") > 0)
		height = draw_cost(plot, height ? half + PLOT_GAP : 0, height);
	if (height)
		plot_end(plot, height);
}
