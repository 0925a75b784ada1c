/* example.c - YAML to paste for a key of the format */
#include <string.h>

#include "ces/measure.h"
#include "ces/reference.h"

static void write_keys(struct buf *buf, const struct entity *entity,
		       size_t indent, bool item);

/* has the other key, as the example gives it, one of the words */
static bool
example_is(const struct entity *entity, const char *key, const char *words)
{
	const struct field *field = entity_field(entity, key, strlen(key));

	return word_among(field_example(field), words);
}

static bool
standard_wants(const struct entity *entity, const struct field *field)
{
	const struct field *standard = entity_field(entity, "standard", 8);
	int index = standard_find(field_example(standard));

	return index >= 0 && standard_needs(&standards[index], field->part);
}

/* Is the key needed beside the other keys of the example? */
static bool
needed(const struct entity *entity, const struct field *field)
{
	switch (field->need) {
	case NEED_REQUIRED:
		return true;
	case NEED_EITHER: /* the first of the two */
		return field < entity_field(entity, field->other.key,
					    strlen(field->other.key));
	case NEED_WHEN:
		return example_is(entity, field->other.key, field->words) &&
		       (!field->other2.key ||
			example_is(entity, field->other2.key, field->words2));
	case NEED_UNLESS:
		return !example_is(entity, field->other.key, field->words);
	case NEED_STANDARD:
		return standard_wants(entity, field);
	default:
		return false;
	}
}

/* the id or name of an entry */
static const char *
entry_name(const struct field *field)
{
	struct field ref = *field;

	ref.kind = field->kind == KIND_KEYED ? KIND_LOOKUP : KIND_REF;
	return field_example(&ref);
}

/* texts are placeholders, so that they aren't taken for the plan's own */
static void
write_value(struct buf *buf, const struct entity *entity,
	    const struct field *field)
{
	const char *example = field_example(field);

	if (field->kind == KIND_TEXT)
		buf_printf(buf, " \"TODO: %s\"\n", example);
	else if (field->kind == KIND_TEXTS)
		buf_puts(buf, " [TODO]\n");
	/* a target's day is behind the baseline's */
	else if (field->kind == KIND_DATE && entity &&
		 !strcmp(entity->name, "target"))
		buf_puts(buf, " 2027-03-31\n");
	else
		buf_printf(buf, " %s\n", example);
}

static void
write_field(struct buf *buf, const struct entity *entity,
	    const struct field *field, size_t indent)
{
	buf_printf(buf, "%s:", field->key);
	switch (field->kind) {
	case KIND_OBJECT:
		buf_putc(buf, '\n');
		write_keys(buf, field->of(), indent + 2, false);
		break;
	case KIND_LIST:
		buf_putc(buf, '\n');
		write_keys(buf, field->of(), indent + 4, true);
		break;
	case KIND_MAP:
	case KIND_KEYED:
		buf_putc(buf, '\n');
		buf_fill(buf, ' ', indent + 2);
		buf_printf(buf, "%s:\n", entry_name(field));
		write_keys(buf, field->of(), indent + 4, false);
		break;
	default:
		write_value(buf, entity, field);
	}
}

/* Of an entity without needed keys the first stands for all. */
static void
write_keys(struct buf *buf, const struct entity *entity, size_t indent,
	   bool item)
{
	bool any = false;

	for (int i = 0; i < entity->n; i++)
		any = any || needed(entity, &entity->fields[i]);
	for (int i = 0; i < (any ? entity->n : 1); i++) {
		const struct field *field = &entity->fields[i];

		if (any && !needed(entity, field))
			continue;
		buf_fill(buf, ' ', item ? indent - 2 : indent);
		buf_puts(buf, item ? "- " : "");
		item = false;
		write_field(buf, entity, field, indent);
	}
}

void
field_example_write(struct buf *buf, const struct field *field, size_t indent)
{
	buf_fill(buf, ' ', indent);
	write_field(buf, NULL, field, indent);
}
