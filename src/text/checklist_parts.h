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

/* the person of the plan with that id or name; NULL: none */
const struct person *person_find(const struct plan *plan, const char *owner);

/* --- the page, whatever it is written as ---------------------------------- */

/* what is open on a page, each within those before it */
enum page_part {
	PART_PAGE,
	PART_SECTION,
	PART_GROUP,
	PART_LIST,
	PART_TABLE,
	PART_TASK,
	PART_COUNT
};

enum { ROW_CELLS = 2, ROW_DETAILS = 3, FIELDS = 4 };

/* a task in a table: what stands below it, and in the columns beside it; ""
 * leaves room to write, NULL ends the details */
struct page_row {
	bool done;
	const char *task, *details[ROW_DETAILS + 1], *cells[ROW_CELLS];
};

/*
 * {.out, .review, .writer, .width} is a fresh page. Headings and groups appear
 * with the first task or paragraph below them, or not at all.
 */
struct page {
	struct buf *out;
	const struct review *review;
	const struct language *language;
	const struct page_writer *writer;
	size_t width;
	struct buf heading, group; /* waiting for a task */
	struct buf facts;	   /* of the last task, in one line */
	const char *columns[1 + ROW_CELLS]; /* heads of the table */
	size_t tasks;
	unsigned open; /* 1u << enum page_part */
};

/*
 * How a page is written. start and end frame it, leave ends an open part, and
 * the others begin one or add to it. Texts are in the page's language.
 */
struct page_writer {
	void (*start)(struct page *page, const char *title);
	void (*paragraph)(struct page *page, const char *text);
	void (*section)(struct page *page, const char *heading);
	void (*group)(struct page *page, const char *heading);
	void (*fields)(struct page *page, const char *const *labels, size_t n);
	void (*list)(struct page *page);
	void (*task)(struct page *page, bool done, const char *text);
	void (*detail)(struct page *page, const char *text);
	/* label NULL: only where paper is printed */
	void (*room)(struct page *page, const char *label, int lines);
	void (*table)(struct page *page);
	void (*row)(struct page *page, const struct page_row *row);
	void (*leave)(struct page *page, enum page_part part);
	void (*end)(struct page *page);
};

void page_title(struct page *page, const char *text);
/* above all sections, or in their stead */
void page_text(struct page *page, const char *text);
void page_heading(struct page *page, const char *message);
void page_group(struct page *page, const char *text);
/* below the heading */
void page_intro(struct page *page, const char *text);
/* "Date ____", message ids */
void page_fields(struct page *page, const char *const labels[FIELDS]);
void page_task(struct page *page, bool done, const char *text);
/* of the last task: a line, and a piece of a line with commas between */
void page_detail(struct page *page, const char *text);
void page_fact(struct page *page, const char *text);
/* the same of a message: N_("due {day}") */
void page_say(struct page *page, const char *message, const struct arg *args,
	      size_t n);
/* room to write below the last task; label: a message id, or NULL where the
 * task itself tells what is to be written, so that only paper needs lines */
void page_room(struct page *page, const char *label, int lines);
/* message ids of the columns of the rows that follow */
void page_table(struct page *page, const char *const heads[1 + ROW_CELLS]);
void page_row(struct page *page, const struct page_row *row);
void page_end(struct page *page);

/* appends to a line of facts, with a comma between */
void clause_add(struct buf *facts, const struct language *language,
		const char *text);

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

/* checklist_technology.c */
void checklist_automation(struct checklist *list);
void checklist_observation(struct checklist *list);

#endif
