/* automation.c - bots and menus: benefit, adoption, traps, and how they are
 * measured */
#include "ces/measure.h"
#include "rules/rule.h"

/* includes any channel that the plan describes as automation */
static bool
is_automated(const struct channel *channel)
{
	return (word_is(&channel->mode, MODE_BOT) ||
		is_set(&channel->automation.object.at)) &&
	       !word_is(&channel->status, CHANNEL_RETIRING);
}

/* Gives a bot without a description this finding only. */
void
check_automation_company_only(struct rule_run *run,
			      const struct channel *channel)
{
	const struct automation *of = &channel->automation;

	if (!is_automated(channel))
		return;
	if (is_unfilled(&of->object.at))
		rule_missing(run, &channel->object, "automation",
			     N_("'{channel}' is automated, and the plan "
				"doesn't say what customers gain from it; add "
				"`automation` with its `customer_benefit`"));
	else if (is_set(&of->object.at) &&
		 is_unfilled(&of->customer_benefit.at))
		rule_missing(run, &of->object, "customer_benefit",
			     N_("the plan doesn't say what customers gain from "
				"'{channel}', so it looks as if only the "
				"company does; add `customer_benefit`"));
}

void
check_automation_adoption(struct rule_run *run, const struct channel *channel)
{
	const struct automation *of = &channel->automation;
	bool evidence = !is_unfilled(&of->evidence.at);
	bool doubtful = word_is(&of->adoption.confidence, CONFIDENCE_LOW);

	if (!is_automated(channel) || !is_set(&of->object.at) ||
	    of->customer_benefit.at.state == TODO)
		return;
	if (is_unfilled(&of->adoption.object.at)) {
		rule_missing(
			run, &of->object, "adoption",
			evidence
				? N_("'{channel}' has no target for how many "
				     "customers will use it; add `adoption`")
				: N_("the plan says neither how many customers "
				     "will use '{channel}' nor how that is "
				     "known; try it with some of them, then "
				     "add `adoption` and `evidence`"));
		if (!evidence)
			rule_offer(run, &of->object, "evidence");
	} else if (!evidence)
		rule_missing(
			run, &of->object, "evidence",
			doubtful ? N_("nothing shows that customers will use "
				      "'{channel}', and you have little "
				      "confidence that they will; try it with "
				      "some of them, then add `evidence`")
				 : N_("nothing shows that customers will use "
				      "'{channel}'; try it with some of them, "
				      "then add `evidence`"));
	else if (doubtful && is_set(&of->evidence.at))
		rule_find(run, &of->adoption.object, "confidence",
			  N_("you have little confidence that customers will "
			     "use '{channel}'; find out what they want before "
			     "more is spent on it"));
}

/* flags of reasons that a person should handle */
static const struct key_message matters[] = {
	{"emotional",
	 N_("'{channel}' answers '{reason}' by itself, and customers who ask "
	    "about that are upset; let a person take it")},
	{"urgent", N_("'{channel}' answers '{reason}' by itself, and that is "
		      "urgent; let a person take it")},
	{"complex", N_("'{channel}' answers '{reason}' by itself, and that "
		       "takes an expert; let a person take it")},
	{NULL, NULL},
};

/* the flag that makes the reason one for a person; its key is NULL where there
 * is none */
static const struct key_message *
matter_of(const struct reason *reason)
{
	const struct key_message *matter = matters;

	while (matter->key && !key_is(&reason->object, matter->key, true))
		matter++;
	return matter;
}

/* Reports the first reason for a person, and relates the others to it; false
 * where there is none. */
static bool
check_matters(struct rule_run *run, const struct channel *channel)
{
	bool found = false;

	for (uint32_t i = 0; i < channel->reasons.n; i++) {
		const struct ref_value *ref = &channel->reasons.items[i];
		const struct reason *reason = ref->to;
		const struct key_message *matter;

		if (!reason || !(matter = matter_of(reason))->key)
			continue;
		if (!found)
			rule_find_at(run, &channel->object,
				     rule_item(run, &channel->object, "reasons",
					       i, &ref->at),
				     matter->message,
				     ARGS(NAME_ARG("reason", reason)));
		found = true;
		rule_relate(run, &reason->object, matter->key,
			    N_("a matter for a person"));
	}
	return found;
}

/* words of phone menus in the languages of plans, in small letters */
static const char *const menus[] = {
	"phone menu",	  "voice menu",
	"telephone menu", "call menu",
	"keypad menu",	  "touch-tone",
	"touch tone",	  "phone tree",
	"voice response", "auto attendant",
	"auto-attendant", "automated phone",
	"automated line", "telefonmenü",
	"sprachmenü",	  "menú telefónico",
	"menú de voz",	  "menu téléphonique",
	"serveur vocal",  "ivr",
	"ivrs",		  "ars",
	"전화 메뉴",	  "电话菜单",
	"電話選單",	  "語音選單",
	"자동응답",	  "자동 응답",
	"语音菜单",	  "语音导航",
	"自動音声応答",
};

