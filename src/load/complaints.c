/* complaints.c - libyaml's errors in plain words */
#include <string.h>

#include "ces/character.h"
#include "ces/utf8.h"
#include "load/loader.h"
#include "load/stopped.h"

static const struct complaint complaints[] = {
	{"found unexpected end of stream", "while scanning a quoted scalar",
	 N_("the quote that opens here is never closed"), true, NULL},
	{"found unexpected document indicator",
	 "while scanning a quoted scalar",
	 N_("the quote that opens here is never closed"), true, NULL},
	{"did not find expected ',' or '}'", NULL,
	 N_("the '{' that opens here is never closed, or a ',' is missing "
	    "between two of its values"),
	 true, NULL},
	{"did not find expected ',' or ']'", NULL,
	 N_("the '[' that opens here is never closed, or a ',' is missing "
	    "between two of its values"),
	 true, NULL},
	{"mapping values are not allowed in this context", NULL,
	 N_("a ':' is here where no key can be; put quotes around a text that "
	    "contains ': ', fix the indentation, or add the missing ':' of the "
	    "key before it"),
	 false,
	 N_("a ':' and a space in a text end it; put quotes around it: "
	    "{text}")},
	{"found unexpected ':'", NULL,
	 N_("a ':' here needs a space after it; put quotes around a text that "
	    "contains one"),
	 false, NULL},
	{"could not find expected ':'", NULL,
	 N_("a ':' and a space are missing after the key, or quotes are "
	    "missing around a text"),
	 true, NULL},
	{"found character that cannot start any token", NULL,
	 N_("'{char}' can't begin a value; put quotes around the text"), false,
	 N_("'{char}' can't begin a text; put quotes around it: {text}")},
	{"did not find expected key", NULL,
	 N_("a key was expected here; fix the indentation, or put quotes "
	    "around the text"),
	 false, NULL},
	{"did not find expected '-' indicator", NULL,
	 N_("the items of this list don't line up; begin each with '- ' at "
	    "the same indentation"),
	 false, NULL},
	{"did not find expected node content", NULL,
	 N_("a value was expected here"), false, NULL},
	{"block sequence entries are not allowed in this context", NULL,
	 N_("a list item can't begin here; put the '-' on a line of its own "
	    "below the key, or quotes around a text that begins with one"),
	 false, N_("'-' can't begin a text; put quotes around it: {text}")},
	{"mapping keys are not allowed in this context", NULL,
	 N_("'?' can't begin a value; put quotes around the text"), false,
	 N_("'?' can't begin a text; put quotes around it: {text}")},
	{"did not find expected <document start>", NULL,
	 N_("the plan has ended before this line; fix the indentation"), false,
	 NULL},
	{"found unknown escape character", NULL,
	 N_("inside double quotes '\\' begins an escape; write '\\\\', or use "
	    "single quotes"),
	 false, NULL},
	{"did not find expected alphabetic or numeric character", NULL,
	 N_("'{char}' begins an alias or an anchor; put quotes around the "
	    "text"),
	 true, N_("'{char}' can't begin a text; put quotes around it: {text}")},
	{"did not find expected comment or line break", NULL,
	 N_("nothing may follow '|' or '>' on its line; put quotes around a "
	    "text that begins with one"),
	 true,
	 N_("'|' and '>' can't begin a text on one line; put quotes around it: "
	    "{text}")},
	{"found a tab character that violates indentation", NULL,
	 N_("a tab is used for indentation; use spaces"), false, NULL},
	{"found a tab character where an indentation space is expected", NULL,
	 N_("a tab is used for indentation; use spaces"), false, NULL},
	{"found undefined tag handle", NULL,
	 N_("'!' begins a tag; put quotes around the text"), true,
	 N_("'!' can't begin a text; put quotes around it: {text}")},
	{"found incompatible YAML document", NULL,
	 N_("this version of YAML is not supported; remove the '%YAML' line"),
	 false, NULL},
};

static const struct complaint unknown = {
	NULL, NULL,
	N_("this is not valid YAML; check the indentation and the quotes near "
	   "here"),
	false, NULL};

/* the parser expected something else */
static const struct complaint closing = {
	NULL, NULL,
	N_("this '{char}' closes nothing; remove it, or add the missing "
	   "opening one"),
	false, NULL};
static const struct complaint comment = {
	NULL, NULL,
	N_("' #' begins a comment, which cuts this line; put quotes around a "
	   "text with '#' in it"),
	false,
	N_("' #' begins a comment, which cuts this text; put quotes around it: "
	   "{text}")};
static const struct complaint first = {NULL, NULL,
				       N_("this key is indented further than "
					  "the next ones of its group; align "
					  "them"),
				       true, NULL};
static const struct complaint colon = {
	NULL, NULL,
	N_("a ':' and a plain space are needed where the line has {character}, "
	   "{code}; type them anew"),
	false, NULL};
static const struct complaint odd = {
	NULL, NULL,
	N_("{character}, {code}, is in the indentation; use plain spaces"),
	false, NULL};
static const struct complaint tab = {
	NULL, NULL, N_("a tab is used for indentation; use spaces"), false,
	NULL};

