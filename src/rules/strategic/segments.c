/* segments.c - do we know who the customers are */
#include "rules/strategic/strategic.h"

static void
check_thin(struct rule_run *run)
{
	const struct map *segments = &run->plan->segments;
	const struct object *only;

	if (!is_set(&segments->at) || segments->n != 1)
		return;
	only = segments->items[0];
	if (!is_set(&only->at))
		return;
	rule_find(run, &run->plan->object, "segments",
		  N_("'{name}' is the only segment here; describe two at "
		     "least, so that the plan can treat customers differently"),
		  ARGS(TEXT_ARG("name", object_name(only))));
}

/* what the evidence of a segment amounts to */
struct knowledge {
	struct date newest;
	bool opinion; /* all of it, as far as is told */
	bool unclear; /* a date or a kind can't be read */
};

static struct knowledge
weigh(const struct list *evidence)
{
	struct knowledge known = {.opinion = true};

	for (uint32_t i = 0; i < evidence->n; i++) {
		const struct evidence *at = ITEM(evidence, *evidence, i);

		if (!is_set(&at->object.at) || is_unclear(&at->date.at) ||
		    is_unclear(&at->kind.at))
			known.unclear = true;
		if (!word_is(&at->kind, EVIDENCE_OPINION))
			known.opinion = false;
		if (is_set(&at->date.at) &&
		    (!known.newest.year ||
		     date_compare(at->date.date, known.newest) > 0))
			known.newest = at->date.date;
	}
	return known;
}

static void
check_worth(struct rule_run *run, const struct segment *segment)
{
	double months = SETTING_OF(run->plan, evidence_months);
	struct knowledge known = weigh(&segment->evidence);
	const char *name = object_name(&segment->object);

	if (known.unclear)
		return;
	if (known.opinion)
		rule_find(run, &segment->object, "evidence",
			  N_("all that is known of '{name}' is opinion; ask "
			     "these customers, or look at what they do"),
			  ARGS(TEXT_ARG("name", name)));
	else if (known.newest.year && !plan_is_retired(run->plan) &&
		 is_older(known.newest, run->view->as_of, months))
		rule_find(run, &segment->object, "evidence",
			  N_("the newest dated evidence about '{name}' is of "
			     "{date}, older than the limit allows (months: "
			     "{months}); look again whether it still holds"),
			  ARGS(TEXT_ARG("name", name),
			       DATE_ARG("date", known.newest),
			       COUNT_ARG("months", months)));
}

static bool
is_empty(const struct mark *at, uint32_t n)
{
	return is_unfilled(at) || (is_set(at) && n == 0);
}

static void
check_evidence(struct rule_run *run)
{
	const struct map *segments = &run->plan->segments;

	for (uint32_t i = 0; i < segments->n; i++) {
		const struct segment *segment = ITEM(segment, *segments, i);
		const struct object *object = &segment->object;

		if (!is_set(&object->at))
			continue;
		if (is_empty(&segment->evidence.at, segment->evidence.n))
			rule_missing(
				run, object, "evidence",
				N_("nothing shows how '{name}' is known; "
				   "add the survey, the figures or the "
				   "interviews behind it"),
				ARGS(TEXT_ARG("name", object_name(object))));
		else if (is_set(&segment->evidence.at))
			check_worth(run, segment);
	}
}

static bool
is_little_known(const struct segment *segment)
{
	const struct behaviors *behaviors = &segment->behaviors;

	return is_unfilled(&segment->revenue_share.at) &&
	       is_unfilled(&segment->lifetime_value.at) &&
	       is_unfilled(&segment->margin.at) &&
	       !is_unclear(&behaviors->object.at) &&
	       is_unfilled(&behaviors->purchases_per_year.at) &&
	       is_empty(&behaviors->other_channels.at,
			behaviors->other_channels.n) &&
	       is_empty(&segment->knowledge_gaps.at, segment->knowledge_gaps.n);
}

