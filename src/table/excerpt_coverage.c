/* excerpt_coverage.c - coverage of the wanted hours: a grid of segments and
 * channels */
#include <math.h>
#include <string.h>
#include <strings.h>

#include "expr_inside.h"

#include "ces/language.h"

bool
segment_is_high(const struct segment *segment)
{
	return flag_is(&segment->high_value, true);
}

/* --- the segments and channels that count most ------------------------ */

/* revenue share, else share of customers, else the same for all */
static double
segment_weight(const struct segment *segment)
{
	if (is_set(&segment->revenue_share.at))
		return segment->revenue_share.n;
	return is_set(&segment->share.at) ? segment->share.n : 1;
}

/* Keeps the heaviest of n in the plan's order, none of weight 0. */
static size_t
choose_heaviest(const double *weights, uint32_t n, uint32_t *chosen,
		size_t most, size_t *all)
{
	size_t count = 0;

	for (uint32_t i = 0; i < n; i++) {
		size_t above = 0;

		if (!(weights[i] > 0))
			continue;
		++*all;
		for (uint32_t k = 0; k < n && above < most; k++)
			above += weights[k] > weights[i] ||
				 (weights[k] == weights[i] && k < i);
		if (above < most)
			chosen[count++] = i;
	}
	return count;
}

/* Hours count where somebody answers while the customer waits. */
static bool
is_shown(const struct coverage *coverage)
{
	return coverage->staffed && coverage->preference > 0;
}

/* Chooses segments by weight, and channels by the weight of the segments that
 * prefer them. Returns how many of both are left out. */
static size_t
choose_both(struct coverage_grid *grid, const struct expr_scope *scope)
{
	const struct plan *plan = scope->review->plan;
	const struct view *view = scope->review->view;
	uint32_t n = plan->segments.n, m = plan->channels.n;
	double *segments = arena_alloc(scope->arena, n * sizeof(*segments) + 1);
	double *channels = arena_alloc(scope->arena, m * sizeof(*channels) + 1);
	uint32_t chosen[GRID_SEGMENTS + GRID_CHANNELS];
	size_t all = 0;

	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < view->segments[i].n; k++) {
			const struct coverage *coverage =
				&view->segments[i].channels[k];
			double weight = segment_weight(
				ITEM(segment, plan->segments, i));

			if (!is_shown(coverage))
				continue;
			segments[i] = weight;
			channels[coverage->channel->object.index] +=
				weight * coverage->preference;
		}
	grid->segment_count =
		choose_heaviest(segments, n, chosen, GRID_SEGMENTS, &all);
	for (size_t i = 0; i < grid->segment_count; i++) {
		grid->segments[i] = ITEM(segment, plan->segments, chosen[i]);
		grid->enough[i] =
			coverage_enough(plan, grid->segments[i]) / 100;
	}
	grid->channel_count =
		choose_heaviest(channels, m, chosen, GRID_CHANNELS, &all);
	for (size_t i = 0; i < grid->channel_count; i++)
		grid->channels[i] = ITEM(channel, plan->channels, chosen[i]);
	return all - grid->segment_count - grid->channel_count;
}

/* wishes of the chosen segments for the chosen channels */
static void
find_wishes(struct coverage_grid *grid, const struct view *view)
{
	for (size_t i = 0; i < grid->segment_count; i++) {
		const struct segment_view *segment =
			&view->segments[grid->segments[i]->object.index];
		double best = 0;

		for (uint32_t j = 0; j < segment->n; j++)
			best = fmax(best, segment->channels[j].preference);
		for (uint32_t j = 0; best > 0 && j < segment->n; j++) {
			const struct coverage *coverage = &segment->channels[j];
			size_t k = 0;

			while (k < grid->channel_count &&
			       grid->channels[k] != coverage->channel)
				k++;
			if (k == grid->channel_count || !is_shown(coverage))
				continue;
			grid->wished[i][k] = coverage;
			grid->best[i][k] = coverage->preference == best;
		}
	}
}

/* --- title ------------------------------------------------------------ */

/* Counts the channels that are closed in wanted hours, and those whose hours
 * are known. channel: the last of the closed ones. */
