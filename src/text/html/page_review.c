/* page_review.c - the review at the top of the page: excerpts of the tables */
#include "text/html/page.h"

#include <math.h>

#include "ces/excerpt.h"
#include "ces/language.h"
#include "text/chart/chart.h"
#include "text/html/html.h"
#include "text/shown.h"

/* --- blocks --------------------------------------------------------------- */

/* leads to the table, where the page has it */
static void
add_title(struct html_page *page, const char *key, const struct expr *title,
	  const struct table *table)
{
	bool linked = html_table_is_shown(table);

	buf_printf(page->out, "<h3 id=\"review.%s\">", key);
	if (linked)
		buf_printf(page->out, "<a href=\"#%s\">", table->key);
	html_text(page->out, text_shown(&page->scope, title));
	buf_puts(page->out, linked ? "</a></h3>\n" : "</h3>\n");
}

/* the title, and why there is nothing below it */
static void
add_empty(struct html_page *page, const char *key, const struct expr *title,
	  const struct table *table, const char *text)
{
	add_title(page, key, title, table);
	html_paragraph(page->out, "empty", text);
}

/* the title is the caption; a table that is too wide scrolls */
static void
start_table(struct html_page *page, const char *key, const struct expr *title,
	    const struct table *table)
{
	buf_printf(page->out,
		   "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
		   "aria-labelledby=\"review.%s\">\n<table>\n<caption>",
		   key);
	add_title(page, key, title, table);
	buf_puts(page->out, "</caption>\n<thead><tr>");
}

static void
end_table(struct html_page *page)
{
	buf_puts(page->out, "</tbody>\n</table>\n</div>\n");
}

/* --- excerpts ------------------------------------------------------------- */

/* of the cell that the column shows of an item */
static enum state_id
state_of(const struct excerpt *excerpt, size_t i,
	 const struct excerpt_column *column)
{
	int k;

	if (i >= excerpt->n || excerpt->rows[i] == NO_ROW ||
	    excerpt_about(excerpt, column)->kind != COLUMN_STATUS)
		return STATE_NONE;
	k = table_column(excerpt->of[i], column->key);
	return k < 0 ? STATE_NONE
		     : table_cell(excerpt->of[i], excerpt->rows[i], (size_t)k)
			       ->state;
}

/* percent of the bar to be reached by now */
static double
mark_of(const struct excerpt *excerpt, size_t i, const struct column *about)
{
	if (!about->marked || i >= excerpt->n || excerpt->rows[i] == NO_ROW)
		return NAN;
	return table_at(excerpt->of[i], excerpt->rows[i], about->marked)
		->number;
}

static bool
is_strong(const struct excerpt *excerpt, size_t i,
	  const struct excerpt_column *column)
{
	const struct column *about = excerpt_about(excerpt, column);

	return about->bold && i < excerpt->n && excerpt->rows[i] != NO_ROW &&
	       table_at(excerpt->of[i], excerpt->rows[i], column->key)->word ==
		       about->bold_word;
}

/* the item's row in its table */
static void
add_link(struct html_cell *cell, const struct excerpt *excerpt, size_t i)
{
	if (i >= excerpt->n || excerpt->rows[i] == NO_ROW)
		return;
	cell->cell.link = (int)excerpt->of[i]->id;
	cell->cell.item = excerpt->of[i]->ids[excerpt->rows[i]];
	if (!cell->cell.item)
		cell->cell.item = "";
}

/* row n is that of the totals */
static void
add_row(struct html_page *page, const struct excerpt *excerpt, size_t i)
{
	buf_puts(page->out, i < excerpt->n ? "<tr>" : "<tr class=\"total\">");
	for (size_t k = 0; k < excerpt->column_count; k++) {
		const struct excerpt_column *column = &excerpt->columns[k];
		const struct column *about = excerpt_about(excerpt, column);
		const struct expr *expr =
			i < excerpt->n
				? excerpt_value(&page->scope, excerpt, i,
						column)
				: excerpt_total(&page->scope, excerpt, column);
		struct html_cell cell = {
			.column = about,
			.cell = cell_valued(&page->scope, expr, about->kind),
			.state = state_of(excerpt, i, column),
			.mark = mark_of(excerpt, i, about),
			.strong = is_strong(excerpt, i, column),
			.heads = k == 0};

		if (k == 0)
			add_link(&cell, excerpt, i);
		html_cell(page, &cell);
	}
	buf_putc(page->out, '\n');
}

