/* shown.c - cells, expressions and facts as the text formats show them */
#include "text/shown.h"

#include <math.h>

#include "ces/language.h"
#include "table/tables.h"

/* --- cells ---------------------------------------------------------------- */

/* 12,400 or 12,400.25: thousands grouped, decimals where there are any */
static void
add_figure(struct buf *out, const struct language *language, double number,
	   int decimals)
{
	double scale = decimals == 2 ? 100 : decimals == 1 ? 10 : 1;
	double rounded = round(fabs(number) * scale) / scale;

	if (number < 0 && rounded > 0)
		buf_puts(out, "−");
	amount_show(out, language, rounded,
		    rounded > floor(rounded) ? decimals : 0);
}

static void
add_number(struct buf *out, const struct language *language,
	   enum column_kind kind, double number)
{
	struct buf figure = {0};
	double tenths = round(number * 10) / 10;

	switch (kind) {
	case COLUMN_PERCENT:
		add_figure(&figure, language, number, 1);
		message_fill(out, language, N_("{number}%"),
			     ARGS(TEXT_ARG("number", figure.p)));
		buf_free(&figure);
		break;
	case COLUMN_CHANGE:
		change_add(out, language, number);
		break;
	case COLUMN_COUNT:
		add_figure(out, language, number, 0);
		break;
	case COLUMN_MONEY:
		add_figure(out, language, number, fabs(number) < 100 ? 2 : 0);
		break;
	default: /* without zeros at the end */
		add_figure(out, language, number,
			   fabs(number - tenths) < 0.005 ? 1 : 2);
		break;
	}
}

void
cell_show(struct buf *out, const struct language *language,
	  enum column_kind kind, const struct cell *cell)
{
	if (cell->text)
		buf_puts(out, cell->text);
	else if (cell->date.year)
		date_show(out, language, cell->date);
	else if (!isnan(cell->number))
		add_number(out, language, kind, cell->number);
}

const char *
text_shown(const struct expr_scope *scope, const struct expr *expr)
{
	return value_text(scope, expr_value(scope, expr, 0));
}

struct cell
cell_valued(const struct expr_scope *scope, const struct expr *expr,
	    enum column_kind kind)
{
	struct value value = {.kind = VALUE_EMPTY};
	struct cell cell = {.number = NAN, .word = -1, .link = -1};

	if (expr)
		value = expr_value(scope, expr, 0);
	if (value.kind == VALUE_TEXT)
		cell.text = value.text;
	else if (value.kind == VALUE_NUMBER && kind == COLUMN_DATE)
		cell.date = date_from_serial(value.number);
	else if (value.kind == VALUE_NUMBER)
		cell.number = kind == COLUMN_PERCENT || kind == COLUMN_CHANGE
				      ? value.number * 100
				      : value.number;
	return cell;
}

/* --- facts of the whole plan ---------------------------------------------- */

/* NULL of no date */
static const char *
date_text(struct arena *arena, const struct language *language,
	  struct date date)
{
	struct buf buf = {0};

	if (!date.year)
		return NULL;
	date_show(&buf, language, date);
	return arena_take(arena, &buf);
}

static const char *
percent_text(struct arena *arena, const struct language *language,
	     double percent)
{
	struct buf buf = {0};

	percent_show(&buf, language, percent);
	return arena_take(arena, &buf);
}

static const char *
person(const struct object *to, const char *name)
{
	return to ? object_name(to) : name;
}

/* "Ada Okafor, Chief Customer Officer" */
static const char *
sponsor_text(const struct review *review, struct arena *arena)
{
	const struct person *sponsor = review->plan->governance.sponsor.to;

	if (!sponsor || !is_set(&sponsor->role.at))
		return person((const void *)sponsor,
			      review->plan->governance.sponsor.id);
	return message_text(
		arena, review->language, N_("{name}, {role}"),
		ARGS(TEXT_ARG("name", object_name(&sponsor->object)),
		     TEXT_ARG("role", sponsor->role.text)));
}

/* the dates of the period; NULL where one of them is missing */
static const char *
period_text(const struct review *review, struct arena *arena)
{
	const struct term *period = &review->plan->plan.period;

	if (!is_set(&period->start.at) || !is_set(&period->end.at))
		return NULL;
	return period_fact(
		arena, review,
		message_text(arena, review->language, N_("{from} – {to}"),
			     ARGS(DATE_ARG("from", period->start.date),
				  DATE_ARG("to", period->end.date))));
}

void
facts_list(struct fact *facts, const struct review *review, struct arena *arena)
{
	const struct language *language = review->language;
	const struct header *plan = &review->plan->plan;
	const struct governance *governance = &review->plan->governance;
	const struct tally *due = &review->readiness.plan_due;
	const struct fact all[FACTS] = {
		{N_("Organization"), plan->organization.text},
		{N_("Period"), period_text(review, arena)},
		{N_("As of"), date_text(arena, language, review->view->as_of)},
		{N_("Status"), status_fact(arena, review)},
		{N_("Version"), plan->version.text},
		{N_("Sponsor"), sponsor_text(review, arena)},
		{N_("Owner"), person((const void *)governance->owner.to,
				     governance->owner.id)},
		{N_("Next review"),
		 review_fact(
			 arena, review,
			 date_text(arena, language, plan->next_review.date))},
		{N_("Readiness"),
		 percent_text(arena, language, review->readiness.plan)},
		{N_("Under way"),
		 due->due ? percent_text(arena, language, tally_percent(*due))
			  : NULL},
		{N_("Findings"),
		 message_text(
			 arena, language,
			 N_("errors {errors}, warnings {warnings}, advice "
			    "{advice}, waived {waived}"),
			 ARGS(COUNT_ARG("errors", (double)review->errors),
			      COUNT_ARG("warnings", (double)review->warnings),
			      COUNT_ARG("advice", (double)review->advice),
			      COUNT_ARG("waived", (double)review->waived)))}};

	for (size_t i = 0; i < FACTS; i++)
		facts[i] = (struct fact){language_text(language, all[i].label),
					 all[i].text};
}
