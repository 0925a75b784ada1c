/* review_page.c - the review page: its band, its blocks, and how it prints */
#include <string.h>

#include "ces/finding.h"
#include "ces/language.h"
#include "ces/message.h"
#include "ces/question.h"
#include "ces/utf8.h"
#include "review.h"
#include "xlsx/book/book.h"

/* --- grid and cells ----------------------------------------------------- */

/* pixels that a cell keeps free, and those of one step of its indent */
enum { CELL_MARGIN = 5, INDENT = 9 };

/* tenths of a point: of texts of ours, of titles, of words of a header */
enum { TOLD_LEAST = 75, TITLE_LEAST = 90 };

/* share of the pixels that letters of fonts with square characters leave */
static const double WIDE_SHARE = 0.88;

static const int widths[] = {[COL_A] = 12, 206, 70,  70,  62,		98,
			     100,	   60,	106, 134, [COL_K] = 24, 124,
			     50,	   50,	50,  50,  50,		50};

/* of rows that are not as high as a row of a block */
static const int heights[ROW_END] =
	{
		[ROW_TITLE] = 40,	  [ROW_FACTS] = 24,
		[ROW_POSITION] = 36,	  [ROW_DECISIONS] = 24,
		[ROW_DECISIONS + 1] = 22, [ROW_MEASURES - 1] = 11,
		[ROW_MEASURES] = 24,	  [ROW_MEASURES + 1] = 30,
		[ROW_REASONS - 1] = 11,	  [ROW_REASONS] = 24,
		[ROW_REASONS + 1] = 30,	  [ROW_EVENTS - 1] = 11,
		[ROW_EVENTS] = 24,	  [ROW_EVENTS + 1] = 20,
		[ROW_INSIGHTS - 1] = 11,  [ROW_INSIGHTS] = 24,
};
enum { ROW_HEIGHT = 21, LINE = 14, WIDE_MORE = 5 };

static int
row_pixels(const struct review_page *review, uint32_t row)
{
	/* of measures that begin further up: their headers, a row in the gap,
	 * and what these take from the band, so that the page prints as large
	 */
	static const int unasked[ROW_END] = {
		[ROW_TITLE] = 34,	[ROW_FACTS] = 21,
		[ROW_POSITION] = 28,	[ROW_DECISIONS + 1] = 21,
		[ROW_UNASKED + 1] = 30, [ROW_MEASURES - 1] = 21,
		[ROW_MEASURES] = 23};

	/* two lines of square characters are higher */
	if (review->work->wide && row == ROW_MEASURES + 1)
		return heights[row] + 3;
	if (review->unasked && unasked[row])
		return unasked[row];
	return heights[row] ? heights[row] : ROW_HEIGHT;
}

/* is there room for two lines */
bool
review_row_is_high(const struct review_page *review, uint32_t row)
{
	return row_pixels(review, row) >= 30;
}

/* Two lines of a font of squares are higher. */
static int
row_height(const struct review_page *review, uint32_t row)
{
	int height = row_pixels(review, row);

	if (review->tall[row])
		height += LINE;
	if (review->work->wide && row > ROW_DECISIONS &&
	    review_row_is_high(review, row))
		height += WIDE_MORE;
	return height;
}

int
review_width(int first, int last)
{
	int pixels = 0;

	for (int i = first; i <= last; i++)
		pixels += widths[i];
	return pixels;
}

/* pixels that a cell leaves for the text, in letters of Arial */
static double
text_room(const struct review_page *review, const char *text, int pixels,
	  const struct style *style)
{
	size_t n = strlen(text);
	bool letters = utf8_width(text, n) * 2 < utf8_count(text, n) * 3;

	pixels -= CELL_MARGIN + style->indent * INDENT;
	return review->work->wide && letters ? pixels * WIDE_SHARE : pixels;
}

void
review_head_room(const struct review_page *review, uint32_t row,
		 const char *head, int pixels)
{
	static const struct style style = {.size = 90};

	if (text_lines(head, text_room(review, head, pixels, &style),
		       style.size) > (review_row_is_high(review, row) ? 2 : 1))
		review->tall[row] = true;
}

int
review_size(const struct review_page *review, const char *text, int pixels,
	    const struct style *style, int least)
{
	return text_size(text, text_room(review, text, pixels, style), style,
			 least);
}

int
review_word_size(const struct review_page *review, const char *text, int pixels,
		 const struct style *style, int least)
{
	struct buf word = {0};
	int size = style->size ? style->size : 100, own;

	for (const char *p = text; *p; p += strspn(p, " ")) {
		size_t n = utf8_piece(p);

		buf_clear(&word);
		buf_add(&word, p, n);
		own = review_size(review, buf_text(&word), pixels, style,
				  least);
		size = own < size ? own : size;
		p += n;
	}
	buf_free(&word);
	return size;
}

