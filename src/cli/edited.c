/* edited.c - a plan that a command edits: what changes is shown, then written
 */
#include "cli/edited.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ces/diff.h"
#include "ces/effects.h"
#include "ces/file.h"
#include "ces/language.h"
#include "ces/report.h"
#include "cli/inputs.h"

enum { CONTEXT = 2, SHOWN = 8 /* findings that say why */ };

static const struct format formats[] = {
	{"text", ".txt",
	 N_("for people: the lines that change, and the findings"), NULL},
	{"diff", ".diff", N_("the lines that change, for patch"), NULL},
	{"json", ".json",
	 N_("for programs: what changes, with findings and readiness"), NULL},
};

const struct format *
edit_format(size_t i)
{
	return i < sizeof(formats) / sizeof(*formats) ? &formats[i] : NULL;
}

static bool
format_is(const struct rewrite *rewrite, const char *name)
{
	return !strcmp(rewrite->format, name);
}

/* --- reading -------------------------------------------------------------- */

/* the new plan as a file of its own, or NULL */
static const char *
output_path(const struct rewrite *rewrite)
{
	const struct options *options = rewrite->options;

	return options->output_count ? options->outputs[0] : NULL;
}

bool
rewrite_writes(const struct rewrite *rewrite)
{
	return rewrite->options->value[OPTION_WRITE] || output_path(rewrite);
}

static bool
outputs_fit(struct rewrite *rewrite)
{
	static const struct format plan = {"yaml", ".yaml", NULL, NULL};
	const char *path = output_path(rewrite);
	struct destination to = {.path = path, .format = &plan};
	bool write = rewrite->options->value[OPTION_WRITE] != NULL;

	if (write && path)
		return show_error(_("--write changes the plan and -o writes "
				    "another file; give one of them")),
		       false;
	if (write && file_is_stream(rewrite->name))
		return show_error(_("a stream can't be changed in its place; "
				    "write to a file with -o")),
		       false;
	return !path ||
	       outputs_free(&to, 1, rewrite->options, &rewrite->name, 1);
}

bool
rewrite_open(struct rewrite *rewrite, const struct command *command,
	     const struct options *options, const char *name)
{
	const char *format = options->value[OPTION_FORMAT];
	int found = format ? format_find(command, format) : 0;
	struct inputs inputs = {0};

	*rewrite = (struct rewrite){.options = options, .command = command};
	if (found < 0 || (!name && !inputs_default(&inputs))) {
		inputs_release(&inputs);
		return false;
	}
	rewrite->format = formats[found].name;
	rewrite->name = mem_string(name ? name : inputs.names[0]);
	inputs_release(&inputs);
	return outputs_fit(rewrite) && input_load(&rewrite->old, rewrite->name);
}

void
rewrite_release(struct rewrite *rewrite)
{
	edited_release(&rewrite->edited);
	document_release(&rewrite->old);
	changes_release(&rewrite->changes);
	free(rewrite->arguments);
	free(rewrite->name);
}

/* --- why it was refused --------------------------------------------------- */

/* a source that findings are shown in, with them alone */
static void
show_findings(struct buf *buf, const struct rewrite *rewrite,
	      struct source *source, struct finding *findings, size_t n)
{
	struct review review = {.source = *source,
				.language = language_user(),
				.findings = {.items = findings, .n = n}};
	struct report_output out = {
		.options = {.quiet = true, .width = rewrite->options->width}};

	report_text.file(&out, &review, 0);
	source->lines = review.source.lines;
	source->line_count = review.source.line_count;
	buf_puts(buf, buf_text(&out.buf));
	buf_free(&out.buf);
}

/* the argument that wrote the finding's place; NULL */
static const struct argument *
argument_of(const struct rewrite *rewrite, const struct finding *finding)
{
	const struct edited *edited = &rewrite->edited;

	for (size_t i = 0; i < edited->n && rewrite->arguments; i++) {
		const struct edit *edit = &edited->edits[i];

		if (finding->span.start >= edit->at && edit->change &&
		    finding->span.end <= edit->at + edit->n &&
		    edit->change->content.kind == CONTENT_TEXT &&
		    edit->change->kind != CHANGE_REMOVAL)
			return &rewrite->arguments[edit->change -
						   rewrite->changes.items];
	}
	return NULL;
}

