/* checklist_missing.c - the advised keys that keep a section from 100 percent;
 * required ones are among the findings */
#include <libintl.h>
#include <string.h>

#include "ces/message.h"
#include "checklist_parts.h"

#define _(s) gettext(s)

enum { NAMES_SHOWN = 5 };

static bool
is_lacking(const struct object *item, const struct field *field)
{
	return field_wanted(item, field) == 1 &&
	       !is_set(field_mark(item, field));
}

/* Fill in 'root_cause': Returns, Where is my order, and 3 more */
static void
add_task(struct checklist *list, const struct field *field,
	 const struct buf *names, size_t n)
{
	struct arg key[] = {TEXT_ARG("key", field->key)};
	struct buf text = {0};

	message_fill(&text, _("Fill in '{key}'"), key, 1);
	buf_printf(&text, ": %s", names->p);
	if (n > NAMES_SHOWN) {
		n -= NAMES_SHOWN;
		buf_puts(&text, "; ");
		buf_printf(&text, ngettext("and %zu more", "and %zu more", n),
			   n);
	}
	page_task(&list->page, false, text.p);
	page_detail(&list->page, _(field->help));
	buf_free(&text);
}

static void
add_key(struct checklist *list, const struct map *map,
	const struct field *field)
{
	struct buf names = {0};
	size_t n = 0;

	for (uint32_t i = 0; i < map->n; i++) {
		if (!is_lacking(map->items[i], field) || n++ >= NAMES_SHOWN)
			continue;
		/* names may hold commas */
		buf_puts(&names, names.n ? "; " : "");
		buf_puts(&names, object_name(map->items[i]));
	}
	if (n > 0)
		add_task(list, field, &names, n);
	buf_free(&names);
}

void
checklist_missing(struct checklist *list, const char *section)
{
	const struct plan *plan = list->review->plan;
	const struct field *slot =
		entity_field(entity_plan(), section, strlen(section));
	const struct entity *entity;

	if (!slot || slot->kind != KIND_MAP)
		return;
	entity = slot->of();
	for (int i = 0; i < entity->n; i++)
		add_key(list, field_value(plan, slot), &entity->fields[i]);
}
