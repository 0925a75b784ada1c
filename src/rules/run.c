/*
 * run.c - runs every rule. The themes of a large plan are shared among threads:
 * whoever is free takes the next. What each finds is kept apart and put
 * together in the order of the themes, so that it is the same however many
 * there are.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "rules/themes.h"

struct running {
	const struct view *view;
	const struct source *source;
	struct findings *found; /* a list for each theme */
	size_t shared;		/* so many themes can run side by side */
	atomic_size_t next;	/* the theme that nobody took yet */
};

/* a thread, and where the texts of its findings lie */
struct runner {
	struct running *running;
	struct arena arena;
	pthread_t thread;
};

static void
theme_run(const struct running *running, const struct theme *theme,
	  struct findings *findings)
{
	struct rule_run run = {.view = running->view,
			       .plan = running->view->plan,
			       .source = running->source,
			       .findings = findings};

	for (size_t i = 0; i < theme->n; i++) {
		run.rule = &theme->rules[i];
		run.rule->check(&run);
	}
}

static void
run_next(struct running *running, struct arena *arena)
{
	size_t i;

	while ((i = atomic_fetch_add(&running->next, 1)) < running->shared) {
		running->found[i] = (struct findings){.arena = arena};
		theme_run(running, themes[i], &running->found[i]);
	}
}

static void *
run_beside(void *data)
{
	struct runner *runner = data;

	run_next(runner->running, &runner->arena);
	return NULL;
}

static void
put_together(struct running *running, struct findings *findings)
{
	for (size_t i = 0; i < running->shared; i++) {
		findings_append(findings, &running->found[i]);
		findings_release(&running->found[i]);
	}
	free(running->found);
}

/* The last theme looks at what the others found. */
void
rules_run(const struct view *view, const struct source *source,
	  struct findings *findings, size_t threads)
{
	struct running running = {
		.view = view, .source = source, .shared = theme_count - 1};
	struct runner *runners = mem_alloc(threads * sizeof(*runners));
	size_t started = 0;

	running.found = mem_alloc(theme_count * sizeof(*running.found));
	for (; started + 1 < threads; started++) {
		struct runner *runner = &runners[started];

		*runner = (struct runner){.running = &running};
		if (pthread_create(&runner->thread, NULL, run_beside, runner))
			break;
	}
	run_next(&running, findings->arena);
	for (size_t i = 0; i < started; i++) {
		pthread_join(runners[i].thread, NULL);
		arena_adopt(findings->arena, &runners[i].arena);
	}
	free(runners);
	put_together(&running, findings);
	theme_run(&running, themes[theme_count - 1], findings);
}
