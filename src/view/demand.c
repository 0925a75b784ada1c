/* demand.c - the busiest interval, and actions */
#include "ces/erlang.h"
#include "ces/words.h"
#include "view/parts.h"

/* the first live voice channel's service level, else the usual 80 in 20 */
static void
find_objective(struct view *view)
{
	struct staffing_view *made = &view->staffing;

	made->target = 80;
	made->within = 20;
	FOR_EACH (channel, view->plan->channels) {
		const struct speed *speed = &channel->objective;

		if (!view->channels[channel->object.index].live ||
		    !word_is(&channel->mode, MODE_VOICE) ||
		    !word_is(&channel->timing, TIMING_SYNCHRONOUS) ||
		    !word_is(&speed->kind, SPEED_SERVICE_LEVEL) ||
		    !is_set(&speed->target.at) || !is_set(&speed->within.at))
			continue;
		made->target = speed->target.n;
		made->within = duration_seconds(speed->within.duration);
		return;
	}
}

static double
seconds_of(const struct duration_value *value, double otherwise)
{
	if (value->at.state == BROKEN)
		return NAN;
	return is_set(&value->at) ? duration_seconds(value->duration)
				  : otherwise;
}

/* agents and their results; the load is known to be positive */
static void
staff(struct staffing_view *made, const struct staffing *in, double handle,
      double interval)
{
	double occupancy = number_or(&in->max_occupancy, 85) / 100;
	double shrinkage = number_or(&in->shrinkage, 0) / 100;
	double patience = seconds_of(&in->patience, NAN);

	made->agents = erlang_agents(made->load, handle, made->target / 100,
				     made->within, occupancy);
	if (made->agents == 0)
		return;
	made->known = true;
	made->paid = erlang_paid(made->agents, shrinkage);
	made->service_level =
		100 * erlang_service_level(made->load, made->agents, handle,
					   made->within);
	made->asa = erlang_asa(made->load, made->agents, handle);
	made->occupancy = made->load / made->agents * 100;
	made->cost = made->agents * interval / 3600 *
		     number_of(&in->cost_per_hour) / (1 - shrinkage);
	if (patience > 0)
		made->abandon = 100 * erlang_a(in->busiest_interval.n, interval,
					       handle, patience, made->agents)
					      .abandon;
}

void
view_staffing(struct view *view)
{
	const struct staffing *in = &view->plan->demand.staffing;
	struct staffing_view *made = &view->staffing;
	double interval = seconds_of(&in->interval, 1800);
	double handle = seconds_of(&in->handle_time, NAN);

	made->load = made->service_level = made->asa = NAN;
	made->occupancy = made->cost = made->abandon = NAN;
	find_objective(view);
	if (!is_set(&in->busiest_interval.at) || !(handle > 0) ||
	    !(interval > 0))
		return;
	made->load = in->busiest_interval.n * handle / interval;
	if (made->load > 0)
		staff(made, in, handle, interval);
}

/* not written down yet; a value that can't be read has its finding */
static bool
is_missing(const struct mark *mark)
{
	return !is_set(mark) && mark->state != BROKEN;
}

void
view_actions(struct view *view, struct arena *arena)
{
	const struct map *actions = &view->plan->actions;
	int soon = (int)SETTING_OF(view->plan, due_soon_days);

	view->actions =
		arena_alloc(arena, (actions->n + 1) * sizeof(*view->actions));
	FOR_EACH (action, *actions) {
		struct action_view *made = &view->actions[action->object.index];
		int left;

		made->open = !is_set(&action->status.at) ||
			     word_is(&action->status, ACTION_NOT_STARTED) ||
			     word_is(&action->status, ACTION_IN_PROGRESS);
		made->unowned = is_missing(&action->owner.at) ||
				is_missing(&action->due.at);
		if (!made->open || !is_set(&action->due.at))
			continue;
		left = date_between(view->as_of, action->due.date);
		made->overdue = left < 0 ? -left : 0;
		made->due_soon = left >= 0 && left <= soon;
	}
}
