/* test_model.c - the one table of the format agrees with itself */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "ces/meaning.h"
#include "ces/model.h"
#include "ces/reference.h"

/* the enums of words.h, which must keep step with choices.def */
static const struct {
	enum choices_id list;
	int value;
	const char *word;
} words[] = {
	{CHOICE_plan_status, PLAN_DRAFT, "draft"},
	{CHOICE_plan_status, PLAN_IN_REVIEW, "in_review"},
	{CHOICE_plan_status, PLAN_APPROVED, "approved"},
	{CHOICE_plan_status, PLAN_RETIRED, "retired"},
	{CHOICE_objective_kind, OBJECTIVE_REVENUE, "revenue"},
	{CHOICE_objective_kind, OBJECTIVE_SATISFACTION, "satisfaction"},
	{CHOICE_objective_kind, OBJECTIVE_COST, "cost"},
	{CHOICE_objective_kind, OBJECTIVE_RISK, "risk"},
	{CHOICE_objective_kind, OBJECTIVE_PEOPLE, "people"},
	{CHOICE_horizon, HORIZON_SEASON, "season"},
	{CHOICE_horizon, HORIZON_YEAR, "year"},
	{CHOICE_horizon, HORIZON_LONG_TERM, "long_term"},
	{CHOICE_growth, GROWTH_LOW, "low"},
	{CHOICE_growth, GROWTH_MEDIUM, "medium"},
	{CHOICE_growth, GROWTH_HIGH, "high"},
	{CHOICE_basis, BASIS_PAID, "paid"},
	{CHOICE_basis, BASIS_EARNED, "earned"},
	{CHOICE_basis, BASIS_VALUE, "value"},
	{CHOICE_basis, BASIS_GROWTH, "growth"},
	{CHOICE_basis, BASIS_NEED, "need"},
	{CHOICE_evidence_kind, EVIDENCE_SURVEY, "survey"},
	{CHOICE_evidence_kind, EVIDENCE_BEHAVIOR, "behavior"},
	{CHOICE_evidence_kind, EVIDENCE_INTERVIEW, "interview"},
	{CHOICE_evidence_kind, EVIDENCE_OPINION, "opinion"},
	{CHOICE_speed_kind, SPEED_SERVICE_LEVEL, "service_level"},
	{CHOICE_speed_kind, SPEED_RESPONSE_TIME, "response_time"},
	{CHOICE_demand, DEMAND_VALUE, "value"},
	{CHOICE_demand, DEMAND_FAILURE, "failure"},
	{CHOICE_economics, ECONOMICS_REVENUE, "revenue"},
	{CHOICE_economics, ECONOMICS_COST, "cost"},
	{CHOICE_economics, ECONOMICS_NEUTRAL, "neutral"},
	{CHOICE_disposition, ELIMINATE, "eliminate"},
	{CHOICE_disposition, AUTOMATE, "automate"},
	{CHOICE_disposition, SIMPLIFY, "simplify"},
	{CHOICE_disposition, LEVERAGE, "leverage"},
	{CHOICE_mode, MODE_VOICE, "voice"},
	{CHOICE_mode, MODE_CHAT, "chat"},
	{CHOICE_mode, MODE_MESSAGING, "messaging"},
	{CHOICE_mode, MODE_EMAIL, "email"},
	{CHOICE_mode, MODE_SOCIAL, "social"},
	{CHOICE_mode, MODE_VIDEO, "video"},
	{CHOICE_mode, MODE_IN_PERSON, "in_person"},
	{CHOICE_mode, MODE_POST, "post"},
	{CHOICE_mode, MODE_SELF_SERVICE, "self_service"},
	{CHOICE_mode, MODE_BOT, "bot"},
	{CHOICE_timing, TIMING_SYNCHRONOUS, "synchronous"},
	{CHOICE_timing, TIMING_ASYNCHRONOUS, "asynchronous"},
	{CHOICE_timing, TIMING_SELF_SERVICE, "self_service"},
	{CHOICE_channel_status, CHANNEL_CURRENT, "current"},
	{CHOICE_channel_status, CHANNEL_PLANNED, "planned"},
	{CHOICE_channel_status, CHANNEL_RETIRING, "retiring"},
	{CHOICE_family, FAMILY_EFFECTIVENESS, "effectiveness"},
	{CHOICE_family, FAMILY_ACCESS, "access"},
	{CHOICE_family, FAMILY_EFFICIENCY, "efficiency"},
	{CHOICE_family, FAMILY_OUTCOME, "outcome"},
	{CHOICE_family, FAMILY_DEMAND, "demand"},
	{CHOICE_family, FAMILY_EMPLOYEE, "employee"},
	{CHOICE_family, FAMILY_DATA, "data"},
	{CHOICE_family, FAMILY_INTELLIGENCE, "intelligence"},
	{CHOICE_measure_unit, MEASURED_PERCENT, "percent"},
	{CHOICE_measure_unit, MEASURED_POINTS, "points"},
	{CHOICE_measure_unit, MEASURED_SCORE, "score"},
	{CHOICE_measure_unit, MEASURED_SECONDS, "seconds"},
	{CHOICE_measure_unit, MEASURED_MINUTES, "minutes"},
	{CHOICE_measure_unit, MEASURED_HOURS, "hours"},
	{CHOICE_measure_unit, MEASURED_DAYS, "days"},
	{CHOICE_measure_unit, MEASURED_MONEY, "money"},
	{CHOICE_measure_unit, MEASURED_COUNT, "count"},
	{CHOICE_measure_unit, MEASURED_PER_100, "per_100"},
	{CHOICE_measure_unit, MEASURED_INDEX, "index"},
	{CHOICE_direction, DIRECTION_HIGHER, "higher"},
	{CHOICE_direction, DIRECTION_LOWER, "lower"},
	{CHOICE_direction, DIRECTION_RANGE, "range"},
	{CHOICE_method, METHOD_POST_CONTACT_SURVEY, "post_contact_survey"},
	{CHOICE_method, METHOD_RELATIONSHIP_SURVEY, "relationship_survey"},
	{CHOICE_method, METHOD_SYSTEM, "system"},
	{CHOICE_method, METHOD_AUDIT, "audit"},
	{CHOICE_method, METHOD_FINANCE, "finance"},
	{CHOICE_frequency, FREQUENCY_DAILY, "daily"},
	{CHOICE_frequency, FREQUENCY_WEEKLY, "weekly"},
	{CHOICE_frequency, FREQUENCY_MONTHLY, "monthly"},
	{CHOICE_frequency, FREQUENCY_QUARTERLY, "quarterly"},
	{CHOICE_frequency, FREQUENCY_YEARLY, "yearly"},
	{CHOICE_abandons, ABANDONS_IGNORED, "ignored"},
	{CHOICE_abandons, ABANDONS_MISSED, "counted_as_missed"},
	{CHOICE_abandons, ABANDONS_MET, "counted_as_met"},
	{CHOICE_role, ROLE_TARGET, "target"},
	{CHOICE_role, ROLE_FLOOR, "floor"},
	{CHOICE_role, ROLE_DIAGNOSTIC, "diagnostic"},
	{CHOICE_measure_status, READ_ALREADY, "active"},
	{CHOICE_measure_status, READ_LATER, "planned"},
	{CHOICE_insight_status, INSIGHT_PROPOSED, "proposed"},
	{CHOICE_insight_status, INSIGHT_SHARED, "shared"},
	{CHOICE_insight_status, INSIGHT_ACCEPTED, "accepted"},
	{CHOICE_insight_status, INSIGHT_ACTED, "acted"},
	{CHOICE_insight_status, INSIGHT_CLOSED, "closed"},
	{CHOICE_insight_status, INSIGHT_DECLINED, "declined"},
	{CHOICE_action_status, ACTION_NOT_STARTED, "not_started"},
	{CHOICE_action_status, ACTION_IN_PROGRESS, "in_progress"},
	{CHOICE_action_status, ACTION_DONE, "done"},
	{CHOICE_action_status, ACTION_CANCELLED, "cancelled"},
	{CHOICE_prepares, PREPARES_DEFINE, "define"},
	{CHOICE_prepares, PREPARES_DOCUMENT, "document"},
	{CHOICE_prepares, PREPARES_APPLY, "apply"},
	{CHOICE_answer, ANSWER_MET, "met"},
	{CHOICE_answer, ANSWER_PARTLY, "partly"},
	{CHOICE_answer, ANSWER_UNMET, "unmet"},
	{CHOICE_answer, ANSWER_NOT_DISCUSSED, "not_discussed"},
	{CHOICE_outcome, OUTCOME_OPEN, "open"},
	{CHOICE_outcome, OUTCOME_APPROVED, "approved"},
	{CHOICE_outcome, OUTCOME_REJECTED, "rejected"},
	{CHOICE_outcome, OUTCOME_DEFERRED, "deferred"},
	{CHOICE_event_kind, EVENT_SEASON, "season"},
	{CHOICE_event_kind, EVENT_CAMPAIGN, "campaign"},
	{CHOICE_event_kind, EVENT_BILLING_CYCLE, "billing_cycle"},
	{CHOICE_event_kind, EVENT_ORDER_CHANGE, "order_change"},
	{CHOICE_event_kind, EVENT_PRODUCT_LAUNCH, "product_launch"},
	{CHOICE_event_kind, EVENT_PRICE_CHANGE, "price_change"},
	{CHOICE_event_kind, EVENT_SYSTEM_CHANGE, "system_change"},
	{CHOICE_event_kind, EVENT_HOLIDAY, "holiday"},
	{CHOICE_repeats, REPEATS_MONTHLY, "monthly"},
	{CHOICE_repeats, REPEATS_QUARTERLY, "quarterly"},
	{CHOICE_repeats, REPEATS_YEARLY, "yearly"},
	{CHOICE_confidence, CONFIDENCE_LOW, "low"},
	{CHOICE_confidence, CONFIDENCE_MEDIUM, "medium"},
	{CHOICE_confidence, CONFIDENCE_HIGH, "high"},
	{CHOICE_rollout, ROLLOUT_STEPWISE, "stepwise"},
	{CHOICE_rollout, ROLLOUT_BIG_BANG, "big_bang"},
	{CHOICE_decided, DECIDED_ASKED, "asked"},
	{CHOICE_decided, DECIDED_APPROVED, "approved"},
	{CHOICE_decided, DECIDED_GATED, "gated"},
	{CHOICE_decided, DECIDED_DECLINED, "declined"},
};

