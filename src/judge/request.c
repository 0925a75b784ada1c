/* request.c - a review for other programs: to be made by one, and in JSON */
#include "ces/request.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/json.h"
#include "ces/question.h"

/* strings, each with its NUL; the plan's bytes follow */
enum { VERSION, NAME, AS_OF, STATUS, LANGUAGE, STRINGS };

void
request_write(struct buf *out, const struct review *review)
{
	const struct source *source = &review->source;
	struct buf day = {0};

	date_write(&day, review->view->as_of);
	buf_add(out, CES_VERSION, sizeof(CES_VERSION));
	buf_add(out, source->name, strlen(source->name) + 1);
	buf_add(out, day.p, day.n + 1);
	buf_printf(out, "%d", review->status);
	buf_putc(out, '\0');
	buf_puts(out, language_code(review->language));
	buf_putc(out, '\0');
	buf_add(out, source->given ? source->given : source->bytes, source->n);
	buf_free(&day);
}

bool
request_read(struct request *request, char *bytes, size_t n)
{
	const char *strings[STRINGS];
	char *plan = bytes;

	for (int i = 0; i < STRINGS && plan; i++) {
		strings[i] = plan;
		plan = memchr(plan, '\0', (size_t)(bytes + n - plan));
		plan = plan ? plan + 1 : NULL;
	}
	if (!plan || strcmp(strings[VERSION], CES_VERSION) != 0) {
		free(bytes);
		return false;
	}
	*request = (struct request){.name = mem_string(strings[NAME]),
				    .plan = bytes,
				    .n = n - (size_t)(plan - bytes),
				    .options.as_status = atoi(strings[STATUS]),
				    .options.language =
					    language_find(strings[LANGUAGE])};
	date_parse(strings[AS_OF], strlen(strings[AS_OF]),
		   &request->options.as_of);
	memmove(bytes, plan, request->n + 1);
	return true;
}

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
	json_close(json, "}");
	json_open_member(json, "under_way", '{');
	json_number_member(json, "plan",
			   known ? tally_percent(readiness->plan_due) : NAN);
	json_open_member(json, "sections", '{');
	for (int i = 0; i < SECTION_SEVEN; i++)
		json_number_member(
			json, sections[i].key,
			known ? tally_percent(readiness->section_due[i]) : NAN);
	json_close(json, "}}}");
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
