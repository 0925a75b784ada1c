/* json_plan.h - the plan as JSON */
#ifndef CES_TEXT_JSON_PLAN_H
#define CES_TEXT_JSON_PLAN_H

#include "ces/json.h"
#include "ces/model.h"

/* its keys that are set, and the user's own */
void plan_json(struct json *json, const struct object *plan);

#endif
