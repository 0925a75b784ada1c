/* cmd_checklist.c - ces checklist: questions, decisions and actions to come */
#include <string.h>

#include "ces/file.h"
#include "ces/language.h"
#include "ces/render.h"
#include "cli/inputs.h"

static const struct format *
format_at(size_t i)
{
	return checklist_formats[i] ? &checklist_formats[i]->format : NULL;
}

/* by --format, else by the suffix of the path, else the first */
static int
find_format(const char *name, const char *path)
{
	const char *base = path ? strrchr(path, '/') : NULL;

	if (name)
		return format_find(&command_checklist, name);
	if (!path || file_is_stream(path) || !strchr(base ? base : path, '.'))
		return 0;
	return format_for(&command_checklist, path);
}

/* Refuses an unknown owner, as the list would be empty. */
static int
unknown_owner(const struct review *review, const char *owner)
{
	const char *near = checklist_nearest(review, owner);

	if (near)
		return show_message(N_("{file}: the plan has no person "
				       "'{person}'; did you mean '{near}'?"),
				    ARGS(TEXT_ARG("file", review->source.name),
					 TEXT_ARG("person", owner),
					 TEXT_ARG("near", near)));
	return show_message(
		N_("{file}: the plan has no person '{person}'; write an id of "
		   "'people', or a name as the plan gives it"),
		ARGS(TEXT_ARG("file", review->source.name),
		     TEXT_ARG("person", owner)));
}

static int
write_checklist(const struct options *options, const struct review *review,
		const struct checklist_options *how)
{
	struct buf buf = {0};

	if (!review->view) {
		show_error(_("%s: this file can't be read as a plan; 'ces "
			     "check' shows why"),
			   review->source.name);
		return EXIT_FOUND;
	}
	if (how->owner && !checklist_knows(review, how->owner))
		return unknown_owner(review, how->owner);
	checklist_write(&buf, review, how);
	return write_output(&buf, options->value[OPTION_OUTPUT],
			    options->value[OPTION_QUIET] != NULL);
}

static int
run(const struct options *options)
{
	struct checklist_options how = {
		.owner = options->value[OPTION_OWNER],
		.section = options->value[OPTION_SECTION],
		.open_only = options->value[OPTION_OPEN] != NULL,
		.width = options->width};
	const char *path = options->value[OPTION_OUTPUT];
	struct destination to = {.path = path};
	struct review_options review_options;
	struct inputs inputs = {0};
	struct review review;
	int format = find_format(options->value[OPTION_FORMAT], path);
	int status = EXIT_CANNOT;

	if (format < 0 || !review_options_read(&review_options, options))
		return EXIT_CANNOT;
	how.format = checklist_formats[format];
	to.format = &how.format->format;
	review_options.section = NULL; /* the list itself chooses */
	if (written_language(&review_options, options) &&
	    inputs_find(&inputs, options) && inputs_one(&inputs) &&
	    outputs_free(&to, 1, options, inputs.names, 1) &&
	    input_review(&review, inputs.names[0], &review_options)) {
		status = write_checklist(options, &review, &how);
		review_release(&review);
	}
	inputs_release(&inputs);
	return status;
}

const struct command command_checklist = {
	.name = "checklist",
	.arguments = N_("[FILE]"),
	.summary = N_("what to ask, decide and do next"),
	.examples = "  ces checklist strategy.yaml\n"
		    "  ces checklist --owner lind --open strategy.yaml\n"
		    "  ces checklist strategy.yaml -o checklist.html\n",
	.options = 1u << OPTION_FORMAT | 1u << OPTION_OUTPUT |
		   1u << OPTION_AS_OF | 1u << OPTION_AS | 1u << OPTION_OWNER |
		   1u << OPTION_SECTION | 1u << OPTION_OPEN |
		   1u << OPTION_LANGUAGE | 1u << OPTION_FORCE,
	.formats = format_at,
	.most = 1,
	.run = run};
