/* import_edits.c - does the plan have all that was edited in its workbook? */
#include "cli/import_edits.h"

#include <stdlib.h>

#include "ces/file.h"
#include "ces/import.h"
#include "ces/workbook_read.h"

static bool
says_nothing_new(struct review *review, const struct workbook *workbook)
{
	const struct import_options options = {0};
	struct import import = {0};
	bool nothing;

	if (!review->view || review->loaded != LOADED_WHOLE)
		return false;
	import_read(&import, review, workbook, 1, &options);
	nothing = !import.n;
	import_release(&import);
	return nothing;
}

bool
edits_are_in(const char *path, const char *plan)
{
	const struct review_options options = {.as_status = -1};
	struct workbook workbook = {.name = path};
	struct review review;
	const char *error;
	bool too_long, in;
	size_t n;
	char *bytes;

	if (file_is_stream(plan) ||
	    !sheets_open(&workbook.sheets, path, &error))
		return false;
	bytes = file_read(plan, SOURCE_LIMIT, &n, &too_long);
	if (!bytes || too_long) {
		free(bytes);
		sheets_release(&workbook.sheets);
		return false;
	}
	review_make(&review, plan, bytes, n, &options);
	in = says_nothing_new(&review, &workbook);
	review_release(&review);
	sheets_release(&workbook.sheets);
	return in;
}
