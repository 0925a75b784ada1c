/* tables_staffing.c - agents for the busiest interval, and the workforce */
#include "tables.h"

#include <math.h>

#include "ces/language.h"

enum { BELOW = 3, ABOVE = 5 };

/* --- the busiest interval ------------------------------------------------- */

static const struct column staffing_columns[] = {
	COLUMN("channel", "Channel", TEXT, .width = 28, .link = TABLE_channels),
	COLUMN("tier", "Tier", TEXT, .width = 18, .link = TABLE_service_tiers),
	COLUMN("objective", "Objective", TEXT, .width = 18),
	COLUMN("reach", "Reach the objective", COUNT, .unit = N_("agents")),
	COLUMN("keep", "Keep occupancy", COUNT, .unit = N_("agents")),
	COLUMN("agents", "On duty", NUMBER, .unit = N_("agents")),
	COLUMN("paid", C_("agents", "Paid"), COUNT, .unit = N_("agents")),
	COLUMN("service_level", "Answered in time", PERCENT),
	COLUMN("asa", "Average wait", NUMBER, .unit = N_("seconds")),
	COLUMN("occupancy", "Occupancy", PERCENT),
	COLUMN("abandon", "Give up", PERCENT),
	COLUMN("cost", "Cost of the interval", MONEY, .unit = MONEY_UNIT),
	COLUMN("basis", "How it is worked out", TEXT, .width = 40,
	       .printed = true),
	COLUMN("contacts", "Contacts", NUMBER, .unit = N_("in the interval")),
	COLUMN("interval", "Interval", NUMBER, .unit = N_("minutes")),
	COLUMN("handle_time", "Handle time", NUMBER, .unit = N_("seconds")),
	COLUMN("each", "Time of an agent", NUMBER,
	       .unit = N_("seconds a contact")),
	COLUMN("load", "Load", NUMBER, .unit = N_("erlangs")),
};

static double
tenths(double number)
{
	return round(number * 10) / 10;
}

/* where the queue only grows there is no average */
static void
put_result(struct sheet *sheet, const struct staffing_result *result,
	   bool level)
{
	put_number(sheet, "agents", result->agents);
	put_number(sheet, "paid", agents_shown(result->paid));
	if (level)
		put_number(sheet, "service_level", result->service_level);
	put_number(sheet, "asa",
		   isfinite(result->asa) ? tenths(result->asa) : (double)NAN);
	put_number(sheet, "occupancy", result->occupancy);
	put_number(sheet, "abandon", result->abandon);
	put_number(sheet, "cost", result->cost);
}

static const char *
basis_of(const struct staffing_view *view, const struct staffing_level *level)
{
	if (level->tier)
		return level->agents
			       ? N_("For all contacts of the channel, were "
				    "they answered as the tier's are to be.")
			       : N_("No number of agents answers all contacts "
				    "in time.");
	if (isnan(level->target))
		return level->keep
			       ? N_("Smallest number that keeps occupancy at "
				    "{occupancy}; the channel has no service "
				    "level to reach.")
			       : N_("The channel has no service level to "
				    "reach, "
				    "so no number can be worked out.");
	if (!level->agents)
		return N_("No number of agents answers all contacts in time.");
	if (isnan(view->max_occupancy))
		return N_("Smallest number that reaches the objective, by "
			  "Erlang C.");
	return level->keep > level->reach
		       ? N_("{reach} reach the objective, {keep} keep "
			    "occupancy at {occupancy}.")
		       : N_("Smallest number that reaches the objective, by "
			    "Erlang C; it keeps occupancy at {occupancy}.");
}

static void
put_basis(struct sheet *sheet, const struct staffing_view *view,
	  const struct staffing_level *level)
{
	struct buf basis = {0}, both = {0};

	message_fill(&basis, sheet->language, basis_of(view, level),
		     ARGS(COUNT_ARG("reach", level->reach),
			  COUNT_ARG("keep", level->keep),
			  PERCENT_ARG("occupancy", view->max_occupancy * 100)));
	if (isnan(view->shrinkage) && level->agents)
		message_fill(&both, sheet->language,
			     N_("{basis} The plan tells no shrinkage, so how "
				"many are paid for it, and what they cost, is "
				"not known."),
			     ARGS(TEXT_ARG("basis", basis.p)));
	put_buf(sheet, "basis", both.n ? &both : &basis);
	buf_free(&basis);
}