const char *
quoted(struct arena *arena, const char *text, size_t n)
{
	struct buf buf = {0};
	char quote = memchr(text, '"', n) || memchr(text, '\\', n) ? '\'' : '"';

	buf_putc(&buf, quote);
	for (size_t i = 0; i < n; i++) {
		if (text[i] == '\'' && quote == '\'')
			buf_putc(&buf, quote);
		if (!is_space(text[i]))
			buf_putc(&buf, text[i]);
		else if (!is_space(text[i + 1])) /* lines are joined */
			buf_putc(&buf, ' ');
	}
	buf_putc(&buf, quote);
	return arena_take(arena, &buf);
}

const char *
shown_at(struct arena *arena, const char *bytes, uint32_t n, uint32_t at)
{
	struct buf buf = {0};
	uint32_t cp;
	size_t length = utf8_decode(bytes + at, n - at, &cp);

	if (length == 0)
		return "";
	if (bytes[at] == '\t')
		return "tab";
	utf8_show(&buf, bytes + at, length, 0);
	return arena_take(arena, &buf);
}

/*
 * A quote that is never closed takes the lines after it up to the next quote,
 * and the parser stops there. Returns where it opens; at, if that is not so.
 */
static uint32_t
open_quote(const char *s, uint32_t at)
{
	uint32_t line = line_start(s, at), end, value;
	const char *quote;

	for (end = line; line > 0; end = line) {
		line = line_start(s, line - 1);
		quote = memchr(s + line, '"', end - line);
		if (!quote)
			quote = memchr(s + line, '\'', end - line);
		if (!quote)
			continue;
		value = (uint32_t)(quote - s);
		if (value < line + 2 || s[value - 1] != ' ' ||
		    !strchr(":-", s[value - 2]) ||
		    memchr(quote + 1, *quote, end - value - 1))
			break;
		return value;
	}
	return at;
}

/* a '#' that hides the rest of the line, with no blank after it */
static bool
comment_after(const char *s, uint32_t n, uint32_t from, uint32_t *at)
{
	for (*at = from; *at + 1 < n && !strchr("\r\n", s[*at]); ++*at)
		if (s[*at] == '#' && s[*at - 1] == ' ')
			return !is_space(s[*at + 1]);
	return false;
}

static const struct complaint *
complaint_about(const struct fault *fault)
{
	for (size_t i = 0; i < sizeof(complaints) / sizeof(*complaints); i++) {
		const struct complaint *at = &complaints[i];

		if (!strcmp(fault->problem, at->problem) &&
		    (!at->context ||
		     (fault->context && !strcmp(fault->context, at->context))))
			return at;
	}
	return &unknown;
}

/* The parser stops behind a line without a colon, whose text goes on there. */
static void
find_colon(const char *s, uint32_t n, struct fault *fault)
{
	uint32_t line;

	if ((!strncmp(fault->problem, "mapping values", 14) ||
	     !strcmp(fault->problem, "did not find expected key")) &&
	    keyless_before(s, n, line_start(s, fault->at), &line)) {
		fault->problem = "could not find expected ':'";
		fault->at = line;
	}
	line = fault->at + (uint32_t)strcspn(s + fault->at, ": \r\n");
	if (!strcmp(fault->problem, "could not find expected ':'") &&
	    s[line] == ':')
		fault->problem = "found unexpected ':'"; /* name:Homes */
}

const struct complaint complaint_begun = {
	NULL, NULL,
	N_("'{char}' can't begin a value; put quotes around the text"), false,
	N_("'{char}' can't begin a text; put quotes around it: {text}")};

/* a value that ends where a text goes on */
static const struct complaint ended[] = {
	{NULL, NULL,
	 N_("nothing may follow a closing quote; put quotes around the whole "
	    "text"),
	 false,
	 N_("nothing may follow a closing quote; put quotes around the whole "
	    "text: {text}")},
	{NULL, NULL,
	 N_("nothing may follow a closing bracket; put quotes around the whole "
	    "text"),
	 false,
	 N_("nothing may follow a closing bracket; put quotes around the whole "
	    "text: {text}")},
};

static bool
is_quote(char c)
{
	return c == '"' || c == '\'';
}

/* Does the value's key go on in the value: channels:{phone: 46, chat: 30}? Then
 * the parser should have stopped there. */
static bool
is_joined(const char *s, struct fault *fault, const struct level *level)
{
	size_t n = strcspn(s + level->key, " :\"'{[\r\n");

	if (!level->map || !level->keys || level->field ||
	    !entity_field(level->keys, s + level->key, n))
		return false;
	fault->at = level->key;
	fault->problem = s[level->key + n] == ':'
				 ? "found unexpected ':'"
				 : "could not find expected ':'";
	return true;
}

/* The complaint where a text of one line goes on behind what seems to be more
 * than a text; NULL where it is another one. */
