/* titles_live.c - titles of sheets as expressions over their columns */
#include <string.h>

#include "expr_inside.h"

#include "ces/language.h"

enum { SOON_DAYS = 90 };

#define FILLED(key) "ROWS([" key "])-COUNTBLANK([" key "])"

/* Rounds twice: readers don't agree on a half that is a hair short. */
#define PERCENTS(share, decimals) \
	"PERCENT(ROUND(ROUND(" share "*100,6)," decimals "))"
/* the name in the row $at, else its id */
#define NAME_AT "IF(INDEX([name],$at)='',INDEX([id],$at),INDEX([name],$at))"

static const struct sentence titles[TABLE_COUNT] = {
	[TABLE_strategy] = {.when = "$all>0",
			    .part = FILLED("measures"),
			    .all = "COUNTIF([level],'objective')",
			    .parts = "title"},
	[TABLE_service_tiers] = {.when = "$all>0",
				 .part = FILLED("segments.tier"),
				 .all = "ITEMS([segments.name])",
				 .parts = "title"},
	/* no more than their number lets expect: nothing stands out */
	[TABLE_segments] =
		{.when = "$told",
		 .part = "$segments_told",
		 .all = "$segments",
		 .terms = {{"told", "AND($part>0,ROUND($segments_revenue,9)<=1,"
				    "ROUND($segments_revenue*$all-$part,9)>0)"},
			   {"fewer", "AND($segments_customers>0,"
				     "$segments_customers<$segments_revenue)"},
			   {"revenue", PERCENTS("$segments_revenue", "0")},
			   {"share", PERCENTS("$segments_customers", "0")}},
		 .cases = {{"NOT($told)", "{subject}"},
			   {"AND($fewer,$part=1)",
			    N_("{k} of {n} segments brings {revenue} of "
			       "revenue, with {share} of customers")},
			   {"$fewer",
			    N_("{k} of {n} segments bring {revenue} of "
			       "revenue, with {share} of customers")},
			   {"$part=1",
			    N_("{k} of {n} segments brings {revenue} of "
			       "revenue")},
			   {NULL, N_("{k} of {n} segments bring {revenue} of "
				     "revenue")}}},
	[TABLE_contact_reasons] =
		{.joins = {SEMICOLON},
		 .when = "$told",
		 .terms = {{"told", "AND($reasons>=4,$reasons_most>0,"
				    "$reasons_most*2<=$reasons)"},
			   {"k", "$reasons_most"},
			   {"f", "$reasons_most_failure"},
			   {"First", "CAPITAL_WORDS($k)"},
			   {"n", "WORDS($k)"},
			   {"all", "WORDS($reasons)"},
			   {"failures", "WORDS($f)"},
			   {"share", PERCENTS("$reasons_most_share", "0")}},
		 .cases = {{"NOT($told)", "{subject}"},
			   {"$k=1", N_("{First} of {all} reasons makes {share} "
				       "of all contacts")},
			   {NULL, N_("{First} of {all} reasons make {share} of "
				     "all contacts")},

			   {"OR(NOT($told),$reasons_most_judged=0)", ""},
			   {"AND($k=1,$f=1)", N_("it is failure demand")},
			   {"$k=1", N_("it is value demand")},
			   {"$f=0", N_("none of them is failure demand")},
			   {"$f=$k", N_("all of them are failure demand")},
			   {"$f=1", N_("one of the {n} is failure demand")},
			   {NULL, N_("{failures} of the {n} are failure "
				     "demand")}}},
	/* the one with more than its even share */
	[TABLE_channels] =
		{.when = "$told",
		 .terms = {{"most", "MAX([share])"},
			   {"at", "MATCH($most,[share],0)"},
			   {"channel", NAME_AT},
			   {"share", PERCENTS("$most", "0")},
			   {"told", "AND(COUNTIF([share],'>0')>1,ROUND($most*"
				    "COUNTIF([share],'>0'),9)>1.2)"}},
		 .cases = {{"$told", N_("{channel} takes {share} of the "
					"contacts with a person")},
			   {NULL, "{subject}"}}},
	[TABLE_hours] = {.when = "$most>0",
			 .terms = {{"most", "MAX([demand_outside])"},
				   {"at", "MATCH($most,[demand_outside],0)"},
				   {"hours", NAME_AT},
				   {"share", PERCENTS("$most", "1")}},
			 .cases = {{"$most>0",
				    N_("{hours}: {share} of the attempts "
				       "come when it is closed")},
				   {NULL, "{subject}"}}},
	/* the month with most; it stands out from 10% above the mean on. A row
	 * that no reader filled in has no sum to be found by. */
	[TABLE_demand] =
		{.when = "$told",
		 .terms = {{"month",
			    "IFERROR(INDEX([month],"
			    "MATCH($demand_most,[all],0)),'')"},
			   {"above",
			    "IF($demand_all>0,ROUND(ROUND("
			    "$demand_most/$demand_all*1200-100,6),0),"
			    "0)"},
			   {"most", "FIXED($demand_most,0)"},
			   {"mean", "FIXED($demand_all/12,0)"},
			   {"told", "AND($above>=10,$month<>'')"}},
		 .cases = {{"$told",
			    N_("{month} brings {above}% more contacts than an "
			       "average month: {most} against {mean}")},
			   {NULL, "{subject}"}}},
	[TABLE_coverage] =
		{.when = "$all>0",
		 .part = "COUNTIFS([state],^good*,[percent],'<'&0.995)"
			 "+COUNTIFS([state],^late*,[percent],'<'&0.995)"
			 "+COUNTIFS([state],^bad*,[percent],'<'&0.995)",
		 .all =
			 "COUNTIF([state],^good*)+COUNTIF([state],^late*)"
			 "+COUNTIF([state],^bad*)"
			 "-COUNTIF([state],#promised)",
		 .parts = "title",
		 .cases = {{"AND($part=0,COUNTIF([state],#hours_unknown)>0)",
			    N_("Where hours are known, channels are open "
			       "when customers want")}}},
	[TABLE_measures] =
		{.part = "COUNTIF([state],^good*)+COUNTIF([state],^done*)",
		 .all =
			 "ITEMS([name])",
		 .parts = "title",
		 .cases = {{"COUNTIF([state],^idle*)=$all",
			    N_("No measure can be compared with its target "
			       "yet")}}},
	[TABLE_readings] = {.when = "$part>0",
			    .part = "COUNTIF([measures.stale],'yes')",
			    .all = "ITEMS([measures.name])",
			    .parts = "title"},
	[TABLE_intelligence] = {.when = FILLED("state") ">0",
				.part = "$insights_acted_on",
				.all = "ITEMS([insight])",
				.parts = "title"},
	[TABLE_actions] =
		{.joins = {SEMICOLON},
		 .part = "$actions_overdue",
		 .terms = {{"open", "$actions_on_track+$actions_not_started"
				    "+$actions_overdue+$actions_unowned"},
			   {"waiting",
			    "COUNTIFS([status],@action_status.not_started,"
			    "[due],'>='&as_of,[due],'<='&$until)"},
			   {"w", "WORDS($waiting)"}},
		 .cases = {{"$open=0", N_("No action is open")},
			   {"$part=0", N_("No action is overdue")},
			   {"$part=1", N_("{k} action is overdue")},
			   {NULL, N_("{k} actions are overdue")},

			   {"$waiting=0", ""},
			   {"$waiting=1",
			    N_("{w} that is due by the end of {month} has "
			       "not started")},
			   {NULL,
			    N_("{w} that are due by the end of {month} have "
			       "not started")}}},
	/* a sum that lacks a part says too little: then none is told; the
	 * plan's own approval has no row */
	[TABLE_decisions] =
		{.joins = {SEMICOLON},
		 .part = "$decisions_open",
		 .terms = {{"known", "$decisions_valued"},
			   {"worth", "MONEY($decisions_amount)"}},
		 .cases = {{"$part=0",
			    N_("No decision is waiting for an answer")},
			   {"AND($known=$part,$part=1)",
			    N_("{k} decision worth {worth} waits for an "
			       "answer")},
			   {"$known=$part",
			    N_("{k} decisions worth {worth} wait for an "
			       "answer")},
			   {"$part=1", N_("{k} decision waits for an "
					  "answer")},
			   {NULL, N_("{k} decisions wait for an answer")},

			   {"$approval_asked=0", ""},
			   {NULL, N_("this strategy waits for approval")}}},
	[TABLE_business_case] =
		{.when = "OR($saving>0,$risk>0)",
		 .terms = {{"exact", "SUM([months:payback])"},
			   {"saving", "SUM([amount:saving])"},
			   {"risk", "SUM([amount:at_risk])"},
			   {"months", "ROUND($exact,0)"},
			   {"later", "FIXED($months,0)"},
			   {"spent", "MONEY(SUM([amount:spent]))"},
			   {"saved", "MONEY($saving)"},
			   {"lost", "MONEY($risk)"}},
		 .cases = {{"AND($exact>0,$months<=1)",
			    N_("Investments of {spent} pay back within a "
			       "month or so")},
			   {"$exact>0",
			    N_("Investments of {spent} pay back in {later} "
			       "months")},
			   {"$saving>0", N_("The targets save {saved} a year")},
			   {"$risk>0", N_("{lost} a year is at risk")},
			   {NULL, N_("Business case")}}},
	[TABLE_gaps] = {.when = "$risk>0",
			.part = "COUNTIF([value_at_risk],'>0')",
			.terms = {{"risk", "SUM([value_at_risk])"},
				  {"money", "MONEY($risk)"}},
			.parts = "title"},
	[TABLE_investments] =
		{.when = "OR($wanted>0,$given>0)",
		 .terms = {{"wanted", "SUMIF([state],^asked*,[amount])"},
			   {"given", "SUMIF([state],^done*,[amount])"},
			   {"asked", "MONEY($wanted)"},
			   {"invested", "MONEY($given)"}},
		 .cases = {{"AND($wanted>0,$given>0)",
			    N_("{invested} is approved, {asked} more is "
			       "asked for")},
			   {"$wanted>0", N_("{asked} is asked for")},
			   {NULL, N_("{invested} is approved")}}},
	[TABLE_calendar] =
		{.part = "COUNTIF([coming],'yes')",
		 .terms = {{"untold", "$part-COUNTIFS([coming],'yes',"
				      "[state],#told_in_time)"},
			   {"late", "WORDS($untold)"}},
		 .cases = {{"$part=0",
			    N_("No event is known for the next 90 days")},
			   {"AND($part=1,$untold=0)",
			    N_("{k} event in the next 90 days, announced in "
			       "time")},
			   {"$part=1",
			    N_("{k} event in the next 90 days, not announced "
			       "in time")},
			   {"$untold=0",
			    N_("{k} events in the next 90 days, all "
			       "announced in time")},
			   {NULL,
			    N_("{k} events in the next 90 days, {late} not "
			       "announced in time")}}},
	[TABLE_contact_map] = {.part = "COUNT([issue_count])",
			       .all = "ITEMS([name])",
			       .parts = "title"},
	[TABLE_technology] = {.when = "$all>=2",
			      .all = "MAX([applications])",
			      .cases = {{NULL,
					 N_("Staff need up to {n} programs for "
					    "one task")}}},
	[TABLE_roadmap] = {.when = "$part>0",
			   .part = "COUNTIF([due],'<'&as_of)",
			   .all = "ITEMS([name])",
			   .parts = "title"},
	[TABLE_questions] =
		{.part = "COUNTIF([state],^done*)",
		 .all =
			 "ITEMS([question])",
		 .parts = "title",
		 .cases = {{"COUNTIF([state],^idle*)=$all",
			    N_("No question has been discussed yet")}}},
};

