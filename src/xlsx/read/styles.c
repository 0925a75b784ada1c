/* styles.c - which number formats show a day, or a percentage */
#include <stdlib.h>
#include <string.h>

#include "ces/utf8.h"
#include "xlsx/read/read.h"

enum { FORMATS = 65536, STYLES_MOST = 65536 };

struct reading {
	unsigned char shows[FORMATS]; /* by the number of a format */
	uint32_t *formats;	      /* of styles of cells */
	size_t n, cap;
	bool in_cells;
};

/* of the formats that have no code in the file, in some language or other */
static const struct {
	int first, last, shows;
} built_in[] = {
	{9, 10, STYLE_PERCENT}, {14, 17, STYLE_DATE}, {22, 22, STYLE_DATE},
	{27, 31, STYLE_DATE},	{36, 36, STYLE_DATE}, {50, 54, STYLE_DATE},
	{57, 58, STYLE_DATE},
};

/* Passes over what a code shows as it stands, and over colors, languages,
 * conditions; but not over [h], which counts hours. */
static const char *
skip_literal(const char *code)
{
	const char *end = NULL;

	if (*code == '"')
		end = strchr(code + 1, '"');
	else if (*code == '[')
		end = strchr(code, ']');
	else if (*code == '\\' || *code == '_' || *code == '*')
		end = code[1] ? code + utf8_next(code + 1, strlen(code + 1),
						 &(uint32_t){0})
			      : NULL;
	else
		return code;
	return end ? end + 1 : code + strlen(code);
}

/* An m is a month where there are no hours and seconds. */
static int
code_shows(const char *code)
{
	bool clock =
		strstr(code, "[h") || strstr(code, "[m") || strstr(code, "[s");
	bool month = false, day = false;
	int shows = 0;

	if (!strncasecmp(code, "general", strlen("general")))
		return 0;
	while (*code && *code != ';') {
		const char *next = skip_literal(code);
		char c = to_lower(*code);

		if (next != code) {
			code = next;
			continue;
		}
		if (c == '%')
			shows = STYLE_PERCENT;
		day = day || c == 'd' || c == 'y' ||
		      (c == 'e' && code[1] != '+' && code[1] != '-');
		month = month || c == 'm';
		clock = clock || c == 'h' || c == 's';
		code++;
	}
	return day || (month && !clock) ? STYLE_DATE : shows;
}

static void
on_start(struct part *part, const char *name, const char **attributes)
{
	struct reading *reading = part->data;
	const char *id = attribute(attributes, "numFmtId");
	const char *code = attribute(attributes, "formatCode");
	uint32_t number = id ? text_number(id, UINT32_MAX) : 0;

	if (!strcmp(name, "cellXfs"))
		reading->in_cells = true;
	if (!strcmp(name, "numFmt") && code && number < FORMATS)
		reading->shows[number] = (unsigned char)code_shows(code);
	if (strcmp(name, "xf") != 0 || !reading->in_cells)
		return;
	if (reading->n == STYLES_MOST)
		read_fail(SHEETS_DAMAGED);
	ARRAY_GROW(reading->formats, reading->n, reading->cap);
	reading->formats[reading->n++] = number;
}

static void
on_end(struct part *part, const char *name)
{
	struct reading *reading = part->data;

	if (!strcmp(name, "cellXfs"))
		reading->in_cells = false;
}

void
book_read_styles(struct book *book, const char *name)
{
	struct reading *reading = mem_zeroed(1, sizeof(*reading));
	struct part part = {.start = on_start, .end = on_end, .data = reading};
	struct styles *styles = &book->styles;

	for (size_t i = 0; i < sizeof(built_in) / sizeof(*built_in); i++)
		memset(reading->shows + built_in[i].first, built_in[i].shows,
		       (size_t)(built_in[i].last - built_in[i].first + 1));
	parts_read(book->parts, name, &part);
	styles->n = reading->n;
	styles->shows = arena_alloc(&book->arena, reading->n);
	for (size_t i = 0; i < reading->n; i++)
		if (reading->formats[i] < FORMATS)
			styles->shows[i] = reading->shows[reading->formats[i]];
	free(reading->formats);
	free(reading);
}
