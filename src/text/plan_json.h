/* plan_json.h - the plan's keys that are set, as typed values of JSON */
#ifndef CES_TEXT_PLAN_JSON_H
#define CES_TEXT_PLAN_JSON_H

#include "ces/json.h"
#include "ces/model.h"

void plan_json(struct json *json, const struct object *plan);

#endif
