/* page_table.c - the tables of the page, each with the charts of its rows */
#include "text/html/page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "text/chart/chart.h"
#include "text/html/html.h"
#include "text/shown.h"

/* characters across a page of paper, and of a column */
enum { ACROSS = 165, TEXT_WIDTH = 24, TEXT_MOST = 30 };
enum { FIGURE_WIDTH = 10, WORD_WIDTH = 12, STATE_WIDTH = 16, BAR_WIDTH = 8 };

/* columns of the table at hand, by their numbers */
struct chosen {
	size_t *columns;
	size_t n;
};

bool
html_table_is_shown(const struct table *table)
{
	return table->rows || table->options & SHOWN;
}

/* --- rows ----------------------------------------------------------------- */

/* percent of the way that is planned to be gone, beside that which is */
static double
mark_of(const struct table *table, size_t row, const struct column *column)
{
	int beside = column->marked ? table_column(table, column->marked) : -1;

	return beside < 0 ? NAN
			  : table_cell(table, row, (size_t)beside)->number;
}

static void
add_row(struct html_page *page, const struct table *table, size_t row,
	const struct chosen *chosen, bool anchored)
{
	const char *id = table->ids[row];

	buf_puts(page->out, "<tr");
	if (anchored && id && table_find_row(table, id) == row) {
		buf_puts(page->out, " id=\"");
		html_anchor(page->out, table->key, id);
		buf_putc(page->out, '"');
	}
	buf_putc(page->out, '>');
	for (size_t i = 0; i < chosen->n; i++) {
		const struct column *column =
			&table->columns[chosen->columns[i]];
		const struct cell *cell =
			table_cell(table, row, chosen->columns[i]);
		struct html_cell shown = {.column = column,
					  .cell = *cell,
					  .state = cell->state,
					  .mark = mark_of(table, row, column),
					  .strong = column->bold &&
						    cell->word ==
							    column->bold_word,
					  .heads = i == 0};

		if (i == 0 && !cell->text && table->objects[row])
			shown.cell.text = object_name(table->objects[row]);
		html_cell(page, &shown);
	}
	buf_putc(page->out, '\n');
}

static void
add_totals(struct html_page *page, const struct table *table,
	   const struct chosen *chosen)
{
	struct expr_scope scope = page->scope;

	scope.table = table;
	buf_puts(page->out, "<tfoot><tr>");
	for (size_t i = 0; i < chosen->n; i++) {
		size_t k = chosen->columns[i];
		const struct column *column = &table->columns[k];
		struct html_cell cell = {.column = column,
					 .cell = {.number = NAN, .link = -1},
					 .mark = NAN,
					 .heads = i == 0};

		if (i == 0)
			cell.cell.text =
				language_text(page->language, N_("Total"));
		else if (table_column_summed(table, k))
			cell.cell = cell_valued(
				&scope,
				expr_parse(&scope, arena_format(&page->arena,
								"SUM([%s])",
								column->key)),
				column->kind);
		html_cell(page, &cell);
	}
	buf_puts(page->out, "</tfoot>\n");
}

/* --- a table -------------------------------------------------------------- */

static void
add_columns(struct html_page *page, const struct table *table,
	    const struct chosen *chosen)
{
	buf_puts(page->out, "<thead><tr>");
	for (size_t i = 0; i < chosen->n; i++) {
		const struct column *column =
			&table->columns[chosen->columns[i]];
		struct buf header = {0};

		column_header(&header, page->language, column);
		html_column(page, buf_text(&header), column->kind);
		buf_free(&header);
	}
	buf_puts(page->out, "</thead>\n");
}

/* Wide tables scroll by themselves, with the keyboard too. */
static void
add_grid(struct html_page *page, const struct table *table,
	 const struct chosen *chosen, const char *part, const char *caption)
{
	struct buf *out = page->out;
	bool first = !*part;

	buf_printf(out,
		   "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
		   "aria-labelledby=\"%s.%scaption\">\n<table>\n"
		   "<caption id=\"%s.%scaption\"><span>",
		   table->key, part, table->key, part);
	html_text(out, caption);
	buf_puts(out, "</span></caption>\n");
	add_columns(page, table, chosen);
	buf_puts(out, "<tbody>\n");
	for (size_t row = 0; row < table->rows; row++)
		add_row(page, table, row, chosen, first);
	buf_puts(out, "</tbody>\n");
	if (first && table_has_totals(table))
		add_totals(page, table, chosen);
	buf_puts(out, "</table>\n</div>\n");
}

static int
width_of(const struct column *column)
{
	int width = column->width;

	if (column_has_numbers(column->kind) || column->kind == COLUMN_DATE)
		width = FIGURE_WIDTH;
	else if (column->kind == COLUMN_WORD)
		width = WORD_WIDTH;
	else if (column->kind == COLUMN_STATUS)
		width = STATE_WIDTH;
	else if (!width)
		width = TEXT_WIDTH;
	if (column->bars != BARS_NONE || column->score)
		width += BAR_WIDTH;
	return width < TEXT_MOST ? width : TEXT_MOST;
}

