/* cmd_explain.c - ces explain: a rule, a measure, a key, a question */
#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "ces/markdown.h"
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

enum { WIDTH = 79, INDENT = 34 };

static void
paragraph(struct buf *buf, const char *text)
{
	buf_puts(buf, "  ");
	buf_wrap(buf, text, WIDTH, 2, 2);
	buf_puts(buf, "\n");
}

static void
block(struct buf *buf, const char *title, const char *text)
{
	if (!text || !*text)
		return;
	buf_printf(buf, "\n%s\n", title);
	paragraph(buf, text);
}

static void
blocks(struct buf *buf, const char *title, const char *const *paragraphs)
{
	block(buf, title, _(paragraphs[0]));
	for (size_t i = 1; paragraphs[i]; i++) {
		buf_putc(buf, '\n');
		paragraph(buf, _(paragraphs[i]));
	}
}

/* lines of YAML, indented */
static void
example(struct buf *buf, const char *title, const char *yaml)
{
	if (!yaml)
		return;
	buf_printf(buf, "\n%s\n", title);
	while (*yaml) {
		size_t n = strcspn(yaml, "\n");

		buf_puts(buf, "    ");
		buf_add(buf, yaml, n);
		buf_putc(buf, '\n');
		yaml += n + (yaml[n] == '\n');
	}
}

static void
explain_topic(struct buf *buf, const struct topic *topic)
{
	buf_printf(buf, "%s (%s)\n", topic->name,
		   _(severity_word(topic->severity)));
	paragraph(buf, _(topic->summary));
	blocks(buf, _("Why"), topic->why);
	blocks(buf, _("What to do"), topic->fix);
	example(buf, _("Draws it"), topic->bad);
	example(buf, _("Does not"), topic->good);
	if (topic->flags & TOPIC_DRAFT)
		block(buf, _("Draft"),
		      _("While the plan is a draft this is a warning at "
			"most."));
	if (topic->flags & TOPIC_FIRM)
		block(buf, _("Waiver"),
		      _("It can be neither waived nor re-graded."));
}

static void
units_text(struct buf *buf, unsigned units)
{
	bool first = true;

	for (int i = 0; i < choices[CHOICE_measure_unit].n; i++)
		if (units & 1u << i) {
			buf_printf(buf, "%s%s", first ? "" : ", ",
				   choices[CHOICE_measure_unit].words[i]);
			first = false;
		}
	if (first)
		buf_puts(buf, _("the plan says"));
}

static const char *
choice(int list, int word)
{
	return word < 0 ? _("the plan says")
			: plain_word(choices[list].words[word]);
}

static void
measure_kind(struct buf *buf, const struct standard *standard)
{
	buf_printf(buf, "%s: %s", _("family"),
		   choice(CHOICE_family, standard->family));
	buf_printf(buf, "; %s: ", _("unit"));
	units_text(buf, standard->units);
	buf_printf(buf, "; %s: %s", _("better"),
		   choice(CHOICE_direction, standard->direction));
}

/* its usual range with the caveat; nothing when none is known */
static void
measure_usual(struct buf *buf, const struct standard *standard)
{
	if (standard->usual_min > standard->usual_max)
		return;
	buf_number(buf, standard->usual_min);
	buf_puts(buf, "-");
	buf_number(buf, standard->usual_max);
	buf_printf(buf, " %s; %s",
		   choice(CHOICE_measure_unit, standard->usual_unit),
		   _("indicative only, never a pass mark: compare with "
		     "yourself first"));
}

void
measure_facts(struct buf *buf, const struct standard *standard, bool markdown,
	      void (*write)(struct buf *buf, const char *label,
			    const char *text))
{
	struct buf line = {0};

	measure_kind(&line, standard);
	write(buf, _("Kind"), buf_text(&line));
	buf_clear(&line);
	if (markdown)
		buf_markdown(&line, _(standard->formula));
	else
		buf_puts(&line, _(standard->formula));
	write(buf, _("Formula"), buf_text(&line));
	buf_clear(&line);
	measure_example(&line, standard);
	write(buf, _("Example"), buf_text(&line));
	buf_clear(&line);
	measure_usual(&line, standard);
	write(buf, _("Usual range"), buf_text(&line));
	write(buf, _("Pitfalls"), _(standard->pitfalls));
	write(buf, _("Write down with it"), _(standard->store));
	buf_free(&line);
}

static void
explain_measure(struct buf *buf, const struct standard *standard)
{
	buf_printf(buf, "measures/%s\n", standard->word);
	paragraph(buf, _(standard->name));
	measure_facts(buf, standard, false, block);
}

static const struct name_list {
	const char *title, *prefix;
} lists[] = {
	[REGISTRY_RULE] = {N_("Rules:"), ""},
	[REGISTRY_STANDARD] = {N_("Measures:"), "measures/"},
	[REGISTRY_QUESTION] = {N_("Discussion questions:"), "questions/"},
};

static void
list_names(struct buf *buf, enum registry registry)
{
	struct buf line = {0};
	const char *name, *text;

	buf_printf(buf, "%s\n", _(lists[registry].title));
	for (int i = 0; (name = registry_name(registry, i, &text)); i++) {
		buf_clear(&line);
		buf_printf(&line, "%s%s", lists[registry].prefix, name);
		help_entry(buf, buf_text(&line), _(text), INDENT);
	}
	buf_free(&line);
}

