/* reasons.c - contact reasons: Pareto chart, beside the matrix */

#include "layout.h"

#include "ces/language.h"

enum { BARS_MOST = 16, BAR_PIXELS = 44, BARS_LEAST = 330, BAR_SIDE = 22 };
enum { MATRIX_LEAST = 420, MATRIX_MARKER = 32 };
/* pixels of a bar, and of both charts, where that saves a page */
enum { BAR_NARROW = 25, BOTH_LOW = 264 };

/* the bars of the Pareto chart: reasons, the last one of all that are left */
struct bars {
	size_t n, shown, all; /* shown: reasons with a bar of their own */
	int colors[BARS_MOST];
	double total, rest;	   /* contacts */
	bool planned;		   /* some have a target */
	const struct expr *others; /* contacts of the rest */
	uint32_t first;		   /* row on the hidden sheet */
};

/* of all contacts, in percent */
#define SHARE_OF(contacts) \
	"IF($reasons_volume>0,ROUND(" contacts "/$reasons_volume*100,0),0)"

/*
 * "Where is my order? (33%, plan −45%)", of the contacts in the cell beside it;
 * the plan is told in the row of a reason.
 */
static const struct expr *
bar_name(struct work *work, struct expr_scope scope, const struct expr *name,
	 uint32_t row, double volume)
{
	const struct binding bindings[] = {
		{"name", NULL, name},
		{"volume", NULL,
		 expr_place(work->arena, cell_name(work->arena, row, 1, 0),
			    expr_number(work->arena, volume))},
		{"share", SHARE_OF("$volume"), NULL},
		{"change",
		 "IF({target_change}<0,'−',IF({target_change}>0,'+',''))"
		 "&ROUND(ABS({target_change})*100,0)",
		 NULL}};
	const struct phrase phrases[] = {
		{"{target_change}=''", N_("{name} ({share}%)")},
		{NULL, N_("{name} ({share}%, plan {change}%)")}};

	scope.bindings = bindings;
	scope.n = 4;
	return scope.row == NO_ROW
		       ? expr_message(&scope,
				      language_text(work->language,
						    "{name} ({share}%)"))
		       : expr_phrases(&scope, phrases);
}

/* contacts that the bars above leave */
static const struct expr *
rest_of(struct work *work, const struct bars *bars, const struct tab *tab)
{
	struct expr_scope scope = work_scope(work, tab->table);
	const struct expr *rest = expr_parse(&scope, "$reasons_volume");

	for (uint32_t i = 0; i < bars->shown; i++) {
		const struct binding bindings[] = {
			{"rest", NULL, rest},
			{"bar", NULL,
			 expr_place(
				 work->arena,
				 cell_name(work->arena, bars->first + i, 1, 0),
				 expr_number(work->arena,
					     tab_number(tab, i, "volume")))}};

		scope.bindings = bindings;
		scope.n = 2;
		rest = expr_parse(&scope, "$rest-$bar");
	}
	return rest;
}

/*
 * By id, so that the bars stay sorted when the table is sorted otherwise. The
 * bar of all others is left out where it would make the rest short.
 */
static void
write_bars(struct work *work, const struct tab *tab, struct bars *bars)
{
	struct expr_scope scope = work_scope(work, tab->table);
	const struct expr *more;
	size_t left;
	uint32_t row;

	bars->shown = bars->all <= BARS_MOST ? bars->all : BARS_MOST - 1;
	left = bars->all - bars->shown;
	row = data_block(
		work,
		language_text(work->language, "Contacts a year by reason"),
		bars->shown + (left > 0));
	bars->first = row;
	data_text(work, row - 1, 2,
		  language_text(work->language, "Planned contacts"));
	for (size_t i = 0; i < bars->shown; i++, row++) {
		scope.row = i;
		data_expr(work, row, 0,
			  bar_name(work, scope,
				   expr_parse(&scope,
					      "IF({found},{name},'removed')"),
				   row, tab_number(tab, i, "volume")));
		data_lookup(work, row, 1, tab, "volume", i);
		data_expr(work, row, 2,
			  expr_parse(&scope, "IF({target_change}='','',"
					     "{planned})"));
		bars->colors[bars->n++] =
			table_at(tab->table, i, "demand")->word ==
					DEMAND_FAILURE
				? ACCENT
				: PALE;
	}
	for (size_t i = bars->shown; i < bars->all; i++)
		bars->rest += tab_number(tab, i, "volume");
	bars->others = rest_of(work, bars, tab);
	if (!left || bars->rest > 1.5 * tab_number(tab, 0, "volume"))
		return;
	more = expr_text(work->arena,
			 message_text(work->arena, work->language, "{n} more",
				      ARGS(COUNT_ARG("n", (double)left))));
	scope.row = NO_ROW;
	data_expr(work, row, 0, bar_name(work, scope, more, row, bars->rest));
	data_expr(work, row, 1, bars->others);
	bars->colors[bars->n++] = GRAY;
}

