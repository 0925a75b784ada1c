/* excerpt_position.c - the position of the strategy, in one sentence */

#include "ces/language.h"
#include "ces/words.h"
#include "expr_inside.h"

/* tells whether all that is to be decided is asked of the sponsor */
static bool
asks_sponsor(const struct expr_scope *scope)
{
	const struct table *table = tables_get(scope->tables, TABLE_decisions);
	const struct plan *plan = scope->review->plan;

	if (!is_set(&plan->governance.sponsor.at) ||
	    expr_value(scope, expr_parse(scope, "$investments_undecided"), 0)
			    .number > 0)
		return false;
	for (size_t i = 0; i < table->rows; i++) {
		const struct decision *decision =
			(const void *)table->objects[i];

		if (decision_is_open(table, i) &&
		    (!decision->asked_of.to ||
		     decision->asked_of.to != plan->governance.sponsor.to))
			return false;
	}
	return true;
}

/* "two decisions worth £163,000 are asked of the sponsor": as a clause, and as
 * a sentence; of anybody, and of the sponsor */
static const struct phrase position_decisions[2][2][4] = {
	{{{"AND($asked=1,$asked_amount=0)", N_("{n} decision is asked")},
	  {"$asked_amount=0", N_("{n} decisions are asked")},
	  {"$asked=1", N_("{n} decision worth {amount} is asked")},
	  {NULL, N_("{n} decisions worth {amount} are asked")}},
	 {{"AND($asked=1,$asked_amount=0)",
	   N_("{n} decision is asked of the sponsor")},
	  {"$asked_amount=0", N_("{n} decisions are asked of the sponsor")},
	  {"$asked=1",
	   N_("{n} decision worth {amount} is asked of the sponsor")},
	  {NULL, N_("{n} decisions worth {amount} are asked of the sponsor")}}},
	{{{"AND($asked=1,$asked_amount=0)", N_("{N} decision is asked.")},
	  {"$asked_amount=0", N_("{N} decisions are asked.")},
	  {"$asked=1", N_("{N} decision worth {amount} is asked.")},
	  {NULL, N_("{N} decisions worth {amount} are asked.")}},
	 {{"AND($asked=1,$asked_amount=0)",
	   N_("{N} decision is asked of the sponsor.")},
	  {"$asked_amount=0", N_("{N} decisions are asked of the sponsor.")},
	  {"$asked=1",
	   N_("{N} decision worth {amount} is asked of the sponsor.")},
	  {NULL,
	   N_("{N} decisions worth {amount} are asked of the sponsor.")}}},
};

static const struct expr *
decisions_asked(const struct expr_scope *scope, bool sentence)
{
	static const struct binding bindings[] = {
		{"n", "WORDS($asked)", NULL},
		{"N", "CAPITAL_WORDS($asked)", NULL},
		{"amount", "PAGE_MONEY($asked_amount)", NULL}};
	struct expr_scope own = *scope;

	own.bindings = bindings;
	own.n = COUNT_OF(bindings);
	return expr_phrases(&own,
			    position_decisions[sentence][asks_sponsor(scope)]);
}

#define NOTHING_TOLD                                   \
	"AND($measures_headline=0,$reasons_judged<=0," \
	"$asked=0)"
static const struct sentence position = {
	.terms = {{"all", "WORDS($measures_headline)"},
		  {"good", "CAPITAL_WORDS($measures_on_track)"},
		  {"failure", "$reasons_failure"},
		  {"readiness", "$readiness"},
		  {"told", "$reasons_judged>0"}},
	.cases =
		{{NOTHING_TOLD, N_("There is no figure to steer by yet: "
				   "{readiness}% of the strategy "
				   "is written down, and the questions below "
				   "lead to the rest.")},
		 {"$measures_headline=0", ""},
		 {"AND($measures_headline=1,$measures_unread=1)",
		  N_("The headline measure has no reading yet.")},
		 {"$measures_unread=$measures_headline",
		  N_("None of the {all} headline measures has a reading yet.")},
		 {"AND($measures_headline=1,$measures_unjudged=1)",
		  N_("The headline measure can't be compared with its target "
		     "yet.")},
		 {"$measures_unjudged=$measures_headline",
		  N_("None of the {all} headline measures can be compared with "
		     "its target yet.")},
		 {"AND($measures_headline=1,$measures_on_track=1)",
		  N_("The headline measure is on track.")},
		 {"$measures_on_track=$measures_headline",
		  N_("All {all} headline measures are on track.")},
		 {"$measures_headline=1",
		  N_("The headline measure is not on track.")},
		 {"$measures_on_track=0",
		  N_("None of the {all} headline measures is on track.")},
		 {"$measures_on_track=1",
		  N_("One of {all} headline measures is on track.")},
		 {NULL, N_("{good} of {all} headline measures are on track.")},

		 {"OR($measures_headline=0,AND($reasons_judged<=0,"
		  "$asked=0))",
		  ""},
		 {NULL, "{between}"},

		 {"AND($told,$asked=0)",
		  N_("Failure demand is {failure}% of all contacts.")},
		 {"$told",
		  N_("Failure demand is {failure}% of all contacts, and "
		     "{decisions}.")},
		 {"$asked=0", ""},
		 {NULL, "{Decisions}"}},
};

const struct expr *
position_expr(const struct expr_scope *scope)
{
	size_t n;
	const char *between =
		text_between(scope->review->language,
			     C_("sentences", "{first} {second}"), &n);
	const struct binding bindings[] = {
		{"decisions", NULL, decisions_asked(scope, false)},
		{"Decisions", NULL, decisions_asked(scope, true)},
		{"between", NULL,
		 expr_text(scope->arena,
			   arena_copy(scope->arena, between, n))}};
	struct expr_scope own = *scope;

	own.bindings = bindings;
	own.n = COUNT_OF(bindings);
	return sentence_expr(&own, &position);
}
