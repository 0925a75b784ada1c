/* meant.c - words, flags and names of cells, as the format has them */
#include <string.h>

#include "ces/guess.h"
#include "ces/language.h"
#include "ces/message.h"
#include "ces/nearest.h"
#include "ces/nearest.h"
#include "ces/state.h"
#include "ces/synonym.h"
#include "import/parts.h"

/* --- words of closed lists ------------------------------------------------ */

/* the word that stands beside the label in the workbook's own list, which may
 * be in another language; NULL */
static const char *
listed(const struct importing *run, const char *list, const char *label)
{
	const struct sheet *lists = run->book->lists;
	uint32_t column = 0;

	for (size_t i = 0; lists && i < lists->n; i++) {
		const struct sheet_cell *cell = &lists->cells[i];

		if (cell->row > 0)
			break;
		column = cell->column;
		if (strcmp(cell_word(cell), list) != 0)
			continue;
		for (uint32_t row = 1; cell_find(lists, row, column); row++)
			if (text_alike(label, cell_word(cell_find(lists, row,
								  column))))
				return cell_word(
					cell_find(lists, row, column + 1));
		return NULL;
	}
	return NULL;
}

/* a state is written with or without its symbol */
static bool
is_label(const char *label, const char *text)
{
	const char *behind = strchr(label, ' ');

	return text_alike(text, label) ||
	       ((unsigned char)*label >= 0x80 && behind &&
		text_alike(text, behind + 1));
}

/* "✓ Done": as the first page shows the word, or the label with that mark */
static bool
is_state(const struct importing *run, struct label label, const char *text)
{
	enum state_id state = state_find(label.word);
	const char *mark = symbols[state_symbol(state)].mark;
	size_t n = strlen(mark);

	return state &&
	       (text_alike(text, state_text(run->language, state)) ||
		(!strncmp(text, mark, n) && text_alike(text + n, label.text)));
}

/* names the labels that the workbook offers, where they are few */
static const char *
no_label(const struct importing *run, const struct slot *slot, const char *text)
{
	enum { FEW = 12 };
	size_t column = (size_t)(slot->column - slot->table->columns);
	struct texts words = {0};
	struct nearest nearest;
	struct label label;

	nearest_start(&nearest, text);
	for (size_t i = 0;
	     (label = column_label(slot->table, column, slot->field, i)).word;
	     i++) {
		texts_append(run->arena, &words, label.text);
		nearest_try(&nearest, label.text);
	}
	if (words.n > FEW)
		return NULL;
	return message_text(
		run->arena, users_language(),
		nearest.best ? N_("'{value}' is not one of {words}; did you "
				  "mean '{near}'?")
			     : N_("'{value}' is not one of {words}"),
		ARGS(TEXT_ARG("value", text),
		     TEXTS_ARG("words", words, LIST_OR | LIST_QUOTED),
		     TEXT_ARG("near", nearest.best ? nearest.best : "")));
}

static const char *
label_meant(const struct importing *run, const struct slot *slot,
	    const char *text, const char **refused)
{
	const struct field *field = slot->field;
	size_t column = (size_t)(slot->column - slot->table->columns);
	const char *list = column_list(run->arena, slot->table, column, field);
	const char *word = list ? listed(run, list, text) : NULL;
	struct label label;
	bool loose;

	for (size_t i = 0;
	     (label = column_label(slot->table, column, field, i)).word; i++)
		if ((word && !strcmp(word, label.word)) ||
		    is_label(label.text, text) ||
		    text_alike(text, label.word) || is_state(run, label, text))
			return label.word;
	if (field->kind != KIND_WORD)
		return NULL;
	word = word_meant(run->arena, field->list, text, strlen(text), &loose);
	if (!word)
		*refused = no_label(run, slot, text);
	return loose ? NULL : word;
}

/* --- names of items ------------------------------------------------------- */

/* the items of that entity; NULL where the plan has no such collection */
static const struct map *
collection_of(const struct plan *plan, const struct entity *entity)
{
	const struct entity *root = entity_plan();

	for (int i = 0; i < root->n; i++) {
		const struct field *field = &root->fields[i];

		if (field->kind == KIND_MAP && field->of() == entity)
			return field_value(plan, field);
	}
	return NULL;
}

