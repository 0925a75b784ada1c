/* guess.c - what was typed, read word by word */
#include <string.h>

#include "base/guess_text.h"
#include "ces/character.h"
#include "ces/utf8.h"

static bool
is_quoted(const char *s, size_t n)
{
	return n >= 2 && (*s == '"' || *s == '\'') && s[n - 1] == *s;
}

const char *
guess_fold(struct arena *arena, const char *s, size_t n)
{
	struct buf plain = {0}, folded = {0}, out = {0};
	const char *text;

	token_plain(&plain, s, n);
	utf8_normalize(&folded, buf_text(&plain), plain.n, true);
	buf_free(&plain);
	text = buf_text(&folded);
	n = folded.n;
	while (is_quoted(text, n)) {
		text++;
		n -= 2;
	}
	for (size_t i = 0; i < n; i++)
		if (text[i] != ' ' ||
		    (out.n && out.p[out.n - 1] != ' ' && i + 1 < n))
			buf_putc(&out, text[i]);
	buf_free(&folded);
	return arena_take(arena, &out);
}

void
take_blanks(const char **at)
{
	while (**at == ' ')
		++*at;
}

bool
take_char(const char **at, char c)
{
	const char *s = *at;

	take_blanks(&s);
	if (!*s || *s != c)
		return false;
	*at = s + 1;
	return true;
}

bool
take_end(const char **at)
{
	take_blanks(at);
	return !**at;
}

/* of an alphabet whose words have blanks between them */
static bool
is_alphabetic(const char *s)
{
	uint32_t cp;

	if (!*s)
		return false;
	utf8_next(s, strlen(s), &cp);
	return (cp >= 'a' && cp <= 'z') || (cp >= 0xC0 && cp < 0x1100);
}

static bool
is_whole(const char *s, size_t n)
{
	size_t last = n - 1;

	while (last && ((unsigned char)s[last] & 0xC0) == 0x80)
		last--;
	if (is_digit(s[last]))
		return !is_digit(s[n]);
	return !is_alphabetic(s + last) || !is_alphabetic(s + n);
}

/* the length of the longest of the words that s begins with */
static size_t
longest(const char *s, const char *words)
{
	size_t best = 0;

	for (size_t n; *words; words += n + (words[n] == '|')) {
		n = (size_t)(strchrnul(words, '|') - words);
		if (n > best && *words == *s && !strncmp(s, words, n) &&
		    is_whole(s, n))
			best = n;
	}
	return best;
}

bool
take_word(const char **at, const struct meaning *table, size_t n, int *value)
{
	const char *s = *at;
	size_t best = 0;

	take_blanks(&s);
	for (size_t i = 0; i < n; i++) {
		size_t length = longest(s, table[i].words);

		if (length <= best)
			continue;
		best = length;
		*value = table[i].value;
	}
	if (!best)
		return false;
	s += best;
	if (*s == '.' && !is_digit(s[1]))
		s++;
	*at = s;
	return true;
}

size_t
take_digits(const char **at, int *value)
{
	const char *s = *at;
	size_t n = 0;

	take_blanks(&s);
	*value = 0;
	for (; is_digit(s[n]); n++)
		if (n < 9)
			*value = *value * 10 + (s[n] - '0');
	if (n)
		*at = s + n;
	return n;
}

static const struct meaning numerals[] = {
	{"〇|零", 0}, {"一", 1}, {"二|两|兩", 2}, {"三", 3}, {"四", 4},
	{"五", 5},    {"六", 6}, {"七", 7},	  {"八", 8}, {"九", 9},
};

size_t
take_numeral(const char **at, int *value)
{
	const char *s = *at;
	const struct meaning ten = {"十", 0};
	int digit, ignored;
	size_t n = 0;

	for (*value = 0; n < 8 && TAKE_WORD(&s, numerals, &digit); n++)
		*value = *value * 10 + digit;
	if (n <= 1 && take_word(&s, &ten, 1, &ignored)) {
		*value = (n ? *value : 1) * 10;
		if (TAKE_WORD(&s, numerals, &digit))
			*value += digit;
		n = 2;
	}
	if (n)
		*at = s;
	return n;
}
