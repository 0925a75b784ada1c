/* report_json.c - findings as JSON: one object with readiness, or one a line */
#include "ces/json.h"
#include "ces/question.h"
#include "ces/report.h"

enum { FORMAT = 1 };

static int
min_of(int a, int b)
{
	return a < b ? a : b;
}

/* the one of which less is done; one of which nothing was due is left out */
static struct tally
less_done(struct tally a, struct tally b)
{
	return !a.due || (b.due && tally_percent(b) < tally_percent(a)) ? b : a;
}

/* the lowest of each over all files; false when one could not be read whole */
static bool
lowest(struct readiness *least, const struct review *reviews, size_t n)
{
	bool known = n > 0;

	*least = (struct readiness){.plan = 100};
	for (int s = 0; s < SECTION_SEVEN; s++)
		least->section[s] = 100;
	for (size_t i = 0; i < n; i++) {
		const struct readiness *one = &reviews[i].readiness;

		known = known && reviews[i].view;
		least->plan = min_of(least->plan, one->plan);
		least->plan_due = less_done(least->plan_due, one->plan_due);
		for (int s = 0; s < SECTION_SEVEN; s++) {
			least->section[s] =
				min_of(least->section[s], one->section[s]);
			least->section_due[s] = less_done(least->section_due[s],
							  one->section_due[s]);
		}
	}
	return known;
}

static void
begin(struct report_output *out)
{
	struct json *json = &out->json;

	*json = (struct json){.buf = &out->buf};
	json_open(json, '{');
	json_number_member(json, "version", FORMAT);
	tool_json(json);
	json_open_member(json, "findings", '[');
}

static void
file(struct report_output *out, struct review *review, size_t index)
{
	(void)index;
	for (size_t i = 0; i < review->findings.n; i++)
		finding_json(&out->json, review->language, &review->source,
			     &review->findings.items[i], false);
}

static void
file_lines(struct report_output *out, struct review *review, size_t index)
{
	(void)index;
	for (size_t i = 0; i < review->findings.n; i++) {
		struct json json = {.buf = &out->buf};

		finding_json(&json, review->language, &review->source,
			     &review->findings.items[i], true);
		buf_putc(&out->buf, '\n');
	}
}

static void
end(struct report_output *out, const struct review *reviews, size_t n)
{
	struct json *json = &out->json;
	struct readiness overall;
	bool known = lowest(&overall, reviews, n);

	json_close(json, "]");
	readiness_json(json, &overall, known);
	json_open_member(json, "files", '[');
	for (size_t i = 0; i < n; i++)
		if (reviews[i].source.name) {
			json_open(json, '{');
			json_member(json, "file", reviews[i].source.name);
			readiness_json(json, &reviews[i].readiness,
				       reviews[i].view);
			summary_json(json, &reviews[i]);
			json_close(json, "}");
		}
	json_close(json, "]}");
	buf_putc(&out->buf, '\n');
}

const struct report report_json = {
	.format = {"json", ".json",
		   N_("for programs: one JSON object with findings and "
		      "readiness"),
		   own_json},
	.begin = begin,
	.file = file,
	.end = end,
};

const struct report report_jsonl = {
	.format = {"jsonl", ".jsonl",
		   N_("for programs: one finding a line, each a JSON object"),
		   own_json},
	.file = file_lines,
};
