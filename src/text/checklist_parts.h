/* checklist_parts.h - owners, the page and the parts of a checklist */
#ifndef CES_TEXT_CHECKLIST_PARTS_H
#define CES_TEXT_CHECKLIST_PARTS_H

#include "ces/render.h"
#include "table/tables.h"

/* --- owners of the plan's items ------------------------------------------- */

/* a reference to a person, or a plain name; id NULL: no owner */
struct owner {
	const char *id;
	const struct person *person;
};

#define OWNER_OF(named) owner_of(&(named).at, (named).id, (named).to)
struct owner
owner_of(const struct mark *at, const char *id, const struct person *person);

/* the owner of the section, else of the plan */
struct owner owner_of_section(const struct plan *plan, const char *key);

/* of the innermost item around it that has one, else of the section */
struct owner
owner_of_finding(const struct plan *plan, const struct finding *finding);

/* by id or name, whatever the case; wanted NULL: anybody */
bool owner_is(struct owner owner, const char *wanted);

const char *owner_name(struct owner owner); /* "" for nobody */

/* --- a page for a terminal, or in Markdown -------------------------------- */

/*
 * Headings and groups appear with the first task below them, or not at all.
 * {.out, .language, .markdown, .width} is a fresh page.
 */
struct page {
	struct buf *out;
	const struct language *language;
	bool markdown;
	size_t width;
	struct buf heading, group; /* waiting for a task */
	struct buf facts;	   /* of the last task, in one line */
	size_t tasks;
	bool in_task; /* its line is not ended yet */
};

void page_title(struct page *page, const char *text);
void page_text(struct page *page, const char *text);
void page_heading(struct page *page, const char *message);
void page_group(struct page *page, const char *text);
void page_task(struct page *page, bool done, const char *text);
/* of the last task: a line, and a piece of a line with commas between */
void page_detail(struct page *page, const char *text);
void page_fact(struct page *page, const char *text);
/* the same of a message: N_("due {day}") */
void page_say(struct page *page, const char *message, const struct arg *args,
	      size_t n);
void page_end(struct page *page);

/* --- parts ---------------------------------------------------------------- */

struct checklist {
	struct page page;
	const struct review *review;
	const struct checklist_options *options;
};

/* Are the section (NULL: none) and the person wanted? */
bool checklist_wants(const struct checklist *list, const char *section,
		     struct owner owner);

/* checklist_actions.c */
void checklist_preparation(struct checklist *list);
void checklist_actions(struct checklist *list);
void checklist_decisions(struct checklist *list);

/* checklist_questions.c */
void checklist_guiding(struct checklist *list);
void checklist_discussion(struct checklist *list);

#endif
