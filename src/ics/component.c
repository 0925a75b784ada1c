/* component.c - a calendar as iCalendar text: the one file that knows the
 * library
 */
#include "ics/component.h"

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char foot[] = "END:VCALENDAR\r\n";

/* a component being made */
struct work {
	icalcomponent *component;
	size_t properties; /* that it is to have */
	bool failed;	   /* a part of it is missing */
};

static void
add(struct work *work, icalproperty *property)
{
	if (property && icalproperty_get_value(property))
		icalcomponent_add_property(work->component, property);
	else
		work->failed = true;
	work->properties++;
}

static void
add_text(struct work *work, icalproperty_kind kind, const char *text)
{
	icalproperty *property = icalproperty_new(kind);
	icalvalue *value = icalvalue_new_text(text);
	const char *kept = value ? icalvalue_get_text(value) : NULL;

	if (!property || !kept || strcmp(kept, text) != 0) {
		work->failed = true;
		return;
	}
	icalproperty_set_value(property, value);
	add(work, property);
}

/* No "VALUE=TEXT" stands there, which few programs would read past. */
static void
add_extension(struct work *work, const char *name, const char *text)
{
	icalproperty *property = icalproperty_new_x(text);
	const char *kept = property ? icalproperty_get_x(property) : NULL;

	if (!kept || strcmp(kept, text) != 0) {
		work->failed = true;
		return;
	}
	icalproperty_set_x_name(property, name);
	add(work, property);
}

static void
add_given(struct work *work, icalproperty_kind kind, const char *text)
{
	if (text && *text)
		add_text(work, kind, text);
}

static struct icaltimetype
time_of(struct date date)
{
	struct icaltimetype time = icaltime_null_time();

	time.year = date.year;
	time.month = date.month;
	time.day = date.day;
	time.is_date = 1;
	return time;
}

/* that hour of the day, where the property asks for a time */
static struct icaltimetype
hour_of(struct date date, int hour)
{
	struct icaltimetype time = time_of(date);

	time.is_date = 0;
	time.hour = hour;
	time.zone = icaltimezone_get_utc_timezone();
	return time;
}

/* --- reading back --------------------------------------------------------- */

static bool
property_same(icalproperty *a, icalproperty *b)
{
	char *left = icalproperty_as_ical_string_r(a);
	char *right = icalproperty_as_ical_string_r(b);
	bool same = left && right && !strcmp(left, right) &&
		    icalproperty_isa(a) == icalproperty_isa(b);

	icalmemory_free_buffer(left);
	icalmemory_free_buffer(right);
	return same;
}

/* also in their number, as one that could not be added is in neither */
static bool
component_same(icalcomponent *a, icalcomponent *b, size_t properties)
{
	icalproperty *left =
		icalcomponent_get_first_property(a, ICAL_ANY_PROPERTY);
	icalproperty *right =
		icalcomponent_get_first_property(b, ICAL_ANY_PROPERTY);

	for (; left && right && property_same(left, right); properties--) {
		left = icalcomponent_get_next_property(a, ICAL_ANY_PROPERTY);
		right = icalcomponent_get_next_property(b, ICAL_ANY_PROPERTY);
	}
	return !left && !right && !properties;
}

/* Appends the component's text, when it reads as the component. */
static bool
write_read(struct buf *out, struct work *work)
{
	char *text = icalcomponent_as_ical_string_r(work->component);
	icalcomponent *read = text ? icalparser_parse_string(text) : NULL;
	bool good = !work->failed && read &&
		    component_same(work->component, read, work->properties);

	if (good)
		buf_puts(out, text);
	if (read)
		icalcomponent_free(read);
	icalmemory_free_buffer(text);
	icalcomponent_free(work->component);
	return good;
}

/* --- entries -------------------------------------------------------------- */

/* The day behind an event's last is its end, so one day needs none. */
static void
add_days(struct work *work, const struct entry *entry)
{
	struct date after = date_add_days(entry->end, 1);

	add(work, icalproperty_new_dtstart(time_of(entry->start)));
	if (entry->end.year && date_compare(entry->start, entry->end) < 0 &&
	    date_compare(entry->end, after) < 0)
		add(work, icalproperty_new_dtend(time_of(after)));
	add(work, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
}

static void
add_rule(struct work *work, const char *rule)
{
	struct icalrecurrencetype recurrence =
		icalrecurrencetype_from_string(rule);
	char *text = icalrecurrencetype_as_string_r(&recurrence);

	work->failed |= !text || strcmp(text, rule) != 0;
	icalmemory_free_buffer(text);
	add(work, icalproperty_new_rrule(recurrence));
}

/* A to-do is due behind its start. A day that it was completed on is the same
 * in most zones at noon. */
static void
add_todo(struct work *work, const struct entry *entry)
{
	if (entry->start.year && date_compare(entry->start, entry->end) < 0)
		add(work, icalproperty_new_dtstart(time_of(entry->start)));
	add(work, icalproperty_new_due(time_of(entry->end)));
	add(work, icalproperty_new_status(
			  icalproperty_string_to_status(entry->status)));
	if (entry->completed.year)
		add(work,
		    icalproperty_new_completed(hour_of(entry->completed, 12)));
	if (entry->percent >= 0)
		add(work, icalproperty_new_percentcomplete(entry->percent));
}

bool
calendar_entry(struct buf *out, const struct entry *entry)
{
	struct work work = {icalcomponent_new(entry->todo
						      ? ICAL_VTODO_COMPONENT
						      : ICAL_VEVENT_COMPONENT),
			    0, false};

	if (!work.component)
		return false;
	add_text(&work, ICAL_UID_PROPERTY, entry->uid);
	add(&work, icalproperty_new_dtstamp(hour_of(entry->stamp, 0)));
	add_text(&work, ICAL_SUMMARY_PROPERTY, entry->summary);
	add_given(&work, ICAL_DESCRIPTION_PROPERTY, entry->description);
	add_given(&work, ICAL_CATEGORIES_PROPERTY, entry->category);
	if (entry->todo)
		add_todo(&work, entry);
	else
		add_days(&work, entry);
	if (entry->rule)
		add_rule(&work, entry->rule);
	return write_read(out, &work);
}

bool
calendar_head(struct buf *out, const char *name, const char *zone)
{
	struct work work = {icalcomponent_new(ICAL_VCALENDAR_COMPONENT), 0,
			    false};
	bool good;

	if (!work.component)
		return false;
	add_text(&work, ICAL_VERSION_PROPERTY, "2.0");
	add_text(&work, ICAL_PRODID_PROPERTY,
		 "-//ces//ces " CES_VERSION "//EN");
	add_extension(&work, "X-WR-CALNAME", name);
	if (zone)
		add_extension(&work, "X-WR-TIMEZONE", zone);
	good = write_read(out, &work);
	if (good) {
		out->n -= sizeof(foot) - 1;
		out->p[out->n] = '\0';
	}
	return good;
}

void
calendar_foot(struct buf *out)
{
	buf_puts(out, foot);
}
