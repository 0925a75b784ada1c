/* test_review.c - how findings are judged: status, settings, waivers, in hand
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "judged.h"

/* a channel whose contacts disagree with the reasons: document/volumes */
#define VOLUMES                                                    \
	"contact_reasons:\n"                                       \
	"  returns: {name: Returns, volume: {phone: 24000}}\n"     \
	"channels:\n"                                              \
	"  phone: {name: Phone, assisted: true, status: current, " \
	"contacts_per_year: 30000}\n"

#define WAIVER(more)                                          \
	"waivers:\n"                                          \
	"  - {rule: document/volumes, reason: Counted anew, " \
	"approved_by: Ada, " more "}\n"

static enum severity
severity_of(const char *yaml, const char *topic, int as_status)
{
	struct review review;
	struct review_options options = {.as_of = {2026, 6, 30},
					 .as_status = as_status};
	const struct finding *finding;
	enum severity severity;

	judge_with(&review, yaml, &options);
	finding = find_nth(&review, topic, 0);
	severity = finding ? finding->severity : SEVERITY_OFF;
	review_release(&review);
	return severity;
}

static void
status_decides(void **state)
{
	static const char draft[] = "plan: {status: draft}\n",
			  asked[] = "plan: {status: in_review}\n",
			  none[] = "plan: {title: Plan}\n",
			  broken[] = "plan: {status: finished}\n";
	static const char topic[] = "document/missing-section";

	(void)state;
	assert_int_equal(severity_of(draft, topic, -1), SEVERITY_WARNING);
	assert_int_equal(severity_of(asked, topic, -1), SEVERITY_ERROR);
	assert_int_equal(severity_of(none, topic, -1), SEVERITY_WARNING);
	assert_int_equal(severity_of(broken, topic, -1), SEVERITY_WARNING);
	assert_int_equal(severity_of(draft, topic, PLAN_IN_REVIEW),
			 SEVERITY_ERROR);
	assert_int_equal(severity_of(asked, topic, PLAN_DRAFT),
			 SEVERITY_WARNING);
	/* what is wrong is so in any status */
	assert_int_equal(severity_of(broken, "document/unknown-word", -1),
			 SEVERITY_ERROR);
}

#define SEVERITIES(list) "settings:\n  severity: {" list "}\n"

static void
settings_regrade(void **state)
{
	(void)state;
	assert_int_equal(severity_of(VOLUMES, "document/volumes", -1),
			 SEVERITY_WARNING);
	assert_int_equal(
		severity_of(VOLUMES SEVERITIES("document/volumes: error"),
			    "document/volumes", -1),
		SEVERITY_ERROR);
	assert_int_equal(
		severity_of(VOLUMES SEVERITIES("document/volumes: 'off'"),
			    "document/volumes", -1),
		SEVERITY_OFF);
	assert_int_equal(
		severity_of(VOLUMES SEVERITIES("document/version: advice"),
			    "document/version", -1),
		SEVERITY_ERROR);
}

static bool
is_waived(const char *yaml)
{
	struct review review;
	const struct finding *finding;
	bool waived;

	judge(&review, yaml);
	finding = find_nth(&review, "document/volumes", 0);
	assert_non_null(finding);
	waived = finding->waived;
	assert_int_equal(review.waived, waived);
	assert_true(!waived || !strcmp(finding->waiver_reason, "Counted anew"));
	review_release(&review);
	return waived;
}

static void
waivers_hide(void **state)
{
	(void)state;
	assert_true(is_waived(VOLUMES WAIVER("until: 2026-06-30")));
	assert_false(is_waived(VOLUMES WAIVER("until: 2026-06-29")));
	assert_false(is_waived(VOLUMES WAIVER("until: 2026-02-30")));
	assert_true(
		is_waived(VOLUMES WAIVER("until: 2026-12-31, at: channels")));
	assert_true(is_waived(
		VOLUMES WAIVER("until: 2026-12-31, at: channels.phone")));
	assert_false(is_waived(
		VOLUMES WAIVER("until: 2026-12-31, at: contact_reasons")));
	assert_false(is_waived(
		VOLUMES WAIVER("until: 2026-12-31, at: channels.fax")));
	assert_false(is_waived(VOLUMES "waivers:\n"
				       "  - {rule: document/volumes, "
				       "until: 2026-12-31}\n"));
}

