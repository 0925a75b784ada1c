/* checklist_html.c - a checklist as a page of HTML, to be printed and ticked */
#include "checklist_parts.h"
#include "text/html/html.h"

static void
add_element(struct page *page, const char *start, const char *text,
	    const char *end)
{
	buf_puts(page->out, start);
	html_text(page->out, text);
	buf_puts(page->out, end);
}

static void
start(struct page *page, const char *title)
{
	html_start(page->out, page->review, title, "page/checklist.css");
	buf_puts(page->out, "<main>\n");
	html_heading(page->out, 1, NULL, title);
}

static void
add_paragraph(struct page *page, const char *text)
{
	add_element(page, "<p>", text, "</p>\n");
}

static void
add_section(struct page *page, const char *heading)
{
	buf_puts(page->out, "<section>\n");
	html_heading(page->out, 2, NULL, heading);
}

static void
add_group(struct page *page, const char *heading)
{
	buf_puts(page->out, "<section>\n");
	html_heading(page->out, 3, NULL, heading);
}

static void
start_list(struct page *page)
{
	buf_puts(page->out, "<ul class=\"tasks\">\n");
}

/* a square to be ticked with a pen; its state is told in words */
static void
add_box(struct page *page, bool done)
{
	buf_printf(page->out,
		   "<span class=\"box\" aria-hidden=\"true\">%s</span>",
		   done ? "✓" : "");
	add_element(page, "<span class=\"hidden\">",
		    language_text(page->language, done ? C_("task", "done")
						       : C_("task", "open")),
		    "</span> ");
}

static void
add_task(struct page *page, bool done, const char *text)
{
	buf_puts(page->out, done ? "<li class=\"done\">" : "<li>");
	buf_puts(page->out, "<p>");
	add_box(page, done);
	add_element(page, "", text, "</p>\n");
}

static void
add_detail(struct page *page, const char *text)
{
	add_element(page, "<p class=\"detail\">", text, "</p>\n");
}

static void
add_lines(struct page *page, int lines)
{
	for (int i = 0; i < lines; i++)
		buf_puts(page->out, "<div class=\"line\"></div>");
}

static void
add_room(struct page *page, const char *label, int lines)
{
	buf_puts(page->out, "<div class=\"room\" aria-hidden=\"true\">");
	if (label)
		add_element(page, "<div class=\"line\">", label, "</div>");
	add_lines(page, label ? lines - 1 : lines);
	buf_puts(page->out, "</div>\n");
}

static void
add_fields(struct page *page, const char *const *labels, size_t n)
{
	buf_puts(page->out, "<ul class=\"fields\">\n");
	for (size_t i = 0; i < n; i++)
		add_element(page, "<li>", labels[i], "</li>\n");
	buf_puts(page->out, "</ul>\n");
}

static void
start_table(struct page *page)
{
	buf_puts(page->out, "<table>\n<thead><tr>");
	for (size_t i = 0; i <= ROW_CELLS; i++)
		add_element(page, "<th scope=\"col\">", page->columns[i],
			    "</th>");
	buf_puts(page->out, "</tr></thead>\n<tbody>\n");
}

static void
add_row(struct page *page, const struct page_row *row)
{
	buf_puts(page->out, row->done ? "<tr class=\"done\">" : "<tr>");
	buf_puts(page->out, "<th scope=\"row\"><p>");
	add_box(page, row->done);
	add_element(page, "", row->task, "</p>\n");
	for (size_t i = 0; row->details[i]; i++)
		add_detail(page, row->details[i]);
	buf_puts(page->out, "</th>");
	for (size_t i = 0; i < ROW_CELLS; i++)
		if (*row->cells[i])
			add_element(page, "<td>", row->cells[i], "</td>");
		else
			buf_puts(page->out, "<td class=\"blank\"></td>");
	buf_puts(page->out, "</tr>\n");
}

static void
leave(struct page *page, enum page_part part)
{
	static const char *const ends[PART_COUNT] = {
		[PART_SECTION] = "</section>\n",
		[PART_GROUP] = "</section>\n",
		[PART_LIST] = "</ul>\n",
		[PART_TABLE] = "</tbody>\n</table>\n",
		[PART_TASK] = "</li>\n"};

	buf_puts(page->out, ends[part]);
}

static void
end(struct page *page)
{
	buf_puts(page->out, "</main>\n");
	html_end(page->out);
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
					  .table = start_table,
					  .row = add_row,
					  .leave = leave,
					  .end = end};

const struct checklist_format checklist_html = {
	{"html", ".html", N_("for people: a page to print and to tick"),
	 own_markdown},
	&writer};
