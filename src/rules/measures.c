/* measures.c - measures held against their definitions */
#include "ces/load.h"
#include "ces/measure.h"
#include "rules/rule.h"

/* a value of a measure and where it stands */
struct value {
	const struct object *holder;
	const char *key;
	const struct reading_value *reading;
};

/* stands for no limit */
static const double no_limit = 1e15;

static const char *
unit_word(int unit)
{
	return choices[CHOICE_measure_unit].words[unit];
}

/* the n-th value of a measure: baseline, target, range, readings */
static bool
measure_value(const struct measure *measure, uint32_t n, struct value *value)
{
	const struct baseline *baseline = &measure->baseline;
	const struct target *target = &measure->target;
	const struct limits *range = &measure->range;
	const struct value fixed[] = {
		{&baseline->object, "value", &baseline->value},
		{&target->object, "value", &target->value},
		{&range->object, "min", &range->min},
		{&range->object, "max", &range->max},
	};
	const uint32_t fixed_n = sizeof(fixed) / sizeof(*fixed);
	const struct actual *actual;

	if (n < fixed_n) {
		*value = fixed[n];
		return true;
	}
	if (n - fixed_n >= measure->actuals.n)
		return false;
	actual = ITEM(actual, measure->actuals, n - fixed_n);
	*value = (struct value){&actual->object, "value", &actual->value};
	return true;
}

/* tells whether the standard allows the plan's unit */
static bool
unit_allowed(const struct measure *measure)
{
	const struct standard *standard = measure_standard(measure);

	return !standard || !standard->units || !is_set(&measure->unit.at) ||
	       (standard->units & 1u << measure->unit.word);
}

static struct texts
allowed_units(struct rule_run *run, unsigned units)
{
	struct texts texts = {0};

	for (int i = 0; i < choices[CHOICE_measure_unit].n; i++)
		if (units & 1u << i)
			texts_append(run->findings->arena, &texts,
				     unit_word(i));
	return texts;
}

/* Offers the number, in another unit than it was taken for. */
static void
mend_reading(struct rule_run *run, const struct value *value, double number,
	     const char *unit)
{
	struct buf buf = {0};

	buf_number(&buf, number);
	buf_puts(&buf, unit);
	rule_offer_text(run, value->holder, value->key, rule_text(run, &buf));
}

/* Reports one finding for all values, as one slip often runs through all. */
void
check_document_unit(struct rule_run *run, const struct measure *measure)
{
	const struct standard *standard = measure_standard(measure);
	int unit = measure_unit(measure);
	bool found = false;
	struct value value;

	if (!unit_allowed(measure)) {
		struct texts units = allowed_units(run, standard->units);

		rule_find_args(
			run, &measure->object, "unit",
			standard->units & (standard->units - 1)
				? N_("'{standard}' is not measured in "
				     "'{unit}'; use one of these: {units}")
				: N_("'{standard}' is not measured in '{unit}' "
				     "but in '{units}'; leave the key out"),
			ARGS(TEXT_ARG("standard", standard->word),
			     TEXT_ARG("unit", unit_word(measure->unit.word)),
			     TEXTS_ARG("units", units, LIST_COMMAS)));
		rule_relate(run, &measure->object, "standard",
			    N_("its definition"));
		if (!(standard->units & (standard->units - 1)))
			rule_mend_removal(run);
		return;
	}
	for (uint32_t i = 0; unit >= 0 && measure_value(measure, i, &value);
	     i++)
		if (is_set(&value.reading->at) &&
		    isnan(reading_in(value.reading, unit))) {
			rule_find_first(
				run, &found, value.holder, value.key,
				N_("here too"),
				value.reading->suffix == READING_PERCENT
					? N_("this is a percent, and '{name}' "
					     "is measured in {unit}; write the "
					     "number without '%'")
					: N_("this is a time, and '{name}' is "
					     "measured in {unit}; write the "
					     "number alone"),
				ARGS(TEXT_ARG("unit", unit_word(unit))));
			mend_reading(run, &value, value.reading->n, "");
		}
}

/* 0.82 of a measure in percent: 82 may be meant */
static bool
is_fraction(const struct measure *measure, const struct reading_value *reading)
{
	return is_set(&reading->at) && reading->suffix == READING_BARE &&
	       measure_unit(measure) == MEASURED_PERCENT && reading->n != 0 &&
	       fabs(reading->n) < 1;
}

/* Reports one finding for all values, and shows one that is a percent. */
void
check_document_fraction(struct rule_run *run, const struct measure *measure)
{
	bool found = false;
	struct value value, percent = {0};

	for (uint32_t i = 0; measure_value(measure, i, &value); i++)
		if (!percent.key && is_set(&value.reading->at) &&
		    fabs(value.reading->n) > 1)
			percent = value;
	for (uint32_t i = 0; measure_value(measure, i, &value); i++)
		if (is_fraction(measure, value.reading)) {
			double share = round(value.reading->n * 1e8) / 1e6;

			rule_find_first(
				run, &found, value.holder, value.key,
				N_("here too"),
				N_("'{name}' is measured in percent, and this "
				   "is read as {value}%; write {percent}% if "
				   "it is a fraction of 1, or {value}% if that "
				   "is meant"),
				ARGS(TYPED_ARG("value", value.reading->n),
				     TYPED_ARG("percent", share)));
			mend_reading(run, &value, share, "%");
		}
	if (found && percent.key)
		rule_relate(run, percent.holder, percent.key,
			    N_("a percent, out of 100"));
}

