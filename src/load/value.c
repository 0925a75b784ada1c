/* value.c - scalars, read by the type of their key */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "ces/code.h"
#include "ces/measure.h"
#include "ces/nearest.h"
#include "ces/number.h"
#include "ces/question.h"
#include "ces/reference.h"
#include "ces/utf8.h"
#include "ces/zone.h"
#include "load/loader.h"
#include "load/topics.h"

static struct span
span_of(const struct token *event)
{
	return (struct span){event->start, event->end};
}

/* the scalar as a string for a message, not longer than a message may be */
static const char *
shown(struct loader *loader, const struct token *event)
{
	struct buf buf = {0};
	const char *text = arena_copy(loader->arena, event->text, event->n);

	utf8_shorten(&buf, text, 40);
	text = arena_string(loader->arena, buf_text(&buf));
	buf_free(&buf);
	return text;
}

static const char *const kinds_found[] = {
	[EVENT_SCALAR] = N_("a single value"),
	[EVENT_MAP] = N_("a mapping"),
	[EVENT_LIST] = N_("a list"),
	[EVENT_MAP_END] = "",
	[EVENT_LIST_END] = "",
	[EVENT_STOP] = ""};

/* one value of a list or a small mapping, as a field of its own */
static struct field
one_of(const struct field *field)
{
	struct field one = *field;

	switch (field->kind) {
	case KIND_TEXTS:
	case KIND_CODES:
	case KIND_WORDS:
	case KIND_PATHS:
	case KIND_REFS:
	case KIND_NAMEDS:
		one.kind = field->kind - 1; /* each stands behind its single */
		break;
	case KIND_SHARES:
	case KIND_INTMAP:
		one.kind = KIND_NUMBER;
		break;
	case KIND_REFMAP:
		one.kind = KIND_REF;
		one.of = field->to;
		break;
	case KIND_WORDMAP:
		one.kind = KIND_WORD;
		one.list = field->values;
		break;
	case KIND_KEYED: /* its keys */
		one.kind = KIND_LOOKUP;
		break;
	default:
		break;
	}
	return one;
}

/* what belongs there; the words themselves where they are few */
static const char *
expected(struct loader *loader, const struct place *place)
{
	struct field one;

	if (!place->field)
		return N_("a group of keys");
	if (!*place->tail)
		return load_type(loader, place->field);
	one = one_of(place->field);
	return load_type(loader, &one);
}

void
load_wrong_type(struct loader *loader, const struct place *place,
		const struct token *event, struct mark *mark)
{
	struct span span = span_of(event);

	mark->state = BROKEN;
	if (event->broken || event->kind == EVENT_STOP)
		return;
	if (event->kind == EVENT_SCALAR)
		loader_find(loader, &topic_wrong_type, span, place,
			    N_("'{value}' is not {type}"),
			    ARGS(TEXT_ARG("value", shown(loader, event)),
				 WORD_ARG("type", expected(loader, place))));
	else
		loader_find(loader, &topic_wrong_type,
			    (struct span){span.start, span.start + 1}, place,
			    N_("{found} is here, expected {type}"),
			    ARGS(WORD_ARG("found", kinds_found[event->kind]),
				 WORD_ARG("type", expected(loader, place))));
	events_skip(loader->events, event);
}

static bool
blank(const struct token *event)
{
	return event->n == 0 ||
	       (event->plain && event->n == 1 && *event->text == '~');
}

bool
load_unfilled(struct loader *loader, const struct place *place,
	      const struct token *event, struct mark *mark)
{
	if (event->broken) {
		mark->state = BROKEN;
		return true;
	}
	if (blank(event)) {
		mark->state = BLANK;
		return true;
	}
	if (event->n < 4 || memcmp(event->text, "TODO", 4) != 0)
		return false;
	mark->state = TODO;
	loader_find(loader, &topic_todo, span_of(event), place,
		    N_("'{key}' still waits for your answer; write {type}"),
		    ARGS(TEXT_ARG("key", place->field ? place->field->key
						      : place->object->id),
			 WORD_ARG("type", expected(loader, place))));
	return true;
}

