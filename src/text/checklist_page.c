/* checklist_page.c - a checklist as text for a terminal, or as Markdown */
#include "checklist_parts.h"

#include <string.h>

#include "ces/markdown.h"
#include "ces/utf8.h"

enum { WIDTH = 80, INDENT = 6 };

static size_t
width_of(const struct page *page)
{
	return page->width ? page->width : WIDTH;
}

static void
end_task(struct page *page)
{
	if (page->in_task)
		buf_putc(page->out, '\n');
	page->in_task = false;
}

/* one blank line below the text so far */
static void
part(struct page *page)
{
	end_task(page);
	if (page->out->n > 0)
		buf_putc(page->out, '\n');
}

static void
underline(struct page *page, const char *text, char c)
{
	size_t width = utf8_width(text, strlen(text)), most = width_of(page);

	buf_putc(page->out, '\n');
	buf_fill(page->out, c, width < most ? width : most);
}

static void
add_heading(struct page *page, const char *text, const char *mark, char line)
{
	part(page);
	if (page->markdown) {
		buf_puts(page->out, mark);
		buf_markdown(page->out, text);
	} else {
		buf_wrap(page->out, text, width_of(page), 0, 0);
		if (line)
			underline(page, text, line);
	}
	buf_putc(page->out, '\n');
}

void
page_title(struct page *page, const char *text)
{
	add_heading(page, text, "# ", '=');
}

void
page_text(struct page *page, const char *text)
{
	part(page);
	if (page->markdown)
		buf_markdown(page->out, text);
	else
		buf_wrap(page->out, text, width_of(page), 0, 0);
	buf_putc(page->out, '\n');
}

void
page_heading(struct page *page, const char *text)
{
	buf_clear(&page->heading);
	buf_clear(&page->group);
	buf_puts(&page->heading, text);
}

void
page_group(struct page *page, const char *text)
{
	buf_clear(&page->group);
	buf_puts(&page->group, text);
}

void
page_task(struct page *page, bool done, const char *text)
{
	bool first = page->heading.n || page->group.n;

	if (page->heading.n)
		add_heading(page, page->heading.p, "## ", '-');
	if (page->group.n)
		add_heading(page, page->group.p, "### ", '\0');
	buf_clear(&page->heading);
	buf_clear(&page->group);
	end_task(page);
	if (first)
		buf_putc(page->out, '\n');
	if (page->markdown) {
		buf_puts(page->out, done ? "- [x] " : "- [ ] ");
		buf_markdown(page->out, text);
	} else {
		buf_puts(page->out, done ? "  [x] " : "  [ ] ");
		buf_wrap(page->out, text, width_of(page), INDENT, INDENT);
	}
	page->in_task = true;
	page->tasks++;
}

/* in Markdown the backslash keeps the line's end */
void
page_detail(struct page *page, const char *text)
{
	if (!*text)
		return;
	if (page->markdown) {
		buf_puts(page->out, "\\\n  ");
		buf_markdown(page->out, text);
		return;
	}
	buf_putc(page->out, '\n');
	buf_fill(page->out, ' ', INDENT);
	buf_wrap(page->out, text, width_of(page), INDENT, INDENT);
}

void
page_end(struct page *page)
{
	end_task(page);
	buf_free(&page->heading);
	buf_free(&page->group);
}
