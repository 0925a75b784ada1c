/* review_coverage.c - the first page: are we there when they want us */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/topic.h"
#include "ces/utf8.h"
#include "front.h"

/* the segments and channels shown, by their numbers in the plan */
struct strip {
	const struct tab *tab;
	uint32_t segments[MOST_SEGMENTS], channels[MOST_CHANNELS];
	size_t segment_count, channel_count, all_segments, all_channels;
	double limit, worse; /* shares of 1 */
	const char *format;
};

static const struct coverage *
coverage_of(const struct view *view, uint32_t segment, uint32_t channel)
{
	const struct segment_view *item = &view->segments[segment];

	for (uint32_t i = 0; i < item->n; i++)
		if (item->channels[i].channel->object.index == channel &&
		    item->channels[i].preference > 0)
			return &item->channels[i];
	return NULL;
}

/* what a segment weighs: its revenue, else its customers, else as all */
static double
weight(const struct segment *segment)
{
	if (is_set(&segment->revenue_share.at))
		return segment->revenue_share.n;
	return is_set(&segment->share.at) ? segment->share.n : 1;
}

/* the most highest of n weights, kept in their order; none of weight 0 */
static size_t
keep_heaviest(const double *weights, uint32_t n, uint32_t *kept, size_t most,
	      size_t *all)
{
	size_t count = 0;

	*all = 0;
	for (uint32_t i = 0; i < n; i++) {
		size_t above = 0;

		if (!(weights[i] > 0))
			continue;
		++*all;
		for (uint32_t k = 0; k < n && above < most; k++)
			above += weights[k] > weights[i] ||
				 (weights[k] == weights[i] && k < i);
		if (above < most)
			kept[count++] = i;
	}
	return count;
}

static void
choose(struct strip *strip, struct work *work)
{
	const struct plan *plan = work->review->plan;
	const struct view *view = work->review->view;
	uint32_t segments = plan->segments.n, channels = plan->channels.n;
	double *by_segment, *by_channel;

	by_segment =
		arena_alloc(work->arena, (segments + 1) * sizeof(*by_segment));
	by_channel =
		arena_alloc(work->arena, (channels + 1) * sizeof(*by_channel));
	for (uint32_t i = 0; i < segments; i++)
		for (uint32_t k = 0; k < view->segments[i].n; k++) {
			const struct coverage *coverage =
				&view->segments[i].channels[k];
			double heavy = weight(ITEM(segment, plan->segments, i));

			if (!(coverage->preference > 0))
				continue;
			by_segment[i] = heavy;
			by_channel[coverage->channel->object.index] +=
				heavy * coverage->preference;
		}
	strip->segment_count =
		keep_heaviest(by_segment, segments, strip->segments,
			      MOST_SEGMENTS, &strip->all_segments);
	strip->channel_count =
		keep_heaviest(by_channel, channels, strip->channels,
			      MOST_CHANNELS, &strip->all_channels);
	strip->limit = SETTING_OF(plan, high_value_coverage) / 100;
	strip->worse = SETTING_OF(plan, coverage) / 100;
	strip->format = arena_format(work->arena,
				     "[<%.4g]\"■ \"0%%;[<%.4g]\"▲ \"0%%;0%%",
				     strip->worse, strip->limit);
}

/*
 * SUMPRODUCT over segment and channel. The channel's name is looked up, for no
 * text of the user's stands in a formula. False where it sums up to something
 * else: two channels of one name, say.
 */
static bool
coverage_formula(struct buf *formula, const struct strip *strip,
		 const struct tab *channels, const struct coverage *coverage)
{
	const struct tab *tab = strip->tab;
	const char *id = coverage->segment->object.id;
	const char *name = object_name(&coverage->channel->object);
	double sum = 0, value;
	size_t row = channels->table->rows;

	for (size_t i = 0; i < tab->table->rows; i++) {
		value = tab_number(tab, i, "percent");
		if (!strcasecmp(tab->table->ids[i], id) &&
		    !strcasecmp(tab_text(tab, i, "channel"), name) &&
		    isfinite(value))
			sum += value;
	}
	for (size_t i = 0; i < channels->table->rows; i++)
		if (!strcmp(channels->table->ids[i],
			    coverage->channel->object.id))
			row = i;
	if (fabs(sum - coverage->percent / 100) > 1e-12 || strchr(id, '"') ||
	    row == channels->table->rows || !formula_can(channels, row))
		return false;
	buf_puts(formula, "=SUMPRODUCT((");
	formula_column(formula, tab, tab->id_column);
	buf_putc(formula, '=');
	formula_quote(formula, id);
	buf_puts(formula, ")*(");
	formula_range(formula, tab, "channel");
	buf_putc(formula, '=');
	formula_lookup(formula, channels, "name", row);
	buf_puts(formula, ")*");
	formula_range(formula, tab, "percent");
	buf_putc(formula, ')');
	return true;
}

