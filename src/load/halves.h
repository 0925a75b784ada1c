/* halves.h - "\ud83d\ude00", one character to JSON and two halves to YAML */
#ifndef CES_LOAD_HALVES_H
#define CES_LOAD_HALVES_H

#include <stdbool.h>
#include <stddef.h>

#include "load/events.h"

/* Is there such an escape? */
bool halves_in(const char *bytes, size_t n);

/* Writes each as the escape of a private character, of the same length. */
void halves_hide(char *bytes, size_t n);

/* Joins the private characters of a scalar that was hidden so; one that is
 * alone is reported. */
void halves_restore(struct findings *findings, struct token *scalar);

#endif