static void
list_keys(struct buf *buf)
{
	const struct entity *plan = entity_plan();

	buf_printf(buf, "%s\n", _("Keys:"));
	for (int i = 0; i < plan->n; i++)
		help_entry(buf, plan->fields[i].key, _(plan->fields[i].help),
			   INDENT);
}

static void
explain_section(struct buf *buf, const struct section *section)
{
	if (section->questions[0])
		buf_printf(buf, "\n%s\n", _("Guiding questions"));
	for (int i = 0; i < 5 && section->questions[i]; i++)
		paragraph(buf, _(section->questions[i]));
}

/* "questions/ID" and "measures/WORD"; also with a '.' */
static const char *
behind(const char *name, const char *prefix)
{
	size_t n = strlen(prefix);

	if (strncmp(name, prefix, n) != 0 || (name[n] != '/' && name[n] != '.'))
		return NULL;
	return name + n + 1;
}

/* the subject of a name: NULL where it is none of that sort */
struct subject {
	const struct topic *topic;
	const struct standard *standard;
	const struct question *question;
};

static struct subject
subject_find(const char *name)
{
	const char *word = behind(name, "measures");
	const char *id = behind(name, "questions");
	int standard = standard_find(word ? word : name);
	int question = question_find(id ? id : name);

	return (struct subject){topic_find(name),
				standard < 0 ? NULL : &standards[standard],
				question < 0 ? NULL : &questions[question]};
}

static void
explain_question(struct buf *buf, const struct question *question)
{
	struct buf yaml = {0};

	buf_printf(buf, "questions/%s\n", question->id);
	paragraph(buf, _(question->text));
	buf_printf(
		&yaml,
		"questions:\n  %s: {answer: partly, evidence: what shows it, "
		"actions: [id]}\n",
		question->id);
	example(buf, _("In the plan"), buf_text(&yaml));
	buf_printf(buf, "\n  %s\n",
		   _("The answers: met, partly, unmet, not_discussed."));
	buf_free(&yaml);
}

static bool
explain_key(struct buf *buf, const char *name)
{
	int section = section_find(name);

	if (!reference_key(buf, name))
		return false;
	if (section >= 0)
		explain_section(buf, &sections[section]);
	if (!strcmp(name, "measures")) {
		buf_putc(buf, '\n');
		list_names(buf, REGISTRY_STANDARD);
	}
	if (!strcmp(name, "questions")) {
		buf_putc(buf, '\n');
		list_names(buf, REGISTRY_QUESTION);
	}
	return true;
}

static bool
explain(struct buf *buf, const char *name)
{
	const struct subject subject = subject_find(name);

	if (subject.topic)
		explain_topic(buf, subject.topic);
	else if (subject.standard)
		explain_measure(buf, subject.standard);
	else if (subject.question)
		explain_question(buf, subject.question);
	else if (!strcmp(name, "rules"))
		list_names(buf, REGISTRY_RULE);
	else if (!strcmp(name, "keys"))
		list_keys(buf);
	else
		return explain_key(buf, name);
	return true;
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
unknown(const char *name)
{
	struct suggestion to;

	nearest_start(&to.nearest, name);
	for (int i = 0; i < TOPIC_COUNT; i++)
		nearest_try(&to.nearest, topic_names[i]);
	for (int i = 0; i < standard_count; i++)
		nearest_try(&to.nearest, standards[i].word);
	for (int i = 0; i < question_count; i++)
		nearest_try(&to.nearest, questions[i].id);
	reference_each(try_path, &to);
	if (!to.nearest.best)
		return show_error(
			_("nothing is called '%s'; 'ces explain' lists the "
			  "rules, the measures, the questions and the "
			  "keys"),
			name);
	return show_error(
		_("nothing is called '%s'; did you mean 'ces explain %s'?"),
		name, to.nearest.best);
}

static void
explain_all(struct buf *buf)
{
	list_names(buf, REGISTRY_RULE);
	buf_putc(buf, '\n');
	list_names(buf, REGISTRY_STANDARD);
	buf_putc(buf, '\n');
	list_names(buf, REGISTRY_QUESTION);
	buf_putc(buf, '\n');
	list_keys(buf);
}

static bool
explain_markdown(struct buf *buf, const char *name)
{
	const struct subject subject = subject_find(name);

	if (subject.topic)
		markdown_topic(buf, subject.topic);
	else if (subject.standard)
		markdown_measure(buf, subject.standard);
	else if (subject.question)
		markdown_question(buf, subject.question);
	else
		return markdown_key(buf, name);
	return true;
}

static int
run(const struct options *options)
{
	const char *name = options->file_count ? options->files[0] : NULL;
	const char *format = options->value[OPTION_FORMAT];
	int markdown = format ? format_find(&command_explain, format) : 0;
	struct buf buf = {0};
	bool known = true;
	int status;

	if (markdown < 0)
		return EXIT_CANNOT;
	if (name)
		known = markdown ? explain_markdown(&buf, name)
				 : explain(&buf, name);
	else if (markdown)
		markdown_reference(&buf);
	else
		explain_all(&buf);
	status = known ? print_all(&buf) : unknown(name);
	buf_free(&buf);
	return status;
}

const struct command command_explain = {
	.name = "explain",
	.arguments = "[NAME]",
	.summary = N_("a rule, a measure, a key or a question in plain words"),
	.examples = "  ces explain\n"
		    "  ces explain document/missing-key\n"
		    "  ces explain measures/csat\n"
		    "  ces explain contact_reasons.demand\n"
		    "  ces explain --format markdown > reference.md\n",
	.options = 1u << OPTION_FORMAT,
	.formats = text_format,
	.most = 1,
	.run = run};
