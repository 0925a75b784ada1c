/* tables_channels.c - contact channels, hours and coverage */
#include "tables.h"

#include "ces/language.h"
#include "ces/opening.h"

/* --- channels ----------------------------------------------------------- */

static const struct column channel_columns[] = {
	COLUMN("name", "Channel", TEXT, .width = 28),
	COLUMN("mode", "Mode", WORD),
	COLUMN("timing", "Timing", WORD),
	COLUMN("assisted", "Assisted", WORD),
	COLUMN("status", "Status", WORD),
	COLUMN("launch", "Launch", DATE, .folded = true),
	COLUMN("hours", "Hours", TEXT, .width = 18),
	COLUMN("week_hours", "Open in a standard week", NUMBER,
	       .unit = N_("hours")),
	COLUMN("volume", "Contacts", COUNT, .from = "contacts_per_year",
	       .unit = N_("a year")),
	COLUMN("share", "Share of contacts", PERCENT, .width = 14,
	       .bars = BARS_WHOLE),
	COLUMN("attempts_per_year", "Attempts", COUNT, .unit = N_("a year"),
	       .rare = true),
	COLUMN("unanswered", "Not answered", PERCENT, .rare = true),
	COLUMN("cost_per_contact", "Cost per contact", MONEY,
	       .unit = MONEY_UNIT),
	COLUMN("cost", "Cost", MONEY, .unit = MONEY_A_YEAR, .total = true),
	COLUMN("concurrency", "Contacts at a time", NUMBER, .folded = true),
	COLUMN("objective", "Speed objective", TEXT, .width = 18,
	       .printed = true),
	COLUMN("acknowledge", "Receipt", TEXT, .width = 18, .rare = true),
	COLUMN("latest", "Latest readings", TEXT, .width = 36),
	COLUMN("preferred_by", "Preferred by", TEXT, .width = 40),
	COLUMN("entry_points", "Where customers find it", TEXT),
	COLUMN("route", "Route to a person", TEXT),
	COLUMN("steps", "Steps to a person", COUNT,
	       .from = "human_route.steps"),
	COLUMN("keeps_context", "Context kept", WORD,
	       .from = "human_route.keeps_context"),
	COLUMN("record_linked", "Joined to the record", WORD),
	COLUMN("reasons", "Handles by itself", TEXT),
	COLUMN("efficiency", "More efficient", WORD,
	       .from = "business_case.efficiency"),
	COLUMN("ease", "Easier to deal with", WORD,
	       .from = "business_case.ease"),
	COLUMN("wanted", "Wanted and used", WORD,
	       .from = "business_case.wanted"),
	COLUMN("customer_benefit", "Customers gain", TEXT,
	       .from = "automation.customer_benefit"),
	COLUMN("adoption", "Adoption target", PERCENT,
	       .from = "automation.adoption.target"),
	COLUMN("languages", "Languages", TEXT, .rare = true),
	COLUMN("obligation", C_("law", "Required by"), TEXT, .width = 30,
	       .rare = true),
};

static void
put_route(struct sheet *sheet, const struct human_route *route)
{
	const struct channel *to = route->to.to,
			     *later = route->after_hours_to.to;
	struct buf buf = {0};

	if (to || later)
		message_fill(&buf, sheet->language,
			     !later ? "{channel}"
			     : to   ? N_("{channel}; out of hours {later}")
				    : N_("out of hours {later}"),
			     ARGS(TEXT_ARG("channel",
					   to ? object_name(&to->object) : ""),
				  TEXT_ARG("later",
					   later ? object_name(&later->object)
						 : "")));
	put_buf(sheet, "route", &buf);
}

