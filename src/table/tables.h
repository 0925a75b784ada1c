/* tables.h - filling the tables; for the files of this folder */
#ifndef CES_TABLE_TABLES_H
#define CES_TABLE_TABLES_H

#include "ces/table.h"
#include "ces/message.h"

/* a field of the items, or of an object in them; field NULL: none */
struct source_field {
	const struct field *field;
	size_t offset; /* of the object that has it */
};

/* a value of a key of the user's own */
struct own_cell {
	size_t row;
	const char *key, *text;
	size_t column;
};

/* a table being filled: rows are added, then their cells set by column key */
struct sheet {
	struct table *table;
	struct arena *arena;
	const struct review *review;
	const struct language *language;
	const struct plan *plan;
	const struct view *view;
	struct cell *row;	     /* the current one */
	size_t cap;		     /* rows that there is room for */
	size_t next;		     /* column after the last that was set */
	const struct entity *entity; /* of the items in the rows */
	struct source_field *fields; /* where each column comes from */
	struct own_cell *own;
	size_t own_n, own_cap;
};

extern const struct cell empty_cell;

/* sorted by rank, then by date (none last), then as written */
struct order {
	int rank;
	struct date date;
	uint32_t index;
};
void order_sort(struct order *order, size_t n);

/* a line of templates/tables, by its key: "actions.owner hint" */
struct text {
	const char *key, *message;
};
extern const struct text text_rows[]; /* sorted */
extern const size_t text_rows_count;
/* the message id of "actions", "owner" and "hint"; part "": of the table
 * itself; NULL: none */
const char *text_find(const char *subject, const char *part, const char *what);

/* one table of every plan */
struct table_kind {
	const char *entities[2]; /* links to these lead to the table */
	size_t map; /* offset in the plan of the items in the rows, or 0 */
	const char *collection, *second; /* as in struct table */
	/* where a row stands, if not as written: its rank and date */
	struct order (*order)(const struct sheet *sheet, const void *item);
	/* gathers names from other items, for a column */
	struct {
		const char *key;
		struct names *(*gather)(struct sheet *sheet);
	} gathered[2];
	const struct column *columns;
	size_t column_count;
	/* adds to the row of an item, or fills a table that has no map */
	void (*row)(struct sheet *sheet, const void *item);
	void (*fill)(struct sheet *sheet);
	const char *new_id; /* formula of the id of a new row, or NULL */
};

#define COUNT_OF(list) (sizeof(list) / sizeof(*(list)))
#define ROWS_OF(path) .map = offsetof(struct plan, path), .collection = #path
#define COLUMNS(list) \
	.columns = (list), .column_count = sizeof(list) / sizeof(*(list))

/* COLUMN("volume", "Contacts", COUNT, .unit = N_("a year")) */
#define COLUMN(name, text, ...)                              \
	{                                                    \
		.key = name, .header = N_(text), .list = -1, \
		.kind = COLUMN_##__VA_ARGS__                 \
	}
/* the same for values changed in the meeting; choice is a choices_id, or -1 */
#define EDIT(name, text, choice, ...)                              \
	{                                                          \
		.key = name, .header = N_(text), .list = (choice), \
		.edit = true, .kind = COLUMN_##__VA_ARGS__         \
	}

/* units filled in from the plan, shorter without a currency */
#define MONEY_UNIT N_("{currency}")
#define MONEY_A_YEAR N_("{currency} a year")
#define A_YEAR N_("a year")
#define PER_ACTIVITY N_("per 100 {activity}")

/*
 * A new row, of the object or of none. sheet_row fills every column whose key,
 * or the path that it is .from, is a simple key of the object: texts, words,
 * dates, numbers, references by their names. Derived values are then put by
 * their key.
 */
void
sheet_new(struct sheet *sheet, const char *id, const struct object *object);
void sheet_row(struct sheet *sheet, const struct object *object);
/* the row shows keys of that object, which sheet_row notes; key: of its first
 * cell, or NULL */
