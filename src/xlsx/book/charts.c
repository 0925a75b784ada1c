/* charts.c - native charts, by the library */
#include "chart.h"

#include <stdlib.h>
#include <string.h>

#include "book_inside.h"

enum { NAME_MOST = 200, LABEL_MOST = 60, DESCRIPTION_MOST = 800 };
enum { WIDTH = 480, HEIGHT = 288 }; /* of a chart that isn't scaled */
enum { UNNAMED_MOST = 255 };

/* a chart while it is made */
struct making {
	const struct chart *chart;
	struct book *book;
	lxw_chart *made;
};

/*
 * One line without control characters, which the library would write as they
 * are; and nothing that it would take for a formula.
 */
static char *
text_of(struct making *making, const char *text, size_t most)
{
	char *line = book_line(making->book, text, most);

	if (*line && *line != '=')
		return line;
	return arena_format(&making->book->arena, "\u00a0%s", line);
}

static lxw_chart_font
font_of(const struct making *making, double size, int color, bool bold)
{
	return (lxw_chart_font){
		.name = library_text(making->book->font->name),
		.size = size,
		.color = (lxw_color_t)color,
		/* 0 would leave it to the reader, and titles are bold there */
		.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE};
}

static void
check_font(const struct making *making, const lxw_chart_font *font)
{
	book_check_copy(making->book, font ? font->name : NULL);
}

/* --- series -------------------------------------------------------------- */

static void
set_range(struct making *making, lxw_chart_series *series,
	  const struct range *range, bool names)
{
	lxw_series_range *set = names ? series->categories : series->values;
	lxw_col_t column = (lxw_col_t)range->column;
	const char *sheet;

	if (!range->page)
		return;
	sheet = range->page->name;
	if (names)
		chart_series_set_categories(series, sheet, range->first, column,
					    range->last, column);
	else
		chart_series_set_values(series, sheet, range->first, column,
					range->last, column);
	book_check_copy(making->book, set->sheetname);
	book_check_copy(making->book, set->formula);
}

static void
set_paint(struct making *making, lxw_chart_series *series,
	  const struct chart_series *wanted)
{
	lxw_chart_line line = {.color = (lxw_color_t)wanted->line,
			       .width = 1.5F,
			       .none = !wanted->line};
	lxw_chart_line edge = {.color = WHITE, .width = 0.75F};
	lxw_chart_fill fill = {.color = (lxw_color_t)wanted->color,
			       .none = !wanted->color};
	int size = wanted->marker;

	if (wanted->outlined) {
		line.dash_type = LXW_CHART_LINE_DASH_DASH;
		edge = (lxw_chart_line){.color = fill.color, .width = 1.25F};
		fill.color = WHITE;
	}
	if (making->chart->kind != CHART_POINTS) {
		chart_series_set_fill(series, &fill);
		if (wanted->outlined)
			chart_series_set_line(series, &edge);
		return;
	}
	chart_series_set_line(series, &line);
	if (!size) {
		chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
		return;
	}
	if (size < MARKER_LEAST)
		size = MARKER_LEAST;
	if (size > MARKER_MOST)
		size = MARKER_MOST;
	chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
	chart_series_set_marker_size(series, (uint8_t)size);
	fill.none = LXW_FALSE;
	chart_series_set_marker_fill(series, &fill);
	chart_series_set_marker_line(series, &edge);
}

/* lines of a label stay apart, each made valid */
static char *
lines_of(struct making *making, const char *label)
{
	struct arena *arena = &making->book->arena;
	struct buf lines = {0};

	for (;; label++) {
		size_t n = strcspn(label, "\n");

		buf_puts(&lines, text_of(making, arena_copy(arena, label, n),
					 LABEL_MOST));
		label += n;
		if (!*label)
			return arena_take(arena, &lines);
		buf_putc(&lines, '\n');
	}
}

/*
 * Fills and labels of single values. A label that isn't there is hidden, for
 * else the value would show.
 */
