/* markdown.c - the plan as a Markdown document: a review, then every table */

#include <math.h>
#include <string.h>

#include "ces/excerpt.h"
#include "ces/language.h"
#include "ces/render.h"
#include "table/tables.h"

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

/* 12,400 or 12,400.25: thousands grouped, decimals where there are any */
static void
add_figure(struct buf *out, const struct language *language, double number,
	   int decimals)
{
	double scale = decimals == 2 ? 100 : decimals == 1 ? 10 : 1;
	double rounded = round(fabs(number) * scale) / scale;

	if (number < 0 && rounded > 0)
		buf_puts(out, "−");
	amount_show(out, language, rounded,
		    rounded > floor(rounded) ? decimals : 0);
}

static void
add_number(struct buf *out, const struct language *language,
	   enum column_kind kind, double number)
{
	struct buf figure = {0};
	double tenths = round(number * 10) / 10;

	switch (kind) {
	case COLUMN_PERCENT:
		add_figure(&figure, language, number, 1);
		message_fill(out, language, N_("{number}%"),
			     ARGS(TEXT_ARG("number", figure.p)));
		buf_free(&figure);
		break;
	case COLUMN_CHANGE:
		change_add(out, language, number);
		break;
	case COLUMN_COUNT:
		add_figure(out, language, number, 0);
		break;
	case COLUMN_MONEY:
		add_figure(out, language, number, fabs(number) < 100 ? 2 : 0);
		break;
	default: /* without zeros at the end */
		add_figure(out, language, number,
			   fabs(number - tenths) < 0.005 ? 1 : 2);
		break;
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
	else if (cell->date.year)
		date_show(out, language, cell->date);
	else if (!isnan(cell->number))
		add_number(out, language, kind, cell->number);
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
			 text_of(scope, counts[i].text));
	add_paragraph(out, line.p);
	buf_free(&line);
}

static void
add_excerpt(struct buf *out, const struct expr_scope *scope, enum excerpt_id id)
{
	struct excerpt excerpt;
	struct head *heads;

	excerpt_make(&excerpt, scope, id);
	add_title(out, "###", text_of(scope, excerpt.title));
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
		cell = cell_of(scope, coverage_grid_value(scope, grid, i, k),
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
	add_title(out, "###", text_of(scope, grid.title));
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

/* NULL of no date */
static const char *
date_text(struct arena *arena, const struct language *language,
	  struct date date)
{
	struct buf buf = {0};

	if (!date.year)
		return NULL;
	date_show(&buf, language, date);
	return arena_take(arena, &buf);
}

static const char *
percent_text(struct arena *arena, const struct language *language,
	     double percent)
{
	struct buf buf = {0};

	percent_show(&buf, language, percent);
	return arena_take(arena, &buf);
}

static const char *
person(const struct object *to, const char *name)
{
	return to ? object_name(to) : name;
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

/* the dates of the period; NULL where one of them is missing */
static const char *
period_text(const struct review *review, struct arena *arena)
{
	const struct term *period = &review->plan->plan.period;

	if (!is_set(&period->start.at) || !is_set(&period->end.at))
		return NULL;
	return period_fact(
		arena, review,
		message_text(arena, review->language, N_("{from} – {to}"),
			     ARGS(DATE_ARG("from", period->start.date),
				  DATE_ARG("to", period->end.date))));
}

static void
add_facts(struct buf *out, const struct review *review, struct arena *arena)
{
	const struct language *language = review->language;
	const struct header *plan = &review->plan->plan;
	const struct governance *governance = &review->plan->governance;
	const struct tally *due = &review->readiness.plan_due;
	const struct {
		const char *label, *text;
	} facts[] = {
		{N_("Organization"), plan->organization.text},
		{N_("Period"), period_text(review, arena)},
		{N_("As of"), date_text(arena, language, review->view->as_of)},
		{N_("Status"),
		 is_set(&plan->status.at)
			 ? plain_word(language, CHOICE_plan_status,
				      choices[CHOICE_plan_status]
					      .words[plan->status.word])
			 : NULL},
		{N_("Version"), plan->version.text},
		{N_("Sponsor"), person((const void *)governance->sponsor.to,
				       governance->sponsor.id)},
		{N_("Owner"), person((const void *)governance->owner.to,
				     governance->owner.id)},
		{N_("Next review"),
		 review_fact(
			 arena, review,
			 date_text(arena, language, plan->next_review.date))},
		{N_("Readiness"),
		 percent_text(arena, language, review->readiness.plan)},
		{N_("Under way"),
		 due->due ? percent_text(arena, language, tally_percent(*due))
			  : NULL},
		{N_("Findings"),
		 message_text(
			 arena, language,
			 N_("errors {errors}, warnings {warnings}, advice "
			    "{advice}, waived {waived}"),
			 ARGS(COUNT_ARG("errors", (double)review->errors),
			      COUNT_ARG("warnings", (double)review->warnings),
			      COUNT_ARG("advice", (double)review->advice),
			      COUNT_ARG("waived", (double)review->waived)))}};

	for (size_t i = 0; i < COUNT_OF(facts); i++)
		add_fact(out, language, language_text(language, facts[i].label),
			 facts[i].text);
	add_own_facts(out, language, &review->plan->object, arena);
	add_own_facts(out, language, &plan->object, arena);
	buf_putc(out, '\n');
}

static void
render(struct buf *out, const struct review *review)
{
	const struct text_value *title = &review->plan->plan.title;
	struct arena arena = {0};
	struct tables tables;
	struct expr_scope scope = {.arena = &arena,
				   .tables = &tables,
				   .review = review,
				   .row = NO_ROW};

	tables_make(&tables, review);
	tables_evaluate(&scope);
	add_title(out, "#",
		  is_set(&title->at) ? title->text
				     : language_text(review->language,
						     N_("Customer Experience "
							"Strategy")));
	add_facts(out, review, &arena);
	add_title(out, "##", language_text(review->language, N_("Review")));
	add_paragraph(out, text_of(&scope, position_expr(&scope)));
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
	&render_xlsx, &render_markdown, &render_json,
	&render_csv,  &render_ics,	NULL,
};
