/* file_parts.h - paths and descriptors, for the files of this folder */
#ifndef CES_BASE_FILE_PARTS_H
#define CES_BASE_FILE_PARTS_H

#include <stddef.h>

/* the descriptor that a path such as /dev/stdout names, or -1 */
int stream_fd(const char *path);

/* the path of a name in the folder of another path, and in TMPDIR or /tmp;
 * free() it */
const char *temporary_folder(void);
char *path_beside(const char *path, const char *name);
char *temporary_path(const char *name);

/* Closes it, unless it is -1, and keeps errno for whatever failed before. */
void close_quietly(int fd);

/* the signals that end the program, unless it was told to ignore them */
extern const int fatal_signals[];
extern const size_t fatal_signal_count;

#endif
