/* cmd_init.c - ces init and ces schema: a plan to start from, and the format
 * for editors */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "ces/arena.h"
#include "ces/code.h"
#include "ces/embedded.h"
#include "ces/file.h"
#include "ces/guess.h"
#include "ces/language.h"
#include "ces/message.h"
#include "ces/question.h"
#include "ces/reference.h"
#include "ces/utf8.h"
#include "cli/init.h"
#include "cli/options.h"

#define _(text) language_text(language_user(), text)

static const char schema_name[] = "ces.schema.json";

/* --- the template with its marks filled in -------------------------------- */

/*
 * A text as a YAML scalar: in double quotes unless it is plainly a text, as
 * answers and arguments may hold anything.
 */
static void
add_scalar(struct buf *buf, const char *text)
{
	bool plain = *text && !strpbrk(text, ":#'\"\\&*!|>%@`{}[],\t\n\r") &&
		     !strchr("-?= .~0123456789", *text) &&
		     text[strlen(text) - 1] != ' ';

	if (plain) {
		buf_puts(buf, text);
		return;
	}
	buf_putc(buf, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			buf_printf(buf, "\\%c", *text);
		else if ((unsigned char)*text < 0x20 || *text == 0x7f)
			buf_printf(buf, "\\x%02x", (unsigned char)*text);
		else
			buf_putc(buf, *text);
	}
	buf_putc(buf, '"');
}

/* the section's title, and its questions as comments below */
static void
add_section(struct buf *buf, const char *key)
{
	int section = section_find(key);

	assert(section >= 0);
	buf_puts(buf, _(sections[section].title));
	for (int i = 0; sections[section].questions[i]; i++) {
		struct buf text = {0};

		buf_wrap(&text, _(sections[section].questions[i]), 74, 0, 0);
		for (const char *line = text.p; *line;) {
			size_t n = strcspn(line, "\n");

			buf_printf(buf, "\n#    %.*s", (int)n, line);
			line += n + (line[n] == '\n');
		}
		buf_free(&text);
	}
}

static void
add_title(struct buf *buf, const struct scaffold *scaffold)
{
	struct buf title = {0};

	if (scaffold->title)
		buf_puts(&title, scaffold->title);
	else if (scaffold->organization)
		buf_printf(&title, "%s - %s", scaffold->organization,
			   _("Customer Experience Strategy"));
	else
		buf_puts(&title, _("Customer Experience Strategy"));
	add_scalar(buf, title.p);
	buf_free(&title);
}

/* START, END, TODAY, and IN30 for thirty days from now */
static void
add_day(struct buf *buf, struct date today, const char *mark)
{
	struct date start = {today.year, today.month, 1};

	if (!strcmp(mark, "START"))
		date_write(buf, start);
	else if (!strcmp(mark, "END"))
		date_write(buf, date_add_days(date_add_months(start, 12), -1));
	else if (!strcmp(mark, "TODAY"))
		date_write(buf, today);
	else if (!strncmp(mark, "IN", 2))
		date_write(buf, date_add_days(today, atoi(mark + 2)));
}

/* CURRENCY|"TODO: ...": the answer, else the text behind the bar */
static void
add_mark(struct buf *buf, const struct scaffold *scaffold, const char *mark)
{
	const struct {
		const char *mark, *answer;
	} answers[] = {{"ORGANIZATION|", scaffold->organization},
		       {"LANGUAGE|", scaffold->language},
		       {"CURRENCY|", scaffold->currency},
		       {"TIMEZONE|", scaffold->timezone}};

	for (size_t i = 0; i < sizeof(answers) / sizeof(*answers); i++) {
		size_t n = strlen(answers[i].mark);

		if (strncmp(mark, answers[i].mark, n) != 0)
			continue;
		if (answers[i].answer)
			add_scalar(buf, answers[i].answer);
		else
			buf_puts(buf, mark + n);
		return;
	}
	if (!strncmp(mark, "SECTION:", 8))
		add_section(buf, mark + 8);
	else if (!strncmp(mark, "PREPARE:", 8))
		add_scalar(buf, _(preparations[atoi(mark + 8) - 1].title));
	else if (!strcmp(mark, "TITLE"))
		add_title(buf, scaffold);
	else if (!strcmp(mark, "FILE"))
		buf_shell(buf, scaffold->file);
	else if (!strcmp(mark, "SECTOR")) {
		buf_puts(buf, scaffold->sector ? "sector: " : "# sector: ");
		add_scalar(buf, scaffold->sector ? scaffold->sector : "retail");
	} else
		add_day(buf, scaffold->today, mark);
}

