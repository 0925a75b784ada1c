/* review_page.c - the first page: what leaders see, as formulas over the sheets
 */
#include <libintl.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/message.h"
#include "front.h"
#include "xlsx/expr/formula.h"

static const struct style title_style = {.fill = ACCENT,
					 .color = WHITE,
					 .size = 190,
					 .bold = 1,
					 .indent = 1,
					 .align = ALIGN_LEFT};
static const struct style status_style = {.fill = ACCENT,
					  .color = WHITE,
					  .size = 120,
					  .bold = 1,
					  .indent = 1,
					  .align = ALIGN_RIGHT};
static const struct style facts_style = {
	.fill = TINT, .indent = 1, .align = ALIGN_LEFT};
static const struct style facts_right = {
	.fill = TINT, .indent = 1, .align = ALIGN_RIGHT};

/* --- the band ------------------------------------------------------------ */

static void
write_status(struct front *front)
{
	static const char *const words[] = {[PLAN_DRAFT] = N_("Draft"),
					    [PLAN_IN_REVIEW] = N_("In review"),
					    [PLAN_APPROVED] = N_("Approved"),
					    [PLAN_RETIRED] = N_("Retired")};
	const struct plan *plan = front->work->review->plan;
	const struct list *approvals = &plan->governance.approvals;
	struct date newest = {0};
	struct buf text = {0};

	if (!is_set(&plan->plan.status.at))
		return;
	buf_puts(&text, gettext(words[plan->plan.status.word]));
	for (uint32_t i = 0; i < approvals->n; i++) {
		const struct approval *approval = ITEM(approval, *approvals, i);

		/* the first word of the list of decisions is approved */
		if (is_set(&approval->decision.at) &&
		    approval->decision.word == 0 &&
		    date_compare(approval->date.date, newest) > 0)
			newest = approval->date.date;
	}
	if (plan->plan.status.word == PLAN_APPROVED && newest.year)
		buf_printf(&text, " %s", work_date(front->work, newest));
	cell_text(front->page, ROW_TITLE, COL_R, text.p,
		  book_style(front->work->book, &status_style), NULL);
	buf_free(&text);
}

static void
add_fact(struct buf *facts, const char *label, const char *value)
{
	if (!value || !*value)
		return;
	buf_puts(facts, facts->n ? "     " : "");
	buf_printf(facts, "%s %s", label, value);
}

static const char *
person_name(const struct person *person, const char *id)
{
	return person ? object_name(&person->object) : id;
}

/* "Ada Okafor, Chief Customer Officer" */
static const char *
with_role(struct arena *arena, const struct person *person, const char *id)
{
	if (!person || !is_set(&person->role.at))
		return person_name(person, id);
	return arena_format(arena, "%s, %s", object_name(&person->object),
			    person->role.text);
}

static void
write_facts(struct front *front)
{
	struct work *work = front->work;
	const struct plan *plan = work->review->plan;
	const struct term *period = &plan->plan.period;
	struct buf left = {0}, right = {0};

	if (period->start.date.year && period->end.date.year)
		add_fact(&left, gettext("Period"),
			 arena_format(work->arena, "%s – %s",
				      work_date(work, period->start.date),
				      work_date(work, period->end.date)));
	add_fact(&left, gettext("As of"),
		 work_date(work, work->review->view->as_of));
	add_fact(&left, gettext("Sponsor"),
		 with_role(work->arena, plan->governance.sponsor.to,
			   plan->governance.sponsor.id));
	add_fact(&left, gettext("Owner"),
		 person_name(plan->governance.owner.to,
			     plan->governance.owner.id));
	add_fact(&right, gettext("Version"), plan->plan.version.text);
	if (plan->plan.next_review.date.year)
		add_fact(&right, gettext("Next review"),
			 work_date(work, plan->plan.next_review.date));
	front_band(front, ROW_FACTS, COL_B, COL_R, &facts_style);
	front_text(front, ROW_FACTS, COL_B, buf_text(&left), 940, &facts_style);
	front_text(front, ROW_FACTS, COL_R, buf_text(&right), 420,
		   &facts_right);
	buf_free(&left);
	buf_free(&right);
}

static const char *
plan_title(const struct plan *plan)
{
	return is_set(&plan->plan.title.at)
		       ? plan->plan.title.text
		       : gettext("Customer Experience Strategy");
}

/*
 * The as-of date stands as a number beside the page, under a name, for the
 * formulas that ask what is overdue.
 */
static void
write_as_of(struct front *front)
{
	const struct style hidden = {.number = ";;;", .open = 1};
	struct buf formula = {0};

	cell_date(front->page, ROW_FACTS, COL_A,
		  front->work->review->view->as_of,
		  book_style(front->work->book, &hidden));
	buf_putc(&formula, '=');
	page_ref(&formula, front->page);
	buf_printf(&formula, "$A$%d", ROW_FACTS + 1);
	book_name(front->work->book, "as_of", formula.p);
	buf_free(&formula);
}

/* --- the page ------------------------------------------------------------ */

static void
set_print(struct front *front)
{
	const struct print print = {
		.one = true,
		.last_row = ROW_END - 1,
		.first_column = COL_B,
		.last_column = COL_R,
		.side = 0.32,
		.top = 0.32,
		.bottom = 0.5,
		.left = gettext("Figures are formulas over the sheets of this "
				"workbook"),
		.center = front->work->source,
		.right = front->work->as_of,
	};

	page_print(front->page, &print);
}

void
front_write(struct work *work)
{
	struct front front = {.work = work,
			      .page = work->front,
			      .wide = work->wide,
			      .kept = (uint32_t)figures_count()};

	front_grid(&front);
	front_band(&front, ROW_TITLE, COL_B, COL_R, &title_style);
	front_text(&front, ROW_TITLE, COL_B, plan_title(work->review->plan),
		   1060, &title_style);
	write_status(&front);
	write_facts(&front);
	write_as_of(&front);
	figures_write(work);
	front_marks(&front);
	front_position(&front);
	front_decisions(&front);
	front_measures(&front);
	front_reasons(&front);
	front_events(&front);
	front_insights(&front);
	front_findings(&front);
	front_actions(&front);
	front_coverage(&front);
	front_matrix(&front);
	front_readiness(&front);
	set_print(&front);
	page_protect(front.page);
	page_first(front.page);
	marks_free(&front.marks);
}
