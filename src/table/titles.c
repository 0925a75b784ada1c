/* titles.c - the title of each sheet: texts that no formula could choose */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "expr_inside.h"

enum { MONTHS = 12 };

/* begins with a capital where the message begins with {k} */
static const char *
title_fill(const struct expr_scope *scope, const char *message,
	   const struct arg *args, size_t n)
{
	struct buf buf = {0};
	const char *text;

	message_fill(&buf, gettext(message), args, n);
	text = arena_take(scope->arena, &buf);
	/* names keep the letter that they were given */
	return strncmp(message, "{k}", 3) ? text
					  : text_capital(scope->arena, text);
}

/* --- segments ------------------------------------------------------------- */

/* of some segments: customers and revenue in percent, NAN where unknown */
struct shares {
	size_t n;
	double customers, revenue;
};

static void
add_share(struct shares *shares, const struct segment *segment)
{
	shares->n++;
	shares->customers +=
		is_set(&segment->share.at) ? segment->share.n : NAN;
	shares->revenue += is_set(&segment->revenue_share.at)
				   ? segment->revenue_share.n
				   : NAN;
}

static struct shares
high_value(const struct map *map)
{
	struct shares shares = {0};

	for (uint32_t i = 0; i < map->n; i++) {
		const struct segment *segment = ITEM(segment, *map, i);

		if (is_set(&segment->high_value.at) && segment->high_value.on)
			add_share(&shares, segment);
	}
	return shares;
}

/* the one that brings most, where that is half or more */
static struct shares
largest(const struct map *map)
{
	struct shares best = {0};

	for (uint32_t i = 0; i < map->n; i++) {
		struct shares one = {0};

		add_share(&one, ITEM(segment, *map, i));
		if (isnan(one.revenue))
			return (struct shares){0};
		if (one.revenue > best.revenue)
			best = one;
	}
	return best.revenue >= 50 ? best : (struct shares){0};
}

static const char *
title_segments(const struct expr_scope *scope)
{
	static const char *const messages[2][2] = {
		{N_("{k} of {n} segments bring {revenue}% of revenue"),
		 N_("{k} of {n} segments brings {revenue}% of revenue")},
		{N_("{k} of {n} segments bring {revenue}% of revenue, with "
		    "{share}% of customers"),
		 N_("{k} of {n} segments brings {revenue}% of revenue, with "
		    "{share}% of customers")}};
	const struct map *map = &scope->review->plan->segments;
	struct shares shares = high_value(map);
	bool fewer;

	if (!shares.n || shares.n == map->n || isnan(shares.revenue))
		shares = largest(map);
	/* no more than their number lets expect: nothing stands out */
	if (!shares.n || map->n < 2 || shares.revenue > 100 ||
	    shares.revenue * map->n <= 100.0 * (double)shares.n)
		return NULL;
	fewer = shares.customers > 0 && shares.customers < shares.revenue;
	return title_fill(
		scope, messages[fewer][shares.n == 1],
		ARGS(TEXT_ARG("k", count_text(scope->arena, (double)shares.n)),
		     TEXT_ARG("n", count_text(scope->arena, map->n)),
		     NUMBER_ARG("revenue", round(shares.revenue)),
		     NUMBER_ARG("share", round(shares.customers))));
}

/* --- reasons -------------------------------------------------------------- */

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

static const char *
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

/* --- channels, hours, months ---------------------------------------------- */

/* the channel with more than its even share of contacts */
static const char *
title_channels(const struct expr_scope *scope)
{
	const struct map *map = &scope->review->plan->channels;
	const struct channel *most = NULL;
	double share = 0;
	size_t known = 0;

	for (uint32_t i = 0; i < map->n; i++) {
		const struct channel_view *view =
			&scope->review->view->channels[i];

		if (!(view->share > 0))
			continue;
		known++;
		if (view->share > share) {
			share = view->share;
			most = ITEM(channel, *map, i);
		}
	}
	if (known > 1 && share * (double)known > 120)
		return title_fill(
			scope,
			N_("{channel} takes {share}% of the contacts with "
			   "a person"),
			ARGS(TEXT_ARG("channel", object_name(&most->object)),
			     NUMBER_ARG("share", round(share))));
	return NULL;
}

