/* halves.h - "\ud83d\ude00", one character to JSON and two halves to YAML */
#ifndef CES_LOAD_HALVES_H
#define CES_LOAD_HALVES_H

#include <stdbool.h>
#include <stddef.h>

#include "ces/buf.h"

/* Is there such an escape? */
bool halves_in(const char *bytes, size_t n);

/* Writes each as the escape of a private character, of the same length. */
void halves_hide(char *bytes, size_t n);

/* Appends the text with its private characters joined; false: one is alone. */
bool halves_join(struct buf *buf, const char *text, size_t n);

#endif
