/* checklist_text.c - a checklist as text, for a terminal and a printer */
#include <string.h>

#include "ces/utf8.h"
#include "checklist_parts.h"

enum {
	INDENT = 6, /* of what stands below a task */
	MARGIN = 2,
	GAP = 2,
	CELL_LEAST = 14,
	TASK_LEAST = 24,
	BLANK_LEAST = 8
};

static size_t
width_of(const char *text)
{
	return utf8_width(text, strlen(text));
}

/* below an empty line; line underlines the text */
static void
add_block(struct page *page, const char *text, char line)
{
	if (page->out->n > 0)
		buf_putc(page->out, '\n');
	buf_wrap(page->out, text, page->width, 0, 0);
	if (line) {
		size_t width = width_of(text);

		buf_putc(page->out, '\n');
		buf_fill(page->out, line,
			 page->width && width > page->width ? page->width
							    : width);
	}
	buf_putc(page->out, '\n');
}

static void
start(struct page *page, const char *title)
{
	add_block(page, title, '=');
}

static void
add_paragraph(struct page *page, const char *text)
{
	add_block(page, text, '\0');
}

static void
add_section(struct page *page, const char *heading)
{
	add_block(page, heading, '-');
}

static void
start_list(struct page *page)
{
	buf_putc(page->out, '\n');
}

static void
add_task(struct page *page, bool done, const char *text)
{
	buf_printf(page->out, "  [%c] ", done ? 'x' : ' ');
	buf_wrap(page->out, text, page->width, INDENT, INDENT);
	buf_putc(page->out, '\n');
}

static void
add_detail(struct page *page, const char *text)
{
	buf_fill(page->out, ' ', INDENT);
	buf_wrap(page->out, text, page->width, INDENT, INDENT);
	buf_putc(page->out, '\n');
}

/* "Answer: ______", up to the end of the line */
static void
add_blank(struct page *page, const char *label, size_t indent)
{
	struct buf line = {0};
	size_t taken;

	message_fill(&line, page->language, N_("{name}: {value}"),
		     ARGS(TEXT_ARG("name", label), TEXT_ARG("value", "")));
	taken = indent + width_of(buf_text(&line));
	buf_fill(page->out, ' ', indent);
	buf_puts(page->out, buf_text(&line));
	buf_fill(page->out, '_',
		 page->width > taken + BLANK_LEAST ? page->width - taken
						   : BLANK_LEAST);
	buf_putc(page->out, '\n');
	buf_free(&line);
}

static void
add_room(struct page *page, const char *label, int lines)
{
	if (!label)
		return;
	add_blank(page, label, INDENT);
	for (int i = 1; i < lines; i++) {
		buf_fill(page->out, ' ', INDENT);
		buf_fill(page->out, '_',
			 page->width > INDENT + BLANK_LEAST
				 ? page->width - INDENT
				 : BLANK_LEAST);
		buf_putc(page->out, '\n');
	}
}

static void
add_fields(struct page *page, const char *const *labels, size_t n)
{
	buf_putc(page->out, '\n');
	for (size_t i = 0; i < n; i++)
		add_blank(page, labels[i], MARGIN);
}

/* --- the table ------------------------------------------------------------ */

/* columns beside the task are as wide as their heads; 0: there is no room for
 * them */
static size_t
task_width(const struct page *page, size_t widths[ROW_CELLS])
{
	size_t taken = INDENT;

	for (size_t i = 0; i < ROW_CELLS; i++) {
		widths[i] = width_of(page->columns[1 + i]);
		if (widths[i] < CELL_LEAST)
			widths[i] = CELL_LEAST;
		taken += widths[i] + GAP;
	}
	return page->width < taken + TASK_LEAST ? 0 : page->width - taken;
}

/* Appends the first line of the text at *s, padded, and moves on. */
static void
add_cell(struct buf *out, const char **s, size_t width, bool last)
{
	size_t n = strcspn(*s, "\n"), columns = utf8_width(*s, n);

	buf_add(out, *s, n);
	if (!last)
		buf_fill(out, ' ', columns < width ? width - columns : 0);
	*s += n + ((*s)[n] != '\0');
}

/* Writes texts side by side, each in lines of its own. */
static void
add_columns(struct page *page, const char *mark,
	    const char *const texts[1 + ROW_CELLS], size_t task,
	    const size_t widths[ROW_CELLS])
{
	struct buf cells[1 + ROW_CELLS] = {{0}};
	const char *at[1 + ROW_CELLS];

	for (size_t i = 0; i <= ROW_CELLS; i++) {
		size_t width = i ? widths[i - 1] : task;

		if (*texts[i])
			buf_wrap(&cells[i], texts[i], width, 0, 0);
		else
			buf_fill(&cells[i], '_', width);
		at[i] = buf_text(&cells[i]);
	}
	while (*at[0] || *at[1] || *at[2]) {
		size_t before;

		buf_puts(page->out, mark);
		for (size_t i = 0; i <= ROW_CELLS; i++) {
			if (i)
				buf_fill(page->out, ' ', GAP);
			add_cell(page->out, &at[i], i ? widths[i - 1] : task,
				 i == ROW_CELLS);
		}
		before = page->out->n;
		while (page->out->p[before - 1] == ' ')
			before--;
		page->out->n = before;
		buf_putc(page->out, '\n');
		mark = "      ";
	}
	for (size_t i = 0; i <= ROW_CELLS; i++)
		buf_free(&cells[i]);
}

static void
start_table(struct page *page)
{
	size_t widths[ROW_CELLS], task = task_width(page, widths);

	buf_putc(page->out, '\n');
	if (task)
		add_columns(page, "      ", page->columns, task, widths);
}

static void
add_row(struct page *page, const struct page_row *row)
{
	size_t widths[ROW_CELLS], task = task_width(page, widths);
	const char *texts[1 + ROW_CELLS] = {row->task};

	for (size_t i = 0; i < ROW_CELLS; i++)
		texts[1 + i] = row->cells[i];
	if (task)
		add_columns(page, row->done ? "  [x] " : "  [ ] ", texts, task,
			    widths);
	else
		add_task(page, row->done, row->task);
	for (size_t i = 0; row->details[i]; i++)
		add_detail(page, row->details[i]);
	for (size_t i = 0; i < ROW_CELLS && !task; i++) {
		struct buf line = {0};

		if (!*row->cells[i]) {
			add_blank(page, page->columns[1 + i], INDENT);
			continue;
		}
		message_fill(&line, page->language, N_("{name}: {value}"),
			     ARGS(TEXT_ARG("name", page->columns[1 + i]),
				  TEXT_ARG("value", row->cells[i])));
		add_detail(page, line.p);
		buf_free(&line);
	}
}

static void
leave(struct page *page, enum page_part part)
{
	(void)page;
	(void)part;
}

static void
end(struct page *page)
{
	(void)page;
}

static const struct page_writer writer = {.start = start,
					  .paragraph = add_paragraph,
					  .section = add_section,
					  .group = add_paragraph,
					  .fields = add_fields,
					  .list = start_list,
					  .task = add_task,
					  .detail = add_detail,
					  .room = add_room,
					  .table = start_table,
					  .row = add_row,
					  .leave = leave,
					  .end = end};

const struct checklist_format checklist_text = {
	{"text", ".txt", N_("for people: plain text"), NULL}, &writer};
