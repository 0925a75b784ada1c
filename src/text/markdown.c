/* markdown.c - the plan as a Markdown document: a review, then every table */

#include <math.h>
#include <string.h>

#include "ces/excerpt.h"
#include "ces/language.h"
#include "ces/render.h"
#include "table/tables.h"
#include "text/shown.h"

/* --- cells, lines and headings -------------------------------------------- */

/* line ends of the text become <br>: in a table's cell there are no others */
static void
add_text(struct buf *out, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\n");
		struct buf line = {0};

		buf_add(&line, text, n);
		buf_markdown(out, buf_text(&line));
		buf_free(&line);
		text += n;
		if (!*text)
			break;
		text++;
		if (*text)
			buf_puts(out, "<br>");
	}
}

/* mark is "**", or "" */
static void
add_cell(struct buf *out, const struct language *language,
	 enum column_kind kind, const struct cell *cell, const char *mark)
{
	buf_printf(out, "| %s", mark);
	if (cell->text)
		add_text(out, cell->text);
	else
		cell_show(out, language, kind, cell);
	buf_printf(out, "%s ", mark);
}

/* the header of a column, which is aligned by the kind of its values */
struct head {
	const char *text;
	enum column_kind kind;
};

static void
add_heads(struct buf *out, const struct head *heads, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		buf_puts(out, "| ");
		buf_markdown(out, heads[i].text);
		buf_putc(out, ' ');
	}
	buf_puts(out, "|\n");
	for (size_t i = 0; i < n; i++)
		buf_puts(out, column_has_numbers(heads[i].kind) ? "| ---: "
								: "| --- ");
	buf_puts(out, "|\n");
}

static void
add_paragraph(struct buf *out, const char *text)
{
	buf_markdown(out, text);
	buf_puts(out, "\n\n");
}

/* mark is "##" and its like */
static void
add_title(struct buf *out, const char *mark, const char *title)
{
	buf_printf(out, "%s ", mark);
	add_paragraph(out, title);
}

/* --- the review: excerpts of the tables ----------------------------------- */

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
		struct cell cell = cell_valued(scope, expr, kind);

		add_cell(out, scope->review->language, kind, &cell, "");
	}
	buf_puts(out, "|\n");
}

/* "✓ 2 done, ● 14 on track, ■ 1 overdue, 0 unowned" */
static void
add_counts(struct buf *out, const struct expr_scope *scope)
{
	struct action_count counts[ACTION_COUNTS];
	struct buf line = {0};

	action_counts_make(counts, scope);
	for (size_t i = 0; i < ACTION_COUNTS; i++)
		name_add(&line, scope->review->language,
			 text_shown(scope, counts[i].text));
	add_paragraph(out, line.p);
	buf_free(&line);
}

static void
add_excerpt(struct buf *out, const struct expr_scope *scope, enum excerpt_id id)
{
	struct excerpt excerpt;
	struct head *heads;

	excerpt_make(&excerpt, scope, id);
	add_title(out, "###", text_shown(scope, excerpt.title));
	if (excerpt.empty) {
		add_paragraph(out, excerpt.empty);
		return;
	}
	if (id == EXCERPT_ACTIONS)
		add_counts(out, scope);
	heads = arena_alloc(scope->arena,
			    excerpt.column_count * sizeof(*heads));
	for (size_t k = 0; k < excerpt.column_count; k++) {
		const struct excerpt_column *column = &excerpt.columns[k];

		heads[k] = (struct head){
			excerpt_header(scope, &excerpt, column, 0),
			excerpt_about(&excerpt, column)->kind};
	}
	add_heads(out, heads, excerpt.column_count);
	for (size_t i = 0; i < excerpt.n + excerpt.total; i++)
		add_row(out, scope, &excerpt, i);
	buf_putc(out, '\n');
}

static void
add_grid_row(struct buf *out, const struct expr_scope *scope,
	     const struct coverage_grid *grid, size_t i)
{
	const struct segment *segment = grid->segments[i];
	struct cell cell = {
		.text = arena_format(scope->arena, "%s%s",
				     object_name(&segment->object),
				     segment_is_high(segment) ? " ★" : "")};

	add_cell(out, scope->review->language, COLUMN_TEXT, &cell, "");
	for (size_t k = 0; k < grid->channel_count; k++) {
		cell = cell_valued(scope,
				   coverage_grid_value(scope, grid, i, k),
				   COLUMN_PERCENT);
		add_cell(out, scope->review->language, COLUMN_PERCENT, &cell,
			 grid->best[i][k] ? "**" : "");
	}
	cell = (struct cell){
		.text = grid->closed[i], .number = NAN, .word = -1, .link = -1};
	add_cell(out, scope->review->language, COLUMN_TEXT, &cell, "");
	buf_puts(out, "|\n");
}

