/* say.c - sentences that follow their figures: singular, plural, none, all */
#include "say.h"

#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/question.h"
#include "ces/message.h"

/* --- figures ------------------------------------------------------------- */

struct figure
say_keep(struct front *front, const char *name, struct figure figure)
{
	const struct style style = {.number = "0.######"};
	struct lxw_format *format = book_style(front->work->book, &style);
	struct page *page = front->work->figures;
	struct figure kept = {.value = figure.value, .text = figure.text};
	uint32_t row = front->kept++;
	struct buf formula = {0};

	buf_printf(&formula, "=%s", buf_text(&figure.formula));
	cell_text(page, row, 0, name, format, NULL);
	cell_formula(page, row, 1, formula.p, figure.value, format);
	page_ref(&kept.formula, page);
	buf_printf(&kept.formula, "$B$%u", row + 1);
	buf_free(&formula);
	buf_free(&figure.formula);
	return kept;
}

struct figure
say_figure(const char *formula, double value)
{
	struct figure figure = {.value = value};

	buf_puts(&figure.formula, formula);
	buf_printf(&figure.text, "%.0f", value);
	return figure;
}

struct figure
say_sum(struct figure a, struct figure b)
{
	struct figure sum = {.value = a.value + b.value};

	buf_printf(&sum.formula, "%s+%s", buf_text(&a.formula),
		   buf_text(&b.formula));
	buf_printf(&sum.text, "%.0f", sum.value);
	figure_free(&a, 1);
	figure_free(&b, 1);
	return sum;
}

/* --- words --------------------------------------------------------------- */

/* a piece lives in the arena: its figure may go before the sentence is made */
static struct piece
piece_of(struct front *front, const char *name, struct buf *formula,
	 struct buf *text)
{
	struct arena *arena = front->work->arena;

	return (struct piece){name, arena_take(arena, formula),
			      arena_take(arena, text)};
}

static struct piece
count_piece(struct front *front, const char *name, const struct figure *figure,
	    bool first)
{
	struct buf formula = {0}, text = {0};
	const char *f = buf_text(&figure->formula);

	buf_printf(&formula, "IF(%s>%d,FIXED(%s,0),CHOOSE(%s+1", f, COUNT_WORDS,
		   f, f);
	for (int i = 0; i <= COUNT_WORDS; i++) {
		buf_putc(&formula, ',');
		formula_quote(&formula, count_word((size_t)i, first));
	}
	buf_puts(&formula, "))");
	if (figure->value > COUNT_WORDS)
		figure_digits(&text, figure->value);
	else
		buf_puts(&text, count_word((size_t)figure->value, first));
	return piece_of(front, name, &formula, &text);
}

struct piece
say_count(struct front *front, const char *name, const struct figure *figure)
{
	return count_piece(front, name, figure, false);
}

struct piece
say_count_first(struct front *front, const char *name,
		const struct figure *figure)
{
	return count_piece(front, name, figure, true);
}

const char *
say_number(struct front *front, double number, bool first)
{
	struct buf text = {0};

	if (number <= COUNT_WORDS)
		return count_word((size_t)number, first);
	figure_digits(&text, number);
	return arena_take(front->work->arena, &text);
}

struct piece
say_money(struct front *front, const char *name, const struct figure *figure)
{
	struct buf formula = {0}, text = {0};

	formula_quote(&formula, front_currency(front));
	buf_printf(&formula, "&FIXED(%s,0)", buf_text(&figure->formula));
	buf_puts(&text, front_currency(front));
	figure_digits(&text, figure->value);
	return piece_of(front, name, &formula, &text);
}

static struct piece
day_piece(struct front *front, const char *name, const struct figure *serial,
	  const char *(*month_of)(int))
{
	struct arena *arena = front->work->arena;
	const char *f = buf_text(&serial->formula);
	struct date date = date_from_serial(serial->value);
	const char *called = date.year ? month_of(date.month) : "";
	struct buf formula = {0}, text = {0}, month = {0};

	buf_printf(&month, "CHOOSE(MONTH(%s)", f);
	for (int i = 1; i <= 12; i++) {
		buf_putc(&month, ',');
		formula_quote(&month, month_of(i));
	}
	buf_putc(&month, ')');
	const struct piece pieces[] = {
		{"day", arena_format(arena, "DAY(%s)", f),
		 arena_format(arena, "%d", date.day)},
		{"month", month.p, called},
		{"year", arena_format(arena, "YEAR(%s)", f),
		 arena_format(arena, "%d", date.year)},
	};
	const struct variant variants[] = {
		{arena_format(arena, "YEAR(%s)=YEAR(as_of)", f),
		 date.year == front->work->review->view->as_of.year,
		 gettext("{day} {month}")},
		{NULL, true, gettext("{day} {month} {year}")},
	};

	say_either(&formula, &text, variants, 2, pieces, 3);
	buf_free(&month);
	return piece_of(front, name, &formula, &text);
}

struct piece
say_day(struct front *front, const char *name, const struct figure *serial)
{
	return day_piece(front, name, serial, month_name);
}

struct piece
say_day_short(struct front *front, const char *name,
	      const struct figure *serial)
{
	return day_piece(front, name, serial, month_short);
}

/* --- sentences ----------------------------------------------------------- */

const char *
say_when(struct front *front, const struct figure *figure, const char *test)
{
	return arena_format(front->work->arena, "%s%s",
			    buf_text(&figure->formula), test);
}

void
say_either(struct buf *formula, struct buf *text,
	   const struct variant *variants, size_t n, const struct piece *pieces,
	   size_t piece_count)
{
	bool told = false;

	if (formula->n)
		buf_putc(formula, '&');
	for (size_t i = 0; i < n; i++) {
		struct buf part = {0}, words_of = {0};

		sentence_add(&part, &words_of, variants[i].message, pieces,
			     piece_count);
		if (variants[i].when)
			buf_printf(formula, "IF(%s,", variants[i].when);
		buf_puts(formula, part.n ? part.p : "\"\"");
		if (variants[i].when)
			buf_putc(formula, ',');
		if (!told && (variants[i].holds || !variants[i].when)) {
			buf_puts(text, buf_text(&words_of));
			told = true;
		}
		buf_free(&part);
		buf_free(&words_of);
	}
	for (size_t i = 0; i < n; i++)
		if (variants[i].when)
			buf_putc(formula, ')');
}

/*
 * The link stays with the cell when a formula is put into it; and some readers
 * paint links in a color of their own where there is none. So what is text
 * alone, and none of the user's, becomes a formula as well.
 */
void
say_title(struct front *front, uint32_t row, int column, const struct tab *tab,
	  struct buf *formula, struct buf *text)
{
	const struct style style = {
		.size = 120, .bold = 1, .color = ACCENT, .bottom = 1};

	if (!formula->n)
		formula_quote(formula, buf_text(text));
	cell_link(front->page, row, column, tab->page, buf_text(text),
		  book_style(front->work->book, &style));
	front_sentence(front, row, column, formula, text, &style);
	buf_free(formula);
	buf_free(text);
}

void
say_empty(struct front *front, uint32_t row, int column, int last,
	  const char *why, const char *section, int most)
{
	int i = section_find(section);
	struct buf line = {0};

	front_empty(front, row++, column, last, why);
	for (int k = 0; i >= 0 && k < most && k < 7 && sections[i].questions[k];
	     k++) {
		buf_clear(&line);
		buf_printf(&line, "·  %s", gettext(sections[i].questions[k]));
		front_empty(front, row++, column, last, line.p);
	}
	buf_free(&line);
}
