/* edit.c - cells that are changed in the meeting: lists, limits, messages */
#include "edit.h"

#include <libintl.h>

#include "ces/message.h"
#include "xlsx/book/entry.h"
#include "xlsx/expr/formula_text.h"

#define PEOPLE "list_people"

static const char *
message_of(const struct column *column)
{
	if (column->hint)
		return gettext(column->hint);
	return column->list >= 0 ? gettext("Choose from the list.")
				 : gettext("To be filled in or changed here.");
}

static bool
has_people(const struct work *work)
{
	return work->review->plan->people.n > 0;
}

static void
limit(const struct work *work, const struct column *column, struct entry *entry)
{
	switch (column->kind) {
	case COLUMN_DATE:
		entry->kind = ENTRY_DATE;
		entry->error = gettext("Please enter a date: day, month and "
				       "year.");
		break;
	case COLUMN_PERCENT:
		entry->kind = ENTRY_SHARE;
		entry->error = gettext("Please enter a percentage from 0% to "
				       "100%.");
		break;
	case COLUMN_CHANGE:
		entry->kind = ENTRY_CHANGE;
		entry->error = gettext("Please enter a change in percent, "
				       "-100% or more.");
		break;
	case COLUMN_COUNT:
		entry->kind = ENTRY_COUNT;
		entry->error = gettext("Please enter a whole number, 0 or "
				       "more.");
		break;
	case COLUMN_NUMBER:
	case COLUMN_MONEY:
		entry->kind = ENTRY_NUMBER;
		entry->error = gettext("Please enter a number.");
		break;
	default:
		if (!column->people || !has_people(work))
			break;
		entry->kind = ENTRY_NAMES;
		entry->range = PEOPLE;
		entry->error = gettext("The plan has no person of that name. "
				       "Keep it all the same?");
	}
}

void
edit_column(struct work *work, const struct tab *tab, size_t column,
	    const char *header)
{
	const struct column *about = &tab->table->columns[column];
	const struct area area = {tab->first, tab->last, (int)column,
				  (int)column};
	struct entry entry = {.title = header, .message = message_of(about)};

	if (about->list >= 0) {
		entry.kind = ENTRY_LIST;
		entry.range = list_name(work, about->list);
		entry.error = gettext("Please choose one of the words of the "
				      "list.");
	} else {
		limit(work, about, &entry);
	}
	page_entry(tab->page, area, &entry);
}

/* not a note of the library's: those are three more parts a sheet */
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

void
people_write(struct work *work, int column)
{
	const struct map *people = &work->review->plan->people;
	const struct style style = {.number = "@"};
	struct lxw_format *format = book_style(work->book, &style);
	struct tab tab = {.page = work->lists, .first = 1, .last = people->n};
	struct buf formula = {0};

	if (!has_people(work))
		return;
	cell_text(work->lists, 0, column, "people", format, NULL);
	for (uint32_t i = 0; i < people->n; i++)
		cell_text(work->lists, i + 1, column,
			  object_name(people->items[i]), format, NULL);
	buf_putc(&formula, '=');
	formula_column(&formula, &tab, column);
	book_name(work->book, PEOPLE, formula.p);
	buf_free(&formula);
}
