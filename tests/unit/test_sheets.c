/* test_sheets.c - the stream of a workbook's cells */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "ces/sheets.h"

#define TEST(name) cmocka_unit_test(name)

static const struct sheet_cell cells[] = {
	{.row = 0,
	 .column = 0,
	 .kind = VALUE_NUMBER,
	 .number = 0.1,
	 .text = ""},
	{.row = 0,
	 .column = 16383,
	 .kind = VALUE_TEXT,
	 .formula = true,
	 .text = "ü\n"},
	{.row = 7, .column = 1, .kind = VALUE_FLAG, .number = 1, .text = ""},
	{.row = 7, .column = 2, .kind = VALUE_ERROR, .text = "#N/A"},
	{.row = 7,
	 .column = 3,
	 .kind = VALUE_BLANK,
	 .formula = true,
	 .text = ""},
	{.row = 1048575,
	 .column = 4,
	 .kind = VALUE_NUMBER,
	 .date = true,
	 .percent = true,
	 .number = -1e300,
	 .text = ""},
};

enum { CELLS = sizeof(cells) / sizeof(*cells) };

/* two sheets, the first hidden, without any cell; free it */
static struct buf
stream_of(void)
{
	struct buf out = {0};
	const struct sheet_note note = {
		.row = 3, .column = 300, .author = "Ann", .text = "Why?"};

	sheets_write_start(&out);
	sheets_write_shared(&out, "");
	sheets_write_shared(&out, "shared");
	sheets_write_sheet(&out, "Base", true);
	sheets_write_sheet(&out, "Actions", false);
	for (size_t i = 0; i < CELLS; i++)
		sheets_write_cell(&out, &cells[i]);
	sheets_write_note(&out, &note);
	sheets_write_end(&out);
	return out;
}

static void
comes_as_it_went(void **state)
{
	struct buf bytes = stream_of();
	struct sheets sheets;
	const struct sheet *sheet;

	(void)state;
	assert_true(sheets_read(&sheets, bytes.p, bytes.n));
	assert_int_equal(sheets.n, 2);
	assert_string_equal(sheets.items[0].name, "Base");
	assert_true(sheets.items[0].hidden);
	assert_int_equal(sheets.items[0].n, 0);
	sheet = &sheets.items[1];
	assert_string_equal(sheet->name, "Actions");
	assert_false(sheet->hidden);
	assert_int_equal(sheet->n, CELLS);
	for (size_t i = 0; i < CELLS; i++) {
		const struct sheet_cell *cell = &sheet->cells[i];

		assert_int_equal(cell->row, cells[i].row);
		assert_int_equal(cell->column, cells[i].column);
		assert_int_equal(cell->kind, cells[i].kind);
		assert_int_equal(cell->formula, cells[i].formula);
		assert_int_equal(cell->date, cells[i].date);
		assert_int_equal(cell->percent, cells[i].percent);
		assert_true(cell->number == cells[i].number);
		assert_string_equal(cell->text, cells[i].text);
	}
	assert_int_equal(sheet->note_count, 1);
	assert_int_equal(sheet->notes->row, 3);
	assert_int_equal(sheet->notes->column, 300);
	assert_string_equal(sheet->notes->author, "Ann");
	assert_string_equal(sheet->notes->text, "Why?");
	sheets_release(&sheets);
	buf_free(&bytes);
}

/* the cell of a text that is shared; another with the formula's flag */
static bool
reads_shared(double number, bool formula, struct sheets *sheets)
{
	const struct sheet_cell cell = {
		.kind = VALUE_TEXT, .formula = formula, .number = number};
	struct buf out = {0};
	bool good;

	sheets_write_start(&out);
	sheets_write_shared(&out, "");
	sheets_write_shared(&out, "shared");
	sheets_write_sheet(&out, "Actions", false);
	sheets_write_cell(&out, &cell);
	sheets_write_end(&out);
	good = sheets_read(sheets, out.p, out.n);
	if (good && sheets->items[0].n)
		sheets->items[0].name = arena_string(
			&sheets->arena, sheets->items[0].cells->text);
	buf_free(&out);
	return good;
}

static void
texts_are_shared(void **state)
{
	struct sheets sheets;

	(void)state;
	assert_true(reads_shared(1, false, &sheets));
	assert_int_equal(sheets.items[0].n, 1);
	assert_string_equal(sheets.items[0].name, "shared");
	sheets_release(&sheets);
	assert_true(reads_shared(0, false, &sheets));
	assert_int_equal(sheets.items[0].n, 0);
	sheets_release(&sheets);
	assert_true(reads_shared(0, true, &sheets));
	assert_int_equal(sheets.items[0].cells->kind, VALUE_BLANK);
	sheets_release(&sheets);
	assert_false(reads_shared(2, false, &sheets));
}

static void
has_to_be_whole(void **state)
{
	struct buf bytes = stream_of();
	struct sheets sheets;

	(void)state;
	for (size_t n = 0; n < bytes.n; n++) {
		char *cut = malloc(n ? n : 1); /* so that a reader beyond it
						  is seen */

		memcpy(cut, bytes.p, n);
		assert_false(sheets_read(&sheets, cut, n));
		free(cut);
	}
	buf_putc(&bytes, '.');
	assert_false(sheets_read(&sheets, bytes.p, bytes.n));
	bytes.p[0]++;
	assert_false(sheets_read(&sheets, bytes.p, bytes.n - 1));
	buf_free(&bytes);
}

static bool
marked_alike(double a, double b)
{
	char one[SHEET_MARK], other[SHEET_MARK];

	sheets_mark(one, VALUE_NUMBER, a, "");
	sheets_mark(other, VALUE_NUMBER, b, "");
	return !memcmp(one, other, SHEET_MARK);
}

/* 12 digits are compared, wherever the number's point is. */
static void
marks_round(void **state)
{
	static const double numbers[] = {0.285, 81.4,  1,      -78,
					 46235, 1e-9,  2.5e11, 1234567890.12,
					 1e300, 1e-300};

	(void)state;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		double number = numbers[i];

		assert_true(marked_alike(number, number * (1 + 1e-15)));
		assert_true(marked_alike(number, number * (1 - 1e-15)));
		assert_false(marked_alike(number, number * (1 + 1e-10)));
		assert_false(marked_alike(number, -number));
		assert_false(marked_alike(number, number * 10));
	}
	assert_true(marked_alike(0.0, -0.0));
	assert_false(marked_alike(0, 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(comes_as_it_went),
		TEST(texts_are_shared),
		TEST(has_to_be_whole),
		TEST(marks_round),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
