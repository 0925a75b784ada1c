/* tables_findings.c - findings, readiness, and discussion questions */
#include "tables.h"

#include <libintl.h>
#include <string.h>

#include "ces/question.h"

/* --- findings ----------------------------------------------------------- */

static const struct column finding_columns[] = {
	COLUMN("message", "Finding", TEXT, .width = 46, .capital = true),
	COLUMN("severity", "Severity", STATUS),
	COLUMN("section", "Section", WORD, .width = 15),
	COLUMN("item", "Item", TEXT, .width = 18),
	COLUMN("why", "Why it matters", TEXT, .width = 66),
	COLUMN("fix", "What to do", TEXT, .width = 52),
	COLUMN("in_hand", "In hand", WORD),
	COLUMN("waived", "Waived", WORD),
	COLUMN("waiver_reason", "Reason of the waiver", TEXT),
	COLUMN("rule", "Rule", TEXT, .width = 28),
	COLUMN("path", "Place in the file", TEXT, .width = 36),
};

/* the item of a collection that the path leads into, or NULL */
static const struct object *
path_item(const struct plan *plan, const char *path, struct arena *arena)
{
	size_t n = path_section(path);
	const struct field *field = entity_field(entity_plan(), path, n);
	const char *id = path + n + 1;

	if (!n || !field || path[n] != '.' ||
	    (field->kind != KIND_MAP && field->kind != KIND_KEYED))
		return NULL;
	return map_find(field_value(plan, field),
			arena_copy(arena, id, path_section(id)));
}

static void
put_place(struct sheet *sheet, const char *path)
{
	size_t n = path_section(path);
	const struct object *item = path_item(sheet->plan, path, sheet->arena);

	put_text(sheet, "path", path);
	if (!n)
		return;
	put_section(sheet, "section", arena_copy(sheet->arena, path, n));
	if (!item)
		return;
	put_text(sheet, "item", object_name(item));
	put_link(sheet, "section",
		 table_of_key(arena_copy(sheet->arena, path, n)), item->id);
}

static void
finding_row(struct sheet *sheet, const struct finding *finding)
{
	static const enum state_id states[] = {
		[SEVERITY_ERROR] = STATE_error,
		[SEVERITY_WARNING] = STATE_warning,
		[SEVERITY_ADVICE] = STATE_advice,
	};
	struct buf message = {0}, why = {0}, fix = {0};

	sheet_new(sheet, finding->topic->name, NULL);
	finding_text(&message, finding);
	topic_text(&why, finding->topic->why);
	topic_text(&fix, finding->topic->fix);
	put_buf(sheet, "message", &message);
	put_state(sheet, "severity", states[finding->severity]);
	put_place(sheet, finding->path);
	put_text(sheet, "rule", finding->topic->name);
	put_buf(sheet, "why", &why);
	put_buf(sheet, "fix", &fix);
	put_flag(sheet, "in_hand", finding->in_hand);
	put_flag(sheet, "waived", finding->waived);
	put_text(sheet, "waiver_reason", finding->waiver_reason);
}

/* gravest first; findings in hand behind those, waived ones last */
const struct finding *const *
findings_ordered(const struct review *review, struct arena *arena)
{
	const struct findings *findings = &review->findings;
	struct order *order =
		arena_alloc(arena, (findings->n + 1) * sizeof(*order));
	const struct finding **ordered =
		arena_alloc(arena, (findings->n + 1) * sizeof(*ordered));
	size_t n = 0;

	for (size_t i = 0; i < findings->n; i++) {
		const struct finding *finding = &findings->items[i];
		int behind = finding->waived ? 20 : finding->in_hand ? 10 : 0;

		if (finding->severity != SEVERITY_OFF)
			order[n++] = (struct order){
				.rank = behind - (int)finding->severity,
				.index = (uint32_t)i};
	}
	order_sort(order, n);
	for (size_t i = 0; i < n; i++)
		ordered[i] = &findings->items[order[i].index];
	return ordered;
}

static void
findings_fill(struct sheet *sheet)
{
	const struct finding *const *ordered =
		findings_ordered(sheet->review, sheet->arena);

	for (size_t i = 0; ordered[i]; i++)
		finding_row(sheet, ordered[i]);
}

