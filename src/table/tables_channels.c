/* tables_channels.c - contact channels, hours and coverage */
#include "tables.h"

#include <libintl.h>

#include "ces/week.h"

/* --- channels ----------------------------------------------------------- */

static const struct column channel_columns[] = {
	COLUMN("name", "Channel", COLUMN_TEXT, .width = 28),
	COLUMN("mode", "Mode", COLUMN_WORD),
	COLUMN("timing", "Timing", COLUMN_WORD,
	       .note = N_("Synchronous: live. Asynchronous: answered later. "
			  "Self-service: customers help themselves.")),
	COLUMN("assisted", "Assisted", COLUMN_WORD,
	       .note = N_("Does a person answer?")),
	COLUMN("status", "Status", COLUMN_WORD),
	COLUMN("launch", "Launch", COLUMN_DATE),
	COLUMN("hours", "Hours", COLUMN_TEXT, .width = 18),
	COLUMN("week_hours", "Open", COLUMN_NUMBER, .unit = N_("hours a week")),
	COLUMN("volume", "Contacts", COLUMN_COUNT, .unit = N_("a year")),
	COLUMN("share", "Share of contacts", COLUMN_PERCENT, .width = 14,
	       .note = N_("Of all contacts on current channels on which a "
			  "person answers."),
	       .bars = BARS_WHOLE),
	COLUMN("cost_per_contact", "Cost per contact", COLUMN_MONEY,
	       .unit = MONEY_UNIT),
	COLUMN("cost", "Cost", COLUMN_MONEY, .unit = MONEY_A_YEAR,
	       .total = true),
	COLUMN("concurrency", "Contacts at a time", COLUMN_NUMBER),
	COLUMN("objective", "Speed objective", COLUMN_TEXT, .width = 18),
	COLUMN("latest", "Latest readings", COLUMN_TEXT, .width = 36,
	       .note = N_("Of the access measures of this channel.")),
	COLUMN("preferred_by", "Preferred by", COLUMN_TEXT, .width = 40,
	       .note = N_("Share of each segment that prefers it.")),
	COLUMN("route", "Route to a person", COLUMN_TEXT),
	COLUMN("steps", "Steps to a person", COLUMN_COUNT,
	       .from = "human_route.steps"),
	COLUMN("keeps_context", "Context kept", COLUMN_WORD,
	       .from = "human_route.keeps_context",
	       .note = N_("Does the person know what was said before?")),
	COLUMN("record_linked", "Joined to the record", COLUMN_WORD,
	       .note = N_("Are contacts joined to the customer record?")),
	COLUMN("reasons", "Handles by itself", COLUMN_TEXT),
	COLUMN("efficiency", "More efficient", COLUMN_WORD,
	       .from = "business_case.efficiency"),
	COLUMN("ease", "Easier to deal with", COLUMN_WORD,
	       .from = "business_case.ease"),
	COLUMN("wanted", "Wanted and used", COLUMN_WORD,
	       .from = "business_case.wanted"),
	COLUMN("customer_benefit", "Customers gain", COLUMN_TEXT,
	       .from = "automation.customer_benefit"),
	COLUMN("adoption", "Adoption target", COLUMN_PERCENT,
	       .from = "automation.adoption.target"),
};

static void
put_route(struct sheet *sheet, const struct human_route *route)
{
	struct buf buf = {0};
	const struct channel *later = route->after_hours_to.to;

	if (route->to.to)
		buf_puts(&buf, object_name(&route->to.to->object));
	if (later) {
		const struct arg arg =
			TEXT_ARG("channel", object_name(&later->object));

		buf_puts(&buf, buf.n ? "; " : "");
		message_fill(&buf, gettext("out of hours {channel}"), &arg, 1);
	}
	put_buf(sheet, "route", &buf);
	put_link(sheet, "route", TABLE_channels);
}

