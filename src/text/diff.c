/* diff.c - what edits do to the lines of a plan, as a unified diff: the edits
 * tell where lines differ, so that none have to be searched */
#include "ces/diff.h"

#include <stdlib.h>
#include <string.h>

#include "ces/utf8.h"

/* lines that differ, counted from 0 */
struct hunk {
	size_t before, before_end, after, after_end;
	const struct edit *edit, *edit_end; /* that make it */
};

struct diff {
	struct buf *buf;
	struct source *before, *after;
	const struct diff_options *options;
	struct hunk *hunks;
	size_t n;
};

/* the line with its end; empty behind the last */
static const char *
line_of(const struct source *source, size_t line, size_t *n)
{
	uint32_t start, end;

	*n = 0;
	if (line >= source->line_count)
		return "";
	start = source->lines[line];
	end = line + 1 < source->line_count ? source->lines[line + 1]
					    : source->n;
	*n = end - start;
	return source->bytes + start;
}

static bool
same_line(const struct diff *diff, size_t before, size_t after)
{
	size_t n, m;
	const char *a = line_of(diff->before, before, &n);
	const char *b = line_of(diff->after, after, &m);

	return n == m && !memcmp(a, b, n);
}

/* Leaves out lines that both begin and end with. */
static void
trim(const struct diff *diff, struct hunk *hunk)
{
	while (hunk->before < hunk->before_end &&
	       hunk->after < hunk->after_end &&
	       same_line(diff, hunk->before, hunk->after)) {
		hunk->before++;
		hunk->after++;
	}
	while (hunk->before < hunk->before_end &&
	       hunk->after < hunk->after_end &&
	       same_line(diff, hunk->before_end - 1, hunk->after_end - 1)) {
		hunk->before_end--;
		hunk->after_end--;
	}
}

static void
find_hunks(struct diff *diff, const struct edit *edits, size_t n)
{
	diff->hunks = mem_alloc((n + 1) * sizeof(*diff->hunks));
	for (size_t i = 0; i < n; i++) {
		const struct edit *edit = &edits[i];
		struct hunk *last = diff->n ? &diff->hunks[diff->n - 1] : NULL;
		struct hunk hunk = {
			source_position(diff->before, edit->start).line - 1,
			source_position(diff->before, edit->end).line,
			source_position(diff->after, edit->at).line - 1,
			source_position(diff->after, edit->at + edit->n).line,
			edit,
			edit + 1};

		if (last && hunk.before < last->before_end) {
			last->before_end = hunk.before_end;
			last->after_end = hunk.after_end;
			last->edit_end = edit + 1;
		} else {
			diff->hunks[diff->n++] = hunk;
		}
	}
	n = diff->n;
	diff->n = 0;
	for (size_t i = 0; i < n; i++) {
		struct hunk hunk = diff->hunks[i];

		struct hunk *last = diff->n ? &diff->hunks[diff->n - 1] : NULL;

		trim(diff, &hunk);
		if (last && hunk.before == last->before_end &&
		    hunk.after == last->after_end) {
			last->before_end = hunk.before_end;
			last->after_end = hunk.after_end;
			last->edit_end = hunk.edit_end;
		} else if (hunk.before < hunk.before_end ||
			   hunk.after < hunk.after_end) {
			diff->hunks[diff->n++] = hunk;
		}
	}
}

static void
put(const struct diff *diff, const char *color, char sign, const char *s,
    size_t n)
{
	bool ended = n && (s[n - 1] == '\n' || s[n - 1] == '\r');
	size_t length = n;

	while (length && (s[length - 1] == '\n' || s[length - 1] == '\r'))
		length--;
	buf_puts(diff->buf, diff->options->color ? color : "");
	buf_putc(diff->buf, sign);
	if (diff->options->exact)
		buf_add(diff->buf, s,
			n > length && s[n - 1] == '\n' ? n - 1 : length);
	else
		utf8_show(diff->buf, s, length, 0);
	buf_puts(diff->buf, diff->options->color && *color ? "\033[0m" : "");
	buf_putc(diff->buf, '\n');
	if (!ended && diff->options->exact)
		buf_puts(diff->buf, "\\ No newline at end of file\n");
}

