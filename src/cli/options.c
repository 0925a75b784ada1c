/* options.c - reading the command line by the table of options, and formats by
 * those of the commands */
#include "cli/options.h"

#include <getopt.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "ces/arena.h"
#include "ces/file.h"
#include "ces/language.h"
#include "ces/message.h"
#include "ces/nearest.h"

const struct option_row option_rows[OPTION_COUNT] = {
	[OPTION_OUTPUT] =
		{"output", 'o', N_("FILE"),
		 N_("write to this file; '-' is standard output, and for "
		    "export a name that ends in '/' is a folder")},
	[OPTION_FORMAT] = {"format", 'f', N_("FORMAT"),
			   N_("format of the output, see FORMATS")},
	[OPTION_BOM] = {"bom", 0, NULL,
			N_("begin each CSV file with a byte order mark, by "
			   "which Excel knows that it is UTF-8")},
	[OPTION_AS_OF] = {"as-of", 0, N_("DATE"),
			  N_("judge overdue and stale as of this day")},
	[OPTION_AS] = {"as", 0, N_("STATUS"),
		       N_("judge the plan as if it were draft, in_review, "
			  "approved or retired")},
	[OPTION_FAIL_ON] = {"fail-on", 0, N_("SEVERITY"),
			    N_("exit with 1 at this severity or above: error "
			       "(default), warning, advice or never")},
	[OPTION_SECTION] = {"section", 's', N_("SECTION"),
			    N_("only this section, 'channels' for instance")},
	[OPTION_OWNER] = {"owner", 0, N_("PERSON"),
			  N_("only items that this person owns")},
	[OPTION_OPEN] = {"open", 0, NULL, N_("only items that are open")},
	[OPTION_JOBS] = {"jobs", 'j', N_("N"),
			 N_("work on this many files at a time; default: one "
			    "per processor")},
	[OPTION_LIMIT] =
		{"limit", 0, N_("N"),
		 N_("show at most N findings of each file, as text and "
		    "in brief")},
	[OPTION_TITLE] = {"title", 0, N_("TEXT"), N_("the plan's title")},
	[OPTION_ORGANIZATION] = {"organization", 0, N_("TEXT"),
				 N_("the organization's name")},
	[OPTION_SECTOR] = {"sector", 0, N_("WORD"),
			   N_("line of business: retail, utility, bank, "
			      "telecom, public, health ...")},
	[OPTION_LANGUAGE] =
		{"language", 0, N_("CODE"),
		 N_("language of what is written, 'es' or 'zh-Hant' for "
		    "instance; default: the plan's, and of init yours")},
	[OPTION_FULL] = {"full", 0, NULL,
			 N_("a complete worked example instead of an empty "
			    "plan")},
	[OPTION_ADD] = {"add", 0, N_("PATH=VALUE"),
			N_("add an item, with its keys in braces; may be "
			   "repeated")},
	[OPTION_REMOVE] = {"remove", 0, N_("PATH"),
			   N_("take out an item or a key; may be repeated")},
	[OPTION_SKIP] = {"skip", 0, N_("PLACE"),
			 N_("leave out what came back for this path, or cell "
			    "('Actions!D5', of several workbooks 'ben.xlsx: "
			    "Actions!D5'); may be repeated")},
	[OPTION_DELETE] = {"delete", 0, NULL,
			   N_("take out items whose rows are gone from the "
			      "workbook")},
	[OPTION_UNSAFE] = {"unsafe", 0, NULL,
			   N_("make also fixes that are a guess, such as the "
			      "nearest id; look at each of them")},
	[OPTION_NEXT] =
		{"next", 0, N_("N"),
		 N_("make the fix of the first, second or third finding "
		    "that 'ces check' calls most worth fixing next")},
	[OPTION_WRITE] = {"write", 'w', NULL,
			  N_("change the plan itself; without it, what would "
			     "change is shown")},
	[OPTION_FORCE] = {"force", 0, NULL,
			  N_("overwrite a file that is there, even if it was "
			     "edited; none but init overwrites a plan; for "
			     "set, remove also what others refer to")},
	[OPTION_COLOR] = {"color", 0, N_("WHEN"),
			  N_("always, never or auto (default)")},
	[OPTION_QUIET] = {"quiet", 'q', NULL,
			  N_("no summary, and no message about files written")},
	[OPTION_HELP] = {"help", 'h', NULL, N_("show this help")},
	[OPTION_VERSION] = {"version", 0, NULL, N_("show the version")}};

