/* written.c - the mark of a document, the list of a folder's files, and the
 * heads of JSON that ces writes */
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

/* --- files of a folder ---------------------------------------------------- */

static void
add_line(struct buf *list, const char *name, const char *text, size_t n)
{
	char hash[SHA256_TEXT];

	sha256_hex(hash, text, n);
	buf_printf(list, "%s  %s\n", hash, name);
}

void
list_add(struct buf *list, const char *name, const struct buf *text)
{
	add_line(list, name, buf_text(text), text->n);
}

/* in the list that lies beside the file; none there holds nothing */
static enum own
find_line(const char *path, const char *name, const char *line,
	  const char **error)
{
	struct buf beside = {0};
	enum own own = OWN_NOT;
	bool too_long;
	size_t n;
	char *list;

	buf_printf(&beside, "%.*s" FILE_LIST, (int)(name - path), path);
	list = file_read(beside.p, SIZE_MAX / 4, &n, &too_long);
	buf_free(&beside);
	if (!list && errno != ENOENT) {
		*error = error_text(errno);
		return OWN_UNKNOWN;
	}
	if (list && memmem(list, n, line, strlen(line)))
		own = OWN_UNCHANGED;
	else if (list && memmem(list, n, line + SHA256_TEXT - 1,
				strlen(line) - SHA256_TEXT + 1))
		own = OWN_EDITED;
	free(list);
	return own;
}

static bool
is_list(const char *text)
{
	return strspn(text, "0123456789abcdef") == SHA256_TEXT - 1 &&
	       !strncmp(text + SHA256_TEXT - 1, "  ", 2);
}

enum own
own_listed(const char *path, const char **error)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	struct buf line = {0};
	bool too_long;
	size_t n;
	char *text = file_read(path, SIZE_MAX / 4, &n, &too_long);
	enum own own;

	if (!text) {
		*error = error_text(errno);
		return OWN_UNKNOWN;
	}
	if (!strcmp(name, FILE_LIST)) {
		own = is_list(text) ? OWN_UNCHANGED : OWN_NOT;
	} else {
		add_line(&line, name, text, n);
		own = find_line(path, name, line.p, error);
	}
	buf_free(&line);
	free(text);
	return own;
}

/* --- JSON ----------------------------------------------------------------- */

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
