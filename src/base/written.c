/* written.c - the mark of a document, and the heads of JSON that ces writes */
#include "ces/written.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ces/file.h"
#include "ces/message.h"
#include "ces/sha256.h"

static const char opening[] = "\n<!-- ces ", closing[] = " -->\n";

enum {
	MARK_LENGTH =
		sizeof(opening) - 1 + SHA256_TEXT - 1 + sizeof(closing) - 1,
	HEAD_LENGTH = 4096
};

static void
make_mark(struct buf *mark, const char *text, size_t n)
{
	char hash[SHA256_TEXT];

	sha256_hex(hash, text, n);
	buf_printf(mark, "%s%s%s", opening, hash, closing);
}

void
mark_add(struct buf *markdown)
{
	struct buf mark = {0};

	make_mark(&mark, buf_text(markdown), markdown->n);
	buf_puts(markdown, mark.p);
	buf_free(&mark);
}

static bool
mark_holds(const char *text, size_t n)
{
	struct buf mark = {0};
	bool holds;

	if (n < MARK_LENGTH)
		return false;
	n -= MARK_LENGTH;
	make_mark(&mark, text, n);
	holds = !strcmp(mark.p, text + n);
	buf_free(&mark);
	return holds;
}

enum own
own_markdown(const char *path, const char **error)
{
	bool too_long;
	size_t n;
	char *text = file_read(path, SIZE_MAX / 4, &n, &too_long);
	enum own own = OWN_NOT;

	if (!text) {
		*error = error_text(errno);
		return OWN_UNKNOWN;
	}
	if (mark_holds(text, n))
		own = OWN_UNCHANGED;
	else if (memmem(text, n, opening, strlen(opening)))
		own = OWN_EDITED;
	free(text);
	return own;
}

/* Does the file begin with the first, and hold the second soon after? */
static enum own
test_head(const char *path, const char *first, const char *second,
	  const char **error)
{
	bool too_long;
	size_t n;
	char *head = file_read(path, HEAD_LENGTH, &n, &too_long);
	enum own own = OWN_NOT;

	if (!head) {
		*error = error_text(errno);
		return OWN_UNKNOWN;
	}
	if (!strncmp(head, first, strlen(first)) && strstr(head, second))
		own = OWN_UNCHANGED;
	free(head);
	return own;
}

enum own
own_json(const char *path, const char **error)
{
	enum own own =
		test_head(path, "{", "\"tool\": {\"name\": \"ces\"", error);

	if (own != OWN_NOT)
		return own;
	return test_head(path, "{\"rule\": \"", "\", \"severity\": \"", error);
}

enum own
own_schema(const char *path, const char **error)
{
	enum own own =
		test_head(path, "{\n  \"$schema\"", "urn:ces:schema", error);

	/* older ones have no name, and are in English */
	if (own != OWN_NOT)
		return own;
	return test_head(path, "{\n  \"$schema\"",
			 "Customer Experience Strategy", error);
}
