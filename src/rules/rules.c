/* rules.c - runs every rule, and how rules report: where, and what they offer
 */
#include <stdlib.h>
#include <string.h>

#include "ces/reference.h"
#include "rules/rule.h"

const char *
rule_text(struct rule_run *run, struct buf *buf)
{
	return arena_take(run->findings->arena, buf);
}

void *
rule_array(struct rule_run *run, const struct map *map, size_t size)
{
	return arena_alloc(run->findings->arena, (map->n + 1) * size);
}

/* the object's own without a key */
static const char *
key_path(struct rule_run *run, const struct object *object, const char *key)
{
	struct buf buf = {0};

	object_path(&buf, object, object_field(object, key));
	return rule_text(run, &buf);
}

/* Points to a scalar's value, and to the key of everything else. */
struct place
rule_key(struct rule_run *run, const struct object *object, const char *key)
{
	const struct field *field = object_field(object, key);
	const struct mark *mark = &object->at;
	const char *path = key_path(run, object, key);

	if (field && field_mark(object, field)->state != ABSENT) {
		mark = field_mark(object, field);
		if (mark->state != BLANK &&
		    kind_shape(field->kind) == SHAPE_VALUE)
			return (struct place){{mark->start, mark->end}, path};
	}
	return (struct place){source_token(run->source, mark->key), path};
}

struct place
rule_item(struct rule_run *run, const struct object *object, const char *key,
	  uint32_t n, const struct mark *item)
{
	return (struct place){{item->start, item->end},
			      arena_format(run->findings->arena, "%s[%u]",
					   key_path(run, object, key), n)};
}

struct place
rule_share(struct rule_run *run, const struct object *object, const char *key,
	   const struct share *share)
{
	return (struct place){{share->ref.at.start, share->ref.at.end},
			      arena_format(run->findings->arena, "%s.%s",
					   key_path(run, object, key),
					   share->ref.id)};
}

struct finding *
rule_last(struct rule_run *run)
{
	return &run->findings->items[run->findings->n - 1];
}

struct arg
object_arg(const char *name, const struct object *object)
{
	return (struct arg){.name = name,
			    .kind = ARG_TEXT,
			    .text = object ? object_name(object) : "",
			    .about = object};
}

/* The object itself is an item that is named where the path leads elsewhere. */
static const char *
item_beside(struct rule_run *run, const struct object *object, const char *path)
{
	const char *item = key_path(run, object, NULL);

	return path_within(path, item, strlen(item)) ? NULL : item;
}

void
rule_mend_removal(struct rule_run *run)
{
	finding_mend(run->findings, rule_last(run),
		     change_removal(rule_last(run)->path), false);
}

/* Adds the names of the object and of those that hold it. */
void
rule_find_at(struct rule_run *run, const struct object *object,
	     struct place place, const char *message, const struct arg *args,
	     size_t arg_count)
{
	enum { MOST = 16 };
	struct arg all[MOST];
	const char *name = "";

	for (size_t i = 0; i < arg_count; i++) {
		all[i] = args[i];
		if (all[i].about)
			all[i].item = key_path(run, all[i].about, NULL);
	}
	for (const struct object *at = object; at->up && arg_count + 1 < MOST;
	     at = at->up) {
		if (!*name)
			name = object_name(at);
		all[arg_count] = object_arg(object_entity(at)->name, at);
		if (at == object)
			all[arg_count].item = item_beside(run, at, place.path);
		arg_count++;
	}
	all[arg_count++] = (struct arg)TEXT_ARG("name", name);
	finding_add(run->findings, run->topic, place.span, place.path, message,
		    all, arg_count)
		->about = object;
}

void
rule_find_args(struct rule_run *run, const struct object *object,
	       const char *key, const char *message, const struct arg *args,
	       size_t arg_count)
{
	rule_find_at(run, object, rule_key(run, object, key), message, args,
		     arg_count);
}

void
rule_find(struct rule_run *run, const struct object *object, const char *key,
	  const char *message)
{
	rule_find_args(run, object, key, message, NO_ARGS);
}

void
rule_relate_to(struct rule_run *run, size_t finding,
	       const struct object *object, const char *key, const char *note)
{
	struct place place = rule_key(run, object, key);

	finding_relate(run->findings, &run->findings->items[finding],
		       place.span, place.path, note);
}

void
rule_relate(struct rule_run *run, const struct object *object, const char *key,
	    const char *note)
{
	rule_relate_to(run, run->findings->n - 1, object, key, note);
}

void
rule_relate_at(struct rule_run *run, struct place place, const char *note)
{
	finding_relate(run->findings, rule_last(run), place.span, place.path,
		       note);
}

/* the field of a key, or of one in the group that it holds */
static const struct field *
field_below(const struct object *object, const char *path)
{
	const struct entity *entity = object_entity(object);
	size_t n = strcspn(path, ".");
	const struct field *field = entity_field(entity, path, n);

	return path[n] ? entity_field(field->of(), path + n + 1,
				      strlen(path + n + 1))
		       : field;
}

static void
offer(struct rule_run *run, const struct object *object, const char *path,
      struct content content, bool safe)
{
	struct buf buf = {0};

	object_path(&buf, object, NULL);
	buf_printf(&buf, "%s%s", buf.n ? "." : "", path);
	finding_mend(run->findings, rule_last(run),
		     change_value(rule_text(run, &buf), content), safe);
}

