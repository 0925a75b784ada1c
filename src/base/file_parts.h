/* file_parts.h - paths and descriptors, for the files of this folder */
#ifndef CES_BASE_FILE_PARTS_H
#define CES_BASE_FILE_PARTS_H

/* the descriptor that a path such as /dev/stdout names, or -1 */
int stream_fd(const char *path);

/* the path of a name in the folder of another path; free() it */
char *path_beside(const char *path, const char *name);

/* TMPDIR, or /tmp */
const char *temporary_folder(void);

/* Closes it, unless it is -1, and keeps errno for whatever failed before. */
void close_quietly(int fd);

#endif
