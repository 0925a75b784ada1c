/* formats.c - values of --format, by the tables of the commands */
#include <libintl.h>
#include <string.h>
#include <strings.h>

#include "ces/message.h"
#include "ces/nearest.h"
#include "cli/options.h"

#define _(text) gettext(text)

static const struct format text_formats[] = {
	{"text", ".txt", N_("for people: plain text")},
	{"markdown", ".md", N_("for people: Markdown, for a wiki or an issue")},
};

const struct format *
text_format(size_t i)
{
	return i < sizeof(text_formats) / sizeof(*text_formats)
		       ? &text_formats[i]
		       : NULL;
}

void
format_list(struct buf *buf, const struct command *command, bool suffixes)
{
	const struct format *format;

	for (size_t i = 0; (format = command->formats(i)); i++) {
		if (i)
			buf_puts(buf,
				 command->formats(i + 1) ? ", " : _(" or "));
		buf_puts(buf, suffixes ? format->suffix : format->name);
	}
}

static int
unknown(const struct command *command, const char *name)
{
	const struct format *format;
	struct nearest nearest;
	struct buf list = {0};

	nearest_start(&nearest, name);
	for (size_t i = 0; (format = command->formats(i)); i++)
		nearest_try(&nearest, format->name);
	format_list(&list, command, false);
	if (nearest.best)
		show_error(_("'ces %s' has no format '%s'; did you mean "
			     "'%s'?"),
			   command->name, name, nearest.best);
	else
		show_error(_("'ces %s' has no format '%s'; write %s"),
			   command->name, name, buf_text(&list));
	buf_free(&list);
	return -1;
}

int
format_find(const struct command *command, const char *name)
{
	const struct format *format;

	for (int i = 0; (format = command->formats((size_t)i)); i++)
		if (!strcmp(name, format->name) ||
		    !strcmp(name, format->suffix + 1)) /* "md" */
			return i;
	return unknown(command, name);
}

int
format_for(const struct command *command, const char *path)
{
	const struct format *format;
	size_t n = strlen(path);
	struct buf list = {0};

	for (int i = 0; (format = command->formats((size_t)i)); i++) {
		size_t m = strlen(format->suffix);

		if (n > m && !strcasecmp(path + n - m, format->suffix))
			return i;
	}
	format_list(&list, command, true);
	show_error(_("%s: the name has the suffix of no format; end it in %s, "
		     "or give --format"),
		   path, buf_text(&list));
	buf_free(&list);
	return -1;
}
