/* message.h - whole messages with named arguments, translated when shown */
#ifndef CES_MESSAGE_H
#define CES_MESSAGE_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#include "ces/arena.h"
#include "ces/date.h"
#include "ces/language.h"

enum arg_kind {
	ARG_NONE,
	ARG_TEXT,    /* the user's text, shown as it is */
	ARG_WORD,    /* a message id, translated when shown */
	ARG_NUMBER,  /* 4.6 */
	ARG_TYPED,   /* the same as it is to be written in a plan */
	ARG_COUNT,   /* 12,400 */
	ARG_PERCENT, /* 86.2 % */
	ARG_MONEY,   /* in the currency of the text */
	ARG_DATE,
	ARG_LIST /* several of the user's texts: a, b and c */
};

/* how the texts of a list are joined */
enum list_join {
	LIST_AND,    /* a, b and c */
	LIST_OR,     /* a, b or c */
	LIST_COMMAS, /* a, b, c */
	LIST_QUOTED = 4, /* and each in quotes: 'a', 'b' */
	LIST_CUT = 8	 /* and there are more: a, b, ... */
};

struct text_list {
	const char *const *texts;
	size_t n;
	int join; /* enum list_join */
};

/* texts to be listed, under construction; in the arena */
struct texts {
	const char **items;
	size_t n;
};

void texts_append(struct arena *arena, struct texts *texts, const char *text);

struct arg {
	const char *name;
	enum arg_kind kind;
	const char *text;
	double number;
	struct date date;
	struct text_list list;
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
#define TYPED_ARG(n, v) {.name = (n), .kind = ARG_TYPED, .number = (v)}
#define COUNT_ARG(n, v) {.name = (n), .kind = ARG_COUNT, .number = (v)}
#define PERCENT_ARG(n, v) {.name = (n), .kind = ARG_PERCENT, .number = (v)}
#define MONEY_ARG(n, code, v) \
	{.name = (n), .kind = ARG_MONEY, .text = (code), .number = (v)}
#define DATE_ARG(n, v) {.name = (n), .kind = ARG_DATE, .date = (v)}
#define TEXTS_ARG(called, t, how) LIST_ARG(called, (t).items, (t).n, how)
#define LIST_ARG(n, t, size, how) \
	{.name = (n), .kind = ARG_LIST, .list = {(t), (size), (how)}}

/* a list of arguments: ARGS(TEXT_ARG("id", id)), or NO_ARGS */
#define ARGS(...)                                                       \
	(const struct arg[]){__VA_ARGS__},                              \
		sizeof((const struct arg[]){__VA_ARGS__}) /             \
			sizeof(struct arg)
#define NO_ARGS NULL, 0

/*
 * Appends the message in that language with {name} replaced for each argument;
 * other braces stay, as in YAML. {name:을/를} is the Korean particle that goes
 * with the argument: the first behind a consonant, the second behind a vowel.
 */
void message_fill(struct buf *buf, const struct language *language,
		  const char *message, const struct arg *args,
		  size_t arg_count);
/* The same of one thing or of many, whose number is the argument {n}. */
void message_count(struct buf *buf, const struct language *language,
		   const char *one, const char *many, double n,
		   const struct arg *args, size_t arg_count);
/* the first as a text of the arena's */
const char *message_text(struct arena *arena, const struct language *language,
			 const char *message, const struct arg *args,
			 size_t arg_count);

/* append what arguments of these kinds are shown as */
void date_show(struct buf *buf, const struct language *language,
	       struct date date);
/* "30s", in the words of a language that has its own */
void duration_show(struct buf *buf, const struct language *language,
		   struct duration duration);
void period_show(struct buf *buf, const struct language *language,
		 struct period period);
void number_show(struct buf *buf, const struct language *language,
		 double number);
void percent_show(struct buf *buf, const struct language *language,
		  double percent);
void list_show(struct buf *buf, const struct language *language,
	       const struct text_list *list);
/* with marks between thousands, and so many decimals or none: 12,400.0 */
void amount_show(struct buf *buf, const struct language *language,
		 double number, int decimals);

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

/* "January", "Jan" of 1 */
const char *month_name(const struct language *language, int month);
const char *month_short(const struct language *language, int month);

/* "£" of "GBP"; the code of a currency without a well-known sign */
const char *money_sign(const char *code);
/* the code as files have it; the sign in words */
const char *money_shown(const struct language *language, const char *code);

/* message id of what an error number means; rare ones in the system's words */
const char *error_text(int error);

#endif
