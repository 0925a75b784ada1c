/* plain.c - texts by their keys; words of the format, and counts */
#include "tables.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"

static int
compare_texts(const void *key, const void *text)
{
	return strcmp(key, ((const struct text *)text)->key);
}

const char *
text_find(const char *subject, const char *part, const char *what)
{
	const struct text *found;
	char key[80];

	snprintf(key, sizeof(key), "%s%s%s %s", subject, *part ? "." : "", part,
		 what);
	found = bsearch(key, text_rows, text_rows_count, sizeof(*text_rows),
			compare_texts);
	return found ? found->message : NULL;
}

/* most words are message ids as they are */
const char *
plain_word(const char *word)
{
	const char *text = text_find("word", word, "plain");

	return gettext(text ? text : word);
}

const char *
flag_word(bool on)
{
	return on ? gettext("yes") : gettext("no");
}

/* --- facts with a note ---------------------------------------------------- */

static const char *
noted(struct arena *arena, const char *fact, const char *note)
{
	return note && fact
		       ? arena_format(arena, "%s (%s)", fact, gettext(note))
		       : fact;
}

const char *
period_fact(struct arena *arena, const struct view *view, const char *dates)
{
	static const char *const notes[] = {
		[PERIOD_AHEAD] = N_("not begun"),
		[PERIOD_RUNNING] = NULL,
		[PERIOD_OVER] = N_("over"),
	};

	return noted(arena, dates, notes[view->period]);
}

const char *
review_fact(struct arena *arena, const struct view *view, const char *date)
{
	return noted(arena, date, view->review_past ? N_("past") : NULL);
}

/* --- small counts --------------------------------------------------------- */

const char *
count_word(size_t n, bool first)
{
	static const char *const counts[COUNT_WORDS + 1][2] = {
		{N_("none"), N_("None")},   {N_("one"), N_("One")},
		{N_("two"), N_("Two")},	    {N_("three"), N_("Three")},
		{N_("four"), N_("Four")},   {N_("five"), N_("Five")},
		{N_("six"), N_("Six")},	    {N_("seven"), N_("Seven")},
		{N_("eight"), N_("Eight")}, {N_("nine"), N_("Nine")},
		{N_("ten"), N_("Ten")},
	};

	return n <= COUNT_WORDS ? gettext(counts[n][first]) : NULL;
}

const char *
count_text(struct arena *arena, double n)
{
	struct buf text = {0};

	if (n >= 0 && n <= COUNT_WORDS && n <= floor(n))
		return count_word((size_t)n, false);
	amount_show(&text, language_user(), n, 0);
	return arena_take(arena, &text);
}

const char *
text_capital(struct arena *arena, const char *text)
{
	char *copy;

	if (*text < 'a' || *text > 'z')
		return text;
	copy = arena_format(arena, "%s", text);
	*copy = (char)(*copy - 'a' + 'A');
	return copy;
}
