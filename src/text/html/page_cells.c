/* page_cells.c - cells of tables and excerpts, with their bars and links */
#include "text/html/page.h"

#include <math.h>
#include <string.h>

#include "text/html/html.h"
#include "text/shown.h"

/* pixels of a bar, and of its mark beyond the bar */
enum { BAR_WIDTH = 52, BAR_HEIGHT = 10, SCORE_MOST = 5 };

/* --- bars ----------------------------------------------------------------- */

static void
add_rectangle(struct buf *out, const char *paint, double from, double width)
{
	buf_printf(out, "<rect class=\"f-%s\" x=\"", paint);
	buf_number(out, round(from * 10) / 10);
	buf_puts(out, "\" y=\"2\" width=\"");
	buf_number(out, round(width * 10) / 10);
	buf_printf(out, "\" height=\"%d\"/>", BAR_HEIGHT);
}

static void
add_line(struct buf *out, const char *paint, double at, int from, int to)
{
	buf_printf(out, "<path class=\"s-%s\" d=\"M", paint);
	buf_number(out, round(at * 10) / 10);
	buf_printf(out, " %dV%d\"/>", from, to);
}

static void
start_bar(struct buf *out)
{
	buf_printf(out,
		   "<svg class=\"bar\" viewBox=\"0 0 %d %d\" "
		   "aria-hidden=\"true\">",
		   BAR_WIDTH, BAR_HEIGHT + 4);
}

static double
within(double share)
{
	return fmin(fmax(share, 0), 1);
}

/* shares of 1; mark NAN: none */
static void
add_share(struct buf *out, double share, double mark)
{
	start_bar(out);
	add_rectangle(out, "hair", 0, BAR_WIDTH);
	if (share > 0)
		add_rectangle(out, "bar", 0, within(share) * BAR_WIDTH);
	if (isfinite(mark))
		add_line(out, "ink", 1 + within(mark) * (BAR_WIDTH - 2), 0,
			 BAR_HEIGHT + 4);
	buf_puts(out, "</svg> ");
}

/* from the middle to either side */
static void
add_score(struct buf *out, double score)
{
	double half = BAR_WIDTH / 2.0;
	double length = within(fabs(score) / SCORE_MOST) * half;

	start_bar(out);
	add_rectangle(out, score < 0 ? "less" : "bar",
		      score < 0 ? half - length : half, length);
	add_line(out, "second", half, 0, BAR_HEIGHT + 4);
	buf_puts(out, "</svg> ");
}

static bool
has_bars(const struct column *column)
{
	return column->score || column->bars != BARS_NONE;
}

static void
add_bar(struct buf *out, const struct html_cell *cell)
{
	double number = cell->cell.number;

	if (!isfinite(number) || cell->cell.text)
		return;
	if (cell->column->score)
		add_score(out, number);
	else if (has_bars(cell->column))
		add_share(out,
			  number / (cell->column->bars == BARS_HALF ? 50 : 100),
			  cell->mark / 100);
}

/* --- links ---------------------------------------------------------------- */

/* Returns whether the table has the item's row, once the link is begun. */
static bool
start_item(struct html_page *page, const struct table *to, size_t row)
{
	if (row == to->rows || !html_table_is_shown(to))
		return false;
	buf_puts(page->out, "<a href=\"#");
	html_anchor(page->out, to->key, to->ids[row]);
	buf_puts(page->out, "\">");
	return true;
}

static void
add_names(struct html_page *page, const struct name *names)
{
	for (const struct name *name = names; name->text; name++) {
		const struct object *object = name->to;
		int id = object && object->slot
				 ? table_of_entity(object_entity(object)->name)
				 : -1;
		const struct table *to =
			id < 0 ? NULL
			       : tables_get(&page->tables, (enum table_id)id);
		size_t n;
		const char *between = text_between(
			page->language, C_("list", "{items}, {item}"), &n);
		bool linked;

		if (name > names)
			buf_add(page->out, between, n);
		linked = to &&
			 start_item(page, to, table_find_row(to, object->id));
		html_text(page->out, name->text);
		if (linked)
			buf_puts(page->out, "</a>");
	}
}

/* Returns whether the cell leads somewhere, once the link is begun. */
static bool
start_link(struct html_page *page, const struct cell *cell)
{
	const struct table *to;
	size_t row;

	if (cell->link < 0 || !cell->text)
		return false;
	to = tables_get(&page->tables, (enum table_id)cell->link);
	row = cell->item ? table_find_row(to, cell->item)
			 : table_find_name(to, cell->text);
	if (row < to->rows || !cell->item || *cell->item ||
	    !html_table_is_shown(to))
		return start_item(page, to, row);
	buf_printf(page->out, "<a href=\"#%s\">", to->key);
	return true;
}

/* --- cells ---------------------------------------------------------------- */

void
html_state(struct buf *out, enum state_id state, const char *text)
{
	buf_printf(out, "<span class=\"k k-%s\">",
		   symbols[state_symbol(state)].key);
	html_text(out, text);
	buf_puts(out, "</span>");
}

static void
add_content(struct html_page *page, const struct html_cell *cell)
{
	struct buf *out = page->out, shown = {0};
	const char *text = cell->cell.text;
	bool linked;

	if (cell->cell.names) {
		add_names(page, cell->cell.names);
		return;
	}
	linked = start_link(page, &cell->cell);
	if (text && cell->state != STATE_NONE) {
		html_state(out, cell->state, text);
	} else if (text) {
		html_lines(out, cell->column->capital
					? text_capital(&page->arena, text)
					: text);
	} else {
		cell_show(&shown, page->language, cell->column->kind,
			  &cell->cell);
		html_text(out, buf_text(&shown));
		buf_free(&shown);
	}
	if (linked)
		buf_puts(out, "</a>");
}

static const char *
class_of(enum column_kind kind, bool bars)
{
	if (bars)
		return " class=\"n b\"";
	if (column_has_numbers(kind))
		return " class=\"n\"";
	if (kind == COLUMN_WORD)
		return " class=\"w\"";
	return kind == COLUMN_DATE || kind == COLUMN_STATUS ? " class=\"d\""
							    : "";
}

/* The end of a cell needs no tag. */
void
html_cell(struct html_page *page, const struct html_cell *cell)
{
	struct buf *out = page->out;

	buf_printf(out, "<%s%s>", cell->heads ? "th scope=\"row\"" : "td",
		   class_of(cell->column->kind, has_bars(cell->column)));
	add_bar(out, cell);
	if (cell->strong)
		buf_puts(out, "<b>");
	add_content(page, cell);
	if (cell->strong)
		buf_puts(out, "</b>");
}

void
html_column(struct html_page *page, const char *header, enum column_kind kind)
{
	buf_printf(page->out, "<th scope=\"col\"%s>", class_of(kind, false));
	html_text(page->out, header);
}
