/* business_cases.c - the three tests of a planned channel */
#include "rules/strategic/strategic.h"

static const struct key_message failed[] = {
	{"wanted", N_("'{channel}' is planned, and its case says that "
		      "customers don't want it or won't use it; plan what they "
		      "ask for, or show why they will come")},
	{"ease",
	 N_("'{channel}' is planned, and its case says that it makes you no "
	    "easier to deal with; change it until it does, or leave it out")},
	{"efficiency", N_("'{channel}' is planned, and its case says that it "
			  "makes work no more efficient; have leaders say why "
			  "it is worth its cost, or leave it out")},
	{NULL, NULL},
};

static const struct key_message unsaid[] = {
	{"wanted", N_("the case for '{channel}' doesn't say whether customers "
		      "want it and will use it; add `wanted`")},
	{"ease", N_("the case for '{channel}' doesn't say whether it makes you "
		    "easier to deal with; add `ease`")},
	{"efficiency", N_("the case for '{channel}' doesn't say whether it "
			  "makes work more efficient; add `efficiency`")},
	{NULL, NULL},
};

/* Leaves out segments in cases that say that nobody wants the channel. */
void
check_channels_weak_case(struct rule_run *run, const struct channel *channel)
{
	const struct business_case *of = &channel->business_case;
	const struct arg name = NAME_ARG("channel", channel);

	if (object_lacks(&channel->object, "business_case"))
		rule_missing(run, &channel->object, "business_case",
			     N_("'{channel}' is planned without a business "
				"case; say whether it improves efficiency, "
				"makes you easier to deal with, and is wanted"),
			     &name, 1);
	if (!word_is(&channel->status, CHANNEL_PLANNED) ||
	    !is_set(&of->object.at))
		return;
	rule_find_off(run, &of->object, failed, N_("it fails this test too"),
		      &name, 1);
	rule_find_lacking(run, &of->object, unsaid, &name, 1);
	if (!of->segments.n && !is_unclear(&of->segments.at) &&
	    !flag_is(&of->wanted, false))
		rule_missing(run, &of->object, "segments",
			     N_("the case for '{channel}' names no segment "
				"that wants it; add `segments` with those who "
				"asked for it"),
			     &name, 1);
}
