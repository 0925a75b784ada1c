/* channels.c - charts of channels: preference against use, and cost */
#include <libintl.h>
#include <math.h>

#include "layout.h"

enum { CHANNELS_MOST = 16 };

/* --- preference against use ---------------------------------------------- */

/*
 * The share of all customers that prefers each channel: the segments'
 * preferences, weighted by how large they are, or alike where not all tell it.
 */
struct offer {
	double *preferred, *used; /* shares of 1, by row of the table */
	bool weighted;
};

static double
share_of(const struct table *segments, size_t row)
{
	return table_at(segments, row, "share")->number;
}

/* Rows may be sorted otherwise than the plan. */
static void
add_preferences(const struct tab *tab, const struct segment *segment,
		double weight, struct offer *offer)
{
	const struct shares_value *wanted = &segment->preferences.channels;

	for (uint32_t k = 0; k < wanted->n; k++) {
		const struct object *to = ref_target(&wanted->items[k].ref);

		if (to && is_set(&wanted->items[k].value.at))
			offer->preferred[table_find_row(tab->table, to->id)] +=
				weight * wanted->items[k].value.n / 100;
	}
}

static bool
work_out(struct work *work, const struct tab *tab, struct offer *offer)
{
	const struct table *segments = work_tab(work, TABLE_segments)->table;
	size_t n = tab->table->rows, size = (n + 1) * sizeof(double);
	double all = 0, weight, contacts = tab_sum(tab, "volume");

	offer->preferred = arena_alloc(work->arena, size);
	offer->used = arena_alloc(work->arena, size);
	offer->weighted = true;
	for (size_t i = 0; i < segments->rows; i++)
		offer->weighted &= isfinite(share_of(segments, i)) != 0;
	for (size_t i = 0; i < segments->rows; i++) {
		const struct segment *segment =
			(const void *)segments->objects[i];

		if (!is_set(&segment->preferences.channels.at))
			continue;
		weight = offer->weighted ? share_of(segments, i) : 1;
		all += weight;
		add_preferences(tab, segment, weight, offer);
	}
	for (size_t i = 0; i < n && all > 0; i++) {
		offer->used[i] = tab_number(tab, i, "volume") / contacts;
		offer->preferred[i] /= all;
	}
	return all > 0 && contacts > 0;
}

/* names the channel that is preferred most beyond its use */
static const char *
offer_title(struct layout *layout, const struct offer *offer)
{
	size_t rows = layout->tab->table->rows, best = rows;
	double most = 0.05, more;

	for (size_t i = 0; i < rows; i++) {
		more = offer->preferred[i] - offer->used[i];
		if (more > most) {
			most = more;
			best = i;
		}
	}
	if (best == rows)
		return gettext("Channels that customers prefer, and use");
	return message_text(
		layout->work->arena,
		gettext("{name}: preferred by {wanted} of customers, {used} of "
			"contacts"),
		ARGS(TEXT_ARG("name", tab_text(layout->tab, best, "name")),
		     PERCENT_ARG("wanted", round(offer->preferred[best] * 100)),
		     PERCENT_ARG("used", round(offer->used[best] * 100))));
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

static int
draw_offer(struct layout *layout, const struct offer *offer, int width)
{
	struct work *work = layout->work;
	uint32_t n, first = write_offer(layout, offer, &n);

	const struct drawing drawing = {
		.kind = CHART_BARS,
		.title = offer_title(layout, offer),
		.note = offer->weighted ? gettext("Segments weigh as much as "
						  "they have customers. "
						  "Contacts: of all channels "
						  "with self-service.")
					: gettext("Segments weigh alike, for "
						  "not all tell their share of "
						  "customers. Contacts: of all "
						  "channels with "
						  "self-service."),
		.description = gettext("Bars of each channel: the share of "
				       "customers who prefer it, and the "
				       "share of contacts that come by it."),
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
		.height = bars_height(n, 46),
		.gap = 60,
		.legend = true};

	return drawing_write(layout, &drawing);
}

/* --- cost ---------------------------------------------------------------- */

static const char *
cost_title(struct layout *layout)
{
	const struct tab *tab = layout->tab;
	size_t most = tab_most(tab, "cost");

	return message_text(
		layout->work->arena,
		gettext("{name} takes {share} of what contacts cost"),
		ARGS(TEXT_ARG("name", tab_text(tab, most, "name")),
		     PERCENT_ARG("share", round(tab_number(tab, most, "cost") /
						tab_sum(tab, "cost") * 100))));
}

static int
draw_cost(struct layout *layout, int x, int least)
{
	const struct tab *tab = layout->tab;
	const char *header = tab_header(layout->work, tab, "cost");
	size_t n = tab_rows(tab, CHANNELS_MOST);
	int height = bars_height(n, 32);

	const struct drawing drawing = {
		.kind = CHART_BARS,
		.title = cost_title(layout),
		.note = header,
		.description = gettext("Bars of what each channel "
				       "costs a year."),
		.y = {.title = header, .number = "#,##0"},
		.names = tab_range(tab, "name", 0, n),
		SERIES({.values = tab_range(tab, "cost", 0, n),
			.color = ACCENT,
			.number = "#,##0;-#,##0;"}),
		.left = x,
		.height = height > least ? height : least,
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

	if (tab->table->rows > 1 && work_out(layout->work, tab, &offer))
		height = draw_offer(layout, &offer, half);
	if (tab_figures(tab, "cost") > 1 && tab_number(tab, most, "cost") > 0)
		height = draw_cost(layout, height ? half + CHART_GAP : 0,
				   height);
	if (height)
		layout_end(layout, height);
}
