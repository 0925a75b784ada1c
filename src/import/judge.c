/* judge.c - what a cell says, as the plan is to have it: the loader reads it
 * then, and refuses what is no value of the key */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ces/character.h"
#include "ces/language.h"
#include "ces/measure.h"
#include "ces/message.h"
#include "import/parts.h"

static const char *
fill(struct importing *run, const char *message, const struct arg *args,
     size_t n)
{
	return message_text(run->arena, users_language(), message, args, n);
}

/* --- numbers -------------------------------------------------------------- */

/* without what a sum of binary fractions left behind */
static double
at_15_digits(double number)
{
	char digits[32];

	snprintf(digits, sizeof(digits), "%.15g", number);
	return strtod(digits, NULL);
}

static const char *
number_text(struct importing *run, double number, const char *unit)
{
	struct buf buf = {0};

	buf_number(&buf, at_15_digits(number));
	buf_puts(&buf, unit);
	return arena_take(run->arena, &buf);
}

/* the measure that the value belongs to; NULL */
static const struct measure *
measure_of(const struct slot *slot)
{
	const struct object *object = slot->item;

	while (object && object->slot &&
	       strcmp(object_entity(object)->name, "measure") != 0)
		object = object->up;
	return object && object->slot ? (const void *)object : NULL;
}

/* a column of 0 to 100, where others hold 0 to 1 */
static bool
counts_percents(const struct slot *slot)
{
	const struct measure *measure = measure_of(slot);

	if (slot->field->kind == KIND_READING)
		return measure && measure_unit(measure) == MEASURED_PERCENT;
	return slot->field->unit == UNIT_PERCENT;
}

/* 0.85 beside readings like 78 */
static bool
is_small(const struct sheet_cell *base, double number)
{
	return fabs(number) < 1 && number != 0 &&
	       !(base && base->kind == VALUE_NUMBER && base->number != 0 &&
		 fabs(base->number) < 1);
}

static void
judge_share(struct importing *run, const struct slot *slot,
	    const struct sheet_cell *cell, struct verdict *verdict)
{
	double percent = at_15_digits(cell->number * 100);

	if (percent > slot->field->max || fabs(percent) >= 1000)
		verdict->refused = fill(
			run,
			cell->number < 2 || cell->number > slot->field->max
				? N_("{percent}% is not in {min}% to {max}%")
				: N_("{percent}% is not in {min}% to {max}%; "
				     "did you mean {number}%?"),
			ARGS(NUMBER_ARG("percent", percent),
			     NUMBER_ARG("number", at_15_digits(cell->number)),
			     NUMBER_ARG("min", slot->field->min),
			     NUMBER_ARG("max", fmin(slot->field->max, 1000))));
	else
		verdict->text = number_text(run, percent, "");
}

static void
judge_percent(struct importing *run, const struct sheet_cell *base,
	      const struct sheet_cell *cell, struct verdict *verdict)
{
	double percent = at_15_digits(cell->number * 100);

	if (cell->percent) {
		verdict->text = number_text(run, percent, "");
	} else if (is_small(base, cell->number)) {
		verdict->refused =
			fill(run,
			     N_("{number} would be less than 1%; did you mean "
				"{percent}%? Write {percent}"),
			     ARGS(NUMBER_ARG("number", cell->number),
				  NUMBER_ARG("percent", percent)));
	} else {
		verdict->text = number_text(run, cell->number, "");
	}
}

/* a reading in the unit of its measure; one that was written as a time stays
 * one, in its own unit where it is whole in that */
static void
judge_reading(struct importing *run, const struct slot *slot,
	      const struct sheet_cell *cell, struct verdict *verdict)
{
	static const char *const units[] = {
		[MEASURED_SECONDS] = "s",
		[MEASURED_MINUTES] = "min",
		[MEASURED_HOURS] = "h",
		[MEASURED_DAYS] = "d",
	};
	const struct measure *measure = measure_of(slot);
	const struct reading_value *old = (const void *)slot->mark;
	int unit = measure ? measure_unit(measure) : -1;
	bool time = unit >= MEASURED_SECONDS && unit <= MEASURED_DAYS && old &&
		    is_set(&old->at) && old->suffix == READING_TIME;

	verdict->text = number_text(run, cell->number, time ? units[unit] : "");
}

static void
judge_number(struct importing *run, const struct slot *slot,
	     const struct sheet_cell *base, const struct sheet_cell *cell,
	     struct verdict *verdict)
{
	enum column_kind column = slot->column->kind;

	if (column == COLUMN_PERCENT || column == COLUMN_CHANGE)
		judge_share(run, slot, cell, verdict);
	else if (slot->field->kind == KIND_DURATION)
		verdict->text = number_text(run, cell->number, "s");
	else if (counts_percents(slot))
		judge_percent(run, base, cell, verdict);
	else if (cell->percent)
		verdict->refused = fill(
			run,
			N_("{number}% is a percent, and this column has none; "
			   "write the number itself"),
			ARGS(NUMBER_ARG("number",
					at_15_digits(cell->number * 100))));
	else if (slot->field->kind == KIND_READING)
		judge_reading(run, slot, cell, verdict);
	else
		verdict->text = number_text(run, cell->number, "");
}