/* joiners belong inside words of some scripts, and inside emoji */
static bool
is_joiner(uint32_t cp, uint32_t before, const struct token *event, size_t next)
{
	return (cp == 0x200c || cp == 0x200d) && before >= 0x80 &&
	       next < event->n && (unsigned char)event->text[next] >= 0x80;
}

void
load_invisible(struct loader *loader, const struct place *place,
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
			loader_find(loader, &topic_invisible, span_of(event),
				    place,
				    N_("the invisible character {code} hides "
				       "in '{text}'; remove it"),
				    ARGS(TEXT_ARG("code",
						  arena_format(loader->arena,
							       "U+%04X", cp)),
					 TEXT_ARG("text",
						  shown(loader, event))));
			return;
		}
		i += n ? n : 1;
	}
}

/* not a word of the list: names the nearest, or the list where it is short */
static void
unknown_word(struct loader *loader, const struct place *place,
	     const struct token *event, const char *const *words, size_t n)
{
	const char *value = shown(loader, event);
	/* two letters are as near to any other two */
	const char *near = event->n > 2 ? nearest_of(value, words, n) : NULL;

	if (n <= 12 && near)
		loader_find(loader, &topic_unknown_word, span_of(event), place,
			    N_("'{value}' is none of {words}; did you mean "
			       "'{near}'?"),
			    ARGS(TEXT_ARG("value", value),
				 TEXT_ARG("words", word_list(loader, words, n)),
				 TEXT_ARG("near", near)));
	else if (n <= 12)
		loader_find(loader, &topic_unknown_word, span_of(event), place,
			    N_("'{value}' is none of {words}"),
			    ARGS(TEXT_ARG("value", value),
				 TEXT_ARG("words",
					  word_list(loader, words, n))));
	else if (near)
		loader_find(loader, &topic_unknown_word, span_of(event), place,
			    N_("'{value}' is not {type}; did you mean "
			       "'{near}'?"),
			    ARGS(TEXT_ARG("value", value),
				 WORD_ARG("type", expected(loader, place)),
				 TEXT_ARG("near", near)));
	else
		loader_find(loader, &topic_unknown_word, span_of(event), place,
			    N_("'{value}' is not {type}; 'ces explain "
			       "{topic}' lists them"),
			    ARGS(TEXT_ARG("value", value),
				 WORD_ARG("type", expected(loader, place)),
				 TEXT_ARG("topic", place->field->key)));
}

static bool
read_text(struct loader *loader, const struct place *place,
	  const struct token *event, struct text_value *value)
{
	load_invisible(loader, place, event);
	value->text = arena_copy(loader->arena, event->text, event->n);
	return true;
}

static bool
read_flag(struct loader *loader, const struct place *place,
	  const struct token *event, struct flag_value *value)
{
	static const char *const words[] = {"true", "false", "yes", "no", "on",
					    "off"};
	size_t i;

	for (i = 0; i < 6; i++)
		if (event->n == strlen(words[i]) &&
		    !strncasecmp(event->text, words[i], event->n))
			break;
	if (i == 6) {
		load_wrong_type(loader, place, event, &value->at);
		return false;
	}
	value->on = i % 2 == 0;
	if (i >= 2)
		loader_find(loader, &topic_yes_no, span_of(event), place,
			    N_("'{value}' is read as '{flag}' here, but not by "
			       "every reader of YAML; write '{flag}'"),
			    ARGS(TEXT_ARG("value", shown(loader, event)),
				 TEXT_ARG("flag",
					  value->on ? "true" : "false")));
	return true;
}

static void
out_of_range(struct loader *loader, const struct place *place,
	     const struct token *event)
{
	const struct field *field = place->field;

	loader_find(loader, &topic_out_of_range, span_of(event), place,
		    field->nonzero
			    ? N_("'{value}' is outside {min} to {max}, where "
				 "0 says nothing")
			    : field->max >= 1e6
			    ? N_("'{value}' is below {min}")
			    : N_("'{value}' is outside {min} to {max}"),
		    ARGS(TEXT_ARG("value", shown(loader, event)),
			 NUMBER_ARG("min", field->min),
			 NUMBER_ARG("max", field->max)));
}

