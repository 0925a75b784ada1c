/* tiers.c - what high-value customers get */
#include <stdlib.h>

#include "rules/strategic/strategic.h"

/* why a person is to serve a segment; worth comes before growth */
enum prized { ORDINARY, OF_VALUE, OF_GROWTH, UNCLEAR };

static enum prized
prize(const struct segment *segment)
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

/* a finding about a segment at its place in the tier; says what it is prized
 * for: messages are by enum prized */
static void
find_member(struct rule_run *run, const struct tier *tier, uint32_t item,
	    const char *const messages[])
{
	const struct segment *segment = tier->segments.items[item].to;
	enum prized prized = prize(segment);

	rule_find_at(
		run, &tier->object, &tier->segments.items[item].at,
		rule_item_path(run, &tier->object, "segments", item),
		messages[prized],
		ARGS(NAME_ARG("segment", segment), NAME_ARG("tier", tier)));
	if (prized == OF_VALUE)
		rule_relate(run, &segment->object, "high_value",
			    N_("its value"));
	else
		rule_relate(run, &segment->object, "growth", N_("its growth"));
}

/* the findings about prized segments that the tier holds */
static void
find_members(struct rule_run *run, const struct tier *tier,
	     const char *const messages[])
{
	for (uint32_t i = 0; i < tier->segments.n; i++) {
		const struct segment *segment = tier->segments.items[i].to;
		enum prized prized = segment ? prize(segment) : ORDINARY;

		/* in two tiers: of which the first counts */
		if ((prized == OF_VALUE || prized == OF_GROWTH) &&
		    FIGURES(run, segments, segment)->tier == tier)
			find_member(run, tier, i, messages);
	}
}

/*
 * The priority of the tiers served last, INFINITY where the last of the plan
 * is; NAN where the plan doesn't tell.
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

/* is there a segment in a tier that nothing sets above the others */
static bool
has_ordinary(const struct rule_run *run)
{
	const struct map *segments = &run->plan->segments;

	FOR_EACH (segment, *segments)
		if (FIGURES(run, segments, segment)->tier &&
		    prize(segment) == ORDINARY)
			return true;
	return false;
}

/* Where self-service comes first, that is said by tiers/self-service-first. */
static void
check_last(struct rule_run *run)
{
	static const char *const messages[] = {
		[OF_VALUE] = N_("the high-value customers '{segment}' are in "
				"'{tier}', the tier that is served last; move "
				"them up, or give them a tier of their own"),
		[OF_GROWTH] = N_("'{segment}', a segment of high growth, is in "
				 "'{tier}', the tier that is served last; "
				 "move it up, or give it a tier of its own"),
	};
	static const char *const only[] = {
		[OF_VALUE] = N_("the high-value customers '{segment}' are in "
				"'{tier}', the only tier, and served as "
				"everybody else is; give them a tier of their "
				"own"),
		[OF_GROWTH] = N_("'{segment}', a segment of high growth, is in "
				 "'{tier}', the only tier, and served as "
				 "everybody else is; give it a tier of its "
				 "own"),
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
			find_members(run, tier, tiers->n > 1 ? messages : only);
	}
}

/* a tier and its entitlements as one text, in whatever order they stand */
struct gifts {
	const struct tier *tier;
	const char *text;
};

static int
compare_texts(const void *pa, const void *pb)
{
	return strcmp(*(const char *const *)pa, *(const char *const *)pb);
}

static int
compare_gifts(const void *pa, const void *pb)
{
	const struct gifts *a = pa, *b = pb;
	int order = strcmp(a->text, b->text);

	if (order)
		return order;
	return a->tier->object.index < b->tier->object.index ? -1 : 1;
}

/* capitals and blanks at the ends make no difference */
static const char *
plain(struct rule_run *run, const char *text)
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

/* NULL where they are not all told */
static const char *
gifts_text(struct rule_run *run, const struct texts_value *gifts)
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
		texts[i] = plain(run, gifts->items[i].text);
	qsort(texts, gifts->n, sizeof(*texts), compare_texts);
	for (uint32_t i = 0; i < gifts->n; i++)
		buf_printf(&buf, "%s\n", texts[i]);
	free(texts);
	return rule_text(run, &buf);
}

static void
find_alike(struct rule_run *run, const struct tier *tier,
	   const struct tier *other)
{
	rule_find(run, &tier->object, "entitlements",
		  N_("'{tier}' gives its customers the same as '{other}'; say "
		     "what they get that others don't, or make the two one "
		     "tier"),
		  ARGS(NAME_ARG("tier", tier), NAME_ARG("other", other)));
	rule_relate(run, &other->object, "entitlements", N_("the same here"));
}

static void
check_alike(struct rule_run *run)
{
	const struct map *tiers = &run->plan->service_tiers;
	struct gifts *gifts = mem_alloc((tiers->n + 1) * sizeof(*gifts));
	uint32_t n = 0, first = 0;

	FOR_EACH (tier, *tiers) {
		gifts[n] = (struct gifts){tier,
					  gifts_text(run, &tier->entitlements)};
		if (gifts[n].text)
			n++;
	}
	qsort(gifts, n, sizeof(*gifts), compare_gifts);
	for (uint32_t i = 1; i < n; i++) {
		if (strcmp(gifts[i].text, gifts[first].text) != 0)
			first = i;
		else
			find_alike(run, gifts[i].tier, gifts[first].tier);
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
check_tiers_self_service_first(struct rule_run *run)
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

	FOR_EACH (tier, run->plan->service_tiers) {
		if (flag_is(&tier->self_service_first, true))
			find_members(run, tier, messages);
	}
}

/* does the tier name an action, or what may be one; one that is done counts */
static bool
names_improvement(const struct refs_value *improvements)
{
	if (refs_unclear(improvements))
		return true;
	for (uint32_t i = 0; i < improvements->n; i++) {
		const struct action *action = improvements->items[i].to;

		if (!word_is(&action->status, ACTION_CANCELLED))
			return true;
	}
	return false;
}

/* is the tier bettered, or a segment in it */
static bool
is_bettered(const struct tier *tier, const bool *tiers, const bool *segments)
{
	for (uint32_t i = 0; i < tier->segments.n; i++) {
		const struct segment *segment = tier->segments.items[i].to;

		if (segment && segments[segment->object.index])
			return true;
	}
	return tiers[tier->object.index] ||
	       names_improvement(&tier->improvements);
}

static const struct segment *
first_of_value(const struct tier *tier)
{
	for (uint32_t i = 0; i < tier->segments.n; i++) {
		const struct segment *segment = tier->segments.items[i].to;

		if (segment && prize(segment) == OF_VALUE)
			return segment;
	}
	return NULL;
}

void
check_tiers_no_improvement(struct rule_run *run)
{
	const struct map *tiers = &run->plan->service_tiers;
	const bool *bettered = map_improved(run, tiers);
	const bool *helped = map_improved(run, &run->plan->segments);

	FOR_EACH (tier, *tiers) {
		const struct segment *segment = first_of_value(tier);

		if (!segment || is_bettered(tier, bettered, helped))
			continue;
		rule_find(
			run, &tier->object, "improvements",
			N_("'{tier}' serves the high-value customers "
			   "'{segment}', and no action betters their service; "
			   "name one in `improvements`"),
			ARGS(NAME_ARG("tier", tier),
			     NAME_ARG("segment", segment)));
		rule_relate(run, &segment->object, "high_value",
			    N_("its value"));
	}
}
