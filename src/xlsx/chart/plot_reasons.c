/* plot_reasons.c - contact reasons: the sheet's message, and its Pareto */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/message.h"
#include "plot.h"

enum { BAR_PIXELS = 44, BARS_LEAST = 330, BAR_SIDE = 22 };

static bool
is_failure(const struct tab *tab, size_t row)
{
	return table_at(tab->table, row, "demand")->word == DEMAND_FAILURE;
}

/* --- what the sheet says ------------------------------------------------- */

/* how many reasons, the largest first, make two thirds of all contacts */
static size_t
vital_few(const struct tab *tab, double *share)
{
	size_t n = 0;

	while (n < tab->table->rows) {
		*share = tab_number(tab, n++, "cumulative");
		if (!isfinite(*share))
			return 0;
		if (*share >= 2.0 / 3)
			return n;
	}
	return 0;
}

/* of the first n; -1 where it isn't known of all */
static int
failures_of(const struct tab *tab, size_t n)
{
	int count = 0;

	for (size_t i = 0; i < n; i++) {
		if (!*tab_text(tab, i, "demand"))
			return -1;
		count += is_failure(tab, i);
	}
	return count;
}

static const char *
failure_words(size_t n, int failures)
{
	if (failures < 0)
		return "";
	if (n == 1)
		return failures ? gettext("; it is failure demand")
				: gettext("; it is value demand");
	if (failures == 0)
		return gettext("; none of them is failure demand");
	if ((size_t)failures == n)
		return gettext("; all of them are failure demand");
	if (failures == 1)
		return gettext("; one of the {n} is failure demand");
	return gettext("; {failures} of the {n} are failure demand");
}

const char *
sheet_message(struct work *work, const struct tab *tab)
{
	double share = NAN;
	size_t n, all = tab->table->rows;
	int failures;
	const char *message;

	if (tab->table->id != TABLE_contact_reasons || all < 4)
		return NULL;
	n = vital_few(tab, &share);
	if (!n || n * 2 > all)
		return NULL;
	failures = failures_of(tab, n);
	message = n == 1 ? gettext("{First} of {all} reasons makes {share} of "
				   "all contacts")
			 : gettext("{First} of {all} reasons make {share} of "
				   "all contacts");
	message = arena_format(work->arena, "%s%s", message,
			       failure_words(n, failures));
	return plot_text(
		work, message,
		ARGS(TEXT_ARG("First", plot_count(work, n, true)),
		     TEXT_ARG("all", plot_count(work, all, false)),
		     TEXT_ARG("n", plot_count(work, n, false)),
		     TEXT_ARG("failures",
			      plot_count(work,
					 failures > 0 ? (size_t)failures : 0,
					 false)),
		     PERCENT_ARG("share", round(share * 100))));
}

const char *
sheet_subject(struct work *work, const struct tab *tab)
{
	double contacts = work->review->view->contacts;

	if (tab->table->id != TABLE_contact_reasons ||
	    !isfinite(contacts))
		return NULL;
	return plot_text(work,
			 gettext("Contact reasons, sorted by contacts a year. "
				 "Base: {n} contacts a year. Empty: not told."),
			 ARGS(COUNT_ARG("n", contacts)));
}

/* --- Pareto -------------------------------------------------------------- */

struct bars {
	size_t shown, all; /* reasons with a volume */
	int colors[BARS_MOST];
	const char *labels[BARS_MOST];
	double total, rest;
	uint32_t first; /* row on the hidden sheet */
};

static const char *
bar_label(struct work *work, double volume, double total)
{
	double share = round(volume / total * 100);

	return plot_label(work, plot_text(work, gettext("{n} ({share})"),
					  ARGS(COUNT_ARG("n", volume),
					       PERCENT_ARG("share", share))));
}

/*
 * The reasons that have no bar of their own, as one; but not where it would
 * make all others short.
 */
static bool
write_rest(struct work *work, const struct tab *tab, struct bars *bars)
{
	uint32_t row = bars->first + (uint32_t)bars->shown;
	double rest = 0;

	for (size_t i = bars->shown; i < bars->all; i++)
		rest += tab_number(tab, i, "volume");
	bars->rest = rest;
	if (rest > 1.5 * tab_number(tab, 0, "volume"))
		return false;
	data_text(work, row, 0,
		  plot_text(work, gettext("{n} more"),
			    ARGS(COUNT_ARG(
				    "n", (double)(bars->all - bars->shown)))));
	data_number(work, row, 1, rest);
	bars->colors[bars->shown] = GRAY;
	bars->labels[bars->shown] = bar_label(work, rest, bars->total);
	return true;
}

