/* kind.c - what a file is that was taken for a plan, by its first bytes and its
 * keys */
#include "cli/kind.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "ces/file.h"
#include "ces/message.h"
#include "ces/model.h"
#include "ces/source.h"
#include "ces/utf8.h"

static const char workbook[] = N_("this is a workbook, not a plan; name the "
				  "YAML file that it was made from"),
		  document[] = N_("this is a document of an office program, "
				  "not a plan; name the YAML file of the plan"),
		  pdf[] = N_("this is a PDF, not a plan; name the YAML file "
			     "of the plan"),
		  picture[] = N_("this is a picture, not a plan; name the "
				 "YAML file of the plan"),
		  archive[] = N_("this is an archive, not a plan; unpack it, "
				 "and name the YAML file of the plan"),
		  program[] = N_("this is a program, not a plan; name the "
				 "YAML file of the plan"),
		  database[] = N_("this is a database, not a plan; name the "
				  "YAML file of the plan"),
		  page[] = N_("this is a web page or XML, not a plan; name the "
			      "YAML file of the plan"),
		  json[] = N_("this is JSON that ces wrote, not a plan; name "
			      "the YAML file that it was made from"),
		  schema[] = N_("this is a JSON Schema, not a plan; name the "
				"YAML file of the plan"),
		  markdown[] =
			  N_("this is Markdown that ces wrote, not a plan; "
			     "name the YAML file that it was made from");

/* the first bytes, and what else is in the file; the first that fits */
static const struct {
	const char *start, *part, *kind;
	size_t at;   /* of the start */
	bool binary; /* a text may begin so too */
} kinds[] = {
	{"PK\3\4", "xl/workbook", workbook, 0, false},
	{"PK\3\4", "opendocument.spreadsheet", workbook, 0, false},
	{"PK\3\4", "word/document", document, 0, false},
	{"PK\3\4", "ppt/", document, 0, false},
	{"PK\3\4", "opendocument", document, 0, false},
	{"PK\3\4", "", archive, 0, false},
	{"\xd0\xcf\x11\xe0", "", document, 0, false},
	{"{\\rtf", "", document, 0, false},
	{"%PDF-", "", pdf, 0, false},
	{"\x89PNG", "", picture, 0, false},
	{"\xff\xd8\xff", "", picture, 0, false},
	{"GIF8", "", picture, 0, false},
	{"RIFF", "WEBP", picture, 0, false},
	{"II*", "", picture, 0, true},
	{"MM", "", picture, 0, true},
	{"BM", "", picture, 0, true},
	{"ftyphei", "", picture, 4, true},
	{"ftypavif", "", picture, 4, true},
	{"\x1f\x8b", "", archive, 0, false},
	{"7z\xbc\xaf", "", archive, 0, false},
	{"\xfd"
	 "7zXZ",
	 "", archive, 0, false},
	{"\x28\xb5\x2f\xfd", "", archive, 0, false},
	{"BZh", "1AY&SY", archive, 0, false},
	{"Rar!", "", archive, 0, false},
	{"ustar", "", archive, 257, true},
	{"\177ELF", "", program, 0, false},
	{"MZ", "", program, 0, true},
	{"\xcf\xfa\xed\xfe", "", program, 0, false},
	{"SQLite format 3", "", database, 0, true},
	{"<", "", page, 0, false},
	{"{", "\"tool\": {\"name\": \"ces\"", json, 0, false},
	{"{", "\"http://json-schema.org/", schema, 0, false},
	{"", "\n<!-- ces ", markdown, 0, false},
};

/* the end of the blanks and ends of lines that stand here */
static const char *
skip_blanks(const char *s, const char *end)
{
	while (s < end && is_space(*s))
		s++;
	return s;
}

static const char *
skip_mark(const char *bytes, size_t n)
{
	return bytes + (n >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3) ? 3 : 0);
}

static const char *
known_kind(const char *bytes, size_t n)
{
	const char *text = skip_blanks(skip_mark(bytes, n), bytes + n);
	bool binary = memchr(bytes, '\0', n) != NULL;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		const char *start = kinds[i].start, *part = kinds[i].part;
		size_t length = strlen(start);
		size_t at = kinds[i].at ? kinds[i].at : (size_t)(text - bytes);

		if (at + length <= n && !memcmp(bytes + at, start, length) &&
		    memmem(bytes, n, part, strlen(part)) &&
		    (binary || !kinds[i].binary))
			return kinds[i].kind;
	}
	return NULL;
}

/* --- keys ----------------------------------------------------------------- */

/* the length of a key, quoted or not, that a colon follows; its name without
 * quotes */
static size_t
take_key(const char *s, const char *end, const char **name, size_t *length)
{
	const char *c = s + (*s == '"' || *s == '\'');

	for (*name = c; c < end && (is_letter(*c) || is_digit(*c) ||
				    (*c && strchr("_-./", *c)));)
		c++;
	*length = (size_t)(c - *name);
	while (c < end && *c && strchr("\"' \t", *c))
		c++;
	return *length && c < end && *c == ':' ? (size_t)(c - s) : 0;
}

/* 'ces', or where outermost another key of a plan, in letters of any case */
static bool
is_own_key(const char *s, const char *end, bool outermost)
{
	const char *name;
	char key[32];
	size_t n;

	if (!take_key(s, end, &name, &n) || n >= sizeof(key))
		return false;
	for (size_t i = 0; i < n; i++)
		key[i] = to_lower(name[i]);
	return (n == 3 && !memcmp(key, "ces", n)) ||
	       (outermost && entity_field(entity_plan(), key, n));
}

