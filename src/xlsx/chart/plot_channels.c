/* plot_channels.c - charts of channels: what is wanted, used and spent */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/message.h"
#include "plot.h"

enum { CHANNELS_MOST = 16 };

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
	int height = plot_height(n, 46);

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
	height = plot_height(n, 32) > least ? plot_height(n, 32) : least;
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

	if (plot->tab->table->rows > 1 && work_out(plot->work, &offer))
		height = draw_offer(plot, &offer, half);
	if (plot_figures(plot->tab, "cost") > 1 &&
	    tab_number(plot->tab, most, "cost") > 0)
		height = draw_cost(plot, height ? half + PLOT_GAP : 0, height);
	if (height)
		plot_end(plot, height);
}
