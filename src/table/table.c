/* table.c - makes the tables of a plan, the same for every format */
#include "tables.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "ces/expr.h"
#include "ces/language.h"
#include "ces/question.h"

static const struct {
	const char *key;
	unsigned options;
	const struct table_kind *kind;
} rows[TABLE_COUNT] = {
#define TABLE(key, color, options, charts) {#key, options, &table_##key},
#include "ces/tables.def"
};

const struct cell *
table_cell(const struct table *table, size_t row, size_t column)
{
	return &table->cells[row * table->column_count + column];
}

int
table_column(const struct table *table, const char *key)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (!strcmp(table->columns[i].key, key))
			return (int)i;
	return -1;
}

/* --- rows by their ids ---------------------------------------------------- */

static int
compare_rows(const void *pa, const void *pb)
{
	const struct row_id *a = pa, *b = pb;
	int order = strcasecmp(a->id, b->id);

	return order ? order : (a->row > b->row) - (a->row < b->row);
}

static int
compare_names(const void *pa, const void *pb)
{
	const struct row_id *a = pa, *b = pb;
	int order = strcmp(a->id, b->id);

	return order ? order : (a->row > b->row) - (a->row < b->row);
}

void
table_index(struct table *table, struct arena *arena)
{
	size_t size = sizeof(struct row_id), n = table->rows;

	table->by_id = arena_alloc(arena, n * size);
	table->by_name = arena_alloc(arena, n * size);
	for (size_t i = 0; i < n; i++) {
		const char *name = table_cell(table, i, 0)->text;

		table->by_id[i] =
			(struct row_id){table->ids[i] ? table->ids[i] : "", i};
		table->by_name[i] = (struct row_id){name ? name : "", i};
	}
	qsort(table->by_id, n, size, compare_rows);
	qsort(table->by_name, n, size, compare_names);
}

