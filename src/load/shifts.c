/* shifts.c - lines that are indented too far, or not far enough: which one of
 * those that don't line up is the slip, and what belongs to it */
#include "load/shifts.h"

#include <string.h>

#include "ces/model.h"
#include "ces/utf8.h"

enum { LEVELS = 32 };

/* a group of keys or items that stand in one column */
struct level {
	uint32_t column;
	struct line first;
	bool dashed; /* the column is that behind a dash */
};

struct levels {
	struct level items[LEVELS];
	int n;
};

/* What is known when the parser stops in a line. */
struct lookout {
	const char *bytes;
	uint32_t n, unit;     /* of the indentation */
	struct levels levels; /* before the line */
	struct levels above;  /* before the one before it */
	struct line line, before;
	int lines; /* before the line */
};

/* Has the format a key of that name, anywhere? */
static bool
is_named(const struct entity *entity, const char *key, size_t n, bool group)
{
	const struct field *field = entity_field(entity, key, n);

	if (field && (!group || kind_shape(field->kind) == SHAPE_KEYS ||
		      kind_shape(field->kind) == SHAPE_MAPPING))
		return true;
	for (int i = 0; i < entity->n; i++)
		if (kind_shape(entity->fields[i].kind) == SHAPE_KEYS &&
		    is_named(entity->fields[i].of(), key, n, group))
			return true;
	return false;
}

/* Is there an object with both keys? */
static bool
are_siblings(const struct entity *entity, const char *key, size_t n,
	     const char *other, size_t other_n)
{
	if (entity_field(entity, key, n) &&
	    entity_field(entity, other, other_n))
		return true;
	for (int i = 0; i < entity->n; i++)
		if (kind_shape(entity->fields[i].kind) == SHAPE_KEYS &&
		    are_siblings(entity->fields[i].of(), key, n, other,
				 other_n))
			return true;
	return false;
}

static size_t
key_length(const struct line *line)
{
	return line->key ? line->key - 1 - line->item : 0;
}

/* Is the line's key one of the format, rather than the id of an item? Or only
 * one of groups of keys? */
static bool
has_name(const struct lookout *look, const struct line *line, bool group)
{
	return is_named(entity_plan(), look->bytes + line->item,
			key_length(line), group);
}

/* Does the line begin with the key with which the group begins, and so another
 * item? */
static bool
begins_again(const struct lookout *look, const struct line *line,
	     const struct level *group)
{
	return line->key && key_length(line) == key_length(&group->first) &&
	       !memcmp(look->bytes + line->item,
		       look->bytes + group->first.item, key_length(line));
}

/* the level in that column before the line before, or NULL */
static const struct level *
level_above(const struct lookout *look, uint32_t column)
{
	for (int i = 0; i < look->above.n; i++)
		if (look->above.items[i].column == column)
			return &look->above.items[i];
	return NULL;
}

/* Rather than beside it, may the line be below the one before? */
static bool
is_child(const struct lookout *look)
{
	const struct line *line = &look->line, *before = &look->before;
	const struct level *above = level_above(look, line->column);

	if (above && begins_again(look, line, above))
		return true;
	if (!has_name(look, before, false))
		return !line->key || has_name(look, line, false);
	return has_name(look, before, true) &&
	       !are_siblings(entity_plan(), look->bytes + before->item,
			     key_length(before), look->bytes + line->item,
			     key_length(line));
}

static bool
is_section(const struct lookout *look, const struct line *line)
{
	const struct field *field =
		line->key
			? entity_field(entity_plan(), look->bytes + line->item,
				       line->key - 1 - line->item)
			: NULL;

	return field && line->opens && kind_shape(field->kind) == SHAPE_KEYS;
}

static const struct level *
top(const struct levels *levels)
{
	return &levels->items[levels->n - 1];
}

static void
levels_push(struct levels *levels, const struct line *line, uint32_t column,
	    bool dashed)
{
	while (levels->n > 0 && top(levels)->column > column)
		levels->n--;
	if (levels->n == LEVELS ||
	    (levels->n > 0 && top(levels)->column == column))
		return;
	levels->items[levels->n++] = (struct level){column, *line, dashed};
}

static void
levels_add(struct levels *levels, const struct line *line)
{
	levels_push(levels, line, line->column, false);
	if (line->inner > line->column)
		levels_push(levels, line, line->inner, true);
}

/* Reads up to the line in which the parser stopped. */
static bool
look_up_to(struct lookout *look, uint32_t at)
{
	enum { WIDEST = 8 };
	uint32_t steps[WIDEST + 1] = {0}, start = 0;

	for (; line_read(look->bytes, look->n, start, &look->line);
	     start = look->line.next) {
		uint32_t step;

		if (look->line.next > at)
			break;
		step = look->line.column - look->before.inner;
		if (look->lines++ && look->line.column > look->before.inner &&
		    step <= WIDEST)
			steps[step]++;
		look->above = look->levels;
		levels_add(&look->levels, &look->line);
		look->before = look->line;
	}
	look->unit = 2;
	for (uint32_t i = 1; i <= WIDEST; i++)
		if (steps[i] > steps[look->unit])
			look->unit = i;
	return look->lines && look->line.start <= at && look->line.next > at;
}

/* The line and all that belongs to it are not where keys of that column are. */
static bool
misplaced(const struct lookout *look, const struct line *line, uint32_t wanted,
	  struct shift *shift)
{
	*shift = (struct shift){
		.span = {line->first,
			 line->key ? line->key - 1 : line->first + 1},
		.hole = {.start = line->start,
			 .end = lines_end(look->bytes, look->n, line->start,
					  wanted, LINES_DEEPER),
			 .column = wanted},
		.message = line->column > wanted
				   ? N_("this line begins in column {found}, "
					"where {wanted} is meant; move it to "
					"the left, with all that belongs to it")
				   : N_("this line begins in column {found}, "
					"where {wanted} is meant; move it to "
					"the right, with all that belongs to "
					"it"),
		.found = line->column + 1,
		.wanted = wanted + 1};
	return true;
}

