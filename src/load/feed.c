/* feed.c - libyaml in batches; the one file that knows it */
#include "load/feed.h"

#include <pthread.h>
#include <stdlib.h>
#include <yaml.h>

#include "ces/arena.h"

enum {
	BATCH = 256, /* events; also how far the parser may run ahead
			of a limit that the reader finds crossed */
	BATCHES = 4,
	LARGE = 512 * 1024 /* from here on a thread is worth its while */
};

/* events in libyaml's form and in ours, which borrows their texts */
struct batch {
	yaml_event_t raw[BATCH];
	struct feed_event events[BATCH];
	int n;
	bool last; /* nothing follows: the end, or an error */
};

/*
 * The parser fills batches in turn, the reader empties them in turn. An
 * event's memory is freed by whoever parses, when its batch is filled anew.
 */
struct feed {
	yaml_parser_t parser;
	struct batch *batches;
	size_t filled, emptied; /* batches so far */
	int next;		/* event of the batch being read */
	bool threaded, stop, ended;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
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
empty(struct batch *batch)
{
	for (int i = 0; i < batch->n; i++)
		yaml_event_delete(&batch->raw[i]);
	batch->n = 0;
}

static void
fill(struct feed *feed, struct batch *batch)
{
	empty(batch);
	batch->last = false;
	while (batch->n < BATCH && !batch->last) {
		yaml_event_t *event = &batch->raw[batch->n];

		if (!yaml_parser_parse(&feed->parser, event)) {
			batch->last = true;
			return;
		}
		batch->last = event->type == YAML_STREAM_END_EVENT;
		convert(&batch->events[batch->n++], event);
	}
}

static void *
parse_ahead(void *data)
{
	struct feed *feed = data;
	bool more = true;

	pthread_mutex_lock(&feed->lock);
	while (more) {
		struct batch *batch;

		while (!feed->stop && feed->filled - feed->emptied == BATCHES)
			pthread_cond_wait(&feed->changed, &feed->lock);
		if (feed->stop)
			break;
		batch = &feed->batches[feed->filled % BATCHES];
		pthread_mutex_unlock(&feed->lock);
		fill(feed, batch);
		more = !batch->last;
		pthread_mutex_lock(&feed->lock);
		feed->filled++;
		pthread_cond_signal(&feed->changed);
	}
	pthread_mutex_unlock(&feed->lock);
	return NULL;
}

/* the next batch is there to be read */
static void
await(struct feed *feed)
{
	if (!feed->threaded) {
		fill(feed, feed->batches);
		return;
	}
	pthread_mutex_lock(&feed->lock);
	while (feed->filled == feed->emptied)
		pthread_cond_wait(&feed->changed, &feed->lock);
	pthread_mutex_unlock(&feed->lock);
}

/* the batch was read: the parser may fill it again */
static void
give_back(struct feed *feed)
{
	feed->next = 0;
	if (!feed->threaded)
		return;
	pthread_mutex_lock(&feed->lock);
	feed->emptied++;
	pthread_cond_signal(&feed->changed);
	pthread_mutex_unlock(&feed->lock);
}

const struct feed_event *
feed_next(struct feed *feed)
{
	struct batch *batch = &feed->batches[feed->emptied % BATCHES];

	if (feed->ended)
		return NULL;
	if (feed->next == 0)
		await(feed);
	else if (feed->next == batch->n && !batch->last) {
		give_back(feed);
		batch = &feed->batches[feed->emptied % BATCHES];
		await(feed);
	}
	if (feed->next == batch->n) {
		feed->ended = true;
		return NULL;
	}
	return &batch->events[feed->next++];
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
	size_t batches = n >= LARGE ? BATCHES : 1;

	*feed = (struct feed){.lock = PTHREAD_MUTEX_INITIALIZER,
			      .changed = PTHREAD_COND_INITIALIZER};
	feed->batches = mem_alloc(batches * sizeof(*feed->batches));
	for (size_t i = 0; i < batches; i++)
		feed->batches[i].n = 0;
	if (!yaml_parser_initialize(&feed->parser))
		die_memory();
	yaml_parser_set_encoding(&feed->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&feed->parser,
				     (const unsigned char *)bytes, n);
	feed->threaded = n >= LARGE && !pthread_create(&feed->thread, NULL,
						       parse_ahead, feed);
	return feed;
}

void
feed_close(struct feed *feed)
{
	size_t batches = feed->threaded ? BATCHES : 1;

	if (feed->threaded) {
		pthread_mutex_lock(&feed->lock);
		feed->stop = true;
		pthread_cond_signal(&feed->changed);
		pthread_mutex_unlock(&feed->lock);
		pthread_join(feed->thread, NULL);
	}
	for (size_t i = 0; i < batches; i++)
		empty(&feed->batches[i]);
	yaml_parser_delete(&feed->parser);
	free(feed->batches);
	free(feed);
}
