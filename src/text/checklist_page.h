/* checklist_page.h - a checklist as text for a terminal, or as Markdown */
#ifndef CES_RENDER_CHECKLIST_PAGE_H
#define CES_RENDER_CHECKLIST_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "ces/buf.h"

/*
 * Headings and groups appear with the first task below them, or not at all.
 * {.out, .markdown, .width} is a fresh page.
 */
struct page {
	struct buf *out;
	bool markdown;
	size_t width;
	struct buf heading, group; /* waiting for a task */
	size_t tasks;
	bool in_task; /* its line is not ended yet */
};

void page_title(struct page *page, const char *text);
void page_text(struct page *page, const char *text);
void page_heading(struct page *page, const char *text);
void page_group(struct page *page, const char *text);
void page_task(struct page *page, bool done, const char *text);
void page_detail(struct page *page, const char *text); /* of the last task */
void page_end(struct page *page);

#endif
