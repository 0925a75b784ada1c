/* message.c - whole messages with named arguments, translated when shown */
#include "ces/message.h"

#include <errno.h>
#include <libintl.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/file.h"

static void
add_arg(struct buf *buf, const struct arg *arg)
{
	switch (arg->kind) {
	case ARG_NONE:
		break;
	case ARG_TEXT:
		buf_puts(buf, arg->text);
		break;
	case ARG_WORD:
		buf_puts(buf, *arg->text ? gettext(arg->text) : "");
		break;
	case ARG_NUMBER:
		buf_number(buf, arg->number);
		break;
	case ARG_COUNT:
		buf_decimals(buf, arg->number, 0);
		break;
	case ARG_PERCENT:
		buf_number(buf, round(arg->number * 10) / 10);
		buf_putc(buf, '%');
		break;
	case ARG_DATE:
		date_write(buf, arg->date);
		break;
	}
}

void
message_fill(struct buf *buf, const char *message, const struct arg *args,
	     size_t arg_count)
{
	while (*message) {
		const char *open = strchr(message, '{'), *close;
		size_t i, n;

		if (!open || !(close = strchr(open, '}')))
			break;
		n = (size_t)(close - open) - 1;
		for (i = 0; i < arg_count; i++)
			if (!strncmp(args[i].name, open + 1, n) &&
			    !args[i].name[n])
				break;
		if (i == arg_count) { /* braces of its own, as in YAML */
			buf_add(buf, message, (size_t)(open + 1 - message));
			message = open + 1;
			continue;
		}
		buf_add(buf, message, (size_t)(open - message));
		add_arg(buf, &args[i]);
		message = close + 1;
	}
	buf_puts(buf, message);
}

const char *
message_text(struct arena *arena, const char *message, const struct arg *args,
	     size_t arg_count)
{
	struct buf text = {0};

	message_fill(&text, message, args, arg_count);
	return arena_take(arena, &text);
}

/* Messages and character width alone: numbers stay as they are everywhere. */
void
language_set(void)
{
	struct buf folder = {0};
	char *prefix;

	if (!setlocale(LC_CTYPE, "") || !setlocale(LC_MESSAGES, ""))
		errno = 0;
	/* in the C locale gettext does not translate at all */
	if (!strcmp(setlocale(LC_MESSAGES, NULL), "C"))
		setlocale(LC_MESSAGES, "C.UTF-8");
	if (!strcmp(setlocale(LC_CTYPE, NULL), "C"))
		setlocale(LC_CTYPE, "C.UTF-8");
	prefix = file_prefix();
	if (!prefix)
		return;
	buf_printf(&folder, "%s/share/locale", prefix);
	bindtextdomain("ces", folder.p);
	bind_textdomain_codeset("ces", "UTF-8");
	textdomain("ces");
	buf_free(&folder);
	free(prefix);
}
