/* title_reasons.c - the message and the subject of the sheet of reasons */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/message.h"
#include "title_write.h"
#include "xlsx/expr/formula_text.h"

static bool
is_failure(const struct tab *tab, size_t row)
{
	return table_at(tab->table, row, "demand")->word == DEMAND_FAILURE;
}

/* how many reasons, the largest first, make two thirds of all contacts */
static size_t
vital_few(const struct tab *tab, double *share)
{
	size_t n = 0;

	while (n < tab->table->rows) {
		*share = tab_number(tab, n++, "cumulative");
		if (!isfinite(*share))
			return 0;
		if (*share >= 2.0 / 3)
			return n;
	}
	return 0;
}

/* of the first n; -1 where it isn't known of all */
static int
failures_of(const struct tab *tab, size_t n)
{
	int count = 0;

	for (size_t i = 0; i < n; i++) {
		if (!*tab_text(tab, i, "demand"))
			return -1;
		count += is_failure(tab, i);
	}
	return count;
}

static const char *
failure_words(size_t n, int failures)
{
	if (failures < 0)
		return "";
	if (n == 1)
		return failures ? gettext("; it is failure demand")
				: gettext("; it is value demand");
	if (failures == 0)
		return gettext("; none of them is failure demand");
	if ((size_t)failures == n)
		return gettext("; all of them are failure demand");
	if (failures == 1)
		return gettext("; one of the {n} is failure demand");
	return gettext("; {failures} of the {n} are failure demand");
}

/* "four" or "Four"; as figures where words are too long */
static const char *
count_text(struct arena *arena, size_t n, bool first)
{
	const char *word = count_word(n, first);

	return word ? word : arena_format(arena, "%zu", n);
}

const char *
sheet_message(struct work *work, const struct tab *tab)
{
	double share = NAN;
	size_t n, all = tab->table->rows;
	int failures;
	const char *message;

	if (tab->table->id != TABLE_contact_reasons || all < 4)
		return NULL;
	n = vital_few(tab, &share);
	if (!n || n * 2 > all)
		return NULL;
	failures = failures_of(tab, n);
	message = n == 1 ? gettext("{First} of {all} reasons makes {share} of "
				   "all contacts")
			 : gettext("{First} of {all} reasons make {share} of "
				   "all contacts");
	message = arena_format(work->arena, "%s%s", message,
			       failure_words(n, failures));
	return message_text(
		work->arena, message,
		ARGS(TEXT_ARG("First", count_text(work->arena, n, true)),
		     TEXT_ARG("all", count_text(work->arena, all, false)),
		     TEXT_ARG("n", count_text(work->arena, n, false)),
		     TEXT_ARG("failures",
			      count_text(work->arena,
					 failures > 0 ? (size_t)failures : 0,
					 false)),
		     PERCENT_ARG("share", round(share * 100))));
}

const char *
sheet_subject(struct work *work, const struct tab *tab)
{
	double contacts = work->review->view->contacts;

	if (tab->table->id != TABLE_contact_reasons || !isfinite(contacts))
		return NULL;
	return message_text(
		work->arena,
		gettext("Contact reasons, sorted by contacts a year. "
			"Base: {n} contacts a year. Empty: not told."),
		ARGS(COUNT_ARG("n", contacts)));
}
