/* review_coverage.c - the first page: are we there when they want us */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/message.h"
#include "xlsx/book/measured.h"
#include "xlsx/expr/formula.h"
#include "say.h"
#include "xlsx/sheet/short_name.h"

/* pixels of a segment's name, of its star, of a channel's name */
enum {
	NAME_WIDTH = 119,
	STAR_WIDTH = 17,
	CHANNEL_WIDTH = 46,
	BLOCK_WIDTH = 424
};

/* rows of the tables of segments and channels that are shown */
struct block {
	const struct table *coverage, *segments, *channels;
	size_t rows[MOST_SEGMENTS], columns[MOST_CHANNELS];
	size_t n, column_count, all_segments, all_channels;
	double limit, worse; /* shares of 1 */
	const char *format;
	int name_size; /* of all names: rather a bit smaller than cut */
};

static const char *
name_at(const struct table *table, size_t row)
{
	return object_name(table->objects[row]);
}

static bool
is_high(const struct block *block, size_t segment)
{
	return table_at(block->segments, segment, "high_value")->word == 1;
}

/* --- choosing ------------------------------------------------------------ */

/* weighs a segment by its revenue, else its customers, else like all */
static double
weight_of(const struct table *segments, size_t row)
{
	double revenue = table_at(segments, row, "revenue_share")->number;
	double share = table_at(segments, row, "share")->number;

	if (isfinite(revenue))
		return revenue;
	return isfinite(share) ? share : 1;
}

/* Keeps the heaviest of n in their order, without those of weight 0. */
static size_t
keep_heaviest(const double *weights, size_t n, size_t *kept, size_t most,
	      size_t *all)
{
	size_t count = 0;

	*all = 0;
	for (size_t i = 0; i < n; i++) {
		size_t above = 0;

		if (!(weights[i] > 0))
			continue;
		++*all;
		for (size_t k = 0; k < n && above < most; k++)
			above += weights[k] > weights[i] ||
				 (weights[k] == weights[i] && k < i);
		if (above < most)
			kept[count++] = i;
	}
	return count;
}

static void
choose(struct block *block, struct arena *arena)
{
	size_t segments = block->segments->rows;
	size_t channels = block->channels->rows;
	double *by_segment =
		arena_alloc(arena, (segments + 1) * sizeof(*by_segment));
	double *by_channel =
		arena_alloc(arena, (channels + 1) * sizeof(*by_channel));

	for (size_t i = 0; i < block->coverage->rows; i++) {
		size_t segment = table_find_row(block->segments,
						block->coverage->ids[i]);
		size_t channel = table_find_row(
			block->channels, block->coverage->objects[i]->id);
		double weight = weight_of(block->segments, segment);

		by_segment[segment] = weight;
		by_channel[channel] +=
			weight *
			table_at(block->coverage, i, "preference")->number;
	}
	block->n = keep_heaviest(by_segment, segments, block->rows,
				 MOST_SEGMENTS, &block->all_segments);
	block->column_count =
		keep_heaviest(by_channel, channels, block->columns,
			      MOST_CHANNELS, &block->all_channels);
}

static void
choose_size(struct block *block)
{
	block->name_size = 100;
	for (size_t i = 0; i < block->n; i++) {
		bool high = is_high(block, block->rows[i]);

		if (text_pixels(name_at(block->segments, block->rows[i]), 100,
				high) > NAME_WIDTH - (high ? STAR_WIDTH : 0))
			block->name_size = 90;
	}
}

/* --- the grid ------------------------------------------------------------ */

/* Returns the row of a pair, or the number of rows where it isn't wanted. */
static size_t
pair_of(const struct block *block, size_t segment, size_t channel)
{
	const struct table *table = block->coverage;
	size_t first, n = table_find_rows(table, block->segments->ids[segment],
					  &first);

	for (size_t i = first; i < first + n; i++) {
		size_t row = table_by_id(table, i);

		if (table->objects[row] == block->channels->objects[channel])
			return row;
	}
	return table->rows;
}

