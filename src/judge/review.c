/* review.c - one file, read, worked out and judged */
#include "ces/review.h"

#include <string.h>

#include "ces/load.h"
#include "judge/judge.h"

/* takes a plan without status for a draft */
static int
plan_status(const struct plan *plan, const struct review_options *options)
{
	const struct word_value *status = &plan->plan.status;

	if (options->as_status >= 0)
		return options->as_status;
	return is_set(&status->at) ? status->word : PLAN_DRAFT;
}

/* applies settings.severity of the plan */
static enum severity
regraded(const struct plan *plan, const struct topic *topic,
	 enum severity severity)
{
	const struct word_map_value *words = &plan->settings.severity;

	if (topic->flags & TOPIC_FIRM)
		return severity;
	for (uint32_t i = 0; i < words->n; i++) {
		const struct named_word *word = &words->items[i];

		if (is_set(&word->name.at) && is_set(&word->value.at) &&
		    !strcmp(word->name.text, topic->name))
			return (enum severity)word->value.word;
	}
	return severity;
}

/* filters in place, in order */
static void
keep_findings(struct review *review,
	      bool (*wanted)(const struct finding *, const char *),
	      const char *section)
{
	struct findings *findings = &review->findings;
	size_t kept = 0;

	for (size_t i = 0; i < findings->n; i++)
		if (wanted(&findings->items[i], section))
			findings->items[kept++] = findings->items[i];
	findings->n = kept;
}

static bool
is_on(const struct finding *finding, const char *section)
{
	(void)section;
	return finding->severity != SEVERITY_OFF;
}

/* shows a syntax error with every section, as none was read */
static bool
is_of_section(const struct finding *finding, const char *section)
{
	return path_in(finding->path, section) ||
	       !strcmp(finding->topic->name, "document/syntax");
}

static void
grade(struct review *review)
{
	bool draft = review->status == PLAN_DRAFT;

	for (size_t i = 0; i < review->findings.n; i++) {
		struct finding *finding = &review->findings.items[i];

		if (draft && finding->topic->flags & TOPIC_DRAFT &&
		    finding->severity > SEVERITY_WARNING)
			finding->severity = SEVERITY_WARNING;
		finding->severity = regraded(review->plan, finding->topic,
					     finding->severity);
	}
	keep_findings(review, is_on, NULL);
}

static void
waive(struct review *review)
{
	struct waiver_index index;

	waiver_index_make(&index, review->plan, review->view->as_of);
	for (size_t i = 0; i < review->findings.n; i++) {
		struct finding *finding = &review->findings.items[i];
		const struct waiver *waiver = waiver_find(&index, finding);

		if (!waiver)
			continue;
		finding->waived = true;
		finding->waiver_reason = waiver->reason.text;
	}
	waiver_index_release(&index);
}

static void
count(struct review *review)
{
	for (size_t i = 0; i < review->findings.n; i++) {
		const struct finding *finding = &review->findings.items[i];

		if (finding->waived) {
			review->waived++;
			continue;
		}
		review->in_hand += finding->in_hand;
		review->errors += finding->severity == SEVERITY_ERROR;
		review->warnings += finding->severity == SEVERITY_WARNING;
		review->advice += finding->severity == SEVERITY_ADVICE;
	}
}

static void
work_out(struct review *review, const struct review_options *options)
{
	review->view = view_make(review->plan, options->as_of, &review->arena);
	rules_run(review->view, &review->source, &review->findings);
}

void
review_make(struct review *review, const char *name, char *bytes, size_t n,
	    const struct review_options *options)
{
	*review = (struct review){.findings = {.arena = &review->arena}};
	source_init(&review->source, name, bytes, n);
	review->plan = plan_load(&review->source, &review->arena,
				 &review->findings, &review->loaded);
	review->status = plan_status(review->plan, options);
	if (review->loaded != LOADED_NONE)
		work_out(review, options);
	grade(review);
	if (review->view) {
		in_hand_mark(review);
		waive(review);
		readiness_set(review);
	}
	findings_sort(&review->findings);
	if (options->section)
		keep_findings(review, is_of_section, options->section);
	count(review);
	next_choose(review);
}

void
review_release(struct review *review)
{
	findings_release(&review->findings);
	source_release(&review->source);
	arena_release(&review->arena);
}

bool
review_fails(const struct review *review, enum severity at)
{
	for (size_t i = 0; i < review->findings.n; i++) {
		const struct finding *finding = &review->findings.items[i];

		if (!finding->waived && finding->severity >= at &&
		    (finding->severity == SEVERITY_ERROR || !finding->in_hand))
			return true;
	}
	return false;
}