/* of the measures, where there are any */
static const struct sentence headline_measures = {
	.part = "$measures_on_track",
	.all = "$measures_headline",
	.parts = "headline",
	.cases = {{"$measures_unjudged=$all", N_("No headline measure can be "
						 "compared with its target "
						 "yet")}}};

static const struct sentence *
find_title(const struct table *table)
{
	for (size_t i = 0; table->id == TABLE_measures && i < table->rows; i++)
		if (table_at(table, i, "headline")->word == 1)
			return &headline_measures;
	return &titles[table->id];
}

/* messages for none, one, many or every of the things counted; none and
 * every give no number, so that they hold for one as well */
static void
add_parts(struct phrase *phrases, const char *table, const char *part)
{
	static const struct phrase cases[] = {{"$part=0", "none"},
					      {"$part=$all", "every"},
					      {"$part=1", "one"},
					      {NULL, "many"}};

	while (phrases->message)
		phrases++;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		*phrases = cases[i];
		phrases->message = text_find(table, part, cases[i].message);
		phrases += phrases->message != NULL;
	}
}

/* Puts what joins them to the clauses before into messages that aren't empty.
 */
static void
clauses_join(const struct expr_scope *scope, struct phrase *phrase,
	     const struct phrase *end, const char *join)
{
	const struct language *language = scope->review->language;
	size_t n;
	const char *between = text_between(language, join, &n);

	for (; phrase < end; phrase++)
		if (*phrase->message)
			phrase->message = arena_format(
				scope->arena, "%.*s%s", (int)n, between,
				language_text(language, phrase->message));
}

