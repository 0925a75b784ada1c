/* tiers.c - tiers of high-value segments: priority, entitlements, improvements
 */
#include <stdlib.h>

#include "rules/strategic/strategic.h"

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

/* reports a segment at its place in the tier; messages are by enum merit */
static void
report_member(struct rule_run *run, const struct tier *tier, uint32_t item,
	      const char *const messages[])
{
	const struct segment *segment = tier->segments.items[item].to;
	enum merit merit = segment_merit(segment);

	rule_find_at(
		run, &tier->object, &tier->segments.items[item].at,
		rule_item_path(run, &tier->object, "segments", item),
		messages[merit],
		ARGS(NAME_ARG("segment", segment), NAME_ARG("tier", tier)));
	if (merit == OF_VALUE)
		rule_relate(run, &segment->object, "high_value",
			    N_("its value"));
	else
		rule_relate(run, &segment->object, "growth", N_("its growth"));
}

/* reports each merit segment of the tier */
static void
report_members(struct rule_run *run, const struct tier *tier,
	       const char *const messages[])
{
	for (uint32_t i = 0; i < tier->segments.n; i++) {
		const struct segment *segment = tier->segments.items[i].to;
		enum merit merit = segment ? segment_merit(segment) : ORDINARY;

		/* counts the first of two tiers */
		if ((merit == OF_VALUE || merit == OF_GROWTH) &&
		    FIGURES(run, segments, segment)->tier == tier)
			report_member(run, tier, i, messages);
	}
}

/*
 * Highest routing priority; INFINITY where the last tier of the plan is served
 * last, NAN where unclear.
 */
