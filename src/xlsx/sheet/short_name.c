/* short_name.c - names over narrow columns */
#include "short_name.h"

#include <string.h>

#include "xlsx/book/measured.h"

static bool
is_joint(const char *word, size_t n)
{
	static const char *const joints[] = {"and", "or", "&", "+",  "/",
					     "y",   "o",  "e", "und"};

	for (size_t i = 0; i < sizeof(joints) / sizeof(*joints); i++)
		if (strlen(joints[i]) == n && !strncmp(word, joints[i], n))
			return true;
	return *word == '(';
}

/* adds the word to the line, or to a second one; false: it fits in neither */
static bool
add_word(struct buf *name, struct buf *line, int *lines, const char *word,
	 size_t n, double most, int size)
{
	struct buf longer = {0};
	bool fits;

	buf_printf(&longer, "%s%s%.*s", buf_text(line), line->n ? " " : "",
		   (int)n, word);
	fits = text_pixels(longer.p, size, false) <= most;
	if (fits) {
		buf_puts(name, line->n ? " " : "");
	} else if (line->n && *lines == 1) {
		buf_clear(&longer);
		buf_printf(&longer, "%.*s", (int)n, word);
		fits = text_pixels(longer.p, size, false) <= most;
		if (fits) {
			buf_putc(name, '\n');
			++*lines;
		}
	}
	if (fits) {
		buf_add(name, word, n);
		buf_clear(line);
		buf_puts(line, longer.p);
	}
	buf_free(&longer);
	return fits;
}

void
short_name(struct buf *name, const char *full, double most, int size)
{
	struct buf line = {0};
	int lines = 1;
	const char *word = full;

	while (*word) {
		size_t n = strcspn(word, " ");
		size_t end = n && strchr(",;:", word[n - 1]) ? n - 1 : n;

		if (name->n && is_joint(word, n))
			break;
		if (!add_word(name, &line, &lines, word, end, most, size))
			break;
		if (end < n)
			break;
		word += n + strspn(word + n, " ");
	}
	/* one long word, or a script without spaces */
	if (!name->n)
		text_fit(name, full, most, size, false);
	buf_free(&line);
}
