/*
 * verify.c - reads a workbook back, part by part. The library that wrote it
 * calls a part whole that was cut when the space ran out.
 */
#include "verify.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ces/arena.h"
#include "ces/message.h"
#include "xml.h"
#include "zip.h"

enum { CHUNK = 64 * 1024 };
/* packed bytes from which a second thread pays */
enum { THREADS_MOST = 4, WORTH_A_THREAD = 30000 };

/* the parts that the list of content types names: they must all be there */
struct parts {
	char **names;
	size_t n, cap;
};

/* one thread's work */
struct reading {
	const struct zip_file *file;
	atomic_ulong *next; /* the part to be read next, by whoever is free */
	struct zip_reader unpacked;
	struct xml xml;
	struct parts listed;
	bool has_list, good;
	char chunk[CHUNK];
};

static bool
is_named(const struct zip_part *part, const char *name)
{
	size_t n = strlen(name);

	return part->name_n == n && !memcmp(part->name, name, n);
}

static void
note_part(void *data, struct span name, struct span value)
{
	struct parts *parts = data;

	if (name.n != strlen("PartName") || memcmp(name.p, "PartName", name.n))
		return;
	ARRAY_GROW(parts->names, parts->n, parts->cap);
	parts->names[parts->n] = mem_alloc(value.n + 1);
	memcpy(parts->names[parts->n], value.p, value.n);
	parts->names[parts->n++][value.n] = '\0';
}

static bool
is_xml(const struct zip_part *part)
{
	static const char *const ends[] = {".xml", ".rels", ".vml"};
	size_t n;

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		n = strlen(ends[i]);
		if (part->name_n > n &&
		    !memcmp(part->name + part->name_n - n, ends[i], n))
			return true;
	}
	return false;
}

/* What a chunk cuts is moved to the front of the next: no tag fills one. */
static bool
parse_part(struct reading *reading)
{
	size_t kept = 0, n, used;

	do {
		n = CHUNK - kept;
		if (n == 0 ||
		    !zip_read(&reading->unpacked, reading->chunk + kept, &n) ||
		    !xml_read(&reading->xml, reading->chunk, kept + n, n == 0,
			      &used))
			return false;
		kept += n - used;
		memmove(reading->chunk, reading->chunk + used, kept);
	} while (n > 0);
	return xml_whole(&reading->xml);
}

static bool
skip_part(struct reading *reading)
{
	size_t n;

	do {
		n = CHUNK;
		if (!zip_read(&reading->unpacked, reading->chunk, &n))
			return false;
	} while (n > 0);
	return true;
}

static bool
read_part(struct reading *reading, const struct zip_part *part)
{
	bool is_list = is_named(part, "[Content_Types].xml");

	zip_begin(&reading->unpacked, part);
	if (!is_xml(part))
		return skip_part(reading);
	xml_reset(&reading->xml);
	reading->xml.attribute = is_list ? note_part : NULL;
	reading->has_list |= is_list;
	return parse_part(reading);
}

static bool
has_listed(const struct reading *reading)
{
	const struct parts *listed = &reading->listed;
	const struct zip_file *file = reading->file;
	size_t i, j;

	for (i = 0; i < listed->n; i++) {
		const char *name = listed->names[i];

		for (j = 0; j < file->part_count; j++)
			if (is_named(&file->parts[j], name + (*name == '/')))
				break;
		if (j == file->part_count)
			return false;
	}
	return listed->n > 0;
}

static void
parts_free(struct parts *parts)
{
	for (size_t i = 0; i < parts->n; i++)
		free(parts->names[i]);
	free(parts->names);
}

/*
 * Each reader takes the next part that nobody took: the first thread all of
 * them where the workbook is small. Whoever read the list of parts checks it.
 */
static void *
read_all(void *data)
{
	struct reading *reading = data;
	const struct zip_file *file = reading->file;
	bool good = true;
	size_t i;

	reading->xml.data = &reading->listed;
	while (good &&
	       (i = atomic_fetch_add(reading->next, 1)) < file->part_count)
		good = read_part(reading, &file->parts[i]);
	if (good && reading->has_list)
		good = has_listed(reading);
	reading->good = good;
	parts_free(&reading->listed);
	xml_free(&reading->xml);
	zip_done(&reading->unpacked);
	return NULL;
}

/* Where no thread can be had, this one does it all. */
static bool
read_with(const struct zip_file *file, size_t threads)
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

	if (!zip_open(&file, path))
		return N_("the workbook can't be read back");
	good = read_with(&file, threads_for(&file));
	zip_close(&file);
	return good ? NULL
		    : N_("a part of the workbook was cut; is there space left "
			 "for temporary files (TMPDIR)?");
}