static const struct complaint *
about_value(const char *s, struct fault *fault, const struct stopped *value)
{
	uint32_t key = fault->at + (uint32_t)strcspn(s + fault->at, ":,\r\n");
	const struct complaint *complaint;
	char sign = s[value->start];

	for (uint32_t at = value->start; !value->level.flow && at < fault->at;
	     at++)
		if (comment_after(s, fault->at, at, &at) && !is_quote(sign)) {
			fault->at = at;
			return &comment;
		}
	if (is_joined(s, fault, &value->level))
		return complaint_about(fault);
	if (!strcmp(fault->problem, "did not find expected node content") &&
	    s[fault->at] == '-')
		fault->problem = "block sequence entries are not allowed in "
				 "this context";
	complaint = complaint_about(fault);
	if (complaint->quoted && complaint->at_context)
		fault->at = fault->context_at;
	if (complaint->quoted)
		return complaint;
	if (fault->at <= value->start ||
	    line_start(s, fault->at) > value->start ||
	    strncmp(fault->problem, "did not find expected", 21) != 0)
		return NULL;
	if (s[fault->at] == ':' && !strchr("[{", sign)) {
		fault->problem = "mapping values are not allowed in this "
				 "context";
		return complaint_about(fault);
	}
	if (value->level.flow && s[key] == ':' && is_space(s[key + 1]))
		return NULL; /* a comma is missing */
	complaint = strchr("*&!", sign)	 ? &complaint_begun
		    : is_quote(sign)	 ? &ended[0]
		    : strchr("[{", sign) ? &ended[1]
					 : NULL;
	if (complaint)
		fault->at = value->start;
	return complaint;
}

/* The name that lacks its colon before a list or a group: {channels [phone]}.
 */
static bool
colon_before(const char *s, struct fault *fault)
{
	uint32_t at = fault->at, end, name;

	if (strcmp(fault->problem, "did not find expected ',' or '}'") != 0 ||
	    !strchr("[{", s[at]))
		return false;
	while (at && is_space(s[at - 1]))
		at--;
	for (end = at; at && !is_space(s[at - 1]) && !strchr("{[,", s[at - 1]);)
		at--;
	if (at == end)
		return false;
	name = at;
	while (at && is_space(s[at - 1]))
		at--;
	if (!at || !strchr("{,", s[at - 1]))
		return false;
	fault->at = name;
	return true;
}

/* Lines that are looked back for blanks that only seem to indent. */
enum { BACK = 3 };

static bool
odd_line(const char *bytes, uint32_t n, uint32_t at, uint32_t *place)
{
	uint32_t line = line_start(bytes, at), cp;

	for (int i = 0; i < BACK; i++) {
		cp = odd_blank(bytes, n, line, place);
		if (cp >= 0x80)
			return true;
		if (!line)
			break;
		line = line_start(bytes, line - 1);
	}
	return false;
}

static const struct complaint *
best_complaint(const char *bytes, uint32_t n, struct fault *fault,
	       const struct stopped *value)
{
	char found = fault->at < n ? bytes[fault->at] : '\0';
	const struct complaint *complaint;
	uint32_t quote = open_quote(bytes, fault->at), place;

	if (quote != fault->at) {
		fault->at = quote;
		return complaints; /* the first is about quotes */
	}
	if (odd_line(bytes, n, fault->at, &place)) {
		fault->at = place;
		return &odd;
	}
	if (found == '\t')
		return &tab;
	if ((found == '}' || found == ']') && !strstr(fault->problem, "','"))
		return &closing;
	if (fault->at < n && colon_before(bytes, fault)) {
		fault->problem = "could not find expected ':'";
		return complaint_about(fault);
	}
	complaint = value ? about_value(bytes, fault, value) : NULL;
	if (complaint)
		return complaint;
	complaint = complaint_about(fault);
	if (complaint->at_context)
		fault->at = fault->context_at;
	if (fault->at < n && strchr("{[", bytes[fault->at]) &&
	    comment_after(bytes, n, fault->at, &place)) {
		fault->at = place;
		return &comment;
	}
	if (!strcmp(fault->problem, "did not find expected key") &&
	    first_is_odd(fault->written, n, fault->at, &place)) {
		fault->at = place;
		return &first;
	}
	find_colon(bytes, n, fault);
	return complaint_about(fault);
}

/* bytes of a line that are searched, as lines may be long */
enum { NEARBY = 200 };

static uint32_t
colon_character(const char *s, size_t n, size_t at)
{
	size_t from = at > NEARBY ? at - NEARBY : 0;
	size_t end = n - at > NEARBY ? at + NEARBY : n;
	uint32_t cp = 0, before;

	while (at > from && s[at - 1] != '\n')
		at--;
	while (at < end && s[at] != '\n') {
		before = cp;
		at += utf8_next(s + at, end - at, &cp);
		if (cp == 0xff1a ||
		    (before == ':' && cp >= 0x80 && character_is_blank(cp)))
			return cp;
	}
	return 0;
}

const struct complaint *
complaint_find(const char *bytes, uint32_t n, struct fault *fault,
	       const struct stopped *value)
{
	const struct complaint *best = best_complaint(bytes, n, fault, value);
	uint32_t at;

	if (best == &odd) {
		fault->character =
			odd_blank(bytes, n, line_start(bytes, fault->at), &at);
		return best;
	}
	fault->character = colon_character(bytes, n, fault->at);
	return fault->character ? &colon : best;
}
