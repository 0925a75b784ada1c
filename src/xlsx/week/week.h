/* week.h - the page of the week: hours of segments against those of channels */
#ifndef CES_WORKBOOK_WEEK_H
#define CES_WORKBOOK_WEEK_H

#include "xlsx/expr/work.h"

enum { WEEK_GRIDS = 6, HALF_HOUR = 30, DAY_HALVES = 48 };

/* pairs of segment and channel; only channels of today, hours known */
struct week_choice {
	const struct coverage *shown[WEEK_GRIDS];
	size_t n;
	size_t short_of; /* how many pairs want more than is open */
	size_t covered, unknown;
	size_t excepted; /* covered, but for single days */
	struct channel_cover {
		const struct channel *channel;
		size_t covered, all; /* segments */
	} * channels;		     /* preferred by any segment */
	size_t channel_count;
};

/*
 * Ranks pairs by the customers' loss: revenue of the segment x preference x
 * share of the wanted hours that are closed. Without any loss, chooses the two
 * heaviest; one of these also fills the last sheet of paper.
 */
void week_choose(struct week_choice *choice, const struct review *review,
		 struct arena *arena);

/* wanted and closed minutes of a day */
struct week_day {
	unsigned wanted, common;
	unsigned late, early; /* closed before the first and after the last
				 minute that is wanted and open */
	unsigned between;     /* closed in the middle, or all day */
};

struct week_day week_day_gap(const struct week_pair *pair, int day);
/* 0 neither, 1 wanted and closed, 2 open and not asked for, 3 both; a half
 * hour is open when all of it that is wanted is */
int week_half(const struct week_pair *pair, int day, int half);
/* do all spans begin and end with a half hour */
bool week_exact(const struct week_pair *pair, int day);

/* "Phone closes an hour too early for members, ..." */
const char *week_message(struct arena *arena, const struct review *review,
			 const struct week_choice *choice);
/* for how many segments: "Live chat 3 of 3, Phone 2 of 5" */
const char *week_covered(struct arena *arena, const struct language *language,
			 const struct week_choice *choice);

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
