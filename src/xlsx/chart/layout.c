/* layout.c - places charts below the tables, and draws them */
#include "layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "xlsx/book/book.h"

enum { ROW_PIXELS = 24 }; /* of rows below a table */
enum { LEGEND_PIXELS = 80, GAP_POINTS = 9 };

/* --- places -------------------------------------------------------------- */

int
bars_height(size_t n, int each, int least)
{
	int height = (int)n * each + LEGEND_PIXELS;

	return height < least ? least : height;
}

int
layout_height(const struct layout *layout, int wanted, int least)
{
	return layout->room >= least && layout->room < wanted ? layout->room
							      : wanted;
}

/* of a chart with its title and note, below that row; in whole rows */
static int
room_below(const struct work *work, const struct tab *tab, uint32_t row)
{
	const struct print print = work_print(work, "");
	double paper = page_paper_height(tab->page, &print) / PAPER_READ;
	double head = (GAP_POINTS + TITLE_POINTS) * 96 / 72 + ROW_PIXELS;
	double left = paper - page_down(tab->page, row) - head;

	return left > 0 ? (int)left / ROW_PIXELS * ROW_PIXELS : 0;
}

void
layout_end(struct layout *layout, int height)
{
	layout->row += 2 + (uint32_t)(height + ROW_PIXELS - 1) / ROW_PIXELS;
	layout->lines = 0;
}

/* --- drawing ------------------------------------------------------------- */

void
drawing_place(struct work *work, struct page *page, const struct chart_box *box,
	      const struct drawing *drawing)
{
	struct chart chart = {.kind = drawing->kind,
			      .title = drawing->name,
			      .description = drawing_text(work, drawing,
							  drawing->description),
			      .x = drawing->x,
			      .y = drawing->y,
			      .names = drawing->names,
			      .series = drawing->series,
			      .n = drawing->n,
			      .gap = drawing->gap,
			      .paper = drawing->paper,
			      .legend = drawing->legend};

	if (drawing->kind == CHART_BARS) {
		chart.x.reverse = chart.y.off = true;
		chart.y.fixed = FIX_LEAST;
	}
	chart_place(&chart, page, *box);
}

int
drawing_write(struct layout *layout, const struct drawing *drawing)
{
	const struct chart_box box = drawing_begin(layout, drawing);

	drawing_place(layout->work, layout->tab->page, &box, drawing);
	return drawing->height;
}

int
drawing_bars(struct layout *layout, struct drawing drawing, uint32_t first,
	     size_t n)
{
	struct chart_series series[BAR_SERIES];

	for (size_t i = 0; i < drawing.n; i++) {
		series[i] = drawing.series[i];
		series[i].values =
			data_range(layout->work, first, n, (int)i + 1);
	}
	drawing.kind = CHART_BARS;
	drawing.names = data_range(layout->work, first, n, 0);
	drawing.series = series;
	return drawing_write(layout, &drawing);
}

const struct expr *
layout_sentence(const struct layout *layout, const char *message,
		const struct binding *bindings, size_t n)
{
	struct expr_scope scope = layout->scope;

	scope.bindings = bindings;
	scope.n = n;
	return expr_message(&scope, message);
}

double
layout_number(const struct layout *layout, const char *template)
{
	const struct expr *expr = expr_parse(&layout->scope, template);

	return expr_value(&layout->scope, expr, 0).number;
}

/* --- figures of the table ------------------------------------------------ */

const char *
tab_header(const struct layout *layout, const char *key)
{
	return layout->tab->heads[table_column(layout->tab->table, key)].header;
}

const char *
tab_format(const struct layout *layout, const char *key)
{
	int column = table_column(layout->tab->table, key);

	return tab_scale_format(layout->work, layout->tab, (size_t)column);
}