static void
check_known(struct rule_run *run)
{
	const struct map *segments = &run->plan->segments;

	for (uint32_t i = 0; i < segments->n; i++) {
		const struct segment *segment = ITEM(segment, *segments, i);

		if (!is_set(&segment->object.at) || !is_little_known(segment))
			continue;
		rule_missing(
			run, &segment->object, "knowledge_gaps",
			N_("the plan tells nothing of the revenue, the buying "
			   "and the other channels of '{name}'; add what you "
			   "know, or name in `knowledge_gaps` what is to be "
			   "found out"),
			ARGS(TEXT_ARG("name", object_name(&segment->object))));
	}
}

static const struct rule rules[] = {
	{.topic = {.name = "segments/thin",
		   .severity = SEVERITY_WARNING,
		   .flags = TOPIC_DRAFT,
		   .summary = N_("Fewer than two customer segments."),
		   .why = N_("With one segment, every customer is the average "
			     "customer: the same channels, the same hours, "
			     "the same wait. Those who are worth the most "
			     "then get what suits the many, and nobody sees "
			     "which promise costs more than it brings."),
		   .fix = N_("Split the customers where they differ in what "
			     "they are worth, in how they grow, or in what "
			     "they need from you. Two to six segments are "
			     "enough to begin with."),
		   .bad = "segments:\n"
			  "  everyone:\n"
			  "    name: All customers\n"
			  "    definition: Whoever ordered in 24 months\n",
		   .good = "segments:\n"
			   "  members:\n"
			   "    name: Members\n"
			   "    definition: Three or more orders in 12 months\n"
			   "  occasional:\n"
			   "    name: Occasional shoppers\n"
			   "    definition: All others active in 24 months\n"},
	 .check = check_thin},
	{.topic = {.name = "segments/no-evidence",
		   .severity = SEVERITY_WARNING,
		   .summary = N_("A segment that rests on nothing, on old "
				 "findings, or on opinion alone."),
		   .why = N_("Channels and hours are bought on what a segment "
			     "is said to want. Where that was never asked, "
			     "or years ago, the money goes where the loudest "
			     "voice in the room pointed. Evidence older than "
			     "18 months counts as old; "
			     "`settings.evidence_months` sets another "
			     "limit."),
		   .fix = N_("Add `evidence` with source, date and kind: a "
			     "survey, behavior from your own records, or "
			     "interviews. A few dozen interviews are more "
			     "than an opinion. Where it is old, look again "
			     "and add the new finding."),
		   .bad = "segments:\n"
			  "  members:\n"
			  "    name: Members\n"
			  "    evidence:\n"
			  "      - {source: Team workshop, date: 2026-05-08,\n"
			  "         kind: opinion}\n",
		   .good = "segments:\n"
			   "  members:\n"
			   "    name: Members\n"
			   "    evidence:\n"
			   "      - {source: Team workshop, date: 2026-05-08,\n"
			   "         kind: opinion}\n"
			   "      - {source: Order records, date: 2026-05-31,\n"
			   "         kind: behavior}\n"},
	 .check = check_evidence},
	{.topic = {.name = "segments/little-known",
		   .severity = SEVERITY_ADVICE,
		   .summary = N_("Nothing is known of a segment's revenue, "
				 "buying and other channels, and nobody asks."),
		   .why = N_("What customers bring, how they buy, and where "
			     "else they meet you (shops, pages, social media) "
			     "tells what service is worth to them and to you. "
			     "Not to know it is no shame; but then the plan "
			     "should say that it is to be found out."),
		   .fix = N_("Fill in `revenue_share` or `lifetime_value`, and "
			     "`behaviors`. Or list in `knowledge_gaps` what "
			     "you would like to know, so that somebody can be "
			     "asked to find it out."),
		   .bad = "segments:\n"
			  "  landlords:\n"
			  "    name: Landlords\n"
			  "    definition: Customers who let homes\n",
		   .good = "segments:\n"
			   "  landlords:\n"
			   "    name: Landlords\n"
			   "    definition: Customers who let homes\n"
			   "    evidence:\n"
			   "      - {source: Order records, date: 2026-05-31,\n"
			   "         kind: behavior}\n"
			   "    knowledge_gaps:\n"
			   "      - how many homes one landlord furnishes\n"},
	 .check = check_known},
};

const struct theme theme_segments = THEME(rules);
