/* markdown.c - the plan as a Markdown document: a review, then every table */
#include "ces/markdown.h"

#include <libintl.h>

#include "ces/expr.h"
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

static void
render(struct buf *out, const struct review *review)
{
	const struct text_value *title = &review->plan->plan.title;
	struct arena arena = {0};
	struct tables tables;
	struct expr_scope scope = {.arena = &arena,
				   .tables = &tables,
				   .review = review,
				   .row = NO_ROW};

	tables_make(&tables, review);
	tables_evaluate(&scope);
	markdown_title(out, "#",
		       is_set(&title->at)
			       ? title->text
			       : gettext("Customer Experience Strategy"));
	add_facts(out, review);
	markdown_title(out, "##", gettext("Review"));
	markdown_review(out, &scope);
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

const struct renderer *const renderers[] = {
	&render_xlsx,
	&render_markdown,
	&render_json,
	NULL,
};
