/* events.c - libyaml's events with byte offsets, limits and aliases expanded;
 * the one file that knows libyaml */
#include "load/events.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "load/anchors.h"
#include "load/braces.h"
#include "load/halves.h"
#include "load/offsets.h"
#include "load/placeholders.h"

struct events {
	yaml_parser_t parser;
	yaml_event_t raw; /* the last event, in libyaml's form */
	bool held;	  /* raw is to be deleted */
	bool failed, started;
	struct span fault; /* where it failed, and up to where at least */
	struct hole cut;   /* what to pass over then; empty where not known */
	struct source *source;
	const char *bytes; /* its own, or a copy made readable */
	const struct holes *holes;
	struct arena *arena;
	struct findings *findings;
	int depth;
	uint32_t alias; /* where the one that is being played stands */
	struct levels levels;
	struct braces braces;
	struct offsets offsets;
	struct anchors anchors;
};

static void
report(struct events *events, struct span span, const char *message,
       const struct arg *args, size_t n)
{
	finding_add(events->findings, TOPIC_document_syntax, span, "", message,
		    args, n);
}

static struct token
stop_event(struct events *events, uint32_t at)
{
	if (!events->failed)
		events->fault = (struct span){at, at};
	events->failed = true;
	return (struct token){.kind = EVENT_STOP,
			      .start = events->source->n,
			      .end = events->source->n};
}

static struct token
syntax_error(struct events *events)
{
	const yaml_parser_t *parser = &events->parser;
	struct fault fault = {.problem = parser->problem ? parser->problem : "",
			      .context = parser->context,
			      .written = events->source->bytes};

	if (parser->error == YAML_MEMORY_ERROR)
		die_memory();
	fault.at = fault.context_at =
		offset_of(&events->offsets, parser->problem_mark.index);
	if (parser->context)
		fault.context_at =
			offset_of(&events->offsets, parser->context_mark.index);
	events->cut =
		fault_report(events->findings, &events->levels, events->source,
			     events->bytes, &fault, &events->fault);
	events->failed = true;
	return stop_event(events, fault.at);
}

/* blank and comment lines that libyaml counts to a block's end are not its */
static uint32_t
trimmed_end(const struct events *events, uint32_t start, uint32_t end)
{
	const char *s = events->bytes;

	while (end > start && strchr(" \t\r\n", s[end - 1]))
		end--;
	return end;
}

static void
note(struct events *events, const struct token *event, enum node_kind kind,
     enum node_style style, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (events->source->nodes)
		node_note(events->source, events->bytes, event, kind, style,
			  (const char *)anchor, (const char *)tag);
}

static void
close_node(struct events *events, const struct token *event)
{
	if (events->source->nodes)
		nodes_close(events->source->nodes, event->end);
}

static struct token
open_collection(struct events *events, struct token event, enum event_kind kind,
		const yaml_char_t *anchor, const yaml_char_t *tag)
{
	event.kind = kind;
	tag_check(events->findings, events->bytes, events->source->n, &event,
		  (const char *)tag);
	if (events->depth >= DEPTH_LIMIT) {
		report(events, (struct span){event.start, event.start + 1},
		       N_("nesting deeper than {limit} levels; a plan needs no "
			  "more than ten"),
		       ARGS(COUNT_ARG("limit", DEPTH_LIMIT)));
		return stop_event(events, event.start);
	}
	anchors_note(&events->anchors, &event, (const char *)anchor,
		     events->depth);
	events->depth++;
	return event;
}

/* one of the file, not of an alias */
static struct token
read_collection(struct events *events, struct token event, enum event_kind kind,
		bool flow, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	note(events, &event, kind == EVENT_MAP ? NODE_MAP : NODE_LIST,
	     flow ? NODE_FLOW : NODE_BLOCK, anchor, tag);
	return open_collection(events, event, kind, anchor, tag);
}

static struct token
close_collection(struct events *events, struct token event,
		 enum event_kind kind)
{
	event.kind = kind;
	events->depth--;
	anchors_end(&events->anchors, &event, events->depth);
	return event;
}

/* '!urgent calls': the first word is lost as a tag. */
static void
check_scalar_tag(struct events *events, struct token *scalar)
{
	const char *tag = (const char *)events->raw.data.scalar.tag;

	if (tag && scalar->plain && events->bytes[scalar->start] == '!' &&
	    (!tag_is_core(tag) || !strcmp(tag, "!")))
		complaint_begins(events->findings, events->bytes,
				 events->source->n, &events->levels, scalar);
	else
		tag_check(events->findings, events->bytes, events->source->n,
			  scalar, tag);
}

/* '&Half of them': the first word is lost as the name of an anchor. */
static void
check_anchor(struct events *events, struct token *scalar)
{
	const char *anchor = (const char *)events->raw.data.scalar.anchor;

	if (anchor && scalar->plain && events->bytes[scalar->start] == '&' &&
	    !anchors_used(&events->anchors, anchor))
		complaint_begins(events->findings, events->bytes,
				 events->source->n, &events->levels, scalar);
}

