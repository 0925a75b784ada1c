/* additions.c - new keys, items and elements behind the last ones */
#include <string.h>

#include "ces/message.h"
#include "edit/parts.h"

/* --- gathering ------------------------------------------------------------ */

static struct addition *
addition_at(struct editing *run, uint32_t holder, enum content_kind kind,
	    const struct site *site)
{
	for (size_t i = 0; i < run->n; i++)
		if (run->additions[i].holder == holder)
			return &run->additions[i];
	ARRAY_GROW(run->additions, run->n, run->cap);
	run->additions[run->n] = (struct addition){
		.holder = holder, .content = {.kind = kind}, .site = site};
	return &run->additions[run->n++];
}

static bool
refuse_twice(struct editing *run, const struct site *site)
{
	return refuse(run->edited, REFUSED_TWICE, site->change,
		      N_("'{path}' is changed twice; give one of the two"),
		      ARGS(TEXT_ARG("path", site->path)));
}

static void
append(struct editing *run, struct content *list, struct content element)
{
	list->items = arena_grow(run->arena, list->items, list->n,
				 sizeof(*list->items));
	list->items[list->n++] = element;
}

/* The format's version begins the plan. */
static bool
write_version(struct editing *run, const struct site *site)
{
	const struct node *holder = node_of(run, site->holder);
	struct yaml_layout layout = {.quoted =
					     keys_are_quoted(run, site->holder),
				     .eol = line_break(run, holder->start)};
	struct content one = site->change->content;
	struct content plan = {.kind = CONTENT_MAP,
			       .keys = (const char *[]){site->rest},
			       .items = &one,
			       .n = 1};
	struct buf text = {0};

	entry_write(&text, site->rest, &one, &layout);
	buf_puts(&text, layout.eol);
	edit_add(run, site, (struct span){holder->content, holder->content},
		 &text, 0, 0);
	edit_holds(run, &plan, false);
	return true;
}

static bool
is_version(const struct editing *run, const struct site *site)
{
	const struct node *holder = node_of(run, site->holder);

	return site->rest && !strcmp(site->rest, "ces") &&
	       holder->parent == NO_NODE && holder->kind == NODE_MAP &&
	       holder->style == NODE_BLOCK;
}

bool
addition_note(struct editing *run, const struct site *site)
{
	const struct content *content = &site->change->content;
	struct addition *addition;
	struct content *member;
	bool element;

	if (is_version(run, site))
		return write_version(run, site);

	if (!site->rest) { /* an element of a list that is there */
		addition = addition_at(run, site->value, CONTENT_LIST, site);
		addition->items |= content->kind == CONTENT_MAP;
		append(run, &addition->content, *content);
		return true;
	}
	addition = addition_at(run, site->holder, CONTENT_MAP, site);
	member = content_at(run->arena, &addition->content, site->rest);
	/* of a list that is not there yet */
	element = site->change->kind == CHANGE_ITEM && !site->item &&
		  site->field &&
		  kind_shape(site->field->kind) != SHAPE_MAPPING;
	if (!member || member->length ||
	    (member->n && !(element && member->kind == CONTENT_LIST)))
		return refuse_twice(run, site);
	addition->items |= site->item && !strchr(site->rest, '.');
	if (!element) {
		*member = *content;
		return true;
	}
	if (!member->n)
		*member = (struct content){.kind = CONTENT_LIST};
	append(run, member, *content);
	return true;
}

/* --- in brackets ---------------------------------------------------------- */

/* Does nothing but the entry's begin stand on its line? */
static bool
begins_line(const struct editing *run, uint32_t at)
{
	const char *s = old_bytes(run) + line_begin(run, at);

	return strspn(s, " \t") == column_at(run, at) && column_at(run, at);
}

/* the comma behind the last value, or 0 */
static uint32_t
last_comma(const struct editing *run, uint32_t last, uint32_t end)
{
	uint32_t at = skip_gap(run, node_of(run, last)->end);

	return at < end && old_bytes(run)[at] == ',' ? at : 0;
}

static void
add_edit(struct editing *run, const struct site *site, uint32_t at,
	 struct buf *text)
{
	edit_add(run, site, (struct span){at, at}, text, 0, 0);
}

