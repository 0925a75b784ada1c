/* tiers.c - service of high-value segments: tiers, channels, hours */
#include <stdlib.h>

#include "rules/seasons.h"

/* why a segment deserves a person; value before growth */
enum merit { ORDINARY, OF_VALUE, OF_GROWTH, UNCLEAR };

static enum merit
segment_merit(const struct segment *segment)
{
	if (flag_is(&segment->high_value, true))
		return OF_VALUE;
	if (word_is(&segment->growth, GROWTH_HIGH))
		return OF_GROWTH;
	if (is_unclear(&segment->high_value.at) ||
	    is_unclear(&segment->growth.at))
		return UNCLEAR;
	return ORDINARY;
}

/* reports each merit segment of the tier, the first of two */
static void
report_members(struct rule_run *run, const struct tier *tier,
	       const char *of_value, const char *of_growth)
{
	for (uint32_t i = 0; i < tier->segments.n; i++) {
		const struct ref_value *ref = &tier->segments.items[i];
		const struct segment *segment = ref->to;
		enum merit merit = segment ? segment_merit(segment) : ORDINARY;
		bool valued = merit == OF_VALUE;

		if ((!valued && merit != OF_GROWTH) ||
		    FIGURES(run, segments, segment)->tier != tier)
			continue;
		rule_find_at(
			run, &tier->object,
			rule_item(run, &tier->object, "segments", i, &ref->at),
			valued ? of_value : of_growth,
			ARGS(NAME_ARG("segment", segment)));
		rule_relate(run, &segment->object,
			    valued ? "high_value" : "growth",
			    valued ? N_("its value") : N_("its growth"));
	}
}

/* Highest routing priority; INFINITY where the last tier of the plan is served
 * last, NAN where unclear. */
static double
last_priority(const struct map *tiers)
{
	double first = INFINITY, last = 0;
	uint32_t told = 0;

	FOR_EACH (tier, *tiers) {
		const struct number_value *priority = &tier->routing_priority;

		if (is_set(&priority->at)) {
			told++;
			first = fmin(first, priority->n);
			last = fmax(last, priority->n);
		} else if (!is_unfilled(&priority->at)) {
			return NAN;
		}
	}
	if (!told)
		return INFINITY;
	return told == tiers->n && (first < last || told == 1) ? last : NAN;
}

/* Leaves self-service tiers to tiers/self-service-first, and plans where no
 * tier holds an ordinary segment. */
static void
check_last(struct rule_run *run)
{
	const struct map *tiers = &run->plan->service_tiers;
	double last = last_priority(tiers);
	bool only = tiers->n == 1, ordinary = false;

	FOR_EACH (segment, run->plan->segments)
		ordinary |= FIGURES(run, segments, segment)->tier &&
			    segment_merit(segment) == ORDINARY;
	if (isnan(last) || !ordinary)
		return;
	FOR_EACH (tier, *tiers)
		if ((isinf(last) ? tier->object.index + 1 == tiers->n
				 : tier->routing_priority.n >= last) &&
		    is_set(&tier->object.at) &&
		    !flag_is(&tier->self_service_first, true) &&
		    !is_unclear(&tier->self_service_first.at))
			report_members(
				run, tier,
				only ? N_("the high-value customers "
					  "'{segment}' are in '{tier}', the "
					  "only tier, and served as everybody "
					  "else is; give them a tier of their "
					  "own")
				     : N_("the high-value customers "
					  "'{segment}' are in '{tier}', the "
					  "tier that is served last; move them "
					  "up, or give them a tier of their "
					  "own"),
				only ? N_("'{segment}', a segment of high "
					  "growth, is in '{tier}', the only "
					  "tier, and served as everybody else "
					  "is; give it a tier of its own")
				     : N_("'{segment}', a segment of high "
					  "growth, is in '{tier}', the tier "
					  "that is served last; move it up, or "
					  "give it a tier of its own"));
}

static int
compare_texts(const void *pa, const void *pb)
{
	return strcmp(*(const char *const *)pa, *(const char *const *)pb);
}

/* folds case, trims blanks and full stops */
static const char *
fold(struct rule_run *run, const char *text)
{
	size_t n;
	char *copy;

	text += strspn(text, " \t\n");
	n = strlen(text);
	while (n && strchr(" \t\n.", text[n - 1]))
		n--;
	copy = arena_copy(run->findings->arena, text, n);
	for (char *c = copy; *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c + ('a' - 'A'));
	return copy;
}

