/* finding_json.h - one finding as a JSON object */
#ifndef CES_FINDING_JSON_H
#define CES_FINDING_JSON_H

#include <stdbool.h>

#include "ces/finding.h"
#include "ces/json.h"

/*
 * {"rule", "severity", "file", "line", "column", "end_line", "end_column",
 * "path", "message", "related": [{"file", "line", "column", "end_line",
 * "end_column", "path", "message"}], "in_hand", "waived"}, and where there are
 * any "waiver_reason" and "paste". flat: all on one line.
 */
void finding_json(struct json *json, struct source *source,
		  const struct finding *finding, bool flat);

#endif