static void
write_flow(struct editing *run, const struct addition *addition)
{
	const struct node *holder = node_of(run, addition->holder);
	uint32_t last = last_value(run, addition->holder), begin, comma, at;
	struct yaml_layout layout = {
		.flow = true, .quoted = keys_are_quoted(run, addition->holder)};
	struct buf text = {0}, between = {0}, sign = {0};

	if (last == NO_NODE) {
		entries_write(&text, &addition->content, &layout, ", ");
		add_edit(run, addition->site, holder->content + 1, &text);
		edit_holds(run, &addition->content, false);
		return;
	}
	begin = node_of(run, key_of(run, last))->start;
	comma = last_comma(run, last, holder->end);
	at = comma ? comma + 1 : node_of(run, last)->end;
	if (begins_line(run, begin)) {
		buf_printf(&between, ",%s", line_break(run, begin));
		buf_fill(&between, ' ', column_at(run, begin));
		buf_puts(&text, between.p + 1);
		/* a comment stays on its line */
		if (line_end(run, at) < holder->end) {
			if (!comma) {
				buf_putc(&sign, ',');
				add_edit(run, addition->site, at, &sign);
			}
			at = line_end(run, at);
		} else if (!comma) {
			buf_clear(&text);
			buf_puts(&text, between.p);
		}
	} else {
		buf_puts(&between, ", ");
		buf_puts(&text, comma ? " " : ", ");
	}
	entries_write(&text, &addition->content, &layout, between.p);
	buf_puts(&text, comma ? "," : "");
	add_edit(run, addition->site, at, &text);
	edit_holds(run, &addition->content, false);
	buf_free(&between);
}

/* --- in lines ------------------------------------------------------------- */

/* Does an empty line part the last two entries? */
static bool
is_spaced(const struct editing *run, uint32_t holder, uint32_t last)
{
	uint32_t at = line_begin(run, entry_begin(run, holder, last));
	const char *s = old_bytes(run);

	if (key_of(run, last) == holder + 1)
		return false;
	while (at > 0) {
		at = line_begin(run, at - 1 -
					     (at > 1 && s[at - 1] == '\n' &&
					      s[at - 2] == '\r'));
		if (s[at + strspn(s + at, " \t")] != '#')
			break;
	}
	return line_is_blank(run, at);
}

/* by how much the keys of the last item are deeper */
static size_t
inner_step(const struct editing *run, uint32_t holder, uint32_t last)
{
	size_t outer = column_at(run, node_of(run, holder)->content), inner;

	if (last == NO_NODE || !node_is_collection(node_of(run, last)) ||
	    node_of(run, last)->style != NODE_BLOCK)
		return run->step;
	inner = column_at(run, node_of(run, last)->content);
	return inner > outer ? inner - outer : run->step;
}

/* an item, or another value, in lines at the indentation, like the last one */
static void
write_line(struct buf *text, const struct addition *addition, size_t i,
	   const struct yaml_layout *layout, bool brackets)
{
	const struct content *item = &addition->content.items[i];
	struct yaml_layout inner = *layout;
	bool map = addition->content.kind == CONTENT_MAP;

	if (map && (!addition->items || item->kind == CONTENT_TEXT)) {
		entry_write(text, addition->content.keys[i], item, layout);
		return;
	}
	if (map)
		key_write(text, addition->content.keys[i], layout);
	else
		buf_putc(text, '-');
	inner.flow = item->kind != CONTENT_TEXT && (brackets || !item->n);
	inner.indent += layout->step;
	if (inner.flow || item->kind == CONTENT_TEXT) {
		buf_putc(text, ' ');
	} else if (map) {
		buf_puts(text, layout->eol);
		buf_fill(text, ' ', inner.indent);
	} else {
		buf_fill(text, ' ', layout->step - 1);
	}
	content_write(text, item, &inner);
}

