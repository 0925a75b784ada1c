/* dates.c - dates in their order and within reason */
#include "ces/opening.h"
#include "rules/rule.h"
#include "rules/seasons.h"

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

static void
check_days(struct rule_run *run, const struct hours *hours)
{
	FOR_EACH (closure, hours->exceptions)
		check_dates(run, &from_to, &closure->object, &closure->object);
	FOR_EACH (season, hours->seasons)
		if (!season_days_told(season))
			check_dates(run, &from_to, &season->object,
				    &season->object);
	check_hours_overlaps(run, hours);
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
		check_days(run, hours);
}

/* --- days that nobody means ---------------------------------------------- */

enum { FAR_MONTHS = 120 };

/* bounds that every day of a plan is compared with */
struct frame {
	struct date first, last; /* the plan's period, or the as-of date */
	bool sane;		 /* the period is no slip itself */
};

static struct frame
frame_of(const struct rule_run *run)
{
	const struct term *term = &run->plan->plan.period;
	struct date today = run->view->as_of;
	struct frame frame = {
		is_set(&term->start.at) ? term->start.date : today,
		is_set(&term->end.at) ? term->end.date : today, true};

	frame.sane =
		date_compare(frame.last,
			     date_add_months(frame.first, FAR_MONTHS)) <= 0 &&
		date_compare(today,
			     date_add_months(frame.first, -FAR_MONTHS)) >= 0 &&
		date_compare(today, date_add_months(frame.last, FAR_MONTHS)) <=
			0;
	return frame;
}

/* first and last day of a date or period, which is set */
static void
days_of(const struct field *field, const void *value, struct date *first,
	struct date *last)
{
	const struct date_value *date = value;
	const struct period_value *span = value;
	bool day = field->kind == KIND_DATE;

	*first = day ? date->date : span->period.first;
	*last = day ? date->date : span->period.last;
}

static void
check_distant(struct rule_run *run, const struct frame *frame,
	      const struct object *object, const struct field *field)
{
	struct date first, last;
	bool early, late;

	days_of(field, field_value(object, field), &first, &last);
	early = date_compare(last, date_add_months(frame->first, -FAR_MONTHS)) <
		0;
	late = date_compare(first, date_add_months(frame->last, FAR_MONTHS)) >
	       0;
	if (early || late)
		rule_find_args(
			run, object, field->key,
			early ? N_("{date} is more than ten years before the "
				   "plan's period; correct the year")
			      : N_("{date} is more than ten years after the "
				   "plan's period; correct the year"),
			ARGS(DATE_ARG("date", early ? last : first)));
}

static void
check_future(struct rule_run *run, const struct frame *frame,
	     const struct object *object, const struct field *field)
{
	struct date today = run->view->as_of, first, last;

	days_of(field, field_value(object, field), &first, &last);
	if (!field->past || date_compare(first, today) <= 0 ||
	    date_compare(first, date_add_months(frame->last, FAR_MONTHS)) > 0)
		return;
	rule_find_args(run, object, field->key,
		       field->kind == KIND_DATE
			       ? N_("{date} is after the as-of date, {today}, "
				    "so it can't have happened yet; correct "
				    "one of the two dates")
			       : N_("the period begins on {date}, after the "
				    "as-of date, {today}, so nothing can have "
				    "been measured yet; correct one of the "
				    "two"),
		       ARGS(DATE_ARG("date", first), DATE_ARG("today", today)));
	if (is_set(&run->plan->plan.as_of.at))
		rule_relate(run, &run->plan->plan.object, "as_of",
			    N_("the as-of date"));
}

/* Checks each date and period of the object and of those in it. */
static void
walk_days(struct rule_run *run, const struct frame *frame,
	  const struct object *object,
	  void (*check)(struct rule_run *run, const struct frame *frame,
			const struct object *object, const struct field *field))
{
	const struct entity *entity = object_entity(object);

	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];
		const struct list *list = field_value(object, field);
		const struct map *map = field_value(object, field);
		bool keyed =
			field->kind == KIND_MAP || field->kind == KIND_KEYED;

		if (!is_set(&list->at))
			continue;
		if (field->kind == KIND_DATE || field->kind == KIND_PERIOD)
			check(run, frame, object, field);
		if (field->kind == KIND_OBJECT)
			walk_days(run, frame, field_value(object, field),
				  check);
		for (uint32_t n = 0; keyed && n < map->n; n++)
			walk_days(run, frame, map->items[n], check);
		for (uint32_t n = 0; field->kind == KIND_LIST && n < list->n;
		     n++)
			walk_days(run, frame, list->items[n], check);
	}
}

/* A slip in the period itself would make all days distant ones. */
void
check_document_distant_date(struct rule_run *run)
{
	const struct header *header = &run->plan->plan;
	const struct frame frame = frame_of(run);

	if (frame.sane) {
		walk_days(run, &frame, &run->plan->object, check_distant);
		return;
	}
	if (plan_is_retired(run->plan))
		return;
	rule_find_args(
		run, &header->period.object,
		is_set(&header->period.end.at) ? "end" : "start",
		N_("the plan's period is from {first} to {last}, and the as-of "
		   "date is {today}, with more than ten years between two of "
		   "them; correct the year"),
		ARGS(DATE_ARG("first", frame.first),
		     DATE_ARG("last", frame.last),
		     DATE_ARG("today", run->view->as_of)));
	if (is_set(&header->as_of.at))
		rule_relate(run, &header->object, "as_of",
			    N_("the as-of date"));
}

void
check_document_future_date(struct rule_run *run)
{
	const struct frame frame = frame_of(run);

	if (frame.sane)
		walk_days(run, &frame, &run->plan->object, check_future);
}