static void
set_points(struct making *making, lxw_chart_series *series,
	   const struct chart_series *wanted)
{
	struct point {
		lxw_chart_fill fill;
		lxw_chart_point point;
		lxw_chart_data_label label;
	};
	size_t n = wanted->values.last - wanted->values.first + 1;
	struct point *all = mem_zeroed(n, sizeof(*all));
	lxw_chart_point **points = mem_zeroed(n + 1, sizeof(*points));
	lxw_chart_data_label **labels = mem_zeroed(n + 1, sizeof(*labels));
	lxw_error error = LXW_NO_ERROR;

	for (size_t i = 0; i < n; i++) {
		if (wanted->colors)
			all[i].fill.color = (lxw_color_t)wanted->colors[i];
		all[i].point.fill = &all[i].fill;
		points[i] = &all[i].point;
		if (wanted->labels && wanted->labels[i])
			all[i].label.value =
				lines_of(making, wanted->labels[i]);
		all[i].label.hide = !all[i].label.value;
		labels[i] = &all[i].label;
	}
	if (wanted->colors)
		book_check(making->book,
			   chart_series_set_points(series, points));
	if (wanted->labels)
		error = chart_series_set_labels_custom(series, labels);
	book_check(making->book, error);
	for (size_t i = 0; i < n && error == LXW_NO_ERROR; i++)
		if (all[i].label.value)
			book_check_copy(making->book,
					series->data_labels[i].value);
	free(all);
	free(points);
	free(labels);
}

static void
set_labels(struct making *making, lxw_chart_series *series,
	   const struct chart_series *wanted)
{
	static const uint8_t places[] = {
		[LABEL_AUTO] = LXW_CHART_LABEL_POSITION_DEFAULT,
		[LABEL_RIGHT] = LXW_CHART_LABEL_POSITION_RIGHT,
		[LABEL_LEFT] = LXW_CHART_LABEL_POSITION_LEFT,
		[LABEL_ABOVE] = LXW_CHART_LABEL_POSITION_ABOVE,
		[LABEL_BELOW] = LXW_CHART_LABEL_POSITION_BELOW,
		[LABEL_CENTER] = LXW_CHART_LABEL_POSITION_CENTER,
		[LABEL_END] = LXW_CHART_LABEL_POSITION_OUTSIDE_END,
		[LABEL_TOP] = LXW_CHART_LABEL_POSITION_INSIDE_END,
	};
	lxw_chart_font font = font_of(
		making, wanted->label_size ? wanted->label_size / 10.0 : 9,
		wanted->label_color ? wanted->label_color : INK,
		wanted->label_bold);

	if (!wanted->labels && !wanted->number && !wanted->text.page)
		return;
	chart_series_set_labels(series);
	chart_series_set_labels_font(series, &font);
	check_font(making, series->label_font);
	if (wanted->number) {
		chart_series_set_labels_num_format(
			series,
			book_number_format(making->book, wanted->number));
		book_check_copy(making->book, series->label_num_format);
	}
	chart_series_set_labels_position(
		series,
		places[making->chart->kind == CHART_BARS ? LABEL_END
							 : wanted->place]);
	/* a label follows its cell as the name of its series alone; last, for
	 * the library turns the value on again */
	if (wanted->text.page)
		chart_series_set_labels_options(series, LXW_TRUE, LXW_FALSE,
						LXW_FALSE);
}

static void
add_series(struct making *making, const struct chart_series *wanted)
{
	lxw_chart_series *series = chart_add_series(making->made, NULL, NULL);

	if (!series)
		die_memory();
	set_range(making, series,
		  wanted->names.page ? &wanted->names : &making->chart->names,
		  true);
	set_range(making, series, &wanted->values, false);
	set_paint(making, series, wanted);
	set_labels(making, series, wanted);
	if (wanted->colors || wanted->labels)
		set_points(making, series, wanted);
	if (wanted->text.page) {
		chart_series_set_name_range(series, wanted->text.page->name,
					    wanted->text.first,
					    (lxw_col_t)wanted->text.column);
		book_check_copy(making->book, series->title.range->sheetname);
		book_check_copy(making->book, series->title.range->formula);
	} else if (wanted->name) {
		chart_series_set_name(series,
				      text_of(making, wanted->name, NAME_MOST));
		book_check_copy(making->book, series->title.name);
	}
}

