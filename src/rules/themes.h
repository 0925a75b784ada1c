/* themes.h - the rule themes, and what their files share */
#ifndef CES_RULES_THEMES_H
#define CES_RULES_THEMES_H

#include "ces/rules.h"

extern const struct theme *const themes[];
extern const size_t theme_count;

extern const struct theme theme_dates, theme_measures, theme_figures,
	theme_statuses, theme_circles, theme_unused, theme_links, theme_waivers;

/* strategic/: a file of a section or a part of one each */
extern const struct theme theme_governance, theme_strategy, theme_questions,
	theme_gaps, theme_segments, theme_tiers, theme_tier_access,
	theme_reason_plans, theme_reasons, theme_routes, theme_channels,
	theme_business_cases, theme_automation, theme_opening, theme_coverage,
	theme_measure_sets, theme_measure_access, theme_measure_targets,
	theme_measure_readings, theme_intelligence, theme_failures, theme_map,
	theme_calendar, theme_peaks, theme_technology, theme_decisions,
	theme_actions;

/* the object's field of that name; NULL where there is none */
const struct field *object_field(const struct object *object, const char *name);

#define THEME(rules)                                      \
	{                                                 \
		(rules), sizeof(rules) / sizeof(*(rules)) \
	}

/* a finding about a place of the object deeper than a key: a share, an item of
 * a list */
struct finding *
rule_find_at(struct rule_run *run, const struct object *object,
	     const struct mark *at, const char *path, const char *message,
	     const struct arg *args, size_t arg_count);
void rule_relate_at(struct rule_run *run, struct finding *finding,
		    const struct mark *at, const char *path, const char *note);

/* how far a key of the object is set in, in spaces */
size_t paste_indent(const struct object *object);
/* what is missing, as YAML to paste: the object's key with an example */
void rule_paste(struct rule_run *run, struct finding *finding,
		const struct object *object, const char *field_name);

/* what the buffer holds, kept in the arena for a finding; frees the buffer */
const char *rule_text(struct rule_run *run, struct buf *buf);

/* the path of an object's key; NULL: of the object. Lives in the arena. */
const char *rule_path(struct rule_run *run, const struct object *object,
		      const char *field_name);
/* the path of the n-th item under an object's key */
const char *rule_item_path(struct rule_run *run, const struct object *object,
			   const char *field_name, uint32_t n);
/* the path of what stands under that id in an object's key: a share */
const char *rule_share_path(struct rule_run *run, const struct object *object,
			    const char *field_name, const char *id);

/*
 * Places that are spoken for, each with all that lies in it: hours.phone and
 * hours.phone.weekly, not hours.phone2; "" is the whole plan. Texts are
 * borrowed. Sorted once, asked for each finding.
 */
struct claim {
	const char *topic, *path;
	uint32_t index; /* whose it is */
	bool met;	/* something was found there */
};

struct claims {
	struct claim *items;
	size_t n, cap;
};

void claims_add(struct claims *claims, const char *topic, const char *path,
		uint32_t index);
void claims_sort(struct claims *claims);
/* that of the lowest index on the topic in whose place the path lies; NULL */
const struct claim *
claims_find(const struct claims *claims, const char *topic, const char *path);
/* has a path been found in a claim of just that place */
bool
claims_met(const struct claims *claims, const char *topic, const char *path);
void claims_release(struct claims *claims);

/* claims what the waivers hide that are whole and in force on that day */
void waivers_claim(const struct plan *plan, struct date as_of,
		   struct claims *claims);
/* the waiver that hides the finding, or NULL */
const struct waiver *
waiver_of(const struct plan *plan, const struct claims *claims,
	  const struct finding *finding);

#endif
