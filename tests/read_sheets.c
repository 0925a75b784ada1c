/* read_sheets.c - tells what is read of a workbook, a line of JSON a sheet,
 * cell and note; or the error alone. The last line is the most memory, in KiB,
 * that this process and the one that read it have held. */
#include <stdio.h>
#include <sys/resource.h>

#include "ces/json.h"
#include "ces/workbook_read.h"

static void
print(struct buf *line)
{
	puts(line->p);
	buf_clear(line);
}

static void
open_line(struct json *json, struct buf *line, const char *kind)
{
	*json = (struct json){.buf = line};
	json_open_flat(json, '{');
	json_member(json, "is", kind);
}

static void
tell_place(struct json *json, uint32_t row, uint32_t column)
{
	json_number_member(json, "row", row);
	json_number_member(json, "column", column);
}

static void
tell_cell(struct buf *line, const struct sheet_cell *cell)
{
	static const char *const kinds[] = {"blank", "number", "text", "flag",
					    "error"};
	struct json json;

	open_line(&json, line, kinds[cell->kind]);
	tell_place(&json, cell->row, cell->column);
	json_flag_member(&json, "formula", cell->formula);
	json_flag_member(&json, "date", cell->date);
	json_flag_member(&json, "percent", cell->percent);
	json_number_member(&json, "number", cell->number);
	json_member(&json, "text", cell->text);
	json_close(&json, "}");
	print(line);
}

static void
tell_sheet(struct buf *line, const struct sheet *sheet)
{
	struct json json;

	open_line(&json, line, "sheet");
	json_member(&json, "name", sheet->name);
	json_flag_member(&json, "hidden", sheet->hidden);
	json_close(&json, "}");
	print(line);
	for (size_t i = 0; i < sheet->n; i++)
		tell_cell(line, &sheet->cells[i]);
	for (size_t i = 0; i < sheet->note_count; i++) {
		const struct sheet_note *note = &sheet->notes[i];

		open_line(&json, line, "note");
		tell_place(&json, note->row, note->column);
		json_member(&json, "author", note->author);
		json_member(&json, "text", note->text);
		json_close(&json, "}");
		print(line);
	}
}

/* The system counts what the one that started it had held as its own. */
static double
own_memory(void)
{
	FILE *status = fopen("/proc/self/status", "r");
	char line[256];
	double most = 0;

	while (status && fgets(line, sizeof(line), status))
		if (sscanf(line, "VmHWM: %lf", &most) == 1)
			break;
	if (status)
		fclose(status);
	return most;
}

static void
tell_memory(struct buf *line)
{
	struct rusage other;
	struct json json;

	getrusage(RUSAGE_CHILDREN, &other);
	open_line(&json, line, "memory");
	json_number_member(&json, "own", own_memory());
	json_number_member(&json, "other", (double)other.ru_maxrss);
	json_close(&json, "}");
	print(line);
}

int
main(int argc, char **argv)
{
	struct sheets sheets;
	struct buf line = {0};
	struct json json;
	const char *error;

	if (argc != 2)
		return 2;
	if (!sheets_open(&sheets, argv[1], &error)) {
		open_line(&json, &line, "fault");
		json_member(&json, "text", error);
		json_close(&json, "}");
		print(&line);
	}
	for (size_t i = 0; i < sheets.n; i++)
		tell_sheet(&line, &sheets.items[i]);
	tell_memory(&line);
	sheets_release(&sheets);
	buf_free(&line);
	return 0;
}
