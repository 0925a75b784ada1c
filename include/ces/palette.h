/* palette.h - the colors of workbook and page */
#ifndef CES_PALETTE_H
#define CES_PALETTE_H

/* the rows of palette.def, by their light values */
enum color {
#define COLOR(NAME, name, light, dark, pattern) NAME = light,
#include "ces/palette.def"
	NO_COLOR = 0 /* ink for text, none for the rest */
};

enum pattern { PATTERN_PLAIN, PATTERN_HATCH, PATTERN_DOTS };

struct paint {
	const char *name; /* "open-spare" */
	unsigned light, dark;
	enum pattern pattern;
};

/* a paint without a name ends it */
extern const struct paint palette[];

#endif
