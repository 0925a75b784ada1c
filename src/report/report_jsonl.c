/* report_jsonl.c - findings as JSON Lines: one object a line, nothing else */
#include "ces/report.h"
#include "ces/finding_json.h"

static void
begin(struct buf *out, const struct report_options *options)
{
	(void)out;
	(void)options;
}

static void
file(struct buf *out, struct review *review,
     const struct report_options *options, size_t index)
{
	(void)options;
	(void)index;
	for (size_t i = 0; i < review->findings.n; i++) {
		struct json json = {.buf = out};

		finding_json(&json, &review->source, &review->findings.items[i],
			     true);
		buf_putc(out, '\n');
	}
}

static void
end(struct buf *out, const struct report_options *options,
    const struct review *reviews, size_t n)
{
	(void)out;
	(void)options;
	(void)reviews;
	(void)n;
}

const struct report report_jsonl = {
	.format = {"jsonl", ".jsonl",
		   N_("for programs: one finding a line, each a JSON object")},
	.begin = begin,
	.file = file,
	.end = end,
};
