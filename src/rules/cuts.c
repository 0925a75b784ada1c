/* cuts.c - seasons and exceptions in which a channel is open too little */
#include "rules/seasons.h"

const char *
hours_treatment(const struct hours *hours)
{
	const struct text_value *text = &hours->out_of_hours.treatment;

	return is_set(&text->at) ? text->text : NULL;
}

bool
is_cut(const struct rule_run *run, const struct low_stretch *stretch)
{
	return stretch->first.year && !stretch->usual &&
	       date_compare(stretch->last, run->view->as_of) >= 0;
}

void
report_low_stretch(struct rule_run *run, const struct segment *segment)
{
	const struct segment_view *at = FIGURES(run, segments, segment);
	const struct coverage *on = at->low_on;
	const struct object *place;
	const char *treatment, *key;

	if (!on || !is_cut(run, &at->low) ||
	    flag_is(&segment->high_value, true))
		return;
	place = hours_place(on->hours, at->low.first, &key);
	treatment = hours_treatment(on->hours);
	rule_find_args(
		run, place, key,
		treatment
			? N_("the channels with a person that '{segment}' "
			     "prefer are open in {coverage} of the hours they "
			     "want in the plan's period, but in {percent} from "
			     "{first} to {last}, less than {limit}; most is "
			     "missed on '{channel}': open it for a part of "
			     "these hours, or find out whether '{treatment}' "
			     "serves them")
			: N_("the channels with a person that '{segment}' "
			     "prefer are open in {coverage} of the hours they "
			     "want in the plan's period, but in {percent} from "
			     "{first} to {last}, less than {limit}; most is "
			     "missed on '{channel}': open it for a part of "
			     "these hours, or point them to a channel that is "
			     "open"),
		ARGS(NAME_ARG("segment", segment),
		     PERCENT_ARG("coverage", at->coverage),
		     PERCENT_ARG("percent", at->low.percent),
		     DATE_ARG("first", at->low.first),
		     DATE_ARG("last", at->low.last),
		     PERCENT_ARG("limit", SETTING_OF(run->plan, coverage)),
		     TEXT_ARG("channel", object_name(&on->channel->object)),
		     TEXT_ARG("treatment", treatment)));
	rule_relate(run, &segment->preferences.object, "hours",
		    N_("the hours they want"));
}

void
report_cut(struct rule_run *run, const struct coverage *at)
{
	const struct segment *segment = at->segment;
	const char *key;
	const struct object *place =
		hours_place(at->hours, at->worst.first, &key);

	rule_find_args(
		run, place, key,
		N_("the high-value customers '{segment}' find '{channel}' open "
		   "in {percent} of the hours in which they want it in the "
		   "plan's period, but in {low} from {first} to {last}, below "
		   "the limit of {limit}; open it for a part of these hours, "
		   "or agree with them on another channel"),
		ARGS(NAME_ARG("segment", segment),
		     NAME_ARG("channel", at->channel),
		     PERCENT_ARG("percent", at->percent),
		     PERCENT_ARG("low", at->worst.percent),
		     DATE_ARG("first", at->worst.first),
		     DATE_ARG("last", at->worst.last),
		     PERCENT_ARG("limit",
				 SETTING_OF(run->plan, high_value_coverage))));
	rule_relate(run, &segment->preferences.object, "hours",
		    N_("the hours they want"));
}
