/* kind.c - what a file is that is no workbook: other formats of spreadsheet
 * programs, one that is encrypted, or cut off */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ces/utf8.h"
#include "xlsx/read/read.h"

enum { START = 4096, CHUNK = 64 * 1024, SEARCHED = 256 * 1024 * 1024 };

/* Excel puts an encrypted workbook into the container of old ones, where a
 * stream of it has this name. */
static const char encrypted[] =
	"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

static bool
has_encrypted(int file)
{
	static char chunk[CHUNK];
	off_t at = 0;
	ssize_t n;

	while (at < SEARCHED && (n = pread(file, chunk, CHUNK, at)) > 0) {
		if (memmem(chunk, (size_t)n, encrypted, sizeof(encrypted)))
			return true;
		at += n > (ssize_t)sizeof(encrypted)
			      ? n - (ssize_t)sizeof(encrypted)
			      : n;
	}
	return false;
}

static bool
begins(const char *bytes, size_t n, const char *with, size_t length)
{
	return n >= length && !memcmp(bytes, with, length);
}

/* The last character of the start may be cut. */
static bool
is_text(const char *bytes, size_t n)
{
	uint32_t cp;
	size_t length;

	if (utf8_is_utf16(bytes, n))
		return true;
	for (size_t at = 0; at < n; at += length) {
		length = utf8_next(bytes + at, n - at, &cp);
		if (cp < ' ' && cp != '\t' && cp != '\n' && cp != '\r')
			return false;
	}
	return true;
}

static enum sheets_fault
kind_of_start(int file, const char *bytes, size_t n)
{
	static const char old[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
	static const char mark[] = "\xEF\xBB\xBF";
	size_t at = begins(bytes, n, mark, strlen(mark)) ? strlen(mark) : 0;

	if (n == 0)
		return SHEETS_EMPTY;
	if (begins(bytes, n, "PK\3\4", 4))
		return SHEETS_CUT;
	if (begins(bytes, n, old, strlen(old)))
		return has_encrypted(file) ? SHEETS_PASSWORD : SHEETS_XLS;
	if (!is_text(bytes, n))
		return SHEETS_NOT_WORKBOOK;
	while (at < n && is_space(bytes[at]))
		at++;
	return at < n && bytes[at] == '<' ? SHEETS_XML : SHEETS_TEXT;
}

enum sheets_fault
kind_of_file(const char *path)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	char bytes[START];
	ssize_t n = file < 0 ? -1 : pread(file, bytes, sizeof(bytes), 0);
	enum sheets_fault kind = n < 0 ? SHEETS_NOT_WORKBOOK
				       : kind_of_start(file, bytes, (size_t)n);

	if (file >= 0)
		close(file);
	return kind;
}

enum sheets_fault
kind_of_parts(const struct parts *parts)
{
	if (parts_have(parts, "xl/workbook.bin"))
		return SHEETS_XLSB;
	if (parts_have(parts, "META-INF/manifest.xml") &&
	    parts_have(parts, "content.xml"))
		return SHEETS_ODS;
	if (parts_have(parts, "xl/workbook.xml") ||
	    parts_have(parts, "xl/sharedStrings.xml"))
		return SHEETS_DAMAGED;
	return SHEETS_NOT_WORKBOOK;
}