void
sheet_item(struct sheet *sheet, const struct object *object, const char *key);
/* notes the own keys of the object that the row is about, as sheet_row does */
void sheet_own(struct sheet *sheet, const struct object *object);
/* notes those that stand in the section beside its items */
void sheet_own_section(struct sheet *sheet, const char *section);
/* "Cost center" of x-cost-center, "Route: cost center" of an object within */
const char *own_label(struct arena *arena, const struct language *language,
		      const char *key);
/* adds the columns of those keys, once all rows are there */
void own_columns_add(struct sheet *sheet);
/* moves the rows to the arena */
void sheet_end(struct sheet *sheet);

/* the field at the end of a path like "preferences.hours"; NULL: none */
struct source_field field_at(const struct entity *entity, const char *path);

/* sorts the rows' ids, to find rows by them */
void table_index(struct table *table, struct arena *arena);

/* text is borrowed and outlives the table; NULL and "" leave it empty */
void put_text(struct sheet *sheet, const char *key, const char *text);
/* a message id, shown in the sheet's language; NULL and "" leave it empty */
void put_message(struct sheet *sheet, const char *key, const char *message);
/* the buffer is copied and freed */
void put_buf(struct sheet *sheet, const char *key, struct buf *buf);
void put_number(struct sheet *sheet, const char *key, double number);
void put_value(struct sheet *sheet, const char *key,
	       const struct number_value *value);
void put_date(struct sheet *sheet, const char *key, struct date date);
void put_flag(struct sheet *sheet, const char *key, bool on);
/* a word of a list, in plain words; -1 leaves the cell as it is */
void
put_word(struct sheet *sheet, const char *key, enum choices_id list, int word);
/* "✓ Done"; STATE_NONE leaves it empty */
void put_state(struct sheet *sheet, const char *key, enum state_id state);
/* the name of an object; NULL leaves it empty */
void
put_name(struct sheet *sheet, const char *key, const struct object *object);
/* links the cell to an item of a table, "": to all of it; -1: to none */
void
put_link(struct sheet *sheet, const char *key, int table, const char *item);
/* table_id of the key, or of the entity that the table has; -1: none */
int table_of_key(const char *key);
int table_of_entity(const char *entity);
/* the short name of a top-level key, linked to its table if it has one */
void put_section(struct sheet *sheet, const char *key, const char *section);
/* the names of items, collected for a cell: {.sheet} is none yet */
struct names {
	struct sheet *sheet;
	struct name *items;
	size_t n, cap;
};
void names_add(struct names *names, const char *text, const struct object *to);
/* the item by its name */
void names_add_item(struct names *names, const struct object *to);
void names_add_refs(struct names *names, const struct refs_value *refs);
void put_names(struct sheet *sheet, const char *key, struct names *names);
/* another key of an object: put_field(sheet, "owner", object, "owner_unit") */
void put_field(struct sheet *sheet, const char *key, const void *object,
	       const char *name);

/* the separator of a message between its two names, ", "; n: its length */
const char *
text_between(const struct language *language, const char *message, size_t *n);
/* Pieces of text. name_add puts a comma between names, text_add a semicolon
 * between texts, which may hold commas. */
void
name_add(struct buf *buf, const struct language *language, const char *name);
void
text_add(struct buf *buf, const struct language *language, const char *text);
void count_add(struct buf *buf, const struct language *language, double count);
void
percent_add(struct buf *buf, const struct language *language, double percent);
/* "+15%" */
void
change_add(struct buf *buf, const struct language *language, double change);
/* "£", or the code and a space, as units begin */
void currency_add(struct buf *buf, const struct plan *plan);
void money_add(struct buf *buf, const struct language *language,
	       const struct plan *plan, double amount);
/* "Phone 46%, Live chat 30%", sorted with the largest first */
void put_shares(struct sheet *sheet, const char *key,
		const struct shares_value *shares,
		void (*add)(struct buf *buf, const struct language *language,
			    double number));
/* rows that are figures, whose names and bases are texts of the table; column:
 * of the value; unit: a message id or NULL */
struct item {
	const char *id;
	double value;
	const char *unit;
};
void put_items(struct sheet *sheet, const char *column,
	       const struct item *items, size_t n);
