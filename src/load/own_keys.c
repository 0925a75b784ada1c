/* own_keys.c - keys of the user's own, which begin with x- */
#include <string.h>

#include "ces/json.h"
#include "ces/utf8.h"
#include "load/loader.h"

/* a value being read: as JSON on one line, and as a text */
struct own_value {
	struct json json;
	struct buf text;
	bool broken; /* a part of it can't be read */
};

/* 12, -0.5: as JSON writes numbers, and short enough to stay exact */
static bool
is_number(const struct token *event)
{
	const char *s = event->text + (event->n && *event->text == '-');
	size_t whole = strspn(s, "0123456789"), tenths = 0;

	if (s[whole] == '.')
		tenths = 1 + strspn(s + whole + 1, "0123456789");
	return event->plain && whole && whole + tenths <= 15 && tenths != 1 &&
	       (*s != '0' || whole == 1) &&
	       s + whole + tenths == event->text + event->n;
}

static bool
is_constant(const struct token *event)
{
	return event->plain && (token_is(event, "true") ||
				token_is(event, "false") || is_number(event));
}

/* Reads a text as those of the format's keys are. */
static void
read_own_text(struct loader *loader, const struct place *place,
	      const struct token *event, struct own_value *value)
{
	bool constant = is_constant(event);
	struct text_value text = {0};

	if (constant)
		text.text = arena_copy(loader->arena, event->text, event->n);
	else if (event->broken || !read_text(loader, place, event, &text))
		value->broken = true;
	if (value->broken)
		return;
	buf_puts(&value->text, text.text);
	if (constant)
		json_raw(&value->json, text.text);
	else if (event->plain && (!event->n || token_is(event, "~")))
		json_raw(&value->json, "null");
	else
		json_text(&value->json, text.text);
}

/* between: of the values of a list or mapping in the text */
static void
read_own(struct loader *loader, const struct place *place,
	 const struct token *event, struct own_value *value,
	 const char *between)
{
	bool list = event->kind == EVENT_LIST;
	size_t start = value->text.n;

	if (event->kind == EVENT_SCALAR) {
		read_own_text(loader, place, event, value);
		return;
	}
	json_open_flat(&value->json, list ? '[' : '{');
	for (;;) {
		struct token next = events_next(loader->events);

		if (next.kind == EVENT_MAP_END || next.kind == EVENT_LIST_END ||
		    next.kind == EVENT_STOP)
			break;
		if (value->text.n > start)
			buf_puts(&value->text, between);
		if (!list && next.kind != EVENT_SCALAR) {
			value->broken = true;
			events_skip(loader->events, &next);
			events_skip_next(loader->events);
			continue;
		}
		if (!list) {
			const char *key =
				arena_copy(loader->arena, next.text, next.n);

			json_key(&value->json, key);
			buf_printf(&value->text, "%s: ", key);
			next = events_next(loader->events);
		}
		read_own(loader, place, &next, value, ", ");
	}
	json_close(&value->json, list ? "]" : "}");
}

struct own_key *
load_own(struct loader *loader, struct object *object, const struct token *key,
	 const struct field *in)
{
	struct own_key *own = arena_alloc(loader->arena, sizeof(*own));
	struct own_key **last = &object->own;
	struct field field = {.kind = KIND_TEXT};
	struct place place = {.object = object, .field = &field};
	struct buf json = {0};
	struct own_value value = {.json = {.buf = &json}};
	struct token event;

	own->key = field.key = arena_copy(loader->arena, key->text, key->n);
	own->in = in;
	event = events_next(loader->events);
	read_own(loader, &place, &event, &value, "; ");
	own->json = arena_take(loader->arena, &json);
	own->text = arena_take(loader->arena, &value.text);
	/* those of the plan itself are in no table */
	if (event.kind != EVENT_SCALAR && object->up)
		load_together(loader, &place, token_span(&event),
			      utf8_utf16_units(own->text, strlen(own->text)));
	if (value.broken)
		return own;
	/* most come one after the other */
	if (loader->own_last && loader->own_object == object)
		last = &loader->own_last->next;
	while (*last)
		last = &(*last)->next;
	*last = own;
	loader->own_object = object;
	loader->own_last = own;
	return own;
}
