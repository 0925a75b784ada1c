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
	struct buf shown = {0};
	char text[4096];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	utf8_show(&shown, text, strlen(text), 0);
	fprintf(stderr, "ces: %s\n", buf_text(&shown));
	buf_free(&shown);
	return EXIT_CANNOT;
}

int
show_errno(const char *path)
{
	const char *why = strerror(errno);

	return show_error("%s: %s", path, why);
}

int
print_all(const struct buf *buf)
{
	if (file_write_all(STDOUT_FILENO, buf_text(buf), buf->n))
		return EXIT_DONE;
	/* the reader of a pipe has closed it, which is no error */
	if (errno == EPIPE)
		return EXIT_DONE;
	return show_errno(_("standard output"));
}

int
print_written(const char *path, bool quiet)
{
	struct buf buf = {0};
	int status;

	if (quiet || file_is_stream(path))
		return EXIT_DONE;
	buf_printf(&buf, _("wrote %s\n"), path);
	status = print_all(&buf);
	buf_free(&buf);
	return status;
}

int
write_output(const struct buf *buf, const char *path, bool quiet)
{
	if (!path || !strcmp(path, "-"))
		return print_all(buf);
	if (file_write(path, buf_text(buf), buf->n))
		return print_written(path, quiet);
	return show_errno(path);
}
