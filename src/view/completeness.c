/* completeness.c - how much of the seven sections is written down */
#include <string.h>

#include "ces/question.h"
#include "view/parts.h"

/* filled keys of those required or advised, 0..1 */
static double
item_share(const struct object *item)
{
	if (!is_set(&item->at))
		return 0;
	return item->wanted ? (double)item->filled / item->wanted : 1;
}

/* the mean of the items, 0 when there are none, rounded down */
static int
section_percent(const struct map *map)
{
	double sum = 0;

	for (uint32_t i = 0; i < map->n; i++)
		sum += item_share(map->items[i]);
	return map->n ? (int)(sum / map->n * 100 + 1e-9) : 0;
}

void
view_completeness(struct view *view)
{
	int sum = 0;

	for (int i = 0; i < SECTION_SEVEN; i++) {
		const struct field *field =
			entity_field(entity_plan(), sections[i].key,
				     strlen(sections[i].key));

		view->readiness.section[i] =
			section_percent(field_value(view->plan, field));
		sum += view->readiness.section[i];
	}
	view->readiness.plan = sum / SECTION_SEVEN;
}
