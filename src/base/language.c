/* language.c - the language of the messages, which is the user's */
#include "ces/language.h"

#include <errno.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "ces/buf.h"
#include "ces/file.h"

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
