/* cmd_explain.c - ces explain: a rule, a measure, a key, a question, a word */
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ces/render.h"
#include "ces/meaning.h"
#include "ces/measure.h"
#include "ces/nearest.h"
#include "ces/question.h"
#include "ces/reference.h"
#include "ces/table.h"
#include "ces/topic.h"
#include "ces/utf8.h"
#include "cli/explain.h"
#include "cli/options.h"

#define _(text) gettext(text)

enum { INDENT = 34 };

/* --- rules, measures and questions ---------------------------------------- */

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
	const char *severity = _(severity_word(topic->severity));
	bool draft = topic->flags & TOPIC_DRAFT;
	bool firm = topic->flags & TOPIC_FIRM;

	if (page->markdown)
		buf_printf(page->buf, "### `%s`\n\n%s%s%s\n\n", topic->name,
			   severity,
			   draft ? _(", in drafts a warning at most") : "",
			   firm ? _(", can be neither waived nor re-graded")
				: "");
	else
		buf_printf(page->buf, "%s (%s)\n", topic->name, severity);
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
			: plain_word(choices[list].words[word]);
}

static void
add_kind(struct buf *buf, const struct standard *standard)
{
	const struct choices *units = &choices[CHOICE_measure_unit];
	const char *separator = "";

	buf_printf(buf, "%s: %s; %s: ", _("family"),
		   choice(CHOICE_family, standard->family), _("unit"));
	for (int i = 0; i < units->n; i++) {
		if (!(standard->units & 1u << i))
			continue;
		buf_printf(buf, "%s%s", separator, units->words[i]);
		separator = ", ";
	}
	buf_printf(buf, "%s; %s: %s", standard->units ? "" : _("the plan says"),
		   _("better"), choice(CHOICE_direction, standard->direction));
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
	if (standard->usual_min <= standard->usual_max) {
		buf_number(&usual, standard->usual_min);
		buf_putc(&usual, '-');
		buf_number(&usual, standard->usual_max);
		buf_printf(&usual, " %s; %s",
			   choice(CHOICE_measure_unit, standard->usual_unit),
			   _("indicative only, never a pass mark: compare with "
			     "yourself first"));
	}
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
		   "questions:\n  %s: {answer: partly, evidence: what shows "
		   "it, actions: [id]}\n",
		   question->id);
	explanation_yaml(page, _("In the plan"), yaml.p);
	buf_printf(page->buf, "\n  %s\n",
		   _("The answers: met, partly, unmet, not_discussed."));
	buf_free(&yaml);
}

static const struct catalogue {
	enum registry registry;
	const char *title, *key, *prefix;
	void (*explain)(const struct explanation *page, int i);
} catalogues[] = {
	{REGISTRY_RULE, N_("Rules"), "rules", "", explain_topic},
	{REGISTRY_STANDARD, N_("Measures"), "measures", "measures/",
	 explain_measure},
	{REGISTRY_QUESTION, N_("Discussion questions"), "questions",
	 "questions/", explain_question},
};

enum { RULES, QUESTIONS = 2, CATALOGUES };

static void
list_names(struct buf *buf, const struct catalogue *catalogue)
{
	struct buf term = {0};
	const char *name, *text;

	buf_printf(buf, "%s:\n", _(catalogue->title));
	for (int i = 0; (name = registry_name(catalogue->registry, i, &text));
	     i++) {
		buf_clear(&term);
		buf_printf(&term, "%s%s", catalogue->prefix, name);
		help_entry(buf, term.p, _(text), INDENT);
	}
	buf_free(&term);
}

static void
list_keys(struct buf *buf)
{
	const struct entity *plan = entity_plan();

	buf_printf(buf, "%s:\n", _("Keys"));
	for (int i = 0; i < plan->n; i++)
		help_entry(buf, plan->fields[i].key, _(plan->fields[i].help),
			   INDENT);
}

/* --- all of it ------------------------------------------------------------ */

static void
list_all(struct buf *buf)
{
	for (int i = 0; i < CATALOGUES; i++) {
		list_names(buf, &catalogues[i]);
		buf_putc(buf, '\n');
	}
	list_keys(buf);
	buf_putc(buf, '\n');
	for (int i = 0; i < LEXICONS; i++)
		buf_printf(buf, "%s: `ces explain %s`\n", _(lexicons[i].title),
			   lexicons[i].name);
}