static void
test_enums_name_their_words(void **state)
{
	int seen[CHOICE_COUNT] = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		const struct choices *list = &choices[words[i].list];

		assert_int_equal(words[i].value,
				 choices_find(list, words[i].word));
		seen[words[i].list]++;
	}
	/* a list with an enum has a constant for each of its words */
	for (int i = 0; i < CHOICE_COUNT; i++)
		if (seen[i])
			assert_int_equal(seen[i], choices[i].n);
}

static void
test_choices_have_distinct_words(void **state)
{
	(void)state;
	for (int i = 0; i < CHOICE_COUNT; i++) {
		assert_true(choices[i].n >= 2);
		assert_null(choices[i].words[choices[i].n]);
		for (int j = 0; j < choices[i].n; j++)
			assert_int_equal(
				choices_find(&choices[i], choices[i].words[j]),
				j);
	}
	assert_int_equal(choices_find(&choices[CHOICE_growth], "tall"), -1);
}

static bool
holds_entity(const struct field *field)
{
	return field->kind == KIND_OBJECT || field->kind == KIND_LIST ||
	       field->kind == KIND_MAP || field->kind == KIND_KEYED;
}

/* calls check for every field of the format, and tells where it stands */
static void
walk(const struct entity *entity, const struct entity *above,
     void (*check)(const struct entity *entity, const struct entity *above,
		   const struct field *field))
{
	for (int i = 0; i < entity->n; i++) {
		check(entity, above, &entity->fields[i]);
		if (holds_entity(&entity->fields[i]))
			walk(entity->fields[i].of(), entity, check);
	}
}

