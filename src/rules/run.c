/* run.c - runs every rule */
#include "rules/rule.h"

#define TOPIC(section, problem, severity, flags)
#define RULE(section, problem, severity, flags) \
	[TOPIC_##section##_##problem] = check_##section##_##problem,

void (*const rule_checks[TOPIC_COUNT])(struct rule_run *run) = {
#include "ces/topics.def"
};

void
rules_run(const struct view *view, const struct source *source,
	  struct findings *findings)
{
	struct rule_run run = {.view = view,
			       .plan = view->plan,
			       .source = source,
			       .findings = findings};

	for (; run.topic < TOPIC_COUNT; run.topic++)
		if (rule_checks[run.topic])
			rule_checks[run.topic](&run);
}
