/* checklist_page.c - a checklist as text for a terminal, or as Markdown */
#include "checklist_parts.h"

#include <string.h>

#include "ces/utf8.h"

enum { INDENT = 6 };

static void
add_text(struct page *page, const char *text, size_t indent)
{
	if (page->markdown)
		buf_markdown(page->out, text);
	else
		buf_wrap(page->out, text, page->width, indent, indent);
}

/* in Markdown the backslash keeps the line's end */
static void
add_detail(struct page *page, const char *text)
{
	buf_puts(page->out, page->markdown ? "\\\n  " : "\n");
	if (!page->markdown)
		buf_fill(page->out, ' ', INDENT);
	add_text(page, text, INDENT);
}

static void
end_facts(struct page *page)
{
	if (page->facts.n)
		add_detail(page, page->facts.p);
	buf_clear(&page->facts);
}

static void
end_task(struct page *page)
{
	end_facts(page);
	if (page->in_task)
		buf_putc(page->out, '\n');
	page->in_task = false;
}

/* below an empty line; mark is of Markdown, line underlines text */
static void
add_block(struct page *page, const char *text, const char *mark, char line)
{
	end_task(page);
	if (page->out->n > 0)
		buf_putc(page->out, '\n');
	buf_puts(page->out, page->markdown ? mark : "");
	add_text(page, text, 0);
	if (line && !page->markdown) {
		size_t width = utf8_width(text, strlen(text));

		buf_putc(page->out, '\n');
		buf_fill(page->out, line,
			 width < page->width ? width : page->width);
	}
	buf_putc(page->out, '\n');
}

void
page_title(struct page *page, const char *text)
{
	add_block(page, text, "# ", '=');
}

void
page_text(struct page *page, const char *text)
{
	add_block(page, text, "", '\0');
}

void
page_heading(struct page *page, const char *message)
{
	buf_clear(&page->heading);
	buf_clear(&page->group);
	buf_puts(&page->heading, language_text(page->language, message));
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
		add_block(page, page->heading.p, "## ", '-');
	if (page->group.n)
		add_block(page, page->group.p, "### ", '\0');
	buf_clear(&page->heading);
	buf_clear(&page->group);
	end_task(page);
	if (first)
		buf_putc(page->out, '\n');
	buf_printf(page->out, "%s[%c] ", page->markdown ? "- " : "  ",
		   done ? 'x' : ' ');
	add_text(page, text, INDENT);
	page->in_task = true;
	page->tasks++;
}

void
page_detail(struct page *page, const char *text)
{
	end_facts(page);
	if (*text)
		add_detail(page, text);
}

void
page_fact(struct page *page, const char *text)
{
	struct buf *facts = &page->facts, before = *facts;

	if (!before.n) {
		buf_puts(facts, text);
		return;
	}
	*facts = (struct buf){0};
	message_fill(
		facts, page->language, C_("clauses", "{first}, {second}"),
		ARGS(TEXT_ARG("first", before.p), TEXT_ARG("second", text)));
	buf_free(&before);
}

void
page_say(struct page *page, const char *message, const struct arg *args,
	 size_t n)
{
	struct buf text = {0};

	message_fill(&text, page->language, message, args, n);
	page_fact(page, buf_text(&text));
	buf_free(&text);
}

void
page_end(struct page *page)
{
	end_task(page);
	buf_free(&page->heading);
	buf_free(&page->group);
	buf_free(&page->facts);
}
