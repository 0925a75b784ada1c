/* week_choice.c - chooses the weeks to be shown, and counts their half hours */
#include <math.h>

#include "week.h"

/* --- choosing ------------------------------------------------------------ */

struct heavy {
	const struct coverage *items[WEEK_GRIDS];
	double weights[WEEK_GRIDS];
	size_t n;
};

/* Inserts by weight; the first of equals stays first. */
static void
keep(struct heavy *heavy, const struct coverage *item, double weight)
{
	size_t at = heavy->n;

	while (at > 0 && weight > heavy->weights[at - 1])
		at--;
	if (at == WEEK_GRIDS)
		return;
	if (heavy->n < WEEK_GRIDS)
		heavy->n++;
	for (size_t i = heavy->n - 1; i > at; i--) {
		heavy->items[i] = heavy->items[i - 1];
		heavy->weights[i] = heavy->weights[i - 1];
	}
	heavy->items[at] = item;
	heavy->weights[at] = weight;
}

/* weighs a segment by its revenue, else its customers, else like all */
static double
segment_weight(const struct segment *segment)
{
	if (is_set(&segment->revenue_share.at))
		return segment->revenue_share.n;
	return is_set(&segment->share.at) ? segment->share.n : 1;
}

static void
look_at(struct week_choice *choice, struct channel_cover *covers,
	const struct coverage *at, struct heavy *lacking, struct heavy *covered)
{
	struct channel_cover *cover = &covers[at->channel->object.index];
	double weight = segment_weight(at->segment) * at->preference;

	if (!(at->preference > 0) || !is_set(&at->channel->status.at) ||
	    at->channel->status.word != CHANNEL_CURRENT)
		return;
	cover->channel = at->channel;
	cover->all++;
	if (isnan(at->percent)) {
		choice->unknown++;
	} else if (at->common < at->wanted) {
		choice->short_of++;
		keep(lacking, at, weight * (1 - at->percent / 100));
	} else {
		choice->covered++;
		cover->covered++;
		keep(covered, at, weight);
	}
}

void
week_choose(struct week_choice *choice, const struct review *review,
	    struct arena *arena)
{
	const struct plan *plan = review->plan;
	struct heavy lacking = {0}, covered = {0};
	struct channel_cover *covers =
		arena_alloc(arena, (plan->channels.n + 1) * sizeof(*covers));

	*choice = (struct week_choice){.channels = covers};
	for (uint32_t i = 0; i < plan->segments.n; i++) {
		const struct segment_view *view = &review->view->segments[i];

		for (uint32_t k = 0; k < view->n; k++)
			look_at(choice, covers, &view->channels[k], &lacking,
				&covered);
	}
	for (uint32_t i = 0; i < plan->channels.n; i++)
		if (covers[i].all)
			covers[choice->channel_count++] = covers[i];
	for (size_t i = 0; i < lacking.n; i++)
		choice->shown[choice->n++] = lacking.items[i];
	for (size_t i = 0;
	     i < covered.n && (choice->n % 2 || (!lacking.n && i < 2)); i++)
		choice->shown[choice->n++] = covered.items[i];
}

/* --- half hours ---------------------------------------------------------- */

/* minutes wanted, open, and both of a part of a day */
struct part {
	unsigned wanted, open, common;
};

static struct part
part_of(const struct week_pair *pair, unsigned first, unsigned n)
{
	struct part part = {0};

	for (unsigned i = first; i < first + n; i++) {
		bool wanted = week_open_at(&pair->wanted, i);
		bool open = week_open_at(&pair->offered, i);

		part.wanted += wanted;
		part.open += open;
		part.common += wanted && open;
	}
	return part;
}

static unsigned
start_of(int day, int half)
{
	return (unsigned)(day * DAY_MINUTES + half * HALF_HOUR);
}

int
week_half(const struct week_pair *pair, int day, int half)
{
	struct part part = part_of(pair, start_of(day, half), HALF_HOUR);

	if (part.wanted)
		return part.common == part.wanted ? 3 : 1;
	return part.open == HALF_HOUR ? 2 : 0;
}

bool
week_exact(const struct week_pair *pair, int day)
{
	for (int i = 0; i < DAY_HALVES; i++) {
		struct part part = part_of(pair, start_of(day, i), HALF_HOUR);

		if (part.wanted % HALF_HOUR || part.common % HALF_HOUR)
			return false;
	}
	return true;
}

struct week_day
week_day_gap(const struct week_pair *pair, int day)
{
	struct week_day seen = {0};
	unsigned closed = 0; /* since the last minute in common */

	for (unsigned i = start_of(day, 0); i < start_of(day + 1, 0); i++) {
		if (!week_open_at(&pair->wanted, i))
			continue;
		seen.wanted++;
		if (!week_open_at(&pair->offered, i)) {
			closed++;
			continue;
		}
		if (seen.common++)
			seen.between += closed;
		else
			seen.late = closed;
		closed = 0;
	}
	if (seen.common)
		seen.early = closed;
	else
		seen.between = closed;
	return seen;
}
