/* render_staffing.h - the staffing of live channels in the JSON */
#ifndef CES_TEXT_RENDER_STAFFING_H
#define CES_TEXT_RENDER_STAFFING_H

#include "ces/json.h"
#include "ces/view.h"

/* "staffing": {ID: {...}} */
void staffing_json(struct json *json, const struct view *view);

#endif