const struct expr *
sentence_expr(const struct expr_scope *scope, const struct sentence *sentence)
{
	const struct binding words[] = {{"part", sentence->part, NULL},
					{"all", sentence->all, NULL},
					{"k", "CAPITAL_WORDS($part)", NULL},
					{"n", "WORDS($all)", NULL}};
	const size_t n = sentence->part || sentence->all ? COUNT_OF(words) : 0;
	struct phrase phrases[COUNT_OF(sentence->cases)], *phrase = phrases;
	const struct expr *joined = NULL;
	struct expr_scope own = *scope;
	struct binding *bindings = arena_alloc(
		scope->arena, (scope->n + n + TERMS_MOST) * sizeof(*bindings));

	for (size_t i = 0; i < scope->n; i++)
		bindings[i] = scope->bindings[i];
	for (size_t i = 0; i < n; i++)
		bindings[own.n++] = words[i];
	for (size_t i = 0; i < TERMS_MOST && sentence->terms[i].name; i++)
		bindings[own.n++] =
			(struct binding){sentence->terms[i].name,
					 sentence->terms[i].template, NULL};
	own.bindings = bindings;
	if (sentence->when &&
	    expr_value(&own, expr_parse(&own, sentence->when), 0).number == 0)
		return NULL;
	memcpy(phrases, sentence->cases, sizeof(phrases));
	if (sentence->parts)
		add_parts(phrases, scope->table->key, sentence->parts);
	for (const char *const *join = NULL; phrase->message;
	     join = join ? join + 1 : sentence->joins) {
		struct phrase *end = phrase;

		while (end->when)
			end++;
		end++;
		if (join && *join)
			clauses_join(scope, phrase, end, *join);
		joined = expr_join(scope->arena, joined,
				   expr_phrases(&own, phrase));
		phrase = end;
	}
	return joined;
}

const struct expr *
title_live(const struct expr_scope *scope)
{
	struct arena *arena = scope->arena;
	struct date day = date_add_days(scope->review->view->as_of, SOON_DAYS);
	const char *month = month_name(scope->review->language, day.month);
	struct expr_scope own = *scope;
	double until = 0;

	/* the last day of the month in which the next 90 days end */
	day.day = 1;
	date_serial(date_add_days(date_add_months(day, 1), -1), &until);
	own.bindings = (const struct binding[]){
		{"until", NULL, expr_number(arena, until)},
		{"month", NULL, expr_text(arena, month)},
		/* where nothing stands out any more */
		{"subject", NULL, expr_text(arena, scope->table->title)}};
	own.n = 3;
	return sentence_expr(&own, find_title(scope->table));
}
