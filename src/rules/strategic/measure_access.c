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
 * Takes a measure without channels for the whole contact center, as most
 * telephone systems count, and one with an unknown channel for any.
 */
static bool
watches_all(const struct measure *measure)
{
	const struct refs_value *channels = &measure->scope.channels;

	if (!is_set(&measure->scope.object.at) || !is_set(&channels->at))
		return true;
	FOR_VALUES (ref_value, ref, *channels)
		if (!ref_target(ref))
			return true;
	return channels->n == 0;
}

static void
watch_channels(const struct measure *measure, unsigned what, unsigned *watched)
{
	FOR_VALUES (ref_value, ref, measure->scope.channels) {
		const struct object *channel = ref_target(ref);

		watched[channel->index] |= what;
	}
}

/* aspects watched, by channel; of_all is for measures of all channels */
static unsigned *
find_watched(const struct rule_run *run, unsigned *of_all)
{
	const struct plan *plan = run->plan;
	unsigned *watched =
		arena_alloc(run->findings->arena,
			    (plan->channels.n + 1) * sizeof(*watched));

	*of_all = 0;
	FOR_EACH (measure, plan->measures) {
		unsigned what = watched_by(FIGURES(run, measures, measure));

		if (watches_all(measure))
			*of_all |= what;
		else
			watch_channels(measure, what, watched);
	}
	return watched;
}

static void
check_channel(struct rule_run *run, const struct channel *channel,
	      unsigned watched)
{
	bool live = word_is(&channel->timing, TIMING_SYNCHRONOUS);
	unsigned wanted = live ? WATCH_WAITING : WATCH_REPLIES;

	if (watched & wanted ||
	    (!live && !word_is(&channel->timing, TIMING_ASYNCHRONOUS)))
		return;
	rule_find(run, &channel->object, NULL,
		  live ? N_("no measure shows how long customers wait on "
			    "'{name}', or how many give up; add its service "
			    "level, average wait or abandonment rate")
		       : N_("no measure shows how soon customers get an answer "
			    "on '{name}'; add its first response time, or the "
			    "share of replies in time"),
		  ARGS(NAME_ARG("name", channel)));
}

void
check_measures_no_access(struct rule_run *run)
{
	const struct map *channels = &run->plan->channels;
	unsigned of_all, *watched;

	if (!run->plan->measures.n)
		return;
	watched = find_watched(run, &of_all);
	FOR_EACH (channel, *channels)
		if (FIGURES(run, channels, channel)->live)
			check_channel(run, channel,
				      watched[channel->object.index] | of_all);
}