static void
add_sections(struct buf *buf)
{
	buf_printf(buf, "## %s\n\n", _("Guiding questions"));
	for (int i = 0; i < SECTION_SEVEN; i++) {
		buf_printf(buf, "%d. **%s** (`%s`)\n", i + 1,
			   _(sections[i].title), sections[i].key);
		for (int k = 0; k < 5 && sections[i].questions[k]; k++) {
			buf_puts(buf, "   - ");
			buf_wrap(buf, _(sections[i].questions[k]),
				 MARKDOWN_WIDTH, 5, 5);
			buf_putc(buf, '\n');
		}
	}
	buf_putc(buf, '\n');
}

/* the manual's reference */
static void
add_reference(const struct explanation *page)
{
	const struct entity *plan = entity_plan();
	struct buf *buf = page->buf;
	const char *text;

	buf_printf(buf, "# %s\n\n", _("The reference of ces"));
	explanation_paragraph(
		page, NULL,
		_("Every rule, measure, question, key, word and type, and a "
		  "glossary, as `ces explain --format markdown` writes them."));
	for (int c = 0; c < CATALOGUES; c++) {
		const struct catalogue *catalogue = &catalogues[c];

		if (c == QUESTIONS)
			add_sections(buf);
		buf_printf(buf, "## %s\n\n", _(catalogue->title));
		for (int i = 0; registry_name(catalogue->registry, i, &text);
		     i++)
			catalogue->explain(page, i);
	}
	buf_printf(buf, "## %s\n\n", _("Keys"));
	for (int i = 0; i < plan->n; i++)
		explain_key_markdown(page, plan->fields[i].key);
	for (int i = 0; i < LEXICONS; i++) {
		buf_printf(buf, "## %s\n\n", _(lexicons[i].title));
		lexicons[i].list(page);
	}
	while (buf->n > 1 && buf->p[buf->n - 2] == '\n')
		buf->p[--buf->n] = '\0';
}

/* --- one name ------------------------------------------------------------- */

static bool
explain_key(const struct explanation *page, const char *name)
{
	int section = section_find(name);
	const char *const *questions_of;

	if (page->markdown)
		return explain_key_markdown(page, name);
	if (!reference_key(page->buf, name))
		return false;
	questions_of = section < 0 ? NULL : sections[section].questions;
	for (int i = 0; questions_of && i < 5 && questions_of[i]; i++)
		explanation_paragraph(page, i ? NULL : _("Guiding questions"),
				      _(questions_of[i]));
	for (int c = 0; c < CATALOGUES; c++)
		if (!strcmp(name, catalogues[c].key)) {
			buf_putc(page->buf, '\n');
			list_names(page->buf, &catalogues[c]);
		}
	return true;
}

/* the paths that end in a name; each is gone after its call */
struct endings {
	const char *name;
	struct buf paths; /* a line each */
	size_t n;
};

static void
add_ending(const char *path, void *data)
{
	struct endings *to = data;
	size_t n = strlen(path), m = strlen(to->name);

	if (n <= m || path[n - m - 1] != '.' ||
	    strcmp(path + n - m, to->name) != 0)
		return;
	buf_printf(&to->paths, "%s%s", to->n ? "\n" : "", path);
	to->n++;
}

/* the key by its last name, or a list where several have it */
static bool
explain_ending(const struct explanation *page, const char *name)
{
	struct endings endings = {.name = name};
	struct buf ignored = {0};

	reference_each(add_ending, &endings);
	if (endings.n == 1 && !reference_field(name, &ignored)) {
		explain_key(page, endings.paths.p);
	} else if (endings.n) {
		explanation_heading(page, _("Keys of that name"));
		for (char *path = strtok(endings.paths.p, "\n"); path;
		     path = strtok(NULL, "\n")) {
			buf_clear(&ignored);
			explanation_entry(
				page, path,
				_(reference_field(path, &ignored)->help));
		}
	}
	buf_free(&endings.paths);
	buf_free(&ignored);
	return endings.n > 0;
}

/* "questions/ID" and "measures/WORD", also with a '.'; or the name alone */
static const char *
without_prefix(const char *name, const char *prefix)
{
	size_t n = strlen(prefix);

	if (n && !strncmp(name, prefix, n - 1) &&
	    (name[n - 1] == '/' || name[n - 1] == '.'))
		return name + n;
	return name;
}

