/* init.h - what ces init is told about the plan */
#ifndef CES_CLI_INIT_H
#define CES_CLI_INIT_H

#include "ces/arena.h"
#include "ces/date.h"
#include "ces/language.h"

/* answers about the plan; NULL leaves a placeholder */
struct scaffold {
	const char *file; /* its name, without folders */
	const char *title, *organization, *sector, *language, *currency,
		*timezone;
	const struct language *texts; /* of its own texts and comments */
	struct date today;
	bool full; /* the worked example */
};

/* the schema's name beside the plan */
extern const char schema_name[];

void scaffold_write(struct buf *buf, const struct scaffold *scaffold);

/* Asks for what is not given yet where there is a terminal; the machine's own
 * time zone is taken without one. */
void ask_answers(struct arena *arena, struct scaffold *scaffold);

#endif