static void
waived_does_not_count(void **state)
{
	struct review review;

	(void)state;
	judge(&review, VOLUMES "ces: 1\n" WAIVER("until: 2026-06-30"));
	for (size_t i = 0; i < review.findings.n; i++)
		review.findings.items[i].waived |=
			review.findings.items[i].severity == SEVERITY_ERROR;
	assert_false(review_fails(&review, SEVERITY_ERROR));
	assert_true(review_fails(&review, SEVERITY_WARNING));
	review_release(&review);
}

/* the segment's preferences don't add up: document/shares */
#define SEGMENT                                                             \
	"segments:\n  members:\n    preferences: {channels: {phone: 60}}\n" \
	"channels:\n  phone: {name: Phone}\n"

static bool
is_in_hand(const char *yaml, const char *topic)
{
	struct review review;
	const struct finding *finding;
	bool in_hand;

	judge(&review, yaml);
	finding = find_nth(&review, topic, 0);
	assert_non_null(finding);
	in_hand = finding->in_hand;
	review_release(&review);
	return in_hand;
}

#define ACTION(more) \
	"actions:\n  survey: {improves: [segments.members], " more "}\n"

static void
actions_serve(void **state)
{
	static const char shares[] = "document/shares";

	(void)state;
	assert_false(is_in_hand(SEGMENT, shares));
	assert_true(is_in_hand(
		SEGMENT ACTION("status: in_progress, due: 2026-09-30"),
		shares));
	assert_false(is_in_hand(SEGMENT ACTION("status: in_progress"), shares));
	assert_false(is_in_hand(
		SEGMENT ACTION("status: cancelled, due: 2026-09-30"), shares));
	assert_false(is_in_hand(SEGMENT ACTION("status: done, due: 2026-05-31"),
				shares));
}

/* the finding of the topic at that path */
static bool
path_in_hand(const char *yaml, const char *topic, const char *path)
{
	struct review review;
	const struct finding *finding;
	bool found = false, in_hand = false;

	judge(&review, yaml);
	for (size_t i = 0; (finding = find_nth(&review, topic, i)); i++) {
		if (strcmp(finding->path, path))
			continue;
		found = true;
		in_hand = finding->in_hand;
	}
	assert_true(found);
	review_release(&review);
	return in_hand;
}

#define COVER "actions:\n  cover: {status: not_started, due: 2026-09-30}\n"

/* the item itself names the action, by whatever key, and at any depth */
static void
items_served(void **state)
{
	static const char missing[] = "document/missing-key";

	(void)state;
	assert_true(path_in_hand("gaps:\n  night: {actions: [cover]}\n" COVER,
				 missing, "gaps.night.statement"));
	assert_true(path_in_hand("intelligence:\n"
				 "  carton: {action: cover}\n" COVER,
				 missing, "intelligence.carton.owner"));
	assert_true(path_in_hand("technology:\n  roadmap:\n"
				 "    view: {actions: [cover]}\n" COVER,
				 missing, "technology.roadmap.view.owner"));
	assert_true(path_in_hand("contact_map:\n"
				 "  door: {actions: [cover], issues: "
				 "[{kind: other}]}\n" COVER,
				 missing, "contact_map.door.issues[0].note"));
	assert_false(path_in_hand("gaps:\n  night: {kind: weak_point}\n" COVER,
				  missing, "gaps.night.statement"));
	/* no action waits for another one's slip of the pen */
	assert_false(path_in_hand("gaps:\n  night: {actions: [cover], "
				  "kind: wide}\n" COVER,
				  "document/unknown-word", "gaps.night.kind"));
	assert_false(path_in_hand("actions:\n"
				  "  first: {status: not_started, "
				  "due: 2026-09-30}\n"
				  "  then: {depends_on: [first]}\n",
				  "actions/unowned", "actions.then.due"));
}

