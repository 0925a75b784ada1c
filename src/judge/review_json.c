/* review_json.c - parts of a review in JSON, the same for check and export */
#include <math.h>

#include "ces/json.h"
#include "ces/question.h"
#include "ces/review.h"

void
tool_json(struct json *json)
{
	json_key(json, "tool");
	json_open_flat(json, '{');
	json_member(json, "name", "ces");
	json_member(json, "version", CES_VERSION);
	json_close(json, "}");
}

void
readiness_json(struct json *json, const struct readiness *readiness, bool known)
{
	json_open_member(json, "readiness", '{');
	json_number_member(json, "plan", known ? (double)readiness->plan : NAN);
	json_open_member(json, "sections", '{');
	for (int i = 0; i < SECTION_SEVEN; i++)
		json_number_member(json, sections[i].key,
				   known ? (double)readiness->section[i] : NAN);
	json_close(json, "}}");
}

void
summary_json(struct json *json, const struct review *review)
{
	json_key(json, "summary");
	json_open_flat(json, '{');
	json_number_member(json, "errors", (double)review->errors);
	json_number_member(json, "warnings", (double)review->warnings);
	json_number_member(json, "advice", (double)review->advice);
	json_number_member(json, "in_hand", (double)review->in_hand);
	json_number_member(json, "waived", (double)review->waived);
	json_close(json, "}");
}
