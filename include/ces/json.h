/* json.h - JSON written into a buffer */
#ifndef CES_JSON_H
#define CES_JSON_H

#include <stdbool.h>

#include "ces/buf.h"

/* appends the text as a JSON string, in its quotes; UTF-8 stays as it is, and
 * bytes that are not, as in a file's name, become U+FFFD */
void buf_json(struct buf *buf, const char *text);

/*
 * Writes indented JSON: commas, line ends and indentation are the writer's
 * business. {.buf = buf} is a fresh writer. Within an object every value is
 * preceded by json_key.
 */
struct json {
	struct buf *buf;
	int depth;
	int filled; /* has the innermost object or array an entry yet? */
	int keyed;  /* a key waits for its value */
	int flat;   /* depth from which all stands on one line; 0: none */
};

void json_open(struct json *json, char bracket);          /* '{' or '[' */
void json_close(struct json *json, const char *brackets); /* "]}" closes two */
void json_key(struct json *json, const char *key);
void json_text(struct json *json, const char *text);
void json_number(struct json *json, double number); /* null if not finite */
void json_raw(struct json *json, const char *raw); /* true, null, [1, 2] */

/* json_key and json_open */
void json_open_member(struct json *json, const char *key, char bracket);

/* a key and its value; NULL is null */
void json_member(struct json *json, const char *key, const char *text);
void json_number_member(struct json *json, const char *key, double number);
void json_flag_member(struct json *json, const char *key, bool on);

/* the same on one line: an object or array of short values */
void json_open_flat(struct json *json, char bracket);

#endif
