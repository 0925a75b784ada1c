/* checklist_parts.h - owners, the paper and the parts of a checklist */
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

/* --- the paper, whatever it is written as --------------------------------- */

/* parts that can be open on a paper, each within those before it */
enum paper_part {
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
struct paper_row {
	bool done;
	const char *task, *details[ROW_DETAILS + 1], *cells[ROW_CELLS];
};

/*
 * {.out, .review, .writer, .width} is a fresh paper. Headings and groups appear
 * with the first task or paragraph below them, or not at all.
 */
struct paper {
	struct buf *out;
	const struct review *review;
	const struct language *language;
	const struct paper_writer *writer;
	size_t width;
	struct buf heading, group; /* waiting for a task */
	struct buf facts;	   /* of the last task, in one line */
	const char *columns[1 + ROW_CELLS]; /* heads of the table */
	bool alone; /* the heading that waits begins a sheet of paper */
	size_t tasks;
	unsigned open; /* 1u << enum paper_part */
};

/*
 * How a paper is written. start and end frame it, leave ends an open part, and
 * the others begin one or add to it. Texts are in the paper's language.
 */
struct paper_writer {
	void (*start)(struct paper *paper, const char *title);
	void (*paragraph)(struct paper *paper, const char *text);
	void (*section)(struct paper *paper, const char *heading, bool alone);
	void (*group)(struct paper *paper, const char *heading);
	void (*fields)(struct paper *paper, const char *const *labels, size_t n);
	void (*list)(struct paper *paper);
	void (*task)(struct paper *paper, bool done, const char *text);
	void (*detail)(struct paper *paper, const char *text);
	/* label NULL: only where paper is printed */
	void (*room)(struct paper *paper, const char *label, int lines);
	void (*table)(struct paper *paper);
	void (*row)(struct paper *paper, const struct paper_row *row);
	void (*leave)(struct paper *paper, enum paper_part part);
	void (*end)(struct paper *paper);
};

void paper_title(struct paper *paper, const char *text);
/* above all sections, or in their stead */
void paper_text(struct paper *paper, const char *text);
void paper_heading(struct paper *paper, const char *message);
/* the same on a sheet of paper of its own */
void paper_sheet(struct paper *paper, const char *message);
void paper_group(struct paper *paper, const char *text);
/* below the heading */
void paper_intro(struct paper *paper, const char *text);
/* "Date ____", message ids */
void paper_fields(struct paper *paper, const char *const labels[FIELDS]);
void paper_task(struct paper *paper, bool done, const char *text);
/* of the last task: a line, and a piece of a line with commas between */
void paper_detail(struct paper *paper, const char *text);
void paper_fact(struct paper *paper, const char *text);
/* the same of a message: N_("due {day}") */
void paper_say(struct paper *paper, const char *message, const struct arg *args,
	      size_t n);
/* room to write below the last task; label: a message id, or NULL where the
 * task itself tells what is to be written, so that only paper needs lines */
void paper_room(struct paper *paper, const char *label, int lines);
/* message ids of the columns of the rows that follow */
void paper_table(struct paper *paper, const char *const heads[1 + ROW_CELLS]);
void paper_row(struct paper *paper, const struct paper_row *row);
void paper_end(struct paper *paper);

/* appends to a line of facts, with a comma between */
void clause_add(struct buf *facts, const struct language *language,
		const char *text);

/* --- parts ---------------------------------------------------------------- */

struct checklist {
	struct paper paper;
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
void checklist_observations(struct checklist *list);
void checklist_sheet(struct checklist *list);

#endif