static struct buf *
gather_latest(struct sheet *sheet)
{
	const struct map *map = &sheet->plan->measures;
	struct buf *latest = buffers(sheet, &sheet->plan->channels);

	for (uint32_t i = 0; i < map->n; i++) {
		const struct measure *measure = ITEM(measure, *map, i);
		const struct refs_value *scope = &measure->scope.channels;
		const struct measure_view *view = &sheet->view->measures[i];

		if (view->family != FAMILY_ACCESS || !view->latest)
			continue;
		for (uint32_t k = 0; is_set(&scope->at) && k < scope->n; k++) {
			const struct object *to = ref_target(&scope->items[k]);

			if (!to)
				continue;
			name_add(&latest[to->index],
				 object_name(&measure->object));
			buf_puts(&latest[to->index], ": ");
			buf_number(&latest[to->index], view->latest_value);
		}
	}
	return latest;
}

static struct buf *
gather_preferred(struct sheet *sheet)
{
	const struct map *map = &sheet->plan->segments;
	struct buf *preferred = buffers(sheet, &sheet->plan->channels);

	for (uint32_t i = 0; i < map->n; i++) {
		const struct shares_value *shares =
			&ITEM(segment, *map, i)->preferences.channels;

		for (uint32_t k = 0; is_set(&shares->at) && k < shares->n;
		     k++) {
			const struct share *share = &shares->items[k];
			const struct object *to = ref_target(&share->ref);

			if (!to || !is_set(&share->value.at))
				continue;
			name_add(&preferred[to->index],
				 object_name(map->items[i]));
			buf_putc(&preferred[to->index], ' ');
			percent_add(&preferred[to->index], share->value.n);
		}
	}
	return preferred;
}

static void
channel_row(struct sheet *sheet, const struct channel *channel)
{
	const struct channel_view *view =
		&sheet->view->channels[channel->object.index];

	sheet_row(sheet, &channel->object);
	put_number(sheet, "week_hours", view->week_hours);
	put_number(sheet, "volume", view->volume);
	put_number(sheet, "share", view->share);
	put_number(sheet, "cost", view->cost);
	put_speed(sheet, "objective", &channel->objective);
	put_route(sheet, &channel->human_route);
}

static void
channels_fill(struct sheet *sheet)
{
	const struct map *map = &sheet->plan->channels;
	struct buf *latest = gather_latest(sheet);
	struct buf *preferred = gather_preferred(sheet);

	for (uint32_t i = 0; i < map->n; i++) {
		channel_row(sheet, ITEM(channel, *map, i));
		put_buf(sheet, "latest", &latest[i]);
		put_link(sheet, "latest", TABLE_measures);
		put_buf(sheet, "preferred_by", &preferred[i]);
		put_link(sheet, "preferred_by", TABLE_segments);
	}
}

/* --- hours -------------------------------------------------------------- */

static const struct column hours_columns[] = {
	COLUMN("name", "Hours", COLUMN_TEXT, .width = 28),
	COLUMN("weekly", "Standard week", COLUMN_TEXT, .width = 40),
	COLUMN("week_hours", "Open", COLUMN_NUMBER, .unit = N_("hours a week")),
	COLUMN("timezone", "Time zone", COLUMN_TEXT, .width = 18),
	COLUMN("channels", "Channels", COLUMN_TEXT, .width = 36),
	COLUMN("exceptions", "Exceptions", COLUMN_TEXT, .width = 44),
	COLUMN("out_of_hours", "Out of hours", COLUMN_TEXT,
	       .from = "out_of_hours.treatment"),
	COLUMN("turn_to", "Turn to", COLUMN_TEXT,
	       .from = "out_of_hours.channel", .width = 20,
	       .note = N_("The channel that customers can use when it is "
			  "closed.")),
	COLUMN("demand_outside", "Attempts outside", COLUMN_PERCENT,
	       .note = N_("Attempts to make contact outside the hours, of all "
			  "attempts.")),
	COLUMN("value_of_contacts", "Why they are worth it", COLUMN_TEXT),
	COLUMN("reviewed", "Reviewed", COLUMN_DATE),
};