/* Channels of one name would be added up: then the number stands alone. */
static void
write_share(struct front *front, const struct block *block, uint32_t row,
	    int column, size_t pair, bool best)
{
	const struct style style = {.line = HAIR,
				    .align = ALIGN_CENTER,
				    .bold = best,
				    .number = block->format};
	struct lxw_format *format = book_style(front->work->book, &style);
	struct arena *arena = front->work->arena;
	const struct table *table = block->coverage;
	double percent = table_at(table, pair, "percent")->number / 100;
	struct expr_scope channel = work_scope(front->work, block->channels);
	struct expr_scope scope = work_scope(front->work, table);
	struct binding bindings[] = {
		{"segment", NULL, expr_text(arena, table->ids[pair])},
		{"channel", NULL, NULL}};
	const struct expr *sum;

	channel.row = table_find_row(block->channels, table->objects[pair]->id);
	bindings[1].expr = expr_parse(&channel, "{name}");
	scope.bindings = bindings;
	scope.n = 2;
	sum = expr_parse(
		&scope,
		"SUMPRODUCT(([id]=$segment)*([channel]=$channel)*[percent])");
	if (fabs(expr_value(&scope, sum, 0).number - percent) < 1e-12)
		cell_expr(front->work, front->page, row, column, sum, 0,
			  format);
	else
		cell_number(front->page, row, column, percent, format);
}

static void
write_pair(struct front *front, const struct block *block, uint32_t row,
	   int column, size_t pair, double best)
{
	const struct style gray = {
		.line = HAIR, .color = SECOND, .align = ALIGN_CENTER};
	const struct table *table = block->coverage;
	bool wanted = pair < table->rows;

	if (wanted && isfinite(table_at(table, pair, "percent")->number))
		write_share(front, block, row, column, pair,
			    table_at(table, pair, "preference")->number ==
				    best);
	else
		cell_text(front->page, row, column, wanted ? "?" : "·",
			  book_style(front->work->book, &gray), NULL);
}

static void
segment_row(struct front *front, const struct block *block, uint32_t row,
	    size_t segment)
{
	const struct table *table = block->coverage;
	bool high = is_high(block, segment);
	const struct style style = {
		.line = HAIR, .bold = high, .size = block->name_size};
	int room = NAME_WIDTH - (high ? STAR_WIDTH : 0);
	struct buf name = {0};
	double best = 0;
	size_t first, n = table_find_rows(table, block->segments->ids[segment],
					  &first);

	front_line(front, row, COL_L, COL_R);
	text_fit(&name, name_at(block->segments, segment), room, style.size,
		 high);
	buf_puts(&name, high ? " ★" : "");
	front_text(front, row, COL_L, name.p, NAME_WIDTH + STAR_WIDTH, &style);
	for (size_t i = first; i < first + n; i++)
		best = fmax(best,
			    table_at(table, table_by_id(table, i), "preference")
				    ->number);
	for (size_t i = 0; i < block->column_count; i++)
		write_pair(front, block, row, COL_M + (int)i,
			   pair_of(block, segment, block->columns[i]), best);
	buf_free(&name);
}

/* the largest size in which the first word of every name fits */
static int
heads_size(const struct block *block)
{
	for (int size = 80; size > 65; size -= 5) {
		bool fit = true;

		for (size_t i = 0; i < block->column_count; i++) {
			const char *name =
				name_at(block->channels, block->columns[i]);
			struct buf word = {0};

			buf_add(&word, name, strcspn(name, " "));
			fit &= text_pixels(buf_text(&word), size, false) <=
			       CHANNEL_WIDTH;
			buf_free(&word);
		}
		if (fit)
			return size;
	}
	return 65;
}

static void
write_heads(struct front *front, const struct block *block)
{
	struct style style = {.size = 90,
			      .color = SECOND,
			      .line = RULE,
			      .bottom = 1,
			      .wrap = 1};

	front_band(front, ROW_MEASURES + 1, COL_L, COL_R, &style);
	cell_text(front->page, ROW_MEASURES + 1, COL_L,
		  gettext("% of wanted hours that we are open"),
		  book_style(front->work->book, &style), NULL);
	style.size = heads_size(block);
	style.align = ALIGN_CENTER;
	for (size_t i = 0; i < block->column_count; i++) {
		struct buf name = {0};

		short_name(&name, name_at(block->channels, block->columns[i]),
			   CHANNEL_WIDTH, style.size);
		cell_text(front->page, ROW_MEASURES + 1, COL_M + (int)i,
			  buf_text(&name),
			  book_style(front->work->book, &style), NULL);
		buf_free(&name);
	}
}

/* --- the key and the title ----------------------------------------------- */

