/* dates.c - dates in their order, and days whose hours disagree */
#include <stdlib.h>

#include "rules/rule.h"

/* a stretch of days with hours of its own */
struct stretch {
	const struct closure *closure;
	const char *key; /* key of its first day */
	struct date first, last;
};

static bool
comes_before(const struct date_value *a, const struct date_value *b)
{
	return is_set(&b->at) && is_before(a, b->date);
}

/* two dates of one object, the later one named last */
struct order {
	const char *first_key, *last_key;
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

static void
check_order(struct rule_run *run, const struct object *object, const char *name,
	    const struct date_value *first, const struct date_value *last,
	    const struct order *order)
{
	if (!comes_before(last, first))
		return;
	rule_find(run, object, order->last_key, order->message,
		  ARGS(TEXT_ARG("name", name), DATE_ARG("first", first->date),
		       DATE_ARG("last", last->date)));
	rule_relate(run, object, order->first_key, order->note);
}

static void
check_target(struct rule_run *run, const struct measure *measure)
{
	const struct date_value *from = &measure->baseline.date,
				*to = &measure->target.date;

	if (!comes_before(to, from))
		return;
	rule_find(run, &measure->target.object, "date",
		  N_("the target of '{name}' is for {last}, before its "
		     "baseline of {first}; give the target a later date"),
		  ARGS(NAME_ARG("name", measure), DATE_ARG("first", from->date),
		       DATE_ARG("last", to->date)));
	rule_relate(run, &measure->baseline.object, "date",
		    N_("the baseline's date"));
}

/* false where the exception's days or hours are not known for certain */
static bool
stretch_of(const struct closure *closure, struct stretch *stretch)
{
	*stretch = (struct stretch){.closure = closure};
	if (!is_set(&closure->hours.at))
		return false;
	if (is_set(&closure->on.at)) {
		stretch->key = "on";
		stretch->first = stretch->last = closure->on.date;
		return true;
	}
	stretch->key = "from";
	stretch->first = closure->from.date;
	stretch->last = closure->to.date;
	return is_set(&closure->from.at) && is_set(&closure->to.at) &&
	       !comes_before(&closure->to, &closure->from);
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

	rule_find(run, &second->closure->object, second->key,
		  N_("on {day} two exceptions of '{name}' apply, with "
		     "different hours; give each day one"),
		  ARGS(DATE_ARG("day", b->first),
		       TEXT_ARG("name",
				object_name(second->closure->object.up))));
	rule_relate(run, &first->closure->object, first->key,
		    N_("the other exception"));
}

/*
 * Sorts by first day and compares each with the one that ends last so far: a
 * stretch that overlaps any overlaps that one.
 */
static void
check_exceptions(struct rule_run *run, const struct hours *hours)
{
	const struct list *exceptions = &hours->exceptions;
	struct stretch *list = arena_alloc(run->findings->arena,
					   (exceptions->n + 1) * sizeof(*list));
	const struct stretch *longest = list;
	uint32_t n = 0;

	FOR_EACH (closure, *exceptions) {
		check_order(run, &closure->object, "", &closure->from,
			    &closure->to, &from_to);
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
}

void
check_document_date_order(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const struct term *term = &plan->plan.period;

	check_order(run, &term->object, "", &term->start, &term->end, &period);
	FOR_EACH (event, plan->calendar)
		check_order(run, &event->object, object_name(&event->object),
			    &event->start, &event->end, &starts_ends);
	FOR_EACH (action, plan->actions) {
		const char *name = object_name(&action->object);

		check_order(run, &action->object, name, &action->start,
			    &action->due, &start_due);
		check_order(run, &action->object, name, &action->start,
			    &action->completed, &start_completed);
	}
	FOR_EACH (measure, plan->measures)
		check_target(run, measure);
	FOR_EACH (hours, plan->hours)
		check_exceptions(run, hours);
}
