/* stretch.c - days in a row in which less is open than over all of them */
#include "view/stretch.h"

/* percent points below the coverage of all days, so that a month of longer
 * hours doesn't make the usual ones a stretch */
enum { LOWER = 4 };

/* percent points that nobody sees */
static const double same = .05;

/* days in a row with the same hours */
struct day_run {
	int32_t first, last;
	int32_t wanted, common;
};

static double
share_of(int32_t common, int32_t wanted)
{
	return wanted ? (double)common / wanted * 100 : 100;
}

/* Tells whether on the day all of the hours are as on the day before, on the
 * segment's clock. */
static bool
goes_on(const struct stretch_search *search, int32_t day)
{
	for (size_t i = 0; i < search->n; i++) {
		const struct hours_view *at =
			&search->view->hours[search->hours[i]->object.index];

		if (at->weeks && at->weeks[day] != at->weeks[day - 1])
			return false;
		if (at->clock != search->clock &&
		    clock_offset(at->clock, day) -
				    clock_offset(at->clock, day - 1) !=
			    clock_offset(search->clock, day) -
				    clock_offset(search->clock, day - 1))
			return false;
	}
	return true;
}

/* rounded as messages and tables do */
static bool
is_under(double percent, double limit)
{
	return round(percent * 10) < round(limit * 10);
}

static bool
is_long(const struct day_run *run)
{
	return run->last - run->first + 1 >= LONG_DAYS;
}

/* too low, and not over */
static bool
can_be_mended(const struct stretch_search *search, const struct day_run *run)
{
	return run->last >= search->next &&
	       is_under(share_of(run->common, run->wanted), search->limit);
}

/* a week or more first, then what can be mended, the least open, the longest */
static bool
is_worse(const struct stretch_search *search, const struct day_run *a,
	 const struct day_run *b)
{
	double by =
		share_of(a->common, a->wanted) - share_of(b->common, b->wanted);

	if (is_long(a) != is_long(b))
		return is_long(a);
	if (can_be_mended(search, a) != can_be_mended(search, b))
		return can_be_mended(search, a);
	return by < -same ||
	       (by <= same && a->last - a->first > b->last - b->first);
}

/* Joins two of the same share, as what differs is open at hours that nobody
 * wants. */
static bool
join_runs(struct day_run *a, const struct day_run *b)
{
	double by =
		share_of(a->common, a->wanted) - share_of(b->common, b->wanted);

	if (by > same || by < -same)
		return false;
	a->last = b->last;
	a->wanted += b->wanted;
	a->common += b->common;
	return true;
}

/* the same week and clock on all days */
static bool
is_even(const struct stretch_search *search)
{
	for (size_t i = 0; i < search->n; i++) {
		const struct hours_view *at =
			&search->view->hours[search->hours[i]->object.index];

		if (at->weeks || at->clock != search->clock)
			return false;
	}
	return true;
}

/* Finds the days of the same hours with the least open. Returns whether there
 * are others. */
static bool
find_worst(const struct stretch_search *search, struct day_run *worst)
{
	struct day_run before = {0}, at = {0};
	bool several = false;

	for (int32_t day = 0; day <= search->days->n; day++) {
		if (day == search->days->n || (day && !goes_on(search, day))) {
			at.last = day - 1;
			if (!at.first) {
				before = *worst = at;
			} else if (!join_runs(&before, &at)) {
				several = true;
				before = at;
			}
			if (is_worse(search, &before, worst) ||
			    before.first == worst->first)
				*worst = before;
			at = (struct day_run){.first = day};
		}
		if (day < search->days->n) {
			at.wanted += search->wanted_by_day[day];
			at.common += search->common_by_day[day];
		}
	}
	return several;
}

static bool
is_usual(const struct stretch_search *search, int32_t day)
{
	for (size_t i = 0; i < search->n; i++)
		if (week_on(search->view, search->hours[i], day) !=
		    search->hours[i]->weekly.week)
			return false;
	return true;
}

void
stretch_find(const struct stretch_search *search, double percent,
	     struct low_stretch *stretch, struct date *shown)
{
	struct day_run worst = {0};
	bool several = !is_even(search) && find_worst(search, &worst);
	double share = share_of(worst.common, worst.wanted);

	*shown = days_date(search->days, worst.first);
	*stretch = (struct low_stretch){.percent = NAN};
	if (several && is_long(&worst) && is_under(share, search->limit) &&
	    share <= percent - LOWER)
		*stretch = (struct low_stretch){
			*shown, days_date(search->days, worst.last), share,
			is_usual(search, worst.first)};
}
