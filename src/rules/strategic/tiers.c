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

/* reports each merit segment of the tier, the first of two; messages are by
 * enum merit */
static void
report_members(struct rule_run *run, const struct tier *tier,
	       const char *const messages[])
{
	for (uint32_t i = 0; i < tier->segments.n; i++) {
		const struct ref_value *ref = &tier->segments.items[i];
		const struct segment *segment = ref->to;
		enum merit merit = segment ? segment_merit(segment) : ORDINARY;

		if ((merit != OF_VALUE && merit != OF_GROWTH) ||
		    FIGURES(run, segments, segment)->tier != tier)
			continue;
		rule_find_at(run, &tier->object, &ref->at,
			     rule_item_path(run, &tier->object, "segments", i),
			     messages[merit],
			     ARGS(NAME_ARG("segment", segment),
				  NAME_ARG("tier", tier)));
		rule_relate(run, &segment->object,
			    merit == OF_VALUE ? "high_value" : "growth",
			    merit == OF_VALUE ? N_("its value")
					      : N_("its growth"));
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
	bool ordinary = false;

	FOR_EACH (segment, run->plan->segments)
		ordinary |= FIGURES(run, segments, segment)->tier &&
			    segment_merit(segment) == ORDINARY;
	if (isnan(last) || !ordinary)
		return;
	FOR_EACH (tier, *tiers)
		if ((isinf(last) ? tier->object.index + 1 == tiers->n
				 : tier->routing_priority.n >= last) &&
		    is_set(&tier->object.at) &&
		    !flag_is(&tier->self_service_first, true))
			report_members(run, tier,
				       tiers->n > 1 ? messages : only);
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
static void
check_alike(struct rule_run *run)
{
	const struct map *tiers = &run->plan->service_tiers;
	struct id_list texts = {.arena = run->findings->arena};
	const struct tier **first =
		arena_alloc(texts.arena, (tiers->n + 1) * sizeof(void *));

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
		rule_find(run, &tier->object, "entitlements",
			  N_("'{tier}' gives its customers the same as "
			     "'{other}'; say what they get that others don't, "
			     "or merge the two tiers"),
			  ARGS(NAME_ARG("tier", tier),
			       NAME_ARG("other", *other)));
		rule_relate(run, &(*other)->object, "entitlements",
			    N_("the same here"));
	}
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

		FOR_VALUES (ref_value, ref, tier->segments) {
			const struct segment *segment = ref->to;

			tackled |= segment && helped[segment->object.index];
			if (!valued && segment &&
			    segment_merit(segment) == OF_VALUE)
				valued = segment;
		}
		if (!valued || tackled)
			continue;
		rule_find(run, &tier->object, "improvements",
			  N_("'{tier}' serves the high-value customers "
			     "'{segment}', and no action improves their "
			     "service; name one in `improvements`"),
			  ARGS(NAME_ARG("tier", tier),
			       NAME_ARG("segment", valued)));
		rule_relate(run, &valued->object, "high_value",
			    N_("its value"));
	}
}