bool
command_takes(const struct command *command, int option)
{
	return command->options & 1u << option || option >= OPTION_COLOR;
}

/* --- values of --format --------------------------------------------------- */

static const struct format text_formats[] = {
	{"text", ".txt", N_("for people: plain text"), NULL},
	{"markdown", ".md", N_("for people: Markdown, for a wiki or an issue"),
	 own_markdown},
};

const struct format *
text_format(size_t i)
{
	return i < sizeof(text_formats) / sizeof(*text_formats)
		       ? &text_formats[i]
		       : NULL;
}

void
format_list(struct buf *buf, const struct command *command, bool suffixes)
{
	struct arena arena = {0};
	struct texts names = {0};
	const struct format *format;

	for (size_t i = 0; (format = command->formats(i)); i++)
		texts_append(&arena, &names,
			     suffixes ? format->suffix : format->name);
	list_show(buf, language_user(),
		  &(struct text_list){names.items, names.n, LIST_OR});
	arena_release(&arena);
}

static int
unknown_format(const struct command *command, const char *name)
{
	const struct format *format;
	struct nearest nearest;
	struct buf list = {0};

	nearest_start(&nearest, name);
	for (size_t i = 0; (format = command->formats(i)); i++)
		nearest_try(&nearest, format->name);
	format_list(&list, command, false);
	if (nearest.best)
		show_message(N_("'ces {command}' has no format '{format}'; did "
				"you mean '{near}'?"),
			     ARGS(TEXT_ARG("command", command->name),
				  TEXT_ARG("format", name),
				  TEXT_ARG("near", nearest.best)));
	else
		show_message(N_("'ces {command}' has no format '{format}'; "
				"write {known}"),
			     ARGS(TEXT_ARG("command", command->name),
				  TEXT_ARG("format", name),
				  TEXT_ARG("known", buf_text(&list))));
	buf_free(&list);
	return -1;
}

int
format_find(const struct command *command, const char *name)
{
	const struct format *format;

	for (int i = 0; (format = command->formats((size_t)i)); i++)
		if (!strcmp(name, format->name) ||
		    !strcmp(name, format->suffix + 1)) /* "md" */
			return i;
	return unknown_format(command, name);
}

bool
name_has_suffix(const char *name, const char *suffix)
{
	size_t n = strlen(name), m = strlen(suffix);

	return n > m && !strcasecmp(name + n - m, suffix);
}

int
format_for(const struct command *command, const char *path)
{
	const struct format *format;
	struct buf list = {0};

	for (int i = 0; (format = command->formats((size_t)i)); i++)
		if (name_has_suffix(path, format->suffix))
			return i;
	format_list(&list, command, true);
	show_message(N_("{file}: the name doesn't tell the format; end it in "
			"{known}, or give --format"),
		     ARGS(TEXT_ARG("file", path),
			  TEXT_ARG("known", buf_text(&list))));
	buf_free(&list);
	return -1;
}

/* --- the command line ----------------------------------------------------- */

/* getopt's tables, made from option_rows */
struct tables {
	struct option longs[OPTION_COUNT + 1];
	char shorts[2 * OPTION_COUNT + 2];
};

