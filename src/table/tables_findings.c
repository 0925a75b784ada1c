/* tables_findings.c - findings, readiness, and discussion questions */
#include "tables.h"

#include <string.h>

#include "ces/expr.h"
#include "ces/language.h"
#include "ces/question.h"

/* --- findings ----------------------------------------------------------- */

static const struct column finding_columns[] = {
	COLUMN("message", "Finding", TEXT, .width = 46, .capital = true),
	COLUMN("severity", "Severity", STATUS),
	COLUMN("section", "Section", WORD, .width = 15),
	COLUMN("item", "Item", TEXT, .width = 18),
	COLUMN("fix", "What to do", TEXT, .width = 52),
	COLUMN("in_hand", "In hand", WORD, .printed = true),
	COLUMN("why", "Why it matters", TEXT, .width = 66),
	COLUMN("waived", "Waived", WORD),
	COLUMN("waiver_reason", "Reason of the waiver", TEXT),
	COLUMN("rule", "Rule", TEXT, .width = 28),
	COLUMN("path", "Place in the file", TEXT, .width = 60),
	COLUMN("places", "Places", COUNT),
	COLUMN("advice", "Of them advice", COUNT),
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

/* an answer has no name but its question */
static const char *
item_name(const struct language *language, const struct object *item)
{
	int question = strcmp(object_entity(item)->name, "answer")
			       ? -1
			       : question_find(item->id);

	return question < 0 ? object_name(item)
			    : language_text(language, questions[question].text);
}

enum { CELL_MOST = 32000 }; /* bytes; a cell of a workbook takes 32,767 */

/* leads to the item, where there is one */
static void
put_section_of(struct sheet *sheet, const char *path)
{
	const struct object *item = path_item(sheet->plan, path, sheet->arena);
	const char *key = arena_copy(sheet->arena, path, path_section(path));

	put_section(sheet, "section", key);
	if (item)
		put_link(sheet, "section", table_of_key(key), item->id);
}

/* Names all items and places of a group, as far as a cell has room. */
static void
put_places(struct sheet *sheet, const struct finding *finding)
{
	const struct finding_group *group = finding->group;
	const struct object *last = NULL;
	size_t n = group ? group->n : 1, advice = 0, length = 0;
	struct names items = {.sheet = sheet};
	struct buf paths = {0};

	for (size_t i = 0; i < n; i++) {
		const struct finding *at = group ? group->items[i] : finding;
		const struct object *item =
			path_item(sheet->plan, at->path, sheet->arena);

		advice += at->severity == SEVERITY_ADVICE;
		if (item && item != last && length < CELL_MOST) {
			const char *name = item_name(sheet->language, item);

			names_add(&items, name, item);
			length += strlen(name) + 2;
		}
		if (paths.n < CELL_MOST)
			name_add(&paths, sheet->language, at->path);
		last = item;
	}
	put_names(sheet, "item", &items);
	put_buf(sheet, "path", &paths);
	put_number(sheet, "places", (double)n);
	if (advice && finding->severity != SEVERITY_ADVICE)
		put_number(sheet, "advice", (double)advice);
	if (*finding->path)
		put_section_of(sheet, finding->path);
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
	finding_group_text(&message, sheet->language, finding);
	topic_text(&why, sheet->language, finding->topic->why);
	topic_text(&fix, sheet->language, finding->topic->fix);
	put_buf(sheet, "message", &message);
	put_state(sheet, "severity", states[finding->severity]);
	put_places(sheet, finding);
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

		if (finding->severity != SEVERITY_OFF &&
		    finding_is_shown(finding))
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

#define DUE_ACTIONS                    \
	"COUNTIFS([actions.section],'" \
	"%1$s',[actions.due],'<='&as_of"

/*
 * The actions of the section from their sheet, and readings, which only
 * measures have. The rest of the plan has decisions, all, and the actions that
 * are of no section.
 */
static const char *
formula_tally(const struct expr_scope *scope, size_t row, const char *actions,
	      unsigned readings, const char *all)
{
	bool rest = row >= SECTION_SEVEN;
	const char *key = scope->table->ids[row];
	struct buf sum = {0};

	if (rest)
		buf_puts(&sum, all);
	else
		buf_printf(&sum, "%u", strcmp(key, "measures") ? 0 : readings);
	if (!tables_get(scope->tables, TABLE_actions)->rows)
		return arena_take(scope->arena, &sum);
	for (int i = 0; rest && i < SECTION_SEVEN; i++) {
		buf_puts(&sum, "-(0");
		buf_printf(&sum, actions, sections[i].label);
		buf_puts(&sum, ")");
	}
	if (!rest)
		buf_printf(&sum, actions, sections[section_find(key)].label);
	return arena_take(scope->arena, &sum);
}

static const char *
formula_due(const struct expr_scope *scope, size_t row)
{
	return formula_tally(scope, row,
			     "+" DUE_ACTIONS ")-" DUE_ACTIONS
			     ",[actions.status],@action_status.cancelled)",
			     scope->review->readiness.readings.due,
			     "$due_actions+$due_decisions");
}

static const char *
formula_done(const struct expr_scope *scope, size_t row)
{
	return formula_tally(scope, row,
			     "+" DUE_ACTIONS
			     ",[actions.status],@action_status.done)",
			     scope->review->readiness.readings.done,
			     "$due_actions_done+$due_decisions_done");
}

static const struct column readiness_columns[] = {
	COLUMN("section", "Section", TEXT, .width = 40),
	COLUMN("percent", "Written", PERCENT, .bars = BARS_WHOLE),
	COLUMN("under_way", "Under way", PERCENT, .bars = BARS_WHOLE,
	       .live = "IF({due}>0,INT(ROUND({done}/{due}*100,6))/100,'')"),
	COLUMN("due", "Due by now", COUNT, .live_of = formula_due,
	       .total = true),
	COLUMN("done", "Done of it", COUNT, .live_of = formula_done,
	       .total = true),
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
	const struct readiness *readiness = &sheet->review->readiness;
	struct tally rest = readiness->plan_due;

	for (int i = 0; i < SECTION_SEVEN; i++) {
		const char *key = sections[i].key;

		rest.due -= readiness->section_due[i].due;
		rest.done -= readiness->section_due[i].done;

		keyed_row(sheet, kept, key);
		sheet_own_section(sheet, key);
		put_message(sheet, "section", sections[i].title);
		put_link(sheet, "section", table_of_key(key), "");
		put_number(sheet, "percent", readiness->section[i]);
		put_number(sheet, "under_way",
			   tally_percent(readiness->section_due[i]));
		put_number(sheet, "due", readiness->section_due[i].due);
		put_number(sheet, "done", readiness->section_due[i].done);
		put_findings(sheet, key);
	}
	sheet_new(sheet, "rest", NULL);
	put_message(sheet, "section", N_("The rest of the plan"));
	put_link(sheet, "section", -1, "");
	put_number(sheet, "under_way", tally_percent(rest));
	put_number(sheet, "due", rest.due);
	put_number(sheet, "done", rest.done);
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

		put_message(sheet, "question", questions[i].text);
		put_state(sheet, "state",
			  states[known ? answer->answer.word
				       : ANSWER_NOT_DISCUSSED]);
	}
}

/* --- the tables --------------------------------------------------------- */

const struct table_kind table_findings = {COLUMNS(finding_columns),
					  .fill = findings_fill};

const struct table_kind table_readiness = {COLUMNS(readiness_columns),
					   .fill = readiness_fill,
					   .collection = "governance.sections"};

const struct table_kind table_questions = {COLUMNS(question_columns),
					   .fill = questions_fill,
					   .collection = "questions"};
