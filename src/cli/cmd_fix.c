/* cmd_fix.c - ces fix: what findings offer, made in the plan */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ces/file.h"
#include "ces/fixes.h"
#include "ces/language.h"
#include "ces/message.h"
#include "ces/nearest.h"
#include "cli/edited.h"
#include "cli/inputs.h"

static bool
is_rule(const char *name)
{
	for (int i = 0; topic_names[i]; i++)
		if (!strcmp(topic_names[i], name))
			return true;
	return false;
}

/* The rest of the arguments are names of rules. */
static bool
rules_known(const struct options *options, int first)
{
	for (int i = first; i < options->file_count; i++) {
		const char *name = options->files[i];
		const char *near = nearest_of(name, topic_names, TOPIC_COUNT);

		if (is_rule(name))
			continue;
		if (near)
			show_message(N_("'{rule}' is not a rule; did you mean "
					"'{near}'?"),
				     ARGS(TEXT_ARG("rule", name),
					  TEXT_ARG("near", near)));
		else
			show_error(_("'%s' is not a rule; 'ces explain' lists "
				     "them"),
				   name);
		return false;
	}
	return true;
}

/* Is the first argument the plan? Rules are no files. */
static bool
names_plan(const struct options *options)
{
	return options->file_count &&
	       (!is_rule(options->files[0]) || file_exists(options->files[0]));
}

/* --- what is left --------------------------------------------------------- */

/* An id may hold what a terminal obeys. */
static void
write_reason(struct buf *buf, const struct unfixed *unfixed)
{
	struct buf line = {0};

	buf_printf(&line, "%s: %s", unfixed->path, unfixed->reason);
	buf_visible(buf, buf_text(&line));
	buf_putc(buf, '\n');
	buf_free(&line);
}

static const char *
write_notes(struct fixed *fixed)
{
	struct buf buf = {0};

	if (fixed->unfixed_n > fixed->guesses)
		buf_printf(&buf, "\n%s\n", _("Fixes that can't be made:"));
	for (size_t i = 0; i < fixed->unfixed_n; i++)
		if (fixed->unfixed[i].reason)
			write_reason(&buf, &fixed->unfixed[i]);
	if (fixed->unfixed_n > fixed->guesses)
		buf_putc(&buf, '\n');
	if (fixed->guesses) {
		message_count(&buf, language_user(),
			      "{n} more fix is a guess; --unsafe makes it too.",
			      "{n} more fixes are guesses; --unsafe makes them "
			      "too.",
			      (double)fixed->guesses, NO_ARGS);
		buf_putc(&buf, '\n');
	}
	return buf.n ? arena_take(&fixed->arena, &buf) : NULL;
}

/* "unfixed", what can't be made, with the "reason", and "guesses" */
static void
notes_json(struct json *json, const void *data, struct source *plan)
{
	const struct fixed *fixed = data;

	(void)plan;
	for (int guesses = 0; guesses < 2; guesses++) {
		json_open_member(json, guesses ? "guesses" : "unfixed", '[');
		for (size_t i = 0; i < fixed->unfixed_n; i++) {
			const struct unfixed *unfixed = &fixed->unfixed[i];

			if (guesses != !unfixed->reason)
				continue;
			json_open(json, '{');
			json_member(json, "rule", unfixed->rule);
			json_member(json, "path", unfixed->path);
			if (unfixed->reason)
				json_member(json, "reason", unfixed->reason);
			json_close(json, "}");
		}
		json_close(json, "]");
	}
}

/* Takes the plan that was made, with what the plan on the way was. */
static int
finish(struct rewrite *rewrite, struct fixed *fixed)
{
	rewrite->edited = fixed->rounds[--fixed->n];
	rewrite->changes = fixed->changes;
	fixed->changes = (struct changes){0};
	return rewrite_finish(rewrite);
}

/* No fix was made: none is offered, or none can be made. */
static int
nothing_made(struct rewrite *rewrite, const struct fixed *fixed)
{
	bool refused = fixed->unfixed_n > fixed->guesses;
	struct changes none = {0};
	struct buf buf = {0};
	int status;

	if (!strcmp(rewrite->format, "json")) {
		changes_apply(&rewrite->old, &none, 0, &rewrite->edited);
		status = rewrite_finish(rewrite);
		return refused && status == EXIT_DONE ? EXIT_FOUND : status;
	}
	if (refused) {
		show_error(_("%s: nothing was changed"), rewrite->name);
		fputs(rewrite->notes, stderr);
		return EXIT_FOUND;
	}
	buf_puts(&buf, rewrite->notes ? rewrite->notes : "");
	buf_printf(&buf, "%s\n", _("There is nothing to fix."));
	return print_all(&buf);
}

