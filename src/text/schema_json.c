/* schema_json.c - the schema of the JSON that is exported, from the tables that
 * it is made by */
#include "text/schema_json.h"

#include <stdio.h>
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "ces/question.h"
#include "ces/render.h"
#include "table/tables.h"

/* --- parts ---------------------------------------------------------------- */

void
schema_ref(struct json *json, const char *definition)
{
	struct buf ref = {0};

	buf_printf(&ref, "#/definitions/%s", definition);
	json_member(json, "$ref", ref.p);
	buf_free(&ref);
}

static void
add_ref(struct json *json, const char *key, const char *definition)
{
	json_key(json, key);
	json_open_flat(json, '{');
	schema_ref(json, definition);
	json_close(json, "}");
}

static void
add_closed(struct json *json)
{
	json_flag_member(json, "additionalProperties", false);
}

/* of an item within another one a cell has both keys */
#define OWN_COLUMNS "{\"(^|[.])x-\": {\"type\": [\"string\", \"null\"]}}"

static void
add_member(struct json *json, const struct member *member)
{
	if (!member->many) {
		add_ref(json, member->key, member->type);
		return;
	}
	json_open_member(json, member->key, '{');
	if (!strcmp(member->many, "[]")) {
		json_member(json, "type", "array");
		add_ref(json, "items", member->type);
	} else {
		json_member(json, "type", "object");
		add_ref(json, "additionalProperties", member->type);
	}
	json_close(json, "}");
}

void
schema_object(struct json *json, const struct figures *figures,
	      const struct member *members)
{
	static const struct figures none = {NULL, 0};
	static const struct member end = {NULL, NULL, NULL};

	figures = figures ? figures : &none;
	members = members ? members : &end;
	json_member(json, "type", "object");
	json_open_member(json, "properties", '{');
	figures_schema(json, figures);
	for (const struct member *one = members; one->key; one++)
		add_member(json, one);
	json_close(json, "}");
	json_key(json, "required");
	json_open_flat(json, '[');
	for (size_t i = 0; i < figures->n; i++)
		if (figures->items[i].kind != FIGURE_STRETCH)
			json_text(json, figures->items[i].key);
	for (const struct member *one = members; one->key; one++)
		json_text(json, one->key);
	json_close(json, "]");
	add_closed(json);
}

static void
define(struct json *json, const char *name, const struct figures *figures,
       const struct member *members)
{
	json_open_member(json, name, '{');
	schema_object(json, figures, members);
	json_close(json, "}");
}

/* --- definitions that are no tables --------------------------------------- */

static const struct {
	const char *name, *body;
} fixed[] = {
	{"text", "{\"type\": [\"string\", \"null\"]}"},
	{"id", "{\"type\": [\"string\", \"null\"]}"},
	{"number", "{\"type\": [\"number\", \"null\"]}"},
	{"integer", "{\"type\": [\"integer\", \"null\"]}"},
	{"count", "{\"type\": [\"integer\", \"null\"], \"minimum\": 0}"},
	{"month", "{\"type\": [\"integer\", \"null\"], \"minimum\": 1, "
		  "\"maximum\": 12}"},
	{"months", "{\"type\": \"array\", \"minItems\": 12, \"maxItems\": 12, "
		   "\"items\": {\"$ref\": \"#/definitions/number\"}}"},
	{"agents_by_month",
	 "{\"type\": \"array\", \"minItems\": 12, \"maxItems\": 12, "
	 "\"items\": {\"$ref\": \"#/definitions/count\"}}"},
	{"flag", "{\"type\": \"boolean\"}"},
	{"date", "{\"type\": [\"string\", \"null\"], "
		 "\"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"}"},
	{"period",
	 "{\"type\": [\"string\", \"null\"], \"pattern\": "
	 "\"^[0-9]{4}(-Q[1-4]|-W[0-9]{2}|-[0-9]{2}(-[0-9]{2})?)?$\"}"},
	{"percent", "{\"type\": [\"number\", \"null\"], \"minimum\": 0, "
		    "\"maximum\": 100}"},
	{"tool",
	 "{\"type\": \"object\", \"properties\": {\"name\": {\"const\": "
	 "\"ces\"}, \"version\": {\"type\": \"string\"}}, \"required\": "
	 "[\"name\", \"version\"], \"additionalProperties\": false}"},
	{"severity", "{\"enum\": [\"error\", \"warning\", \"advice\"]}"},
	{"change",
	 "{\"type\": \"object\", \"properties\": {\"kind\": {\"enum\": "
	 "[\"value\", \"name\", \"item\", \"removal\"]}, \"path\": {\"type\": "
	 "\"string\"}, \"name\": {\"type\": \"string\"}, \"value\": {\"type\": "
	 "[\"string\", \"array\", \"object\"]}}, \"required\": [\"kind\", "
	 "\"path\"], \"additionalProperties\": false}"},
};

