/*
 * facts.c - what the library writes the same into every workbook, as it is in
 * this one: program, language, stored results; what it leaves to readers, who
 * take it for no or for yes; and numbers in few digits
 */
#include "xlsx/verify/facts.h"

#include <stdlib.h>
#include <string.h>

/* Excel 2019 and later take stored results as they are, and need no saving */
#define CALCULATION "calcId=\"191029\""

#define CHARTS "xl/charts/"

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
	{CHARTS, "<c:lang val=\"en-US\"/>",
	 "<c:lang val=\"%s\"/><c:roundedCorners val=\"0\"/>"},
	{CHARTS, "<a:rPr lang=\"en-US\"", "<a:rPr lang=\"%s\""},
	{CHARTS, "<a:endParaRPr lang=\"en-US\"", "<a:endParaRPr lang=\"%s\""},
	{CHARTS, "<c:layout/></c:title>",
	 "<c:layout/><c:overlay val=\"0\"/></c:title>"},
	{CHARTS, "<c:layout/><c:txPr>",
	 "<c:layout/><c:overlay val=\"0\"/><c:txPr>"},
	{CHARTS, "<c:scatterStyle val=\"lineMarker\"/>",
	 "<c:scatterStyle val=\"lineMarker\"/><c:varyColors val=\"0\"/>"},
	{CHARTS, "<c:grouping val=\"clustered\"/>",
	 "<c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>"},
	{CHARTS, "<c:grouping val=\"stacked\"/>",
	 "<c:grouping val=\"stacked\"/><c:varyColors val=\"0\"/>"},
	{CHARTS, "</c:yVal></c:ser>", "</c:yVal><c:smooth val=\"0\"/></c:ser>"},
	{CHARTS, "<c:plotVisOnly val=\"1\"/>",
	 "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/>"},
	{CHARTS, "<c:showVal val=\"1\"/>",
	 "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/>"
	 "<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>"
	 "<c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>"},
	{CHARTS, "<c:showSerName val=\"1\"/>",
	 "<c:showLegendKey val=\"0\"/><c:showVal val=\"0\"/>"
	 "<c:showCatName val=\"0\"/><c:showSerName val=\"1\"/>"
	 "<c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>"},
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

static bool
write_fact(struct buf *part, const struct fact *fact, const char *language)
{
	const char *from = buf_text(part), *found;
	struct buf to = {0};

	if (!strstr(from, fact->from))
		return false;
	for (; (found = strstr(from, fact->from)); from = found) {
		buf_add(&to, from, (size_t)(found - from));
		buf_printf(&to, fact->to, language);
		found += strlen(fact->from);
	}
	buf_puts(&to, from);
	buf_free(part);
	*part = to;
	return true;
}

/* --- numbers ------------------------------------------------------------- */

/* Is the value of a cell a text? The start of the cell says so. */
static bool
cell_is_text(const char *part, const char *value)
{
	const char *end;

	while (value > part && !begins(value, "<c "))
		value--;
	end = value + strcspn(value, ">");
	value = strstr(value, " t=");
	return value && value < end;
}

/* Is the value in a chart a text: the name of a series, or what the chart keeps
 * of a cell with a text? */
static bool
point_is_text(const char *part, const char *value)
{
	while (value > part && !begins(value, "<c:tx>") &&
	       !begins(value, "<c:strCache>") && !begins(value, "<c:numCache>"))
		value--;
	return !begins(value, "<c:numCache>");
}

/* The library writes 16 digits, where 15 mostly read back the same. start: of
 * a value */
static bool
shorten_numbers(struct buf *part, const char *start,
		bool (*is_text)(const char *part, const char *value))
{
	const char *from = buf_text(part), *value;
	struct buf to = {0}, number = {0};
	bool any = false;

	for (; (value = strstr(from, start)); from = value) {
		size_t n = strcspn(value += strlen(start), "<");

		buf_add(&to, from, (size_t)(value - from));
		buf_clear(&number);
		if (n > 15 && !is_text(part->p, value))
			buf_number(&number, strtod(value, NULL));
		if (number.n && number.n < n) {
			buf_add(&to, number.p, number.n);
			value += n;
			any = true;
		}
	}
	buf_puts(&to, from);
	buf_free(&number);
	buf_free(part);
	*part = to;
	return any;
}

bool
part_write_facts(struct buf *part, const char *name, const char *language)
{
	bool any = false;

	for (int i = 0; i < FACTS; i++)
		if (begins(name, facts[i].part))
			any |= write_fact(part, &facts[i], language);
	if (begins(name, sheets))
		any |= shorten_numbers(part, "<v>", cell_is_text);
	if (begins(name, CHARTS))
		any |= shorten_numbers(part, "<c:v>", point_is_text);
	return any;
}