static const struct expr *
pareto_note(const struct layout *layout, const struct bars *bars)
{
	const struct binding bindings[] = {
		{"share", "$reasons_failure", NULL},
		{"others", NULL, bars->others},
		{"n", NULL,
		 expr_number(layout->work->arena,
			     (double)(bars->all - bars->shown))},
		{"left", SHARE_OF("$others"), NULL}};
	const char *parts[] = {
		isfinite(layout->work->review->view->failure_share)
			? N_("Dark: failure demand, {share}% of contacts. "
			     "Gray: value demand.")
			: "",
		bars->planned ? N_("Outlined: planned.") : "",
		bars->n < bars->all && bars->n == bars->shown
			? N_("The other {n} reasons make {left}%.")
			: ""};
	struct expr_scope scope = layout->scope;
	const struct language *language = layout->work->language;
	const char *note = "";

	scope.bindings = bindings;
	scope.n = 4;
	for (int i = 0; i < 3; i++)
		note = work_join(layout->work, note,
				 language_text(language, parts[i]));
	return *note ? expr_message(&scope, note) : NULL;
}

static int
larger_of(int a, int b)
{
	return a > b ? a : b;
}

static int
draw_pareto(struct layout *layout, size_t all, int width, int least)
{
	struct work *work = layout->work;
	struct bars bars = {
		.all = all,
		.total = layout_number(layout, "SUM([volume])"),
		.planned = layout_number(layout, "COUNT([target_change])") > 0};
	double most = tab_number(layout->tab, 0, "volume");
	const char *largest = message_text(
		work->arena, work->language, "{n} ({share})",
		ARGS(COUNT_ARG("n", most),
		     PERCENT_ARG("share", round(most / bars.total * 100))));
	const char *format = tab_format(layout, "volume");
	int wanted, height;

	write_bars(work, layout->tab, &bars);
	/* some readers break labels that are wide for a low chart */
	wanted = larger_of((int)bars.n * BAR_PIXELS + BAR_SIDE, BARS_LEAST);
	height = layout_height(layout, wanted, least);
	const struct chart_series series[] = {
		{.color = PALE, .colors = bars.colors, .number = format},
		{.color = SECOND,
		 .outlined = true,
		 /* the name of a narrow bar says what is planned */
		 .number = height < wanted ? NULL
					   : arena_format(work->arena, "%s;;",
							  format)}};
	const struct drawing drawing = {
		.title = N_("Contacts a year by reason, and share of all "
			    "contacts"),
		.note_sentence = pareto_note(layout, &bars),
		.description = N_("Bars of contacts a year by contact reason, "
				  "the largest first: {name}, {label}. Failure "
				  "demand is dark."),
		.args = ARGS(TEXT_ARG("name", tab_text(layout->tab, 0, "name")),
			     TEXT_ARG("label", largest)),
		.y = {.title = tab_header(layout, "volume"), .number = format},
		.series = series,
		.n = bars.planned ? 2 : 1,
		.width = width,
		.height = height,
		.gap = 38};

	return drawing_bars(layout, drawing, bars.first, bars.n);
}

/* --- both ---------------------------------------------------------------- */

static int
draw_matrix(struct layout *layout, int x, int height, int least)
{
	const struct drawing drawing = {
		.title = N_("Where each reason belongs"),
		.note = N_("Numbers: rank. Size: contacts a year. Dark: "
			   "failure demand. Gray: value demand."),
		.left = x,
		.width = x > 0 ? 0 : layout->width * 42 / 100,
		.height = layout_height(layout, larger_of(height, MATRIX_LEAST),
					least)};
	const struct chart_box box = drawing_begin(layout, &drawing);

	matrix_write(layout->work, layout->tab->page, &box,
		     layout->tab->table->rows, MATRIX_MARKER);
	return box.height;
}

void
draw_reasons(struct layout *layout)
{
	bool both = matrix_can(layout->work);
	int width = both ? layout->width * 58 / 100 : layout->width;
	size_t all = (size_t)layout_number(layout, "COUNT([volume])");
	int bars = (int)(all < BARS_MOST ? all : BARS_MOST);
	int least = larger_of(bars * BAR_NARROW + BAR_SIDE, BOTH_LOW);
	int height = 0;

	if (all > 1 && tab_number(layout->tab, 0, "volume") > 0)
		height = draw_pareto(layout, all, width, least);
	else
		width = -CHART_GAP;
	if (both)
		height = draw_matrix(layout, width + CHART_GAP, height, least);
	if (height)
		layout_end(layout, height);
}
