/*
 * origin.c - hidden page about the origin of the workbook: the hash of its
 * plan, and the sheet of each table, so that edits can be brought back into
 * that plan.
 */
#include <string.h>

#include "ces/sha256.h"
#include "ces/message.h"
#include "sheet.h"

enum { KEY_WIDTH = 20, VALUE_WIDTH = 66 };

static void
put(struct work *work, uint32_t row, int column, const char *text, bool head)
{
	const struct style style = {.number = "@", .bold = head};

	cell_text(work->origin, row, column, text,
		  book_style(work->book, &style), NULL);
}

static const char *
file_name(const struct work *work)
{
	const char *name = strrchr(work->review->source.name, '/');

	return name ? name + 1 : work->review->source.name;
}

/* the words are keys for a program: never translated */
static uint32_t
write_facts(struct work *work)
{
	const struct source *source = &work->review->source;
	const struct plan *plan = work->review->plan;
	char hash[SHA256_TEXT];
	struct buf as_of = {0};
	uint32_t n = 0;

	sha256_hex(hash, source->bytes, source->n);
	date_write(&as_of, work->review->view->as_of);
	const char *const facts[][2] = {
		{"plan", file_name(work)},
		{"sha256", hash},
		{"format", arena_format(work->arena, "%.0f", plan->ces.n)},
		{"tool", "ces " CES_VERSION},
		{"as_of", buf_text(&as_of)},
		{"language", work->language},
	};

	for (; n < sizeof(facts) / sizeof(*facts); n++) {
		put(work, n, 0, facts[n][0], true);
		put(work, n, 1, facts[n][1], false);
	}
	buf_free(&as_of);
	return n;
}

void
origin_write(struct work *work)
{
	uint32_t row = write_facts(work) + 1;

	put(work, row, 0, "table", true);
	put(work, row, 1, "sheet", true);
	for (size_t i = 0; i < work->tables->n; i++) {
		put(work, ++row, 0, work->tabs[i].table->key, false);
		put(work, row, 1, page_name(work->tabs[i].page), false);
	}
	page_column(work->origin, 0, 0, KEY_WIDTH, false);
	page_column(work->origin, 1, 1, VALUE_WIDTH, false);
	page_hide(work->origin);
}
