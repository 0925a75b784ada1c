/* rules.c - how rules report: where, and with what to paste */
#include <stdlib.h>
#include <string.h>

#include "ces/json.h"
#include "ces/reference.h"
#include "rules/rule.h"

static bool
is_scalar(const struct field *field)
{
	switch (field->kind) {
	case KIND_OBJECT:
	case KIND_LIST:
	case KIND_MAP:
	case KIND_KEYED:
	case KIND_TEXTS:
	case KIND_CODES:
	case KIND_WORDS:
	case KIND_REFS:
	case KIND_NAMEDS:
	case KIND_PATHS:
	case KIND_SHARES:
	case KIND_REFMAP:
	case KIND_INTMAP:
	case KIND_WORDMAP:
		return false;
	default:
		return true;
	}
}

/* Points to a scalar's value, and to the key of everything else. */
static struct span
field_span(struct rule_run *run, const struct object *object,
	   const struct field *field)
{
	const struct mark *mark = &object->at;

	if (field && field_mark(object, field)->state != ABSENT) {
		mark = field_mark(object, field);
		if (mark->state != BLANK && is_scalar(field))
			return (struct span){mark->start, mark->end};
	}
	return source_token(run->source, mark->key);
}

const char *
rule_text(struct rule_run *run, struct buf *buf)
{
	return arena_take(run->findings->arena, buf);
}

const char *
rule_path(struct rule_run *run, const struct object *object,
	  const char *field_name)
{
	struct buf buf = {0};

	object_path(&buf, object, object_field(object, field_name));
	return rule_text(run, &buf);
}

const char *
rule_item_path(struct rule_run *run, const struct object *object,
	       const char *field_name, uint32_t n)
{
	return arena_format(run->findings->arena, "%s[%u]",
			    rule_path(run, object, field_name), n);
}

const char *
rule_share_path(struct rule_run *run, const struct object *object,
		const char *field_name, const char *id)
{
	return arena_format(run->findings->arena, "%s.%s",
			    rule_path(run, object, field_name), id);
}

bool *
rule_flags(struct rule_run *run, const struct map *map)
{
	return arena_alloc(run->findings->arena, (map->n + 1) * sizeof(bool));
}

struct finding *
rule_last(struct rule_run *run)
{
	return &run->findings->items[run->findings->n - 1];
}

void
rule_find(struct rule_run *run, const struct object *object,
	  const char *field_name, const char *message, const struct arg *args,
	  size_t arg_count)
{
	const struct field *field = object_field(object, field_name);

	finding_add(run->findings, run->topic, field_span(run, object, field),
		    rule_path(run, object, field_name), message, args,
		    arg_count)
		->about = object;
}

void
rule_find_at(struct rule_run *run, const struct object *object,
	     const struct mark *at, const char *path, const char *message,
	     const struct arg *args, size_t arg_count)
{
	struct span span = {at->start, at->end};

	finding_add(run->findings, run->topic, span, path, message, args,
		    arg_count)
		->about = object;
}

void
rule_relate_to(struct rule_run *run, size_t finding,
	       const struct object *object, const char *field_name,
	       const char *note)
{
	const struct field *field = object_field(object, field_name);

	finding_relate(run->findings, &run->findings->items[finding],
		       field_span(run, object, field),
		       rule_path(run, object, field_name), note);
}

void
rule_relate(struct rule_run *run, const struct object *object,
	    const char *field_name, const char *note)
{
	rule_relate_to(run, run->findings->n - 1, object, field_name, note);
}

void
rule_relate_at(struct rule_run *run, const struct mark *at, const char *path,
	       const char *note)
{
	struct span span = {at->start, at->end};

	finding_relate(run->findings, rule_last(run), span, path, note);
}

void
rule_paste_text(struct rule_run *run, const char *yaml)
{
	rule_last(run)->paste = yaml;
}

const char *
name_text(struct rule_run *run, const char *name, const char *todo)
{
	struct buf buf = {0};

	if (!name)
		return todo;
	buf_json(&buf, name);
	return rule_text(run, &buf);
}

const char *
date_text(struct rule_run *run, struct date date)
{
	struct buf buf = {0};

	date_write(&buf, date);
	return rule_text(run, &buf);
}

/* indentation of the object's keys, in spaces */
static size_t
paste_indent(const struct object *object)
{
	size_t depth = 0;

	for (const struct object *at = object; at->slot; at = at->up)
		depth += at->id || at->slot->kind == KIND_LIST ? 2 : 1;
	return depth * 2;
}

void
rule_paste(struct rule_run *run, const struct object *object,
	   const char *field_name)
{
	struct buf buf = {0};

	field_example_write(&buf, object_field(object, field_name),
			    paste_indent(object));
	rule_paste_text(run, rule_text(run, &buf));
}

bool
key_is(const struct object *object, const char *field_name, bool on)
{
	return flag_is(field_value(object, object_field(object, field_name)),
		       on);
}