static void
make_tables(struct tables *tables, const struct command *command)
{
	size_t n = 0, letters = 0;

	tables->shorts[letters++] = ':';
	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = &option_rows[i];

		if (!command_takes(command, i))
			continue;
		tables->longs[n++] = (struct option){
			row->name,
			row->argument ? required_argument : no_argument, NULL,
			256 + i};
		if (!row->letter)
			continue;
		tables->shorts[letters++] = row->letter;
		if (row->argument)
			tables->shorts[letters++] = ':';
	}
	tables->longs[n] = (struct option){0};
	tables->shorts[letters] = '\0';
}

static int
option_of(int code)
{
	if (code >= 256)
		return code - 256;
	for (int i = 0; i < OPTION_COUNT; i++)
		if (option_rows[i].letter == code)
			return i;
	return -1;
}

static bool
unknown_option(const struct command *command, const char *given)
{
	struct nearest nearest;
	struct buf name = {0};

	given += strncmp(given, "--", 2) ? 0 : 2;
	buf_add(&name, given, strcspn(given, "="));
	nearest_start(&nearest, name.p);
	for (int i = 0; i < OPTION_COUNT; i++)
		if (command_takes(command, i))
			nearest_try(&nearest, option_rows[i].name);
	if (nearest.best)
		show_message(N_("'{command}' has no option '{option}'; did you "
				"mean '--{near}'?"),
			     ARGS(TEXT_ARG("command", command->name),
				  TEXT_ARG("option", name.p),
				  TEXT_ARG("near", nearest.best)));
	else
		show_message(N_("'{command}' has no option '{option}'; 'ces "
				"{command} --help' lists them"),
			     ARGS(TEXT_ARG("command", command->name),
				  TEXT_ARG("option", name.p)));
	buf_free(&name);
	return false;
}

static bool
is_true_variable(const char *name)
{
	const char *value = getenv(name);

	return value && *value && strcmp(value, "0") != 0;
}

/* --color, then NO_COLOR, CLICOLOR_FORCE, CLICOLOR=0, then the terminal */
static bool
read_color(struct options *options)
{
	const char *when = options->value[OPTION_COLOR];
	const char *term = getenv("TERM"), *none = getenv("NO_COLOR"),
		   *plain = getenv("CLICOLOR");

	if (when && !strcmp(when, "always"))
		options->color = true;
	else if (when && !strcmp(when, "never"))
		options->color = false;
	else if (when && strcmp(when, "auto") != 0)
		return show_error(_("'%s' is not a value of --color; write "
				    "always, never or auto"),
				  when),
		       false;
	else if (none && *none)
		options->color = false;
	else if (is_true_variable("CLICOLOR_FORCE") ||
		 is_true_variable("FORCE_COLOR"))
		options->color = true;
	else
		options->color = isatty(STDOUT_FILENO) && term &&
				 strcmp(term, "dumb") != 0 &&
				 !(plain && !strcmp(plain, "0"));
	return true;
}

static void
read_width(struct options *options)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	long n = columns ? strtol(columns, NULL, 10) : 0;

	options->terminal = isatty(STDOUT_FILENO);
	if (n <= 0 && options->terminal &&
	    !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size))
		n = size.ws_col;
	options->width = n <= 0 ? 80 : n < 40 ? 40 : n > 500 ? 500 : (size_t)n;
}

static bool
read_date(struct options *options)
{
	const char *text = options->value[OPTION_AS_OF];
	struct date today;

	if (text && !date_parse(text, strlen(text), &options->as_of))
		return show_error(_("'%s' is not a date; write --as-of "
				    "2026-06-30"),
				  text),
		       false;
	if (!text && !date_today(&today))
		return show_error(
			       _("SOURCE_DATE_EPOCH is not a number of seconds "
				 "since 1970")),
		       false;
	return true;
}

