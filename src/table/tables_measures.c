/* tables_measures.c - measures, readings, and the dictionary */
#include "tables.h"

#include <math.h>

#include "ces/language.h"
#include "ces/measure.h"

/* --- measures ----------------------------------------------------------- */

static const struct column measure_columns[] = {
	COLUMN("name", "Measure", TEXT, .width = 34),
	COLUMN("headline", "Headline", WORD),
	COLUMN("unit", "Unit", WORD, .width = 9),
	COLUMN("direction", "Better", WORD, .width = 9, .folded = true),
	COLUMN("baseline", "Baseline", NUMBER, .from = "baseline.value"),
	COLUMN("baseline_date", "Baseline of", DATE, .from = "baseline.date",
	       .folded = true),
	COLUMN("latest", "Latest", NUMBER, .live_of = formula_latest),
	COLUMN("latest_period", "Latest of", TEXT, .width = 11),
	COLUMN("target", "Target", NUMBER, .from = "target.value"),
	COLUMN("target_date", "Target due", DATE, .from = "target.date"),
	COLUMN("range", C_("measure", "Range"), TEXT, .width = 11),
	COLUMN("gap", C_("measure", "Gap"), NUMBER,
	       .live = "IF(COUNT({latest},{target})<2,'',{target}-{latest})",
	       .live_known = true, .folded = true),
	COLUMN("progress", "Way to target", PERCENT,
	       .live = "IF(COUNT({latest},{baseline},{target})<3,'',"
		       "IF({target}={baseline},'',({latest}-{baseline})/"
		       "({target}-{baseline})))",
	       .live_known = true, .bars = BARS_WHOLE, .marked = "planned"),
	COLUMN("planned", "Plan to date", PERCENT, .live = WAY_GONE("as_of"),
	       .live_of = formula_planned),
	COLUMN("state", "State", STATUS, .live = NEW_STATE,
	       .live_of = formula_measure_state),
	COLUMN("n", "n", COUNT, .live_of = formula_n, .folded = true),
	COLUMN("margin", C_("sampling", "Margin"), NUMBER, .unit = N_("±"),
	       .live_of = formula_margin, .folded = true),
	COLUMN("real", "Is the change real?", TEXT, .width = 28,
	       .live_of = formula_real),
	COLUMN("owner", "Owner", TEXT, .width = 18, .printed = true),
	COLUMN("frequency", "Frequency", WORD),
	COLUMN("standard", C_("measure", "Standard"), TEXT, .width = 24,
	       .link = TABLE_dictionary),
	COLUMN("family", "Family", WORD),
	COLUMN("role", C_("measure", "Role"), WORD),
	COLUMN("scope", "Scope", TEXT),
	COLUMN("scale", "Scale", TEXT),
	COLUMN("method", "Method", WORD),
	COLUMN("statistic", "Statistic", WORD),
	COLUMN("within", "Within", TEXT, .width = 9),
	COLUMN("window", "Window", TEXT, .width = 9),
	COLUMN("abandons", "Abandoned contacts", WORD),
	COLUMN("counter_measure", "Counter-measure", TEXT),
	COLUMN("baseline_plan", "Plan for the baseline", TEXT),
	COLUMN("source", "Source", TEXT),
	COLUMN("obligation", C_("law", "Required by"), TEXT, .width = 30,
	       .rare = true),
	COLUMN("status", "Status", WORD),
	COLUMN("stale", "Stale", WORD),
};

static void
put_unit(struct sheet *sheet, const struct measure_view *view)
{
	if (view->unit < 0)
		return;
	if (view->unit == MEASURED_MONEY &&
	    is_set(&sheet->plan->plan.currency.at))
		put_text(sheet, "unit",
			 money_shown(sheet->review->language,
				     sheet->plan->plan.currency.text));
	else
		put_word(sheet, "unit", CHOICE_measure_unit, view->unit);
}

/* in the measure's unit; a value that can't be converted stays as written */
static void
put_reading(struct sheet *sheet, const char *key,
	    const struct reading_value *value, const struct measure *measure)
{
	double number = reading_in(value, measure_unit(measure));

	if (is_set(&value->at))
		put_number(sheet, key, isnan(number) ? value->n : number);
}

