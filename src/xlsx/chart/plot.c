/* plot.c - what the charts of the sheets have in common */
#include "plot.h"

#include <assert.h>
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/message.h"
#include "crowd.h"

/* of rows below a table and of columns beside it; width is in characters */
enum { ROW_PIXELS = 24, SIDE_WIDTH = 10, SIDE_PIXELS = 75 };

/* --- layout -------------------------------------------------------------- */

int
plot_column(const struct plot *plot, int *x)
{
	int left = 0, column = 0;

	while (left < *x && column + 1 < (int)plot->tab->table->column_count)
		left += plot->tab->pixels[column++];
	*x = left;
	return column;
}

static void
write_note(struct plot *plot, int column, const char *note)
{
	const struct style style = {.size = 90, .color = SECOND};

	page_row(plot->tab->page, plot->row, 21);
	if (note)
		cell_text(plot->tab->page, plot->row + 1, column, note,
			  book_style(plot->work->book, &style), NULL);
}

static const struct style title_style = {
	.size = 130, .bold = 1, .color = ACCENT, .bottom = 1};

void
plot_head(struct plot *plot, int column, const char *title, const char *note)
{
	cell_text(plot->tab->page, plot->row, column, title,
		  book_style(plot->work->book, &title_style), NULL);
	write_note(plot, column, note);
}

void
plot_say(struct plot *plot, int column, const char *message,
	 const struct piece *pieces, size_t n, const char *note)
{
	struct front front = {.work = plot->work, .page = plot->tab->page};
	struct buf formula = {0}, text = {0};

	sentence_add(&formula, &text, message, pieces, n);
	front_sentence(&front, plot->row, column, &formula, &text,
		       &title_style);
	write_note(plot, column, note);
	buf_free(&formula);
	buf_free(&text);
}

void
plot_place(struct plot *plot, struct chart *chart, int column, int y, int width,
	   int height, const char *description)
{
	const struct chart_box box = {.row = plot->row + 2,
				      .column = column,
				      .y = y,
				      .width = width,
				      .height = height};

	chart_place(chart, plot->tab->page, box, description);
}

int
plot_height(size_t n, int each)
{
	int height = (int)n * each + 80;

	return height < 240 ? 240 : height;
}

void
plot_end(struct plot *plot, int height)
{
	plot->row += 2 + (uint32_t)(height + ROW_PIXELS - 1) / ROW_PIXELS;
	plot->row++;
}

static void (*const charts_of[TABLE_COUNT])(struct plot *plot) = {
#define TABLE(key, color, options, charts) charts,
#include "ces/tables.def"
};

uint32_t
plots_write(struct work *work, const struct tab *tab, uint32_t row,
	    int *last_column)
{
	struct plot plot = {.work = work,
			    .tab = tab,
			    .row = row + 2,
			    .last_column = *last_column};
	int columns = (int)tab->table->column_count;
	uint32_t first = plot.row;

	/* what else stands at the right has no columns of the table */
	for (int i = 0; i <= *last_column && i < columns; i++)
		plot.width += tab->pixels[i];
	if (charts_of[tab->table->id])
		charts_of[tab->table->id](&plot);
	*last_column = plot.last_column;
	return plot.row > first ? plot.row - 1 : row;
}

int
plot_beside(struct plot *plot, int width)
{
	int column = (int)plot->tab->table->column_count + 1;
	int last = column + (width + SIDE_PIXELS - 1) / SIDE_PIXELS;

	page_column(plot->tab->page, column, column, 2, false);
	page_column(plot->tab->page, column + 1, last, SIDE_WIDTH, false);
	plot->last_column = last;
	plot->row = plot->tab->first - 2;
	return column + 1;
}

/* --- texts --------------------------------------------------------------- */

const char *
plot_text(struct work *work, const char *message, const struct arg *args,
	  size_t n)
{
	struct buf buf = {0};

	message_fill(&buf, message, args, n);
	return arena_take(work->arena, &buf);
}

