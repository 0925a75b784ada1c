/* review.c - one file, read, worked out and judged */
#include "ces/review.h"

#include <stdlib.h>
#include <string.h>

#include "ces/load.h"
#include "ces/question.h"
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

/* Is an entry judged that holds nothing but placeholders? What it lacks is said
 * nevertheless. */
static bool
is_early(const struct finding *finding)
{
	const struct object *at = finding->about;

	if (finding_is_document(finding) &&
	    finding->topic != &topics[TOPIC_document_unused])
		return false;
	while (at && !(at->id && at->waits && !at->filled))
		at = at->up;
	return at;
}

/* Regrades findings, and drops those that are off, or come too early. */
static void
grade(struct review *review)
{
	struct findings *findings = &review->findings;
	bool draft = review->status == PLAN_DRAFT;
	size_t kept = 0;

	for (size_t i = 0; i < findings->n; i++) {
		struct finding finding = findings->items[i];

		if (draft && finding.topic->flags & TOPIC_DRAFT &&
		    finding.severity > SEVERITY_WARNING)
			finding.severity = SEVERITY_WARNING;
		finding.severity = plan_severity(review->plan, finding.topic,
						 finding.severity);
		if (finding.severity != SEVERITY_OFF && !is_early(&finding))
			findings->items[kept++] = finding;
	}
	findings->n = kept;
}

/* Keeps a syntax error with every section, as none was read. */
static void
keep_section(struct findings *findings, const char *section)
{
	size_t kept = 0;

	for (size_t i = 0; i < findings->n; i++)
		if (path_in(findings->items[i].path, section) ||
		    findings->items[i].topic == &topics[TOPIC_document_syntax])
			findings->items[kept++] = findings->items[i];
	findings->n = kept;
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

static bool
is_about(const struct finding *finding, struct span span)
{
	bool found = finding->span.start == span.start;

	for (size_t i = 0; i < finding->related_count; i++)
		found |= finding->related[i].span.start == span.start;
	return found;
}

enum { SLIPS = 64 /* more distant dates than that are no slips */ };

/* A date with a slip in its year draws one finding, the gravest: it may be
 * overdue, out of order and out of date too. */
static void
drop_echoes(struct findings *findings)
{
	struct finding *slips[SLIPS];
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < findings->n && n < SLIPS; i++)
		if (findings->items[i].topic ==
			    &topics[TOPIC_document_distant_date] &&
		    !findings->items[i].waived)
			slips[n++] = &findings->items[i];
	for (size_t i = 0; n && i < findings->n; i++) {
		struct finding *finding = &findings->items[i];

		for (size_t j = 0; j < n; j++)
			if (finding->topic != slips[j]->topic &&
			    is_about(finding, slips[j]->span))
				*(finding->severity > slips[j]->severity
					  ? &slips[j]->severity
					  : &finding->severity) = SEVERITY_OFF;
	}
	for (size_t i = 0; i < findings->n; i++)
		if (findings->items[i].severity != SEVERITY_OFF)
			findings->items[kept++] = findings->items[i];
	findings->n = kept;
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

int
seven_of(const char *path)
{
	size_t n = path_section(path);

	for (int i = 0; i < SECTION_SEVEN; i++)
		if (!strncmp(sections[i].key, path, n) && !sections[i].key[n])
			return i;
	return -1;
}

/* Caps sections with open errors. */
static void
set_readiness(struct review *review)
{
	struct readiness *readiness = &review->readiness;
	int sum = 0;

	*readiness = review->view->readiness;
	for (size_t i = 0; i < review->findings.n; i++) {
		const struct finding *finding = &review->findings.items[i];
		int section = seven_of(finding->path);

		if (section >= 0 && !finding->waived &&
		    finding->severity == SEVERITY_ERROR &&
		    readiness->section[section] > 99)
			readiness->section[section] = 99;
	}
	for (int i = 0; i < SECTION_SEVEN; i++)
		sum += readiness->section[i];
	readiness->plan = sum / SECTION_SEVEN;
}

static void
judge(struct review *review, const struct review_options *options)
{
	review->language = options->language ? options->language
					     : plan_language(review->plan);
	if (options->in_words)
		review->language = language_in_words(review->language);
	review->status = plan_status(review->plan, options);
	if (review->loaded != LOADED_NONE) { /* others have no view */
		review->view =
			view_make(review->plan, options->as_of, &review->arena);
		rules_run(review->view, review->language, &review->source,
			  &review->findings);
	}
	grade(review);
	if (review->view) {
		in_hand_mark(review);
		waive(review);
		drop_echoes(&review->findings);
		set_readiness(review);
	}
	findings_sort(&review->findings);
	if (options->section)
		keep_section(&review->findings, options->section);
	count(review);
	groups_make(review);
	if (!options->unranked)
		next_choose(review);
	if (review->view)
		pastes_print(review);
}

void
review_make(struct review *review, const char *name, char *bytes, size_t n,
	    const struct review_options *options)
{
	*review = (struct review){.findings = {.arena = &review->arena}};
	source_init(&review->source, name, bytes, n);
	review->plan = plan_load(&review->source, &review->arena,
				 &review->findings, &review->loaded);
	judge(review, options);
}

void
review_judge(struct review *review, const struct document *document,
	     const struct review_options *options)
{
	const struct source *source = &document->source;
	const struct findings *read = &document->findings;

	*review = (struct review){.source = {.name = source->name,
					     .bytes = source->bytes,
					     .given = source->given,
					     .n = source->n},
				  .lent = true,
				  .findings = {.arena = &review->arena,
					       .n = read->n,
					       .cap = read->n},
				  .plan = document->plan,
				  .loaded = document->loaded};
	review->findings.items =
		mem_alloc((read->n + 1) * sizeof(*read->items));
	if (read->n)
		memcpy(review->findings.items, read->items,
		       read->n * sizeof(*read->items));
	judge(review, options);
}

void
review_release(struct review *review)
{
	findings_release(&review->findings);
	if (review->lent)
		free(review->source.lines);
	else
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
