/* formula.h - measures worked out from counts, in the ways in use */
#ifndef CES_FORMULA_H
#define CES_FORMULA_H

/*
 * Service level, percent: who was answered in time, who gave up within that
 * time, and everybody else, answered or not. Those who gave up in time count as
 * abandons (ABANDONS_..., words.h) says. NAN where nobody counts.
 */
double service_level(double in_time, double gave_up_in_time, double later,
		     int abandons);

/* The effort score of answers from 1 to 7 ("it was made easy"), three ways. */
struct effort {
	double mean;  /* 1..7 */
	double easy;  /* percent who give 5 to 7 */
	double index; /* percent who give 6 or 7 less percent who give 1 to 3 */
};

/* answers[0] is how many gave 1; all NAN where nobody answered */
struct effort effort_score(const double answers[7]);

/* contacts per 100 of what they are measured against; NAN without that */
double contact_rate(double contacts, double base);

#endif
