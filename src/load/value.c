/* value.c - scalars, read by the type of their key */
#include <math.h>
#include <string.h>
#include <strings.h>

#include "ces/number.h"
#include "ces/reference.h"
#include "ces/utf8.h"
#include "load/loader.h"
#include "load/placeholders.h"

const char *
value_shown(struct arena *arena, const char *s, size_t n)
{
	struct buf buf = {0};

	utf8_shorten(&buf, arena_copy(arena, s, n), 40);
	return arena_take(arena, &buf);
}

const char *
load_shown(struct loader *loader, const struct token *event)
{
	return value_shown(loader->arena, event->text, event->n);
}

/* one value of a list or a small mapping, as a field of its own */
static struct field
element_field(const struct field *field)
{
	struct field one = *field;

	one.kind = kind_element(field->kind);
	if (field->kind == KIND_REFMAP)
		one.of = field->to;
	if (field->kind == KIND_WORDMAP)
		one.list = field->values;
	return one;
}

struct arg
type_arg(struct arena *arena, const struct field *field, bool element)
{
	struct field one;

	if (!field)
		return (struct arg)WORD_ARG("type", N_("a group of keys"));
	one = element ? element_field(field) : *field;
	if (one.kind == KIND_WORD && choices[one.list].n <= FEW_WORDS)
		return words_arg(arena, "type", KIND_WORD, one.list);
	return (struct arg)WORD_ARG("type", field_type_name(&one));
}

struct arg
load_type_arg(struct loader *loader, const struct place *place)
{
	return type_arg(loader->arena, place->field,
			place->key || place->element);
}

bool
load_reject(struct loader *loader, enum topic_id topic,
	    const struct place *place, const struct token *event,
	    const char *message, const char *proposal)
{
	const struct field *field = place->field;

	loader_find(loader, topic, token_span(event), place, message,
		    ARGS(TEXT_ARG("value", load_shown(loader, event)),
			 load_type_arg(loader, place),
			 TEXT_ARG("key", place->key ? place->key
					 : field    ? field->key
						    : ""),
			 NUMBER_ARG("min", field ? field->min : 0),
			 NUMBER_ARG("max", field ? field->max : 0),
			 TEXT_ARG("proposal", proposal ? proposal : "")));
	return false;
}

/* a blank of any kind, or YAML's null */
static bool
is_blank(struct loader *loader, const struct token *event)
{
	struct token tidy = *event;

	load_tidy(loader, &tidy);
	return tidy.n == 0 || (event->plain && token_is(event, "~"));
}

bool
is_free_text(const struct place *place)
{
	return place->field && !place->key &&
	       (place->field->kind == KIND_TEXT ||
		place->field->kind == KIND_TEXTS);
}

/* Below the key of sections and collections, comments are comments. */
static bool
is_value(const struct place *place)
{
	return place->field && (kind_shape(place->field->kind) != SHAPE_KEYS ||
				place->field->kind == KIND_OBJECT);
}

/* Names the item as well, as many items have a key of that name; text: what
 * stands there, for pages that list the questions. */
static void
report_todo(struct loader *loader, const struct place *place, struct span span,
	    const char *text)
{
	const char *key = place->key	 ? place->key
			  : place->field ? place->field->key
					 : place->object->id;
	const char *id = place->field ? load_item_id(place->object) : "";
	bool own = is_free_text(place);

	loader_find(loader, TOPIC_document_todo, span, place,
		    *id	  ? own ? N_("'{key}' of '{id}' still waits for your "
				       "answer; write it in your own words")
				: N_("'{key}' of '{id}' still waits for your "
				       "answer; write {type}")
		      : own ? N_("'{key}' still waits for your answer; write "
				   "it in your own words")
			  : N_("'{key}' still waits for your answer; write "
			       "{type}"),
		    ARGS(TEXT_ARG("key", key), TEXT_ARG("id", id),
			 TEXT_ARG("text", text), load_type_arg(loader, place)));
}

/* Namibia, ids such as that of North America, and 'pendiente' as the status of
 * an action */
static bool
means_itself(struct loader *loader, const struct place *place,
	     const struct token *event)
{
	const struct field *field = place->field;

	if (field && !place->key && kind_element(field->kind) == KIND_WORD &&
	    strncasecmp(event->text, "todo", 4) != 0 &&
	    load_guess(loader, place, event).text)
		return true;
	if (!field || event->n != 2 || strncasecmp(event->text, "na", 2) != 0)
		return false;
	return kind_element(field->kind) == KIND_CODE ||
	       (is_reference(field) &&
		strcmp(field->of()->name, "person") != 0);
}

