/* workbook.c - the workbook, from the tables of a plan to the file */
#include "xlsx/workbook.h"

#include <ctype.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "ces/finding.h"
#include "xlsx/expr/work.h"
#include "ces/language.h"
#include "ces/message.h"
#include "xlsx/week/week.h"
#include "xlsx/review/review.h"
#include "xlsx/sheet/sheet.h"

/* The plan's own tag where its texts are in that language, or in English for
 * want of it. */
const char *
workbook_tag(struct arena *arena, const struct review *review)
{
	const struct text_value *own = &review->plan->plan.language;
	const char *tag = language_tag(review->language);
	size_t n = 0;

	if (is_set(&own->at) && !strcmp(language_code(language_find(own->text)),
					language_code(review->language)))
		tag = own->text;
	while (isalnum((unsigned char)tag[n]) || tag[n] == '-')
		n++;
	return arena_copy(arena, tag, n);
}

static const char *
source_of(const struct work *work)
{
	const struct plan *plan = work->review->plan;
	const char *name = work_file(work);

	if (!is_set(&plan->plan.version.at))
		return name;
	return message_text(work->arena, work->language,
			    N_("{file}, version {version}"),
			    ARGS(TEXT_ARG("file", name),
				 TEXT_ARG("version", plan->plan.version.text)));
}

static const char *
author_of(const struct plan *plan)
{
	const struct person *keeper = plan->governance.owner.to;

	if (keeper)
		return object_name(&keeper->object);
	return plan->governance.owner.id ? plan->governance.owner.id
					 : plan->plan.organization.text;
}

/* by which an import finds them */
static const char lists_page[] = "Lists", origin_page[] = "Source",
		  base_page[] = "Base";

static void
open_book(struct work *work, const char *path, const char *folder)
{
	const struct plan *plan = work->review->plan;
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	static const char *const kept[] = {lists_page, origin_page, base_page,
					   NULL};
	struct book_options options = {
		.path = path,
		.folder = folder,
		.language = work->language,
		.plan_language = plan->plan.language.text,
		.title = plan->plan.title.text,
		.author = author_of(plan),
		.company = plan->plan.organization.text,
		.country = plan->plan.country.text,
		.mark = mark_name,
		.mark_value = mark_blank,
		.kept = kept,
	};

	if (!epoch || !*epoch || !date_today(&options.created))
		options.created = work->review->view->as_of;
	work->tag = workbook_tag(work->arena, work->review);
	work->book = book_open(&options);
	work->wide = book_is_wide(work->book);
	work->letters = book_letters(work->book);
	work->source = source_of(work);
	work->as_of = work_as_of(work, N_("As of {date}"));
}

static const int tab_colors[TABLE_COUNT] = {
#define TABLE(key, color, ...) color,
#include "ces/tables.def"
};

/* the sheets to be printed for a board, those for others, and what is for the
 * screen; then the tables below others */
static const unsigned orders[] = {BOARD, 0, SCREEN, UNDER};

static struct tab *
add_tab(struct work *work, size_t i)
{
	const struct table *table = &work->tables->items[i];
	struct tab *tab = &work->tabs[i];
	bool hidden = !table->rows && !(table->options & SHOWN);

	*tab = (struct tab){.table = table};
	if (table->options & UNDER) {
		tab->above = tab - 1;
		tab->shared = tab->above->shared = table->rows > 0;
		tab->page = tab->above->page;
	} else {
		hidden &= i + 1 == work->tables->n ||
			  !(table[1].options & UNDER && table[1].rows);
		tab->page = book_page(work->book, table->sheet,
				      tab_colors[table->id]);
		if (hidden)
			page_hide(tab->page);
	}
	tab_place(tab);
	if (i == TABLE_coverage) {
		work->week = book_page(
			work->book,
			language_text(work->language, C_("sheet", "Week")),
			BAR);
		if (hidden)
			page_hide(work->week);
	}
	return tab;
}

/* All of them first: links lead from every page to every other. */
static void
add_pages(struct work *work)
{
	size_t n = work->tables->n, placed = 0;

	work->review_page = book_page(
		work->book,
		language_text(work->language, C_("sheet", "Review")), ACCENT);
	work->tabs = arena_alloc(work->arena, n * sizeof(*work->tabs));
	work->order = arena_alloc(work->arena, n * sizeof(*work->order));
	work->guide = book_page(
		work->book, language_text(work->language, C_("sheet", "Guide")),
		GRAY);
	for (size_t k = 0; k < sizeof(orders) / sizeof(*orders); k++)
		for (size_t i = 0; i < n; i++)
			if ((work->tables->items[i].options &
			     (BOARD | SCREEN | UNDER)) == orders[k])
				work->order[placed++] = add_tab(work, i);
	work->lists = book_kept_page(work->book, lists_page);
	page_hide(work->lists);
	work->data = book_page(
		work->book,
		language_text(work->language, C_("sheet", "Charts")), NO_COLOR);
	page_hide(work->data);
	work->figures =
		book_page(work->book,
			  language_text(work->language, C_("sheet", "Figures")),
			  NO_COLOR);
	work->origin = book_kept_page(work->book, origin_page);
	work->base = book_kept_page(work->book, base_page);
}

int
workbook_write(const char *path, const char *folder,
	       const struct review *review)
{
	struct arena arena = {0};
	struct tables tables;
	struct finds finds = {0};
	struct work work = {.arena = &arena,
			    .review = review,
			    .language = review->language,
			    .tables = &tables,
			    .finds = &finds};
	struct expr_scope scope;

	/* the library sorts names by the locale: a Turkish I goes elsewhere */
	setlocale(LC_CTYPE, "C");
	tables_make(&tables, review);
	scope = work_scope(&work, NULL);
	tables_evaluate(&scope);
	open_book(&work, path, folder);
	add_pages(&work);
	review_write(&work);
	figures_write(&work);
	week_page_write(&work);
	for (size_t i = 0; i < tables.n; i++)
		if (!work.tabs[i].above)
			tab_write(&work, &work.tabs[i]);
	guide_write(&work);
	lists_write(&work);
	origin_write(&work);
	base_write(&work);
	tables_release(&tables);
	arena_release(&arena);
	return book_close(work.book);
}
