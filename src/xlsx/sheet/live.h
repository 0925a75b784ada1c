/* live.h - cells of the sheets that follow what is edited beside them */
#ifndef CES_WORKBOOK_LIVE_H
#define CES_WORKBOOK_LIVE_H

#include "work.h"

/* what the cells of a column say of their rows; column NULL: they stand by
 * themselves */
struct live {
	const struct live_column *column;
	const char *pattern; /* of their formulas, where all have the same */
};

struct live live_find(struct work *work, const struct tab *tab, size_t column);

/*
 * Writes the cell as a formula over its row where that results in what the
 * tables say; else does nothing: false.
 */
bool live_write(const struct live *live, struct work *work,
		const struct tab *tab, size_t row, size_t column,
		struct lxw_format *format);

#endif
