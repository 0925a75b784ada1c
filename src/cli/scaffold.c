/* scaffold.c - a plan to start from: the template with its marks filled in */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "ces/embedded.h"
#include "ces/message.h"
#include "ces/question.h"
#include "ces/utf8.h"
#include "cli/init.h"
#include "cli/options.h"

const char schema_name[] = "ces.schema.json";

enum { WIDTH = 78 };

static bool
is_printable(const char *text)
{
	while ((unsigned char)*text >= ' ' && *text != 0x7f)
		text++;
	return !*text;
}

/*
 * A text as a YAML scalar: in quotes unless it is plainly a text, as answers,
 * arguments and translations may hold anything.
 */
static void
add_scalar(struct buf *buf, const char *text)
{
	bool plain = *text && !strpbrk(text, ":#'\"\\&*!|>%@`{}[],\t\n\r") &&
		     !strchr("-?= .~0123456789", *text) &&
		     text[strlen(text) - 1] != ' ';

	if (plain) {
		buf_puts(buf, text);
		return;
	}
	if (strchr(text, '"') && is_printable(text) && !strchr(text, '\'')) {
		buf_printf(buf, "'%s'", text);
		return;
	}
	buf_putc(buf, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			buf_printf(buf, "\\%c", *text);
		else if ((unsigned char)*text < 0x20 || *text == 0x7f)
			buf_printf(buf, "\\x%02x", (unsigned char)*text);
		else
			buf_putc(buf, *text);
	}
	buf_putc(buf, '"');
}

/* lines of a comment, indented by so many blanks; the first one's mark is there
 */
static void
add_comment(struct buf *buf, const char *text, int indent)
{
	struct buf lines = {0};

	buf_wrap(&lines, text, WIDTH - (size_t)indent, 0, 0);
	for (const char *line = lines.p; *line;) {
		size_t n = strcspn(line, "\n");

		if (line > lines.p)
			buf_printf(buf, "\n#%*s", indent, "");
		buf_add(buf, line, n);
		line += n + (line[n] == '\n');
	}
	buf_free(&lines);
}

/* the section's title, and its questions as comments below */
static void
add_section(struct buf *buf, const struct language *language, const char *key)
{
	enum { INDENT = 4 };
	int section = section_find(key);
	const char *question;

	assert(section >= 0);
	buf_puts(buf, language_text(language, sections[section].title));
	for (int i = 0; (question = sections[section].questions[i]); i++) {
		buf_printf(buf, "\n#%*s", INDENT, "");
		add_comment(buf, language_text(language, question), INDENT);
	}
}

static void
add_title(struct buf *buf, const struct scaffold *scaffold)
{
	struct buf title = {0};

	if (scaffold->title)
		buf_puts(&title, scaffold->title);
	else
		message_fill(
			&title, scaffold->texts,
			scaffold->organization
				? N_("{organization} - Customer Experience "
				     "Strategy")
				: N_("Customer Experience Strategy"),
			ARGS(TEXT_ARG("organization", scaffold->organization)));
	add_scalar(buf, buf_text(&title));
	buf_free(&title);
}

/* START, END, TODAY, and IN30 for thirty days from now */
static void
add_day(struct buf *buf, struct date today, const char *mark)
{
	struct date start = {today.year, today.month, 1};

	if (!strcmp(mark, "START"))
		date_write(buf, start);
	else if (!strcmp(mark, "END"))
		date_write(buf, date_add_days(date_add_months(start, 12), -1));
	else if (!strcmp(mark, "TODAY"))
		date_write(buf, today);
	else if (!strncmp(mark, "IN", 2))
		date_write(buf, date_add_days(today, atoi(mark + 2)));
}

/* the answer to what the mark begins with, and the rest of it behind the bar;
 * NULL: it is none, or there is no answer */