static void
put_lines(const struct diff *diff, const struct source *source, size_t from,
	  size_t to, const char *color, char sign)
{
	for (; from < to; from++) {
		size_t n;
		const char *line = line_of(source, from, &n);

		if (n)
			put(diff, color, sign, line, n);
	}
}

/* lines with any bytes */
static size_t
line_count(const struct source *source)
{
	size_t n = source->line_count;

	return n && source->lines[n - 1] == source->n ? n - 1 : n;
}

static const struct object *
item_of(const struct object *object)
{
	while (object && !object->id)
		object = object->up;
	return object;
}

/* the items that the hunk is about: behind their paths, their names */
static void
put_items(const struct diff *diff, const struct hunk *hunk)
{
	const struct object *last = NULL;
	const char *path = "";
	struct buf text = {0}, whole = {0};

	for (const struct edit *edit = hunk->edit; edit < hunk->edit_end;
	     edit++) {
		const struct object *item = item_of(edit->object);
		const char *name = item ? object_name(item) : "";

		if (item ? item == last : !strcmp(path, edit->path))
			continue;
		last = item;
		path = edit->path;
		buf_clear(&whole);
		if (item)
			object_path(&whole, item, NULL);
		buf_printf(&text, "%s%s", text.n ? ", " : "",
			   item ? whole.p : edit->path);
		if (item && strcmp(name, item->id) != 0)
			buf_printf(&text, " (%s)", name);
	}
	buf_putc(diff->buf, ' ');
	utf8_shorten(diff->buf, buf_text(&text), 72);
	buf_free(&text);
	buf_free(&whole);
}

static void
put_range(struct buf *buf, char sign, size_t from, size_t to)
{
	buf_printf(buf, "%c%zu", sign, from + (to > from));
	if (to - from != 1)
		buf_printf(buf, ",%zu", to - from);
}

/* hunks i to end - 1, whose contexts touch */
static void
put_hunks(const struct diff *diff, size_t i, size_t end)
{
	size_t context = diff->options->context;
	const struct hunk *first = &diff->hunks[i], *last;
	size_t lead = first->before < context ? first->before : context;
	size_t at = first->before - lead, tail;
	size_t most = line_count(diff->before);
	struct hunk whole = *first;

	last = &diff->hunks[end - 1];
	tail = last->before_end < most ? most - last->before_end : 0;
	tail = tail < context ? tail : context;
	whole.edit_end = last->edit_end;
	buf_puts(diff->buf, diff->options->color ? "\033[36m" : "");
	buf_puts(diff->buf, "@@ ");
	put_range(diff->buf, '-', at, last->before_end + tail);
	buf_putc(diff->buf, ' ');
	put_range(diff->buf, '+', first->after - lead, last->after_end + tail);
	buf_puts(diff->buf, " @@");
	buf_puts(diff->buf, diff->options->color ? "\033[0m" : "");
	put_items(diff, &whole);
	buf_putc(diff->buf, '\n');
	for (; i < end; i++) {
		const struct hunk *hunk = &diff->hunks[i];

		put_lines(diff, diff->before, at, hunk->before, "", ' ');
		put_lines(diff, diff->before, hunk->before, hunk->before_end,
			  "\033[31m", '-');
		put_lines(diff, diff->after, hunk->after, hunk->after_end,
			  "\033[32m", '+');
		at = hunk->before_end;
	}
	put_lines(diff, diff->before, at, at + tail, "", ' ');
}

void
diff_write(struct buf *buf, struct source *before, struct source *after,
	   const struct edit *edits, size_t n,
	   const struct diff_options *options)
{
	struct diff diff = {.buf = buf,
			    .before = before,
			    .after = after,
			    .options = options};
	size_t context = options->context, end;
	const char *bold = options->color ? "\033[1m" : "";
	const char *off = options->color ? "\033[0m" : "";

	find_hunks(&diff, edits, n);
	if (diff.n)
		buf_printf(buf, "%s--- %s%s\n%s+++ %s%s\n", bold, before->name,
			   off, bold, after->name, off);
	for (size_t i = 0; i < diff.n; i = end) {
		for (end = i + 1; end < diff.n; end++)
			if (diff.hunks[end].before >
			    diff.hunks[end - 1].before_end + 2 * context)
				break;
		put_hunks(&diff, i, end);
	}
	free(diff.hunks);
}
