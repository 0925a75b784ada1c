/*
 * generate.c - run by the build: writes the topics as C (topic.h), each row of
 * topics.def with the prose of its file
 *
 * Messages are marked for translation, paragraph by paragraph. A row without a
 * file ends the build, and so does a file without a row.
 */
#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct row {
	const char *section, *problem, *severity, *flags;
};

static const struct row rows[] = {
#define TOPIC(section, problem, severity, flags) \
	{#section, #problem, #severity, #flags},
#include "ces/topics.def"
};

enum { ROWS = sizeof(rows) / sizeof(*rows) };

/* a file of prose that is read line by line */
struct page {
	const char *path;
	FILE *in;
	char *line; /* without its end */
	size_t cap;
	int number;
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
	ssize_t n = getline(&page->line, &page->cap, page->in);

	if (n < 0)
		return false;
	page->number++;
	page->line[strcspn(page->line, "\n")] = '\0';
	return true;
}

/* Passes over blank lines. */
static bool
read_text(struct page *page)
{
	while (read_line(page))
		if (*page->line)
			return true;
	return false;
}

static void
expect(const struct page *page, bool read, const char *wanted)
{
	if (!read || strcmp(page->line, wanted) != 0)
		fail("%s:%d: '%s' is missing here", page->path, page->number,
		     wanted);
}

static void
write_escaped(const char *text)
{
	for (; *text; text++)
		printf("%s%c", strchr("\"\\", *text) ? "\\" : "", *text);
}

/* Joins lines with blanks; the section ends where the next begins. */
static void
write_paragraphs(struct page *page, const char *key, const char *next)
{
	bool read = read_text(page);

	printf("\t\t.%s = (const char *const[]){\n", key);
	while (read && *page->line != '#') {
		printf("\t\t\tN_(\"");
		write_escaped(page->line);
		while ((read = read_line(page)) && *page->line) {
			putchar(' ');
			write_escaped(page->line);
		}
		puts("\"),");
		read = read && read_text(page);
	}
	expect(page, read, next);
	puts("\t\t\tNULL},");
}

static void
write_example(struct page *page, const char *key)
{
	bool read;

	expect(page, read_text(page), "```yaml");
	printf("\t\t.%s =", key);
	while ((read = read_line(page)) && strcmp(page->line, "```") != 0) {
		printf("\n\t\t\t\"");
		write_escaped(page->line);
		printf("\\n\"");
	}
	expect(page, read, "```");
	puts(",");
}

/* section/problem, as users write it */
static const char *
row_name(const struct row *row)
{
	static char name[100];

	snprintf(name, sizeof(name), "%s/%s", row->section, row->problem);
	for (char *s = name; *s; s++)
		if (*s == '_')
			*s = '-';
	return name;
}

/* FOLDER/SECTION/PROBLEM.md */
static const char *
row_path(const struct row *row, const char *folder)
{
	static char path[200];

	snprintf(path, sizeof(path), "%s/%s.md", folder, row_name(row));
	return path;
}

static void
write_topic(const struct row *row, const char *folder)
{
	struct page page = {.path = row_path(row, folder)};

	page.in = fopen(page.path, "r");
	if (!page.in)
		fail("%s is missing: %s is a row of topics.def", page.path,
		     row_name(row));
	printf("\t[TOPIC_%s_%s] = {\n"
	       "\t\t.name = \"%s\",\n"
	       "\t\t.severity = SEVERITY_%s,\n"
	       "\t\t.flags = %s,\n"
	       "\t\t.summary = N_(\"",
	       row->section, row->problem, row_name(row), row->severity,
	       row->flags);
	if (!read_text(&page) || strncmp(page.line, "# ", 2) != 0)
		fail("%s:%d: the summary is missing here: '# ...'", page.path,
		     page.number);
	write_escaped(page.line + 2);
	puts("\"),");
	expect(&page, read_text(&page), "## Why");
	write_paragraphs(&page, "why", "## Fix");
	write_paragraphs(&page, "fix", "## Bad");
	write_example(&page, "bad");
	expect(&page, read_text(&page), "## Good");
	write_example(&page, "good");
	if (read_text(&page))
		fail("%s:%d: nothing follows the good example", page.path,
		     page.number);
	puts("\t},");
	free(page.line);
	fclose(page.in);
}

static bool
has_row(const char *path, const char *folder)
{
	for (int i = 0; i < ROWS; i++)
		if (!strcmp(path, row_path(&rows[i], folder)))
			return true;
	return false;
}

/* generate FOLDER FILE...: all files of the folder */
int
main(int argc, char **argv)
{
	if (argc < 2)
		return 1;
	for (int i = 2; i < argc; i++)
		if (!has_row(argv[i], argv[1]))
			fail("%s has no row in topics.def", argv[i]);
	puts("/* written by generate.c */\n"
	     "#include \"ces/message.h\"\n"
	     "#include \"ces/topic.h\"\n\n"
	     "const struct topic topics[TOPIC_COUNT] = {");
	for (int i = 0; i < ROWS; i++)
		write_topic(&rows[i], argv[1]);
	puts("};\n\n"
	     "const char *const topic_names[TOPIC_COUNT + 1] = {");
	for (int i = 0; i < ROWS; i++)
		printf("\t\"%s\",\n", row_name(&rows[i]));
	puts("};");
	if (fflush(stdout) != 0)
		fail("can't write");
	return 0;
}
