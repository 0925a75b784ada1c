/* answers.c - attempts that are answered, acknowledged, and in which languages
 */
#include <strings.h>

#include "rules/rule.h"

/* Leaves contradictory counts to the first message, as then no share is known.
 */
void
check_channels_unanswered(struct rule_run *run, const struct channel *channel)
{
	const struct channel_view *view = FIGURES(run, channels, channel);
	const struct number_value *attempts = &channel->attempts_per_year;
	double limit = SETTING_OF(run->plan, unanswered);
	bool contradicted;

	if (!is_set(&attempts->at) || isnan(view->volume) || !view->live ||
	    is_unclear(&channel->contacts_per_year.at) ||
	    (!is_set(&channel->contacts_per_year.at) && !run->volumes_clear))
		return;
	contradicted = view->volume > attempts->n;
	if (!contradicted && !is_above(view->unanswered, limit))
		return;
	rule_find_args(
		run, &channel->object, "attempts_per_year",
		contradicted
			? N_("'{name}' has {attempts} attempts a year and "
			     "{answered} contacts that were answered; count "
			     "both in the same year, and all attempts during "
			     "opening hours")
			: N_("{share} of the attempts on '{name}' during its "
			     "opening hours are not answered ({n} of "
			     "{attempts} a year), above the limit of {limit}; "
			     "staff the hours in which they come, or offer a "
			     "call-back"),
		ARGS(COUNT_ARG("attempts", attempts->n),
		     COUNT_ARG("answered", view->volume),
		     PERCENT_ARG("share", contradicted ? 0 : view->unanswered),
		     COUNT_ARG("n", attempts->n - view->volume),
		     PERCENT_ARG("limit", limit)));
	if (is_set(&channel->contacts_per_year.at))
		rule_relate(run, &channel->object, "contacts_per_year",
			    N_("those that were answered"));
}

void
check_channels_acknowledge(struct rule_run *run, const struct channel *channel)
{
	const struct receipt *receipt = &channel->acknowledge;
	const struct duration_value *answer = &channel->objective.within;

	if (!is_set(&receipt->object.at))
		return;
	if (is_set(&channel->timing.at) &&
	    channel->timing.word != TIMING_ASYNCHRONOUS) {
		rule_find(run, &channel->object, "acknowledge",
			  N_("messages don't wait on '{channel}', so there is "
			     "no receipt to acknowledge; take out "
			     "`acknowledge`, or correct `timing`"));
		rule_relate(run, &channel->object, "timing", N_("its timing"));
	} else if (is_set(&receipt->within.at) && is_set(&answer->at) &&
		   duration_seconds(receipt->within.duration) >=
			   duration_seconds(answer->duration)) {
		rule_find(run, &receipt->object, "within",
			  N_("'{channel}' acknowledges messages no sooner than "
			     "it answers them; promise the receipt earlier, or "
			     "take out `acknowledge`"));
		rule_relate(run, &channel->objective.object, "within",
			    N_("when it answers"));
	}
}

/* compares what stands before the region: en of en-GB */
static bool
same_language(const char *a, const char *b)
{
	size_t n = strcspn(a, "-_"), m = strcspn(b, "-_");

	return n == m && !strncasecmp(a, b, n);
}

/* Takes values that can't be read for the language. */
static bool
speaks(const struct channel *channel, const char *language)
{
	FOR_VALUES (text_value, own, channel->languages)
		if (!is_set(&own->at) || same_language(own->text, language))
			return true;
	return is_unclear(&channel->languages.at);
}

/* Speaks another channel of the kind, which the segment prefers too, or one
 * whose languages nobody tells? */
static bool
spoken_beside(const struct segment *segment, const struct channel *channel,
	      const char *language)
{
	FOR_VALUES (share, share, segment->preferences.channels) {
		const struct channel *other = share->ref.to;

		if (other && other != channel &&
		    word_is(&other->status, CHANNEL_CURRENT) &&
		    is_set(&other->mode.at) &&
		    word_is(&channel->mode, other->mode.word) &&
		    (!other->languages.n || speaks(other, language)))
			return true;
	}
	return false;
}

/* the segment's languages that the channel lacks */
static struct texts
lacked(struct rule_run *run, const struct segment *segment,
       const struct channel *channel)
{
	struct texts lacking = {0};

	FOR_VALUES (text_value, language, segment->preferences.languages)
		if (is_set(&language->at) && !speaks(channel, language->text) &&
		    !spoken_beside(segment, channel, language->text))
			texts_append(run->findings->arena, &lacking,
				     language->text);
	return lacking;
}

/* Reports the first share of each channel, and relates the others; `found` is
 * the channel's finding, by its index + 1. */
static void
check_share(struct rule_run *run, const struct segment *segment,
	    const struct share *share, size_t *found)
{
	const struct channel *channel = share->ref.to;
	struct texts languages = lacked(run, segment, channel);

	if (!languages.n)
		return;
	if (!*found) {
		rule_find_args(
			run, &channel->object, "languages",
			N_("{share} of '{segment}' prefer '{channel}', and it "
			   "doesn't answer in {languages}, as these customers "
			   "speak; add the language there, or a channel that "
			   "has it"),
			ARGS(PERCENT_ARG("share", share->value.n),
			     NAME_ARG("segment", segment),
			     TEXTS_ARG("languages", languages,
				       LIST_COMMAS | LIST_QUOTED)));
		*found = run->findings->n;
	}
	rule_relate_to(run, *found - 1, &segment->preferences.object,
		       "languages", N_("their languages"));
}

/* Looks at channels that matter to a segment. */
void
check_channels_language(struct rule_run *run)
{
	double matters = SETTING_OF(run->plan, high_value_preference);
	size_t *found = rule_array(run, &run->plan->channels, sizeof(*found));

	FOR_EACH (segment, run->plan->segments)
		FOR_VALUES (share, share, segment->preferences.channels) {
			const struct channel *channel = share->ref.to;

			if (channel && channel->languages.n &&
			    !word_is(&channel->status, CHANNEL_RETIRING) &&
			    is_set(&share->value.at) &&
			    !is_below(share->value.n, matters))
				check_share(run, segment, share,
					    &found[channel->object.index]);
		}
}
