/* markdown_table.c - tables in Markdown */
#include "ces/markdown.h"

#include <stdio.h>
#include <string.h>

#include "markdown_parts.h"
#include "table/tables.h"

/* --- cells -------------------------------------------------------------- */

/* line ends of the text become <br>: in a table's cell there are no others */
static void
add_text(struct buf *out, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\n");
		struct buf line = {0};

		buf_add(&line, text, n);
		buf_markdown(out, buf_text(&line));
		buf_free(&line);
		text += n;
		if (!*text)
			break;
		text++;
		if (*text)
			buf_puts(out, "<br>");
	}
}

/* 12,400 or 12,400.25: thousands grouped, decimals where there are any */
static void
add_figure(struct buf *out, double number, int decimals)
{
	char text[64];
	double scale = decimals == 2 ? 100 : decimals == 1 ? 10 : 1;
	double rounded = round(fabs(number) * scale) / scale;
	char *point;

	snprintf(text, sizeof(text), "%.*f", decimals, rounded);
	if (number < 0 && rounded > 0)
		buf_puts(out, "−");
	count_add(out, floor(rounded));
	point = strchr(text, '.');
	if (point && rounded > floor(rounded))
		buf_puts(out, point);
}

/* the same without zeros at the end */
static void
add_short_figure(struct buf *out, double number)
{
	double tenths = round(number * 10) / 10;

	add_figure(out, number, fabs(number - tenths) < 0.005 ? 1 : 2);
}

static void
add_number(struct buf *out, enum column_kind kind, double number)
{
	switch (kind) {
	case COLUMN_PERCENT:
		add_figure(out, number, 1);
		buf_putc(out, '%');
		break;
	case COLUMN_CHANGE:
		change_add(out, number);
		break;
	case COLUMN_COUNT:
		add_figure(out, number, 0);
		break;
	case COLUMN_MONEY:
		add_figure(out, number, fabs(number) < 100 ? 2 : 0);
		break;
	default:
		add_short_figure(out, number);
		break;
	}
}

void
markdown_cell(struct buf *out, enum column_kind kind, const struct cell *cell)
{
	if (cell->text)
		add_text(out, cell->text);
	else if (cell->date.year)
		date_write(out, cell->date);
	else if (!isnan(cell->number))
		add_number(out, kind, cell->number);
}

/* --- tables ------------------------------------------------------------- */

void
markdown_heads(struct buf *out, const struct markdown_head *heads, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		buf_puts(out, "| ");
		buf_markdown(out, heads[i].text);
		buf_putc(out, ' ');
	}
	buf_puts(out, "|\n");
	for (size_t i = 0; i < n; i++)
		buf_puts(out, column_has_numbers(heads[i].kind) ? "| ---: "
								: "| --- ");
	buf_puts(out, "|\n");
}

static bool
cell_empty(const struct cell *cell)
{
	return !cell->text && !cell->date.year && isnan(cell->number);
}

/* a column without content would only make the table wider */
static bool
column_empty(const struct table *table, size_t column)
{
	for (size_t row = 0; row < table->rows; row++)
		if (!cell_empty(table_cell(table, row, column)))
			return false;
	return true;
}

void
markdown_paragraph(struct buf *out, const char *text)
{
	buf_markdown(out, text);
	buf_puts(out, "\n\n");
}

void
markdown_title(struct buf *out, const char *mark, const char *title)
{
	buf_puts(out, mark);
	buf_putc(out, ' ');
	markdown_paragraph(out, title);
}

void
markdown_table(struct buf *out, const struct table *table, struct arena *arena)
{
	struct markdown_head *heads =
		arena_alloc(arena, table->column_count * sizeof(*heads));
	size_t *columns =
		arena_alloc(arena, table->column_count * sizeof(*columns));
	size_t n = 0;

	markdown_title(out, "##", table->title);
	if (!table->rows) {
		markdown_paragraph(out, table->empty);
		return;
	}
	if (table->intro)
		markdown_paragraph(out, table->intro);
	for (size_t i = 0; i < table->column_count; i++) {
		struct buf header = {0};

		if (table->columns[i].sheet_only || column_empty(table, i))
			continue;
		column_header(&header, &table->columns[i]);
		heads[n] = (struct markdown_head){arena_take(arena, &header),
						  table->columns[i].kind};
		columns[n++] = i;
	}
	markdown_heads(out, heads, n);
	for (size_t row = 0; row < table->rows; row++) {
		for (size_t i = 0; i < n; i++) {
			buf_puts(out, "| ");
			markdown_cell(out, heads[i].kind,
				      table_cell(table, row, columns[i]));
			buf_putc(out, ' ');
		}
		buf_puts(out, "|\n");
	}
	buf_putc(out, '\n');
}
