/*
 * mark.c - the workbook's mark, a property with a hash over the checksums of
 * its other parts, by which an edited one is told
 */
#include <errno.h>
#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <string.h>

#include "ces/arena.h"
#include "ces/sha256.h"
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

static bool
hash_parts(unzFile zip, char hash[SHA256_TEXT])
{
	struct buf parts = {0};
	char name[NAME_MOST];
	unz_file_info64 info;
	int status = unzGoToFirstFile(zip);

	while (status == UNZ_OK && part_info(zip, &info, name)) {
		if (strcmp(name, PROPERTIES) != 0)
			buf_printf(&parts, "%s %lx %llu\n", name, info.crc,
				   (unsigned long long)info.uncompressed_size);
		status = unzGoToNextFile(zip);
	}
	sha256_hex(hash, buf_text(&parts), parts.n);
	buf_free(&parts);
	return status == UNZ_END_OF_LIST_OF_FILE;
}

/* the current part, or of a damaged one as much as can be read */
static void
read_part(unzFile zip, struct buf *part)
{
	char chunk[4096];
	int n;

	if (unzOpenCurrentFile(zip) != UNZ_OK)
		return;
	while (part->n < CHUNK &&
	       (n = unzReadCurrentFile(zip, chunk, sizeof(chunk))) > 0)
		buf_add(part, chunk, (size_t)n);
	unzCloseCurrentFile(zip);
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
		read_part(zip, &part);
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

/* the current part as it is, packed */
static bool
copy_part(unzFile from, zipFile to, const char *name, const zip_fileinfo *times,
	  const unz_file_info64 *info)
{
	static char chunk[CHUNK];
	int method, level, n;
	bool good;

	if (unzOpenCurrentFile2(from, &method, &level, 1) != UNZ_OK)
		return false;
	good = zipOpenNewFileInZip2(to, name, times, NULL, 0, NULL, 0, NULL,
				    method, level, 1) == ZIP_OK;
	while (good && (n = unzReadCurrentFile(from, chunk, CHUNK)) != 0)
		good = n > 0 &&
		       zipWriteInFileInZip(to, chunk, (unsigned)n) == ZIP_OK;
	unzCloseCurrentFile(from);
	return good && zipCloseFileInZipRaw64(to, info->uncompressed_size,
					      info->crc) == ZIP_OK;
}

static bool
copy_properties(unzFile from, zipFile to, const zip_fileinfo *times,
		const char *hash)
{
	struct buf part = {0};
	char *blank;
	bool good;

	read_part(from, &part);
	blank = strstr(buf_text(&part), mark_blank);
	if (blank)
		memcpy(blank, hash, SHA256_TEXT - 1);
	good = blank &&
	       zipOpenNewFileInZip(to, PROPERTIES, times, NULL, 0, NULL, 0,
				   NULL, Z_DEFLATED,
				   Z_DEFAULT_COMPRESSION) == ZIP_OK &&
	       zipWriteInFileInZip(to, part.p, (unsigned)part.n) == ZIP_OK &&
	       zipCloseFileInZip(to) == ZIP_OK;
	buf_free(&part);
	return good;
}

static bool
copy_parts(unzFile from, zipFile to, const char *hash)
{
	char name[NAME_MOST];
	unz_file_info64 info;
	int status = unzGoToFirstFile(from);
	bool good = true;

	while (good && status == UNZ_OK && part_info(from, &info, name)) {
		zip_fileinfo times = {.dosDate = info.dosDate,
				      .internal_fa = info.internal_fa,
				      .external_fa = info.external_fa};

		good = strcmp(name, PROPERTIES)
			       ? copy_part(from, to, name, &times, &info)
			       : copy_properties(from, to, &times, hash);
		status = good ? unzGoToNextFile(from) : UNZ_ERRNO;
	}
	return status == UNZ_END_OF_LIST_OF_FILE;
}

int
workbook_mark(const char *from, const char *to)
{
	unzFile old = unzOpen64(from);
	char hash[SHA256_TEXT];
	zipFile new;
	bool good;
	int error;

	if (!old || !hash_parts(old, hash))
		return MARK_CUT;
	errno = 0;
	new = zipOpen64(to, APPEND_STATUS_CREATE);
	good = new &&copy_parts(old, new, hash);
	error = errno;
	if (new &&zipClose(new, NULL) != ZIP_OK && good) {
		good = false;
		error = errno;
	}
	unzClose(old);
	return good ? 0 : error ? error : MARK_CUT;
}
