/* compare.c - how two plans differ, over the descriptions of the model */
#include "ces/compare.h"

#include <stdlib.h>
#include <string.h>

#include "ces/measure.h"
#include "ces/view.h"

/* one run over both plans */
struct comparison {
	struct differences *differences;
	const struct renamed *renamed;
	size_t n;
};

static void compare_objects(struct comparison *run, const struct object *before,
			    const struct object *after);

static void
add(struct comparison *run, enum difference_kind kind,
    const struct object *before, const struct object *after,
    const struct field *field, const char *key)
{
	struct differences *to = run->differences;
	struct buf path = {0};

	object_path(&path, before ? before : after, field);
	if (key)
		buf_printf(&path, ".%s", key);
	ARRAY_GROW(to->items, to->n, to->cap);
	to->items[to->n++] = (struct difference){
		kind, arena_take(to->arena, &path), before, after, field};
}

/* the item's id in the new plan */
static const char *
new_id(const struct comparison *run, const struct object *item)
{
	for (size_t i = 0; i < run->n; i++)
		if (run->renamed[i].item == item)
			return run->renamed[i].id;
	return item->id;
}

static const char *
old_id(const struct comparison *run, const struct map *map, const char *id)
{
	for (size_t i = 0; i < run->n; i++)
		if (!strcmp(run->renamed[i].id, id) &&
		    map_find(map, run->renamed[i].item->id) ==
			    run->renamed[i].item)
			return run->renamed[i].item->id;
	return id;
}

/* --- values --------------------------------------------------------------- */

#define BOTH(type)                                           \
	const struct type##_value *a = (const void *)before, \
				  *b = (const void *)after

static bool
same_duration(const struct duration *a, const struct duration *b)
{
	return (a->unit == DURATION_BUSINESS_DAYS) ==
		       (b->unit == DURATION_BUSINESS_DAYS) &&
	       duration_seconds(*a) == duration_seconds(*b);
}

static bool
same_week(const struct week *a, const struct week *b)
{
	bool same = true;

	for (int day = 0; day < 8; day++)
		same = same && a->days[day].named == b->days[day].named &&
		       day_hours_equal(&a->days[day], &b->days[day]);
	return same;
}

static bool
same_reading(const struct object *object, const struct reading_value *a,
	     const struct reading_value *b)
{
	int unit = unit_around(object);

	return (a->n == b->n && a->suffix == b->suffix && a->unit == b->unit) ||
	       (unit >= 0 && reading_in(a, unit) == reading_in(b, unit));
}

/* References are the same where they lead to the same item. */
static bool
same_reference(const struct comparison *run, const struct ref_value *a,
	       const struct ref_value *b)
{
	const struct object *to = ref_target(a);

	return !strcmp(to ? new_id(run, to) : a->id, b->id);
}

/* two values of a kind, both of which are set */
static bool
same_value(const struct comparison *run, const struct object *object,
	   enum kind kind, const struct mark *before, const struct mark *after)
{
	switch (kind) {
	case KIND_FLAG: {
		BOTH(flag);
		return a->on == b->on;
	}
	case KIND_NUMBER: {
		BOTH(number);
		return a->n == b->n;
	}
	case KIND_DATE: {
		BOTH(date);
		return !date_compare(a->date, b->date);
	}
	case KIND_PERIOD: {
		BOTH(period);
		return a->period.kind == b->period.kind &&
		       !date_compare(a->period.first, b->period.first);
	}
	case KIND_DURATION: {
		BOTH(duration);
		return same_duration(&a->duration, &b->duration);
	}
	case KIND_WEEK: {
		BOTH(week);
		return same_week(a->week, b->week);
	}
	case KIND_SPANS: {
		BOTH(spans);
		return day_hours_equal(&a->day, &b->day);
	}
	case KIND_READING: {
		BOTH(reading);
		return same_reading(object, a, b);
	}
	case KIND_WORD: {
		BOTH(word);
		return a->word == b->word;
	}
	case KIND_LOOKUP: {
		BOTH(lookup);
		return a->index == b->index;
	}
	case KIND_REF:
	case KIND_NAMED: {
		BOTH(ref);
		return same_reference(run, a, b);
	}
	default: { /* TEXT, ZONE, CODE, PATH */
		BOTH(text);
		return !strcmp(a->text, b->text);
	}
	}
}

/* --- lists and small mappings --------------------------------------------- */

/* values of one layout, and where the value lies in each */
struct array {
	const char *items;
	uint32_t n;
	size_t size, value;
};

static struct array
array_of(const struct mark *mark, enum kind kind)
{
	const struct refs_value *values = (const void *)mark;

	return (struct array){(const void *)values->items, values->n,
			      kind_size(kind), kind_value(kind)};
}

