/* checklist_html.c - a checklist as a page of HTML, to be printed and ticked */
#include "checklist_parts.h"
#include "text/html/html.h"

static void
add_element(struct paper *paper, const char *start, const char *text,
	    const char *end)
{
	buf_puts(paper->out, start);
	html_text(paper->out, text);
	buf_puts(paper->out, end);
}

static void
start(struct paper *paper, const char *title)
{
	static const char *const sheets[] = {"page/checklist.css", NULL};

	html_start(paper->out, paper->review, title, sheets);
	buf_puts(paper->out, "<main>\n");
	html_heading(paper->out, 1, NULL, title);
}

static void
add_paragraph(struct paper *paper, const char *text)
{
	add_element(paper, "<p>", text, "</p>\n");
}

static void
add_section(struct paper *paper, const char *heading, bool alone)
{
	buf_puts(paper->out,
		 alone ? "<section class=\"sheet\">\n" : "<section>\n");
	html_heading(paper->out, 2, NULL, heading);
}

static void
add_group(struct paper *paper, const char *heading)
{
	buf_puts(paper->out, "<section>\n");
	html_heading(paper->out, 3, NULL, heading);
}

static void
start_list(struct paper *paper)
{
	buf_puts(paper->out, "<ul class=\"tasks\">\n");
}

/* a square to be ticked with a pen; its state is told in words */
static void
add_box(struct paper *paper, bool done)
{
	buf_printf(paper->out,
		   "<span class=\"box\" aria-hidden=\"true\">%s</span> ",
		   done ? "✓" : "");
	add_element(paper, "<span class=\"hidden\">",
		    language_text(paper->language, done ? C_("task", "done")
							: C_("task", "open")),
		    "</span> ");
}

static void
add_task(struct paper *paper, bool done, const char *text)
{
	buf_puts(paper->out, done ? "<li class=\"done\">" : "<li>");
	buf_puts(paper->out, "<p>");
	add_box(paper, done);
	add_element(paper, "", text, "</p>\n");
}

static void
add_detail(struct paper *paper, const char *text)
{
	add_element(paper, "<p class=\"detail\">", text, "</p>\n");
}

static void
add_lines(struct paper *paper, int lines)
{
	for (int i = 0; i < lines; i++)
		buf_puts(paper->out, "<div class=\"line\"></div>");
}

static void
add_room(struct paper *paper, const char *label, int lines)
{
	buf_puts(paper->out, "<div class=\"room\" aria-hidden=\"true\">");
	if (label)
		add_element(paper, "<div class=\"line\">", label, "</div>");
	add_lines(paper, label ? lines - 1 : lines);
	buf_puts(paper->out, "</div>\n");
}

static void
add_fields(struct paper *paper, const char *const *labels, size_t n)
{
	buf_puts(paper->out, "<ul class=\"fields\">\n");
	for (size_t i = 0; i < n; i++)
		add_element(paper, "<li>", labels[i], "</li>\n");
	buf_puts(paper->out, "</ul>\n");
}

static void
start_table(struct paper *paper)
{
	buf_puts(paper->out, "<table>\n<thead><tr>");
	for (size_t i = 0; i <= ROW_CELLS; i++)
		add_element(paper, "<th scope=\"col\">", paper->columns[i],
			    "</th>");
	buf_puts(paper->out, "</tr></thead>\n<tbody>\n");
}

static void
add_row(struct paper *paper, const struct paper_row *row)
{
	buf_puts(paper->out, row->done ? "<tr class=\"done\">" : "<tr>");
	buf_puts(paper->out, "<th scope=\"row\"><p>");
	add_box(paper, row->done);
	add_element(paper, "", row->task, "</p>\n");
	for (size_t i = 0; row->details[i]; i++)
		add_detail(paper, row->details[i]);
	buf_puts(paper->out, "</th>");
	for (size_t i = 0; i < ROW_CELLS; i++)
		if (*row->cells[i])
			add_element(paper, "<td>", row->cells[i], "</td>");
		else
			buf_puts(paper->out, "<td class=\"blank\"></td>");
	buf_puts(paper->out, "</tr>\n");
}

static void
leave(struct paper *paper, enum paper_part part)
{
	static const char *const ends[PART_COUNT] = {
		[PART_SECTION] = "</section>\n",
		[PART_GROUP] = "</section>\n",
		[PART_LIST] = "</ul>\n",
		[PART_TABLE] = "</tbody>\n</table>\n",
		[PART_TASK] = "</li>\n"};

	buf_puts(paper->out, ends[part]);
}

static void
end(struct paper *paper)
{
	buf_puts(paper->out, "</main>\n");
	html_end(paper->out);
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
					   .table = start_table,
					   .row = add_row,
					   .leave = leave,
					   .end = end};

const struct checklist_format checklist_html = {
	{"html", ".html", N_("for people: a page to print and to tick"),
	 own_markdown},
	&writer};
