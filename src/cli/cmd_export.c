/* cmd_export.c - ces export: the plan rendered for its readers */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ces/arena.h"
#include "ces/file.h"
#include "ces/language.h"
#include "ces/render.h"
#include "ces/report.h"
#include "cli/inputs.h"
#include "cli/tasks.h"

static const struct format *
format(size_t i)
{
	return renderers[i] ? &renderers[i]->format : NULL;
}

/* A --format holds for the outputs behind it; one behind the last, for all. */
static const char *
format_name(const struct options *options, size_t output)
{
	size_t n = options->output_count;

	return n && options->output_formats[n - 1]
		       ? options->output_formats[output]
		       : options->value[OPTION_FORMAT];
}

/* by --format, else by the suffix, else the first; a folder of files needs the
 * name of a folder */
static const struct renderer *
find_renderer(const char *name, const char *path)
{
	const struct format *format;
	int i = 0;

	if (name)
		i = format_find(&command_export, name);
	else if (path && !file_is_stream(path))
		i = format_for(&command_export, path);
	if (i < 0 || !renderers[i]->files || !path)
		return i < 0 ? NULL : renderers[i];
	format = &renderers[i]->format;
	if (!file_is_stream(path) && !name_has_suffix(path, format->suffix))
		return renderers[i];
	show_message(
		N_("{file}: {format} is a folder, with a file for each "
		   "table; write: --format {format} -o tables/"),
		ARGS(TEXT_ARG("file", path), TEXT_ARG("format", format->name)));
	return NULL;
}

/* Shows the findings of a plan that breaks off. */
static int
show_unreadable(struct review *review, const struct options *options)
{
	struct report_output out = {
		.options = {.quiet = true, .width = options->width}};

	review->language = language_user();
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
		*error = error_text(errno);
	buf_free(&buf);
	return good;
}

static int
write_to(const char *path, const struct renderer *renderer,
	 const struct review *review, bool quiet)
{
	struct file_out out;
	const char *error = "", *fault;

	if (!file_begin(&out, path))
		return show_errno(file_fault(&out, path));
	fault = file_fault(&out, path);
	if (!write_whole(&out, renderer, review, &error)) {
		file_abandon(&out);
		return show_message(N_("{file}: not written: {reason}"),
				    ARGS(TEXT_ARG("file", fault),
					 TEXT_ARG("reason", _(error))));
	}
	if (!file_commit(&out)) {
		file_abandon(&out);
		return show_errno(path);
	}
	return print_written(path, quiet);
}

/* --- what is to be written where ------------------------------------------ */

/* one output of one plan */
struct job {
	const char *plan;
	const char *folder; /* to be made; or NULL */
	char *path;	    /* owned */
	const struct renderer *renderer;
};

struct jobs {
	struct job *items;
	size_t n, cap;
};

/* beside the plan, or in the folder: the plan's name with the suffix */
static char *
named_after(const char *folder, const char *plan, const char *suffix)
{
	const char *slash = strrchr(plan, '/');
	const char *base = slash ? slash + 1 : plan;
	const char *dot = strrchr(base, '.');
	struct buf buf = {0};

	if (folder)
		path_add(&buf, folder, "");
	else
		buf_add(&buf, plan, (size_t)(base - plan));
	buf_add(&buf, base, dot ? (size_t)(dot - base) : strlen(base));
	buf_puts(&buf, suffix);
	return buf.p;
}

static bool
is_folder(const char *path)
{
	size_t n = strlen(path);

	return !file_is_stream(path) &&
	       ((n && path[n - 1] == '/') || file_is_folder(path));
}

/* output: NULL where none is named; a folder of files of one plan is that
 * folder, those of several lie in it */
static bool
add_job(struct jobs *jobs, const char *format_name, const char *plan,
	const char *output, bool several)
{
	bool folder = output && is_folder(output);
	const struct renderer *renderer =
		find_renderer(format_name, folder ? NULL : output);
	struct job job = {.plan = plan, .renderer = renderer};

	if (!renderer)
		return false;
	if (!strcmp(plan, "-") && !output) {
		show_error(_("a plan from standard input has no name; name "
			     "the output with -o"));
		return false;
	}
	folder &= several || !renderer->files;
	if (folder)
		job.folder = output;
	job.path = output && !folder
			   ? mem_string(output)
			   : named_after(job.folder, plan,
					 renderer->files
						 ? "/"
						 : renderer->format.suffix);
	ARRAY_GROW(jobs->items, jobs->n, jobs->cap);
	jobs->items[jobs->n++] = job;
	return true;
}

