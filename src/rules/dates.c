/* dates.c - dates in their order, and days whose hours disagree */
#include <stdlib.h>

#include "rules/rule.h"

/* two dates of one object, or of two, the later one named last */
struct order {
	const char *first, *last; /* keys */
	const char *message, *note;
};

static const struct order starts_ends = {
	"start", "end",
	N_("'{name}' ends on {last}, before it starts on {first}; swap the two "
	   "dates, or correct one"),
	N_("it starts here")};
static const struct order period = {
	"start", "end",
	N_("the plan's period ends on {last}, before it starts on {first}; "
	   "swap the two dates, or correct one"),
	N_("it starts here")};
static const struct order from_to = {
	"from", "to",
	N_("these hours end on {last}, before they start on {first}; swap the "
	   "two dates, or correct one"),
	N_("they start here")};
static const struct order start_due = {
	"start", "due",
	N_("'{name}' is due on {last}, before it starts on {first}; correct "
	   "one of the two dates"),
	N_("it starts here")};
static const struct order start_completed = {
	"start", "completed",
	N_("'{name}' was completed on {last}, before it started on {first}; "
	   "correct one of the two dates"),
	N_("it started here")};
static const struct order base_target = {
	"date", "date",
	N_("the target of '{name}' is for {last}, before its baseline of "
	   "{first}; give the target a later date"),
	N_("the baseline's date")};

static bool
comes_before(const struct date_value *a, const struct date_value *b)
{
	return is_set(&b->at) && is_before(a, b->date);
}

static void
check_dates(struct rule_run *run, const struct order *order,
	    const struct object *from, const struct object *to)
{
	const struct date_value *first, *last;

	if (!is_set(&from->at) || !is_set(&to->at))
		return;
	first = field_value(from, object_field(from, order->first));
	last = field_value(to, object_field(to, order->last));
	if (!comes_before(last, first))
		return;
	rule_find_args(run, to, order->last, order->message,
		       ARGS(DATE_ARG("first", first->date),
			    DATE_ARG("last", last->date)));
	rule_relate(run, from, order->first, order->note);
}

/* a stretch of days with hours of its own */
struct stretch {
	const struct closure *closure;
	const char *key; /* key of its first day */
	struct date first, last;
};

/* false where the exception's days or hours are not known for certain */
static bool
stretch_of(const struct closure *closure, struct stretch *stretch)
{
	bool day = is_set(&closure->date.at);
	struct date first = day ? closure->date.date : closure->from.date;
	struct date last = day ? closure->date.date : closure->to.date;

	*stretch = (struct stretch){closure, day ? "date" : "from", first,
				    last};
	return is_set(&closure->hours.at) &&
	       (day || (is_set(&closure->from.at) && is_set(&closure->to.at) &&
			!comes_before(&closure->to, &closure->from)));
}

static int
by_first_day(const void *pa, const void *pb)
{
	const struct stretch *a = pa, *b = pb;
	int order = date_compare(a->first, b->first);

	if (order)
		return order;
	return a->closure->object.index < b->closure->object.index ? -1 : 1;
}

/* reports at the one that is written later */
static void
report_overlap(struct rule_run *run, const struct stretch *a,
	       const struct stretch *b)
{
	bool swap = a->closure->object.index > b->closure->object.index;
	const struct stretch *first = swap ? b : a, *second = swap ? a : b;

	rule_find_args(run, &second->closure->object, second->key,
		       N_("on {day} two exceptions of '{name}' apply, with "
			  "different hours; give each day one"),
		       ARGS(DATE_ARG("day", b->first)));
	rule_relate(run, &first->closure->object, first->key,
		    N_("the other exception"));
}

/* Sorts by first day and compares each with the one that ends last so far: a
 * stretch that overlaps any overlaps that one. */
static void
check_exceptions(struct rule_run *run, const struct list *exceptions)
{
	struct stretch *list = mem_alloc((exceptions->n + 1) * sizeof(*list));
	const struct stretch *longest = list;
	uint32_t n = 0;

	FOR_EACH (closure, *exceptions) {
		check_dates(run, &from_to, &closure->object, &closure->object);
		n += stretch_of(closure, &list[n]);
	}
	qsort(list, n, sizeof(*list), by_first_day);
	for (uint32_t i = 1; i < n; i++) {
		const struct stretch *at = &list[i];

		if (date_compare(at->first, longest->last) <= 0 &&
		    !day_hours_equal(&at->closure->hours.day,
				     &longest->closure->hours.day))
			report_overlap(run, longest, at);
		if (date_compare(at->last, longest->last) > 0)
			longest = at;
	}
	free(list);
}

void
check_document_date_order(struct rule_run *run)
{
	const struct plan *plan = run->plan;

	check_dates(run, &period, &plan->plan.period.object,
		    &plan->plan.period.object);
	FOR_EACH (event, plan->calendar)
		check_dates(run, &starts_ends, &event->object, &event->object);
	FOR_EACH (action, plan->actions) {
		check_dates(run, &start_due, &action->object, &action->object);
		check_dates(run, &start_completed, &action->object,
			    &action->object);
	}
	FOR_EACH (measure, plan->measures)
		check_dates(run, &base_target, &measure->baseline.object,
			    &measure->target.object);
	FOR_EACH (hours, plan->hours)
		check_exceptions(run, &hours->exceptions);
}
