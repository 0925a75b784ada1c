/* parts.c - volumes of contact reasons, and of reasons that others are parts of
 */
#include "rules/rule.h"

void
check_reasons_no_volume(struct rule_run *run, const struct reason *reason)
{
	if (object_lacks(&reason->object, "volume"))
		rule_missing(run, &reason->object, "volume",
			     N_("the contact reason '{name}' lacks 'volume' or "
				"'annual_volume'; add contacts a year, by "
				"channel or in all"));
}

enum {
	SHOWN = 3,	  /* parts related to a finding */
	CELLS = 10000000, /* of reasons by channels; beyond, sums alone agree */
};

/* of each reason by its index, parts before parents */
struct sums {
	double *told;	  /* its own volume, else the sum of its parts' */
	double *parts;	  /* sum of what its parts tell */
	double *channels; /* contacts of its parts by channel; or NULL */
	bool *open;	  /* a part tells no volume, or none that can be read */
	bool *unsplit;	  /* a part tells no channels */
	const struct reason **first, **next; /* parts of a parent */
};

/* the volume written at the reason; NAN */
static double
own_volume(const struct reason *reason)
{
	double sum = 0;

	if (!is_set(&reason->volume.at))
		return is_set(&reason->annual_volume.at)
			       ? reason->annual_volume.n
			       : NAN;
	FOR_VALUES (share, share, reason->volume)
		sum += is_set(&share->value.at) ? share->value.n : NAN;
	return sum;
}

static double *
row_of(const struct rule_run *run, const struct sums *sums,
       const struct reason *reason)
{
	return sums->channels +
	       (size_t)reason->object.index * run->plan->channels.n;
}

static void
add_leaf(struct rule_run *run, struct sums *sums, const struct reason *reason)
{
	uint32_t at = reason->object.index;

	sums->open[at] = isnan(sums->told[at]);
	sums->unsplit[at] = !is_set(&reason->volume.at);
	if (!sums->channels)
		return;
	FOR_VALUES (share, share, reason->volume) {
		const struct object *channel = share->ref.to;

		if (channel && is_set(&share->value.at))
			row_of(run, sums, reason)[channel->index] +=
				share->value.n;
	}
}

static void
add_to_parent(struct rule_run *run, struct sums *sums,
	      const struct reason *reason, const struct reason *parent)
{
	uint32_t at = reason->object.index, up = parent->object.index;

	sums->next[at] = sums->first[up];
	sums->first[up] = reason;
	sums->open[up] |= sums->open[at];
	sums->unsplit[up] |= sums->unsplit[at];
	if (!isnan(sums->told[at]))
		sums->parts[up] += sums->told[at];
	for (uint32_t i = 0; sums->channels && i < run->plan->channels.n; i++)
		row_of(run, sums, parent)[i] += row_of(run, sums, reason)[i];
}

static struct sums
sums_make(struct rule_run *run)
{
	const struct map *map = &run->plan->contact_reasons;
	size_t channels = run->plan->channels.n;
	struct sums sums = {.told = rule_array(run, map, sizeof(*sums.told)),
			    .parts = rule_array(run, map, sizeof(*sums.parts)),
			    .open = rule_array(run, map, sizeof(*sums.open)),
			    .unsplit =
				    rule_array(run, map, sizeof(*sums.unsplit)),
			    .first = rule_array(run, map, sizeof(*sums.first)),
			    .next = rule_array(run, map, sizeof(*sums.next))};

	if (channels && map->n < CELLS / channels)
		sums.channels = rule_array(run, map, channels * sizeof(double));
	for (uint32_t i = 0; i < map->n; i++) {
		const struct reason *reason =
			ITEM(reason, *map, run->view->by_part[i]);
		const struct reason *parent =
			FIGURES(run, reasons, reason)->parent;
		uint32_t at = reason->object.index;

		sums.told[at] = own_volume(reason);
		if (!sums.first[at])
			add_leaf(run, &sums, reason);
		else if (isnan(sums.told[at]))
			sums.told[at] = sums.parts[at];
		if (parent)
			add_to_parent(run, &sums, reason, parent);
	}
	return sums;
}

/* Does the sum agree, or may parts that tell nothing fill the gap? */
static bool
agrees(const struct rule_run *run, double told, double sum, bool open)
{
	double slack = SETTING_OF(run->plan, reconcile);

	return fabs(sum - told) <= told * slack / 100 + 1e-9 ||
	       (open && sum < told);
}

