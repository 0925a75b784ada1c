/* page_questions.c - the plan's placeholders, as questions by section */
#include "text/html/page.h"

#include <string.h>

#include "ces/language.h"
#include "text/html/html.h"

static const struct finding *
next_question(const struct review *review, size_t *i)
{
	while (*i < review->findings.n) {
		const struct finding *finding = &review->findings.items[(*i)++];

		if (finding_is_placeholder(finding) && !finding->waived)
			return finding;
	}
	return NULL;
}

bool
html_has_questions(const struct html_page *page)
{
	size_t i = 0;

	return next_question(page->review, &i);
}

/* as it stands in the plan */
static const char *
text_of(const struct finding *finding)
{
	for (size_t i = 0; i < finding->arg_count; i++)
		if (!strcmp(finding->args[i].name, "text"))
			return finding->args[i].text;
	return "";
}

static void
start_section(struct html_page *page, const char *section)
{
	html_heading(page->out, 3, NULL,
		     section_label(page->language, section));
	buf_puts(page->out, "<ul class=\"open\">\n");
}

void
html_questions(struct html_page *page)
{
	struct buf *out = page->out;
	const struct finding *finding;
	const char *section = "", *key;
	size_t i = 0;

	buf_puts(out, "<section aria-labelledby=\"open\">\n");
	html_heading(out, 2, "open",
		     language_text(page->language, N_("Open questions")));
	while ((finding = next_question(page->review, &i))) {
		key = arena_copy(&page->arena, finding->path,
				 path_section(finding->path));
		if (strcmp(section, key) != 0) {
			buf_puts(out, *section ? "</ul>\n" : "");
			start_section(page, key);
		}
		section = key;
		buf_puts(out, "<li>");
		html_text(out, text_of(finding));
		buf_puts(out, " <code>");
		html_text(out, finding->path);
		buf_puts(out, "</code></li>\n");
	}
	buf_puts(out, "</ul>\n</section>\n");
}
