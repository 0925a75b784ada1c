/* segments.c - number of segments, evidence and knowledge about them */
#include "rules/strategic/strategic.h"

void
check_segments_thin(struct rule_run *run)
{
	const struct map *segments = &run->plan->segments;
	const struct object *only =
		segments->n == 1 ? segments->items[0] : NULL;

	if (only && is_set(&segments->at) && is_set(&only->at))
		rule_find(run, &run->plan->object, "segments",
			  N_("'{name}' is the only segment here; describe two "
			     "at least, so that the plan can treat customers "
			     "differently"),
			  ARGS(TEXT_ARG("name", object_name(only))));
}

/* Skips evidence with an unreadable date or kind. */
static void
check_evidence(struct rule_run *run, const struct segment *segment)
{
	double months = SETTING_OF(run->plan, evidence_months);
	struct date newest = {0};
	bool opinion = true;

	FOR_EACH (evidence, segment->evidence) {
		if (!is_set(&evidence->object.at) ||
		    is_unclear(&evidence->date.at) ||
		    is_unclear(&evidence->kind.at))
			return;
		opinion &= word_is(&evidence->kind, EVIDENCE_OPINION);
		if (is_set(&evidence->date.at) &&
		    (!newest.year ||
		     date_compare(evidence->date.date, newest) > 0))
			newest = evidence->date.date;
	}
	if (opinion)
		rule_find(run, &segment->object, "evidence",
			  N_("all that is known of '{name}' is opinion; ask "
			     "these customers, or look at what they do"),
			  ARGS(NAME_ARG("name", segment)));
	else if (newest.year && !plan_is_retired(run->plan) &&
		 is_older(newest, run->view->as_of, months))
		rule_find(run, &segment->object, "evidence",
			  N_("the newest dated evidence about '{name}' is from "
			     "{date}, past the {months}-month limit; check "
			     "whether it still holds"),
			  ARGS(NAME_ARG("name", segment),
			       DATE_ARG("date", newest),
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
	if (is_empty(&segment->evidence.at, segment->evidence.n))
		rule_missing(run, &segment->object, "evidence",
			     N_("'{name}' has no evidence; add the survey, the "
				"figures or the interviews behind it"),
			     ARGS(NAME_ARG("name", segment)));
	else if (is_set(&segment->evidence.at))
		check_evidence(run, segment);
}

void
check_segments_little_known(struct rule_run *run, const struct segment *segment)
{
	const struct behaviors *behaviors = &segment->behaviors;

	if (is_unfilled(&segment->revenue_share.at) &&
	    is_unfilled(&segment->lifetime_value.at) &&
	    is_unfilled(&segment->margin.at) &&
	    !is_unclear(&behaviors->object.at) &&
	    is_unfilled(&behaviors->purchases_per_year.at) &&
	    is_empty(&behaviors->other_channels.at,
		     behaviors->other_channels.n) &&
	    is_empty(&segment->knowledge_gaps.at, segment->knowledge_gaps.n))
		rule_missing(run, &segment->object, "knowledge_gaps",
			     N_("the plan says nothing about revenue, buying "
				"habits and other channels of '{name}'; add "
				"what you know, or name in `knowledge_gaps` "
				"what you want to find out"),
			     ARGS(NAME_ARG("name", segment)));
}