/* "✓ 2 done, ● 14 on track, ■ 1 overdue, 0 unowned" */
static void
add_counts(struct html_page *page)
{
	struct action_count counts[ACTION_COUNTS];

	action_counts_make(counts, &page->scope);
	buf_puts(page->out, "<ul class=\"counts\">");
	for (size_t i = 0; i < ACTION_COUNTS; i++) {
		bool any =
			expr_value(&page->scope, counts[i].number, 0).number >
			0;

		buf_printf(page->out, "<li class=\"k k-%s\">",
			   any ? symbols[counts[i].symbol].key : "none");
		html_text(page->out, text_shown(&page->scope, counts[i].text));
		buf_puts(page->out, "</li>");
	}
	buf_puts(page->out, "</ul>\n");
}

/* the drawing, whose rows are those of the reasons */
static bool
add_matrix(struct html_page *page, const char *key,
	   const struct excerpt *excerpt)
{
	const struct chart chart = {.tables = &page->tables,
				    .review = page->review,
				    .id = "review.matrix.chart",
				    .arena = &page->arena,
				    .small = true};
	struct buf drawing = {0};
	bool drawn = chart_matrix(&drawing, &chart);

	if (drawn) {
		add_title(page, key, excerpt->title, excerpt->table);
		buf_add(page->out, drawing.p, drawing.n);
	}
	buf_free(&drawing);
	return drawn;
}

static void
add_excerpt(struct html_page *page, enum excerpt_id id, const char *key)
{
	struct excerpt excerpt;

	excerpt_make(&excerpt, &page->scope, id);
	if (excerpt.empty) {
		add_empty(page, key, excerpt.title, excerpt.table,
			  excerpt.empty);
		return;
	}
	if (id == EXCERPT_MATRIX && add_matrix(page, key, &excerpt))
		return;
	start_table(page, key, excerpt.title, excerpt.table);
	for (size_t k = 0; k < excerpt.column_count; k++) {
		const struct excerpt_column *column = &excerpt.columns[k];

		html_column(page,
			    excerpt_header(&page->scope, &excerpt, column, 0),
			    excerpt_about(&excerpt, column)->kind);
	}
	buf_puts(page->out, "</thead>\n<tbody>\n");
	for (size_t i = 0; i < excerpt.n + excerpt.total; i++)
		add_row(page, &excerpt, i);
	end_table(page);
	if (id == EXCERPT_ACTIONS)
		add_counts(page);
}

/* --- hours ---------------------------------------------------------------- */

static void
add_share(struct html_page *page, const struct coverage_grid *grid, size_t i,
	  size_t k)
{
	static const struct column percent = {.kind = COLUMN_PERCENT};
	struct buf *out = page->out, shown = {0};
	struct cell cell = cell_valued(
		&page->scope, coverage_grid_value(&page->scope, grid, i, k),
		COLUMN_PERCENT);
	double share = cell.number / 100;
	enum symbol_id symbol = share < fmin(grid->worse, grid->enough[i])
					? SYMBOL_bad
				: share < grid->enough[i] ? SYMBOL_late
							  : SYMBOL_NONE;

	cell_show(&shown, page->language, percent.kind, &cell);
	buf_puts(out,
		 grid->best[i][k] ? "<td class=\"n\"><b>" : "<td class=\"n\">");
	if (symbol)
		buf_printf(out, "<span class=\"k k-%s\">%s ",
			   symbols[symbol].key, symbols[symbol].mark);
	html_text(out, buf_text(&shown));
	buf_printf(out, "%s%s", symbol ? "</span>" : "",
		   grid->best[i][k] ? "</b>" : "");
	buf_free(&shown);
}

