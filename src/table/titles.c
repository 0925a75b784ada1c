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

/* the segments of high value, else the one that brings half or more of the
 * revenue */
static struct shares
shares_told(const struct map *map)
{
	struct shares high = {0}, best = {0};
	bool known = true;

	FOR_EACH (segment, *map) {
		struct shares one = {0};

		add_share(&one, segment);
		known &= !isnan(one.revenue);
		if (one.revenue > best.revenue)
			best = one;
		if (flag_is(&segment->high_value, true))
			add_share(&high, segment);
	}
	if (high.n && high.n < map->n && !isnan(high.revenue))
		return high;
	return known && best.revenue >= 50 ? best : (struct shares){0};
}

static const char *
title_segments(const struct expr_scope *scope)
{
	const struct map *map = &scope->review->plan->segments;
	struct shares shares = shares_told(map);
	bool fewer = shares.customers > 0 && shares.customers < shares.revenue;

	/* no more than their number lets expect: nothing stands out */
	if (!shares.n || map->n < 2 || shares.revenue > 100 ||
	    shares.revenue * map->n <= 100.0 * (double)shares.n)
		return NULL;
	return title_fill(
		scope,
		text_find("title", fewer ? "segments_fewer" : "segments",
			  shares.n == 1 ? "one" : "many"),
		ARGS(TEXT_ARG("k", count_text(scope->arena, (double)shares.n)),
		     TEXT_ARG("n", count_text(scope->arena, map->n)),
		     NUMBER_ARG("revenue", round(shares.revenue)),
		     NUMBER_ARG("share", round(shares.customers))));
}

/* --- reasons -------------------------------------------------------------- */

/* Counts the largest reasons that make two thirds of all contacts. */
static size_t
vital_few(const struct table *table, size_t all, double *share)
{
	size_t n = 0;

	while (n < all) {
		*share = table_at(table, n++, "cumulative")->number;
		if (!isfinite(*share))
			return 0;
		if (*share >= 200.0 / 3)
			return n;
	}
	return 0;
}

/* failure demand among the first n; nothing where not all tell it */
static const char *
failure_words(const struct table *table, size_t n, size_t *failures)
{
	for (size_t i = 0; i < n; i++) {
		int demand = table_at(table, i, "demand")->word;

		if (demand < 0)
			return "";
		*failures += demand == DEMAND_FAILURE;
	}
	if (n == 1)
		return *failures ? gettext("; it is failure demand")
				 : gettext("; it is value demand");
	if (*failures == 0)
		return gettext("; none of them is failure demand");
	if (*failures == n)
		return gettext("; all of them are failure demand");
	if (*failures == 1)
		return gettext("; one of the {n} is failure demand");
	return gettext("; {failures} of the {n} are failure demand");
}

static const char *
title_reasons(const struct expr_scope *scope)
{
	const struct table *table = scope->table;
	struct arena *arena = scope->arena;
	double share = NAN;
	size_t all = scope->review->view->counted, failures = 0;
	size_t n = all < 4 ? 0 : vital_few(table, all, &share);
	const char *words, *count, *message;

	if (!n || n * 2 > all)
		return NULL;
	words = failure_words(table, n, &failures);
	count = count_text(arena, (double)n);
	message = n == 1 ? gettext("{First} of {all} reasons makes {share} of "
				   "all contacts")
			 : gettext("{First} of {all} reasons make {share} of "
				   "all contacts");
	return message_text(
		arena, arena_format(arena, "%s%s", message, words),
		ARGS(TEXT_ARG("First",
			      n <= COUNT_WORDS ? count_word(n, true) : count),
		     TEXT_ARG("all", count_text(arena, (double)all)),
		     TEXT_ARG("n", count),
		     TEXT_ARG("failures", count_text(arena, (double)failures)),
		     PERCENT_ARG("share", round(share))));
}

/* --- channels, hours, months ---------------------------------------------- */

/* the row with the largest figure above 0 in a column, or -1; known: rows that
 * have one */
static int
largest_row(const struct table *table, const char *key, size_t *known)
{
	double most = 0;
	int found = -1;

	*known = 0;
	for (size_t i = 0; i < table->rows; i++) {
		double number = table_at(table, i, key)->number;

		*known += number > 0;
		if (number > most) {
			most = number;
			found = (int)i;
		}
	}
	return found;
}

