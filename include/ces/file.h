/* file.h - whole files in, whole files out */
#ifndef CES_FILE_H
#define CES_FILE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Reads the file, or standard input for "-". At most limit bytes are taken:
 * a longer file sets *too_long and is cut there. Returns NULL with errno set
 * when it cannot be read (a directory is EISDIR). The bytes are followed by a
 * NUL that is not counted; free() them.
 */
char *file_read(const char *path, size_t limit, size_t *n, bool *too_long);

/*
 * An output that is either the old file or the whole new one. file_begin opens
 * a temporary file beside the target (a symbolic link is followed and stays,
 * the mode of an old file is kept); write to out->path or out->fd; file_commit
 * syncs and renames; file_abandon removes it. "-", /dev/stdout and /dev/fd/N
 * are streams: file_begin then gives a temporary file in TMPDIR whose bytes
 * file_commit copies to the stream. Signals that end the program remove
 * the temporary files that are open. All return false with errno set.
 */
#define FILE_STREAM_LATER (-2) /* a FIFO or device, opened by file_commit */

struct file_out {
	char *target; /* resolved; NULL for a stream */
	char *path;   /* of the temporary file */
	int fd;       /* open for writing, close-on-exec */
	int stream;   /* descriptor to copy to, -1, or the above */
	int slot;     /* for the cleaning on signals */
	bool made;    /* the temporary file is there, to be removed */
};

bool file_begin(struct file_out *out, const char *target);
bool file_commit(struct file_out *out);
void file_abandon(struct file_out *out);
/* names the failure, when file_begin or the writing before file_commit did: the
 * target, or for a stream the folder for temporary files */
const char *file_fault(const struct file_out *out, const char *target);

/* the whole at once; false with errno set, and nothing left behind */
bool file_write(const char *target, const char *bytes, size_t n);

bool file_write_all(int fd, const char *bytes, size_t n); /* EINTR, short writes */
bool file_is_stream(const char *path);
/* the same path for all names of an output, which may be missing; free() it */
char *file_whole_path(const char *path);
bool file_same(const char *a, const char *b); /* one regular file, both */
bool file_holds(const char *path);  /* a regular file that isn't empty */
bool file_exists(const char *path); /* anything there, links too */

/*
 * The files of a folder whose names end in .yaml or .yml, with those of its
 * folders below where asked for, sorted by bytes; names that begin with '.' are
 * left out. A folder below that can't be read is left out, after a call of
 * unread with errno set. Returns a NULL-terminated array, each and itself to be
 * freed; NULL with errno set.
 */
char **file_list(const char *folder, bool below,
		 void (*unread)(const char *path, void *data), void *data);
bool file_is_folder(const char *path);

/*
 * Where the program was installed (build or /usr/local): above bin and
 * libexec/ces. free() it; NULL when the system does not tell.
 */
char *file_prefix(void);

#endif
