/* cmd_init.c - ces init and ces schema: a plan to start from, and the format
 * for editors */
#include <string.h>
#include <strings.h>

#include "ces/arena.h"
#include "ces/code.h"
#include "ces/file.h"
#include "ces/guess.h"
#include "ces/language.h"
#include "ces/reference.h"
#include "ces/render.h"
#include "cli/init.h"
#include "cli/options.h"

static int
write_schema(const char *path, const struct language *language)
{
	struct buf buf = {0};

	schema_write(&buf, language);
	return write_output(&buf, path, true);
}

/* beside the plan */
static int
add_schema(const char *plan, const struct language *language)
{
	const char *slash = strrchr(plan, '/');
	struct buf path = {0};
	const char *error;
	int status = EXIT_DONE;

	buf_add(&path, plan, slash ? (size_t)(slash + 1 - plan) : 0);
	buf_puts(&path, schema_name);
	/* one that any version of ces wrote is renewed */
	if (!file_exists(path.p) || own_schema(path.p, &error) == OWN_UNCHANGED)
		status = write_schema(path.p, language);
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

	scaffold_write(&buf, scaffold);
	status = write_output(&buf, path, true);
	if (status || file_is_stream(path))
		return status;
	status = add_schema(path, scaffold->texts);
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

/* the example is of one sector, and in our languages */
static bool
example_fits(const struct options *options)
{
	const char *language = options->value[OPTION_LANGUAGE];
	const char *sector = options->value[OPTION_SECTOR];

	if (!options->value[OPTION_FULL])
		return true;
	if (language && !language_find(language))
		show_error(_("there is no complete example in '%s'; leave out "
			     "--language or --full"),
			   language);
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
		show_message(N_("'{code}' is not a language's code; write "
				"'{proposal}'"),
			     ARGS(TEXT_ARG("code", language),
				  TEXT_ARG("proposal", guess.text)));
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
		show_message(N_("{path}: this is a folder; name a file in it: "
				"ces init {proposal}"),
			     ARGS(TEXT_ARG("path", path),
				  TEXT_ARG("proposal", better.p)));
	else if (folder.n && !file_exists(folder.p))
		show_message(N_("{path}: there is no folder '{folder}'; make "
				"it first: mkdir -p {shown}"),
			     ARGS(TEXT_ARG("path", path),
				  TEXT_ARG("folder", folder.p),
				  TEXT_ARG("shown", shown.p)));
	else if (!has_suffix(path))
		show_message(N_("{path}: the name of a plan ends in .yaml; "
				"write: ces init {proposal}"),
			     ARGS(TEXT_ARG("path", path),
				  TEXT_ARG("proposal", better.p)));
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
		.language = language ? language : language_tag(language_user()),
		.texts = language ? language_find(language) : language_user(),
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
	.arguments = N_("[FILE]"),
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
	struct buf buf = {0};

	if (!outputs_free(&to, 1, options, NULL, 0))
		return EXIT_CANNOT;
	if (!options->file_count)
		return write_schema(to.path, language_user());
	if (strcmp(options->files[0], "export") != 0)
		return show_error(_("there is no schema of '%s'; write 'ces "
				    "schema' for that of plans, or 'ces schema "
				    "export'"),
				  options->files[0]);
	export_schema_write(&buf, language_user());
	return write_output(&buf, to.path, true);
}

const struct command command_schema = {
	.name = "schema",
	.arguments = "[export]",
	.summary = N_("print the JSON Schema of the format, or of exported "
		      "JSON"),
	.examples = "  ces schema\n"
		    "  ces schema -o ces.schema.json\n"
		    "  ces schema export -o export.schema.json\n",
	.options = 1u << OPTION_OUTPUT | 1u << OPTION_FORCE,
	.most = 1,
	.run = run_schema};