/* the finding about that part of the argument */
static void
show_typed(struct buf *buf, const struct rewrite *rewrite,
	   const struct argument *argument, struct finding finding,
	   struct span span)
{
	struct source typed;

	source_init(&typed, _("argument"), mem_string(argument->text),
		    strlen(argument->text));
	finding.span = span;
	finding.related_count = 0;
	finding.paste = NULL;
	show_findings(buf, rewrite, &typed, &finding, 1);
	source_release(&typed);
}

/* A value that can't be read is shown where it was typed. */
static void
show_reason(struct buf *buf, struct rewrite *rewrite,
	    const struct finding *finding)
{
	const struct argument *argument = argument_of(rewrite, finding);
	struct finding shown = *finding;

	shown.paste = NULL;
	if (argument)
		show_typed(buf, rewrite, argument, shown,
			   (struct span){(uint32_t)argument->value,
					 (uint32_t)strlen(argument->text)});
	else
		show_findings(buf, rewrite, &rewrite->edited.document.source,
			      &shown, 1);
}

void
rewrite_unread(struct rewrite *rewrite, const struct argument *argument,
	       const struct finding *finding)
{
	uint32_t value = (uint32_t)argument->value;
	struct buf buf = {0};

	rewrite->edited.refusal = REFUSED_VALUE;
	rewrite->edited.message = N_("a value can't be read");
	if (format_is(rewrite, "json"))
		return;
	show_typed(&buf, rewrite, argument, *finding,
		   (struct span){finding->span.start + value,
				 finding->span.end + value});
	fputs(buf_text(&buf), stderr);
	buf_free(&buf);
}

static void
refusal_json(struct rewrite *rewrite)
{
	const struct edited *edited = &rewrite->edited;
	struct buf buf = {0}, text = {0};
	struct json json = {.buf = &buf};

	message_fill(&text, language_user(), edited->message, edited->args,
		     edited->arg_count);
	json_open(&json, '{');
	json_number_member(&json, "version", 1);
	tool_json(&json);
	json_member(&json, "file", rewrite->name);
	json_open_member(&json, "refused", '{');
	json_member(&json, "cause", refusal_word(edited->refusal));
	json_member(&json, "path",
		    edited->change ? edited->change->path : NULL);
	json_member(&json, "message", buf_text(&text));
	json_open_member(&json, "findings", '[');
	for (size_t i = 0; i < edited->finding_count; i++)
		finding_json(&json, language_user(),
			     &rewrite->edited.document.source,
			     edited->findings[i], false);
	json_close(&json, "]}}");
	buf_putc(&buf, '\n');
	buf_free(&text);
	print_all(&buf);
}

int
rewrite_refuse(struct rewrite *rewrite)
{
	const struct edited *edited = &rewrite->edited;
	struct buf text = {0}, reasons = {0};
	size_t n = edited->finding_count;

	if (format_is(rewrite, "json")) {
		refusal_json(rewrite);
		return EXIT_FOUND;
	}
	message_fill(&text, language_user(), edited->message, edited->args,
		     edited->arg_count);
	for (size_t i = 0; i < n && i < SHOWN; i++) {
		buf_puts(&reasons, i ? "\n" : "");
		show_reason(&reasons, rewrite, edited->findings[i]);
	}
	if (edited->refusal == REFUSED_VALUE && n)
		fputs(buf_text(&reasons), stderr);
	show_message(N_("{file}: nothing was changed: {reason}"),
		     ARGS(TEXT_ARG("file", rewrite->name),
			  TEXT_ARG("reason", buf_text(&text))));
	buf_free(&text);
	buf_free(&reasons);
	return EXIT_FOUND;
}

/* --- what changes --------------------------------------------------------- */

