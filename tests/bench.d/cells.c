/* cells.c - a bare libxlsxwriter program that writes cells read from a file,
 * to compare with: lines of sheet, row, column, kind and value */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { SHEETS = 64 };

struct book {
	lxw_workbook *workbook;
	lxw_worksheet *sheets[SHEETS];
	lxw_format *format;
};

static void
write_cell(struct book *book, int sheet, lxw_row_t row, lxw_col_t col,
	   char kind, char *value)
{
	if (!book->sheets[sheet])
		book->sheets[sheet] =
			workbook_add_worksheet(book->workbook, NULL);
	switch (kind) {
	case 'n':
		worksheet_write_number(book->sheets[sheet], row, col,
				       strtod(value, NULL), book->format);
		break;
	case 'f':
		worksheet_write_formula_num(book->sheets[sheet], row, col,
					    value, book->format, 1);
		break;
	case 'b':
		worksheet_write_blank(book->sheets[sheet], row, col,
				      book->format);
		break;
	default:
		worksheet_write_string(book->sheets[sheet], row, col, value,
				       book->format);
		break;
	}
}

int
main(int argc, char **argv)
{
	struct book book = {0};
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	FILE *file;

	if (argc != 3 || !(file = fopen(argv[1], "r")))
		return 2;
	book.workbook = workbook_new(argv[2]);
	book.format = workbook_add_format(book.workbook);
	format_set_text_wrap(book.format);
	while ((n = getline(&line, &room, file)) > 0) {
		int sheet, row, col, at = 0;
		char kind;

		line[n - 1] = '\0';
		if (sscanf(line, "%d\t%d\t%d\t%c\t%n", &sheet, &row, &col,
			   &kind, &at) == 4 &&
		    at && sheet < SHEETS)
			write_cell(&book, sheet, (lxw_row_t)row,
				   (lxw_col_t)col, kind, line + at);
	}
	free(line);
	fclose(file);
	return workbook_close(book.workbook) != LXW_NO_ERROR;
}
