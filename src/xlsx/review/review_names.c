/* review_names.c - names cut so that what tells them apart stays */
#include <string.h>

#include "ces/utf8.h"
#include "review.h"
#include "xlsx/book/book.h"

/* how far two names are the same, in whole words and parts of words */
static size_t
common_part(const char *a, const char *b)
{
	size_t n = 0, word = 0;

	while (a[n] && a[n] == b[n]) {
		n++;
		if (strchr(" -/(", a[n - 1]))
			word = n;
	}
	/* names without spaces differ within a word */
	while (!word && n > 0 && ((unsigned char)a[n] & 0xC0) == 0x80)
		n--;
	return word ? word : n;
}

const char *
names_rest(const char *const *names, size_t n, size_t i, size_t least)
{
	size_t most = 0;

	for (size_t k = 0; k < n; k++) {
		size_t common = k == i ? 0 : common_part(names[i], names[k]);

		if (strcmp(names[i], names[k]) != 0 && common >= least &&
		    common > most)
			most = common;
	}
	return names[i] + most;
}

/* the text that is left of a name once it is cut at its end, without "…" */
static size_t
kept_of(const char *name, const char *cut)
{
	size_t n = 0;

	while (name[n] && name[n] == cut[n])
		n++;
	return n;
}

const char *
names_fit(const struct review_page *review, const char *const *names, size_t n,
	  size_t i, int pixels, const struct style *style)
{
	struct arena *arena = review->work->arena;
	const char *cut = review_fit(review, names[i], pixels, style);
	const char *rest, *head;
	double room;

	if (!strcmp(cut, names[i]))
		return cut;
	rest = names_rest(names, n, i, kept_of(names[i], cut));
	if (rest == names[i])
		return cut;
	room = pixels - text_pixels(rest, style->size, style->bold);
	if (room < pixels / 4.0)
		return review_fit(review, arena_format(arena, "…%s", rest),
				  pixels, style);
	head = review_fit(
		review,
		arena_format(arena, "%.*s", (int)(rest - names[i]), names[i]),
		(int)room, style);
	return arena_format(arena, "%s%s", head, rest);
}