/* --- axes ---------------------------------------------------------------- */

static void
set_scale(lxw_chart_axis *axis, const struct chart_axis *wanted)
{
	if (wanted->fixed & FIX_LEAST)
		chart_axis_set_min(axis, wanted->least);
	if (wanted->fixed & FIX_MOST)
		chart_axis_set_max(axis, wanted->most);
	if (wanted->fixed & FIX_STEP)
		chart_axis_set_major_unit(axis, wanted->step);
	if (wanted->fixed & FIX_CROSS)
		chart_axis_set_crossing(axis, wanted->cross);
	if (wanted->reverse)
		chart_axis_set_reverse(axis);
}

static void
set_axis(struct making *making, lxw_chart_axis *axis,
	 const struct chart_axis *wanted, bool names)
{
	lxw_chart_font font = font_of(making, 9, SECOND, false);
	lxw_chart_font dark = font_of(making, 9, INK, false);
	lxw_chart_line line = {.color = RULE, .width = 0.75F};
	lxw_chart_line hair = {.color = HAIR, .width = 0.75F};

	set_scale(axis, wanted);
	chart_axis_set_line(axis, &line);
	chart_axis_set_major_tick_mark(axis, LXW_CHART_AXIS_TICK_MARK_NONE);
	chart_axis_set_minor_tick_mark(axis, LXW_CHART_AXIS_TICK_MARK_NONE);
	chart_axis_set_num_font(axis, names ? &dark : &font);
	check_font(making, axis->num_font);
	if (wanted->number) {
		chart_axis_set_num_format(
			axis, book_number_format(making->book, wanted->number));
		book_check_copy(making->book, axis->num_format);
	}
	if (wanted->title) {
		chart_axis_set_name(axis,
				    text_of(making, wanted->title, NAME_MOST));
		chart_axis_set_name_font(axis, &font);
		book_check_copy(making->book, axis->title.name);
		check_font(making, axis->title.font);
	}
	chart_axis_major_gridlines_set_visible(axis, wanted->grid);
	if (wanted->grid)
		chart_axis_major_gridlines_set_line(axis, &hair);
	if (wanted->bare)
		chart_axis_set_label_position(
			axis, LXW_CHART_AXIS_LABEL_POSITION_NONE);
	if (wanted->off)
		chart_axis_off(axis);
}

/* --- the whole ----------------------------------------------------------- */

/* Readers take the name of a single series for a title where there is none. */
static void
set_title(struct making *making)
{
	lxw_chart_font font = font_of(making, 10, ACCENT, true);
	lxw_chart *made = making->made;

	if (!making->chart->title) {
		chart_title_off(made);
		return;
	}
	chart_title_set_name(made,
			     text_of(making, making->chart->title, NAME_MOST));
	chart_title_set_name_font(made, &font);
	book_check_copy(making->book, made->title.name);
	check_font(making, made->title.font);
}

static void
set_legend(struct making *making)
{
	const struct chart *chart = making->chart;
	lxw_chart_font font = font_of(making, 9, INK, false);
	int16_t unnamed[UNNAMED_MOST + 1];
	size_t n = 0;

	if (!chart->legend) {
		chart_legend_set_position(making->made, LXW_CHART_LEGEND_NONE);
		return;
	}
	chart_legend_set_position(making->made, LXW_CHART_LEGEND_BOTTOM);
	chart_legend_set_font(making->made, &font);
	check_font(making, making->made->legend.font);
	for (size_t i = 0; i < chart->n && n < UNNAMED_MOST; i++)
		if (!chart->series[i].name)
			unnamed[n++] = (int16_t)i;
	unnamed[n] = -1;
	if (n)
		book_check(making->book,
			   chart_legend_delete_series(making->made, unnamed));
}

