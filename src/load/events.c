/* events.c - the parser's events with byte offsets, limits and aliases
 * expanded */
#include "load/events.h"

#include <stdlib.h>
#include <string.h>

#include "ces/utf8.h"
#include "load/anchors.h"
#include "load/feed.h"

enum {
	DEPTH_LIMIT = 64 /* libyaml is quadratic in nesting */
};

struct events {
	struct feed *feed;
	bool failed, started;
	struct source *source;
	struct arena *arena;
	struct findings *findings;
	int depth;
	/* libyaml counts code points from behind the byte order mark */
	size_t mark_index;
	uint32_t mark_byte;
	uint32_t first; /* bytes of a byte order mark */
	uint32_t ascii; /* up to here a byte is a code point */
	struct anchors anchors;
};

/* bytes of the code point that begins with this byte */
static uint32_t
lead_length(unsigned char c)
{
	return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

static uint32_t
ascii_until(const struct source *source, uint32_t i)
{
	while (i < source->n && (unsigned char)source->bytes[i] < 0x80)
		i++;
	return i;
}

/* marks come almost in order, so the last one is the best place to start */
static uint32_t
byte_of(struct events *events, size_t index)
{
	const char *s = events->source->bytes;

	if (index + events->first <= events->ascii)
		return (uint32_t)index + events->first;
	while (events->mark_index < index &&
	       events->mark_byte < events->source->n) {
		events->mark_byte +=
			lead_length((unsigned char)s[events->mark_byte]);
		events->mark_index++;
	}
	while (events->mark_index > index && events->mark_byte > 0) {
		do
			events->mark_byte--;
		while (((unsigned char)s[events->mark_byte] & 0xc0) == 0x80);
		events->mark_index--;
	}
	return events->mark_byte < events->source->n ? events->mark_byte
						     : events->source->n;
}

static void
report(struct events *events, struct span span, const char *message,
       const struct arg *args, size_t n)
{
	finding_add(events->findings, TOPIC_document_syntax, span, "", message,
		    args, n);
}

static struct token
stop_event(struct events *events)
{
	events->failed = true;
	return (struct token){.kind = EVENT_STOP,
			      .start = events->source->n,
			      .end = events->source->n};
}

/* the character at the offset, as text for a message */
static const char *
character(struct events *events, uint32_t at)
{
	const char *s = events->source->bytes + at;
	struct buf buf = {0};
	uint32_t cp;
	size_t n = utf8_decode(s, events->source->n - at, &cp);

	if (n == 0)
		return "";
	if (*s == '\t')
		return "tab";
	utf8_show(&buf, s, n, 0);
	return arena_take(events->arena, &buf);
}

static struct token
syntax_error(struct events *events)
{
	struct feed_error error = feed_error(events->feed);
	uint32_t at = byte_of(events, error.at);
	const struct complaint *complaint;
	struct span span;
	bool context;

	complaint = complaint_find(
		error.problem, error.context,
		at < events->source->n ? events->source->bytes[at] : '\0');
	context = complaint->at_context && error.context;
	if (context)
		at = byte_of(events, error.context_at);
	span = source_token(events->source, at);
	if (context || span.end == span.start)
		span.end = span.start + (span.start < events->source->n);
	report(events, span, complaint->message,
	       ARGS(TEXT_ARG("char", character(events, at))));
	return stop_event(events);
}

static struct token
broken_scalar(struct token event)
{
	event.kind = EVENT_SCALAR;
	event.text = "";
	event.n = 0;
	event.broken = true;
	return event;
}

/* are these the tags of the core schema, which change nothing? */
static bool
core_tag(const char *tag)
{
	static const char prefix[] = "tag:yaml.org,2002:";
	static const char *const names[] = {"str",  "int",	"float",
					    "bool", "null",	"map",
					    "seq",  "timestamp"};

	if (!strcmp(tag, "!"))
		return true;
	if (strncmp(tag, prefix, sizeof(prefix) - 1))
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (!strcmp(tag + sizeof(prefix) - 1, names[i]))
			return true;
	return false;
}

static void
check_tag(struct events *events, const struct token *event, const char *tag)
{
	const char *s = events->source->bytes;
	struct span span = {event->start, event->start};

	if (!tag || core_tag(tag))
		return;
	while (span.end < events->source->n &&
	       !strchr(" \t\r\n,[]{}", s[span.end]))
		span.end++;
	report(events, span, N_("the tag '{tag}' is not supported; remove it"),
	       ARGS(TEXT_ARG("tag", arena_copy(events->arena, s + span.start,
					       span.end - span.start))));
}

static struct token
too_deep(struct events *events, const struct token *event)
{
	report(events, (struct span){event->start, event->start + 1},
	       N_("nesting deeper than {limit} levels; a plan needs no more "
		  "than ten"),
	       ARGS(COUNT_ARG("limit", DEPTH_LIMIT)));
	return stop_event(events);
}

/* blank and comment lines that libyaml counts to a block's end are not its */
static uint32_t
trimmed_end(const struct events *events, uint32_t start, uint32_t end)
{
	const char *s = events->source->bytes;

	while (end > start && strchr(" \t\r\n", s[end - 1]))
		end--;
	return end;
}

static struct token
open_collection(struct events *events, struct token event, enum event_kind kind,
		const char *anchor, const char *tag)
{
	event.kind = kind;
	check_tag(events, &event, tag);
	if (events->depth >= DEPTH_LIMIT)
		return too_deep(events, &event);
	anchors_note(&events->anchors, &event, anchor, events->depth);
	events->depth++;
	return event;
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

static struct token
scalar(struct events *events, const struct feed_event *from, struct token event)
{
	event.kind = EVENT_SCALAR;
	event.text = from->text;
	event.n = from->n;
	event.plain = from->plain;
	if (!event.plain)
		event.end = trimmed_end(events, event.start, event.end);
	check_tag(events, &event, from->tag);
	anchors_note(&events->anchors, &event, from->anchor, events->depth);
	return event;
}

/* a directive, or the start of a second document */
static bool
document_start(struct events *events, const struct feed_event *from,
	       const struct token *event)
{
	struct span span = {event->start, event->start + 3};

	if (events->started) {
		report(events, span,
		       N_("a second document begins here, but a file holds "
			  "one plan; remove the '---' and everything after "
			  "it"),
		       NO_ARGS);
		return false;
	}
	events->started = true;
	if (from->directives)
		report(events, source_token(events->source, event->start),
		       N_("a '%TAG' line is not supported; remove it"),
		       NO_ARGS);
	return true;
}

/* Sets up the replay of the alias; false: *event is to be delivered as is. */
static bool
start_replay(struct events *events, const char *name, struct token *event)
{
	struct span span = {event->start, event->end};
	enum alias alias = anchors_alias(&events->anchors, name);

	name = arena_string(events->arena, name);
	switch (alias) {
	case ALIAS_KNOWN:
		if (events->anchors.replay_end - events->anchors.replay > 1)
			return true;
		/* one value: its findings belong here */
		anchors_replay(&events->anchors, event);
		event->start = span.start;
		event->end = span.end;
		anchors_note(&events->anchors, event, NULL, events->depth);
		return false;
	case ALIAS_UNKNOWN:
		report(events, span,
		       N_("'*{name}' refers to an anchor '&{name}' that the "
			  "file lacks; put quotes around a text that begins "
			  "with '*'"),
		       ARGS(TEXT_ARG("name", name)));
		break;
	case ALIAS_INSIDE:
		report(events, span,
		       N_("'*{name}' is inside the value that it refers to; "
			  "write the value out"),
		       ARGS(TEXT_ARG("name", name)));
		break;
	case ALIAS_TOO_MUCH:
		report(events, span,
		       N_("aliases expand to more than {limit} values; write "
			  "them out"),
		       ARGS(COUNT_ARG("limit", ALIAS_LIMIT)));
		*event = stop_event(events);
		return false;
	}
	*event = broken_scalar(*event);
	anchors_note(&events->anchors, event, NULL, events->depth);
	return false;
}

static struct token
convert(struct events *events, const struct feed_event *from, bool *again)
{
	struct token event = {.start = byte_of(events, from->start),
			      .end = byte_of(events, from->end)};

	*again = false;
	switch (from->kind) {
	case FEED_SCALAR:
		return scalar(events, from, event);
	case FEED_MAP:
		return open_collection(events, event, EVENT_MAP, from->anchor,
				       from->tag);
	case FEED_LIST:
		return open_collection(events, event, EVENT_LIST, from->anchor,
				       from->tag);
	case FEED_MAP_END:
		return close_collection(events, event, EVENT_MAP_END);
	case FEED_LIST_END:
		return close_collection(events, event, EVENT_LIST_END);
	case FEED_ALIAS:
		*again = start_replay(events, from->text, &event);
		return event;
	case FEED_DOCUMENT:
		*again = document_start(events, from, &event);
		return *again ? event : stop_event(events);
	case FEED_NOTHING:
		*again = true;
		return event;
	case FEED_END:
		break;
	}
	return event;
}

static struct token
replay(struct events *events, struct token event)
{
	if (event.kind == EVENT_MAP_END || event.kind == EVENT_LIST_END)
		return close_collection(events, event, event.kind);
	if (event.kind == EVENT_MAP || event.kind == EVENT_LIST)
		return open_collection(events, event, event.kind, NULL, NULL);
	anchors_note(&events->anchors, &event, NULL, events->depth);
	return event;
}

struct token
events_next(struct events *events)
{
	const struct feed_event *from;
	bool again;

	if (events->failed)
		return stop_event(events);
	do {
		struct token event;

		if (anchors_replay(&events->anchors, &event))
			return replay(events, event);
		from = feed_next(events->feed);
		if (!from)
			return syntax_error(events);
		event = convert(events, from, &again);
		if (!again)
			return event;
	} while (true);
}

void
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
			return;
		event = events_next(events);
	}
}

void
events_skip_next(struct events *events)
{
	struct token event = events_next(events);

	events_skip(events, &event);
}

bool
events_failed(const struct events *events)
{
	return events->failed;
}

struct events *
events_open(struct source *source, struct arena *arena,
	    struct findings *findings)
{
	struct events *events = mem_alloc(sizeof(*events));
	uint32_t skip =
		source->n >= 3 && !memcmp(source->bytes, "\xef\xbb\xbf", 3) ? 3
									    : 0;

	*events = (struct events){.source = source,
				  .arena = arena,
				  .findings = findings,
				  .first = skip,
				  .ascii = ascii_until(source, skip)};
	events->anchors.arena = arena;
	events->mark_byte = events->ascii;
	events->mark_index = events->ascii - skip;
	events->feed = feed_open(source->bytes + skip, source->n - skip);
	return events;
}

void
events_close(struct events *events)
{
	feed_close(events->feed);
	anchors_release(&events->anchors);
	free(events);
}