/* tells whether callers go through it before a person answers */
static bool
is_phone_menu(const struct channel *channel)
{
	bool alone = flag_is(&channel->assisted, false) ||
		     (is_unfilled(&channel->assisted.at) &&
		      word_is(&channel->timing, TIMING_SELF_SERVICE));

	return alone && !word_is(&channel->status, CHANNEL_RETIRING) &&
	       (word_is(&channel->mode, MODE_VOICE) ||
		(word_is(&channel->mode, MODE_SELF_SERVICE) &&
		 text_has_word(&channel->name, menus,
			       sizeof(menus) / sizeof(*menus))));
}

/* tells whether the channel has contacts with the reason */
static bool
is_asked_on(const struct reason *reason, const struct channel *channel)
{
	FOR_VALUES (share, share, reason->volume)
		if (share->ref.to == channel && is_set(&share->value.at) &&
		    share->value.n > 0)
			return true;
	return false;
}

/* Reports a menu that answers the reason itself, or that callers have to go
 * through before the person who should. */
static void
report_asked(struct rule_run *run, const struct channel *menu,
	     const struct channel *on, const struct reason *reason)
{
	if (on == menu)
		rule_find_args(run, &reason->object, "volume",
			       matter_of(reason)->message,
			       ARGS(NAME_ARG("channel", menu)));
	else
		rule_find_args(
			run, &menu->object, NULL,
			N_("callers with '{reason}' go through '{channel}', "
			   "{steps} steps before a person on '{to}', who "
			   "should take that; let them out at the first step"),
			ARGS(NAME_ARG("reason", reason),
			     COUNT_ARG("steps", menu->human_route.steps.n),
			     NAME_ARG("to", on)));
}

/* Reports the first matter for a person that the channel has contacts with, the
 * menu itself or the one behind it, and relates the others; false where there
 * is none. */
static bool
check_asked(struct rule_run *run, const struct channel *menu,
	    const struct channel *on)
{
	bool found = false;

	FOR_EACH (reason, run->plan->contact_reasons) {
		const struct key_message *matter;

		if (!is_asked_on(reason, on) ||
		    !(matter = matter_of(reason))->key)
			continue;
		if (!found)
			report_asked(run, menu, on, reason);
		found = true;
		rule_relate(run, &reason->object, matter->key,
			    N_("a matter for a person"));
	}
	return found;
}

/* tells whether callers may leave it at once, or nobody knows */
static bool
lets_out(const struct channel *menu)
{
	const struct automation *of = &menu->automation;

	return !is_set(&menu->human_route.steps.at) ||
	       menu->human_route.steps.n <= 1 || is_unclear(&of->object.at) ||
	       is_unclear(&of->exit_any_time.at) ||
	       flag_is(&of->exit_any_time, true);
}

/* flags that make a trap of a bot when false, worst first */
static const struct key_message bars[] = {
	{"exit_any_time", N_("customers can't leave '{channel}' whenever they "
			     "want; let them ask for a person at every step")},
	{"announced", N_("'{channel}' doesn't say that it is a machine; let it "
			 "say so first, as customers find out anyway")},
	{"keeps_queue_place",
	 N_("customers who try '{channel}' lose their place in the queue; keep "
	    "it, so that trying costs nothing")},
	{"tells_queue_position",
	 N_("'{channel}' doesn't tell customers their place in the queue; tell "
	    "them how many are ahead, so that they don't have to wonder")},
	{NULL, NULL},
};

void
check_automation_trap(struct rule_run *run, const struct channel *channel)
{
	bool menu = is_phone_menu(channel);
	const struct channel *to = channel->human_route.to.to;

	if (!menu && !is_automated(channel))
		return;
	rule_find_off(run, &channel->automation.object, bars,
		      N_("this holds customers up too"));
	if (!check_matters(run, channel) && menu &&
	    !check_asked(run, channel, channel) && to && !lets_out(channel))
		check_asked(run, channel, to);
}

/* Accepts a measure whose standard can't be read: it may be the wanted one. */
void
check_automation_containment_only(struct rule_run *run)
{
	static const char *const contained[] = {"containment_rate",
						"deflection_rate", NULL};
	static const char *const solved[] = {"automation_resolution_rate",
					     "fcr", "one_contact_resolution",
					     "repeat_contact_rate", NULL};
	const struct map *measures = &run->plan->measures;
	bool found = false;

	FOR_EACH (measure, *measures)
		if (is_unclear(&measure->standard.at) ||
		    standard_among(measure_standard(measure), solved))
			return;
	FOR_EACH (measure, *measures)
		if (standard_among(measure_standard(measure), contained))
			rule_find_first(
				run, &found, &measure->object, "standard",
				N_("this one counts the same"),
				N_("'{measure}' counts customers who didn't "
				   "reach a person, and no measure shows "
				   "whether they were helped or came back; "
				   "measure automated resolution or repeat "
				   "contacts with it"),
				NO_ARGS);
}
