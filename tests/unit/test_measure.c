/* test_measure.c - the measure dictionary, and measures read by it */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/measure.h"

/* the standards of the format, in no order that matters */
static const char *const known[] = {
	"csat",
	"nps",
	"customer_effort_score",
	"fcr",
	"one_contact_resolution",
	"repeat_contact_rate",
	"time_to_resolution",
	"quality_score",
	"service_level",
	"asa",
	"abandonment_rate",
	"unanswered_rate",
	"first_response_time",
	"response_time_sla",
	"self_service_rate",
	"containment_rate",
	"deflection_rate",
	"automation_resolution_rate",
	"automation_adoption_rate",
	"automation_optout_rate",
	"transfer_rate",
	"escalation_rate",
	"aht",
	"occupancy",
	"schedule_adherence",
	"schedule_conformance",
	"shrinkage",
	"cost_per_contact",
	"cost_per_resolution",
	"contact_rate",
	"failure_demand_share",
	"revenue_per_contact",
	"conversion_rate",
	"agent_attrition",
	"churn_rate",
	"repeat_purchase_rate",
	"clv",
	"survey_response_rate",
	"insight_acted_rate",
	"agent_knowledge",
	"review_rating",
	"word_of_mouth",
	"custom",
};

static const struct standard *
standard_of(const char *word)
{
	int index = standard_find(word);

	assert_true(index >= 0);
	return &standards[index];
}

static struct measure
measure_of(const char *word)
{
	struct measure measure = {0};

	measure.standard.at.state = SET;
	measure.standard.index = standard_find(word);
	measure.standard.text = word;
	return measure;
}

static void
set_word(struct word_value *value, int word)
{
	value->at.state = SET;
	value->word = word;
}

static void
test_dictionary_is_complete(void **state)
{
	(void)state;
	assert_int_equal(standard_count, sizeof(known) / sizeof(*known));
	for (int i = 0; i < standard_count; i++)
		assert_int_equal(standard_find(known[i]) >= 0, 1);
	assert_string_equal(standards[standard_count - 1].word, "custom");
	assert_int_equal(standard_find("csta"), -1);
	assert_int_equal(standard_find(""), -1);
}

static void
test_rows_are_whole(void **state)
{
	(void)state;
	for (int i = 0; i < standard_count; i++) {
		const struct standard *row = &standards[i];

		assert_int_equal(standard_find(row->word), i);
		assert_true(*row->name && *row->formula && *row->pitfalls &&
			    *row->store);
		if (row->usual_min > row->usual_max)
			continue;
		/* the usual values are in a unit that the standard has */
		assert_true(row->units & 1u << row->usual_unit);
		if (row->lowest <= row->highest) {
			assert_true(row->usual_min >= row->lowest);
			assert_true(row->usual_max <= row->highest);
		}
	}
}

static void
test_efficiency_is_told_from_effect(void **state)
{
	(void)state;
	assert_int_equal(standard_of("csat")->family, FAMILY_EFFECTIVENESS);
	assert_int_equal(standard_of("asa")->family, FAMILY_ACCESS);
	assert_int_equal(standard_of("aht")->family, FAMILY_EFFICIENCY);
	assert_int_equal(standard_of("containment_rate")->family,
			 FAMILY_EFFICIENCY);
	assert_int_equal(standard_of("clv")->family, FAMILY_OUTCOME);
	assert_int_equal(standard_of("contact_rate")->family, FAMILY_DEMAND);
	assert_int_equal(standard_of("agent_attrition")->family,
			 FAMILY_EMPLOYEE);
	assert_int_equal(standard_of("survey_response_rate")->family,
			 FAMILY_DATA);
	assert_int_equal(standard_of("insight_acted_rate")->family,
			 FAMILY_INTELLIGENCE);
	assert_int_equal(standard_of("custom")->family, -1);
}

static void
assert_needs(const char *word, enum standard_part part, bool expected)
{
	assert_int_equal(standard_needs(standard_of(word), part), expected);
}

static void
test_definitions_want_their_parts(void **state)
{
	(void)state;
	assert_needs("csat", PART_scale, true);
	assert_needs("nps", PART_scale, true);
	assert_needs("customer_effort_score", PART_scale, true);
	assert_needs("fcr", PART_scale, false);
	assert_needs("csat", PART_method, true);
	assert_needs("fcr", PART_method, true);
	assert_needs("repeat_contact_rate", PART_method, true);
	assert_needs("fcr", PART_window, true);
	assert_needs("repeat_contact_rate", PART_window, true);
	assert_needs("csat", PART_window, false);
	assert_needs("time_to_resolution", PART_statistic, true);
	assert_needs("first_response_time", PART_statistic, true);
	assert_needs("aht", PART_statistic, false);
	assert_needs("asa", PART_statistic, false);
	assert_needs("service_level", PART_within, true);
	assert_needs("response_time_sla", PART_within, true);
	assert_needs("service_level", PART_abandons, true);
	assert_needs("response_time_sla", PART_abandons, false);
	assert_needs("customer_effort_score", PART_direction, true);
	assert_needs("csat", PART_direction, false);
	assert_needs("customer_effort_score", PART_unit, true);
	assert_needs("first_response_time", PART_unit, true);
	assert_needs("aht", PART_unit, false);
	assert_needs("contact_rate", PART_unit, false);
	for (int part = PART_family; part <= PART_direction; part++)
		assert_needs("custom", (enum standard_part)part, true);
}

