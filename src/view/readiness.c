/* readiness.c - how much is written down of what can be, and done of what is due
 */
#include <string.h>

#include "ces/opening.h"
#include "ces/question.h"
#include "view/parts.h"

/* --- what can exist ------------------------------------------------------- */

/* known to be open day and night, but for exceptions */
static bool
is_round_the_clock(const struct hours *hours)
{
	return hours && hours_told(hours) && !hours_close(hours);
}

/* Counts a channel that may run, and on which messages may have to wait for
 * nobody. */
static bool
is_missable(const struct channel *channel)
{
	return !word_is(&channel->status, CHANNEL_PLANNED) &&
	       !word_is(&channel->timing, TIMING_ASYNCHRONOUS);
}

/* Hours that no channel is known to keep may be of any. */
static void
find_missed(struct view *view, struct arena *arena)
{
	const struct plan *plan = view->plan;
	bool *used = arena_alloc(arena, (plan->hours.n + 1) * sizeof(*used));
	bool *missed =
		arena_alloc(arena, (plan->hours.n + 1) * sizeof(*missed));

	FOR_EACH (channel, plan->channels)
		if (channel->hours.to) {
			uint32_t i = channel->hours.to->object.index;

			used[i] = true;
			missed[i] |= is_missable(channel);
		}
	FOR_EACH (tier, plan->service_tiers)
		FOR_VALUES (ref_pair, pair, tier->hours) {
			const struct hours *hours = pair->to.to;
			const struct channel *channel = pair->from.to;

			if (!hours || !channel)
				continue;
			used[hours->object.index] = true;
			missed[hours->object.index] |= is_missable(channel);
		}
	for (uint32_t i = 0; i < plan->hours.n; i++)
		missed[i] |= !used[i];
	view->hours_missed = missed;
}

/* Tells whether a person may answer on a channel of the reason. */
static bool
is_handled(const struct reason *reason)
{
	if (!is_set(&reason->volume.at) || !reason->volume.n)
		return true;
	FOR_VALUES (share, share, reason->volume) {
		const struct channel *channel = share->ref.to;

		if (!channel || !flag_is(&channel->assisted, false))
			return true;
	}
	return false;
}

static bool
is_measured(const struct measure *measure)
{
	return !word_is(&measure->status, READ_LATER) &&
	       (measure->baseline.object.at.state != ABSENT ||
		!is_set(&measure->baseline_plan.at));
}

bool
view_asks(const struct view *view, const struct object *object,
	  const struct field *field)
{
	const void *self = object;
	const struct channel *channel = self;
	const struct hours *hours = self;
	const struct human_route *route = self;
	const struct reason *reason = self;

	switch (field->asked) {
	case ASKED_ALWAYS:
		return true;
	case ASKED_failing:
		return !word_is(&reason->demand, DEMAND_VALUE);
	case ASKED_handled:
		return is_handled(reason);
	case ASKED_staffed:
		return !flag_is(&channel->assisted, false);
	case ASKED_launched:
		return !word_is(&channel->status, CHANNEL_PLANNED);
	case ASKED_closing:
		return !is_round_the_clock(hours);
	case ASKED_missable:
		return !is_round_the_clock(hours) &&
		       view->hours_missed[object->index];
	case ASKED_route_closes:
		return !route->to.to ||
		       !is_round_the_clock(route->to.to->hours.to);
	case ASKED_measured:
		return is_measured(self);
	}
	return true;
}

/* --- what is written ------------------------------------------------------ */

/* a group counts once all that it needs is given */
static bool
is_given(const struct view *view, const struct object *object,
	 const struct field *field)
{
	const struct object *group = field_value(object, field);
	const struct entity *entity;

	if (!field_given(object, field))
		return false;
	if (field->kind != KIND_OBJECT)
		return true;
	entity = object_entity(group);
	for (int i = 0; i < entity->n; i++) {
		const struct field *part = &entity->fields[i];

		if (field_wanted(group, part) == 2 &&
		    view_asks(view, group, part) &&
		    !is_given(view, group, part))
			return false;
	}
	return true;
}

