/* charts.c - native charts, by the library */
#include "chart.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "book_inside.h"
#include "ces/arena.h"

enum { NAME_MOST = 200, LABEL_MOST = 60, DESCRIPTION_MOST = 800 };
enum { WIDTH = 480, HEIGHT = 288 }; /* of a chart that isn't scaled */

struct chart {
	struct book *book;
	lxw_chart *made;
	enum chart_kind kind;
	struct buf text; /* what the library was last given; it copies */
	uint16_t series;
	int16_t unnamed[256]; /* series that the legend leaves out */
	size_t unnamed_count;
	bool legend, titled;
};

/*
 * One line without control characters, which the library would write as they
 * are; and nothing that it would take for a formula.
 */
static char *
text_of(struct chart *chart, const char *text, size_t most)
{
	const char *line = clean_line(&chart->book->clean, text);

	buf_clear(&chart->text);
	if (*line == '=')
		buf_puts(&chart->text, "\u00a0");
	clean_cut(&chart->text, line, most);
	if (!chart->text.n)
		buf_puts(&chart->text, "\u00a0");
	return chart->text.p;
}

static lxw_chart_font
font_of(const struct chart *chart, double size, int color, bool bold)
{
	return (lxw_chart_font){
		.name = library_text(chart->book->font),
		.size = size,
		.color = (lxw_color_t)color,
		/* 0 would leave it to the reader, and titles are bold there */
		.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE};
}

static void
check_font(const struct chart *chart, const lxw_chart_font *font)
{
	book_check_copy(chart->book, font ? font->name : NULL);
}

struct chart *
chart_make(struct book *book, enum chart_kind kind)
{
	static const uint8_t types[] = {
		[CHART_BARS] = LXW_CHART_BAR,
		[CHART_COLUMNS] = LXW_CHART_COLUMN,
		[CHART_STACKED] = LXW_CHART_COLUMN_STACKED,
		[CHART_POINTS] = LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS,
	};
	struct chart *chart = mem_alloc(sizeof(*chart));
	lxw_chart_line line = {.none = LXW_TRUE};

	memset(chart, 0, sizeof(*chart));
	chart->book = book;
	chart->kind = kind;
	chart->made = workbook_add_chart(book->workbook, types[kind]);
	if (!chart->made)
		die_memory();
	chart_chartarea_set_line(chart->made, &line);
	chart_plotarea_set_line(chart->made, &line);
	return chart;
}

void
chart_title(struct chart *chart, const char *title)
{
	lxw_chart_font font = font_of(chart, 10, ACCENT, true);

	chart->titled = true;
	chart_title_set_name(chart->made, text_of(chart, title, NAME_MOST));
	chart_title_set_name_font(chart->made, &font);
	book_check_copy(chart->book, chart->made->title.name);
	check_font(chart, chart->made->title.font);
}

/* --- series -------------------------------------------------------------- */

/*
 * With each range the library keeps what stood in its cells, and of formulas
 * that is a 0: so of those it keeps nothing.
 */
static void
set_range(struct chart *chart, lxw_chart_series *series,
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
	book_check_copy(chart->book, set->sheetname);
	book_check_copy(chart->book, set->formula);
	if (range->formulas)
		set->ignore_cache = LXW_TRUE;
}

static void
set_marker(lxw_chart_series *series, const struct chart_series *wanted)
{
	lxw_chart_fill fill = {.color = (lxw_color_t)wanted->color};
	lxw_chart_line edge = {.color = WHITE, .width = 0.75F};
	int size = wanted->marker;

	if (!size) {
		chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
		return;
	}
	if (size < MARKER_LEAST)
		size = MARKER_LEAST;
	chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
	chart_series_set_marker_size(
		series, (uint8_t)(size > MARKER_MOST ? MARKER_MOST : size));
	chart_series_set_marker_fill(series, &fill);
	chart_series_set_marker_line(series, &edge);
}

