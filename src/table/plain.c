/* plain.c - the words of the format in plain words; months and counts in words
 */
#include "ces/table.h"

#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "ces/message.h"

/* all of choices.def, sorted; tests/unit/test_tables.c misses no word */
static const struct plain {
	const char *word, *text;
} words[] = {
	{"accepted", N_("accepted")},
	{"access", N_("access")},
	{"acted", N_("acted on")},
	{"active", N_("active")},
	{"advice", N_("advice")},
	{"after_sale", N_("after the sale")},
	{"apply", N_("apply")},
	{"approved", N_("approved")},
	{"asked", N_("asked")},
	{"asynchronous", N_("asynchronous")},
	{"audit", N_("audit")},
	{"automate", N_("automate")},
	{"automation", N_("automation")},
	{"behavior", N_("behavior")},
	{"big_bang", N_("all at once")},
	{"billing_cycle", N_("billing cycle")},
	{"blind_spot", N_("blind spot")},
	{"bot", N_("bot")},
	{"broken_handoff", N_("broken hand-off")},
	{"buy", N_("buy")},
	{"campaign", N_("campaign")},
	{"cancelled", N_("cancelled")},
	{"channel", N_("channel")},
	{"chat", N_("chat")},
	{"choose", N_("choose")},
	{"closed", N_("closed")},
	{"compliance", N_("compliance")},
	{"cost", N_("cost")},
	{"count", N_("count")},
	{"counted_as_met", N_("counted as met")},
	{"counted_as_missed", N_("counted as missed")},
	{"current", N_("current")},
	{"daily", N_("daily")},
	{"data", N_("data")},
	{"days", N_("days")},
	{"declined", N_("declined")},
	{"deferred", N_("deferred")},
	{"define", N_("define")},
	{"demand", N_("demand")},
	{"desktop", N_("desktop")},
	{"diagnostic", N_("diagnostic")},
	{"discover", N_("discover")},
	{"document", N_("document")},
	{"done", N_("done")},
	{"draft", N_("draft")},
	{"earned", N_("earned")},
	{"effectiveness", N_("effectiveness")},
	{"efficiency", N_("efficiency")},
	{"eliminate", N_("eliminate")},
	{"email", N_("email")},
	{"employee", N_("employee")},
	{"error", N_("error")},
	{"failure", N_("failure")},
	{"finance", N_("finance")},
	{"floor", N_("floor")},
	{"gated", N_("gated")},
	{"growth", N_("growth")},
	{"half_yearly", N_("half-yearly")},
	{"high", N_("high")},
	{"higher", N_("higher")},
	{"hiring", N_("hiring")},
	{"holiday", N_("holiday")},
	{"hours", N_("hours")},
	{"ignored", N_("ignored")},
	{"in_person", N_("in person")},
	{"in_progress", N_("in progress")},
	{"in_review", N_("in review")},
	{"index", N_("index")},
	{"intelligence", N_("intelligence")},
	{"interview", N_("interview")},
	{"leave", N_("leave")},
	{"leverage", N_("leverage")},
	{"long_term", N_("long term")},
	{"low", N_("low")},
	{"lower", N_("lower")},
	{"mean", N_("mean")},
	{"measures", N_("measures")},
	{"median", N_("median")},
	{"medium", N_("medium")},
	{"messaging", N_("messaging")},
	{"met", N_("met")},
	{"minutes", N_("minutes")},
	{"mixed", N_("mixed")},
	{"money", N_("money")},
	{"monthly", N_("monthly")},
	{"need", N_("need")},
	{"needless_transfer", N_("needless transfer")},
	{"neutral", N_("neutral")},
	{"not_discussed", N_("not discussed")},
	{"not_started", N_("not started")},
	{"off", N_("off")},
	{"once", N_("once")},
	{"open", N_("open")},
	{"opinion", N_("opinion")},
	{"order_change", N_("order change")},
	{"other", N_("other")},
	{"outcome", N_("outcome")},
	{"p90", N_("90th percentile")},
	{"p95", N_("95th percentile")},
	{"paid", N_("paid")},
	{"partly", N_("partly")},
	{"people", N_("people")},
	{"per_100", N_("per 100")},
	{"percent", N_("percent")},
	{"planned", N_("planned")},
	{"points", N_("points")},
	{"post", N_("post")},
	{"post_contact_survey", N_("survey after the contact")},
	{"price_change", N_("price change")},
	{"product_launch", N_("product launch")},
	{"proposed", N_("proposed")},
	{"quarterly", N_("quarterly")},
	{"range", N_("range")},
	{"receive", N_("receive")},
	{"rejected", N_("rejected")},
	{"relationship_survey", N_("relationship survey")},
	{"research", N_("research")},
	{"response_time", N_("response time")},
	{"retention", N_("retention")},
	{"retired", N_("retired")},
	{"retiring", N_("retiring")},
	{"revenue", N_("revenue")},
	{"revenue_leak", N_("revenue leak")},
	{"risk", N_("risk")},
	{"safety", N_("safety")},
	{"satisfaction", N_("satisfaction")},
	{"score", N_("score")},
	{"season", N_("season")},
	{"seconds", N_("seconds")},
	{"self_service", N_("self-service")},
	{"service_gap", N_("service gap")},
	{"service_level", N_("service level")},
	{"shared", N_("shared")},
	{"simplify", N_("simplify")},
	{"social", N_("social")},
	{"stepwise", N_("step by step")},
	{"survey", N_("survey")},
	{"synchronous", N_("synchronous")},
	{"system", N_("system")},
	{"system_change", N_("system change")},
	{"target", N_("target")},
	{"technology", N_("technology")},
	{"terminal", N_("terminal")},
	{"training", N_("training")},
	{"unmet", N_("unmet")},
	{"use", N_("use")},
	{"value", N_("value")},
	{"video", N_("video")},
	{"voice", N_("voice")},
	{"warning", N_("warning")},
	{"weak_point", N_("weak point")},
	{"web", N_("web")},
	{"weekly", N_("weekly")},
	{"year", N_("year")},
	{"yearly", N_("yearly")},
};

