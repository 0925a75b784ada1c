/* checklist_page.c - what every form of a checklist shares: headings that wait
 * for something to stand below them, and facts gathered into a line */
#include "checklist_parts.h"

static bool
is_open(const struct page *page, enum page_part part)
{
	return page->open & 1u << part;
}

static void
enter(struct page *page, enum page_part part)
{
	page->open |= 1u << part;
}

static void
end_facts(struct page *page)
{
	if (page->facts.n)
		page->writer->detail(page, page->facts.p);
	buf_clear(&page->facts);
}

/* Leaves all that is within the part. */
static void
leave_to(struct page *page, enum page_part part)
{
	end_facts(page);
	for (int inner = PART_COUNT - 1; inner > (int)part; inner--)
		if (is_open(page, inner)) {
			page->writer->leave(page, inner);
			page->open &= ~(1u << inner);
		}
}

/* Writes the headings that wait. */
static void
settle(struct page *page)
{
	if (page->heading.n) {
		leave_to(page, PART_PAGE);
		page->writer->section(page, page->heading.p);
		enter(page, PART_SECTION);
	}
	if (page->group.n) {
		leave_to(page, PART_SECTION);
		page->writer->group(page, page->group.p);
		enter(page, PART_GROUP);
	}
	buf_clear(&page->heading);
	buf_clear(&page->group);
}

void
page_title(struct page *page, const char *text)
{
	page->writer->start(page, text);
}

void
page_text(struct page *page, const char *text)
{
	page->writer->paragraph(page, text);
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
page_intro(struct page *page, const char *text)
{
	settle(page);
	leave_to(page, PART_GROUP);
	page->writer->paragraph(page, text);
}

void
page_fields(struct page *page, const char *const labels[FIELDS])
{
	const char *texts[FIELDS];

	for (size_t i = 0; i < FIELDS; i++)
		texts[i] = language_text(page->language, labels[i]);
	settle(page);
	leave_to(page, PART_GROUP);
	page->writer->fields(page, texts, FIELDS);
}

void
page_task(struct page *page, bool done, const char *text)
{
	settle(page);
	leave_to(page, PART_LIST);
	if (!is_open(page, PART_LIST)) {
		page->writer->list(page);
		enter(page, PART_LIST);
	}
	page->writer->task(page, done, text);
	enter(page, PART_TASK);
	page->tasks++;
}

void
page_detail(struct page *page, const char *text)
{
	end_facts(page);
	if (*text)
		page->writer->detail(page, text);
}

void
clause_add(struct buf *facts, const struct language *language, const char *text)
{
	struct buf before = *facts;

	if (!before.n) {
		buf_puts(facts, text);
		return;
	}
	*facts = (struct buf){0};
	message_fill(
		facts, language, C_("clauses", "{first}, {second}"),
		ARGS(TEXT_ARG("first", before.p), TEXT_ARG("second", text)));
	buf_free(&before);
}

void
page_fact(struct page *page, const char *text)
{
	clause_add(&page->facts, page->language, text);
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
page_room(struct page *page, const char *label, int lines)
{
	end_facts(page);
	page->writer->room(page,
			   label ? language_text(page->language, label) : NULL,
			   lines);
}

void
page_table(struct page *page, const char *const heads[1 + ROW_CELLS])
{
	leave_to(page, PART_GROUP);
	for (size_t i = 0; i <= ROW_CELLS; i++)
		page->columns[i] = language_text(page->language, heads[i]);
}

void
page_row(struct page *page, const struct page_row *row)
{
	settle(page);
	if (!is_open(page, PART_TABLE)) {
		page->writer->table(page);
		enter(page, PART_TABLE);
	}
	page->writer->row(page, row);
	page->tasks++;
}

void
page_end(struct page *page)
{
	leave_to(page, PART_PAGE);
	page->writer->end(page);
	buf_free(&page->heading);
	buf_free(&page->group);
	buf_free(&page->facts);
}
