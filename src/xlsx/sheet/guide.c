/* guide.c - pages about the workbook: how to read it, lists, its origin */
#include <libintl.h>
#include <math.h>

#include "ces/message.h"
#include "ces/sha256.h"
#include "sheet.h"
#include "xlsx/book/book.h"
#include "xlsx/expr/work.h"

enum { TEXT_WIDTH = 100, NAME_WIDTH = 26, ROWS_WIDTH = 10 };

static const struct style title = {.size = 160, .bold = 1, .color = ACCENT};
static const struct style block = {
	.size = 130, .bold = 1, .color = ACCENT, .bottom = 1};
static const struct style head = {.size = 90,
				  .bold = 1,
				  .fill = TINT,
				  .line = ACCENT,
				  .indent = 1,
				  .align = ALIGN_LEFT};
static const struct style link = {
	.color = ACCENT, .line = HAIR, .indent = 1, .align = ALIGN_LEFT};
static const struct style hidden = {
	.color = SECOND, .line = HAIR, .indent = 1, .align = ALIGN_LEFT};
static const struct style text = {
	.line = HAIR, .wrap = 1, .indent = 1, .align = ALIGN_LEFT};
static const struct style count = {.line = HAIR, .number = "#,##0"};

/* Writes what a word or a sheet is about, in as many lines as it takes. */
static void
write_text(struct work *work, uint32_t row, const char *line)
{
	/* less the indent and margins, for letters that are rather wide */
	double pixels = (TEXT_WIDTH * 7 - 10) / (work->wide ? 1.15 : 1.03);
	unsigned lines = text_lines(line, pixels, 0);

	cell_put(work->guide, row, 2, line, &text);
	if (lines > 1)
		page_row(work->guide, row, 6 + 13 * lines);
}

static void
sheet_row(struct work *work, uint32_t row, const struct page *page, double rows,
	  const char *holds)
{
	cell_link(work->guide, row, 0, page, 0, page_name(page),
		  book_style(work->book, page_hidden(page) ? &hidden : &link));
	cell_number(work->guide, row, 1, rows, book_style(work->book, &count));
	write_text(work, row, holds);
}

static uint32_t
list_head(struct work *work, uint32_t row, const char *subject)
{
	cell_put(work->guide, row, 0, subject, &block);
	page_row(work->guide, row, 27);
	return row + 1;
}

static uint32_t
list_sheets(struct work *work, uint32_t row)
{
	row = list_head(work, row, gettext("Sheets"));
	cell_put(work->guide, row, 0, gettext("Sheet"), &head);
	cell_put(work->guide, row, 1, gettext("Rows"), &head);
	cell_put(work->guide, row++, 2, gettext("What it holds"), &head);
	for (size_t i = 0; i < work->tables->n; i++) {
		const struct table *table = work->tabs[i].table;

		sheet_row(work, row++, work->tabs[i].page, (double)table->rows,
			  table->rows ? table->title : table->empty);
		if (i == TABLE_coverage)
			sheet_row(work, row++, work->week, NAN,
				  page_hidden(work->week)
					  ? table->empty
					  : gettext("The week, hour by hour"));
	}
	return row;
}

static void
word_row(struct work *work, uint32_t row, const char *word, const char *meaning)
{
	cell_put(work->guide, row, 0, word, &text);
	cell_blank(work->guide, row, 1, book_style(work->book, &text));
	write_text(work, row, meaning);
}

static const char *const reading[][2] = {
	{N_("Figures"),
	 N_("The figures of the first page are formulas over the "
	    "sheets: a change there shows here.")},
	{N_("Empty cells"), N_("The plan does not tell.")},
	{N_("Hidden sheets"),
	 N_("A sheet that the plan has nothing for is hidden, and "
	    "shows as soon as it has.")},
	{N_("Dates"),
	 N_("Overdue and stale are counted from the as-of date in the "
	    "footer.")},
	{N_("Money"),
	 N_("In the plan's currency, a year unless the header says "
	    "otherwise. Large amounts: k for thousands, m for millions, bn "
	    "for billions; the cells hold them in full.")},
	{N_("Yellow cells"),
	 N_("Meant to be changed in the meeting; many have a list to "
	    "choose from. Carry the changes over into the plan: the "
	    "workbook is made anew from it.")},
	{N_("Print"),
	 N_("The columns that can be read on a page are printed; those "
	    "further right are for the screen.")},
	{N_("Filter and sort"),
	 N_("Every sheet is a table: use the buttons in its header. "
	    "The first page finds its rows again.")},
};