static void
level_row(struct sheet *sheet, const struct channel *channel,
	  const struct staffing_view *view, const struct staffing_level *level)
{
	struct staffing_result result =
		staffing_result(view, level, level->agents);

	sheet_new(sheet, channel->object.id, &channel->object);
	put_name(sheet, "channel", &channel->object);
	put_name(sheet, "tier", (const void *)level->tier);
	put_speed(sheet, "objective",
		  level->tier ? &level->tier->objective : &channel->objective);
	put_number(sheet, "reach", agents_shown(level->reach));
	put_number(sheet, "keep", agents_shown(level->keep));
	if (level->agents)
		put_result(sheet, &result, !isnan(level->target));
	put_number(sheet, "contacts", tenths(view->contacts));
	put_number(sheet, "interval", view->interval / 60);
	put_number(sheet, "handle_time", tenths(view->handle_time));
	put_number(sheet, "each", tenths(view->each));
	put_number(sheet, "load", view->load);
	put_basis(sheet, view, level);
}

/* where an answer may wait: people for a day's contacts */
static void
deferrable_row(struct sheet *sheet, const struct channel *channel)
{
	const struct channel_view *view =
		&sheet->view->channels[channel->object.index];

	sheet_new(sheet, channel->object.id, &channel->object);
	put_name(sheet, "channel", &channel->object);
	put_speed(sheet, "objective", &channel->objective);
	put_number(sheet, "agents", tenths(view->agents));
	put_number(sheet, "handle_time", tenths(view->handle_time));
	put_message(sheet, "basis",
		    isnan(view->shrinkage)
			    ? N_("Agents a day: contacts of a day that it is "
				 "open / what an agent gets done in 8 hours; "
				 "the plan tells no shrinkage, so none is "
				 "taken off.")
			    : N_("Agents a day: contacts of a day that it is "
				 "open / what an agent gets done in 8 hours "
				 "less shrinkage."));
}

static void
staffing_fill(struct sheet *sheet)
{
	FOR_EACH (channel, sheet->plan->channels) {
		const struct staffing_view *view =
			sheet->view->channels[channel->object.index].staffing;

		for (uint32_t i = 0; view && i < view->n; i++)
			level_row(sheet, channel, view, &view->levels[i]);
	}
	FOR_EACH (channel, sheet->plan->channels)
		if (!isnan(sheet->view->channels[channel->object.index].agents))
			deferrable_row(sheet, channel);
}

/* --- a few agents less, a few more ---------------------------------------- */

static const struct column agents_columns[] = {
	COLUMN("channel", "Channel", TEXT, .width = 28, .link = TABLE_channels),
	COLUMN("agents", "On duty", COUNT, .unit = N_("agents")),
	COLUMN("paid", C_("agents", "Paid"), COUNT, .unit = N_("agents")),
	COLUMN("service_level", "Answered in time", PERCENT),
	COLUMN("asa", "Average wait", NUMBER, .unit = N_("seconds")),
	COLUMN("occupancy", "Occupancy", PERCENT),
	COLUMN("abandon", "Give up", PERCENT),
	COLUMN("cost", "Cost of the interval", MONEY, .unit = MONEY_UNIT),
	COLUMN("reaches", "Objective reached", WORD),
	COLUMN("keeps", "Occupancy kept", WORD),
};

static void
agents_row(struct sheet *sheet, const struct channel *channel,
	   const struct staffing_view *view, int agents)
{
	const struct staffing_level *level = &view->levels[0];
	struct staffing_result result = staffing_result(view, level, agents);

	sheet_new(sheet, channel->object.id, &channel->object);
	put_name(sheet, "channel", &channel->object);
	put_result(sheet, &result, !isnan(level->target));
	if (level->reach)
		put_flag(sheet, "reaches", agents >= level->reach);
	if (level->keep)
		put_flag(sheet, "keeps",
			 agents >= view->load / view->max_occupancy - 1e-9);
}

/* around the number that reaches the objective, and the one that keeps
 * occupancy besides */
