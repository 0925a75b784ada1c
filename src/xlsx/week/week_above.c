/* week_above.c - over each grid of the week: title, wishes, key, heads */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/utf8.h"
#include "xlsx/expr/formula_text.h"
#include "week_inside.h"

enum { PILL = 12, LINE_WIDEST = 210 };

/* --- words above --------------------------------------------------------- */

/* the row of an item on its sheet; no such row: as many as there are */
static size_t
row_of(const struct tab *tab, const struct object *object)
{
	size_t row = object->index;

	if (row < tab->table->rows && tab->table->ids[row] &&
	    !strcmp(tab->table->ids[row], object->id))
		return row;
	return tab->table->rows;
}

/* the name as it stands on its sheet; false where it can't be found there */
static bool
name_formula(const struct grid *grid, struct buf *formula, enum table_id table,
	     const struct object *object)
{
	const struct tab *tab = work_tab(grid->work, table);
	size_t row = row_of(tab, object);

	if (row == tab->table->rows || !formula_can(tab, row) ||
	    strcmp(tab_text(tab, row, "name"), object_name(object)) != 0)
		return false;
	formula_lookup(formula, tab, "name", row);
	return true;
}

static void
hours_piece(const struct grid *grid, struct buf *formula, struct buf *text,
	    int column, unsigned minutes)
{
	buf_puts(formula, "ROUND(");
	formula_cell(formula, grid->row + AT_WEEK, column);
	buf_puts(formula, ",1)");
	buf_number(text, round(minutes / 6.0) / 10);
}

/* what is not all is never 100% */
static void
share_piece(const struct grid *grid, struct buf *formula, struct buf *text)
{
	double share = (double)grid->common / grid->wanted;
	double percent = round(share * 100);
	struct buf cell = {0};

	formula_cell(&cell, grid->row + AT_WEEK, COL_COVERED);
	buf_printf(formula, "MIN(IF(%s<1,99,100),ROUND(%s*100,0))&\"%%\"",
		   cell.p, cell.p);
	if (share < 1 && percent > 99)
		percent = 99;
	buf_printf(text, "%.0f%%", percent);
	buf_free(&cell);
}

enum { SEGMENT, CHANNEL, COMMON, WANTED, SHARE, PIECES };

/* both titles, for the grid may be changed: all of the hours, or so many */
static void
fill_title(const struct grid *grid, const struct piece *pieces,
	   struct buf *formula, struct buf *text)
{
	struct buf part = {0}, part_text = {0};

	buf_puts(formula, "=IF(");
	formula_cell(formula, grid->row + AT_WEEK, COL_COVERED);
	buf_puts(formula, "=1,");
	sentence_add(&part, text,
		     gettext("{segment}: {channel} is open for all of the "
			     "{wanted} hours they want"),
		     pieces, PIECES);
	buf_printf(formula, "%s,", part.p);
	buf_clear(&part);
	sentence_add(&part, &part_text,
		     gettext("{segment}: {channel} is open for {common} of the "
			     "{wanted} hours they want, {share}"),
		     pieces, PIECES);
	buf_printf(formula, "%s)", part.p);
	if (grid->common < grid->wanted) {
		buf_clear(text);
		buf_puts(text, part_text.p);
	}
	buf_free(&part);
	buf_free(&part_text);
}

static void
put_title(const struct grid *grid, const struct piece *pieces, bool live)
{
	const struct style style = {
		.size = 130, .bold = 1, .color = ACCENT, .bottom = 1};
	struct buf formula = {0}, text = {0};

	fill_title(grid, pieces, &formula, &text);
	if (live)
		cell_formula_text(grid->page, grid->row + AT_TITLE, COL_DAY,
				  formula.p, text.p, grid_look(grid, &style));
	else
		cell_text(grid->page, grid->row + AT_TITLE, COL_DAY, text.p,
			  grid_look(grid, &style), NULL);
	buf_free(&formula);
	buf_free(&text);
}

static void
write_title(const struct grid *grid)
{
	static const char *const names[PIECES] = {"segment", "channel",
						  "common", "wanted", "share"};
	const struct object *segment = &grid->coverage->segment->object;
	const struct object *channel = &grid->coverage->channel->object;
	struct buf f[PIECES] = {{0}}, t[PIECES] = {{0}};
	struct piece pieces[PIECES];
	bool live = name_formula(grid, &f[SEGMENT], TABLE_segments, segment) &&
		    name_formula(grid, &f[CHANNEL], TABLE_channels, channel);

	buf_puts(&t[SEGMENT], object_name(segment));
	buf_puts(&t[CHANNEL], object_name(channel));
	hours_piece(grid, &f[COMMON], &t[COMMON], COL_OPEN, grid->common);
	hours_piece(grid, &f[WANTED], &t[WANTED], COL_WANTED, grid->wanted);
	share_piece(grid, &f[SHARE], &t[SHARE]);
	for (int i = 0; i < PIECES; i++)
		pieces[i] = (struct piece){names[i], buf_text(&f[i]),
					   buf_text(&t[i])};
	put_title(grid, pieces, live);
	for (int i = 0; i < PIECES; i++) {
		buf_free(&f[i]);
		buf_free(&t[i]);
	}
}

