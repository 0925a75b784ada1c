/* report_jsonl.c - findings as JSON Lines: one object a line, nothing else */
#include "ces/report.h"
#include "ces/finding.h"

static void
file(struct report_output *out, struct review *review, size_t index)
{
	(void)index;
	for (size_t i = 0; i < review->findings.n; i++) {
		struct json json = {.buf = &out->buf};

		finding_json(&json, &review->source, &review->findings.items[i],
			     true);
		buf_putc(&out->buf, '\n');
	}
}

const struct report report_jsonl = {
	.format = {"jsonl", ".jsonl",
		   N_("for programs: one finding a line, each a JSON object")},
	.file = file,
};