const char *
review_fit(const struct review_page *review, const char *text, int pixels,
	   const struct style *style)
{
	struct buf fit = {0};

	text_fit(&fit, text, text_room(review, text, pixels, style),
		 style->size, style->bold);
	return arena_take(review->work->arena, &fit);
}

void
review_text(const struct review_page *review, uint32_t row, int column,
	    const char *text, int pixels, const struct style *style)
{
	struct style risky = *style;

	risky.quoted = clean_is_risky(text);
	cell_put(review->page, row, column,
		 review_fit(review, text, pixels, style), &risky);
}

void
review_told(const struct review_page *review, uint32_t row, int column,
	    const char *text, int pixels, const struct style *style)
{
	struct style small = *style;

	small.size = review_size(review, text, pixels, style, TOLD_LEAST);
	review_text(review, row, column, text, pixels, &small);
}

void
review_cell(const struct review_page *review, uint32_t row, int column,
	    const struct expr *expr, const struct style *style)
{
	struct lxw_format *format = book_style(review->work->book, style);
	struct value value = expr_value(&review->scope, expr, 0);
	struct style risky = *style;

	if (expr->kind == EXPR_TEXT)
		risky.quoted = clean_is_risky(expr->text);
	if (value.kind == VALUE_EMPTY)
		cell_blank(review->page, row, column, format);
	else if (expr->kind == EXPR_TEXT)
		cell_put(review->page, row, column, expr->text, &risky);
	else if (expr->kind == EXPR_NUMBER)
		cell_number(review->page, row, column, expr->number, format);
	else
		cell_expr(review->work, review->page, row, column, expr, 0,
			  format);
}

/*
 * The link stays with the cell when a formula is put into it; and some readers
 * paint links in a color of their own where there is none. So a text alone
 * becomes a formula as well.
 */
void
review_title(const struct review_page *review, uint32_t row, int column,
	     const struct page *target, const struct expr *title)
{
	struct style style = {
		.size = 120, .bold = 1, .color = ACCENT, .bottom = 1};
	struct value value = expr_value(&review->scope, title, 0);
	const char *text = value_text(&review->scope, value);
	int last = column < COL_L ? COL_J : COL_R;
	int pixels = review_width(column, last);
	struct lxw_format *format;

	style.size = review_size(review, text, pixels, &style, TITLE_LEAST);
	style.shrink = text_pixels(text, style.size, true) >
		       text_room(review, text, pixels, &style);
	format = book_style(review->work->book, &style);
	if (style.shrink)
		page_merge(review->page, (struct area){row, row, column, last},
			   format);
	cell_link(review->page, row, column, target, 0, text, format);
	cell_expr(review->work, review->page, row, column, title, 0, format);
}

void
review_empty(const struct review_page *review, uint32_t row, int first,
	     int last, const char *why, const char *section, int most)
{
	static const struct style style = {.color = SECOND};
	int i = section_find(section), pixels = review_width(first, last);

	review_told(review, row++, first, why, pixels, &style);
	for (int k = 0; i >= 0 && k < most && sections[i].questions[k]; k++)
		review_told(
			review, row++, first,
			arena_format(review->work->arena, "·  %s",
				     language_text(review->work->language,
						   sections[i].questions[k])),
			pixels, &style);
}

/* --- the band --------------------------------------------------------- */

static void
write_title(const struct review_page *review)
{
	struct style style = {.fill = ACCENT,
			      .color = WHITE,
			      .size = 190,
			      .bold = 1,
			      .indent = 1,
			      .align = ALIGN_LEFT};
	const struct work *work = review->work;
	const char *status = status_fact(work->arena, work->review);

	cell_band(review->page, ROW_TITLE, COL_B, COL_R, &style);
	review_text(review, ROW_TITLE, COL_B, plan_title(work->review), 1060,
		    &style);
	if (!status)
		return;
	style.size = 120;
	style.align = ALIGN_RIGHT;
	cell_put(review->page, ROW_TITLE, COL_R, status, &style);
}

static void
add_fact(const struct work *work, struct buf *facts, const char *message,
	 const char *value)
{
	if (!value || !*value)
		return;
	buf_puts(facts, facts->n ? "     " : "");
	message_fill(facts, work->language, message,
		     ARGS(TEXT_ARG("fact", value)));
}

