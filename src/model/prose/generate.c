/*
 * generate.c - run by the build: writes catalogues as C, each row of
 * topics.def, standards.def and sections.def with the prose of its file
 *
 * Messages are marked for translation, paragraph by paragraph. A row without a
 * file ends the build, and so does a file without a row.
 */
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct row {
	const char *name, *facts; /* facts: members other than the prose */
};

static const struct row topics[] = {
#define TOPIC(section, problem, severity, flags) \
	{#section "/" #problem,                  \
	 ".severity = SEVERITY_" #severity ", .flags = " #flags},
#include "ces/topics.def"
};

static const struct row standards[] = {
#define STANDARD(word, ...) {#word, #__VA_ARGS__},
#include "model/prose/standards.def"
};

static const struct row sections[] = {
#define SECTION(key, number) {#key, ".number = " #number},
#include "model/prose/sections.def"
};

/* a part of each file: its heading, the member that it fills, its form */
enum form { NO_FORM, TITLE, PARAGRAPH, PARAGRAPHS, IF_ANY, EXAMPLE };

struct part {
	const char *heading, *member;
	enum form form;
};

static const struct catalogue {
	const char *folder; /* of templates */
	const char *rows_file;
	const char *table, *count; /* in C; count: NULL where it is known */
	const char *key;	   /* the member that holds a row's name */
	char dash;		   /* in that name, for a '_' of the row */
	const struct row *rows;
	size_t n;
	struct part parts[7];
} catalogues[] = {
	{"rules",
	 "topics.def",
	 "struct topic topics",
	 NULL,
	 "name",
	 '-',
	 topics,
	 sizeof(topics) / sizeof(*topics),
	 {{"# ", "summary", TITLE},
	  {"## Why", "why", PARAGRAPHS},
	  {"## Fix", "fix", PARAGRAPHS},
	  {"## Action", "action", IF_ANY},
	  {"## Bad", "bad", EXAMPLE},
	  {"## Good", "good", EXAMPLE}}},
	{"measures",
	 "standards.def",
	 "struct standard standards",
	 "standard_count",
	 "word",
	 '_',
	 standards,
	 sizeof(standards) / sizeof(*standards),
	 {{"# ", "name", TITLE},
	  {"## Formula", "formula", PARAGRAPH},
	  {"## Pitfalls", "pitfalls", PARAGRAPH},
	  {"## Write down with it", "store", PARAGRAPH}}},
	{"sections",
	 "sections.def",
	 "struct section sections",
	 "section_count",
	 "key",
	 '_',
	 sections,
	 sizeof(sections) / sizeof(*sections),
	 {{"# ", "title", TITLE},
	  {"## Label", "label", PARAGRAPH},
	  {"## Why", "why", PARAGRAPH},
	  {"## Questions", "questions", PARAGRAPHS}}},
};

enum { CATALOGUES = sizeof(catalogues) / sizeof(*catalogues) };

/* a file of prose that is read line by line */
struct page {
	const char *path;
	FILE *in;
	char *line; /* without its end */
	size_t cap;
	int number;
	bool ended;
};

static void
fail(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

static bool
read_line(struct page *page)
{
	page->ended = getline(&page->line, &page->cap, page->in) < 0;
	if (page->ended)
		return false;
	page->number++;
	page->line[strcspn(page->line, "\n")] = '\0';
	return true;
}

/* Passes over blank lines. */
static void
read_text(struct page *page)
{
	while (read_line(page) && !*page->line)
		;
}

static void
expect(const struct page *page, const char *wanted)
{
	if (page->ended || strcmp(page->line, wanted) != 0)
		fail("%s:%d: '%s' is missing here", page->path, page->number,
		     wanted);
}

static void
write_escaped(const char *text)
{
	for (; *text; text++)
		printf("%s%c", strchr("\"\\", *text) ? "\\" : "", *text);
}

/* Joins lines with blanks. */
static void
write_paragraph(struct page *page)
{
	if (page->ended || *page->line == '#')
		fail("%s:%d: a text is missing here", page->path, page->number);
	printf("N_(\"");
	write_escaped(page->line);
	while (read_line(page) && *page->line) {
		putchar(' ');
		write_escaped(page->line);
	}
	printf("\")");
	if (!page->ended)
		read_text(page);
}

static void
write_example(struct page *page)
{
	expect(page, "```yaml");
	while (read_line(page) && strcmp(page->line, "```") != 0) {
		printf("\n\t\t\t\"");
		write_escaped(page->line);
		printf("\\n\"");
	}
	expect(page, "```");
	read_text(page);
}

/* the part whose heading is the line that was read; reads the next one */
static void
write_part(struct page *page, const struct part *part)
{
	if (part->form == IF_ANY &&
	    (page->ended || strcmp(page->line, part->heading) != 0))
		return;
	printf("\t\t.%s = ", part->member);
	if (part->form == TITLE) {
		if (page->ended || strncmp(page->line, part->heading, 2) != 0)
			fail("%s:%d: the summary is missing here: '# ...'",
			     page->path, page->number);
		memmove(page->line, page->line + 2, strlen(page->line + 1));
		write_paragraph(page);
		puts(",");
		return;
	}
	expect(page, part->heading);
	read_text(page);
	if (part->form == EXAMPLE) {
		write_example(page);
	} else if (part->form == PARAGRAPH || part->form == IF_ANY) {
		write_paragraph(page);
	} else {
		printf("(const char *const[]){");
		while (!page->ended && *page->line != '#') {
			write_paragraph(page);
			printf(",\n\t\t\t");
		}
		printf("NULL}");
	}
	puts(",");
}

/* the name of a row, as users write it */
static const char *
row_name(const struct catalogue *catalogue, const struct row *row)
{
	static char name[100];

	snprintf(name, sizeof(name), "%s", row->name);
	for (char *s = name; *s; s++)
		if (*s == '_')
			*s = catalogue->dash;
	return name;
}

static void
write_row(const struct catalogue *catalogue, const struct row *row,
	  const char *folder)
{
	const char *name = row_name(catalogue, row);
	struct page page = {0};
	char path[300];

	snprintf(path, sizeof(path), "%s/%s/%s.md", folder, catalogue->folder,
		 name);
	page.path = path;
	page.in = fopen(path, "r");
	if (!page.in)
		fail("%s is missing: %s is a row of %s", path, name,
		     catalogue->rows_file);
	printf("\t{\n\t\t.%s = \"%s\",\n\t\t%s,\n", catalogue->key, name,
	       row->facts);
	read_text(&page);
	for (const struct part *part = catalogue->parts; part->form; part++)
		write_part(&page, part);
	if (!page.ended)
		fail("%s:%d: nothing follows the last part", path, page.number);
	puts("\t},");
	free(page.line);
	fclose(page.in);
}

/* Ends the build where the path is no file FOLDER/CATALOGUE/NAME.md of a row.
 */
static void
check_row(const char *path, const char *folder)
{
	const char *rows_file = "the catalogues";
	char known[300];

	for (int i = 0; i < CATALOGUES; i++) {
		const struct catalogue *catalogue = &catalogues[i];
		int n = snprintf(known, sizeof(known), "%s/%s/", folder,
				 catalogue->folder);

		if (strncmp(path, known, (size_t)n) != 0)
			continue;
		rows_file = catalogue->rows_file;
		for (size_t k = 0; k < catalogue->n; k++) {
			snprintf(known + n, sizeof(known) - (size_t)n, "%s.md",
				 row_name(catalogue, &catalogue->rows[k]));
			if (!strcmp(path, known))
				return;
		}
	}
	fail("%s has no row in %s", path, rows_file);
}

/* generate TEMPLATES FILE...: all files of the catalogues' folders */
int
main(int argc, char **argv)
{
	if (argc < 2)
		return 1;
	for (int i = 2; i < argc; i++)
		check_row(argv[i], argv[1]);
	puts("/* written by generate.c */\n"
	     "#include \"ces/message.h\"\n"
	     "#include \"ces/question.h\"\n"
	     "#include \"ces/topic.h\"\n"
	     "#include \"model/prose/standards.h\"\n");
	for (int i = 0; i < CATALOGUES; i++) {
		const struct catalogue *at = &catalogues[i];

		if (at->count)
			printf("const int %s = %zu;\n", at->count, at->n);
		printf("const %s[] = {\n", at->table);
		for (size_t k = 0; k < at->n; k++)
			write_row(at, &at->rows[k], argv[1]);
		puts("};\n");
	}
	puts("const char *const topic_names[TOPIC_COUNT + 1] = {");
	for (size_t i = 0; i < catalogues->n; i++)
		printf("\t\"%s\",\n", row_name(catalogues, &topics[i]));
	puts("};");
	if (fflush(stdout) != 0)
		fail("can't write");
	return 0;
}
