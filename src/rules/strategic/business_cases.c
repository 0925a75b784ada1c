/* business_cases.c - whether a planned channel passes its three tests */
#include "rules/strategic/strategic.h"

/* a test, what to say when it fails and when nobody has said */
struct trial {
	const char *key;
	size_t offset; /* of its flag in the business case */
	const char *fails, *unsaid;
};

static const struct trial trials[] = {
	{"wanted", offsetof(struct business_case, wanted),
	 N_("'{channel}' is planned, and its case says that customers don't "
	    "want it or won't use it; plan what they ask for, or show why "
	    "they will come"),
	 N_("the case for '{channel}' doesn't say whether customers want it "
	    "and will use it; add `wanted`")},
	{"ease", offsetof(struct business_case, ease),
	 N_("'{channel}' is planned, and its case says that it makes you no "
	    "easier to deal with; change it until it does, or leave it out"),
	 N_("the case for '{channel}' doesn't say whether it makes you easier "
	    "to deal with; add `ease`")},
	{"efficiency", offsetof(struct business_case, efficiency),
	 N_("'{channel}' is planned, and its case says that it makes work no "
	    "more efficient; have leaders say why it is worth its cost, or "
	    "leave it out"),
	 N_("the case for '{channel}' doesn't say whether it makes work more "
	    "efficient; add `efficiency`")},
};

enum { TRIALS = sizeof(trials) / sizeof(*trials) };

static bool
fails(const struct business_case *of, const struct trial *trial)
{
	const struct flag_value *flag =
		(const void *)((const char *)of + trial->offset);

	return flag_is(flag, false);
}

/* the first test that fails; the others are shown with it */
static void
report_failed(struct rule_run *run, const struct channel *channel)
{
	const struct business_case *of = &channel->business_case;
	uint32_t found = 0;

	for (int i = 0; i < TRIALS; i++) {
		if (!fails(of, &trials[i]))
			continue;
		if (found++)
			rule_relate(run, &of->object, trials[i].key,
				    N_("it fails this test too"));
		else
			rule_find(run, &of->object, trials[i].key,
				  trials[i].fails,
				  ARGS(NAME_ARG("channel", channel)));
	}
}

static void
report_unsaid(struct rule_run *run, const struct channel *channel)
{
	const struct object *of = &channel->business_case.object;

	for (int i = 0; i < TRIALS; i++)
		if (object_lacks(of, trials[i].key))
			rule_missing(run, of, trials[i].key, trials[i].unsaid,
				     ARGS(NAME_ARG("channel", channel)));
}

/* of a channel that nobody wants nobody asks which segment wants it */
static void
report_nobody(struct rule_run *run, const struct channel *channel)
{
	const struct business_case *of = &channel->business_case;

	if (of->segments.n || is_unclear(&of->segments.at) ||
	    flag_is(&of->wanted, false))
		return;
	rule_missing(
		run, &of->object, "segments",
		N_("the case for '{channel}' names no segment that wants it; "
		   "add `segments` with those who asked for it"),
		ARGS(NAME_ARG("channel", channel)));
}

void
check_channels_weak_case(struct rule_run *run, const struct channel *channel)
{
	if (object_lacks(&channel->object, "business_case"))
		rule_missing(
			run, &channel->object, "business_case",
			N_("'{channel}' is planned without a business case; "
			   "say whether it improves efficiency, makes you "
			   "easier to deal with, and is wanted"),
			ARGS(NAME_ARG("channel", channel)));
	if (!word_is(&channel->status, CHANNEL_PLANNED) ||
	    !is_set(&channel->business_case.object.at))
		return;
	report_failed(run, channel);
	report_unsaid(run, channel);
	report_nobody(run, channel);
}