/* in braces, as JSON has them, a line says nothing of the depth */
static bool
braces_have_own_key(const char *s, const char *end)
{
	int depth = 0;

	for (char before = '\0'; s < end; s++) {
		if (depth == 1 && (before == '{' || before == ',') &&
		    is_own_key(s, end, true))
			return true;
		if (*s == '"')
			while (++s < end && *s != '"')
				s += *s == '\\';
		if (s >= end || is_space(*s))
			continue;
		depth += (*s == '{' || *s == '[') - (*s == '}' || *s == ']');
		before = *s;
	}
	return false;
}

static const char *
line_end(const char *line, const char *end)
{
	while (line < end && *line != '\n' && *line != '\r')
		line++;
	return line;
}

/* marks of YAML that may stand before a key in its line: dashes, '?', a tag, an
 * anchor */
static const char *
skip_properties(const char *s, const char *end)
{
	while (s < end && *s && strchr(" \t-?!&", *s)) {
		bool name = *s == '!' || *s == '&';

		for (s++; name && s < end && !is_space(*s);)
			s++;
	}
	return s;
}

/* 'ces' may stand at any indentation */
static bool
line_has_own_key(const char *line, const char *end)
{
	const char *key = skip_properties(line, end);

	return key < end && is_own_key(key, end, key == line);
}

/* what is neither a blank, a comment, null nor a mark of YAML */
static const char *
first_content(const char *s, const char *end)
{
	for (;;) {
		const char *content = skip_properties(skip_blanks(s, end), end);

		if (content == end || !*content)
			return content;
		if (strchr("#%~.", *content))
			s = line_end(content, end);
		else if (is_space(*content))
			s = content;
		else
			return content;
	}
}

static enum keys
keys_of(const char *bytes, size_t n)
{
	const char *end = bytes + n, *text = skip_mark(bytes, n);
	const char *content = first_content(text, end);
	bool own = content < end && *content == '{' &&
		   braces_have_own_key(content, end);

	for (const char *line = text; line < end && !own;
	     line = line_end(line, end) + 1)
		own = line_has_own_key(line, end);
	/* in UTF-16, which is not read, a person may have written a plan */
	if (own || utf8_is_utf16(bytes, n))
		return known_kind(bytes, n) ? KEYS_NONE : KEYS_PLAN;
	return content < end ? KEYS_FOREIGN : KEYS_NONE;
}

enum keys
file_keys(const char *path)
{
	bool too_long;
	size_t n;
	char *bytes = file_read(path, SOURCE_LIMIT, &n, &too_long);
	enum keys keys = bytes ? keys_of(bytes, n) : KEYS_NONE;

	free(bytes);
	return keys;
}

/* --- files without a key of a plan ---------------------------------------- */

static bool
is_binary(const char *s, const char *end)
{
	for (; s < end; s++)
		if (!*s || ((unsigned char)*s < ' ' && !is_space(*s) &&
			    !strchr("\f\v\x1b", *s)))
			return true;
	return false;
}

static bool
is_utf8(const char *s, const char *end)
{
	uint32_t cp;
	size_t n;

	for (; s < end; s += n)
		if (!(n = utf8_decode(s, (size_t)(end - s), &cp)))
			return false;
	return true;
}

/* does it begin with a key? */
static bool
is_yaml(const char *s, const char *end)
{
	const char *name;
	size_t n = 0;

	if (s < end)
		n = take_key(s, end, &name, &n);
	return n && (s + n + 1 == end || is_space(s[n + 1]));
}

/* an object, or a list of values in quotes or of objects */
static bool
is_json(const char *s, const char *end)
{
	const char *next = s < end ? skip_blanks(s + 1, end) : end;

	return next < end && ((*s == '{' && strchr("\"}", *next)) ||
			      (*s == '[' && strchr("\"{[", *next)));
}

static const char *
foreign_kind(const char *bytes, size_t n)
{
	const char *end = bytes + n;
	const char *content = first_content(skip_mark(bytes, n), end);

	if (is_binary(bytes, end))
		return N_("this isn't a text file, so it can't be a plan; name "
			  "the "
			  "YAML file of the plan");
	if (!is_utf8(bytes, end))
		return N_("this is text in Latin-1 or another encoding, and "
			  "no key of it is one of a plan; a plan begins with "
			  "'ces: 1', and is saved as UTF-8");
	if (is_json(content, end))
		return N_("this is JSON, but no key of it is one of a plan; "
			  "name the YAML file of the plan");
	if (is_yaml(content, end))
		return N_("this is YAML, but no key of it is one of a plan; a "
			  "plan begins with 'ces: 1'");
	return N_(
		"this is plain text or a table, not a plan; a plan begins with "
		"'ces: 1', and 'ces init' writes one to start from");
}

const char *
kind_of(const char *bytes, size_t n)
{
	const char *kind = known_kind(bytes, n);

	if (kind || keys_of(bytes, n) != KEYS_FOREIGN)
		return kind;
	return foreign_kind(bytes, n);
}

const char *
file_kind(const char *path)
{
	bool too_long;
	size_t n;
	char *bytes = file_read(path, SOURCE_LIMIT, &n, &too_long);
	const char *kind = bytes ? kind_of(bytes, n) : NULL;

	free(bytes);
	return kind;
}
