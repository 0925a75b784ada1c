/* rules.c - what the rules cost beside loading: rules LARGE [PLAN...]
 *
 * Prints seconds: of loading the large plan alone, of working out its view, of
 * all that `ces check` judges; then for each rule its name and its time on each
 * of the plans. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ces/file.h"
#include "ces/load.h"
#include "ces/review.h"
#include "rules/rule.h"

enum { TIMES = 5, RULE_TIMES = 101, PLANS_MOST = 8 };

static const struct date as_of = {2026, 6, 30};

static double
now(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static char *
bytes_of(const char *path, size_t *n)
{
	bool too_long = false;
	char *bytes = file_read(path, (size_t)1 << 30, n, &too_long);

	if (!bytes || too_long) {
		perror(path);
		exit(2);
	}
	return bytes;
}

/* a plan read and worked out, and the time of either */
struct loaded {
	struct source source;
	struct arena arena;
	struct findings findings;
	struct plan *plan;
	struct view *view;
	double load, work_out;
};

static void
load(struct loaded *loaded, const char *path)
{
	size_t n;
	char *bytes = bytes_of(path, &n);
	double start = now();
	enum loaded how;

	*loaded = (struct loaded){.findings = {.arena = &loaded->arena}};
	source_init(&loaded->source, path, bytes, n);
	loaded->plan = plan_load(&loaded->source, &loaded->arena,
				 &loaded->findings, &how);
	loaded->load = now() - start;
	start = now();
	loaded->view = view_make(loaded->plan, as_of, &loaded->arena);
	loaded->work_out = now() - start;
}

static void
release(struct loaded *loaded)
{
	findings_release(&loaded->findings);
	source_release(&loaded->source);
	arena_release(&loaded->arena);
}

static double
judge(const char *path)
{
	static const struct review_options options = {.as_of = {2026, 6, 30},
						      .as_status = -1};
	struct review review;
	size_t n;
	char *bytes = bytes_of(path, &n);
	double start = now();

	review_make(&review, path, bytes, n, &options);
	start = now() - start;
	review_release(&review);
	return start;
}

static int
compare(const void *pa, const void *pb)
{
	double a = *(const double *)pa, b = *(const double *)pb;

	return (a > b) - (a < b);
}

static double
median(double *times)
{
	qsort(times, TIMES, sizeof(*times), compare);
	return times[TIMES / 2];
}

static void
whole(const char *path)
{
	double loads[TIMES], views[TIMES], all[TIMES];

	for (int i = 0; i < TIMES; i++) {
		struct loaded loaded;

		load(&loaded, path);
		loads[i] = loaded.load;
		views[i] = loaded.work_out;
		release(&loaded);
		all[i] = judge(path);
	}
	printf("load %.6f\nview %.6f\nall %.6f\n", median(loads), median(views),
	       median(all));
}

/* the least of many: what disturbs only adds */
static double
rule_time(struct loaded *loaded, enum topic_id topic)
{
	struct rule_run run = rule_run_make(loaded->view, NULL, &loaded->source,
					    &loaded->findings);
	double least = 1;

	run.topic = topic;
	for (int i = 0; i < RULE_TIMES; i++) {
		double start = now(), took;

		rule_checks[topic](&run);
		took = now() - start;
		least = took < least ? took : least;
		loaded->findings.n = 0;
	}
	return least;
}

static void
each_rule(struct loaded *plans, int n)
{
	for (enum topic_id i = 0; i < TOPIC_COUNT; i++) {
		if (!rule_checks[i])
			continue;
		printf("%s", topic_names[i]);
		for (int k = 0; k < n; k++)
			printf(" %.8f", rule_time(&plans[k], i));
		putchar('\n');
	}
}

int
main(int argc, char **argv)
{
	struct loaded plans[PLANS_MOST];
	int n = argc - 2;

	if (n < 0 || n > PLANS_MOST)
		return 2;
	whole(argv[1]);
	for (int i = 0; i < n; i++)
		load(&plans[i], argv[i + 2]);
	each_rule(plans, n);
	for (int i = 0; i < n; i++)
		release(&plans[i]);
	return 0;
}
