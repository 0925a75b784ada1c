/*
 * mark.c - the workbook's mark, a property with a hash over the checksums of
 * its other parts, by which an edited one is told; written with a copy of it,
 * in which facts of the document are put right
 */
#include <errno.h>
#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <string.h>
#include <zlib.h>

#include "ces/arena.h"
#include "ces/sha256.h"
#include "xlsx/verify/facts.h"
#include "xlsx/workbook.h"

#define PROPERTIES "docProps/custom.xml"

enum { CHUNK = 64 * 1024, NAME_MOST = 256 };

const char mark_name[] = "ces";
/* as long as the hash that takes its place */
const char mark_blank[] = "0000000000000000000000000000000000000000000000000000"
			  "000000000000";

/* --- reading -------------------------------------------------------------- */

/* a name that is longer is cut, and ends all the same */
static bool
part_info(unzFile zip, unz_file_info64 *info, char name[NAME_MOST])
{
	memset(name, 0, NAME_MOST);
	return unzGetCurrentFileInfo64(zip, info, name, NAME_MOST - 1, NULL, 0,
				       NULL, 0) == UNZ_OK;
}

/* The hash is over these lines, one for each part but the mark's. */
static void
list_part(struct buf *parts, const char *name, unsigned long crc, uint64_t size)
{
	buf_printf(parts, "%s %lx %llu\n", name, crc, (unsigned long long)size);
}

static bool
hash_parts(unzFile zip, char hash[SHA256_TEXT])
{
	struct buf parts = {0};
	char name[NAME_MOST];
	unz_file_info64 info;
	int status = unzGoToFirstFile(zip);

	while (status == UNZ_OK && part_info(zip, &info, name)) {
		if (strcmp(name, PROPERTIES) != 0)
			list_part(&parts, name, info.crc,
				  info.uncompressed_size);
		status = unzGoToNextFile(zip);
	}
	sha256_hex(hash, buf_text(&parts), parts.n);
	buf_free(&parts);
	return status == UNZ_END_OF_LIST_OF_FILE;
}

/* Appends the current part, or of a damaged or long one what can be read. */
static bool
read_part(unzFile zip, struct buf *part, size_t most)
{
	static char chunk[CHUNK];
	int n = 1;

	if (unzOpenCurrentFile(zip) != UNZ_OK)
		return false;
	while (part->n < most &&
	       (n = unzReadCurrentFile(zip, chunk, CHUNK)) > 0)
		buf_add(part, chunk, (size_t)n);
	return unzCloseCurrentFile(zip) == UNZ_OK && n == 0;
}

enum own
workbook_own(const char *path)
{
	unzFile zip = unzOpen64(path);
	char hash[SHA256_TEXT];
	struct buf part = {0}, name = {0};
	enum own own = OWN_NOT;

	if (!zip)
		return OWN_NOT;
	if (unzLocateFile(zip, PROPERTIES, 1) == UNZ_OK)
		read_part(zip, &part, CHUNK);
	buf_printf(&name, " name=\"%s\"", mark_name);
	if (strstr(buf_text(&part), name.p))
		own = hash_parts(zip, hash) && strstr(part.p, hash)
			      ? OWN_UNCHANGED
			      : OWN_EDITED;
	buf_free(&name);
	buf_free(&part);
	unzClose(zip);
	return own;
}

/* --- writing -------------------------------------------------------------- */

/* a copy on its way */
struct copying {
	unzFile from;
	zipFile to;
	const char *language;
	zip_fileinfo times;
	struct buf parts; /* the lines of those that are written */
};

static bool
write_part(struct copying *copying, const char *name, const struct buf *part)
{
	zipFile to = copying->to;

	list_part(&copying->parts, name,
		  crc32_z(0, (const Bytef *)buf_text(part), part->n), part->n);
	return zipOpenNewFileInZip(to, name, &copying->times, NULL, 0, NULL, 0,
				   NULL, Z_DEFLATED,
				   Z_DEFAULT_COMPRESSION) == ZIP_OK &&
	       zipWriteInFileInZip(to, buf_text(part), (unsigned)part->n) ==
		       ZIP_OK &&
	       zipCloseFileInZip(to) == ZIP_OK;
}

