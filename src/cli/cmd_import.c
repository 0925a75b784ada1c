/* cmd_import.c - ces import: what was changed in workbooks comes back into
 * their plan */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "ces/file.h"
#include "ces/import.h"
#include "ces/language.h"
#include "ces/message.h"
#include "ces/workbook_read.h"
#include "cli/edited.h"
#include "cli/import_report.h"
#include "cli/inputs.h"

/* one run of the command */
struct reading {
	const struct options *options;
	struct workbook *workbooks;
	size_t n;
	struct sheets_reading *first; /* of the first one, on its way */
	const char *plan; /* as named; NULL: the one that Source names */
	char *found;	  /* where that is */
	char **skips;
	size_t skip_count, skip_cap;
	const struct import *import;
	bool each; /* change by change is asked for */
};

/* --- workbooks and plan --------------------------------------------------- */

static bool
is_plan(const char *name)
{
	const char *dot = strrchr(name, '.');

	if (!strcmp(name, "-"))
		return true;
	return dot && (!strcasecmp(dot, ".yaml") || !strcasecmp(dot, ".yml"));
}

static bool
name_files(struct reading *reading)
{
	const struct options *options = reading->options;

	for (int i = 0; i < options->file_count; i++) {
		const char *name = options->files[i];

		if (is_plan(name) && reading->plan)
			return show_message(
				       N_("'{plan}' and '{other}' are both "
					  "plans; name one"),
				       ARGS(TEXT_ARG("plan", reading->plan),
					    TEXT_ARG("other", name))),
			       false;
		if (is_plan(name))
			reading->plan = name;
		else
			reading->workbooks[reading->n++].name = name;
	}
	if (!reading->n)
		show_error(_("a workbook is missing; name the one that came "
			     "back, 'review.xlsx' for instance"));
	return reading->n > 0;
}

/* Copies of one workbook, which several reviewers had, are of one plan. */
static bool
plans_agree(const struct reading *reading)
{
	const char *first = workbook_fact(&reading->workbooks[0], "plan");

	for (size_t i = 1; first && i < reading->n; i++) {
		const struct workbook *other = &reading->workbooks[i];
		const char *name = workbook_fact(other, "plan");

		if (name && strcmp(name, first) != 0)
			return show_message(
				       N_("{workbook}: is of the plan "
					  "'{plan}', and {other} of "
					  "'{other_plan}'; import them one by "
					  "one"),
				       ARGS(TEXT_ARG(
						    "workbook",
						    reading->workbooks[0].name),
					    TEXT_ARG("plan", first),
					    TEXT_ARG("other", other->name),
					    TEXT_ARG("other_plan", name))),
			       false;
	}
	return true;
}

/* the file of that name in the folder of the workbook, else here */
static bool
find_plan(struct reading *reading)
{
	const char *workbook = reading->workbooks[0].name;
	const char *name = workbook_fact(&reading->workbooks[0], "plan");
	const char *slash = strrchr(workbook, '/');
	struct buf path = {0};

	if (name && strrchr(name, '/'))
		name = strrchr(name, '/') + 1;
	if (!name || !*name || !strcmp(name, "-"))
		return show_message(
			       N_("{workbook}: doesn't tell its plan; name it: "
				  "ces import {workbook} strategy.yaml"),
			       ARGS(TEXT_ARG("workbook", workbook))),
		       false;
	if (slash)
		buf_add(&path, workbook, (size_t)(slash + 1 - workbook));
	buf_puts(&path, name);
	reading->found = mem_string(file_exists(path.p) ? path.p : name);
	buf_free(&path);
	if (!file_exists(reading->found))
		return show_message(N_("{workbook}: its plan '{plan}' is "
				       "neither beside it nor here; name it: "
				       "ces import {workbook} strategy.yaml"),
				    ARGS(TEXT_ARG("workbook", workbook),
					 TEXT_ARG("plan", name))),
		       false;
	return true;
}

static bool
load_plan(const struct reading *reading, struct rewrite *rewrite)
{
	return rewrite_open(rewrite, &command_import, reading->options,
			    reading->plan ? reading->plan : reading->found);
}

static bool
open_workbooks(struct reading *reading)
{
	for (size_t i = 0; i < reading->n; i++) {
		struct workbook *workbook = &reading->workbooks[i];
		const char *error;

		if (!sheets_end(i ? sheets_start(workbook->name)
				  : reading->first,
				&workbook->sheets, &error))
			return show_error("%s: %s", workbook->name, _(error)),
			       false;
	}
	return plans_agree(reading);
}

/* A plan that is named is loaded while a program reads the first workbook;
 * another one is found when that has been read. */
