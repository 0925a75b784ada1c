/* complaints.c - libyaml's errors in plain words */
#include <string.h>

#include "load/events.h"

static const struct complaint complaints[] = {
	{"found unexpected end of stream", "while scanning a quoted scalar",
	 N_("the quote that opens here is never closed"), true},
	{"found unexpected document indicator",
	 "while scanning a quoted scalar",
	 N_("the quote that opens here is never closed"), true},
	{"did not find expected ',' or '}'", NULL,
	 N_("the '{' that opens here is never closed, or a ',' is missing "
	    "between two of its values"),
	 true},
	{"did not find expected ',' or ']'", NULL,
	 N_("the '[' that opens here is never closed, or a ',' is missing "
	    "between two of its values"),
	 true},
	{"mapping values are not allowed in this context", NULL,
	 N_("a ':' is here where no key can be; put quotes around a text that "
	    "contains ': ', fix the indentation, or add the missing ':' of the "
	    "key before it"),
	 false},
	{"found unexpected ':'", NULL,
	 N_("a ':' here needs a space after it; put quotes around a text that "
	    "contains one"),
	 false},
	{"could not find expected ':'", NULL,
	 N_("a ':' and a space are missing after the key, or quotes are "
	    "missing around a text"),
	 true},
	{"found character that cannot start any token", NULL,
	 N_("'{char}' can't begin a value; put quotes around the text"), false},
	{"did not find expected key", NULL,
	 N_("a key was expected here; fix the indentation, or put quotes "
	    "around the text"),
	 false},
	{"did not find expected '-' indicator", NULL,
	 N_("the items of this list don't line up; begin each with '- ' at "
	    "the same indentation"),
	 false},
	{"did not find expected node content", NULL,
	 N_("a value was expected here"), false},
	{"block sequence entries are not allowed in this context", NULL,
	 N_("a list item can't begin here; put the '-' on a line of its own "
	    "below the key, or quotes around a text that begins with one"),
	 false},
	{"mapping keys are not allowed in this context", NULL,
	 N_("'?' can't begin a value; put quotes around the text"), false},
	{"did not find expected <document start>", NULL,
	 N_("the plan has ended before this line; fix the indentation"), false},
	{"found unknown escape character", NULL,
	 N_("inside double quotes '\\' begins an escape; write '\\\\', or use "
	    "single quotes"),
	 false},
	{"did not find expected alphabetic or numeric character", NULL,
	 N_("'{char}' begins an alias or an anchor; put quotes around the "
	    "text"),
	 true},
	{"did not find expected comment or line break", NULL,
	 N_("nothing may follow '|' or '>' on its line; put quotes around a "
	    "text that begins with one"),
	 true},
	{"found a tab character that violates indentation", NULL,
	 N_("a tab is used for indentation; use spaces"), false},
	{"found a tab character where an indentation space is expected", NULL,
	 N_("a tab is used for indentation; use spaces"), false},
	{"found undefined tag handle", NULL,
	 N_("'!' begins a tag; put quotes around the text"), true},
	{"found incompatible YAML document", NULL,
	 N_("this version of YAML is not supported; remove the '%YAML' line"),
	 false},
};

static const struct complaint unknown = {
	NULL, NULL,
	N_("this is not valid YAML; check the indentation and the quotes near "
	   "here"),
	false};

/* the parser expected something else */
static const struct complaint closing = {
	NULL, NULL,
	N_("this '{char}' closes nothing; remove it, or add the missing "
	   "opening one"),
	false};
static const struct complaint tab = {
	NULL, NULL, N_("a tab is used for indentation; use spaces"), false};

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
