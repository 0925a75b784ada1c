/* halves.c - "\ud83d\ude00", one character to JSON and two halves to YAML */
#include "load/halves.h"

#include <string.h>

#include "ces/utf8.h"

/* U+D800 to U+DFFF stand as U+E000 to U+E7FF while YAML is parsed */
enum { PRIVATE = 0xe000, LOW = 0xe400, END = 0xe800 };

/* the first digit behind \ud, or NULL; *at is where to look on */
static const char *
next_half(const char **at, const char *end)
{
	const char *s = *at;

	while ((s = memchr(s, '\\', (size_t)(end - s)))) {
		if (end - s < 6)
			break;
		*at = s + 2;
		if (s[1] == 'u' && (s[2] == 'd' || s[2] == 'D') &&
		    strchr("89abcdefABCDEF", s[3]))
			return s + 3;
		s += 2;
	}
	return NULL;
}

bool
halves_in(const char *bytes, size_t n)
{
	return next_half(&bytes, bytes + n) != NULL;
}

void
halves_hide(char *bytes, size_t n)
{
	static const char digits[] = "89abcdef89ABCDEF";
	const char *at = bytes, *end = bytes + n, *half;

	while ((half = next_half(&at, end))) {
		char *digit = bytes + (half - bytes);

		digit[-1] = 'e';
		*digit = (char)('0' + (strchr(digits, *digit) - digits) % 8);
	}
}

static bool
join(struct buf *buf, const char *text, size_t n)
{
	uint32_t high = 0, cp;

	for (size_t i = 0; i < n;) {
		i += utf8_next(text + i, n - i, &cp);
		if (high ? cp < LOW || cp >= END : cp >= LOW && cp < END)
			return false;
		if (cp >= PRIVATE && cp < LOW) {
			high = cp;
			continue;
		}
		utf8_encode(buf, high ? 0x10000 + (high - PRIVATE) * 0x400 +
						 (cp - LOW)
				      : cp);
		high = 0;
	}
	return !high;
}

void
halves_restore(struct findings *findings, struct token *scalar)
{
	struct buf buf = {0};
	struct span span = {scalar->start, scalar->end};

	if (join(&buf, scalar->text, scalar->n)) {
		scalar->n = buf.n;
		scalar->text = arena_take(findings->arena, &buf);
		return;
	}
	buf_free(&buf);
	finding_add(findings, TOPIC_document_syntax, span, "",
		    N_("an escape from \\ud800 to \\udfff is half of a "
		       "character; write the character itself"),
		    NO_ARGS);
	scalar->broken = true;
}
