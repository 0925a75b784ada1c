/* week_top.c - the page of the week above its grids */
#include "ces/language.h"
#include "ces/message.h"
#include "week.h"
#include "xlsx/book/book.h"
#include "xlsx/expr/work.h"

enum { TITLE_LEAST = 100 }; /* tenths of a point */

const int week_head_heights[HEAD_ROWS] = {36, 22, 24, 22, 22};

const struct style week_line_style = {.number = "@"};

void
week_line(struct work *work, uint32_t row, const char *text, struct style style,
	  int least)
{
	double most = LINE_WIDEST / work->letters;
	struct buf fit = {0};

	style.size = text_size(text, most, &style, least);
	text_fit(&fit, text, most, style.size, style.bold);
	cell_put(work->week, row, COL_DAY, buf_text(&fit), &style);
	buf_free(&fit);
}

void
week_top_write(struct work *work, const struct week_choice *choice)
{
	static const struct style title = {
		.size = 160, .bold = 1, .color = ACCENT};
	static const struct style gray = {.color = SECOND};
	static const struct style link = {.size = 90, .color = ACCENT};
	const struct tab *coverage = work_tab(work, TABLE_coverage);
	const char *shown = "", *unknown = "";

	for (uint32_t i = 0; i < HEAD_ROWS; i++)
		page_row(work->week, i, week_head_heights[i] * 0.75);
	week_line(work, HEAD_TITLE,
		  week_message(work->arena, work->review, choice), title,
		  TITLE_LEAST);
	week_line(work, HEAD_INTRO,
		  choice->n ? language_text(
				      work->language,
				      "Hours that customers want against those "
				      "that are open: a week in half hours, on "
				      "each segment's own clock. Where the "
				      "hours change, the worst.")
			    : coverage->table->empty,
		  gray, LINE_LEAST);
	cell_arrow(work->week, HEAD_BACK, 0, work->review_page, true, &link);
	cell_arrow(work->week, HEAD_BACK, COL_FIRST + 1, coverage->page, false,
		   &link);
	if (choice->covered)
		week_line(
			work, HEAD_COVERED,
			message_text(work->arena, work->language,
				     "Segments with all the hours "
				     "they want in a usual week: "
				     "{names}",
				     ARGS(TEXT_ARG("names",
						   week_covered(work->arena,
								work->language,
								choice)))),
			week_line_style, LINE_LEAST);
	if (choice->short_of > WEEK_GRIDS)
		shown = message_text(
			work->arena, work->language,
			N_("The {shown} where most is lost are shown of {all} "
			   "that lack hours."),
			ARGS(COUNT_ARG("shown", WEEK_GRIDS),
			     COUNT_ARG("all", (double)choice->short_of)));
	if (choice->unknown)
		unknown = message_text(
			work->arena, work->language,
			N_("Pairs of segment and channel without known hours: "
			   "{n}."),
			ARGS(COUNT_ARG("n", (double)choice->unknown)));
	if (*shown || *unknown)
		week_line(work, HEAD_MORE, work_join(work, shown, unknown),
			  week_line_style, LINE_LEAST);
}