/* NULL where one is missing or unreadable; sorted */
static const char *
entitlement_text(struct rule_run *run, const struct texts_value *gifts)
{
	const char **texts;
	struct buf buf = {0};

	FOR_VALUES (text_value, gift, *gifts)
		if (!is_set(&gift->at))
			return NULL;
	if (!is_set(&gifts->at) || !gifts->n)
		return NULL;
	texts = mem_alloc(gifts->n * sizeof(*texts));
	for (uint32_t i = 0; i < gifts->n; i++)
		texts[i] = fold(run, gifts->items[i].text);
	qsort(texts, gifts->n, sizeof(*texts), compare_texts);
	for (uint32_t i = 0; i < gifts->n; i++)
		buf_printf(&buf, "%s\n", texts[i]);
	free(texts);
	return rule_text(run, &buf);
}

/* Finds the first tier of each text in an index, as texts stand for ids. */
void
check_tiers_in_name_only(struct rule_run *run)
{
	const struct map *tiers = &run->plan->service_tiers;
	struct id_list texts = {.arena = run->findings->arena};
	const struct tier **first = rule_array(run, tiers, sizeof(*first));

	check_last(run);
	FOR_EACH (tier, *tiers) {
		const char *text = entitlement_text(run, &tier->entitlements);
		const struct tier **other;

		if (!text)
			continue;
		other = &first[id_list_add(&texts, text)];
		if (!*other) {
			*other = tier;
			continue;
		}
		rule_find_args(run, &tier->object, "entitlements",
			       N_("'{tier}' gives its customers the same as "
				  "'{other}'; say what they get that others "
				  "don't, or merge the two tiers"),
			       ARGS(NAME_ARG("other", *other)));
		rule_relate(run, &(*other)->object, "entitlements",
			    N_("the same here"));
	}
}

void
check_tiers_self_service_first(struct rule_run *run, const struct tier *tier)
{
	if (flag_is(&tier->self_service_first, true))
		report_members(run, tier,
			       N_("'{tier}' leads customers to self-service "
				  "first, the high-value customers '{segment}' "
				  "among them; let these reach a person at "
				  "once, or give them a tier of their own"),
			       N_("'{tier}' leads customers to self-service "
				  "first, and '{segment}' is a segment of high "
				  "growth; let these customers reach a person "
				  "at once, or give them a tier of their own"));
}

/* Asks for an action that improves the tier or a segment in it. */
void
check_tiers_no_improvement(struct rule_run *run)
{
	const struct map *tiers = &run->plan->service_tiers;
	const bool *improved = map_improved(run, tiers);
	const bool *helped = map_improved(run, &run->plan->segments);

	FOR_EACH (tier, *tiers) {
		const struct segment *valued = NULL;
		bool tackled = improved[tier->object.index] ||
			       refs_tackle(&tier->improvements);

		FOR_TARGETS (segment, tier->segments) {
			tackled |= helped[segment->object.index];
			if (!valued && segment_merit(segment) == OF_VALUE)
				valued = segment;
		}
		if (!valued || tackled)
			continue;
		rule_find_args(run, &tier->object, "improvements",
			       N_("'{tier}' serves the high-value customers "
				  "'{segment}', and no action improves their "
				  "service; name one in `improvements`"),
			       ARGS(NAME_ARG("segment", valued)));
		rule_relate(run, &valued->object, "high_value",
			    N_("its value"));
	}
}

static bool
plan_sells(const struct plan *plan)
{
	FOR_EACH (reason, plan->contact_reasons)
		if (word_is(&reason->economics, ECONOMICS_REVENUE))
			return true;
	FOR_EACH (objective, plan->strategy.objectives)
		if (word_is(&objective->kind, OBJECTIVE_REVENUE))
			return true;
	return false;
}

/* Passes over customers who are served for their need. Takes a tier that does
 * not tell for one without offers only where another tier has them. */
