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

/* a mark, which stands behind the first text of all files, or at their end */
struct mark {
	const char *first, *opening, *closing;
};

static const struct mark markdown_mark = {NULL, "\n<!-- ces ", " -->\n"};
static const struct mark calendar_mark = {"BEGIN:VCALENDAR\r\n",
					  "X-CES-MARK:", "\r\n"};

enum { HEAD_LENGTH = 4096 };

/* the whole with the mark in its place */
static void
make_marked(struct buf *marked, const struct mark *mark, const char *text,
	    size_t n)
{
	size_t at = mark->first ? strlen(mark->first) : n;
	char hash[SHA256_TEXT];

	sha256_hex(hash, text, n);
	buf_add(marked, text, at);
	buf_printf(marked, "%s%s%s", mark->opening, hash, mark->closing);
	buf_add(marked, text + at, n - at);
}

static void
add_mark(struct buf *text, const struct mark *mark)
{
	struct buf marked = {0};

	make_marked(&marked, mark, buf_text(text), text->n);
	buf_free(text);
	*text = marked;
}

void
mark_add(struct buf *markdown)
{
	add_mark(markdown, &markdown_mark);
}

void
mark_calendar(struct buf *calendar)
{
	add_mark(calendar, &calendar_mark);
}

static bool
mark_holds(const struct mark *mark, const char *text, size_t n)
{
	size_t length =
		strlen(mark->opening) + SHA256_TEXT - 1 + strlen(mark->closing);
	size_t at = mark->first ? strlen(mark->first) : n - length;
	struct buf bare = {0}, marked = {0};
	bool holds;

	if (n < length || n - length < at)
		return false;
	buf_add(&bare, text, at);
	buf_add(&bare, text + at + length, n - at - length);
	make_marked(&marked, mark, bare.p, bare.n);
	holds = marked.n == n && !memcmp(marked.p, text, n);
	buf_free(&bare);
	buf_free(&marked);
	return holds;
}

static enum own
own_marked(const char *path, const struct mark *mark, const char **error)
{
	bool too_long;
	size_t n;
	char *text = file_read(path, SIZE_MAX / 4, &n, &too_long);
	enum own own = OWN_NOT;

	if (!text) {
		*error = error_text(errno);
		return OWN_UNKNOWN;
	}
	if (mark_holds(mark, text, n))
		own = OWN_UNCHANGED;
	else if (memmem(text, n, mark->opening, strlen(mark->opening)))
		own = OWN_EDITED;
	free(text);
	return own;
}

enum own
own_markdown(const char *path, const char **error)
{
	return own_marked(path, &markdown_mark, error);
}

enum own
own_calendar(const char *path, const char **error)
{
	return own_marked(path, &calendar_mark, error);
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
