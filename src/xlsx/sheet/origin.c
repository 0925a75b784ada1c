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

static const struct style plain = {.number = "@"};
static const struct style bold = {.number = "@", .bold = 1};

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
		{"plan", work_file(work)},
		{"sha256", hash},
		{"format", arena_format(work->arena, "%.0f", plan->ces.n)},
		{"tool", "ces " CES_VERSION},
		{"as_of", buf_text(&as_of)},
		{"language", work->language},
	};

	for (; n < sizeof(facts) / sizeof(*facts); n++) {
		cell_put(work->origin, n, 0, facts[n][0], &bold);
		cell_put(work->origin, n, 1, facts[n][1], &plain);
	}
	buf_free(&as_of);
	return n;
}

void
origin_write(struct work *work)
{
	uint32_t row = write_facts(work) + 1;

	cell_put(work->origin, row, 0, "table", &bold);
	cell_put(work->origin, row, 1, "sheet", &bold);
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
