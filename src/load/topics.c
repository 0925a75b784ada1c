/* topics.c - what the loader can say: its part of the catalogue */
#include "load/topics.h"

#include "ces/load.h"

const struct topic topic_syntax = {
	.name = "document/syntax",
	.severity = SEVERITY_ERROR,
	.flags = TOPIC_FIRM,
	.summary = N_("The file can't be read as a plan in YAML."),
	.why = N_("One slip of indentation or a missing quote changes what "
		  "the rest of the file means, so nothing behind it can be "
		  "trusted."),
	.fix = N_("Mend the place that is shown. Indent with spaces, put "
		  "quotes round texts that hold ': ' or begin with a sign, "
		  "and save the file as UTF-8."),
	.bad = "ces: 1\nplan: {title: \"Strategy\n",
	.good = "ces: 1\nplan: {title: \"Strategy\"}\n"};

const struct topic topic_version = {
	.name = "document/version",
	.severity = SEVERITY_ERROR,
	.flags = TOPIC_FIRM,
	.summary = N_("The version of the format is missing or unknown."),
	.why = N_("The version says how the keys are to be understood, so "
		  "that a plan of today is read the same in years."),
	.fix = N_("Begin the file with 'ces: 1'."),
	.bad = "ces: 7\n",
	.good = "ces: 1\n"};

const struct topic topic_duplicate_key = {
	.name = "document/duplicate-key",
	.severity = SEVERITY_ERROR,
	.flags = TOPIC_FIRM,
	.summary = N_("A key stands twice in one mapping."),
	.why = N_("Readers of YAML silently keep one of the two, and not all "
		  "of them the same one: half of what you wrote is lost."),
	.fix = N_("Join the two, or rename one."),
	.bad = "ces: 1\nunits:\n  digital: {name: Digital}\n"
	       "  digital: {name: Web}\n",
	.good = "ces: 1\nunits:\n  digital: {name: Digital}\n"
		"  web: {name: Web}\n"};

const struct topic topic_missing_section = {
	.name = "document/missing-section",
	.severity = SEVERITY_ERROR,
	.flags = TOPIC_DRAFT,
	.summary = N_("One of the seven sections is missing or empty."),
	.why = N_("A strategy that leaves out who the customers are, why they "
		  "make contact, where, when, or how success is measured has "
		  "a hole that surfaces later as a surprise."),
	.fix = N_("Answer the section's guiding questions and write the "
		  "answers down; the finding brings lines to paste."),
	.bad = "ces: 1\nhours:\n",
	.good = "ces: 1\nhours:\n"
		"  phone: {name: Phone, weekly: \"24/7\"}\n"};

const struct topic topic_missing_key = {
	.name = "document/missing-key",
	.severity = SEVERITY_ERROR,
	.flags = TOPIC_DRAFT,
	.summary = N_("A key that the format requires is missing or blank."),
	.why = N_("The key carries what the item means: an objective without "
		  "an owner, or hours without a week, can't be acted upon."),
	.fix = N_("Add the key; the finding says of which type, and brings a "
		  "line to paste."),
	.bad = "ces: 1\nhours:\n  phone: {weekly: \"24/7\"}\n",
	.good = "ces: 1\nhours:\n  phone: {name: Phone, weekly: \"24/7\"}\n"};

const struct topic topic_todo = {
	.name = "document/todo",
	.severity = SEVERITY_ERROR,
	.flags = TOPIC_DRAFT,
	.summary = N_("A placeholder is left."),
	.why = N_("The scaffold leaves 'TODO' where an answer belongs; a plan "
		  "that goes to leaders should have the answer."),
	.fix = N_("Replace the placeholder with the answer."),
	.bad = "ces: 1\nstrategy: {ideal_experience: TODO ask the team}\n",
	.good = "ces: 1\n"
		"strategy: {ideal_experience: A right answer once}\n"};

