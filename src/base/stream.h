/* stream.h - which descriptor a path such as /dev/stdout names */
#ifndef CES_BASE_STREAM_H
#define CES_BASE_STREAM_H

/* the descriptor, or -1 where the path is an ordinary one */
int stream_fd(const char *path);

#endif
