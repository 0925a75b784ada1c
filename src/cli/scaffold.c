/* scaffold.c - the starter of templates/ with its marks filled in */
#include "cli/scaffold.h"

#include <assert.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "ces/embedded.h"
#include "ces/model.h"
#include "ces/question.h"
#include "ces/utf8.h"

#define _(text) gettext(text)

/*
 * A text as a YAML scalar: in double quotes unless it is plainly a text, as
 * answers and arguments may hold anything.
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

static void
add_questions(struct buf *buf, const struct section *section)
{
	for (int i = 0; i < 5 && section->questions[i]; i++) {
		struct buf text = {0};
		const char *line;

		buf_wrap(&text, _(section->questions[i]), 74, 0, 0);
		line = buf_text(&text);
		while (*line) {
			size_t length = strcspn(line, "\n");

			buf_printf(buf, "%s#    %.*s",
				   i || line != text.p ? "\n" : "", (int)length,
				   line);
			line += length + (line[length] == '\n');
		}
		buf_free(&text);
	}
}

static void
add_preparation(struct buf *buf, const char *word)
{
	for (int i = 0; i < 3; i++)
		if (!strcmp(preparations[i].word, word))
			add_scalar(buf, _(preparations[i].title));
}

static void
add_or_todo(struct buf *buf, const char *text, const char *todo)
{
	struct buf placeholder = {0};

	buf_printf(&placeholder, "TODO: %s", todo);
	add_scalar(buf, text ? text : buf_text(&placeholder));
	buf_free(&placeholder);
}

static void
add_title(struct buf *buf, const struct scaffold *scaffold)
{
	struct buf title = {0};

	if (scaffold->title)
		buf_puts(&title, scaffold->title);
	else if (scaffold->organization)
		buf_printf(&title, "%s - %s", scaffold->organization,
			   _("Customer Experience Strategy"));
	else
		buf_puts(&title, _("Customer Experience Strategy"));
	add_scalar(buf, buf_text(&title));
	buf_free(&title);
}

/* START, END, TODAY, and IN30 for thirty days from now */
static void
add_day(struct buf *buf, struct date today, const char *mark)
{
	struct date start = today;

	start.day = 1;
	if (!strcmp(mark, "START"))
		date_write(buf, start);
	else if (!strcmp(mark, "END"))
		date_write(buf, date_add_days(date_add_months(start, 12), -1));
	else if (!strcmp(mark, "TODAY"))
		date_write(buf, today);
	else if (!strncmp(mark, "IN", 2))
		date_write(buf, date_add_days(today, atoi(mark + 2)));
}

/* the section that a mark of the template names */
static const struct section *
section_named(const char *key)
{
	int i = section_find(key);

	assert(i >= 0);
	return &sections[i];
}

static void
add_mark(struct buf *buf, const struct scaffold *scaffold, const char *mark)
{
	if (!strncmp(mark, "QUESTIONS:", 10))
		add_questions(buf, section_named(mark + 10));
	else if (!strncmp(mark, "SECTION:", 8))
		buf_puts(buf, _(section_named(mark + 8)->title));
	else if (!strncmp(mark, "PREPARE:", 8))
		add_preparation(buf, mark + 8);
	else if (!strcmp(mark, "TITLE"))
		add_title(buf, scaffold);
	else if (!strcmp(mark, "ORGANIZATION"))
		add_or_todo(buf, scaffold->organization,
			    _("the organization's name"));
	else if (!strcmp(mark, "SECTOR")) {
		buf_puts(buf, scaffold->sector ? "sector: " : "# sector: ");
		add_scalar(buf, scaffold->sector ? scaffold->sector : "retail");
	} else if (!strcmp(mark, "LANGUAGE"))
		buf_puts(buf, scaffold->language ? scaffold->language : "en");
	else if (!strcmp(mark, "CURRENCY"))
		add_or_todo(buf, scaffold->currency,
			    _("three letters, EUR for instance"));
	else if (!strcmp(mark, "TIMEZONE"))
		add_or_todo(buf, scaffold->timezone,
			    _("Area/City, Europe/London for instance"));
	else
		add_day(buf, scaffold->today, mark);
}

static void
fill(struct buf *buf, const char *text, const struct scaffold *scaffold)
{
	struct buf mark = {0};

	while (*text) {
		const char *open = strchr(text, '@');
		const char *close = open ? strchr(open + 1, '@') : NULL;

		if (!close)
			break;
		buf_add(buf, text, (size_t)(open - text));
		buf_clear(&mark);
		buf_add(&mark, open + 1, (size_t)(close - open) - 1);
		add_mark(buf, scaffold, buf_text(&mark));
		text = close + 1;
	}
	buf_puts(buf, text);
	buf_free(&mark);
}

void
scaffold_write(struct buf *buf, const struct scaffold *scaffold,
	       const char *schema_name)
{
	const struct embedded *file = embedded_find(
		scaffold->full ? "full/retail.yaml" : "minimal.yaml");

	buf_printf(buf, "# yaml-language-server: $schema=%s\n", schema_name);
	if (scaffold->full)
		buf_add(buf, file->bytes, file->n);
	else
		fill(buf, file->bytes, scaffold);
}