static void
write_lines(struct editing *run, const struct addition *addition, uint32_t last)
{
	const struct node *holder = node_of(run, addition->holder);
	const struct node *value = node_of(run, last);
	bool brackets =
		value->style == NODE_FLOW || value->kind == NODE_ALIAS ||
		(holder->kind == NODE_LIST && value->style < NODE_BLOCK);
	bool spaced = is_spaced(run, addition->holder, last);
	uint32_t at = line_end(run, value->end), inside = holder->next - 1;
	bool keeps = node_of(run, inside)->kind == NODE_SCALAR &&
		     block_keeps(run, inside);
	struct yaml_layout layout = {
		.quoted = keys_are_quoted(run, addition->holder),
		.indent = column_at(run, holder->content),
		.step = inner_step(run, addition->holder, last),
		.eol = line_break(run, holder->start)};
	struct buf text = {0};

	if (keeps)
		at = block_end(run, inside);
	for (size_t i = 0; i < addition->content.n; i++) {
		buf_puts(&text, keeps ? "" : layout.eol);
		buf_puts(&text, spaced ? layout.eol : "");
		buf_fill(&text, ' ', layout.indent);
		write_line(&text, addition, i, &layout, brackets);
		buf_puts(&text, keeps ? layout.eol : "");
	}
	add_edit(run, addition->site, at, &text);
	edit_holds(run, &addition->content, false);
}

/* --- where nothing is yet ------------------------------------------------- */

/* in lines of their own; a placeholder goes from its span */
static void
fill_lines(struct editing *run, const struct addition *addition, uint32_t key,
	   struct span span)
{
	const struct node *blank = node_of(run, addition->holder);
	const struct yaml_layout layout = {
		.indent = column_at(run, node_of(run, key)->start) + run->step,
		.step = run->step,
		.eol = line_break(run, blank->start)};
	uint32_t end = line_end(run, span.end);
	uint32_t first = addition->holder, last = first + 1;
	struct buf none = {0}, below = {0};

	if (!node_is_empty(blank)) {
		edit_add(run, addition->site, span, &none, first, last);
		first = last = 0;
	}
	for (size_t i = 0; i < addition->content.n; i++) {
		buf_puts(&below, layout.eol);
		buf_fill(&below, ' ', layout.indent);
		write_line(&below, addition, i, &layout, false);
	}
	edit_add(run, addition->site, (struct span){end, end}, &below, first,
		 last);
	edit_holds(run, &addition->content, true);
}

/* behind a key without a value, or with a placeholder */
static bool
fill_blank(struct editing *run, const struct addition *addition)
{
	const struct node *blank = node_of(run, addition->holder);
	uint32_t key = key_of(run, addition->holder), colon;
	const struct yaml_layout layout = {.flow = true};
	struct span span;
	struct buf text = {0};

	colon = key == addition->holder ? blank->start : behind_colon(run, key);
	if (blank->anchor || blank->tag || !colon ||
	    blank->style >= NODE_LITERAL)
		return refuse(run->edited, REFUSED_FORM, addition->site->change,
			      N_("'{path}' stands below a value that can't be "
				 "filled in; write it anew first"),
			      ARGS(TEXT_ARG("path", addition->site->path)));
	span = (struct span){colon, node_is_empty(blank) ? colon : blank->end};
	if (!in_flow(run, addition->holder) && key != addition->holder &&
	    (addition->items || !content_is_short(&addition->content))) {
		fill_lines(run, addition, key, span);
		return true;
	}
	buf_putc(&text, ' ');
	content_write(&text, &addition->content, &layout);
	edit_add(run, addition->site, span, &text, addition->holder,
		 addition->holder + 1);
	edit_holds(run, &addition->content, true);
	return true;
}

bool
write_addition(struct editing *run, const struct addition *addition)
{
	const struct node *holder = node_of(run, addition->holder);
	bool map = addition->content.kind == CONTENT_MAP;

	if (!node_is_collection(holder))
		return fill_blank(run, addition);
	if (holder->kind != (map ? NODE_MAP : NODE_LIST))
		return refuse(run->edited, REFUSED_PATH, addition->site->change,
			      N_("'{path}' stands below a value that has no "
				 "keys; correct that first"),
			      ARGS(TEXT_ARG("path", addition->site->path)));
	if (holder->style == NODE_FLOW)
		write_flow(run, addition);
	else
		write_lines(run, addition, last_value(run, addition->holder));
	return true;
}