/* a sentence, or a short phrase that ends like one */
static void
assert_help(const char *help)
{
	size_t n = help ? strlen(help) : 0;

	assert_true(n > 3);
	assert_true(help[n - 1] == '.' || help[n - 1] == '?');
}

static void
check_help(const struct entity *entity, const struct entity *above,
	   const struct field *field)
{
	(void)above;
	assert_help(entity->help);
	assert_true(*entity->label);
	assert_true(*entity->name);
	assert_help(field->help);
	assert_true(field->offset < entity->size);
	assert_ptr_equal(entity_field(entity, field->key, strlen(field->key)),
			 field);
}

static size_t
meanings_of(const char *list, const char *name)
{
	size_t n = 0;

	for (size_t i = 0; i < meanings_count; i++)
		n += meaning_is(&meanings[i], list, name);
	return n;
}

/* each once; and no line of templates/words is of a word that isn't there */
static void
test_words_and_types_have_a_meaning(void **state)
{
	size_t known = 0, others = 0;

	(void)state;
	for (int list = 0; list < CHOICE_COUNT; list++)
		for (int i = 0; i < choices[list].n; i++, known++)
			assert_int_equal(meanings_of(choices[list].name,
						     choices[list].words[i]),
					 1);
	for (size_t i = 0; i < meanings_count; i++) {
		const struct meaning *meaning = &meanings[i];

		others += !strcmp(meaning->list, "type") ||
			  !strcmp(meaning->list, "term") ||
			  !strcmp(meaning->list, "example");
		if (strcmp(meaning->list, "example") != 0)
			assert_int_equal(
				meanings_of(meaning->list, meaning->name), 1);
	}
	assert_int_equal(known + others, meanings_count);
}

