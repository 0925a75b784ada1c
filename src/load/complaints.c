/* complaints.c - libyaml's errors in plain words */
#include <string.h>

#include "load/events.h"

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
	 false,
	 N_("'-' begins a list; write [a, b] for one, or put quotes around a "
	    "text: {text}")},
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
		buf_putc(&buf, text[i]);
	}
	buf_putc(&buf, quote);
	return arena_take(arena, &buf);
}

const struct complaint *
complaint_find(const char *problem, const char *context, char found)
{
	if (found == '\t')
		return &tab;
	if ((found == '}' || found == ']') && problem &&
	    !strstr(problem, "','"))
		return &closing;
	for (size_t i = 0; i < sizeof(complaints) / sizeof(*complaints); i++) {
		const struct complaint *at = &complaints[i];

		if (problem && !strcmp(problem, at->problem) &&
		    (!at->context ||
		     (context && !strcmp(context, at->context))))
			return at;
	}
	return &unknown;
}
