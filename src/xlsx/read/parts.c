/*
 * parts.c - parts of a workbook, unpacked and parsed piece by piece, within
 * budgets: of unpacked bytes, of how far a part is packed, of the parser's
 * memory
 */
#include <expat.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "ces/utf8.h"
#include "xlsx/read/zip.h"

enum {
	CHUNK = 64 * 1024,
	PARTS_MOST = 20000,
	UNPACKED_MOST = 256 * 1024 * 1024,
	RATIO_MOST = 1000,
	RATIO_FREE =
		1024 * 1024, /* bytes of a part that may be packed better */
	PARSER_MOST = 8 * 1024 * 1024,
	TEXT_MOST = 1024 * 1024
};

_Noreturn void
read_fail(enum sheets_fault fault)
{
	exit((int)fault);
}

/* --- names ---------------------------------------------------------------- */

struct entry {
	const char *name;
	struct zip_entry zip;
};

struct parts {
	struct zip zip;
	struct entry *entries; /* by name */
	size_t n, cap;
	struct arena arena;
	uint64_t unpacked;
};

/* Names of parts are the same in capitals and small letters; a longer one than
 * any of the archive is cut. */
static void
write_plain(char plain[ZIP_NAME_MOST + 1], const char *name)
{
	size_t n = 0;

	for (name += *name == '/'; name[n] && n < ZIP_NAME_MOST; n++)
		plain[n] = name[n] == '\\' ? '/' : to_lower(name[n]);
	plain[n] = '\0';
}

static int
compare_entries(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->name,
		      ((const struct entry *)b)->name);
}

static bool
leads_up(const char *name)
{
	for (const char *up = name; (up = strstr(up, "..")); up += 2)
		if ((up == name || up[-1] == '/') &&
		    (up[2] == '/' || up[2] == '\0'))
			return true;
	return false;
}

static void
add_entry(struct parts *parts, const struct zip_entry *zip)
{
	struct entry entry = {.zip = *zip};
	char plain[ZIP_NAME_MOST + 1];

	if (parts->n == PARTS_MOST)
		read_fail(SHEETS_MANY);
	write_plain(plain, parts->zip.name);
	entry.name = arena_string(&parts->arena, plain);
	if (leads_up(entry.name))
		read_fail(SHEETS_DAMAGED);
	ARRAY_GROW(parts->entries, parts->n, parts->cap);
	parts->entries[parts->n++] = entry;
}

struct parts *
parts_open(const char *path)
{
	struct parts *parts = mem_zeroed(1, sizeof(*parts));
	struct zip_entry entry;

	if (!zip_open(&parts->zip, path))
		read_fail(kind_of_file(path));
	while (zip_next(&parts->zip, &entry))
		add_entry(parts, &entry);
	if (parts->n)
		qsort(parts->entries, parts->n, sizeof(*parts->entries),
		      compare_entries);
	for (size_t i = 1; i < parts->n; i++)
		if (!strcmp(parts->entries[i - 1].name, parts->entries[i].name))
			read_fail(SHEETS_DAMAGED);
	return parts;
}

void
parts_close(struct parts *parts)
{
	zip_close(&parts->zip);
	arena_release(&parts->arena);
	free(parts->entries);
	free(parts);
}

static const struct entry *
find_entry(const struct parts *parts, const char *name)
{
	char plain[ZIP_NAME_MOST + 1];
	struct entry sought = {.name = plain};

	write_plain(plain, name);
	return parts->n ? bsearch(&sought, parts->entries, parts->n,
				  sizeof(sought), compare_entries)
			: NULL;
}

bool
parts_have(const struct parts *parts, const char *name)
{
	return find_entry(parts, name);
}

/* --- the parser's memory -------------------------------------------------- */

/* The parser keeps names, a tag until its end, and what is open: each can be as
 * long as the part. Its functions are given nothing else to count in. */
static size_t held;

static void *
counted(void *block)
{
	held += malloc_usable_size(block);
	return block;
}

static void *
hold(size_t size)
{
	return held + size > PARSER_MOST ? NULL : counted(mem_alloc(size));
}

static void
let_go(void *block)
{
	held -= block ? malloc_usable_size(block) : 0;
	free(block);
}

static void *
hold_more(void *block, size_t size)
{
	size_t before = block ? malloc_usable_size(block) : 0;

	if (held - before + size > PARSER_MOST)
		return NULL;
	held -= before;
	return counted(mem_grow(block, size));
}

static const XML_Memory_Handling_Suite memory = {hold, hold_more, let_go};