static struct token
scalar(struct events *events, struct token event)
{
	static const enum node_style styles[] = {
		[YAML_SINGLE_QUOTED_SCALAR_STYLE] = NODE_SINGLE,
		[YAML_DOUBLE_QUOTED_SCALAR_STYLE] = NODE_DOUBLE,
		[YAML_LITERAL_SCALAR_STYLE] = NODE_LITERAL,
		[YAML_FOLDED_SCALAR_STYLE] = NODE_FOLDED};
	const yaml_event_t *raw = &events->raw;
	const char *own = events->source->bytes;

	event.kind = EVENT_SCALAR;
	event.text = (const char *)raw->data.scalar.value;
	event.n = raw->data.scalar.length;
	event.plain = raw->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	if (event.plain &&
	    placeholder_masked(events->bytes + event.start, own + event.start,
			       event.end - event.start)) {
		event.n = event.end - event.start;
		event.text =
			arena_copy(events->arena, own + event.start, event.n);
	}
	if (!event.plain)
		event.end = trimmed_end(events, event.start, event.end);
	if (raw->start_mark.line < raw->end_mark.line &&
	    strchr("\"'", events->bytes[event.start]) &&
	    !closed_end(events->bytes, events->source->n, event.start)) {
		report(events, (struct span){event.start, event.start + 1},
		       N_("the quote that opens here is never closed"),
		       NO_ARGS);
		return stop_event(events, event.start);
	}
	if (event.n == 0 && event.plain)
		event.broken =
			holes_follow(events->holes, events->bytes, event.start);
	check_anchor(events, &event);
	if (own != events->bytes &&
	    raw->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE &&
	    halves_in(own + event.start, event.end - event.start))
		halves_restore(events->findings, &event);
	check_scalar_tag(events, &event);
	note(events, &event, NODE_SCALAR, styles[raw->data.scalar.style],
	     raw->data.scalar.anchor, raw->data.scalar.tag);
	anchors_note(&events->anchors, &event,
		     (const char *)raw->data.scalar.anchor, events->depth);
	return event;
}

/* a directive, or the start of a second document */
static bool
document_start(struct events *events, const struct token *event)
{
	const yaml_event_t *raw = &events->raw;
	struct span span = {event->start, event->start + 3};
	uint32_t n = events->source->n;

	if (events->started) {
		report(events, span,
		       document_end(events->bytes, n, span.start) == n
			       ? N_("a second document begins here, but a file "
				    "holds one plan; remove the '---' and "
				    "everything after it")
			       : N_("'---' begins another document, but a file "
				    "holds one plan; remove this line"),
		       NO_ARGS);
		return false;
	}
	events->started = true;
	if (raw->data.document_start.tag_directives.start !=
	    raw->data.document_start.tag_directives.end)
		report(events, source_token(events->source, event->start),
		       N_("a '%TAG' line is not supported; remove it"),
		       NO_ARGS);
	return true;
}

/* Sets up the replay of the alias; false: *event is to be delivered as is. */
static bool
start_replay(struct events *events, const char *name, struct token *event)
{
	static const char *const problems[] = {
		[ALIAS_UNKNOWN] =
			N_("'*{name}' refers to an anchor '&{name}' that the "
			   "file lacks; a text that begins with '*' needs "
			   "quotes: \"*{name}\""),
		[ALIAS_INSIDE] = N_("'*{name}' is inside the value that it "
				    "refers to; write the value out"),
		[ALIAS_TOO_MUCH] = N_("aliases expand to more than {limit} "
				      "values; write them out")};
	struct span span = {event->start, event->end};
	enum alias alias = anchors_alias(&events->anchors, name);

	if (alias != ALIAS_KNOWN) {
		name = arena_string(events->arena, name);
		if (alias != ALIAS_UNKNOWN ||
		    !anchors_lost(&events->anchors, name))
			report(events, span, problems[alias],
			       ARGS(ITEM_ARG("name", name, name),
				    COUNT_ARG("limit", ALIAS_LIMIT)));
		if (alias == ALIAS_TOO_MUCH) {
			*event = stop_event(events, span.start);
			return false;
		}
		*event = (struct token){.kind = EVENT_SCALAR,
					.start = span.start,
					.end = span.end,
					.text = "",
					.broken = true};
	} else {
		events->alias = span.start;
		if (events->anchors.replay_end - events->anchors.replay > 1)
			return true;
		/* one value: its findings belong here */
		anchors_replay(&events->anchors, event);
		event->start = span.start;
		event->end = span.end;
	}
	anchors_note(&events->anchors, event, NULL, events->depth);
	return false;
}