/* of a mapping: its key, which has the layout of a text or a reference */
static const struct ref_value *
array_key(const struct array *array, uint32_t i)
{
	return (const void *)(array->items + i * array->size);
}

static const struct mark *
array_value(const struct array *array, uint32_t i)
{
	return (const void *)(array->items + i * array->size + array->value);
}

/* Has each value its like, as often? Most lists are short and in order. */
static bool
same_values(const struct comparison *run, const struct object *object,
	    enum kind kind, const struct array *a, const struct array *b)
{
	bool *taken = mem_zeroed(b->n + 1, sizeof(*taken));
	uint32_t set = 0, found = 0, others = 0;

	for (uint32_t i = 0; i < b->n; i++)
		others += is_set(array_value(b, i));
	for (uint32_t i = 0; i < a->n && found == set; i++) {
		const struct mark *mark = array_value(a, i);

		set += is_set(mark);
		for (uint32_t j = 0; is_set(mark) && j < b->n && found < set;
		     j++) {
			uint32_t at = (i + j) % b->n;

			if (taken[at] || !is_set(array_value(b, at)) ||
			    !same_value(run, object, kind, mark,
					array_value(b, at)))
				continue;
			taken[at] = true;
			found++;
		}
	}
	free(taken);
	return found == set && set == others;
}

/* the entry whose key is that of the other plan's; NULL */
static const struct mark *
entry_of(const struct comparison *run, const struct array *in,
	 const struct ref_value *key, bool forward, bool reference)
{
	for (uint32_t i = 0; i < in->n; i++) {
		const struct ref_value *other = array_key(in, i);

		if (!is_set(array_value(in, i)))
			continue;
		if (!reference ? !strcmp(other->id, key->id)
		    : forward  ? same_reference(run, key, other)
			       : same_reference(run, other, key))
			return array_value(in, i);
	}
	return NULL;
}

static void
compare_entries(struct comparison *run, const struct object *before,
		const struct object *after, const struct field *field,
		const struct array *a, const struct array *b)
{
	bool reference =
		field->kind == KIND_SHARES || field->kind == KIND_REFMAP;
	enum kind kind = kind_element(field->kind);

	for (uint32_t i = 0; i < a->n; i++) {
		const struct mark *mark = array_value(a, i);
		const struct mark *other =
			entry_of(run, b, array_key(a, i), true, reference);

		if (is_set(mark) &&
		    (!other || !same_value(run, before, kind, mark, other)))
			add(run,
			    other ? DIFFERENCE_CHANGED : DIFFERENCE_REMOVED,
			    before, after, field, array_key(a, i)->id);
	}
	for (uint32_t i = 0; i < b->n; i++)
		if (is_set(array_value(b, i)) &&
		    !entry_of(run, a, array_key(b, i), false, reference))
			add(run, DIFFERENCE_ADDED, before, after, field,
			    array_key(b, i)->id);
}

/* --- items ---------------------------------------------------------------- */

static void
compare_maps(struct comparison *run, const struct map *a, const struct map *b)
{
	for (uint32_t i = 0; i < a->n; i++) {
		const struct object *item = a->items[i];
		const struct object *other = map_find(b, new_id(run, item));

		if (other)
			compare_objects(run, item, other);
		else
			add(run, DIFFERENCE_REMOVED, item, NULL, NULL, NULL);
	}
	for (uint32_t i = 0; i < b->n; i++)
		if (!map_find(a, old_id(run, a, b->items[i]->id)))
			add(run, DIFFERENCE_ADDED, NULL, b->items[i], NULL,
			    NULL);
}

/* Are they the same, but for the items in them? Finds no differences. */
static bool
same_object(const struct comparison *run, const struct object *a,
	    const struct object *b)
{
	struct differences none = {.arena = run->differences->arena};
	struct comparison quiet = {&none, run->renamed, run->n};
	bool same;

	compare_objects(&quiet, a, b);
	same = !none.n;
	differences_release(&none);
	return same;
}

/* Is the first key of both, by which one knows the item, the same? */
static bool
same_first(const struct comparison *run, const struct object *a,
	   const struct object *b)
{
	const struct field *field = object_entity(a)->fields;
	const struct mark *one = field_mark(a, field);
	const struct mark *other = field_mark(b, field);

	return is_set(one) && is_set(other) &&
	       same_value(run, a, field->kind, one, other);
}

/* Items that both lists begin or end with are the same; of those between, those
 * of one first key are, then those that are left, in their order. */
