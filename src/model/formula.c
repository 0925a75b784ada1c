/* formula.c - measures worked out from counts, in the ways in use */
#include "ces/formula.h"

#include <math.h>

#include "ces/words.h"

double
service_level(double in_time, double gave_up_in_time, double later,
	      int abandons)
{
	double met = in_time, counted = in_time + later;

	if (abandons != ABANDONS_IGNORED)
		counted += gave_up_in_time;
	if (abandons == ABANDONS_MET)
		met += gave_up_in_time;
	return counted > 0 ? met / counted * 100 : NAN;
}

struct effort
effort_score(const double answers[7])
{
	double n = 0, points = 0, hard, easy, very_easy;

	for (int i = 0; i < 7; i++) {
		n += answers[i];
		points += answers[i] * (i + 1);
	}
	if (!(n > 0))
		return (struct effort){NAN, NAN, NAN};
	hard = answers[0] + answers[1] + answers[2];
	very_easy = answers[5] + answers[6];
	easy = answers[4] + very_easy;
	return (struct effort){points / n, easy / n * 100,
			       (very_easy - hard) / n * 100};
}

double
contact_rate(double contacts, double base)
{
	return base > 0 ? contacts / base * 100 : NAN;
}