static void
write_empty(struct buf *buf, const struct scaffold *scaffold)
{
	const char *text = embedded_find("minimal.yaml")->bytes, *open;
	struct buf mark = {0};

	while ((open = strchr(text, '@'))) {
		size_t n = strcspn(open + 1, "@");

		buf_add(buf, text, (size_t)(open - text));
		buf_clear(&mark);
		buf_add(&mark, open + 1, n);
		add_mark(buf, scaffold, mark.p);
		text = open + n + 2;
	}
	buf_puts(buf, text);
	buf_free(&mark);
}

/* the complete example, with the answers in place of its own */
static void
write_example(struct buf *buf, const struct scaffold *scaffold)
{
	const struct {
		const char *key, *answer;
	} answers[] = {{"\n  title: ", scaffold->title},
		       {"\n  organization: ", scaffold->organization}};
	const char *text = embedded_find("full/retail.yaml")->bytes;

	for (size_t i = 0; i < sizeof(answers) / sizeof(*answers); i++) {
		const char *at = strstr(text, answers[i].key);

		if (!answers[i].answer)
			continue;
		at += strlen(answers[i].key);
		buf_add(buf, text, (size_t)(at - text));
		add_scalar(buf, answers[i].answer);
		text = at + strcspn(at, "\n");
	}
	buf_puts(buf, text);
}

/* the first line is the editors' note about the schema */
static void
write_scaffold(struct buf *buf, const struct scaffold *scaffold)
{
	buf_printf(buf, "# yaml-language-server: $schema=%s\n", schema_name);
	if (scaffold->full)
		write_example(buf, scaffold);
	else
		write_empty(buf, scaffold);
}

/* --- files ---------------------------------------------------------------- */

static int
write_schema(const char *path)
{
	struct buf buf = {0};

	schema_write(&buf, language_user());
	return write_output(&buf, path, true);
}

/* beside the plan */
static int
add_schema(const char *plan)
{
	const char *slash = strrchr(plan, '/');
	struct buf path = {0};
	const char *error;
	int status = EXIT_DONE;

	buf_add(&path, plan, slash ? (size_t)(slash + 1 - plan) : 0);
	buf_puts(&path, schema_name);
	/* one that any version of ces wrote is renewed */
	if (!file_exists(path.p) || own_schema(path.p, &error) == OWN_UNCHANGED)
		status = write_schema(path.p);
	else
		show_error(_("%s: kept, as ces did not write it; editors won't "
			     "know the plan's keys"),
			   path.p);
	buf_free(&path);
	return status;
}

static int
write_plan(const char *path, const struct scaffold *scaffold, bool quiet)
{
	struct buf buf = {0}, name = {0};
	int status;

	write_scaffold(&buf, scaffold);
	status = write_output(&buf, path, true);
	if (status || file_is_stream(path))
		return status;
	status = add_schema(path);
	if (status || quiet)
		return status;
	buf_visible(&name, path);
	if (scaffold->full)
		buf_printf(
			&buf,
			_("wrote %s, a complete example to read and change\n"),
			name.p);
	else
		buf_printf(&buf,
			   _("wrote %s; texts that begin with TODO wait for "
			     "your answers\n"),
			   name.p);
	buf_clear(&name);
	buf_shell(&name, path);
	buf_printf(&buf, _("next: ces check %s\n"), name.p);
	buf_free(&name);
	return print_all(&buf);
}

/* the example is of one sector, and its texts are in one language */
static bool
example_fits(const struct options *options)
{
	const char *language = options->value[OPTION_LANGUAGE];
	const char *sector = options->value[OPTION_SECTOR];

	if (!options->value[OPTION_FULL])
		return true;
	if (language && strcmp(language, "en") != 0)
		show_error(_("the complete example is in English; leave out "
			     "--language or --full"));
	else if (sector && strcmp(sector, "retail") != 0)
		show_error(_("the complete example is of a retailer; leave out "
			     "--sector or --full"));
	else
		return true;
	return false;
}

static bool
language_known(const char *language)
{
	struct arena arena = {0};
	struct guess guess;

	if (!language || code_known(CODE_LANGUAGE, language))
		return true;
	guess = guess_code(&arena, CODE_LANGUAGE, language, strlen(language));
	if (guess.text)
		show_error(_("'%s' is not a language's code; write '%s'"),
			   language, guess.text);
	else
		show_error(_("'%s' is not a language's code; write en, for "
			     "instance"),
			   language);
	arena_release(&arena);
	return false;
}

