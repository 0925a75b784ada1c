/* review_parts.c - the review page: parts that are no rows of one table */
#include <math.h>
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "review.h"
#include "xlsx/book/book.h"
#include "xlsx/chart/layout.h"

/* --- how many actions are done, on track, overdue, unowned --------------- */

/* Counts take their color only when there is something to count. */
void
review_counts(const struct review_page *review)
{
	static const int columns[ACTION_COUNTS + 1] = {COL_L, COL_M, COL_O,
						       COL_Q, COL_R + 1};
	struct style style = {.fill = HAIR, .align = ALIGN_ACROSS, .gap = 1};
	static const struct style rest = {.fill = HAIR, .align = ALIGN_ACROSS};
	const uint32_t row = ROW_DECISIONS + 1;
	struct action_count counts[ACTION_COUNTS];
	struct arena *arena = review->work->arena;

	if (!tables_get(review->work->tables, TABLE_actions)->rows)
		return;
	action_counts_make(counts, &review->scope);
	for (int i = 0; i < ACTION_COUNTS; i++) {
		const char *text = value_text(
			&review->scope,
			expr_value(&review->scope, counts[i].text, 0));
		int own = review_size(
			review, text,
			review_width(columns[i], columns[i + 1] - 1), &style,
			70);

		style.size = own;
	}
	for (int i = 0; i < ACTION_COUNTS; i++) {
		const struct area area = {row, row, columns[i],
					  columns[i + 1] - 1};
		const char *cell = cell_name(arena, row, columns[i],
					     ANCHOR_ROW | ANCHOR_COLUMN);

		cell_band(review->page, row, columns[i] + 1, area.last_column,
			  &rest);
		review_cell(review, row, columns[i], counts[i].text, &style);
		page_when(review->page, area,
			  arena_format(arena, "=LEFT(%s,1)=\"%s\"", cell,
				       symbols[counts[i].symbol].mark),
			  counts[i].symbol);
	}
}

/* --- names over narrow columns ------------------------------------------- */

static bool
is_joint(const char *word, size_t n)
{
	static const char *const joints[] = {"and", "or", "&", "+",  "/",
					     "y",   "o",  "e", "und"};

	for (size_t i = 0; i < sizeof(joints) / sizeof(*joints); i++)
		if (strlen(joints[i]) == n && !strncmp(word, joints[i], n))
			return true;
	return *word == '(';
}

static bool
line_fits(const struct buf *name, size_t line, double most, int size)
{
	return part_pixels(buf_text(name) + line, name->n - line, size,
			   false) <= most;
}

/*
 * Returns as many words of the name as fit in two lines over a narrow column.
 * Parts after a comma, a bracket or a word like "and" are left out first.
 */
static const char *
short_name(struct arena *arena, const char *full, double most, int size)
{
	struct buf name = {0};
	size_t line = 0; /* where the second line begins; 0: there is none */

	for (const char *word = full; *word;) {
		size_t n = strcspn(word, " "), before = name.n;
		size_t end = n && strchr(",;:", word[n - 1]) ? n - 1 : n;

		if (before && is_joint(word, n))
			break;
		buf_puts(&name, before ? " " : "");
		buf_add(&name, word, end);
		if (before && !line && !line_fits(&name, 0, most, size)) {
			name.p[before] = '\n';
			line = before + 1;
		}
		if (!line_fits(&name, line, most, size)) {
			name.n = before;
			name.p[before] = '\0';
			break;
		}
		if (end < n)
			break;
		word += n + strspn(word + n, " ");
	}
	/* one long word, or a script without spaces */
	if (!name.n)
		text_fit(&name, full, most, size, false);
	return arena_take(arena, &name);
}

/* --- are we open when customers want us ---------------------------------- */

/* pixels of a segment's name, of its star, of a channel's name, of a block */
enum { NAME_WIDTH = 119, STAR_WIDTH = 17, CHANNEL_WIDTH = 46 };
enum { BLOCK_WIDTH = 424, CHANNEL_COLUMN = 50, CLOSED_COLUMNS = 3 };

static int
name_room(const struct segment *segment)
{
	return NAME_WIDTH - (segment_is_high(segment) ? STAR_WIDTH : 0);
}

/* of all names: rather a bit smaller than cut */
static int
segments_size(const struct coverage_grid *grid)
{
	for (size_t i = 0; i < grid->segment_count; i++)
		if (text_pixels(object_name(&grid->segments[i]->object), 100,
				segment_is_high(grid->segments[i])) >
		    name_room(grid->segments[i]))
			return 90;
	return 100;
}

/* the names of channels over their columns; of those that would be cut to the
 * same words, what tells them apart */
static void
make_heads(const char **heads, const struct coverage_grid *grid,
	   struct arena *arena, int size)
{
	const char *names[GRID_CHANNELS];

	for (size_t i = 0; i < grid->channel_count; i++) {
		names[i] = object_name(&grid->channels[i]->object);
		heads[i] = short_name(arena, names[i], CHANNEL_WIDTH, size);
	}
	for (size_t i = 0; i < grid->channel_count; i++)
		for (size_t k = 0; k < grid->channel_count; k++)
			if (k != i && !strcmp(short_name(arena, names[k],
							 CHANNEL_WIDTH, size),
					      heads[i]))
				heads[i] = short_name(
					arena,
					names_rest(names, grid->channel_count,
						   i, 1),
					CHANNEL_WIDTH, size);
}

