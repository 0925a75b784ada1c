/* titles_reasons.c - the title of the sheet of contact reasons */
#include <libintl.h>
#include <math.h>

#include "titles.h"

/* Counts the largest reasons that make two thirds of all contacts. */
static size_t
vital_few(const struct table *table, double *share)
{
	size_t n = 0;

	while (n < table->rows) {
		*share = table_at(table, n++, "cumulative")->number;
		if (!isfinite(*share))
			return 0;
		if (*share >= 200.0 / 3)
			return n;
	}
	return 0;
}

/* Counts failure demand among the first n; -1 where not all tell it. */
static int
failures_of(const struct table *table, size_t n)
{
	int count = 0;

	for (size_t i = 0; i < n; i++) {
		int demand = table_at(table, i, "demand")->word;

		if (demand < 0)
			return -1;
		count += demand == DEMAND_FAILURE;
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

const char *
title_reasons(const struct expr_scope *scope)
{
	const struct table *table = scope->table;
	struct arena *arena = scope->arena;
	double share = NAN;
	size_t n, all = table->rows;
	int failures;
	const char *message;

	n = all < 4 ? 0 : vital_few(table, &share);
	if (!n || n * 2 > all)
		return NULL;
	failures = failures_of(table, n);
	message = n == 1 ? gettext("{First} of {all} reasons makes {share} of "
				   "all contacts")
			 : gettext("{First} of {all} reasons make {share} of "
				   "all contacts");
	return message_text(
		arena,
		arena_format(arena, "%s%s", message,
			     failure_words(n, failures)),
		ARGS(TEXT_ARG("First", count_word(n, true)
					       ? count_word(n, true)
					       : count_text(arena, (double)n)),
		     TEXT_ARG("all", count_text(arena, (double)all)),
		     TEXT_ARG("n", count_text(arena, (double)n)),
		     TEXT_ARG("failures", count_text(arena, failures)),
		     PERCENT_ARG("share", round(share))));
}
