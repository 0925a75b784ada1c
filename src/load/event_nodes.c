/* event_nodes.c - the nodes of a plan, noted while its events are read */
#include <string.h>

#include "ces/utf8.h"
#include "load/events.h"

/* behind the anchor and the tag of a value, which may stand on other lines */
static uint32_t
skip_properties(const char *bytes, uint32_t at, uint32_t end)
{
	while (at < end && (bytes[at] == '&' || bytes[at] == '!')) {
		at += (uint32_t)strcspn(bytes + at, " \t\r\n,[]{}");
		while (at < end && (is_space(bytes[at]) || bytes[at] == '#'))
			at += bytes[at] == '#'
				      ? (uint32_t)strcspn(bytes + at, "\r\n")
				      : 1;
	}
	return at < end ? at : end;
}

void
node_note(struct source *source, const char *bytes, const struct token *event,
	  enum node_kind kind, enum node_style style, const char *anchor,
	  const char *tag)
{
	struct node node = {.start = event->start,
			    .content = event->start,
			    .end = event->end,
			    .kind = (uint8_t)kind,
			    .style = (uint8_t)style};

	if (kind != NODE_ALIAS && (anchor || tag))
		node.content = skip_properties(bytes, event->start,
					       kind == NODE_SCALAR ? event->end
								   : source->n);
	if (kind == NODE_SCALAR)
		node.text = node_hash(event->text, event->n);
	if (anchor && kind == NODE_ALIAS)
		node.text = node_hash(anchor, strlen(anchor));
	else if (anchor)
		node.anchor = (uint32_t)node_hash(anchor, strlen(anchor)) | 1;
	if (tag)
		node.tag = (uint32_t)node_hash(tag, strlen(tag)) | 1;
	nodes_add(source->nodes, node);
}