static void
add_coverage(struct buf *out, const struct expr_scope *scope)
{
	struct head heads[2 + GRID_CHANNELS];
	struct coverage_grid grid;

	coverage_grid_make(&grid, scope);
	add_title(out, "###", text_shown(scope, grid.title));
	if (grid.empty) {
		add_paragraph(out, grid.empty);
		return;
	}
	heads[0] = (struct head){grid.head, COLUMN_TEXT};
	for (size_t k = 0; k < grid.channel_count; k++)
		heads[k + 1] = (struct head){
			object_name(&grid.channels[k]->object), COLUMN_PERCENT};
	heads[grid.channel_count + 1] =
		(struct head){grid.closed_head, COLUMN_TEXT};
	add_heads(out, heads, grid.channel_count + 2);
	for (size_t i = 0; i < grid.segment_count; i++)
		add_grid_row(out, scope, &grid, i);
	buf_putc(out, '\n');
	add_paragraph(out, grid.legend);
}

/* --- tables --------------------------------------------------------------- */

/* title, introduction and every column with content */
static void
add_table(struct buf *out, const struct table *table, struct arena *arena)
{
	struct head *heads =
		arena_alloc(arena, table->column_count * sizeof(*heads));
	size_t *columns =
		arena_alloc(arena, table->column_count * sizeof(*columns));
	size_t n = 0;

	add_title(out, "##", table->title);
	if (!table->rows) {
		add_paragraph(out, table->empty);
		return;
	}
	if (table->intro)
		add_paragraph(out, table->intro);
	for (size_t i = 0; i < table->column_count; i++) {
		struct buf header = {0};

		if (table->columns[i].sheet_only ||
		    table_column_empty(table, i))
			continue;
		column_header(&header, table->language, &table->columns[i]);
		heads[n] = (struct head){arena_take(arena, &header),
					 table->columns[i].kind};
		columns[n++] = i;
	}
	add_heads(out, heads, n);
	for (size_t row = 0; row < table->rows; row++) {
		for (size_t i = 0; i < n; i++)
			add_cell(out, table->language, heads[i].kind,
				 table_cell(table, row, columns[i]), "");
		buf_puts(out, "|\n");
	}
	buf_putc(out, '\n');
}

/* --- the document --------------------------------------------------------- */

/* the label is a text that is shown */
static void
add_fact(struct buf *out, const struct language *language, const char *label,
	 const char *text)
{
	struct buf name = {0}, value = {0};

	if (!text || !*text)
		return;
	buf_markdown(&name, label);
	buf_markdown(&value, text);
	buf_puts(out, "- ");
	message_fill(out, language, N_("**{label}:** {text}"),
		     ARGS(TEXT_ARG("label", name.p),
			  TEXT_ARG("text", buf_text(&value))));
	buf_putc(out, '\n');
	buf_free(&name);
	buf_free(&value);
}

/* the user's own keys of what no table has a row for */
static void
add_own_facts(struct buf *out, const struct language *language,
	      const struct object *object, struct arena *arena)
{
	for (const struct own_key *own = object->own; own; own = own->next)
		if (!own->in)
			add_fact(out, language,
				 own_label(arena, language, own->key),
				 own->text);
}

static void
add_facts(struct buf *out, const struct review *review, struct arena *arena)
{
	const struct language *language = review->language;
	struct fact facts[FACTS];

	facts_list(facts, review, arena);
	for (size_t i = 0; i < FACTS; i++)
		add_fact(out, language, facts[i].label, facts[i].text);
	add_own_facts(out, language, &review->plan->object, arena);
	add_own_facts(out, language, &review->plan->plan.object, arena);
	buf_putc(out, '\n');
}

static void
render(struct buf *out, const struct review *review)
{
	struct arena arena = {0};
	struct tables tables;
	struct expr_scope scope = {.arena = &arena,
				   .tables = &tables,
				   .review = review,
				   .row = NO_ROW};

	tables_make(&tables, review);
	tables_evaluate(&scope);
	add_title(out, "#", plan_title(review));
	add_facts(out, review, &arena);
	add_title(out, "##", language_text(review->language, N_("Review")));
	add_paragraph(out, text_shown(&scope, position_expr(&scope)));
	for (enum excerpt_id id = 0; id < EXCERPT_COUNT; id++) {
		if (id == EXCERPT_REASONS)
			add_coverage(out, &scope);
		add_excerpt(out, &scope, id);
	}
	for (size_t i = 0; i < tables.n; i++)
		add_table(out, &tables.items[i], &arena);
	out->n--; /* the mark begins a paragraph */
	out->p[out->n] = '\0';
	mark_add(out);
	tables_release(&tables);
	arena_release(&arena);
}

const struct renderer render_markdown = {
	.format = {"markdown", ".md",
		   N_("a document in Markdown: the review, then every table"),
		   own_markdown},
	.text = render,
};

const struct renderer *const renderers[] = {
	&render_xlsx, &render_html, &render_markdown, &render_json, &render_csv,
	&render_ics,  NULL,
};
