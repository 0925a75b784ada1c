/* lists.c - hidden pages for choices and for programs: words, and the origin */
#include <stdlib.h>
#include <string.h>

#include "ces/sha256.h"
#include "sheet.h"

/* --- lists to choose from ------------------------------------------------ */

/*
 * Of each list two columns, under its name: labels, which entries are chosen
 * from, and beside them the words of the format, or the ids of people, by which
 * an edit is taken back whatever language the labels are in.
 */
static const struct style plain = {.number = "@"};

const char *
list_name(struct work *work, int list)
{
	work->listed[list] = true;
	return arena_format(work->arena, "list_%s", choices[list].name);
}

static void
name_range(const struct work *work, const char *name, int column, uint32_t n)
{
	struct buf formula = {0};

	buf_putc(&formula, '=');
	formula_column(&formula, work->lists, 1, n, column);
	book_name(work->book, name, formula.p);
	buf_free(&formula);
}

static void
pair_write(const struct work *work, uint32_t row, int column, const char *label,
	   const char *word)
{
	cell_put(work->lists, row, column, label, &plain);
	cell_put(work->lists, row, column + 1, word, &plain);
}

static void
people_write(const struct work *work, int column)
{
	const struct map *people = &work->review->plan->people;

	if (!people->n)
		return;
	pair_write(work, 0, column, "people", "id");
	for (uint32_t i = 0; i < people->n; i++)
		pair_write(work, i + 1, column, object_name(people->items[i]),
			   people->items[i]->id);
	name_range(work, LIST_PEOPLE, column, people->n);
}

/* the field that the column shows in the first row where it comes back */
static const struct field *
column_field(const struct table *table, size_t column)
{
	const struct field *field = NULL;

	for (size_t i = 0; i < table->rows && !field; i++)
		field = table_column_field(table, i, column);
	return field;
}

/* the lists that are there, by the names of their columns */
struct lists {
	const char **names;
	size_t n, cap;
	int column; /* behind the last */
};

static bool
list_is_there(struct lists *lists, const char *name)
{
	for (size_t i = 0; i < lists->n; i++)
		if (!strcmp(lists->names[i], name))
			return true;
	ARRAY_GROW(lists->names, lists->n, lists->cap);
	lists->names[lists->n++] = name;
	return false;
}

/* Words of a choice begin with a capital in their cells. */
static void
words_write(struct work *work, struct lists *lists, const struct table *table,
	    size_t j, const struct field *field)
{
	const struct column *column = &table->columns[j];
	struct label label = column_label(table, j, field, 0);
	uint32_t n = 0;

	for (; label.word; label = column_label(table, j, field, n))
		pair_write(work, ++n, lists->column,
			   column_text(work, column, label.text), label.word);
	if (field->kind == KIND_WORD && !column->states &&
	    work->listed[field->list])
		name_range(work, list_name(work, field->list), lists->column,
			   n);
}

void
lists_write(struct work *work)
{
	struct lists lists = {0};

	for (size_t i = 0; i < work->tables->n; i++) {
		const struct table *table = work->tabs[i].table;

		for (size_t j = 0; j < table->column_count; j++) {
			const struct field *field = column_field(table, j);
			const char *name = field ? column_list(work->arena,
							       table, j, field)
						 : NULL;

			if (!name || list_is_there(&lists, name))
				continue;
			pair_write(work, 0, lists.column, name, "word");
			words_write(work, &lists, table, j, field);
			lists.column += 2;
		}
	}
	people_write(work, lists.column);
	free(lists.names);
}

/* --- origin -------------------------------------------------------------- */

/*
 * The hash of the plan and the sheet of each table stand on a hidden page, so
 * that edits can be brought back into that plan.
 */
enum { KEY_WIDTH = 20, VALUE_WIDTH = 66 };

static const struct style key = {.number = "@", .bold = 1};

/* The words are keys for a program: never translated. */
void
origin_write(struct work *work)
{
	const struct source *source = &work->review->source;
	const struct plan *plan = work->review->plan;
	char hash[SHA256_TEXT];
	struct buf as_of = {0};
	uint32_t row = 0;

	sha256_hex(hash, source->bytes, source->n);
	date_write(&as_of, work->review->view->as_of);
	const char *const facts[][2] = {
		{"plan", work_file(work)},
		{"sha256", hash},
		{"format", arena_format(work->arena, "%.0f", plan->ces.n)},
		{"tool", "ces " CES_VERSION},
		{"as_of", buf_text(&as_of)},
		{"language", work->tag},
	};

	for (; row < sizeof(facts) / sizeof(*facts); row++) {
		cell_put(work->origin, row, 0, facts[row][0], &key);
		cell_put(work->origin, row, 1, facts[row][1], &plain);
	}
	buf_free(&as_of);
	cell_put(work->origin, ++row, 0, "table", &key);
	cell_put(work->origin, row, 1, "sheet", &key);
	for (size_t i = 0; i < work->tables->n; i++) {
		cell_put(work->origin, ++row, 0, work->tabs[i].table->key,
			 &plain);
		cell_put(work->origin, row, 1, page_name(work->tabs[i].page),
			 &plain);
	}
	page_column(work->origin, 0, 0, KEY_WIDTH, false);
	page_column(work->origin, 1, 1, VALUE_WIDTH, false);
	page_hide(work->origin);
}
