/* help.c - help and manual page, from the table of commands and options */
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "ces/utf8.h"
#include "cli/options.h"

enum { WIDTH = 79, INDENT = 26, EXAMPLE = 35 };

const struct command *const commands[] = {&command_init,
					  &command_check,
					  &command_export,
					  &command_import,
					  &command_checklist,
					  &command_fix,
					  &command_set,
					  &command_rename,
					  &command_explain,
					  &command_schema,
					  NULL};

const struct command *
command_find(const char *name)
{
	for (int i = 0; commands[i]; i++)
		if (!strcmp(commands[i]->name, name))
			return commands[i];
	return NULL;
}

void
help_entry(struct buf *buf, const char *term, const char *meaning,
	   size_t indent)
{
	size_t width = utf8_width(term, strlen(term)) + 2;

	buf_printf(buf, "  %s", term);
	if (width + 2 > indent) {
		buf_putc(buf, '\n');
		width = 0;
	}
	buf_fill(buf, ' ', indent - width);
	buf_wrap(buf, meaning, WIDTH, indent, indent);
	buf_putc(buf, '\n');
}

static void
option_term(struct buf *term, const struct language *language,
	    const struct option_row *row)
{
	if (row->letter)
		buf_printf(term, "-%c, ", row->letter);
	buf_printf(term, "--%s", row->name);
	if (row->argument)
		buf_printf(term, "=%s", language_text(language, row->argument));
}

/* the help of an option, with the formats of the command filled in */
static void
add_option(struct buf *buf, const struct command *command, int option)
{
	const char *format = command->format
				     ? command->format
				     : N_("{formats}; default: {default}");
	struct buf term = {0}, help = {0}, formats = {0};

	if (option == OPTION_FORMAT) {
		format_list(&formats, command, false);
		message_fill(
			&help, language_user(), format,
			ARGS(TEXT_ARG("formats", formats.p),
			     TEXT_ARG("default", command->formats(0)->name)));
	} else {
		buf_puts(&help, option == OPTION_OUTPUT && command->output
					? _(command->output)
					: _(option_rows[option].help));
	}
	option_term(&term, language_user(), &option_rows[option]);
	help_entry(buf, term.p, help.p, INDENT);
	buf_free(&term);
	buf_free(&help);
	buf_free(&formats);
}

static void
command_help(struct buf *buf, const struct command *command)
{
	const struct format *format;

	buf_printf(buf, "ces %s - %s\n\n%s\n%s", command->name,
		   _(command->summary), _("Examples:"), command->examples);
	buf_printf(buf, "\n%s\n  ces %s [%s]%s%s\n\n%s\n", _("Usage:"),
		   command->name, _("OPTION"), *command->arguments ? " " : "",
		   *command->arguments ? _(command->arguments) : "",
		   _("Options:"));
	for (int i = 0; i < OPTION_COUNT; i++)
		if (command_takes(command, i))
			add_option(buf, command, i);
	if (!command->formats)
		return;
	buf_printf(buf, "\n%s\n", _("Formats:"));
	for (size_t i = 0; (format = command->formats(i)); i++)
		help_entry(buf, format->name, _(format->help), INDENT);
}

void
help_write(struct buf *buf, const struct command *command)
{
	if (command) {
		command_help(buf, command);
		return;
	}
	buf_wrap(buf,
		 _("ces keeps the Customer Experience Strategy of a contact "
		   "center as one file, checks it, and makes the documents "
		   "that leaders review."),
		 WIDTH, 0, 0);
	buf_putc(buf, '\n');
	buf_printf(buf, "\n%s\n", _("Examples:"));
	help_entry(buf, "ces init", _("start a plan: strategy.yaml"), EXAMPLE);
	help_entry(buf, "ces check strategy.yaml",
		   _("what is missing, wrong, contradictory"), EXAMPLE);
	help_entry(buf, "ces export strategy.yaml",
		   _("the workbook for the leaders' review"), EXAMPLE);
	buf_printf(buf, "\n%s\n", _("Commands:"));
	for (int i = 0; commands[i]; i++)
		help_entry(buf, commands[i]->name, _(commands[i]->summary),
			   INDENT);
	buf_printf(buf, "\n%s\n",
		   _("'ces COMMAND --help' shows the options of a command; "
		     "'man ces' all of them."));
}

/* text in roff: a '-' is no hyphen here, and no line begins with a '.' */
static void
roff(struct buf *buf, const char *text)
{
	for (; *text; text++) {
		if (*text == '-')
			buf_puts(buf, "\\-");
		else if (*text == '\\')
			buf_puts(buf, "\\e");
		else if (*text == '\'' || *text == '.')
			buf_printf(buf, "\\&%c", *text);
		else
			buf_putc(buf, *text);
	}
}

/* a tagged paragraph */
static void
paragraph(struct buf *buf, const char *term, const char *meaning)
{
	buf_puts(buf, ".TP\n.B ");
	roff(buf, term);
	buf_putc(buf, '\n');
	roff(buf, meaning);
	buf_putc(buf, '\n');
}

static void
manual_option(struct buf *buf, int option)
{
	struct buf term = {0}, meaning = {0};
	const char *separator = " (";

	option_term(&term, NULL, &option_rows[option]);
	buf_puts(&meaning, option_rows[option].help);
	if (option >= OPTION_COLOR)
		buf_puts(&meaning, " (all commands");
	for (int c = 0; commands[c] && option < OPTION_COLOR; c++) {
		if (!command_takes(commands[c], option))
			continue;
		buf_printf(&meaning, "%s%s", separator, commands[c]->name);
		separator = ", ";
	}
	buf_putc(&meaning, ')');
	paragraph(buf, buf_text(&term), buf_text(&meaning));
	buf_free(&term);
	buf_free(&meaning);
}

void
manual_write(struct buf *buf, const struct command *command)
{
	const struct format *format;

	(void)command;
	buf_puts(buf, ".SH SYNOPSIS\n");
	for (int i = 0; commands[i]; i++) {
		buf_printf(buf, "%s.B ces %s\n[\\fIOPTION\\fR] ",
			   i ? ".br\n" : "", commands[i]->name);
		roff(buf, commands[i]->arguments);
		buf_putc(buf, '\n');
	}
	buf_puts(buf, ".SH COMMANDS\n");
	for (int i = 0; commands[i]; i++)
		paragraph(buf, commands[i]->name, commands[i]->summary);
	buf_puts(buf, ".SH OPTIONS\n");
	for (int i = 0; i < OPTION_COUNT; i++)
		manual_option(buf, i);
	buf_puts(buf, ".SH FORMATS\n");
	for (int i = 0; commands[i]; i++) {
		if (commands[i]->formats)
			buf_printf(buf, ".SS ces %s\n", commands[i]->name);
		for (size_t k = 0;
		     commands[i]->formats && (format = commands[i]->formats(k));
		     k++)
			paragraph(buf, format->name, format->help);
	}
}
