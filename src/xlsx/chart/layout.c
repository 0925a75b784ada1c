/* layout.c - places charts below or beside the tables, and draws them */
#include "layout.h"

#include <libintl.h>
#include <math.h>

/* pixels of rows below a table and of columns beside it; width in characters */
enum { ROW_PIXELS = 24, SIDE_WIDTH = 10, SIDE_PIXELS = 75 };
enum { LEGEND_PIXELS = 80 };

/* --- places -------------------------------------------------------------- */

int
layout_column(const struct layout *layout, int *x)
{
	int left = 0, column = 0;

	while (left < *x && column + 1 < (int)layout->tab->table->column_count)
		left += layout->tab->pixels[column++];
	*x = left;
	return column;
}

int
layout_beside(struct layout *layout, int width)
{
	int column = (int)layout->tab->table->column_count + 1;
	int last = column + (width + SIDE_PIXELS - 1) / SIDE_PIXELS;

	page_column(layout->tab->page, column, column, 2, false);
	page_column(layout->tab->page, column + 1, last, SIDE_WIDTH, false);
	layout->last_column = last;
	layout->row = layout->tab->first - 2;
	return column + 1;
}

int
bars_height(size_t n, int each, int least)
{
	int height = (int)n * each + LEGEND_PIXELS;

	return height < least ? least : height;
}

void
layout_end(struct layout *layout, int height)
{
	layout->row += 3 + (uint32_t)(height + ROW_PIXELS - 1) / ROW_PIXELS;
}

/* --- drawing ------------------------------------------------------------- */

static const char *
text_of(struct work *work, const struct drawing *drawing, const char *message)
{
	return message_text(work->arena, gettext(message), drawing->args,
			    drawing->arg_count);
}

void
drawing_place(struct work *work, struct page *page, const struct chart_box *box,
	      const struct drawing *drawing)
{
	struct chart *chart = chart_make(work->book, drawing->kind);
	struct chart_axis x = drawing->x, y = drawing->y;

	for (size_t i = 0; i < drawing->n; i++) {
		struct chart_series series = drawing->series[i];

		if (!series.names.page)
			series.names = drawing->names;
		if (drawing->kind == CHART_BARS)
			series.place = LABEL_END;
		chart_add(chart, &series);
	}
	if (drawing->kind == CHART_BARS) {
		x.reverse = y.off = true;
		y.fixed = FIX_LEAST;
	}
	chart_axes(chart, &x, &y);
	if (drawing->gap)
		chart_gap(chart, drawing->gap);
	if (drawing->legend)
		chart_legend(chart);
	if (drawing->paper)
		chart_paper(chart, drawing->paper);
	if (drawing->name)
		chart_title(chart, drawing->name);
	chart_place(chart, page, *box,
		    text_of(work, drawing, drawing->description));
}

void
drawing_head(struct layout *layout, int column, const struct drawing *drawing)
{
	static const struct style bold = {
		.size = 130, .bold = 1, .color = ACCENT, .bottom = 1};
	static const struct style gray = {.size = 90, .color = SECOND};
	struct work *work = layout->work;
	struct page *page = layout->tab->page;

	if (drawing->sentence)
		cell_expr(work, page, layout->row, column, drawing->sentence, 0,
			  book_style(work->book, &bold));
	else
		cell_put(page, layout->row, column,
			 text_of(work, drawing, drawing->title), &bold);
	page_row(page, layout->row, 21);
	if (drawing->note)
		cell_put(page, layout->row + 1, column,
			 text_of(work, drawing, drawing->note), &gray);
}

int
drawing_write(struct layout *layout, const struct drawing *drawing)
{
	int x = drawing->left;
	int column =
		drawing->column ? drawing->column : layout_column(layout, &x);
	const struct chart_box box = {
		.row = layout->row + 2,
		.column = column,
		.width = drawing->width ? drawing->width : layout->width - x,
		.height = drawing->height};

	drawing_head(layout, column, drawing);
	drawing_place(layout->work, layout->tab->page, &box, drawing);
	return drawing->height;
}

const struct expr *
layout_sentence(const struct layout *layout, const char *message,
		const struct binding *bindings, size_t n)
{
	struct expr_scope scope = work_scope(layout->work, layout->tab->table);

	scope.bindings = bindings;
	scope.n = n;
	return expr_message(&scope, message);
}

double
layout_number(const struct layout *layout, const char *template)
{
	struct expr_scope scope = work_scope(layout->work, layout->tab->table);

	return expr_value(&scope, expr_parse(&scope, template), 0).number;
}

/* --- figures of the table ------------------------------------------------ */

const char *
tab_header(const struct layout *layout, const char *key)
{
	int column = table_column(layout->tab->table, key);
	struct buf header = {0};

	column_header(&header, &layout->tab->table->columns[column]);
	return arena_take(layout->work->arena, &header);
}

size_t
tab_rows(const struct tab *tab, size_t most)
{
	return tab->table->rows < most ? tab->table->rows : most;
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

/* --- the sheets ---------------------------------------------------------- */

void
draw_none(struct layout *layout)
{
	(void)layout;
}

static void (*const charts_of[TABLE_COUNT])(struct layout *layout) = {
#define TABLE(key, color, options, charts) draw_##charts,
#include "ces/tables.def"
};

uint32_t
charts_write(struct work *work, const struct tab *tab, uint32_t row,
	     int *last_column)
{
	struct layout layout = {.work = work,
				.tab = tab,
				.row = row + 2,
				.last_column = *last_column};
	int columns = (int)tab->table->column_count;
	uint32_t first = layout.row;

	/* columns right of the table, as of a Gantt chart, have no pixels here
	 */
	for (int i = 0; i <= *last_column && i < columns; i++)
		layout.width += tab->pixels[i];
	charts_of[tab->table->id](&layout);
	*last_column = layout.last_column;
	return layout.row > first ? layout.row - 1 : row;
}
