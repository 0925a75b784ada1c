/* explain_page.c - a page of ces explain, as text or as Markdown */
#include <string.h>

#include "ces/utf8.h"
#include "cli/explain.h"
#include "cli/options.h"

enum { WIDTH = 79, INDENT = 28 };

void
explanation_title(const struct explanation *page, const char *prefix,
		  const char *name)
{
	buf_printf(page->buf, page->markdown ? "### `%s%s`\n\n" : "%s%s\n",
		   prefix, name);
}

/*
 * Our own texts hold `code` and no other markup, so they stand as they are,
 * folded. A line must not begin with what Markdown takes for a list.
 */
void
explanation_paragraph(const struct explanation *page, const char *label,
		      const char *text)
{
	struct buf whole = {0};

	if (!text || !*text)
		return;
	if (page->markdown) {
		if (label)
			buf_printf(&whole, "**%s.** ", label);
		buf_puts(&whole, text);
		buf_wrap(page->buf, buf_text(&whole), MARKDOWN_WIDTH, 0, 0);
		buf_puts(page->buf, "\n\n");
		buf_free(&whole);
		return;
	}
	if (label)
		buf_printf(page->buf, "\n%s\n", label);
	buf_puts(page->buf, "  ");
	buf_wrap(page->buf, text, WIDTH, 2, 2);
	buf_putc(page->buf, '\n');
}

void
explanation_yaml(const struct explanation *page, const char *label,
		 const char *yaml)
{
	if (!yaml)
		return;
	if (page->markdown) {
		catalogue_title(page->buf, label);
		buf_printf(page->buf, "\n```yaml\n%s```\n\n", yaml);
		return;
	}
	buf_printf(page->buf, "\n%s\n", label);
	while (*yaml) {
		size_t n = strcspn(yaml, "\n");

		buf_printf(page->buf, "    %.*s\n", (int)n, yaml);
		yaml += n + (yaml[n] == '\n');
	}
}

void
explanation_heading(const struct explanation *page, const char *text)
{
	if (page->markdown)
		buf_puts(page->buf, "**");
	buf_wrap(page->buf, text, page->markdown ? MARKDOWN_WIDTH : WIDTH, 0,
		 0);
	buf_puts(page->buf, page->markdown ? "**\n\n" : "\n");
}

void
explanation_entry(const struct explanation *page, const char *term,
		  const char *meaning)
{
	struct buf line = {0};

	if (page->markdown) {
		buf_printf(&line, "- **%s**: %s", term, meaning);
		buf_wrap(page->buf, line.p, MARKDOWN_WIDTH, 0, 2);
		buf_putc(page->buf, '\n');
	} else {
		help_entry(page->buf, term, meaning, INDENT);
	}
	buf_free(&line);
}

void
explanation_end(const struct explanation *page)
{
	buf_putc(page->buf, '\n');
}