static void
put_range(struct sheet *sheet, const struct limits *range)
{
	struct buf buf = {0};

	if (!is_set(&range->min.at) || !is_set(&range->max.at))
		return;
	message_fill(&buf, sheet->language, N_("{min}–{max}"),
		     ARGS(NUMBER_ARG("min", range->min.n),
			  NUMBER_ARG("max", range->max.n)));
	put_buf(sheet, "range", &buf);
}

static void
put_latest(struct sheet *sheet, const struct measure_view *view)
{
	struct buf buf = {0};

	if (!view->latest)
		return;
	put_number(sheet, "latest", view->latest_value);
	period_show(&buf, sheet->language, view->latest->period.period);
	put_buf(sheet, "latest_period", &buf);
	put_value(sheet, "n", &view->latest->n);
}

bool
measure_is_sampled(const struct measure *measure,
		   const struct standard *standard)
{
	if (is_set(&measure->method.at))
		return measure->method.word <= METHOD_RELATIONSHIP_SURVEY ||
		       measure->method.word == METHOD_AUDIT;
	return !standard || standard->parts & 1u << PART_method;
}

/* "may be chance: ±2.8": a small margin with one more decimal */
static void
put_real(struct sheet *sheet, const struct measure *measure,
	 const struct measure_view *view)
{
	double change = view->latest_value -
			reading_in(&measure->baseline.value, view->unit);
	double scale = view->margin < 0.1 ? 100 : 10;
	struct buf buf = {0}, margin = {0};

	if (!view->latest)
		return;
	if (isfinite(view->margin)) {
		amount_show(&margin, sheet->language,
			    round(view->margin * scale) / scale,
			    scale > 10 ? 2 : 1);
		message_fill(&buf, sheet->language,
			     isnan(change) ? N_("±{margin}")
			     : fabs(change) <= view->margin
				     ? N_("may be chance: ±{margin}")
				     : N_("beyond chance: ±{margin}"),
			     ARGS(TEXT_ARG("margin", buf_text(&margin))));
		put_buf(sheet, "real", &buf);
	} else if (!measure_is_sampled(measure, view->standard)) {
		put_message(sheet, "real", N_("yes, counted in full"));
	} else if (!is_set(&view->latest->n.at)) {
		put_message(sheet, "real", N_("sample size is not told"));
	}
	buf_free(&margin);
}

static void
measure_row(struct sheet *sheet, const void *item)
{
	const struct measure *measure = item;
	const struct measure_view *view =
		&sheet->view->measures[measure->object.index];
	struct names scope = {.sheet = sheet};

	put_unit(sheet, view);
	put_word(sheet, "direction", CHOICE_direction, view->direction);
	put_word(sheet, "family", CHOICE_family, view->family);
	put_reading(sheet, "baseline", &measure->baseline.value, measure);
	put_reading(sheet, "target", &measure->target.value, measure);
	put_range(sheet, &measure->range);
	put_latest(sheet, view);
	put_number(sheet, "gap", view->gap);
	put_number(sheet, "progress", view->progress * 100);
	put_number(sheet, "planned", view->planned * 100);
	put_number(sheet, "margin", view->margin);
	put_state(sheet, "state", measure_words[view->state].state);
	if (view->stale)
		put_flag(sheet, "stale", true);
	put_real(sheet, measure, view);
	names_add_refs(&scope, &measure->scope.channels);
	names_add_refs(&scope, &measure->scope.segments);
	names_add_refs(&scope, &measure->scope.reasons);
	put_names(sheet, "scope", &scope);
	if (view->standard)
		put_message(sheet, "standard", view->standard->name);
}

/* --- readings ----------------------------------------------------------- */

static const struct column reading_columns[] = {
	COLUMN("measure", "Measure", TEXT, .width = 34, .link = TABLE_measures),
	COLUMN("period", "Period", TEXT, .width = 14),
	COLUMN("until", "Until", DATE),
	COLUMN("kind", "Kind", WORD),
	EDIT("value", C_("reading", "Value"), -1, NUMBER),
	COLUMN("unit", "Unit", WORD, .width = 9),
	EDIT("n", "n", -1, COUNT),
	COLUMN("latest", "Latest", WORD, .width = 9, .live = READING_LATEST,
	       .live_of = formula_reading_latest),
};

