/* explain_catalogues.c - rules, measures and questions of ces explain */

#include "ces/language.h"
#include "ces/message.h"
#include "ces/question.h"
#include "ces/render.h"
#include "ces/table.h"
#include "ces/topic.h"
#include "ces/utf8.h"
#include "cli/explain.h"
#include "cli/options.h"

static void
add_paragraphs(const struct explanation *page, const char *label,
	       const char *const *texts)
{
	explanation_paragraph(page, label, _(texts[0]));
	for (size_t i = 1; texts[i]; i++) {
		if (!page->markdown)
			buf_putc(page->buf, '\n');
		explanation_paragraph(page, NULL, _(texts[i]));
	}
}

static void
explain_topic(const struct explanation *page, int i)
{
	const struct topic *topic = &topics[i];
	const char *severity = plain_word(language_user(), CHOICE_severity,
					  severity_word(topic->severity));
	bool draft = topic->flags & TOPIC_DRAFT;
	bool firm = topic->flags & TOPIC_FIRM;

	if (page->markdown) {
		buf_printf(page->buf, "### `%s`\n\n", topic->name);
		message_fill(
			page->buf, language_user(),
			draft && firm
				? N_("{severity}, in drafts a warning at most, "
				     "can be neither waived nor re-graded")
			: draft ? N_("{severity}, in drafts a warning at most")
			: firm	? N_("{severity}, can be neither waived nor "
				      "re-graded")
				: "{severity}",
			ARGS(TEXT_ARG("severity", severity)));
		buf_puts(page->buf, "\n\n");
	} else {
		buf_printf(page->buf, "%s (%s)\n", topic->name, severity);
	}
	explanation_paragraph(page, NULL, _(topic->summary));
	add_paragraphs(page, _("Why"), topic->why);
	add_paragraphs(page, _("What to do"), topic->fix);
	explanation_yaml(page, _("Draws it"), topic->bad);
	explanation_yaml(page, _("Does not"), topic->good);
	if (draft && !page->markdown)
		explanation_paragraph(
			page, _("Draft"),
			_("While the plan is a draft this is a warning "
			  "at most."));
	if (firm && !page->markdown)
		explanation_paragraph(
			page, _("Waiver"),
			_("It can be neither waived nor re-graded."));
}

static const char *
choice(int list, int word)
{
	return word < 0 ? _("the plan says")
			: plain_word(language_user(), (enum choices_id)list,
				     choices[list].words[word]);
}

static void
add_kind(struct buf *buf, const struct standard *standard)
{
	const struct choices *all = &choices[CHOICE_measure_unit];
	struct arena arena = {0};
	struct texts units = {0};

	for (int i = 0; i < all->n; i++)
		if (standard->units & 1u << i)
			texts_append(&arena, &units, all->words[i]);
	if (!units.n)
		texts_append(&arena, &units, _("the plan says"));
	message_fill(buf, language_user(),
		     N_("family: {family}; unit: {units}; better: {direction}"),
		     ARGS(TEXT_ARG("family",
				   choice(CHOICE_family, standard->family)),
			  TEXTS_ARG("units", units, LIST_COMMAS),
			  TEXT_ARG("direction", choice(CHOICE_direction,
						       standard->direction))));
	arena_release(&arena);
}

static void
explain_measure(const struct explanation *page, int i)
{
	const struct standard *standard = &standards[i];
	struct buf kind = {0}, formula = {0}, example = {0}, usual = {0};

	add_kind(&kind, standard);
	if (page->markdown)
		buf_markdown(&formula, _(standard->formula));
	else
		buf_puts(&formula, _(standard->formula));
	measure_example(&example, standard);
	if (standard->usual_min <= standard->usual_max)
		message_fill(
			&usual, language_user(),
			N_("{min}-{max} {unit}; indicative only, never a pass "
			   "mark: compare with yourself first"),
			ARGS(NUMBER_ARG("min", standard->usual_min),
			     NUMBER_ARG("max", standard->usual_max),
			     TEXT_ARG("unit", choice(CHOICE_measure_unit,
						     standard->usual_unit))));
	explanation_title(page, "measures/", standard->word);
	explanation_paragraph(page, NULL, _(standard->name));
	explanation_paragraph(page, _("Kind"), kind.p);
	explanation_paragraph(page, _("Formula"), formula.p);
	explanation_paragraph(page, _("Example"), example.p);
	explanation_paragraph(page, _("Usual range"), usual.p);
	explanation_paragraph(page, _("Pitfalls"), _(standard->pitfalls));
	explanation_paragraph(page, _("Write down with it"),
			      _(standard->store));
	buf_free(&kind);
	buf_free(&formula);
	buf_free(&example);
	buf_free(&usual);
}

static void
explain_question(const struct explanation *page, int i)
{
	const struct question *question = &questions[i];
	struct buf yaml = {0};

	explanation_title(page, "questions/", question->id);
	explanation_paragraph(page, NULL, _(question->text));
	if (page->markdown)
		return;
	buf_printf(&yaml,
		   "questions:\n  %s: {answer: partly, evidence: %s, "
		   "actions: [id]}\n",
		   question->id, _("what shows it"));
	explanation_yaml(page, _("In the plan"), yaml.p);
	buf_printf(page->buf, "\n  %s\n",
		   _("The answers: met, partly, unmet, not_discussed."));
	buf_free(&yaml);
}

void
catalogue_title(struct buf *buf, const char *title)
{
	message_fill(buf, language_user(), N_("{title}:"),
		     ARGS(TEXT_ARG("title", title)));
	buf_putc(buf, '\n');
}

void
catalogue_list(struct buf *buf, const struct catalogue *catalogue)
{
	struct buf term = {0};
	const char *name, *text;

	catalogue_title(buf, _(catalogue->title));
	for (int i = 0; (name = registry_name(catalogue->registry, i, &text));
	     i++) {
		buf_clear(&term);
		buf_printf(&term, "%s%s", catalogue->prefix, name);
		help_entry(buf, term.p, _(text), EXPLAIN_INDENT);
	}
	buf_free(&term);
}

const struct catalogue catalogues[CATALOGUES] = {
	{REGISTRY_RULE, N_("Rules"), "rules", "", explain_topic},
	{REGISTRY_STANDARD, N_("Measures"), "measures", "measures/",
	 explain_measure},
	{REGISTRY_QUESTION, N_("Discussion questions"), "questions",
	 "questions/", explain_question},
};
