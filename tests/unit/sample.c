/* sample.c - for tests of what is made from a plan: reviews of samples */
#include "sample.h"

#include <assert.h>
#include <string.h>

#include "ces/arena.h"
#include "ces/file.h"

const char almost_empty[] = "ces: 1\n"
			    "plan:\n"
			    "  title: Empty\n"
			    "  status: draft\n";

void
sample_file(struct review *review, const char *path)
{
	size_t n;
	bool too_long;
	char *bytes = file_read(path, SOURCE_LIMIT, &n, &too_long);

	assert(bytes);
	review_make(review, path, bytes, n,
		    &(struct review_options){.as_status = -1});
}

void
sample_text(struct review *review, const char *yaml)
{
	const struct review_options options = {
		.as_of = {2026, 6, 30}, .as_status = -1};

	review_make(review, "sample.yaml", mem_string(yaml), strlen(yaml),
		    &options);
}
