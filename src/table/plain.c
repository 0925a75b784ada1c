/* plain.c - the words of the format in plain words; months and counts in words
 */
#include "ces/table.h"

#include <libintl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/message.h"

/* words of choices.def that differ in plain words, sorted; the others are
 * message ids as they are */
static const struct plain {
	const char *word, *text;
} words[] = {
	{"acted", N_("acted on")},
	{"after_sale", N_("after the sale")},
	{"big_bang", N_("all at once")},
	{"billing_cycle", N_("billing cycle")},
	{"blind_spot", N_("blind spot")},
	{"broken_handoff", N_("broken hand-off")},
	{"counted_as_met", N_("counted as met")},
	{"counted_as_missed", N_("counted as missed")},
	{"half_yearly", N_("half-yearly")},
	{"in_person", N_("in person")},
	{"in_progress", N_("in progress")},
	{"in_review", N_("in review")},
	{"long_term", N_("long term")},
	{"needless_transfer", N_("needless transfer")},
	{"not_discussed", N_("not discussed")},
	{"not_started", N_("not started")},
	{"order_change", N_("order change")},
	{"p90", N_("90th percentile")},
	{"p95", N_("95th percentile")},
	{"per_100", N_("per 100")},
	{"post_contact_survey", N_("survey after the contact")},
	{"price_change", N_("price change")},
	{"product_launch", N_("product launch")},
	{"relationship_survey", N_("relationship survey")},
	{"response_time", N_("response time")},
	{"revenue_leak", N_("revenue leak")},
	{"self_service", N_("self-service")},
	{"service_gap", N_("service gap")},
	{"service_level", N_("service level")},
	{"stepwise", N_("step by step")},
	{"system_change", N_("system change")},
	{"weak_point", N_("weak point")},
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

	return gettext(found ? found->text : word);
}

const char *
flag_word(bool on)
{
	return on ? gettext("yes") : gettext("no");
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

const char *
count_text(struct arena *arena, double n)
{
	struct buf text = {0};

	if (n >= 0 && n <= COUNT_WORDS && n <= floor(n))
		return count_word((size_t)n, false);
	buf_decimals(&text, n, 0);
	return arena_take(arena, &text);
}

const char *
text_capital(struct arena *arena, const char *text)
{
	char *copy;

	if (*text < 'a' || *text > 'z')
		return text;
	copy = arena_format(arena, "%s", text);
	*copy = (char)(*copy - 'a' + 'A');
	return copy;
}
