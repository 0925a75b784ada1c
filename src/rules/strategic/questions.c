/* questions.c - the discussion questions */
#include "ces/question.h"
#include "rules/strategic/strategic.h"

/* Tells whether an open action serves the answer, or may. */
static bool
is_served(const struct rule_run *run, const struct answer *answer,
	  const bool *improved)
{
	return improved[answer->object.index] ||
	       refs_unclear(&answer->actions) ||
	       refs_open(run->view, &answer->actions);
}

static void
check_wanting(struct rule_run *run, const bool *improved)
{
	FOR_EACH (answer, run->plan->questions) {
		int question = question_find(answer->object.id);

		if (question < 0 || is_served(run, answer, improved) ||
		    (!word_is(&answer->answer, ANSWER_PARTLY) &&
		     !word_is(&answer->answer, ANSWER_UNMET)))
			continue;
		rule_find(run, &answer->object, "actions",
			  N_("'{question}' is answered '{answer}', and no open "
			     "action deals with it; name one in `actions`, or "
			     "answer again"),
			  ARGS(WORD_ARG("question", questions[question].text),
			       TEXT_ARG("answer", word_text(CHOICE_answer,
							    &answer->answer))));
	}
}

/* Reports all questions without answer or open action in one finding. */
static void
check_unanswered(struct rule_run *run, const bool *improved)
{
	const struct plan *plan = run->plan;
	const struct answer **undiscussed =
		arena_alloc(run->findings->arena,
			    (plan->questions.n + 1) * sizeof(*undiscussed));
	struct buf ids = {0};
	uint32_t n = 0;

	if (!has_core(plan) || is_unclear(&plan->questions.at) ||
	    plan->questions.strange)
		return;
	for (int i = 0; i < question_count; i++) {
		const struct answer *answer = (const void *)map_find(
			&plan->questions, questions[i].id);

		if (answer &&
		    (!word_is(&answer->answer, ANSWER_NOT_DISCUSSED) ||
		     is_served(run, answer, improved)))
			continue;
		buf_printf(&ids, "%s%s", ids.n ? ", " : "", questions[i].id);
		if (answer)
			undiscussed[n++] = answer;
	}
	if (!ids.n)
		return;
	rule_find(run, &plan->object, "questions",
		  N_("these discussion questions have no answer yet: "
		     "{questions}; talk them over with the team and write down "
		     "met, partly or unmet"),
		  ARGS(TEXT_ARG("questions", rule_text(run, &ids))));
	for (uint32_t i = 0; i < n; i++)
		rule_relate(run, &undiscussed[i]->object, "answer",
			    N_("not discussed yet"));
}

void
check_questions_open(struct rule_run *run)
{
	const bool *improved = map_improved(run, &run->plan->questions);

	check_unanswered(run, improved);
	check_wanting(run, improved);
}