static const char *
find_answer(const struct scaffold *scaffold, const char **mark)
{
	const struct {
		const char *mark, *answer;
	} answers[] = {{"ORGANIZATION|", scaffold->organization},
		       {"CURRENCY|", scaffold->currency},
		       {"TIMEZONE|", scaffold->timezone},
		       {"LANGUAGE", scaffold->language}};

	for (size_t i = 0; i < sizeof(answers) / sizeof(*answers); i++) {
		size_t n = strlen(answers[i].mark);

		if (strncmp(*mark, answers[i].mark, n) != 0)
			continue;
		*mark += n;
		return answers[i].answer;
	}
	return NULL;
}

/* "_Phone", "#Keys of your own ...": a text of the template, which is a message
 */
static void
add_text(struct buf *buf, const struct scaffold *scaffold, const char *mark)
{
	struct buf text = {0}, file = {0};

	buf_shell(&file, scaffold->file);
	message_fill(&text, scaffold->texts, mark + 1,
		     ARGS(TEXT_ARG("file", file.p)));
	if (*mark == '_')
		add_scalar(buf, text.p);
	else
		add_comment(buf, text.p, 1);
	buf_free(&text);
	buf_free(&file);
}

static void
add_mark(struct buf *buf, const struct scaffold *scaffold, const char *mark)
{
	const char *answer = find_answer(scaffold, &mark);

	if (answer)
		add_scalar(buf, answer);
	else if (*mark == '_' || *mark == '#')
		add_text(buf, scaffold, mark);
	else if (!strncmp(mark, "SECTION:", 8))
		add_section(buf, scaffold->texts, mark + 8);
	else if (!strncmp(mark, "PREPARE:", 8))
		add_scalar(
			buf,
			language_text(scaffold->texts,
				      preparations[atoi(mark + 8) - 1].title));
	else if (!strcmp(mark, "TITLE"))
		add_title(buf, scaffold);
	else if (!strcmp(mark, "SECTOR")) {
		buf_puts(buf, scaffold->sector ? "sector: " : "# sector: ");
		add_scalar(buf, scaffold->sector ? scaffold->sector : "retail");
	} else
		add_day(buf, scaffold->today, mark);
}

static void
write_empty(struct buf *buf, const struct scaffold *scaffold)
{
	const char *text = embedded_find("minimal.yaml")->bytes, *open;
	struct buf mark = {0};

	while ((open = strchr(text, '@'))) {
		size_t n = strcspn(open + 1, "@");

		buf_add(buf, text, (size_t)(open - text));
		buf_clear(&mark);
		buf_add(&mark, open + 1, n);
		add_mark(buf, scaffold, mark.p);
		text = open + n + 2;
	}
	buf_puts(buf, text);
	buf_free(&mark);
}

/* "full/retail.ko.yaml" */
static const struct embedded *
example_in(const struct language *language)
{
	const struct embedded *file;
	struct buf name = {0};

	buf_printf(&name, "full/retail.%s.yaml", language_code(language));
	file = embedded_find(name.p);
	buf_free(&name);
	return file ? file : embedded_find("full/retail.yaml");
}

/* the complete example, with the answers in place of its own */
static void
write_example(struct buf *buf, const struct scaffold *scaffold)
{
	const struct {
		const char *key, *answer;
	} answers[] = {{"\n  title: ", scaffold->title},
		       {"\n  organization: ", scaffold->organization}};
	const struct embedded *file = example_in(scaffold->texts);
	const char *text = file->bytes;

	for (size_t i = 0; i < sizeof(answers) / sizeof(*answers); i++) {
		const char *at = strstr(text, answers[i].key);

		if (!answers[i].answer)
			continue;
		at += strlen(answers[i].key);
		buf_add(buf, text, (size_t)(at - text));
		add_scalar(buf, answers[i].answer);
		text = at + strcspn(at, "\n");
	}
	buf_puts(buf, text);
}

/* the first line is the editors' note about the schema */
void
scaffold_write(struct buf *buf, const struct scaffold *scaffold)
{
	buf_printf(buf, "# yaml-language-server: $schema=%s\n", schema_name);
	if (scaffold->full)
		write_example(buf, scaffold);
	else
		write_empty(buf, scaffold);
}
