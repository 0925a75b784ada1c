/* names.c - names of the matrix's markers, or their ranks where there is no
 * room
 */
#include "names.h"

#include <math.h>
#include <string.h>

#include "ces/language.h"
#include "ces/utf8.h"

/* points from which a digit, and two, fit in a marker */
enum { ROOMY = 10, DIGITS_ROOMY = 14 };
/* pixels of names, and of how many more there are */
enum { NAME_MOST = 260, NAME_SHORT = 110, MORE = 50 };

static const char *
name_of(const struct names *names, size_t i)
{
	size_t row = names->matrix.markers[i].row;
	const char *name = table_at(names->table, row, "name")->text;

	return name ? name : "";
}

static size_t
count_on(const struct matrix *matrix, size_t spot)
{
	size_t n = 0;

	for (size_t i = spot; i < matrix->n; i++)
		n += matrix->markers[i].spot == spot;
	return n;
}

const char *
names_spot(const struct names *names, size_t spot, double room)
{
	struct arena *arena = names->chart->arena;
	size_t n = count_on(&names->matrix, spot);
	const char *name = svg_fit(arena, name_of(names, spot), SVG_SMALL,
				   n > 1 ? room - MORE : room);

	if (n == 1)
		return name;
	return message_text(
		arena, names->chart->review->language, N_("{name} + {n} more"),
		ARGS(TEXT_ARG("name", name), COUNT_ARG("n", (double)n - 1)));
}

/* Breaks the name into two lines, as even as can be. */
static void
break_name(struct arena *arena, struct caption *caption, const char *name)
{
	size_t all = utf8_width(name, strlen(name));
	struct buf lines = {0};
	const char *first;
	char *text, *end;

	for (size_t width = all / 2 + 1; width <= all + 2; width++) {
		buf_clear(&lines);
		buf_wrap(&lines, name, width, 0, 0);
		first = strchr(buf_text(&lines), '\n');
		if (!first || !strchr(first + 1, '\n'))
			break;
	}
	text = arena_string(arena, buf_text(&lines));
	buf_free(&lines);
	end = strchr(text, '\n');
	*caption = (struct caption){.lines = {text}, .n = 1, .named = true};
	if (!end)
		return;
	*end = '\0';
	caption->lines[caption->n++] = end + 1;
}

/* false where it lies on something */
static bool
place_name(struct names *names, size_t i)
{
	struct marker *marker = &names->matrix.markers[i];
	const struct caption *caption = &names->captions[i];

	marker->width = NAME_GAP;
	for (int k = 0; k < caption->n; k++)
		marker->width =
			fmax(marker->width,
			     svg_room(caption->lines[k], SVG_SMALL) + NAME_GAP);
	marker->lines = caption->n;
	return !matrix_place(&names->matrix, i);
}

/* Writes the name where it lies on nothing: in a line, in two, or cut; else the
 * rank. */
static void
set_caption(struct names *names, size_t i)
{
	static const int rooms[] = {NAME_MOST, NAME_SHORT};
	struct arena *arena = names->chart->arena;
	struct marker *marker = &names->matrix.markers[i];
	struct caption *caption = &names->captions[i];
	const char *name, *rank;

	for (int k = 0; k < 2; k++) {
		name = names_spot(names, i, rooms[k]);
		*caption = (struct caption){
			.lines = {name}, .n = 1, .named = true};
		if (place_name(names, i))
			return;
		break_name(arena, caption, name);
		if (place_name(names, i))
			return;
	}
	rank = arena_format(arena, "%zu", marker->row + 1);
	*caption = (struct caption){.lines = {rank}, .n = 1};
	place_name(names, i);
	if (marker->size >= (strlen(rank) < 2 ? ROOMY : DIGITS_ROOMY))
		marker->side = SIDE_CENTER;
}

void
names_place(struct names *names)
{
	for (size_t i = 0; i < names->matrix.n; i++) {
		if (names->matrix.markers[i].spot != i)
			continue;
		set_caption(names, i);
		names->ranks += !names->captions[i].named;
	}
}

const char *
names_all(const struct names *names, size_t spot)
{
	const char *texts[MATRIX_MOST];
	struct text_list list = {texts, 0, LIST_COMMAS};
	struct buf text = {0};

	for (size_t i = spot; i < names->matrix.n; i++)
		if (names->matrix.markers[i].spot == spot)
			texts[list.n++] = name_of(names, i);
	list_show(&text, names->chart->review->language, &list);
	return arena_take(names->chart->arena, &text);
}