static bool
add_jobs(struct jobs *jobs, const struct options *options,
	 const struct inputs *inputs)
{
	for (size_t i = 0; i < inputs->n; i++) {
		if (options->output_count == 0 &&
		    !add_job(jobs, options->value[OPTION_FORMAT],
			     inputs->names[i], NULL, inputs->n > 1))
			return false;
		for (size_t o = 0; o < options->output_count; o++)
			if (!add_job(jobs, format_name(options, o),
				     inputs->names[i], options->outputs[o],
				     inputs->n > 1))
				return false;
	}
	return true;
}

/* do several plans have a page that leads to theirs */
static bool
job_is_indexed(const struct job *job, size_t plans)
{
	return plans > 1 && job->folder && job->renderer->index;
}

struct destinations {
	struct destination *items;
	size_t n, cap;
};

/* folder NULL: the file is a whole path */
static void
add_destination(struct destinations *to, struct arena *arena,
		const struct job *job, const char *folder, const char *file)
{
	struct buf path = {0};

	if (folder)
		path_add(&path, folder, file);
	else
		buf_puts(&path, file);
	ARRAY_GROW(to->items, to->n, to->cap);
	to->items[to->n++] = (struct destination){
		arena_take(arena, &path), &job->renderer->format, job->plan};
}

static bool
jobs_free(const struct jobs *jobs, const struct options *options,
	  const struct inputs *inputs)
{
	struct destinations to = {0};
	struct arena arena = {0};
	bool good;

	for (size_t i = 0; i < jobs->n; i++) {
		const struct job *job = &jobs->items[i];
		const char *const *file = job->renderer->files;

		if (!file)
			add_destination(&to, &arena, job, NULL, job->path);
		for (; file && *file; file++)
			add_destination(&to, &arena, job, job->path, *file);
		if (job->renderer->files)
			add_destination(&to, &arena, job, job->path, FILE_LIST);
		if (job_is_indexed(job, inputs->n) &&
		    !strcmp(job->plan, inputs->names[0]))
			add_destination(&to, &arena, job, job->folder,
					job->renderer->index->name);
	}
	good = outputs_free(to.items, to.n, options, inputs->names, inputs->n);
	free(to.items);
	arena_release(&arena);
	return good;
}

/* files of other formats have none */
static bool
bom_fits(const struct jobs *jobs, const struct options *options)
{
	for (size_t i = 0; i < jobs->n && options->value[OPTION_BOM]; i++)
		if (jobs->items[i].renderer->files)
			return true;
	if (options->value[OPTION_BOM])
		show_error(_("--bom is for CSV; write --format csv as well, or "
			     "leave --bom out"));
	return !options->value[OPTION_BOM];
}

static void
jobs_release(struct jobs *jobs)
{
	for (size_t i = 0; i < jobs->n; i++)
		free(jobs->items[i].path);
	free(jobs->items);
}

/* as a folder beside it is named */
static void
add_folder_name(struct buf *buf, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *base = slash ? slash + 1 : path, *dot = strrchr(base, '.');
	struct buf name = {0};

	buf_add(&name, path,
		dot && dot > base ? (size_t)(dot - path) : strlen(path));
	buf_puts(&name, "/");
	buf_shell(buf, name.p);
	buf_free(&name);
}

/* several plans can't go into one file */
static bool
outputs_fit(const struct inputs *inputs, const struct options *options)
{
	for (size_t i = 0; inputs->n > 1 && i < options->output_count; i++) {
		const char *path = options->outputs[i];
		struct buf folder = {0};

		if (is_folder(path))
			continue;
		add_folder_name(&folder, path);
		if (file_is_stream(path))
			show_error(_("several plans don't fit one stream; "
				     "name one plan, or a folder: -o out/"));
		else
			show_message(N_("{file}: several plans need a folder; "
					"write -o {folder}"),
				     ARGS(TEXT_ARG("file", path),
					  TEXT_ARG("folder", folder.p)));
		buf_free(&folder);
		return false;
	}
	return true;
}

/* --- several plans -------------------------------------------------------- */

/* the files of a folder, and their list */
static int
write_folder(const char *path, const struct renderer *renderer,
	     const struct review *review, const struct options *options)
{
	struct texts names = {0};
	struct arena arena = {0};
	struct buf *texts;
	int status;

	for (size_t i = 0; renderer->files[i]; i++)
		texts_append(&arena, &names, renderer->files[i]);
	texts = mem_zeroed(names.n + 1, sizeof(*texts));
	for (size_t i = 0; i < names.n && options->value[OPTION_BOM]; i++)
		buf_puts(&texts[i], "\xef\xbb\xbf");
	renderer->texts(texts, review);
	for (size_t i = 0; i < names.n; i++)
		list_add(&texts[names.n], names.items[i], &texts[i]);
	texts_append(&arena, &names, FILE_LIST);
	status = write_files(path, names.items, texts, names.n,
			     options->value[OPTION_QUIET] != NULL);
	free(texts);
	arena_release(&arena);
	return status;
}