bool
load_unfilled(struct loader *loader, const struct place *place,
	      const struct token *event, struct mark *mark)
{
	const struct text_value *texts = &loader->plan->plan.language;
	const char *language = is_set(&texts->at) ? texts->text : NULL;

	if (event->kind != EVENT_SCALAR) {
		if (event->kind == EVENT_STOP ||
		    !placeholder_alone(loader->bytes, loader->source->n,
				       event->start))
			return false;
		mark->state = TODO;
		report_todo(loader, place,
			    source_token(loader->source, event->start), "TODO");
		events_skip(loader->events, event);
		return true;
	}
	if (event->broken) {
		load_fix_broken(loader, place, event);
		mark->state = BROKEN;
		return true;
	}
	if (is_blank(loader, event)) {
		/* 'name: #4 has none' is a text that a comment hides */
		mark->state =
			is_value(place) && !load_uncut(loader, place, event)
				? BROKEN
				: BLANK;
		return true;
	}
	if (!is_placeholder(event->text, event->n, language) ||
	    means_itself(loader, place, event) ||
	    (*event->text == '?' && loader->replaced))
		return false;
	mark->state = TODO;
	report_todo(loader, place, token_span(event),
		    arena_copy(loader->arena, event->text, event->n));
	/* the one that every reader takes for a placeholder */
	if (place->field && strncmp(event->text, "TODO", 4) != 0)
		load_fix_value(loader, loader_last(loader),
			       guess_todo(loader->arena, event->text, event->n),
			       true);
	return true;
}

static bool
number_problem(struct loader *loader, const struct place *place,
	       const struct token *event, struct mark *mark,
	       enum number_problem problem)
{
	mark->state = BROKEN;
	if (problem == NUMBER_HUGE)
		return load_reject(
			loader, TOPIC_document_out_of_range, place, event,
			N_("'{value}' is too large for a plan's figure"), NULL);
	return load_wrong_type(loader, place, event, mark);
}

static void
report_fraction(struct loader *loader, const struct place *place,
		const struct token *event, double percent)
{
	struct finding *finding = loader_find(
		loader, TOPIC_document_fraction, token_span(event), place,
		N_("'{value}' is read as {value} percent; write '{value}%' if "
		   "that is meant, or '{percent}%' if it is a fraction of 1"),
		ARGS(TEXT_ARG("value", load_shown(loader, event)),
		     TYPED_ARG("percent", percent)));
	struct buf buf = {0};

	buf_number(&buf, percent);
	buf_puts(&buf, "%");
	load_fix_value(loader, finding, arena_take(loader->arena, &buf), false);
}

static bool
read_number(struct loader *loader, const struct place *place,
	    const struct token *event, struct number_value *value)
{
	const struct field *field = place->field;
	enum number_problem problem =
		field->unit == UNIT_PERCENT
			? percent_parse(event->text, event->n, &value->n,
					&value->fraction)
			: number_parse(event->text, event->n, &value->n);

	if (problem)
		return number_problem(loader, place, event, &value->at,
				      problem);
	if (load_doubtful(loader, place, event, &value->at))
		return false;
	if (field->whole && value->n != (double)(long long)value->n)
		return load_wrong_type(loader, place, event, &value->at);
	if (field->kind == KIND_INTMAP) /* its limits are those of the keys */
		return value->n >= 0 ||
		       load_reject(loader, TOPIC_document_out_of_range, place,
				   event,
				   N_("'{value}' is below 0, and no month has "
				      "fewer than 0 contacts; write 1 for a "
				      "usual month"),
				   NULL);
	if (value->n < field->min || value->n > field->max ||
	    (field->nonzero && value->n == 0))
		return load_reject(
			loader, TOPIC_document_out_of_range, place, event,
			field->nonzero && field->min < 0
				? N_("'{value}' is outside {min} to {max}; 0 "
				     "is not allowed either")
			: field->nonzero && value->n == 0
				? N_("'{key}' can't be 0; correct the number")
			: field->max >= 1e6
				? N_("'{value}' is below {min}")
				: N_("'{value}' is outside {min} to {max}"),
			NULL);
	if (value->fraction)
		report_fraction(loader, place, event,
				round(value->n * 1e8) / 1e6);
	return true;
}

static bool
read_reading(struct loader *loader, const struct place *place,
	     const struct token *event, struct reading_value *value)
{
	struct duration duration;
	bool fraction;
	enum number_problem problem =
		number_parse(event->text, event->n, &value->n);

	if (!problem) {
		load_doubtful(loader, place, event, &value->at);
		return true;
	}
	if (event->n && event->text[event->n - 1] == '%' &&
	    !percent_parse(event->text, event->n, &value->n, &fraction)) {
		value->suffix = READING_PERCENT;
		return true;
	}
	if (duration_parse(event->text, event->n, &duration)) {
		value->suffix = READING_TIME;
		value->unit = duration.unit;
		value->n = duration.amount;
		return true;
	}
	return number_problem(loader, place, event, &value->at, problem);
}

