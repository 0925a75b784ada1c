/* review_block.c - writes a block: title, headers, rows, marks, or why there is
 * nothing */
#include "review.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "ces/message.h"

#include "xlsx/book/book.h"
#include "xlsx/expr/work.h"

struct writing {
	const struct review_page *review;
	const struct review_block *block;
	struct excerpt excerpt;
	int scale; /* of money: index of scales */
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

/* --- money in thousands or millions ----------------------------------- */

static const struct {
	const char *letter, *template;
} scales[] = {{"", NULL},
	      {"k", "IF(ISNUMBER($amount),$amount/1000,'')"},
	      {"m", "IF(ISNUMBER($amount),$amount/1000000,'')"}};

static double
amount_of(const struct expr_scope *scope, const struct expr *expr)
{
	struct value value = {.kind = VALUE_EMPTY};

	if (expr)
		value = expr_value(scope, expr, 0);
	return value.kind == VALUE_NUMBER ? fabs(value.number) : 0;
}

static int
choose_scale(const struct writing *writing)
{
	const struct expr_scope *scope = &writing->review->scope;
	const struct excerpt *excerpt = &writing->excerpt;
	double most = 0, limit = writing->block->most;

	for (size_t i = 0; i < writing->block->place_count; i++) {
		const struct review_place *place = &writing->block->places[i];
		const struct excerpt_column *column = column_of(excerpt, place);

		if (!place->scaled)
			continue;
		most = fmax(most, amount_of(scope, excerpt_total(scope, excerpt,
								 column)));
		for (size_t k = 0; k < excerpt->n; k++)
			most = fmax(
				most,
				amount_of(scope, excerpt_value(scope, excerpt,
							       k, column)));
	}
	if (!(limit > 0) || most < limit)
		return 0;
	return most < limit * 1e3 ? 1 : 2;
}

static const struct expr *
scaled(const struct writing *writing, const struct expr *expr)
{
	const struct binding amount = {.name = "amount", .expr = expr};
	struct expr_scope scope = writing->review->scope;

	if (!writing->scale || !(amount_of(&scope, expr) > 0))
		return expr;
	scope.bindings = &amount;
	scope.n = 1;
	return expr_parse(&scope, scales[writing->scale].template);
}

/* --- headers ---------------------------------------------------------- */

/* Dates and texts behind numbers are indented. Texts that are aligned right
 * and wrap lose their indent in some programs. */
static void
write_heads(const struct writing *writing)
{
	const struct review_page *review = writing->review;
	const struct review_block *block = writing->block;
	uint32_t row = block->row + 1;
	struct style style = {.size = 90,
			      .color = SECOND,
			      .line = RULE,
			      .bottom = 1,
			      .wrap = 1};

	cell_band(review->page, row, block->first, block->last, &style);
	for (size_t i = 0; i < block->place_count; i++) {
		const struct review_place *place = &block->places[i];
		bool day = place->format == FORMAT_DAY;
		bool number = place->format || place->style->number;
		bool bars = place->mark == MARK_BARS ||
			    place->mark == MARK_HALF_BARS;

		if (place->last)
			continue;
		style.align = bars		    ? ALIGN_AUTO
			      : place->style->align ? place->style->align
			      : number		    ? ALIGN_RIGHT
						    : ALIGN_AUTO;
		style.indent = day || (i > 0 && style.align == ALIGN_LEFT);
		style.wrap = i > 0 && !day && review_row_is_high(row);
		cell_put(review->page, row, place->column,
			 excerpt_header(&review->scope, &writing->excerpt,
					column_of(&writing->excerpt, place),
					scales[writing->scale].letter),
			 &style);
	}
}

/* --- rows ------------------------------------------------------------- */

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
		return book_date_format(true);
	case FORMAT_SHORT_DAY:
		return book_date_format(false);
	case FORMAT_READING:
		for (int k = 0; k < 3; k++) {
			double value = table_at(excerpt->table,
						excerpt->rows[i], readings[k])
					       ->number;

			if (isfinite(value) && value != floor(value))
				return "#,##0.0";
		}
		return "#,##0";
	case FORMAT_NOTICE:
		return arena_format(
			work->arena, "[<0]\"■ \"−0;[<%.0f]\"▲ \"0;0",
			SETTING_OF(work->review->plan, event_lead_days));
	case FORMAT_STYLE:
		break;
	}
	return place->style->number;
}

/* the text as far as there is room for it; "removed" stands for the name once
 * the row is */
static const struct expr *
shown_text(const struct writing *writing, const struct review_place *place,
	   size_t i, const struct expr *expr, const struct style *style)
{
	const struct review_page *review = writing->review;
	const struct excerpt *excerpt = &writing->excerpt;
	const struct expr_scope *scope = &review->scope;
	const char *text =
		place->text ? place->text(review, excerpt, i)
			    : value_text(scope, expr_value(scope, expr, 0));
	bool first = place == writing->block->places;

	text = review_fit(review, text, place->pixels, style);
	if (excerpt->rows[i] == NO_ROW || !*text)
		return expr_text(scope->arena, text);
	return excerpt_kept(scope, excerpt, i, work_text(review->work, text),
			    first ? N_("removed") : "");
}

static void
write_value(const struct writing *writing, const struct review_place *place,
	    size_t i)
{
	const struct review_page *review = writing->review;
	const struct excerpt *excerpt = &writing->excerpt;
	const struct expr *expr = excerpt_value(&review->scope, excerpt, i,
						column_of(excerpt, place));
	uint32_t row =
		writing->block->row + writing->block->above + (uint32_t)i;
	struct style style = *place->style;

	style.line = HAIR;
	style.number = number_format(writing, place, i);
	if (excerpt->rows[i] == NO_ROW && !place->pixels)
		style.color = SECOND;
	if (place->last)
		page_merge(review->page,
			   (struct area){row, row, place->column, place->last},
			   book_style(review->work->book, &style));
	if (place->scaled)
		expr = scaled(writing, expr);
	if (place->pixels)
		expr = shown_text(writing, place, i, expr, &style);
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
		review_cell(review, row, place->column,
			    place->scaled ? scaled(writing, total) : total,
			    &style);
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
	const struct excerpt_column *column =
		column_of(&writing->excerpt, place);
	const char *cell =
		cell_name(review->work->arena, first, place->column, 0);

	switch (place->mark) {
	case MARK_NONE:
		break;
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
			  plain_word(excerpt_about(&writing->excerpt, column)
					     ->bold));
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
		review_empty(review, block->row + 1, block->first, block->last,
			     excerpt->empty, excerpt->table->key,
			     block->questions);
		return;
	}
	writing.scale = choose_scale(&writing);
	if (block->heads)
		write_heads(&writing);
	for (size_t i = 0; i < excerpt->n; i++)
		cell_band(review->page, row + (uint32_t)i, block->first,
			  block->last, &line);
	for (size_t k = 0; k < block->place_count; k++) {
		for (size_t i = 0; i < excerpt->n; i++)
			write_value(&writing, &block->places[k], i);
		mark_column(&writing, &block->places[k]);
	}
	if (excerpt->total)
		write_total(&writing, row + (uint32_t)excerpt->n);
}
