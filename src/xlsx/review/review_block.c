/* review_block.c - writes a block: title, headers, rows, marks, or why there is
 * nothing */
#include "review.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/message.h"
#include "ces/number.h"

#include "xlsx/book/book.h"
#include "xlsx/expr/work.h"

/* tenths of a point, of headers and of words */
enum { HEAD_LEAST = 70, WORD_LEAST = 73 };

struct writing {
	const struct review_page *review;
	const struct review_block *block;
	struct excerpt excerpt;
};

static const struct excerpt_column *
column_of(const struct excerpt *excerpt, const struct review_place *place)
{
	for (size_t i = 0; i < excerpt->column_count; i++)
		if (!strcmp(excerpt->columns[i].key, place->key))
			return &excerpt->columns[i];
	assert(false && "a column of the excerpt");
	return excerpt->columns;
}

/* --- thousands and millions -------------------------------------------- */

/* counts that are wider than their column, and scales of their formats */
static const double count_limit = 1e7;

/* Shows exact figures in the unit of the page: tenths of it below ten. */
static const char *
money_format(struct arena *arena, int scale)
{
	if (!scale)
		return "#,##0;−#,##0;–";
	return arena_format(arena, "[>=%.12g]#,##0%.*s;[<0]−#,##0%.*s;0.0%.*s",
			    9.95 * pow(1e3, scale), scale, ",,,", scale, ",,,",
			    scale, ",,,");
}

static int
place_scale(const struct writing *writing, const struct review_place *place)
{
	const struct expr_scope *scope = &writing->review->scope;
	const struct excerpt *excerpt = &writing->excerpt;
	const struct excerpt_column *column = column_of(excerpt, place);
	const struct expr *expr = excerpt_total(scope, excerpt, column);
	double most = 0;

	if (place->format == FORMAT_MONEY)
		return money_scale(scope);
	if (place->format != FORMAT_COUNT)
		return 0;
	for (size_t i = 0; i <= excerpt->n; i++) {
		struct value value = {.kind = VALUE_EMPTY};

		if (expr)
			value = expr_value(scope, expr, 0);
		if (value.kind == VALUE_NUMBER)
			most = fmax(most, value.number);
		if (i < excerpt->n)
			expr = excerpt_value(scope, excerpt, i, column);
	}
	return scale_of(most, count_limit);
}

/* --- headers ---------------------------------------------------------- */

static const struct style head_style = {
	.size = 90, .color = SECOND, .line = RULE, .bottom = 1, .wrap = 1};

/* the columns up to the next place's */
static int
last_column(const struct review_block *block, const struct review_place *place)
{
	const struct review_place *next = place + 1;

	return next < block->places + block->place_count ? next->column - 1
							 : block->last;
}

static const char *
head_of(const struct writing *writing, const struct review_place *place)
{
	return excerpt_header(&writing->review->scope, &writing->excerpt,
			      column_of(&writing->excerpt, place),
			      place_scale(writing, place));
}

static int
head_align(const struct review_place *place)
{
	if (place->mark == MARK_BARS || place->mark == MARK_HALF_BARS)
		return ALIGN_AUTO;
	if (place->style->align)
		return place->style->align;
	return place->format || place->style->number ? ALIGN_RIGHT : ALIGN_AUTO;
}

/* the first column that a header runs into, where it is aligned right */
static int
head_begin(const struct review_block *block, const struct review_place *place)
{
	const struct review_place *before = place;

	if (head_align(place) != ALIGN_RIGHT)
		return place->column;
	while (before-- > block->places)
		if (!before->last)
			return before->column + 1;
	return block->first;
}

/* pixels of a header, and whether it may take more lines: so may those of one
 * column, but the first, and days, as texts that are aligned right and wrap
 * lose their indent in some programs */