/* "my plan.yaml" typed without quotes is two words */
static bool
blanks_quoted(const struct options *options, int first)
{
	struct buf name = {0}, quoted = {0};
	bool found = false;

	buf_puts(&name, options->files[first]);
	for (int i = first + 1;
	     i < options->file_count && !found && name.n < PATH_MAX; i++) {
		buf_printf(&name, " %s", options->files[i]);
		found = file_exists(name.p);
	}
	if (found) {
		buf_shell(&quoted, name.p);
		show_message(N_("{file}: no such file; a name with blanks "
				"needs quotes: {quoted}"),
			     ARGS(TEXT_ARG("file", options->files[first]),
				  TEXT_ARG("quoted", quoted.p)));
	}
	buf_free(&name);
	buf_free(&quoted);
	return !found;
}

static bool
words_fit(const struct options *options, const struct command *command)
{
	for (int i = 0; i < options->file_count; i++) {
		if (!*options->files[i])
			return show_error(_("an argument is empty; leave it "
					    "out, or name a file there")),
			       false;
		if (!file_exists(options->files[i]) &&
		    !blanks_quoted(options, i))
			return false;
	}
	if (command->most < 0 || options->file_count <= command->most)
		return true;
	show_message(
		N_("'{argument}' is one argument too many for 'ces {command}'"),
		ARGS(TEXT_ARG("argument", options->files[command->most]),
		     TEXT_ARG("command", command->name)));
	return false;
}

bool
options_read(struct options *options, const struct command *command, int argc,
	     char **argv)
{
	struct tables tables;
	int code, option;

	*options = (struct options){0};
	options->outputs = mem_alloc(sizeof(char *) * (size_t)argc);
	options->formats = mem_alloc(sizeof(char *) * (size_t)argc);
	options->output_formats = mem_alloc(sizeof(char *) * (size_t)argc);
	options->given = mem_alloc(sizeof(*options->given) * (size_t)argc);
	make_tables(&tables, command);
	opterr = 0;
	while ((code = getopt_long(argc, argv, tables.shorts, tables.longs,
				   NULL)) != -1) {
		if (code == '?')
			return unknown_option(
				command, optopt && optopt < 256
						 ? (char[]){(char)optopt, 0}
						 : argv[optind - 1]);
		if (code == ':')
			return show_error(_("'%s' needs a value"),
					  argv[optind - 1]),
			       false;
		option = option_of(code);
		options->value[option] = optarg ? optarg : "";
		if (option == OPTION_OUTPUT && !*optarg)
			return show_error(_("'%s' needs the name of a file"),
					  "-o"),
			       false;
		if (option == OPTION_OUTPUT) {
			options->output_formats[options->output_count] =
				options->value[OPTION_FORMAT];
			options->outputs[options->output_count++] = optarg;
		}
		if (option == OPTION_FORMAT)
			options->formats[options->format_count++] = optarg;
		if (option == OPTION_ADD || option == OPTION_REMOVE ||
		    option == OPTION_SKIP)
			options->given[options->given_count++] =
				(struct given){option, optarg};
	}
	options->files = argv + optind;
	options->file_count = argc - optind;
	if (!words_fit(options, command))
		return false;
	read_width(options);
	return read_color(options) && read_date(options);
}

bool
number_read(size_t *to, const char *text, const char *message)
{
	long n = strtol(text, NULL, 10);

	*to = (size_t)n;
	if (n > 0 && strspn(text, "0123456789") == strlen(text))
		return true;
	show_error(message, text);
	return false;
}

bool
jobs_read(size_t *jobs, const struct options *options)
{
	const char *text = options->value[OPTION_JOBS];
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	*jobs = n < 1 ? 1 : (size_t)n;
	if (text && !number_read(jobs, text,
				 _("'%s' is not a number of jobs; write "
				   "--jobs 4, for instance")))
		return false;
	*jobs = *jobs > 64 ? 64 : *jobs;
	return true;
}

void
options_release(struct options *options)
{
	free(options->outputs);
	free(options->formats);
	free(options->output_formats);
	free(options->given);
}