/* "Ada Okafor, Chief Customer Officer" */
static const char *
person_text(const struct work *work, const struct person *person,
	    const char *id, bool role)
{
	const char *name = person ? object_name(&person->object) : id;

	if (!role || !person || !is_set(&person->role.at))
		return name;
	return message_text(work->arena, work->language, N_("{name}, {role}"),
			    ARGS(TEXT_ARG("name", name),
				 TEXT_ARG("role", person->role.text)));
}

static void
write_facts(const struct review_page *review)
{
	struct work *work = review->work;
	const struct plan *plan = work->review->plan;
	const struct term *period = &plan->plan.period;
	struct style style = {.fill = TINT, .indent = 1, .align = ALIGN_LEFT};
	struct buf left = {0}, right = {0};

	if (period->start.date.year && period->end.date.year)
		add_fact(work, &left, N_("Period {fact}"),
			 period_fact(work->arena, work->review,
				     work_dates(work, period->start.date,
						period->end.date)));
	add_fact(work, &left, N_("As of {fact}"),
		 work_date(work, work->review->view->as_of));
	add_fact(work, &left, N_("Sponsor {fact}"),
		 person_text(work, plan->governance.sponsor.to,
			     plan->governance.sponsor.id, true));
	add_fact(work, &left, N_("Owner {fact}"),
		 person_text(work, plan->governance.owner.to,
			     plan->governance.owner.id, false));
	add_fact(work, &right, N_("Version {fact}"), plan->plan.version.text);
	if (plan->plan.next_review.date.year)
		add_fact(work, &right, N_("Next review {fact}"),
			 review_fact(
				 work->arena, work->review,
				 work_date(work, plan->plan.next_review.date)));
	cell_band(review->page, ROW_FACTS, COL_B, COL_R, &style);
	review_told(review, ROW_FACTS, COL_B, buf_text(&left), 940, &style);
	style.align = ALIGN_RIGHT;
	review_told(review, ROW_FACTS, COL_R, buf_text(&right), 420, &style);
	buf_free(&left);
	buf_free(&right);
}

/* Takes two lines where it is too long for one that can be read. */
static void
write_position(const struct review_page *review)
{
	struct style style = {.size = 125};
	const struct expr *sentence = position_expr(&review->scope);
	const char *text = value_text(&review->scope,
				      expr_value(&review->scope, sentence, 0));
	int pixels = review_width(COL_B, COL_R);
	const struct area line = {ROW_POSITION, ROW_POSITION, COL_B, COL_R};

	style.size = review_size(review, text, pixels, &style, 100);
	style.wrap = text_pixels(text, style.size, false) >
		     text_room(review, text, pixels, &style);
	if (style.wrap)
		page_merge(review->page, line,
			   book_style(review->work->book, &style));
	review_cell(review, ROW_POSITION, COL_B, sentence, &style);
}

/*
 * The as-of date stands as a number beside the page, under a name, for the
 * formulas that compare due days with it.
 */
static void
write_as_of(const struct review_page *review)
{
	const struct style hidden = {.number = ";;;", .open = 1};
	struct buf formula = {0};

	cell_date(review->page, ROW_FACTS, COL_A,
		  review->work->review->view->as_of,
		  book_style(review->work->book, &hidden));
	buf_putc(&formula, '=');
	page_ref(&formula, review->page);
	buf_printf(&formula, "$A$%d", ROW_FACTS + 1);
	book_name(review->work->book, "as_of", formula.p);
	buf_free(&formula);
}

/* --- the page --------------------------------------------------------- */

static void
set_print(const struct review_page *review)
{
	struct print print =
		work_print(review->work,
			   language_text(review->work->language,
					 "Figures are formulas over the sheets "
					 "of this workbook"));

	print.one = true;
	print.last_row = ROW_END - 1;
	print.first_column = COL_B;
	print.last_column = COL_R;
	print.side = print.top = 0.32;
	print.bottom = 0.5;
	page_print(review->page, &print);
}

void
review_write(struct work *work)
{
	bool tall[ROW_END] = {false};
	struct review_page review = {.work = work,
				     .page = work->review_page,
				     .tall = tall,
				     .scope = work_scope(work, NULL)};

	review.unasked = nothing_is_asked(&review.scope);
	for (int i = COL_A; i <= COL_R; i++)
		page_column(review.page, i, i, characters_of(widths[i]), false);
	write_title(&review);
	write_facts(&review);
	write_as_of(&review);
	write_position(&review);
	review_blocks_write(&review);
	review_counts(&review);
	review_coverage(&review);
	review_matrix(&review);
	for (uint32_t row = 0; row < ROW_END; row++)
		page_row(review.page, row, row_height(&review, row) * 0.75);
	set_print(&review);
	page_protect(review.page);
	page_first(review.page);
}
