/* questions.c - the discussion questions */
#include "ces/question.h"
#include "rules/strategic/strategic.h"

static const struct answer *
answer_of(const struct plan *plan, const char *id)
{
	return (const struct answer *)map_find(&plan->questions, id);
}

/* Tells whether an open action serves the answer, or may. */
static bool
is_served(const struct rule_run *run, const struct answer *answer,
	  const bool *improved)
{
	return improved[answer->object.index] ||
	       refs_unclear(&answer->actions) ||
	       refs_open(run->view, &answer->actions);
}

static bool
is_wanting(const struct answer *answer)
{
	return word_is(&answer->answer, ANSWER_PARTLY) ||
	       word_is(&answer->answer, ANSWER_UNMET);
}

static void
check_wanting(struct rule_run *run, const bool *improved)
{
	const struct choices *words = &choices[CHOICE_answer];

	FOR_EACH (answer, run->plan->questions) {
		int question = question_find(answer->object.id);

		if (question < 0 || !is_wanting(answer) ||
		    is_served(run, answer, improved))
			continue;
		rule_find(run, &answer->object, "actions",
			  N_("'{question}' is answered '{answer}', and no open "
			     "action deals with it; name one in `actions`, or "
			     "answer again"),
			  ARGS(WORD_ARG("question", questions[question].text),
			       TEXT_ARG("answer",
					words->words[answer->answer.word])));
	}
}

/* not discussed, and without an open action */
static bool
is_unanswered(const struct rule_run *run, const char *id, const bool *improved)
{
	const struct answer *answer = answer_of(run->plan, id);

	return !answer || (word_is(&answer->answer, ANSWER_NOT_DISCUSSED) &&
			   !is_served(run, answer, improved));
}

static const char *
unanswered(struct rule_run *run, const bool *improved)
{
	struct buf buf = {0};

	for (int i = 0; i < question_count; i++)
		if (is_unanswered(run, questions[i].id, improved))
			buf_printf(&buf, "%s%s", buf.n ? ", " : "",
				   questions[i].id);
	return rule_text(run, &buf);
}

/* Reports all open questions in one finding. */
static void
check_unanswered(struct rule_run *run, const bool *improved)
{
	const struct plan *plan = run->plan;
	const char *ids = unanswered(run, improved);

	if (!has_core(plan) || is_unclear(&plan->questions.at) ||
	    plan->questions.strange || !*ids)
		return;
	rule_find(run, &plan->object, "questions",
		  N_("these discussion questions have no answer yet: "
		     "{questions}; talk them over with the team and write down "
		     "met, partly or unmet"),
		  ARGS(TEXT_ARG("questions", ids)));
	for (int i = 0; i < question_count; i++) {
		const struct answer *answer = answer_of(plan, questions[i].id);

		if (answer && is_unanswered(run, questions[i].id, improved))
			rule_relate(run, &answer->object, "answer",
				    N_("not discussed yet"));
	}
}

void
check_questions_open(struct rule_run *run)
{
	const bool *improved = map_improved(run, &run->plan->questions);

	check_unanswered(run, improved);
	check_wanting(run, improved);
}
