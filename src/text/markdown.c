/* markdown.c - the plan as a Markdown document: a review, then every table */
#include "ces/markdown.h"

#include <libintl.h>

#include "ces/render.h"
#include "markdown_parts.h"
#include "table/tables.h"

static void
add_fact(struct buf *out, const char *label, const char *text)
{
	if (!text || !*text)
		return;
	buf_printf(out, "- **%s:** ", gettext(label));
	buf_markdown(out, text);
	buf_putc(out, '\n');
}

static void
add_date_fact(struct buf *out, const char *label, struct date date)
{
	struct buf buf = {0};

	if (date.year)
		date_write(&buf, date);
	add_fact(out, label, buf_text(&buf));
	buf_free(&buf);
}

static const char *
person(const struct object *to, const char *name)
{
	return to ? object_name(to) : name;
}

static void
add_period(struct buf *out, const struct term *period)
{
	struct buf buf = {0};

	if (!is_set(&period->start.at) || !is_set(&period->end.at))
		return;
	date_write(&buf, period->start.date);
	buf_puts(&buf, " – ");
	date_write(&buf, period->end.date);
	add_fact(out, N_("Period"), buf_text(&buf));
	buf_free(&buf);
}

static void
add_findings_fact(struct buf *out, const struct review *review)
{
	struct buf buf = {0};

	message_fill(&buf,
		     gettext("errors {errors}, warnings {warnings}, advice "
			     "{advice}, waived {waived}"),
		     ARGS(COUNT_ARG("errors", (double)review->errors),
			  COUNT_ARG("warnings", (double)review->warnings),
			  COUNT_ARG("advice", (double)review->advice),
			  COUNT_ARG("waived", (double)review->waived)));
	add_fact(out, N_("Findings"), buf_text(&buf));
	buf_free(&buf);
}

static void
add_readiness_fact(struct buf *out, const struct review *review)
{
	struct buf buf = {0};

	percent_add(&buf, review->readiness.plan);
	add_fact(out, N_("Readiness"), buf_text(&buf));
	buf_free(&buf);
}

static void
add_facts(struct buf *out, const struct review *review)
{
	const struct header *plan = &review->plan->plan;
	const struct governance *governance = &review->plan->governance;

	add_fact(out, N_("Organization"), plan->organization.text);
	add_period(out, &plan->period);
	add_date_fact(out, N_("As of"), review->view->as_of);
	if (is_set(&plan->status.at))
		add_fact(out, N_("Status"),
			 plain_word(choices[CHOICE_plan_status]
					    .words[plan->status.word]));
	add_fact(out, N_("Version"), plan->version.text);
	add_fact(out, N_("Sponsor"),
		 person((const void *)governance->sponsor.to,
			governance->sponsor.id));
	add_fact(out, N_("Owner"),
		 person((const void *)governance->owner.to,
			governance->owner.id));
	add_date_fact(out, N_("Next review"), plan->next_review.date);
	add_readiness_fact(out, review);
	add_findings_fact(out, review);
	buf_putc(out, '\n');
}

/* "Headline measures on track: 5 of 7." */
static void
add_measures_position(struct buf *out, const struct review *review)
{
	const struct map *map = &review->plan->measures;
	unsigned all = 0, good = 0;

	for (uint32_t i = 0; i < map->n; i++) {
		enum measure_state state = review->view->measures[i].state;

		if (!ITEM(measure, *map, i)->headline.on)
			continue;
		all++;
		good += state == MEASURE_ON_TRACK || state == MEASURE_REACHED ||
			state == MEASURE_IN_RANGE;
	}
	if (all)
		message_fill(
			out,
			gettext("Headline measures on track: {good} of "
				"{all}. "),
			ARGS(COUNT_ARG("good", good), COUNT_ARG("all", all)));
}

static void
add_contacts_position(struct buf *out, const struct view *view)
{
	if (isnan(view->contacts) || view->contacts <= 0)
		return;
	message_fill(out, gettext("Contacts a year: {contacts}. "),
		     ARGS(COUNT_ARG("contacts", view->contacts)));
	if (!isnan(view->failure_share))
		message_fill(out, gettext("Failure demand: {share} of them. "),
			     ARGS(PERCENT_ARG("share", view->failure_share)));
}

static void
add_actions_position(struct buf *out, const struct review *review)
{
	const struct map *map = &review->plan->actions;
	unsigned done = 0, open = 0, overdue = 0;

	for (uint32_t i = 0; i < map->n; i++) {
		const struct action_view *view = &review->view->actions[i];

		open += view->open;
		overdue += view->overdue > 0;
		done += word_is(&ITEM(action, *map, i)->status, ACTION_DONE);
	}
	if (map->n)
		message_fill(out,
			     gettext("Actions: {done} done, {open} open, "
				     "{overdue} of these overdue."),
			     ARGS(COUNT_ARG("done", done),
				  COUNT_ARG("open", open),
				  COUNT_ARG("overdue", overdue)));
}

static void
add_position(struct buf *out, const struct review *review)
{
	struct buf buf = {0};

	add_measures_position(&buf, review);
	add_contacts_position(&buf, review->view);
	add_actions_position(&buf, review);
	if (buf.n)
		markdown_paragraph(out, buf_text(&buf));
	buf_free(&buf);
}

static void
render(struct buf *out, const struct review *review)
{
	const struct text_value *title = &review->plan->plan.title;
	struct arena arena = {0};
	struct tables tables;

	tables_make(&tables, review);
	markdown_title(out, "#",
		       is_set(&title->at)
			       ? title->text
			       : gettext("Customer Experience Strategy"));
	add_facts(out, review);
	markdown_title(out, "##", gettext("Review"));
	add_position(out, review);
	markdown_review(out, &tables, review, &arena);
	for (size_t i = 0; i < tables.n; i++)
		markdown_table(out, &tables.items[i], &arena);
	out->n--; /* one line end at the end */
	out->p[out->n] = '\0';
	tables_release(&tables);
	arena_release(&arena);
}

const struct renderer render_markdown = {
	.format = {"markdown", ".md",
		   N_("a document in Markdown: the review, then every table")},
	.text = render,
};