/* the share of its keys given among those required or advised; 0 where it waits
 * for an answer that it can't do without */
static double
item_share(const struct view *view, const struct object *item)
{
	const struct entity *entity = object_entity(item);
	unsigned filled = 0, wanted = 0;

	if (!is_set(&item->at) || item->waits)
		return 0;
	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];
		bool given;

		if (field->need == NEED_OPTIONAL ||
		    !view_asks(view, item, field))
			continue;
		given = is_given(view, item, field);
		/* of two keys of which one is needed, the one that is there */
		if (!field_wanted(item, field) &&
		    !(field->need == NEED_EITHER && given))
			continue;
		wanted++;
		filled += given;
	}
	return wanted ? (double)filled / wanted : 1;
}

/* the mean over the items, 0 when there are none, rounded down */
static int
section_percent(const struct view *view, const struct map *map)
{
	double sum = 0;

	for (uint32_t i = 0; i < map->n; i++)
		sum += item_share(view, map->items[i]);
	return map->n ? (int)(sum / map->n * 100 + 1e-9) : 0;
}

/* --- what is done of what was due ----------------------------------------- */

double
tally_percent(struct tally tally)
{
	return tally.due ? floor((double)tally.done / tally.due * 100 + 1e-9)
			 : NAN;
}

static void
count(struct tally *tally, bool done)
{
	tally->due++;
	tally->done += done;
}

static bool
is_due(const struct view *view, const struct date_value *due)
{
	return is_set(&due->at) && date_compare(due->date, view->as_of) <= 0;
}

static void
count_actions(struct view *view)
{
	struct readiness *readiness = &view->readiness;

	FOR_EACH (action, view->plan->actions) {
		bool done = word_is(&action->status, ACTION_DONE);

		if (!is_due(view, &action->due) ||
		    word_is(&action->status, ACTION_CANCELLED))
			continue;
		count(&readiness->plan_due, done);
		if (is_set(&action->section.at) &&
		    action->section.index < SECTION_SEVEN)
			count(&readiness->section_due[action->section.index],
			      done);
	}
}

static void
count_readings(struct view *view)
{
	const struct date_value *start = &view->plan->plan.period.start;

	FOR_EACH (measure, view->plan->measures) {
		const struct measure_view *made =
			&view->measures[measure->object.index];
		int months = reading_months(measure);

		if (months && is_set(&start->at) && is_measured(measure) &&
		    date_compare(date_add_months(start->date, months),
				 view->as_of) <= 0)
			count(&view->readiness.readings,
			      made->latest && !made->stale);
	}
}

static void
add(struct tally *sum, struct tally tally)
{
	sum->due += tally.due;
	sum->done += tally.done;
}

static void
view_due(struct view *view)
{
	struct readiness *readiness = &view->readiness;

	count_actions(view);
	FOR_EACH (decision, view->plan->decisions)
		if (is_due(view, &decision->due))
			count(&readiness->plan_due,
			      is_set(&decision->outcome.at) &&
				      decision->outcome.word != OUTCOME_OPEN);
	count_readings(view);
	add(&readiness->plan_due, readiness->readings);
	for (int i = 0; i < SECTION_SEVEN; i++)
		if (!strcmp(sections[i].key, "measures"))
			add(&readiness->section_due[i], readiness->readings);
}

/* --- both ----------------------------------------------------------------- */

void
view_readiness(struct view *view, struct arena *arena)
{
	int sum = 0;

	find_missed(view, arena);
	for (int i = 0; i < SECTION_SEVEN; i++) {
		const struct field *field =
			entity_field(entity_plan(), sections[i].key,
				     strlen(sections[i].key));

		view->readiness.section[i] =
			section_percent(view, field_value(view->plan, field));
		sum += view->readiness.section[i];
	}
	view->readiness.plan = sum / SECTION_SEVEN;
	if (view->as_of_known)
		view_due(view);
}