size_t
table_find_rows(const struct table *table, const char *id,
		const struct row_id **first)
{
	size_t low = 0, high = table->rows, n = 0;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcasecmp(table->by_id[middle].id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	*first = table->rows ? &table->by_id[low] : NULL;
	while (low + n < table->rows &&
	       !strcasecmp(table->by_id[low + n].id, id))
		n++;
	return n;
}

size_t
table_find_row(const struct table *table, const char *id)
{
	const struct row_id *first;

	return table_find_rows(table, id, &first) ? first->row : table->rows;
}

static int
compare_name(const void *name, const void *row)
{
	return strcmp(name, ((const struct row_id *)row)->id);
}

size_t
table_find_name(const struct table *table, const char *name)
{
	const struct row_id *row = bsearch(name, table->by_name, table->rows,
					   sizeof(struct row_id), compare_name);

	return row ? row->row : table->rows;
}

bool
table_column_empty(const struct table *table, size_t column)
{
	for (size_t row = 0; row < table->rows; row++) {
		const struct cell *cell = table_cell(table, row, column);

		if (cell->text || cell->date.year || !isnan(cell->number))
			return false;
	}
	return true;
}

bool
table_column_summed(const struct table *table, size_t column)
{
	if (!table->columns[column].total)
		return false;
	for (size_t row = 0; row < table->rows; row++)
		if (isfinite(table_cell(table, row, column)->number))
			return true;
	return false;
}

bool
table_has_totals(const struct table *table)
{
	for (size_t j = 1; j < table->column_count; j++)
		if (table_column_summed(table, j))
			return table->rows > 1;
	return false;
}

const struct cell *
table_at(const struct table *table, size_t row, const char *key)
{
	int column = table_column(table, key);

	assert(column >= 0);
	return table_cell(table, row, (size_t)column);
}

const struct table *
tables_get(const struct tables *tables, enum table_id id)
{
	return &tables->items[id];
}

int
table_of_key(const char *key)
{
	for (int i = 0; i < TABLE_COUNT; i++)
		if (!strcmp(rows[i].key, key))
			return i;
	return -1;
}

int
table_of_entity(const char *entity)
{
	for (int i = 0; i < TABLE_COUNT; i++)
		for (int k = 0; k < 2; k++) {
			const char *own = rows[i].kind->entities[k];

			if (own && !strcmp(own, entity))
				return i;
		}
	return -1;
}

void
put_section(struct sheet *sheet, const char *key, const char *section)
{
	put_text(sheet, key, section_label(sheet->language, section));
	put_link(sheet, key, table_of_key(section), "");
}

void
column_header(struct buf *buf, const struct language *language,
	      const struct column *column)
{
	message_fill(buf, language,
		     column->unit ? N_("{header}, {unit}") : "{header}",
		     ARGS({.name = "header",
			   /* a user's own is a message of nobody's */
			   .kind = column->own ? ARG_TEXT : ARG_WORD,
			   .text = column->header},
			  WORD_ARG("unit", column->unit)));
}

/* --- units ---------------------------------------------------------------- */

/* shorter or none where the plan has no currency, or no activity */
static const char *
unit_of(const char *unit, const struct plan *plan)
{
	bool currency = is_set(&plan->plan.currency.at);

	if (!unit)
		return NULL;
	if (!strcmp(unit, PER_ACTIVITY) &&
	    !is_set(&plan->plan.activity.name.at))
		return NULL;
	if (!strcmp(unit, MONEY_UNIT) && !currency)
		return NULL;
	return !strcmp(unit, MONEY_A_YEAR) && !currency ? A_YEAR : unit;
}

static const char *
unit_filled(const char *unit, const char *currency, const struct review *review,
	    struct arena *arena)
{
	if (!unit || !strchr(unit, '{'))
		return unit;
	return message_text(
		arena, review->language, unit,
		ARGS(TEXT_ARG("currency", currency),
		     TEXT_ARG("activity",
			      review->plan->plan.activity.name.text)));
}

/* amounts, of which a large organization has large ones */
static bool
is_amount(const struct column *column)
{
	const char *unit = column->unit;

	if (column->kind != COLUMN_COUNT && column->kind != COLUMN_MONEY)
		return false;
	return column->amount || column->total ||
	       (unit && (!strcmp(unit, A_YEAR) || !strcmp(unit, MONEY_A_YEAR)));
}

static void
units_fill(struct column *column, const struct review *review,
	   struct arena *arena)
{
	static const struct {
		const char *unit, *large[SCALE_MOST];
	} units[] = {
		{MONEY_UNIT,
		 {N_("{currency}k"), N_("{currency}m"), N_("{currency}bn")}},
		{MONEY_A_YEAR,
		 {N_("{currency}k a year"), N_("{currency}m a year"),
		  N_("{currency}bn a year")}},
		{A_YEAR,
		 {N_("thousands a year"), N_("millions a year"),
		  N_("billions a year")}},
		{"", {N_("thousands"), N_("millions"), N_("billions")}},
	};
	const struct plan *plan = review->plan;
	const char *unit = unit_of(column->unit, plan);
	const char *const *large = NULL;
	struct buf sign = {0};

	for (size_t i = 0; i < COUNT_OF(units) && is_amount(column); i++)
		if (!strcmp(units[i].unit, unit ? unit : ""))
			large = units[i].large;
	currency_add(&sign, plan);
	for (int k = 0; large && k < SCALE_MOST; k++)
		column->large[k] =
			unit_filled(large[k], buf_text(&sign), review, arena);
	buf_free(&sign);
	column->unit =
		unit_filled(unit,
			    is_set(&plan->plan.currency.at)
				    ? money_sign(plan->plan.currency.text)
				    : "",
			    review, arena);
}

/* --- a table -------------------------------------------------------------- */

static void
bold_fill(struct column *column, const struct language *language)
{
	enum choices_id list = (enum choices_id)column->bold_list;

	while (strcmp(choices[list].words[column->bold_word], column->bold))
		column->bold_word++;
	column->bold = plain_word(language, list, column->bold);
}

static struct column *
columns_for(const struct table_kind *kind, const char *key,
	    const struct review *review, struct arena *arena)
{
	struct column *columns =
		arena_alloc(arena, kind->column_count * sizeof(*columns));

	memcpy(columns, kind->columns, kind->column_count * sizeof(*columns));
	for (size_t i = 0; i < kind->column_count; i++) {
		units_fill(&columns[i], review, arena);
		if (columns[i].bold)
			bold_fill(&columns[i], review->language);
		columns[i].note = text_find(key, columns[i].key, "note");
		columns[i].hint = text_find(key, columns[i].key, "hint");
	}
	return columns;
}

static void
fill_rows(struct sheet *sheet, const struct table_kind *kind)
{
	const char *plan = (const char *)sheet->plan;
	const struct map *map = (const void *)(plan + kind->map);
	struct order *order =
		arena_alloc(sheet->arena, (map->n + 1) * sizeof(*order));
	struct names *gathered[COUNT_OF(kind->gathered)] = {0};

	for (uint32_t i = 0; i < map->n; i++) {
		if (kind->order)
			order[i] = kind->order(sheet, map->items[i]);
		order[i].index = i;
	}
	order_sort(order, map->n);
	for (size_t k = 0; k < COUNT_OF(gathered); k++)
		if (kind->gathered[k].gather)
			gathered[k] = kind->gathered[k].gather(sheet);
	for (uint32_t i = 0; i < map->n; i++) {
		uint32_t at = order[i].index;

		sheet_row(sheet, map->items[at]);
		if (kind->row)
			kind->row(sheet, map->items[at]);
		for (size_t k = 0; k < COUNT_OF(gathered); k++)
			if (gathered[k])
				put_names(sheet, kind->gathered[k].key,
					  &gathered[k][at]);
	}
}

/* Leaves out columns that most plans have no content for. */
static void
drop_rare(struct table *table, struct column *columns)
{
	size_t n = table->column_count, kept = 0, to = 0;
	bool *drop = mem_zeroed(n, sizeof(*drop));

	for (size_t i = 0; i < n; i++)
		drop[i] = columns[i].rare && table_column_empty(table, i);
	for (size_t i = 0; i < table->rows * n; i++)
		if (!drop[i % n])
			table->cells[to++] = table->cells[i];
	for (size_t i = 0; i < n; i++)
		if (!drop[i])
			columns[kept++] = columns[i];
	table->column_count = kept;
	free(drop);
}

static void
table_make(struct table *table, enum table_id id, const struct review *review,
	   struct arena *arena)
{
	const struct table_kind *kind = rows[id].kind;
	struct column *columns = columns_for(kind, rows[id].key, review, arena);
	const char *key = rows[id].key, *intro = text_find(key, "", "intro");
	struct sheet sheet = {.table = table,
			      .arena = &table->arena,
			      .review = review,
			      .language = review->language,
			      .plan = review->plan,
			      .view = review->view};

	*table = (struct table){
		.id = id,
		.options = rows[id].options,
		.new_id = kind->new_id,
		.collection = kind->collection,
		.second = kind->second,
		.language = review->language,
		.key = key,
		.title = language_text(review->language,
				       text_find(key, "", "title")),
		.sheet = language_text(review->language,
				       text_find(key, "", "sheet")),
		.intro = intro ? language_text(review->language, intro) : NULL,
		.empty = language_text(review->language,
				       text_find(key, "", "empty")),
		.columns = columns,
		.column_count = kind->column_count,
	};
	if (kind->map)
		fill_rows(&sheet, kind);
	else
		kind->fill(&sheet);
	sheet_end(&sheet);
	drop_rare(table, columns);
	own_columns_add(&sheet);
}

void
tables_make(struct tables *tables, const struct review *review)
{
	assert(review->view);
	*tables = (struct tables){.n = TABLE_COUNT};
	tables->items =
		arena_alloc(&tables->arena, tables->n * sizeof(*tables->items));
	tables->figures = arena_alloc(
		&tables->arena, figures_count() * sizeof(*tables->figures));
	for (enum table_id i = 0; i < TABLE_COUNT; i++)
		table_make(&tables->items[i], i, review, &tables->arena);
}

void
tables_release(struct tables *tables)
{
	for (size_t i = 0; i < tables->n; i++)
		arena_release(&tables->items[i].arena);
	arena_release(&tables->arena);
}