const char *
plot_count(struct work *work, size_t n, bool first)
{
	const char *word = count_word(n, first);

	if (word)
		return word;
	return arena_format(work->arena, "%zu", n);
}

const char *
plot_label(struct work *work, const char *text)
{
	struct buf label = {0};

	for (const char *p = text; *p; p++)
		if (*p == ' ')
			buf_puts(&label, "\u00a0");
		else
			buf_putc(&label, *p);
	return arena_take(work->arena, &label);
}

/* seen in LibreOffice: a fifth of the width, or a third of the height */
double
plot_line_most(int chart_width, int chart_height)
{
	return fmin(chart_width / 5.0, chart_height / 3.0) - 4;
}

const char *
plot_lines(struct work *work, const char *text, int chart_width,
	   int chart_height)
{
	struct buf label = {0};
	double width;
	int lines;

	label_lines(&label, text, plot_line_most(chart_width, chart_height), 2,
		    &width, &lines);
	return arena_take(work->arena, &label);
}

static size_t
column_of(const struct tab *tab, const char *key)
{
	int column = table_column(tab->table, key);

	assert(column >= 0);
	return (size_t)column;
}

const char *
plot_header(struct work *work, const struct tab *tab, const char *key)
{
	struct buf buf = {0};

	column_header(&buf, &tab->table->columns[column_of(tab, key)]);
	return arena_take(work->arena, &buf);
}

/* --- figures of the table ------------------------------------------------ */

struct range
plot_range(const struct tab *tab, const char *key, size_t first, size_t n)
{
	return (struct range){.page = tab->page,
			      .first = tab->first + (uint32_t)first,
			      .last = tab->first + (uint32_t)(first + n) - 1,
			      .column = (int)column_of(tab, key)};
}

size_t
plot_figures(const struct tab *tab, const char *key)
{
	size_t n = 0;

	for (size_t i = 0; i < tab->table->rows; i++)
		n += isfinite(tab_number(tab, i, key)) ? 1 : 0;
	return n;
}

size_t
plot_most(const struct tab *tab, const char *key)
{
	size_t most = tab->table->rows;

	for (size_t i = 0; i < tab->table->rows; i++)
		if (isfinite(tab_number(tab, i, key)) &&
		    (most == tab->table->rows ||
		     tab_number(tab, i, key) > tab_number(tab, most, key)))
			most = i;
	return most;
}

/* --- the hidden sheet ---------------------------------------------------- */

uint32_t
data_block(struct work *work, const char *heading, uint32_t rows)
{
	uint32_t first = work->data_row + 1;

	data_text(work, work->data_row, 0, heading);
	work->data_row = first + rows + 1;
	return first;
}

static struct lxw_format *
plain(struct work *work)
{
	const struct style style = {.color = SECOND};

	return book_style(work->book, &style);
}

void
data_text(struct work *work, uint32_t row, int column, const char *text)
{
	cell_text(work->data, row, column, text, plain(work), NULL);
}

void
data_number(struct work *work, uint32_t row, int column, double number)
{
	cell_number(work->data, row, column, number, plain(work));
}

void
data_date(struct work *work, uint32_t row, int column, struct date date)
{
	const struct style style = {
		.color = SECOND, .number = book_date_format(work->book, true)};

	cell_date(work->data, row, column, date,
		  book_style(work->book, &style));
}

void
data_lookup(struct work *work, uint32_t row, int column, const struct tab *tab,
	    const char *key, size_t item)
{
	struct front front = {.work = work, .page = work->data};
	const struct style style = {.color = SECOND};

	if (table_cell(tab->table, item, column_of(tab, key))->text)
		front_word(&front, row, column, tab, key, item, &style);
	else
		front_number(&front, row, column, tab, key, item, 1, &style);
}

struct range
data_range(const struct work *work, uint32_t first, uint32_t n, int column)
{
	return (struct range){.page = work->data,
			      .first = first,
			      .last = first + n - 1,
			      .column = column,
			      .formulas = column > 0};
}
