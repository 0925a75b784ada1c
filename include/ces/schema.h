/* schema.h - the format as a JSON Schema, for editors and other tools */
#ifndef CES_SCHEMA_H
#define CES_SCHEMA_H

#include "ces/buf.h"

/*
 * Appends a JSON Schema (draft-07) of the strategy file, derived from the
 * descriptions of model.h.
 *
 * It rejects the plans in which the checker, from in_review on, reports a wrong
 * type, an unknown word or key, a bad id, a missing key or section, or a
 * malformed date, period or duration. It can't tell whether references lead
 * somewhere, days exist and values make sense.
 */
void schema_write(struct buf *buf);

#endif
