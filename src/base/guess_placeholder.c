/* guess_placeholder.c - what stands where nothing was filled in */
#include <string.h>
#include <strings.h>

#include "base/guess_text.h"
#include "ces/character.h"
#include "ces/utf8.h"

/* A sign says nothing but that the answer is missing. */
enum { WORDS, SIGN };

/* in small letters */
static const struct meaning placeholders[] = {
	{"tbd|tbc|tba|tbs|fixme|xxx|xxxx|?|-|.|_|…", SIGN},
	{"n/a|na|n.a|n. a", WORDS},
	{"to be defined|to be determined|to be decided|to be confirmed|"
	 "to be announced|to be added|to be completed",
	 WORDS},
	{"pendiente|por definir|por determinar|por confirmar|por completar|"
	 "por decidir|por asignar|por establecer|a definir|a determinar|"
	 "a confirmar|sin definir|sin determinar|sin asignar|sin dato|"
	 "sin datos|no aplica|n/d|n.d|n. d|s/d|en definición",
	 WORDS},
	{"pendiente de definir|pendiente de definición|pendiente de confirmar|"
	 "pendiente de confirmación|pendiente de decidir|"
	 "pendiente de aprobación|pendiente de asignar|pendiente de completar",
	 WORDS},
	{"미정|추후 결정|추후결정|추후 확정|추후확정|추후 확정 예정|추후 작성|"
	 "추후작성|추후 협의|추후협의|추후 정의|추후 기입|작성 예정|작성예정|"
	 "작성 중|작성중|확인 필요|확인필요|확인 중|확인중|확인 예정|검토 중|"
	 "검토중|협의 중|협의중|결정 예정|해당 없음|해당없음",
	 WORDS},
	{"待定|未定|待确认|待确定|待补充|待补|待填写|待填|待议|待商定|待讨论|"
	 "待决定|尚未确定|尚未决定|暂无|不适用",
	 WORDS},
	{"待確認|待確定|待補充|待補|待填寫|待議|待討論|待決定|尚未確定|"
	 "尚未決定|暫無|不適用",
	 WORDS},
};

/* Is what stands behind TODO no part of a sentence? In Spanish it is a word. */
static bool
ends_todo(const char *s, size_t n, bool spanish)
{
	uint32_t cp = 0;
	size_t i = 0;

	while (i < n) {
		size_t length = utf8_next(s + i, n - i, &cp);

		if (!character_is_blank(cp))
			break;
		i += length;
	}
	return i == n || cp == ':' || cp == 0xff1a || (i && !spanish);
}

/* in brackets or quotes: where the one that closes stands, or n */
static size_t
bracket_end(const char *s, size_t n)
{
	static const char opening[] = "<[({\"'", closing[] = ">])}\"'";
	const char *open = n ? memchr(opening, *s, 6) : NULL;
	const char *end =
		open ? memchr(s + 1, closing[open - opening], n - 1) : NULL;

	return end ? (size_t)(end - s) : n;
}

/* TODO at the beginning, [TODO] as well */
static bool
is_todo(const char *s, size_t n, bool spanish)
{
	size_t end = bracket_end(s, n);

	if (end < n && end >= 5 && !memcmp(s + 1, "TODO", 4))
		return ends_todo(s + 5, end - 5, spanish) &&
		       (end + 1 == n || s[end + 1] == ':' ||
			is_space(s[end + 1]));
	if (n == 4 && !spanish && !strncasecmp(s, "todo", 4))
		return true;
	return n >= 4 && !memcmp(s, "TODO", 4) &&
	       ends_todo(s + 4, n - 4, spanish);
}

/* nothing but words that stand for a value, perhaps in brackets */
static bool
is_nothing(struct buf *folded)
{
	const char *at = folded->p;
	int ignored;

	if (bracket_end(at, folded->n) == folded->n - 1) {
		folded->p[folded->n - 1] = '\0';
		at++;
	}
	if (take_end(&at))
		return false;
	while (TAKE_WORD(&at, placeholders, &ignored) && *at)
		continue;
	return take_end(&at);
}

bool
is_placeholder(const char *s, size_t n, const char *language)
{
	bool spanish = language && !strncmp(language, "es", 2) &&
		       (!language[2] || language[2] == '-');
	struct buf plain = {0}, folded = {0};
	bool found;

	if (is_todo(s, n, spanish))
		return true;
	if (n > 32 || (n && (unsigned char)*s < 0x80 && *s > ' ' &&
		       !strchr("tTnNxXpPfFaAsSeE?-._<[({\"'", *s)))
		return false;
	token_plain(&plain, s, n);
	utf8_normalize(&folded, buf_text(&plain), plain.n, true);
	found = !folded.n || is_nothing(&folded);
	buf_free(&plain);
	buf_free(&folded);
	return found;
}

/* Passes over TODO and signs at the beginning. */
static const char *
skip_signs(const char *at)
{
	const char *next = at;
	int value;

	if (!strncmp(next, "todo", 4))
		next += 4;
	do
		at = next + strspn(next, " :;,.-_");
	while ((next = at, TAKE_WORD(&next, placeholders, &value)) &&
	       value == SIGN);
	return at;
}

const char *
guess_todo(struct arena *arena, const char *s, size_t n)
{
	size_t end = bracket_end(s, n);
	bool inside = end < n;
	const char *text =
		inside ? arena_format(arena, "%.*s%.*s", (int)(end - 1), s + 1,
				      (int)(n - end - 1), s + end + 1)
		       : arena_copy(arena, s, n);
	char *small = arena_copy(arena, text, strlen(text));

	for (char *at = small; *at; at++)
		if (*at >= 'A' && *at <= 'Z')
			*at += 'a' - 'A';
	text += skip_signs(small) - small;
	return *text ? arena_format(arena, "TODO: %s", text) : "TODO";
}
