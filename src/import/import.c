/* import.c - workbooks compared with what was exported, and with the plan */
#include "ces/import.h"

#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "import/parts.h"

const char same_in_plan[] =
	N_("the plan says the same; it stays as it is written there");

const char *
import_word(enum import_kind kind)
{
	static const char *const words[] = {
		[IMPORT_TAKEN] = "taken",     [IMPORT_ASSUMED] = "assumed",
		[IMPORT_REFUSED] = "refused", [IMPORT_CONFLICT] = "conflict",
		[IMPORT_SKIPPED] = "skipped", [IMPORT_KEPT] = "kept",
		[IMPORT_LOST] = "not_taken",
	};

	return words[kind];
}

size_t
import_count(const struct import *import, enum import_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < import->n; i++)
		n += import->items[i].kind == kind;
	return n;
}

/* --- findings ------------------------------------------------------------- */

static struct import_finding *
add(struct import *import, struct import_finding finding)
{
	ARRAY_GROW(import->items, import->n, import->cap);
	import->items[import->n] = finding;
	return &import->items[import->n++];
}

struct import_finding *
note(struct importing *run, enum import_kind kind, const struct sheet *sheet,
     const char *cell)
{
	return add(run->import, (struct import_finding){
					.kind = kind,
					.workbook = run->book->workbook->name,
					.sheet = sheet ? sheet->name : NULL,
					.cell = cell});
}

void
note_slot(struct import_finding *finding, const struct slot *slot)
{
	finding->path = slot->path;
	if (slot->mark) {
		finding->span =
			(struct span){slot->mark->start, slot->mark->end};
		finding->placed = true;
	} else if (slot->item) {
		finding->span =
			(struct span){slot->item->at.key, slot->item->at.key};
		finding->placed = true;
	}
}

/* --- skips ---------------------------------------------------------------- */

/* the path itself, or one below it */
static bool
is_path(const char *path, const char *skip)
{
	size_t n = strlen(skip);

	return path && !strncmp(path, skip, n) &&
	       (!path[n] || strchr(".[", path[n]));
}

/* behind the name of its workbook, where that is told */
static const char *
behind_workbook(const struct import_finding *finding, const char *skip)
{
	size_t n = strlen(finding->workbook);

	if (strncmp(skip, finding->workbook, n) != 0 || skip[n] != ':')
		return skip;
	skip += n + 1;
	return skip + strspn(skip, " ");
}

/* 'Sheet!Cell', with the dollars or quotes that a program may show */
static bool
is_place(const struct import_finding *finding, const char *skip)
{
	const char *mark = strrchr(skip, '!');
	size_t n = mark ? (size_t)(mark - skip) : 0;
	struct buf cell = {0};
	bool same;

	if (!mark || !finding->sheet || !finding->cell)
		return false;
	if (n > 1 && *skip == '\'' && skip[n - 1] == '\'') {
		skip++;
		n -= 2;
	}
	while (*++mark)
		if (*mark != '$')
			buf_putc(&cell, *mark >= 'a' && *mark <= 'z'
						? (char)(*mark - 'a' + 'A')
						: *mark);
	same = strlen(finding->sheet) == n &&
	       !strncmp(finding->sheet, skip, n) &&
	       !strcmp(finding->cell, buf_text(&cell));
	buf_free(&cell);
	return same;
}

static void
skip(struct importing *run, struct import_finding *finding)
{
	for (size_t i = 0; i < run->options->skip_count; i++) {
		const char *wanted =
			behind_workbook(finding, run->options->skips[i]);

		if (!is_path(finding->path, wanted) &&
		    !is_place(finding, wanted))
			continue;
		run->import->skipped[i] = true;
		if (finding->kind <= IMPORT_CONFLICT)
			finding->kind = IMPORT_SKIPPED;
	}
}

/* --- several workbooks ---------------------------------------------------- */

static bool
same_change(const struct change *a, const struct change *b)
{
	if (a->kind != b->kind)
		return false;
	return a->kind == CHANGE_REMOVAL ||
	       (a->content.kind == CONTENT_TEXT &&
		b->content.kind == CONTENT_TEXT &&
		!strcmp(a->content.text, b->content.text));
}

/* Does the one take out where the other is? */
static bool
takes_out(const struct import_finding *one, const struct import_finding *other)
{
	return one->change.path && one->change.kind == CHANGE_REMOVAL &&
	       is_path(other->path, one->change.path);
}

/* the same place taken from another workbook; NULL */
static struct import_finding *
taken_before(const struct importing *run, const struct import_finding *finding)
{
	for (size_t i = 0; i < run->import->n; i++) {
		struct import_finding *other = &run->import->items[i];

		if (other->kind <= IMPORT_CONFLICT && other->path &&
		    finding->path && other->workbook != finding->workbook &&
		    (!strcmp(other->path, finding->path) ||
		     takes_out(other, finding) || takes_out(finding, other)))
			return other;
	}
	return NULL;
}

