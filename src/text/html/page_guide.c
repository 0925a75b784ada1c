/* page_guide.c - how to read the page: symbols, states, what is empty */
#include "text/html/page.h"

#include "ces/language.h"
#include "text/html/html.h"

static const char *const reading[][2] = {
	{N_("Empty cells"), N_("The plan does not tell.")},
	{C_("guide", "Dates"),
	 N_("Overdue and stale are counted from the as-of date above.")},
	{C_("guide", "Money"),
	 N_("In the plan's currency, a year unless the header says "
	    "otherwise.")},
	{C_("guide", "Bars"),
	 N_("A bar shows the figure beside it. The line on it is how far the "
	    "measure is to be by now.")},
	{C_("guide", "Links"),
	 N_("A name leads to its row. The title of a block of the review "
	    "leads to its table.")},
};

static void
start_list(struct html_page *page, const char *title)
{
	html_heading(page->out, 3, NULL, title);
	buf_puts(page->out, "<dl>\n");
}

static void
add_meaning(struct html_page *page, const char *meaning)
{
	buf_puts(page->out, "</dt><dd>");
	html_text(page->out, language_text(page->language, meaning));
	buf_puts(page->out, "</dd>\n");
}

static void
add_state(struct html_page *page, enum state_id state, const char *meaning)
{
	buf_puts(page->out, "<dt>");
	html_state(page->out, state, state_text(page->language, state));
	add_meaning(page, meaning);
}

void
html_guide(struct html_page *page)
{
	const struct language *language = page->language;

	buf_puts(page->out, "<section aria-labelledby=\"guide\">\n");
	html_heading(page->out, 2, "guide",
		     language_text(language, N_("How to read this page")));
	start_list(page, language_text(language, N_("Reading the page")));
	for (size_t i = 0; i < COUNT_OF(reading); i++) {
		buf_puts(page->out, "<dt>");
		html_text(page->out, language_text(language, reading[i][0]));
		add_meaning(page, reading[i][1]);
	}
	buf_puts(page->out, "</dl>\n");
	start_list(page, language_text(language, N_("Symbols")));
	for (enum symbol_id i = SYMBOL_NONE + 1; i < SYMBOL_COUNT; i++)
		add_state(page, symbols[i].example, symbols[i].meaning);
	buf_puts(page->out, "</dl>\n");
	start_list(page,
		   language_text(language, N_("States of a measure: the first "
					      "that holds")));
	for (int i = 0; i < MEASURE_STATES; i++)
		add_state(page, measure_words[i].state,
			  measure_words[i].meaning);
	buf_puts(page->out, "</dl>\n</section>\n");
}
