/* cmd_export.c - ces export: the plan rendered for its readers */
#include <errno.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ces/arena.h"
#include "ces/file.h"
#include "ces/render.h"
#include "ces/report.h"
#include "cli/inputs.h"

#define _(text) gettext(text)

static const struct format *
format(size_t i)
{
	return renderers[i] ? &renderers[i]->format : NULL;
}

/* by --format, else by the suffix, else the first */
static const struct renderer *
find_renderer(const struct options *options, const char *path)
{
	const char *name = options->value[OPTION_FORMAT];
	int i = 0;

	if (name)
		i = format_find(&command_export, name);
	else if (path && !file_is_stream(path))
		i = format_for(&command_export, path);
	return i < 0 ? NULL : renderers[i];
}

/* Shows the findings of a plan that breaks off. */
static int
show_unreadable(struct review *review, const struct options *options)
{
	struct report_output out = {
		.options = {.quiet = true, .width = options->width}};

	report_text.file(&out, review, 0);
	file_write_all(STDERR_FILENO, buf_text(&out.buf), out.buf.n);
	buf_free(&out.buf);
	show_error(_("%s: not exported, as this file can't be read as a plan"),
		   review->source.name);
	return EXIT_FOUND;
}

static bool
write_whole(struct file_out *out, const struct renderer *renderer,
	    const struct review *review, const char **error)
{
	struct buf buf = {0};
	bool good;

	if (renderer->write)
		return renderer->write(out, review, error);
	renderer->text(&buf, review);
	good = file_write_all(out->fd, buf_text(&buf), buf.n);
	if (!good)
		*error = strerror(errno);
	buf_free(&buf);
	return good;
}

static int
write_to(const char *path, const struct renderer *renderer,
	 const struct review *review, bool quiet)
{
	struct file_out out;
	const char *error = "";

	if (file_same(path, review->source.name))
		return show_error(
			_("%s: this is the plan itself; write to another "
			  "file"),
			path);
	if (!file_begin(&out, path))
		return show_errno(path);
	if (!write_whole(&out, renderer, review, &error)) {
		file_abandon(&out);
		return show_error(_("%s: not written: %s"), path, _(error));
	}
	if (!file_commit(&out)) {
		file_abandon(&out);
		return show_errno(path);
	}
	return print_written(path, quiet);
}

/* beside the plan, or in the folder: the plan's name with the suffix */
static char *
named_after(const char *folder, const char *plan, const char *suffix)
{
	const char *slash = strrchr(plan, '/');
	const char *base = slash ? slash + 1 : plan;
	const char *dot = strrchr(base, '.');
	struct buf buf = {0};

	if (!folder)
		buf_add(&buf, plan, (size_t)(base - plan));
	else if (*folder)
		buf_printf(&buf, "%s%s", folder,
			   folder[strlen(folder) - 1] == '/' ? "" : "/");
	buf_add(&buf, base, dot ? (size_t)(dot - base) : strlen(base));
	buf_puts(&buf, suffix);
	return buf.p;
}

static bool
is_folder(const char *path)
{
	size_t n = strlen(path);

	return (n && path[n - 1] == '/') || file_is_folder(path);
}

static int
export_into(const char *folder, const struct renderer *renderer,
	    const struct review *review, bool quiet)
{
	char *path;
	int status;

	if (folder && mkdir(folder, 0777) && errno != EEXIST)
		return show_errno(folder);
	path = named_after(folder, review->source.name,
			   renderer->format.suffix);
	status = write_to(path, renderer, review, quiet);
	free(path);
	return status;
}

static int
export_one(const char *output, const struct options *options,
	   const struct review *review)
{
	bool quiet = options->value[OPTION_QUIET] != NULL;
	bool folder = output && !file_is_stream(output) && is_folder(output);
	const struct renderer *renderer =
		find_renderer(options, folder ? NULL : output);

	if (!renderer)
		return EXIT_CANNOT;
	if (output && !folder)
		return write_to(output, renderer, review, quiet);
	if (!strcmp(review->source.name, "-") && !output)
		return show_error(_("a plan from standard input has no name; "
				    "name the output with -o"));
	return export_into(output, renderer, review, quiet);
}

static int
export_plan(const char *name, const struct options *options,
	    const struct review_options *review_options)
{
	struct review review;
	int status = EXIT_DONE;

	if (!input_review(&review, name, review_options))
		return EXIT_CANNOT;
	if (review.loaded != LOADED_WHOLE)
		status = show_unreadable(&review, options);
	else if (options->output_count == 0)
		status = export_one(NULL, options, &review);
	for (size_t i = 0; status == EXIT_DONE && i < options->output_count; i++) {
		int one = export_one(options->outputs[i], options, &review);

		status = one > status ? one : status;
	}
	review_release(&review);
	return status;
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* the second of two plans would overwrite the output of the first */
static bool
names_differ(const struct inputs *inputs, bool folder)
{
	char **names = mem_alloc((inputs->n + 1) * sizeof(*names));
	const char *twice = NULL;

	for (size_t i = 0; i < inputs->n; i++)
		names[i] =
			named_after(folder ? "" : NULL, inputs->names[i], "");
	qsort(names, inputs->n, sizeof(*names), compare_names);
	for (size_t i = 1; i < inputs->n && !twice; i++)
		if (!strcmp(names[i - 1], names[i]))
			twice = names[i];
	if (twice)
		show_error(_("two plans are named '%s'; export them one "
			     "at a time, each to its own folder"),
			   twice);
	for (size_t i = 0; i < inputs->n; i++)
		free(names[i]);
	free(names);
	return !twice;
}

/* several plans can't go into one file */
static bool
outputs_fit(const struct inputs *inputs, const struct options *options)
{
	if (inputs->n < 2)
		return true;
	for (size_t i = 0; i < options->output_count; i++)
		if (!is_folder(options->outputs[i])) {
			show_error(_("%s: several plans need a folder; write "
				     "-o %s/"),
				   options->outputs[i], options->outputs[i]);
			return false;
		}
	return names_differ(inputs, options->output_count > 0);
}

static int
run(const struct options *options)
{
	struct inputs inputs;
	struct review_options review_options;
	int status = EXIT_DONE;

	if (!review_options_read(&review_options, options))
		return EXIT_CANNOT;
	if (!inputs_find(&inputs, options) || !outputs_fit(&inputs, options))
		status = EXIT_CANNOT;
	for (size_t i = 0; status != EXIT_CANNOT && i < inputs.n; i++) {
		int one =
			export_plan(inputs.names[i], options, &review_options);

		status = one > status ? one : status;
	}
	if (inputs.failed)
		status = EXIT_CANNOT;
	inputs_release(&inputs);
	return status;
}

const struct command command_export = {
	.name = "export",
	.arguments = "FILE...",
	.summary = N_("render it for its readers, as a workbook by default"),
	.examples = "  ces export strategy.yaml\n"
		    "  ces export strategy.yaml -o review.xlsx -o review.md\n"
		    "  ces export plans/ -o out/ --format json\n",
	.options = 1u << OPTION_FORMAT | 1u << OPTION_OUTPUT |
		   1u << OPTION_AS_OF | 1u << OPTION_AS,
	.output = N_("write to this file, in the format of its suffix; a name "
		     "that ends in '/' is a folder, '-' is standard output"),
	.format = N_("{formats}; default: by the suffix of the output, "
		     "{default} without one"),
	.formats = format,
	.most = -1,
	.run = run};
