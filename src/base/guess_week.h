/* guess_week.h - the words of opening hours in five languages */
#ifndef CES_BASE_GUESS_WEEK_H
#define CES_BASE_GUESS_WEEK_H

#include "base/guess_text.h"

/* kinds of words; the value of a day is the set of its days, Monday bit 0 and
 * holidays bit 7, and of its tongue where that matters */
enum hours_words {
	WORDS_DAYS,   /* mon, weekdays, daily */
	WORDS_HOURS,  /* closed, 24/7: the values below */
	WORDS_TO,     /* between the ends of a range */
	WORDS_AND,    /* between items of a list */
	WORDS_FILL,   /* to be passed over */
	WORDS_HALF,   /* am and pm: the values below */
	WORDS_OCLOCK, /* behind an hour */
	WORDS_NAMED,  /* noon, midnight: hours of the day */
	WORDS_NEXT,   /* the day after */
	WORDS_COUNT
};

/* "do" ends the week of some, and "ma" begins that of others; a letter is a
 * day beside others of that tongue */
enum {
	DAYS_MASK = 0xff,
	GERMAN = 1 << 8,
	ROMANCE = 1 << 9,
	DUTCH = 1 << 10,
	LETTER = 1 << 11
};

enum { HOURS_CLOSED, HOURS_ALWAYS };
/* the last three don't begin or end at noon and midnight */
enum { HALF_NONE, HALF_AM, HALF_PM, HALF_MORNING, HALF_MIDDAY, HALF_NIGHT };
enum { OCLOCK, OCLOCK_MINUTES, OCLOCK_HALF };

enum { RULES = 24, SPANS = 12 };

/* in minutes of the day */
struct typed_span {
	int start, end;
};

struct typed_rule {
	unsigned days;
	struct typed_span spans[SPANS];
	size_t n; /* 0: closed */
};

struct reading {
	const char *at;
	bool day;     /* of a single day, in which ';' is but a comma */
	bool halves;  /* am or pm stands somewhere */
	int tongues;  /* of short names of days */
	bool romance; /* one of them is known to be of that */
	bool other;   /* take the less likely reading where there are two */
	bool doubt;   /* there were two */
	struct typed_rule rules[RULES];
	size_t n;
};

bool take_kind(struct reading *reading, enum hours_words kind);
void take_fillers(struct reading *reading);
/* adds a span to the rule; false, and nothing taken, where no time is next */
bool take_span(struct reading *reading, struct typed_rule *rule);

bool take_hours_word(const char **at, enum hours_words kind, int *value);

#endif
