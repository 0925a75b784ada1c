/* output.c - standard output, and messages on standard error */
#include <errno.h>
#include <libintl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ces/file.h"
#include "ces/utf8.h"
#include "cli/options.h"

#define _(text) gettext(text)

int
show_error(const char *format, ...)
{
	struct buf text = {0}, shown = {0};
	va_list args;

	va_start(args, format);
	buf_vprintf(&text, format, args);
	va_end(args);
	utf8_show(&shown, text.p, text.n, 0);
	fprintf(stderr, "ces: %s\n", shown.p);
	buf_free(&text);
	buf_free(&shown);
	return EXIT_CANNOT;
}

int
show_errno(const char *path)
{
	return show_error("%s: %s", path, strerror(errno));
}

int
print_all(struct buf *buf)
{
	bool good = file_write_all(STDOUT_FILENO, buf_text(buf), buf->n);

	buf_free(buf);
	/* the reader of a pipe has closed it, which is no error */
	return good || errno == EPIPE ? EXIT_DONE
				      : show_errno(_("standard output"));
}

int
print_written(const char *path, bool quiet)
{
	struct buf buf = {0};

	if (quiet || file_is_stream(path))
		return EXIT_DONE;
	buf_printf(&buf, _("wrote %s\n"), path);
	return print_all(&buf);
}

int
write_output(struct buf *buf, const char *path, bool quiet)
{
	bool good;

	if (!path || !strcmp(path, "-"))
		return print_all(buf);
	good = file_write(path, buf_text(buf), buf->n);
	buf_free(buf);
	return good ? print_written(path, quiet) : show_errno(path);
}