/* --- days ----------------------------------------------------------------- */

/* A date that has lost its format is a number of days all the same. */
static void
judge_day(struct importing *run, const struct sheet_cell *cell,
	  struct verdict *verdict)
{
	struct date date = date_from_serial(floor(cell->number));
	struct buf buf = {0};

	/* a year alone is shown as a day of 1905 */
	if (!date.year || date.year < 1990 || date.year > 2200) {
		verdict->refused =
			fill(run,
			     N_("{number} is not a date; write one like "
				"2026-06-30"),
			     ARGS(NUMBER_ARG("number", cell->number)));
		return;
	}
	date_write(&buf, date);
	verdict->text = arena_take(run->arena, &buf);
}

/* the first of a month may be that month */
static void
judge_period(struct importing *run, const struct sheet_cell *cell,
	     struct verdict *verdict)
{
	const char *day = cell_shown(run->arena, cell, NULL);

	if (date_from_serial(floor(cell->number)).day == 1)
		verdict->refused =
			fill(run,
			     N_("'{day}' may mean {month} or {day}; write the "
				"one that is meant, as a text"),
			     ARGS(TEXT_ARG("day", day),
				  TEXT_ARG("month",
					   arena_copy(run->arena, day, 7))));
	else
		verdict->text = day;
}

/* --- texts ---------------------------------------------------------------- */

/* without blanks at its ends, and with one kind of line ends */
static const char *
trimmed(struct arena *arena, const char *text)
{
	struct buf buf = {0};
	size_t n;

	text += strspn(text, " \t\r\n");
	for (; *text; text++)
		if (*text != '\r')
			buf_putc(&buf, *text);
		else if (text[1] != '\n')
			buf_putc(&buf, '\n');
	for (n = buf.n; n && strchr(" \t\n", buf.p[n - 1]);)
		n--;
	text = arena_copy(arena, buf_text(&buf), n);
	buf_free(&buf);
	return text;
}

static void
judge_text(struct importing *run, const struct slot *slot,
	   const struct sheet_cell *cell, struct verdict *verdict)
{
	const struct field *field = slot->field;
	const char *text = trimmed(run->arena, cell->text);
	const char *meant;

	if (!*text)
		return;
	meant = field ? meant_word(run, slot, text, &verdict->refused) : NULL;
	verdict->text = meant ? meant : text;
}

/* --- all kinds ------------------------------------------------------------ */

static bool
holds_number(const struct field *field)
{
	return field->kind == KIND_NUMBER || field->kind == KIND_READING ||
	       field->kind == KIND_DURATION;
}

static void
judge_value(struct importing *run, const struct slot *slot,
	    const struct sheet_cell *base, const struct sheet_cell *cell,
	    struct verdict *verdict)
{
	const struct field *field = slot->field;
	struct sheet_cell text = *cell;

	if (cell->kind == VALUE_TEXT) {
		judge_text(run, slot, cell, verdict);
		return;
	}
	if (cell->kind == VALUE_NUMBER && field && field->kind == KIND_DATE) {
		judge_day(run, cell, verdict);
		return;
	}
	if (cell->kind == VALUE_NUMBER && field && cell->date &&
	    field->kind == KIND_PERIOD) {
		judge_period(run, cell, verdict);
		return;
	}
	if (cell->kind == VALUE_NUMBER && field && holds_number(field) &&
	    !cell->date && column_has_numbers(slot->column->kind)) {
		judge_number(run, slot, base, cell, verdict);
		return;
	}
	text.kind = VALUE_TEXT;
	text.text = cell->kind == VALUE_FLAG
			    ? (cell->number != 0 ? "true" : "false")
			    : cell_shown(run->arena, cell, NULL);
	verdict->plain =
		slot->column->own && cell->kind == VALUE_NUMBER && !cell->date;
	judge_text(run, slot, &text, verdict);
}

void
judge_cell(struct importing *run, const struct slot *slot,
	   const struct sheet_cell *base, const struct sheet_cell *cell,
	   struct verdict *verdict)
{
	*verdict = (struct verdict){0};
	if (cell && cell->formula && !(base && base->formula))
		verdict->refused = fill(run,
					N_("a formula stands here, and the "
					   "plan holds values; write its "
					   "result"),
					NO_ARGS);
	else if (cell && cell->kind == VALUE_ERROR)
		verdict->refused = fill(run,
					N_("the cell shows an error; write a "
					   "value"),
					NO_ARGS);
	else if (!cell_is_blank(cell))
		judge_value(run, slot, base, cell, verdict);
}
