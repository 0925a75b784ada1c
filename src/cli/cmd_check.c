/* cmd_check.c - ces check: findings in one of several formats */
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/report.h"
#include "cli/inputs.h"

/* one --format, and where it goes */
struct output {
	const struct report *report;
	const char *path; /* NULL: standard output */
	struct report_output out;
};

struct check {
	struct output *outputs;
	size_t n;
	enum severity fail_on; /* SEVERITY_OFF: never */
	bool failed;
};

static const struct format *
format(size_t i)
{
	return reports[i] ? &reports[i]->format : NULL;
}

/* FORMAT or FORMAT=FILE, several of them; -o is for the first */
static bool
find_outputs(struct check *check, const struct options *options)
{
	size_t n = options->format_count ? options->format_count : 1;

	check->outputs = mem_zeroed(n, sizeof(*check->outputs));
	for (; check->n < n; check->n++) {
		struct output *output = &check->outputs[check->n];
		const char *text = options->format_count
					   ? options->formats[check->n]
					   : reports[0]->format.name;
		size_t length = strcspn(text, "=");
		struct buf name = {0};
		int found;

		buf_add(&name, text, length);
		found = format_find(&command_check, buf_text(&name));
		buf_free(&name);
		if (found < 0)
			return false;
		output->report = reports[found];
		if (text[length])
			output->path = text + length + 1;
		else if (check->n == 0 && options->output_count)
			output->path = options->outputs[0];
		output->out.options = (struct report_options){
			.color = options->color && !output->path,
			.quiet = options->value[OPTION_QUIET] != NULL,
			.width = options->width,
			.fold = options->terminal && !output->path};
	}
	return true;
}

static bool
read_fail_on(struct check *check, const char *word)
{
	check->fail_on = word ? SEVERITY_OFF : SEVERITY_ERROR;
	if (!word || !strcmp(word, "never"))
		return true;
	for (int i = SEVERITY_ADVICE; i <= SEVERITY_ERROR; i++)
		if (!strcmp(word, severity_word((enum severity)i)))
			check->fail_on = (enum severity)i;
	if (check->fail_on == SEVERITY_OFF)
		show_error(_("'%s' is not a value of --fail-on; write error, "
			     "warning, advice or never"),
			   word);
	return check->fail_on != SEVERITY_OFF;
}

static bool
read_limit(struct check *check, const char *text)
{
	size_t limit = 0;

	if (text && !number_read(&limit, text,
				 _("'%s' is not a number of findings; write "
				   "--limit 20, for instance")))
		return false;
	for (size_t o = 0; o < check->n; o++)
		check->outputs[o].out.options.limit = limit;
	return true;
}

static void
each(struct review *review, size_t i, void *data)
{
	struct check *check = data;

	for (size_t o = 0; o < check->n; o++)
		check->outputs[o].report->file(&check->outputs[o].out, review,
					       i);
	if (check->fail_on != SEVERITY_OFF &&
	    review_fails(review, check->fail_on))
		check->failed = true;
}

static bool
check_outputs_free(const struct check *check, const struct inputs *inputs,
		   const struct options *options)
{
	struct destination *to = mem_zeroed(check->n, sizeof(*to));
	bool good;

	for (size_t o = 0; o < check->n; o++)
		to[o] = (struct destination){
			.path = check->outputs[o].path,
			.format = &check->outputs[o].report->format};
	good = outputs_free(to, check->n, options, inputs->names, inputs->n);
	free(to);
	return good;
}

static int
check_all(struct check *check, const struct inputs *inputs, size_t jobs,
	  const struct review_options *options)
{
	struct review *reviews = mem_zeroed(inputs->n, sizeof(*reviews));
	int status = EXIT_DONE;

	for (size_t o = 0; o < check->n; o++)
		if (check->outputs[o].report->begin)
			check->outputs[o].report->begin(&check->outputs[o].out);
	if (!inputs_review(inputs, jobs, options, reviews, each, check))
		status = EXIT_CANNOT;
	for (size_t o = 0; o < check->n; o++) {
		struct output *output = &check->outputs[o];

		if (output->report->end)
			output->report->end(&output->out, reviews, inputs->n);
		if (write_output(&output->out.buf, output->path, true))
			status = EXIT_CANNOT;
	}
	free(reviews);
	return status ? status : check->failed ? EXIT_FOUND : EXIT_DONE;
}

static int
run(const struct options *options)
{
	struct check check = {0};
	struct inputs inputs = {0};
	struct review_options review_options;
	size_t jobs = 1;
	int status = EXIT_CANNOT;

	if (find_outputs(&check, options) &&
	    read_fail_on(&check, options->value[OPTION_FAIL_ON]) &&
	    read_limit(&check, options->value[OPTION_LIMIT]) &&
	    jobs_read(&jobs, options) &&
	    review_options_read(&review_options, options) &&
	    inputs_find(&inputs, options) &&
	    check_outputs_free(&check, &inputs, options))
		status = check_all(&check, &inputs, jobs, &review_options);
	inputs_release(&inputs);
	free(check.outputs);
	return status;
}

const struct command command_check = {
	.name = "check",
	.arguments = N_("[FILE...]"),
	.summary = N_("find what is missing, wrong or contradictory"),
	.examples = "  ces check strategy.yaml\n"
		    "  ces check --as in_review strategy.yaml\n"
		    "  ces check --format brief --limit 20 strategy.yaml\n"
		    "  ces check --format json --fail-on warning plans/\n",
	.options = 1u << OPTION_FORMAT | 1u << OPTION_OUTPUT |
		   1u << OPTION_AS_OF | 1u << OPTION_AS | 1u << OPTION_FAIL_ON |
		   1u << OPTION_SECTION | 1u << OPTION_JOBS |
		   1u << OPTION_LIMIT | 1u << OPTION_FORCE,
	.format = N_("{formats}; default: {default}; FORMAT=FILE writes it to "
		     "a file of its own, and may be repeated"),
	.formats = format,
	.most = -1,
	.run = run};
