/* edit.c - cells that are changed in the meeting: lists, limits, messages */
#include "sheet_parts.h"

#include <libintl.h>

#include "ces/message.h"
#include "sheet.h"
#include "xlsx/expr/work.h"

#define PEOPLE "list_people"

/* the name of the range that holds the words of a list */
static const char *
list_name(struct work *work, int list)
{
	work->listed[list] = true;
	return arena_format(work->arena, "list_%s", choices[list].name);
}

static const char *
message_of(const struct column *column)
{
	if (column->hint)
		return gettext(column->hint);
	return column->list >= 0 ? gettext("Choose from the list.")
				 : gettext("To be filled in or changed here.");
}

/* permitted entries by the kind of the column; others take anything */
static const struct limit {
	enum entry_kind kind;
	const char *error;
} limits[] = {
	[COLUMN_DATE] = {ENTRY_DATE,
			 N_("Please enter a date: day, month and year.")},
	[COLUMN_PERCENT] = {ENTRY_SHARE,
			    N_("Please enter a percentage from 0% to 100%.")},
	[COLUMN_CHANGE] = {ENTRY_CHANGE,
			   N_("Please enter a change in percent, -100% or "
			      "more.")},
	[COLUMN_COUNT] = {ENTRY_COUNT,
			  N_("Please enter a whole number, 0 or more.")},
	[COLUMN_NUMBER] = {ENTRY_NUMBER, N_("Please enter a number.")},
	[COLUMN_MONEY] = {ENTRY_NUMBER, N_("Please enter a number.")},
	[COLUMN_STATUS] = {ENTRY_ANY, NULL},
};
static const struct limit of_list = {
	ENTRY_LIST, N_("Please choose one of the words of the list.")};
static const struct limit of_people = {
	ENTRY_NAMES,
	N_("The plan has no person of that name. Keep it all the same?")};

void
edit_column(struct work *work, const struct tab *tab, size_t column,
	    const char *header)
{
	const struct column *about = &tab->table->columns[column];
	const struct area area = {tab->first, tab->last, (int)column,
				  (int)column};
	const struct limit *limit = &limits[about->kind];
	struct entry entry = {.title = header, .message = message_of(about)};

	if (about->list >= 0) {
		limit = &of_list;
		entry.range = list_name(work, about->list);
	} else if (about->people && work->review->plan->people.n) {
		limit = &of_people;
		entry.range = PEOPLE;
	}
	entry.kind = limit->kind;
	if (limit->error)
		entry.error = gettext(limit->error);
	page_entry(tab->page, area, &entry);
}

/* An input message, as notes would be three more parts a sheet. */
void
edit_header(const struct tab *tab, uint32_t row, size_t column,
	    const char *header)
{
	const struct column *about = &tab->table->columns[column];
	const struct area area = {row, row, (int)column, (int)column};
	struct buf text = {0};
	struct entry entry = {.title = header};

	if (about->note)
		buf_puts(&text, gettext(about->note));
	if (about->edit)
		buf_printf(&text, "%s%s", text.n ? " " : "",
			   gettext("The cells below are to be changed in the "
				   "meeting."));
	entry.message = buf_text(&text);
	if (text.n)
		page_entry(tab->page, area, &entry);
	buf_free(&text);
}

void
edit_band(struct work *work, const struct tab *tab, uint32_t row)
{
	const struct style style = {.fill = EDIT,
				    .color = SECOND,
				    .size = 90,
				    .align = ALIGN_ACROSS};
	struct lxw_format *format = book_style(work->book, &style);
	const struct table *table = tab->table;

	for (size_t j = 1; j < table->column_count; j++) {
		if (!table->columns[j].edit)
			continue;
		if (table->columns[j - 1].edit)
			cell_blank(tab->page, row, (int)j, format);
		else
			cell_text(tab->page, row, (int)j,
				  j + 1 < table->column_count &&
						  table->columns[j + 1].edit
					  ? gettext("to be edited here")
					  : gettext("edit here"),
				  format, NULL);
	}
}

/* --- lists to choose from ------------------------------------------------ */

static const struct style plain = {.number = "@"};

static void
name_range(struct work *work, const char *name, int column, uint32_t n)
{
	const struct tab tab = {.page = work->lists, .first = 1, .last = n};
	struct buf formula = {0};

	buf_putc(&formula, '=');
	formula_column(&formula, &tab, column);
	book_name(work->book, name, formula.p);
	buf_free(&formula);
}

static void
write_list(struct work *work, int list, int column)
{
	int n = choices[list].n;

	cell_put(work->lists, 0, column, choices[list].name, &plain);
	for (int i = 0; i < n; i++)
		cell_put(work->lists, (uint32_t)i + 1, column,
			 plain_word(choices[list].words[i]), &plain);
	name_range(work, list_name(work, list), column, (uint32_t)n);
}

/* the people to choose owners from */
static void
write_people(struct work *work, int column)
{
	const struct map *people = &work->review->plan->people;

	cell_put(work->lists, 0, column, "people", &plain);
	for (uint32_t i = 0; i < people->n; i++)
		cell_put(work->lists, i + 1, column,
			 object_name(people->items[i]), &plain);
	name_range(work, PEOPLE, column, people->n);
}

void
lists_write(struct work *work)
{
	int column = 0;

	for (int i = 0; i < CHOICE_COUNT; i++)
		if (work->listed[i])
			write_list(work, i, column++);
	if (work->review->plan->people.n)
		write_people(work, column);
	page_hide(work->lists);
}
