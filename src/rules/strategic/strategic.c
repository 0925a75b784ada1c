/* strategic.c - what the strategic rules ask again and again */
#include "rules/strategic/strategic.h"

static const struct field *
field_of(const struct object *object, const char *name)
{
	return entity_field(object_entity(object), name, strlen(name));
}

bool
object_lacks(const struct object *object, const char *field_name)
{
	const struct field *field = field_of(object, field_name);

	return is_unfilled(field_mark(object, field)) &&
	       field_wanted(object, field) == 2;
}

struct finding *
rule_missing(struct rule_run *run, const struct object *object,
	     const char *field_name, const char *message,
	     const struct arg *args, size_t arg_count)
{
	struct finding *finding = rule_find(run, object, field_name, message,
					    args, arg_count);

	rule_paste(run, finding, object, field_name);
	return finding;
}

bool
refs_open(const struct view *view, const struct refs_value *actions)
{
	for (uint32_t i = 0; i < actions->n; i++) {
		const struct object *action = ref_target(&actions->items[i]);

		if (action && view->actions[action->index].open)
			return true;
	}
	return false;
}

bool
is_older(struct date date, struct date as_of, double months)
{
	return date_compare(date_add_months(date, (int)months), as_of) < 0;
}
