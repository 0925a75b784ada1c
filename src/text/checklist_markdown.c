/* checklist_markdown.c - a checklist as task lists in Markdown */
#include "ces/written.h"
#include "checklist_parts.h"

static const char blank[] = "________________";

static void
add_block(struct page *page, const char *mark, const char *text)
{
	if (page->out->n > 0)
		buf_putc(page->out, '\n');
	buf_puts(page->out, mark);
	buf_markdown(page->out, text);
	buf_putc(page->out, '\n');
}

static void
start(struct page *page, const char *title)
{
	add_block(page, "# ", title);
}

static void
add_paragraph(struct page *page, const char *text)
{
	add_block(page, "", text);
}

static void
add_section(struct page *page, const char *heading)
{
	add_block(page, "## ", heading);
}

static void
add_group(struct page *page, const char *heading)
{
	add_block(page, "### ", heading);
}

static void
start_list(struct page *page)
{
	buf_putc(page->out, '\n');
}

static void
add_task(struct page *page, bool done, const char *text)
{
	buf_printf(page->out, "- [%c] ", done ? 'x' : ' ');
	buf_markdown(page->out, text);
}

/* the backslash keeps the line's end */
static void
add_detail(struct page *page, const char *text)
{
	buf_puts(page->out, "\\\n  ");
	buf_markdown(page->out, text);
}

/* "Answer: ____"; a line of underscores alone would be a rule */
static void
add_named(struct page *page, const char *label, const char *value)
{
	struct buf line = {0};

	message_fill(&line, page->language, N_("{name}: {value}"),
		     ARGS(TEXT_ARG("name", label),
			  TEXT_ARG("value", *value ? value : blank)));
	buf_markdown(page->out, line.p);
	buf_free(&line);
}

static void
add_room(struct page *page, const char *label, int lines)
{
	(void)lines;
	if (!label)
		return;
	buf_puts(page->out, "\\\n  ");
	add_named(page, label, "");
}

static void
add_fields(struct page *page, const char *const *labels, size_t n)
{
	buf_putc(page->out, '\n');
	for (size_t i = 0; i < n; i++) {
		add_named(page, labels[i], "");
		buf_puts(page->out, i + 1 < n ? "\\\n" : "\n");
	}
}

/* tasks, as boxes in a table's cells can't be ticked */
static void
add_row(struct page *page, const struct page_row *row)
{
	add_task(page, row->done, row->task);
	for (size_t i = 0; row->details[i]; i++)
		add_detail(page, row->details[i]);
	for (size_t i = 0; i < ROW_CELLS; i++) {
		buf_puts(page->out, "\\\n  ");
		add_named(page, page->columns[1 + i], row->cells[i]);
	}
	buf_putc(page->out, '\n');
}

static void
leave(struct page *page, enum page_part part)
{
	if (part == PART_TASK)
		buf_putc(page->out, '\n');
}

static void
end(struct page *page)
{
	mark_add(page->out);
}

static const struct page_writer writer = {.start = start,
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