static void
test_entities_and_keys_have_help(void **state)
{
	(void)state;
	walk(entity_plan(), NULL, check_help);
}

/* the words of a condition belong to the key that it asks */
static void
check_words(const struct entity *entity, const char *key, const char *list)
{
	const struct field *other = entity_field(entity, key, strlen(key));
	char word[64];

	assert_non_null(other);
	for (const char *s = list; s && *s; s += *s == '|') {
		size_t n = strcspn(s, "|");

		assert_true(n < sizeof(word));
		snprintf(word, sizeof(word), "%.*s", (int)n, s);
		s += n;
		if (other->kind == KIND_FLAG)
			assert_true(!strcmp(word, "true") ||
				    !strcmp(word, "false"));
		else
			assert_true(choices_find(&choices[other->list], word) >=
				    0);
	}
}

static void
check_condition(const struct entity *entity, const struct entity *above,
		const struct field *field)
{
	if (field->need == NEED_STANDARD)
		assert_true(field->part != PART_NONE);
	if (!field->other.key)
		return;
	check_words(field->need == NEED_ABOVE ? above : entity,
		    field->other.key, field->words);
	if (field->other2.key)
		check_words(entity, field->other2.key, field->words2);
}

static void
test_conditions_ask_keys_that_exist(void **state)
{
	(void)state;
	walk(entity_plan(), NULL, check_condition);
}

static const struct entity *wanted;
static bool found;

static void
check_collection(const struct entity *entity, const struct entity *above,
		 const struct field *field)
{
	(void)entity;
	(void)above;
	if (field->kind == KIND_MAP && field->of() == wanted)
		found = true;
}

static void
assert_collection(const struct entity *entity)
{
	wanted = entity;
	found = false;
	walk(entity_plan(), NULL, check_collection);
	assert_true(found);
}

