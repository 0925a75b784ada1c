/* replacements.c - new values and names in place of old ones */
#include <string.h>

#include "ces/message.h"
#include "edit/parts.h"

void
edit_add(struct editing *run, const struct site *site, struct span span,
	 struct buf *text, uint32_t first, uint32_t last)
{
	struct edited *edited = run->edited;
	uint32_t n = (uint32_t)text->n;

	ARRAY_GROW(edited->edits, edited->n, edited->cap);
	edited->edits[edited->n++] = (struct edit){
		.start = span.start,
		.end = span.end,
		.text = arena_take(run->arena, text),
		.n = n,
		.first = first,
		.last = last,
		.change = site->change,
		.path = site->path,
		.object = site->object ? site->object : site->around};
}

static size_t
count_nodes(const struct content *content)
{
	size_t n = 1;

	for (size_t i = 0; i < content->n; i++)
		n += count_nodes(&content->items[i]) + (content->keys != NULL);
	return n;
}

static uint64_t *
list_nodes(uint64_t *to, const struct content *content, bool whole)
{
	if (content->kind == CONTENT_TEXT)
		*to++ = node_hash(content->text, content->length);
	else if (whole)
		*to++ = collection_hash(content->kind == CONTENT_MAP);
	for (size_t i = 0; i < content->n; i++) {
		if (content->keys)
			*to++ = node_hash(content->keys[i],
					  strlen(content->keys[i]));
		to = list_nodes(to, &content->items[i], true);
	}
	return to;
}

void
edit_holds(struct editing *run, const struct content *content, bool whole)
{
	struct edit *edit = &run->edited->edits[run->edited->n - 1];
	uint64_t *nodes =
		arena_alloc(run->arena, count_nodes(content) * sizeof(*nodes));

	edit->nodes = nodes;
	edit->node_count = (size_t)(list_nodes(nodes, content, whole) - nodes);
}

/*
 * Where the value ends for its reader: behind what a ' #' or a comma cut off
 * it, as the finding about that shows.
 */
static uint32_t
cut_end(const struct editing *run, const struct site *site, uint32_t from,
	uint32_t end)
{
	const struct findings *findings = &run->old->findings;

	for (size_t i = 0; i < findings->n; i++) {
		const struct finding *finding = &findings->items[i];
		struct span span = finding->span;

		if (finding->topic == &topics[TOPIC_document_syntax] &&
		    span.end > end && span.start >= from &&
		    span.end <= line_end(run, from) &&
		    (span.start == from || !strcmp(finding->path, site->path)))
			end = span.end;
	}
	return end;
}

/* behind the nodes that begin before that place, and an empty one of the last
 * of them */
static uint32_t
nodes_before(const struct editing *run, uint32_t value, uint32_t end)
{
	const struct nodes *nodes = &run->old->nodes;
	uint32_t i = nodes->items[value].next;

	while (i < nodes->n && nodes->items[i].start < end) {
		i = nodes->items[i].next;
		if (i < nodes->n && node_is_empty(&nodes->items[i]))
			i++;
	}
	return i;
}

/* the columns of a block of text's lines, or what they are to be */
static size_t
text_indent(const struct editing *run, const struct site *site)
{
	const struct node *node = node_of(run, site->value);
	const char *s = old_bytes(run);
	uint32_t at = line_behind(run, node->content);

	while (at < node->end && line_is_blank(run, at))
		at = line_behind(run, at);
	if (at < node->end)
		return strspn(s + at, " ");
	return column_at(run, node_of(run, site->holder)->content) + run->step;
}

/* Is the anchor or tag there the begin of a text, which has its finding? */
static bool
is_spoiled(const struct editing *run, const struct node *node)
{
	const struct findings *findings = &run->old->findings;

	for (size_t i = 0; i < findings->n; i++)
		if (findings->items[i].span.start == node->start &&
		    findings->items[i].topic == &topics[TOPIC_document_syntax])
			return true;
	return false;
}

static void
add_properties(const struct editing *run, const struct node *node,
	       struct buf *text)
{
	const char *s = old_bytes(run);