static int
head_pixels(const struct writing *writing, const struct review_place *place,
	    bool *wraps)
{
	const struct review_block *block = writing->block;
	int first = head_begin(block, place), last = place->column;

	if (head_align(place) != ALIGN_RIGHT)
		last = last_column(block, place);
	*wraps = first == last && place != block->places &&
		 place->format != FORMAT_DAY;
	return review_width(first, last);
}

/* Makes the row as high as its headers need. */
static void
make_head_room(const struct writing *writing, uint32_t row)
{
	const struct review_block *block = writing->block;

	for (size_t i = 0; i < block->place_count; i++) {
		const struct review_place *place = &block->places[i];
		bool wraps;
		int pixels = head_pixels(writing, place, &wraps);

		if (!place->last && wraps)
			review_head_room(writing->review, row,
					 head_of(writing, place), pixels);
	}
}

/* Dates and texts behind numbers are indented. */
static struct style
head_style_of(const struct writing *writing, const struct review_place *place,
	      uint32_t row)
{
	const struct review_page *review = writing->review;
	struct style style = head_style;
	bool wraps;
	int pixels = head_pixels(writing, place, &wraps);

	style.align = head_align(place);
	style.indent =
		place->format == FORMAT_DAY ||
		(place != writing->block->places && style.align == ALIGN_LEFT);
	style.wrap =
		wraps && (review_row_is_high(review, row) || review->tall[row]);
	style.size = (style.wrap ? review_word_size : review_size)(
		review, head_of(writing, place), pixels, &style, HEAD_LEAST);
	return style;
}

static void
write_heads(const struct writing *writing)
{
	const struct review_page *review = writing->review;
	const struct review_block *block = writing->block;
	uint32_t row = block->row + 1;

	make_head_room(writing, row);
	cell_band(review->page, row, block->first, block->last, &head_style);
	for (size_t i = 0; i < block->place_count; i++) {
		const struct review_place *place = &block->places[i];
		struct style style;

		if (place->last)
			continue;
		style = head_style_of(writing, place, row);
		cell_put(review->page, row, place->column,
			 head_of(writing, place), &style);
	}
}

/* --- rows ------------------------------------------------------------- */

/* does a short day of the row need its year, as others of the page have it */
static bool
has_year(const struct writing *writing, size_t i)
{
	const struct review *review = writing->review->work->review;
	const struct excerpt *excerpt = &writing->excerpt;
	struct period_days period = period_days(review->plan);

	for (size_t k = 0; k < excerpt->column_count; k++) {
		const struct excerpt_column *column = &excerpt->columns[k];
		const struct expr_scope *scope = &writing->review->scope;
		double day;

		if (excerpt_about(excerpt, column)->kind != COLUMN_DATE)
			continue;
		day = expr_value(scope,
				 excerpt_value(scope, excerpt, i, column), 0)
			      .number;
		if (day > 0 &&
		    (day < period.first || day > period.last ||
		     date_from_serial(day).year != review->view->as_of.year))
			return true;
	}
	return false;
}

/* Gives one format to a measure's values: with a decimal where one has it. */
static const char *
number_format(const struct writing *writing, const struct review_place *place,
	      size_t i)
{
	static const char *const readings[] = {"baseline", "latest", "target"};
	const struct work *work = writing->review->work;
	const struct excerpt *excerpt = &writing->excerpt;

	switch (place->format) {
	case FORMAT_DAY:
		return book_date_format(work->book, DAY_NARROW);
	case FORMAT_SHORT_DAY:
		return book_date_format(work->book, has_year(writing, i)
							    ? DAY_NARROW
							    : DAY_SHORT);
	case FORMAT_READING:
		for (int k = 0; k < 3; k++) {
			double value = table_at(excerpt->table,
						excerpt->rows[i], readings[k])
					       ->number;

			if (isfinite(value) && value != floor(value))
				return "#,##0.0";
		}
		return "#,##0";
	case FORMAT_COUNT:
		return scale_format(work->book, place_scale(writing, place),
				    INFINITY);
	case FORMAT_MONEY:
		return money_format(work->arena, place_scale(writing, place));
	case FORMAT_NOTICE:
		return arena_format(
			work->arena, "[<0]\"■ \"−0;[<%.0f]\"▲ \"0;0",
			SETTING_OF(work->review->plan, event_lead_days));
	case FORMAT_STYLE:
		break;
	}
	return place->style->number;
}

