/* plain.c - texts by their keys; words of the format, and counts */
#include "tables.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"

static int
compare_texts(const void *key, const void *text)
{
	return strcmp(key, ((const struct text *)text)->key);
}

const char *
text_find(const char *subject, const char *part, const char *what)
{
	const struct text *found;
	char key[80];

	snprintf(key, sizeof(key), "%s%s%s %s", subject, *part ? "." : "", part,
		 what);
	found = bsearch(key, text_rows, text_rows_count, sizeof(*text_rows),
			compare_texts);
	return found ? found->message : NULL;
}

/* most words are shown as they are */
const char *
plain_word(const struct language *language, enum choices_id list,
	   const char *word)
{
	const char *text = text_find("word", word, "plain"), *told;
	char message[80];

	text = text ? text : word;
	snprintf(message, sizeof(message), "%s\004%s", choices[list].name,
		 text);
	told = language_text(language, message);
	return told == strchr(message, '\004') + 1 ? text : told;
}

const char *
flag_word(const struct language *language, bool on)
{
	return language_text(language, on ? N_("yes") : N_("no"));
}

/* --- the plan as a whole -------------------------------------------------- */

const char *
plan_title(const struct review *review)
{
	const struct text_value *title = &review->plan->plan.title;

	return is_set(&title->at)
		       ? title->text
		       : language_text(review->language,
				       N_("Customer Experience Strategy"));
}

const char *
status_fact(struct arena *arena, const struct review *review)
{
	static const char *const words[] = {
		[PLAN_DRAFT] = C_("plan", "Draft"),
		[PLAN_IN_REVIEW] = C_("plan", "In review"),
		[PLAN_APPROVED] = C_("plan", "Approved"),
		[PLAN_RETIRED] = C_("plan", "Retired")};
	const struct plan *plan = review->plan;
	const struct word_value *status = &plan->plan.status;
	struct date newest = {0};

	if (!is_set(&status->at))
		return NULL;
	FOR_EACH (approval, plan->governance.approvals)
		if (word_is(&approval->decision, DECISION_APPROVED) &&
		    date_compare(approval->date.date, newest) > 0)
			newest = approval->date.date;
	return message_text(arena, review->language,
			    status->word == PLAN_APPROVED && newest.year
				    ? C_("plan", "Approved {date}")
				    : words[status->word],
			    ARGS(DATE_ARG("date", newest)));
}

/* --- facts with a note ---------------------------------------------------- */

static const char *
noted(struct arena *arena, const struct review *review, const char *fact,
      const char *message)
{
	return message && fact ? message_text(arena, review->language, message,
					      ARGS(TEXT_ARG("dates", fact)))
			       : fact;
}

const char *
period_fact(struct arena *arena, const struct review *review, const char *dates)
{
	static const char *const messages[] = {
		[PERIOD_AHEAD] = N_("{dates} (not begun)"),
		[PERIOD_RUNNING] = NULL,
		[PERIOD_OVER] = N_("{dates} (over)"),
	};

	return noted(arena, review, dates, messages[review->view->period]);
}

const char *
review_fact(struct arena *arena, const struct review *review, const char *date)
{
	return noted(arena, review, date,
		     review->view->review_past ? N_("{dates} (past)") : NULL);
}

/* --- small counts --------------------------------------------------------- */

const char *
count_text(struct arena *arena, const struct language *language, double n)
{
	static const char *const words[] = {"none",  "one",  "two", "three",
					    "four",  "five", "six", "seven",
					    "eight", "nine", "ten"};
	struct buf text = {0};

	if (language_counts_in_words(language) && n >= 0 && n <= 10 &&
	    n <= floor(n))
		return words[(size_t)n];
	amount_show(&text, language, n, 0);
	return arena_take(arena, &text);
}

const char *
text_capital(struct arena *arena, const char *text)
{
	char *copy;

	if (*text < 'a' || *text > 'z')
		return text;
	copy = arena_format(arena, "%s", text);
	*copy = (char)(*copy - 'a' + 'A');
	return copy;
}