static void
agents_fill(struct sheet *sheet)
{
	FOR_EACH (channel, sheet->plan->channels) {
		const struct staffing_view *view =
			sheet->view->channels[channel->object.index].staffing;
		int middle, last;

		if (!view || !view->levels[0].agents)
			continue;
		middle = view->levels[0].reach ? view->levels[0].reach
					       : view->levels[0].agents;
		last = middle + ABOVE;
		for (int n = middle - BELOW; n <= last; n++)
			if (n > 0)
				agents_row(sheet, channel, view, n);
		if (view->levels[0].agents > last)
			agents_row(sheet, channel, view,
				   view->levels[0].agents);
	}
}

/* --- by month ------------------------------------------------------------- */

static const struct column month_columns[] = {
	COLUMN("channel", "Channel", TEXT, .width = 28, .link = TABLE_channels),
	COLUMN("month", "Month", TEXT, .width = 14),
	COLUMN("contacts", "Contacts", NUMBER, .unit = N_("in the interval")),
	COLUMN("handle_time", "Handle time", NUMBER, .unit = N_("seconds")),
	COLUMN("agents", "On duty", COUNT, .unit = N_("agents")),
	COLUMN("paid", C_("agents", "Paid"), COUNT, .unit = N_("agents")),
	COLUMN("peak", "Peak", WORD),
	COLUMN("volume", "Contacts of the month", COUNT, .amount = true),
	COLUMN("employees", "Employees", NUMBER, .unit = N_("estimate")),
	COLUMN("cost", "Cost of employees, estimate", MONEY, .unit = MONEY_UNIT,
	       .amount = true),
};

static void
month_row(struct sheet *sheet, const struct channel *channel,
	  const struct staffing_view *view, int month)
{
	const struct staffing_month *at = &view->months[month];

	sheet_new(sheet, channel->object.id, &channel->object);
	put_name(sheet, "channel", &channel->object);
	put_text(sheet, "month", month_name(sheet->language, month + 1));
	put_number(sheet, "contacts", tenths(at->contacts));
	put_number(sheet, "handle_time", tenths(at->handle_time));
	put_number(sheet, "agents", agents_shown(at->agents));
	put_number(sheet, "paid", agents_shown(at->paid));
	if (month == view->peak)
		put_flag(sheet, "peak", true);
	put_number(sheet, "volume", at->volume);
	put_number(sheet, "employees", tenths(at->employees));
	put_number(sheet, "cost", at->cost);
}

static void
months_fill(struct sheet *sheet)
{
	FOR_EACH (channel, sheet->plan->channels) {
		const struct staffing_view *view =
			sheet->view->channels[channel->object.index].staffing;

		for (int i = 0; view && view->peak >= 0 && i < 12; i++)
			if (view->months[i].agents || view->months[i].closed)
				month_row(sheet, channel, view, i);
	}
}

/* --- the workforce -------------------------------------------------------- */

static const struct column workforce_columns[] = {
	COLUMN("role", C_("people", "Role"), TEXT, .width = 28),
	COLUMN("headcount", "People", COUNT, .total = true),
	COLUMN("target_headcount", C_("people", "To be"), COUNT, .total = true),
	COLUMN("skills", "Can work on", TEXT, .width = 30),
	COLUMN("hours_per_week", C_("hours", "Paid"), NUMBER,
	       .unit = N_("hours a week")),
	COLUMN("hire_lead", "Hiring takes", TEXT, .width = 14),
	COLUMN("training", "Training takes", TEXT, .width = 14),
	COLUMN("attrition", "Attrition", PERCENT, .unit = N_("a year")),
	COLUMN("leavers", "Leavers", NUMBER, .unit = N_("a year")),
	COLUMN("actions", "Actions", TEXT, .width = 40),
};

static void
workforce_row(struct sheet *sheet, const void *item)
{
	const struct staff *staff = item;

	if (is_set(&staff->headcount.at) && is_set(&staff->attrition.at))
		put_number(
			sheet, "leavers",
			tenths(staff->headcount.n * staff->attrition.n / 100));
}

/* --- the tables ----------------------------------------------------------- */

const struct table_kind table_staffing = {COLUMNS(staffing_columns),
					  .fill = staffing_fill};

const struct table_kind table_agents = {COLUMNS(agents_columns),
					.fill = agents_fill};

const struct table_kind table_staffing_months = {COLUMNS(month_columns),
						 .fill = months_fill};

const struct table_kind table_workforce = {.entities = {"staff"},
					   ROWS_OF(workforce),
					   COLUMNS(workforce_columns),
					   .row = workforce_row};