static int
do_job(const struct job *job, const struct review *review,
       const struct options *options)
{
	if (job->folder && mkdir(job->folder, 0777) && errno != EEXIST)
		return show_errno(job->folder);
	if (job->renderer->files)
		return write_folder(job->path, job->renderer, review, options);
	return write_to(job->path, job->renderer, review,
			options->value[OPTION_QUIET] != NULL);
}

struct export
{
	const struct options *options;
	struct review_options how;
	struct jobs jobs;
	size_t each; /* jobs of one plan */
};

/* the jobs of the i-th plan */
static int
export_plan(size_t i, void *data)
{
	const struct export *export = data;
	const struct job *jobs = &export->jobs.items[i * export->each];
	struct review review;
	int status = EXIT_DONE;

	if (!input_review(&review, jobs->plan, &export->how))
		return EXIT_CANNOT;
	if (review.loaded != LOADED_WHOLE)
		status = show_unreadable(&review, export->options);
	for (size_t k = 0; review.loaded == LOADED_WHOLE && k < export->each;
	     k++) {
		int one = do_job(&jobs[k], &review, export->options);

		status = one > status ? one : status;
	}
	review_release(&review);
	return status;
}

/* of the k-th output: read again, as each plan was in a process of its own */
static int
write_index(const struct export *export, size_t plans, size_t k)
{
	const struct job *first = &export->jobs.items[k];
	const struct index_writer *index = first->renderer->index;
	struct buf out = {0}, path = {0};
	int status = EXIT_DONE;

	for (size_t i = 0; i < plans; i++) {
		const struct job *job =
			&export->jobs.items[i * export->each + k];
		struct review review;

		if (!input_review(&review, job->plan, &export->how))
			continue;
		if (!out.n)
			index->start(&out, &review);
		index->add(&out, &review,
			   review.loaded == LOADED_WHOLE
				   ? strrchr(job->path, '/') + 1
				   : NULL);
		review_release(&review);
	}
	if (out.n) {
		index->end(&out);
		path_add(&path, first->folder, index->name);
		status = write_output(&out, path.p,
				      export->options->value[OPTION_QUIET] !=
					      NULL);
	}
	buf_free(&path);
	return status;
}

static int
write_indexes(const struct export *export, size_t plans)
{
	int status = EXIT_DONE;

	for (size_t k = 0; k < export->each && plans; k++)
		if (job_is_indexed(&export->jobs.items[k], plans) &&
		    write_index(export, plans, k) != EXIT_DONE)
			status = EXIT_CANNOT;
	return status;
}

static int
run(const struct options *options)
{
	struct export export = {
		.options = options,
		.each = options->output_count ? options->output_count : 1};
	struct inputs inputs = {0};
	size_t jobs = 1;
	int status = EXIT_CANNOT;

	if (jobs_read(&jobs, options) &&
	    review_options_read(&export.how, options) &&
	    written_language(&export.how, options) &&
	    inputs_find(&inputs, options) && outputs_fit(&inputs, options) &&
	    add_jobs(&export.jobs, options, &inputs) &&
	    bom_fits(&export.jobs, options) &&
	    jobs_free(&export.jobs, options, &inputs)) {
		status = tasks_run(inputs.n, jobs, export_plan, &export);
		if (write_indexes(&export, inputs.n) != EXIT_DONE)
			status = EXIT_CANNOT;
	}
	if (inputs.failed)
		status = EXIT_CANNOT;
	jobs_release(&export.jobs);
	inputs_release(&inputs);
	return status;
}

const struct command command_export = {
	.name = "export",
	.arguments = N_("[FILE...]"),
	.summary = N_("render it for its readers, as a workbook by default"),
	.examples = "  ces export strategy.yaml\n"
		    "  ces export strategy.yaml -o review.xlsx -o review.md\n"
		    "  ces export strategy.yaml -o actions.ics --format csv "
		    "-o tables/\n"
		    "  ces export plans/ -o out/ --format json\n",
	.options = 1u << OPTION_FORMAT | 1u << OPTION_BOM |
		   1u << OPTION_OUTPUT | 1u << OPTION_AS_OF | 1u << OPTION_AS |
		   1u << OPTION_LANGUAGE | 1u << OPTION_JOBS |
		   1u << OPTION_FORCE,
	.output = N_("write to this file, in the format of its suffix; a name "
		     "that ends in '/' is a folder, '-' is standard output"),
	.format = N_("{formats}; default: by the suffix of the output, "
		     "{default} without one"),
	.formats = format,
	.most = -1,
	.run = run};