static void
test_target_or_range(void **state)
{
	struct measure measure = measure_of("csat");

	(void)state;
	assert_true(measure_needs(&measure, PART_target));
	assert_false(measure_needs(&measure, PART_range));
	set_word(&measure.role, ROLE_DIAGNOSTIC);
	assert_false(measure_needs(&measure, PART_target));

	measure = measure_of("containment_rate");
	assert_false(measure_needs(&measure, PART_target));
	assert_true(measure_needs(&measure, PART_range));

	measure = measure_of("custom");
	assert_true(measure_needs(&measure, PART_target));
	set_word(&measure.direction, DIRECTION_RANGE);
	assert_false(measure_needs(&measure, PART_target));
	assert_true(measure_needs(&measure, PART_range));
}

static void
test_unknown_standard_wants_nothing_of_its_own(void **state)
{
	struct measure measure = {0};

	(void)state;
	measure.standard.index = -1;
	assert_null(measure_standard(&measure));
	assert_false(measure_needs(&measure, PART_unit));
	assert_false(measure_needs(&measure, PART_scale));
	assert_int_equal(measure_unit(&measure), -1);
	assert_int_equal(measure_direction(&measure), -1);
	assert_int_equal(measure_family(&measure), -1);
}

static void
test_standard_wins_over_the_plan(void **state)
{
	struct measure measure = measure_of("nps");

	(void)state;
	set_word(&measure.unit, MEASURED_PERCENT);
	set_word(&measure.direction, DIRECTION_LOWER);
	set_word(&measure.family, FAMILY_EFFICIENCY);
	assert_int_equal(measure_unit(&measure), MEASURED_POINTS);
	assert_int_equal(measure_direction(&measure), DIRECTION_HIGHER);
	assert_int_equal(measure_family(&measure), FAMILY_EFFECTIVENESS);
}

static void
test_plan_says_what_the_standard_leaves_open(void **state)
{
	struct measure measure = measure_of("first_response_time");

	(void)state;
	assert_int_equal(measure_unit(&measure), -1);
	set_word(&measure.unit, MEASURED_HOURS);
	assert_int_equal(measure_unit(&measure), MEASURED_HOURS);
	set_word(&measure.unit, MEASURED_MONEY);
	assert_int_equal(measure_unit(&measure), -1);

	measure = measure_of("custom");
	set_word(&measure.unit, MEASURED_COUNT);
	set_word(&measure.family, FAMILY_OUTCOME);
	assert_int_equal(measure_unit(&measure), MEASURED_COUNT);
	assert_int_equal(measure_family(&measure), FAMILY_OUTCOME);
}

static void
assert_limits(const struct measure *measure, double lowest, double highest)
{
	double low, high;

	assert_true(measure_limits(measure, &low, &high));
	assert_true(low >= lowest && low <= lowest);
	assert_true(high >= highest && high <= highest);
}

static void
test_limits(void **state)
{
	struct measure measure = measure_of("fcr");
	double low, high;

	(void)state;
	assert_limits(&measure, 0, 100);
	measure = measure_of("nps");
	assert_limits(&measure, -100, 100);
	measure = measure_of("customer_effort_score");
	assert_false(measure_limits(&measure, &low, &high));
	set_word(&measure.unit, MEASURED_SCORE);
	assert_limits(&measure, 1, 7);
	set_word(&measure.unit, MEASURED_PERCENT);
	assert_limits(&measure, 0, 100);
	set_word(&measure.unit, MEASURED_INDEX);
	assert_limits(&measure, -100, 100);
	measure = measure_of("custom");
	set_word(&measure.unit, MEASURED_PERCENT);
	assert_false(measure_limits(&measure, &low, &high));
	/* costs and times are not negative */
	measure = measure_of("cost_per_contact");
	assert_true(measure_limits(&measure, &low, &high));
	assert_true(low >= 0 && high > 1e12);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dictionary_is_complete),
		cmocka_unit_test(test_rows_are_whole),
		cmocka_unit_test(test_efficiency_is_told_from_effect),
		cmocka_unit_test(test_definitions_want_their_parts),
		cmocka_unit_test(test_target_or_range),
		cmocka_unit_test(
			test_unknown_standard_wants_nothing_of_its_own),
		cmocka_unit_test(test_standard_wins_over_the_plan),
		cmocka_unit_test(test_plan_says_what_the_standard_leaves_open),
		cmocka_unit_test(test_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
