/* rows.c - rows of a table by their ids: each cell as exported, as it is, and
 * as the plan has it now */
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "import/parts.h"

/* one row of the workbook, with what was exported of it */
struct pair {
	const struct found *found;
	uint32_t row;  /* on the sheet */
	uint32_t base; /* item's row of the block, from 0 */
	size_t now;    /* of the table; its rows: the plan has it no more */
};

static const char *
say(struct importing *run, const char *message, const struct arg *args,
    size_t n)
{
	return message_text(run->arena, users_language(), message, args, n);
}

/* --- one cell ------------------------------------------------------------- */

/* a row's first cell tells what it is about where its item has no name */
static const char *
item_name(struct importing *run, const struct pair *pair)
{
	const struct block *block = pair->found->block;
	const struct table *table = block->table;
	const struct object *object =
		pair->now < table->rows ? table->items[pair->now].object : NULL;
	const struct sheet_cell *second = block_second(block, pair->base);
	const char *name =
		object && object->id
			? object_name(object)
			: cell_word(block_cell(block, pair->base, 0));

	if (!second)
		return *name ? name : block_id(block, pair->base);
	return message_text(
		run->arena, users_language(),
		C_("clauses", "{first}, {second}"),
		ARGS(TEXT_ARG("first", name),
		     TEXT_ARG("second", cell_shown(run->arena, second, NULL))));
}

/* the finding about a cell, with what was and what is there */
static struct import_finding
finding_of(struct importing *run, const struct pair *pair, uint32_t i,
	   const struct sheet_cell *base, const struct sheet_cell *cell)
{
	const struct found *found = pair->found;
	const struct block *block = found->block;
	const struct column *column = &block->table->columns[block->now[i]];

	return (struct import_finding){
		.workbook = run->book->workbook->name,
		.sheet = found->sheet->name,
		.cell = place_name(run->arena, pair->row, found->columns[i]),
		.item = item_name(run, pair),
		.column = block->headers[i],
		.old = cell_is_formula(base)
			       ? _("a formula")
			       : cell_shown(run->arena, base, column),
		.new = cell_shown(run->arena, cell, column)};
}

/* the value as it is written in the plan, but for quotes around it */
static bool
is_written(const struct importing *run, const struct slot *slot,
	   const char *text)
{
	const char *s = run->now->source.bytes + slot->mark->start;
	size_t n = slot->mark->end - slot->mark->start;
	bool quoted = n > 1 && strchr("'\"", *s) && s[n - 1] == *s;

	return strlen(text) == n - 2 * quoted &&
	       !memcmp(text, s + quoted, n - 2 * quoted);
}

/* nothing is left of the edit: blanks, or the case of a word or a name */
static bool
says_the_same(const struct importing *run, const struct slot *slot,
	      const struct sheet_cell *now, const struct sheet_cell *cell,
	      const struct verdict *verdict)
{
	if (!verdict->text)
		return false;
	if (slot->mark && is_written(run, slot, verdict->text))
		return true;
	if (now->kind != VALUE_TEXT)
		return false;
	return slot->field->kind == KIND_TEXT
		       ? !strcmp(now->text, verdict->text)
		       : cell->kind == VALUE_TEXT &&
				 text_alike(now->text, cell->text);
}

static void
compare_known(struct importing *run, const struct pair *pair, uint32_t i,
	      const struct sheet_cell *base, const struct sheet_cell *cell)
{
	const struct table *table = pair->found->block->table;
	size_t column = (size_t)pair->found->block->now[i];
	struct import_finding finding = finding_of(run, pair, i, base, cell);
	struct sheet_cell now = cell_now(run->arena, table, pair->now, column);
	const char *merged =
		!cell_is_blank(cell)
			? NULL
			: cell_merged(run->arena, pair->found->sheet, pair->row,
				      pair->found->columns[i]);
	struct slot slot;
	struct verdict verdict;

	if (!slot_find(run, table, pair->now, column, &slot)) {
		finding.kind = IMPORT_LOST;
		finding.message =
			cell_is_formula(base)
				? _("a formula was typed over; the plan works "
				    "this out, and the next export has it "
				    "again")
			: slot.column->own
				? _("the plan has a list or a group of keys "
				    "here; change it there")
				: _("the plan works this out from other keys");
		take(run, finding);
		return;
	}
	note_slot(&finding, &slot);
	judge_cell(run, &slot, base, cell, &verdict);
	if (merged)
		verdict.refused = say(
			run,
			N_("merged with {cell}, which alone has a value; split "
			   "the cells, and write what is meant in each"),
			ARGS(TEXT_ARG("cell", merged)));
	if (!verdict.refused && cell_equal(run->arena, &now, cell) &&
	    !(cell && cell->formula))
		return;
	if (verdict.refused) {
		finding.kind = IMPORT_REFUSED;
		finding.message = verdict.refused;
	} else if (says_the_same(run, &slot, &now, cell, &verdict)) {
		finding.kind = IMPORT_LOST;
		finding.message = _(same_in_plan);
	} else if (!cell_equal(run->arena, &now, base)) {
		finding.kind = IMPORT_CONFLICT;
		finding.message = say(
			run,
			N_("the plan has '{value}' by now; keep that and leave "
			   "the cell out with --skip, or change the plan to "
			   "what the cell has"),
			ARGS(TEXT_ARG("value",
				      cell_shown(run->arena, &now, slot.column)
					      ? cell_shown(run->arena, &now,
							   slot.column)
					      : "")));
	} else if (!verdict.text && !slot.mark && !slot.own) {
		finding.kind = IMPORT_LOST;
		finding.message = _("the plan has no value here that could be "
				    "taken out; what was shown follows from "
				    "other keys");
	} else {
		finding.kind = IMPORT_TAKEN;
		finding.change = (struct change){
			.kind = verdict.text ? CHANGE_VALUE : CHANGE_REMOVAL,
			.path = verdict.text ? slot.path
					     : slot_removed(run, &slot)};
		if (verdict.text)
			finding.change.content =
				content_text(verdict.text, verdict.plain);
	}
	take(run, finding);
}

