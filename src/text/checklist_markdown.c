/* checklist_markdown.c - a checklist as task lists in Markdown */
#include "ces/written.h"
#include "checklist_parts.h"

static const char blank[] = "________________";

static void
add_block(struct paper *paper, const char *mark, const char *text)
{
	if (paper->out->n > 0)
		buf_putc(paper->out, '\n');
	buf_puts(paper->out, mark);
	buf_markdown(paper->out, text);
	buf_putc(paper->out, '\n');
}

static void
start(struct paper *paper, const char *title)
{
	add_block(paper, "# ", title);
}

static void
add_paragraph(struct paper *paper, const char *text)
{
	add_block(paper, "", text);
}

static void
add_section(struct paper *paper, const char *heading, bool alone)
{
	(void)alone;
	add_block(paper, "## ", heading);
}

static void
add_group(struct paper *paper, const char *heading)
{
	add_block(paper, "### ", heading);
}

static void
start_list(struct paper *paper)
{
	buf_putc(paper->out, '\n');
}

static void
add_task(struct paper *paper, bool done, const char *text)
{
	buf_printf(paper->out, "- [%c] ", done ? 'x' : ' ');
	buf_markdown(paper->out, text);
}

/* the backslash keeps the line's end */
static void
add_detail(struct paper *paper, const char *text)
{
	buf_puts(paper->out, "\\\n  ");
	buf_markdown(paper->out, text);
}

/* "Answer: ____"; a line of underscores alone would be a rule */
static void
add_named(struct paper *paper, const char *label, const char *value)
{
	struct buf name = {0}, text = {0};

	buf_markdown(&name, label);
	buf_markdown(&text, value);
	message_fill(paper->out, paper->language, N_("{name}: {value}"),
		     ARGS(TEXT_ARG("name", buf_text(&name)),
			  TEXT_ARG("value", text.n ? text.p : blank)));
	buf_free(&name);
	buf_free(&text);
}

static void
add_room(struct paper *paper, const char *label, int lines)
{
	(void)lines;
	if (!label)
		return;
	buf_puts(paper->out, "\\\n  ");
	add_named(paper, label, "");
}

static void
add_fields(struct paper *paper, const char *const *labels, size_t n)
{
	buf_putc(paper->out, '\n');
	for (size_t i = 0; i < n; i++) {
		add_named(paper, labels[i], "");
		buf_puts(paper->out, i + 1 < n ? "\\\n" : "\n");
	}
}

/* tasks, as boxes in a table's cells can't be ticked */
static void
add_row(struct paper *paper, const struct paper_row *row)
{
	add_task(paper, row->done, row->task);
	for (size_t i = 0; row->details[i]; i++)
		add_detail(paper, row->details[i]);
	for (size_t i = 0; i < ROW_CELLS; i++) {
		buf_puts(paper->out, "\\\n  ");
		add_named(paper, paper->columns[1 + i], row->cells[i]);
	}
	buf_putc(paper->out, '\n');
}

static void
leave(struct paper *paper, enum paper_part part)
{
	if (part == PART_TASK)
		buf_putc(paper->out, '\n');
}

static void
end(struct paper *paper)
{
	mark_add(paper->out);
}

static const struct paper_writer writer = {.start = start,
					   .paragraph = add_paragraph,
					   .section = add_section,
					   .group = add_group,
					   .fields = add_fields,
					   .list = start_list,
					   .task = add_task,
					   .detail = add_detail,
					   .room = add_room,
					   .table = start_list,
					   .row = add_row,
					   .leave = leave,
					   .end = end};

const struct checklist_format checklist_markdown = {
	{"markdown", ".md", N_("for people: Markdown, for a wiki or an issue"),
	 own_markdown},
	&writer};
