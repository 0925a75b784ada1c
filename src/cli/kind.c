/* kind.c - what a file is that was taken for a plan, by its first bytes */
#include "cli/kind.h"

#include <stdlib.h>
#include <string.h>

#include "ces/file.h"
#include "ces/message.h"
#include "ces/model.h"
#include "ces/source.h"

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
} kinds[] = {
	{"PK\3\4", "xl/workbook", workbook},
	{"PK\3\4", "opendocument.spreadsheet", workbook},
	{"PK\3\4", "word/document", document},
	{"PK\3\4", "ppt/", document},
	{"PK\3\4", "opendocument", document},
	{"PK\3\4", "", archive},
	{"\xd0\xcf\x11\xe0", "", document},
	{"%PDF-", "", pdf},
	{"\x89PNG", "", picture},
	{"\xff\xd8\xff", "", picture},
	{"GIF8", "", picture},
	{"RIFF", "WEBP", picture},
	{"II*", "", picture},
	{"MM\1*", "", picture},
	{"\x1f\x8b", "", archive},
	{"7z\xbc\xaf", "", archive},
	{"\xfd"
	 "7zXZ",
	 "", archive},
	{"Rar!", "", archive},
	{"<", "", page},
	{"{", "\"tool\": {\"name\": \"ces\"", json},
	{"{", "\"http://json-schema.org/", schema},
	{"", "\n<!-- ces ", markdown},
};

const char *
kind_of(const char *bytes, size_t n)
{
	const char *text =
		strncmp(bytes, "\xef\xbb\xbf", 3) ? bytes : bytes + 3;

	text += strspn(text, " \t\r\n");
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		const char *part = kinds[i].part;
		size_t length = strlen(part);

		if (strncmp(text, kinds[i].start, strlen(kinds[i].start)) != 0)
			continue;
		if (memmem(bytes, n, part, length))
			return kinds[i].kind;
	}
	return NULL;
}

/* one of the plan's own keys, quoted or not; 'ces' at any indentation */
static bool
has_own_key(const char *line)
{
	size_t blanks = strspn(line, " \t");
	const char *key = line + blanks;
	size_t n;

	key += strspn(key, "{\"'");
	n = strspn(key, "abcdefghijklmnopqrstuvwxyz_");
	if (!n || !strchr(":\"'", key[n]))
		return false;
	return (n == 3 && !strncmp(key, "ces", n)) ||
	       (!blanks && entity_field(entity_plan(), key, n));
}

static enum keys
keys_of(const char *bytes, size_t n)
{
	bool content = false;

	/* in UTF-16, which is not read, but a person may have written it */
	if (n > 1 &&
	    (!memcmp(bytes, "\xff\xfe", 2) || !memcmp(bytes, "\xfe\xff", 2)))
		return KEYS_PLAN;
	for (const char *line = bytes; *line;) {
		if (has_own_key(line))
			return kind_of(bytes, n) ? KEYS_NONE : KEYS_PLAN;
		content |=
			!strchr("#%-.\r\n", *line) || !strncmp(line, "- ", 2);
		line += strcspn(line, "\r\n");
		line += strspn(line, "\r\n");
	}
	return content && strlen(bytes) == n ? KEYS_FOREIGN : KEYS_NONE;
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
