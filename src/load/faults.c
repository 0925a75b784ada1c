/* faults.c - where the parser stops: its complaint as a finding */
#include <string.h>

#include "ces/character.h"
#include "load/shifts.h"

static void
report_shift(struct findings *findings, const struct shift *shift)
{
	finding_add(findings, TOPIC_document_syntax, shift->span, "",
		    shift->message,
		    ARGS(COUNT_ARG("found", shift->found),
			 COUNT_ARG("wanted", shift->wanted)));
}

static void
report_complaint(struct findings *findings, struct source *source,
		 const char *bytes, struct fault *fault)
{
	struct arena *arena = findings->arena;
	uint32_t at = fault->at, n = source->n;
	const struct complaint *complaint = complaint_find(bytes, n, fault);
	struct span span = source_token(source, fault->at);
	const char *text = complaint->quoted
				   ? quoted_value(arena, bytes, n, fault->at)
				   : NULL;

	if (fault->at != at || span.end == span.start)
		span.end = span.start + (span.start < n);
	finding_add(
		findings, TOPIC_document_syntax, span, "",
		text ? complaint->quoted : complaint->message,
		ARGS(WORD_ARG("character", character_name(fault->character)),
		     TEXT_ARG("code",
			      arena_format(arena, "U+%04X", fault->character)),
		     TEXT_ARG("char", shown_at(arena, bytes, n, fault->at)),
		     TEXT_ARG("text", text ? text : "")));
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

struct hole
fault_report(struct findings *findings, struct source *source,
	     const char *bytes, struct fault *fault)
{
	struct shift shift;
	uint32_t at;

	if (shift_find(bytes, source->n, fault, &shift)) {
		report_shift(findings, &shift);
		fault->at = shift.span.start;
		return shift.hole;
	}
	report_complaint(findings, source, bytes, fault);
	at = fault->at;
	if (is_surplus(bytes, source->n, fault))
		return (struct hole){.start = at, .end = at + 1, .keyed = true};
	return (struct hole){0};
}
