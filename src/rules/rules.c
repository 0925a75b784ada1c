/* rules.c - how rules report: where, and with what to paste */
#include <string.h>

#include "ces/json.h"
#include "ces/reference.h"
#include "rules/rule.h"

const struct field *
object_field(const struct object *object, const char *name)
{
	return name ? entity_field(object_entity(object), name, strlen(name))
		    : NULL;
}

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

/* A value is shown where it stands, a block of them at its key. */
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
	struct buf buf = {0};

	object_path(&buf, object, object_field(object, field_name));
	buf_printf(&buf, "[%u]", n);
	return rule_text(run, &buf);
}

const char *
rule_share_path(struct rule_run *run, const struct object *object,
		const char *field_name, const char *id)
{
	struct buf buf = {0};

	object_path(&buf, object, object_field(object, field_name));
	buf_printf(&buf, ".%s", id);
	return rule_text(run, &buf);
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
rule_relate_to(struct rule_run *run, struct finding *finding,
	       const struct object *object, const char *field_name,
	       const char *note)
{
	const struct field *field = object_field(object, field_name);

	finding_relate(run->findings, finding, field_span(run, object, field),
		       rule_path(run, object, field_name), note);
}

void
rule_relate(struct rule_run *run, const struct object *object,
	    const char *field_name, const char *note)
{
	rule_relate_to(run, rule_last(run), object, field_name, note);
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

void
paste_name(struct buf *buf, const char *name, const char *todo)
{
	if (name)
		buf_json(buf, name);
	else
		buf_puts(buf, todo);
}

size_t
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