static int
compare(const void *word, const void *row)
{
	return strcmp(word, ((const struct plain *)row)->word);
}

const char *
plain_word(const char *word)
{
	const struct plain *found =
		bsearch(word, words, sizeof(words) / sizeof(*words),
			sizeof(*words), compare);

	return found ? gettext(found->text) : word;
}

/* --- months and small counts --------------------------------------------- */

const char *
month_name(int month)
{
	static const char *const names[12] = {
		N_("January"), N_("February"), N_("March"),
		N_("April"),   N_("May"),      N_("June"),
		N_("July"),    N_("August"),   N_("September"),
		N_("October"), N_("November"), N_("December")};

	return gettext(names[month - 1]);
}

const char *
month_short(int month)
{
	static const char *const names[12] = {N_("Jan"), N_("Feb"), N_("Mar"),
					      N_("Apr"), N_("May"), N_("Jun"),
					      N_("Jul"), N_("Aug"), N_("Sep"),
					      N_("Oct"), N_("Nov"), N_("Dec")};

	return gettext(names[month - 1]);
}

const char *
count_word(size_t n, bool first)
{
	static const char *const counts[COUNT_WORDS + 1][2] = {
		{N_("none"), N_("None")},   {N_("one"), N_("One")},
		{N_("two"), N_("Two")},	    {N_("three"), N_("Three")},
		{N_("four"), N_("Four")},   {N_("five"), N_("Five")},
		{N_("six"), N_("Six")},	    {N_("seven"), N_("Seven")},
		{N_("eight"), N_("Eight")}, {N_("nine"), N_("Nine")},
		{N_("ten"), N_("Ten")},
	};

	return n <= COUNT_WORDS ? gettext(counts[n][first]) : NULL;
}
