/*
 * cells.c - a bare libxlsxwriter program that writes the workbook that it reads
 * from a file, to compare with; tests/bench.d/dump.py makes the file.
 *
 * It writes the same sheets and, in them, the same cells (texts, numbers,
 * formulas, links, blanks) with as many formats, heights of rows and widths of
 * columns, tables, choices with their messages, conditional formats and charts
 * with their series, points and labels. It leaves out what costs nothing:
 * fonts and colors, print set-up, frozen panes, protection, names.
 *
 * A line is: sheet, row, column, kind, number, texts; all between tabs.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { SHEETS = 64, STYLES = 4096, TEXTS = 4, POINTS = 64 };

struct book {
	lxw_workbook *workbook;
	lxw_worksheet *sheets[SHEETS];
	lxw_format *formats[STYLES], *mark;
	lxw_chart *chart;
};

struct line {
	int sheet, row, col, number;
	char kind;
	char *texts[TEXTS];
};

/* as many different formats as there are styles */
static lxw_format *
format_of(struct book *book, int style)
{
	if (!book->formats[style]) {
		book->formats[style] = workbook_add_format(book->workbook);
		format_set_indent(book->formats[style], (uint8_t)(style % 250));
	}
	return book->formats[style];
}

static void
add_choice(lxw_worksheet *sheet, const struct line *line)
{
	lxw_data_validation choice = {
		.validate = *line->texts[1] ? LXW_VALIDATION_TYPE_LIST_FORMULA
					    : LXW_VALIDATION_TYPE_ANY,
		.value_formula = line->texts[1],
		.input_title = line->texts[2],
		.input_message = line->texts[3]};

	worksheet_data_validation_range(
		sheet, (lxw_row_t)line->row, (lxw_col_t)line->col,
		(lxw_row_t)line->number, (lxw_col_t)atoi(line->texts[0]),
		&choice);
}

static void
add_rule(struct book *book, lxw_worksheet *sheet, const struct line *line)
{
	lxw_conditional_format rule = {.value_string = line->texts[2],
				       .format = book->mark};

	if (!strcmp(line->texts[1], "dataBar")) {
		rule.type = LXW_CONDITIONAL_DATA_BAR;
		rule.data_bar_2010 = LXW_TRUE;
	} else if (!strcmp(line->texts[1], "beginsWith")) {
		rule.type = LXW_CONDITIONAL_TYPE_TEXT;
		rule.criteria = LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH;
	} else if (!strcmp(line->texts[1], "expression")) {
		rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
	} else {
		rule.type = LXW_CONDITIONAL_TYPE_CELL;
		rule.criteria = LXW_CONDITIONAL_CRITERIA_LESS_THAN;
		rule.value_string = NULL;
		rule.value = 0.8;
	}
	worksheet_conditional_format_range(
		sheet, (lxw_row_t)line->row, (lxw_col_t)line->col,
		(lxw_row_t)line->number, (lxw_col_t)atoi(line->texts[0]),
		&rule);
}

static void
add_chart(struct book *book, const struct line *line)
{
	book->chart = workbook_add_chart(book->workbook,
					 line->number ? LXW_CHART_SCATTER
						      : LXW_CHART_BAR);
}

/* as many points with a fill, and labels with a text, as it has */
static void
add_series(struct book *book, const struct line *line)
{
	lxw_chart_series *series = chart_add_series(
		book->chart, *line->texts[0] ? line->texts[0] : NULL,
		line->texts[1]);
	lxw_chart_fill fill = {.color = 0x0B4F7D};
	lxw_chart_point point = {.fill = &fill}, *points[POINTS + 1] = {0};
	lxw_chart_data_label label = {.value = "118,000 (33%)"};
	lxw_chart_data_label *labels[POINTS + 1] = {0};
	int labelled = atoi(line->texts[2]);

	for (int i = 0; i < line->number && i < POINTS; i++)
		points[i] = &point;
	for (int i = 0; i < labelled && i < POINTS; i++)
		labels[i] = &label;
	chart_series_set_fill(series, &fill);
	if (line->number)
		chart_series_set_points(series, points);
	if (labelled) {
		chart_series_set_labels(series);
		chart_series_set_labels_custom(series, labels);
	}
}