	if (node->content == node->start || is_spoiled(run, node))
		return;
	buf_add(text, s + node->start, node->content - node->start);
	if (node->kind == NODE_SCALAR && node->content > node->start &&
	    !strchr(" \t\r\n", s[node->content - 1]))
		buf_putc(text, ' ');
}

/* a text in place of a scalar or an alias */
static void
write_scalar(struct editing *run, const struct site *site,
	     const struct content *content)
{
	const struct node *node = node_of(run, site->value);
	bool block = node->style == NODE_LITERAL || node->style == NODE_FOLDED;
	uint32_t end = node_is_empty(node) || block || node->kind == NODE_ALIAS
			       ? node->end
			       : cut_end(run, site, node->start, node->end);
	struct yaml_layout layout = {.flow = in_flow(run, site->value),
				     .quoted = values_are_quoted(run, site),
				     .indent =
					     block ? text_indent(run, site) : 0,
				     .step = run->step,
				     .eol = line_break(run, node->start)};
	struct buf text = {0};

	if (block && block_keeps(run, site->value))
		end = before_break(run, block_end(run, site->value));
	add_properties(run, node, &text);
	scalar_write(&text, content, style_of(run, site, layout.flow), &layout);
	edit_add(run, site, (struct span){node->start, end}, &text, site->value,
		 nodes_before(run, site->value, end));
}

/* Would the comment that follows seem to cut a text without quotes? */
static bool
meets_comment(const struct editing *run, uint32_t at)
{
	const char *s = old_bytes(run);

	at += (uint32_t)strspn(s + at, " \t");
	return s[at] == '#' && !strchr(" \t\r\n", s[at + 1]);
}

/* lines below a key that has no value, and behind a comment of its line */
static void
write_below(struct editing *run, const struct site *site, uint32_t at,
	    const struct content *content)
{
	struct yaml_layout layout = {
		.indent = column_at(run, node_of(run, site->key)->start) +
			  run->step,
		.step = run->step,
		.eol = line_break(run, at)};
	uint32_t end = line_end(run, at);
	struct buf text = {0};

	buf_puts(&text, layout.eol);
	buf_fill(&text, ' ', layout.indent);
	content_write(&text, content, &layout);
	edit_add(run, site, (struct span){end, end}, &text, site->value,
		 site->value + 1);
}

/* a value behind a key, or a '-', that has none; with what a comment hides */
static bool
write_blank(struct editing *run, const struct site *site,
	    const struct content *content)
{
	const struct node *node = node_of(run, site->value);
	bool flow = in_flow(run, site->value);
	uint32_t at = site->key == NO_NODE ? node->start
					   : behind_colon(run, site->key);
	uint32_t end = cut_end(run, site, at, at);
	struct yaml_layout layout = {
		.flow = flow || content->kind != CONTENT_TEXT,
		.quoted = flow && keys_are_quoted(run, site->holder),
		.step = run->step,
		.eol = line_break(run, node->start)};
	struct buf text = {0};

	if (!at && !flow)
		return refuse(run->edited, REFUSED_FORM, site->change,
			      N_("'{path}' has a key without ':'; write it as "
				 "'key: value' first"),
			      ARGS(TEXT_ARG("path", site->path)));
	if (at && !flow && site->key != NO_NODE && end == at &&
	    !content_is_short(content)) {
		write_below(run, site, at, content);
		return true;
	}
	if (!at) {
		at = node_of(run, site->key)->end;
		buf_putc(&text, ':');
	}
	buf_putc(&text, ' ');
	if (content->kind == CONTENT_TEXT && meets_comment(run, end))
		scalar_write(&text, content, NODE_DOUBLE, &layout);
	else
		content_write(&text, content, &layout);
	edit_add(run, site, (struct span){at, end}, &text, site->value,
		 site->value + 1);
	return true;
}

