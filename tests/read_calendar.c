/* read_calendar.c - tells what libical's parser reads of a calendar: a line for
 * each component and property, and the days on which each event begins */
#include <libical/ical.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "ces/file.h"

enum { RUNS = 60 };

static void
tell_runs(icalcomponent *event)
{
	icalproperty *rule = icalcomponent_get_first_property(
		event, ICAL_RRULE_PROPERTY);
	struct icaltimetype start = icalcomponent_get_dtstart(event), day;
	icalrecur_iterator *runs;

	if (!rule) {
		printf("run %s\n", icaltime_as_ical_string(start));
		return;
	}
	runs = icalrecur_iterator_new(icalproperty_get_rrule(rule), start);
	for (int i = 0; i < RUNS; i++) {
		day = icalrecur_iterator_next(runs);
		printf("run %s\n", icaltime_as_ical_string(day));
	}
	icalrecur_iterator_free(runs);
}

static void
tell(icalcomponent *component)
{
	icalproperty *property = icalcomponent_get_first_property(
		component, ICAL_ANY_PROPERTY);
	icalcomponent *inner = icalcomponent_get_first_component(
		component, ICAL_ANY_COMPONENT);

	printf("begin %s\n", icalcomponent_kind_to_string(
				     icalcomponent_isa(component)));
	for (; property; property = icalcomponent_get_next_property(
				 component, ICAL_ANY_PROPERTY))
		printf("%s\n", icalproperty_get_property_name(property));
	if (icalcomponent_isa(component) == ICAL_VEVENT_COMPONENT)
		tell_runs(component);
	for (; inner; inner = icalcomponent_get_next_component(
			      component, ICAL_ANY_COMPONENT))
		tell(inner);
}

int
main(void)
{
	bool too_long;
	size_t n;
	char *text = file_read("-", SIZE_MAX / 4, &n, &too_long);
	icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;

	if (!calendar || icalcomponent_count_errors(calendar))
		return 1;
	icalrestriction_check(calendar);
	tell(calendar);
	printf("errors %d\n", icalcomponent_count_errors(calendar));
	icalcomponent_free(calendar);
	free(text);
	return 0;
}
