/* character.c - characters that look like others, or like nothing */
#include <string.h>

#include "ces/character.h"
#include "ces/message.h"
#include "ces/utf8.h"

/* Characters first to last stand for the plain one and those behind it, or,
 * where all are alike, for the plain one alone; NONE has no picture. */
enum { NONE = 0, ALIKE = 0, COUNTED = 1 };

static const struct form {
	uint32_t first, last, plain;
	int counted;
	const char *name;
} forms[] = {
	{' ', ' ', ' ', ALIKE, N_("a space at its beginning or end")},
	{'\t', '\t', ' ', ALIKE, N_("a tab")},
	{'\n', '\n', ' ', ALIKE, N_("a line break")},
	{'\r', '\r', ' ', ALIKE, N_("a line break")},
	{0xA0, 0xA0, ' ', ALIKE, N_("a no-break space")},
	{0xAD, 0xAD, NONE, ALIKE, N_("a soft hyphen")},
	{0x300, 0x34E, NONE, ALIKE, N_("an accent apart from its letter")},
	{0x34F, 0x34F, NONE, ALIKE, N_("an invisible joiner")},
	{0x350, 0x36F, NONE, ALIKE, N_("an accent apart from its letter")},
	{0x660, 0x669, '0', COUNTED, N_("an Arabic digit")},
	{0x6F0, 0x6F9, '0', COUNTED, N_("a Persian digit")},
	{0x966, 0x96F, '0', COUNTED, N_("a Devanagari digit")},
	{0x1100, 0x11FF, NONE, ALIKE,
	 N_("a Hangul letter apart from its "
	    "syllable")},
	{0x2002, 0x2003, ' ', ALIKE, N_("a wide space")},
	{0x2000, 0x2006, ' ', ALIKE, N_("a typographic space")},
	{0x2007, 0x2007, ' ', ALIKE, N_("a figure space")},
	{0x2009, 0x2009, ' ', ALIKE, N_("a thin space")},
	{0x2008, 0x200A, ' ', ALIKE, N_("a typographic space")},
	{0x200B, 0x200B, NONE, ALIKE, N_("a zero-width space")},
	{0x200C, 0x200C, NONE, ALIKE, N_("a zero-width non-joiner")},
	{0x200D, 0x200D, NONE, ALIKE, N_("a zero-width joiner")},
	{0x2013, 0x2013, '-', ALIKE, N_("an en dash")},
	{0x2014, 0x2014, '-', ALIKE, N_("an em dash")},
	{0x2010, 0x2015, '-', ALIKE, N_("a typographic hyphen")},
	{0x2018, 0x201B, '\'', ALIKE, N_("a curly quote")},
	{0x201C, 0x201F, '"', ALIKE, N_("a curly quote")},
	{0x202F, 0x202F, ' ', ALIKE, N_("a narrow no-break space")},
	{0x2044, 0x2044, '/', ALIKE, N_("a fraction slash")},
	{0x205F, 0x205F, ' ', ALIKE, N_("a typographic space")},
	{0x2060, 0x2060, NONE, ALIKE, N_("a word joiner")},
	{0x2212, 0x2212, '-', ALIKE, N_("a typographic minus sign")},
	{0x2215, 0x2215, '/', ALIKE, N_("a division slash")},
	{0x2236, 0x2236, ':', ALIKE, N_("a ratio sign")},
	{0x3000, 0x3000, ' ', ALIKE, N_("a full-width space")},
	{0x3001, 0x3001, ',', ALIKE, N_("an ideographic comma")},
	{0x223C, 0x223C, '~', ALIKE, N_("a tilde operator")},
	{0x3002, 0x3002, '.', ALIKE, N_("an ideographic full stop")},
	{0x300C, 0x300F, '"', ALIKE, N_("a corner bracket")},
	{0x3010, 0x3010, '[', ALIKE, N_("a black lenticular bracket")},
	{0x3011, 0x3011, ']', ALIKE, N_("a black lenticular bracket")},
	{0x301C, 0x301C, '~', ALIKE, N_("a wave dash")},
	{0xFE50, 0xFE50, ',', ALIKE, N_("a small comma")},
	{0xFE55, 0xFE55, ':', ALIKE, N_("a small colon")},
	{0xFE6A, 0xFE6A, '%', ALIKE, N_("a small percent sign")},
	{0xFE0E, 0xFE0F, NONE, ALIKE, N_("a variation selector")},
	{0xFEFF, 0xFEFF, NONE, ALIKE, N_("a byte order mark")},
	{0xFF03, 0xFF03, '#', ALIKE, N_("a full-width number sign")},
	{0xFF08, 0xFF08, '(', ALIKE, N_("a full-width bracket")},
	{0xFF09, 0xFF09, ')', ALIKE, N_("a full-width bracket")},
	{0xFF0D, 0xFF0D, '-', ALIKE, N_("a full-width hyphen")},
	{0xFF10, 0xFF19, '0', COUNTED, N_("a full-width digit")},
	{0xFF0C, 0xFF0C, ',', ALIKE, N_("a full-width comma")},
	{0xFF1A, 0xFF1A, ':', ALIKE, N_("a full-width colon")},
	{0xFF3B, 0xFF3B, '[', ALIKE, N_("a full-width bracket")},
	{0xFF3D, 0xFF3D, ']', ALIKE, N_("a full-width bracket")},
	{0xFF5B, 0xFF5B, '{', ALIKE, N_("a full-width brace")},
	{0xFF5D, 0xFF5D, '}', ALIKE, N_("a full-width brace")},
	{0xFF5E, 0xFF5E, '~', ALIKE, N_("a full-width tilde")},
	{0xFF01, 0xFF5E, '!', COUNTED, N_("a full-width character")},
	{0xFFE5, 0xFFE5, 0xA5, ALIKE, N_("a full-width yen sign")},
	{0xFFE6, 0xFFE6, 0x20A9, ALIKE, N_("a full-width won sign")},
	{0xAB, 0xAB, '"', ALIKE, N_("an angle quote")},
	{0xBB, 0xBB, '"', ALIKE, N_("an angle quote")},
	{0x2BC, 0x2BC, '\'', ALIKE, N_("a typographic apostrophe")},
};