/* --- readiness ---------------------------------------------------------- */

static const struct column readiness_columns[] = {
	COLUMN("section", "Section", TEXT, .width = 40),
	COLUMN("percent", "Filled", PERCENT, .bars = BARS_WHOLE),
	COLUMN("owner", "Kept by", TEXT, .width = 18),
	COLUMN("updated", "Updated", DATE),
	COLUMN("errors", "Errors", COUNT, .total = true),
	COLUMN("warnings", "Warnings", COUNT, .total = true),
	COLUMN("advice", "Advice", COUNT, .total = true),
};

/* Is the finding about the section, or, NULL, about none of the seven? */
static bool
is_of(const struct finding *finding, const char *section)
{
	if (section)
		return path_in(finding->path, section);
	for (int i = 0; i < SECTION_SEVEN; i++)
		if (path_in(finding->path, sections[i].key))
			return false;
	return true;
}

static void
put_findings(struct sheet *sheet, const char *section)
{
	const struct findings *findings = &sheet->review->findings;
	double count[SEVERITY_ERROR + 1] = {0};

	for (size_t i = 0; i < findings->n; i++)
		if (!findings->items[i].waived &&
		    is_of(&findings->items[i], section))
			count[findings->items[i].severity]++;
	put_number(sheet, "errors", count[SEVERITY_ERROR]);
	put_number(sheet, "warnings", count[SEVERITY_WARNING]);
	put_number(sheet, "advice", count[SEVERITY_ADVICE]);
}

/* the row of a registered id, from its object where the plan has one */
static const void *
keyed_row(struct sheet *sheet, const struct map *map, const char *id)
{
	const struct object *object = map_find(map, id);

	if (object)
		sheet_row(sheet, object);
	else
		sheet_new(sheet, id, NULL);
	return object;
}

static void
readiness_fill(struct sheet *sheet)
{
	const struct map *kept = &sheet->plan->governance.sections;

	for (int i = 0; i < SECTION_SEVEN; i++) {
		const char *key = sections[i].key;

		keyed_row(sheet, kept, key);
		sheet_own_section(sheet, key);
		put_text(sheet, "section", gettext(sections[i].title));
		put_link(sheet, "section", table_of_key(key), "");
		put_number(sheet, "percent",
			   sheet->review->readiness.section[i]);
		put_findings(sheet, key);
	}
	sheet_new(sheet, "rest", NULL);
	put_text(sheet, "section", gettext("The rest of the plan"));
	put_link(sheet, "section", -1, "");
	put_findings(sheet, NULL);
}

/* --- questions ---------------------------------------------------------- */

static const struct column question_columns[] = {
	COLUMN("question", "Question", TEXT, .width = 46),
	EDIT("answer", "Answer", CHOICE_answer, WORD, .width = 14),
	COLUMN("state", "State", STATUS, .calm = true,
	       .live = "IF({answer}=@answer.met,#met,"
		       "IF({answer}=@answer.partly,#partly,"
		       "IF({answer}=@answer.unmet,#unmet,#not_discussed)))"),
	COLUMN("evidence", "Evidence", TEXT),
	COLUMN("actions", "Actions", TEXT),
};

static void
questions_fill(struct sheet *sheet)
{
	static const enum state_id states[] = {
		[ANSWER_MET] = STATE_met,
		[ANSWER_PARTLY] = STATE_partly,
		[ANSWER_UNMET] = STATE_unmet,
		[ANSWER_NOT_DISCUSSED] = STATE_not_discussed,
	};

	for (int i = 0; i < question_count; i++) {
		const struct answer *answer = keyed_row(
			sheet, &sheet->plan->questions, questions[i].id);
		bool known = answer && is_set(&answer->answer.at);

		put_text(sheet, "question", gettext(questions[i].text));
		put_state(sheet, "state",
			  states[known ? answer->answer.word
				       : ANSWER_NOT_DISCUSSED]);
	}
}

/* --- the tables --------------------------------------------------------- */

const struct table_kind table_findings = {COLUMNS(finding_columns),
					  .fill = findings_fill};

const struct table_kind table_readiness = {COLUMNS(readiness_columns),
					   .fill = readiness_fill};

const struct table_kind table_questions = {COLUMNS(question_columns),
					   .fill = questions_fill};
