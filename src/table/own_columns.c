/* own_columns.c - keys of the user's own as the last columns of their table */
#include <stdlib.h>
#include <string.h>

#include "tables.h"

/* of a table: more would be no table that anybody reads */
enum { OWN_COLUMNS = 50 };

static void
note(struct sheet *sheet, const struct object *object, const char *before)
{
	const struct entity *entity = object_entity(object);

	for (const struct own_key *own = object->own; own; own = own->next) {
		ARRAY_GROW(sheet->own, sheet->own_n, sheet->own_cap);
		sheet->own[sheet->own_n++] = (struct own_cell){
			.row = sheet->table->rows - 1,
			.key = arena_format(sheet->arena, "%s%s", before,
					    own->key),
			.text = own->text};
	}
	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];

		if (field->kind == KIND_OBJECT &&
		    is_set(field_mark(object, field)))
			note(sheet, field_value(object, field),
			     arena_format(sheet->arena, "%s%s.", before,
					  field->key));
	}
}

void
sheet_own(struct sheet *sheet, const struct object *object)
{
	note(sheet, object, "");
}

/* "Cost center" of x-cost-center, "Route: cost center" of an object within */
static const char *
header(struct arena *arena, const char *key)
{
	struct buf buf = {0};
	const char *text;

	for (const char *s = key; *s; s++)
		if (!strncmp(s, "x-", 2) && (s == key || s[-1] == '.'))
			s++;
		else if (*s == '.')
			buf_puts(&buf, ": ");
		else
			buf_putc(&buf, strchr("-_", *s) ? ' ' : *s);
	text = arena_take(arena, &buf);
	return *text ? text_capital(arena, text) : key;
}

static size_t
find_column(struct column *columns, size_t start, size_t *n,
	    struct arena *arena, const char *key)
{
	for (size_t i = start; i < *n; i++)
		if (!strcmp(columns[i].key, key))
			return i;
	if (*n == start + OWN_COLUMNS)
		return *n;
	columns[*n] = (struct column){.key = key,
				      .header = header(arena, key),
				      .kind = COLUMN_TEXT,
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
		sheet->own[i].column = find_column(
			columns, before, &n, sheet->arena, sheet->own[i].key);
	cells = arena_alloc(sheet->arena, table->rows * n * sizeof(*cells));
	for (size_t row = 0; row < table->rows; row++) {
		memcpy(&cells[row * n], &table->cells[row * before],
		       before * sizeof(*cells));
		for (size_t i = before; i < n; i++)
			cells[row * n + i] = empty_cell;
	}
	for (size_t i = 0; i < sheet->own_n; i++) {
		const struct own_cell *own = &sheet->own[i];

		if (own->column < n && *own->text)
			cells[own->row * n + own->column].text = own->text;
	}
	table->columns = columns;
	table->column_count = n;
	table->cells = cells;
	free(sheet->own);
}
