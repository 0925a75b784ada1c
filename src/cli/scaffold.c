/* scaffold.c - the starter of templates/ with its marks filled in */
#include "cli/scaffold.h"

#include <libintl.h>
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
add_date(struct buf *buf, struct date date)
{
	date_write(buf, date);
}

static void
add_questions(struct buf *buf, const char *key, size_t n)
{
	const struct section *section = NULL;

	for (int i = 0; i < section_count; i++)
		if (!strncmp(sections[i].key, key, n) && !sections[i].key[n])
			section = &sections[i];
	for (int i = 0; section && i < 5 && section->questions[i]; i++) {
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
add_section_title(struct buf *buf, const char *key, size_t n)
{
	for (int i = 0; i < section_count; i++)
		if (!strncmp(sections[i].key, key, n) && !sections[i].key[n])
			buf_puts(buf, _(sections[i].title));
}

static void
add_preparation(struct buf *buf, const char *word, size_t n)
{
	for (int i = 0; i < 3; i++)
		if (!strncmp(preparations[i].word, word, n) &&
		    !preparations[i].word[n])
			add_scalar(buf, _(preparations[i].title));
}

/* the first day of this month, and the day before it a year on */
static struct date
period_start(struct date today)
{
	today.day = 1;
	return today;
}

static void
add_or_todo(struct buf *buf, const char *text, const char *todo)
{
	if (text)
		add_scalar(buf, text);
	else
		buf_printf(buf, "TODO %s", todo);
}

static bool
is_mark(const char *mark, size_t n, const char *name)
{
	return strlen(name) == n && !memcmp(mark, name, n);
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

static void
add_day(struct buf *buf, const struct scaffold *scaffold, const char *mark,
	size_t n)
{
	struct date start = period_start(scaffold->today);

	if (is_mark(mark, n, "START"))
		add_date(buf, start);
	else if (is_mark(mark, n, "END"))
		add_date(buf, date_add_days(date_add_months(start, 12), -1));
	else if (is_mark(mark, n, "TODAY"))
		add_date(buf, scaffold->today);
	else if (is_mark(mark, n, "IN30"))
		add_date(buf, date_add_days(scaffold->today, 30));
	else if (is_mark(mark, n, "IN60"))
		add_date(buf, date_add_days(scaffold->today, 60));
	else if (is_mark(mark, n, "IN90"))
		add_date(buf, date_add_days(scaffold->today, 90));
}

static void
add_mark(struct buf *buf, const struct scaffold *scaffold, const char *mark,
	 size_t n)
{
	const char *colon = memchr(mark, ':', n);
	size_t rest = colon ? n - (size_t)(colon + 1 - mark) : 0;

	if (colon && !strncmp(mark, "QUESTIONS:", 10))
		add_questions(buf, colon + 1, rest);
	else if (colon && !strncmp(mark, "SECTION:", 8))
		add_section_title(buf, colon + 1, rest);
	else if (colon && !strncmp(mark, "PREPARE:", 8))
		add_preparation(buf, colon + 1, rest);
	else if (is_mark(mark, n, "TITLE"))
		add_title(buf, scaffold);
	else if (is_mark(mark, n, "ORGANIZATION"))
		add_or_todo(buf, scaffold->organization,
			    _("the organization's name"));
	else if (is_mark(mark, n, "SECTOR")) {
		buf_puts(buf, scaffold->sector ? "sector: " : "# sector: ");
		add_scalar(buf, scaffold->sector ? scaffold->sector : "retail");
	} else if (is_mark(mark, n, "LANGUAGE"))
		buf_puts(buf, scaffold->language ? scaffold->language : "en");
	else if (is_mark(mark, n, "CURRENCY"))
		add_or_todo(buf, scaffold->currency,
			    _("three letters, EUR for instance"));
	else if (is_mark(mark, n, "TIMEZONE"))
		add_or_todo(buf, scaffold->timezone,
			    _("Area/City, Europe/London for instance"));
	else
		add_day(buf, scaffold, mark, n);
}

static void
fill(struct buf *buf, const char *text, const struct scaffold *scaffold)
{
	while (*text) {
		const char *open = strchr(text, '@');
		const char *close = open ? strchr(open + 1, '@') : NULL;

		if (!close)
			break;
		buf_add(buf, text, (size_t)(open - text));
		add_mark(buf, scaffold, open + 1, (size_t)(close - open) - 1);
		text = close + 1;
	}
	buf_puts(buf, text);
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
