/* measure_access.c - measures of waiting and response on each channel */
#include "ces/measure.h"
#include "rules/strategic/strategic.h"

/* aspects of access, as bits */
enum { WATCH_WAITING = 1, WATCH_REPLIES = 2 };

/* Takes unknown and custom measures to watch both. */
static unsigned
watched_by(const struct measure_view *made)
{
	const char *word = made->standard ? made->standard->word : "custom";

	if (!strcmp(word, "service_level") || !strcmp(word, "asa") ||
	    !strcmp(word, "abandonment_rate"))
		return WATCH_WAITING;
	if (!strcmp(word, "first_response_time") ||
	    !strcmp(word, "response_time_sla"))
		return WATCH_REPLIES;
	if (!strcmp(word, "custom") &&
	    (made->family < 0 || made->family == FAMILY_ACCESS))
		return WATCH_WAITING | WATCH_REPLIES;
	return 0;
}

/*
 * Notes the channels that the measure watches; returns whether it watches all.
 * Takes a measure without channels for the whole contact center, as most
 * telephone systems count, and one with an unknown channel for any.
 */
static bool
watch_channels(const struct measure *measure, unsigned what, unsigned *watched)
{
	const struct refs_value *channels = &measure->scope.channels;

	if (!is_set(&measure->scope.object.at) || !is_set(&channels->at) ||
	    !channels->n || refs_unclear(channels))
		return true;
	FOR_VALUES (ref_value, ref, *channels)
		watched[((const struct object *)ref_target(ref))->index] |=
			what;
	return false;
}

void
check_measures_no_access(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	unsigned of_all = 0, *watched = arena_alloc(run->findings->arena,
						    (plan->channels.n + 1) *
							    sizeof(*watched));

	FOR_EACH (measure, plan->measures) {
		unsigned what = watched_by(FIGURES(run, measures, measure));

		if (watch_channels(measure, what, watched))
			of_all |= what;
	}
	FOR_EACH (channel, plan->channels) {
		bool live = word_is(&channel->timing, TIMING_SYNCHRONOUS);
		unsigned wanted = live ? WATCH_WAITING : WATCH_REPLIES;

		if (!plan->measures.n ||
		    !FIGURES(run, channels, channel)->live ||
		    (of_all | watched[channel->object.index]) & wanted ||
		    (!live && !word_is(&channel->timing, TIMING_ASYNCHRONOUS)))
			continue;
		rule_find(
			run, &channel->object, NULL,
			live ? N_("no measure shows how long customers wait on "
				  "'{name}', or how many give up; add its "
				  "service level, average wait or abandonment "
				  "rate")
			     : N_("no measure shows how soon customers get an "
				  "answer on '{name}'; add its first response "
				  "time, or the share of replies in time"),
			ARGS(NAME_ARG("name", channel)));
	}
}
