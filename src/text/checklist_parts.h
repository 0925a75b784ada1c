/* checklist_parts.h - the parts of a checklist */
#ifndef CES_RENDER_CHECKLIST_PARTS_H
#define CES_RENDER_CHECKLIST_PARTS_H

#include "ces/render.h"
#include "checklist_owner.h"
#include "checklist_page.h"
#include "table/tables.h"

struct checklist {
	struct page page;
	const struct review *review;
	const struct checklist_options *options;
};

/* Are the section (NULL: none) and the person wanted? */
bool checklist_wants(const struct checklist *list, const char *section,
		     struct owner owner);

/* adds to a detail, as name_add() does */
void detail_word(struct buf *detail, int choices_id, int word);
void detail_date(struct buf *detail, const char *label, struct date date);

/* checklist_actions.c */
void checklist_preparation(struct checklist *list);
void checklist_actions(struct checklist *list);
void checklist_decisions(struct checklist *list);

/* checklist_questions.c */
void checklist_guiding(struct checklist *list);
void checklist_discussion(struct checklist *list);

/* checklist_missing.c: advised keys of the section's items */
void checklist_missing(struct checklist *list, const char *section);

#endif