static const struct member finding_members[] = {
	{"rule", "text", NULL},	       {"severity", "severity", NULL},
	{"file", "text", NULL},	       {"line", "count", NULL},
	{"column", "count", NULL},     {"end_line", "count", NULL},
	{"end_column", "count", NULL}, {"path", "text", NULL},
	{"identity", "text", NULL},    {"message", "text", NULL},
	{"related", "related", "[]"},  {"in_hand", "flag", NULL},
	{"waived", "flag", NULL},      {NULL, NULL, NULL},
};

/* where there are any */
static const struct member finding_more[] = {
	{"waiver_reason", "text", NULL}, {"group", "text", NULL},
	{"paste", "text", NULL},	 {"fix", "change", "[]"},
	{"safe", "flag", NULL},		 {NULL, NULL, NULL},
};

static const struct member related_members[] = {
	{"file", "text", NULL},	       {"line", "count", NULL},
	{"column", "count", NULL},     {"end_line", "count", NULL},
	{"end_column", "count", NULL}, {"path", "text", NULL},
	{"message", "text", NULL},     {NULL, NULL, NULL},
};

static const struct member summary_members[] = {
	{"errors", "count", NULL}, {"warnings", "count", NULL},
	{"advice", "count", NULL}, {"in_hand", "count", NULL},
	{"waived", "count", NULL}, {NULL, NULL, NULL},
};

static const struct member progress_members[] = {
	{"plan", "percent", NULL},
	{"sections", "sections", NULL},
	{NULL, NULL, NULL},
};

static const struct member readiness_members[] = {
	{"plan", "percent", NULL},
	{"sections", "sections", NULL},
	{"under_way", "progress", NULL},
	{NULL, NULL, NULL},
};

static void
define_finding(struct json *json)
{
	json_open_member(json, "finding", '{');
	json_member(json, "type", "object");
	json_open_member(json, "properties", '{');
	for (const struct member *one = finding_members; one->key; one++)
		add_member(json, one);
	for (const struct member *one = finding_more; one->key; one++)
		add_member(json, one);
	json_close(json, "}");
	json_key(json, "required");
	json_open_flat(json, '[');
	for (const struct member *one = finding_members; one->key; one++)
		json_text(json, one->key);
	json_close(json, "]");
	add_closed(json);
	json_close(json, "}");
}

static void
define_sections(struct json *json)
{
	struct member members[SECTION_SEVEN + 1] = {{NULL, NULL, NULL}};

	for (int i = 0; i < SECTION_SEVEN; i++)
		members[i] = (struct member){sections[i].key, "percent", NULL};
	define(json, "sections", NULL, members);
}

/* --- figures -------------------------------------------------------------- */

static const struct member segment_members[] = {{"channels", "coverage", "{}"},
						{NULL, NULL, NULL}};

static const struct member staffing_members[] = {
	{"objectives", "level", "[]"},
	{"months", "staffing_month", "[]"},
	{"agents_by_month", "agents_by_month", NULL},
	{NULL, NULL, NULL}};

static const struct member derived_members[] = {
	{"plan", "derived.plan", NULL},
	{"contacts", "contacts", NULL},
	{"contact_reasons", "reason", "{}"},
	{"channels", "channel", "{}"},
	{"segments", "segment", "{}"},
	{"measures", "measure", "{}"},
	{"actions", "action", "{}"},
	{"calendar", "event", "{}"},
	{"staffing", "staffing", "{}"},
	{"business_case", "case", NULL},
	{NULL, NULL, NULL}};