static bool
explain_catalogued(const struct explanation *page, const char *name)
{
	for (int c = 0; c < CATALOGUES; c++) {
		const struct catalogue *catalogue = &catalogues[c];
		int i = registry_find(catalogue->registry,
				      without_prefix(name, catalogue->prefix));

		if (i >= 0) {
			catalogue->explain(page, i);
			return true;
		}
	}
	return false;
}

static bool
explain_list(const struct explanation *page, const char *name)
{
	if (!strcmp(name, "rules"))
		list_names(page->buf, &catalogues[RULES]);
	else if (!strcmp(name, "keys"))
		list_keys(page->buf);
	else
		for (int i = 0; i < LEXICONS; i++)
			if (!strcmp(name, lexicons[i].name))
				lexicons[i].list(page);
	return page->buf->n > 0;
}

/* adds the page, where there is one, below those that are there */
static bool
add_page(const struct explanation *page, const char *name,
	 bool (*explain)(const struct explanation *page, const char *name))
{
	struct buf text = {0};
	bool found =
		explain(&(struct explanation){&text, page->markdown}, name);

	if (found && page->buf->n && !page->markdown)
		buf_putc(page->buf, '\n');
	buf_puts(page->buf, buf_text(&text));
	buf_free(&text);
	return found;
}

/* a name may be that of a key, of words and of a type: of all of them then */
static bool
explain(const struct explanation *page, const char *name)
{
	bool found;

	if (add_page(page, name, explain_list))
		return true;
	found = add_page(page, name, explain_catalogued);
	found |= add_page(page, name, explain_key);
	for (int i = 0; i < LEXICONS; i++)
		found |=
			add_page(page, without_prefix(name, lexicons[i].prefix),
				 lexicons[i].explain);
	found |= add_page(page, name, explain_ending);
	return found;
}

/* paths are gone after the call, so the best one is copied */
struct suggestion {
	struct nearest nearest;
	char kept[128];
};

static void
try_path(const char *path, void *data)
{
	struct suggestion *to = data;

	nearest_try(&to->nearest, path);
	if (to->nearest.best != path)
		return;
	snprintf(to->kept, sizeof(to->kept), "%s", path);
	to->nearest.best = to->kept;
}

static int
unknown(const char *word)
{
	struct suggestion to;
	const char *name, *text;

	nearest_start(&to.nearest, word);
	for (int c = 0; c < CATALOGUES; c++)
		for (int i = 0;
		     (name = registry_name(catalogues[c].registry, i, &text));
		     i++)
			nearest_try(&to.nearest, name);
	reference_each(try_path, &to);
	for (size_t i = 0; i < meanings_count; i++)
		nearest_try(&to.nearest, meanings[i].name);
	if (to.nearest.best)
		return show_error(_("nothing is called '%s'; did you mean "
				    "'ces explain %s'?"),
				  word, to.nearest.best);
	return show_error(_("nothing is called '%s'; 'ces explain' lists the "
			    "rules, the measures, the questions and the keys, "
			    "'ces explain glossary' the terms"),
			  word);
}

/* "in hand" needs no quotes */
static char *
join_names(const struct options *options)
{
	struct buf name = {0};

	for (int i = 0; i < options->file_count; i++)
		buf_printf(&name, "%s%s", i ? " " : "", options->files[i]);
	return name.p;
}

static int
run(const struct options *options)
{
	const char *format = options->value[OPTION_FORMAT];
	int found = format ? format_find(&command_explain, format) : 0;
	char *name = join_names(options);
	struct buf buf = {0};
	struct explanation page = {.buf = &buf, .markdown = found > 0};
	int status = found < 0 ? EXIT_CANNOT : EXIT_DONE;

	if (!status && name && !explain(&page, name))
		status = unknown(name);
	else if (!name && page.markdown)
		add_reference(&page);
	else if (!name)
		list_all(&buf);
	free(name);
	if (!status)
		return print_all(&buf);
	buf_free(&buf);
	return status;
}

const struct command command_explain = {
	.name = "explain",
	.arguments = "[NAME]",
	.summary = N_("a rule, a measure, a key, a question or a word, in "
		      "plain words"),
	.examples = "  ces explain\n"
		    "  ces explain document/missing-key\n"
		    "  ces explain measures/csat\n"
		    "  ces explain contact_reasons.demand\n"
		    "  ces explain leverage\n"
		    "  ces explain types/hours\n"
		    "  ces explain glossary\n"
		    "  ces explain --format markdown > reference.md\n",
	.options = 1u << OPTION_FORMAT,
	.formats = text_format,
	.most = -1,
	.run = run};
