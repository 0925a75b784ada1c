/* lost.c - what stands in a workbook and has no place in the plan: notes on
 * cells, columns, sheets and texts of one's own, formulas overwritten */
#include <libintl.h>
#include <string.h>

#include "ces/message.h"
#include "import/parts.h"

#define _(text) gettext(text)

static const char *
quoted(struct importing *run, const char *text)
{
	struct sheet_cell cell = {.kind = VALUE_TEXT, .text = text};

	return cell_shown(run->arena, &cell, NULL);
}

static void
notes_lost(struct importing *run, const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->note_count; i++) {
		const struct sheet_note *comment = &sheet->notes[i];
		struct import_finding *finding = note(
			run, IMPORT_LOST, sheet,
			place_name(run->arena, comment->row, comment->column));

		finding->new = quoted(run, comment->text);
		finding->message = _("a comment on a cell; the plan has none, "
				     "write what it asks for into a key");
	}
}

void
lost_find(struct importing *run)
{
	const struct sheets *sheets = &run->book->workbook->sheets;

	for (size_t i = 0; i < sheets->n; i++)
		notes_lost(run, &sheets->items[i]);
}
