/*
 * facts.c - what the library writes the same into every workbook, as it is in
 * this one: program, language, stored results; and numbers in few digits
 */
#include "xlsx/verify/facts.h"

#include <stdlib.h>
#include <string.h>

/* Excel 2019 and later take stored results as they are, and need no saving */
#define CALCULATION "calcId=\"191029\""

/* of parts whose names begin so; %s: the language */
static const struct fact {
	const char *part, *from, *to;
} facts[] = {
	{"docProps/app.xml", "<Application>Microsoft Excel</Application>",
	 "<Application>ces</Application>"},
	{"docProps/app.xml", "<AppVersion>12.0000</AppVersion>", ""},
	{"docProps/core.xml", "<cp:lastModifiedBy>",
	 "<dc:language>%s</dc:language><cp:lastModifiedBy>"},
	{"xl/workbook.xml", "calcId=\"124519\" fullCalcOnLoad=\"1\"",
	 CALCULATION},
	{"xl/charts/", "<c:lang val=\"en-US\"/>", "<c:lang val=\"%s\"/>"},
	{"xl/charts/", "<a:rPr lang=\"en-US\"", "<a:rPr lang=\"%s\""},
	{"xl/charts/", "<a:endParaRPr lang=\"en-US\"",
	 "<a:endParaRPr lang=\"%s\""},
};

enum { FACTS = sizeof(facts) / sizeof(*facts) };

static const char sheets[] = "xl/worksheets/sheet";

static bool
begins(const char *name, const char *with)
{
	return !strncmp(name, with, strlen(with));
}

bool
part_has_facts(const char *name)
{
	bool found = begins(name, sheets);

	for (int i = 0; i < FACTS && !found; i++)
		found = begins(name, facts[i].part);
	return found;
}

static void
write_fact(struct buf *part, const struct fact *fact, const char *language)
{
	const char *from = buf_text(part), *found;
	struct buf to = {0};

	for (; (found = strstr(from, fact->from)); from = found) {
		buf_add(&to, from, (size_t)(found - from));
		buf_printf(&to, fact->to, language);
		found += strlen(fact->from);
	}
	buf_puts(&to, from);
	buf_free(part);
	*part = to;
}

/* --- numbers ------------------------------------------------------------- */

/* Is the value of a cell a text? The start of the cell says so. */
static bool
is_text(const char *part, const char *value)
{
	const char *end;

	while (value > part && !begins(value, "<c "))
		value--;
	end = value + strcspn(value, ">");
	value = strstr(value, " t=");
	return value && value < end;
}

/* The library writes 16 digits, where 15 mostly read back the same. */
static void
shorten_numbers(struct buf *part)
{
	static const char start[] = "<v>";
	const char *from = buf_text(part), *value;
	struct buf to = {0}, number = {0};

	for (; (value = strstr(from, start)); from = value) {
		size_t n = strcspn(value += strlen(start), "<");

		buf_add(&to, from, (size_t)(value - from));
		buf_clear(&number);
		if (n > 15 && !is_text(part->p, value))
			buf_number(&number, strtod(value, NULL));
		if (number.n && number.n < n) {
			buf_add(&to, number.p, number.n);
			value += n;
		}
	}
	buf_puts(&to, from);
	buf_free(&number);
	buf_free(part);
	*part = to;
}

void
part_write_facts(struct buf *part, const char *name, const char *language)
{
	for (int i = 0; i < FACTS; i++)
		if (begins(name, facts[i].part))
			write_fact(part, &facts[i], language);
	if (begins(name, sheets))
		shorten_numbers(part);
}