static void
list_findings(struct buf *buf, const struct rewrite *rewrite, const char *title,
	      struct review *review, const struct finding **findings, size_t n)
{
	struct report_output out = {
		.options = {.color = rewrite->options->color,
			    .width = rewrite->options->width}};
	struct findings all = review->findings;
	struct finding *items = mem_alloc((n + 1) * sizeof(*items));

	for (size_t i = 0; i < n; i++)
		items[i] = *findings[i];
	review->findings = (struct findings){.items = items, .n = n};
	report_brief.file(&out, review, 0);
	review->findings = all;
	if (n)
		buf_printf(buf, "\n%s\n%s", title, buf_text(&out.buf));
	buf_free(&out.buf);
	free(items);
}

static void
show_effects(struct buf *buf, const struct rewrite *rewrite,
	     struct review *before, struct review *after)
{
	struct effects effects;
	int was = before->readiness.plan, is = after->readiness.plan;

	effects_find(&effects, &after->arena, &before->findings,
		     &after->findings, &rewrite->changes);
	list_findings(buf, rewrite, _("Findings that go:"), before,
		      effects.gone, effects.gone_n);
	list_findings(buf, rewrite, _("Findings that come:"), after,
		      effects.new, effects.new_n);
	effects_release(&effects);
	buf_putc(buf, '\n');
	message_fill(buf, language_user(),
		     was == is ? N_("Readiness stays at {is}.")
			       : N_("Readiness goes from {was} to {is}."),
		     ARGS(PERCENT_ARG("was", was), PERCENT_ARG("is", is)));
	buf_printf(buf, "\n%s", rewrite->notes ? rewrite->notes : "");
	if (!rewrite_writes(rewrite) && !rewrite->ask && !rewrite->blocked)
		buf_printf(buf, "%s\n",
			   _("Nothing is written yet; --write does it."));
}

static void
findings_json(struct json *json, const char *key, struct review *review,
	      const struct finding **findings, size_t n)
{
	json_open_member(json, key, '[');
	for (size_t i = 0; i < n; i++)
		finding_json(json, language_user(), &review->source,
			     findings[i], false);
	json_close(json, "]");
}

static void
effects_json(struct buf *buf, const struct rewrite *rewrite,
	     struct review *before, struct review *after)
{
	const struct edited *edited = &rewrite->edited;
	struct json json = {.buf = buf};
	struct effects effects;

	effects_find(&effects, &after->arena, &before->findings,
		     &after->findings, &rewrite->changes);
	json_open(&json, '{');
	json_number_member(&json, "version", 1);
	tool_json(&json);
	json_member(&json, "file", rewrite->name);
	json_member(&json, "written",
		    rewrite->blocked ? NULL
		    : rewrite->options->value[OPTION_WRITE]
			    ? rewrite->name
			    : output_path(rewrite));
	json_open_member(&json, "edits", '[');
	for (size_t i = 0; i < edited->n; i++) {
		const struct edit *edit = &edited->edits[i];
		struct buf old = {0};

		buf_add(&old, before->source.bytes + edit->start,
			edit->end - edit->start);
		json_open(&json, '{');
		json_member(&json, "path", edit->path);
		json_number_member(&json, "start", edit->start);
		json_number_member(&json, "end", edit->end);
		json_member(&json, "old", buf_text(&old));
		json_member(&json, "new", edit->text);
		json_close(&json, "}");
		buf_free(&old);
	}
	json_close(&json, "]");
	json_open_member(&json, "findings", '{');
	findings_json(&json, "gone", before, effects.gone, effects.gone_n);
	findings_json(&json, "new", after, effects.new, effects.new_n);
	json_close(&json, "}");
	json_open_member(&json, "readiness", '{');
	json_number_member(&json, "before", before->readiness.plan);
	json_number_member(&json, "after", after->readiness.plan);
	json_close(&json, "}");
	if (rewrite->notes_json)
		rewrite->notes_json(&json, rewrite->data, &before->source);
	json_close(&json, "}");
	buf_putc(buf, '\n');
	effects_release(&effects);
}

