/* cmd_explain.c - ces explain: a rule, a measure, a key, a question, a word */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "ces/render.h"
#include "ces/meaning.h"
#include "ces/measure.h"
#include "ces/nearest.h"
#include "ces/question.h"
#include "ces/reference.h"
#include "ces/table.h"
#include "ces/topic.h"
#include "ces/utf8.h"
#include "ces/week.h"
#include "cli/explain.h"
#include "cli/options.h"

static void
lexicon_line(struct buf *buf, const struct lexicon *lexicon)
{
	struct buf command = {0};

	buf_printf(&command, "`ces explain %s`\n", lexicon->name);
	message_fill(buf, language_user(), N_("{name}: {value}"),
		     ARGS(TEXT_ARG("name", _(lexicon->title)),
			  TEXT_ARG("value", command.p)));
	buf_free(&command);
}

static void
list_keys(struct buf *buf)
{
	const struct entity *plan = entity_plan();

	catalogue_title(buf, _("Keys"));
	for (int i = 0; i < plan->n; i++)
		help_entry(buf, plan->fields[i].key, _(plan->fields[i].help),
			   EXPLAIN_INDENT);
}

/* --- all of it ------------------------------------------------------------ */

static void
list_all(struct buf *buf)
{
	for (int i = 0; i < CATALOGUES; i++) {
		catalogue_list(buf, &catalogues[i]);
		buf_putc(buf, '\n');
	}
	list_keys(buf);
	buf_putc(buf, '\n');
	for (int i = 0; i < LEXICONS; i++)
		lexicon_line(buf, &lexicons[i]);
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
	if (!reference_key(page->buf, language_user(), name))
		return false;
	questions_of = section < 0 ? NULL : sections[section].questions;
	for (int i = 0; questions_of && i < 5 && questions_of[i]; i++)
		explanation_paragraph(page, i ? NULL : _("Guiding questions"),
				      _(questions_of[i]));
	for (int c = 0; c < CATALOGUES; c++)
		if (!strcmp(name, catalogues[c].key)) {
			buf_putc(page->buf, '\n');
			catalogue_list(page->buf, &catalogues[c]);
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

/* the rule by its last name, or a list where several have it */
static bool
explain_rule_ending(const struct explanation *page, const char *name)
{
	int found[TOPIC_COUNT], n = 0;

	for (int i = 0; i < TOPIC_COUNT; i++)
		if (!strcmp(strchr(topics[i].name, '/') + 1, name))
			found[n++] = i;
	if (n == 1)
		catalogues[RULES].explain(page, found[0]);
	else if (n)
		explanation_heading(page, _("Rules of that name"));
	for (int i = 0; n > 1 && i < n; i++)
		explanation_entry(page, topics[found[i]].name,
				  _(topics[found[i]].summary));
	return n > 0;
}

/* a key's older name, which is read as well */
static void
add_former(const char *path, void *data)
{
	struct endings *to = data;
	struct buf ignored = {0};
	const struct field *field = reference_field(path, &ignored);

	if (field->former && !strcmp(field->former, to->name))
		buf_printf(&to->paths, "%s%s", to->n++ ? "\n" : "", path);
	buf_free(&ignored);
}

static bool
explain_former(const struct explanation *page, const char *name)
{
	struct endings endings = {.name = name};
	struct buf text = {0};

	reference_each(add_former, &endings);
	if (!endings.n)
		return false;
	for (char *path = strtok(endings.paths.p, "\n"); path;
	     path = strtok(NULL, "\n")) {
		buf_clear(&text);
		message_fill(&text, language_user(),
			     N_("'{name}' is an older name of '{key}', and "
				"read as that."),
			     ARGS(TEXT_ARG("name", name),
				  TEXT_ARG("key", strrchr(path, '.') + 1)));
		explanation_title(page, "", name);
		explanation_paragraph(page, NULL, text.p);
		if (!page->markdown)
			buf_putc(page->buf, '\n');
		explain_key(page, path);
	}
	buf_free(&text);
	buf_free(&endings.paths);
	return true;
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
		catalogue_list(page->buf, &catalogues[RULES]);
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

/* a name may be that of a key, of words and of a type: of all of them then, and
 * keys, which are what a plan has, go before what they hold */
static bool
explain_name(const struct explanation *page, const char *name)
{
	bool found;

	if (add_page(page, name, explain_list))
		return true;
	found = add_page(page, name, explain_catalogued);
	found |= add_page(page, name, explain_key);
	found |= add_page(page, name, explain_ending);
	for (int i = 0; i < LEXICONS; i++)
		found |=
			add_page(page, without_prefix(name, lexicons[i].prefix),
				 lexicons[i].explain);
	return found || add_page(page, name, explain_rule_ending) ||
	       add_page(page, name, explain_former);
}

/* a value says which type is meant; days alone are the beginning of hours */
static bool
explain_value(const struct explanation *page, const char *value)
{
	struct arena arena = {0};
	struct buf week = {0};
	struct duration duration;
	struct period period;
	struct date date;
	struct week hours;
	struct week_error error;
	size_t n = strlen(value);
	const char *type = NULL;

	buf_printf(&week, "%s 09:00-17:00", value);
	if (date_parse(value, n, &date))
		type = "date";
	else if (period_parse(value, n, &period))
		type = "period";
	else if (duration_parse(value, n, &duration))
		type = "duration";
	else if (week_parse(value, n, &arena, &hours, &error) ||
		 week_parse(week.p, week.n, &arena, &hours, &error))
		type = "hours";
	buf_free(&week);
	arena_release(&arena);
	for (int i = 0; type && i < LEXICONS; i++)
		if (!strcmp(lexicons[i].name, "types"))
			return lexicons[i].explain(page, type);
	return false;
}

/* a label may be that of several */
static bool
explain_label(const struct explanation *page, const char *label)
{
	struct arena arena = {0};
	struct texts names = labels_find(&arena, label);

	for (size_t i = 0; i < names.n; i++)
		add_page(page, names.items[i], explain_name);
	arena_release(&arena);
	return names.n > 0;
}

/* as written, in small letters, as a value, or by what it is called in the
 * user's language */
static bool
explain(const struct explanation *page, const char *name)
{
	struct buf small = {0};
	bool found;

	for (const char *c = name; *c; c++)
		buf_putc(&small, to_lower(*c));
	found = explain_name(page, name) || explain_name(page, small.p) ||
		explain_value(page, name) || explain_label(page, name);
	buf_free(&small);
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

static void
try_label(const char *label, const char *name, void *data)
{
	struct suggestion *to = data;

	(void)name;
	nearest_try(&to->nearest, label);
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
	labels_each(language_user(), try_label, &to);
	if (to.nearest.best)
		return show_message(N_("nothing is called '{name}'; did you "
				       "mean 'ces explain {near}'?"),
				    ARGS(TEXT_ARG("name", word),
					 TEXT_ARG("near", to.nearest.best)));
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
	.arguments = N_("[NAME]"),
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
