/* checklist_paper.c - what every form of a checklist shares: headings that wait
 * for something to stand below them, and facts gathered into a line */
#include "checklist_parts.h"

static bool
is_open(const struct paper *paper, enum paper_part part)
{
	return paper->open & 1u << part;
}

static void
enter(struct paper *paper, enum paper_part part)
{
	paper->open |= 1u << part;
}

static void
end_facts(struct paper *paper)
{
	if (paper->facts.n)
		paper->writer->detail(paper, paper->facts.p);
	buf_clear(&paper->facts);
}

/* Leaves all that is within the part. */
static void
leave_to(struct paper *paper, enum paper_part part)
{
	end_facts(paper);
	for (enum paper_part inner = PART_COUNT - 1; inner > part; inner--)
		if (is_open(paper, inner)) {
			paper->writer->leave(paper, inner);
			paper->open &= ~(1u << inner);
		}
}

/* Writes the headings that wait. */
static void
settle(struct paper *paper)
{
	if (paper->heading.n) {
		leave_to(paper, PART_PAGE);
		paper->writer->section(paper, paper->heading.p, paper->alone);
		enter(paper, PART_SECTION);
	}
	if (paper->group.n) {
		leave_to(paper, PART_SECTION);
		paper->writer->group(paper, paper->group.p);
		enter(paper, PART_GROUP);
	}
	buf_clear(&paper->heading);
	buf_clear(&paper->group);
}

void
paper_title(struct paper *paper, const char *text)
{
	paper->writer->start(paper, text);
}

void
paper_text(struct paper *paper, const char *text)
{
	paper->writer->paragraph(paper, text);
}

void
paper_heading(struct paper *paper, const char *message)
{
	buf_clear(&paper->heading);
	buf_clear(&paper->group);
	buf_puts(&paper->heading, language_text(paper->language, message));
	paper->alone = false;
}

void
paper_sheet(struct paper *paper, const char *message)
{
	paper_heading(paper, message);
	paper->alone = true;
}

void
paper_group(struct paper *paper, const char *text)
{
	buf_clear(&paper->group);
	buf_puts(&paper->group, text);
}

void
paper_intro(struct paper *paper, const char *text)
{
	settle(paper);
	leave_to(paper, PART_GROUP);
	paper->writer->paragraph(paper, text);
}

void
paper_fields(struct paper *paper, const char *const labels[FIELDS])
{
	const char *texts[FIELDS];

	for (size_t i = 0; i < FIELDS; i++)
		texts[i] = language_text(paper->language, labels[i]);
	settle(paper);
	leave_to(paper, PART_GROUP);
	paper->writer->fields(paper, texts, FIELDS);
}

void
paper_task(struct paper *paper, bool done, const char *text)
{
	settle(paper);
	leave_to(paper, PART_LIST);
	if (!is_open(paper, PART_LIST)) {
		paper->writer->list(paper);
		enter(paper, PART_LIST);
	}
	paper->writer->task(paper, done, text);
	enter(paper, PART_TASK);
	paper->tasks++;
}

void
paper_detail(struct paper *paper, const char *text)
{
	end_facts(paper);
	if (*text)
		paper->writer->detail(paper, text);
}

void
clause_add(struct buf *facts, const struct language *language, const char *text)
{
	struct buf before = *facts;

	if (!before.n) {
		buf_puts(facts, text);
		return;
	}
	*facts = (struct buf){0};
	message_fill(
		facts, language, C_("clauses", "{first}, {second}"),
		ARGS(TEXT_ARG("first", before.p), TEXT_ARG("second", text)));
	buf_free(&before);
}

void
paper_fact(struct paper *paper, const char *text)
{
	clause_add(&paper->facts, paper->language, text);
}

void
paper_say(struct paper *paper, const char *message, const struct arg *args,
	  size_t n)
{
	struct buf text = {0};

	message_fill(&text, paper->language, message, args, n);
	paper_fact(paper, buf_text(&text));
	buf_free(&text);
}

void
paper_room(struct paper *paper, const char *label, int lines)
{
	end_facts(paper);
	paper->writer->room(
		paper, label ? language_text(paper->language, label) : NULL,
		lines);
}

void
paper_table(struct paper *paper, const char *const heads[1 + ROW_CELLS])
{
	leave_to(paper, PART_GROUP);
	for (size_t i = 0; i <= ROW_CELLS; i++)
		paper->columns[i] = language_text(paper->language, heads[i]);
}

void
paper_row(struct paper *paper, const struct paper_row *row)
{
	settle(paper);
	if (!is_open(paper, PART_TABLE)) {
		paper->writer->table(paper);
		enter(paper, PART_TABLE);
	}
	paper->writer->row(paper, row);
	paper->tasks++;
}

void
paper_end(struct paper *paper)
{
	leave_to(paper, PART_PAGE);
	paper->writer->end(paper);
	buf_free(&paper->heading);
	buf_free(&paper->group);
	buf_free(&paper->facts);
}
