/* measure_example.c - a worked example where a measure is counted in more ways
 * than one */
#include <string.h>

#include "ces/finding.h"
#include "ces/formula.h"
#include "ces/language.h"
#include "ces/words.h"
#include "cli/explain.h"

static void
service_level_example(struct buf *buf)
{
	const double in_time = 70, gave_up = 10, later = 20;

	message_fill(
		buf, language_user(),
		N_("Of {n} contacts {in_time} were answered in time, "
		   "{gave_up} gave up within that time, {later} had to "
		   "wait longer. That is {ignored} where those who gave "
		   "up are ignored, {missed} where they count as missed, "
		   "and {met} where they count as met."),
		ARGS(COUNT_ARG("n", in_time + gave_up + later),
		     COUNT_ARG("in_time", in_time),
		     COUNT_ARG("gave_up", gave_up), COUNT_ARG("later", later),
		     PERCENT_ARG("ignored",
				 service_level(in_time, gave_up, later,
					       ABANDONS_IGNORED)),
		     PERCENT_ARG("missed",
				 service_level(in_time, gave_up, later,
					       ABANDONS_MISSED)),
		     PERCENT_ARG("met", service_level(in_time, gave_up, later,
						      ABANDONS_MET))));
}

static void
effort_example(struct buf *buf)
{
	static const double answers[7] = {80, 210, 140, 110, 160, 180, 120};
	struct effort effort = effort_score(answers);
	double n = 0;

	for (int i = 0; i < 7; i++)
		n += answers[i];
	message_fill(buf, language_user(),
		     N_("{n} customers answer; from 1 to 7 these are {one}, "
			"{two}, {three}, {four}, {five}, {six} and {seven} "
			"of them. That is a mean of {mean}, {easy} who give 5 "
			"to 7, or an index of {index}."),
		     ARGS(COUNT_ARG("n", n), COUNT_ARG("one", answers[0]),
			  COUNT_ARG("two", answers[1]),
			  COUNT_ARG("three", answers[2]),
			  COUNT_ARG("four", answers[3]),
			  COUNT_ARG("five", answers[4]),
			  COUNT_ARG("six", answers[5]),
			  COUNT_ARG("seven", answers[6]),
			  NUMBER_ARG("mean", effort.mean),
			  PERCENT_ARG("easy", effort.easy),
			  NUMBER_ARG("index", effort.index)));
}

static void
contact_rate_example(struct buf *buf)
{
	const double contacts = 800, orders = 10000;

	message_fill(buf, language_user(),
		     N_("{contacts} contacts about {orders} orders are "
			"{rate} per 100 orders."),
		     ARGS(COUNT_ARG("contacts", contacts),
			  COUNT_ARG("orders", orders),
			  NUMBER_ARG("rate", contact_rate(contacts, orders))));
}

void
measure_example(struct buf *buf, const struct standard *standard)
{
	if (!strcmp(standard->word, "service_level"))
		service_level_example(buf);
	else if (!strcmp(standard->word, "customer_effort_score"))
		effort_example(buf);
	else if (!strcmp(standard->word, "contact_rate"))
		contact_rate_example(buf);
}