/* in place of a collection in lines, by lines or behind its key */
static bool
write_block(struct editing *run, const struct site *site,
	    const struct content *content)
{
	const struct node *node = node_of(run, site->value);
	uint32_t start = node->content;
	bool lines = content->kind != CONTENT_TEXT && content->n;
	struct yaml_layout layout = {.flow = !lines,
				     .indent = column_at(run, node->content),
				     .step = run->step,
				     .eol = line_break(run, node->start)};
	struct buf text = {0};

	if (!lines && site->key != NO_NODE) {
		start = behind_colon(run, site->key);
		buf_putc(&text, ' ');
	} else if (lines) { /* behind an anchor or a tag */
		start = node->start;
		buf_add(&text, old_bytes(run) + start, node->content - start);
	}
	content_write(&text, content, &layout);
	edit_add(run, site, (struct span){start, node->end}, &text, site->value,
		 node->next);
	return true;
}

static bool
write_content(struct editing *run, const struct site *site,
	      const struct content *content)
{
	const struct node *node = node_of(run, site->value);
	bool text = content->kind == CONTENT_TEXT;
	uint32_t end;
	struct buf buf = {0};
	struct yaml_layout flow = {.flow = !text || in_flow(run, site->value),
				   .quoted = keys_are_quoted(run, site->value),
				   .eol = run->eol};

	if (node_is_collection(node) && node->style == NODE_BLOCK)
		return write_block(run, site, content);
	if (node_is_empty(node))
		return write_blank(run, site, content);
	if (text && !node_is_collection(node)) {
		write_scalar(run, site, content);
		return true;
	}
	content_write(&buf, content, &flow);
	end = node_is_collection(node)
		      ? node->end
		      : cut_end(run, site, node->start, node->end);
	edit_add(run, site, (struct span){node->start, end}, &buf, site->value,
		 nodes_before(run, site->value, end));
	return true;
}

/* A plain text whose last alias goes loses its anchor: without one, that would
 * be taken for the begin of the text. */
void
free_anchor(struct editing *run, const struct site *site, uint32_t alias)
{
	uint32_t at = node_of(run, alias)->kind == NODE_ALIAS
			      ? site_only_anchor(run, alias)
			      : NO_NODE;
	const struct node *node = at == NO_NODE ? NULL : node_of(run, at);
	struct content content;
	struct buf text = {0};

	if (!node || node->kind != NODE_SCALAR || node->style != NODE_PLAIN ||
	    node->tag || line_end(run, node->start) < node->end)
		return;
	buf_add(&text, old_bytes(run) + node->content,
		node->end - node->content);
	content = content_text(arena_string(run->arena, buf_text(&text)), true);
	edit_add(run, site, (struct span){node->start, node->end}, &text, at,
		 at + 1);
	edit_holds(run, &content, true);
}

bool
write_value(struct editing *run, const struct site *site)
{
	struct content content = site->change->content;
	const char *text = content.text;

	if (content.kind == CONTENT_TEXT)
		content.text = as_written(run, site, text);
	if (content.text != text)
		content.length = strlen(content.text);
	if (!write_content(run, site, &content))
		return false;
	edit_holds(run, &content, true);
	free_anchor(run, site, site->value);
	return true;
}

bool
write_name(struct editing *run, const struct site *site)
{
	const struct node *key = node_of(run, site->key);
	struct content name = content_text(site->change->name, false);
	struct yaml_layout layout = {.flow = in_flow(run, site->key)};
	struct buf text = {0};
	uint32_t end;

	if (key->kind != NODE_SCALAR || key->style > NODE_DOUBLE)
		return refuse(run->edited, REFUSED_FORM, site->change,
			      N_("'{path}' has a key that is no plain word; "
				 "write it anew first"),
			      ARGS(TEXT_ARG("path", site->path)));
	add_properties(run, key, &text);
	scalar_write(&text, &name, (enum node_style)key->style, &layout);
	end = wide_gap_end(run, site->key);
	if (end > key->end)
		buf_puts(&text,
			 strchr("\r\n", old_bytes(run)[end]) ? ":" : ": ");
	edit_add(run, site, (struct span){key->start, end}, &text, site->key,
		 site->key + 1);
	edit_holds(run, &name, true);
	return true;
}
