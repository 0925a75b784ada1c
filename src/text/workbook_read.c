/*
 * workbook_read.c - a workbook that came back is read by a program that ces
 * runs, which anything in it may crash; each cause for which it can't be read
 * has a message
 */
#include "ces/workbook_read.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ces/message.h"
#include "text/programs.h"

/* by their exit status */
static const struct fault {
	enum sheets_fault fault;
	const char *message;
} faults[] = {
	{SHEETS_EMPTY, N_("the file is empty; save the workbook again as an "
			  "Excel workbook (.xlsx)")},
	{SHEETS_NOT_WORKBOOK,
	 N_("this is not a workbook; open it where it was made, and save it as "
	    "an Excel workbook (.xlsx)")},
	{SHEETS_XLS, N_("this is a workbook of Excel 97-2003 (.xls); open it, "
			"and save it as an Excel workbook (.xlsx)")},
	{SHEETS_XLSB, N_("this is a binary workbook (.xlsb); open it, and save "
			 "it as an Excel workbook (.xlsx)")},
	{SHEETS_ODS, N_("this is an OpenDocument file (.ods); open it, and "
			"save it as an Excel workbook (.xlsx)")},
	{SHEETS_TEXT, N_("this is text, as of a CSV file, which has one sheet "
			 "only; save the workbook itself, as an Excel workbook "
			 "(.xlsx)")},
	{SHEETS_XML, N_("this is a web page or XML, whatever its name says; "
			"open it, and save it as an Excel workbook (.xlsx)")},
	{SHEETS_PASSWORD,
	 N_("the workbook is protected by a password for opening it; open it, "
	    "take the password off, and save it")},
	{SHEETS_CUT,
	 N_("the workbook is cut off; copy or download it again, or "
	    "save it again")},
	{SHEETS_DAMAGED,
	 N_("the workbook is damaged; open it, let it be repaired, and save it "
	    "again as an Excel workbook (.xlsx)")},
	{SHEETS_DOCTYPE,
	 N_("the workbook has a document type declaration, which no "
	    "spreadsheet program writes; open it, and save it again as an "
	    "Excel workbook (.xlsx)")},
	{SHEETS_NONE, N_("the workbook has no sheet with cells; is it the one "
			 "that ces exported?")},
	{SHEETS_MANY,
	 N_("the workbook has more than 1,000 sheets, or 20,000 parts; save "
	    "the sheets that ces exported as a workbook of their own")},
	{SHEETS_UNPACKED,
	 N_("the workbook unpacks to more than 256 MiB, or a part of it to "
	    "more than 1,000 times its size; save the sheets that ces exported "
	    "as a workbook of their own")},
	{SHEETS_CELLS,
	 N_("the workbook has more than 1,000,000 cells, or 24 MiB of texts; "
	    "save the sheets that ces exported as a workbook of their own")},
	{SHEETS_LONG,
	 N_("the workbook has a text or a tag that is longer than any that a "
	    "spreadsheet program writes; save the sheets that ces exported as "
	    "a workbook of their own")},
};

static const char *
judge_reading(int code)
{
	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++)
		if (code == (int)faults[i].fault)
			return faults[i].message;
	return code ? N_("the workbook could not be read; please report it")
		    : NULL;
}

/* The texts stay where they are written, and aren't copied. */
static const char *
take(struct sheets *sheets, int stream)
{
	off_t size = lseek(stream, 0, SEEK_END);
	void *bytes = size > 0 ? mmap(NULL, (size_t)size, PROT_READ,
				      MAP_PRIVATE, stream, 0)
			       : MAP_FAILED;

	if (size <= 0)
		return helper_workbook.damaged;
	if (bytes == MAP_FAILED)
		return strerror(errno);
	if (!sheets_read(sheets, bytes, (size_t)size)) {
		munmap(bytes, (size_t)size);
		return helper_workbook.damaged;
	}
	sheets->mapped = bytes;
	sheets->size = (size_t)size;
	return NULL;
}

struct sheets_reading {
	int file;
	int stream; /* in memory: no disk has to have space for it */
	struct running *running;
	const char *error;
};

static const char *
start(struct sheets_reading *reading)
{
	const struct program program = {.mode = "read",
					.file = reading->file,
					.output = reading->stream};
	struct stat st;

	if (reading->file < 0 || reading->stream < 0 ||
	    fstat(reading->file, &st) < 0)
		return strerror(errno);
	if (S_ISDIR(st.st_mode))
		return strerror(EISDIR);
	if (!S_ISREG(st.st_mode))
		return N_("a workbook can't be read from a pipe or a device; "
			  "save it to a file first");
	return helper_start(&helper_workbook, &program, &reading->running);
}

struct sheets_reading *
sheets_start(const char *path)
{
	struct sheets_reading *reading = mem_zeroed(1, sizeof(*reading));

	reading->file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	reading->stream =
		reading->file < 0 ? -1 : memfd_create("sheets", MFD_CLOEXEC);
	reading->error = start(reading);
	return reading;
}

bool
sheets_end(struct sheets_reading *reading, struct sheets *sheets,
	   const char **error)
{
	int code = 0;

	*sheets = (struct sheets){0};
	*error = reading->error;
	if (!*error)
		*error = helper_end(&helper_workbook, reading->running, &code);
	if (!*error)
		*error = judge_reading(code);
	if (!*error)
		*error = take(sheets, reading->stream);
	if (reading->stream >= 0)
		close(reading->stream);
	if (reading->file >= 0)
		close(reading->file);
	free(reading);
	return !*error;
}

bool
sheets_open(struct sheets *sheets, const char *path, const char **error)
{
	return sheets_end(sheets_start(path), sheets, error);
}