static int
fix_all(struct rewrite *rewrite, const struct fix_options *wanted)
{
	struct fixed fixed = {0};
	bool made = fixes_apply(&rewrite->old, wanted, &fixed);
	int status;

	rewrite->notes = write_notes(&fixed);
	rewrite->notes_json = notes_json;
	rewrite->data = &fixed;
	status = made ? finish(rewrite, &fixed) : nothing_made(rewrite, &fixed);
	fixed_release(&fixed);
	return status;
}

static const struct finding *
too_few(const struct rewrite *rewrite, size_t count)
{
	struct buf text = {0};

	message_count(&text, language_user(),
		      "{file}: 'ces check' names {n} finding as most worth "
		      "fixing, no more",
		      "{file}: 'ces check' names {n} findings as most worth "
		      "fixing, no more",
		      (double)count, ARGS(TEXT_ARG("file", rewrite->name)));
	show_error("%s", buf_text(&text));
	buf_free(&text);
	return NULL;
}

/* the n-th of the findings most worth fixing; NULL, with the reason */
static const struct finding *
next_finding(const struct rewrite *rewrite, const struct review *judged)
{
	const char *text = rewrite->options->value[OPTION_NEXT];
	size_t most = sizeof(judged->next) / sizeof(*judged->next), count = 0;
	const struct finding *finding;
	struct buf message = {0};

	while (count < most && judged->next[count])
		count++;
	if (strlen(text) != 1 || *text < '1' || (size_t)(*text - '0') > most)
		return show_error(
			       _("--next is 1, 2 or 3, as 'ces check' counts "
				 "them, not '%s'"),
			       text),
		       NULL;
	if ((size_t)(*text - '0') > count)
		return too_few(rewrite, count);
	finding = judged->next[*text - '1'];
	if (finding->fix_count)
		return finding;
	finding_text(&message, language_user(), finding);
	show_message(N_("{file}: only you can tell what mends this: {finding}"),
		     ARGS(TEXT_ARG("file", rewrite->name),
			  TEXT_ARG("finding", buf_text(&message))));
	buf_free(&message);
	return NULL;
}

static int
fix_next(struct rewrite *rewrite, const struct fix_options *wanted)
{
	struct edited *edited = &rewrite->edited;
	const struct finding *finding;
	struct review judged;
	int status = EXIT_CANNOT;
	bool good;

	review_judge(&judged, &rewrite->old, &wanted->judging);
	finding = next_finding(rewrite, &judged);
	if (finding) {
		good = fix_gather(&rewrite->old, finding, &rewrite->changes,
				  edited) &&
		       changes_apply(&rewrite->old, &rewrite->changes,
				     EDIT_REVEALS, edited);
		status = good ? rewrite_finish(rewrite)
			      : rewrite_refuse(rewrite);
	}
	review_release(&judged);
	return status;
}

static int
run_fix(const struct options *options)
{
	int first = names_plan(options);
	bool next = options->value[OPTION_NEXT] != NULL;
	struct fix_options wanted = {
		.rules = (const char *const *)options->files + first,
		.rule_count = (size_t)(options->file_count - first),
		.guesses = options->value[OPTION_UNSAFE] != NULL};
	struct rewrite rewrite;
	int status = EXIT_CANNOT;

	if (next && wanted.rule_count)
		return show_error(_("--next takes one finding, whatever its "
				    "rule; leave out '%s'"),
				  *wanted.rules);
	if (!rules_known(options, first) ||
	    !review_options_read(&wanted.judging, options))
		return EXIT_CANNOT;
	wanted.judging.unranked = !next;
	if (rewrite_open(&rewrite, &command_fix, options,
			 first ? options->files[0] : NULL))
		status = !changes_possible(&rewrite.old, &rewrite.edited)
				 ? rewrite_refuse(&rewrite)
			 : next ? fix_next(&rewrite, &wanted)
				: fix_all(&rewrite, &wanted);
	rewrite_release(&rewrite);
	return status;
}

const struct command command_fix = {
	.name = "fix",
	.arguments = N_("[FILE] [RULE...]"),
	.summary = N_("make the fixes that findings offer, and leave all else "
		      "as it is"),
	.examples = "  ces fix strategy.yaml\n"
		    "  ces fix --write strategy.yaml\n"
		    "  ces fix --unsafe strategy.yaml "
		    "document/undefined-reference\n",
	.options = 1u << OPTION_FORMAT | 1u << OPTION_OUTPUT |
		   1u << OPTION_AS_OF | 1u << OPTION_UNSAFE |
		   1u << OPTION_NEXT | 1u << OPTION_WRITE | 1u << OPTION_FORCE,
	.output = N_("write the changed plan to this file, and leave the old "
		     "one; '-' is standard output"),
	.formats = edit_format,
	.most = -1,
	.run = run_fix};