/* the columns that have room beside the name; or the name and the others */
static struct chosen
choose(struct html_page *page, const struct table *table, bool more)
{
	struct chosen chosen = {
		.columns = arena_alloc(&page->arena,
				       table->column_count * sizeof(size_t))};
	int across = 0;
	bool behind = false;

	for (size_t i = 0; i < table->column_count; i++) {
		const struct column *column = &table->columns[i];
		bool other = false;

		if (column->sheet_only ||
		    (chosen.n && table_column_empty(table, i)))
			continue;
		if (chosen.n) {
			behind = behind || across + width_of(column) > ACROSS;
			other = behind || column->folded;
		}
		if (!other)
			across += width_of(column);
		behind = behind || column->printed;
		if (!chosen.n || other == more)
			chosen.columns[chosen.n++] = i;
	}
	return chosen;
}

static void
add_meanings(struct html_page *page, const struct table *table)
{
	bool any = false;

	for (size_t i = 0; i < table->column_count; i++) {
		const struct column *column = &table->columns[i];
		struct buf header = {0};

		if (!column->note || column->sheet_only ||
		    table_column_empty(table, i))
			continue;
		if (!any) {
			buf_puts(page->out, "<details><summary>");
			html_text(page->out,
				  language_text(page->language,
						N_("What the columns mean")));
			buf_puts(page->out, "</summary>\n<dl>\n");
		}
		any = true;
		column_header(&header, page->language, column);
		buf_puts(page->out, "<dt>");
		html_text(page->out, buf_text(&header));
		buf_puts(page->out, "</dt><dd>");
		html_text(page->out,
			  language_text(page->language, column->note));
		buf_puts(page->out, "</dd>\n");
		buf_free(&header);
	}
	if (any)
		buf_puts(page->out, "</dl>\n</details>\n");
}

/* help for a section without rows */
static void
add_empty(struct html_page *page, const struct table *table)
{
	struct buf command = {0}, shown = {0};

	html_paragraph(page->out, "empty", table->empty);
	html_text(&command,
		  arena_format(&page->arena, "ces explain %s", table->key));
	buf_puts(page->out, "<p class=\"empty\">");
	buf_puts(&shown, "<code>");
	buf_puts(&shown, command.p);
	buf_puts(&shown, "</code>");
	message_fill(page->out, page->language,
		     N_("{command} tells what belongs here."),
		     ARGS(TEXT_ARG("command", shown.p)));
	buf_puts(page->out, "</p>\n");
	buf_free(&command);
	buf_free(&shown);
}

/* the drawings that stand above a table */
static const struct {
	enum table_id table;
	bool (*draw)(struct buf *out, const struct chart *chart);
} drawings[] = {
	{TABLE_contact_reasons, chart_matrix}, {TABLE_coverage, chart_weeks},
	{TABLE_measures, chart_measures},      {TABLE_actions, chart_gantt},
	{TABLE_demand, chart_months},
};

static void
add_drawing(struct html_page *page, const struct table *table)
{
	const struct chart chart = {
		.tables = &page->tables,
		.review = page->review,
		.id = arena_format(&page->arena, "%s.chart", table->key),
		.arena = &page->arena};

	for (size_t i = 0; i < COUNT_OF(drawings); i++)
		if (drawings[i].table == table->id)
			drawings[i].draw(page->out, &chart);
}

static void
add_body(struct html_page *page, const struct table *table)
{
	struct expr_scope scope = page->scope;
	struct chosen chosen = choose(page, table, false);
	struct chosen more = choose(page, table, true);
	const struct expr *title;

	scope.table = table;
	title = table_title(&scope);
	if (title)
		html_paragraph(page->out, "lead", text_shown(&scope, title));
	add_drawing(page, table);
	add_grid(page, table, &chosen, "",
		 table->intro ? table->intro : table->title);
	if (more.n > 1) {
		const char *rest =
			language_text(page->language, N_("More about each"));

		buf_puts(page->out, "<details class=\"more\"><summary>");
		html_text(page->out, rest);
		buf_puts(page->out, "</summary>\n");
		add_grid(page, table, &more, "more.",
			 message_text(&page->arena, page->language,
				      N_("{table}: more about each"),
				      ARGS(TEXT_ARG("table", table->title))));
		buf_puts(page->out, "</details>\n");
	}
	add_meanings(page, table);
}

void
html_table(struct html_page *page, const struct table *table)
{
	bool under = table->options & UNDER;

	if (!html_table_is_shown(table))
		return;
	buf_printf(page->out, "<section aria-labelledby=\"%s\">\n", table->key);
	html_heading(page->out, under ? 3 : 2, table->key, table->title);
	if (table->rows)
		add_body(page, table);
	else
		add_empty(page, table);
	buf_puts(page->out, "</section>\n");
}
