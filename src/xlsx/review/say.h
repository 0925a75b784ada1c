/* say.h - sentences that follow their figures: singular, plural, none, all */
#ifndef CES_WORKBOOK_SAY_H
#define CES_WORKBOOK_SAY_H

#include "front.h"

/*
 * A figure that several sentences tell is worked out once, on a hidden page
 * under a name of its own; the figure returned refers to it, and takes the
 * place of the one that was given. Pieces live as long as the workbook does.
 */
struct figure
say_keep(struct front *front, const char *name, struct figure figure);
/* a figure of a formula and what it results in */
struct figure say_figure(const char *formula, double value);
struct figure say_sum(struct figure a, struct figure b);

/* the figure in words, "none" .. "ten", then in digits; as digits; as money */
struct piece
say_count(struct front *front, const char *name, const struct figure *figure);
struct piece say_count_first(struct front *front, const char *name,
			     const struct figure *figure);
struct piece
say_money(struct front *front, const char *name, const struct figure *figure);
/* "31 July", with the year where it is not that of the as-of date */
struct piece
say_day(struct front *front, const char *name, const struct figure *serial);
/* "31 Jul" */
struct piece say_day_short(struct front *front, const char *name,
			   const struct figure *serial);
/* the number alone: the same, without formula */
const char *say_number(struct front *front, double number, bool first);

/* when: a formula that is true or false; the last variant has none */
struct variant {
	const char *when;
	bool holds;
	const char *message; /* translated; "" says nothing */
};

/* a condition of figures: ("{a}=0") */
const char *
say_when(struct front *front, const struct figure *figure, const char *test);

/* adds the one sentence that holds, and the formula that chooses it */
void say_either(struct buf *formula, struct buf *text,
		const struct variant *variants, size_t n,
		const struct piece *pieces, size_t piece_count);

/* a block's title of a sentence made so; formula empty: text of ours, none of
 * the user's */
void say_title(struct front *front, uint32_t row, int column,
	       const struct tab *tab, struct buf *formula, struct buf *text);

/* an empty block: why it is, and what the section asks */
void say_empty(struct front *front, uint32_t row, int column, int last,
	       const char *why, const char *section, int most);

#endif
