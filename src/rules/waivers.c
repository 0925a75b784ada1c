/* waivers.c - findings that were accepted: by whom, why, until when */
#include <string.h>

#include "ces/nearest.h"
#include "rules/rule.h"

static bool
is_missing(const struct mark *mark)
{
	return mark->state == ABSENT || mark->state == BLANK;
}

static bool
is_firm(const struct waiver *waiver)
{
	return waiver->rule.index >= 0 &&
	       topics[waiver->rule.index].flags & TOPIC_FIRM;
}

/*
 * Is all of it there, and does it lead somewhere? One without a good `at` must
 * not hide a whole plan's findings.
 */
static bool
is_whole(const struct waiver *waiver)
{
	return is_set(&waiver->rule.at) && waiver->rule.index >= 0 &&
	       is_set(&waiver->reason.at) && is_set(&waiver->until.at) &&
	       is_set(&waiver->approved_by.at) &&
	       (is_missing(&waiver->at.at) ||
		(is_set(&waiver->at.at) &&
		 (waiver->at.to || waiver->at.field)));
}

static bool
is_over(const struct waiver *waiver, struct date as_of)
{
	return date_compare(waiver->until.date, as_of) < 0;
}

static const char *
place_of(const struct waiver *waiver)
{
	return is_missing(&waiver->at.at) ? "" : waiver->at.text;
}

void
waivers_claim(const struct plan *plan, struct date as_of, struct claims *claims)
{
	for (uint32_t i = 0; i < plan->waivers.n; i++) {
		const struct waiver *waiver = ITEM(waiver, plan->waivers, i);

		if (is_whole(waiver) && !is_over(waiver, as_of))
			claims_add(claims, waiver->rule.text, place_of(waiver),
				   i);
	}
	claims_sort(claims);
}

const struct waiver *
waiver_of(const struct plan *plan, const struct claims *claims,
	  const struct finding *finding)
{
	const struct claim *claim;

	if (finding->topic->flags & TOPIC_FIRM)
		return NULL;
	claim = claims_find(claims, finding->topic->name, finding->path);
	return claim ? ITEM(waiver, plan->waivers, claim->index) : NULL;
}

static void
check_key(struct rule_run *run, const struct waiver *waiver, const char *key,
	  const struct mark *mark, const char *message)
{
	if (!is_missing(mark))
		return;
	rule_find(run, &waiver->object, key, message, NO_ARGS);
	rule_paste(run, &waiver->object, key);
}

static void
check_unknown(struct rule_run *run, const struct waiver *waiver)
{
	const char *near =
		nearest_of(waiver->rule.text, topic_names, TOPIC_COUNT);

	rule_find(run, &waiver->object, "rule",
		  near ? N_("there is no rule '{rule}'; did you mean "
			    "'{near}'?")
		       : N_("there is no rule '{rule}'; `ces explain` lists "
			    "the rules"),
		  ARGS(TEXT_ARG("rule", waiver->rule.text),
		       TEXT_ARG("near", near ? near : "")));
}

static void
check_rule(struct rule_run *run, const struct waiver *waiver)
{
	if (!is_set(&waiver->rule.at))
		return;
	if (waiver->rule.index < 0)
		check_unknown(run, waiver);
	else if (is_firm(waiver))
		rule_find(run, &waiver->object, "rule",
			  N_("'{rule}' can't be waived; mend what it finds, "
			     "and take this waiver out"),
			  ARGS(TEXT_ARG("rule", waiver->rule.text)));
}

void
check_waivers_invalid(struct rule_run *run, const struct waiver *waiver)
{
	if (!is_set(&waiver->object.at))
		return;
	check_key(run, waiver, "rule", &waiver->rule.at,
		  N_("this waiver names no rule; add `rule` with the "
		     "name that stands under the finding"));
	check_key(run, waiver, "reason", &waiver->reason.at,
		  N_("this waiver gives no reason; add `reason`, so "
		     "that others can follow it"));
	check_key(run, waiver, "until", &waiver->until.at,
		  N_("this waiver has no end; add `until` with the "
		     "day on which you look at it again"));
	check_key(run, waiver, "approved_by", &waiver->approved_by.at,
		  N_("nobody has approved this waiver; add "
		     "`approved_by`"));
	check_rule(run, waiver);
}

void
check_waivers_expired(struct rule_run *run)
{
	struct date as_of = run->view->as_of;

	FOR_EACH (waiver, run->plan->waivers) {
		if (is_set(&waiver->until.at) && is_over(waiver, as_of))
			rule_find(run, &waiver->object, "until",
				  N_("this waiver ended on {until}, before "
				     "{today}; have it renewed, or take it "
				     "out"),
				  ARGS(DATE_ARG("until", waiver->until.date),
				       DATE_ARG("today", as_of)));
	}
}

/*
 * Only rules that this version checks can tell: one that it doesn't know yet
 * may find something tomorrow. A waiver of this very rule can't be judged.
 */
static bool
can_tell(const struct rule_run *run, const struct waiver *waiver)
{
	return is_whole(waiver) && !is_over(waiver, run->view->as_of) &&
	       !is_firm(waiver) && waiver->rule.index != (int)run->topic;
}

/* The last rule of all: what there is to hide has been found by now. */
void
check_waivers_unused(struct rule_run *run)
{
	struct claims claims = {0};

	waivers_claim(run->plan, run->view->as_of, &claims);
	for (size_t i = 0; i < run->findings->n; i++)
		waiver_of(run->plan, &claims, &run->findings->items[i]);
	FOR_EACH (waiver, run->plan->waivers) {
		if (can_tell(run, waiver) &&
		    !claims_met(&claims, waiver->rule.text, place_of(waiver)))
			rule_find(run, &waiver->object, "rule",
				  N_("this waiver hides nothing: '{rule}' "
				     "finds nothing there; take it out"),
				  ARGS(TEXT_ARG("rule", waiver->rule.text)));
	}
	claims_release(&claims);
}