size_t
tab_most(const struct tab *tab, const char *key)
{
	size_t most = tab->table->rows;
	double value, highest = -INFINITY;

	for (size_t i = 0; i < tab->table->rows; i++) {
		value = tab_number(tab, i, key);
		if (isfinite(value) && value > highest) {
			highest = value;
			most = i;
		}
	}
	return most;
}

/* --- labels of points, in lines that no reader breaks -------------------- */

/* in tenths of a point */
enum { LABEL_SIZE = 90, LABEL_LEAST = 70, LINES = 2 };

/* Replaces spaces, at which spreadsheet programs would break lines again. */
static void
add_line(struct buf *buf, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text[i] == ' ' || text[i] == '\n')
			buf_puts(buf, "\u00a0");
		else
			buf_putc(buf, text[i]);
}

/* Programs break labels at a fifth of the width, or a third of the height. */
static double
label_most(int width, int height)
{
	return fmin(width / 5.0, height ? height / 3.0 : INFINITY) - 4;
}

const char *
label_lines(struct arena *arena, const char *text, int chart_width,
	    int chart_height)
{
	double most = label_most(chart_width, chart_height);
	struct buf label = {0}, line = {0}, fit = {0};

	text += strspn(text, " \n");
	for (int i = 0; *text && i < LINES; i++) {
		size_t n = i + 1 < LINES ? text_line(text, most, LABEL_SIZE)
					 : strlen(text);

		buf_clear(&line);
		buf_clear(&fit);
		buf_add(&line, text, n);
		text_fit(&fit, line.p, most, LABEL_SIZE, false);
		buf_puts(&label, i ? "\n" : "");
		add_line(&label, fit.p, fit.n);
		text += n;
		text += strspn(text, " \n");
	}
	buf_free(&line);
	buf_free(&fit);
	return arena_take(arena, &label);
}

/* --- hidden sheet of figures that charts need and no table has ----------- */

static const struct style plain = {.color = SECOND};

uint32_t
data_block(struct work *work, const char *heading, size_t rows)
{
	uint32_t first = work->data_row + 1;

	data_text(work, work->data_row, 0, heading);
	work->data_row = first + (uint32_t)rows + 1;
	return first;
}

void
data_text(struct work *work, uint32_t row, int column, const char *text)
{
	cell_put(work->data, row, column, text, &plain);
}

void
data_number(struct work *work, uint32_t row, int column, double number)
{
	cell_number(work->data, row, column, number,
		    book_style(work->book, &plain));
}

void
data_day(struct work *work, uint32_t row, int column, double day)
{
	struct style style = plain;

	style.number = book_date_format(work->book, DAY_YEAR);
	cell_number(work->data, row, column, day,
		    book_style(work->book, &style));
}

void
data_expr(struct work *work, uint32_t row, int column, const struct expr *expr)
{
	cell_expr(work, work->data, row, column, expr, 0,
		  book_style(work->book, &plain));
}

void
data_lookup(struct work *work, uint32_t row, int column, const struct tab *tab,
	    const char *key, size_t item)
{
	struct expr_scope scope = work_scope(work, tab->table);

	scope.row = item;
	data_expr(work, row, column,
		  expr_parse(&scope, arena_format(work->arena, "{%s}", key)));
}

struct figure {
	size_t row;
	double number;
};

static int
by_most(const void *a, const void *b)
{
	const struct figure *one = a, *other = b;

	if (one->number != other->number)
		return one->number < other->number ? 1 : -1;
	return one->row < other->row ? -1 : 1;
}