static struct names *
gather_latest(struct sheet *sheet)
{
	struct names *latest = names_each(sheet, &sheet->plan->channels);

	FOR_EACH (measure, sheet->plan->measures) {
		const struct measure_view *view =
			&sheet->view->measures[measure->object.index];

		if (view->family != FAMILY_ACCESS || !view->latest)
			continue;
		FOR_VALUES (ref_value, ref, measure->scope.channels) {
			const struct object *to = ref_target(ref);

			if (!to)
				continue;
			names_add(
				&latest[to->index],
				message_text(
					sheet->arena, sheet->language,
					N_("{name}: {value}"),
					ARGS(TEXT_ARG(
						     "name",
						     object_name(
							     &measure->object)),
					     NUMBER_ARG("value",
							view->latest_value))),
				&measure->object);
		}
	}
	return latest;
}

static struct names *
gather_preferred(struct sheet *sheet)
{
	struct names *preferred = names_each(sheet, &sheet->plan->channels);

	FOR_EACH (segment, sheet->plan->segments)
		FOR_VALUES (share, share, segment->preferences.channels) {
			const struct object *to = ref_target(&share->ref);

			if (!to || !is_set(&share->value.at))
				continue;
			names_add(
				&preferred[to->index],
				message_text(
					sheet->arena, sheet->language,
					N_("{name} {number}"),
					ARGS(TEXT_ARG(
						     "name",
						     object_name(
							     &segment->object)),
					     PERCENT_ARG("number",
							 share->value.n))),
				&segment->object);
		}
	return preferred;
}

static void
channel_row(struct sheet *sheet, const void *item)
{
	const struct channel *channel = item;
	const struct channel_view *view =
		&sheet->view->channels[channel->object.index];

	put_number(sheet, "week_hours", view->week_hours);
	put_number(sheet, "volume", view->volume);
	put_number(sheet, "share", view->share);
	put_number(sheet, "cost", view->cost);
	put_number(sheet, "unanswered", view->unanswered);
	put_speed(sheet, "objective", &channel->objective);
	put_within(sheet, "acknowledge", &channel->acknowledge.target,
		   &channel->acknowledge.within);
	put_route(sheet, &channel->human_route);
}

/* --- hours -------------------------------------------------------------- */

static const struct column hours_columns[] = {
	COLUMN("name", "Hours", TEXT, .width = 28),
	COLUMN("weekly", "Standard week", TEXT, .width = 40),
	COLUMN("week_hours", "Open in a standard week", NUMBER,
	       .unit = N_("hours")),
	COLUMN("timezone", "Time zone", TEXT, .width = 18, .folded = true),
	COLUMN("channels", "Channels", TEXT, .width = 36),
	COLUMN("seasons", "Seasons", TEXT, .width = 44),
	COLUMN("exceptions", "Exceptions", TEXT, .width = 44),
	COLUMN("out_of_hours", "Out of hours", TEXT,
	       .from = "out_of_hours.treatment"),
	COLUMN("turn_to", "Turn to", TEXT, .from = "out_of_hours.channel",
	       .width = 20),
	COLUMN("demand_outside", "Attempts outside", PERCENT, .printed = true),
	COLUMN("value_of_contacts", "Why they are worth it", TEXT),
	COLUMN("reviewed", "Reviewed", DATE),
};

/* the channels that keep each hours, then the tiers that override them */
static struct names *
gather_users(struct sheet *sheet)
{
	struct names *users = names_each(sheet, &sheet->plan->hours);

	FOR_EACH (channel, sheet->plan->channels)
		if (channel->hours.to)
			names_add_item(&users[channel->hours.to->object.index],
				       &channel->object);
	FOR_EACH (tier, sheet->plan->service_tiers)
		FOR_VALUES (ref_pair, pair, tier->hours) {
			const struct object *channel = ref_target(&pair->from);
			const struct object *hours = ref_target(&pair->to);

			if (!channel || !hours)
				continue;
			names_add(
				&users[hours->index],
				message_text(
					sheet->arena, sheet->language,
					N_("{channel} ({tier})"),
					ARGS(TEXT_ARG("channel",
						      object_name(channel)),
					     TEXT_ARG("tier",
						      object_name(
							      &tier->object)))),
				channel);
		}
	return users;
}