static void
add_override(struct buf *users, const struct ref_pair *pair,
	     const struct object *tier)
{
	const struct object *channel = ref_target(&pair->from);
	const struct object *hours = ref_target(&pair->to);

	if (!channel || !hours)
		return;
	name_add(&users[hours->index], object_name(channel));
	buf_printf(&users[hours->index], " (%s)", object_name(tier));
}

/* the channels that keep each hours, then the tiers that override them */
static struct buf *
gather_users(struct sheet *sheet)
{
	const struct map *channels = &sheet->plan->channels;
	const struct map *tiers = &sheet->plan->service_tiers;
	struct buf *users = buffers(sheet, &sheet->plan->hours);

	for (uint32_t i = 0; i < channels->n; i++) {
		const struct hours *hours =
			ITEM(channel, *channels, i)->hours.to;

		if (hours)
			name_add(&users[hours->object.index],
				 object_name(channels->items[i]));
	}
	for (uint32_t i = 0; i < tiers->n; i++) {
		const struct ref_map_value *own = &ITEM(tier, *tiers, i)->hours;

		for (uint32_t k = 0; is_set(&own->at) && k < own->n; k++)
			add_override(users, &own->items[k], tiers->items[i]);
	}
	return users;
}

static void
closure_add(struct buf *buf, const struct closure *closure)
{
	if (!is_set(&closure->hours.at))
		return;
	buf_puts(buf, buf->n ? "\n" : "");
	if (is_set(&closure->on.at))
		date_write(buf, closure->on.date);
	if (is_set(&closure->from.at))
		date_write(buf, closure->from.date);
	if (is_set(&closure->to.at)) {
		buf_puts(buf, " – ");
		date_write(buf, closure->to.date);
	}
	buf_puts(buf, ": ");
	spans_add(buf, &closure->hours.day, gettext("closed"));
	if (is_set(&closure->reason.at))
		buf_printf(buf, " (%s)", closure->reason.text);
}

static double
week_hours(const struct hours *hours)
{
	struct week_minutes minutes;

	if (!is_set(&hours->weekly.at))
		return NAN;
	week_fill(hours->weekly.week, 0, &minutes);
	return week_count(&minutes) / 60.0;
}

static void
hours_fill(struct sheet *sheet)
{
	const struct map *map = &sheet->plan->hours;
	struct buf *users = gather_users(sheet);

	for (uint32_t i = 0; i < map->n; i++) {
		const struct hours *hours = ITEM(hours, *map, i);
		struct buf buf = {0};

		sheet_row(sheet, &hours->object);
		put_number(sheet, "week_hours", week_hours(hours));
		if (!is_set(&hours->timezone.at))
			put_field(sheet, "timezone", &sheet->plan->plan,
				  "timezone");
		put_buf(sheet, "channels", &users[i]);
		put_link(sheet, "channels", TABLE_channels);
		for (uint32_t k = 0; k < hours->exceptions.n; k++)
			closure_add(&buf, ITEM(closure, hours->exceptions, k));
		put_buf(sheet, "exceptions", &buf);
	}
}

/* --- coverage: segment x channel ---------------------------------------- */

static const struct column coverage_columns[] = {
	COLUMN("segment", "Segment", COLUMN_TEXT, .width = 28),
	COLUMN("high_value", "High value", COLUMN_WORD),
	COLUMN("channel", "Channel", COLUMN_TEXT, .width = 28),
	COLUMN("preference", "Preferred by", COLUMN_PERCENT,
	       .note = N_("Share of the segment that prefers the channel.")),
	COLUMN("percent", "Covered", COLUMN_PERCENT, .width = 12,
	       .note = N_("Hours that are open and wanted, of the hours "
			  "wanted; the lower of winter and summer.")),
	COLUMN("state", "State", COLUMN_STATUS),
	COLUMN("wanted_hours", "Wanted", COLUMN_NUMBER,
	       .unit = N_("hours a week")),
	COLUMN("open_hours", "Open", COLUMN_NUMBER, .unit = N_("hours a week")),
	COLUMN("common_hours", "Open and wanted", COLUMN_NUMBER,
	       .unit = N_("hours a week")),
	COLUMN("closed_hours", "Wanted but closed", COLUMN_NUMBER,
	       .unit = N_("hours a week")),
	COLUMN("hours", "Hours", COLUMN_TEXT, .width = 20),
	COLUMN("tier", "Tier", COLUMN_TEXT, .width = 18),
};

