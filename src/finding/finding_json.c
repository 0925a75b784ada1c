/* finding_json.c - one finding as a JSON object */
#include "ces/finding.h"

#include <libintl.h>

static void
add_place(struct json *json, struct source *source, struct span span,
	  const char *path)
{
	struct position from = source_position(source, span.start), to = from;

	if (span.end > span.start)
		to = source_position(source, span.end);
	json_member(json, "file", source->name);
	json_number_member(json, "line", from.line);
	json_number_member(json, "column", from.column);
	json_number_member(json, "end_line", to.line);
	json_number_member(json, "end_column", to.column);
	json_member(json, "path", path ? path : "");
}

static void
add_related(struct json *json, struct source *source,
	    const struct finding *finding)
{
	json_open_member(json, "related", '[');
	for (size_t i = 0; i < finding->related_count; i++) {
		const struct related *related = &finding->related[i];
		const char *note = related->note ? related->note : "";

		json_open_flat(json, '{');
		add_place(json, source, related->span, related->path);
		json_member(json, "message", *note ? gettext(note) : "");
		json_close(json, "}");
	}
	json_close(json, "]");
}

static void
add_state(struct json *json, const struct finding *finding)
{
	json_flag_member(json, "in_hand", finding->in_hand);
	json_flag_member(json, "waived", finding->waived);
	if (finding->waived && finding->waiver_reason)
		json_member(json, "waiver_reason", finding->waiver_reason);
	if (finding->paste)
		json_member(json, "paste", finding->paste);
}

void
finding_json(struct json *json, struct source *source,
	     const struct finding *finding, bool flat)
{
	struct buf text = {0};

	if (flat)
		json_open_flat(json, '{');
	else
		json_open(json, '{');
	json_member(json, "rule", finding->topic->name);
	json_member(json, "severity", severity_word(finding->severity));
	add_place(json, source, finding->span, finding->path);
	finding_text(&text, finding);
	json_member(json, "message", buf_text(&text));
	add_related(json, source, finding);
	add_state(json, finding);
	json_close(json, "}");
	buf_free(&text);
}