static bool
open_files(struct reading *reading, struct rewrite *rewrite)
{
	bool named = reading->plan && !file_is_stream(reading->plan), loaded;

	reading->first = sheets_start(reading->workbooks[0].name);
	loaded = named && load_plan(reading, rewrite);
	if (!open_workbooks(reading))
		return false;
	if (named)
		return loaded;
	return (reading->plan || find_plan(reading)) &&
	       load_plan(reading, rewrite);
}

/* --- questions ------------------------------------------------------------ */

static void
add_skip(struct reading *reading, const char *skip)
{
	ARRAY_GROW(reading->skips, reading->skip_count, reading->skip_cap);
	reading->skips[reading->skip_count++] = mem_string(skip);
}

/* the letters that questions name, and those of their language */
static const struct reply {
	const char *letter, *own;
} replies[] = {{"y", C_("answer", "y")},
	       {"e", C_("answer", "e")},
	       {"n", C_("answer", "n")}};

/* the answer of a person, as its English letter or 0; 'n' at the end of what
 * there is to read */
static char
answer_of(const char *question)
{
	char line[64];
	const char *at;

	printf("%s ", question);
	fflush(stdout);
	if (!fgets(line, sizeof(line), stdin)) {
		putchar('\n');
		return 'n';
	}
	at = line + strspn(line, " \t");
	for (size_t i = 0; i < sizeof(replies) / sizeof(*replies); i++) {
		const char *own = _(replies[i].own);

		if (!strncasecmp(at, replies[i].letter, 1) ||
		    !strncasecmp(at, own, strlen(own)))
			return *replies[i].letter;
	}
	return 0;
}

static bool
ask(void *data)
{
	struct reading *reading = data;
	char answer =
		answer_of(_("Write these changes to the plan? y: yes, e: ask "
			    "for each of them, n: no (default)"));

	reading->each = answer == 'e';
	return answer == 'y';
}

/* asks for each change; what is not wanted is left out in the next run */
static void
ask_each(struct reading *reading, struct source *plan)
{
	const struct import *import = reading->import;

	for (size_t i = 0; i < import->n; i++) {
		const struct import_finding *finding = &import->items[i];
		struct buf line = {0};

		if (!finding->change.path || (finding->kind != IMPORT_TAKEN &&
					      finding->kind != IMPORT_ASSUMED))
			continue;
		import_line(&line, finding, plan, reading->n > 1);
		printf("%s\n", buf_text(&line));
		buf_free(&line);
		if (answer_of(_("Take it? y: yes (default), n: no")) == 'n')
			add_skip(reading, finding->path);
	}
}