static size_t
count_short(const struct coverage_grid *grid, const struct plan *plan,
	    const struct channel **channel, size_t *known)
{
	size_t n = 0;

	for (size_t i = 0; i < grid->channel_count; i++) {
		bool is_short = false, is_known = false;

		for (size_t k = 0; k < grid->segment_count; k++) {
			const struct coverage *coverage = grid->wished[k][i];

			if (!coverage || isnan(coverage->percent))
				continue;
			is_known = true;
			is_short |= coverage_is_low(plan, coverage);
		}
		if (is_short)
			*channel = grid->channels[i];
		n += is_short;
		*known += is_known;
	}
	return n;
}

/* the answer, where one channel is closed in wanted hours */
static const char *
not_there(const struct coverage_grid *grid, const struct channel *channel)
{
	const char *const *modes = choices[CHOICE_mode].words;
	size_t alike = 0;

	for (size_t i = 0; i < grid->channel_count; i++)
		alike += grid->channels[i]->mode.word == channel->mode.word;
	/* another of the mode is there */
	if (alike > 1)
		return N_("Are we there when they want us? Not on “{channel}”");
	return is_set(&channel->mode.at)
		       ? text_find("review", modes[channel->mode.word],
				   "absent")
		       : N_("Are we there when they want us? Not on one "
			    "channel");
}

/* a text without formula, for it hangs on the whole grid */
static const char *
grid_title(const struct expr_scope *scope, const struct coverage_grid *grid)
{
	const struct language *language = scope->review->language;
	struct arena *arena = scope->arena;
	const struct channel *channel = NULL;
	size_t known = 0,
	       n = count_short(grid, scope->review->plan, &channel, &known);
	const char *message = N_("Are we there when they want us?");

	if (n == 1)
		message = not_there(grid, channel);
	else if (n > 1 && n == known)
		message = N_("Are we there when they want us? Nowhere in full");
	else if (n > 1)
		message = N_("Are we there when they want us? Not on {n} of "
			     "{all}");
	else if (known && known == grid->channel_count)
		message = N_("Are we there when they want us? Yes");
	return message_text(
		arena, language, message,
		ARGS(TEXT_ARG("channel",
			      channel ? object_name(&channel->object) : ""),
		     TEXT_ARG("n", count_text(arena, language, (double)n)),
		     TEXT_ARG("all",
			      count_text(arena, language, (double)known))));
}

/* --- the grid --------------------------------------------------------- */

static bool
has_high(const struct coverage_grid *grid)
{
	for (size_t i = 0; i < grid->segment_count; i++)
		if (segment_is_high(grid->segments[i]))
			return true;
	return false;
}

/* two lines below the grid: what its signs are, and what is left out */
static void
grid_explain(struct coverage_grid *grid, const struct expr_scope *scope,
	     size_t hidden)
{
	double high = SETTING_OF(scope->review->plan, high_value_coverage);
	bool any = has_high(grid);

	grid->key = message_text(
		scope->arena, scope->review->language,
		any && high / 100 > grid->worse
			? N_("▲ under {high}% for ★   ■ under {worse}%   · not "
			     "among their wishes")
			: N_("■ under {worse}%   · not among their wishes"),
		ARGS(NUMBER_ARG("high", high),
		     NUMBER_ARG("worse", grid->worse * 100)));
	grid->legend = message_text(
		scope->arena, scope->review->language,
		hidden ? N_("Bold: the channel they like best.  {n} more on "
			    "sheet {sheet}")
		: any  ? N_("Bold: the channel they like best.  ★ high-value "
			     "customers")
		       : N_("Bold: the channel they like best."),
		ARGS(COUNT_ARG("n", (double)hidden),
		     TEXT_ARG("sheet", grid->table->sheet)));
}

/* "Mo-Fr 20-21, Sa 18:30-20": whole hours without minutes */
static void
add_hours(struct buf *text, const char *hours)
{
	while (*hours) {
		if (!strncmp(hours, ":00", 3))
			hours += 3;
		else
			buf_putc(text, *hours++);
	}
}

/* when the channel that is open least is closed, of those that are open too
 * little; NULL where none is */