static const char *
whole_text(const struct writing *writing, const struct review_place *place,
	   size_t i)
{
	const struct review_page *review = writing->review;
	const struct excerpt *excerpt = &writing->excerpt;
	const struct expr_scope *scope = &review->scope;

	if (place->text)
		return place->text(review, excerpt, i);
	return value_text(scope,
			  expr_value(scope,
				     excerpt_value(scope, excerpt, i,
						   column_of(excerpt, place)),
				     0));
}

/* the text as far as there is room for it; "removed" stands for the name once
 * the row is */
static const struct expr *
shown_text(const struct writing *writing, const struct review_place *place,
	   size_t i, const struct style *style)
{
	const struct review_page *review = writing->review;
	const struct excerpt *excerpt = &writing->excerpt;
	const struct expr_scope *scope = &review->scope;
	bool first = place == writing->block->places;
	const char *number = "", *text, *names[EXCERPT_ROWS];
	int pixels =
		place->room ? place->room(review, excerpt, i) : place->pixels;

	if (place->numbered) {
		number = arena_format(scope->arena, "%zu  ", i + 1);
		pixels -= (int)text_pixels(number, style->size, style->bold);
	}
	for (size_t k = 0; k < excerpt->n; k++)
		names[k] = whole_text(writing, place, k);
	text = first ? names_fit(review, names, excerpt->n, i, pixels, style)
		     : review_fit(review, names[i], pixels, style);
	text = arena_format(scope->arena, "%s%s", number, text);
	if (excerpt->rows[i] == NO_ROW || !*text)
		return expr_text(scope->arena, text);
	return excerpt_kept(scope, excerpt, i, work_text(review->work, text),
			    first ? N_("removed") : "");
}

/* Rather than into the next column, a longer word is written a bit smaller, and
 * so are the others of its column. */
static int
words_size(const struct writing *writing, const struct review_place *place)
{
	const struct review_block *block = writing->block;
	int last = last_column(block, place);
	int size = 100, room = review_width(place->column, last);

	if (place->format == FORMAT_DAY)
		return review_size(
			writing->review,
			book_date_narrow(writing->review->work->book), room,
			place->style, WORD_LEAST);
	if (last == block->last) /* there is a gap behind it */
		room += review_width(COL_K, COL_K) / 2;
	if (place->pixels || place->style->align != ALIGN_LEFT)
		return place->style->size;
	for (size_t i = 0; i < writing->excerpt.n; i++) {
		int own = review_size(writing->review,
				      whole_text(writing, place, i), room,
				      place->style, WORD_LEAST);

		size = own < size ? own : size;
	}
	return size;
}

static void
write_value(const struct writing *writing, const struct review_place *place,
	    size_t i, int size)
{
	const struct review_page *review = writing->review;
	const struct excerpt *excerpt = &writing->excerpt;
	const struct expr *expr = excerpt_value(&review->scope, excerpt, i,
						column_of(excerpt, place));
	uint32_t row =
		writing->block->row + writing->block->above + (uint32_t)i;
	struct style style = *place->style;

	style.line = HAIR;
	style.size = size;
	style.number = number_format(writing, place, i);
	style.shrink =
		place->format == FORMAT_SHORT_DAY && has_year(writing, i);
	if (excerpt->rows[i] == NO_ROW && !place->pixels)
		style.color = SECOND;
	if (place->last)
		page_merge(review->page,
			   (struct area){row, row, place->column, place->last},
			   book_style(review->work->book, &style));
	if (place->pixels)
		expr = shown_text(writing, place, i, &style);
	review_cell(review, row, place->column, expr, &style);
}

