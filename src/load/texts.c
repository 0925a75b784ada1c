/* texts.c - texts and ids: characters that nobody sees, lengths that a
 * spreadsheet can't hold */
#include <string.h>

#include "ces/character.h"
#include "ces/utf8.h"
#include "load/loader.h"

/* in the units that spreadsheets count: UTF-16 */
enum { MOST_OF_NAME = 255, MOST_OF_CELL = 32767 };

/* "; " between the texts of a list */
enum { BETWEEN = 2 };

static void
check_length(struct loader *loader, const struct place *place,
	     const struct token *event)
{
	bool name = place->field->kind == KIND_TEXT &&
		    !strcmp(place->field->key, "name");
	size_t most = name ? MOST_OF_NAME : MOST_OF_CELL, n;

	/* no text has more units than bytes: that spares the counting */
	if (event->n <= most)
		return;
	n = utf8_utf16_units(event->text, event->n);
	if (n <= most)
		return;
	loader_find(
		loader, TOPIC_document_too_long, token_span(event), place,
		name ? N_("this name has {n} characters, but a drop-down list "
			  "of a spreadsheet holds at most {most}; shorten it")
		     : N_("this text has {n} characters, but a spreadsheet "
			  "cell holds at most {most}; shorten it, or split it"),
		ARGS(COUNT_ARG("n", (double)n),
		     COUNT_ARG("most", (double)most)));
}

void
load_together(struct loader *loader, const struct place *place,
	      struct span span, size_t n)
{
	if (n > MOST_OF_CELL)
		loader_find(loader, TOPIC_document_too_long, span, place,
			    N_("these texts have {n} characters together, but "
			       "a spreadsheet cell holds at most {most}; "
			       "shorten them"),
			    ARGS(COUNT_ARG("n", (double)n),
				 COUNT_ARG("most", (double)MOST_OF_CELL)));
}

void
load_lengths(struct loader *loader, const struct place *place,
	     const struct texts_value *texts)
{
	size_t bytes = 0, all = 0;

	for (uint32_t i = 0; i < texts->n; i++)
		if (is_set(&texts->items[i].at))
			bytes += strlen(texts->items[i].text) + BETWEEN;
	for (uint32_t i = 0; bytes > MOST_OF_CELL && i < texts->n; i++) {
		const char *text = texts->items[i].text;
		size_t n;

		if (!is_set(&texts->items[i].at))
			continue;
		n = utf8_utf16_units(text, strlen(text));
		if (n > MOST_OF_CELL) /* has its finding */
			return;
		all += n + (all ? BETWEEN : 0);
	}
	load_together(loader, place,
		      (struct span){texts->at.start, texts->at.end}, all);
}

/* names the character; {plain} may stand in the message */
static void
report_character(struct loader *loader, enum topic_id topic,
		 const struct place *place, const struct token *event,
		 uint32_t cp, const char *plain, const char *message)
{
	const char *code = arena_format(loader->arena, "U+%04X", cp);

	loader_find(loader, topic, token_span(event), place, message,
		    ARGS(TEXT_ARG("value", load_shown(loader, event)),
			 WORD_ARG("character", character_name(cp)),
			 TEXT_ARG("code", code), TEXT_ARG("plain", plain)));
}

/* joiners are part of words of some scripts, and of emoji */
static bool
is_joiner(uint32_t cp, uint32_t before, const struct token *event, size_t next)
{
	return (cp == 0x200c || cp == 0x200d) && before >= 0x80 &&
	       next < event->n && (unsigned char)event->text[next] >= 0x80;
}

/* Offers the text without all such characters. */
static void
offer_visible(struct loader *loader, const struct token *event)
{
	struct buf buf = {0};
	uint32_t cp = 0, before;
	size_t n;

	for (size_t i = 0; i < event->n; i += n) {
		before = cp;
		n = utf8_next(event->text + i, event->n - i, &cp);
		if (!utf8_is_invisible(cp) ||
		    is_joiner(cp, before, event, i + n))
			buf_add(&buf, event->text + i, n);
	}
	load_fix_value(loader, loader_last(loader),
		       arena_take(loader->arena, &buf), true);
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
			report_character(loader, TOPIC_document_invisible,
					 place, event, cp, "",
					 N_("'{value}' contains the invisible "
					    "character {code}; remove it"));
			offer_visible(loader, event);
			return;
		}
		i += n ? n : 1;
	}
}

/* YAML takes '#4' behind a blank for a comment, so it would cut the text, or
 * hide a value like '#N/A'. */
