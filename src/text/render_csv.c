/* render_csv.c - every table as a file of its own, for spreadsheets and tools
 */
#include <math.h>
#include <string.h>

#include "ces/language.h"
#include "ces/render.h"
#include "ces/table.h"

/*
 * Would a spreadsheet program take the text for a formula? Blanks before it,
 * and the full-width forms of the signs, don't keep every program from that.
 */
static bool
is_formula(const char *text)
{
	static const char *const wide[] = {"＝", "＋", "－", "＠"};

	if (strchr("\t\r\n", *text))
		return *text;
	text += strspn(text, " ");
	for (size_t i = 0; i < sizeof(wide) / sizeof(*wide); i++)
		if (!strncmp(text, wide[i], strlen(wide[i])))
			return true;
	return *text && strchr("=+-@", *text);
}

/* in quotes where the text has what separates fields or lines, in any country
 */
static void
add_text(struct buf *out, const char *text)
{
	const char *mark = is_formula(text) ? "'" : "";

	if (!text[strcspn(text, ",;\"\t\r\n")]) {
		buf_printf(out, "%s%s", mark, text);
		return;
	}
	buf_printf(out, "\"%s", mark);
	for (; *text; text++) {
		if (*text == '"')
			buf_putc(out, '"');
		buf_putc(out, *text);
	}
	buf_putc(out, '"');
}

static void
add_cell(struct buf *out, const struct cell *cell)
{
	if (cell->text)
		add_text(out, cell->text);
	else if (cell->date.year)
		date_write(out, cell->date);
	else if (isfinite(cell->number))
		buf_number(out, cell->number);
}

/* as on the sheet, where the cells show what is a percent */
static void
add_header(struct buf *out, const struct language *language,
	   const struct column *column)
{
	struct column shown = *column;
	struct buf header = {0};

	if (!shown.unit &&
	    (shown.kind == COLUMN_PERCENT || shown.kind == COLUMN_CHANGE))
		shown.unit = "%";
	column_header(&header, language, &shown);
	add_text(out, buf_text(&header));
	buf_free(&header);
}

/* the id of each row's item, then its cells; what only a sheet shows is left
 * out */
static void
add_table(struct buf *out, const struct table *table)
{
	buf_puts(out, "id");
	for (size_t i = 0; i < table->column_count; i++) {
		if (table->columns[i].sheet_only)
			continue;
		buf_putc(out, ',');
		add_header(out, table->language, &table->columns[i]);
	}
	buf_puts(out, "\r\n");
	for (size_t row = 0; row < table->rows; row++) {
		if (table->ids[row])
			add_text(out, table->ids[row]);
		for (size_t i = 0; i < table->column_count; i++) {
			if (table->columns[i].sheet_only)
				continue;
			buf_putc(out, ',');
			add_cell(out, table_cell(table, row, i));
		}
		buf_puts(out, "\r\n");
	}
}

/* Days, periods and money are those of files in texts too: "2026-06". */
static void
render(struct buf *texts, const struct review *review)
{
	struct review plain = *review;
	struct tables tables;

	plain.language = language_find(language_code(review->language));
	tables_make(&tables, &plain);
	for (size_t i = 0; i < tables.n; i++)
		add_table(&texts[i], &tables.items[i]);
	tables_release(&tables);
}

/* in the order of the tables */
static const char *const files[] = {
#define TABLE(key, ...) #key ".csv",
#include "ces/tables.def"
	NULL};

const struct renderer render_csv = {
	.format = {"csv", ".csv",
		   N_("for spreadsheets and tools: a folder, with a file for "
		      "each table"),
		   own_listed},
	.files = files,
	.texts = render,
};
