/* texts.c - names and texts that a spreadsheet can't hold */
#include <string.h>

#include "ces/utf8.h"
#include "rules/themes.h"

/* in the units that spreadsheets count: UTF-16 */
enum { MOST_OF_NAME = 255, MOST_OF_CELL = 32767 };

/* "; " between the texts of a list */
enum { BETWEEN = 2 };

struct measuring {
	struct walk walk; /* first, so the visitor finds the rest */
	struct rule_run *run;
};

/* no text has more units than bytes, which spares most of the counting */
static size_t
units_of(const char *text, size_t most)
{
	size_t n = strlen(text);

	return n > most ? utf8_utf16_units(text, n) : n;
}

static void
check_text(struct rule_run *run, const struct object *object,
	   const struct mark *at, const char *path, const char *text,
	   bool is_name)
{
	size_t most = is_name ? MOST_OF_NAME : MOST_OF_CELL;
	size_t n = units_of(text, most);

	if (n <= most)
		return;
	rule_find_at(run, object, at, path,
		     is_name ? N_("this name has {n} characters, and {most} "
				  "is the most that a spreadsheet's lists can "
				  "hold; shorten it")
			     : N_("this text has {n} characters, and {most} is "
				  "the most that a spreadsheet's cell can "
				  "hold; shorten it, or divide it"),
		     ARGS(COUNT_ARG("n", (double)n),
			  COUNT_ARG("most", (double)most)));
}

static void
check_texts(struct rule_run *run, const struct object *object,
	    const struct field *field)
{
	const struct texts_value *texts = field_value(object, field);
	size_t all = 0, n;
	bool found = false;

	for (uint32_t i = 0; i < texts->n; i++) {
		const struct text_value *text = &texts->items[i];

		if (!is_set(&text->at))
			continue;
		n = units_of(text->text, 0);
		all += n + (all ? BETWEEN : 0);
		if (n <= MOST_OF_CELL)
			continue;
		found = true;
		check_text(run, object, &text->at,
			   rule_item_path(run, object, field->key, i),
			   text->text, false);
	}
	/* they share a cell */
	if (!found && all > MOST_OF_CELL)
		rule_find_at(run, object, &texts->at,
			     rule_path(run, object, field->key),
			     N_("these texts have {n} characters together, and "
				"{most} is the most that a spreadsheet's cell "
				"can hold; shorten them"),
			     ARGS(COUNT_ARG("n", (double)all),
				  COUNT_ARG("most", (double)MOST_OF_CELL)));
}

static void
visit(struct walk *walk, const struct object *object, const struct field *field)
{
	struct rule_run *run = ((struct measuring *)walk)->run;
	const struct text_value *text = field_value(object, field);

	if (!is_set(&text->at))
		return;
	if (field->kind == KIND_TEXTS)
		check_texts(run, object, field);
	else if (field->kind == KIND_TEXT && strlen(text->text) > MOST_OF_NAME)
		check_text(run, object, &text->at,
			   rule_path(run, object, field->key), text->text,
			   !strcmp(field->key, "name"));
}

static void
check_too_long(struct rule_run *run)
{
	struct measuring measuring = {.walk = {.visit = visit}, .run = run};

	walk_fields(&measuring.walk, &run->plan->object);
}

static const struct rule rules[] = {
	{.topic =
		 {.name = "document/too-long",
		  .severity = SEVERITY_ERROR,
		  .summary = N_("A name or text that a spreadsheet can't "
				"hold."),
		  .why = N_("The review workbook shows every text of the "
			    "plan. A cell holds 32,767 characters, and a "
			    "name that stands in drop-down lists 255. What "
			    "is longer would be cut, and nobody would "
			    "notice."),
		  .fix = N_("Shorten the text, or keep the long form in a "
			    "document of its own and name it here."),
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
			  "    name: Phone\n"},
	 .check = check_too_long},
};

const struct theme theme_texts = THEME(rules);
