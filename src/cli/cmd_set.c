/* cmd_set.c - ces set and ces rename: values, items and ids of a plan changed,
 * and nothing else */
#include <stdlib.h>
#include <string.h>

#include "ces/file.h"
#include "ces/language.h"
#include "ces/reference.h"
#include "cli/edited.h"

/* A value in brackets is a list or a group, unless the key holds one value; any
 * other is a text as it stands. */
static bool
is_collection(const struct change *change, const char *value)
{
	struct buf name = {0};
	const struct field *field = reference_field(change->path, &name);

	buf_free(&name);
	return (*value == '{' || *value == '[') &&
	       (change->kind == CHANGE_ITEM || !field ||
		kind_shape(field->kind) != SHAPE_VALUE);
}

/* the value behind '='; false with the finding where it is no YAML */
static bool
read_value(struct rewrite *rewrite, struct change *change,
	   const struct argument *argument)
{
	const char *value = argument->text + argument->value;
	struct edited *edited = &rewrite->edited;
	struct findings findings = {.arena = &edited->arena};
	struct source source;
	bool good = true;

	if (!is_collection(change, value)) {
		change->content = content_text(value, false);
		return true;
	}
	source_init(&source, _("argument"), mem_string(value), strlen(value));
	if (!content_read(&change->content, &source, &findings)) {
		rewrite_unread(rewrite, argument, &findings.items[0]);
		good = false;
	}
	findings_release(&findings);
	source_release(&source);
	return good;
}

/* PATH=VALUE, the first '=' parts the two */
static bool
add_assignment(struct rewrite *rewrite, enum change_kind kind, const char *text)
{
	size_t n = strcspn(text, "=");
	struct argument argument = {text, n + 1};
	struct change change = {.kind = kind};

	if (!text[n])
		return show_error(_("'%s' is not PATH=VALUE; write one like "
				    "actions.pilot.due=2026-08-01, in quotes "
				    "where it has blanks"),
				  text),
		       false;
	change.path = arena_copy(&rewrite->edited.arena, text, n);
	if (!read_value(rewrite, &change, &argument))
		return false;
	rewrite->arguments[rewrite->changes.n] = argument;
	changes_add(&rewrite->changes, change);
	return true;
}

static bool
add_given(struct rewrite *rewrite, const struct given *given)
{
	if (given->option == OPTION_ADD)
		return add_assignment(rewrite, CHANGE_ITEM, given->text);
	rewrite->arguments[rewrite->changes.n] =
		(struct argument){given->text, 0};
	changes_add(&rewrite->changes, change_removal(given->text));
	return true;
}

/* Is the first argument the plan? A change has a '='. */
static bool
names_plan(const struct options *options)
{
	return options->file_count && (!strchr(options->files[0], '=') ||
				       file_exists(options->files[0]));
}

static int
run_set(const struct options *options)
{
	int first = names_plan(options);
	struct rewrite rewrite;
	int status = EXIT_CANNOT;
	bool good = rewrite_open(&rewrite, &command_set, options,
				 first ? options->files[0] : NULL);

	rewrite.arguments = mem_alloc(
		(options->given_count + (size_t)options->file_count + 1) *
		sizeof(*rewrite.arguments));
	for (int i = first; good && i < options->file_count; i++)
		good = add_assignment(&rewrite, CHANGE_VALUE,
				      options->files[i]);
	for (size_t i = 0; good && i < options->given_count; i++)
		good = add_given(&rewrite, &options->given[i]);
	if (good && !rewrite.changes.n)
		show_error(_("a change is missing; write one like "
			     "actions.pilot.due=2026-08-01"));
	else if (good)
		status = rewrite_run(&rewrite);
	else if (rewrite.edited.refusal)
		status = rewrite_refuse(&rewrite);
	rewrite_release(&rewrite);
	return status;
}

const struct command command_set = {
	.name = "set",
	.arguments = N_("[FILE] [PATH=VALUE...]"),
	.summary = N_("change values of a plan, and leave all else as it is"),
	.examples = "  ces set strategy.yaml actions.pilot.due=2026-08-01\n"
		    "  ces set --write strategy.yaml actions.pilot.status=done "
		    "\\\n"
		    "      actions.pilot.completed=2026-06-30\n"
		    "  ces set strategy.yaml --remove decisions.old \\\n"
		    "      --add 'measures.csat.actuals={period: 2026-06, "
		    "value: 81}'\n",
	.options = 1u << OPTION_FORMAT | 1u << OPTION_OUTPUT |
		   1u << OPTION_AS_OF | 1u << OPTION_ADD | 1u << OPTION_REMOVE |
		   1u << OPTION_WRITE | 1u << OPTION_FORCE,
	.output = N_("write the changed plan to this file, and leave the old "
		     "one; '-' is standard output"),
	.formats = edit_format,
	.most = -1,
	.run = run_set};

static int
run_rename(const struct options *options)
{
	int n = options->file_count;
	struct rewrite rewrite;
	int status = EXIT_CANNOT;

	if (n < 2 || (n == 2 && file_exists(options->files[0])))
		return show_error(
			_("'ces rename' needs the path of an item and "
			  "its new id, actions.pilot evening-pilot "
			  "for instance"));
	if (rewrite_open(&rewrite, &command_rename, options,
			 n > 2 ? options->files[0] : NULL))
		status = changes_rename(&rewrite.old, options->files[n - 2],
					options->files[n - 1], &rewrite.changes,
					&rewrite.edited)
				 ? rewrite_run(&rewrite)
				 : rewrite_refuse(&rewrite);
	rewrite_release(&rewrite);
	return status;
}

const struct command command_rename = {
	.name = "rename",
	.arguments = N_("[FILE] PATH NEW-ID"),
	.summary = N_("give an item another id, with all references to it"),
	.examples = "  ces rename strategy.yaml actions.pilot evening-pilot\n"
		    "  ces rename --write channels.fone phone\n",
	.options = 1u << OPTION_FORMAT | 1u << OPTION_OUTPUT |
		   1u << OPTION_AS_OF | 1u << OPTION_WRITE | 1u << OPTION_FORCE,
	.output = N_("write the changed plan to this file, and leave the old "
		     "one; '-' is standard output"),
	.formats = edit_format,
	.most = 3,
	.run = run_rename};