static void
set_apart(struct importing *run, struct import_finding *finding,
	  const struct import_finding *other)
{
	const char *message =
		!other->cell ? N_("the row is gone in {workbook}; leave one of "
				  "the two out with --skip, or delete nothing")
		: other->change.kind == CHANGE_ITEM
			? N_("{workbook} has this new item with other values, "
			     "in {sheet}!{cell}; leave one of the two out "
			     "with --skip")
		: !other->new ? N_("{workbook} has a blank here, in "
				   "{sheet}!{cell}; leave one of the two out "
				   "with --skip")
			      : N_("{workbook} has '{value}' here, in "
				   "{sheet}!{cell}; leave one of the two out "
				   "with --skip");

	finding->kind = IMPORT_CONFLICT;
	finding->message = message_text(
		run->arena, users_language(), message,
		ARGS(TEXT_ARG("workbook", other->workbook),
		     TEXT_ARG("value", other->new ? other->new : ""),
		     TEXT_ARG("sheet", other->sheet),
		     TEXT_ARG("cell", other->cell ? other->cell : "")));
}

void
take(struct importing *run, struct import_finding finding)
{
	struct import_finding *other;

	skip(run, &finding);
	other = finding.kind == IMPORT_TAKEN ? taken_before(run, &finding)
					     : NULL;
	if (other && other->kind == IMPORT_TAKEN &&
	    same_change(&other->change, &finding.change))
		return;
	if (other && other->kind == IMPORT_TAKEN)
		set_apart(run, other, &finding);
	if (other && other->kind == IMPORT_CONFLICT)
		set_apart(run, &finding, other);
	add(run->import, finding);
}

/* --- all of them ---------------------------------------------------------- */

/* A sheet that is still there may have edits that nobody would see. */
static void
table_lost(struct importing *run, const struct block *block)
{
	const struct sheet *sheet =
		sheet_find(run->book->workbook, block->sheet);
	struct import_finding finding = {
		.kind = sheet ? IMPORT_REFUSED : IMPORT_KEPT,
		.workbook = run->book->workbook->name,
		.sheet = sheet ? sheet->name : NULL,
		.path = block->table->collection ? block->table->collection
						 : block->key};

	finding.message = message_text(
		run->arena, users_language(),
		sheet ? N_("the headers of the table or its column 'id' are "
			   "gone; put them back, or leave it out with --skip "
			   "{path}")
		      : N_("the table of the sheet '{sheet}' can't be found, "
			   "by "
			   "its headers and its column 'id'; the plan keeps "
			   "what it has of it"),
		ARGS(TEXT_ARG("sheet", block->sheet),
		     TEXT_ARG("path", finding.path)));
	take(run, finding);
}

/* A workbook of another plan shares few items with this one; the questions are
 * the same in all. */
static void
tell_strange(struct importing *run, const struct book *book)
{
	size_t rows = 0, known = 0;
	struct import_finding finding = {
		.kind = IMPORT_REFUSED,
		.workbook = book->workbook->name,
		.sheet = "Source",
		.cell = "B1",
		.message = _("most items of this workbook are not in the "
			     "plan, so it may be one of another plan; name "
			     "its own, or leave this out with --skip "
			     "'Source!B1'")};

	for (size_t i = 0; i < book->n; i++) {
		const struct block *block = &book->blocks[i];

		if (!block->table || !block->table->collection ||
		    block->table->id == TABLE_questions)
			continue;
		rows += block->rows;
		for (uint32_t row = 0; row < block->rows; row++)
			known +=
				match_now(run, block, row) < block->table->rows;
	}
	if (2 * known < rows)
		take(run, finding);
}

static void
compare_book(struct importing *run, const struct workbook *workbook)
{
	struct book book;

	run->book = &book;
	book_read(run, &book, workbook);
	tell_strange(run, &book);
	for (size_t i = 0; i < book.n; i++) {
		const struct found *found = &book.found[i];

		if (!found->block->table)
			continue;
		if (found->sheet)
			rows_compare(run, found);
		else if (found->block->rows)
			table_lost(run, found->block);
	}
	if (book.base)
		lost_find(run);
	else
		note(run, IMPORT_REFUSED, NULL, NULL)->message =
			_("the sheet 'Base' is missing, which holds what was "
			  "exported; nothing of this workbook can be compared");
}

/* The plan's tables are made in the language that the workbook was written in,
 * whatever the plan's or the user's is. */
static void
read_workbook(struct importing *run, const struct workbook *workbook)
{
	const struct language *users = run->now->language;
	const char *name = workbook_fact(workbook, "language");
	struct tables tables;

	run->language = language_in_words(name ? language_find(name) : NULL);
	run->now->language = run->language;
	run->tables = &tables;
	tables_make(&tables, run->now);
	compare_book(run, workbook);
	tables_release(&tables);
	run->now->language = users;
}

void
import_read(struct import *import, struct review *now,
	    const struct workbook *workbooks, size_t n,
	    const struct import_options *options)
{
	struct importing run = {.import = import,
				.arena = &import->arena,
				.now = now,
				.options = options};

	import->skipped = arena_alloc(&import->arena, options->skip_count + 1);
	for (size_t i = 0; i < n; i++)
		read_workbook(&run, &workbooks[i]);
	free(run.ids);
}

void
import_release(struct import *import)
{
	free(import->items);
	free(import->sources);
	changes_release(&import->changes);
	arena_release(&import->arena);
}