static void
define_figures(struct json *json)
{
	define(json, "derived.plan", &figures_plan, NULL);
	define(json, "contacts", &figures_contacts, NULL);
	define(json, "reason", &figures_reason, NULL);
	define(json, "channel", &figures_channel, NULL);
	define(json, "coverage", &figures_coverage, NULL);
	define(json, "segment", &figures_segment, segment_members);
	define(json, "measure", &figures_measure, NULL);
	define(json, "action", &figures_action, NULL);
	define(json, "event", &figures_event, NULL);
	define(json, "level", &figures_level, NULL);
	define(json, "staffing_month", &figures_staffing_month, NULL);
	define(json, "staffing", &figures_staffing, staffing_members);
	define(json, "case", &figures_case, NULL);
	define(json, "derived", NULL, derived_members);
}

/* --- tables --------------------------------------------------------------- */

static const struct {
	const char *key;
	const struct table_kind *kind;
} tables[] = {
#define TABLE(key, ...) {#key, &table_##key},
#include "ces/tables.def"
};

/* a cell that is no number or day says in words why */
static const char *
cell_type(const struct column *column)
{
	if (column->kind == COLUMN_DATE)
		return "date";
	return column_has_numbers(column->kind) ? "number" : "text";
}

static void
define_table(struct json *json, const struct language *language, size_t i)
{
	const struct table_kind *kind = tables[i].kind;
	char name[80];

	snprintf(name, sizeof(name), "row.%s", tables[i].key);
	json_open_member(json, name, '{');
	json_member(json, "type", "object");
	json_open_member(json, "properties", '{');
	add_ref(json, "id", "id");
	for (size_t k = 0; k < kind->column_count; k++) {
		const struct column *column = &kind->columns[k];

		if (column->sheet_only)
			continue;
		json_open_member(json, column->key, '{');
		json_member(json, "description",
			    language_text(language, column->header));
		json_key(json, "allOf");
		json_open_flat(json, '[');
		json_open(json, '{');
		schema_ref(json, cell_type(column));
		json_close(json, "}]}");
	}
	json_close(json, "}");
	json_key(json, "patternProperties");
	json_raw(json, OWN_COLUMNS);
	json_key(json, "required");
	json_open_flat(json, '[');
	json_text(json, "id");
	for (size_t k = 0; k < kind->column_count; k++)
		if (!kind->columns[k].sheet_only && !kind->columns[k].rare)
			json_text(json, kind->columns[k].key);
	json_close(json, "]");
	add_closed(json);
	json_close(json, "}");
}

static void
define_tables(struct json *json, const struct language *language)
{
	struct member members[TABLE_COUNT + 1] = {{NULL, NULL, NULL}};
	char names[TABLE_COUNT][80];

	for (size_t i = 0; i < TABLE_COUNT; i++) {
		snprintf(names[i], sizeof(names[i]), "row.%s", tables[i].key);
		members[i] = (struct member){tables[i].key, names[i], "[]"};
		define_table(json, language, i);
	}
	define(json, "tables", NULL, members);
}

/* --- the whole ------------------------------------------------------------ */

static const struct member members[] = {
	{"format", "format", NULL},	  {"tool", "tool", NULL},
	{"as_of", "date", NULL},	  {"plan", "plan.plan", NULL},
	{"derived", "derived", NULL},	  {"tables", "tables", NULL},
	{"findings", "finding", "[]"},	  {"summary", "summary", NULL},
	{"readiness", "readiness", NULL}, {NULL, NULL, NULL}};

static void
define_all(struct json *json, const struct language *language)
{
	for (size_t i = 0; i < COUNT_OF(fixed); i++) {
		json_key(json, fixed[i].name);
		json_raw(json, fixed[i].body);
	}
	json_key(json, "format");
	json_open_flat(json, '{');
	json_number_member(json, "const", JSON_FORMAT);
	json_close(json, "}");
	define_sections(json);
	define(json, "progress", NULL, progress_members);
	define(json, "readiness", NULL, readiness_members);
	define(json, "summary", NULL, summary_members);
	define(json, "related", NULL, related_members);
	define_finding(json);
	schema_plan(json, language);
	define_figures(json);
	define_tables(json, language);
}

void
export_schema_write(struct buf *buf, const struct language *language)
{
	struct json json = {.buf = buf};

	json_open(&json, '{');
	json_member(&json, "$schema",
		    "http://json-schema.org/draft-07/schema#");
	json_member(&json, "$id", "urn:ces:schema:export");
	json_member(&json, "title",
		    language_text(language, N_("What 'ces export --format "
					       "json' writes")));
	schema_object(&json, NULL, members);
	json_open_member(&json, "definitions", '{');
	define_all(&json, language);
	json_close(&json, "}}");
	buf_putc(buf, '\n');
}
