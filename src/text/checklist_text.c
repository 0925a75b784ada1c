/* checklist_text.c - a checklist as text, for a terminal and a printer */
#include <string.h>

#include "ces/utf8.h"
#include "checklist_parts.h"

enum {
	INDENT = 6, /* of what stands below a task */
	MARGIN = 2,
	GAP = 2,
	CELL_LEAST = 16,
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
add_block(struct paper *paper, const char *text, char line)
{
	if (paper->out->n > 0)
		buf_putc(paper->out, '\n');
	buf_wrap(paper->out, text, paper->width, 0, 0);
	if (line) {
		size_t width = width_of(text);

		buf_putc(paper->out, '\n');
		buf_fill(paper->out, line,
			 paper->width && width > paper->width ? paper->width
							      : width);
	}
	buf_putc(paper->out, '\n');
}

static void
start(struct paper *paper, const char *title)
{
	add_block(paper, title, '=');
}

static void
add_paragraph(struct paper *paper, const char *text)
{
	add_block(paper, text, '\0');
}

static void
add_section(struct paper *paper, const char *heading, bool alone)
{
	(void)alone;
	add_block(paper, heading, '-');
}

static void
start_list(struct paper *paper)
{
	buf_putc(paper->out, '\n');
}

static void
add_task(struct paper *paper, bool done, const char *text)
{
	buf_printf(paper->out, "  [%c] ", done ? 'x' : ' ');
	buf_wrap(paper->out, text, paper->width, INDENT, INDENT);
	buf_putc(paper->out, '\n');
}

static void
add_detail(struct paper *paper, const char *text)
{
	buf_fill(paper->out, ' ', INDENT);
	buf_wrap(paper->out, text, paper->width, INDENT, INDENT);
	buf_putc(paper->out, '\n');
}

/* "Answer: ______", up to the end of the line */
static void
add_blank(struct paper *paper, const char *label, size_t indent)
{
	struct buf line = {0};
	size_t taken;

	message_fill(&line, paper->language, N_("{name}: {value}"),
		     ARGS(TEXT_ARG("name", label), TEXT_ARG("value", "")));
	taken = indent + width_of(buf_text(&line));
	buf_fill(paper->out, ' ', indent);
	buf_puts(paper->out, buf_text(&line));
	buf_fill(paper->out, '_',
		 paper->width > taken + BLANK_LEAST ? paper->width - taken
						    : BLANK_LEAST);
	buf_putc(paper->out, '\n');
	buf_free(&line);
}

static void
add_room(struct paper *paper, const char *label, int lines)
{
	if (!label)
		return;
	add_blank(paper, label, INDENT);
	for (int i = 1; i < lines; i++) {
		buf_fill(paper->out, ' ', INDENT);
		buf_fill(paper->out, '_',
			 paper->width > INDENT + BLANK_LEAST
				 ? paper->width - INDENT
				 : BLANK_LEAST);
		buf_putc(paper->out, '\n');
	}
}

static void
add_fields(struct paper *paper, const char *const *labels, size_t n)
{
	buf_putc(paper->out, '\n');
	for (size_t i = 0; i < n; i++)
		add_blank(paper, labels[i], MARGIN);
}

/* --- the table ------------------------------------------------------------ */

/* columns beside the task are as wide as their heads; 0: there is no room for
 * them */
static size_t
task_width(const struct paper *paper, size_t widths[ROW_CELLS])
{
	size_t taken = INDENT;

	for (size_t i = 0; i < ROW_CELLS; i++) {
		widths[i] = width_of(paper->columns[1 + i]);
		if (widths[i] < CELL_LEAST)
			widths[i] = CELL_LEAST;
		taken += widths[i] + GAP;
	}
	return paper->width < taken + TASK_LEAST ? 0 : paper->width - taken;
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
add_columns(struct paper *paper, const char *mark,
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

		buf_puts(paper->out, mark);
		for (size_t i = 0; i <= ROW_CELLS; i++) {
			if (i)
				buf_fill(paper->out, ' ', GAP);
			add_cell(paper->out, &at[i], i ? widths[i - 1] : task,
				 i == ROW_CELLS);
		}
		before = paper->out->n;
		while (paper->out->p[before - 1] == ' ')
			before--;
		paper->out->n = before;
		buf_putc(paper->out, '\n');
		mark = "      ";
	}
	for (size_t i = 0; i <= ROW_CELLS; i++)
		buf_free(&cells[i]);
}

static void
start_table(struct paper *paper)
{
	size_t widths[ROW_CELLS], task = task_width(paper, widths);

	buf_putc(paper->out, '\n');
	if (task)
		add_columns(paper, "      ", paper->columns, task, widths);
}

static void
add_row(struct paper *paper, const struct paper_row *row)
{
	size_t widths[ROW_CELLS], task = task_width(paper, widths);
	const char *texts[1 + ROW_CELLS] = {row->task};

	for (size_t i = 0; i < ROW_CELLS; i++)
		texts[1 + i] = row->cells[i];
	if (task)
		add_columns(paper, row->done ? "  [x] " : "  [ ] ", texts, task,
			    widths);
	else
		add_task(paper, row->done, row->task);
	for (size_t i = 0; row->details[i]; i++)
		add_detail(paper, row->details[i]);
	for (size_t i = 0; i < ROW_CELLS && !task; i++) {
		struct buf line = {0};

		if (!*row->cells[i]) {
			add_blank(paper, paper->columns[1 + i], INDENT);
			continue;
		}
		message_fill(&line, paper->language, N_("{name}: {value}"),
			     ARGS(TEXT_ARG("name", paper->columns[1 + i]),
				  TEXT_ARG("value", row->cells[i])));
		add_detail(paper, line.p);
		buf_free(&line);
	}
}

static void
leave(struct paper *paper, enum paper_part part)
{
	(void)paper;
	(void)part;
}

static void
end(struct paper *paper)
{
	(void)paper;
}

static const struct paper_writer writer = {.start = start,
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
