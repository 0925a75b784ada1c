/* message.h - whole messages with named arguments, translated when shown */
#ifndef CES_MESSAGE_H
#define CES_MESSAGE_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#include "ces/arena.h"
#include "ces/date.h"

/* marks a message id for translation where it can't be translated yet */
#ifndef N_
#define N_(text) text
#endif

enum arg_kind {
	ARG_NONE,
	ARG_TEXT,    /* the user's text, shown as it is */
	ARG_WORD,    /* a message id, translated when shown */
	ARG_NUMBER,  /* 4.6 */
	ARG_COUNT,   /* 12,400 */
	ARG_PERCENT, /* 86.2 % */
	ARG_MONEY,   /* in the currency of the text */
	ARG_DATE
};

struct arg {
	const char *name;
	enum arg_kind kind;
	const char *text;
	double number;
	struct date date;
	/* of an argument that names an item of the plan: its path, or what the
	 * file calls it where it has none; else NULL. Tells findings apart, so
	 * it is no figure, no day and nothing that is translated. */
	const char *item;
	const void *about; /* the item, for callers that know the model */
};

#define TEXT_ARG(n, v) {.name = (n), .kind = ARG_TEXT, .text = (v)}
#define ITEM_ARG(n, v, i) \
	{.name = (n), .kind = ARG_TEXT, .text = (v), .item = (i)}
#define WORD_ARG(n, v) {.name = (n), .kind = ARG_WORD, .text = (v)}
#define NUMBER_ARG(n, v) {.name = (n), .kind = ARG_NUMBER, .number = (v)}
#define COUNT_ARG(n, v) {.name = (n), .kind = ARG_COUNT, .number = (v)}
#define PERCENT_ARG(n, v) {.name = (n), .kind = ARG_PERCENT, .number = (v)}
#define MONEY_ARG(n, code, v) \
	{.name = (n), .kind = ARG_MONEY, .text = (code), .number = (v)}
#define DATE_ARG(n, v) {.name = (n), .kind = ARG_DATE, .date = (v)}

/* a list of arguments: ARGS(TEXT_ARG("id", id)), or NO_ARGS */
#define ARGS(...)                                                       \
	(const struct arg[]){__VA_ARGS__},                              \
		sizeof((const struct arg[]){__VA_ARGS__}) /             \
			sizeof(struct arg)
#define NO_ARGS NULL, 0

/* appends the translated message with {name} replaced for each argument; other
 * braces stay, as in YAML */
void message_fill(struct buf *buf, const char *translated,
		  const struct arg *args, size_t arg_count);
/* the same as a text of the arena's */
const char *message_text(struct arena *arena, const char *translated,
			 const struct arg *args, size_t arg_count);

/*
 * Dates and money are shown as files have them, "2026-08-03", "GBP 5,000"; once
 * this is on, as people write them: "3 Aug 2026", "£5,000".
 */
void message_in_words(bool on);
void date_show(struct buf *buf, struct date date);
void period_show(struct buf *buf, struct period period);

/* rounds as messages do: nothing may say that 90% is below 90% */
static inline double
as_shown(double percent)
{
	return round(percent * 10) / 10;
}

/* compare rounded percents; false where either is unknown */
static inline bool
is_above(double percent, double limit)
{
	return as_shown(percent) > as_shown(limit);
}

static inline bool
is_below(double percent, double limit)
{
	return as_shown(percent) < as_shown(limit);
}

/* translated: "January", "Jan" of 1 */
const char *month_name(int month);
const char *month_short(int month);

/* "£" of "GBP"; the code of a currency without a well-known sign */
const char *money_sign(const char *code);
/* the code as files have it; the sign in words */
const char *money_shown(const char *code);

/* Sets the user's language, from the environment; once, at the start. */
void language_set(void);

#endif
