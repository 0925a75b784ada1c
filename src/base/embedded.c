/* embedded.c - finds a file of templates/ by its name */
#include <stdlib.h>
#include <string.h>

#include "ces/embedded.h"

static int
compare(const void *name, const void *file)
{
	return strcmp(name, ((const struct embedded *)file)->name);
}

const struct embedded *
embedded_find(const char *name)
{
	return bsearch(name, embedded_files, embedded_count,
		       sizeof(*embedded_files), compare);
}
