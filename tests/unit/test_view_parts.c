/* test_view_parts.c - contact reasons that are parts of others count once */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "viewed.h"

/* 70,000 + 80,400 of 800,000 contacts; both parents tell their sums too */
static const char tree[] =
	"ces: 1\n"
	"contact_reasons:\n"
	"  supply: {annual_volume: 150400, demand: failure,\n"
	"    economics: cost, target_change: -20%}\n"
	"  leak: {parent: supply, volume: {phone: 50000, chat: 20000},\n"
	"    demand: failure, economics: cost}\n"
	"  pressure: {parent: supply, volume: {phone: 60000, chat: 20400},\n"
	"    demand: failure, economics: cost, target_change: -50%}\n"
	"  account: {annual_volume: 349600, demand: value}\n"
	"  moving: {parent: account, volume: {phone: 649600}, demand: value}\n"
	"channels:\n"
	"  phone: {assisted: true, status: current, cost_per_contact: 5}\n"
	"  chat: {assisted: true, status: current, cost_per_contact: 3}\n";

static void
each_contact_counts_once(void **state)
{
	struct made made;

	(void)state;
	make(&made, tree);
	assert_near(made.view->contacts, 800000, 0);
	assert_near(made.view->failure_share, 18.8, 1e-9);
	assert_int_equal(made.view->counted, 3);
	/* phone 50,000 + 60,000 + 649,600, chat 20,000 + 20,400 */
	assert_near(CHANNEL(&made, "phone")->reasons_volume, 759600, 0);
	assert_near(CHANNEL(&made, "chat")->reasons_volume, 40400, 0);
	/* 759,600 x 5 + 40,400 x 3 */
	assert_near(made.view->contact_cost, 3919200, 1e-6);
	drop(&made);
}

static void
a_parent_is_the_sum_of_its_parts(void **state)
{
	struct made made;

	(void)state;
	make(&made, tree);
	assert_false(REASON(&made, "supply")->counted);
	assert_near(REASON(&made, "supply")->volume, 150400, 0);
	assert_near(REASON(&made, "supply")->share, 18.8, 1e-9);
	assert_true(isnan(REASON(&made, "supply")->cumulative));
	assert_near(REASON(&made, "supply")->cost, 310000 + 361200, 1e-6);
	/* a volume of its own doesn't count */
	assert_near(REASON(&made, "account")->volume, 649600, 0);
	drop(&made);
}

static void
parts_have_the_change_of_their_parent(void **state)
{
	struct made made;

	(void)state;
	make(&made, tree);
	/* 70,000 less 20 %, 80,400 less 50 % */
	assert_near(REASON(&made, "leak")->planned, 56000, 1e-6);
	assert_near(REASON(&made, "pressure")->planned, 40200, 1e-6);
	assert_near(REASON(&made, "supply")->planned, 96200, 1e-6);
	assert_near(made.view->planned_contacts, 745800, 1e-6);
	/* 310,000 x 20 % + 361,200 x 50 % */
	assert_near(made.view->business.saving, 62000 + 180600, 1e-6);
	assert_near(REASON(&made, "supply")->saving, 242600, 1e-6);
	drop(&made);
}

static void
a_parent_counts_where_its_parts_tell_nothing(void **state)
{
	struct made made;

	(void)state;
	make(&made, "ces: 1\n"
		    "contact_reasons:\n"
		    "  a: {annual_volume: 100}\n"
		    "  b: {parent: a}\n"
		    "  c: {annual_volume: 70}\n"
		    "  d: {parent: c, annual_volume: 40}\n"
		    "  e: {parent: c}\n");
	assert_near(made.view->contacts, 140, 0);
	assert_true(REASON(&made, "a")->counted);
	assert_false(REASON(&made, "c")->counted);
	drop(&made);
}

static void
deep_trees_and_circles(void **state)
{
	struct made made;

	(void)state;
	make(&made, "ces: 1\n"
		    "contact_reasons:\n"
		    "  a: {parent: b, annual_volume: 1}\n"
		    "  b: {parent: c}\n"
		    "  c: {parent: d, annual_volume: 1000}\n"
		    "  d: {target_change: -10%}\n"
		    "  e: {parent: c, annual_volume: 2}\n"
		    "  x: {parent: y, annual_volume: 10}\n"
		    "  y: {parent: x, annual_volume: 20}\n"
		    "  z: {parent: z, annual_volume: 40}\n"
		    "  w: {parent: x, annual_volume: 80}\n");
	assert_near(REASON(&made, "d")->volume, 3, 0);
	assert_near(REASON(&made, "a")->planned, .9, 1e-12);
	/* the circles are none: w is a part of x, y and z are of none */
	assert_near(REASON(&made, "x")->volume, 80, 0);
	assert_near(made.view->contacts, 1 + 2 + 80 + 20 + 40, 0);
	drop(&made);
}

static void
what_pays_for_a_parent_pays_for_its_parts(void **state)
{
	struct made made;

	(void)state;
	make(&made,
	     "ces: 1\n"
	     "contact_reasons:\n"
	     "  supply: {target_change: -20%, plan: [pipes]}\n"
	     "  leak: {parent: supply, volume: {phone: 100}}\n"
	     "channels: {phone: {cost_per_contact: 5}}\n"
	     "actions: {pipes: {status: in_progress}}\n"
	     "investments:\n"
	     "  money: {amount: 50, decided: asked, actions: [pipes]}\n");
	assert_non_null(REASON(&made, "leak")->paid_by);
	assert_null(REASON(&made, "supply")->paid_by);
	/* 100 x 5 x 20 % */
	assert_near(made.view->business.saving, 100, 1e-9);
	assert_near(made.view->business.funded, 100, 1e-9);
	drop(&made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_contact_counts_once),
		cmocka_unit_test(a_parent_is_the_sum_of_its_parts),
		cmocka_unit_test(parts_have_the_change_of_their_parent),
		cmocka_unit_test(a_parent_counts_where_its_parts_tell_nothing),
		cmocka_unit_test(deep_trees_and_circles),
		cmocka_unit_test(what_pays_for_a_parent_pays_for_its_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