void
check_tiers_no_cross_selling(struct rule_run *run)
{
	const struct map *tiers = &run->plan->service_tiers;
	const struct tier *offered = NULL;

	FOR_EACH (tier, *tiers)
		if (!offered && flag_is(&tier->cross_sell, true))
			offered = tier;
	FOR_EACH (tier, *tiers) {
		bool denied = flag_is(&tier->cross_sell, false);
		const struct segment *valued = NULL;

		if (is_unclear(&tier->basis.at) ||
		    word_is(&tier->basis, BASIS_NEED) ||
		    !(denied ? offered || plan_sells(run->plan)
			     : offered && is_unfilled(&tier->cross_sell.at)))
			continue;
		FOR_TARGETS (segment, tier->segments)
			if (!valued && (segment_merit(segment) == OF_VALUE ||
					segment_merit(segment) == OF_GROWTH))
				valued = segment;
		if (!valued)
			continue;
		rule_find_args(
			run, &tier->object, "cross_sell",
			denied ? N_("'{tier}' serves '{segment}', customers "
				    "who are worth more or soon will be, and "
				    "offers them nothing more; let those who "
				    "serve them make the newest offers, and "
				    "set `cross_sell: true`")
			       : N_("'{tier}' serves '{segment}', customers "
				    "who are worth more or soon will be, and "
				    "doesn't say whether they are offered "
				    "more, as others are; add `cross_sell`"),
			ARGS(NAME_ARG("segment", valued)));
		rule_relate(run, &valued->object,
			    segment_merit(valued) == OF_VALUE ? "high_value"
							      : "growth",
			    segment_merit(valued) == OF_VALUE
				    ? N_("its value")
				    : N_("its growth"));
		if (!denied)
			rule_relate(run, &offered->object, "cross_sell",
				    N_("offered here"));
	}
}

/* tells whether so many prefer the channel that it matters */
static bool
matters(const struct rule_run *run, const struct share *share)
{
	return share->ref.to && is_set(&share->value.at) &&
	       !share->value.fraction && share->value.n > 0 &&
	       share->value.n >= SETTING_OF(run->plan, high_value_preference);
}

/* Leaves planned channels with a past launch to document/status-date. */
static void
check_channels(struct rule_run *run, const struct segment *segment)
{
	FOR_VALUES (share, share, segment->preferences.channels) {
		const struct channel *channel = share->ref.to;

		if (!matters(run, share) || !is_set(&channel->status.at) ||
		    channel->status.word == CHANNEL_CURRENT ||
		    (channel->status.word == CHANNEL_PLANNED &&
		     is_before(&channel->launch, run->view->as_of)))
			continue;
		rule_find_at(
			run, &segment->object,
			rule_share(run, &segment->preferences.object,
				   "channels", share),
			channel->status.word == CHANNEL_RETIRING
				? N_("{percent} of the high-value customers "
				     "'{segment}' prefer '{channel}', which is "
				     "to be retired; keep it for them, or "
				     "agree on what takes its place")
			: is_set(&channel->launch.at)
				? N_("{percent} of the high-value customers "
				     "'{segment}' prefer '{channel}', which "
				     "starts on {date} at the earliest; say "
				     "what serves them until then, or start "
				     "sooner")
				: N_("{percent} of the high-value customers "
				     "'{segment}' prefer '{channel}', which is "
				     "planned and not there yet; say what "
				     "serves them until then"),
			ARGS(PERCENT_ARG("percent", share->value.n),
			     NAME_ARG("channel", channel),
			     DATE_ARG("date", channel->launch.date)));
		rule_relate(run, &channel->object, "status", N_("its status"));
	}
}

/* Exempts plans whose channels are all planned. */
void
check_tiers_channel_missing(struct rule_run *run)
{
	bool begun = false;

	FOR_EACH (channel, run->plan->channels)
		begun |= !word_is(&channel->status, CHANNEL_PLANNED);
	FOR_EACH (segment, run->plan->segments)
		if (begun && flag_is(&segment->high_value, true))
			check_channels(run, segment);
}

/* channel of a segment with low coverage, and the segment's share of it */
struct low {
	const struct coverage *at;
	const struct share *share;
};

/* Reports channels with the same hours once, as one change resolves them. Names
 * the hours without any assisted channel where they are a percent or more. */
