/* segments.c - do we know who the customers are */
#include "rules/strategic/strategic.h"

void
check_segments_thin(struct rule_run *run)
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

void
check_segments_no_evidence(struct rule_run *run, const struct segment *segment)
{
	const struct object *object = &segment->object;

	if (!is_set(&object->at))
		return;
	if (is_empty(&segment->evidence.at, segment->evidence.n))
		rule_missing(run, object, "evidence",
			     N_("nothing shows how '{name}' is known; "
				"add the survey, the figures or the "
				"interviews behind it"),
			     ARGS(TEXT_ARG("name", object_name(object))));
	else if (is_set(&segment->evidence.at))
		check_worth(run, segment);
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

void
check_segments_little_known(struct rule_run *run, const struct segment *segment)
{
	if (!is_set(&segment->object.at) || !is_little_known(segment))
		return;
	rule_missing(run, &segment->object, "knowledge_gaps",
		     N_("the plan tells nothing of the revenue, the buying "
			"and the other channels of '{name}'; add what you "
			"know, or name in `knowledge_gaps` what is to be "
			"found out"),
		     ARGS(NAME_ARG("name", segment)));
}
