/* run.c - runs every rule */
#include "rules/themes.h"

/* The last theme looks at what the others found. */
void
rules_run(const struct view *view, const struct source *source,
	  struct findings *findings)
{
	struct rule_run run = {.view = view,
			       .plan = view->plan,
			       .source = source,
			       .findings = findings};

	for (size_t t = 0; t < theme_count; t++)
		for (size_t i = 0; i < themes[t]->n; i++) {
			run.rule = &themes[t]->rules[i];
			run.rule->check(&run);
		}
}
