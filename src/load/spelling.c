/* spelling.c - what a value that can't be read should have been, and characters
 * that nobody sees */
#include <string.h>

#include "ces/character.h"
#include "ces/guess.h"
#include "ces/measure.h"
#include "ces/synonym.h"
#include "ces/utf8.h"
#include "load/loader.h"

/* the plan's, NULL where it is not known yet */
static const char *
plan_currency(struct loader *loader)
{
	const struct text_value *currency = &loader->plan->plan.currency;

	return is_set(&currency->at) ? currency->text : NULL;
}

static struct number_form
number_form(const struct field *field, const char *currency)
{
	return (struct number_form){.whole = field->whole,
				    .percent = field->unit == UNIT_PERCENT,
				    .money = field->unit == UNIT_MONEY,
				    .min = field->min,
				    .max = field->max,
				    .currency = currency};
}

/* in the measure's unit, which may not be known yet: 5m are minutes then, or
 * millions */
static struct guess
guess_reading(struct arena *arena, const char *s, size_t n, int unit)
{
	double most = unit == MEASURED_PERCENT ? 100 : 1e15;
	const struct number_form form = {
		.percent = true, .money = true, .min = -most, .max = most};
	struct guess number = guess_number(arena, s, n, &form);
	struct guess time = {0};

	if (unit < 0 || (unit >= MEASURED_SECONDS && unit <= MEASURED_DAYS))
		time = guess_duration(arena, s, n);
	if (!number.text || (unit >= 0 && time.text))
		return time;
	if (time.text)
		number.other = time.text;
	return number;
}

/* no value that can be understood is longer */
enum { LONGEST = 200 };

/* in the measure's unit, or -1, and the plan's currency, or NULL */
static struct guess
guess_as(struct arena *arena, const struct field *field, const char *s,
	 size_t n, int unit, const char *currency)
{
	struct guess guess = {0};
	struct number_form form;

	if (!field || n > LONGEST)
		return guess;
	switch (kind_element(field->kind)) {
	case KIND_FLAG:
		return guess_flag(arena, s, n);
	case KIND_DATE:
		return guess_date(arena, s, n);
	case KIND_PERIOD:
		return guess_period(arena, s, n);
	case KIND_DURATION:
		return guess_duration(arena, s, n);
	case KIND_WEEK:
		return guess_week(arena, s, n);
	case KIND_SPANS:
		return guess_spans(arena, s, n);
	case KIND_READING:
		return guess_reading(arena, s, n, unit);
	case KIND_NUMBER:
		form = number_form(field, currency);
		return guess_number(arena, s, n, &form);
	case KIND_CODE:
		return guess_code(arena, (enum code_list)field->list, s, n);
	case KIND_WORD:
		guess.text =
			word_meant(arena,
				   field->kind == KIND_WORDMAP ? field->values
							       : field->list,
				   s, n, &guess.loose);
		return guess;
	case KIND_LOOKUP:
		if (field->list == REGISTRY_STANDARD)
			guess.text = standard_meant(arena, s, n, &guess.loose);
		return guess;
	default:
		return guess;
	}
}

static struct guess
field_guess(struct arena *arena, const struct field *field, const char *s,
	    size_t n)
{
	return guess_as(arena, field, s, n, -1, NULL);
}

struct guess
load_guess(struct loader *loader, const struct place *place,
	   const struct token *event)
{
	if (event->kind != EVENT_SCALAR || loader->findings->n > NEAREST_MOST)
		return (struct guess){0};
	return guess_as(loader->arena, place->field, event->text, event->n,
			unit_around(place->object), plan_currency(loader));
}

/* as it stands in YAML for all its readers, in braces as well */
static const char *
as_yaml(struct arena *arena, const char *text)
{
	const struct token word = {.text = text, .n = strlen(text)};
	static const char *const flags[] = {"no", "No", "NO",  "yes", "Yes",
					    "on", "y",	"YES", "n",   "off"};
	bool quote = strpbrk(text, ":,[]{}") != NULL;

	for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++)
		quote = quote || token_is(&word, flags[i]);
	return quote ? arena_format(arena, "\"%s\"", text) : text;
}