static double
last_priority(const struct map *tiers)
{
	double first = INFINITY, last = 0;
	uint32_t told = 0;

	for (uint32_t i = 0; i < tiers->n; i++) {
		const struct number_value *priority =
			&ITEM(tier, *tiers, i)->routing_priority;

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

/* tells whether a tier holds an ordinary segment */
static bool
has_ordinary(const struct rule_run *run)
{
	const struct map *segments = &run->plan->segments;

	FOR_EACH (segment, *segments)
		if (FIGURES(run, segments, segment)->tier &&
		    segment_merit(segment) == ORDINARY)
			return true;
	return false;
}

/* Leaves self-service tiers to tiers/self-service-first. */
static void
check_last(struct rule_run *run)
{
	static const char *const messages[] = {
		[OF_VALUE] = N_("the high-value customers '{segment}' are in "
				"'{tier}', the tier that is served last; move "
				"them up, or give them a tier of their own"),
		[OF_GROWTH] = N_("'{segment}', a segment of high growth, is in "
				 "'{tier}', the tier that is served last; move "
				 "it up, or give it a tier of its own"),
	};
	static const char *const only[] = {
		[OF_VALUE] =
			N_("the high-value customers '{segment}' are in "
			   "'{tier}', the only tier, and served as everybody "
			   "else is; give them a tier of their own"),
		[OF_GROWTH] =
			N_("'{segment}', a segment of high growth, is in "
			   "'{tier}', the only tier, and served as everybody "
			   "else is; give it a tier of its own"),
	};
	const struct map *tiers = &run->plan->service_tiers;
	double last = last_priority(tiers);

	if (isnan(last) || !has_ordinary(run))
		return;
	for (uint32_t i = 0; i < tiers->n; i++) {
		const struct tier *tier = ITEM(tier, *tiers, i);

		if ((isinf(last) ? i + 1 == tiers->n
				 : tier->routing_priority.n >= last) &&
		    is_set(&tier->object.at) &&
		    !flag_is(&tier->self_service_first, true))
			report_members(run, tier,
				       tiers->n > 1 ? messages : only);
	}
}

/* a tier and its sorted entitlements as one text */
struct entitlements {
	const struct tier *tier;
	const char *text;
};

static int
compare_texts(const void *pa, const void *pb)
{
	return strcmp(*(const char *const *)pa, *(const char *const *)pb);
}

static int
compare_entitlements(const void *pa, const void *pb)
{
	const struct entitlements *a = pa, *b = pb;
	int order = strcmp(a->text, b->text);

	if (order)
		return order;
	return a->tier->object.index < b->tier->object.index ? -1 : 1;
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

/* NULL where one is missing or unreadable */
static const char *
entitlement_text(struct rule_run *run, const struct texts_value *gifts)
{
	const char **texts;
	struct buf buf = {0};

	for (uint32_t i = 0; i < gifts->n; i++)
		if (!is_set(&gifts->items[i].at))
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

static void
report_alike(struct rule_run *run, const struct tier *tier,
	     const struct tier *other)
{
	rule_find(run, &tier->object, "entitlements",
		  N_("'{tier}' gives its customers the same as '{other}'; say "
		     "what they get that others don't, or merge the two tiers"),
		  ARGS(NAME_ARG("tier", tier), NAME_ARG("other", other)));
	rule_relate(run, &other->object, "entitlements", N_("the same here"));
}

static void
check_alike(struct rule_run *run)
{
	const struct map *tiers = &run->plan->service_tiers;
	struct entitlements *gifts = mem_alloc((tiers->n + 1) * sizeof(*gifts));
	uint32_t n = 0, first = 0;

	FOR_EACH (tier, *tiers) {
		gifts[n] = (struct entitlements){
			tier, entitlement_text(run, &tier->entitlements)};
		if (gifts[n].text)
			n++;
	}
	qsort(gifts, n, sizeof(*gifts), compare_entitlements);
	for (uint32_t i = 1; i < n; i++) {
		if (strcmp(gifts[i].text, gifts[first].text) != 0)
			first = i;
		else
			report_alike(run, gifts[i].tier, gifts[first].tier);
	}
	free(gifts);
}

void
check_tiers_in_name_only(struct rule_run *run)
{
	check_last(run);
	check_alike(run);
}

void
check_tiers_self_service_first(struct rule_run *run, const struct tier *tier)
{
	static const char *const messages[] = {
		[OF_VALUE] = N_("'{tier}' leads customers to self-service "
				"first, the high-value customers '{segment}' "
				"among them; let these reach a person at once, "
				"or give them a tier of their own"),
		[OF_GROWTH] = N_("'{tier}' leads customers to self-service "
				 "first, and '{segment}' is a segment of high "
				 "growth; let these customers reach a person "
				 "at once, or give them a tier of their own"),
	};

	if (flag_is(&tier->self_service_first, true))
		report_members(run, tier, messages);
}

/* tells whether the tier names an action that is not cancelled, or may */
static bool
names_improvement(const struct refs_value *improvements)
{
	if (refs_unclear(improvements))
		return true;
	FOR_VALUES (ref_value, ref, *improvements) {
		const struct action *action = ref->to;

		if (!word_is(&action->status, ACTION_CANCELLED))
			return true;
	}
	return false;
}

/* tells whether an action improves the tier or a segment in it */
static bool
is_improved(const struct tier *tier, const bool *tiers, const bool *segments)
{
	FOR_VALUES (ref_value, ref, tier->segments) {
		const struct segment *segment = ref->to;

		if (segment && segments[segment->object.index])
			return true;
	}
	return tiers[tier->object.index] ||
	       names_improvement(&tier->improvements);
}

static const struct segment *
first_of_value(const struct tier *tier)
{
	FOR_VALUES (ref_value, ref, tier->segments) {
		const struct segment *segment = ref->to;

		if (segment && segment_merit(segment) == OF_VALUE)
			return segment;
	}
	return NULL;
}

void
check_tiers_no_improvement(struct rule_run *run)
{
	const struct map *tiers = &run->plan->service_tiers;
	const bool *improved = map_improved(run, tiers);
	const bool *helped = map_improved(run, &run->plan->segments);

	FOR_EACH (tier, *tiers) {
		const struct segment *segment = first_of_value(tier);

		if (!segment || is_improved(tier, improved, helped))
			continue;
		rule_find(run, &tier->object, "improvements",
			  N_("'{tier}' serves the high-value customers "
			     "'{segment}', and no action improves their "
			     "service; name one in `improvements`"),
			  ARGS(NAME_ARG("tier", tier),
			       NAME_ARG("segment", segment)));
		rule_relate(run, &segment->object, "high_value",
			    N_("its value"));
	}
}
