/* field_type.c - the types of the format's keys in words, and by example */
#include <string.h>

#include "ces/reference.h"
#include "ces/message.h"

/* names of references, by the entity that they lead to */
static const struct ref_words {
	const char *entity, *one, *many, *id, *ids;
} targets[] = {
	{"action", N_("the id of an action"), N_("a list of ids of actions"),
	 "returns-portal", "[returns-portal]"},
	{"channel", N_("the id of a channel"), N_("a list of ids of channels"),
	 "phone", "[phone, chat]"},
	{"goal", N_("the id of a goal"), N_("a list of ids of goals"), "growth",
	 "[growth]"},
	{"hours", N_("the id of opening hours"),
	 N_("a list of ids of opening hours"), "phone", "[phone]"},
	{"measure", N_("the id of a measure"), N_("a list of ids of measures"),
	 "satisfaction", "[satisfaction, effort]"},
	{"objective", N_("the id of an objective"),
	 N_("a list of ids of objectives"), "resolve", "[resolve]"},
	{"person", N_("a person's name, or an id of people"),
	 N_("a list of people: names, or ids of people"), "lind",
	 "[lind, sato]"},
	{"reason", N_("the id of a contact reason"),
	 N_("a list of ids of contact reasons"), "returns", "[returns]"},
	{"segment", N_("the id of a segment"), N_("a list of ids of segments"),
	 "members", "[members]"},
	{"unit", N_("the name of a business unit, or an id of units"),
	 N_("a list of business units: names, or ids of units"), "fulfillment",
	 "[product, fulfillment]"},
};

/* its name, to stand behind "expected", and a value as it stands in YAML */
struct type {
	const char *name, *example;
};

static const struct type kinds[] = {
	[KIND_TEXT] = {N_("text"), N_("in your own words")},
	[KIND_TEXTS] = {N_("a list of texts, like [first, second]"),
			N_("[first, second]")},
	[KIND_FLAG] = {N_("true or false"), "true"},
	[KIND_DATE] = {N_("a date, like 2026-06-30"), "2026-06-30"},
	[KIND_PERIOD] = {N_("a period, like 2026, 2026-Q2, 2026-04, 2026-W26 "
			    "or 2026-06-30"),
			 "2026-Q2"},
	[KIND_DURATION] = {N_("a length of time, like 30s, 5min, 8h, 2d or 8bd "
			      "(business days)"),
			   "30s"},
	[KIND_WEEK] = {N_("opening hours, like \"Mo-Fr 08:00-20:00; "
			  "Sa 09:00-18:00\""),
		       "\"Mo-Fr 08:00-20:00\""},
	[KIND_SPANS] = {N_("closed, or hours like \"10:00-16:00\""), "closed"},
	[KIND_ZONE] = {N_("a time zone, like Europe/London"), "Europe/London"},
	[KIND_PATH] = {N_("a path into the plan, like hours.phone"),
		       "hours.phone"},
	[KIND_PATHS] = {N_("a list of paths into the plan, like "
			   "[channels.phone]"),
			"[channels.phone]"},
	[KIND_READING] = {N_("a value in the measure's unit, like 84, 84% or "
			     "26h"),
			  "84"},
	[KIND_WORD] = {N_("one of the allowed words"), NULL},
	[KIND_WORDS] = {N_("a list of the allowed words"), NULL},
	[KIND_CODES] = {N_("a list of language codes, like [en, fr]"),
			"[en, fr]"},
	[KIND_REFMAP] = {N_("ids of opening hours by channel, like "
			    "{phone: late}"),
			 "{phone: late}"},
	[KIND_INTMAP] = {N_("a number for each month, like {1: 1.2, 2: 0.9}"),
			 "{1: 1.2, 2: 0.9}"},
	[KIND_WORDMAP] = {N_("a severity for each rule, like "
			     "{hours/unreviewed: off}"),
			  "{hours/unreviewed: off}"},
	[KIND_OBJECT] = {N_("a group of keys"), NULL},
	[KIND_LIST] = {N_("a list of entries"), NULL},
	[KIND_MAP] = {N_("entries, each under an id of its own"), NULL},
	[KIND_KEYED] = {N_("entries, each under a name of the list"), NULL},
};

