/* titles.c - the title of each sheet: texts, of sheets on which nothing is
 * typed */
#include <math.h>
#include <string.h>

#include "expr_inside.h"

#include "ces/language.h"

/* begins with a capital where the message begins with {k} */
static const char *
title_fill(const struct expr_scope *scope, const char *message,
	   const struct arg *args, size_t n)
{
	struct buf buf = {0};
	const char *text;

	message_fill(&buf, scope->review->language, message, args, n);
	text = arena_take(scope->arena, &buf);
	/* names keep the letter that they were given */
	return strncmp(message, "{k}", 3) ? text
					  : text_capital(scope->arena, text);
}

/* --- findings, readiness -------------------------------------------------- */

/* counts the gravest alone */
static const char *
title_findings(const struct expr_scope *scope)
{
	const struct review *review = scope->review;
	const struct {
		size_t k;
		const char *part;
	} counts[] = {{review->errors, "errors"},
		      {review->warnings, "warnings"},
		      {review->advice, "advice"},
		      {!review->waived, "findings"}};

	for (size_t i = 0; i < COUNT_OF(counts); i++) {
		double k = (double)counts[i].k;

		if (counts[i].k)
			return title_fill(
				scope,
				text_find("title", counts[i].part,
					  k > 1 ? "many" : "one"),
				ARGS(TEXT_ARG(
					"k", count_text(scope->arena,
							scope->review->language,
							k))));
	}
	return NULL;
}

static const char *
title_readiness(const struct expr_scope *scope)
{
	const struct readiness *readiness = &scope->review->readiness;
	int least = 0;

	for (int i = 1; i < SECTION_SEVEN; i++)
		if (readiness->section[i] < readiness->section[least])
			least = i;
	return title_fill(
		scope,
		readiness->section[least] < readiness->plan
			? N_("{plan}% of the strategy is written down; "
			     "the least ready is {section} with {least}%")
			: N_("{plan}% of the strategy is written down"),
		ARGS(NUMBER_ARG("plan", readiness->plan),
		     WORD_ARG("section", sections[least].title),
		     NUMBER_ARG("least", readiness->section[least])));
}

/* --- staffing ------------------------------------------------------------- */

/* the staffing with the most agents on duty, and its channel */
static const struct staffing_view *
largest_staff(const struct view *view, const struct channel **of)
{
	const struct staffing_view *found = NULL;
	int most = 0;

	FOR_EACH (channel, view->plan->channels) {
		const struct staffing_view *staffing =
			view->channels[channel->object.index].staffing;

		if (staffing && staffing->levels[0].agents > most) {
			most = staffing->levels[0].agents;
			found = staffing;
			*of = channel;
		}
	}
	return found;
}

static const char *
title_staffing(const struct expr_scope *scope)
{
	const struct channel *channel = NULL;
	const struct staffing_view *staffing =
		largest_staff(scope->review->view, &channel);
	int agents;

	if (!staffing)
		return NULL;
	agents = staffing->levels[0].agents;
	return title_fill(
		scope,
		agents == 1 ? N_("{channel} needs one agent on duty "
				 "in its busiest interval")
			    : N_("{channel} needs {n} agents on duty "
				 "in its busiest interval"),
		ARGS(TEXT_ARG("channel", object_name(&channel->object)),
		     TEXT_ARG("n",
			      count_text(scope->arena, scope->review->language,
					 agents))));
}

static const char *
title_months(const struct expr_scope *scope)
{
	const struct channel *channel = NULL;
	const struct staffing_view *staffing =
		largest_staff(scope->review->view, &channel);

	if (!staffing || staffing->peak < 0 ||
	    staffing->months[staffing->peak].agents == 1)
		return NULL;
	return title_fill(
		scope,
		N_("{month} is the peak: {n} agents on duty on {channel}"),
		ARGS(TEXT_ARG("month", month_name(scope->review->language,
						  staffing->peak + 1)),
		     TEXT_ARG("n",
			      count_text(
				      scope->arena, scope->review->language,
				      staffing->months[staffing->peak].agents)),
		     TEXT_ARG("channel", object_name(&channel->object))));
}

/* --- all titles ----------------------------------------------------------- */

/* NULL where nothing stands out */
static const char *(*const texts[TABLE_COUNT])(const struct expr_scope *) = {
	[TABLE_staffing] = title_staffing,
	[TABLE_staffing_months] = title_months,
	[TABLE_findings] = title_findings,
	[TABLE_readiness] = title_readiness,
};

const struct expr *
table_title(const struct expr_scope *scope)
{
	enum table_id id = scope->table->id;
	const char *text;

	if (!scope->table->rows)
		return NULL;
	if (!texts[id])
		return title_live(scope);
	text = texts[id](scope);
	return text ? expr_text(scope->arena, text) : NULL;
}