static void
compare_unknown(struct importing *run, const struct pair *pair, uint32_t i,
		const struct sheet_cell *base, const struct sheet_cell *cell)
{
	struct import_finding finding = finding_of(run, pair, i, base, cell);

	finding.kind = IMPORT_CONFLICT;
	finding.message = _("the plan has no such item any more; add it there "
			    "first, or leave it out with --skip");
	take(run, finding);
}

/* A formula may have any result, and takes the place of no value. */
static bool
is_edited(struct importing *run, const struct sheet_cell *base,
	  const struct sheet_cell *cell)
{
	if (cell_is_formula(base))
		return !cell || !cell->formula;
	return (cell && cell->formula) || !cell_equal(run->arena, base, cell);
}

static void
compare_row(struct importing *run, struct pair *pair)
{
	const struct block *block = pair->found->block;
	const struct table *table = block->table;
	size_t since = run->import->n;

	pair->now = match_now(run, block, pair->base);
	see_cell(run, pair->found->sheet,
		 cell_find(pair->found->sheet, pair->row, pair->found->id));
	for (uint32_t i = 0; i < block->columns; i++) {
		uint32_t column = pair->found->columns[i];
		const struct sheet_cell *base =
			block_cell(block, pair->base, i);
		const struct sheet_cell *cell =
			column == NO_COLUMN ? NULL
					    : cell_find(pair->found->sheet,
							pair->row, column);

		if (cell)
			see_cell(run, pair->found->sheet, cell);
		if (column == NO_COLUMN || block->now[i] < 0 ||
		    !is_edited(run, base, cell))
			continue;
		if (pair->now < table->rows)
			compare_known(run, pair, i, base, cell);
		else
			compare_unknown(run, pair, i, base, cell);
	}
	if (pair->now < table->rows && table->items[pair->now].object)
		assume_day(run, pair->found, pair->row,
			   table->items[pair->now].object, since);
}

bool
row_is_there(struct importing *run, const struct found *found, uint32_t row,
	     size_t now)
{
	const struct block *block = found->block;

	for (uint32_t i = 0; i < block->columns; i++) {
		const struct sheet_cell *cell =
			found->columns[i] == NO_COLUMN
				? NULL
				: cell_find(found->sheet, row,
					    found->columns[i]);
		size_t column = (size_t)block->now[i];
		struct sheet_cell shown;
		struct slot slot;
		struct verdict verdict;

		if (block->now[i] < 0 || cell_is_blank(cell) ||
		    !slot_find(run, block->table, now, column, &slot))
			continue;
		shown = cell_now(run->arena, block->table, now, column);
		judge_cell(run, &slot, NULL, cell, &verdict);
		if (verdict.refused ||
		    (!cell_equal(run->arena, &shown, cell) &&
		     !says_the_same(run, &slot, &shown, cell, &verdict)))
			return false;
	}
	return true;
}

/* --- rows that are twice, gone or new ------------------------------------- */

static void
refuse_twice(struct importing *run, const struct found *found, uint32_t row)
{
	const char *id = cell_word(cell_find(found->sheet, row, found->id));
	struct import_finding *finding =
		note(run, IMPORT_REFUSED, found->sheet,
		     place_name(run->arena, row, found->id));

	see_row(run, found->sheet, row);
	finding->message = say(
		run,
		N_("the id '{id}' stands in a row above already; is this a "
		   "copy? Empty its cell, and the row becomes a new item, or "
		   "delete the row"),
		ARGS(TEXT_ARG("id", id)));
}