static bool
has_suffix(const char *path)
{
	const char *dot = strrchr(path, '.');

	return dot && (!strcasecmp(dot, ".yaml") || !strcasecmp(dot, ".yml"));
}

/* the name that is offered: in a folder the usual one, else the suffix in place
 * of another */
static void
add_better_name(struct buf *buf, const char *path)
{
	struct buf name = {0};
	size_t n = strlen(path);
	const char *slash = strrchr(path, '/');
	const char *base = slash ? slash + 1 : path, *dot = strrchr(base, '.');
	bool folder = file_is_folder(path) || !*base;

	buf_add(&name, path,
		dot && dot > base && !folder ? (size_t)(dot - path) : n);
	if (folder)
		buf_puts(&name, *base ? "/strategy" : "strategy");
	buf_puts(&name, has_suffix(name.p) ? "" : ".yaml");
	buf_shell(buf, name.p);
	buf_free(&name);
}

/* may a plan be written there? */
static bool
name_fits(const char *path, bool force)
{
	const char *slash = strrchr(path, '/');
	struct buf better = {0}, folder = {0}, shown = {0};
	bool fits = false;

	add_better_name(&better, path);
	buf_add(&folder, path, slash ? (size_t)(slash - path) : 0);
	buf_shell(&shown, buf_text(&folder));
	if (file_is_stream(path))
		fits = true;
	else if (file_is_folder(path))
		show_error(_("%s: this is a folder; name a file in it: ces "
			     "init %s"),
			   path, better.p);
	else if (folder.n && !file_exists(folder.p))
		show_error(_("%s: there is no folder '%s'; make it first: "
			     "mkdir -p %s"),
			   path, folder.p, shown.p);
	else if (!has_suffix(path))
		show_error(_("%s: the name of a plan ends in .yaml; write: ces "
			     "init %s"),
			   path, better.p);
	else if (file_exists(path) && !force)
		show_error(_("%s: exists already; overwrite it with --force"),
			   path);
	else
		fits = true;
	buf_free(&better);
	buf_free(&folder);
	buf_free(&shown);
	return fits;
}

static int
run(const struct options *options)
{
	const char *path =
		options->file_count ? options->files[0] : "strategy.yaml";
	const char *language = options->value[OPTION_LANGUAGE];
	const char *slash = strrchr(path, '/');
	struct scaffold scaffold = {
		.file = file_is_stream(path) ? "strategy.yaml"
			: slash		     ? slash + 1
					     : path,
		.title = options->value[OPTION_TITLE],
		.organization = options->value[OPTION_ORGANIZATION],
		.sector = options->value[OPTION_SECTOR],
		.language = language,
		.full = options->value[OPTION_FULL] != NULL};
	struct arena arena = {0};
	int status;

	if (!language_known(language) || !example_fits(options) ||
	    !name_fits(path, options->value[OPTION_FORCE] != NULL))
		return EXIT_CANNOT;
	if (!date_today(&scaffold.today))
		return show_error(
			_("SOURCE_DATE_EPOCH is not a number of seconds "
			  "since 1970"));
	ask_answers(&arena, &scaffold);
	status = write_plan(path, &scaffold,
			    options->value[OPTION_QUIET] != NULL);
	arena_release(&arena);
	return status;
}

const struct command command_init = {
	.name = "init",
	.arguments = "[FILE]",
	.summary = N_("start a plan: the seven sections and their questions"),
	.examples = "  ces init\n"
		    "  ces init --organization \"Harrow & Pine\" plan.yaml\n"
		    "  ces init --full example.yaml\n",
	.options = 1u << OPTION_TITLE | 1u << OPTION_ORGANIZATION |
		   1u << OPTION_SECTOR | 1u << OPTION_LANGUAGE |
		   1u << OPTION_FULL | 1u << OPTION_FORCE,
	.most = 1,
	.run = run};

static int
run_schema(const struct options *options)
{
	static const struct format schema = {"schema", ".json", NULL,
					     own_schema};
	struct destination to = {.path = options->value[OPTION_OUTPUT],
				 .format = &schema};

	if (!outputs_free(&to, 1, options, NULL, 0))
		return EXIT_CANNOT;
	return write_schema(to.path);
}

const struct command command_schema = {
	.name = "schema",
	.arguments = "",
	.summary = N_("print the JSON Schema of the format, for editors"),
	.examples = "  ces schema\n"
		    "  ces schema -o ces.schema.json\n",
	.options = 1u << OPTION_OUTPUT | 1u << OPTION_FORCE,
	.most = 0,
	.run = run_schema};
