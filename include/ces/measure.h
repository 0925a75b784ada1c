/* measure.h - the measure dictionary: definitions of the standard measures */
#ifndef CES_MEASURE_H
#define CES_MEASURE_H

#include <stdbool.h>

#include "ces/model.h"

/*
 * One row a measure. Units are a set of bits, 1u << MEASURED_PERCENT and so on;
 * with more than one the plan must say which. Ranges are indicative, for a
 * sanity message, never pass marks; min > max: none is known.
 */
struct standard {
	const char *word;       /* csat, nps ...; the last row is custom */
	const char *name;       /* message id: "Customer satisfaction" */
	int family;             /* FAMILY_...; -1 for custom */
	unsigned units;         /* 0 for custom */
	int direction;          /* DIRECTION_...; -1: the plan must say */
	unsigned parts;         /* 1u << PART_scale ...: parts it needs */
	bool proportion;        /* a share of n cases: has a sampling margin */
	double usual_min, usual_max; /* in usual_unit */
	int usual_unit;         /* MEASURED_... of the usual range */
	double lowest, highest; /* values that can't be passed; low > high: none */
	const char *formula;    /* message ids from here on */
	const char *pitfalls;
	const char *store;      /* message id: data to keep with every value */
};

extern const struct standard standards[];
extern const int standard_count;

/* index of the standard by its word, or -1 */
int standard_find(const char *word);

/* the measure's standard, NULL when it names none */
const struct standard *measure_standard(const struct measure *measure);

/* MEASURED_..., DIRECTION_..., FAMILY_... of the measure, from the plan or
 * from its standard; -1 when neither tells */
int measure_unit(const struct measure *measure);
int measure_direction(const struct measure *measure);
int measure_family(const struct measure *measure);

/* the unit of the measure that the object is, or lies in; -1 too where it is in
 * none */
int unit_around(const struct object *object);

/* does this measure need the part (field_wanted asks for STANDARD rows) */
bool measure_needs(const struct measure *measure, enum standard_part part);

/*
 * The same of the standard alone, whatever the measure says: family, unit and
 * direction where the standard leaves them open, range where it is the
 * direction, else its parts. Target depends on the measure: it is needed
 * where range is not, unless the role is diagnostic.
 */
bool standard_needs(const struct standard *standard, enum standard_part part);

/* the ends of the scale that the plan tells, as in "1-5, top two boxes" or
 * "0 to 10"; false where it tells none */
bool measure_scale(const struct measure *measure, double *lowest,
		   double *highest);

/* values that the measure can't pass, in its unit; false where none is known.
 * Of a score the ends of its scale, where the plan tells them. */
bool measure_limits(const struct measure *measure, double *lowest,
		    double *highest);

#endif
