/* test_view_business.c - which investment a saving counts for */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "viewed.h"

/* 1,000 contacts at 10 each, half of them to go: 5,000 a year */
#define PLAN(rest)                                                         \
	"ces: 1\nchannels: {phone: {name: Phone, cost_per_contact: 10}}\n" \
	"contact_reasons:\n  r: {name: R, volume: {phone: 1000}, "         \
	"target_change: -50%, disposition: eliminate" rest "}\n"

/* the money that counts, and the name of the investment */
static void
a_saving_counts_for_who_reaches_it(void **state)
{
	static const struct {
		const char *yaml, *payer;
	} rows[] = {
		/* an action of the reason's plan that it pays for */
		{PLAN(", plan: [a]") "actions: {a: {title: A}}\n"
				     "investments: {i: {name: I, decided: "
				     "asked, actions: [a]}}\n",
		 "i"},
		/* one that improves it */
		{PLAN("") "actions: {a: {title: A, improves: "
			  "[contact_reasons.r]}}\n"
			  "investments: {i: {name: I, decided: approved, "
			  "actions: [a]}}\n",
		 "i"},
		{PLAN("") "actions: {a: {title: A, improves: "
			  "[contact_reasons.r.volume]}}\n"
			  "investments: {i: {name: I, decided: gated, "
			  "actions: [a]}}\n",
		 "i"},
		/* an objective that an action of the plan improves */
		{PLAN(", plan: [a]") "strategy: {objectives: {o: {statement: "
				     "O}}}\n"
				     "actions: {a: {title: A, improves: "
				     "[strategy.objectives.o]}}\n"
				     "investments: {i: {name: I, decided: "
				     "asked, objectives: "
				     "[o]}}\n",
		 "i"},
		/* a measure of the objective that it improves */
		{PLAN(", plan: [a]") "strategy: {objectives: {o: {statement: "
				     "O, measures: [m]}}}\n"
				     "measures: {m: {standard: "
				     "contact_rate}}\n"
				     "actions: {a: {title: A, improves: "
				     "[measures.m]}}\n"
				     "investments: {i: {name: I, decided: "
				     "asked, objectives: "
				     "[o]}}\n",
		 "i"},
		/* a measure of the objective that is of this reason */
		{PLAN("") "strategy: {objectives: {o: {statement: O, "
			  "measures: [m]}}}\n"
			  "measures: {m: {standard: contact_rate, scope: "
			  "{reasons: "
			  "[r]}}}\n"
			  "investments: {i: {name: I, decided: asked, "
			  "objectives: "
			  "[o]}}\n",
		 "i"},
		/* actions before objectives, and the first of two */
		{PLAN(", plan: [a]") "strategy: {objectives: {o: {statement: "
				     "O}}}\n"
				     "actions: {a: {title: A, improves: "
				     "[strategy.objectives.o]}}\n"
				     "investments:\n"
				     "  far: {name: F, decided: asked, "
				     "objectives: [o]}\n"
				     "  near: {name: N, decided: asked, "
				     "actions: [a]}\n"
				     "  late: {name: L, decided: asked, "
				     "actions: [a]}\n",
		 "near"},
		/* none reaches it */
		{PLAN(", plan: [a]") "actions: {a: {title: A}}\n"
				     "investments: {i: {name: I, decided: "
				     "asked}}\n",
		 NULL},
		{PLAN(", plan: [a]") "actions: {a: {title: A}, b: {title: "
				     "B}}\n"
				     "investments: {i: {name: I, decided: "
				     "asked, actions: [b]}}\n",
		 NULL},
		{PLAN(", plan: [a]") "strategy: {objectives: {o: {statement: "
				     "O}}}\n"
				     "actions: {a: {title: A}}\n"
				     "investments: {i: {name: I, decided: "
				     "asked, objectives: "
				     "[o]}}\n",
		 NULL},
		/* it was declined, or what it pays for cancelled */
		{PLAN(", plan: [a]") "actions: {a: {title: A}}\n"
				     "investments: {i: {name: I, decided: "
				     "declined, actions: [a]}}\n",
		 NULL},
		{PLAN(", plan: [a]") "actions: {a: {title: A, status: "
				     "cancelled}}\n"
				     "investments: {i: {name: I, decided: "
				     "asked, actions: [a]}}\n",
		 NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct investment *payer;
		struct made made;

		make(&made, rows[i].yaml);
		payer = made.view->reasons[0].paid_by;
		if (rows[i].payer) {
			assert_non_null(payer);
			assert_string_equal(payer->object.id, rows[i].payer);
			assert_near(made.view->business.funded, 5000, 1e-9);
		} else {
			assert_null(payer);
			assert_true(isnan(made.view->business.funded));
		}
		assert_near(made.view->business.saving, 5000, 1e-9);
		drop(&made);
	}
}

/* 20,000 asked for save 5,000 of the 105,000 a year: 48 months, not 2.3 */
static void
the_funded_reason_alone_pays_back(void **state)
{
	struct made made;

	(void)state;
	make(&made, PLAN(", plan: [a]") "  big: {name: Big, volume: {phone: "
					"20000}, target_change: -50%,\n"
					"    disposition: eliminate}\n"
					"actions: {a: {title: A}}\n"
					"investments: {i: {name: I, decided: "
					"asked, amount: 20000,\n"
					"  actions: [a]}}\n");
	assert_near(made.view->business.saving, 105000, 1e-9);
	assert_near(made.view->business.funded, 5000, 1e-9);
	assert_near(made.view->business.payback_months, 48, 1e-9);
	drop(&made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_saving_counts_for_who_reaches_it),
		cmocka_unit_test(the_funded_reason_alone_pays_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
