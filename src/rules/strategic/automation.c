/* automation.c - machines that serve customers, and those that trap them */
#include "ces/measure.h"
#include "rules/strategic/strategic.h"

/* bots, and whatever else the plan describes as automation */
static bool
is_automated(const struct channel *channel)
{
	return (word_is(&channel->mode, MODE_BOT) ||
		is_set(&channel->automation.object.at)) &&
	       !word_is(&channel->status, CHANNEL_RETIRING);
}

static void
each_automated(struct rule_run *run,
	       void (*check)(struct rule_run *run,
			     const struct channel *channel))
{
	FOR_EACH (channel, run->plan->channels) {
		if (is_automated(channel))
			check(run, channel);
	}
}

/* A bot that the plan says nothing about has this one finding of all. */
static void
check_benefit(struct rule_run *run, const struct channel *channel)
{
	const struct automation *of = &channel->automation;

	if (is_unfilled(&of->object.at))
		rule_missing(
			run, &channel->object, "automation",
			N_("'{channel}' is automated, and the plan doesn't say "
			   "what customers gain from it; add `automation` "
			   "with its `customer_benefit`"),
			ARGS(NAME_ARG("channel", channel)));
	else if (is_set(&of->object.at) &&
		 is_unfilled(&of->customer_benefit.at))
		rule_missing(
			run, &of->object, "customer_benefit",
			N_("the plan doesn't say what customers gain from "
			   "'{channel}', so it looks as if only the company "
			   "does; add `customer_benefit`"),
			ARGS(NAME_ARG("channel", channel)));
}

void
check_automation_company_only(struct rule_run *run)
{
	each_automated(run, check_benefit);
}

static void
report_adoption(struct rule_run *run, const struct channel *channel)
{
	const struct automation *of = &channel->automation;
	bool target = !is_unfilled(&of->adoption.object.at);
	bool evidence = !is_unfilled(&of->evidence.at);
	struct arg name = NAME_ARG("channel", channel);

	if (!target)
		rule_missing(
			run, &of->object, "adoption",
			evidence ? N_("'{channel}' has no target for how many "
				      "customers will use it; add `adoption`")
				 : N_("nobody says how many customers will use "
				      "'{channel}', nor how that is known; try "
				      "it with some of them, then add "
				      "`adoption` and `evidence`"),
			&name, 1);
	else if (!evidence)
		rule_missing(
			run, &of->object, "evidence",
			word_is(&of->adoption.confidence, CONFIDENCE_LOW)
				? N_("nothing shows that customers will use "
				     "'{channel}', and you have little "
				     "confidence that they will; try it with "
				     "some of them, then add `evidence`")
				: N_("nothing shows that customers will use "
				     "'{channel}'; try it with some of them, "
				     "then add `evidence`"),
			&name, 1);
}

static void
check_adopted(struct rule_run *run, const struct channel *channel)
{
	const struct automation *of = &channel->automation;

	if (!is_set(&of->object.at))
		return;
	report_adoption(run, channel);
	if (word_is(&of->adoption.confidence, CONFIDENCE_LOW) &&
	    !is_unfilled(&of->evidence.at))
		rule_find(run, &of->adoption.object, "confidence",
			  N_("you have little confidence that customers will "
			     "use '{channel}'; find out what they want before "
			     "more is spent on it"),
			  ARGS(NAME_ARG("channel", channel)));
}

void
check_automation_adoption(struct rule_run *run)
{
	each_automated(run, check_adopted);
}

/* what makes a trap of a machine */
struct bar {
	const char *key;
	size_t offset; /* of its flag in the automation */
	const char *message;
};

static const struct bar bars[] = {
	{"exit_any_time", offsetof(struct automation, exit_any_time),
	 N_("customers can't leave '{channel}' whenever they want; let them "
	    "ask for a person at every step")},
	{"announced", offsetof(struct automation, announced),
	 N_("'{channel}' doesn't say that it is a machine; let it say so "
	    "first, as customers find out anyway")},
	{"keeps_queue_place", offsetof(struct automation, keeps_queue_place),
	 N_("whoever tries '{channel}' loses the place in the queue; keep it, "
	    "so that trying costs nothing")},
	{"tells_queue_position",
	 offsetof(struct automation, tells_queue_position),
	 N_("'{channel}' doesn't tell customers their place in the queue; "
	    "tell them how many are ahead, so that they need not wonder")},
};

