/* parts.h - one run of an import: tables that were found, their cells judged */
#ifndef CES_IMPORT_PARTS_H
#define CES_IMPORT_PARTS_H

#include "ces/import.h"
#include "ces/table.h"

#define NO_COLUMN UINT32_MAX

/* a block of the sheet Base: what was exported of one table */
struct block {
	const char *key;
	const char *second; /* key of the column that tells rows of one id
			       apart; NULL */
	const struct table *table; /* as the plan has it now; NULL: none */
	const char *sheet;	   /* its name then */
	const struct sheet *base;
	uint32_t head; /* row of the keys; headers and items follow */
	uint32_t rows; /* of items */
	uint32_t columns;
	const char **keys, **headers;
	int *now; /* column of the table, -1: it has none of that key */
};

/* where a block's table stands in a workbook */
struct found {
	const struct block *block;
	const struct sheet *sheet; /* NULL: nowhere */
	uint32_t head;		   /* row of the headers */
	uint32_t end;		   /* row behind the last that is its own */
	uint32_t id;		   /* column of the ids */
	uint32_t *columns;	   /* of each key; NO_COLUMN: gone */
	size_t score;		   /* headers that are there */
};

struct book {
	const struct workbook *workbook;
	const struct sheet *base, *lists;
	struct block *blocks;
	struct found *found; /* of each block */
	size_t n;
	bool **seen; /* of each sheet, cells that were compared with Base */
	unsigned
		*loose; /* of each sheet, formulas in rows that are no item's */
};

/* days and money stand in messages as workbooks have them */
static inline const struct language *
users_language(void)
{
	return language_in_words(language_user());
}

#define _(text) language_text(users_language(), text)

struct importing {
	struct import *import;
	struct arena *arena; /* that of the import */
	struct review *now;
	struct tables *tables;
	const struct import_options *options;
	const struct book *book;	 /* the current one */
	const struct language *language; /* that it was written in */
	const char **ids;		 /* that new items got */
	size_t id_count, id_cap;
};

/* a value of the plan that a cell stands for */
struct slot {
	const struct table *table;
	const struct column *column;
	const struct object *item; /* NULL: a new one */
	const struct field *field; /* NULL: of a key of the user's own */
	const struct mark *mark;   /* of the value; NULL: none is there */
	const struct own_key *own;
	const char *path;
};

/* the content of a cell as text */
struct verdict {
	const char *text;    /* as the plan is to have it; NULL: blank */
	bool plain;	     /* a number, of a key of the user's own */
	const char *refused; /* translated; NULL: it can be read */
};

/* --- cells.c: values of cells --------------------------------------------- */

/* NULL where it is blank */
const struct sheet_cell *
cell_find(const struct sheet *sheet, uint32_t row, uint32_t column);
/* the first cell of the row or of one behind it, as an index */
size_t cell_row(const struct sheet *sheet, uint32_t row);
/* of a text, tidied; "" of any other */
const char *cell_word(const struct sheet_cell *cell);
bool cell_is_blank(const struct sheet_cell *cell);
/* the place of the cell that has the value of those it is merged with; NULL */
const char *cell_merged(struct arena *arena, const struct sheet *sheet,
			uint32_t row, uint32_t column);
/* of Base: a formula was exported there */
bool cell_is_formula(const struct sheet_cell *base);
/* numbers at 15 digits, texts composed and with one kind of line ends; NULL is
 * a blank */
bool cell_equal(struct arena *arena, const struct sheet_cell *a,
		const struct sheet_cell *b);
/* the cell as a workbook of the plan as it is now has it */
struct sheet_cell cell_now(struct arena *arena, const struct table *table,
			   size_t row, size_t column);
/* as people read it: "2026-08-01", "85%"; NULL of a blank */
const char *cell_shown(struct arena *arena, const struct sheet_cell *cell,
		       const struct column *column);
/* "D5" */
const char *place_name(struct arena *arena, uint32_t row, uint32_t column);
/* "5:5" */
const char *row_name(struct arena *arena, uint32_t row);
/* texts of the two are the same but for case, blanks and forms of letters */
bool text_alike(const char *a, const char *b);

/* --- found.c: the tables of a workbook ------------------------------------ */

const struct sheet *
sheet_find(const struct workbook *workbook, const char *name);
void book_read(struct importing *run, struct book *book,
	       const struct workbook *workbook);
