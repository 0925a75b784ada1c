/* review_coverage.c - the review page: are we open when customers want us */
#include <string.h>

#include "review_page.h"
#include "xlsx/sheet/short_name.h"

/* pixels of a segment's name, of its star, of a channel's name */
enum {
	NAME_WIDTH = 119,
	STAR_WIDTH = 17,
	CHANNEL_WIDTH = 46,
	BLOCK_WIDTH = 424
};

static int
name_room(const struct segment *segment)
{
	return NAME_WIDTH - (segment_is_high(segment) ? STAR_WIDTH : 0);
}

/* of all names: rather a bit smaller than cut */
static int
segments_size(const struct coverage_grid *grid)
{
	for (size_t i = 0; i < grid->segment_count; i++)
		if (text_pixels(object_name(&grid->segments[i]->object), 100,
				segment_is_high(grid->segments[i])) >
		    name_room(grid->segments[i]))
			return 90;
	return 100;
}

static bool
heads_fit(const struct coverage_grid *grid, int size)
{
	bool fit = true;

	for (size_t i = 0; i < grid->channel_count; i++) {
		const char *name = object_name(&grid->channels[i]->object);

		fit &= part_pixels(name, strcspn(name, " "), size, false) <=
		       CHANNEL_WIDTH;
	}
	return fit;
}

/* the largest in which the first word of every name fits */
static int
heads_size(const struct coverage_grid *grid)
{
	int size = 80;

	while (size > 65 && !heads_fit(grid, size))
		size -= 5;
	return size;
}

static void
write_heads(const struct review_page *review, const struct coverage_grid *grid)
{
	const struct style band = {.size = 90,
				   .color = SECOND,
				   .line = RULE,
				   .bottom = 1,
				   .wrap = 1};
	struct style style = band;

	style.size = heads_size(grid);
	style.align = ALIGN_CENTER;
	cell_band(review->page, ROW_MEASURES + 1, COL_L, COL_R, &band);
	cell_put(review->page, ROW_MEASURES + 1, COL_L, grid->head, &band);
	for (size_t i = 0; i < grid->channel_count; i++) {
		struct buf name = {0};

		short_name(&name, object_name(&grid->channels[i]->object),
			   CHANNEL_WIDTH, style.size);
		cell_put(review->page, ROW_MEASURES + 1, COL_M + (int)i,
			 buf_text(&name), &style);
		buf_free(&name);
	}
}

static void
write_name(const struct review_page *review, const struct segment *segment,
	   uint32_t row, int size)
{
	bool high = segment_is_high(segment);
	const struct style style = {.line = HAIR, .bold = high, .size = size};
	struct buf name = {0};

	text_fit(&name, object_name(&segment->object), name_room(segment), size,
		 high);
	buf_puts(&name, high ? " ★" : "");
	review_text(review, row, COL_L, name.p, NAME_WIDTH + STAR_WIDTH,
		    &style);
	buf_free(&name);
}

static void
write_share(const struct review_page *review, const struct coverage_grid *grid,
	    uint32_t row, size_t segment, size_t channel)
{
	const struct expr *share =
		coverage_grid_value(&review->scope, grid, segment, channel);
	struct style style = {.line = HAIR, .align = ALIGN_CENTER};

	if (share->kind == EXPR_TEXT) {
		style.color = SECOND;
	} else {
		style.bold = grid->best[segment][channel];
		style.number =
			arena_format(review->work->arena,
				     "[<%.4g]\"■ \"0%%;[<%.4g]\"▲ \"0%%;0%%",
				     grid->worse, grid->limit);
	}
	review_cell(review, row, COL_M + (int)channel, share, &style);
}

static void
write_grid(const struct review_page *review, const struct coverage_grid *grid)
{
	static const struct style line = {.line = HAIR};
	static const struct style key = {.size = 90, .color = SECOND};
	uint32_t row = ROW_MEASURES + 2;
	struct area area = {row, row + (uint32_t)grid->segment_count - 1, COL_M,
			    COL_M + (int)grid->channel_count - 1};
	int size = segments_size(grid);

	write_heads(review, grid);
	for (size_t i = 0; i < grid->segment_count; i++, row++) {
		cell_band(review->page, row, COL_L, COL_R, &line);
		write_name(review, grid->segments[i], row, size);
		for (size_t k = 0; k < grid->channel_count; k++)
			write_share(review, grid, row, i, k);
	}
	page_below(review->page, area, grid->limit, grid->worse);
	review_text(review, row++, COL_L, grid->key, BLOCK_WIDTH, &key);
	review_text(review, row, COL_L, grid->legend, BLOCK_WIDTH, &key);
}

void
review_coverage(const struct review_page *review)
{
	struct coverage_grid grid;

	coverage_grid_make(&grid, &review->scope);
	review_title(review, ROW_MEASURES, COL_L, review->work->week,
		     grid.title);
	if (grid.empty)
		review_empty(review, ROW_MEASURES + 1, COL_L, COL_R, grid.empty,
			     "", 0);
	else
		write_grid(review, &grid);
}
