/* live.c - columns whose cells are formulas over the tables */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "expr_inside.h"

#include "ces/language.h"

/* the formulas of a table; those of a column are read once as long as its rows
 * have the same */
struct live {
	struct expr_scope scope;
	const char **templates;
	const struct expr **exprs;
	bool *done;	/* cells that hold the result of their formula */
	bool early_day; /* before March 1900, when workbooks begin to count */
};

static bool
is_share(const struct column *column)
{
	return column->kind == COLUMN_PERCENT || column->kind == COLUMN_CHANGE;
}

static bool
row_has_early_day(const struct table *table, size_t row)
{
	double serial;

	for (size_t i = 0; i < table->column_count; i++) {
		const struct cell *cell = table_cell(table, row, i);

		if (cell->date.year && !date_serial(cell->date, &serial))
			return true;
	}
	return false;
}

bool
table_has_early_day(const struct table *table)
{
	return table->live->early_day;
}

/* the template of the cell's formula; NULL: it has none */
static const char *
template_of(const struct table *table, size_t row, size_t column)
{
	const struct column *about = &table->columns[column];
	const struct live *live = table->live;

	if (!live || !(about->live || about->live_of) ||
	    (live->early_day && row_has_early_day(table, row)) ||
	    (about->live_known &&
	     isnan(table_cell(table, row, column)->number)))
		return NULL;
	if (about->live_if && !about->live_if(&live->scope, row))
		return NULL;
	return about->live_of ? about->live_of(&live->scope, row) : about->live;
}

bool
table_has_formula(const struct table *table, size_t row, size_t column)
{
	return template_of(table, row, column);
}

const struct expr *
table_formula(const struct table *table, size_t row, size_t column)
{
	const char *template = template_of(table, row, column);
	struct live *live = table->live;

	if (!template)
		return NULL;
	if (live->templates[column] != template)
		live->exprs[column] = expr_parse(&live->scope, template);
	live->templates[column] = template;
	return live->exprs[column];
}

static void
store(struct cell *cell, const struct column *column, struct value value)
{
	if (value.kind == VALUE_NUMBER) {
		cell->number =
			is_share(column) ? value.number * 100 : value.number;
		return;
	}
	cell->number = NAN;
	cell->text =
		value.kind == VALUE_TEXT && *value.text ? value.text : NULL;
}

/* Formulas ask for cells that are formulas, in an order of their own. */
static void
evaluate_cell(const struct table *table, size_t row, size_t column)
{
	size_t at = row * table->column_count + column;
	const struct expr *expr;
	struct value value;

	if (!table->live || table->live->done[at])
		return;
	table->live->done[at] = true;
	expr = table_formula(table, row, column);
	if (!expr)
		return;
	value = expr_value(&table->live->scope, expr, row);
	assert(value.kind != VALUE_ERROR);
	store(&table->cells[at], &table->columns[column], value);
}

/* stands for a sum: it is above every number that formulas compare it with */
static const double EDGE_SUM = 1e300;

/* a header, a sum, or nothing */
static struct value
edge_value(const struct table *table, size_t row, size_t column)
{
	bool data = column < table->column_count;

	if (row == edge_row(EDGE_HEAD))
		return text_value(
			data ? language_text(table->language,
					     table->columns[column].header)
			     : "id");
	if (row != edge_row(EDGE_FOOT) || !table_has_totals(table))
		return (struct value){.kind = VALUE_EMPTY};
	if (column == 0)
		return text_value(language_text(table->language, N_("Total")));
	return data && table_column_summed(table, column)
		       ? number_value(EDGE_SUM)
		       : (struct value){.kind = VALUE_EMPTY};
}

struct value
table_value(const struct table *table, size_t row, size_t column)
{
	const struct cell *cell;
	double number;
	struct buf day = {0};

	if (row >= table->rows)
		return edge_value(table, row, column);
	if (column == table->column_count)
		return (struct value){VALUE_TEXT, 0,
				      table->ids[row] ? table->ids[row] : ""};
	evaluate_cell(table, row, column);
	cell = table_cell(table, row, column);
	number = is_share(&table->columns[column]) ? cell->number / 100
						   : cell->number;
	if (cell->text)
		return (struct value){VALUE_TEXT, 0, cell->text};
	if (cell->date.year && !date_serial(cell->date, &number)) {
		date_write(&day, cell->date);
		return (struct value){
			VALUE_TEXT, 0,
			arena_take(table->live->scope.arena, &day)};
	}
	return isnan(number) ? (struct value){.kind = VALUE_EMPTY}
			     : (struct value){VALUE_NUMBER, number, NULL};
}

void
tables_evaluate(const struct expr_scope *scope)
{
	const struct tables *tables = scope->tables;

	for (size_t i = 0; i < tables->n; i++) {
		struct table *table = &tables->items[i];
		struct arena *arena = scope->arena;
		size_t n = table->column_count;

		table->live = arena_alloc(arena, sizeof(*table->live));
		*table->live = (struct live){
			.scope = *scope,
			.templates = arena_alloc(arena, n * sizeof(char *)),
			.exprs = arena_alloc(arena, n * sizeof(struct expr *)),
			.done = arena_alloc(arena, n * table->rows + 1)};
		table->live->scope.table = table;
		for (size_t row = 0; row < table->rows; row++)
			table->live->early_day |= row_has_early_day(table, row);
		table->live->scope.bindings = measure_bindings;
		table->live->scope.n = measure_binding_count;
	}
	for (size_t i = 0; i < tables->n; i++)
		for (size_t row = 0; row < tables->items[i].rows; row++)
			for (size_t j = 0; j < tables->items[i].column_count;
			     j++)
				evaluate_cell(&tables->items[i], row, j);
}