bool
field_is_text(const struct field *field)
{
	return !field || is_reference(field) ||
	       kind_element(field->kind) == KIND_TEXT;
}

/* Is it hours as they stand, which have no guess? */
static bool
is_hours(struct arena *arena, const struct field *field, const char *s,
	 size_t n)
{
	struct week_error error;
	struct week week;
	struct day_hours day;

	return field && (field->kind == KIND_WEEK
				 ? week_parse(s, n, arena, &week, &error)
			 : field->kind == KIND_SPANS
				 ? spans_parse(s, n, arena, &day, &error)
				 : false);
}

/* without the signs of a pair around it; all of them have three bytes */
static void
strip_around(const char **s, size_t *n, const char *pairs)
{
	enum { SIZE = 3 };

	for (; *pairs; pairs += 2 * SIZE) {
		if (*n < 2 * SIZE || memcmp(*s, pairs, SIZE) != 0 ||
		    memcmp(*s + *n - SIZE, pairs + SIZE, SIZE) != 0)
			continue;
		*s += SIZE;
		*n -= 2 * SIZE;
		return;
	}
}

struct guess
field_proposal(struct arena *arena, const struct field *field, bool element,
	       const char *s, size_t n)
{
	struct guess guess = {0};

	if (n > LONGEST)
		return guess;
	if (field && !element && kind_shape(field->kind) == SHAPE_LIST) {
		guess.text = arena_format(arena, "[%.*s]", (int)n, s);
		return guess;
	}
	if (field_is_text(field) || is_hours(arena, field, s, n)) {
		strip_around(&s, &n, "“”‘’「」『』");
		guess.text = quoted(arena, s, n);
		return guess;
	}
	guess = field_guess(arena, field, s, n);
	if (is_other_currency(arena, s, n, NULL))
		guess.loose = true;
	if (guess.text)
		guess.text = as_yaml(arena, guess.text);
	if (guess.other)
		guess.other = as_yaml(arena, guess.other);
	return guess;
}

/* Is it the character alone that can't be read? */
static uint32_t
strange_character(const struct token *event, const char *proposal)
{
	struct buf plain = {0};
	uint32_t cp = token_plain(&plain, event->text, event->n);

	if (!strstr(buf_text(&plain), proposal))
		cp = 0;
	buf_free(&plain);
	return cp;
}

static void
add_doubtful(struct loader *loader, const struct place *place,
	     const struct token *event, struct mark *mark)
{
	struct doubtful *doubtful;

	ARRAY_GROW(loader->doubtful, loader->doubtful_n, loader->doubtful_cap);
	doubtful = &loader->doubtful[loader->doubtful_n++];
	*doubtful = (struct doubtful){*place, *event, mark};
	doubtful->token.text = arena_copy(loader->arena, event->text, event->n);
}

/* an amount in a currency that isn't the plan's, or isn't known to be */
static bool
is_foreign(struct loader *loader, const struct place *place,
	   const struct token *event)
{
	return (place->field->unit == UNIT_MONEY ||
		place->field->kind == KIND_READING) &&
	       is_other_currency(loader->arena, event->text, event->n,
				 plan_currency(loader));
}