static void
check_target(const struct entity *entity, const struct entity *above,
	     const struct field *field)
{
	(void)entity;
	(void)above;
	if (field->of && !holds_entity(field))
		assert_collection(field->of());
	if (field->to)
		assert_collection(field->to());
}

static void
test_references_lead_to_collections(void **state)
{
	(void)state;
	walk(entity_plan(), NULL, check_target);
}

static void
check_example(const struct entity *entity, const struct entity *above,
	      const struct field *field)
{
	struct buf buf = {0};

	(void)entity;
	(void)above;
	assert_true(*field_type_name(field));
	assert_non_null(meaning_find("type", field_type_page(field)));
	assert_true(holds_entity(field) == !field_example(NULL, field));
	field_example_write(&buf, NULL, field, 4);
	assert_int_equal(strncmp(buf_text(&buf), "    ", 4), 0);
	assert_int_equal(
		strncmp(buf_text(&buf) + 4, field->key, strlen(field->key)), 0);
	assert_int_equal(buf.p[buf.n - 1], '\n');
	buf_free(&buf);
}

static void
test_keys_have_a_type_and_an_example(void **state)
{
	(void)state;
	walk(entity_plan(), NULL, check_example);
}

static void
explain(const char *path, void *count)
{
	struct buf buf = {0};
	size_t n = strlen(path);

	assert_true(reference_key(&buf, NULL, path));
	assert_int_equal(strncmp(buf_text(&buf), path, n), 0);
	assert_int_equal(buf.p[n], '\n');
	for (const char *s = buf_text(&buf); *s; s += *s == '\n') {
		size_t line = strcspn(s, "\n");

		assert_true(line <= 80);
		s += line;
	}
	buf_free(&buf);
	++*(int *)count;
}

static void
test_every_key_is_explained(void **state)
{
	int count = 0;

	(void)state;
	reference_each(explain, &count);
	assert_true(count > 300);
}

/* the first line of what is said of the path */
static void
assert_explains(const char *path, const char *expected)
{
	struct buf buf = {0};

	if (!expected) {
		assert_false(reference_key(&buf, NULL, path));
		assert_int_equal(buf.n, 0);
		return;
	}
	assert_true(reference_key(&buf, NULL, path));
	buf.p[strcspn(buf.p, "\n")] = '\0';
	assert_string_equal(buf.p, expected);
	buf_free(&buf);
}

static void
test_paths_may_name_items(void **state)
{
	(void)state;
	assert_explains("contact_reasons.demand", "contact_reasons.demand");
	assert_explains("contact_reasons.returns", "contact_reasons");
	assert_explains("contact_reasons.*.demand", "contact_reasons.demand");
	assert_explains("contact_reasons.returns.volume.phone",
			"contact_reasons.volume");
	assert_explains("segments.preferences.hours",
			"segments.preferences.hours");
	assert_explains("segments.members.preferences.hours",
			"segments.preferences.hours");
	assert_explains("governance.approvals[0].by",
			"governance.approvals.by");
	assert_explains("governance.sections.channels.owner",
			"governance.sections.owner");
	/* an id that is a key too */
	assert_explains("actions.owner.title", "actions.title");
	assert_explains("contact_reasons.demnd", NULL);
	assert_explains("reasons", NULL);
	assert_explains("plan.title.more", NULL);
	assert_explains("", NULL);
	assert_explains(".", NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_enums_name_their_words),
		cmocka_unit_test(test_choices_have_distinct_words),
		cmocka_unit_test(test_words_and_types_have_a_meaning),
		cmocka_unit_test(test_entities_and_keys_have_help),
		cmocka_unit_test(test_conditions_ask_keys_that_exist),
		cmocka_unit_test(test_references_lead_to_collections),
		cmocka_unit_test(test_keys_have_a_type_and_an_example),
		cmocka_unit_test(test_every_key_is_explained),
		cmocka_unit_test(test_paths_may_name_items),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
