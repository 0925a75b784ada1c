/* run.c - runs every rule */
#include "rules/rule.h"

#define TOPIC(section, problem, severity, flags)
#define RULE(section, problem, severity, flags)
#define EACH(section, problem, severity, flags, collection, type)       \
	static void each_##section##_##problem(struct rule_run *run)    \
	{                                                               \
		FOR_EACH (type, run->plan->collection)                  \
			if (is_set(&type->object.at))                   \
				check_##section##_##problem(run, type); \
	}
#include "ces/topics.def"

#define TOPIC(section, problem, severity, flags)
#define RULE(section, problem, severity, flags) \
	[TOPIC_##section##_##problem] = check_##section##_##problem,
#define EACH(section, problem, severity, flags, collection, type) \
	[TOPIC_##section##_##problem] = each_##section##_##problem,

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
