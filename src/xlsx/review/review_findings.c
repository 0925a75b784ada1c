/* review_findings.c - the first page, left: what is most worth fixing */
#include <libintl.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/topic.h"
#include "xlsx/book/measured.h"
#include "say.h"

static const struct style text_style = {.line = HAIR};
static const struct style word_style = {
	.line = HAIR, .indent = 1, .align = ALIGN_LEFT};

/* pixels of a finding, of its section */
enum { FINDING_WIDTH = 770, PLACE_WIDTH = 134 };

/* What is wrong, where there is no room to say what to do about it as well. */
static char *
short_message(struct arena *arena, const char *message)
{
	char *text = arena_format(arena, "%s", message), *end;

	while (text_pixels(text, 0, false) > FINDING_WIDTH - 8) {
		end = strrchr(text, ';');
		if (!end)
			break;
		*end = '\0';
	}
	return text;
}

/* Rules are no ids of rows: the text stands as it was found. */
static void
finding_row(struct front *front, const struct tab *tab, uint32_t row, size_t i)
{
	char *message =
		short_message(front->work->arena, tab_text(tab, i, "message"));
	const char *severity = tab_text(tab, i, "severity");
	const char *section = tab_text(tab, i, "section");
	const char *place = arena_format(front->work->arena, "%.*s %s",
					 (int)strcspn(severity, " "), severity,
					 *section ? section : gettext("Plan"));

	/* a sentence here, where it is part of a line elsewhere */
	if (*message >= 'a' && *message <= 'z')
		*message = (char)(*message - 'a' + 'A');
	front_line(front, row, COL_B, COL_J);
	front_text(front, row, COL_B, message, FINDING_WIDTH, &text_style);
	front_text(front, row, COL_J, place, PLACE_WIDTH, &word_style);
}

/* "no errors; 7 warnings, 1 waived": advice where there is nothing graver */
static void
findings_title(struct front *front, const struct tab *tab)
{
	const char *no = flag_word(false);
	struct figure counts[] = {
		figure_count_if(tab, "severity", symbol_mark(SYMBOL_bad),
				"waived", no),
		figure_count_if(tab, "severity", symbol_mark(SYMBOL_late),
				"waived", no),
		figure_count_if(tab, "severity", symbol_mark(SYMBOL_idle),
				"waived", no),
		figure_count(tab, "waived", flag_word(true))};
	static const char *const names[] = {
		"findings_errors", "findings_warnings", "findings_advice",
		"findings_waived"};
	struct buf formula = {0}, text = {0};

	for (size_t i = 0; i < 4; i++)
		counts[i] = say_keep(front, names[i], counts[i]);
	const struct piece pieces[] = {figure_piece("errors", &counts[0]),
				       figure_piece("warnings", &counts[1]),
				       figure_piece("advice", &counts[2]),
				       figure_piece("waived", &counts[3])};
	const struct variant errors[] = {
		{say_when(front, &counts[0], "=0"), counts[0].value == 0,
		 gettext("Gravest findings: no errors")},
		{say_when(front, &counts[0], "=1"), counts[0].value == 1,
		 gettext("Gravest findings: 1 error")},
		{NULL, true, gettext("Gravest findings: {errors} errors")}};
	const struct variant warnings[] = {
		{say_when(front, &counts[1], "=0"), counts[1].value == 0,
		 gettext("; no warnings")},
		{say_when(front, &counts[1], "=1"), counts[1].value == 1,
		 gettext("; 1 warning")},
		{NULL, true, gettext("; {warnings} warnings")}};
	const struct variant advice[] = {
		{say_when(front, &counts[2], "=0"), counts[2].value == 0, ""},
		{say_when(front, &counts[2], "=1"), counts[2].value == 1,
		 gettext(", 1 piece of advice")},
		{NULL, true, gettext(", {advice} pieces of advice")}};
	const struct variant waived[] = {
		{say_when(front, &counts[3], "=0"), counts[3].value == 0, ""},
		{NULL, true, gettext(", {waived} waived")}};

	say_either(&formula, &text, errors, 3, pieces, 4);
	say_either(&formula, &text, warnings, 3, pieces, 4);
	say_either(&formula, &text, advice, 3, pieces, 4);
	say_either(&formula, &text, waived, 2, pieces, 4);
	say_title(front, ROW_FINDINGS, COL_B, tab, &formula, &text);
	figure_free(counts, 4);
}

static bool
is_among(const size_t *rows, size_t n, size_t row)
{
	for (size_t i = 0; i < n; i++)
		if (rows[i] == row)
			return true;
	return false;
}

/* the row of a finding; the table's rows if it has none */
static size_t
row_of(const struct tab *tab, const struct finding *finding)
{
	struct buf message = {0};
	size_t i;

	finding_text(&message, finding);
	for (i = 0; i < tab->table->rows; i++)
		if (!strcmp(tab->table->ids[i], finding->topic->name) &&
		    !strcmp(tab_text(tab, i, "path"), finding->path) &&
		    !strcmp(tab_text(tab, i, "message"), buf_text(&message)))
			break;
	buf_free(&message);
	return i;
}

/* those that are most worth fixing, as the command line names them */
static size_t
most_worth(const struct review *review, const struct tab *tab, size_t *rows)
{
	size_t n = 0, row;

	for (size_t i = 0; i < MOST_FINDINGS && review->next[i]; i++) {
		row = row_of(tab, review->next[i]);
		if (row < tab->table->rows && !is_among(rows, n, row))
			rows[n++] = row;
	}
	return n;
}

void
front_findings(struct front *front)
{
	const struct tab *tab = work_tab(front->work, TABLE_findings);
	uint32_t row = ROW_FINDINGS + 1;
	size_t shown[MOST_FINDINGS], n = 0;

	if (!tab->table->rows) {
		front_title(front, ROW_FINDINGS, COL_B, tab,
			    gettext("Findings: none"), NULL, 0);
		front_empty(front, row, COL_B, COL_J, tab->table->empty);
		return;
	}
	findings_title(front, tab);
	n = most_worth(front->work->review, tab, shown);
	for (size_t i = 0; i < tab->table->rows && n < MOST_FINDINGS; i++)
		if (table_at(tab->table, i, "waived")->word == 0 &&
		    !is_among(shown, n, i))
			shown[n++] = i;
	for (size_t i = 0; i < n; i++)
		finding_row(front, tab, row + (uint32_t)i, shown[i]);
	if (!n)
		front_empty(front, row, COL_B, COL_J,
			    gettext("All that was found is waived, with its "
				    "reason on the sheet."));
}