static void
report_low(struct rule_run *run, const struct segment *segment,
	   const struct low *low, uint32_t n)
{
	const struct object *wishes = &segment->preferences.object;
	const struct segment_view *view = FIGURES(run, segments, segment);
	const struct coverage *first = low->at;
	const struct reason *earner =
		FIGURES(run, channels, first->channel)->earner;
	double limit = SETTING_OF(run->plan, high_value_coverage);
	const char *treatment = hours_treatment(first->hours);
	bool nobody = view->reach <= 99;
	struct buf closed = {0};

	if (nobody)
		segment_closed(&closed, run->language, run->view, view);
	else
		coverage_closed(&closed, run->language, run->view, first);
	rule_find_at(
		run, &segment->object,
		rule_share(run, wishes, "channels", low->share),
		!nobody ? N_("the high-value customers '{segment}' find "
			     "'{channel}' open in {percent} of the hours in "
			     "which they want it in the plan's period, below "
			     "the limit of {limit}; it is closed {closed}; "
			     "open it then, or agree with them on another "
			     "channel")
		: treatment
			? N_("the high-value customers '{segment}' find "
			     "'{channel}' open in {percent} of the hours in "
			     "which they want it in the plan's period, below "
			     "the limit of {limit}, and in {nobody} of these "
			     "hours no other channel with a person is open "
			     "either: {closed}; open a channel then, or find "
			     "out whether '{treatment}' serves them")
			: N_("the high-value customers '{segment}' find "
			     "'{channel}' open in {percent} of the hours in "
			     "which they want it in the plan's period, below "
			     "the limit of {limit}, and in {nobody} of these "
			     "hours no other channel with a person is open "
			     "either: {closed}; open a channel then, or "
			     "offer a call-back"),
		ARGS(NAME_ARG("channel", first->channel),
		     PERCENT_ARG("percent", first->percent),
		     PERCENT_ARG("limit", limit),
		     PERCENT_ARG("nobody", nobody ? 100 - view->reach : 0),
		     TEXT_ARG("treatment", treatment),
		     TEXT_ARG("closed", rule_text(run, &closed))));
	rule_relate_hours(run, first, N_("its hours"));
	for (uint32_t i = 1; i < n; i++)
		rule_relate_at(
			run, rule_share(run, wishes, "channels", low[i].share),
			N_("keeps the same hours"));
	if (earner)
		rule_relate(run, &earner->object, "volume",
			    N_("brings the most revenue there"));
}

/* sorts by hours, then by preference */
static int
compare_hours(const void *pa, const void *pb)
{
	const struct coverage *a = ((const struct low *)pa)->at;
	const struct coverage *b = ((const struct low *)pb)->at;
	uint32_t ha = a->hours->object.index, hb = b->hours->object.index;

	if (ha != hb)
		return ha < hb ? -1 : 1;
	if (a->preference != b->preference)
		return a->preference > b->preference ? -1 : 1;
	return a < b ? -1 : a > b;
}

/* `wants` holds by channel the share of the current segment. */
static void
check_hours(struct rule_run *run, const struct segment *segment,
	    const struct share **wants)
{
	const struct segment_view *view = FIGURES(run, segments, segment);
	struct low *low = mem_alloc((view->n + 1) * sizeof(*low));
	uint32_t n = 0, first = 0;

	FOR_VALUES (share, share, segment->preferences.channels) {
		const struct channel *channel = share->ref.to;

		if (channel)
			wants[channel->object.index] = share;
	}
	for (uint32_t i = 0; i < view->n; i++) {
		const struct coverage *at = &view->channels[i];
		const struct share *share = wants[at->channel->object.index];

		if (at->preference > 0 && at->staffed && !isnan(at->percent) &&
		    matters(run, share) &&
		    (coverage_is_low(run->plan, at) || is_cut(run, &at->worst)))
			low[n++] = (struct low){at, share};
	}
	qsort(low, n, sizeof(*low), compare_hours);
	for (uint32_t i = 1; n && i <= n; i++) {
		if (i < n && low[i].at->hours == low[first].at->hours)
			continue;
		if (coverage_is_low(run->plan, low[first].at))
			report_low(run, segment, low + first, i - first);
		else
			report_cut(run, low[first].at);
		first = i;
	}
	free(low);
}

void
check_tiers_hours_missing(struct rule_run *run)
{
	const struct share **wants =
		rule_array(run, &run->plan->channels, sizeof(*wants));

	FOR_EACH (segment, run->plan->segments)
		if (flag_is(&segment->high_value, true))
			check_hours(run, segment, wants);
}
