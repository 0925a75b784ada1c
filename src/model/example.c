/* example.c - examples of a key's value, and what stands for one to come */
#include <string.h>

#include "ces/language.h"
#include "ces/measure.h"
#include "ces/reference.h"
#include "ces/utf8.h"

/* of values that serve as examples, or of placeholders to fill in */
enum sample { EXAMPLES, PLACEHOLDERS };

/* a word, not an abbreviation */
static bool
is_small(char c)
{
	return c == ' ' || c == '\'' || (is_letter(c) && c == to_lower(c));
}

static void write_keys(struct buf *buf, const struct language *language,
		       const struct entity *entity, size_t indent, bool item);
static struct content
keys_todo(struct arena *arena, const struct language *language,
	  const struct entity *entity);

/* has the other key, as the example gives it, one of the words */
static bool
example_is(const struct entity *entity, const char *key, const char *words)
{
	const struct field *field = entity_field(entity, key, strlen(key));

	return word_among(field_example(NULL, field), words);
}

static bool
standard_wants(const struct entity *entity, const struct field *field)
{
	const struct field *standard = entity_field(entity, "standard", 8);
	int index = standard_find(field_example(NULL, standard));

	return index >= 0 && standard_needs(&standards[index], field->part);
}

/* Is the key needed beside the other keys of the example? Placeholders need no
 * others. */
static bool
needed(const struct entity *entity, const struct field *field,
       enum sample sample)
{
	if (sample == PLACEHOLDERS && !field_is_paired(field))
		return field->need == NEED_REQUIRED ||
		       field->need == NEED_ABOVE;
	switch (field->need) {
	case NEED_REQUIRED:
		return true;
	case NEED_EITHER:
	case NEED_LEAF: /* the first of the two */
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

/* the next needed key from the i-th on, which counts on; NULL: no more. Of an
 * entity without needed keys the first stands for all. */
static const struct field *
next_needed(const struct entity *entity, int *i, enum sample sample)
{
	bool any = *i > 0;

	for (; *i < entity->n; (*i)++)
		if (needed(entity, &entity->fields[*i], sample))
			return &entity->fields[(*i)++];
	*i = entity->n;
	return any || !entity->n ? NULL : entity->fields;
}

/* --- examples ------------------------------------------------------------- */

/* of an entry's id or name */
static const char *
entry_example(const struct field *field)
{
	struct field ref = *field;

	ref.kind = field->kind == KIND_KEYED ? KIND_LOOKUP : KIND_REF;
	return field_example(NULL, &ref);
}

/* texts are placeholders in examples too */
static void
write_value(struct buf *buf, const struct language *language,
	    const struct entity *entity, const struct field *field)
{
	const char *example = field_example(language, field);

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
write_field(struct buf *buf, const struct language *language,
	    const struct entity *entity, const struct field *field,
	    size_t indent)
{
	buf_printf(buf, "%s:", field->key);
	switch (field->kind) {
	case KIND_OBJECT:
		buf_putc(buf, '\n');
		write_keys(buf, language, field->of(), indent + 2, false);
		break;
	case KIND_LIST:
		buf_putc(buf, '\n');
		write_keys(buf, language, field->of(), indent + 4, true);
		break;
	case KIND_MAP:
	case KIND_KEYED:
		buf_putc(buf, '\n');
		buf_fill(buf, ' ', indent + 2);
		buf_printf(buf, "%s:\n", entry_example(field));
		write_keys(buf, language, field->of(), indent + 4, false);
		break;
	default:
		write_value(buf, language, entity, field);
	}
}

static void
write_keys(struct buf *buf, const struct language *language,
	   const struct entity *entity, size_t indent, bool item)
{
	const struct field *field;

	for (int i = 0; (field = next_needed(entity, &i, EXAMPLES));) {
		buf_fill(buf, ' ', item ? indent - 2 : indent);
		buf_puts(buf, item ? "- " : "");
		item = false;
		write_field(buf, language, entity, field, indent);
	}
}

void
field_example_write(struct buf *buf, const struct language *language,
		    const struct field *field, size_t indent)
{
	buf_fill(buf, ' ', indent);
	write_field(buf, language, NULL, field, indent);
}

void
group_example_write(struct buf *buf, const struct language *language,
		    const struct entity *entity)
{
	int n = 0;

	buf_putc(buf, '{');
	for (int i = 0; i < entity->n && n < 3; i++) {
		const struct field *field = &entity->fields[i];
		const char *example = field_example(language, field);

		if (field->need == NEED_REQUIRED)
			buf_printf(buf, "%s%s: %s", n++ ? ", " : "", field->key,
				   example ? example : "...");
	}
	if (!n)
		buf_printf(buf, "%s: ...", entity->fields->key);
	buf_puts(buf, n == 3 ? ", ...}" : "}");
}

/* --- placeholders --------------------------------------------------------- */

/* the length of the full stop where the text ends with it */
static size_t
ends_with(const struct buf *text, const char *stop)
{
	size_t n = strlen(stop);

	return n <= text->n && !memcmp(text->p + text->n - n, stop, n) ? n : 0;
}

/* "TODO: contacts a year", by the help of the key, so that nothing is taken for
 * the plan's own */
static struct content
text_todo(struct arena *arena, const struct language *language,
	  const struct field *field)
{
	const char *help = language_text(language, field->help);
	struct buf text = {0};

	buf_printf(&text, "TODO: %s", help);
	if (help[0] && is_small(help[1]))
		text.p[strlen("TODO: ")] = to_lower(help[0]);
	text.n -= ends_with(&text, ".") + ends_with(&text, "\u3002");
	return content_text(arena_take(arena, &text), false);
}

/* new-touchpoint */
static const char *
id_todo(struct arena *arena, const struct field *field)
{
	char *id = arena_format(arena, "new-%s", field->of()->name);

	for (char *s = id; *s; s++)
		*s = *s == '_' ? '-' : *s;
	return id;
}

struct content
field_todo(struct arena *arena, const struct language *language,
	   const struct field *field)
{
	struct content todo = {.kind = CONTENT_MAP}, inner;

	switch (field->kind) {
	case KIND_OBJECT:
		return keys_todo(arena, language, field->of());
	case KIND_MAP:
	case KIND_KEYED:
		*content_member(arena, &todo,
				field->kind == KIND_MAP
					? id_todo(arena, field)
					: entry_example(field)) =
			keys_todo(arena, language, field->of());
		return todo;
	case KIND_LIST:
		inner = keys_todo(arena, language, field->of());
		break;
	default:
		inner = text_todo(arena, language, field);
		if (kind_shape(field->kind) != SHAPE_LIST)
			return inner;
	}
	todo = content_list(arena, 1);
	todo.items[0] = inner;
	return todo;
}

static struct content
keys_todo(struct arena *arena, const struct language *language,
	  const struct entity *entity)
{
	struct content todo = {.kind = CONTENT_MAP};
	const struct field *field;

	for (int i = 0; (field = next_needed(entity, &i, PLACEHOLDERS));)
		*content_member(arena, &todo, field->key) =
			field_todo(arena, language, field);
	return todo;
}
