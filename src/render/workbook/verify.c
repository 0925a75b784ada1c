/*
 * verify.c - reads a workbook back, part by part. The library that wrote it
 * calls a part whole that was cut when the space ran out.
 */
#include "verify.h"

#include <expat.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ces/arena.h"
#include "ces/topic.h"
#include "zip.h"

enum { CHUNK = 64 * 1024, NAME_MOST = 256, PARTS_MOST = 100000 };
/* packed bytes from which a second thread pays */
enum { THREADS_MOST = 4, WORTH_A_THREAD = 30000 };

/* the parts that the list of content types names: they must all be there */
struct parts {
	char **names;
	size_t n, cap;
};

/* one thread's work */
struct reading {
	struct zip_file *file;
	atomic_ulong *next; /* the part to be read next, by whoever is free */
	unzFile zip;
	XML_Parser parser;
	struct parts listed;
	bool has_list, good;
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
			reading->has_list = true;
			XML_SetUserData(reading->parser, &reading->listed);
			XML_SetStartElementHandler(reading->parser, note_part);
		}
		good = parse_part(reading);
	} else {
		good = skip_part(reading);
	}
	good = good &&
	       (ZPOS64_T)unztell64(reading->zip) == info.uncompressed_size;
	return unzCloseCurrentFile(reading->zip) == UNZ_OK && good;
}

/*
 * Each reader takes the next part that nobody took: the first thread all of
 * them where the workbook is small.
 */
static bool
read_parts(struct reading *reading)
{
	unz_global_info64 info;
	ZPOS64_T at, next;
	int status;

	if (unzGetGlobalInfo64(reading->zip, &info) != UNZ_OK ||
	    info.number_entry > PARTS_MOST)
		return false;
	next = atomic_fetch_add(reading->next, 1);
	status = unzGoToFirstFile(reading->zip);
	for (at = 0; status == UNZ_OK; at++) {
		if (at == next) {
			if (!read_part(reading))
				return false;
			next = atomic_fetch_add(reading->next, 1);
		}
		status = unzGoToNextFile(reading->zip);
	}
	return status == UNZ_END_OF_LIST_OF_FILE && at == info.number_entry;
}

static bool
has_listed(struct reading *reading)
{
	for (size_t i = 0; i < reading->listed.n; i++) {
		const char *name = reading->listed.names[i];

		if (unzLocateFile(reading->zip, name + (*name == '/'), 1) !=
		    UNZ_OK)
			return false;
	}
	return reading->listed.n > 0;
}

static void
parts_free(struct parts *parts)
{
	for (size_t i = 0; i < parts->n; i++)
		free(parts->names[i]);
	free(parts->names);
}

/* the list of parts is in one of them: whoever read it checks it */
static void *
read_all(void *data)
{
	struct reading *reading = data;
	bool good;

	reading->zip = zip_open(reading->file);
	if (!reading->zip)
		return NULL;
	reading->parser = XML_ParserCreate(NULL);
	if (!reading->parser)
		die_memory();
	good = read_parts(reading);
	if (good && reading->has_list)
		good = has_listed(reading);
	reading->good = good;
	parts_free(&reading->listed);
	XML_ParserFree(reading->parser);
	unzClose(reading->zip);
	return NULL;
}

/* Where no thread can be had, this one does it all. */
static bool
read_with(struct zip_file *file, size_t threads)
{
	struct reading *readings = mem_alloc(threads * sizeof(*readings));
	pthread_t *ids = mem_alloc(threads * sizeof(*ids));
	atomic_ulong next = 0;
	bool good = true, listed = false;
	size_t i, started;

	for (i = 0; i < threads; i++)
		readings[i] = (struct reading){.file = file, .next = &next};
	for (started = 1; started < threads; started++)
		if (pthread_create(&ids[started], NULL, read_all,
				   &readings[started]) != 0)
			break;
	read_all(&readings[0]);
	for (i = 0; i < started; i++) {
		if (i > 0)
			pthread_join(ids[i], NULL);
		good = good && readings[i].good;
		listed = listed || readings[i].has_list;
	}
	free(readings);
	free(ids);
	return good && listed;
}

static size_t
threads_for(const struct zip_file *file)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	size_t most =
		processors > THREADS_MOST ? THREADS_MOST : (size_t)processors;

	if (processors < 2 || file->n < WORTH_A_THREAD)
		return 1;
	return most;
}

const char *
workbook_verify(const char *path)
{
	struct zip_file file;
	bool good;

	if (!zip_map(&file, path))
		return N_("the workbook can't be read back");
	good = read_with(&file, threads_for(&file));
	zip_unmap(&file);
	return good ? NULL
		    : N_("a part of the workbook was cut; is there space left "
			 "for temporary files (TMPDIR)?");
}