const struct topic topic_invisible = {
	.name = "document/invisible",
	.severity = SEVERITY_WARNING,
	.summary = N_("Invisible characters hide in an id or a text."),
	.why = N_("Characters without width, or ones that turn the direction "
		  "of writing, make two different words look the same, often "
		  "after a copy from a web page or a chat."),
	.fix = N_("Type the text anew instead of pasting it."),
	.bad = "ces: 1\nunits:\n  web: {name: \"Di\xe2\x80\x8bgital\"}\n",
	.good = "ces: 1\nunits:\n  web: {name: \"Digital\"}\n"};

const struct topic topic_unknown_key = {
	.name = "document/unknown-key",
	.severity = SEVERITY_WARNING,
	.summary = N_("The format has no such key here."),
	.why = N_("What stands under an unknown key is in none of the checks "
		  "and on none of the pages; most often it is a slip."),
	.fix = N_("Correct the key; for keys of your own, begin them with "
		  "'x-'."),
	.bad = "ces: 1\nunits:\n  web: {name: Web, laed: Tom}\n",
	.good = "ces: 1\nunits:\n  web: {name: Web, lead: Tom, x-floor: 2}\n"};

const struct topic topic_wrong_type = {
	.name = "document/wrong-type",
	.severity = SEVERITY_ERROR,
	.summary = N_("The value does not fit the type of its key."),
	.why = N_("Figures and lists can be checked, added up and put on a "
		  "sheet only when they can be read as such."),
	.fix = N_("Write the value as the finding shows: numbers without "
		  "separators, lists with '-' or in brackets."),
	.bad = "ces: 1\nplan: {active_customers: \"98,000\"}\n",
	.good = "ces: 1\nplan: {active_customers: 98000}\n"};

const struct topic topic_bad_id = {
	.name = "document/bad-id",
	.severity = SEVERITY_ERROR,
	.summary = N_("An id has spaces or punctuation."),
	.why = N_("Other items use the id as a name; spaces and dots would "
		  "break lists and paths."),
	.fix = N_("Use letters, digits, '-' and '_', in any script."),
	.bad = "ces: 1\nunits:\n  web team: {name: Web}\n",
	.good = "ces: 1\nunits:\n  web-team: {name: Web}\n"};

const struct topic topic_undefined_reference = {
	.name = "document/undefined-reference",
	.severity = SEVERITY_ERROR,
	.summary = N_("An id or a path that nothing in the plan has."),
	.why = N_("The line from one part of the plan to another is broken: "
		  "an action nobody finds, hours that no channel has."),
	.fix = N_("Correct the id, or add the item that it names."),
	.bad = "ces: 1\nhours: {day: {name: Day, weekly: \"24/7\"}}\n"
	       "channels: {help-pages: {hours: dya}}\n",
	.good = "ces: 1\nhours: {day: {name: Day, weekly: \"24/7\"}}\n"
		"channels: {help-pages: {hours: day}}\n"};

const struct topic topic_unknown_word = {
	.name = "document/unknown-word",
	.severity = SEVERITY_ERROR,
	.summary = N_("The word is not in the list of its key."),
	.why = N_("These words steer checks and figures, so they come from a "
		  "closed list."),
	.fix = N_("Use one of the words that the finding lists."),
	.bad = "ces: 1\nplan: {status: finished}\n",
	.good = "ces: 1\nplan: {status: approved}\n"};

const struct topic topic_bad_date = {
	.name = "document/bad-date",
	.severity = SEVERITY_ERROR,
	.summary = N_("Not a date or period, or a day that does not exist."),
	.why = N_("Overdue, stale and coming events are counted from dates."),
	.fix = N_("Write the date as 2026-06-30; a period also as 2026, "
		  "2026-Q2, 2026-04 or 2026-W26."),
	.bad = "ces: 1\nplan: {next_review: 2026-09-31}\n",
	.good = "ces: 1\nplan: {next_review: 2026-09-30}\n"};

const struct topic topic_bad_hours = {
	.name = "document/bad-hours",
	.severity = SEVERITY_ERROR,
	.summary = N_("The opening hours can't be read."),
	.why = N_("Hours are compared with the hours that customers want, "
		  "minute by minute."),
	.fix = N_("Write days and spans: \"Mo-Fr 08:00-20:00; Sa "
		  "09:00-18:00\", or \"24/7\"."),
	.bad = "ces: 1\nhours: {day: {name: Day, weekly: \"Mon 9-17\"}}\n",
	.good = "ces: 1\n"
		"hours: {day: {name: Day, weekly: \"Mo 09:00-17:00\"}}\n"};

