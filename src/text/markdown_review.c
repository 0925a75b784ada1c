/* markdown_review.c - the leaders' review: excerpts of the tables */
#include <math.h>

#include "ces/excerpt.h"
#include "markdown_parts.h"

static const char *
text_of(const struct expr_scope *scope, const struct expr *expr)
{
	return value_text(scope, expr_value(scope, expr, 0));
}

/* a value as the cells of tables hold it; expr NULL: none */
static struct cell
cell_of(const struct expr_scope *scope, const struct expr *expr,
	enum column_kind kind)
{
	struct value value = {.kind = VALUE_EMPTY};
	struct cell cell = {.number = NAN, .word = -1, .link = -1};

	if (expr)
		value = expr_value(scope, expr, 0);
	if (value.kind == VALUE_TEXT)
		cell.text = value.text;
	else if (value.kind == VALUE_NUMBER && kind == COLUMN_DATE)
		cell.date = date_from_serial(value.number);
	else if (value.kind == VALUE_NUMBER)
		cell.number = kind == COLUMN_PERCENT || kind == COLUMN_CHANGE
				      ? value.number * 100
				      : value.number;
	return cell;
}

/* --- rows of one table ------------------------------------------------ */

static void
add_row(struct buf *out, const struct expr_scope *scope,
	const struct excerpt *excerpt, size_t i)
{
	for (size_t k = 0; k < excerpt->column_count; k++) {
		const struct excerpt_column *column = &excerpt->columns[k];
		enum column_kind kind = excerpt_about(excerpt, column)->kind;
		const struct expr *expr =
			i < excerpt->n
				? excerpt_value(scope, excerpt, i, column)
				: excerpt_total(scope, excerpt, column);
		struct cell cell = cell_of(scope, expr, kind);

		buf_puts(out, "| ");
		markdown_cell(out, kind, &cell);
		buf_putc(out, ' ');
	}
	buf_puts(out, "|\n");
}

static void
add_rows(struct buf *out, const struct expr_scope *scope,
	 const struct excerpt *excerpt)
{
	struct markdown_head *heads = arena_alloc(
		scope->arena, excerpt->column_count * sizeof(*heads));

	for (size_t k = 0; k < excerpt->column_count; k++) {
		const struct excerpt_column *column = &excerpt->columns[k];

		heads[k] = (struct markdown_head){
			excerpt_header(scope, excerpt, column, ""),
			excerpt_about(excerpt, column)->kind};
	}
	markdown_heads(out, heads, excerpt->column_count);
	for (size_t i = 0; i < excerpt->n + excerpt->total; i++)
		add_row(out, scope, excerpt, i);
	buf_putc(out, '\n');
}

/* "✓ 2 done, ● 14 on track, ■ 1 overdue, 0 unowned" */
static void
add_counts(struct buf *out, const struct expr_scope *scope)
{
	struct action_count counts[ACTION_COUNTS];
	struct buf line = {0};

	action_counts_make(counts, scope);
	for (size_t i = 0; i < ACTION_COUNTS; i++)
		buf_printf(&line, "%s%s", i ? ", " : "",
			   text_of(scope, counts[i].text));
	markdown_paragraph(out, line.p);
	buf_free(&line);
}

static void
add_excerpt(struct buf *out, const struct expr_scope *scope, enum excerpt_id id)
{
	struct excerpt excerpt;

	excerpt_make(&excerpt, scope, id);
	markdown_title(out, "###", text_of(scope, excerpt.title));
	if (excerpt.empty) {
		markdown_paragraph(out, excerpt.empty);
		return;
	}
	if (id == EXCERPT_ACTIONS)
		add_counts(out, scope);
	add_rows(out, scope, &excerpt);
}

/* --- coverage --------------------------------------------------------- */

static void
add_grid_row(struct buf *out, const struct expr_scope *scope,
	     const struct coverage_grid *grid, size_t i)
{
	struct cell cell = {
		.text = arena_format(scope->arena, "%s%s",
				     object_name(&grid->segments[i]->object),
				     segment_is_high(grid->segments[i]) ? " ★"
									: "")};

	buf_puts(out, "| ");
	markdown_cell(out, COLUMN_TEXT, &cell);
	for (size_t k = 0; k < grid->channel_count; k++) {
		bool best = grid->best[i][k];

		cell = cell_of(scope, coverage_grid_value(scope, grid, i, k),
			       COLUMN_PERCENT);
		buf_puts(out, best ? " | **" : " | ");
		markdown_cell(out, COLUMN_PERCENT, &cell);
		buf_puts(out, best ? "**" : "");
	}
	buf_puts(out, " |\n");
}

static void
add_coverage(struct buf *out, const struct expr_scope *scope)
{
	struct markdown_head heads[1 + GRID_CHANNELS];
	struct coverage_grid grid;

	coverage_grid_make(&grid, scope);
	markdown_title(out, "###", text_of(scope, grid.title));
	if (grid.empty) {
		markdown_paragraph(out, grid.empty);
		return;
	}
	heads[0] = (struct markdown_head){grid.head, COLUMN_TEXT};
	for (size_t k = 0; k < grid.channel_count; k++)
		heads[k + 1] = (struct markdown_head){
			object_name(&grid.channels[k]->object), COLUMN_PERCENT};
	markdown_heads(out, heads, grid.channel_count + 1);
	for (size_t i = 0; i < grid.segment_count; i++)
		add_grid_row(out, scope, &grid, i);
	buf_putc(out, '\n');
	markdown_paragraph(out, grid.legend);
}

void
markdown_review(struct buf *out, const struct expr_scope *scope)
{
	markdown_paragraph(out, text_of(scope, position_expr(scope)));
	for (enum excerpt_id id = 0; id < EXCERPT_COUNT; id++) {
		if (id == EXCERPT_REASONS)
			add_coverage(out, scope);
		add_excerpt(out, scope, id);
	}
}
