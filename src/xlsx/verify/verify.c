/*
 * verify.c - reads a workbook back, part by part. The library that wrote it
 * calls a part whole that was cut when the space ran out.
 */
#include <expat.h>
#include <minizip/unzip.h>
#include <string.h>

#include "ces/arena.h"
#include "xlsx/workbook.h"

enum { CHUNK = 64 * 1024, NAME_MOST = 256 };

struct reading {
	unzFile zip;
	XML_Parser parser;
	struct buf there;  /* names of parts, each between line ends */
	struct buf listed; /* by the list of content types: all are there */
	int missing;	   /* elements or attributes that had to be there */
};

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
	const char *part;

	if (!strcmp(name, "Override") &&
	    (part = attribute(attributes, "PartName")))
		buf_printf(&reading->listed, "\n%s\n", part + (*part == '/'));
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
	const char *end = strrchr(name, '.');

	return end && (!strcmp(end, ".xml") || !strcmp(end, ".rels") ||
		       !strcmp(end, ".vml"));
}

/* An empty part is no element, and so it is not well-formed. The checksum is
 * compared when the part is closed. */
static bool
read_part(struct reading *reading)
{
	XML_Parser parser = reading->parser;
	enum XML_Status status = XML_STATUS_OK;
	char name[NAME_MOST];
	void *chunk;
	bool xml;
	int n;

	if (unzGetCurrentFileInfo64(reading->zip, NULL, name, sizeof(name),
				    NULL, 0, NULL, 0) != UNZ_OK ||
	    unzOpenCurrentFile(reading->zip) != UNZ_OK)
		return false;
	buf_printf(&reading->there, "\n%s\n", name);
	xml = is_xml(name);
	XML_ParserReset(parser, NULL);
	XML_SetUserData(parser, reading);
	XML_SetStartElementHandler(parser, on_element);
	do {
		chunk = XML_GetBuffer(parser, CHUNK);
		if (!chunk)
			die_memory();
		n = unzReadCurrentFile(reading->zip, chunk, CHUNK);
		if (xml && n >= 0)
			status = XML_ParseBuffer(parser, n, n == 0);
	} while (n > 0 && status == XML_STATUS_OK);
	return unzCloseCurrentFile(reading->zip) == UNZ_OK && n == 0 &&
	       status == XML_STATUS_OK;
}

static bool
has_listed(const struct reading *reading)
{
	const char *name = buf_text(&reading->listed), *end;
	bool all = *name;

	for (; all && *name; name = end) {
		end = strchr(name + 1, '\n') + 1;
		all = memmem(buf_text(&reading->there), reading->there.n, name,
			     (size_t)(end - name));
	}
	return all;
}

bool
workbook_verify(const char *path)
{
	struct reading reading = {.zip = unzOpen64(path)};
	int status;
	bool good;

	if (!reading.zip)
		return false;
	reading.parser = XML_ParserCreate(NULL);
	if (!reading.parser)
		die_memory();
	status = unzGoToFirstFile(reading.zip);
	while (status == UNZ_OK)
		status = read_part(&reading) ? unzGoToNextFile(reading.zip)
					     : UNZ_ERRNO;
	good = status == UNZ_END_OF_LIST_OF_FILE && has_listed(&reading) &&
	       reading.missing == 0;
	buf_free(&reading.there);
	buf_free(&reading.listed);
	XML_ParserFree(reading.parser);
	unzClose(reading.zip);
	return good;
}
