/* file_scratch.c - a folder for the temporary files of somebody else */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/tidy.h"
#include "ces/buf.h"
#include "ces/file.h"

bool
scratch_make(struct scratch *scratch, const char *parent)
{
	struct buf path = {0};
	int error;

	*scratch = (struct scratch){.slot = -1};
	buf_printf(&path, "%s/ces-XXXXXX", parent);
	scratch->path = mkdtemp(path.p);
	if (scratch->path)
		scratch->slot = tidy_note(scratch->path);
	if (scratch->slot >= 0)
		return true;
	error = errno;
	if (scratch->path)
		rmdir(scratch->path);
	buf_free(&path);
	scratch->path = NULL;
	errno = error;
	return false;
}

static void
empty_folder(const char *path)
{
	DIR *folder = opendir(path);
	struct dirent *entry;

	while (folder && (entry = readdir(folder)))
		unlinkat(dirfd(folder), entry->d_name, 0);
	if (folder)
		closedir(folder);
}

void
scratch_remove(struct scratch *scratch)
{
	empty_folder(scratch->path);
	rmdir(scratch->path);
	tidy_forget(scratch->slot);
	free(scratch->path);
	*scratch = (struct scratch){.slot = -1};
}

void
file_adopt(void)
{
	tidy_adopt();
}