bool
object_lacks(const struct object *object, const char *field_name)
{
	const struct field *field = object_field(object, field_name);

	return is_set(&object->at) && is_unfilled(field_mark(object, field)) &&
	       field_wanted(object, field) == 2;
}

void
rule_missing(struct rule_run *run, const struct object *object,
	     const char *field_name, const char *message,
	     const struct arg *args, size_t arg_count)
{
	rule_find(run, object, field_name, message, args, arg_count);
	rule_paste(run, object, field_name);
}

void
rule_find_lacking(struct rule_run *run, const struct object *object,
		  const struct key_message *keys, const struct arg *args,
		  size_t arg_count)
{
	for (; keys->key; keys++)
		if (object_lacks(object, keys->key))
			rule_missing(run, object, keys->key, keys->message,
				     args, arg_count);
}

void
rule_find_first(struct rule_run *run, bool *found, const struct object *object,
		const char *field_name, const char *note, const char *message,
		const struct arg *args, size_t arg_count)
{
	if (*found)
		rule_relate(run, object, field_name, note);
	else
		rule_find(run, object, field_name, message, args, arg_count);
	*found = true;
}

void
rule_find_off(struct rule_run *run, const struct object *object,
	      const struct key_message *flags, const char *note,
	      const struct arg *args, size_t arg_count)
{
	bool found = false;

	for (; is_set(&object->at) && flags->key; flags++)
		if (key_is(object, flags->key, false))
			rule_find_first(run, &found, object, flags->key, note,
					flags->message, args, arg_count);
}

/* Offers "key: id" to paste, "key: [id]" where the key takes a list. */
static void
paste_ref(struct rule_run *run, const struct object *object,
	  const char *field_name, const struct object *example)
{
	const struct field *field = object_field(object, field_name);
	bool many = field->kind == KIND_REFS || field->kind == KIND_NAMEDS;

	if (example)
		RULE_PASTE(run, "%*s%s: %s%s%s\n", (int)paste_indent(object),
			   "", field_name, many ? "[" : "", example->id,
			   many ? "]" : "");
}

void
rule_missing_ref(struct rule_run *run, const struct object *object,
		 const char *field_name, const struct object *example,
		 const char *message, const struct arg *args, size_t arg_count)
{
	rule_find(run, object, field_name, message, args, arg_count);
	paste_ref(run, object, field_name, example);
}

void
rule_missing_person(struct rule_run *run, const struct object *object,
		    const char *field_name, const struct object *example,
		    const char *message, const struct arg *args,
		    size_t arg_count)
{
	rule_find(run, object, field_name, message, args, arg_count);
	if (run->plan->people.n)
		paste_ref(run, object, field_name, example);
	else
		rule_paste(run, object, field_name);
}

void
faults_add_item(struct faults *faults, const char *name,
		const struct object *object, const char *field_name,
		const struct mark *item, uint32_t n)
{
	ARRAY_GROW(faults->items, faults->n, faults->cap);
	faults->items[faults->n++] =
		(struct fault){name, object, field_name, item, n};
}

void
faults_add(struct faults *faults, const char *name, const struct object *object,
	   const char *field_name)
{
	faults_add_item(faults, name, object, field_name, NULL, 0);
}

/* the first names, quoted */
static const char *
shown_names(struct rule_run *run, const struct faults *faults)
{
	enum { SHOWN = 4 };
	struct buf buf = {0};

	for (size_t i = 0; i < faults->n && i < SHOWN; i++)
		buf_printf(&buf, "%s'%s'", i ? ", " : "",
			   faults->items[i].name);
	if (faults->n > SHOWN)
		buf_puts(&buf, ", ...");
	return rule_text(run, &buf);
}

/* skips the place of the finding itself */
static void
relate_fault(struct rule_run *run, const struct fault *fault, const char *note)
{
	const char *path =
		fault->item ? rule_item_path(run, fault->object,
					     fault->field_name, fault->n)
			    : rule_path(run, fault->object, fault->field_name);

	if (!strcmp(path, rule_last(run)->path))
		return;
	if (fault->item)
		rule_relate_at(run, fault->item, path, note);
	else
		rule_relate(run, fault->object, fault->field_name, note);
}

void
rule_find_faults(struct rule_run *run, const struct object *object,
		 const char *field_name, struct faults *faults, const char *one,
		 const char *more, const char *note)
{
	if (faults->n)
		rule_find(run, object, field_name, faults->n > 1 ? more : one,
			  ARGS(TEXT_ARG("name", faults->items[0].name),
			       COUNT_ARG("count", (double)faults->n),
			       TEXT_ARG("names", shown_names(run, faults))));
	for (size_t i = 0; i < faults->n; i++)
		relate_fault(run, &faults->items[i], note);
	free(faults->items);
	*faults = (struct faults){0};
}
