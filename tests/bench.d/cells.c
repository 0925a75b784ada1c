/* cells.c - a bare libxlsxwriter program that writes what it reads from a
 * file, to compare with: lines of sheet, row, column, kind, style and value;
 * of a table the first cell, 't', and the last row and column */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { SHEETS = 64, STYLES = 1024 };

struct book {
	lxw_workbook *workbook;
	lxw_worksheet *sheets[SHEETS];
	lxw_format *formats[STYLES];
};

struct line {
	int sheet, row, col, style;
	char kind;
	char *value;
};

static lxw_worksheet *
sheet_of(struct book *book, int sheet)
{
	if (!book->sheets[sheet])
		book->sheets[sheet] =
			workbook_add_worksheet(book->workbook, NULL);
	return book->sheets[sheet];
}

/* as many different formats as there are styles */
static lxw_format *
format_of(struct book *book, int style)
{
	if (!book->formats[style]) {
		book->formats[style] = workbook_add_format(book->workbook);
		format_set_indent(book->formats[style],
				  (uint8_t)(style % 250));
	}
	return book->formats[style];
}

static void
write_line(struct book *book, const struct line *line)
{
	lxw_worksheet *sheet = sheet_of(book, line->sheet);
	lxw_row_t row = (lxw_row_t)line->row;
	lxw_col_t col = (lxw_col_t)line->col;
	lxw_format *format;

	if (line->kind == 't') {
		worksheet_add_table(sheet, row, col, (lxw_row_t)line->style,
				    (lxw_col_t)atoi(line->value), NULL);
		return;
	}
	format = format_of(book, line->style);
	if (line->kind == 'n')
		worksheet_write_number(sheet, row, col,
				       strtod(line->value, NULL), format);
	else if (line->kind == 'f')
		worksheet_write_formula_num(sheet, row, col, line->value,
					    format, 1);
	else if (line->kind == 'b')
		worksheet_write_blank(sheet, row, col, format);
	else
		worksheet_write_string(sheet, row, col, line->value, format);
}

int
main(int argc, char **argv)
{
	struct book book = {0};
	char *text = NULL;
	size_t room = 0;
	ssize_t n;
	FILE *file;

	if (argc != 3 || !(file = fopen(argv[1], "r")))
		return 2;
	book.workbook = workbook_new(argv[2]);
	while ((n = getline(&text, &room, file)) > 0) {
		struct line line;
		int at = 0;

		text[n - 1] = '\0';
		if (sscanf(text, "%d\t%d\t%d\t%c\t%d%n", &line.sheet,
			   &line.row, &line.col, &line.kind, &line.style,
			   &at) != 5 ||
		    line.sheet >= SHEETS || line.style >= STYLES)
			return 2;
		line.value = text + at + 1;
		write_line(&book, &line);
	}
	free(text);
	fclose(file);
	return workbook_close(book.workbook) != LXW_NO_ERROR;
}