void
rule_mend(struct rule_run *run, const struct object *object, const char *key,
	  const char *text)
{
	offer(run, object, key, content_text(text, false), true);
}

void
rule_offer(struct rule_run *run, const struct object *object, const char *path)
{
	const struct field *field = field_below(object, path);

	/* nothing that is there gives way to a placeholder */
	if (strchr(path, '.') || field_mark(object, field)->state <= BLANK)
		offer(run, object, path,
		      field_todo(run->findings->arena, plan_language(run->plan),
				 field),
		      true);
}

void
rule_offer_text(struct rule_run *run, const struct object *object,
		const char *path, const char *text)
{
	const struct field *field = field_below(object, path);
	struct content value = content_text(text, false), content = value;

	if (kind_shape(field->kind) == SHAPE_LIST) {
		content = content_list(run->findings->arena, 1);
		content.items[0] = value;
	}
	offer(run, object, path, content, false);
}

void
rule_offer_item(struct rule_run *run, const char *path, struct content item)
{
	finding_mend(run->findings, rule_last(run), change_item(path, item),
		     false);
}

void
rule_missing_args(struct rule_run *run, const struct object *object,
		  const char *key, const char *message, const struct arg *args,
		  size_t arg_count)
{
	rule_find_args(run, object, key, message, args, arg_count);
	rule_offer(run, object, key);
}

void
rule_missing(struct rule_run *run, const struct object *object, const char *key,
	     const char *message)
{
	rule_missing_args(run, object, key, message, NO_ARGS);
}

void
rule_missing_ref(struct rule_run *run, const struct object *object,
		 const char *key, const struct object *target,
		 const char *message)
{
	rule_find(run, object, key, message);
	if (target)
		rule_offer_text(run, object, key, target->id);
	else if (object_field(object, key)->kind == KIND_NAMED &&
		 !run->plan->people.n)
		rule_offer(run, object, key);
}

bool
key_is(const struct object *object, const char *key, bool on)
{
	return flag_is(field_value(object, object_field(object, key)), on);
}

bool
object_lacks(const struct object *object, const char *key)
{
	const struct field *field = object_field(object, key);

	return is_set(&object->at) && is_unfilled(field_mark(object, field)) &&
	       field_wanted(object, field) == 2;
}

void
rule_find_lacking(struct rule_run *run, const struct object *object,
		  const struct key_message *keys)
{
	for (; keys->key; keys++)
		if (object_lacks(object, keys->key))
			rule_missing(run, object, keys->key, keys->message);
}

void
rule_find_first(struct rule_run *run, bool *found, const struct object *object,
		const char *key, const char *note, const char *message,
		const struct arg *args, size_t arg_count)
{
	if (*found)
		rule_relate(run, object, key, note);
	else
		rule_find_args(run, object, key, message, args, arg_count);
	*found = true;
}

void
rule_find_off(struct rule_run *run, const struct object *object,
	      const struct key_message *flags, const char *note)
{
	bool found = false;

	for (; is_set(&object->at) && flags->key; flags++)
		if (key_is(object, flags->key, false))
			rule_find_first(run, &found, object, flags->key, note,
					flags->message, NO_ARGS);
}

void
faults_add_at(struct faults *faults, const char *name, struct place place)
{
	ARRAY_GROW(faults->items, faults->n, faults->cap);
	faults->items[faults->n++] = (struct fault){name, place};
}

void
faults_add(struct rule_run *run, struct faults *faults, const char *name,
	   const struct object *object, const char *key)
{
	faults_add_at(faults, name, rule_key(run, object, key));
}

/* Shows the first names, and relates all but the place of the finding itself.
 */
void
rule_find_faults(struct rule_run *run, const struct object *object,
		 const char *key, struct faults *faults, const char *one,
		 const char *more, const char *note)
{
	enum { SHOWN = 4 };
	int join =
		LIST_COMMAS | LIST_QUOTED | (faults->n > SHOWN ? LIST_CUT : 0);
	struct texts names = {0};

	for (size_t i = 0; i < faults->n && i < SHOWN; i++)
		texts_append(run->findings->arena, &names,
			     faults->items[i].name);
	if (faults->n)
		rule_find_args(run, object, key, faults->n > 1 ? more : one,
			       ARGS(ITEM_ARG("name", faults->items[0].name,
					     faults->of),
				    COUNT_ARG("count", (double)faults->n),
				    TEXTS_ARG("names", names, join)));
	for (size_t i = 0; i < faults->n; i++)
		if (strcmp(faults->items[i].place.path, rule_last(run)->path))
			rule_relate_at(run, faults->items[i].place, note);
	free(faults->items);
	*faults = (struct faults){0};
}

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

struct rule_run
rule_run_make(const struct view *view, const struct language *language,
	      const struct source *source, struct findings *findings)
{
	return (struct rule_run){.view = view,
				 .language = language,
				 .plan = view->plan,
				 .source = source,
				 .findings = findings,
				 .volumes_clear = volumes_are_clear(
					 &view->plan->contact_reasons)};
}

void
rules_run(const struct view *view, const struct language *language,
	  const struct source *source, struct findings *findings)
{
	struct rule_run run = rule_run_make(view, language, source, findings);

	for (; run.topic < TOPIC_COUNT; run.topic++)
		if (rule_checks[run.topic] &&
		    (view->as_of_known ||
		     !(topics[run.topic].flags & TOPIC_TODAY)))
			rule_checks[run.topic](&run);
}