static bool
asks(const struct rewrite *rewrite)
{
	return !rewrite_writes(rewrite) && !strcmp(rewrite->format, "text") &&
	       isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

/* --- what becomes of the cells -------------------------------------------- */

static void
write_members(struct json *json, const void *data, struct source *plan)
{
	const struct reading *reading = data;

	import_json(json, reading->import, plan);
}

static const char *
why_blocked(struct import *import)
{
	size_t refused = import_count(import, IMPORT_REFUSED);
	size_t conflicts = import_count(import, IMPORT_CONFLICT);
	struct buf buf = {0};

	if (!refused && !conflicts)
		return NULL;
	message_count(&buf, language_user(),
		      "{n} place can't be taken as it is; correct it in the "
		      "workbook or the plan, or leave it out with --skip",
		      "{n} places can't be taken as they are; correct them in "
		      "the workbook or the plan, or leave them out with --skip",
		      (double)(refused + conflicts), NO_ARGS);
	return arena_take(&import->arena, &buf);
}

/* A skip that names nothing is a slip of the pen. */
static bool
skips_known(const struct reading *reading, const struct import *import)
{
	for (size_t i = 0; i < reading->options->given_count; i++)
		if (!import->skipped[i])
			return show_error(_("--skip: nothing came back for "
					    "'%s'; give the path or the cell "
					    "as it is shown"),
					  reading->skips[i]),
			       false;
	return true;
}

/* without any change there is no diff */
static int
finish_unchanged(const struct rewrite *rewrite)
{
	struct buf buf = {0};

	buf_puts(&buf, rewrite->head ? rewrite->head : "");
	if (!rewrite->blocked)
		buf_printf(&buf, "%s\n", _("There is nothing to change."));
	if (print_all(&buf) != EXIT_DONE)
		return EXIT_CANNOT;
	if (!rewrite->blocked)
		return EXIT_DONE;
	show_message(N_("{file}: nothing is written: {reason}"),
		     ARGS(TEXT_ARG("file", rewrite->name),
			  TEXT_ARG("reason", rewrite->blocked)));
	return EXIT_FOUND;
}

static int
finish(struct reading *reading, struct rewrite *rewrite, struct import *import)
{
	struct buf head = {0};
	bool text = !strcmp(rewrite->format, "text");

	import_text(&head, import, &rewrite->old.source, reading->n > 1,
		    rewrite->options->terminal ? rewrite->options->width : 0);
	rewrite->head = arena_take(&import->arena, &head);
	rewrite->blocked = why_blocked(import);
	rewrite->notes_json = write_members;
	reading->import = import;
	rewrite->data = reading;
	if (asks(rewrite))
		rewrite->ask = ask;
	if (!import->changes.n && text && !rewrite->options->output_count)
		return finish_unchanged(rewrite);
	if (!import->changes.n &&
	    !changes_apply(&rewrite->old, &import->changes, 0,
			   &rewrite->edited))
		return rewrite_refuse(rewrite);
	rewrite->changes = import->changes;
	import->changes = (struct changes){0};
	return rewrite_finish(rewrite);
}

static bool
judge_plan(struct review *review, const struct rewrite *rewrite)
{
	struct review_options options;

	if (!review_options_read(&options, rewrite->options))
		return false;
	review_judge(review, &rewrite->old, &options);
	return true;
}

static int
compare(struct reading *reading, struct rewrite *rewrite)
{
	const struct import_options wanted = {
		.skips = (const char *const *)reading->skips,
		.skip_count = reading->skip_count,
		.delete = rewrite->options->value[OPTION_DELETE] != NULL};
	struct changes none = {0};
	struct import import = {0};
	struct review now;
	int status = EXIT_CANNOT;

	if (rewrite->old.loaded != LOADED_WHOLE || rewrite->old.source.given) {
		changes_apply(&rewrite->old, &none, 0, &rewrite->edited);
		return rewrite_refuse(rewrite);
	}
	if (!judge_plan(&now, rewrite))
		return EXIT_CANNOT;
	import_read(&import, &now, reading->workbooks, reading->n, &wanted);
	if (!skips_known(reading, &import))
		status = EXIT_CANNOT;
	else if (!import_prove(&import, &rewrite->old, &rewrite->edited))
		status = rewrite_refuse(rewrite);
	else
		status = finish(reading, rewrite, &import);
	if (reading->each)
		ask_each(reading, &now.source);
	review_release(&now);
	import_release(&import);
	return status;
}

/* --- the command ---------------------------------------------------------- */

/* The changes that were chosen, one by one, are written without a question. */
static int
run_chosen(struct reading *reading)
{
	struct options chosen = *reading->options;
	struct rewrite rewrite;
	int status = EXIT_CANNOT;

	reading->each = false;
	chosen.value[OPTION_WRITE] = "";
	reading->options = &chosen;
	if (load_plan(reading, &rewrite))
		status = compare(reading, &rewrite);
	rewrite_release(&rewrite);
	return status;
}

static int
run_import(const struct options *options)
{
	struct reading reading = {.options = options};
	struct rewrite rewrite = {0};
	int status = EXIT_CANNOT;

	reading.workbooks = mem_zeroed((size_t)options->file_count + 1,
				       sizeof(*reading.workbooks));
	for (size_t i = 0; i < options->given_count; i++)
		add_skip(&reading, options->given[i].text);
	if (name_files(&reading) && open_files(&reading, &rewrite))
		status = compare(&reading, &rewrite);
	rewrite_release(&rewrite);
	if (reading.each)
		status = run_chosen(&reading);
	for (size_t i = 0; i < reading.n; i++)
		sheets_release(&reading.workbooks[i].sheets);
	for (size_t i = 0; i < reading.skip_count; i++)
		free(reading.skips[i]);
	free(reading.workbooks);
	free(reading.skips);
	free(reading.found);
	return status;
}

const struct command command_import = {
	.name = "import",
	.arguments = N_("WORKBOOK... [FILE]"),
	.summary = N_("take back into the plan what was changed in its "
		      "workbook"),
	.examples = "  ces import review.xlsx\n"
		    "  ces import review.xlsx strategy.yaml --write "
		    "--skip 'Actions!D5'\n"
		    "  ces import ada.xlsx ben.xlsx --format json\n",
	.options = 1u << OPTION_FORMAT | 1u << OPTION_OUTPUT |
		   1u << OPTION_AS_OF | 1u << OPTION_SKIP |
		   1u << OPTION_DELETE | 1u << OPTION_WRITE |
		   1u << OPTION_FORCE,
	.output = N_("write the changed plan to this file, and leave the old "
		     "one; '-' is standard output"),
	.formats = edit_format,
	.most = -1,
	.run = run_import};
