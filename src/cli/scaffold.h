/* scaffold.h - the plan that ces init writes */
#ifndef CES_CLI_SCAFFOLD_H
#define CES_CLI_SCAFFOLD_H

#include <stdbool.h>

#include "ces/buf.h"
#include "ces/date.h"

/* answers about the plan; NULL leaves a placeholder */
struct scaffold {
	const char *title, *organization, *sector, *language, *currency,
		*timezone;
	struct date today;
	bool full; /* the worked example, as it is */
};

/* appends the plan, its first line the editors' note about the schema */
void scaffold_write(struct buf *buf, const struct scaffold *scaffold,
		    const char *schema_name);

#endif
