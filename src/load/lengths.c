/* lengths.c - names and texts that a spreadsheet can't hold */
#include <string.h>

#include "ces/utf8.h"
#include "load/loader.h"

/* in the units that spreadsheets count: UTF-16 */
enum { MOST_OF_NAME = 255, MOST_OF_CELL = 32767 };

/* "; " between the texts of a list */
enum { BETWEEN = 2 };

static bool
is_name(const struct field *field)
{
	return field->kind == KIND_TEXT && !strcmp(field->key, "name");
}

void
load_length(struct loader *loader, const struct place *place,
	    const struct token *event)
{
	size_t most = MOST_OF_CELL, n;
	bool name;

	/* no text has more units than bytes: that spares the counting */
	if (event->n <= MOST_OF_NAME)
		return;
	name = is_name(place->field);
	if (name)
		most = MOST_OF_NAME;
	if (event->n <= most)
		return;
	n = utf8_utf16_units(event->text, event->n);
	if (n <= most)
		return;
	loader_find(
		loader, TOPIC_document_too_long, token_span(event), place,
		name ? N_("this name has {n} characters, but a drop-down list "
			  "of a spreadsheet holds at most {most}; shorten it")
		     : N_("this text has {n} characters, but a spreadsheet "
			  "cell holds at most {most}; shorten it, or split it"),
		ARGS(COUNT_ARG("n", (double)n),
		     COUNT_ARG("most", (double)most)));
}

/* the length of the texts in one cell; 0 when one alone is too long */
static size_t
units_together(const struct texts_value *texts)
{
	size_t all = 0, n;

	for (uint32_t i = 0; i < texts->n; i++) {
		const char *text = texts->items[i].text;

		if (!is_set(&texts->items[i].at))
			continue;
		n = utf8_utf16_units(text, strlen(text));
		if (n > MOST_OF_CELL)
			return 0;
		all += n + (all ? BETWEEN : 0);
	}
	return all;
}

void
load_lengths(struct loader *loader, const struct place *place,
	     const struct texts_value *texts)
{
	size_t bytes = 0, all;

	for (uint32_t i = 0; i < texts->n; i++)
		if (is_set(&texts->items[i].at))
			bytes += strlen(texts->items[i].text) + BETWEEN;
	if (bytes <= MOST_OF_CELL)
		return;
	all = units_together(texts);
	if (all > MOST_OF_CELL)
		loader_find(loader, TOPIC_document_too_long,
			    (struct span){texts->at.start, texts->at.end},
			    place,
			    N_("these texts have {n} characters together, but "
			       "a spreadsheet cell holds at most {most}; "
			       "shorten them"),
			    ARGS(COUNT_ARG("n", (double)all),
				 COUNT_ARG("most", (double)MOST_OF_CELL)));
}
