/* page.c - the plan as one page of HTML: a review, then every table */
#include "text/html/page.h"

#include "ces/language.h"
#include "ces/render.h"
#include "text/html/html.h"
#include "text/shown.h"

static void
add_fact(struct buf *out, const char *label, const char *text)
{
	if (!text || !*text)
		return;
	buf_puts(out, "<div><dt>");
	html_text(out, label);
	buf_puts(out, "</dt> <dd>");
	html_text(out, text);
	buf_puts(out, "</dd></div>\n");
}

static void
add_facts(struct buf *out, const struct review *review, struct arena *arena,
	  size_t n)
{
	struct fact facts[FACTS];

	facts_list(facts, review, arena);
	for (size_t i = 0; i < n; i++)
		add_fact(out, facts[i].label, facts[i].text);
}

void
html_facts(struct buf *out, const struct review *review, struct arena *arena,
	   size_t n)
{
	buf_puts(out, "<dl class=\"facts\">");
	add_facts(out, review, arena, n);
	buf_puts(out, "</dl>\n");
}

/* the user's own keys of what no table has a row for */
static void
add_own_facts(struct html_page *page, const struct object *object)
{
	for (const struct own_key *own = object->own; own; own = own->next)
		if (!own->in)
			add_fact(page->out,
				 own_label(&page->arena, page->language,
					   own->key),
				 own->text);
}

/* a draft says so, and how much of it is there */
static void
add_banner(struct html_page *page)
{
	const struct review *review = page->review;

	if (review->status != PLAN_DRAFT)
		return;
	buf_puts(page->out, "<p class=\"banner\" role=\"note\">");
	html_text(
		page->out,
		message_text(
			&page->arena, page->language,
			N_("This is a draft: {percent} of it is written down."),
			ARGS(PERCENT_ARG("percent", review->readiness.plan))));
	buf_puts(page->out, "</p>\n");
}

static void
add_header(struct html_page *page)
{
	const struct plan *plan = page->review->plan;

	buf_puts(page->out, "<a class=\"skip\" href=\"#review\">");
	html_text(page->out,
		  language_text(page->language, N_("Skip to the review")));
	buf_puts(page->out, "</a>\n<header>\n");
	html_heading(page->out, 1, NULL, plan_title(page->review));
	buf_puts(page->out, "<dl class=\"facts\">");
	add_facts(page->out, page->review, &page->arena, FACTS_HEADER);
	add_own_facts(page, &plan->object);
	add_own_facts(page, &plan->plan.object);
	buf_puts(page->out, "</dl>\n");
	add_banner(page);
	buf_puts(page->out, "</header>\n");
}

static void
add_entry(struct html_page *page, const char *anchor, const char *name)
{
	buf_printf(page->out, "<li><a href=\"#%s\">", anchor);
	html_text(page->out, name);
	buf_puts(page->out, "</a></li>\n");
}

static void
add_navigation(struct html_page *page)
{
	buf_puts(page->out, "<nav aria-label=\"");
	html_text(page->out, language_text(page->language, N_("Contents")));
	buf_puts(page->out, "\">\n<ul>\n");
	add_entry(page, "review", language_text(page->language, N_("Review")));
	if (html_has_questions(page))
		add_entry(page, "open",
			  language_text(page->language, N_("Open questions")));
	for (size_t i = 0; i < page->tables.n; i++)
		if (page->tables.items[i].rows)
			add_entry(page, page->tables.items[i].key,
				  page->tables.items[i].sheet);
	add_entry(page, "guide",
		  language_text(page->language, N_("How to read this page")));
	buf_puts(page->out, "</ul>\n</nav>\n");
}

static void
add_footer(struct html_page *page)
{
	buf_puts(page->out, "<footer>\n<p>");
	html_text(
		page->out,
		message_text(&page->arena, page->language,
			     N_("Written by ces {version} from {file}, as of "
				"{day}."),
			     ARGS(TEXT_ARG("version", CES_VERSION),
				  TEXT_ARG("file", page->review->source.name),
				  DATE_ARG("day", page->review->view->as_of))));
	buf_puts(page->out, "</p>\n</footer>\n");
}

static void
render(struct buf *out, const struct review *review)
{
	static const char *const sheets[] = {"page/page.css", "page/chart.css",
					     NULL};
	struct html_page page = {
		.out = out, .review = review, .language = review->language};

	page.scope = (struct expr_scope){.arena = &page.arena,
					 .tables = &page.tables,
					 .review = review,
					 .row = NO_ROW};
	tables_make(&page.tables, review);
	tables_evaluate(&page.scope);
	html_start(out, review, plan_title(review), sheets);
	add_header(&page);
	add_navigation(&page);
	buf_puts(out, "<main>\n");
	html_review(&page);
	if (html_has_questions(&page))
		html_questions(&page);
	for (size_t i = 0; i < page.tables.n; i++)
		html_table(&page, &page.tables.items[i]);
	html_guide(&page);
	buf_puts(out, "</main>\n");
	add_footer(&page);
	html_end(out);
	tables_release(&page.tables);
	arena_release(&page.arena);
}

const struct renderer render_html = {
	.format = {"html", ".html",
		   N_("one web page: the review, then every table"),
		   own_markdown},
	.text = render,
	.index = &page_index,
};