static const struct type codes[] = {
	[CODE_CURRENCY] = {N_("a currency code, like GBP"), "GBP"},
	[CODE_LANGUAGE] = {N_("a language code, like en or pt-BR"), "en"},
	[CODE_COUNTRY] = {N_("a country code, like GB"), "GB"},
};

static const struct type registries[] = {
	[REGISTRY_STANDARD] = {N_("the word of a standard measure, like csat"),
			       "csat"},
	[REGISTRY_SECTION] = {N_("the key of a section, like channels"),
			      "channels"},
	[REGISTRY_RULE] = {N_("the name of a rule, like hours/unreviewed"),
			   "hours/unreviewed"},
	[REGISTRY_QUESTION] = {N_("the id of a question, like aligned"),
			       "aligned"},
};

static const struct type shares[] = {
	[UNIT_NUMBER] = {N_("a number for each id, like {phone: 2}"),
			 "{phone: 2}"},
	[UNIT_COUNT] = {N_("a whole number for each id, like "
			   "{phone: 44000, chat: 32000}"),
			"{phone: 44000, chat: 32000}"},
	[UNIT_MONEY] = {N_("an amount for each id, like {phone: 5.20}"),
			"{phone: 5.20}"},
	[UNIT_PERCENT] = {N_("a percent for each id, like "
			     "{phone: 60, chat: 40}"),
			  "{phone: 60, chat: 40}"},
};

static const struct type numbers[] = {
	[UNIT_NUMBER] = {N_("a number, like 4.6"), "5"},
	[UNIT_COUNT] = {N_("a whole number, like 98000"), "12"},
	[UNIT_MONEY] = {N_("an amount of money, like 5.20"), "5.20"},
	[UNIT_PERCENT] = {N_("a percent, written 12 or 12.5 or 12%"), "12%"},
};

/* the first word of each list, in brackets */
#define CHOICES(name, first, ...) [CHOICE_##name] = "[" first "]",
static const char *const first_words[] = {
#include "ces/choices.def"
};
#undef CHOICES

static struct type
target_type(const struct field *field, bool many)
{
	const char *name = field->of()->name;

	for (size_t i = 0; i < sizeof(targets) / sizeof(*targets); i++) {
		const struct ref_words *target = &targets[i];

		if (!strcmp(target->entity, name))
			return many ? (struct type){target->many, target->ids}
				    : (struct type){target->one, target->id};
	}
	return many ? (struct type){N_("a list of ids"), "[an-id]"}
		    : (struct type){N_("an id"), "an-id"};
}

/* values that make sense for their key, where those of the type don't */
static const struct {
	const char *key, *example;
} sensible[] = {
	{"active_customers", "180000"},
	{"amount", "60000"},
	{"annual_volume", "12000"},
	{"applications", "3"},
	{"audience", "40000"},
	{"busiest_interval", "120"},
	{"characteristics", N_("[orders often, pays by card]")},
	{"complaints", N_("[too many logins]")},
	{"ces", "1"},
	{"concurrency", "2"},
	{"contacts_per_year", "120000"},
	{"cost_per_hour", "24"},
	{"cost_per_year", "30000"},
	{"customers", "45000"},
	{"disposition", "leverage"},
	{"entitlements", N_("[a phone line of their own]")},
	{"handle_time", "6min"},
	{"interval", "30min"},
	{"knowledge_gaps", N_("[why they leave]")},
	{"lifetime_value", "480"},
	{"max", "90"},
	{"max_occupancy", "85%"},
	{"min", "75"},
	{"n", "400"},
	{"other_channels", N_("[shops, marketplaces]")},
	{"patience", "2min"},
	{"per_year", "600000"},
	{"percent", "40%"},
	{"product_lines", N_("[furniture, lighting]")},
	{"purchases_per_year", "4"},
	{"response", "3%"},
	{"revenue_per_contact", "38.50"},
	{"routing_priority", "1"},
	{"screens", "6"},
	{"sequence", N_("[orders, payments, e-mail]")},
	{"short_abandon", "5s"},
	{"shrinkage", "32%"},
	{"steps", "2"},
	{"target", "80%"},
	{"value_at_risk", "90000"},
	{"value_per_year", "30000"},
	{"window", "7d"},
	{"worth", "40000"},
};

