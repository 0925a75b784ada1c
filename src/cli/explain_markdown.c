/* explain_markdown.c - rules, measures, questions and keys as Markdown */
#include <libintl.h>
#include <string.h>

#include "ces/markdown.h"
#include "ces/reference.h"
#include "ces/topic.h"
#include "ces/utf8.h"
#include "cli/explain.h"

#define _(text) gettext(text)

enum { WIDTH = 80 };

/*
 * Our own texts hold `code` and no other markup, so they stand as they are,
 * folded. A line must not begin with what Markdown takes for a list.
 */
static void
paragraph(struct buf *buf, const char *label, const char *text)
{
	struct buf whole = {0};

	if (!text || !*text)
		return;
	if (label)
		buf_printf(&whole, "**%s.** ", label);
	buf_puts(&whole, text);
	buf_wrap(buf, buf_text(&whole), WIDTH, 0, 0);
	buf_puts(buf, "\n\n");
	buf_free(&whole);
}

static void
paragraphs(struct buf *buf, const char *label, const char *const *texts)
{
	for (size_t i = 0; texts[i]; i++)
		paragraph(buf, i ? NULL : label, _(texts[i]));
}

static void
code(struct buf *buf, const char *label, const char *yaml)
{
	if (!yaml)
		return;
	buf_printf(buf, "%s:\n\n```yaml\n%s```\n\n", label, yaml);
}

void
markdown_topic(struct buf *buf, const struct topic *topic)
{
	buf_printf(buf, "### `%s`\n\n%s%s%s\n\n", topic->name,
		   _(severity_word(topic->severity)),
		   topic->flags & TOPIC_DRAFT
			   ? _(", in drafts a warning at most")
			   : "",
		   topic->flags & TOPIC_FIRM
			   ? _(", can be neither waived nor re-graded")
			   : "");
	paragraph(buf, NULL, _(topic->summary));
	paragraphs(buf, _("Why"), topic->why);
	paragraphs(buf, _("What to do"), topic->fix);
	code(buf, _("Draws it"), topic->bad);
	code(buf, _("Does not"), topic->good);
}

void
markdown_measure(struct buf *buf, const struct standard *standard)
{
	buf_printf(buf, "### `measures/%s`\n\n", standard->word);
	paragraph(buf, NULL, _(standard->name));
	measure_facts(buf, standard, true, paragraph);
}

void
markdown_question(struct buf *buf, const struct question *question)
{
	buf_printf(buf, "### `questions/%s`\n\n", question->id);
	paragraph(buf, NULL, _(question->text));
}

/* --- keys ---------------------------------------------------------------- */

/* "one of `met`, `partly`", "a number, 0 to 100" */
static void
add_type(struct buf *buf, const struct field *field)
{
	struct buf words = {0};

	reference_words(&words, field);
	if (words.n) {
		buf_markdown(buf, buf_text(&words));
	} else {
		buf_markdown(buf, _(field_type_name(field)));
		reference_range(&words, field);
		if (words.n)
			buf_printf(buf, ", %s", buf_text(&words));
	}
	if (field->fallback > 0) {
		buf_printf(buf, "; %s ", _("default"));
		buf_number(buf, field->fallback);
	}
	buf_free(&words);
}

static void
add_row(struct buf *buf, const struct field *field)
{
	struct buf need = {0};

	buf_printf(buf, "| `%s` | ", field->key);
	add_type(buf, field);
	if (field->need == NEED_ADVISED)
		buf_puts(&need, _("advised"));
	else
		reference_need(&need, field);
	buf_puts(buf, " | ");
	buf_markdown(buf, buf_text(&need));
	buf_puts(buf, " | ");
	buf_markdown(buf, _(field->help));
	buf_puts(buf, " |\n");
	buf_free(&need);
}

static void
add_head(struct buf *buf)
{
	buf_printf(buf, "| %s | %s | %s | %s |\n| --- | --- | --- | --- |\n",
		   _("Key"), _("Holds"), _("Needed"), _("Meaning"));
}

/* the table of an entity, and below it those of what its keys hold */
static void
add_entity(struct buf *buf, const struct field *field, struct buf *path)
{
	const struct entity *entity = field->of();
	size_t start = path->n;

	buf_printf(buf, "### `%s`\n\n", buf_text(path));
	paragraph(buf, NULL, _(field->help));
	add_head(buf);
	for (int i = 0; i < entity->n; i++)
		add_row(buf, &entity->fields[i]);
	buf_putc(buf, '\n');
	if (!strchr(path->p, '.')) {
		struct buf yaml = {0};

		field_example_write(&yaml, field, 0);
		code(buf, _("It looks like this"), buf_text(&yaml));
		buf_free(&yaml);
	}
	for (int i = 0; i < entity->n; i++) {
		if (kind_shape(entity->fields[i].kind) != SHAPE_KEYS)
			continue;
		buf_printf(path, ".%s", entity->fields[i].key);
		add_entity(buf, &entity->fields[i], path);
		path->n = start;
		path->p[start] = '\0';
	}
}

bool
markdown_key(struct buf *buf, const char *path)
{
	struct buf name = {0};
	const struct field *field = reference_field(path, &name);

	if (field && kind_shape(field->kind) == SHAPE_KEYS) {
		add_entity(buf, field, &name);
	} else if (field) {
		buf_printf(buf, "### `%s`\n\n", buf_text(&name));
		add_head(buf);
		add_row(buf, field);
		buf_putc(buf, '\n');
	}
	buf_free(&name);
	return field != NULL;
}

/* --- all of it ----------------------------------------------------------- */

static void
add_sections(struct buf *buf)
{
	for (int i = 0; i < SECTION_SEVEN; i++) {
		buf_printf(buf, "%d. **%s** (`%s`)\n", i + 1,
			   _(sections[i].title), sections[i].key);
		for (int k = 0; k < 5 && sections[i].questions[k]; k++) {
			buf_puts(buf, "   - ");
			buf_wrap(buf, _(sections[i].questions[k]), WIDTH, 5, 5);
			buf_putc(buf, '\n');
		}
	}
	buf_putc(buf, '\n');
}

void
markdown_reference(struct buf *buf)
{
	const struct entity *plan = entity_plan();

	buf_printf(buf, "# %s\n\n", _("The reference of ces"));
	paragraph(buf, NULL,
		  _("Every rule, measure, question and key, as "
		    "`ces explain --format markdown` writes them."));
	buf_printf(buf, "## %s\n\n", _("Rules"));
	for (int i = 0; i < TOPIC_COUNT; i++)
		markdown_topic(buf, &topics[i]);
	buf_printf(buf, "## %s\n\n", _("Measures"));
	for (int i = 0; i < standard_count; i++)
		markdown_measure(buf, &standards[i]);
	buf_printf(buf, "## %s\n\n", _("Guiding questions"));
	add_sections(buf);
	buf_printf(buf, "## %s\n\n", _("Discussion questions"));
	for (int i = 0; i < question_count; i++)
		markdown_question(buf, &questions[i]);
	buf_printf(buf, "## %s\n\n", _("Keys"));
	for (int i = 0; i < plan->n; i++)
		markdown_key(buf, plan->fields[i].key);
	while (buf->n > 1 && buf->p[buf->n - 2] == '\n')
		buf->p[--buf->n] = '\0';
}
