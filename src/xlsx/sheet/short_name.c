/* short_name.c - names over narrow columns */
#include "short_name.h"

#include <string.h>

#include "xlsx/book/book.h"

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

static bool
line_fits(const struct buf *name, size_t line, double most, int size)
{
	return part_pixels(buf_text(name) + line, name->n - line, size,
			   false) <= most;
}

void
short_name(struct buf *name, const char *full, double most, int size)
{
	size_t line = 0; /* where the second line begins; 0: there is none */

	for (const char *word = full; *word;) {
		size_t n = strcspn(word, " "), before = name->n;
		size_t end = n && strchr(",;:", word[n - 1]) ? n - 1 : n;

		if (before && is_joint(word, n))
			break;
		buf_puts(name, before ? " " : "");
		buf_add(name, word, end);
		if (before && !line && !line_fits(name, 0, most, size)) {
			name->p[before] = '\n';
			line = before + 1;
		}
		if (!line_fits(name, line, most, size)) {
			name->n = before;
			name->p[before] = '\0';
			break;
		}
		if (end < n)
			break;
		word += n + strspn(word + n, " ");
	}
	/* one long word, or a script without spaces */
	if (!name->n)
		text_fit(name, full, most, size, false);
}
