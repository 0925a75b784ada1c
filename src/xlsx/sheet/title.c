/* title.c - the message of each sheet: customers, channels, measures */
#include "title.h"

#include <libintl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- saying -------------------------------------------------------------- */

const char *
saying_money(const struct saying *saying, double amount)
{
	const struct text_value *currency = &saying->plan->plan.currency;

	return tell_money(saying->arena,
			  is_set(&currency->at) ? currency->text : NULL,
			  round(amount));
}

void
saying_fill(const struct saying *saying, const char *message,
	    const struct arg *args, size_t n)
{
	message_fill(saying->text, gettext(message), args, n);
	if (*message == '{' && !strncmp(message, "{k}", 3))
		tell_capital(saying->text);
}

void
saying_part(const struct saying *saying, const struct part_words *words,
	    size_t k, size_t n)
{
	tell_part(saying->text, saying->arena, words, k, n, NO_ARGS);
	tell_capital(saying->text);
}

/* --- strategy ------------------------------------------------------------ */

static void
tell_strategy(const struct saying *saying)
{
	static const struct part_words words = {
		N_("No objective has a measure yet"),
		N_("{k} of {n} objectives has a measure"),
		N_("{k} of {n} objectives have a measure"),
		N_("Every objective has a measure")};
	const struct map *map = &saying->plan->strategy.objectives;
	size_t measured = 0;

	for (uint32_t i = 0; i < map->n; i++)
		measured += ITEM(objective, *map, i)->measures.n > 0;
	saying_part(saying, &words, measured, map->n);
}

/* --- segments ------------------------------------------------------------ */

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

static void
tell_segments(const struct saying *saying)
{
	const struct map *map = &saying->plan->segments;
	struct shares shares = high_value(map);
	struct arg args[4];

	if (!shares.n || shares.n == map->n || isnan(shares.revenue))
		shares = largest(map);
	/* no more than their number lets expect: nothing stands out */
	if (!shares.n || map->n < 2 || shares.revenue > 100 ||
	    shares.revenue * map->n <= 100.0 * (double)shares.n)
		return;
	args[0] = (struct arg)TEXT_ARG(
		"k", tell_count(saying->arena, (double)shares.n));
	args[1] = (struct arg)TEXT_ARG("n", tell_count(saying->arena, map->n));
	args[2] = (struct arg)NUMBER_ARG("revenue", round(shares.revenue));
	args[3] = (struct arg)NUMBER_ARG("share", round(shares.customers));
	if (shares.customers > 0 && shares.customers < shares.revenue)
		saying_fill(saying,
			    shares.n == 1
				    ? N_("{k} of {n} segments brings "
					 "{revenue}% of revenue, with {share}% "
					 "of customers")
				    : N_("{k} of {n} segments bring "
					 "{revenue}% of revenue, with {share}% "
					 "of customers"),
			    args, 4);
	else
		saying_fill(saying,
			    shares.n == 1 ? N_("{k} of {n} segments brings "
					       "{revenue}% of revenue")
					  : N_("{k} of {n} segments bring "
					       "{revenue}% of revenue"),
			    args, 3);
}

static void
tell_tiers(const struct saying *saying)
{
	static const struct part_words words = {
		N_("No segment belongs to a tier yet"),
		N_("{k} of {n} segments belongs to a tier"),
		N_("{k} of {n} segments belong to a tier"),
		N_("Every segment belongs to a tier")};
	const struct map *map = &saying->plan->segments;
	size_t tiered = 0;

	for (uint32_t i = 0; i < map->n; i++)
		tiered += saying->view->segments[i].tier != NULL;
	if (saying->plan->service_tiers.n)
		saying_part(saying, &words, tiered, map->n);
}

/* --- channels, hours ----------------------------------------------------- */

/* the channel with more than its even share of contacts */
static void
tell_channels(const struct saying *saying)
{
	const struct map *map = &saying->plan->channels;
	const struct channel *most = NULL;
	double share = 0;
	size_t known = 0;

	for (uint32_t i = 0; i < map->n; i++) {
		const struct channel_view *view = &saying->view->channels[i];

		if (!(view->share > 0))
			continue;
		known++;
		if (view->share > share) {
			share = view->share;
			most = ITEM(channel, *map, i);
		}
	}
	if (known > 1 && share * (double)known > 120)
		saying_fill(
			saying,
			N_("{channel} takes {share}% of the contacts with "
			   "a person"),
			ARGS(TEXT_ARG("channel", object_name(&most->object)),
			     NUMBER_ARG("share", round(share))));
}

static void
tell_hours(const struct saying *saying)
{
	const struct map *map = &saying->plan->hours;
	const struct hours *most = NULL;

	for (uint32_t i = 0; i < map->n; i++) {
		const struct hours *hours = ITEM(hours, *map, i);

		if (is_set(&hours->demand_outside.at) &&
		    hours->demand_outside.n > 0 &&
		    (!most || hours->demand_outside.n > most->demand_outside.n))
			most = hours;
	}
	if (most)
		saying_fill(saying,
			    N_("{hours}: {share} of the attempts come when it "
			       "is closed"),
			    ARGS(TEXT_ARG("hours", object_name(&most->object)),
				 PERCENT_ARG("share", most->demand_outside.n)));
}

/* pairs that are asked for today */
static void
count_coverage(const struct segment_view *view, size_t *lacking, size_t *known,
	       size_t *unknown)
{
	for (uint32_t k = 0; k < view->n; k++) {
		const struct coverage *at = &view->channels[k];

		if (!(at->preference > 0) || !is_set(&at->channel->status.at) ||
		    at->channel->status.word != CHANNEL_CURRENT)
			continue;
		if (isnan(at->percent)) {
			++*unknown;
			continue;
		}
		++*known;
		*lacking += at->common < at->wanted;
	}
}