static void
add_segment(struct html_page *page, const struct coverage_grid *grid, size_t i)
{
	static const struct column text = {.kind = COLUMN_TEXT};
	const struct segment *segment = grid->segments[i];
	struct html_cell cell = {
		.column = &text,
		.cell = {.text = arena_format(&page->arena, "%s%s",
					      object_name(&segment->object),
					      segment_is_high(segment) ? " ★"
								       : ""),
			 .number = NAN,
			 .link = TABLE_segments,
			 .item = segment->object.id},
		.mark = NAN,
		.heads = true};

	buf_puts(page->out, "<tr>");
	html_cell(page, &cell);
	for (size_t k = 0; k < grid->channel_count; k++)
		add_share(page, grid, i, k);
	cell = (struct html_cell){
		.column = &text,
		.cell = {.text = grid->closed[i], .number = NAN, .link = -1},
		.mark = NAN};
	html_cell(page, &cell);
	buf_putc(page->out, '\n');
}

static void
add_coverage(struct html_page *page, const char *key)
{
	struct coverage_grid grid;

	coverage_grid_make(&grid, &page->scope);
	if (grid.empty) {
		add_empty(page, key, grid.title, grid.table, grid.empty);
		return;
	}
	start_table(page, key, grid.title, grid.table);
	html_column(page, grid.head, COLUMN_TEXT);
	for (size_t k = 0; k < grid.channel_count; k++)
		html_column(page, object_name(&grid.channels[k]->object),
			    COLUMN_PERCENT);
	html_column(page, grid.closed_head, COLUMN_TEXT);
	buf_puts(page->out, "</thead>\n<tbody>\n");
	for (size_t i = 0; i < grid.segment_count; i++)
		add_segment(page, &grid, i);
	end_table(page);
	buf_puts(page->out, "<p class=\"key\">");
	html_text(page->out, grid.key);
	buf_puts(page->out, "<br>");
	html_text(page->out, grid.legend);
	buf_puts(page->out, "</p>\n");
}

/* --- all of it ------------------------------------------------------------ */

/* In reading order. Where there is room, every other column is on the right. */
static const struct block {
	enum excerpt_id id;
	const char *key; /* of the block in the style, and its anchor */
	bool column;	 /* it begins one */
} blocks[] = {
	{EXCERPT_DECISIONS, "decisions", true},
	{EXCERPT_MEASURES, "measures", false},
	{EXCERPT_REASONS, "reasons", false},
	{EXCERPT_COUNT, "hours", true},
	{EXCERPT_MATRIX, "matrix", false},
	{EXCERPT_EVENTS, "events", true},
	{EXCERPT_INSIGHTS, "insights", false},
	{EXCERPT_ACTIONS, "actions", true},
	{EXCERPT_READINESS, "readiness", false},
	{EXCERPT_FINDINGS, "findings", true},
};

static void
add_blocks(struct html_page *page)
{
	buf_puts(page->out, "<div class=\"blocks\">\n");
	for (size_t i = 0; i < COUNT_OF(blocks); i++) {
		const struct block *block = &blocks[i];

		if (block->column)
			buf_puts(page->out, i ? "</div>\n<div>\n" : "<div>\n");
		buf_printf(page->out, "<div class=\"block %s\">\n", block->key);
		if (block->id == EXCERPT_COUNT)
			add_coverage(page, block->key);
		else
			add_excerpt(page, block->id, block->key);
		buf_puts(page->out, "</div>\n");
	}
	buf_puts(page->out, "</div>\n</div>\n");
}

void
html_review(struct html_page *page)
{
	buf_puts(page->out, "<section aria-labelledby=\"review\">\n");
	html_heading(page->out, 2, "review",
		     language_text(page->language, N_("Review")));
	html_paragraph(page->out, "lead",
		       text_shown(&page->scope, position_expr(&page->scope)));
	add_blocks(page);
	buf_puts(page->out, "</section>\n");
}