/* the channel with more than its even share of contacts */
static const char *
title_channels(const struct expr_scope *scope)
{
	const struct table *table = scope->table;
	size_t known;
	int row = largest_row(table, "share", &known);
	double share =
		row < 0 ? 0 : table_at(table, (size_t)row, "share")->number;

	if (known < 2 || share * (double)known <= 120)
		return NULL;
	return title_fill(
		scope,
		N_("{channel} takes {share}% of the contacts with a person"),
		ARGS(TEXT_ARG("channel", object_name(table->objects[row])),
		     NUMBER_ARG("share", round(share))));
}

static const char *
title_hours(const struct expr_scope *scope)
{
	const struct table *table = scope->table;
	size_t known;
	int row = largest_row(table, "demand_outside", &known);

	if (row < 0)
		return NULL;
	return title_fill(
		scope,
		N_("{hours}: {share} of the attempts come when it is closed"),
		ARGS(TEXT_ARG("hours", object_name(table->objects[row])),
		     PERCENT_ARG("share",
				 table_at(table, (size_t)row, "demand_outside")
					 ->number)));
}

/* the month with most; it stands out from 10% above the mean on */
static const char *
title_demand(const struct expr_scope *scope)
{
	const struct view *view = scope->review->view;
	double most = view->month_all[view->busiest], sum = view->months_all;
	double mean = sum / MONTHS;
	double above = sum > 0 ? round(most / mean * 100 - 100) : 0;

	if (!(above >= 10))
		return NULL;
	return title_fill(
		scope,
		N_("{month} brings {above}% more contacts than an average "
		   "month: {most} against {mean}"),
		ARGS(TEXT_ARG("month", month_name(view->busiest + 1)),
		     NUMBER_ARG("above", above), COUNT_ARG("most", round(most)),
		     COUNT_ARG("mean", round(mean))));
}

/* --- findings, readiness -------------------------------------------------- */

/* counts the gravest alone */
static const char *
title_findings(const struct expr_scope *scope)
{
	const struct review *review = scope->review;
	const struct {
		size_t k;
		const char *part;
	} counts[] = {{review->errors, "errors"},
		      {review->warnings, "warnings"},
		      {review->advice, "advice"},
		      {!review->waived, "findings"}};

	for (size_t i = 0; i < COUNT_OF(counts); i++) {
		double k = (double)counts[i].k;

		if (counts[i].k)
			return title_fill(
				scope,
				text_find("title", counts[i].part,
					  k > 1 ? "many" : "one"),
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

/* --- staffing ------------------------------------------------------------- */

/* the staffing with the most agents on duty, and its channel */
static const struct staffing_view *
largest_staff(const struct view *view, const struct channel **of)
{
	const struct staffing_view *found = NULL;
	int most = 0;

	FOR_EACH (channel, view->plan->channels) {
		const struct staffing_view *staffing =
			view->channels[channel->object.index].staffing;

		if (staffing && staffing->levels[0].agents > most) {
			most = staffing->levels[0].agents;
			found = staffing;
			*of = channel;
		}
	}
	return found;
}

static const char *
title_staffing(const struct expr_scope *scope)
{
	const struct channel *channel = NULL;
	const struct staffing_view *staffing =
		largest_staff(scope->review->view, &channel);
	int agents;

	if (!staffing)
		return NULL;
	agents = staffing->levels[0].agents;
	return title_fill(
		scope,
		agents == 1 ? N_("{channel} needs one agent on duty "
				 "in its busiest interval")
			    : N_("{channel} needs {n} agents on duty "
				 "in its busiest interval"),
		ARGS(TEXT_ARG("channel", object_name(&channel->object)),
		     TEXT_ARG("n", count_text(scope->arena, agents))));
}

static const char *
title_months(const struct expr_scope *scope)
{
	const struct channel *channel = NULL;
	const struct staffing_view *staffing =
		largest_staff(scope->review->view, &channel);

	if (!staffing || staffing->peak < 0 ||
	    staffing->months[staffing->peak].agents == 1)
		return NULL;
	return title_fill(
		scope,
		N_("{month} is the peak: {n} agents on duty on {channel}"),
		ARGS(TEXT_ARG("month", month_name(staffing->peak + 1)),
		     TEXT_ARG("n",
			      count_text(
				      scope->arena,
				      staffing->months[staffing->peak].agents)),
		     TEXT_ARG("channel", object_name(&channel->object))));
}

/* --- all titles ----------------------------------------------------------- */

/* NULL where nothing stands out */
static const char *(*const texts[TABLE_COUNT])(const struct expr_scope *) = {
	[TABLE_segments] = title_segments,
	[TABLE_contact_reasons] = title_reasons,
	[TABLE_channels] = title_channels,
	[TABLE_hours] = title_hours,
	[TABLE_demand] = title_demand,
	[TABLE_staffing] = title_staffing,
	[TABLE_staffing_months] = title_months,
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
