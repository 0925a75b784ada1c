/* track.c - readings of a measure over time, and its plan */
#include "track.h"

#include <math.h>

static double
number_at(const struct track *track, const char *key)
{
	return table_at(track->table, track->row, key)->number;
}

/* NAN where it isn't told */
static double
day_at(const struct table *table, size_t row, const char *key)
{
	struct date day = table_at(table, row, key)->date;

	return day.year ? (double)date_days(day) : (double)NAN;
}

static void
add_reading(struct track *track, struct point point)
{
	size_t i = track->n;

	if (!isfinite(point.day) || !isfinite(point.value))
		return;
	if (track->n == READINGS_MOST) {
		if (point.day < track->readings[0].day)
			return;
		for (i = 1; i < track->n; i++)
			track->readings[i - 1] = track->readings[i];
		i--;
		track->n--;
	}
	for (; i > 0 && point.day < track->readings[i - 1].day; i--)
		track->readings[i] = track->readings[i - 1];
	track->readings[i] = point;
	track->n++;
}

static void
add_plan(struct track *track)
{
	double start = day_at(track->table, track->row, "baseline_date");
	double end = day_at(track->table, track->row, "target_date");
	double baseline = number_at(track, "baseline");
	double first = track->readings[0].day;
	double last = track->readings[track->n - 1].day;

	track->target = number_at(track, "target");
	track->planned = isfinite(track->target);
	track->plan[0] = start < end && isfinite(baseline)
				 ? (struct point){start, baseline}
				 : (struct point){first, track->target};
	if (!isfinite(end))
		end = last;
	track->plan[1] = (struct point){end, track->target};
}

static void
include(struct scale *scale, double value)
{
	scale->low = fmin(scale->low, value);
	scale->high = fmax(scale->high, value);
}

/* Finds the ends of both axes. */
static void
set_ends(struct track *track)
{
	struct scale *days = &track->days;
	struct scale values = {.low = NAN, .high = NAN};
	const char *unit = table_at(track->table, track->row, "unit")->text;

	*days = values;
	for (size_t i = 0; i < track->n; i++) {
		include(days, track->readings[i].day);
		include(&values, track->readings[i].value);
	}
	for (int i = 0; i < 2 && track->planned; i++) {
		include(days, track->plan[i].day);
		include(&values, track->plan[i].value);
	}
	track->axis = (struct axis){.unit = unit ? unit : "",
				    .low = values.low,
				    .high = values.high};
}

bool
track_read(struct track *track)
{
	const struct table *readings =
		tables_get(track->chart->tables, TABLE_readings);
	const struct row_id *first;
	size_t n = table_find_rows(readings, track->table->ids[track->row],
				   &first);

	for (size_t i = 0; i < n; i++)
		add_reading(
			track,
			(struct point){day_at(readings, first[i].row, "until"),
				       table_at(readings, first[i].row, "value")
					       ->number});
	if (track->n < 2)
		return false;
	add_plan(track);
	set_ends(track);
	return true;
}

double
track_plan(const struct track *track, double day)
{
	const struct scale line = {track->plan[0].day, track->plan[1].day,
				   track->plan[0].value, track->plan[1].value};

	return scale_at(&line, day);
}

const char *
track_text(const struct track *track, double value)
{
	double ten = track->axis.high - track->axis.low < 2 ? 100 : 10;
	struct buf text = {0};

	if (!isfinite(value))
		return "–";
	number_show(&text, track->chart->review->language,
		    round(value * ten) / ten);
	return arena_take(track->chart->arena, &text);
}