/* a line of the list: when, how long it is open, and why */
static void
line_add(struct buf *buf, const struct language *language, const char *when,
	 const char *hours, const struct text_value *reason)
{
	buf_puts(buf, buf->n ? "\n" : "");
	message_fill(buf, language,
		     is_set(&reason->at) ? N_("{when}: {hours} ({reason})")
					 : N_("{when}: {hours}"),
		     ARGS(TEXT_ARG("when", when), TEXT_ARG("hours", hours),
			  TEXT_ARG("reason", reason->text)));
}

/* "" of none */
static const char *
day_text(struct arena *arena, const struct language *language,
	 const struct date_value *day)
{
	struct buf text = {0};

	if (is_set(&day->at))
		date_show(&text, language, day->date);
	return arena_take(arena, &text);
}

static void
closure_add(struct sheet *sheet, struct buf *buf, const struct closure *closure)
{
	const struct language *language = sheet->language;
	const struct date_value *from =
		is_set(&closure->from.at) ? &closure->from : &closure->date;
	struct buf hours = {0};
	const char *when;

	if (!is_set(&closure->hours.at))
		return;
	when = message_text(
		sheet->arena, language,
		is_set(&closure->to.at) ? N_("{from} – {to}") : "{from}",
		ARGS(TEXT_ARG("from", day_text(sheet->arena, language, from)),
		     TEXT_ARG("to",
			      day_text(sheet->arena, language, &closure->to))));
	spans_write(&hours, &closure->hours.day,
		    language_text(language, N_("closed")));
	line_add(buf, language, when, buf_text(&hours), &closure->reason);
	buf_free(&hours);
}

static void
season_add(struct sheet *sheet, struct buf *buf, const struct season *season)
{
	const struct language *language = sheet->language;
	struct buf hours = {0};
	const char *when;

	if (!is_set(&season->weekly.at))
		return;
	when = message_text(
		sheet->arena, language,
		flag_is(&season->yearly, true) ? N_("{from} – {to}, every year")
					       : N_("{from} – {to}"),
		ARGS(TEXT_ARG("from",
			      day_text(sheet->arena, language, &season->from)),
		     TEXT_ARG("to",
			      day_text(sheet->arena, language, &season->to))));
	week_add(&hours, language, season->weekly.text);
	line_add(buf, language, when, buf_text(&hours), &season->reason);
	buf_free(&hours);
}

static void
hours_row(struct sheet *sheet, const void *item)
{
	const struct hours *hours = item;
	struct buf buf = {0}, seasons = {0};

	put_number(sheet, "week_hours", weekly_hours(hours));
	if (!is_set(&hours->timezone.at))
		put_field(sheet, "timezone", &sheet->plan->plan, "timezone");
	FOR_EACH (season, hours->seasons)
		season_add(sheet, &seasons, season);
	put_buf(sheet, "seasons", &seasons);
	FOR_EACH (closure, hours->exceptions)
		closure_add(sheet, &buf, closure);
	put_buf(sheet, "exceptions", &buf);
}

/* --- coverage: segment x channel ---------------------------------------- */

static const struct column coverage_columns[] = {
	COLUMN("segment", "Segment", TEXT, .width = 28, .link = TABLE_segments),
	COLUMN("high_value", "High value", WORD),
	COLUMN("channel", "Channel", TEXT, .width = 28, .link = TABLE_channels),
	COLUMN("preference", "Preferred by", PERCENT),
	COLUMN("percent", "Covered", PERCENT, .width = 12, .bars = BARS_PAGE),
	COLUMN("state", "State", STATUS, .calm = true),
	COLUMN("worst", "Worst stretch", TEXT, .width = 32),
	COLUMN("promise", "Promised answer", TEXT, .width = 18),
	COLUMN("wanted_hours", C_("hours", "Wanted"), NUMBER,
	       .unit = N_("hours a week")),
	COLUMN("open_hours", C_("hours", "Open"), NUMBER,
	       .unit = N_("hours a week")),
	COLUMN("common_hours", "Open and wanted", NUMBER,
	       .unit = N_("hours a week")),
	COLUMN("closed_hours", "Wanted but closed", NUMBER,
	       .unit = N_("hours a week")),
	COLUMN("hours", "Hours", TEXT, .width = 20, .link = TABLE_hours),
	COLUMN("tier", "Tier", TEXT, .width = 18, .link = TABLE_service_tiers),
};

