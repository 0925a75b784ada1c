/* json_parts.h - the parts of the JSON export; for the files of this folder */
#ifndef CES_TEXT_JSON_PARTS_H
#define CES_TEXT_JSON_PARTS_H

#include "ces/json.h"
#include "ces/review.h"

/* the plan's own content: keys that are set, as typed values */
void plan_json(struct json *json, const struct plan *plan);

/* all figures of the view, by the items' ids */
void view_json(struct json *json, const struct view *view);

/* {0} becomes null */
void entry_date(struct json *json, const char *key, struct date date);

#endif
