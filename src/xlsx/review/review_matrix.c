/* review_matrix.c - the first page, right: the value-irritant matrix */
#include <libintl.h>
#include <math.h>

#include "ces/message.h"
#include "xlsx/chart/matrix.h"
#include "front.h"

/* pixels; it begins below the key and ends with the events at the left */
enum { WIDTH = 424, HEIGHT = 253, KEY_HEIGHT = 18 };

/* tells the share of contacts that neither side wants */
static void
write_title(struct front *front, const struct tab *tab)
{
	const char *word =
		plain_word(choices[CHOICE_disposition].words[ELIMINATE]);
	struct figure share = figure_share(tab, "volume", "quadrant", word);
	const struct piece piece = figure_piece("share", &share);

	if (share.value > 0)
		front_title(front, ROW_REASONS, COL_L, tab,
			    gettext("Neither we nor customers want {share} of "
				    "contacts"),
			    &piece, 1);
	else
		front_title(front, ROW_REASONS, COL_L, tab,
			    gettext("Where each reason belongs"), NULL, 0);
	figure_free(&share, 1);
}

void
front_matrix(struct front *front)
{
	const struct tab *tab = work_tab(front->work, TABLE_contact_reasons);
	const struct style key = {.size = 90, .color = SECOND, .bottom = -1};
	const struct matrix matrix = {.page = front->page,
				      .box = {.row = ROW_REASONS + 1,
					      .column = COL_L,
					      .y = KEY_HEIGHT,
					      .width = WIDTH,
					      .height = HEIGHT},
				      .numbered = MOST_REASONS,
				      .marker = 22};

	write_title(front, tab);
	if (!matrix_can(front->work)) {
		front_empty(front, ROW_REASONS + 1, COL_L, COL_R,
			    tab->table->rows
				    ? gettext("No reason tells yet what it is "
					      "worth to customers and to the "
					      "company.")
				    : tab->table->empty);
		return;
	}
	front_text(
		front, ROW_REASONS + 1, COL_L,
		gettext("Numbers as at the left. Size: contacts a year. Dark: "
			"failure demand"),
		WIDTH, &key);
	matrix_write(front->work, &matrix);
}