static void
write_share(struct front *front, const struct strip *strip, uint32_t row,
	    int column, const struct coverage *coverage, bool best)
{
	const struct style gray = {
		.line = HAIR, .color = SECOND, .align = ALIGN_CENTER};
	const struct style style = {.line = HAIR,
				    .align = ALIGN_CENTER,
				    .bold = best,
				    .number = strip->format};
	struct lxw_format *format = book_style(front->work->book, &style);
	const struct tab *channels = work_tab(front->work, "channels");
	struct buf formula = {0};

	if (!coverage || isnan(coverage->percent))
		cell_text(front->page, row, column, coverage ? "?" : "·",
			  book_style(front->work->book, &gray), NULL);
	else if (coverage_formula(&formula, strip, channels, coverage))
		cell_formula(front->page, row, column, formula.p,
			     coverage->percent / 100, format);
	else
		cell_number(front->page, row, column, coverage->percent / 100,
			    format);
	buf_free(&formula);
}

static void
segment_row(struct front *front, const struct strip *strip, uint32_t row,
	    uint32_t n)
{
	const struct view *view = front->work->review->view;
	const struct segment *segment =
		ITEM(segment, front->work->review->plan->segments, n);
	bool high = is_set(&segment->high_value.at) && segment->high_value.on;
	const struct style style = {.line = HAIR, .bold = high};
	const struct coverage *coverage;
	struct buf name = {0};
	double best = 0;

	front_line(front, row, COL_L, COL_R);
	utf8_shorten(&name, object_name(&segment->object), high ? 16 : 20);
	buf_puts(&name, high ? " ★" : "");
	front_text(front, row, COL_L, name.p, 200, &style);
	for (uint32_t i = 0; i < view->segments[n].n; i++)
		best = fmax(best, view->segments[n].channels[i].preference);
	for (size_t i = 0; i < strip->channel_count; i++) {
		coverage = coverage_of(view, n, strip->channels[i]);
		write_share(front, strip, row, COL_M + (int)i, coverage,
			    coverage && coverage->preference == best);
	}
	buf_free(&name);
}

static void
write_heads(struct front *front, const struct strip *strip)
{
	const struct style band = {.size = 90,
				   .color = SECOND,
				   .line = RULE,
				   .bottom = 1,
				   .wrap = 1};
	const struct style style = {.size = 80,
				    .color = SECOND,
				    .line = RULE,
				    .bottom = 1,
				    .wrap = 1,
				    .align = ALIGN_CENTER};
	const struct map *channels = &front->work->review->plan->channels;

	front_band(front, ROW_MEASURES + 1, COL_L, COL_R, &band);
	cell_text(front->page, ROW_MEASURES + 1, COL_L,
		  gettext("% of the hours wanted that are open"),
		  book_style(front->work->book, &band), NULL);
	for (size_t i = 0; i < strip->channel_count; i++)
		front_text(front, ROW_MEASURES + 1, COL_M + (int)i,
			   object_name(channels->items[strip->channels[i]]), 84,
			   &style);
}

static void
write_key(struct front *front, const struct strip *strip)
{
	const struct style style = {.size = 90, .color = SECOND};
	uint32_t row = ROW_MEASURES + 2 + (uint32_t)strip->segment_count;
	struct buf key = {0};
	size_t hidden = strip->all_segments - strip->segment_count +
			strip->all_channels - strip->channel_count;

	buf_printf(&key, "▲ < %.0f%%   ■ < %.0f%%   · %s", strip->limit * 100,
		   strip->worse * 100, gettext("not asked for"));
	front_text(front, row++, COL_L, key.p, 424, &style);
	buf_clear(&key);
	buf_printf(&key, "%s   ★ %s", gettext("Bold: liked best"),
		   gettext("high value"));
	if (hidden)
		buf_printf(&key, "   … %s", page_name(strip->tab->page));
	front_text(front, row, COL_L, key.p, 424, &style);
	buf_free(&key);
}

void
front_coverage(struct front *front)
{
	struct strip strip = {.tab = work_tab(front->work, "coverage")};
	const struct tab week = {.page = front->work->week};
	struct area area = {ROW_MEASURES + 2, ROW_MEASURES + 1, COL_M, COL_M};

	front_title(front, ROW_MEASURES, COL_L, &week,
		    gettext("Are we there when they want us?"), NULL, 0);
	if (strip.tab->table->rows)
		choose(&strip, front->work);
	if (!strip.segment_count || !strip.channel_count) {
		front_empty(front, ROW_MEASURES + 1, COL_L, COL_R,
			    strip.tab->table->empty);
		return;
	}
	write_heads(front, &strip);
	for (size_t i = 0; i < strip.segment_count; i++)
		segment_row(front, &strip, ROW_MEASURES + 2 + (uint32_t)i,
			    strip.segments[i]);
	area.last_row += (uint32_t)strip.segment_count;
	area.last_column += (int)strip.channel_count - 1;
	page_below(front->page, area, strip.limit, strip.worse);
	write_key(front, &strip);
}