static void
with_separators(struct loader *loader, const struct place *place,
		const struct token *event, double meant)
{
	loader_find(loader, &topic_wrong_type, span_of(event), place,
		    N_("'{value}' is not a number; write it without "
		       "separators: {number}"),
		    ARGS(TEXT_ARG("value", shown(loader, event)),
			 NUMBER_ARG("number", meant)));
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
		with_separators(loader, place, event, meant);
	else if (problem == NUMBER_HUGE)
		loader_find(loader, &topic_out_of_range, span_of(event), place,
			    N_("'{value}' is larger than any plan's figures"),
			    ARGS(TEXT_ARG("value", shown(loader, event))));
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
		out_of_range(loader, place, event);
		return false;
	}
	if (fraction)
		loader_find(loader, &topic_fraction, span_of(event), place,
			    N_("'{value}' is read as {value} percent; for a "
			       "fraction of 1 write '{percent}%'"),
			    ARGS(TEXT_ARG("value", shown(loader, event)),
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
bad_date(struct loader *loader, const struct place *place,
	 const struct token *event, bool form)
{
	loader_find(loader, &topic_bad_date, span_of(event), place,
		    form ? N_("'{value}' does not exist in the calendar")
			 : N_("'{value}' is not {type}"),
		    ARGS(TEXT_ARG("value", shown(loader, event)),
			 WORD_ARG("type", expected(loader, place))));
	return false;
}

static bool
read_date(struct loader *loader, const struct place *place,
	  const struct token *event, struct date_value *value)
{
	return date_parse(event->text, event->n, &value->date) ||
	       bad_date(loader, place, event,
			date_is_form(event->text, event->n));
}

static bool
read_period(struct loader *loader, const struct place *place,
	    const struct token *event, struct period_value *value)
{
	return period_parse(event->text, event->n, &value->period) ||
	       bad_date(loader, place, event,
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

static const char *const week_problems[] = {
	[WEEK_OK] = "",
	[WEEK_EMPTY] = N_("a rule of the hours is empty; write days and "
			  "spans: \"Mo-Fr 08:00-20:00\""),
	[WEEK_DAY] = N_("'{part}' is no day; the days are Mo, Tu, We, Th, Fr, "
			"Sa, Su and PH for public holidays"),
	[WEEK_TIME] = N_("'{part}' is no time of day; write 08:00"),
	[WEEK_HOUR] = N_("'{part}' is no time of day; spans begin before 24:00 "
			 "and end by 26:00 past midnight"),
	[WEEK_ZERO] = N_("'{part}' opens when it closes; for the whole day "
			 "write 00:00-24:00"),
	[WEEK_OVERLAP] = N_("'{part}' overlaps with another span of the same "
			    "day"),
	[WEEK_SYNTAX] = N_("'{part}' is not taken in hours; write days and "
			   "spans: \"Mo-Fr 08:00-20:00; Sa 09:00-13:00\"")};

static bool
bad_hours(struct loader *loader, const struct place *place,
	  const struct token *event, const struct week_error *error)
{
	struct span span = span_of(event);
	uint32_t offset = event->plain ? 0 : 1;
	bool simple = span.end - span.start == event->n + 2 * offset;
	size_t n = error->end > error->start ? error->end - error->start : 0;

	if (simple && n) { /* no escapes: the part stands where it is */
		span.start += offset + (uint32_t)error->start;
		span.end = span.start + (uint32_t)n;
	}
	loader_find(loader, &topic_bad_hours, span, place,
		    place->field->kind == KIND_SPANS &&
				    error->problem == WEEK_SYNTAX
			    ? N_("'{part}' is not taken here; write closed, or "
				 "spans: \"10:00-16:00\"")
			    : week_problems[error->problem],
		    ARGS(TEXT_ARG("part",
				  arena_copy(loader->arena,
					     event->text + error->start, n))));
	return false;
}

/* readers of YAML 1.1 make numbers of bare times */
static void
bare_time(struct loader *loader, const struct place *place,
	  const struct token *event)
{
	if (event->plain && memchr(event->text, ':', event->n))
		loader_find(loader, &topic_yes_no, span_of(event), place,
			    N_("hours without quotes are read right here, but "
			       "not by every reader of YAML; write "
			       "\"{value}\""),
			    ARGS(TEXT_ARG("value", shown(loader, event))));
}

static bool
read_week(struct loader *loader, const struct place *place,
	  const struct token *event, struct week_value *value)
{
	struct week *week = arena_alloc(loader->arena, sizeof(*week));
	struct week_error error;

	if (!week_parse(event->text, event->n, loader->arena, week, &error))
		return bad_hours(loader, place, event, &error);
	bare_time(loader, place, event);
	value->week = week;
	value->text = arena_copy(loader->arena, event->text, event->n);
	return true;
}

static bool
read_spans(struct loader *loader, const struct place *place,
	   const struct token *event, struct spans_value *value)
{
	struct week_error error;

	if (!spans_parse(event->text, event->n, loader->arena, &value->day,
			 &error))
		return bad_hours(loader, place, event, &error);
	bare_time(loader, place, event);
	return true;
}

/* the names are gone after each call, so the best one is copied */
struct near_zone {
	struct nearest nearest;
	char kept[128];
};

static void
try_zone(const char *name, void *data)
{
	struct near_zone *near = data;
	const char *city = strrchr(name, '/');

	nearest_try(&near->nearest, name);
	/* "London" alone names its zone */
	if (city && !strcasecmp(city + 1, near->nearest.word)) {
		near->nearest.best = name;
		near->nearest.distance = 0;
	}
	if (near->nearest.best == name) {
		snprintf(near->kept, sizeof(near->kept), "%s", name);
		near->nearest.best = near->kept;
	}
}

static bool
read_zone(struct loader *loader, const struct place *place,
	  const struct token *event, struct text_value *value)
{
	struct near_zone near;
	const char *given;

	value->text = arena_copy(loader->arena, event->text, event->n);
	if (zone_known(value->text))
		return true;
	given = shown(loader, event);
	nearest_start(&near.nearest, value->text);
	zone_each(try_zone, &near);
	loader_find(loader, &topic_bad_timezone, span_of(event), place,
		    near.nearest.best
			    ? N_("'{value}' is not a time zone; did you mean "
				 "'{near}'?")
			    : N_("'{value}' is not a time zone; write its "
				 "Area/City, like Europe/London, or UTC"),
		    ARGS(TEXT_ARG("value", given),
			 TEXT_ARG("near", near.nearest.best
						  ? arena_string(loader->arena,
								 near.kept)
						  : "")));
	return false;
}

static bool
read_code(struct loader *loader, const struct place *place,
	  const struct token *event, struct text_value *value)
{
	const char *const *codes;
	size_t n;
	bool known;

	value->text = arena_copy(loader->arena, event->text, event->n);
	switch ((enum code_list)place->field->list) {
	case CODE_CURRENCY:
		known = code_currency(value->text);
		codes = code_currencies(&n);
		break;
	case CODE_COUNTRY:
		known = code_country(value->text);
		codes = code_countries(&n);
		break;
	default:
		known = code_language(value->text);
		codes = code_languages(&n);
		break;
	}
	if (!known)
		unknown_word(loader, place, event, codes, n);
	return known;
}

static bool
read_choice(struct loader *loader, const struct place *place,
	    const struct token *event, int list, int *word)
{
	const struct choices *words = &choices[list];

	for (*word = 0; *word < words->n; ++*word)
		if (event->n == strlen(words->words[*word]) &&
		    !memcmp(event->text, words->words[*word], event->n))
			return true;
	unknown_word(loader, place, event, words->words, (size_t)words->n);
	return false;
}

/* the names of the registry, in the arena */
static const char *const *
registry_names(struct loader *loader, enum registry registry, size_t *n)
{
	int count = registry == REGISTRY_STANDARD  ? standard_count
		    : registry == REGISTRY_SECTION ? section_count
						   : question_count;
	const char **names;

	if (registry == REGISTRY_RULE) {
		*n = loader->names->rule_count;
		return loader->names->rules;
	}
	names = arena_alloc(loader->arena, (size_t)count * sizeof(*names));
	for (int i = 0; i < count; i++)
		names[i] = registry == REGISTRY_STANDARD  ? standards[i].word
			   : registry == REGISTRY_SECTION ? sections[i].key
							  : questions[i].id;
	*n = (size_t)count;
	return names;
}

static int
rule_index(const struct loader *loader, const char *name)
{
	for (size_t i = 0; i < loader->names->rule_count; i++)
		if (!strcmp(loader->names->rules[i], name))
			return (int)i;
	return -1;
}

static bool
read_lookup(struct loader *loader, const struct place *place,
	    const struct token *event, struct lookup_value *value)
{
	enum registry registry = (enum registry)place->field->list;
	const char *const *names;
	size_t n;

	value->text = arena_copy(loader->arena, event->text, event->n);
	value->index = registry == REGISTRY_STANDARD
			       ? standard_find(value->text)
		       : registry == REGISTRY_SECTION
			       ? section_find(value->text)
		       : registry == REGISTRY_QUESTION
			       ? question_find(value->text)
			       : rule_index(loader, value->text);
	/* an unknown rule of a waiver is waivers/invalid's */
	if (value->index >= 0 ||
	    (registry == REGISTRY_RULE && place->field->kind == KIND_LOOKUP))
		return true;
	names = registry_names(loader, registry, &n);
	unknown_word(loader, place, event, names, n);
	return false;
}

const char *
load_id(struct loader *loader, const struct place *place,
	const struct token *event)
{
	const char *id = arena_copy(loader->arena, event->text, event->n);
	struct place at = *place;
	uint32_t cp;
	bool good = event->n > 0;

	for (size_t i = 0; i < event->n && good;) {
		size_t n = utf8_decode(event->text + i, event->n - i, &cp);

		good = n && utf8_is_id_char(cp);
		i += n ? n : 1;
	}
	if (good)
		return id;
	at.tail = arena_format(loader->arena, "%s.%s", place->tail, id);
	if (event->n && utf8_is_invisible(cp))
		loader_find(loader, &topic_bad_id, span_of(event), &at,
			    N_("'{id}' can't be an id: the invisible character "
			       "{code} hides in it; remove it"),
			    ARGS(TEXT_ARG("id", shown(loader, event)),
				 TEXT_ARG("code", arena_format(loader->arena,
							       "U+%04X", cp))));
	else
		loader_find(loader, &topic_bad_id, span_of(event), &at,
			    N_("'{id}' can't be an id; use letters, digits, "
			       "'-' and '_'"),
			    ARGS(TEXT_ARG("id", shown(loader, event))));
	return id;
}

static bool
read_reference(struct loader *loader, const struct place *place,
	       const struct token *event, struct ref_value *value)
{
	value->id = arena_copy(loader->arena, event->text, event->n);
	load_pending(loader, place, place->field->of, value);
	return true;
}

static bool
read_path(struct loader *loader, const struct place *place,
	  const struct token *event, struct path_value *value)
{
	value->text = arena_copy(loader->arena, event->text, event->n);
	load_pending(loader, place, NULL, value);
	return true;
}

static bool
read_value(struct loader *loader, const struct place *place,
	   const struct token *event, void *value)
{
	const struct field *field = place->field;

	switch (field->kind) {
	case KIND_TEXT:
	case KIND_TEXTS:
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
	case KIND_PATHS:
		return read_path(loader, place, event, value);
	case KIND_READING:
		return read_reading(loader, place, event, value);
	case KIND_NUMBER:
	case KIND_SHARES:
	case KIND_INTMAP:
		return read_number(loader, place, event, value);
	case KIND_CODE:
	case KIND_CODES:
		return read_code(loader, place, event, value);
	case KIND_WORD:
	case KIND_WORDS:
		return read_choice(loader, place, event, field->list,
				   &((struct word_value *)value)->word);
	case KIND_WORDMAP:
		return read_choice(loader, place, event, field->values,
				   &((struct word_value *)value)->word);
	case KIND_LOOKUP:
	case KIND_KEYED:
		return read_lookup(loader, place, event, value);
	default:
		return read_reference(loader, place, event, value);
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