/* By id, so that the bars stay sorted when the table is sorted otherwise. */
static size_t
write_bars(struct work *work, const struct tab *tab, struct bars *bars)
{
	size_t n;

	bars->all = plot_figures(tab, "volume");
	for (size_t i = 0; i < bars->all; i++)
		bars->total += tab_number(tab, i, "volume");
	bars->shown = bars->all <= BARS_MOST ? bars->all : BARS_MOST - 1;
	n = bars->shown + (bars->shown < bars->all);
	bars->first = data_block(work, gettext("Contacts a year by reason"),
				 (uint32_t)n);
	for (size_t i = 0; i < bars->shown; i++) {
		uint32_t row = bars->first + (uint32_t)i;

		data_text(work, row, 0, tab_text(tab, i, "name"));
		data_lookup(work, row, 1, tab, "volume", i);
		bars->colors[i] = is_failure(tab, i) ? ACCENT : PALE;
		bars->labels[i] = bar_label(work, tab_number(tab, i, "volume"),
					    bars->total);
	}
	if (bars->shown < bars->all && !write_rest(work, tab, bars))
		n--;
	return n;
}

static struct chart *
make_pareto(struct work *work, const struct bars *bars, size_t n)
{
	struct chart *chart = chart_make(work->book, CHART_BARS);
	struct chart_axis names = {.reverse = true};
	struct chart_axis values = {.title = gettext("Contacts a year"),
				    .number = "#,##0",
				    .fixed = FIX_LEAST,
				    .off = true};

	chart_add(
		chart,
		&(struct chart_series){
			.names = data_range(work, bars->first, (uint32_t)n, 0),
			.values = data_range(work, bars->first, (uint32_t)n, 1),
			.color = PALE,
			.colors = bars->colors,
			.labels = bars->labels,
			.place = LABEL_END});
	chart_axes(chart, &names, &values);
	chart_gap(chart, 38);
	return chart;
}

static const char *
pareto_note(struct work *work, const struct bars *bars, bool rest_drawn)
{
	double share = work->review->view->failure_share;
	const char *key = "", *more = "";

	if (isfinite(share))
		key = plot_text(work,
				gettext("Dark: failure demand, {share} of "
					"contacts. Gray: value demand."),
				ARGS(PERCENT_ARG("share", round(share))));
	if (bars->shown < bars->all && !rest_drawn)
		more = plot_text(
			work, gettext(" The other {n} reasons make {share}."),
			ARGS(COUNT_ARG("n", (double)(bars->all - bars->shown)),
			     PERCENT_ARG("share", round(bars->rest /
							bars->total * 100))));
	return arena_format(work->arena, "%s%s", key, more);
}

static int
draw_pareto(struct plot *plot, int width)
{
	struct bars bars = {0};
	size_t n = write_bars(plot->work, plot->tab, &bars);
	int height = (int)n * BAR_PIXELS + BAR_SIDE;

	/* some readers break labels that are wide for a low chart */
	if (height < BARS_LEAST)
		height = BARS_LEAST;
	plot_head(plot, 0,
		  gettext("Contacts a year by reason, and share of all "
			  "contacts"),
		  pareto_note(plot->work, &bars, n > bars.shown));
	plot_place(
		plot, make_pareto(plot->work, &bars, n), 0, 0, width, height,
		plot_text(plot->work,
			  gettext("Bars of contacts a year by contact "
				  "reason, the largest first: {name}, "
				  "{label}. Failure demand is dark."),
			  ARGS(TEXT_ARG("name", tab_text(plot->tab, 0, "name")),
			       TEXT_ARG("label", bars.labels[0]))));
	return height;
}

/* --- the sheet ----------------------------------------------------------- */

static int
draw_matrix(struct plot *plot, int x, int height)
{
	int column = plot_column(plot, &x);
	const struct matrix matrix = {
		.page = plot->tab->page,
		.box = {.row = plot->row + 2,
			.column = column,
			.width = plot->width - x,
			.height = height},
		.labels = 20,
		.marker = 32,
	};

	plot_head(plot, column, gettext("Where each reason belongs"),
		  gettext("Marker size: contacts a year. Dark: failure "
			  "demand. Gray: value demand."));
	matrix_write(plot->work, &matrix);
	return height;
}

void
plot_reasons(struct plot *plot)
{
	bool both = matrix_can(plot->work);
	int width = both ? plot->width * 58 / 100 : plot->width;
	int height = 0;

	if (plot_figures(plot->tab, "volume") > 1 &&
	    tab_number(plot->tab, 0, "volume") > 0)
		height = draw_pareto(plot, width);
	else
		width = -PLOT_GAP;
	if (both)
		height = draw_matrix(plot, width + PLOT_GAP,
				     height > 420 ? height : 420);
	if (height)
		plot_end(plot, height);
}
