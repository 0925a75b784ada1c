/* shown.h - cells, expressions and facts as the text formats show them */
#ifndef CES_TEXT_SHOWN_H
#define CES_TEXT_SHOWN_H

#include "ces/excerpt.h"

/* appends the cell's text, or its day or figure as people write it */
void cell_show(struct buf *out, const struct language *language,
	       enum column_kind kind, const struct cell *cell);

/* an expression's text; and its value as the cells of tables hold it, empty
 * where expr is NULL */
const char *
text_shown(const struct expr_scope *scope, const struct expr *expr);
struct cell cell_valued(const struct expr_scope *scope, const struct expr *expr,
		       enum column_kind kind);

/* facts of the whole plan, in reading order; text NULL: not known */
struct fact {
	const char *label, *text; /* translated */
};
enum { FACTS_HEADER = 8, FACTS = 11 }; /* the others are in the review */
void facts_list(struct fact *facts, const struct review *review,
		struct arena *arena);

#endif
