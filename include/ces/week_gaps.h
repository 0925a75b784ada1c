/* week_gaps.h - hours of segments against those of channels: the weeks to show,
 * in words */
#ifndef CES_WEEK_GAPS_H
#define CES_WEEK_GAPS_H

#include "ces/review.h"

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
	} *channels; /* preferred by any segment */
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

#endif