/* a word of the name: "Ada" of "Ada Okafor" */
static bool
is_part(struct importing *run, const char *text, const char *name)
{
	for (size_t n; *name; name += n + strspn(name + n, " ")) {
		n = strcspn(name, " ");
		if (text_alike(text, arena_copy(run->arena, name, n)))
			return true;
	}
	return false;
}

/* the ids of the items that have the name, or a word of it; *last is one of
 * them */
static struct texts
find_named(struct importing *run, const struct map *map, const char *text,
	   bool part, const struct object **last)
{
	struct texts ids = {0};

	for (uint32_t i = 0; i < map->n; i++) {
		const struct object *item = map->items[i];
		const char *name = object_name(item);

		if (!(part ? is_part(run, text, name) : text_alike(text, name)))
			continue;
		texts_append(run->arena, &ids, item->id);
		*last = item;
	}
	return ids;
}

static const char *
several(struct importing *run, const struct map *map, const char *text,
	struct texts ids)
{
	return message_text(
		run->arena, users_language(),
		N_("several of '{key}' have the name '{name}'; write one of "
		   "the "
		   "ids {ids}"),
		ARGS(TEXT_ARG("key", map->items[0]->slot->key),
		     TEXT_ARG("name", text),
		     TEXTS_ARG("ids", ids, LIST_COMMAS | LIST_QUOTED)));
}

/* the name, or the id, that comes nearest; NULL */
static const char *
nearest_item(const struct map *map, const char *text)
{
	struct nearest nearest;

	nearest_start(&nearest, text);
	for (uint32_t i = 0; i < map->n; i++) {
		nearest_try(&nearest, object_name(map->items[i]));
		nearest_try(&nearest, map->items[i]->id);
	}
	return nearest.best;
}

static const char *
no_item(struct importing *run, const struct map *map, const char *text)
{
	const struct object *item = NULL;
	struct texts ids = find_named(run, map, text, true, &item);
	const char *near;

	if (ids.n > 1)
		return several(run, map, text, ids);
	near = ids.n ? object_name(item) : nearest_item(map, text);
	return message_text(
		run->arena, users_language(),
		near ? N_("none of '{key}' has the name '{name}'; did you mean "
			  "'{near}'?")
		     : N_("none of '{key}' has the name '{name}'; add it to "
			  "the plan, or correct the name"),
		ARGS(TEXT_ARG("key", map->items[0]->slot->key),
		     TEXT_ARG("name", text),
		     TEXT_ARG("near", near ? near : "")));
}

static const char *
item_meant(struct importing *run, const struct field *field, const char *text,
	   const char **refused)
{
	const struct entity *entity = field->of();
	const struct map *map = collection_of(run->now->plan, entity);
	/* of somebody who has another name in the plan by now */
	const char *listed_id = strcmp(entity->name, "person") != 0
					? NULL
					: listed(run, "people", text);
	const struct object *item = NULL;
	struct texts ids;

	if (!map || !map->n)
		return NULL;
	if (map_find(map, text))
		return map_find(map, text)->id;
	ids = find_named(run, map, text, false, &item);
	if (ids.n > 1)
		*refused = several(run, map, text, ids);
	if (ids.n)
		return ids.n == 1 ? item->id : NULL;
	for (uint32_t i = 0; i < map->n; i++)
		if (text_alike(text, map->items[i]->id))
			return map->items[i]->id;
	if (listed_id && map_find(map, listed_id))
		return map_find(map, listed_id)->id;
	*refused = no_item(run, map, text);
	return NULL;
}

/* --- what can be certain of other kinds ----------------------------------- */

/* the offer of the loader, where that is certain */
static const char *
guessed(struct guess guess)
{
	return guess.other ? NULL : guess.text;
}

const char *
meant_word(struct importing *run, const struct slot *slot, const char *text,
	   const char **refused)
{
	const struct field *field = slot->field;
	size_t n = strlen(text);

	if (is_placeholder(text, n, NULL))
		return NULL;
	switch (field->kind) {
	case KIND_WORD:
	case KIND_FLAG:
	case KIND_LOOKUP:
		return label_meant(run, slot, text, refused);
	case KIND_REF:
	case KIND_NAMED:
		return item_meant(run, field, text, refused);
	case KIND_PERIOD:
		return guessed(guess_period(run->arena, text, n));
	default:
		return NULL;
	}
}