static void
write_heads(const struct review_page *review, const struct coverage_grid *grid)
{
	const char *heads[GRID_CHANNELS];
	const struct style band = {.size = 90,
				   .color = SECOND,
				   .line = RULE,
				   .bottom = 1,
				   .wrap = 1};
	struct style style = band;

	style.align = ALIGN_CENTER;
	make_heads(heads, grid, review->work->arena, style.size);
	cell_band(review->page, ROW_MEASURES + 1, COL_L, COL_R, &band);
	cell_put(review->page, ROW_MEASURES + 1, COL_L, grid->head, &band);
	review_head_room(review, ROW_MEASURES + 1, grid->head,
			 review_width(COL_L, COL_L));
	for (size_t i = 0; i < grid->channel_count; i++)
		cell_put(review->page, ROW_MEASURES + 1, COL_M + (int)i,
			 heads[i], &style);
}

static void
write_name(const struct review_page *review, const struct coverage_grid *grid,
	   size_t i, uint32_t row, int size)
{
	bool high = segment_is_high(grid->segments[i]);
	const struct style style = {.line = HAIR, .bold = high, .size = size};
	const char *names[GRID_SEGMENTS], *name;

	for (size_t k = 0; k < grid->segment_count; k++)
		names[k] = object_name(&grid->segments[k]->object);
	name = names_fit(review, names, grid->segment_count, i,
			 name_room(grid->segments[i]) + 5, &style);
	review_text(review, row, COL_L,
		    arena_format(review->work->arena, "%s%s", name,
				 high ? " ★" : ""),
		    NAME_WIDTH + STAR_WIDTH, &style);
}

static void
write_share(const struct review_page *review, const struct coverage_grid *grid,
	    uint32_t row, size_t segment, size_t channel)
{
	const struct expr *share =
		coverage_grid_value(&review->scope, grid, segment, channel);
	struct style style = {.line = HAIR, .align = ALIGN_CENTER};

	if (share->kind == EXPR_TEXT) {
		style.color = SECOND;
	} else {
		style.bold = grid->best[segment][channel];
		style.number =
			arena_format(review->work->arena,
				     "[<%.4g]\"■ \"0%%;[<%.4g]\"▲ \"0%%;0%%",
				     fmin(grid->worse, grid->enough[segment]),
				     grid->enough[segment]);
	}
	review_cell(review, row, COL_M + (int)channel, share, &style);
}

/* when the line is closed, where narrow columns leave room for it */
static void
write_closed(const struct review_page *review, const struct coverage_grid *grid,
	     uint32_t row, const char *text)
{
	static const struct style small = {.size = 90,
					   .color = SECOND,
					   .line = HAIR,
					   .indent = 1,
					   .align = ALIGN_LEFT};
	static const struct style head = {.size = 90,
					  .color = SECOND,
					  .line = RULE,
					  .bottom = 1,
					  .indent = 1,
					  .align = ALIGN_LEFT};
	size_t free = GRID_CHANNELS - grid->channel_count;

	if (free >= CLOSED_COLUMNS && text)
		review_text(review, row, COL_M + (int)grid->channel_count, text,
			    (int)free * CHANNEL_COLUMN,
			    row == ROW_MEASURES + 1 ? &head : &small);
}

void
review_coverage(const struct review_page *review)
{
	static const struct style line = {.line = HAIR};
	static const struct style key = {.size = 90, .color = SECOND};
	uint32_t row = ROW_MEASURES + 2;
	struct coverage_grid grid;
	struct area area = {.first_column = COL_M};
	int size;

	coverage_grid_make(&grid, &review->scope);
	review_title(review, ROW_MEASURES, COL_L, review->work->week,
		     grid.title);
	if (grid.empty) {
		review_empty(review, ROW_MEASURES + 1, COL_L, COL_R, grid.empty,
			     "", 0);
		return;
	}
	area.last_column = COL_M + (int)grid.channel_count - 1;
	size = segments_size(&grid);
	write_heads(review, &grid);
	write_closed(review, &grid, ROW_MEASURES + 1, grid.closed_head);
	for (size_t i = 0; i < grid.segment_count; i++, row++) {
		cell_band(review->page, row, COL_L, COL_R, &line);
		write_name(review, &grid, i, row, size);
		for (size_t k = 0; k < grid.channel_count; k++)
			write_share(review, &grid, row, i, k);
		write_closed(review, &grid, row, grid.closed[i]);
		area.first_row = area.last_row = row;
		page_below(review->page, area, grid.enough[i],
			   fmin(grid.worse, grid.enough[i]));
	}
	review_told(review, row++, COL_L, grid.key, BLOCK_WIDTH, &key);
	review_told(review, row, COL_L, grid.legend, BLOCK_WIDTH, &key);
}

/* --- value-irritant matrix ----------------------------------------------- */

void
review_matrix(const struct review_page *review)
{
	static const struct style key = {
		.size = 90, .color = SECOND, .bottom = -1};
	/* begins below the key and ends with the events at the left */
	const struct chart_box box = {.row = ROW_REASONS + 1,
				      .column = COL_L,
				      .y = 18,
				      .width = BLOCK_WIDTH,
				      .height = 253};
	struct excerpt excerpt;

	excerpt_make(&excerpt, &review->scope, EXCERPT_MATRIX);
	review_title(review, ROW_REASONS, COL_L,
		     work_tab(review->work, excerpt.table->id)->page,
		     excerpt.title);
	if (excerpt.empty) {
		review_empty(review, ROW_REASONS + 1, COL_L, COL_R,
			     excerpt.empty, "", 0);
		return;
	}
	review_told(
		review, ROW_REASONS + 1, COL_L,
		language_text(review->work->language,
			      "Numbers as at the left. Size: contacts. Dark: "
			      "failure"),
		BLOCK_WIDTH, &key);
	matrix_write(review->work, review->page, &box, EXCERPT_REASON_ROWS, 22);
}