static bool
offer(struct loader *loader, enum topic_id topic, const struct place *place,
      const struct token *event, struct guess guess)
{
	enum kind kind = kind_element(place->field->kind);
	uint32_t cp = guess.other ? 0 : strange_character(event, guess.text);
	const char *other =
		guess.other ? as_yaml(loader->arena, guess.other) : "";
	const char *currency = plan_currency(loader);
	struct finding *finding;
	bool unsure = is_foreign(loader, place, event);
	bool foreign = unsure && currency;

	/* the plan is judged by the day that is meant, where that is certain */
	bool judged = place->object == &loader->plan->plan.object &&
		      !strcmp(place->field->key, "as_of");

	finding = loader_find(
		loader, topic, token_span(event), place,
		foreign && guess.other
			? N_("'{value}' is not in {currency}, the plan's "
			     "currency; write {proposal} or {other} if it is "
			     "that much in {currency}")
		: foreign     ? N_("'{value}' is not in {currency}, the plan's "
				       "currency; write {proposal} if it is that much "
				       "in {currency}")
		: guess.other ? N_("'{value}' may mean {proposal} or {other}; "
				   "write the one that is meant")
		: judged && cp
			? N_("'{value}' contains {character}, {code}; write "
			     "{proposal}, by which the plan is judged unless "
			     "--as-of is given")
		: judged ? N_("'{value}' is not {type}; write {proposal}, by "
			      "which the plan is judged unless --as-of is "
			      "given")
		: cp	 ? N_("'{value}' contains {character}, {code}; write "
				  "{proposal}")
		: kind == KIND_WEEK || kind == KIND_SPANS
			? N_("'{value}' is not in the form of opening hours; "
			     "write {proposal}")
			: N_("'{value}' is not {type}; write {proposal}"),
		ARGS(TEXT_ARG("value", load_shown(loader, event)),
		     load_type_arg(loader, place),
		     TEXT_ARG("proposal", as_yaml(loader->arena, guess.text)),
		     TEXT_ARG("other", other),
		     TEXT_ARG("currency", currency ? currency : ""),
		     WORD_ARG("character", character_name(cp)),
		     TEXT_ARG("code",
			      arena_format(loader->arena, "U+%04X", cp))));
	if (!guess.other && !foreign)
		load_fix_value(loader, finding, guess.text,
			       !unsure && !guess.loose);
	return false;
}

bool
load_offer(struct loader *loader, enum topic_id topic,
	   const struct place *place, const struct token *event,
	   struct guess guess)
{
	if (plan_currency(loader) || !is_foreign(loader, place, event))
		return offer(loader, topic, place, event, guess);
	add_doubtful(loader, place, event, NULL);
	return false;
}

/* Does another item of a written list begin there? Behind its first sign the
 * same sign begins all others; else a bullet does, or, of ids, a line. */
static bool
begins_item(const char *s, size_t at, uint32_t cp, uint32_t sign, bool ids)
{
	bool apart = at == 0 || is_space(s[at - 1]);

	if (sign)
		return cp == sign && apart;
	return cp == ';' || (ids && cp == '\n') || cp == 0x2022 ||
	       cp == 0x00b7 || cp == 0x25aa || cp == 0x2023 || cp == 0x3001 ||
	       cp == 0xff0c || cp == 0xff1b;
}

const char *
load_listed(struct loader *loader, const struct place *place,
	    const struct token *event)
{
	const char *meant = load_guess(loader, place, event).text;
	bool ids = place->field->kind != KIND_TEXTS && event->plain;
	const char *s = ids ? loader->bytes + event->start : event->text;
	size_t size = ids ? event->end - event->start : event->n, n;
	struct buf buf = {0};
	uint32_t cp, sign = 0;
	const char *listed;

	if (meant)
		return meant;
	strip_around(&s, &size, "［］【】｛｝");
	utf8_next(s, size, &cp);
	if (size > 1 && (cp == '-' || cp == '*' || character_is_bullet(cp)))
		sign = cp;
	for (size_t i = 0; i < size; i += n) {
		n = utf8_next(s + i, size - i, &cp);
		if (!begins_item(s, i, cp, sign, ids)) {
			if (!is_space((char)cp) ||
			    (buf.n && buf.p[buf.n - 1] != ' '))
				buf_add(&buf, is_space((char)cp) ? " " : s + i,
					n);
			continue;
		}
		while (buf.n && strchr(" ,", buf.p[buf.n - 1]))
			buf.n--;
		buf_puts(&buf, buf.n ? ", " : "");
	}
	listed = arena_take(loader->arena, &buf);
	if (yaml_lists_texts(loader,
			     arena_format(loader->arena, "[%s]", listed)))
		return listed;
	return quoted(loader->arena, event->text, event->n);
}