static void
write_total(const struct writing *writing, uint32_t row)
{
	const struct review_page *review = writing->review;
	const struct review_block *block = writing->block;
	struct style style = {.line = RULE, .bold = 1};

	cell_band(review->page, row, block->first, block->last, &style);
	for (size_t i = 0; i < block->place_count; i++) {
		const struct review_place *place = &block->places[i];
		const struct expr *total =
			excerpt_total(&review->scope, &writing->excerpt,
				      column_of(&writing->excerpt, place));

		if (!total)
			continue;
		style = *place->style;
		style.line = RULE;
		style.bold = 1;
		style.number = number_format(writing, place, 0);
		review_cell(review, row, place->column, total, &style);
	}
}

/* --- marks ------------------------------------------------------------ */

static void
mark_column(const struct writing *writing, const struct review_place *place)
{
	const struct review_page *review = writing->review;
	uint32_t first = writing->block->row + writing->block->above;
	const struct area area = {first,
				  first + (uint32_t)writing->excerpt.n - 1,
				  place->column, place->column};
	const char *cell =
		cell_name(review->work->arena, first, place->column, 0);

	switch (place->mark) {
	case MARK_BARS:
	case MARK_HALF_BARS:
		page_bars(review->page, area, 0,
			  place->mark == MARK_BARS ? 1 : 0.5, false);
		break;
	case MARK_BARS_ONLY:
		for (uint32_t row = first; row <= area.last_row; row++)
			page_bars(review->page,
				  (struct area){row, row, place->column,
						place->last},
				  0, 1, true);
		break;
	case MARK_BOLD:
		page_bold(review->page, area,
			  excerpt_about(&writing->excerpt,
					column_of(&writing->excerpt, place))
				  ->bold);
		break;
	case MARK_DUE:
		page_when(review->page, area,
			  arena_format(review->work->arena,
				       "=AND(ISNUMBER(%s),%s<as_of)", cell,
				       cell),
			  SYMBOL_bad);
		break;
	case MARK_NOTICE:
		page_below(
			review->page, area,
			SETTING_OF(review->work->review->plan, event_lead_days),
			0);
		break;
	case MARK_STATUS:
	case MARK_NONE:
		break;
	}
	if (place->mark == MARK_STATUS || place->mark == MARK_DUE ||
	    place->mark == MARK_NOTICE)
		page_status(review->page, area, false);
}

/* --- the block -------------------------------------------------------- */

void
review_block_write(const struct review_page *review,
		   const struct review_block *block)
{
	static const struct style line = {.line = HAIR};
	struct writing writing = {.review = review, .block = block};
	struct excerpt *excerpt = &writing.excerpt;
	uint32_t row = block->row + block->above;

	excerpt_make(excerpt, &review->scope, block->id);
	review_title(review, block->row, block->first,
		     work_tab(review->work, excerpt->table->id)->page,
		     excerpt->title);
	if (excerpt->empty) {
		/* the title alone says that nothing is asked */
		if (block->id == EXCERPT_DECISIONS)
			return;
		/* counts stand over actions that are all done */
		if (block->heads || !excerpt->table->rows)
			row = block->row + 1;
		review_empty(review, row, block->first, block->last,
			     excerpt->empty, excerpt->table->key,
			     block->questions);
		return;
	}
	if (block->heads)
		write_heads(&writing);
	for (size_t i = 0; i < excerpt->n; i++)
		cell_band(review->page, row + (uint32_t)i, block->first,
			  block->last, &line);
	for (size_t k = 0; k < block->place_count; k++) {
		int size = words_size(&writing, &block->places[k]);

		for (size_t i = 0; i < excerpt->n; i++)
			write_value(&writing, &block->places[k], i, size);
		mark_column(&writing, &block->places[k]);
	}
	if (excerpt->total)
		write_total(&writing, row + (uint32_t)excerpt->n);
}