static const char *
title_hours(const struct expr_scope *scope)
{
	const struct map *map = &scope->review->plan->hours;
	const struct hours *most = NULL;

	for (uint32_t i = 0; i < map->n; i++) {
		const struct hours *hours = ITEM(hours, *map, i);

		if (is_set(&hours->demand_outside.at) &&
		    hours->demand_outside.n > 0 &&
		    (!most || hours->demand_outside.n > most->demand_outside.n))
			most = hours;
	}
	if (most)
		return title_fill(
			scope,
			N_("{hours}: {share} of the attempts come when it "
			   "is closed"),
			ARGS(TEXT_ARG("hours", object_name(&most->object)),
			     PERCENT_ARG("share", most->demand_outside.n)));
	return NULL;
}

/* the month with most; it stands out from 10% above the mean on */
static const char *
title_demand(const struct expr_scope *scope)
{
	const double *volume = scope->review->view->month_volume;
	double sum = 0, above;
	int most = 0;

	for (int i = 0; i < MONTHS; i++) {
		if (!isfinite(volume[i]))
			return NULL;
		sum += volume[i];
		if (volume[i] > volume[most])
			most = i;
	}
	above = sum > 0 ? round(volume[most] * MONTHS / sum * 100 - 100) : 0;
	if (above >= 10)
		return title_fill(
			scope,
			N_("{month} brings {above}% more contacts than an "
			   "average month"),
			ARGS(TEXT_ARG("month", month_name(most + 1)),
			     NUMBER_ARG("above", above)));
	return NULL;
}

/* --- findings, readiness -------------------------------------------------- */

/* counts the gravest alone */
static const char *
title_findings(const struct expr_scope *scope)
{
	const struct review *review = scope->review;
	const struct {
		size_t k;
		const char *one, *many;
	} counts[] = {
		{review->errors,
		 N_("{k} error is to be mended before the plan can be trusted"),
		 N_("{k} errors are to be mended before the plan can be "
		    "trusted")},
		{review->warnings, N_("No errors; {k} warning is worth a look"),
		 N_("No errors; {k} warnings are worth a look")},
		{review->advice,
		 N_("No errors or warnings; {k} piece of advice"),
		 N_("No errors or warnings; {k} pieces of advice")},
		{!review->waived, N_("Nothing was found"), ""}};

	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
		double k = (double)counts[i].k;

		if (counts[i].k)
			return title_fill(
				scope, k <= 1 ? counts[i].one : counts[i].many,
				ARGS(TEXT_ARG("k",
					      count_text(scope->arena, k))));
	}
	return NULL;
}

static const char *
title_readiness(const struct expr_scope *scope)
{
	const struct readiness *readiness = &scope->review->readiness;
	int least = 0;

	for (int i = 1; i < SECTION_SEVEN; i++)
		if (readiness->section[i] < readiness->section[least])
			least = i;
	return title_fill(
		scope,
		readiness->section[least] < readiness->plan
			? N_("{plan}% of the strategy is written down; "
			     "the least ready is {section} with {least}%")
			: N_("{plan}% of the strategy is written down"),
		ARGS(NUMBER_ARG("plan", readiness->plan),
		     TEXT_ARG("section", gettext(sections[least].title)),
		     NUMBER_ARG("least", readiness->section[least])));
}

/* --- all titles ----------------------------------------------------------- */

/* NULL where nothing stands out */
static const char *(*const texts[TABLE_COUNT])(const struct expr_scope *) = {
	[TABLE_segments] = title_segments,
	[TABLE_contact_reasons] = title_reasons,
	[TABLE_channels] = title_channels,
	[TABLE_hours] = title_hours,
	[TABLE_demand] = title_demand,
	[TABLE_findings] = title_findings,
	[TABLE_readiness] = title_readiness,
};

const struct expr *
table_title(const struct expr_scope *scope)
{
	enum table_id id = scope->table->id;
	const char *text;

	if (!scope->table->rows)
		return NULL;
	if (!texts[id])
		return title_live(scope);
	text = texts[id](scope);
	return text ? expr_text(scope->arena, text) : NULL;
}