static enum state_id
coverage_state(const struct sheet *sheet, const struct coverage *coverage)
{
	const struct word_value *status = &coverage->channel->status;

	if (is_set(&status->at) && status->word != CHANNEL_CURRENT)
		return status->word == CHANNEL_PLANNED ? STATE_planned
						       : STATE_retiring;
	if (coverage->waits)
		return channel_promise(coverage->channel) ? STATE_promised
							  : STATE_no_promise;
	if (isnan(coverage->percent))
		return STATE_hours_unknown;
	if (!is_below(coverage->percent,
		      coverage_enough(sheet->plan, coverage->segment)))
		return STATE_covered;
	if (coverage->percent >= SETTING_OF(sheet->plan, coverage))
		return STATE_mostly_covered;
	return STATE_poorly_covered;
}

static void
put_worst(struct sheet *sheet, const struct low_stretch *worst)
{
	struct buf buf = {0};

	if (!worst->first.year)
		return;
	message_fill(&buf, sheet->language, N_("{first} – {last}: {percent}"),
		     ARGS(DATE_ARG("first", worst->first),
			  DATE_ARG("last", worst->last),
			  PERCENT_ARG("percent", worst->percent)));
	put_buf(sheet, "worst", &buf);
}

/* minutes of all days as hours of a week */
static void
put_week(struct sheet *sheet, const char *key, unsigned minutes)
{
	put_number(sheet, key, view_week_hours(sheet->view, minutes));
}

/* its id is the segment's, its object the channel */
static void
coverage_row(struct sheet *sheet, const struct coverage *coverage,
	     const struct tier *tier)
{
	const struct object *segment = &coverage->segment->object;
	const struct object *channel = &coverage->channel->object;

	sheet_new(sheet, segment->id, channel);
	put_name(sheet, "segment", segment);
	put_field(sheet, "high_value", segment, "high_value");
	put_name(sheet, "channel", channel);
	put_number(sheet, "preference", coverage->preference);
	put_number(sheet, "percent", coverage->percent);
	put_state(sheet, "state", coverage_state(sheet, coverage));
	put_worst(sheet, &coverage->worst);
	if (channel_promise(coverage->channel))
		put_speed(sheet, "promise", channel_promise(coverage->channel));
	if (!isnan(coverage->percent)) {
		put_week(sheet, "wanted_hours", coverage->wanted);
		put_week(sheet, "open_hours", coverage->offered);
		put_week(sheet, "common_hours", coverage->common);
		put_week(sheet, "closed_hours",
			 coverage->wanted - coverage->common);
	}
	put_name(sheet, "hours", (const void *)coverage->hours);
	put_name(sheet, "tier", (const void *)tier);
}

static void
coverage_fill(struct sheet *sheet)
{
	FOR_EACH (segment, sheet->plan->segments) {
		const struct segment_view *view =
			&sheet->view->segments[segment->object.index];

		for (uint32_t k = 0; k < view->n; k++)
			if (view->channels[k].preference > 0)
				coverage_row(sheet, &view->channels[k],
					     view->tier);
	}
}

/* --- the tables --------------------------------------------------------- */

const struct table_kind table_channels = {
	.entities = {"channel"},
	ROWS_OF(channels),
	COLUMNS(channel_columns),
	.row = channel_row,
	.gathered = {{"latest", gather_latest},
		     {"preferred_by", gather_preferred}}};

const struct table_kind table_hours = {
	.entities = {"hours"},
	ROWS_OF(hours),
	COLUMNS(hours_columns),
	.row = hours_row,
	.gathered = {{"channels", gather_users}}};

const struct table_kind table_coverage = {COLUMNS(coverage_columns),
					  .fill = coverage_fill};