static void
section_alone(void **state)
{
	struct review review;
	struct review_options options = {
		.as_of = {2026, 6, 30}, .as_status = -1, .section = "channels"};

	(void)state;
	judge_with(&review, VOLUMES, &options);
	assert_true(review.findings.n > 0);
	for (size_t i = 0; i < review.findings.n; i++)
		assert_memory_equal(review.findings.items[i].path, "channels",
				    strlen("channels"));
	review_release(&review);
	/* a file that can't be read is so in every section */
	judge_with(&review, "channels: {phone\n", &options);
	assert_true(review_fails(&review, SEVERITY_ERROR));
	review_release(&review);
}

static void
file_breaks_off(void **state)
{
	struct review review;

	(void)state;
	judge(&review, "ces: 1\nchannels: {phone: {name: \"Phone\n");
	assert_int_equal(review.loaded, LOADED_PART);
	assert_non_null(review.view);
	assert_int_equal(review.readiness.plan, 0);
	assert_int_equal(count_of(&review, "document/syntax"), 1);
	assert_true(review_fails(&review, SEVERITY_ERROR));
	assert_non_null(review.next[0]);
	review_release(&review);
	judge(&review, "- no plan\n");
	assert_int_equal(review.loaded, LOADED_NONE);
	assert_null(review.view);
	review_release(&review);
}

static void
next_to_mend(void **state)
{
	struct review review;

	(void)state;
	judge(&review, "ces: 1\nplan: {title: Plan, status: finished}\n");
	assert_string_equal(review.next[0]->topic->name,
			    "document/unknown-word");
	assert_string_equal(review.next[1]->topic->name,
			    "document/missing-section");
	assert_non_null(review.next[1]->paste);
	assert_string_equal(review.next[2]->topic->name,
			    "document/missing-key");
	review_release(&review);
}

static void
errors_lower_readiness(void **state)
{
	struct review review;

	(void)state;
	judge(&review,
	      "ces: 1\nhours:\n  phone: {name: Phone, weekly: 24/8}\n");
	assert_true(review.readiness.section[4] < 100);
	assert_int_equal(review.readiness.section[0], 0);
	review_release(&review);
}

/* by place: what the loader and the rules find is one list */
static void
sorted_by_place(void **state)
{
	struct review review;

	(void)state;
	judge(&review, VOLUMES "plan: {status: finished}\n");
	for (size_t i = 1; i < review.findings.n; i++)
		assert_true(review.findings.items[i - 1].span.start <=
			    review.findings.items[i].span.start);
	assert_int_equal(review.errors + review.warnings + review.advice +
				 review.waived,
			 review.findings.n);
	review_release(&review);
}

/* what to mend next is found for findings in a group without keys, too */
static void
blank_groups_end(void **state)
{
	static const char *const plans[] = {
		"ces: 1\nplan:\n", "ces: 1\nplan: \"\"\ngovernance: ~\n",
		"ces: 1\nmeasures: {m: {baseline: , target: , range: }}\n"};

	(void)state;
	for (size_t i = 0; i < sizeof(plans) / sizeof(*plans); i++) {
		struct review review;

		judge(&review, plans[i]);
		assert_true(review.findings.n > 0);
		review_release(&review);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(status_decides),
		cmocka_unit_test(settings_regrade),
		cmocka_unit_test(waivers_hide),
		cmocka_unit_test(waived_does_not_count),
		cmocka_unit_test(actions_serve),
		cmocka_unit_test(items_served),
		cmocka_unit_test(section_alone),
		cmocka_unit_test(file_breaks_off),
		cmocka_unit_test(next_to_mend),
		cmocka_unit_test(errors_lower_readiness),
		cmocka_unit_test(sorted_by_place),
		cmocka_unit_test(blank_groups_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
