/* review_matrix.c - the review page: the value-irritant matrix */
#include <libintl.h>

#include "ces/message.h"
#include "review_page.h"
#include "xlsx/chart/layout.h"

/* pixels; it begins below the key and ends with the events at the left */
enum { WIDTH = 424, HEIGHT = 253, KEY_HEIGHT = 18 };

void
review_matrix(const struct review_page *review)
{
	static const struct style key = {
		.size = 90, .color = SECOND, .bottom = -1};
	const struct chart_box box = {.row = ROW_REASONS + 1,
				      .column = COL_L,
				      .y = KEY_HEIGHT,
				      .width = WIDTH,
				      .height = HEIGHT};
	struct excerpt excerpt;

	excerpt_make(&excerpt, &review->scope, EXCERPT_MATRIX);
	review_title(review, ROW_REASONS, COL_L,
		     work_tab(review->work, excerpt.table->id)->page,
		     excerpt.title);
	if (excerpt.empty) {
		review_empty(review, ROW_REASONS + 1, COL_L, COL_R,
			     excerpt.empty, "", 0);
		return;
	}
	review_text(
		review, ROW_REASONS + 1, COL_L,
		gettext("Numbers as at the left. Size: contacts a year. Dark: "
			"failure demand"),
		WIDTH, &key);
	matrix_write(review->work, review->page, &box, EXCERPT_REASON_ROWS, 22);
}
