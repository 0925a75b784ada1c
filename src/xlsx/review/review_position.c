/* review_position.c - the first page's one sentence: where the strategy stands
 */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/message.h"
#include "say.h"

/* --- headline measures --------------------------------------------------- */

static void
add_measures(struct front *front, struct buf *formula, struct buf *text)
{
	const struct marks *marks = &front->marks;
	const struct figure *all = &marks->headline, *good = &marks->good;
	const struct figure *unread = &marks->unread;
	const char *all_of = buf_text(&all->formula);
	struct arena *arena = front->work->arena;
	const struct piece pieces[] = {
		say_count(front, "all", all),
		say_count_first(front, "good", good),
	};
	bool one = all->value == 1;
	const struct variant variants[] = {
		{say_when(front, unread, arena_format(arena, "=%s", all_of)),
		 unread->value == all->value,
		 one ? gettext("The headline measure has no reading yet.")
		     : gettext("None of the {all} headline measures has a "
			       "reading yet.")},
		{say_when(front, good, arena_format(arena, "=%s", all_of)),
		 good->value == all->value,
		 one ? gettext("The headline measure is on track.")
		     : gettext("All {all} headline measures are on track.")},
		{say_when(front, good, "=0"), good->value == 0,
		 one ? gettext("The headline measure is not on track.")
		     : gettext("None of the {all} headline measures is on "
			       "track.")},
		{say_when(front, good, "=1"), good->value == 1,
		 gettext("One of {all} headline measures is on track.")},
		{NULL, true,
		 gettext("{good} of {all} headline measures are on track.")},
	};

	if (all->value > 0)
		say_either(formula, text, variants, 5, pieces, 2);
}

/* --- decisions ----------------------------------------------------------- */

/* of whom all that is open is asked: "the sponsor", a name, or nobody */
static const char *
asked_of(struct front *front)
{
	const struct tab *tab = work_tab(front->work, TABLE_decisions);
	const struct plan *plan = front->work->review->plan;
	const struct person *sponsor = plan->governance.sponsor.to;
	const char *who = NULL;

	for (size_t i = 0; i < tab->table->rows; i++) {
		const char *name = tab_text(tab, i, "asked_of");

		if (!decision_is_open(tab, i))
			continue;
		if (!*name || (who && strcmp(who, name) != 0))
			return NULL;
		who = name;
	}
	if (who && sponsor && !strcmp(who, object_name(&sponsor->object)))
		return gettext(" of the sponsor");
	return NULL;
}

/* "two decisions worth £163,000 are asked of the sponsor" */
static void
decisions_clause(struct front *front, bool first, struct buf *formula,
		 struct buf *text)
{
	const struct marks *marks = &front->marks;
	const struct figure *open = &marks->open, *amount = &marks->amount;
	const char *whom = asked_of(front);
	const struct piece pieces[] = {
		first ? say_count_first(front, "n", open)
		      : say_count(front, "n", open),
		say_money(front, "amount", amount),
		{"whom", NULL, whom ? whom : ""},
	};
	const char *one = say_when(front, open, "=1");
	const char *free = say_when(front, amount, "=0");
	struct arena *arena = front->work->arena;
	const struct variant variants[] = {
		{arena_format(arena, "AND(%s,%s)", one, free),
		 open->value == 1 && amount->value == 0,
		 gettext("{n} decision is asked{whom}")},
		{free, amount->value == 0,
		 gettext("{n} decisions are asked{whom}")},
		{one, open->value == 1,
		 gettext("{n} decision worth {amount} is asked{whom}")},
		{NULL, true,
		 gettext("{n} decisions worth {amount} are asked{whom}")},
	};

	say_either(formula, text, variants, 4, pieces, 3);
}

/* --- failure demand, and what follows it --------------------------------- */

static void
add_rest(struct front *front, struct buf *formula, struct buf *text)
{
	const struct tab *reasons = work_tab(front->work, TABLE_contact_reasons);
	const struct tab *decisions = work_tab(front->work, TABLE_decisions);
	const char *failure =
		plain_word(choices[CHOICE_demand].words[DEMAND_FAILURE]);
	struct figure share =
		figure_share(reasons, "volume", "demand", failure);
	bool told = isfinite(share.value);
	struct buf clause = {0}, words = {0};
	const struct piece pieces[] = {
		{"share", buf_text(&share.formula), buf_text(&share.text)},
		{"decisions", NULL, NULL},
	};
	const char *space = text->n ? " " : "";

	/* decisions are told in a formula of their own, as a piece of both */
	if (decisions->table->rows)
		decisions_clause(front, !told, &clause, &words);
	struct piece both[] = {
		pieces[0],
		{"decisions", buf_text(&clause), buf_text(&words)},
		{"space", NULL, space}};
	const struct figure *open = &front->marks.open;
	const struct variant variants[] = {
		{say_when(front, open, "=0"), open->value == 0,
		 told ? gettext("{space}Failure demand is {share} of all "
				"contacts.")
		      : ""},
		{NULL, true,
		 told ? gettext("{space}Failure demand is {share} of all "
				"contacts, and {decisions}.")
		      : gettext("{space}{decisions}.")},
	};

	if (decisions->table->rows)
		say_either(formula, text, variants, 2, both, 3);
	else if (told)
		say_either(formula, text,
			   &(const struct variant){NULL, true,
						   variants[0].message},
			   1, both, 3);
	buf_free(&clause);
	buf_free(&words);
	figure_free(&share, 1);
}

/* nothing to tell yet: how much is written down at all */
static void
add_beginning(struct front *front, struct buf *formula, struct buf *text)
{
	const struct piece piece = {
		"percent", NULL,
		arena_format(front->work->arena, "%d%%",
			     front->work->review->readiness.plan)};

	sentence_add(formula, text,
		     gettext("There is no figure to steer by yet: {percent} of "
			     "the strategy is written down, and the questions "
			     "below lead to the rest."),
		     &piece, 1);
}

void
front_position(struct front *front)
{
	const struct style style = {.size = 125};
	struct buf formula = {0}, text = {0};

	add_measures(front, &formula, &text);
	add_rest(front, &formula, &text);
	if (!text.n) {
		buf_clear(&formula);
		add_beginning(front, &formula, &text);
	}
	front_sentence(front, ROW_POSITION, COL_B, &formula, &text, &style);
	buf_free(&formula);
	buf_free(&text);
}