static void
write_key(struct front *front, const struct block *block)
{
	const struct style style = {.size = 90, .color = SECOND};
	uint32_t row = ROW_MEASURES + 2 + (uint32_t)block->n;
	struct buf key = {0};
	size_t hidden = block->all_segments - block->n + block->all_channels -
			block->column_count;

	if (block->limit > block->worse)
		message_fill(&key, gettext("▲ {worse}–{limit}%   "),
			     ARGS(NUMBER_ARG("worse", block->worse * 100),
				  NUMBER_ARG("limit", block->limit * 100 - 1)));
	message_fill(&key,
		     gettext("■ under {worse}%   · not among their wishes"),
		     ARGS(NUMBER_ARG("worse", block->worse * 100)));
	front_text(front, row++, COL_L, key.p, BLOCK_WIDTH, &style);
	buf_clear(&key);
	buf_puts(&key, gettext("Bold: the channel they like best."));
	if (hidden)
		message_fill(&key, gettext("  {n} more on sheet {sheet}"),
			     ARGS(COUNT_ARG("n", (double)hidden),
				  TEXT_ARG("sheet",
					   page_name(work_tab(front->work,
							      TABLE_coverage)
							     ->page))));
	else
		buf_puts(&key, gettext("  ★ high-value customers"));
	front_text(front, row, COL_L, key.p, BLOCK_WIDTH, &style);
	buf_free(&key);
}

/* Counts channels that are closed in wanted hours; sets one of them. */
static size_t
channels_short(const struct block *block, size_t *channel, size_t *known)
{
	size_t n = 0;

	*known = 0;
	for (size_t i = 0; i < block->column_count; i++) {
		bool is_short = false, seen = false;

		for (size_t k = 0; k < block->n; k++) {
			size_t pair = pair_of(block, block->rows[k],
					      block->columns[i]);
			double percent = pair < block->coverage->rows
						 ? table_at(block->coverage,
							    pair, "percent")
							   ->number
						 : NAN;

			seen |= isfinite(percent) != 0;
			is_short |= percent / 100 < block->limit;
		}
		if (is_short)
			*channel = block->columns[i];
		n += is_short;
		*known += seen;
	}
	return n;
}

static const char *
not_there(const struct block *block, size_t channel)
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

	int mode = table_at(block->channels, channel, "mode")->word;

	return mode >= 0 ? gettext(words[mode]) : gettext("Not on one channel");
}

/* Chooses the longest words that fit the block. */
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
coverage_title(struct front *front, const struct block *block)
{
	const struct tab week = {.page = front->work->week};
	struct buf formula = {0}, text = {0};
	size_t channel = 0, known, n = channels_short(block, &channel, &known);

	buf_puts(&text, gettext("Are we there when they want us?"));
	if (n == 1)
		buf_printf(&text, " %s", not_there(block, channel));
	else if (n > 1 && n == known)
		buf_printf(&text, " %s", gettext("Nowhere in full"));
	else if (n > 1)
		add_not_all(front, &text, n, known);
	else if (known && known == block->column_count)
		buf_printf(&text, " %s", gettext("Yes"));
	say_title(front, ROW_MEASURES, COL_L, &week, &formula, &text);
}

void
front_coverage(struct front *front)
{
	struct work *work = front->work;
	const struct plan *plan = work->review->plan;
	struct block block = {.coverage = work_tab(work, TABLE_coverage)->table,
			      .segments = work_tab(work, TABLE_segments)->table,
			      .channels = work_tab(work, TABLE_channels)->table,
			      .limit = SETTING_OF(plan, high_value_coverage) /
				       100,
			      .worse = SETTING_OF(plan, coverage) / 100};
	struct area area = {ROW_MEASURES + 2, ROW_MEASURES + 1, COL_M, COL_M};

	block.format = arena_format(work->arena,
				    "[<%.4g]\"■ \"0%%;[<%.4g]\"▲ \"0%%;0%%",
				    block.worse, block.limit);
	choose(&block, work->arena);
	choose_size(&block);
	coverage_title(front, &block);
	if (!block.n) {
		front_empty(front, ROW_MEASURES + 1, COL_L, COL_R,
			    gettext("Needs the wishes of segments and the "
				    "hours of channels."));
		return;
	}
	write_heads(front, &block);
	for (size_t i = 0; i < block.n; i++)
		segment_row(front, &block, ROW_MEASURES + 2 + (uint32_t)i,
			    block.rows[i]);
	area.last_row += (uint32_t)block.n;
	area.last_column += (int)block.column_count - 1;
	page_below(front->page, area, block.limit, block.worse);
	write_key(front, &block);
}
