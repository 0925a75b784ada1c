/* faults.c - where the parser stops: its complaint as a finding */
#include <string.h>

#include "load/loader.h"
#include "load/shifts.h"
#include "load/stopped.h"

static void
report_shift(struct findings *findings, const struct shift *shift)
{
	finding_add(findings, TOPIC_document_syntax, shift->span, "",
		    shift->message,
		    ARGS(COUNT_ARG("found", shift->found),
			 COUNT_ARG("wanted", shift->wanted)));
}

/* Is the bracket there one too many, behind a value that is complete? */
static bool
is_surplus(const char *bytes, uint32_t n, const struct fault *fault)
{
	struct line line;
	uint32_t end;

	if (fault->at >= n || !strchr("}]", bytes[fault->at]) ||
	    strstr(fault->problem, "','") ||
	    !line_read(bytes, n, line_start(bytes, fault->at), &line))
		return false;
	if (line.first == fault->at)
		return true;
	end = strchr("{[", bytes[line.value]) ? closed_end(bytes, n, line.value)
					      : 0;
	return end && skip_blanks(bytes, n, end) == fault->at;
}

/* Is it in a value that may be a text, and of a text's key? A list or keys in
 * brackets are none. */
static bool
is_in_value(const struct levels *levels, const char *bytes, uint32_t n,
	    uint32_t at, struct stopped *value, bool *text)
{
	if (!stopped_in(levels, bytes, n, at, value))
		return false;
	*text = value->level.field && field_is_text(value->level.field);
	return *text || !value->level.keys ||
	       !strchr("[{", bytes[value->start]);
}

struct hole
fault_report(struct findings *findings, const struct levels *levels,
	     struct source *source, const char *bytes, struct fault *fault,
	     struct span *passed)
{
	uint32_t at = fault->at, n = source->n;
	struct fault found = *fault;
	struct stopped value;
	bool surplus = is_surplus(bytes, n, fault);
	bool text = false;
	bool inside =
		!surplus && is_in_value(levels, bytes, n, at, &value, &text);
	const struct complaint *complaint =
		complaint_find(bytes, n, &found, inside ? &value : NULL);
	struct shift shift;
	struct span span;

	inside = inside && complaint->quoted;
	/* lines that go on with a text don't line up either */
	if (!(inside && text) && shift_find(bytes, n, fault, &shift)) {
		report_shift(findings, &shift);
		*passed = shift.span;
		return shift.hole;
	}
	*fault = found;
	span = source_token(source, fault->at);
	if (fault->at != at || span.end == span.start)
		span.end = span.start + (span.start < n);
	complaint_report(findings, bytes, n, complaint, fault, span,
			 inside ? &value : NULL);
	*passed = inside ? (struct span){value.outer, value.end}
			 : (struct span){fault->at, fault->at};
	if (surplus)
		return (struct hole){.start = fault->at,
				     .end = fault->at + 1,
				     .keyed = true};
	return (struct hole){0};
}
