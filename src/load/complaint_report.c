/* complaint_report.c - a value that YAML can't read, and how it is to be
 * written */
#include "ces/character.h"
#include "ces/utf8.h"
#include "load/braces.h"
#include "load/loader.h"
#include "load/stopped.h"

enum { REPEATED_MOST = 200 /* bytes of a text that a message repeats */ };

/* [busy, rural] for - busy - rural */
static const char *
listed(struct arena *arena, const char *s, size_t n)
{
	struct buf buf = {0};

	if (*s != '-')
		return arena_format(arena, "[%s]", quoted(arena, s, n));
	for (size_t i = 0; i < n; i++) {
		bool dash = s[i] == '-' && is_space(s[i + 1]) &&
			    (i == 0 || is_space(s[i - 1]));

		if (!dash) {
			buf_putc(&buf, s[i]);
			continue;
		}
		while (buf.n && is_space(buf.p[buf.n - 1]))
			buf.n--;
		buf_puts(&buf, i ? ", " : "");
		i++;
	}
	return arena_format(arena, "[%s]",
			    (const char *)arena_take(arena, &buf));
}

/* Does a sign that is no comma stand between two keys of a value in braces? */
static bool
is_parted(const char *s, const struct stopped *value)
{
	for (uint32_t at = value->start;
	     value->level.flow && value->level.map && at < value->end; at++)
		if (s[at] != ',' && braces_comma(s, at, value->end))
			return true;
	return false;
}

/* The value as it is to be written, and the message that offers it; the
 * complaint's own where it isn't known. */
static const char *
proposed(struct arena *arena, const char *s, uint32_t n,
	 const struct complaint *complaint, const struct stopped *value,
	 struct guess *guess)
{
	const struct field *field = value->level.field;
	enum kind kind = field ? field->kind : KIND_TEXT;
	enum shape shape = kind_shape(kind);
	bool whole = value->level.keys != NULL;
	const char *text = s + value->start, *blank;
	uint32_t size = value->end - value->start;

	*guess = (struct guess){0};
	if (size > REPEATED_MOST)
		return complaint->message;
	if (is_parted(s, value)) {
		guess->text = braces_rewritten(arena, &value->level, s,
					       value->level.start + 1, n);
		if (guess->text)
			return N_("keys in braces are separated by ','; write "
				  "{proposal}");
	}
	if (whole && shape == SHAPE_LIST) {
		guess->text = listed(arena, text, size);
		return N_("'{value}' is a single value where a list is "
			  "expected; write {proposal}");
	}
	if (whole && (shape == SHAPE_MAPPING || kind == KIND_OBJECT)) {
		guess->text = braces_around(arena, &value->inside, s,
					    value->start, value->end);
		return guess->text ? N_("keys on one line need braces; write "
					"{proposal}")
				   : complaint->message;
	}
	if (shape == SHAPE_KEYS)
		return complaint->message;
	*guess = field_proposal(arena, field, true, text, size);
	if (!guess->text && size > 2 && strchr("@`*!|&>", *text))
		*guess = field_proposal(arena, field, true, text + 1,
					size - 1 - (text[size - 1] == '`'));
	blank = memchr(text, ' ', size);
	if (!guess->text && blank && strchr("&!", *text)) /* &n 98,000 */
		*guess = field_proposal(arena, field, true, blank + 1,
					size - (size_t)(blank + 1 - text));
	if (guess->text && field_is_text(field))
		return complaint->quoted;
	if (!guess->text && !guess->other && kind_element(kind) == KIND_WORD)
		return N_("'{value}' is not one of {type}");
	return guess->other  ? N_("'{value}' may mean {proposal} or {other}; "
				   "write the one that is meant")
	       : guess->text ? N_("'{value}' is not {type}; write {proposal}")
			     : N_("'{value}' is not {type}");
}

const char *
complaint_report(struct findings *findings, const char *bytes, uint32_t n,
		 const struct complaint *complaint, const struct fault *fault,
		 struct span span, const struct stopped *value)
{
	struct arena *arena = findings->arena;
	const char *message = complaint->message, *text = "";
	struct arg type = TEXT_ARG("type", "");
	struct guess guess = {0};

	if (value && complaint->quoted) {
		message = proposed(arena, bytes, n, complaint, value, &guess);
		text = value_shown(arena, bytes + value->start,
				   value->end - value->start);
		type = type_arg(arena, value->level.field, !value->level.keys);
	}
	finding_add(
		findings, TOPIC_document_syntax, span, "", message,
		ARGS(WORD_ARG("character", character_name(fault->character)),
		     TEXT_ARG("code",
			      arena_format(arena, "U+%04X", fault->character)),
		     TEXT_ARG("char", shown_at(arena, bytes, n, fault->at)),
		     ITEM_ARG("value", text, *text ? text : NULL), type,
		     TEXT_ARG("text", guess.text ? guess.text : ""),
		     TEXT_ARG("proposal", guess.text ? guess.text : ""),
		     TEXT_ARG("other", guess.other ? guess.other : "")));
	return guess.other ? NULL : guess.text;
}

void
complaint_begins(struct findings *findings, const char *bytes, uint32_t n,
		 const struct levels *levels, struct token *scalar)
{
	const struct fault fault = {.at = scalar->start};
	struct stopped value = {.level = levels->items[levels->depth],
				.start = scalar->start,
				.end = scalar->end};

	if (value.level.map && !value.level.value) /* a key itself */
		value.level.field = NULL;
	scalar->meant = complaint_report(
		findings, bytes, n, &complaint_begun, &fault,
		(struct span){scalar->start, scalar->end}, &value);
	scalar->certain = true;
	scalar->broken = true;
}