/* the worst bar; the others are shown with it */
static void
report_bars(struct rule_run *run, const struct channel *channel)
{
	const struct automation *of = &channel->automation;
	uint32_t found = 0;

	for (size_t i = 0; i < sizeof(bars) / sizeof(*bars); i++) {
		const struct flag_value *flag =
			(const void *)((const char *)of + bars[i].offset);

		if (!flag_is(flag, false))
			continue;
		if (found++)
			rule_relate(run, &of->object, bars[i].key,
				    N_("this holds customers up too"));
		else
			rule_find(run, &of->object, bars[i].key,
				  bars[i].message,
				  ARGS(NAME_ARG("channel", channel)));
	}
}

/* the key that says why the reason is not for a machine, or NULL */
static const char *
human_matter(const struct reason *reason)
{
	return flag_is(&reason->emotional, true) ? "emotional"
	       : flag_is(&reason->urgent, true)	 ? "urgent"
	       : flag_is(&reason->complex, true) ? "complex"
						 : NULL;
}

static const char *
human_message(const char *key)
{
	return *key == 'e' ? N_("'{channel}' answers '{reason}' by itself, and "
				"customers who ask about that are upset; let a "
				"person take it")
	       : *key == 'u'
		       ? N_("'{channel}' answers '{reason}' by itself, and "
			    "that is urgent; let a person take it")
		       : N_("'{channel}' answers '{reason}' by itself, and "
			    "that takes an expert; let a person take it");
}

/* the first such reason; the others are shown with it */
static void
report_matters(struct rule_run *run, const struct channel *channel)
{
	uint32_t found = 0;

	for (uint32_t i = 0; i < channel->reasons.n; i++) {
		const struct ref_value *ref = &channel->reasons.items[i];
		const struct reason *reason = ref->to;
		const char *key = reason ? human_matter(reason) : NULL;

		if (!key)
			continue;
		if (!found++)
			rule_find_at(run, &channel->object, &ref->at,
				     rule_item_path(run, &channel->object,
						    "reasons", i),
				     human_message(key),
				     ARGS(NAME_ARG("channel", channel),
					  NAME_ARG("reason", reason)));
		rule_relate(run, &reason->object, key,
			    N_("a matter for a person"));
	}
}

static void
check_bars(struct rule_run *run, const struct channel *channel)
{
	report_bars(run, channel);
	report_matters(run, channel);
}

void
check_automation_trap(struct rule_run *run)
{
	each_automated(run, check_bars);
}

static const char *const contained[] = {"containment_rate", "deflection_rate",
					NULL};
static const char *const solved[] = {"automation_resolution_rate", "fcr",
				     "one_contact_resolution",
				     "repeat_contact_rate", NULL};

/* A measure whose standard can't be read may be the one that is asked for. */
static bool
shows_solved(const struct measure *measure)
{
	return is_unclear(&measure->standard.at) ||
	       standard_among(measure_standard(measure), solved);
}

void
check_automation_containment_only(struct rule_run *run)
{
	const struct map *measures = &run->plan->measures;
	uint32_t found = 0;

	FOR_EACH (measure, *measures)
		if (shows_solved(measure))
			return;
	FOR_EACH (measure, *measures) {
		if (!standard_among(measure_standard(measure), contained))
			continue;
		if (found++)
			rule_relate(run, &measure->object, "standard",
				    N_("this one counts the same"));
		else
			rule_find(run, &measure->object, "standard",
				  N_("'{measure}' counts customers who didn't "
				     "get to a person, and no measure shows "
				     "whether they were helped or came back; "
				     "measure automated resolution or repeat "
				     "contacts with it"),
				  ARGS(NAME_ARG("measure", measure)));
	}
}