static enum state_id
coverage_state(const struct sheet *sheet, const struct coverage *coverage)
{
	const struct word_value *status = &coverage->channel->status;

	if (is_set(&status->at) && status->word != CHANNEL_CURRENT)
		return status->word == CHANNEL_PLANNED ? STATE_planned
						       : STATE_retiring;
	if (isnan(coverage->percent))
		return STATE_hours_unknown;
	if (coverage->percent >= SETTING_OF(sheet->plan, high_value_coverage))
		return STATE_covered;
	if (coverage->percent >= SETTING_OF(sheet->plan, coverage))
		return STATE_mostly_covered;
	return STATE_poorly_covered;
}

static void
put_minutes(struct sheet *sheet, const struct coverage *coverage)
{
	if (isnan(coverage->percent))
		return;
	put_number(sheet, "wanted_hours", coverage->wanted / 60.0);
	put_number(sheet, "open_hours", coverage->offered / 60.0);
	put_number(sheet, "common_hours", coverage->common / 60.0);
	put_number(sheet, "closed_hours",
		   (coverage->wanted - coverage->common) / 60.0);
}

/* its id is the segment's, its object the channel */
static void
coverage_row(struct sheet *sheet, const struct coverage *coverage,
	     const struct tier *tier)
{
	const struct object *segment = &coverage->segment->object;

	sheet_new(sheet, segment->id, &coverage->channel->object);
	put_text(sheet, "segment", object_name(segment));
	put_link(sheet, "segment", TABLE_segments);
	put_field(sheet, "high_value", segment, "high_value");
	put_text(sheet, "channel", object_name(&coverage->channel->object));
	put_link(sheet, "channel", TABLE_channels);
	put_number(sheet, "preference", coverage->preference);
	put_number(sheet, "percent", coverage->percent);
	put_state(sheet, "state", coverage_state(sheet, coverage));
	put_minutes(sheet, coverage);
	if (coverage->hours) {
		put_text(sheet, "hours", object_name(&coverage->hours->object));
		put_link(sheet, "hours", TABLE_hours);
	}
	if (tier) {
		put_text(sheet, "tier", object_name(&tier->object));
		put_link(sheet, "tier", TABLE_service_tiers);
	}
}

static void
coverage_fill(struct sheet *sheet)
{
	for (uint32_t i = 0; i < sheet->plan->segments.n; i++) {
		const struct segment_view *view = &sheet->view->segments[i];

		for (uint32_t k = 0; k < view->n; k++)
			if (view->channels[k].preference > 0)
				coverage_row(sheet, &view->channels[k],
					     view->tier);
	}
}

/* --- the tables --------------------------------------------------------- */

const struct table_kind table_channels = {
	.title = N_("Contact channels"),
	.sheet = N_("Channels"),
	.intro = N_("Today's channels and those to come. Empty: not told."),
	.empty = N_(
		"No channel is described yet. How can customers make contact?"),
	.entities = {"channel"},
	COLUMNS(channel_columns),
	.fill = channels_fill,
};

const struct table_kind table_hours = {
	.title = N_("Hours of operation"),
	.sheet = N_("Hours"),
	.empty =
		N_("No hours are described yet. When can customers reach you?"),
	.entities = {"hours"},
	COLUMNS(hours_columns),
	.fill = hours_fill,
};

const struct table_kind table_coverage = {
	.title = N_("Are we there when they want us?"),
	.sheet = N_("Coverage"),
	.intro = N_("Hours that customers want, and of those the ones that are "
		    "open, on each channel that they prefer."),
	.empty = N_("Coverage can be worked out once segments tell which "
		    "channels and hours they prefer."),
	COLUMNS(coverage_columns),
	.fill = coverage_fill,
};