static void
relate_parts(struct rule_run *run, const struct sums *sums,
	     const struct reason *reason)
{
	const struct reason *part = sums->first[reason->object.index];

	for (int i = 0; part && i < SHOWN; i++) {
		rule_relate(run, &part->object, "parent", N_("a part of it"));
		part = sums->next[part->object.index];
	}
}

/* Reports the first channel on which a parent and its parts differ. */
static void
check_channels(struct rule_run *run, const struct sums *sums,
	       const struct reason *reason)
{
	uint32_t at = reason->object.index;

	if (!sums->channels || sums->open[at] || sums->unsplit[at])
		return;
	FOR_VALUES (share, share, reason->volume) {
		const struct channel *channel = share->ref.to;
		double sum;

		if (!channel)
			return;
		sum = row_of(run, sums, reason)[channel->object.index];
		if (agrees(run, share->value.n, sum, false))
			continue;
		rule_find_at(
			run, &reason->object,
			rule_share(run, &reason->object, "volume", share),
			N_("'{name}' has {told} contacts a year on "
			   "'{channel}', and its parts have {sum}; they should "
			   "differ by {slack} at most; take out the `volume` "
			   "here, as it is the sum of the parts, or correct "
			   "theirs"),
			ARGS(COUNT_ARG("told", share->value.n),
			     COUNT_ARG("sum", sum),
			     NAME_ARG("channel", channel),
			     PERCENT_ARG("slack",
					 SETTING_OF(run->plan, reconcile))));
		relate_parts(run, sums, reason);
		return;
	}
}

/* A parent that agrees with its parts, or with all that they consist of, is
 * right: the difference is between these two. */
static void
check_parent(struct rule_run *run, const struct sums *sums,
	     const struct reason *reason)
{
	const struct reason_view *view = FIGURES(run, reasons, reason);
	const char *key =
		is_set(&reason->volume.at) ? "volume" : "annual_volume";
	uint32_t at = reason->object.index;
	double told = own_volume(reason);

	if (view->counted || isnan(told))
		return;
	if (agrees(run, told, view->volume, sums->open[at]) ||
	    agrees(run, told, sums->parts[at], sums->open[at])) {
		check_channels(run, sums, reason);
		return;
	}
	rule_find_args(
		run, &reason->object, key,
		N_("'{name}' has {told} contacts a year here, and its parts "
		   "have {sum}; they should differ by {slack} at most; take "
		   "out the `{key}` here, as it is the sum of the parts, or "
		   "correct theirs"),
		ARGS(TEXT_ARG("key", key), COUNT_ARG("told", told),
		     COUNT_ARG("sum", view->volume),
		     PERCENT_ARG("slack", SETTING_OF(run->plan, reconcile))));
	relate_parts(run, sums, reason);
}

/* the change that a reason wants against those of its parts */
static void
check_change(struct rule_run *run, const struct sums *sums,
	     const struct reason *reason)
{
	const struct reason_view *view = FIGURES(run, reasons, reason);
	double told = reason->target_change.n;

	if (view->counted || !is_set(&reason->target_change.at) ||
	    agrees(run, view->volume * (1 + told / 100), view->planned, false))
		return;
	rule_find_args(run, &reason->object, "target_change",
		       N_("'{name}' is to change by {told}, and its parts by "
			  "{sum} altogether; take out the `target_change` "
			  "here, as that of the parts counts, or correct "
			  "theirs"),
		       ARGS(PERCENT_ARG("told", told),
			    PERCENT_ARG("sum", (view->planned / view->volume -
						1) * 100)));
	relate_parts(run, sums, reason);
}

void
check_reasons_parts(struct rule_run *run)
{
	const struct map *reasons = &run->plan->contact_reasons;
	struct sums sums;
	bool clear = true;

	if (!reasons->n || is_unclear(&reasons->at) || !volumes_clear(reasons))
		return;
	sums = sums_make(run);
	FOR_EACH (reason, *reasons)
		clear &= !is_unclear(&reason->target_change.at);
	FOR_EACH (reason, *reasons)
		if (sums.first[reason->object.index]) {
			check_parent(run, &sums, reason);
			if (clear)
				check_change(run, &sums, reason);
		}
}