static const char *
sensible_example(const struct field *field, const char *usual)
{
	for (size_t i = 0; i < sizeof(sensible) / sizeof(*sensible); i++)
		if (!strcmp(sensible[i].key, field->key))
			return sensible[i].example;
	return usual;
}

static struct type
number_type(const struct field *field)
{
	struct type type = numbers[field->unit];

	if (field->nonzero && field->min < 0)
		return (struct type){N_("a score from -5 to 5, but not 0"),
				     "3"};
	if (field->change)
		return (struct type){
			N_("a change in percent, like -30% or 15%"), "-30%"};
	type.example = sensible_example(field, type.example);
	return type;
}

/* an end is later than its start */
static const char *
date_example(const struct field *field)
{
	static const char *const last[] = {"due", "end", "next_review", "to",
					   "until"};

	for (size_t i = 0; i < sizeof(last) / sizeof(*last); i++)
		if (!strcmp(field->key, last[i]))
			return "2027-03-31";
	return kinds[KIND_DATE].example;
}

static struct type
type_of(const struct field *field)
{
	struct type type = kinds[field->kind];

	switch (field->kind) {
	case KIND_NUMBER:
		return number_type(field);
	case KIND_CODE:
		return codes[field->list];
	case KIND_LOOKUP:
		return registries[field->list];
	case KIND_REF:
	case KIND_NAMED:
		return target_type(field, false);
	case KIND_REFS:
	case KIND_NAMEDS:
		return target_type(field, true);
	case KIND_SHARES:
		if (field->change)
			return (struct type){
				N_("a change in percent for each id, like "
				   "{returns: 90}"),
				"{returns: 90}"};
		return shares[field->unit];
	case KIND_DATE:
		type.example = date_example(field);
		return type;
	case KIND_DURATION:
	case KIND_READING:
	case KIND_TEXTS:
		type.example = sensible_example(field, type.example);
		return type;
	case KIND_WORD:
		type.example =
			sensible_example(field, choices[field->list].words[0]);
		return type;
	case KIND_WORDS:
		type.example = first_words[field->list];
		return type;
	default:
		return type;
	}
}

const char *
field_type_name(const struct field *field)
{
	return type_of(field).name;
}

const char *
field_example(const struct language *language, const struct field *field)
{
	const char *example = type_of(field).example;

	/* others are words of the file */
	return kind_element(field->kind) == KIND_TEXT
		       ? language_text(language, example)
		       : example;
}

/* the pages of `ces explain` about types, by kind; of numbers by their unit */
const char *
field_type_page(const struct field *field)
{
	static const char *const units[] = {[UNIT_NUMBER] = "number",
					    [UNIT_COUNT] = "count",
					    [UNIT_MONEY] = "money",
					    [UNIT_PERCENT] = "percent"};
	static const char *const pages[KIND_KEYED + 1] = {
		[KIND_TEXT] = "text",
		[KIND_TEXTS] = "texts",
		[KIND_FLAG] = "flag",
		[KIND_DATE] = "date",
		[KIND_PERIOD] = "period",
		[KIND_DURATION] = "duration",
		[KIND_WEEK] = "hours",
		[KIND_SPANS] = "spans",
		[KIND_ZONE] = "timezone",
		[KIND_PATH] = "path",
		[KIND_PATHS] = "paths",
		[KIND_READING] = "reading",
		[KIND_CODE] = "code",
		[KIND_CODES] = "codes",
		[KIND_WORD] = "word",
		[KIND_WORDS] = "words",
		[KIND_LOOKUP] = "name",
		[KIND_REF] = "id",
		[KIND_REFS] = "ids",
		[KIND_NAMED] = "person",
		[KIND_NAMEDS] = "people",
		[KIND_SHARES] = "shares",
		[KIND_REFMAP] = "hours by channel",
		[KIND_INTMAP] = "months",
		[KIND_WORDMAP] = "severities",
		[KIND_OBJECT] = "group",
		[KIND_LIST] = "list",
		[KIND_MAP] = "map",
		[KIND_KEYED] = "named"};

	if (field->kind != KIND_NUMBER)
		return pages[field->kind];
	if (field->change)
		return "change";
	return field->nonzero && field->min < 0 ? "score" : units[field->unit];
}
