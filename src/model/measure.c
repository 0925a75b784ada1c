/* measure.c - a measure's definition, from the plan and from its standard */
#include "ces/measure.h"

#include <stdlib.h>
#include <string.h>

int
standard_find(const char *word)
{
	for (int i = 0; i < standard_count; i++)
		if (!strcmp(standards[i].word, word))
			return i;
	return -1;
}

const struct standard *
measure_standard(const struct measure *measure)
{
	int index = measure->standard.index;

	if (!is_set(&measure->standard.at) || index < 0 ||
	    index >= standard_count)
		return NULL;
	return &standards[index];
}

static int
word_or_none(const struct word_value *word)
{
	return is_set(&word->at) ? word->word : -1;
}

/* the position of the only bit, -1 when there is none or more */
static int
only_bit(unsigned set)
{
	int bit = 0;

	if (!set || (set & (set - 1)))
		return -1;
	while (set >>= 1)
		bit++;
	return bit;
}

/*
 * The standard wins over the plan: a plan that disagrees has its finding
 * already, and everything else is judged by the definition.
 */
int
measure_unit(const struct measure *measure)
{
	const struct standard *standard = measure_standard(measure);
	int written = word_or_none(&measure->unit);

	if (!standard || !standard->units)
		return written;
	if (only_bit(standard->units) >= 0)
		return only_bit(standard->units);
	return written >= 0 && (standard->units & 1u << written) ? written : -1;
}

int
unit_around(const struct object *object)
{
	while (object && strcmp(object_entity(object)->name, "measure") != 0)
		object = object->up;
	return object ? measure_unit((const void *)object) : -1;
}

int
measure_direction(const struct measure *measure)
{
	const struct standard *standard = measure_standard(measure);

	if (standard && standard->direction >= 0)
		return standard->direction;
	return word_or_none(&measure->direction);
}

int
measure_family(const struct measure *measure)
{
	const struct standard *standard = measure_standard(measure);

	if (standard && standard->family >= 0)
		return standard->family;
	return word_or_none(&measure->family);
}

bool
standard_needs(const struct standard *standard, enum standard_part part)
{
	switch (part) {
	case PART_family:
		return standard->family < 0;
	case PART_unit:
		return only_bit(standard->units) < 0;
	case PART_direction:
		return standard->direction < 0;
	case PART_range:
		return standard->direction == DIRECTION_RANGE;
	case PART_target:
		return standard->direction != DIRECTION_RANGE;
	default:
		return standard->parts & 1u << part;
	}
}

static bool
is_unread(const struct mark *mark)
{
	return mark->state == BROKEN;
}

/* A value that could not be read may be a range, or a diagnostic. */
static bool
may_lack_target(const struct measure *measure)
{
	return is_unread(&measure->role.at) ||
	       (measure_direction(measure) < 0 &&
		(is_unread(&measure->standard.at) ||
		 is_unread(&measure->direction.at)));
}

/* A standard that could not be read needs nothing, as it may be any. */
bool
measure_needs(const struct measure *measure, enum standard_part part)
{
	const struct standard *standard = measure_standard(measure);
	bool range = measure_direction(measure) == DIRECTION_RANGE;

	if (part == PART_range)
		return range && !is_unread(&measure->role.at) &&
		       word_or_none(&measure->role) != ROLE_DIAGNOSTIC;
	if (part == PART_target)
		return !range && !may_lack_target(measure) &&
		       word_or_none(&measure->role) != ROLE_DIAGNOSTIC;
	return standard && standard_needs(standard, part);
}

bool
measure_scale(const struct measure *measure, double *lowest, double *highest)
{
	const char *s = measure->scale.text;
	char *end;

	if (!is_set(&measure->scale.at))
		return false;
	*lowest = strtod(s, &end);
	if (end == s)
		return false;
	for (s = end; *s == ' '; s++)
		;
	if (*s == '-')
		s++;
	else if (!strncmp(s, "\xe2\x80\x93", 3)) /* en dash */
		s += 3;
	else if (!strncmp(s, "to ", 3))
		s += 3;
	else
		return false;
	*highest = strtod(s, &end);
	return end != s && *lowest < *highest;
}

bool
measure_limits(const struct measure *measure, double *lowest, double *highest)
{
	/* the effort score is reported on three scales */
	static const double efforts[][2] = {[MEASURED_SCORE] = {1, 7},
					    [MEASURED_PERCENT] = {0, 100},
					    [MEASURED_INDEX] = {-100, 100}};
	const struct standard *standard = measure_standard(measure);
	int unit = measure_unit(measure);

	if (unit == MEASURED_SCORE && measure_scale(measure, lowest, highest))
		return true;
	if (!standard)
		return false;
	*lowest = standard->lowest;
	*highest = standard->highest;
	if (!strcmp(standard->word, "customer_effort_score")) {
		*lowest = unit >= 0 ? efforts[unit][0] : 0;
		*highest = unit >= 0 ? efforts[unit][1] : 0;
		return *lowest < *highest;
	}
	return *lowest <= *highest;
}