/* the cells of that row, or one of them, are told of elsewhere */
void
see_row(const struct importing *run, const struct sheet *sheet, uint32_t row);
/* formulas of that row may be those of the room for new ones */
void
see_loose(const struct importing *run, const struct sheet *sheet, uint32_t row);
void see_cell(const struct importing *run, const struct sheet *sheet,
	      const struct sheet_cell *cell);
/* the value as exported of an item's row, from 0, and a key */
const struct sheet_cell *
block_cell(const struct block *block, uint32_t row, uint32_t column);
/* the sheet's column of that key; NO_COLUMN: gone */
uint32_t found_column(const struct found *found, const char *key);
const char *block_id(const struct block *block, uint32_t row);
/* a blank one: NULL */
const struct sheet_cell *block_second(const struct block *block, uint32_t row);

/* --- headers.c: headers that were changed ---------------------------------
 */

/* the column of a block's ids below that row; NO_COLUMN: none */
uint32_t
headers_id(const struct block *block, const struct sheet *sheet, uint32_t head);
/* finds columns that have other headers now */
void headers_renamed(struct importing *run, const struct found *found);

/* --- slot.c: where values stand in the plan ----------------------------- */

/* false where the cell can't come back */
bool slot_find(struct importing *run, const struct table *table, size_t row,
	       size_t column, struct slot *slot);
/* the path of what goes where the value does: a group is nothing without keys
 */
const char *slot_removed(struct importing *run, const struct slot *slot);
/* the collection at that path; NULL where a group on the way is absent */
const struct map *collection_at(const struct plan *plan, const char *path);
/* the same of the item itself; of a reading the entry of its list */
const char *
slot_item(struct importing *run, const struct table *table, size_t row);

/* --- judge.c: what cells say ---------------------------------------------- */

/* base: as exported, or NULL */
void judge_cell(struct importing *run, const struct slot *slot,
		const struct sheet_cell *base, const struct sheet_cell *cell,
		struct verdict *verdict);

/* --- meant.c: words, names and labels, as the format has them ------------- */

/* NULL where it is none that is certain; *refused may say why */
const char *meant_word(struct importing *run, const struct slot *slot,
		       const char *text, const char **refused);

/* --- match.c: rows and items ----------------------------------------------
 */

/* the block's row of that id, and second key, that no other row has; rows:
 * none. *known: is the id known at all */
uint32_t
match_base(struct importing *run, const struct found *found, uint32_t row,
	   uint32_t second, const bool *used, bool *known);
/* the block's row of that name, where one alone is left without a row, or whose
 * id is written otherwise; rows: none */
uint32_t match_name(struct importing *run, const struct found *found,
		    uint32_t row, uint32_t second, const bool *used);
/* the table's row of that of the block; rows: the plan has it no more */
size_t
match_now(struct importing *run, const struct block *block, uint32_t base);

/* Was that id exported? */
bool match_exported(const struct block *block, const char *id);
/* Has the plan an item of that id, and second key, which says what the row
 * does? An earlier import may have added it. */
bool match_imported(struct importing *run, const struct found *found,
		    uint32_t row, const char *id, const char *second);

/* --- rows.c: rows by their ids -------------------------------------------- */

void rows_compare(struct importing *run, const struct found *found);
/* Has the plan by now, in that row of the table, what the row says? */
bool row_is_there(struct importing *run, const struct found *found,
		  uint32_t row, size_t now);

/* --- items.c: new items ----------------------------------------------------
 */

void item_add(struct importing *run, const struct found *found, uint32_t row);

/* --- assumed.c: days that what is taken requires ---------------------------
 */

/* of a new item, into its keys */
void assume_days(struct importing *run, const struct found *found, uint32_t row,
		 const char *path, const char *name,
		 const struct entity *entity, struct content *given);
/* of an item that the plan has, by the findings since that one */
void assume_day(struct importing *run, const struct found *found, uint32_t row,
		const struct object *item, size_t since);

/* --- lost.c: what can't come back ------------------------------------------
 */

void lost_find(struct importing *run);

/* --- import.c --------------------------------------------------------------
 */

extern const char same_in_plan[]; /* message id */

/* a finding about a place of the current workbook; the pointer is good until
 * the next one */
struct import_finding *note(struct importing *run, enum import_kind kind,
			    const struct sheet *sheet, const char *cell);
/* places it in the plan */
void note_slot(struct import_finding *finding, const struct slot *slot);
/* a change; another one of the same place in another workbook is a conflict */
void take(struct importing *run, struct import_finding finding);

#endif