static struct token
convert(struct events *events, bool *again)
{
	const yaml_event_t *raw = &events->raw;
	struct token event = {
		.start = offset_of(&events->offsets, raw->start_mark.index),
		.end = offset_of(&events->offsets, raw->end_mark.index)};

	*again = false;
	switch (raw->type) {
	case YAML_SCALAR_EVENT:
		return scalar(events, event);
	case YAML_MAPPING_START_EVENT:
		return read_collection(events, event, EVENT_MAP,
				       raw->data.mapping_start.style ==
					       YAML_FLOW_MAPPING_STYLE,
				       raw->data.mapping_start.anchor,
				       raw->data.mapping_start.tag);
	case YAML_SEQUENCE_START_EVENT:
		return read_collection(events, event, EVENT_LIST,
				       raw->data.sequence_start.style ==
					       YAML_FLOW_SEQUENCE_STYLE,
				       raw->data.sequence_start.anchor,
				       raw->data.sequence_start.tag);
	case YAML_MAPPING_END_EVENT:
		close_node(events, &event);
		return close_collection(events, event, EVENT_MAP_END);
	case YAML_SEQUENCE_END_EVENT:
		close_node(events, &event);
		return close_collection(events, event, EVENT_LIST_END);
	case YAML_ALIAS_EVENT:
		note(events, &event, NODE_ALIAS, NODE_PLAIN,
		     raw->data.alias.anchor, NULL);
		*again = start_replay(
			events, (const char *)raw->data.alias.anchor, &event);
		return event;
	case YAML_DOCUMENT_START_EVENT:
		*again = document_start(events, &event);
		return *again ? event : stop_event(events, event.start);
	case YAML_STREAM_END_EVENT:
		return event;
	default: /* of no meaning for a plan */
		*again = true;
		return event;
	}
}

static struct token
replay(struct events *events, struct token event)
{
	if (event.kind == EVENT_MAP_END || event.kind == EVENT_LIST_END)
		return close_collection(events, event, event.kind);
	if (event.kind == EVENT_MAP || event.kind == EVENT_LIST) {
		if (events->depth >= DEPTH_LIMIT)
			event.start = events->alias;
		return open_collection(events, event, event.kind, NULL, NULL);
	}
	anchors_note(&events->anchors, &event, NULL, events->depth);
	return event;
}

static struct token
next(struct events *events)
{
	bool again;

	if (events->failed)
		return stop_event(events, events->fault.start);
	do {
		struct token event;

		if (anchors_replay(&events->anchors, &event))
			return replay(events, event);
		if (events->held)
			yaml_event_delete(&events->raw);
		events->held = yaml_parser_parse(&events->parser, &events->raw);
		if (!events->held)
			return syntax_error(events);
		event = convert(events, &again);
		if (!again && event.kind == EVENT_SCALAR)
			again = braces_check(&events->braces,
					     levels_top(&events->levels),
					     events->bytes, events->source->n,
					     events->findings, &event);
		if (!again)
			return event;
	} while (true);
}

struct token
events_next(struct events *events)
{
	struct token event = next(events);

	levels_note(&events->levels, events->bytes, &event);
	return event;
}

uint32_t
events_skip(struct events *events, const struct token *first)
{
	int depth = 0;
	struct token event = *first;

	for (;;) {
		if (event.kind == EVENT_MAP || event.kind == EVENT_LIST)
			depth++;
		else if (event.kind == EVENT_MAP_END ||
			 event.kind == EVENT_LIST_END)
			depth--;
		if (depth == 0 || event.kind == EVENT_STOP)
			return event.end;
		event = events_next(events);
	}
}

void
events_skip_next(struct events *events)
{
	struct token event = events_next(events);

	events_skip(events, &event);
}

const struct span *
events_fault(const struct events *events)
{
	return events->failed ? &events->fault : NULL;
}

struct hole
events_cut(const struct events *events)
{
	return events->cut;
}

struct events *
events_open(struct source *source, const char *bytes, const struct holes *holes,
	    struct findings *findings)
{
	struct events *events = mem_alloc(sizeof(*events));
	uint32_t skip =
		source->n >= 3 && !memcmp(source->bytes, "\xef\xbb\xbf", 3) ? 3
									    : 0;

	*events = (struct events){
		.source = source,
		.bytes = bytes,
		.holes = holes,
		.arena = findings->arena,
		.findings = findings,
		.offsets = offsets_start(bytes, source->n, skip)};
	events->anchors = (struct anchors){
		.arena = findings->arena, .bytes = bytes, .source = source};
	if (!yaml_parser_initialize(&events->parser))
		die_memory();
	if (source->nodes)
		nodes_clear(source->nodes);
	yaml_parser_set_encoding(&events->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&events->parser,
				     (const unsigned char *)(bytes + skip),
				     source->n - skip);
	return events;
}

void
events_close(struct events *events)
{
	if (events->held)
		yaml_event_delete(&events->raw);
	yaml_parser_delete(&events->parser);
	anchors_release(&events->anchors);
	free(events);
}
