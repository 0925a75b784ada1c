/* guide.c - the page about the workbook: contents, and how to read it */
#include <math.h>
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "sheet.h"
#include "xlsx/book/book.h"
#include "xlsx/expr/work.h"

/* the contents at the left, and how to read them beside */
enum { COL_SHEET, COL_PAGE, COL_PRINT, COL_ROWS, COL_HOLDS, COL_GAP };
enum { COL_WORD = COL_GAP + 1, COL_MEANING };
enum { ROW_HEIGHT = 16, HOLDS_LEAST = 85 };
enum { ROW_TITLE, ROW_PRINT, ROW_BACK, ROW_FIRST };

/* characters, and how many more there are at most for longer names */
enum { WIDER_MOST = 8 };
static const unsigned widths[] = {
	[COL_SHEET] = 17, [COL_PAGE] = 8, [COL_PRINT] = 13, [COL_ROWS] = 8,
	[COL_HOLDS] = 40, [COL_GAP] = 3,  [COL_WORD] = 20,  [COL_MEANING] = 65};

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
	.line = HAIR, .indent = 1, .align = ALIGN_LEFT};
/* lines of a text but for its last */
static const struct style more = {.indent = 1, .align = ALIGN_LEFT};
static const struct style back = {.size = 90, .color = ACCENT};
static const struct style gray = {.color = SECOND};
static const struct style number_head = {.size = 90,
					 .bold = 1,
					 .fill = TINT,
					 .line = ACCENT,
					 .align = ALIGN_RIGHT};
static const struct style count = {.line = HAIR, .number = "#,##0"};

/* a sheet in the contents, and its first page, which is counted on */
struct entry_row {
	const struct page *page;
	uint32_t top; /* the row that the link leads to */
	const char *name, *holds;
	double rows; /* NAN: no table */
	unsigned options;
};

/* What longer names take is taken from what the sheets hold. */
static unsigned
width_of(const struct work *work, int column)
{
	const char *const prints[] = {
		language_text(work->language, "For a board"),
		language_text(work->language, "For the team")};
	unsigned width = widths[column], wanted = width;

	if (column == COL_HOLDS)
		return width + widths[COL_SHEET] + widths[COL_PRINT] -
		       width_of(work, COL_SHEET) - width_of(work, COL_PRINT);
	for (int i = 0; column == COL_PRINT && i < 2; i++)
		wanted = larger(wanted, word_width(work, prints[i]));
	for (size_t i = 0; column == COL_SHEET && i < work->tables->n; i++)
		wanted = larger(
			wanted,
			word_width(work,
				   work->tabs[i].above
					   ? work->tabs[i].table->sheet
					   : page_name(work->tabs[i].page)));
	return wanted < width + WIDER_MOST ? wanted : width + WIDER_MOST;
}

static void
sheet_row(struct work *work, uint32_t row, const struct entry_row *entry,
	  unsigned *pages)
{
	struct page *guide = work->guide;
	unsigned sheets = page_sheets(entry->page);
	bool paper = sheets && !(entry->options & SCREEN);
	bool below = entry->options & UNDER, screen = entry->options & SCREEN;
	const char *print =
		entry->options & BOARD
			? language_text(work->language, "For a board")
			: language_text(work->language, "For the team");
	struct buf holds = {0};
	double room = (width_of(work, COL_HOLDS) - 1) * 7 / work->letters;
	struct style small = text;

	cell_link(guide, row, COL_SHEET, entry->page, entry->top, entry->name,
		  book_style(work->book,
			     page_hidden(entry->page) ? &hidden : &link));
	/* a table below another is on the page counted last */
	cell_number(guide, row, COL_PAGE,
		    paper ? (double)(*pages + !below) : NAN,
		    book_style(work->book, &count));
	cell_put(guide, row, COL_PRINT,
		 paper	  ? print
		 : screen ? language_text(work->language, C_("print", "No"))
			  : "",
		 &text);
	cell_number(guide, row, COL_ROWS, entry->rows,
		    book_style(work->book, &count));
	small.size = text_size(entry->holds, room, &text, HOLDS_LEAST);
	if (text_pixels(entry->holds, small.size, false) > room)
		small.size = 100; /* it is cut anyway */
	text_fit(&holds, entry->holds, room, small.size, false);
	cell_put(guide, row, COL_HOLDS, buf_text(&holds), &small);
	buf_free(&holds);
	if (paper && !below)
		*pages += sheets;
}

