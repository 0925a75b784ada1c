/* week_text.c - the words and separators of opening hours */
#include "week_text.h"

#include <string.h>

#include "ces/utf8.h"

bool
text_fail(struct week_text *text, enum week_problem problem, size_t start,
	  size_t end)
{
	*text->error = (struct week_error){problem, start, end};
	return false;
}

void
text_skip_blanks(struct week_text *text)
{
	while (text->at < text->n && is_space(text->s[text->at]))
		text->at++;
}

bool
text_rule_ends(const struct week_text *text)
{
	return text->at == text->n || text->s[text->at] == ';';
}

bool
text_take(struct week_text *text, char separator)
{
	text_skip_blanks(text);
	if (text->at == text->n || text->s[text->at] != separator)
		return false;
	text->at++;
	text_skip_blanks(text);
	return true;
}

/* letters of any script, so that a foreign day's name is named as a whole */
static size_t
run_end(const struct week_text *text, const char *more)
{
	size_t at = text->at, length;
	uint32_t cp;

	for (; at < text->n; at += length) {
		length = utf8_decode(text->s + at, text->n - at, &cp);
		if (!length || !cp)
			break;
		if (cp >= 0x80 ? utf8_is_id_char(cp)
			       : (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z')
			continue;
		if (cp >= 0x80 || !strchr(more, (int)cp))
			break;
	}
	return at;
}

size_t
text_word_end(const struct week_text *text)
{
	return run_end(text, "");
}

size_t
text_token_end(const struct week_text *text)
{
	return run_end(text, "0123456789:./");
}

static char
to_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool
text_is_word(const char *s, size_t n, const char *word)
{
	if (strlen(word) != n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (to_lower(s[i]) != to_lower(word[i]))
			return false;
	return true;
}

/* the end of a "comment", [..], (..) or of equal marks such as || */
static size_t
marks_end(const struct week_text *text)
{
	static const char opening[] = "\"[(", closing[] = "\"])";
	size_t at = text->at, left = text->n - at;
	const char *s = text->s + at;
	const char *open = *s ? strchr(opening, *s) : NULL;
	const char *close;
	uint32_t cp;
	size_t n = 1;

	if ((unsigned char)*s >= 0x80) {
		n = utf8_decode(s, left, &cp);
		return at + (n ? n : 1);
	}
	if (open) {
		close = memchr(s + 1, closing[open - opening], left - 1);
		return close ? at + (size_t)(close - s) + 1 : text->n;
	}
	while (n < left && s[n] == *s)
		n++;
	return at + n;
}

bool
text_unexpected(struct week_text *text, size_t from)
{
	size_t end = text->at;

	if (!text_rule_ends(text)) {
		end = text_token_end(text);
		if (end == text->at)
			end = marks_end(text);
		return text_fail(text, WEEK_SYNTAX, text->at, end);
	}
	while (end > 0 && is_space(text->s[end - 1]))
		end--;
	if (from >= end) /* nothing follows a separator: name that */
		from = end ? end - 1 : 0;
	return text_fail(text, WEEK_SYNTAX, from, end);
}