bool
load_doubtful(struct loader *loader, const struct place *place,
	      const struct token *event, struct mark *mark)
{
	const struct field *field = place->field;
	const struct number_form form = {.whole = field->whole};
	struct guess guess;

	if (!(field->whole || field->unit == UNIT_MONEY ||
	      field->kind == KIND_READING) ||
	    !number_is_doubtful(event->text, event->n, &form))
		return false;
	if (field->whole) {
		guess = load_guess(loader, place, event);
		if (guess.other) /* else it isn't a whole number */
			load_offer(loader, TOPIC_document_wrong_type, place,
				   event, guess);
		return guess.other != NULL;
	}
	add_doubtful(loader, place, event, mark);
	return false;
}

void
resolve_doubtful(struct loader *loader)
{
	for (size_t i = 0; i < loader->doubtful_n; i++) {
		const struct doubtful *figure = &loader->doubtful[i];
		const struct token *token = &figure->token;
		int unit = figure->place.field->unit == UNIT_MONEY
				   ? MEASURED_MONEY
				   : unit_around(figure->place.object);
		const struct number_form form = {
			.money = unit == MEASURED_MONEY,
			.currency = plan_currency(loader)};

		if (figure->mark &&
		    (!is_set(figure->mark) ||
		     (unit != MEASURED_MONEY && unit != MEASURED_COUNT) ||
		     !number_is_doubtful(token->text, token->n, &form)))
			continue;
		if (figure->mark)
			figure->mark->state = BROKEN;
		offer(loader, TOPIC_document_wrong_type, &figure->place, token,
		      load_guess(loader, &figure->place, token));
	}
}

/* nothing but plain characters, and no blanks at its ends */
static bool
is_tidy(const char *s, size_t n)
{
	if (n && (is_space(*s) || is_space(s[n - 1])))
		return false;
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] >= 0x80)
			return false;
	return true;
}

static uint32_t
change(struct loader *loader, struct token *event,
       uint32_t (*write)(struct buf *out, const char *s, size_t n))
{
	struct buf changed = {0};
	uint32_t cp;

	if (event->kind != EVENT_SCALAR || is_tidy(event->text, event->n))
		return 0;
	cp = write(&changed, event->text, event->n);
	if (!cp) {
		buf_free(&changed);
		return 0;
	}
	event->n = changed.n;
	event->text = arena_take(loader->arena, &changed);
	return cp;
}

uint32_t
load_tidy(struct loader *loader, struct token *event)
{
	return change(loader, event, token_tidy);
}

uint32_t
load_plain(struct loader *loader, struct token *event)
{
	uint32_t cp = change(loader, event, token_plain);
	const char *s = event->text;
	size_t n = event->n;

	if (cp && n > 2 && (*s == '"' || *s == '\'') && s[n - 1] == *s) {
		event->n = n - 2;
		event->text = arena_copy(loader->arena, s + 1, event->n);
	}
	return cp;
}

struct finding *
load_strange(struct loader *loader, const struct place *place,
	     const struct token *event, const struct token *tidy, uint32_t cp)
{
	if (!cp || cp == '\n' || cp == '\r') /* as blocks end with it */
		return NULL;
	return loader_find(
		loader, TOPIC_document_character, token_span(event), place,
		N_("'{value}' contains {character}, {code}, and is read as "
		   "'{plain}'; type it anew"),
		ARGS(TEXT_ARG("value", load_shown(loader, event)),
		     TEXT_ARG("plain", load_shown(loader, tidy)),
		     WORD_ARG("character", character_name(cp)),
		     TEXT_ARG("code",
			      arena_format(loader->arena, "U+%04X", cp))));
}