void
guide_write(struct work *work)
{
	uint32_t row = 3, sheets;
	struct area marks = {.first_column = 0, .last_column = 0};
	struct print print = work_print(work, page_name(work->guide));

	page_rows(work->guide, 18);
	page_column(work->guide, 0, 0, NAME_WIDTH, false);
	page_column(work->guide, 1, 1, ROWS_WIDTH, false);
	page_column(work->guide, 2, 2, TEXT_WIDTH, false);
	cell_put(work->guide, 0, 0, gettext("How to read this workbook"),
		 &title);
	page_row(work->guide, 0, 27);
	cell_arrow(work->guide, 1, 0, work->review_page, true, &link);
	row = list_head(work, row, gettext("Reading and changing"));
	for (size_t i = 0; i < sizeof(reading) / sizeof(*reading); i++)
		word_row(work, row++, gettext(reading[i][0]),
			 gettext(reading[i][1]));
	row = list_head(work, row + 1, gettext("Symbols"));
	marks.first_row = row;
	for (enum symbol_id i = SYMBOL_NONE + 1; i < SYMBOL_COUNT; i++)
		word_row(work, row++, state_text(symbols[i].example),
			 gettext(symbols[i].meaning));
	marks.last_row = row - 1;
	/* with the fill that they have elsewhere */
	page_status(work->guide, marks, false);
	row = list_head(work, row + 1,
			gettext("States of a measure: the first that holds"));
	marks.first_row = row;
	for (int i = 0; i < MEASURE_STATES; i++)
		word_row(work, row++, state_text(measure_words[i].state),
			 gettext(measure_words[i].meaning));
	marks.last_row = row - 1;
	page_status(work->guide, marks, false);
	sheets = row + 1;
	row = list_sheets(work, sheets);
	print.last_row = row - 1;
	print.last_column = 2;
	paper_print(work->guide, &print, sheets);
}

/* --- lists to choose from ------------------------------------------------ */

static const struct style plain = {.number = "@"};

const char *
list_name(struct work *work, int list)
{
	work->listed[list] = true;
	return arena_format(work->arena, "list_%s", choices[list].name);
}

static void
name_range(struct work *work, const char *name, int column, uint32_t n)
{
	const struct tab tab = {.page = work->lists, .first = 1, .last = n};
	struct buf formula = {0};

	buf_putc(&formula, '=');
	formula_column(&formula, &tab, column);
	book_name(work->book, name, formula.p);
	buf_free(&formula);
}

void
lists_write(struct work *work)
{
	const struct map *people = &work->review->plan->people;
	int column = 0;

	for (int i = 0; i < CHOICE_COUNT; i++) {
		uint32_t n = (uint32_t)choices[i].n;

		if (!work->listed[i])
			continue;
		cell_put(work->lists, 0, column, choices[i].name, &plain);
		for (uint32_t k = 0; k < n; k++)
			cell_put(work->lists, k + 1, column,
				 text_capital(work->arena,
					      plain_word(choices[i].words[k])),
				 &plain);
		name_range(work, list_name(work, i), column++, n);
	}
	if (people->n) {
		cell_put(work->lists, 0, column, "people", &plain);
		for (uint32_t i = 0; i < people->n; i++)
			cell_put(work->lists, i + 1, column,
				 object_name(people->items[i]), &plain);
		name_range(work, LIST_PEOPLE, column, people->n);
	}
	page_hide(work->lists);
}

/* --- origin -------------------------------------------------------------- */

/*
 * The hash of the plan and the sheet of each table stand on a hidden page, so
 * that edits can be brought back into that plan.
 */
enum { KEY_WIDTH = 20, VALUE_WIDTH = 66 };

static const struct style key = {.number = "@", .bold = 1};

/* The words are keys for a program: never translated. */
void
origin_write(struct work *work)
{
	const struct source *source = &work->review->source;
	const struct plan *plan = work->review->plan;
	char hash[SHA256_TEXT];
	struct buf as_of = {0};
	uint32_t row = 0;

	sha256_hex(hash, source->bytes, source->n);
	date_write(&as_of, work->review->view->as_of);
	const char *const facts[][2] = {
		{"plan", work_file(work)},
		{"sha256", hash},
		{"format", arena_format(work->arena, "%.0f", plan->ces.n)},
		{"tool", "ces " CES_VERSION},
		{"as_of", buf_text(&as_of)},
		{"language", work->language},
	};

	for (; row < sizeof(facts) / sizeof(*facts); row++) {
		cell_put(work->origin, row, 0, facts[row][0], &key);
		cell_put(work->origin, row, 1, facts[row][1], &plain);
	}
	buf_free(&as_of);
	cell_put(work->origin, ++row, 0, "table", &key);
	cell_put(work->origin, row, 1, "sheet", &key);
	for (size_t i = 0; i < work->tables->n; i++) {
		cell_put(work->origin, ++row, 0, work->tabs[i].table->key,
			 &plain);
		cell_put(work->origin, row, 1, page_name(work->tabs[i].page),
			 &plain);
	}
	page_column(work->origin, 0, 0, KEY_WIDTH, false);
	page_column(work->origin, 1, 1, VALUE_WIDTH, false);
	page_hide(work->origin);
}