void
data_sorted(struct layout *layout, struct sorted *sorted)
{
	const struct tab *tab = layout->tab;
	struct work *work = layout->work;
	struct expr_scope scope = layout->scope;
	size_t rows = tab->table->rows;
	struct figure *figures =
		arena_alloc(work->arena, (rows + 1) * sizeof(*figures));

	for (size_t i = 0; i < rows; i++) {
		double number = tab_number(tab, i, sorted->keys[0]);

		if (isfinite(number))
			figures[sorted->n++] = (struct figure){
				i, sorted->least_first ? -number : number};
	}
	qsort(figures, sorted->n, sizeof(*figures), by_most);
	if (sorted->n > sorted->most)
		sorted->n = sorted->most;
	sorted->first = data_block(work, sorted->heading, sorted->n);
	for (int k = 0; k < 2 && sorted->keys[k]; k++)
		data_text(work, sorted->first - 1, k + 1,
			  tab_header(layout, sorted->keys[k]));
	for (uint32_t i = 0; i < sorted->n; i++) {
		uint32_t row = sorted->first + i;

		scope.row = figures[i].row;
		data_expr(work, row, 0,
			  expr_parse(&scope,
				     arena_format(work->arena,
						  "IF({found},{%s},'removed')",
						  sorted->names)));
		for (int k = 0; k < 2 && sorted->keys[k]; k++)
			data_lookup(work, row, k + 1, tab, sorted->keys[k],
				    scope.row);
	}
}

struct range
data_range(const struct work *work, uint32_t first, size_t n, int column)
{
	return (struct range){.page = work->data,
			      .first = first,
			      .last = first + (uint32_t)n - 1,
			      .column = column};
}

struct range
tab_range(const struct tab *tab, const char *key, size_t n)
{
	return (struct range){.page = tab->page,
			      .first = tab->first,
			      .last = tab->first + (uint32_t)n - 1,
			      .column = table_column(tab->table, key)};
}

/* --- scatter charts ------------------------------------------------------ */

struct chart_series
data_points(const struct work *work, uint32_t first, size_t n)
{
	return (struct chart_series){.names = data_range(work, first, n, 1),
				     .values = data_range(work, first, n, 2)};
}

void
captions_add(struct work *work, const char *heading, uint32_t *row,
	     struct caption *captions, size_t n, int width,
	     struct chart_series *series)
{
	struct style style = {.size = LABEL_SIZE, .bold = 1};
	bool written = *row != 0;

	if (!written)
		*row = data_block(work, heading, n);
	for (uint32_t i = 0; i < n; i++) {
		captions[i].name =
			language_text(work->language, captions[i].name);
		series[i] = data_points(work, *row + i, 1);
		style.size = text_size(captions[i].name,
				       label_most(width, 0) / work->letters,
				       &style, LABEL_LEAST);
		series[i].name = captions[i].name;
		series[i].labels = &captions[i].name;
		series[i].place = captions[i].place;
		series[i].label_color = ACCENT;
		series[i].label_bold = true;
		if (written)
			continue;
		data_text(work, *row + i, 0, captions[i].name);
		data_number(work, *row + i, 1, captions[i].x);
		data_number(work, *row + i, 2, captions[i].y);
	}
	for (size_t i = 0; i < n; i++)
		series[i].label_size = style.size;
}

/* --- the sheets ---------------------------------------------------------- */

void
draw_none(struct layout *layout)
{
	(void)layout;
}

static void (*const charts_of[TABLE_COUNT])(struct layout *layout) = {
#define TABLE(key, color, options, charts) draw_##charts,
#include "ces/tables.def"

#include "ces/language.h"
};

bool
charts_any(const struct tab *tab)
{
	return charts_of[tab->table->id] != draw_none;
}

uint32_t
charts_write(struct work *work, const struct tab *tab, uint32_t row,
	     int last_column)
{
	struct layout layout = {.work = work,
				.tab = tab,
				.scope = work_scope(work, tab->table),
				.row = row + 2};
	int columns = (int)tab->table->column_count;
	uint32_t first = layout.row;

	/* columns right of the table, as of a Gantt chart, have no pixels here
	 */
	for (int i = 0; i <= last_column && i < columns; i++)
		layout.width += tab->pixels[i];
	layout.room = room_below(work, tab, row);
	charts_of[tab->table->id](&layout);
	if (layout.row == first)
		return row;
	page_row(tab->page, row + 1, GAP_POINTS);
	return layout.row - 1;
}