/* --- elements ------------------------------------------------------------- */

#define SEPARATOR "|"

static const char *const namespaces[] = {
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main" SEPARATOR,
	"http://purl.oclc.org/ooxml/spreadsheetml/main" SEPARATOR,
	"http://schemas.openxmlformats.org/package/2006/"
	"relationships" SEPARATOR,
	"http://schemas.microsoft.com/office/spreadsheetml/2018/"
	"threadedcomments" SEPARATOR,
};

/* NULL of one in other namespaces */
static const char *
local_name(const char *name)
{
	for (size_t i = 0; i < sizeof(namespaces) / sizeof(*namespaces); i++) {
		size_t n = strlen(namespaces[i]);

		if (!strncmp(name, namespaces[i], n))
			return name + n;
	}
	return NULL;
}

static void
on_start(void *data, const char *name, const char **attributes)
{
	struct part *part = data;

	name = local_name(name);
	if (name)
		part->start(part, name, attributes);
}

static void
on_end(void *data, const char *name)
{
	struct part *part = data;

	name = local_name(name);
	if (name && part->end)
		part->end(part, name);
}

static void
on_characters(void *data, const char *s, int n)
{
	struct part *part = data;

	if (!part->kept)
		return;
	if (part->text.n + (size_t)n > TEXT_MOST)
		read_fail(SHEETS_LONG);
	buf_add(&part->text, s, (size_t)n);
}

/* Before any of its entities is declared. */
static void
on_doctype(void *data, const char *name, const char *system, const char *public,
	   int internal)
{
	(void)data, (void)name, (void)system, (void)public, (void)internal;
	read_fail(SHEETS_DOCTYPE);
}

const char *
attribute(const char **attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (!strcmp(attributes[0], name))
			return attributes[1];
	return NULL;
}

bool
attribute_set(const char **attributes, const char *name)
{
	const char *value = attribute(attributes, name);

	return value && (!strcmp(value, "1") || !strcmp(value, "true"));
}

const char *
attribute_relation(const char **attributes)
{
	static const char end[] = "/relationships|id";
	size_t n;

	for (; *attributes; attributes += 2) {
		n = strlen(attributes[0]);
		if (n >= sizeof(end) &&
		    !strcmp(attributes[0] + n - (sizeof(end) - 1), end))
			return attributes[1];
	}
	return NULL;
}

/* --- unpacking ------------------------------------------------------------ */

/* Finds it, unless what its size is said to be is too much. */
static const struct zip_entry *
find_part(const struct parts *parts, const char *name)
{
	const struct entry *entry = find_entry(parts, name);

	if (!entry)
		read_fail(SHEETS_DAMAGED);
	if (entry->zip.size > UNPACKED_MOST - parts->unpacked)
		read_fail(SHEETS_UNPACKED);
	return &entry->zip;
}

static void
parse(XML_Parser parser, size_t n)
{
	if (XML_ParseBuffer(parser, (int)n, n < CHUNK) == XML_STATUS_OK)
		return;
	read_fail(XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY
			  ? SHEETS_LONG
			  : SHEETS_DAMAGED);
}

static void
unpack(struct parts *parts, const struct zip_entry *entry, XML_Parser parser)
{
	uint64_t size = 0;
	size_t n = CHUNK;

	zip_start(&parts->zip, entry);
	while (n == CHUNK) {
		void *chunk = XML_GetBuffer(parser, CHUNK);

		if (!chunk)
			read_fail(SHEETS_LONG);
		n = zip_read(&parts->zip, chunk, CHUNK);
		size += n;
		parts->unpacked += n;
		if (parts->unpacked > UNPACKED_MOST ||
		    (size > RATIO_FREE && size / RATIO_MOST > entry->packed))
			read_fail(SHEETS_UNPACKED);
		parse(parser, n);
	}
}

void
parts_read(struct parts *parts, const char *name, struct part *part)
{
	const struct zip_entry *entry = find_part(parts, name);
	XML_Parser parser = XML_ParserCreate_MM(NULL, &memory, SEPARATOR);

	if (!parser)
		read_fail(SHEETS_LONG);
	XML_SetUserData(parser, part);
	XML_SetElementHandler(parser, on_start, on_end);
	XML_SetCharacterDataHandler(parser, on_characters);
	XML_SetStartDoctypeDeclHandler(parser, on_doctype);
	unpack(parts, entry, parser);
	XML_ParserFree(parser);
	buf_free(&part->text);
}