/* "80% within 30s" */
void put_within(struct sheet *sheet, const char *key,
		const struct number_value *target,
		const struct duration_value *time);
void put_speed(struct sheet *sheet, const char *key, const struct speed *speed);

/*
 * None yet for each item of the map, to gather names from other items in one
 * pass over them; each then goes to put_names().
 */
struct names *names_each(struct sheet *sheet, const struct map *map);

/* tells whether somebody has begun to do it */
bool action_is_begun(const struct action *action);
/* the common state of the actions that serve an item */
enum state_id
actions_state(const struct sheet *sheet, const struct refs_value *actions);

#define RISK N_("Gap: {amount} a year at risk")
/* the money at risk in the gaps that the decision is about; NAN: none */
double decision_risk(const struct plan *plan, const struct decision *decision);
/* without an outcome, or with none yet */
bool decision_is_pending(const struct decision *decision);

/* short translated name of a top-level key; the key itself if unknown */
const char *section_label(const struct language *language, const char *key);

/* the findings in the order of their rows; NULL ends them */
const struct finding *const *
findings_ordered(const struct review *review, struct arena *arena);

/* measure_formulas.c: the formulas of live columns, row by row */
typedef const char *formula_of(const struct expr_scope *scope, size_t row);
formula_of formula_latest, formula_n, formula_planned, formula_margin,
	formula_measure_state, formula_real, formula_reading_latest;
/* of readings that end on one day the lower one counts */
#define READING_LATEST                                               \
	"IF({kind}<>'reading','',IF(NOT(ISNUMBER({value})),'',"      \
	"IF(COUNTIFS([id],{id},[kind],'reading',"                    \
	"[value],'>-1E+300',[until],'>'&{until})>0,'',"              \
	"IF(SUMPRODUCT(([id]={id})*([kind]='reading')*([value]<'')*" \
	"([until]={until})*(ROW([until])>ROW({until})))>0,'','yes'))))"
/* the share of the days from the baseline to the target */
#define WAY_GONE(day)                                           \
	"IF(COUNT({baseline_date},{target_date})<2,'',"         \
	"IF({target_date}<={baseline_date},'',"                 \
	"MAX(0,MIN(1,(" day "-{baseline_date})/({target_date}-" \
	"{baseline_date})))))"
/* of a measure that somebody adds, by what is typed in its row */
#define NEW_BETTER(than) \
	"(IF({direction}=@direction.lower,-1,1)*({latest}-" than "))"
#define NEW_SLACK "(MAX(SUM({margin}),IF(ABS({latest})<10,0.01,0.1))+1E-9)"
#define NEW_LINE "({baseline}+({target}-{baseline})*{planned})"
#define NEW_STATE                                                                                              \
	"IF({name}='','',IF(COUNT({latest})=0,#no_reading,"                                                    \
	"IF(COUNT({target})=0,#not_compared,"                                                                  \
	"IF(" NEW_BETTER(                                                                                      \
		"{target}") ">=-1E-9,#reached,"                                                                \
			    "IF(AND(COUNT({target_date})>0,{target_date}<as_"                                  \
			    "of),#missed,"                                                                     \
			    "IF(COUNT({baseline},{planned})<2,#not_compared,"                                  \
			    "IF({planned}<=0,#too_early,"                                                      \
			    "IF(" NEW_BETTER(                                                                  \
				    "{baseline}") "<-1*" NEW_SLACK ",#worse,"                                  \
						  "IF(" NEW_BETTER(                                            \
							  NEW_LINE) "<-"                                       \
								    "1"                                        \
								    "*" NEW_SLACK                              \
								    ",#"                                       \
								    "behind,"                                  \
								    "IF"                                       \
								    "(" NEW_BETTER(                            \
									    NEW_LINE) ">" NEW_SLACK            \
										      ",#ahead,#on_line))))))" \
										      "))))"
/* is it measured on a sample, so that it has a margin */
bool measure_is_sampled(const struct measure *measure,
			const struct standard *standard);

#define TABLE(key, ...) extern const struct table_kind table_##key;
#include "ces/tables.def"

#endif
