/* coverage_low.c - days in a row in which a segment's channels are open least
 */
#include <string.h>

#include "view/coverage.h"

/* tells whether the channel counts in the coverage of its segment */
static bool
is_counted(const struct cover_run *run, const struct coverage *at)
{
	return run->view->channels[at->channel->object.index].live &&
	       !at->waits && at->preference > 0 && !isnan(at->percent);
}

/* the minutes wanted in which the channel is open, day by day */
static void
find_channel(struct cover_run *run, const struct coverage *at)
{
	cover_common(run, &run->view->hours[at->hours->object.index].open);
}

/* Weighs the channels' minutes of each day; false where none has a season. */
static bool
weigh_days(struct cover_run *run, const struct hours **hours, size_t *n)
{
	const struct segment_view *made = run->made;
	double all = 0;
	bool any = false;

	for (uint32_t i = 0; i < made->n; i++)
		if (is_counted(run, &made->channels[i])) {
			const struct hours *at = made->channels[i].hours;

			any |= run->view->hours[at->object.index].weeks != NULL;
			all += made->channels[i].preference;
			hours[(*n)++] = at;
		}
	if (!any)
		return false;
	memset(run->weighed, 0, (size_t)run->days.n * sizeof(*run->weighed));
	for (uint32_t i = 0; i < made->n; i++) {
		const struct coverage *at = &made->channels[i];

		if (!is_counted(run, at))
			continue;
		find_channel(run, at);
		for (int32_t day = 0; day < run->days.n; day++)
			run->weighed[day] +=
				at->preference / all * run->common_by_day[day];
	}
	for (int32_t day = 0; day < run->days.n; day++)
		run->common_by_day[day] = (int32_t)round(run->weighed[day]);
	return true;
}

/* percent points by which less of the channel is open in the stretch than over
 * all days, where a season or an exception is the reason; else 0 */
static double
drop_in(struct cover_run *run, const struct coverage *at,
	const struct low_stretch *stretch)
{
	int32_t first = date_days(stretch->first) - run->days.first;
	int32_t last = date_days(stretch->last) - run->days.first;
	int32_t wanted = 0, common = 0;

	if (week_on(run->view, at->hours, first) == at->hours->weekly.week)
		return 0;
	find_channel(run, at);
	for (int32_t day = first; day <= last; day++) {
		wanted += run->wanted_by_day[day];
		common += run->common_by_day[day];
	}
	return wanted ? at->percent - (double)common / wanted * 100 : 0;
}

void
cover_low(struct cover_run *run)
{
	struct segment_view *made = run->made;
	const struct hours **hours = run->live_hours;
	struct date shown;
	double most = 0;
	size_t n = 0;

	made->low.percent = NAN;
	if (!run->wanted_minutes || isnan(made->coverage) ||
	    !weigh_days(run, hours, &n))
		return;
	cover_worst(run, hours, n, made->coverage, &made->low, &shown);
	for (uint32_t i = 0; made->low.first.year && i < made->n; i++) {
		const struct coverage *at = &made->channels[i];
		double drop =
			is_counted(run, at)
				? at->preference * drop_in(run, at, &made->low)
				: 0;

		if (drop > most) {
			most = drop;
			made->low_on = at;
		}
	}
}
