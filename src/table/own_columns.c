/* own_columns.c - keys of the user's own as the last columns of their table */
#include <stdlib.h>
#include <string.h>

#include "tables.h"

/* of a table: more would be no table that anybody reads */
enum { OWN_COLUMNS = 50 };

static void
note_key(struct sheet *sheet, const struct own_key *own, const char *key)
{
	ARRAY_GROW(sheet->own, sheet->own_n, sheet->own_cap);
	sheet->own[sheet->own_n++] = (struct own_cell){
		.row = sheet->table->rows - 1, .key = key, .text = own->text};
}

static const char *
within(const struct sheet *sheet, const char *before, const struct field *field)
{
	return arena_format(sheet->arena, "%s%s.", before, field->key);
}

static void
note(struct sheet *sheet, const struct object *object, const char *before)
{
	const struct entity *entity = object_entity(object);

	for (const struct own_key *own = object->own; own; own = own->next)
		note_key(sheet, own,
			 arena_format(sheet->arena, "%s%s%s%s", before,
				      own->in ? own->in->key : "",
				      own->in ? "." : "", own->key));
	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];
		const void *value = field_value(object, field);
		const struct list *list = value;

		if (field->kind == KIND_OBJECT && is_set(value))
			note(sheet, value, within(sheet, before, field));
		/* readings have a table */
		if (field->kind == KIND_LIST && strcmp(field->key, "actuals"))
			for (uint32_t j = 0; j < list->n; j++)
				note(sheet, list->items[j],
				     within(sheet, before, field));
	}
}

void
sheet_own(struct sheet *sheet, const struct object *object)
{
	note(sheet, object, "");
}

void
sheet_own_section(struct sheet *sheet, const char *section)
{
	const struct own_key *own = sheet->plan->object.own;

	for (; own; own = own->next)
		if (own->in && !strcmp(own->in->key, section))
			note_key(sheet, own, own->key);
}

/* the words of a part of the key, without its x- */
static const char *
part_label(struct arena *arena, const char *part, size_t n)
{
	size_t skip = n >= 2 && !strncmp(part, "x-", 2) ? 2 : 0;
	struct buf buf = {0};

	for (size_t i = skip; i < n; i++)
		buf_putc(&buf, strchr("-_", part[i]) ? ' ' : part[i]);
	return arena_take(arena, &buf);
}

const char *
own_label(struct arena *arena, const struct language *language, const char *key)
{
	size_t n = strcspn(key, ".");
	const char *label = part_label(arena, key, n);

	for (const char *at = key + n; *at; at += n) {
		n = strcspn(++at, ".");
		label = message_text(
			arena, language, N_("{name}: {value}"),
			ARGS(TEXT_ARG("name", label),
			     TEXT_ARG("value", part_label(arena, at, n))));
	}
	return *label ? text_capital(arena, label) : key;
}

static size_t
find_column(const struct sheet *sheet, struct column *columns, size_t start,
	    size_t *n, const char *key)
{
	for (size_t i = start; i < *n; i++)
		if (!strcmp(columns[i].key, key))
			return i;
	if (*n == start + OWN_COLUMNS)
		return *n;
	columns[*n] = (struct column){
		.key = key,
		.header = own_label(sheet->arena, sheet->language, key),
		.kind = COLUMN_TEXT,
		.own = true,
		.list = -1};
	return (*n)++;
}

void
own_columns_add(struct sheet *sheet)
{
	struct table *table = sheet->table;
	size_t before = table->column_count, n = before;
	size_t most = before + OWN_COLUMNS;
	struct column *columns;
	struct cell *cells;

	if (!sheet->own_n)
		return;
	columns = arena_alloc(sheet->arena, most * sizeof(*columns));
	memcpy(columns, table->columns, before * sizeof(*columns));
	for (size_t i = 0; i < sheet->own_n; i++)
		sheet->own[i].column = find_column(sheet, columns, before, &n,
						   sheet->own[i].key);
	cells = arena_alloc(sheet->arena, table->rows * n * sizeof(*cells));
	for (size_t row = 0; row < table->rows; row++) {
		memcpy(&cells[row * n], &table->cells[row * before],
		       before * sizeof(*cells));
		for (size_t i = before; i < n; i++)
			cells[row * n + i] = empty_cell;
	}
	for (size_t i = 0; i < sheet->own_n; i++) {
		const struct own_cell *own = &sheet->own[i];
		const char **text = &cells[own->row * n + own->column].text;
		struct buf both = {0};

		if (own->column == n || !*own->text)
			continue;
		/* those of several entries of a list */
		buf_puts(&both, *text ? *text : "");
		text_add(&both, sheet->language, own->text);
		*text = arena_take(sheet->arena, &both);
	}
	table->columns = columns;
	table->column_count = n;
	table->cells = cells;
	free(sheet->own);
}
