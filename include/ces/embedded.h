/* embedded.h - the files of templates/ and the catalogs inside the binary */
#ifndef CES_EMBEDDED_H
#define CES_EMBEDDED_H

#include <stddef.h>

struct embedded {
	const char *name;  /* below templates/: "full/retail.yaml" */
	const char *bytes; /* with a NUL behind them */
	size_t n;
};

/* ended by one without a name; the build writes them to build/gen/embedded.c */
extern const struct embedded embedded_files[];
/* "ko.mo"; ended in the same way */
extern const struct embedded catalogs[];

/* NULL when there is no such file */
const struct embedded *embedded_find(const char *name);

#endif