void
chart_place(const struct chart *chart, struct page *page, struct chart_box box)
{
	static const uint8_t types[] = {
		[CHART_BARS] = LXW_CHART_BAR,
		[CHART_STACKED] = LXW_CHART_COLUMN_STACKED,
		[CHART_POINTS] = LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS,
	};
	/* of bars, the library counts the axes as they lie */
	bool lies = chart->kind == CHART_BARS;
	lxw_chart *made =
		workbook_add_chart(page->book->workbook, types[chart->kind]);
	struct making making = {chart, page->book, made};
	lxw_chart_line line = {.none = LXW_TRUE};
	lxw_chart_fill paper = {.color = (lxw_color_t)chart->paper};
	lxw_chart_options options = {.x_offset = box.x,
				     .y_offset = box.y,
				     .x_scale = (double)box.width / WIDTH,
				     .y_scale = (double)box.height / HEIGHT,
				     .object_position =
					     LXW_OBJECT_MOVE_DONT_SIZE};

	if (!made)
		die_memory();
	chart_chartarea_set_line(made, &line);
	chart_plotarea_set_line(made, &line);
	for (size_t i = 0; i < chart->n; i++)
		add_series(&making, &chart->series[i]);
	set_axis(&making, lies ? made->y_axis : made->x_axis, &chart->x,
		 chart->kind != CHART_POINTS);
	set_axis(&making, lies ? made->x_axis : made->y_axis, &chart->y, false);
	if (chart->gap)
		chart_set_series_gap(made, (uint16_t)chart->gap);
	if (chart->paper)
		chart_plotarea_set_fill(made, &paper);
	set_legend(&making);
	set_title(&making);
	options.description =
		text_of(&making, chart->description, DESCRIPTION_MOST);
	page_check(page,
		   worksheet_insert_chart_opt(page->sheet, box.row,
					      col(box.column), made, &options));
}

/* --- what charts keep of the cells --------------------------------------- */

static lxw_series_data_point *
point_of(const lxw_cell *cell)
{
	lxw_series_data_point *point = mem_zeroed(1, sizeof(*point));
	const char *text = NULL;

	if (cell && cell->type == NUMBER_CELL)
		point->number = cell->u.number;
	else if (cell && cell->type == STRING_CELL)
		text = cell->sst_string;
	else if (cell && cell->type == FORMULA_CELL && !cell->user_data2)
		point->number = cell->formula_result;
	else if (cell && cell->type == FORMULA_CELL)
		text = cell->user_data2;
	else
		point->no_data = LXW_TRUE;
	if (text) {
		point->string = mem_string(text);
		point->is_string = LXW_TRUE;
	}
	return point;
}

/* The library would take a formula's result for 0. */
static void
fill_range(struct book *book, lxw_series_range *range)
{
	lxw_worksheet *sheet;

	if (!range->sheetname)
		return;
	sheet = workbook_get_worksheet_by_name(book->workbook,
					       range->sheetname);
	range->ignore_cache = LXW_TRUE;
	for (lxw_row_t i = range->first_row; i <= range->last_row; i++) {
		lxw_row *row = lxw_worksheet_find_row(sheet, i);
		lxw_series_data_point *point =
			point_of(row ? lxw_worksheet_find_cell_in_row(
					       row, range->first_col)
				     : NULL);

		range->has_string_cache |= point->is_string;
		range->num_data_points++;
		STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
	}
}

void
book_fill_charts(struct book *book)
{
	lxw_chart *chart;
	lxw_chart_series *series;

	STAILQ_FOREACH(chart, book->workbook->charts, list_pointers)
	{
		STAILQ_FOREACH(series, chart->series_list, list_pointers)
		{
			fill_range(book, series->title.range);
			fill_range(book, series->categories);
			fill_range(book, series->values);
		}
	}
}