void
week_line(struct work *work, uint32_t row, const struct buf *text)
{
	const struct style style = {.number = "@"};
	struct buf fit = {0};

	utf8_shorten(&fit, buf_text(text), LINE_WIDEST);
	cell_text(work->week, row, COL_DAY, buf_text(&fit),
		  book_style(work->book, &style), NULL);
	buf_free(&fit);
}

static void
add_fact(struct buf *buf, const char *message, const char *text)
{
	if (!text || !*text)
		return;
	buf_puts(buf, buf->n ? ". " : "");
	message_fill(buf, gettext(message), ARGS(TEXT_ARG("text", text)));
}

static const char *
text_on(const struct grid *grid, enum table_id table,
	const struct object *object, const char *column)
{
	const struct tab *tab = work_tab(grid->work, table);
	size_t row = row_of(tab, object);

	return row < tab->table->rows ? tab_text(tab, row, column) : "";
}

static void
write_intro(const struct grid *grid)
{
	const struct coverage *at = grid->coverage;
	const struct segment *segment = at->segment;
	const struct tier *tier =
		grid->work->review->view->segments[segment->object.index].tier;
	struct buf text = {0}, share = {0};

	buf_number(&share, round(at->preference));
	add_fact(&text, N_("Wanted: {text}"),
		 text_on(grid, TABLE_segments, &segment->object,
			 "preferred_hours"));
	add_fact(&text, N_("Open: {text}"),
		 text_on(grid, TABLE_hours, &at->hours->object, "weekly"));
	add_fact(&text, N_("{text}% of them like it best"), share.p);
	if (!grid->exact)
		add_fact(&text, "{text}",
			 gettext("A half hour shows as closed when any wanted "
				 "minute of it is"));
	if (tier)
		add_fact(&text, N_("Tier: {text}"), object_name(&tier->object));
	if (grid->common < grid->wanted)
		add_fact(&text, N_("Outside: {text}"),
			 text_on(grid, TABLE_hours, &at->hours->object,
				 "out_of_hours"));
	if (grid->pair.shifted)
		add_fact(&text,
			 grid->pair.summer
				 ? N_("Summer, in the time of {text}")
				 : N_("Winter, in the time of {text}"),
			 text_on(grid, TABLE_segments, &segment->object,
				 "timezone"));
	week_line(grid->work, grid->row + AT_INTRO, &text);
	buf_free(&text);
	buf_free(&share);
}

static void
write_pill(const struct grid *grid, int column, int fill, const char *text)
{
	const struct style style = {
		.fill = fill, .size = 90, .align = ALIGN_ACROSS};

	for (int i = 0; i < PILL; i++)
		if (i)
			cell_blank(grid->page, grid->row + AT_KEY, column + i,
				   grid_look(grid, &style));
		else
			cell_text(grid->page, grid->row + AT_KEY, column, text,
				  grid_look(grid, &style), NULL);
}

static void
write_key(const struct grid *grid)
{
	const struct style style = {.size = 90, .color = SECOND};

	write_pill(grid, COL_FIRST, OPEN_WANTED, gettext("open and wanted"));
	write_pill(grid, COL_FIRST + PILL + 1, RED,
		   gettext("× wanted, but closed"));
	write_pill(grid, COL_FIRST + 2 * (PILL + 1), OPEN_SPARE,
		   gettext("open, not asked for"));
	cell_text(grid->page, grid->row + AT_KEY, COL_FIRST + 3 * (PILL + 1),
		  gettext("white: neither"), grid_look(grid, &style), NULL);
}

static void
write_heads(const struct grid *grid)
{
	static const struct {
		int column;
		const char *text;
		int align;
	} heads[] = {{COL_WANTED, N_("Wanted, h"), ALIGN_RIGHT},
		     {COL_OPEN, N_("Open then, h"), ALIGN_RIGHT},
		     {COL_COVERED, N_("Covered"), ALIGN_RIGHT},
		     {COL_CLOSED, N_("Wanted, but closed"), ALIGN_LEFT}};
	struct style style = {.size = 90, .color = SECOND};
	struct buf clock = {0};

	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++) {
		style.align = heads[i].align;
		style.indent = heads[i].align == ALIGN_LEFT;
		cell_text(grid->page, grid->row + AT_HEADS, heads[i].column,
			  gettext(heads[i].text), grid_look(grid, &style),
			  NULL);
	}
	style.align = ALIGN_LEFT;
	style.indent = 0;
	style.left = RULE;
	for (int i = 0; i < DAY_HALVES; i += EACH_HEAD) {
		buf_clear(&clock);
		buf_printf(&clock, "%02d:00", i / 2);
		cell_text(grid->page, grid->row + AT_HEADS, COL_FIRST + i,
			  clock.p, grid_look(grid, &style), NULL);
	}
	buf_free(&clock);
}

void
grid_write_above(const struct grid *grid)
{
	write_title(grid);
	write_intro(grid);
	write_key(grid);
	write_heads(grid);
}
