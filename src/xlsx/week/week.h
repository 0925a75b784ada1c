/* week.h - the page of the week: hours of segments against those of channels */
#ifndef CES_WORKBOOK_WEEK_H
#define CES_WORKBOOK_WEEK_H

#include "ces/week_gaps.h"
#include "xlsx/expr/work.h"

/* --- week_words.c --- */

const char *day_name(const struct language *language, int day);
/* "20–21, 22:30–23" */
const char *
closed_spans(const struct work *work, const struct week_pair *pair, int day);
/* the hours offered in that week, as plans write them */
const char *open_text(struct arena *arena, const struct language *language,
		      const struct week_pair *pair);

/* --- week_top.c --- */

enum { COL_DAY, COL_FIRST, COL_LAST = COL_FIRST + DAY_HALVES - 1 };
enum { COL_GAP = COL_LAST + 1, COL_WANTED, COL_OPEN, COL_COVERED, COL_CLOSED };
enum { HEAD_TITLE, HEAD_INTRO, HEAD_BACK, HEAD_COVERED, HEAD_MORE, HEAD_ROWS };
extern const int week_head_heights[HEAD_ROWS]; /* pixels */
/* pixels that a line may have; its least size in tenths of a point */
enum { LINE_WIDEST = 1240, LINE_LEAST = 80 };
extern const struct style week_line_style;

/* one line of the page, no longer than the page is wide */
void week_line(struct work *work, uint32_t row, const char *text,
	       struct style style, int least);
/* the title, the links, and two lines about pairs without a grid */
void week_top_write(struct work *work, const struct week_choice *choice);

/* --- week_page.c --- */

void week_page_write(struct work *work);

#endif
