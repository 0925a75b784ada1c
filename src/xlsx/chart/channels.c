/* channels.c - charts of channels: preference against use, and cost */
#include <libintl.h>

#include "layout.h"

enum { CHANNELS_MOST = 16, HEIGHT_LEAST = 240 };

/* --- preference against use ---------------------------------------------- */

/*
 * The share of all customers that prefers each channel: the segments'
 * preferences, weighted by how large they are, or alike where not all tell it.
 */
struct offer {
	double *preferred, *used; /* shares of 1, by row of the table */
	bool weighted;
};

static bool
work_out(const struct layout *layout, struct offer *offer)
{
	const struct table *table = layout->tab->table;
	const struct table *segments =
		work_tab(layout->work, TABLE_segments)->table;
	size_t size = (table->rows + 1) * sizeof(double);
	double all = 0, contacts = layout_number(layout, "SUM([volume])");

	offer->preferred = arena_alloc(layout->work->arena, size);
	offer->used = arena_alloc(layout->work->arena, size);
	offer->weighted = layout_number(layout, "COUNT([segments.share])") ==
			  (double)segments->rows;
	for (size_t i = 0; i < segments->rows; i++) {
		const struct segment *segment =
			(const void *)segments->objects[i];
		const struct shares_value *wanted =
			&segment->preferences.channels;
		double weight = offer->weighted
					? table_at(segments, i, "share")->number
					: 1;

		if (is_set(&wanted->at))
			all += weight;
		for (uint32_t k = 0; k < wanted->n; k++) {
			const struct object *to =
				ref_target(&wanted->items[k].ref);

			/* rows may be sorted otherwise than the plan */
			if (to && is_set(&wanted->items[k].value.at))
				offer->preferred[table_find_row(table,
								to->id)] +=
					weight * wanted->items[k].value.n / 100;
		}
	}
	for (size_t i = 0; i < table->rows && all > 0; i++) {
		offer->used[i] =
			tab_number(layout->tab, i, "volume") / contacts;
		offer->preferred[i] /= all;
	}
	return all > 0 && contacts > 0;
}

static uint32_t
write_offer(struct layout *layout, const struct offer *offer, uint32_t *n)
{
	struct work *work = layout->work;
	uint32_t first = data_block(
		work, gettext("Channels preferred and used"), CHANNELS_MOST);

	*n = 0;
	for (size_t i = 0; i < layout->tab->table->rows && *n < CHANNELS_MOST;
	     i++) {
		if (!(offer->preferred[i] > 0) && !(offer->used[i] > 0))
			continue;
		data_text(work, first + *n, 0,
			  tab_text(layout->tab, i, "name"));
		data_number(work, first + *n, 1, offer->preferred[i]);
		data_number(work, first + *n, 2, offer->used[i]);
		++*n;
	}
	return first;
}

/* The title names the channel that is preferred most beyond its use. */
static int
draw_offer(struct layout *layout, const struct offer *offer, int width)
{
	struct work *work = layout->work;
	uint32_t n, first = write_offer(layout, offer, &n);
	double most = 0.05, more;
	size_t best = 0;

	for (size_t i = 0; i < layout->tab->table->rows; i++) {
		more = offer->preferred[i] - offer->used[i];
		if (more > most) {
			most = more;
			best = i;
		}
	}
	const struct drawing drawing = {
		.kind = CHART_BARS,
		.title = most > 0.05 ? N_("{name}: preferred by {wanted} of "
					  "customers, {used} of contacts")
				     : N_("Channels that customers prefer, and "
					  "use"),
		.note = offer->weighted
				? N_("Segments weigh as much as they have "
				     "customers. Contacts: of all channels "
				     "with self-service.")
				: N_("Segments weigh alike, for not all tell "
				     "their share of customers. Contacts: of "
				     "all channels with self-service."),
		.description = N_("Bars of each channel: the share of "
				  "customers who prefer it, and the share of "
				  "contacts that come by it."),
		.args = ARGS(
			TEXT_ARG("name", tab_text(layout->tab, best, "name")),
			PERCENT_ARG("wanted",
				    round(offer->preferred[best] * 100)),
			PERCENT_ARG("used", round(offer->used[best] * 100))),
		.y = {.title = gettext("Share, %"), .number = "0%"},
		.names = data_range(work, first, n, 0),
		SERIES({.name = gettext("Customers who prefer it"),
			.values = data_range(work, first, n, 1),
			.color = ACCENT,
			.number = "0%"},
		       {.name = gettext("Contacts that come by it"),
			.values = data_range(work, first, n, 2),
			.color = PALE,
			.number = "0%"}),
		.width = width,
		.height = bars_height(n, 46, HEIGHT_LEAST),
		.gap = 60,
		.legend = true};

	return drawing_write(layout, &drawing);
}

/* --- cost ---------------------------------------------------------------- */

static int
draw_cost(struct layout *layout, size_t most, int x, int least)
{
	const struct tab *tab = layout->tab;
	const char *header = tab_header(layout, "cost");
	double share = tab_number(tab, most, "cost") /
		       layout_number(layout, "SUM([cost])");
	size_t all = tab->table->rows;
	size_t n = all < CHANNELS_MOST ? all : CHANNELS_MOST;
	const struct drawing drawing = {
		.kind = CHART_BARS,
		.title = N_("{name} takes {share} of what contacts cost"),
		.note = "{header}",
		.description = N_("Bars of what each channel costs a year."),
		.args = ARGS(TEXT_ARG("name", tab_text(tab, most, "name")),
			     PERCENT_ARG("share", round(share * 100)),
			     TEXT_ARG("header", header)),
		.y = {.title = header, .number = "#,##0"},
		.names = tab_range(tab, "name", n),
		SERIES({.values = tab_range(tab, "cost", n),
			.color = ACCENT,
			.number = "#,##0;−#,##0;"}),
		.left = x,
		.height = bars_height(n, 32, least),
		.gap = 50};

	return drawing_write(layout, &drawing);
}

void
draw_channels(struct layout *layout)
{
	const struct tab *tab = layout->tab;
	int half = layout->width / 2 - CHART_GAP, height = 0;
	size_t most = tab_most(tab, "cost");
	struct offer offer;

	if (tab->table->rows > 1 && work_out(layout, &offer))
		height = draw_offer(layout, &offer, half);
	if (layout_number(layout, "COUNT([cost])") > 1 &&
	    tab_number(tab, most, "cost") > 0)
		height = draw_cost(layout, most, height ? half + CHART_GAP : 0,
				   height ? height : HEIGHT_LEAST);
	if (height)
		layout_end(layout, height);
}