/* the current part as it is, packed */
static bool
copy_part(struct copying *copying, const char *name,
	  const unz_file_info64 *info)
{
	static char chunk[CHUNK];
	unzFile from = copying->from;
	zipFile to = copying->to;
	int method, level, n;
	bool good;

	if (unzOpenCurrentFile2(from, &method, &level, 1) != UNZ_OK)
		return false;
	good = zipOpenNewFileInZip2(to, name, &copying->times, NULL, 0, NULL, 0,
				    NULL, method, level, 1) == ZIP_OK;
	while (good && (n = unzReadCurrentFile(from, chunk, CHUNK)) != 0)
		good = n > 0 &&
		       zipWriteInFileInZip(to, chunk, (unsigned)n) == ZIP_OK;
	unzCloseCurrentFile(from);
	list_part(&copying->parts, name, info->crc, info->uncompressed_size);
	return good && zipCloseFileInZipRaw64(to, info->uncompressed_size,
					      info->crc) == ZIP_OK;
}

/* Packs the current part anew only where something in it changes. */
static bool
rewrite_part(struct copying *copying, const char *name,
	     const unz_file_info64 *info)
{
	struct buf part = {0};
	bool good = read_part(copying->from, &part, SIZE_MAX);

	if (good && part_write_facts(&part, name, copying->language))
		good = write_part(copying, name, &part);
	else if (good)
		good = copy_part(copying, name, info);
	buf_free(&part);
	return good;
}

/* The mark comes last, when all that it is made of is written. */
static bool
copy_mark(struct copying *copying)
{
	struct buf part = {0};
	char hash[SHA256_TEXT];
	char *blank = NULL;
	bool good;

	sha256_hex(hash, buf_text(&copying->parts), copying->parts.n);
	if (unzLocateFile(copying->from, PROPERTIES, 1) == UNZ_OK &&
	    read_part(copying->from, &part, CHUNK))
		blank = strstr(buf_text(&part), mark_blank);
	if (blank)
		memcpy(blank, hash, SHA256_TEXT - 1);
	good = blank && write_part(copying, PROPERTIES, &part);
	buf_free(&part);
	return good;
}

static bool
copy_parts(struct copying *copying)
{
	char name[NAME_MOST];
	unz_file_info64 info;
	int status = unzGoToFirstFile(copying->from);
	bool good = true;

	while (good && status == UNZ_OK &&
	       part_info(copying->from, &info, name)) {
		copying->times =
			(zip_fileinfo){.dosDate = info.dosDate,
				       .internal_fa = info.internal_fa,
				       .external_fa = info.external_fa};
		if (part_has_facts(name))
			good = rewrite_part(copying, name, &info);
		else if (strcmp(name, PROPERTIES) != 0)
			good = copy_part(copying, name, &info);
		status = good ? unzGoToNextFile(copying->from) : UNZ_ERRNO;
	}
	return status == UNZ_END_OF_LIST_OF_FILE && copy_mark(copying);
}

int
workbook_mark(const char *from, const char *to, const char *language)
{
	struct copying copying = {.from = unzOpen64(from),
				  .language = language};
	bool good;
	int error;

	if (!copying.from)
		return MARK_CUT;
	errno = 0;
	copying.to = zipOpen64(to, APPEND_STATUS_CREATE);
	good = copying.to && copy_parts(&copying);
	error = errno;
	if (copying.to && zipClose(copying.to, NULL) != ZIP_OK && good) {
		good = false;
		error = errno;
	}
	buf_free(&copying.parts);
	unzClose(copying.from);
	return good ? 0 : error ? error : MARK_CUT;
}
