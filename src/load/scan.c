/* scan.c - the bytes before they are parsed: UTF-8, control characters */
#include <string.h>

#include "ces/utf8.h"
#include "load/events.h"

enum { REPORT_LIMIT = 100 };

/* control characters that YAML does not take */
static bool
is_forbidden(uint32_t cp)
{
	if (cp < 0x20)
		return cp != '\t' && cp != '\n' && cp != '\r';
	return (cp >= 0x7f && cp < 0xa0 && cp != 0x85) || cp == 0xfffe ||
	       cp == 0xffff;
}

static void
report(struct source *source, struct arena *arena, struct findings *findings,
       uint32_t at, uint32_t n, uint32_t cp, bool utf8)
{
	struct span span = {at, at + n};
	const char *hex = utf8 ? arena_format(arena, "U+%04X", cp)
			       : arena_format(arena, "0x%02X",
					      (unsigned char)source->bytes[at]);

	finding_add(findings, TOPIC_document_syntax, span, "",
		    utf8 ? N_("the control character {hex} is not allowed in a "
			      "plan; remove it")
			 : N_("the byte {hex} is not UTF-8; save the file as "
			      "UTF-8"),
		    ARGS(TEXT_ARG("hex", hex)));
}

/* the length of a plain run of ASCII, which needs no look */
static uint32_t
plain_run(const char *s, uint32_t n)
{
	uint32_t i = 0;

	while (i < n &&
	       (((unsigned char)s[i] >= 0x20 && (unsigned char)s[i] < 0x7f) ||
		s[i] == '\n'))
		i++;
	return i;
}

static void
too_many(struct findings *findings, uint32_t at, size_t more)
{
	finding_add(findings, TOPIC_document_syntax, (struct span){at, at + 1},
		    "",
		    N_("{count} more bytes from here on are not allowed in a "
		       "plan; save the file as UTF-8"),
		    ARGS(COUNT_ARG("count", (double)more)));
}

/* \u200B in double quotes */
static bool
has_escape(const struct source *source)
{
	const char *s = source->bytes, *end = s + source->n;

	while ((s = memchr(s, '\\', (size_t)(end - s))) && ++s < end)
		if (*s == 'u' || *s == 'U')
			return true;
	return false;
}

/*
 * Bytes beyond ASCII of which no two are a character: the file is of another
 * encoding, which is one mistake. A single one may be a slip.
 */
static void
scan_foreign(struct source *source, struct findings *findings)
{
	uint32_t first = source->n;
	size_t count = 0;

	for (uint32_t i = 0; i < source->n; i++) {
		uint32_t cp;

		if ((unsigned char)source->bytes[i] < 0x80)
			continue;
		if (utf8_decode(source->bytes + i, source->n - i, &cp))
			return;
		first = count++ ? first : i;
	}
	if (count < 2)
		return;
	finding_add(
		findings, TOPIC_document_syntax,
		(struct span){first, first + 1}, "",
		N_("{count} bytes from here on are not UTF-8, as in Latin-1 "
		   "or Windows-1252; save the file as UTF-8"),
		ARGS(COUNT_ARG("count", (double)count)));
	for (uint32_t i = first; i < source->n; i++)
		if ((unsigned char)source->bytes[i] >= 0x80)
			source_replace(source, i, 1);
}

bool
scan_bytes(struct source *source, struct arena *arena,
	   struct findings *findings, bool *invisible)
{
	size_t bad = 0;
	uint32_t i = 0, limit_at = 0;

	/* an escape may stand for one */
	*invisible = has_escape(source);
	if (utf8_is_utf16(source->bytes, source->n)) {
		finding_add(findings, TOPIC_document_syntax,
			    (struct span){0, 1}, "",
			    N_("the file is not UTF-8 but UTF-16 or UTF-32; "
			       "save it as UTF-8"),
			    NO_ARGS);
		return false;
	}
	scan_foreign(source, findings);
	while (i < source->n) {
		uint32_t cp;
		size_t n;

		i += plain_run(source->bytes + i, source->n - i);
		if (i >= source->n)
			break;
		n = utf8_decode(source->bytes + i, source->n - i, &cp);
		if (n && !is_forbidden(cp)) {
			*invisible |=
				cp >= 0x80 && i > 0 && utf8_is_invisible(cp);
			i += (uint32_t)n;
			continue;
		}
		if (++bad <= REPORT_LIMIT)
			report(source, arena, findings, i, n ? (uint32_t)n : 1,
			       cp, n > 0);
		else if (bad == REPORT_LIMIT + 1)
			limit_at = i;
		n = n ? n : 1;
		source_replace(source, i, n);
		i += (uint32_t)n;
	}
	if (bad > REPORT_LIMIT)
		too_many(findings, limit_at, bad - REPORT_LIMIT);
	return true;
}
