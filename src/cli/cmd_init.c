/* cmd_init.c - ces init: a plan to start from */
#include <errno.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ces/arena.h"
#include "ces/code.h"
#include "ces/file.h"
#include "ces/message.h"
#include "ces/reference.h"
#include "ces/zone.h"
#include "cli/options.h"
#include "cli/scaffold.h"

#define _(text) gettext(text)

static const char schema_name[] = "ces.schema.json";

/* the answers at the prompt; freed at the end */
struct answers {
	char *organization, *currency, *timezone;
};

/* One question on the terminal; an empty answer is NULL. */
static char *
ask(const char *question, const char *hint)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t n;

	fprintf(stderr, "%s (%s): ", question, hint);
	fflush(stderr);
	n = getline(&line, &room, stdin);
	while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == '\r' ||
			 line[n - 1] == ' '))
		line[--n] = '\0';
	if (n > 0)
		return line;
	free(line);
	return NULL;
}

/* as ISO 4217 writes it */
static void
upper(char *code)
{
	for (; code && *code; code++)
		if (*code >= 'a' && *code <= 'z')
			*code = (char)(*code - 'a' + 'A');
}

static bool
currency_known(const char *answer)
{
	char code[4] = "";

	if (strlen(answer) != 3)
		return false;
	memcpy(code, answer, 3);
	upper(code);
	return code_known(CODE_CURRENCY, code);
}

static void
currency_unknown(const char *answer)
{
	fprintf(stderr,
		_("  '%s' is not known; write three letters, like EUR, or "
		  "nothing\n"),
		answer);
}

static void
zone_unknown(const char *answer)
{
	char near[ZONE_NAME_SIZE];

	if (zone_nearest(answer, near))
		fprintf(stderr, _("  '%s' is not known; did you mean '%s'?\n"),
			answer, near);
	else
		fprintf(stderr,
			_("  '%s' is not known; write Area/City, like "
			  "Europe/London, or nothing\n"),
			answer);
}

/* asks again until the answer is known or empty */
static char *
ask_known(const char *question, const char *hint, bool (*known)(const char *),
	  void (*unknown)(const char *))
{
	for (;;) {
		char *answer = ask(question, hint);

		if (!answer || known(answer))
			return answer;
		unknown(answer);
		free(answer);
	}
}

/* the machine's own zone, where its name is known; in buf */
static const char *
own_zone(char *buf, size_t room)
{
	static const char mark[] = "/zoneinfo/";
	ssize_t n = readlink("/etc/localtime", buf, room - 1);
	const char *name;

	if (n <= 0)
		return NULL;
	buf[n] = '\0';
	name = strstr(buf, mark);
	if (!name || !zone_known(name + sizeof(mark) - 1))
		return NULL;
	return name + sizeof(mark) - 1;
}

static void
ask_all(struct answers *answers, struct scaffold *scaffold)
{
	if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO) || scaffold->full)
		return;
	if (!scaffold->organization)
		scaffold->organization = answers->organization =
			ask(_("Whose strategy is it?"),
			    _("the organization's name"));
	answers->currency = ask_known(_("Which currency?"),
				      _("GBP, EUR, USD ..., empty: later"),
				      currency_known, currency_unknown);
	upper(answers->currency);
	scaffold->currency = answers->currency;
	answers->timezone = ask_known(
		_("Which time zone?"),
		scaffold->timezone ? scaffold->timezone
				   : _("Europe/London ..., empty: later"),
		zone_known, zone_unknown);
	if (answers->timezone)
		scaffold->timezone = answers->timezone;
}

static char *
sibling_path(const char *path, const char *name)
{
	const char *slash = strrchr(path, '/');
	struct buf buf = {0};

	buf_add(&buf, path, slash ? (size_t)(slash + 1 - path) : 0);
	buf_puts(&buf, name);
	return buf.p;
}

/* a schema written by any version of ces may be renewed */
static bool
is_our_schema(const char *path)
{
	size_t n;
	bool too_long, mine;
	char *bytes = file_read(path, 4096, &n, &too_long);

	mine = bytes && strstr(bytes, "\"$schema\"") &&
	       strstr(bytes, "Customer Experience Strategy");
	free(bytes);
	return mine;
}

static int
write_schema(const char *path)
{
	struct buf buf = {0};
	int status = EXIT_DONE;

	if (file_exists(path) && !is_our_schema(path)) {
		show_error(_("%s: kept, as ces did not write it; editors won't "
			     "know the plan's keys"),
			   path);
		return EXIT_DONE;
	}
	schema_write(&buf);
	if (!file_write(path, buf_text(&buf), buf.n))
		status = show_errno(path);
	buf_free(&buf);
	return status;
}

static int
print_next_step(const char *path, const struct scaffold *scaffold, bool quiet)
{
	struct buf buf = {0};
	int status;

	if (quiet)
		return EXIT_DONE;
	if (scaffold->full)
		buf_printf(
			&buf,
			_("wrote %s, a complete example to read and change\n"),
			path);
	else
		buf_printf(&buf,
			   _("wrote %s; texts that begin with TODO wait for "
			     "your answers\n"),
			   path);
	buf_printf(&buf, _("next: ces check %s\n"), path);
	status = print_all(&buf);
	buf_free(&buf);
	return status;
}

static int
write_plan(const char *path, const struct scaffold *scaffold, bool quiet)
{
	struct buf buf = {0};
	char *schema = sibling_path(path, schema_name);
	int status = EXIT_DONE;

	scaffold_write(&buf, scaffold, schema_name);
	if (!strcmp(path, "-"))
		status = print_all(&buf);
	else if (!file_write(path, buf_text(&buf), buf.n))
		status = show_errno(path);
	else
		status = write_schema(schema);
	if (!status && strcmp(path, "-") != 0)
		status = print_next_step(path, scaffold, quiet);
	free(schema);
	buf_free(&buf);
	return status;
}

static int
run(const struct options *options)
{
	const char *path =
		options->file_count ? options->files[0] : "strategy.yaml";
	const char *language = options->value[OPTION_LANGUAGE];
	struct scaffold scaffold = {
		.title = options->value[OPTION_TITLE],
		.organization = options->value[OPTION_ORGANIZATION],
		.sector = options->value[OPTION_SECTOR],
		.language = language,
		.full = options->value[OPTION_FULL] != NULL};
	struct answers answers = {0};
	char zone[256];
	int status;

	if (language && !code_known(CODE_LANGUAGE, language))
		return show_error(
			_("'%s' is not a language; write its code, en for "
			  "instance"),
			language);
	if (strcmp(path, "-") != 0 && file_exists(path) &&
	    !options->value[OPTION_FORCE])
		return show_error(
			_("%s: exists already; overwrite it with --force"),
			path);
	if (!date_today(&scaffold.today))
		return show_error(
			_("SOURCE_DATE_EPOCH is not a number of seconds "
			  "since 1970"));
	scaffold.timezone = own_zone(zone, sizeof(zone));
	ask_all(&answers, &scaffold);
	status = write_plan(path, &scaffold,
			    options->value[OPTION_QUIET] != NULL);
	free(answers.organization);
	free(answers.currency);
	free(answers.timezone);
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
