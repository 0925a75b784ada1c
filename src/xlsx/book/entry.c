/* entry.c - choices and limits of what is entered, by the library */
#include "entry.h"

#include "book_inside.h"

enum { TITLE_MOST = 32, MESSAGE_MOST = 255 };

/* days as a spreadsheet counts them: 1 March 1900 to 31 December 9999 */
enum { FIRST_DAY = 61, LAST_DAY = 2958465 };

static const struct {
	uint8_t type;
	double least, most;
} limits[] = {
	[ENTRY_ANY] = {.type = LXW_VALIDATION_TYPE_ANY},
	[ENTRY_LIST] = {.type = LXW_VALIDATION_TYPE_LIST_FORMULA},
	[ENTRY_NAMES] = {.type = LXW_VALIDATION_TYPE_LIST_FORMULA},
	[ENTRY_DATE] = {LXW_VALIDATION_TYPE_DATE_NUMBER, FIRST_DAY, LAST_DAY},
	[ENTRY_SHARE] = {LXW_VALIDATION_TYPE_DECIMAL, 0, 1},
	[ENTRY_CHANGE] = {LXW_VALIDATION_TYPE_DECIMAL, -1, 1000},
	[ENTRY_NUMBER] = {LXW_VALIDATION_TYPE_DECIMAL, -1e15, 1e15},
	[ENTRY_COUNT] = {LXW_VALIDATION_TYPE_INTEGER, 0, 1e15},
};

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
	lxw_data_validation rule = {
		.validate = limits[entry->kind].type,
		.criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
		.minimum_number = limits[entry->kind].least,
		.maximum_number = limits[entry->kind].most,
		.error_type = entry->kind == ENTRY_NAMES
				      ? LXW_VALIDATION_ERROR_TYPE_WARNING
				      : LXW_VALIDATION_ERROR_TYPE_STOP};

	if (entry->range)
		buf_printf(&range, "=%s", entry->range);
	fit(page, &title, entry->title, TITLE_MOST);
	fit(page, &message, entry->message, MESSAGE_MOST);
	fit(page, &error, entry->error, MESSAGE_MOST);
	if (entry->range)
		rule.value_formula = library_text(buf_text(&range));
	rule.input_title = rule.error_title = library_text(buf_text(&title));
	rule.input_message = library_text(buf_text(&message));
	if (entry->kind != ENTRY_ANY)
		rule.error_message = library_text(buf_text(&error));
	book_check(page->book,
		   worksheet_data_validation_range(
			   page->sheet, area.first_row, col(area.first_column),
			   area.last_row, col(area.last_column), &rule));
	buf_free(&range);
	buf_free(&title);
	buf_free(&message);
	buf_free(&error);
}
