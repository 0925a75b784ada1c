/* titles_customers.c - titles of sheets: strategy, customers, channels,
 * measures */
#include <libintl.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/question.h"
#include "titles.h"

/* --- strategy ------------------------------------------------------------ */

const char *
title_strategy(const struct expr_scope *scope)
{
	static const struct part_words words = {
		N_("No objective has a measure yet"),
		N_("{k} of {n} objectives has a measure"),
		N_("{k} of {n} objectives have a measure"),
		N_("Every objective has a measure")};
	const struct map *map = &scope->review->plan->strategy.objectives;
	size_t measured = 0;

	for (uint32_t i = 0; i < map->n; i++)
		measured += ITEM(objective, *map, i)->measures.n > 0;
	return title_part(scope, &words, measured, map->n);
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

const char *
title_segments(const struct expr_scope *scope)
{
	const struct map *map = &scope->review->plan->segments;
	struct shares shares = high_value(map);
	struct arg args[4];

	if (!shares.n || shares.n == map->n || isnan(shares.revenue))
		shares = largest(map);
	/* no more than their number lets expect: nothing stands out */
	if (!shares.n || map->n < 2 || shares.revenue > 100 ||
	    shares.revenue * map->n <= 100.0 * (double)shares.n)
		return NULL;
	args[0] = (struct arg)TEXT_ARG(
		"k", count_text(scope->arena, (double)shares.n));
	args[1] = (struct arg)TEXT_ARG("n", count_text(scope->arena, map->n));
	args[2] = (struct arg)NUMBER_ARG("revenue", round(shares.revenue));
	args[3] = (struct arg)NUMBER_ARG("share", round(shares.customers));
	if (shares.customers > 0 && shares.customers < shares.revenue)
		return title_fill(
			scope,
			shares.n == 1
				? N_("{k} of {n} segments brings "
				     "{revenue}% of revenue, with {share}% "
				     "of customers")
				: N_("{k} of {n} segments bring "
				     "{revenue}% of revenue, with {share}% "
				     "of customers"),
			args, 4);
	else
		return title_fill(scope,
				  shares.n == 1
					  ? N_("{k} of {n} segments brings "
					       "{revenue}% of revenue")
					  : N_("{k} of {n} segments bring "
					       "{revenue}% of revenue"),
				  args, 3);
	return NULL;
}

const char *
title_tiers(const struct expr_scope *scope)
{
	static const struct part_words words = {
		N_("No segment belongs to a tier yet"),
		N_("{k} of {n} segments belongs to a tier"),
		N_("{k} of {n} segments belong to a tier"),
		N_("Every segment belongs to a tier")};
	const struct map *map = &scope->review->plan->segments;
	size_t tiered = 0;

	for (uint32_t i = 0; i < map->n; i++)
		tiered += scope->review->view->segments[i].tier != NULL;
	if (scope->review->plan->service_tiers.n)
		return title_part(scope, &words, tiered, map->n);
	return NULL;
}

/* --- channels, hours ----------------------------------------------------- */

/* the channel with more than its even share of contacts */
const char *
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

const char *
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

const char *
title_coverage(const struct expr_scope *scope)
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

	for (uint32_t i = 0; i < scope->review->plan->segments.n; i++)
		count_coverage(&scope->review->view->segments[i], &lacking,
			       &known, &unknown);
	return title_part(scope, unknown && !lacking ? &some : &words, lacking,
			  known);
}

/* --- measures ------------------------------------------------------------ */

const char *
title_readings(const struct expr_scope *scope)
{
	static const struct part_words words = {
		NULL,
		N_("{k} of {n} measures has gone without a reading for two "
		   "periods"),
		N_("{k} of {n} measures have gone without a reading for two "
		   "periods"),
		N_("Every measure has gone without a reading for two periods")};
	const struct map *map = &scope->review->plan->measures;
	size_t stale = 0;

	for (uint32_t i = 0; i < map->n; i++)
		stale += scope->review->view->measures[i].stale;
	return title_part(scope, &words, stale, map->n);
}

const char *
title_intelligence(const struct expr_scope *scope)
{
	static const struct part_words words = {
		N_("No insight has been acted on yet"),
		N_("{k} of {n} insights has been acted on"),
		N_("{k} of {n} insights have been acted on"),
		N_("Every insight has been acted on")};
	const struct map *map = &scope->review->plan->intelligence;
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
		return title_part(scope, &words, acted, map->n);
	return NULL;
}
