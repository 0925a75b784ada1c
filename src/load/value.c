/* value.c - scalars, read by the type of their key */
#include <math.h>
#include <string.h>

#include "ces/number.h"
#include "ces/reference.h"
#include "ces/utf8.h"
#include "load/loader.h"
#include "load/placeholders.h"

const char *
load_shown(struct loader *loader, const struct token *event)
{
	struct buf buf = {0};

	utf8_shorten(&buf, arena_copy(loader->arena, event->text, event->n),
		     40);
	return arena_take(loader->arena, &buf);
}

static const char *const kinds_found[] = {[EVENT_SCALAR] = N_("a single value"),
					  [EVENT_MAP] = N_("a mapping"),
					  [EVENT_LIST] = N_("a list"),
					  [EVENT_MAP_END] = "",
					  [EVENT_LIST_END] = "",
					  [EVENT_STOP] = ""};

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

const char *
load_expected(struct loader *loader, const struct place *place)
{
	struct field one;

	if (!place->field)
		return N_("a group of keys");
	one = place->key || place->element ? element_field(place->field)
					   : *place->field;
	if (one.kind == KIND_WORD && choices[one.list].n <= FEW_WORDS)
		return word_list(loader, KIND_WORD, one.list);
	return field_type_name(&one);
}

/* {start: 2026-06-30, end: 2027-03-31}: the first keys that a group needs */
static const char *
group_example(struct loader *loader, const struct entity *entity)
{
	struct buf buf = {0};
	int n = 0;

	buf_putc(&buf, '{');
	for (int i = 0; i < entity->n && n < 3; i++) {
		const struct field *field = &entity->fields[i];
		const char *example = field_example(field);

		if (field->need == NEED_REQUIRED)
			buf_printf(&buf, "%s%s: %s", n++ ? ", " : "",
				   field->key, example ? example : "...");
	}
	if (!n)
		buf_printf(&buf, "%s: ...", entity->fields->key);
	buf_puts(&buf, n == 3 ? ", ...}" : "}");
	return arena_take(loader->arena, &buf);
}

bool
load_reject(struct loader *loader, enum topic_id topic,
	    const struct place *place, const struct token *event,
	    const char *message, const char *proposal)
{
	const struct field *field = place->field;

	loader_find(loader, topic, token_span(event), place, message,
		    ARGS(TEXT_ARG("value", load_shown(loader, event)),
			 WORD_ARG("type", load_expected(loader, place)),
			 TEXT_ARG("key", place->key ? place->key
					 : field    ? field->key
						    : ""),
			 NUMBER_ARG("min", field ? field->min : 0),
			 NUMBER_ARG("max", field ? field->max : 0),
			 TEXT_ARG("proposal", proposal ? proposal : "")));
	return false;
}

bool
load_wrong_type(struct loader *loader, const struct place *place,
		const struct token *event, struct mark *mark)
{
	const struct field *field = place->field;

	mark->state = BROKEN;
	if (event->broken || event->kind == EVENT_STOP)
		return false;
	if (event->kind == EVENT_SCALAR && field && !place->key &&
	    field->kind == KIND_OBJECT)
		return load_reject(loader, TOPIC_document_wrong_type, place,
				   event,
				   N_("'{value}' is not a group of keys; write "
				      "it like {proposal}"),
				   group_example(loader, field->of()));
	if (event->kind == EVENT_SCALAR) {
		struct guess guess = load_guess(loader, place, event);

		if (guess.text)
			return load_offer(loader, TOPIC_document_wrong_type,
					  place, event, guess);
		return load_reject(loader, TOPIC_document_wrong_type, place,
				   event, N_("'{value}' is not {type}"), NULL);
	}
	loader_find(loader, TOPIC_document_wrong_type,
		    (struct span){event->start, event->start + 1}, place,
		    N_("expected {type}, found {found}"),
		    ARGS(WORD_ARG("found", kinds_found[event->kind]),
			 WORD_ARG("type", load_expected(loader, place))));
	events_skip(loader->events, event);
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

static bool
is_free_text(const struct place *place)
{
	return place->field && !place->key &&
	       (place->field->kind == KIND_TEXT ||
		place->field->kind == KIND_TEXTS);
}

/* Names the item as well, as many items have a key of that name. */
static void
report_todo(struct loader *loader, const struct place *place, struct span span)
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
			 WORD_ARG("type", load_expected(loader, place))));
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
			    source_token(loader->source, event->start));
		events_skip(loader->events, event);
		return true;
	}
	if (event->broken) {
		mark->state = BROKEN;
		return true;
	}
	if (is_blank(loader, event)) {
		/* 'name: #4 has none' is a text that a comment hides */
		mark->state =
			is_free_text(place) && !load_uncut(loader, place, event)
				? BROKEN
				: BLANK;
		return true;
	}
	if (!is_placeholder(event->text, event->n, language) ||
	    (*event->text == '?' && loader->replaced))
		return false;
	mark->state = TODO;
	report_todo(loader, place, token_span(event));
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
		return true;
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
		loader_find(loader, TOPIC_document_fraction, token_span(event),
			    place,
			    N_("'{value}' is read as {value} percent; write "
			       "'{value}%' if that is meant, or '{percent}%' "
			       "if it is a fraction of 1"),
			    ARGS(TEXT_ARG("value", load_shown(loader, event)),
				 NUMBER_ARG("percent",
					    round(value->n * 1e8) / 1e6)));
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

/* true where the scalar was read, else it has its finding */
static bool
read_value(struct loader *loader, const struct place *place,
	   const struct token *event, void *value)
{
	const struct field *field = place->field;
	const char *s = event->text;
	size_t n = event->n;
	struct date_value *date = value;
	struct period_value *period = value;
	struct text_value *text = value;

	switch (kind_element(field->kind)) {
	case KIND_TEXT:
		return read_text(loader, place, event, value);
	case KIND_FLAG:
		return read_flag(loader, place, event, value);
	case KIND_DATE:
		return date_parse(s, n, &date->date) ||
		       bad_date(loader, place, event, date_is_form(s, n));
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

void
load_scalar(struct loader *loader, const struct place *place,
	    const struct token *event, void *value)
{
	struct token token = *event;
	struct mark *mark = value;
	uint32_t cp = 0;

	if (load_unfilled(loader, place, event, mark))
		return;
	if (kind_element(place->field->kind) != KIND_TEXT)
		cp = load_tidy(loader, &token);
	mark->state = BROKEN;
	if (!read_value(loader, place, &token, value))
		return;
	mark->state = SET;
	load_strange(loader, place, event, &token, cp);
}