/* false where anything goes */
static bool
limits_of(const struct measure *measure, double *lowest, double *highest)
{
	int unit = measure_unit(measure);

	if (measure_limits(measure, lowest, highest))
		return true;
	*lowest = 0;
	*highest = no_limit;
	return (unit >= MEASURED_SECONDS && unit <= MEASURED_DAYS) ||
	       unit == MEASURED_COUNT || unit == MEASURED_PER_100;
}

/* converts to the measure's unit; NAN where another rule reports the value */
static double
sound_value(const struct measure *measure, const struct reading_value *reading)
{
	double n = reading_in(reading, measure_unit(measure));
	double lowest, highest;

	if (!unit_allowed(measure) || is_fraction(measure, reading) ||
	    (limits_of(measure, &lowest, &highest) &&
	     (n < lowest || n > highest)))
		return NAN;
	return n;
}

void
check_document_out_of_range(struct rule_run *run, const struct measure *measure)
{
	int unit = measure_unit(measure);
	double low = sound_value(measure, &measure->range.min);
	double high = sound_value(measure, &measure->range.max);
	double lowest, highest;
	struct value value;

	if (low > high) {
		rule_find_args(
			run, &measure->range.object, "max",
			N_("the range of '{name}' ends at {high}, below its "
			   "start of {low}; swap the two"),
			ARGS(NUMBER_ARG("low", low), NUMBER_ARG("high", high)));
		rule_relate(run, &measure->range.object, "min",
			    N_("it starts here"));
	}
	if (!unit_allowed(measure) || !limits_of(measure, &lowest, &highest))
		return;
	for (uint32_t i = 0; measure_value(measure, i, &value); i++) {
		double n = reading_in(value.reading, unit);

		/* comparisons with what is not known are false */
		if (n < lowest || n > highest)
			rule_find_args(
				run, value.holder, value.key,
				highest >= no_limit
					? N_("'{name}' can't be negative, and "
					     "this is {value}; correct the "
					     "value")
					: N_("{value} is outside the possible "
					     "range of '{name}', {lowest} to "
					     "{highest}; correct the value, or "
					     "the measure's unit or scale"),
				ARGS(NUMBER_ARG("value", n),
				     NUMBER_ARG("lowest", lowest),
				     NUMBER_ARG("highest", highest)));
	}
}

/* Excludes floors, which may lie below, and diagnostics. */
void
check_document_target_direction(struct rule_run *run,
				const struct measure *measure)
{
	int direction = measure_direction(measure);
	double from = sound_value(measure, &measure->baseline.value);
	double to = sound_value(measure, &measure->target.value);

	/* comparisons with what is not known are false */
	if (measure->role.at.state == BROKEN ||
	    (is_set(&measure->role.at) && measure->role.word != ROLE_TARGET) ||
	    !(direction == DIRECTION_HIGHER  ? to < from
	      : direction == DIRECTION_LOWER ? to > from
					     : false))
		return;
	rule_find_args(run, &measure->target.object, "value",
		       direction == DIRECTION_HIGHER
			       ? N_("'{name}' is better when it is higher, and "
				    "its target of {to} is below the baseline "
				    "of {from}; swap them, or write `role: "
				    "floor` if it is a level to hold")
			       : N_("'{name}' is better when it is lower, and "
				    "its target of {to} is above the baseline "
				    "of {from}; swap them, or write `role: "
				    "floor` if it is a level to hold"),
		       ARGS(NUMBER_ARG("from", from), NUMBER_ARG("to", to)));
	rule_relate(run, &measure->baseline.object, "value",
		    N_("the baseline"));
}

/* compares a word of the plan with the standard's */
static void
check_word(struct rule_run *run, const struct measure *measure, const char *key,
	   const struct word_value *word, int fixed, enum choices_id list,
	   const char *message)
{
	const struct standard *standard = measure_standard(measure);

	if (!is_set(&word->at) || fixed < 0 || word->word == fixed)
		return;
	rule_find_args(
		run, &measure->object, key, message,
		ARGS(TEXT_ARG("standard", standard->word),
		     TEXT_ARG("written", choices[list].words[word->word]),
		     TEXT_ARG("fixed", choices[list].words[fixed])));
	rule_relate(run, &measure->object, "standard", N_("its definition"));
}

void
check_document_direction(struct rule_run *run, const struct measure *measure)
{
	const struct standard *standard = measure_standard(measure);

	if (!standard)
		return;
	check_word(run, measure, "direction", &measure->direction,
		   standard->direction, CHOICE_direction,
		   N_("the direction '{written}' contradicts '{standard}', "
		      "which is '{fixed}'; leave the key out, or measure it as "
		      "`standard: custom`"));
	check_word(run, measure, "family", &measure->family, standard->family,
		   CHOICE_family,
		   N_("the family '{written}' contradicts '{standard}', which "
		      "is '{fixed}'; leave the key out, or measure it as "
		      "`standard: custom`"));
}
