/* page_index.c - the page that leads to those of several plans */
#include "text/html/page.h"

#include "ces/language.h"
#include "ces/utf8.h"
#include "ces/render.h"
#include "text/html/html.h"
#include "text/shown.h"

static void
start(struct buf *out, const struct review *review)
{
	static const char *const sheets[] = {"page/page.css", NULL};
	const char *title = language_text(review->language,
					  N_("Customer Experience Strategies"));

	html_start(out, review, title, sheets);
	buf_puts(out, "<header>\n");
	html_heading(out, 1, NULL, title);
	buf_puts(out, "</header>\n<main>\n");
}

/* a name of a file as an address beside the page */
static void
add_address(struct buf *out, const char *file)
{
	buf_puts(out, "./");
	for (; *file; file++)
		if (is_letter(*file) || is_digit(*file) || *file == '-' ||
		    *file == '_' || *file == '.')
			buf_putc(out, *file);
		else
			buf_printf(out, "%%%02X", (unsigned char)*file);
}

static void
add_unread(struct buf *out, const struct review *review)
{
	buf_puts(out, "<h2>");
	html_text(out, review->source.name);
	buf_puts(out, "</h2>\n");
	html_paragraph(out, "empty",
		       language_text(review->language,
				     N_("This file can't be read as a plan; "
					"'ces check' shows why.")));
}

static void
add(struct buf *out, const struct review *review, const char *file)
{
	struct arena arena = {0};

	if (!file) {
		add_unread(out, review);
		return;
	}
	buf_puts(out, "<section>\n<h2><a href=\"");
	add_address(out, file);
	buf_puts(out, "\">");
	html_text(out, plan_title(review));
	buf_puts(out, "</a></h2>\n");
	html_facts(out, review, &arena, FACTS);
	buf_puts(out, "</section>\n");
	arena_release(&arena);
}

static void
end(struct buf *out)
{
	buf_puts(out, "</main>\n");
	html_end(out);
}

const struct index_writer page_index = {"index.html", start, add, end};
