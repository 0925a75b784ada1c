/*
 * verify.c - reads a workbook back, part by part. The library that wrote it
 * calls a part whole that was cut when the space ran out.
 */
#include "verify.h"

#include <expat.h>
#include <minizip/unzip.h>
#include <stdlib.h>
#include <string.h>

#include "ces/arena.h"

enum { CHUNK = 64 * 1024, NAME_MOST = 256 };

/* names of parts */
struct names {
	char **items;
	size_t n, cap;
};

struct reading {
	unzFile zip;
	XML_Parser parser;
	struct names there;
	struct names listed; /* by the list of content types: all are there */
	int missing;	     /* elements or attributes that had to be there */
};

static void
names_add(struct names *names, const char *name)
{
	ARRAY_GROW(names->items, names->n, names->cap);
	names->items[names->n++] = mem_string(name);
}

static bool
names_hold(const struct names *names, const char *name)
{
	for (size_t i = 0; i < names->n; i++)
		if (!strcmp(names->items[i], name))
			return true;
	return false;
}

static void
names_free(struct names *names)
{
	for (size_t i = 0; i < names->n; i++)
		free(names->items[i]);
	free(names->items);
}

/* --- elements ------------------------------------------------------------ */

static const char *
attribute(const char **attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (!strcmp(attributes[0], name))
			return attributes[1];
	return NULL;
}

/*
 * For want of memory the library leaves out the selection of a pane (a split
 * both ways has three) and the description of a chart, and says nothing.
 */
static void
on_element(void *data, const char *name, const char **attributes)
{
	struct reading *reading = data;
	const char *part = attribute(attributes, "PartName");

	if (part)
		names_add(&reading->listed, part + (*part == '/'));
	if (!strcmp(name, "pane"))
		reading->missing +=
			attribute(attributes, "xSplit") &&
					attribute(attributes, "ySplit")
				? 3
				: 1;
	else if (!strcmp(name, "selection") && attribute(attributes, "pane"))
		reading->missing--;
	else if (!strcmp(name, "xdr:cNvPr") && !attribute(attributes, "descr"))
		reading->missing++;
}

/* --- parts --------------------------------------------------------------- */

static bool
is_xml(const char *name)
{
	static const char *const ends[] = {".xml", ".rels", ".vml"};
	size_t n = strlen(name), m;

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		m = strlen(ends[i]);
		if (n > m && !strcmp(name + n - m, ends[i]))
			return true;
	}
	return false;
}

/* An empty part is no element, and so it is not well-formed. */
static bool
read_xml(struct reading *reading)
{
	XML_Parser parser = reading->parser;
	int n;

	XML_ParserReset(parser, NULL);
	XML_SetUserData(parser, reading);
	XML_SetStartElementHandler(parser, on_element);
	do {
		void *chunk = XML_GetBuffer(parser, CHUNK);

		if (!chunk)
			die_memory();
		n = unzReadCurrentFile(reading->zip, chunk, CHUNK);
		if (n < 0 ||
		    XML_ParseBuffer(parser, n, n == 0) != XML_STATUS_OK)
			return false;
	} while (n > 0);
	return true;
}

static bool
read_bytes(struct reading *reading)
{
	char chunk[CHUNK];
	int n;

	do
		n = unzReadCurrentFile(reading->zip, chunk, sizeof(chunk));
	while (n > 0);
	return n == 0;
}

/* The checksum is compared when the part is closed. */
static bool
read_part(struct reading *reading)
{
	char name[NAME_MOST];
	bool good;

	if (unzGetCurrentFileInfo64(reading->zip, NULL, name, sizeof(name),
				    NULL, 0, NULL, 0) != UNZ_OK ||
	    unzOpenCurrentFile(reading->zip) != UNZ_OK)
		return false;
	names_add(&reading->there, name);
	good = is_xml(name) ? read_xml(reading) : read_bytes(reading);
	return unzCloseCurrentFile(reading->zip) == UNZ_OK && good;
}

static bool
read_parts(struct reading *reading)
{
	int status = unzGoToFirstFile(reading->zip);

	for (; status == UNZ_OK; status = unzGoToNextFile(reading->zip))
		if (!read_part(reading))
			return false;
	return status == UNZ_END_OF_LIST_OF_FILE;
}

static bool
has_listed(const struct reading *reading)
{
	for (size_t i = 0; i < reading->listed.n; i++)
		if (!names_hold(&reading->there, reading->listed.items[i]))
			return false;
	return reading->listed.n > 0;
}

bool
workbook_verify(const char *path)
{
	struct reading reading = {.zip = unzOpen64(path)};
	bool good;

	if (!reading.zip)
		return false;
	reading.parser = XML_ParserCreate(NULL);
	if (!reading.parser)
		die_memory();
	good = read_parts(&reading) && has_listed(&reading) &&
	       reading.missing == 0;
	names_free(&reading.there);
	names_free(&reading.listed);
	XML_ParserFree(reading.parser);
	unzClose(reading.zip);
	return good;
}