static void
compare_lists(struct comparison *run, const struct list *a,
	      const struct list *b)
{
	uint32_t from = 0, last_a = a->n, last_b = b->n, next = 0;
	bool *taken = mem_zeroed(b->n + 1, sizeof(*taken));
	const struct object **left = mem_zeroed(a->n + 1, sizeof(*left));
	uint32_t left_n = 0;

	while (from < last_a && from < last_b &&
	       same_object(run, a->items[from], b->items[from]))
		from++;
	while (last_a > from && last_b > from &&
	       same_object(run, a->items[last_a - 1], b->items[last_b - 1])) {
		last_a--;
		last_b--;
	}
	for (uint32_t i = from; i < last_a; i++) {
		uint32_t j = from;

		while (j < last_b &&
		       (taken[j] || !same_first(run, a->items[i], b->items[j])))
			j++;
		if (j < last_b) {
			taken[j] = true;
			compare_objects(run, a->items[i], b->items[j]);
		} else {
			left[left_n++] = a->items[i];
		}
	}
	for (uint32_t j = from; j < last_b; j++)
		if (!taken[j] && next < left_n)
			compare_objects(run, left[next++], b->items[j]);
		else if (!taken[j])
			add(run, DIFFERENCE_ADDED, NULL, b->items[j], NULL,
			    NULL);
	while (next < left_n)
		add(run, DIFFERENCE_REMOVED, left[next++], NULL, NULL, NULL);
	free(taken);
	free(left);
}

/* --- objects -------------------------------------------------------------- */

static const struct own_key *
find_own(const struct object *object, const struct own_key *own)
{
	for (const struct own_key *at = object->own; at; at = at->next)
		if (at->in == own->in && !strcmp(at->key, own->key))
			return at;
	return NULL;
}

static void
add_own(struct comparison *run, const struct object *before,
	const struct object *after, const struct own_key *own,
	const struct own_key *other)
{
	const struct field key = {.key = own->key};

	if (other && !strcmp(own->json, other->json))
		return;
	add(run, DIFFERENCE_CHANGED, before, after, own->in ? own->in : &key,
	    own->in ? own->key : NULL);
	run->differences->items[run->differences->n - 1].field = own->in;
}

static void
compare_own(struct comparison *run, const struct object *before,
	    const struct object *after)
{
	for (const struct own_key *own = before->own; own; own = own->next)
		add_own(run, before, after, own, find_own(after, own));
	for (const struct own_key *own = after->own; own; own = own->next)
		if (!find_own(before, own))
			add_own(run, before, after, own, NULL);
}

static void
compare_values(struct comparison *run, const struct object *before,
	       const struct object *after, const struct field *field)
{
	const struct mark *a = field_mark(before, field);
	const struct mark *b = field_mark(after, field);
	enum shape shape = kind_shape(field->kind);
	enum kind kind = kind_element(field->kind);
	struct array before_array, after_array;

	if (!is_set(a) && !is_set(b))
		return;
	if (!is_set(a) || !is_set(b)) {
		add(run, is_set(b) ? DIFFERENCE_ADDED : DIFFERENCE_REMOVED,
		    before, after, field, NULL);
		return;
	}
	if (shape == SHAPE_VALUE) {
		if (!same_value(run, before, kind, a, b))
			add(run, DIFFERENCE_CHANGED, before, after, field,
			    NULL);
		return;
	}
	before_array = array_of(a, field->kind);
	after_array = array_of(b, field->kind);
	if (shape == SHAPE_MAPPING)
		compare_entries(run, before, after, field, &before_array,
				&after_array);
	else if (!same_values(run, before, kind, &before_array, &after_array))
		add(run, DIFFERENCE_CHANGED, before, after, field, NULL);
}

static void
compare_objects(struct comparison *run, const struct object *before,
		const struct object *after)
{
	const struct entity *entity = object_entity(before);

	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];
		const void *a = field_value(before, field);
		const void *b = field_value(after, field);

		if (kind_shape(field->kind) != SHAPE_KEYS)
			compare_values(run, before, after, field);
		else if (field->kind == KIND_MAP || field->kind == KIND_KEYED)
			compare_maps(run, a, b);
		else if (field->kind == KIND_LIST)
			compare_lists(run, a, b);
		else if (is_set(a) && is_set(b))
			compare_objects(run, a, b);
		else if (is_set(a) || is_set(b))
			add(run,
			    is_set(b) ? DIFFERENCE_ADDED : DIFFERENCE_REMOVED,
			    before, after, field, NULL);
	}
	compare_own(run, before, after);
}

void
plans_compare(struct differences *differences, const struct plan *before,
	      const struct plan *after, const struct renamed *renamed, size_t n)
{
	struct comparison run = {differences, renamed, n};

	compare_objects(&run, &before->object, &after->object);
}

void
differences_release(struct differences *differences)
{
	free(differences->items);
	differences->items = NULL;
	differences->n = differences->cap = 0;
}