static const char *
closed_text(const struct expr_scope *scope, const struct coverage_grid *grid,
	    size_t segment)
{
	const struct coverage *worst = NULL;
	struct buf text = {0}, closed = {0}, hours = {0};
	size_t n = 0;

	for (size_t k = 0; k < grid->channel_count; k++) {
		const struct coverage *at = grid->wished[segment][k];

		if (!at || !coverage_is_low(scope->review->plan, at))
			continue;
		n++;
		if (!worst || at->percent < worst->percent)
			worst = at;
	}
	if (!n)
		return NULL;
	coverage_closed(&closed, scope->review->language, scope->review->view,
			worst);
	add_hours(&hours, buf_text(&closed));
	message_fill(
		&text, scope->review->language,
		n > 1 ? N_("{name}: {value}") : "{value}",
		ARGS(TEXT_ARG("name", object_name(&worst->channel->object)),
		     TEXT_ARG("value", buf_text(&hours))));
	buf_free(&closed);
	buf_free(&hours);
	return arena_take(scope->arena, &text);
}

void
coverage_grid_make(struct coverage_grid *grid, const struct expr_scope *scope)
{
	const struct plan *plan = scope->review->plan;
	const struct language *language = scope->review->language;
	size_t hidden = 0;

	*grid = (struct coverage_grid){
		.table = tables_get(scope->tables, TABLE_coverage),
		.head = language_text(language, N_("% of wanted hours that we "
						   "are open")),
		.closed_head =
			language_text(language, N_("Closed when they want us")),
		.worse = SETTING_OF(plan, coverage) / 100};
	if (grid->table->rows)
		hidden = choose_both(grid, scope);
	find_wishes(grid, scope->review->view);
	for (size_t i = 0; i < grid->segment_count; i++)
		grid->closed[i] = closed_text(scope, grid, i);
	if (!grid->segment_count || !grid->channel_count)
		grid->empty = language_text(
			language, N_("Needs the wishes of segments and the "
				     "hours of live channels."));
	grid->title = expr_text(scope->arena, grid_title(scope, grid));
	grid_explain(grid, scope, hidden);
}

/* formulas know a channel by its name alone, so that two of one name can't be
 * told apart there, and one without a name isn't found */
static bool
has_own_name(const struct map *channels, const struct channel *channel)
{
	size_t n = is_set(&channel->name.at) ? 0 : 1;

	for (uint32_t i = 0; i < channels->n; i++)
		n += !strcasecmp(object_name(channels->items[i]),
				 object_name(&channel->object));
	return n == 1;
}

/* a cell of an item's row, found by the id */
static const struct expr *
item_cell(const struct expr_scope *scope, enum table_id id,
	  const struct object *object, const char *template)
{
	const struct table *table = tables_get(scope->tables, id);
	struct expr_scope own =
		scope_of(scope, id, table_find_row(table, object->id));

	return own.row < table->rows ? expr_parse(&own, template) : NULL;
}

const struct expr *
coverage_grid_value(const struct expr_scope *scope,
		    const struct coverage_grid *grid, size_t segment,
		    size_t channel)
{
	const struct coverage *coverage = grid->wished[segment][channel];
	const struct binding bindings[] = {
		{.name = "segment",
		 .expr = item_cell(scope, TABLE_segments,
				   &grid->segments[segment]->object, "{id}")},
		{.name = "channel",
		 .expr = item_cell(scope, TABLE_channels,
				   &grid->channels[channel]->object,
				   "{name}")}};
	struct expr_scope own = scope_of(scope, TABLE_coverage, NO_ROW);

	if (!coverage)
		return expr_text(scope->arena, "·");
	if (isnan(coverage->percent))
		return expr_text(scope->arena, "?");
	if (!bindings[0].expr || !bindings[1].expr ||
	    !has_own_name(&scope->review->plan->channels,
			  grid->channels[channel]))
		return expr_number(scope->arena, coverage->percent / 100);
	own.bindings = bindings;
	own.n = 2;
	return expr_parse(&own,
			  "IF(COUNTIFS([id],$segment,[channel],$channel)=0,"
			  "'',SUMIFS([percent],[id],$segment,"
			  "[channel],$channel))");
}