static uint32_t
list_head(struct work *work, uint32_t row, int column, const char *subject)
{
	cell_put(work->guide, row, column, subject, &block);
	return row + 1;
}

/* the row of a table, and of the one below it, or of the week behind it */
static uint32_t
table_rows(struct work *work, uint32_t row, const struct tab *tab,
	   unsigned *pages)
{
	const struct table *table = tab->table;
	unsigned both = tab->above ? tab->above->table->options & BOARD : 0;
	struct entry_row entry = {
		.page = tab->page,
		.top = tab->top,
		.name = tab->above ? table->sheet : page_name(tab->page),
		.holds = table->rows ? table->title : table->empty,
		.rows = (double)table->rows,
		.options = table->options | both};

	sheet_row(work, row++, &entry, pages);
	if (table->id == TABLE_coverage) {
		entry = (struct entry_row){
			.page = work->week,
			.name = page_name(work->week),
			.holds = page_hidden(work->week)
					 ? table->empty
					 : language_text(
						   work->language,
						   "The week, hour by hour"),
			.rows = NAN};
		sheet_row(work, row++, &entry, pages);
	}
	return row;
}

/* Returns the row behind; board: the pages for it, which come first. */
static uint32_t
list_sheets(struct work *work, uint32_t row, unsigned *board, unsigned *pages)
{
	const struct tab *end = work->tabs + work->tables->n;
	const struct entry_row first[] = {
		{work->review_page, 0, page_name(work->review_page),
		 language_text(work->language, "All of it on one page"), NAN,
		 BOARD},
		{work->guide, 0, page_name(work->guide),
		 language_text(work->language,
			       "Contents, and how to read this workbook"),
		 NAN, BOARD}};
	const struct entry_row lists = {
		work->lists,
		0,
		page_name(work->lists),
		language_text(work->language, "Words to choose from"),
		NAN,
		SCREEN};

	row = list_head(work, row, COL_SHEET,
			language_text(work->language, "Sheets"));
	cell_put(work->guide, row, COL_SHEET,
		 language_text(work->language, "Sheet"), &head);
	cell_put(work->guide, row, COL_PAGE,
		 language_text(work->language, C_("paper", "Page")),
		 &number_head);
	cell_put(work->guide, row, COL_PRINT,
		 language_text(work->language, C_("header", "Print")), &head);
	cell_put(work->guide, row, COL_ROWS,
		 language_text(work->language, "Rows"), &number_head);
	cell_put(work->guide, row++, COL_HOLDS,
		 language_text(work->language, "What it holds"), &head);
	for (size_t i = 0; i < sizeof(first) / sizeof(*first); i++)
		sheet_row(work, row++, &first[i], pages);
	*board = *pages;
	for (size_t i = 0; i < work->tables->n; i++) {
		const struct tab *tab = work->order[i];

		if (tab->above)
			continue;
		row = table_rows(work, row, tab, pages);
		if (tab + 1 < end && tab[1].above == tab)
			row = table_rows(work, row, tab + 1, pages);
		if (tab->table->options & BOARD)
			*board = *pages;
	}
	sheet_row(work, row++, &lists, pages);
	return row;
}

/* Lines are rows, so that those at the left keep their height. */
static uint32_t
word_row(struct work *work, uint32_t row, const char *word, const char *meaning)
{
	double pixels = (widths[COL_MEANING] - 2) * (work->wide ? 6.0 : 6.7);

	for (const char *next = word;; next = "", row++) {
		size_t n = text_line(meaning, pixels, 100);
		bool last = !meaning[n];

		cell_put(work->guide, row, COL_WORD, next,
			 last ? &text : &more);
		cell_put(work->guide, row, COL_MEANING,
			 arena_copy(work->arena, meaning, n),
			 last ? &text : &more);
		if (last)
			return row + 1;
		meaning += n + strspn(meaning + n, " ");
	}
}