static const struct form *
form_of(uint32_t cp)
{
	if (cp > ' ' && cp <= '~') /* itself, as most are */
		return NULL;
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (cp >= forms[i].first && cp <= forms[i].last)
			return &forms[i];
	return NULL;
}

const char *
character_name(uint32_t cp)
{
	const struct form *form = form_of(cp);

	if (form)
		return form->name;
	return utf8_is_bidi(cp)	       ? N_("a mark of writing direction")
	       : utf8_is_invisible(cp) ? N_("an invisible character")
				       : N_("a character of another form");
}

bool
character_is_blank(uint32_t cp)
{
	const struct form *form = form_of(cp);

	return form && form->plain == ' ';
}

bool
character_is_bullet(uint32_t cp)
{
	static const uint32_t bullets[] = {
		0x00B7, 0x2012, 0x2013, 0x2014, 0x2022, 0x2023, 0x2043, 0x2212,
		0x2219, 0x25A0, 0x25AA, 0x25B6, 0x25BA, 0x25CB, 0x25CF, 0x25E6,
		0x2713, 0x2714, 0x27A2, 0x30FB, 0xF0A7, 0xF0B7, 0xFF0D};

	for (size_t i = 0; i < sizeof(bullets) / sizeof(*bullets); i++)
		if (bullets[i] == cp)
			return true;
	return false;
}

/* Accents and letters of syllables are composed before, and mean something
 * where they can't be; what turns the direction of writing is no slip. */
static bool
is_nothing(uint32_t cp)
{
	bool turns = (cp >= 0x202A && cp <= 0x202E) ||
		     (cp >= 0x2066 && cp <= 0x2069);

	return (utf8_is_invisible(cp) && !turns) || cp == 0xAD || cp == 0x34F ||
	       cp == 0xFE0E || cp == 0xFE0F;
}

/* joiners are part of words of some scripts */
static bool
is_joined(uint32_t cp, uint32_t before, const char *s, size_t n)
{
	return (cp == 0x200C || cp == 0x200D) && before >= 0x80 && n &&
	       (unsigned char)*s >= 0x80;
}

uint32_t
character_plain(uint32_t cp)
{
	const struct form *form = form_of(cp);

	if (!form || form->plain == NONE)
		return cp;
	return form->plain + (form->counted ? cp - form->first : 0);
}

/* does it join the letter before it in the composed form? */
static bool
is_part(uint32_t cp)
{
	return (cp >= 0x300 && cp <= 0x36F && cp != 0x34F) ||
	       (cp >= 0x1161 && cp <= 0x11FF);
}

/* the first character of a that differs from b: of a letter and its accent, the
 * accent */
static uint32_t
first_change(const char *a, size_t n, const char *b, size_t m)
{
	size_t i = 0, j = 0;
	uint32_t cp = 0, other = 0, next = 0;

	while (i < n) {
		i += utf8_next(a + i, n - i, &cp);
		if (j == m)
			return cp;
		j += utf8_next(b + j, m - j, &other);
		if (cp == other)
			continue;
		if (i < n)
			utf8_next(a + i, n - i, &next);
		return is_part(next) ? next : cp;
	}
	return 0;
}

/* the part without blanks and invisible characters at its ends */
static void
trim(const char **s, size_t *n)
{
	size_t from = *n, end = 0, length;
	uint32_t cp;

	for (size_t i = 0; i < *n; i += length) {
		length = utf8_next(*s + i, *n - i, &cp);
		if (character_is_blank(cp) || is_nothing(cp))
			continue;
		if (from > i)
			from = i;
		end = i + length;
	}
	*s += from;
	*n = end > from ? end - from : 0;
}

static void
write_tidy(struct buf *out, const char *s, size_t n, bool plain)
{
	uint32_t cp = 0, before;
	size_t length;

	for (size_t i = 0; i < n; i += length) {
		before = cp;
		length = utf8_next(s + i, n - i, &cp);
		if (character_is_blank(cp))
			buf_putc(out, ' ');
		else if (!is_nothing(cp) ||
			 is_joined(cp, before, s + i + length, n - i - length))
			utf8_encode(out, plain ? character_plain(cp) : cp);
	}
}

static uint32_t
tidy(struct buf *out, const char *s, size_t n, bool plain)
{
	struct buf composed = {0};
	const char *text;
	size_t length, from = out->n;

	utf8_normalize(&composed, s, n, false);
	text = buf_text(&composed);
	length = composed.n;
	trim(&text, &length);
	write_tidy(out, text, length, plain);
	buf_free(&composed);
	return first_change(s, n, buf_text(out) + from, out->n - from);
}

uint32_t
token_tidy(struct buf *out, const char *s, size_t n)
{
	return tidy(out, s, n, false);
}

uint32_t
token_plain(struct buf *out, const char *s, size_t n)
{
	return tidy(out, s, n, true);
}
