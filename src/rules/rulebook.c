/* rulebook.c - names of rules that this version does not check yet */
#include "rules/themes.h"

/*
 * Reserved, so that waivers and settings.severity may name them already. A row
 * goes when its rule arrives: then the catalogue knows it.
 */
const char *const rulebook[] = {
	"channels/no-route-to-person",
	"channels/long-route",
	"channels/unmet-preference",
	"channels/unwanted",
	"channels/weak-case",
	"channels/objective",
	"channels/no-record",
	"automation/company-only",
	"automation/adoption",
	"automation/trap",
	"automation/containment-only",
	"hours/closed-door",
	"hours/low-coverage",
	"hours/demand-outside",
	"hours/unreviewed",
	"intelligence/no-consumer",
	"intelligence/not-quantified",
	"intelligence/stuck",
	"intelligence/silent-failure",
	"map/incomplete",
	"calendar/no-drivers",
	"calendar/no-effect",
	"calendar/told-late",
	"calendar/season-alone",
	"technology/unobserved",
	"technology/disruptive",
	NULL,
};