/* item: with the value; period: taken over */
static void
reading_row(struct sheet *sheet, const struct measure *measure,
	    const struct object *item, const char *kind, struct buf *period,
	    struct date until, const struct reading_value *value,
	    const struct number_value *n)
{
	sheet_new(sheet, measure->object.id, &measure->object);
	sheet_item(sheet, item, NULL);
	put_name(sheet, "measure", &measure->object);
	put_buf(sheet, "period", period);
	put_date(sheet, "until", until);
	put_message(sheet, "kind", kind);
	put_reading(sheet, "value", value, measure);
	put_unit(sheet, &sheet->view->measures[measure->object.index]);
	put_value(sheet, "n", n);
}

static void
readings_of(struct sheet *sheet, const struct measure *measure)
{
	const struct baseline *baseline = &measure->baseline;
	struct buf day = {0};

	if (is_set(&baseline->date.at))
		date_show(&day, sheet->language, baseline->date.date);
	if (is_set(&baseline->value.at))
		reading_row(sheet, measure, &baseline->object, N_("baseline"),
			    &day, baseline->date.date, &baseline->value,
			    &baseline->n);
	buf_free(&day);
	FOR_EACH (actual, measure->actuals) {
		struct buf period = {0};

		if (is_set(&actual->period.at))
			period_show(&period, sheet->language,
				    actual->period.period);
		reading_row(sheet, measure, &actual->object, N_("reading"),
			    &period, actual->period.period.last, &actual->value,
			    &actual->n);
		sheet_own(sheet, &actual->object);
		if (sheet->view->measures[measure->object.index].latest ==
		    actual)
			put_flag(sheet, "latest", true);
	}
}

static void
readings_fill(struct sheet *sheet)
{
	FOR_EACH (measure, sheet->plan->measures)
		readings_of(sheet, measure);
}

/* --- the dictionary: standards that are in use -------------------------- */

static const struct column dictionary_columns[] = {
	COLUMN("name", "Measure", TEXT, .width = 28),
	COLUMN("measures", "Used by", TEXT),
	COLUMN("family", "Family", WORD),
	COLUMN("direction", "Better", WORD, .width = 9),
	COLUMN("formula", "How it is worked out", TEXT, .width = 50),
	COLUMN("pitfalls", "Pitfalls", TEXT, .width = 50),
	COLUMN("store", "Write down with every value", TEXT, .width = 36),
};

static void
dictionary_fill(struct sheet *sheet)
{
	for (int i = 0; i < standard_count; i++) {
		const struct standard *standard = &standards[i];
		struct names users = {.sheet = sheet};

		FOR_EACH (measure, sheet->plan->measures)
			if (sheet->view->measures[measure->object.index]
				    .standard == standard)
				names_add_item(&users, &measure->object);
		if (!users.n)
			continue;
		sheet_new(sheet, standard->word, NULL);
		put_message(sheet, "name", standard->name);
		put_names(sheet, "measures", &users);
		put_word(sheet, "family", CHOICE_family, standard->family);
		put_word(sheet, "direction", CHOICE_direction,
			 standard->direction);
		put_message(sheet, "formula", standard->formula);
		put_message(sheet, "pitfalls", standard->pitfalls);
		put_message(sheet, "store", standard->store);
	}
}

/* --- the tables --------------------------------------------------------- */

const struct table_kind table_measures = {.entities = {"measure"},
					  ROWS_OF(measures),
					  COLUMNS(measure_columns),
					  .row = measure_row};

const struct table_kind table_readings = {
	COLUMNS(reading_columns), .fill = readings_fill, .second = "period",
	.new_id = "IFERROR(INDEX([measures.id],"
		  "MATCH({measure},[measures.name],0)),'')"};

const struct table_kind table_dictionary = {COLUMNS(dictionary_columns),
					    .fill = dictionary_fill};
