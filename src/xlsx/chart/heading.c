/* heading.c - what stands above a chart: its title, and a note */
#include "layout.h"

#include "xlsx/book/book.h"

/* columns at most, that a text is written across */
enum { HEADING_COLUMNS = 60 };
/* least sizes, in tenths of a point; points of a line of a note */
enum { TITLE_LEAST = 95, NOTE_LEAST = 84, NOTE_POINTS = 12 };

const char *
drawing_text(struct work *work, const struct drawing *drawing,
	     const char *message)
{
	return message_text(work->arena, work->language, message, drawing->args,
			    drawing->arg_count);
}

/* a text above a chart, or what follows its figures */
struct heading {
	const struct expr *sentence;
	const char *text;
	int column, width;
};

/* the columns of that width */
static struct area
heading_area(const struct layout *layout, const struct heading *heading,
	     uint32_t row)
{
	const struct page *page = layout->tab->page;
	struct area area = {row, row, heading->column, heading->column};

	while (area.last_column < heading->column + HEADING_COLUMNS &&
	       page_across(page, heading->column, area.last_column + 1) <=
		       heading->width)
		area.last_column++;
	return area;
}

/* Makes it smaller rather than wider than its chart; then it takes more lines,
 * or is made to fit by the reader. Returns its lines. */
static unsigned
heading_write(const struct layout *layout, uint32_t row,
	      const struct heading *heading, struct style style, int least)
{
	const struct work *work = layout->work;
	struct page *page = layout->tab->page;
	double pixels = heading->width / work->letters;
	const char *text = heading->text;
	unsigned lines = 1;
	struct value value;

	if (heading->sentence) {
		value = expr_value(&layout->scope, heading->sentence, 0);
		text = value_text(&layout->scope, value);
	}
	style.size = text_size(text, pixels, &style, least);
	if (text_pixels(text, style.size, style.bold) > pixels) {
		style.shrink = style.bold;
		style.wrap = !style.bold;
		if (style.wrap)
			lines = text_lines(text, pixels, style.size);
		page_merge(page, heading_area(layout, heading, row),
			   book_style(work->book, &style));
	}
	if (heading->sentence)
		cell_expr(work, page, row, heading->column, heading->sentence,
			  0, book_style(work->book, &style));
	else
		cell_put(page, row, heading->column, text, &style);
	return lines;
}

struct chart_box
drawing_begin(struct layout *layout, const struct drawing *drawing)
{
	static const struct style bold = {
		.size = 130, .bold = 1, .color = ACCENT, .bottom = 1};
	static const struct style gray = {.size = 90, .color = SECOND};
	struct work *work = layout->work;
	const struct tab *tab = layout->tab;
	int column = drawing->column, x = 0;
	struct heading title, note;
	unsigned lines = 0;

	/* the column that begins there or behind, and is seen */
	while (column + 1 < (int)tab->table->column_count &&
	       (x < drawing->left || !tab->pixels[column]))
		x += tab->pixels[column++];
	title = (struct heading){.sentence = drawing->sentence,
				 .column = column,
				 .width = drawing->width ? drawing->width +
								   CHART_GAP / 2
							 : layout->width - x};
	note = title;
	note.sentence = drawing->note_sentence;
	if (!title.sentence)
		title.text = drawing_text(work, drawing, drawing->title);
	if (drawing->note)
		note.text = drawing_text(work, drawing, drawing->note);
	heading_write(layout, layout->row, &title, bold, TITLE_LEAST);
	page_row(tab->page, layout->row, TITLE_POINTS);
	if (note.sentence || note.text)
		lines = heading_write(layout, layout->row + 1, &note, gray,
				      NOTE_LEAST);
	if (lines > 1 && lines > layout->lines)
		page_row(tab->page, layout->row + 1,
			 (layout->lines = lines) * NOTE_POINTS);
	return (struct chart_box){.row = layout->row + 2,
				  .column = column,
				  .width = drawing->width ? drawing->width
							  : layout->width - x,
				  .height = drawing->height};
}