static void
set_paint(struct chart *chart, lxw_chart_series *series,
	  const struct chart_series *wanted)
{
	lxw_chart_line line = {.color = (lxw_color_t)wanted->line,
			       .width = 1.5F,
			       .none = !wanted->line};
	lxw_chart_fill fill = {.color = (lxw_color_t)wanted->color,
			       .none = !wanted->color};

	if (wanted->dashed)
		line.dash_type = LXW_CHART_LINE_DASH_DASH;
	if (chart->kind == CHART_POINTS) {
		set_marker(series, wanted);
		chart_series_set_line(series, &line);
	} else {
		chart_series_set_fill(series, &fill);
	}
}

static size_t
count_of(const struct chart_series *wanted)
{
	return wanted->values.last - wanted->values.first + 1;
}

static void
set_points(struct chart *chart, lxw_chart_series *series,
	   const struct chart_series *wanted)
{
	size_t n = count_of(wanted);
	lxw_chart_fill *fills = mem_alloc(n * sizeof(*fills));
	lxw_chart_point *points = mem_alloc(n * sizeof(*points));
	lxw_chart_point **list = mem_alloc((n + 1) * sizeof(*list));

	for (size_t i = 0; i < n; i++) {
		fills[i] = (lxw_chart_fill){
			.color = (lxw_color_t)wanted->colors[i]};
		points[i] = (lxw_chart_point){.fill = &fills[i]};
		list[i] = &points[i];
	}
	list[n] = NULL;
	book_check(chart->book, chart_series_set_points(series, list));
	free(fills);
	free(points);
	free(list);
}

/* lines of a label stay apart, each made valid; free it */
static char *
lines_of(struct chart *chart, const char *label)
{
	struct buf lines = {0}, line = {0};

	for (;; label++) {
		size_t n = strcspn(label, "\n");

		buf_clear(&line);
		buf_add(&line, label, n);
		if (lines.n)
			buf_putc(&lines, '\n');
		buf_puts(&lines, text_of(chart, buf_text(&line), LABEL_MOST));
		label += n;
		if (!*label)
			break;
	}
	buf_free(&line);
	return lines.p;
}

/* a label that isn't there is hidden, for else the value would show */
static void
set_texts(struct chart *chart, lxw_chart_series *series,
	  const struct chart_series *wanted)
{
	size_t n = count_of(wanted);
	lxw_chart_data_label *labels = mem_alloc(n * sizeof(*labels));
	lxw_chart_data_label **list = mem_alloc((n + 1) * sizeof(*list));
	char **texts = mem_alloc(n * sizeof(*texts));
	lxw_error error;

	for (size_t i = 0; i < n; i++) {
		texts[i] = wanted->labels[i]
				   ? lines_of(chart, wanted->labels[i])
				   : NULL;
		labels[i] = (lxw_chart_data_label){.value = texts[i],
						   .hide = !texts[i]};
		list[i] = &labels[i];
	}
	list[n] = NULL;
	error = chart_series_set_labels_custom(series, list);
	book_check(chart->book, error);
	for (size_t i = 0; i < n; i++) {
		if (texts[i] && error == LXW_NO_ERROR)
			book_check_copy(chart->book,
					series->data_labels[i].value);
		free(texts[i]);
	}
	free(texts);
	free(labels);
	free(list);
}

static void
set_labels(struct chart *chart, lxw_chart_series *series,
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
		chart, 9, wanted->label_color ? wanted->label_color : INK,
		wanted->label_bold);

	if (!wanted->labels && !wanted->number)
		return;
	chart_series_set_labels(series);
	chart_series_set_labels_font(series, &font);
	check_font(chart, series->label_font);
	if (wanted->number) {
		chart_series_set_labels_num_format(series, wanted->number);
		book_check_copy(chart->book, series->label_num_format);
	}
	chart_series_set_labels_position(series, places[wanted->place]);
	if (wanted->labels)
		set_texts(chart, series, wanted);
}

