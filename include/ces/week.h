/* week.h - opening hours of a week */
#ifndef CES_WEEK_H
#define CES_WEEK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ces/arena.h"
#include "ces/buf.h"
#include "ces/language.h"

enum { DAY_MINUTES = 1440, WEEK_MINUTES = 10080 };

/* minutes of one day; end is after start, and past midnight in 22:00-06:00 */
struct day_span {
	uint16_t start, end; /* 0..1439, 1..2878 */
};

/* opening hours of one day: spans by start, which may touch, but not overlap */
struct day_hours {
	struct day_span *spans;
	uint32_t n;
	bool named; /* a rule names this day (for public holidays: PH) */
};

bool day_hours_equal(const struct day_hours *a, const struct day_hours *b);

/* Monday first; days[7] are the public holidays */
struct week {
	struct day_hours days[8];
	/* the first rule of which later ones leave no day, and the one that
	 * takes its last: bytes of the text, equal where there is none */
	size_t replaced, by;
};

enum week_problem {
	WEEK_OK,
	WEEK_EMPTY,        /* an empty text, or an empty rule between ';' */
	WEEK_DAY,          /* not Mo Tu We Th Fr Sa Su PH */
	WEEK_TIME,         /* not HH:MM */
	WEEK_HOUR,         /* begins at 24:00 or later, ends past 26:00, minute > 59 */
	WEEK_ZERO,         /* opens when it closes */
	WEEK_OVERLAP,      /* two spans of one day overlap within a rule */
	WEEK_SYNTAX        /* anything else outside the subset */
};

struct week_error {
	enum week_problem problem;
	size_t start, end; /* the offending part, bytes of the text */
};

/*
 * Reads the subset of the OpenStreetMap form that format.md of the manual
 * describes: "Mo-Fr 08:00-20:00; Sa 09:00-18:00; Su off", "24/7",
 * "22:00-02:00" for every day, lists of days and spans, PH, ranges that wrap
 * (Fr-Mo), ends up to 26:00; a later rule replaces an earlier one for the days
 * it names. "closed" is taken for "off". A span whose end is before its start
 * ends on the next day. Spans live in the arena.
 * Returns false and fills *error when it cannot be read.
 */
bool week_parse(const char *s, size_t n, struct arena *arena,
		struct week *week, struct week_error *error);

/* one day's spans alone: "08:00-22:00", "09:00-12:00,13:00-17:00", "closed" */
bool spans_parse(const char *s, size_t n, struct arena *arena,
		 struct day_hours *day, struct week_error *error);

/* The minutes of a standard week, Monday 00:00 first; no holidays in it. */
struct week_minutes {
	uint64_t bits[(WEEK_MINUTES + 63) / 64];
};

/* shift moves the hours by minutes, round the week (time zones) */
void week_fill(const struct week *week, int shift, struct week_minutes *out);
unsigned week_count(const struct week_minutes *minutes);
unsigned week_common(const struct week_minutes *a,
		     const struct week_minutes *b);
bool week_open_at(const struct week_minutes *minutes, unsigned minute);
/* how many minutes in a row from there, round the week and at most so many, are
 * open, or closed */
unsigned week_run(const struct week_minutes *minutes, unsigned minute,
		  bool open, unsigned most);

/*
 * The canonical text: "Mo-Fr 08:00-20:00; Sa 09:00-18:00". Closed weekdays are
 * left out, unless all are ("Mo-Su off").
 */
void week_write(struct buf *buf, const struct week *week);
/* appends a text like that with the days of the language: "Lu-Vi 08:00-20:00" */
void week_add(struct buf *buf, const struct language *language,
	      const char *text);
/* one day's: "09:00-12:00,13:00-17:00", or the word for closed */
void
spans_write(struct buf *buf, const struct day_hours *day, const char *closed);

#endif
