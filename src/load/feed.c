/* feed.c - libyaml's events; the one file that knows it */
#include "load/feed.h"

#include <stdlib.h>
#include <yaml.h>

#include "ces/arena.h"

struct feed {
	yaml_parser_t parser;
	yaml_event_t raw;	 /* the event in libyaml's form */
	struct feed_event event; /* and in ours, which borrows its texts */
	bool held, ended;
};

static void
convert(struct feed_event *to, const yaml_event_t *from)
{
	*to = (struct feed_event){.start = from->start_mark.index,
				  .end = from->end_mark.index};
	switch (from->type) {
	case YAML_SCALAR_EVENT:
		to->kind = FEED_SCALAR;
		to->text = (const char *)from->data.scalar.value;
		to->n = from->data.scalar.length;
		to->plain = from->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
		to->anchor = (const char *)from->data.scalar.anchor;
		to->tag = (const char *)from->data.scalar.tag;
		break;
	case YAML_MAPPING_START_EVENT:
		to->kind = FEED_MAP;
		to->anchor = (const char *)from->data.mapping_start.anchor;
		to->tag = (const char *)from->data.mapping_start.tag;
		break;
	case YAML_SEQUENCE_START_EVENT:
		to->kind = FEED_LIST;
		to->anchor = (const char *)from->data.sequence_start.anchor;
		to->tag = (const char *)from->data.sequence_start.tag;
		break;
	case YAML_MAPPING_END_EVENT:
		to->kind = FEED_MAP_END;
		break;
	case YAML_SEQUENCE_END_EVENT:
		to->kind = FEED_LIST_END;
		break;
	case YAML_ALIAS_EVENT:
		to->kind = FEED_ALIAS;
		to->text = (const char *)from->data.alias.anchor;
		break;
	case YAML_DOCUMENT_START_EVENT:
		to->kind = FEED_DOCUMENT;
		to->directives =
			from->data.document_start.tag_directives.start !=
			from->data.document_start.tag_directives.end;
		break;
	case YAML_STREAM_END_EVENT:
		to->kind = FEED_END;
		break;
	default:
		to->kind = FEED_NOTHING;
		break;
	}
}

static void
release_event(struct feed *feed)
{
	if (feed->held)
		yaml_event_delete(&feed->raw);
	feed->held = false;
}

const struct feed_event *
feed_next(struct feed *feed)
{
	release_event(feed);
	if (feed->ended || !yaml_parser_parse(&feed->parser, &feed->raw)) {
		feed->ended = true;
		return NULL;
	}
	feed->held = true;
	convert(&feed->event, &feed->raw);
	return &feed->event;
}

struct feed_error
feed_error(const struct feed *feed)
{
	const yaml_parser_t *parser = &feed->parser;

	if (parser->error == YAML_MEMORY_ERROR)
		die_memory();
	return (struct feed_error){parser->problem, parser->context,
				   parser->problem_mark.index,
				   parser->context_mark.index};
}

struct feed *
feed_open(const char *bytes, size_t n)
{
	struct feed *feed = mem_alloc(sizeof(*feed));

	feed->held = feed->ended = false;
	if (!yaml_parser_initialize(&feed->parser))
		die_memory();
	yaml_parser_set_encoding(&feed->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&feed->parser,
				     (const unsigned char *)bytes, n);
	return feed;
}

void
feed_close(struct feed *feed)
{
	release_event(feed);
	yaml_parser_delete(&feed->parser);
	free(feed);
}