static void
tell_coverage(const struct saying *saying)
{
	static const struct part_words words = {
		N_("Every channel is open at all hours that customers want"),
		N_("{k} of {n} pairs of segment and channel lacks hours that "
		   "customers want"),
		N_("{k} of {n} pairs of segment and channel lack hours that "
		   "customers want"),
		N_("Every pair of segment and channel lacks hours that "
		   "customers want")};
	static const struct part_words some = {
		N_("Where hours are known, channels are open when customers "
		   "want"),
		NULL, NULL, NULL};
	size_t lacking = 0, known = 0, unknown = 0;

	for (uint32_t i = 0; i < saying->plan->segments.n; i++)
		count_coverage(&saying->view->segments[i], &lacking, &known,
			       &unknown);
	saying_part(saying, unknown && !lacking ? &some : &words, lacking,
		    known);
}

/* --- measures ------------------------------------------------------------ */

static bool
is_headline(const struct measure *measure)
{
	return is_set(&measure->headline.at) && measure->headline.on;
}

static bool
is_good(enum measure_state state)
{
	return state == MEASURE_ON_TRACK || state == MEASURE_REACHED ||
	       state == MEASURE_IN_RANGE;
}

/* of the headlines, or where there are none of all; good ones, and read ones */
static size_t
count_measures(const struct saying *saying, bool headlines, size_t *good,
	       size_t *read)
{
	const struct map *map = &saying->plan->measures;
	size_t n = 0;

	*good = *read = 0;
	for (uint32_t i = 0; i < map->n; i++) {
		enum measure_state state = saying->view->measures[i].state;

		if (headlines && !is_headline(ITEM(measure, *map, i)))
			continue;
		n++;
		*good += is_good(state);
		*read += state != MEASURE_NO_READING;
	}
	return n;
}

static void
tell_measures(const struct saying *saying)
{
	static const struct part_words headline_words = {
		N_("No headline measure is on track"),
		N_("{k} of {n} headline measures is on track"),
		N_("{k} of {n} headline measures are on track"),
		N_("Every headline measure is on track")};
	static const struct part_words all_words = {
		N_("No measure is on track"),
		N_("{k} of {n} measures is on track"),
		N_("{k} of {n} measures are on track"),
		N_("Every measure is on track")};
	size_t good, read, n = count_measures(saying, true, &good, &read);
	bool headlines = n > 0;

	if (!headlines)
		n = count_measures(saying, false, &good, &read);
	if (n && !read)
		saying_fill(saying,
			    headlines
				    ? N_("No headline measure can be compared "
					 "with its target yet")
				    : N_("No measure can be compared with its "
					 "target yet"),
			    NO_ARGS);
	else
		saying_part(saying, headlines ? &headline_words : &all_words,
			    good, n);
}

static void
tell_readings(const struct saying *saying)
{
	static const struct part_words words = {
		NULL,
		N_("{k} of {n} measures has gone without a reading for two "
		   "periods"),
		N_("{k} of {n} measures have gone without a reading for two "
		   "periods"),
		N_("Every measure has gone without a reading for two periods")};
	const struct map *map = &saying->plan->measures;
	size_t stale = 0;

	for (uint32_t i = 0; i < map->n; i++)
		stale += saying->view->measures[i].stale;
	saying_part(saying, &words, stale, map->n);
}

static void
tell_intelligence(const struct saying *saying)
{
	static const struct part_words words = {
		N_("No insight has been acted on yet"),
		N_("{k} of {n} insights has been acted on"),
		N_("{k} of {n} insights have been acted on"),
		N_("Every insight has been acted on")};
	const struct map *map = &saying->plan->intelligence;
	size_t acted = 0, known = 0;

	for (uint32_t i = 0; i < map->n; i++) {
		const struct word_value *status =
			&ITEM(insight, *map, i)->status;

		known += is_set(&status->at);
		acted +=
			is_set(&status->at) && (status->word == INSIGHT_ACTED ||
						status->word == INSIGHT_CLOSED);
	}
	if (known)
		saying_part(saying, &words, acted, map->n);
}

/* --- all of them --------------------------------------------------------- */

static void (*const titles[TABLE_COUNT])(const struct saying *saying) = {
	[TABLE_strategy] = tell_strategy,
	[TABLE_segments] = tell_segments,
	[TABLE_service_tiers] = tell_tiers,
	[TABLE_channels] = tell_channels,
	[TABLE_hours] = tell_hours,
	[TABLE_coverage] = tell_coverage,
	[TABLE_measures] = tell_measures,
	[TABLE_readings] = tell_readings,
	[TABLE_intelligence] = tell_intelligence,
	[TABLE_actions] = tell_actions,
	[TABLE_decisions] = tell_decisions,
	[TABLE_business_case] = tell_business_case,
	[TABLE_gaps] = tell_gaps,
	[TABLE_investments] = tell_investments,
	[TABLE_calendar] = tell_calendar,
	[TABLE_demand] = tell_demand,
	[TABLE_staffing] = tell_staffing,
	[TABLE_contact_map] = tell_contact_map,
	[TABLE_technology] = tell_technology,
	[TABLE_roadmap] = tell_roadmap,
	[TABLE_questions] = tell_questions,
	[TABLE_findings] = tell_findings,
	[TABLE_readiness] = tell_readiness,
};

void
title_say(struct buf *text, const struct review *review, struct arena *arena,
	  enum table_id table)
{
	const struct saying saying = {text, review->plan, review->view, review,
				      arena};

	if (titles[table])
		titles[table](&saying);
}
