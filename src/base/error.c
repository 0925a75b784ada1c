/* error.c - why the system refused: what users may meet, as messages */
#include <errno.h>
#include <string.h>

#include "ces/message.h"

static const struct {
	int error;
	const char *text;
} texts[] = {
	{ENOENT, N_("No such file or directory")},
	{EACCES, N_("Permission denied")},
	{EPERM, N_("Operation not permitted")},
	{EISDIR, N_("Is a directory")},
	{ENOTDIR, N_("Not a directory")},
	{EEXIST, N_("File exists")},
	{ENOSPC, N_("No space left on device")},
	{EDQUOT, N_("Disk quota exceeded")},
	{EFBIG, N_("File too large")},
	{EROFS, N_("Read-only file system")},
	{EMFILE, N_("Too many open files")},
	{ENFILE, N_("Too many open files in system")},
	{ENAMETOOLONG, N_("File name too long")},
	{ELOOP, N_("Too many levels of symbolic links")},
	{ETXTBSY, N_("Text file busy")},
	{EBUSY, N_("Device or resource busy")},
	{EIO, N_("Input/output error")},
	{ENXIO, N_("No such device or address")},
	{ENODEV, N_("No such device")},
	{EBADF, N_("Bad file descriptor")},
	{EINVAL, N_("Invalid argument")},
	{ENOMEM, N_("Cannot allocate memory")},
	{EAGAIN, N_("Resource temporarily unavailable")},
	{ESTALE, N_("Stale file handle")},
};

const char *
error_text(int error)
{
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (texts[i].error == error)
			return texts[i].text;
	return strerror(error);
}