const struct topic topic_bad_timezone = {
	.name = "document/bad-timezone",
	.severity = SEVERITY_ERROR,
	.summary = N_("Not the name of a time zone."),
	.why = N_("Abbreviations like EST and offsets like +01:00 don't know "
		  "about daylight saving time; names of zones do."),
	.fix = N_("Write Area/City, like Europe/London, or UTC."),
	.bad = "ces: 1\nplan: {timezone: EST}\n",
	.good = "ces: 1\nplan: {timezone: America/New_York}\n"};

const struct topic topic_yes_no = {
	.name = "document/yes-no",
	.severity = SEVERITY_ADVICE,
	.summary = N_("A word or a time that readers of YAML disagree about."),
	.why = N_("Some readers take yes, no, on and off for true and false "
		  "and others for texts; some make a number of 22:30."),
	.fix = N_("Write true or false; put quotes round hours."),
	.bad = "ces: 1\nunits: {web: {name: Web, contact_center: yes}}\n",
	.good = "ces: 1\nunits: {web: {name: Web, contact_center: true}}\n"};

const struct topic topic_out_of_range = {
	.name = "document/out-of-range",
	.severity = SEVERITY_ERROR,
	.summary = N_("The value is beyond what its key can mean."),
	.why = N_("A share over 100 percent or a negative count is a slip "
		  "that would carry on into every sum."),
	.fix = N_("Correct the figure."),
	.bad = "ces: 1\nsegments: {members: {share: 120}}\n",
	.good = "ces: 1\nsegments: {members: {share: 12}}\n"};

const struct topic topic_fraction = {
	.name = "document/fraction",
	.severity = SEVERITY_WARNING,
	.summary = N_("A percent below 1 without the sign."),
	.why = N_("Percents are written out of 100, so 0.12 means 0.12 %; "
		  "most often 12 % was meant."),
	.fix = N_("Write 12%, or 0.12% where that is meant."),
	.bad = "ces: 1\nsegments: {members: {share: 0.12}}\n",
	.good = "ces: 1\nsegments: {members: {share: 12%}}\n"};

const struct topic topic_too_long = {
	.name = "document/too-long",
	.severity = SEVERITY_ERROR,
	.summary = N_("A name or text that a spreadsheet can't hold."),
	.why = N_("The review workbook shows every text of the plan. A cell "
		  "holds 32,767 characters, and a name that stands in "
		  "drop-down lists 255. What is longer would be cut, and "
		  "nobody would notice."),
	.fix = N_("Shorten the text, or keep the long form in a document of "
		  "its own and name it here."),
	.bad = "channels:\n"
	       "  phone:\n"
	       "    name: >-\n"
	       "      Phone, for orders, for advice before buying,\n"
	       "      for everything about deliveries and returns,\n"
	       "      for complaints, for questions about bills and\n"
	       "      payments, for changes of address, for lost\n"
	       "      passwords, and for all who would rather speak\n"
	       "      with a person than write or look it up\n",
	.good = "channels:\n"
		"  phone:\n"
		"    name: Phone\n"};

const struct topic *const load_topics[] = {&topic_syntax,
					   &topic_version,
					   &topic_duplicate_key,
					   &topic_missing_section,
					   &topic_missing_key,
					   &topic_todo,
					   &topic_invisible,
					   &topic_unknown_key,
					   &topic_wrong_type,
					   &topic_bad_id,
					   &topic_undefined_reference,
					   &topic_unknown_word,
					   &topic_bad_date,
					   &topic_bad_hours,
					   &topic_bad_timezone,
					   &topic_yes_no,
					   &topic_out_of_range,
					   &topic_fraction,
					   &topic_too_long};
const size_t load_topic_count = sizeof(load_topics) / sizeof(*load_topics);