static void
show_changes(struct buf *buf, const struct rewrite *rewrite,
	     struct review *before, struct review *after)
{
	const struct edited *edited = &rewrite->edited;
	bool exact = format_is(rewrite, "diff");
	struct diff_options options = {.color = rewrite->options->color,
				       .exact = exact,
				       .context = CONTEXT + exact};

	if (format_is(rewrite, "json")) {
		effects_json(buf, rewrite, before, after);
		return;
	}
	if (!exact)
		buf_puts(buf, rewrite->head ? rewrite->head : "");
	diff_write(buf, &before->source, &after->source, edited->edits,
		   edited->n, &options);
	if (!exact && !rewrite->options->value[OPTION_QUIET])
		show_effects(buf, rewrite, before, after);
}

/* --- writing -------------------------------------------------------------- */

/* Has the file the bytes that were read? */
static bool
is_unchanged(const struct rewrite *rewrite, const struct source *read)
{
	bool too_long, same;
	size_t n;
	char *bytes = file_read(rewrite->name, SOURCE_LIMIT, &n, &too_long);

	same = bytes && n == read->n && !memcmp(bytes, read->bytes, n);
	free(bytes);
	return same;
}

static int
write_plan(struct rewrite *rewrite, const struct source *before,
	   const struct source *after)
{
	const char *path = output_path(rewrite);
	bool quiet = rewrite->options->value[OPTION_QUIET] ||
		     format_is(rewrite, "json") || format_is(rewrite, "diff");

	if (!path && !is_unchanged(rewrite, before)) {
		show_error(_("%s: has changed since it was read; nothing was "
			     "written, try again"),
			   rewrite->name);
		return EXIT_FOUND;
	}
	path = path ? path : rewrite->name;
	if (!strcmp(path, "-"))
		path = "/dev/stdout";
	if (!file_write(path, after->bytes, after->n))
		return show_errno(path);
	return print_written(path, quiet);
}

int
rewrite_finish(struct rewrite *rewrite)
{
	const char *path = output_path(rewrite);
	struct review_options options;
	struct review before, after;
	struct buf buf = {0};
	int status = EXIT_DONE;

	if (!review_options_read(&options, rewrite->options))
		return EXIT_CANNOT;
	review_judge(&before, &rewrite->old, &options);
	review_judge(&after, &rewrite->edited.document, &options);
	if (!path || rewrite->blocked || !file_is_stream(path))
		show_changes(&buf, rewrite, &before, &after);
	if (rewrite_writes(rewrite) && !rewrite->blocked)
		status = write_plan(rewrite, &before.source, &after.source);
	if (status == EXIT_DONE)
		status = print_all(&buf);
	else
		buf_free(&buf);
	if (status == EXIT_DONE && rewrite->ask && !rewrite->blocked &&
	    rewrite->ask(rewrite->data))
		status = write_plan(rewrite, &before.source, &after.source);
	if (rewrite->blocked) {
		show_message(N_("{file}: nothing is written: {reason}"),
			     ARGS(TEXT_ARG("file", rewrite->name),
				  TEXT_ARG("reason", rewrite->blocked)));
		status = EXIT_FOUND;
	}
	review_release(&before);
	review_release(&after);
	return status;
}

int
rewrite_run(struct rewrite *rewrite)
{
	const struct document *old = &rewrite->old;
	const struct document *new = &rewrite->edited.document;
	bool breaks = rewrite->options->value[OPTION_FORCE] != NULL;

	if (!changes_apply(&rewrite->old, &rewrite->changes,
			   breaks ? EDIT_BREAKS : 0, &rewrite->edited))
		return rewrite_refuse(rewrite);
	if (old->source.n == new->source.n && format_is(rewrite, "text") &&
	    !output_path(rewrite) &&
	    !memcmp(old->source.bytes, new->source.bytes, old->source.n)) {
		struct buf buf = {0};

		buf_printf(&buf, "%s\n", _("There is nothing to change."));
		return print_all(&buf);
	}
	return rewrite_finish(rewrite);
}