static void
row_gone(struct importing *run, const struct found *found, uint32_t base)
{
	struct pair pair = {.found = found, .base = base};
	const struct table *table = found->block->table;
	const struct object *object;
	struct import_finding finding = {0};

	pair.now = match_now(run, found->block, base);
	if (pair.now == table->rows)
		return;
	object = table->items[pair.now].object;
	if (!object)
		return;
	finding = (struct import_finding){
		.kind = run->options->delete ? IMPORT_TAKEN : IMPORT_KEPT,
		.workbook = run->book->workbook->name,
		.sheet = found->sheet->name,
		.item = item_name(run, &pair),
		.path = slot_item(run, table, pair.now),
		.span = {object->at.key, object->at.key},
		.placed = true};
	finding.message = run->options->delete
				  ? _("the row is gone, and the item with it")
				  : _("the row is gone; the plan keeps the "
				      "item, --delete takes it out");
	finding.change =
		(struct change){.kind = CHANGE_REMOVAL, .path = finding.path};
	take(run, finding);
}

/* Does somebody have typed something in a column that can come back? */
static bool
row_says_something(const struct found *found, uint32_t row)
{
	for (uint32_t i = 0; i < found->block->columns; i++) {
		const struct sheet_cell *cell =
			found->columns[i] == NO_COLUMN
				? NULL
				: cell_find(found->sheet, row,
					    found->columns[i]);

		if (!cell_is_blank(cell) && !cell->formula)
			return true;
	}
	return false;
}

/* Sums stand behind a word in formulas, where rows have values; or, where a
 * program has lost these, in numbers. */
static bool
is_total(const struct importing *run, const struct found *found, uint32_t row)
{
	const struct block *block = found->block;
	const struct sheet_cell *first =
		cell_find(found->sheet, row, found->columns[0]);
	size_t values = 0, sums = 0;

	for (uint32_t i = 1; i < block->columns; i++) {
		const struct sheet_cell *cell =
			found->columns[i] == NO_COLUMN
				? NULL
				: cell_find(found->sheet, row,
					    found->columns[i]);
		const struct column *about =
			block->now[i] < 0
				? NULL
				: &block->table->columns[block->now[i]];

		values += !cell_is_blank(cell) && !cell->formula;
		sums += cell && cell->formula && about && about->total &&
			!about->live;
	}
	return !strcmp(cell_word(first),
		       language_text(run->language, "Total")) ||
	       (sums && !values);
}

/* a row of the table that stands for no item, as sums do */
static bool
row_is_none(const struct found *found, uint32_t row)
{
	const struct table *table = found->block->table;
	const char *first =
		cell_word(cell_find(found->sheet, row, found->columns[0]));

	for (size_t i = 0; *first && i < table->rows; i++) {
		const struct cell *cell = table_cell(table, i, 0);

		if (!table_row_has_item(table, i) && cell->text &&
		    text_alike(cell->text, first))
			return true;
	}
	return false;
}

/* An id is kept, as other keys of the plan refer to it. */
static void
id_lost(struct importing *run, const struct pair *pair)
{
	const struct found *found = pair->found;
	const struct sheet_cell *cell =
		cell_find(found->sheet, pair->row, found->id);
	struct import_finding *finding =
		note(run, IMPORT_LOST, found->sheet,
		     place_name(run->arena, pair->row, found->id));

	see_cell(run, found->sheet, cell);
	finding->item = item_name(run, pair);
	finding->column = "id";
	finding->old = block_id(found->block, pair->base);
	finding->new = cell_shown(run->arena, cell, NULL);
	finding->message =
		_("ids don't come back; the row is read as that item all the "
		  "same, and 'ces rename' changes its id");
}

/* a row that is none of those that were exported */
static void
row_unknown(struct importing *run, const struct found *found, uint32_t row,
	    uint32_t second, bool *used)
{
	struct pair pair = {.found = found,
			    .row = row,
			    .base = match_name(run, found, row, second, used)};

	if (pair.base < found->block->rows) {
		used[pair.base] = true;
		compare_row(run, &pair);
		id_lost(run, &pair);
	} else if (row_says_something(found, row) &&
		   !is_total(run, found, row) && !row_is_none(found, row)) {
		item_add(run, found, row);
	}
}

void
rows_compare(struct importing *run, const struct found *found)
{
	const struct block *block = found->block;
	bool *used = mem_zeroed(block->rows + 1, sizeof(*used));
	bool *unknown = mem_zeroed(found->end + 1, sizeof(*unknown));
	uint32_t second =
		block->second ? found_column(found, block->second) : NO_COLUMN;
	bool known;

	for (uint32_t row = found->head + 1; row < found->end; row++) {
		struct pair pair = {.found = found, .row = row};

		pair.base = match_base(run, found, row, second, used, &known);
		if (pair.base < block->rows) {
			used[pair.base] = true;
			compare_row(run, &pair);
		} else if (known) {
			see_loose(run, found->sheet, row);
			refuse_twice(run, found, row);
		} else {
			unknown[row] = true;
		}
	}
	for (uint32_t row = found->head + 1; row < found->end; row++)
		if (unknown[row])
			row_unknown(run, found, row, second, used);
	for (uint32_t i = 0; i < block->rows; i++)
		if (!used[i])
			row_gone(run, found, i);
	free(used);
	free(unknown);
}