bool
load_uncut(struct loader *loader, const struct place *place,
	   const struct token *event)
{
	const char *s = loader->bytes, *comment;
	uint32_t at = event->end, start, end;
	struct finding *finding;

	while (s[at] == ' ' || s[at] == '\t')
		at++;
	if (!event->plain || at == event->end || s[at] != '#' ||
	    is_space(s[at + 1]) || !s[at + 1])
		return true;
	start = event->n ? event->start : at;
	for (end = at; s[end] && s[end] != '\n' && s[end] != '\r';)
		end++;
	comment = memmem(s + at, end - at, " # ", 3); /* a true one */
	end = comment ? (uint32_t)(comment - s) : end;
	while (is_space(s[end - 1]))
		end--;
	finding = loader_find(
		loader, TOPIC_document_syntax, (struct span){start, end}, place,
		is_free_text(place)
			? N_("' #' begins a comment, which cuts this text; "
			     "put quotes around it: {text}")
			: N_("' #' begins a comment, so '{value}' is no "
			     "value; write {type}"),
		ARGS(TEXT_ARG("text",
			      quoted(loader->arena, s + start, end - start)),
		     TEXT_ARG("value", value_shown(loader->arena, s + start,
						   end - start)),
		     load_type_arg(loader, place)));
	/* '#see below' may be a comment after all, '#4' is none */
	if (is_free_text(place))
		load_fix_value(
			loader, finding,
			arena_copy(loader->arena, s + start, end - start),
			is_digit(s[at + 1]));
	return false;
}

bool
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
	if (!load_uncut(loader, place, event))
		return false;
	check_invisible(loader, place, event);
	check_length(loader, place, event);
	value->text = arena_copy(loader->arena, event->text, event->n);
	return true;
}

/* the first character that an id can't have, 0 where there is none */
static uint32_t
bad_character(const char *id, size_t size)
{
	uint32_t cp;
	size_t n;

	for (size_t i = 0; i < size; i += n) {
		n = utf8_next(id + i, size - i, &cp);
		if (!utf8_is_id_char(cp))
			return cp ? cp : 0xfffd;
	}
	return 0;
}

/* the text with a hyphen in place of all that an id can't have; "" where that
 * is none */
static const char *
as_id(struct arena *arena, const char *text)
{
	size_t size = strlen(text), n;
	struct buf buf = {0};
	uint32_t cp;

	for (size_t i = 0; i < size; i += n) {
		n = utf8_next(text + i, size - i, &cp);
		if (utf8_is_id_char(cp) && (buf.n || cp != '-'))
			buf_add(&buf, text + i, n);
		else if (buf.n && buf.p[buf.n - 1] != '-' &&
			 !utf8_is_invisible(cp))
			buf_putc(&buf, '-');
	}
	while (buf.n && buf.p[buf.n - 1] == '-')
		buf.n--;
	if (buf.n > 1 && !memcmp(buf.p, "x-", 2)) /* a key of the user's own */
		buf.n = 0;
	return arena_take(arena, &buf);
}

/* An item takes its references to the new id along. */
static void
offer_id(struct loader *loader, const struct place *place, const char *id)
{
	if (*id && place->field && place->field->kind == KIND_MAP)
		load_fix_name(loader, loader_last(loader), id, true);
}

static void
report_id(struct loader *loader, const struct place *place,
	  const struct token *event, uint32_t cp)
{
	struct buf buf = {0};
	uint32_t first = token_plain(&buf, event->text, event->n);
	const char *plain = arena_take(loader->arena, &buf);
	const char *id = as_id(loader->arena, plain);

	if (utf8_is_invisible(cp))
		report_character(loader, TOPIC_document_bad_id, place, event,
				 cp, "",
				 N_("'{value}' can't be an id: it contains the "
				    "invisible character {code}; remove it"));
	else if (first && *plain && !bad_character(plain, strlen(plain)))
		report_character(loader, TOPIC_document_bad_id, place, event,
				 cp, plain,
				 N_("'{value}' can't be an id: it contains "
				    "{character}, {code}; write '{plain}'"));
	else
		load_reject(
			loader, TOPIC_document_bad_id, place, event,
			*id ? N_("'{value}' can't be an id, which has "
				 "letters, digits, '-' and '_' alone; write "
				 "'{proposal}'")
			    : N_("'{value}' can't be an id; use letters, "
				 "digits, '-' and '_'"),
			id);
	offer_id(loader, place, id);
}

const char *
load_id(struct loader *loader, const struct place *place,
	const struct token *event)
{
	struct token token = *event;
	uint32_t first = load_tidy(loader, &token);
	const char *id = arena_copy(loader->arena, token.text, token.n);
	uint32_t bad = bad_character(token.text, token.n);
	struct place at = *place;

	at.key = id;
	if (bad || !*id)
		report_id(loader, &at, event, bad);
	else
		load_fix_name(loader,
			      load_strange(loader, &at, event, &token, first),
			      id, true);
	return id;
}
