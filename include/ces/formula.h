/* formula.h - measures worked out from counts, in the ways in use */
#ifndef CES_FORMULA_H
#define CES_FORMULA_H

/*
 * Service level, percent, of customers answered in time, customers who gave up
 * within that time, and all others, answered or not. Those who gave up in time
 * count as abandons (ABANDONS_..., words.h) tells. NAN without customers.
 */
double service_level(double in_time, double gave_up_in_time, double later,
		     int abandons);

/* The effort score of answers from 1 to 7 ("it was made easy"), three ways. */
struct effort {
	double mean;  /* 1..7 */
	double easy;  /* percent of answers 5 to 7 */
	double index; /* percent of answers 6 and 7 less percent of 1 to 3 */
};

/* answers[0] counts the ones; all NAN without answers */
struct effort effort_score(const double answers[7]);

/* contacts per 100 of the base, orders for instance; NAN without a base */
double contact_rate(double contacts, double base);

#endif