void
chart_add(struct chart *chart, const struct chart_series *wanted)
{
	lxw_chart_series *series = chart_add_series(chart->made, NULL, NULL);

	if (!series)
		die_memory();
	set_range(chart, series, &wanted->names, true);
	set_range(chart, series, &wanted->values, false);
	set_paint(chart, series, wanted);
	if (wanted->colors)
		set_points(chart, series, wanted);
	set_labels(chart, series, wanted);
	if (wanted->name) {
		chart_series_set_name(series,
				      text_of(chart, wanted->name, NAME_MOST));
		book_check_copy(chart->book, series->title.name);
	} else if (chart->unnamed_count < 255) {
		chart->unnamed[chart->unnamed_count++] = (int16_t)chart->series;
	}
	chart->series++;
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
set_axis(struct chart *chart, lxw_chart_axis_type type,
	 const struct chart_axis *wanted, bool names)
{
	lxw_chart_axis *axis = chart_axis_get(chart->made, type);
	lxw_chart_font font = font_of(chart, 9, SECOND, false);
	lxw_chart_font dark = font_of(chart, 9, INK, false);
	lxw_chart_line line = {.color = RULE, .width = 0.75F};
	lxw_chart_line hair = {.color = HAIR, .width = 0.75F};

	set_scale(axis, wanted);
	chart_axis_set_line(axis, &line);
	chart_axis_set_major_tick_mark(axis, LXW_CHART_AXIS_TICK_MARK_NONE);
	chart_axis_set_minor_tick_mark(axis, LXW_CHART_AXIS_TICK_MARK_NONE);
	chart_axis_set_num_font(axis, names ? &dark : &font);
	check_font(chart, axis->num_font);
	if (wanted->number) {
		chart_axis_set_num_format(axis, wanted->number);
		book_check_copy(chart->book, axis->num_format);
	}
	if (wanted->title) {
		chart_axis_set_name(axis,
				    text_of(chart, wanted->title, NAME_MOST));
		chart_axis_set_name_font(axis, &font);
		book_check_copy(chart->book, axis->title.name);
		check_font(chart, axis->title.font);
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

void
chart_axes(struct chart *chart, const struct chart_axis *x,
	   const struct chart_axis *y)
{
	/* of bars, the library counts the axes as they lie */
	bool lies = chart->kind == CHART_BARS;

	set_axis(chart, lies ? LXW_CHART_AXIS_TYPE_Y : LXW_CHART_AXIS_TYPE_X, x,
		 chart->kind != CHART_POINTS);
	set_axis(chart, lies ? LXW_CHART_AXIS_TYPE_X : LXW_CHART_AXIS_TYPE_Y, y,
		 false);
}

/* --- the whole ----------------------------------------------------------- */

void
chart_legend(struct chart *chart)
{
	chart->legend = true;
}

void
chart_paper(struct chart *chart, int color)
{
	lxw_chart_fill fill = {.color = (lxw_color_t)color};

	chart_plotarea_set_fill(chart->made, &fill);
}

void
chart_gap(struct chart *chart, int percent)
{
	chart_set_series_gap(chart->made, (uint16_t)percent);
}

static void
set_legend(struct chart *chart)
{
	lxw_chart_font font = font_of(chart, 9, INK, false);

	if (!chart->legend) {
		chart_legend_set_position(chart->made, LXW_CHART_LEGEND_NONE);
		return;
	}
	chart_legend_set_position(chart->made, LXW_CHART_LEGEND_BOTTOM);
	chart_legend_set_font(chart->made, &font);
	check_font(chart, chart->made->legend.font);
	chart->unnamed[chart->unnamed_count] = -1;
	if (chart->unnamed_count)
		book_check(chart->book, chart_legend_delete_series(
						chart->made, chart->unnamed));
}

void
chart_place(struct chart *chart, struct page *page, struct chart_box box,
	    const char *description)
{
	lxw_chart_options options = {
		.x_offset = box.x,
		.y_offset = box.y,
		.x_scale = (double)box.width / WIDTH,
		.y_scale = (double)box.height / HEIGHT,
		.object_position = LXW_OBJECT_MOVE_DONT_SIZE,
		.description = text_of(chart, description, DESCRIPTION_MOST)};

	set_legend(chart);
	/* else readers take the name of a single series for a title */
	if (!chart->titled)
		chart_title_off(chart->made);
	book_check(chart->book,
		   worksheet_insert_chart_opt(page->sheet, box.row,
					      (lxw_col_t)box.column,
					      chart->made, &options));
	buf_free(&chart->text);
	free(chart);
}
