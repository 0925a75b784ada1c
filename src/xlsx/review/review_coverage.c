/* review_coverage.c - the first page: are we there when they want us */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/message.h"
#include "xlsx/book/measured.h"
#include "say.h"
#include "xlsx/sheet/short_name.h"

/* pixels of a segment's name, of its star, of a channel's name */
enum {
	NAME_WIDTH = 119,
	STAR_WIDTH = 17,
	CHANNEL_WIDTH = 46,
	BLOCK_WIDTH = 424
};

/* the segments and channels shown, by their numbers in the plan */
struct strip {
	const struct tab *tab;
	uint32_t segments[MOST_SEGMENTS], channels[MOST_CHANNELS];
	size_t segment_count, channel_count, all_segments, all_channels;
	double limit, worse; /* shares of 1 */
	const char *format;
	int name_size; /* of all names: rather a bit smaller than cut */
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
	const struct tab *channels = work_tab(front->work, TABLE_channels);
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

static bool
is_high(const struct segment *segment)
{
	return is_set(&segment->high_value.at) && segment->high_value.on;
}

static void
choose_size(struct strip *strip, const struct plan *plan)
{
	strip->name_size = 100;
	for (size_t i = 0; i < strip->segment_count; i++) {
		const struct segment *segment =
			ITEM(segment, plan->segments, strip->segments[i]);
		bool high = is_high(segment);

		if (text_pixels(object_name(&segment->object), 100, high) >
		    NAME_WIDTH - (high ? STAR_WIDTH : 0))
			strip->name_size = 90;
	}
}

static void
segment_row(struct front *front, const struct strip *strip, uint32_t row,
	    uint32_t n)
{
	const struct view *view = front->work->review->view;
	const struct segment *segment =
		ITEM(segment, front->work->review->plan->segments, n);
	bool high = is_high(segment);
	const struct style style = {
		.line = HAIR, .bold = high, .size = strip->name_size};
	const struct coverage *coverage;
	const char *full = object_name(&segment->object);
	struct buf name = {0};
	double best = 0;
	int room = NAME_WIDTH - (high ? STAR_WIDTH : 0);

	front_line(front, row, COL_L, COL_R);
	text_fit(&name, full, room, style.size, high);
	buf_puts(&name, high ? " ★" : "");
	front_text(front, row, COL_L, name.p, NAME_WIDTH + STAR_WIDTH, &style);
	for (uint32_t i = 0; i < view->segments[n].n; i++)
		best = fmax(best, view->segments[n].channels[i].preference);
	for (size_t i = 0; i < strip->channel_count; i++) {
		coverage = coverage_of(view, n, strip->channels[i]);
		write_share(front, strip, row, COL_M + (int)i, coverage,
			    coverage && coverage->preference == best);
	}
	buf_free(&name);
}

/* the largest size in which the first word of every name fits */
static int
heads_size(const struct strip *strip, const struct map *channels)
{
	for (int size = 80; size > 65; size -= 5) {
		bool fit = true;

		for (size_t i = 0; i < strip->channel_count; i++) {
			struct buf word = {0};
			const char *name = object_name(
				channels->items[strip->channels[i]]);

			buf_printf(&word, "%.*s", (int)strcspn(name, " "),
				   name);
			fit &= text_pixels(word.p, size, false) <=
			       CHANNEL_WIDTH;
			buf_free(&word);
		}
		if (fit)
			return size;
	}
	return 65;
}

static void
write_heads(struct front *front, const struct strip *strip)
{
	const struct map *channels = &front->work->review->plan->channels;
	const struct style band = {.size = 90,
				   .color = SECOND,
				   .line = RULE,
				   .bottom = 1,
				   .wrap = 1};
	const struct style style = {.size = heads_size(strip, channels),
				    .color = SECOND,
				    .line = RULE,
				    .bottom = 1,
				    .wrap = 1,
				    .align = ALIGN_CENTER};

	front_band(front, ROW_MEASURES + 1, COL_L, COL_R, &band);
	cell_text(front->page, ROW_MEASURES + 1, COL_L,
		  gettext("% of wanted hours that we are open"),
		  book_style(front->work->book, &band), NULL);
	for (size_t i = 0; i < strip->channel_count; i++) {
		struct buf name = {0};

		short_name(&name,
			   object_name(channels->items[strip->channels[i]]),
			   CHANNEL_WIDTH, style.size);
		cell_text(front->page, ROW_MEASURES + 1, COL_M + (int)i,
			  buf_text(&name),
			  book_style(front->work->book, &style), NULL);
		buf_free(&name);
	}
}

/* --- the key and the title ----------------------------------------------- */

static void
write_key(struct front *front, const struct strip *strip)
{
	const struct style style = {.size = 90, .color = SECOND};
	uint32_t row = ROW_MEASURES + 2 + (uint32_t)strip->segment_count;
	struct buf key = {0};
	size_t hidden = strip->all_segments - strip->segment_count +
			strip->all_channels - strip->channel_count;

	if (strip->limit > strip->worse)
		message_fill(&key, gettext("▲ {worse}–{limit}%   "),
			     ARGS(NUMBER_ARG("worse", strip->worse * 100),
				  NUMBER_ARG("limit", strip->limit * 100 - 1)));
	message_fill(&key,
		     gettext("■ under {worse}%   · not among their wishes"),
		     ARGS(NUMBER_ARG("worse", strip->worse * 100)));
	front_text(front, row++, COL_L, key.p, BLOCK_WIDTH, &style);
	buf_clear(&key);
	buf_puts(&key, gettext("Bold: the channel they like best."));
	if (hidden)
		message_fill(
			&key, gettext("  {n} more on sheet {sheet}"),
			ARGS(COUNT_ARG("n", (double)hidden),
			     TEXT_ARG("sheet", page_name(strip->tab->page))));
	else
		buf_puts(&key, gettext("  ★ high-value customers"));
	front_text(front, row, COL_L, key.p, BLOCK_WIDTH, &style);
	buf_free(&key);
}

/* where hours that are wanted are not open: how many channels, and which */
static size_t
channels_short(const struct front *front, const struct strip *strip,
	       const struct channel **channel, size_t *known)
{
	const struct view *view = front->work->review->view;
	size_t n = 0;

	*known = 0;
	for (size_t i = 0; i < strip->channel_count; i++) {
		bool is_short = false, seen = false;

		for (size_t k = 0; k < strip->segment_count; k++) {
			const struct coverage *coverage = coverage_of(
				view, strip->segments[k], strip->channels[i]);

			if (!coverage || isnan(coverage->percent))
				continue;
			seen = true;
			if (coverage->percent / 100 >= strip->limit)
				continue;
			is_short = true;
			*channel = coverage->channel;
		}
		n += is_short;
		*known += seen;
	}
	return n;
}

static const char *
not_there(const struct channel *channel)
{
	static const char *const words[] = {
		[MODE_VOICE] = N_("Not by phone"),
		[MODE_CHAT] = N_("Not by chat"),
		[MODE_MESSAGING] = N_("Not by message"),
		[MODE_EMAIL] = N_("Not by email"),
		[MODE_SOCIAL] = N_("Not on social media"),
		[MODE_VIDEO] = N_("Not by video"),
		[MODE_IN_PERSON] = N_("Not in person"),
		[MODE_POST] = N_("Not by post"),
		[MODE_SELF_SERVICE] = N_("Not in self-service"),
		[MODE_BOT] = N_("Not by bot"),
	};

	return is_set(&channel->mode.at) ? gettext(words[channel->mode.word])
					 : gettext("Not on one channel");
}

/* as much of it as there is room for */
static void
add_not_all(struct front *front, struct buf *text, size_t n, size_t all)
{
	const char *messages[] = {gettext(" Not on {n} of {all} channels"),
				  gettext(" Not on {n} of {all}")};
	const char *some = say_number(front, (double)n, false);
	const char *every = say_number(front, (double)all, false);
	const double room = front->wide ? BLOCK_WIDTH / 1.15 : BLOCK_WIDTH;
	size_t before = text->n;

	for (size_t i = 0; i < 2; i++) {
		text->n = before;
		message_fill(text, messages[i],
			     ARGS(TEXT_ARG("n", some), TEXT_ARG("all", every)));
		if (text_pixels(text->p, 120, true) <= room)
			break;
	}
}

static void
coverage_title(struct front *front, const struct strip *strip)
{
	const struct tab week = {.page = front->work->week};
	const struct channel *channel = NULL;
	struct buf formula = {0}, text = {0};
	size_t known = 0, n = channels_short(front, strip, &channel, &known);

	buf_puts(&text, gettext("Are we there when they want us?"));
	if (n == 1)
		buf_printf(&text, " %s", not_there(channel));
	else if (n > 1 && n == known)
		buf_printf(&text, " %s", gettext("Nowhere in full"));
	else if (n > 1)
		add_not_all(front, &text, n, known);
	else if (known && known == strip->channel_count)
		buf_printf(&text, " %s", gettext("Yes"));
	say_title(front, ROW_MEASURES, COL_L, &week, &formula, &text);
}

void
front_coverage(struct front *front)
{
	struct strip strip = {.tab = work_tab(front->work, TABLE_coverage)};
	struct area area = {ROW_MEASURES + 2, ROW_MEASURES + 1, COL_M, COL_M};

	if (strip.tab->table->rows)
		choose(&strip, front->work);
	choose_size(&strip, front->work->review->plan);
	coverage_title(front, &strip);
	if (!strip.segment_count || !strip.channel_count) {
		front_empty(front, ROW_MEASURES + 1, COL_L, COL_R,
			    gettext("Needs the wishes of segments and the "
				    "hours of channels."));
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
