/* entry.c - choices and limits of what is entered, by the library */
#include "entry.h"

#include "book_inside.h"

enum { TITLE_MOST = 32, MESSAGE_MOST = 255 };

/* days as a spreadsheet counts them: 1 March 1900 to 31 December 9999 */
enum { FIRST_DAY = 61, LAST_DAY = 2958465 };

/* the library takes text that it doesn't change as if it would */
static char *
text_of(const struct buf *buf)
{
	return (char *)(uintptr_t)buf_text(buf);
}

static void
set_list(lxw_data_validation *rule, enum entry_kind kind,
	 const struct buf *range)
{
	rule->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
	rule->value_formula = text_of(range);
	if (kind == ENTRY_NAMES)
		rule->error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
}

static void
set_between(lxw_data_validation *rule, uint8_t type, double least, double most)
{
	rule->validate = type;
	rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
	rule->minimum_number = least;
	rule->maximum_number = most;
}

static void
set_kind(lxw_data_validation *rule, enum entry_kind kind,
	 const struct buf *range)
{
	switch (kind) {
	case ENTRY_ANY:
		rule->validate = LXW_VALIDATION_TYPE_ANY;
		break;
	case ENTRY_LIST:
	case ENTRY_NAMES:
		set_list(rule, kind, range);
		break;
	case ENTRY_DATE:
		set_between(rule, LXW_VALIDATION_TYPE_DATE_NUMBER, FIRST_DAY,
			    LAST_DAY);
		break;
	case ENTRY_SHARE:
		set_between(rule, LXW_VALIDATION_TYPE_DECIMAL, 0, 1);
		break;
	case ENTRY_CHANGE:
		set_between(rule, LXW_VALIDATION_TYPE_DECIMAL, -1, 1000);
		break;
	case ENTRY_NUMBER:
		set_between(rule, LXW_VALIDATION_TYPE_DECIMAL, -1e15, 1e15);
		break;
	case ENTRY_COUNT:
		set_between(rule, LXW_VALIDATION_TYPE_INTEGER, 0, 1e15);
		break;
	}
}

static void
fit(struct page *page, struct buf *buf, const char *text, size_t most)
{
	if (text)
		clean_cut(buf, clean_line(&page->book->clean, text), most);
}

void
page_entry(struct page *page, struct area area, const struct entry *entry)
{
	struct buf range = {0}, title = {0}, message = {0}, error = {0};
	lxw_data_validation rule = {.error_type =
					    LXW_VALIDATION_ERROR_TYPE_STOP};

	if (entry->range)
		buf_printf(&range, "=%s", entry->range);
	fit(page, &title, entry->title, TITLE_MOST);
	fit(page, &message, entry->message, MESSAGE_MOST);
	fit(page, &error, entry->error, MESSAGE_MOST);
	set_kind(&rule, entry->kind, &range);
	rule.input_title = rule.error_title = text_of(&title);
	rule.input_message = text_of(&message);
	if (entry->kind != ENTRY_ANY)
		rule.error_message = text_of(&error);
	book_check(page->book,
		   worksheet_data_validation_range(
			   page->sheet, area.first_row,
			   (lxw_col_t)area.first_column, area.last_row,
			   (lxw_col_t)area.last_column, &rule));
	buf_free(&range);
	buf_free(&title);
	buf_free(&message);
	buf_free(&error);
}