/* Moments have a limit, and are told by the clock. */
static bool
read_duration(struct loader *loader, const struct place *place,
	      const struct token *event, struct duration_value *value)
{
	const struct field *field = place->field;
	double seconds;

	if (!duration_parse(event->text, event->n, &value->duration))
		return load_wrong_type(loader, place, event, &value->at);
	seconds = duration_seconds(value->duration);
	if (field->nonzero && seconds == 0)
		return load_reject(
			loader, TOPIC_document_out_of_range, place, event,
			N_("'{key}' can't be 0; correct the time"), NULL);
	if (field->max > 0 && (seconds > field->max ||
			       value->duration.unit == DURATION_BUSINESS_DAYS))
		return load_reject(
			loader, TOPIC_document_out_of_range, place, event,
			field->max > 3600
				? N_("'{value}' is too long here; write "
				     "seconds, minutes or hours, up to 24h")
				: N_("'{value}' is too long here; write "
				     "seconds or minutes, up to 60min"),
			NULL);
	return true;
}

static bool
bad_date(struct loader *loader, const struct place *place,
	 const struct token *event, bool form)
{
	struct guess guess = load_guess(loader, place, event);

	if (guess.text)
		return load_offer(loader, TOPIC_document_bad_date, place, event,
				  guess);
	return load_reject(loader, TOPIC_document_bad_date, place, event,
			   form ? N_("'{value}' does not exist in the calendar")
				: N_("'{value}' is not {type}"),
			   NULL);
}

static bool
read_date(struct loader *loader, const struct place *place,
	  const struct token *event, struct date_value *value)
{
	struct guess guess;

	if (date_parse(event->text, event->n, &value->date))
		return true;
	guess = load_guess(loader, place, event);
	if (value == &loader->plan->plan.as_of && guess.text && !guess.other)
		date_parse(guess.text, strlen(guess.text), &value->date);
	return bad_date(loader, place, event,
			date_is_form(event->text, event->n));
}

/* true where the scalar was read, else it has its finding */
static bool
read_value(struct loader *loader, const struct place *place,
	   const struct token *event, void *value)
{
	const struct field *field = place->field;
	const char *s = event->text;
	size_t n = event->n;
	struct period_value *period = value;
	struct text_value *text = value;

	switch (kind_element(field->kind)) {
	case KIND_TEXT:
		return read_text(loader, place, event, value);
	case KIND_FLAG:
		return read_flag(loader, place, event, value);
	case KIND_DATE:
		return read_date(loader, place, event, value);
	case KIND_PERIOD:
		return period_parse(s, n, &period->period) ||
		       bad_date(loader, place, event, period_is_form(s, n));
	case KIND_DURATION:
		return read_duration(loader, place, event, value);
	case KIND_WEEK:
		return read_week(loader, place, event, value);
	case KIND_SPANS:
		return read_spans(loader, place, event, value);
	case KIND_ZONE:
		return read_zone(loader, place, event, value);
	case KIND_READING:
		return read_reading(loader, place, event, value);
	case KIND_NUMBER:
		return read_number(loader, place, event, value);
	case KIND_CODE:
		return read_code(loader, place, event, value);
	case KIND_WORD:
		return read_word(loader, place, event, value);
	case KIND_LOOKUP:
		return read_lookup(loader, place, event, value);
	default: /* a reference's id has the place of a text */
		text->text = arena_copy(loader->arena, s, n);
		return true;
	}
}

/* words of closed lists, all of which are of ASCII */
static bool
is_closed(enum kind kind)
{
	return kind == KIND_FLAG || kind == KIND_WORD || kind == KIND_CODE ||
	       kind == KIND_LOOKUP || kind == KIND_ZONE;
}

bool
load_is_replaced(struct loader *loader, const struct token *event)
{
	const struct findings *findings = loader->findings;

	if (!loader->replaced || !memchr(event->text, '?', event->n))
		return false;
	for (size_t i = 0; i < findings->n && i < NEAREST_MOST; i++)
		if (findings->items[i].span.start >= event->start &&
		    findings->items[i].span.end <= event->end)
			return true;
	return false;
}

void
load_scalar(struct loader *loader, const struct place *place,
	    const struct token *event, void *value)
{
	enum kind kind = kind_element(place->field->kind);
	struct token token = *event;
	struct mark *mark = value;
	size_t before;
	uint32_t cp = 0;

	if (load_unfilled(loader, place, event, mark))
		return;
	before = loader->findings->n;
	mark->state = BROKEN;
	if (kind != KIND_TEXT && load_is_replaced(loader, event))
		return;
	if (is_closed(kind))
		cp = load_plain(loader, &token);
	else if (kind != KIND_TEXT)
		cp = load_tidy(loader, &token);
	mark->state = BROKEN;
	if (!read_value(loader, place, &token, value))
		return;
	mark->state = SET;
	/* 'true' in place of 'yes' is typed anew as well */
	if (kind != KIND_FLAG || loader->findings->n == before)
		load_fix_value(
			loader, load_strange(loader, place, event, &token, cp),
			arena_copy(loader->arena, token.text, token.n), true);
}
