/* parts.c - bare minizip and expat over the parts of a workbook that tell its
 * cells, to compare with */
#include <expat.h>
#include <minizip/unzip.h>
#include <stdio.h>
#include <string.h>

enum { CHUNK = 64 * 1024 };

static void
on_start(void *data, const char *name, const char **attributes)
{
	(void)data, (void)name, (void)attributes;
}

static void
on_end(void *data, const char *name)
{
	(void)data, (void)name;
}

static void
on_characters(void *data, const char *s, int n)
{
	(void)data, (void)s, (void)n;
}

static int
tells_cells(const char *name)
{
	static const char *const beginnings[] = {
		"_rels/",	 "xl/_rels/",	 "xl/workbook.xml",
		"xl/styles.xml", "xl/sharedStr", "xl/worksheets/",
		"xl/comments",	 "xl/threaded",	 "xl/persons/"};

	for (size_t i = 0; i < sizeof(beginnings) / sizeof(*beginnings); i++)
		if (!strncmp(name, beginnings[i], strlen(beginnings[i])))
			return 1;
	return 0;
}

static int
parse(unzFile zip)
{
	XML_Parser parser = XML_ParserCreate(NULL);
	int n = 1, good = unzOpenCurrentFile(zip) == UNZ_OK;

	XML_SetElementHandler(parser, on_start, on_end);
	XML_SetCharacterDataHandler(parser, on_characters);
	while (good && n > 0) {
		n = unzReadCurrentFile(zip, XML_GetBuffer(parser, CHUNK),
				       CHUNK);
		good = n >= 0 && XML_ParseBuffer(parser, n, n == 0);
	}
	XML_ParserFree(parser);
	return unzCloseCurrentFile(zip) == UNZ_OK && good;
}

int
main(int argc, char **argv)
{
	unzFile zip = argc == 2 ? unzOpen64(argv[1]) : NULL;
	char name[256];
	int good = zip != NULL;

	for (int at = zip ? unzGoToFirstFile(zip) : UNZ_ERRNO; at == UNZ_OK;
	     at = unzGoToNextFile(zip)) {
		good = good &&
		       unzGetCurrentFileInfo64(zip, NULL, name, sizeof(name),
					       NULL, 0, NULL, 0) == UNZ_OK;
		if (good && tells_cells(name))
			good = parse(zip);
	}
	if (zip)
		unzClose(zip);
	return good ? 0 : 2;
}
