/*
 * verify.c - reads a workbook back, part by part. The library that wrote it
 * calls a part whole that was cut when the space ran out.
 */
#include "verify.h"

#include <expat.h>
#include <minizip/unzip.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ces/arena.h"
#include "ces/topic.h"

enum { CHUNK = 64 * 1024, NAME_MOST = 256, PARTS_MOST = 100000 };

/* the parts that the list of content types names: they must all be there */
struct parts {
	char **names;
	size_t n, cap;
};

struct reading {
	unzFile zip;
	XML_Parser parser;
	struct parts listed;
	char chunk[CHUNK];
};

static void XMLCALL
note_part(void *data, const XML_Char *element, const XML_Char **attributes)
{
	struct parts *parts = data;

	if (strcmp(element, "Override") != 0)
		return;
	for (; *attributes; attributes += 2) {
		if (strcmp(attributes[0], "PartName") != 0)
			continue;
		ARRAY_GROW(parts->names, parts->n, parts->cap);
		parts->names[parts->n++] = mem_string(attributes[1]);
	}
}

static bool
is_xml(const char *name)
{
	static const char *const ends[] = {".xml", ".rels", ".vml"};
	size_t n = strlen(name), length;

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		length = strlen(ends[i]);
		if (n > length && !strcmp(name + n - length, ends[i]))
			return true;
	}
	return false;
}

static bool
parse_part(struct reading *reading)
{
	int got;

	do {
		got = unzReadCurrentFile(reading->zip, reading->chunk, CHUNK);
		if (got < 0 || XML_Parse(reading->parser, reading->chunk, got,
					 got == 0) != XML_STATUS_OK)
			return false;
	} while (got > 0);
	return true;
}

static bool
skip_part(struct reading *reading)
{
	int got;

	do
		got = unzReadCurrentFile(reading->zip, reading->chunk, CHUNK);
	while (got > 0);
	return got == 0;
}

/* unzCloseCurrentFile is what compares the checksum. */
static bool
read_part(struct reading *reading)
{
	char name[NAME_MOST];
	unz_file_info64 info;
	bool good;

	if (unzGetCurrentFileInfo64(reading->zip, &info, name, sizeof(name),
				    NULL, 0, NULL, 0) != UNZ_OK ||
	    info.size_filename >= sizeof(name) ||
	    unzOpenCurrentFile(reading->zip) != UNZ_OK)
		return false;
	if (is_xml(name)) {
		XML_ParserReset(reading->parser, NULL);
		if (!strcmp(name, "[Content_Types].xml")) {
			XML_SetUserData(reading->parser, &reading->listed);
			XML_SetStartElementHandler(reading->parser, note_part);
		}
		good = parse_part(reading);
	} else {
		good = skip_part(reading);
	}
	good = good && (ZPOS64_T)unztell64(reading->zip) ==
			       info.uncompressed_size;
	return unzCloseCurrentFile(reading->zip) == UNZ_OK && good;
}

static bool
read_parts(struct reading *reading)
{
	unz_global_info64 info;
	ZPOS64_T seen = 0;
	int status;

	if (unzGetGlobalInfo64(reading->zip, &info) != UNZ_OK ||
	    info.number_entry > PARTS_MOST)
		return false;
	for (status = unzGoToFirstFile(reading->zip); status == UNZ_OK;
	     status = unzGoToNextFile(reading->zip), seen++)
		if (!read_part(reading))
			return false;
	return status == UNZ_END_OF_LIST_OF_FILE && seen == info.number_entry;
}

static bool
has_listed(struct reading *reading)
{
	const char *name;

	for (size_t i = 0; i < reading->listed.n; i++) {
		name = reading->listed.names[i];
		if (unzLocateFile(reading->zip, name + (*name == '/'), 1) !=
		    UNZ_OK)
			return false;
	}
	return reading->listed.n > 0;
}

const char *
workbook_verify(const char *path)
{
	struct reading *reading = mem_alloc(sizeof(*reading));
	bool good;

	memset(&reading->listed, 0, sizeof(reading->listed));
	reading->zip = unzOpen64(path);
	if (!reading->zip) {
		free(reading);
		return N_("the workbook was cut short; is there space left?");
	}
	reading->parser = XML_ParserCreate(NULL);
	if (!reading->parser)
		die_memory();
	good = read_parts(reading) && has_listed(reading);
	XML_ParserFree(reading->parser);
	unzClose(reading->zip);
	for (size_t i = 0; i < reading->listed.n; i++)
		free(reading->listed.names[i]);
	free(reading->listed.names);
	free(reading);
	return good ? NULL
		    : N_("a part of the workbook was cut; is there space left "
			 "for temporary files (TMPDIR)?");
}