static void
write_cell(struct book *book, lxw_worksheet *sheet, const struct line *line)
{
	lxw_format *format = format_of(book, line->number);
	lxw_row_t row = (lxw_row_t)line->row;
	lxw_col_t col = (lxw_col_t)line->col;
	const char *value = line->texts[0];

	if (line->kind == 'n')
		worksheet_write_number(sheet, row, col, strtod(value, NULL),
				       format);
	else if (line->kind == 'f')
		worksheet_write_formula_num(sheet, row, col, value, format, 1);
	else if (line->kind == 'F')
		worksheet_write_formula_str(sheet, row, col, value, format,
					    line->texts[1]);
	else if (line->kind == 'l')
		worksheet_write_url_opt(sheet, row, col, line->texts[1], format,
					value, NULL);
	else if (line->kind == 'b')
		worksheet_write_blank(sheet, row, col, format);
	else
		worksheet_write_string(sheet, row, col, value, format);
}

static void
write_line(struct book *book, const struct line *line)
{
	lxw_worksheet *sheet = book->sheets[line->sheet];
	lxw_row_col_options hidden = {.hidden = line->number != 0};
	lxw_row_t row = (lxw_row_t)line->row;
	lxw_col_t col = (lxw_col_t)line->col;
	double size = strtod(line->texts[0], NULL);

	if (line->kind == 'o')
		book->sheets[line->sheet] =
			workbook_add_worksheet(book->workbook, line->texts[0]);
	else if (line->kind == 't')
		worksheet_add_table(sheet, row, col, (lxw_row_t)line->number,
				    (lxw_col_t)atoi(line->texts[0]), NULL);
	else if (line->kind == 'h')
		worksheet_set_row(sheet, row, size, NULL);
	else if (line->kind == 'w')
		worksheet_set_column_opt(sheet, col, col, size, NULL, &hidden);
	else if (line->kind == 'v')
		add_choice(sheet, line);
	else if (line->kind == 'c')
		add_rule(book, sheet, line);
	else if (line->kind == 'g')
		add_chart(book, line);
	else if (line->kind == 's')
		add_series(book, line);
	else if (line->kind == 'i')
		worksheet_insert_chart(sheet, row, col, book->chart);
	else
		write_cell(book, sheet, line);
}

static int
read_line(struct line *line, char *text)
{
	static char none[1];
	int at = 0;

	if (sscanf(text, "%d\t%d\t%d\t%c\t%d%n", &line->sheet, &line->row,
		   &line->col, &line->kind, &line->number, &at) != 5 ||
	    line->sheet >= SHEETS)
		return 0;
	text += at;
	for (int i = 0; i < TEXTS; i++) {
		line->texts[i] = none;
		if (*text == '\t') {
			*text++ = '\0';
			line->texts[i] = text;
			text += strcspn(text, "\t");
		}
	}
	return 1;
}

int
main(int argc, char **argv)
{
	struct book book = {0};
	struct line line;
	char *text = NULL;
	size_t room = 0;
	ssize_t n;
	FILE *file;

	if (argc != 3 || !(file = fopen(argv[1], "r")))
		return 2;
	book.workbook = workbook_new(argv[2]);
	book.mark = workbook_add_format(book.workbook);
	format_set_bg_color(book.mark, 0x009E73);
	while ((n = getline(&text, &room, file)) > 0) {
		text[n - 1] = '\0';
		if (!read_line(&line, text))
			return 2;
		write_line(&book, &line);
	}
	free(text);
	fclose(file);
	return workbook_close(book.workbook) != LXW_NO_ERROR;
}
