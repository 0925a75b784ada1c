/* value.c - scalars, read by the type of their key */
#include <string.h>

#include "ces/number.h"
#include "ces/reference.h"
#include "ces/utf8.h"
#include "load/loader.h"

const char *
load_shown(struct loader *loader, const struct token *event)
{
	struct buf buf = {0};
	const char *text = arena_copy(loader->arena, event->text, event->n);

	utf8_shorten(&buf, text, 40);
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
	if (!place->key && !place->element)
		return load_type(loader, place->field);
	one = element_field(place->field);
	return load_type(loader, &one);
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

void
load_wrong_type(struct loader *loader, const struct place *place,
		const struct token *event, struct mark *mark)
{
	struct span span = token_span(event);

	mark->state = BROKEN;
	if (event->broken || event->kind == EVENT_STOP)
		return;
	if (event->kind == EVENT_SCALAR && place->field && !place->key &&
	    place->field->kind == KIND_OBJECT)
		loader_find(loader, TOPIC_document_wrong_type, span, place,
			    N_("'{value}' is not a group of keys; write it "
			       "like {example}"),
			    ARGS(TEXT_ARG("value", load_shown(loader, event)),
				 TEXT_ARG("example",
					  group_example(loader,
							place->field->of()))));
	else if (event->kind == EVENT_SCALAR)
		loader_find(
			loader, TOPIC_document_wrong_type, span, place,
			N_("'{value}' is not {type}"),
			ARGS(TEXT_ARG("value", load_shown(loader, event)),
			     WORD_ARG("type", load_expected(loader, place))));
	else
		loader_find(
			loader, TOPIC_document_wrong_type,
			(struct span){span.start, span.start + 1}, place,
			N_("expected {type}, found {found}"),
			ARGS(WORD_ARG("found", kinds_found[event->kind]),
			     WORD_ARG("type", load_expected(loader, place))));
	events_skip(loader->events, event);
}

static bool
is_blank(const struct token *event)
{
	return event->n == 0 ||
	       (event->plain && event->n == 1 && *event->text == '~');
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
	if (event->broken) {
		mark->state = BROKEN;
		return true;
	}
	if (is_blank(event)) {
		mark->state = BLANK;
		return true;
	}
	if (event->n < 4 || memcmp(event->text, "TODO", 4) != 0)
		return false;
	mark->state = TODO;
	report_todo(loader, place, token_span(event));
	return true;
}

/* joiners are part of words of some scripts, and of emoji */
static bool
is_joiner(uint32_t cp, uint32_t before, const struct token *event, size_t next)
{
	return (cp == 0x200c || cp == 0x200d) && before >= 0x80 &&
	       next < event->n && (unsigned char)event->text[next] >= 0x80;
}

/* bidirectional controls and zero-width characters, where there are any */
static void
check_invisible(struct loader *loader, const struct place *place,
		const struct token *event)
{
	uint32_t cp = 0, before;

	if (!loader->invisible)
		return;
	for (size_t i = 0; i < event->n;) {
		size_t n;

		before = cp;
		n = utf8_decode(event->text + i, event->n - i, &cp);
		if (n && utf8_is_invisible(cp) &&
		    !is_joiner(cp, before, event, i + n)) {
			loader_find(loader, TOPIC_document_invisible,
				    token_span(event), place,
				    N_("'{text}' contains the invisible "
				       "character {code}; remove it"),
				    ARGS(TEXT_ARG("code",
						  arena_format(loader->arena,
							       "U+%04X", cp)),
					 TEXT_ARG("text",
						  load_shown(loader, event))));
			return;
		}
		i += n ? n : 1;
	}
}

/* YAML takes '#4' behind a blank for a comment, so it would cut the text. */
static bool
check_comment(struct loader *loader, const struct place *place,
	      const struct token *event)
{
	const char *s = loader->bytes;
	uint32_t at = event->end, end;

	while (s[at] == ' ' || s[at] == '\t')
		at++;
	if (!event->plain || at == event->end || s[at] != '#' ||
	    is_space(s[at + 1]) || !s[at + 1])
		return true;
	for (end = at; s[end] && s[end] != '\n' && s[end] != '\r';)
		end++;
	loader_find(
		loader, TOPIC_document_syntax, (struct span){event->start, end},
		place,
		N_("' #' begins a comment, which cuts this text; put "
		   "quotes around it: {text}"),
		ARGS(TEXT_ARG("text", quoted(loader->arena, s + event->start,
					     end - event->start))));
	return false;
}

static bool
read_text(struct loader *loader, const struct place *place,
	  const struct token *event, struct text_value *value)
{
	/* from an escape; texts end at their first NUL */
	if (memchr(event->text, '\0', event->n)) {
		loader_find(loader, TOPIC_document_syntax, token_span(event),
			    place,
			    N_("the control character {hex} is not allowed in "
			       "a plan; remove it"),
			    ARGS(TEXT_ARG("hex", "U+0000")));
		return false;
	}
	if (!check_comment(loader, place, event))
		return false;
	check_invisible(loader, place, event);
	load_length(loader, place, event);
	value->text = arena_copy(loader->arena, event->text, event->n);
	return true;
}

static void
report_range(struct loader *loader, const struct place *place,
	     const struct token *event)
{
	const struct field *field = place->field;

	loader_find(
		loader, TOPIC_document_out_of_range, token_span(event), place,
		field->nonzero	    ? N_("'{value}' is outside {min} to {max}; "
					      "0 is not allowed either")
		: field->max >= 1e6 ? N_("'{value}' is below {min}")
				    : N_("'{value}' is outside {min} to {max}"),
		ARGS(TEXT_ARG("value", load_shown(loader, event)),
		     NUMBER_ARG("min", field->min),
		     NUMBER_ARG("max", field->max)));
}

static bool
number_problem(struct loader *loader, const struct place *place,
	       const struct token *event, struct mark *mark,
	       enum number_problem problem)
{
	double meant;

	mark->state = BROKEN;
	if (problem == NUMBER_SEPARATOR &&
	    number_without_separators(event->text, event->n, &meant))
		loader_find(loader, TOPIC_document_wrong_type,
			    token_span(event), place,
			    N_("'{value}' is not a number; write it without "
			       "separators: {number}"),
			    ARGS(TEXT_ARG("value", load_shown(loader, event)),
				 NUMBER_ARG("number", meant)));
	else if (problem == NUMBER_HUGE)
		loader_find(loader, TOPIC_document_out_of_range,
			    token_span(event), place,
			    N_("'{value}' is too large for a plan's figure"),
			    ARGS(TEXT_ARG("value", load_shown(loader, event))));
	else
		load_wrong_type(loader, place, event, mark);
	return false;
}

static bool
read_number(struct loader *loader, const struct place *place,
	    const struct token *event, struct number_value *value)
{
	const struct field *field = place->field;
	bool fraction = false;
	enum number_problem problem =
		field->unit == UNIT_PERCENT
			? percent_parse(event->text, event->n, &value->n,
					&fraction)
			: number_parse(event->text, event->n, &value->n);

	if (problem)
		return number_problem(loader, place, event, &value->at,
				      problem);
	if (field->whole && value->n != (double)(long long)value->n) {
		load_wrong_type(loader, place, event, &value->at);
		return false;
	}
	if (field->kind == KIND_INTMAP) /* its limits are those of the keys */
		return true;
	if (value->n < field->min || value->n > field->max ||
	    (field->nonzero && value->n == 0)) {
		report_range(loader, place, event);
		return false;
	}
	value->fraction = fraction;
	if (fraction)
		loader_find(loader, TOPIC_document_fraction, token_span(event),
			    place,
			    N_("'{value}' is read as {value} percent; write "
			       "'{value}%' if that is meant, or '{percent}%' "
			       "if it is a fraction of 1"),
			    ARGS(TEXT_ARG("value", load_shown(loader, event)),
				 NUMBER_ARG("percent", value->n * 100)));
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

	if (!problem)
		return true;
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

static bool
report_date(struct loader *loader, const struct place *place,
	    const struct token *event, bool form)
{
	loader_find(loader, TOPIC_document_bad_date, token_span(event), place,
		    form ? N_("'{value}' does not exist in the calendar")
			 : N_("'{value}' is not {type}"),
		    ARGS(TEXT_ARG("value", load_shown(loader, event)),
			 WORD_ARG("type", load_expected(loader, place))));
	return false;
}

static bool
read_date(struct loader *loader, const struct place *place,
	  const struct token *event, struct date_value *value)
{
	return date_parse(event->text, event->n, &value->date) ||
	       report_date(loader, place, event,
			   date_is_form(event->text, event->n));
}

static bool
read_period(struct loader *loader, const struct place *place,
	    const struct token *event, struct period_value *value)
{
	return period_parse(event->text, event->n, &value->period) ||
	       report_date(loader, place, event,
			   period_is_form(event->text, event->n));
}

static bool
read_duration(struct loader *loader, const struct place *place,
	      const struct token *event, struct duration_value *value)
{
	if (duration_parse(event->text, event->n, &value->duration))
		return true;
	load_wrong_type(loader, place, event, &value->at);
	return false;
}

static bool
read_value(struct loader *loader, const struct place *place,
	   const struct token *event, void *value)
{
	const struct field *field = place->field;
	struct path_value *path = value;
	struct ref_value *ref = value;

	switch (kind_element(field->kind)) {
	case KIND_TEXT:
		return read_text(loader, place, event, value);
	case KIND_FLAG:
		return read_flag(loader, place, event, value);
	case KIND_DATE:
		return read_date(loader, place, event, value);
	case KIND_PERIOD:
		return read_period(loader, place, event, value);
	case KIND_DURATION:
		return read_duration(loader, place, event, value);
	case KIND_WEEK:
		return read_week(loader, place, event, value);
	case KIND_SPANS:
		return read_spans(loader, place, event, value);
	case KIND_ZONE:
		return read_zone(loader, place, event, value);
	case KIND_PATH:
		path->text = arena_copy(loader->arena, event->text, event->n);
		return true;
	case KIND_READING:
		return read_reading(loader, place, event, value);
	case KIND_NUMBER:
		return read_number(loader, place, event, value);
	case KIND_CODE:
		return read_code(loader, place, event, value);
	case KIND_WORD:
		return read_choice(loader, place, event,
				   field->kind == KIND_WORDMAP ? field->values
							       : field->list,
				   value);
	case KIND_LOOKUP:
		return read_lookup(loader, place, event, value);
	default:
		ref->id = arena_copy(loader->arena, event->text, event->n);
		return true;
	}
}

void
load_scalar(struct loader *loader, const struct place *place,
	    const struct token *event, void *value)
{
	struct mark *mark = value;

	if (load_unfilled(loader, place, event, mark))
		return;
	mark->state = BROKEN;
	if (read_value(loader, place, event, value))
		mark->state = SET;
}
