/* channels.c - charts of channels: preference against use, and cost */
#include <stdlib.h>

#include "layout.h"

#include "ces/language.h"

enum { CHANNELS_MOST = 16, HEIGHT_LEAST = 240 };

/* --- preference against use ---------------------------------------------- */

/* a channel with a person whose contacts are known; shares of all of these */
struct offered {
	size_t row; /* of the table */
	double preferred, used;
};

struct offer {
	struct offered *channels;
	size_t n;
	bool weighted; /* segments tell how large they are, or weigh alike */
};

static struct offered *
find_offered(const struct offer *offer, size_t row)
{
	for (size_t i = 0; i < offer->n; i++)
		if (offer->channels[i].row == row)
			return &offer->channels[i];
	return NULL;
}

static void
add_preferences(const struct table *table, const struct segment *segment,
		double weight, struct offer *offer)
{
	const struct shares_value *wanted = &segment->preferences.channels;

	for (uint32_t i = 0; i < wanted->n; i++) {
		const struct object *to = ref_target(&wanted->items[i].ref);
		struct offered *offered;

		if (!to || !is_set(&wanted->items[i].value.at))
			continue;
		/* rows may be sorted otherwise than the plan */
		offered = find_offered(offer, table_find_row(table, to->id));
		if (offered)
			offered->preferred += weight * wanted->items[i].value.n;
	}
}

static int
by_preference(const void *a, const void *b)
{
	const struct offered *one = a, *other = b;

	if (one->preferred != other->preferred)
		return one->preferred < other->preferred ? 1 : -1;
	return one->row < other->row ? -1 : 1;
}

/* Compares like with like: of channels on which a person answers, the share of
 * the customers who prefer one of them, and of the contacts on them. */
static bool
work_out(const struct layout *layout, struct offer *offer)
{
	const struct table *table = layout->tab->table;
	const struct table *segments =
		work_tab(layout->work, TABLE_segments)->table;
	double all = 0;

	offer->channels =
		arena_alloc(layout->work->arena,
			    (table->rows + 1) * sizeof(*offer->channels));
	offer->weighted = layout_number(layout, "COUNT([segments.share])") ==
			  (double)segments->rows;
	for (size_t i = 0; i < table->rows; i++) {
		double used = tab_number(layout->tab, i, "share");

		if (isfinite(used))
			offer->channels[offer->n++] =
				(struct offered){i, 0, used};
	}
	for (size_t i = 0; i < segments->rows; i++)
		add_preferences(table, (const void *)segments->objects[i],
				offer->weighted
					? table_at(segments, i, "share")->number
					: 1,
				offer);
	for (size_t i = 0; i < offer->n; i++)
		all += offer->channels[i].preferred;
	for (size_t i = 0; i < offer->n; i++)
		offer->channels[i].preferred /= all;
	qsort(offer->channels, offer->n, sizeof(*offer->channels),
	      by_preference);
	return all > 0 && offer->n > 1;
}

static uint32_t
write_offer(struct layout *layout, const struct offer *offer, size_t n)
{
	struct work *work = layout->work;
	uint32_t first =
		data_block(work,
			   language_text(layout->work->language,
					 "Channels preferred and used"),
			   n);

	for (uint32_t i = 0; i < n; i++) {
		size_t row = offer->channels[i].row;

		data_lookup(work, first + i, 0, layout->tab, "name", row);
		data_number(work, first + i, 1, offer->channels[i].preferred);
		data_lookup(work, first + i, 2, layout->tab, "share", row);
	}
	return first;
}

/* The title names the channel that is preferred most beyond its use. */
static int
draw_offer(struct layout *layout, const struct offer *offer, int width)
{
	size_t n = offer->n < CHANNELS_MOST ? offer->n : CHANNELS_MOST;
	uint32_t first = write_offer(layout, offer, n);
	const struct offered *best = offer->channels;
	double most = 0.05, more;

	for (size_t i = 0; i < offer->n; i++) {
		more = offer->channels[i].preferred - offer->channels[i].used;
		if (more > most) {
			most = more;
			best = &offer->channels[i];
		}
	}
	const struct drawing drawing = {
		.title = most > 0.05 ? N_("{name}: preferred by {wanted} of "
					  "customers, {used} of contacts")
				     : N_("Channels that customers prefer, and "
					  "use"),
		.note = offer->weighted
				? N_("Channels with a person. Dark: customers "
				     "who prefer it, segments by their size. "
				     "Gray: contacts.")
				: N_("Channels with a person. Dark: customers "
				     "who prefer it, segments alike. Gray: "
				     "contacts."),
		.description = N_("Bars of each channel with a person: the "
				  "share of customers who prefer it, and the "
				  "share of contacts that come by it."),
		.args = ARGS(
			TEXT_ARG("name",
				 tab_text(layout->tab, best->row, "name")),
			PERCENT_ARG("wanted", round(best->preferred * 100)),
			PERCENT_ARG("used", round(best->used * 100))),
		SHARES(language_text(layout->work->language,
				     "Customers who prefer it"),
		       language_text(layout->work->language,
				     "Contacts that come by it")),
		.width = width,
		.height = bars_height(n, 46, HEIGHT_LEAST)};

	return drawing_bars(layout, drawing, first, n);
}

/* --- cost ---------------------------------------------------------------- */

static int
draw_cost(struct layout *layout, size_t most, int x, int least)
{
	const struct tab *tab = layout->tab;
	const char *header = tab_header(layout, "cost");
	const char *format = tab_format(layout, "cost");
	double share = tab_number(tab, most, "cost") /
		       layout_number(layout, "SUM([cost])");
	struct sorted sorted = {.heading = header,
				.names = "name",
				.keys = {"cost"},
				.most = CHANNELS_MOST};

	data_sorted(layout, &sorted);
	const struct drawing drawing = {
		.title = N_("{name} takes {share} of what contacts cost"),
		.note = N_("Of all channels, with self-service"),
		.description = N_("Bars of what each channel costs a year, the "
				  "most first."),
		.args = ARGS(TEXT_ARG("name", tab_text(tab, most, "name")),
			     PERCENT_ARG("share", round(share * 100))),
		.y = {.title = header, .number = format},
		SERIES({.color = ACCENT,
			.number = arena_format(layout->work->arena, "%s;−%s;",
					       format, format)}),
		.left = x,
		.height = bars_height(sorted.n, 32, least),
		.gap = 50};

	return drawing_bars(layout, drawing, sorted.first, sorted.n);
}

void
draw_channels(struct layout *layout)
{
	const struct tab *tab = layout->tab;
	int half = layout->width / 2 - CHART_GAP, height = 0;
	size_t most = tab_most(tab, "cost");
	struct offer offer = {.n = 0};

	if (work_out(layout, &offer))
		height = draw_offer(layout, &offer, half);
	if (layout_number(layout, "COUNT([cost])") > 1 &&
	    tab_number(tab, most, "cost") > 0)
		height = draw_cost(layout, most, height ? half + CHART_GAP : 0,
				   height ? height : HEIGHT_LEAST);
	if (height)
		layout_end(layout, height);
}