/* A line that is deeper than the one before, which has a value. */
static bool
find_deeper(const struct lookout *look, struct shift *shift)
{
	const struct line *before = &look->before;
	const char *value = look->bytes + before->value;
	bool flow = strchr("{[", *value) != NULL;

	if (!flow && is_child(look)) {
		uint32_t end = line_next(look->bytes, look->n, before->value);

		while (is_space(look->bytes[end - 1]))
			end--;
		*shift = (struct shift){
			.span = {before->value, end},
			.hole = {.start = before->value,
				 .end = end,
				 .keyed = true},
			.message = N_("a value is here, and keys are below "
				      "it; remove one of the two")};
		return true;
	}
	if (level_above(look, look->line.column) &&
	    has_name(look, before, false)) {
		misplaced(look, before, look->line.column, shift);
		shift->hole.end = before->next;
		return true;
	}
	return misplaced(look, &look->line, before->inner, shift);
}

/* Do keys of the format, or else ids, stand in the level, as in the line? */
static bool
is_alike(const struct lookout *look, const struct level *level)
{
	const struct line *line = &look->line, *first = &level->first;

	if (line->item > line->first || first->item > first->first)
		return line->item > line->first && first->item > first->first &&
		       !level->dashed;
	return line->key && first->key &&
	       has_name(look, line, false) == has_name(look, first, false);
}

/* Where a line between the columns of two levels should be. */
static uint32_t
column_meant(const struct lookout *look, const struct level *low,
	     const struct level *high)
{
	const struct line *line = &look->line;
	struct line next;

	if (low->column == 0 && is_section(look, line))
		return 0;
	if (line->opens && line_read(look->bytes, look->n, line->next, &next) &&
	    next.column > line->column &&
	    (next.column <= high->column || begins_again(look, &next, high)))
		return low->column;
	return !is_alike(look, high) && is_alike(look, low) ? low->column
							    : high->column;
}

/* The group, around the line, of which all lines before are in a column that
 * is none of the file's; NULL where there is none. */
static const struct level *
odd_group(const struct lookout *look, int high, uint32_t *wanted)
{
	const struct levels *levels = &look->levels;
	uint32_t column = look->line.column;

	for (int i = 1; i <= high; i++) {
		const struct level *level = &levels->items[i];
		uint32_t step = level->column - level[-1].column;

		*wanted = level[-1].column + look->unit;
		if (level->dashed || step == look->unit || column < *wanted ||
		    (column - *wanted) % look->unit)
			continue;
		if (i == high || level[1].dashed ||
		    level[1].column - level->column != step)
			return level;
	}
	return NULL;
}

/* A line in a column between those of two levels, or an item of a list in that
 * of keys. */
static bool
find_between(const struct lookout *look, struct shift *shift)
{
	const struct levels *levels = &look->levels;
	const struct line *line = &look->line;
	const struct level *group;
	int low = levels->n - 1, high;
	uint32_t wanted;

	while (low > 0 && levels->items[low].column > line->column)
		low--;
	if (levels->items[low].column > line->column)
		return misplaced(look, &levels->items[low].first, line->column,
				 shift);
	high = low + 1;
	if (levels->items[low].column == line->column) {
		if (line->item == line->first || levels->items[low].dashed)
			return false;
		high = low;
	}
	if (high == levels->n)
		return false;
	group = odd_group(look, high, &wanted);
	if (group)
		return misplaced(look, &group->first, wanted, shift);
	return high > low && misplaced(look, line,
				       column_meant(look, &levels->items[low],
						    &levels->items[high]),
				       shift);
}

/* A line that ends the plan, as it is no key. */
static bool
find_end(const struct lookout *look, struct shift *shift)
{
	const struct line *before = &look->before;
	bool dots = is_document(look->bytes, look->n, before->start);

	if (!dots &&
	    (before->key || !key_end(look->bytes, look->n, before->item)))
		return false;
	*shift = (struct shift){
		.span = {before->first, before->first + 1},
		.hole = {.start = before->start,
			 .end = look->line.start,
			 .keyed = dots},
		.message = dots ? N_("'...' ends the plan here; remove this "
				     "line")
				: N_("a ':' here needs a space after it; put "
				     "quotes around a text that contains "
				     "one")};
	return true;
}

static bool
is_odd(const struct lookout *look, const struct line *line)
{
	uint32_t at;

	return odd_blank(look->bytes, look->n, line->start, &at) != 0;
}

bool
shift_find(const char *bytes, uint32_t n, const struct fault *fault,
	   struct shift *shift)
{
	static const char *const problems[] = {
		"mapping values are not allowed in this context",
		"did not find expected key",
		"did not find expected '-' indicator",
		"block sequence entries are not allowed in this context",
		"did not find expected <document start>"};
	struct lookout look = {.bytes = bytes, .n = n};
	bool known = false;

	for (size_t i = 0; i < sizeof(problems) / sizeof(*problems); i++)
		known |= !strcmp(fault->problem, problems[i]);
	if (!known || !look_up_to(&look, fault->at) ||
	    is_odd(&look, &look.line) || is_odd(&look, &look.before) ||
	    !(look.line.key || look.line.item > look.line.first))
		return false;
	if (!strcmp(fault->problem, "did not find expected <document start>") &&
	    find_end(&look, shift))
		return true;
	if (look.before.key && !look.before.opens &&
	    look.line.column > look.before.inner)
		return find_deeper(&look, shift);
	return find_between(&look, shift);
}