static const char *const reading[][2] = {
	{C_("guide", "Figures"),
	 N_("Those on the first page are formulas: they follow the sheets.")},
	{N_("Empty cells"), N_("The plan does not tell.")},
	{N_("Hidden sheets"),
	 N_("They show as soon as the plan has something for them.")},
	{C_("guide", "Dates"),
	 N_("Overdue and stale are counted from the as-of date in the "
	    "footer.")},
	{C_("guide", "Money"),
	 N_("In the plan's currency, a year unless the header says "
	    "otherwise. Large amounts: k for thousands, m for millions, bn "
	    "for billions; the cells hold them in full.")},
	{N_("Yellow cells"),
	 N_("Meant to be changed in the meeting; many offer a list.")},
	{N_("Bring it back"),
	 N_("`ces import review.xlsx` shows each change and, once you agree, "
	    "writes it into the plan: any name, date, figure or word of a "
	    "row's own, in yellow cells or white ones, and rows that you "
	    "add.")},
	{N_("What stays"),
	 N_("Formulas, cells of several values, comments, columns and sheets "
	    "of your own. The import names each that was changed.")},
	{C_("printing", "Print"),
	 N_("Columns that are folded away, or right of the page, are for the "
	    "screen. The + above them unfolds them.")},
	{N_("Filter and sort"),
	 N_("Every sheet is a table: use the buttons in its header. "
	    "The first page finds its rows again.")},
};

static uint32_t
list_reading(struct work *work, uint32_t row)
{
	row = list_head(work, row, COL_WORD,
			language_text(work->language, "Reading and changing"));
	for (size_t i = 0; i < sizeof(reading) / sizeof(*reading); i++)
		row = word_row(work, row,
			       language_text(work->language, reading[i][0]),
			       language_text(work->language, reading[i][1]));
	return row;
}

/* with the fills that they have elsewhere */
static uint32_t
list_symbols(struct work *work, uint32_t row)
{
	struct area marks = {.first_column = COL_WORD, .last_column = COL_WORD};

	row = list_head(work, row, COL_WORD,
			language_text(work->language, "Symbols"));
	marks.first_row = row;
	for (enum symbol_id i = SYMBOL_NONE + 1; i < SYMBOL_COUNT; i++)
		row = word_row(
			work, row,
			state_text(work->language, symbols[i].example),
			language_text(work->language, symbols[i].meaning));
	marks.last_row = row - 1;
	page_status(work->guide, marks, false);
	return row;
}

static uint32_t
list_states(struct work *work, uint32_t row)
{
	struct area marks = {.first_column = COL_WORD, .last_column = COL_WORD};

	row = list_head(
		work, row, COL_WORD,
		language_text(work->language,
			      "States of a measure: the first that holds"));
	marks.first_row = row;
	for (int i = 0; i < MEASURE_STATES; i++)
		row = word_row(
			work, row,
			state_text(work->language, measure_words[i].state),
			language_text(work->language,
				      measure_words[i].meaning));
	marks.last_row = row - 1;
	page_status(work->guide, marks, false);
	return row;
}

/* after all other pages: it tells how many sheets of paper they take */
void
guide_write(struct work *work)
{
	unsigned board = 0, pages = 0;
	uint32_t row, end;
	struct print print = work_print(work, page_name(work->guide));

	page_rows(work->guide, ROW_HEIGHT);
	for (int i = 0; i <= COL_MEANING; i++)
		page_column(work->guide, i, i, width_of(work, i), false);
	print.one = true;
	print.last_column = COL_MEANING;
	/* its own page is counted too */
	page_print(work->guide, &print);
	cell_put(work->guide, ROW_TITLE, 0,
		 language_text(work->language,
			       "Contents, and how to read this workbook"),
		 &title);
	page_row(work->guide, ROW_TITLE, 27);
	cell_arrow(work->guide, ROW_BACK, 0, work->review_page, true, &back);
	row = list_sheets(work, ROW_FIRST, &board, &pages);
	end = list_reading(work, ROW_FIRST);
	end = list_symbols(work, end + 1);
	end = list_states(work, end + 1);
	cell_put(work->guide, ROW_PRINT, 0,
		 message_text(work->arena, work->language,
			      "Print pages 1–{board} for a board, "
			      "1–{pages} for the team. The sheets "
			      "behind are for the screen.",
			      ARGS(COUNT_ARG("board", board),
				   COUNT_ARG("pages", pages))),
		 &gray);
	print.last_row = (row > end ? row : end) - 1;
	page_print(work->guide, &print);
}
