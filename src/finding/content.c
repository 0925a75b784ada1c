/* content.c - values written as YAML, so that every reader reads them back as
 * what was meant */
#include <string.h>
#include <strings.h>

#include "ces/change.h"
#include "ces/utf8.h"

/* --- scalars -------------------------------------------------------------- */

/* a word that YAML 1.1 or 1.2 takes for a flag, for nothing, or a number */
static bool
is_constant(const char *s)
{
	static const char *const words[] = {
		"y",	"n", "yes",  "no",    "on",    "off",  "true", "false",
		"null", "~", ".inf", "-.inf", "+.inf", ".nan", "=",    "<<"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (!strcasecmp(s, words[i]))
			return true;
	return false;
}

/* 1e3, 010, 08:00, 0x1F, 1_000, 2026-06-30 */
static bool
is_numeric(const char *s)
{
	const char *digits = s + strspn(s, "+-.");

	return is_digit(*digits) &&
	       !s[strspn(s, "0123456789abcdefABCDEFxXoO_+-.:TtZz ")];
}

/* libyaml breaks lines at these, and others read them in their own ways */
static bool
is_special(uint32_t cp)
{
	return utf8_is_control(cp) || cp == '\r' || cp == 0x2028 ||
	       cp == 0x2029 || cp == 0xfeff || cp == 0xfffe || cp == 0xffff;
}

struct traits {
	bool special; /* can only be escaped */
	bool lines;   /* more than one */
	bool padded;  /* with blanks at an end, or at one of a line */
};

static struct traits
traits_of(const struct content *scalar)
{
	struct traits traits = {0};
	const char *s = scalar->text;
	size_t n = scalar->length;
	uint32_t cp;

	for (size_t i = 0, length; i < n; i += length) {
		length = utf8_next(s + i, n - i, &cp);
		traits.special |= is_special(cp);
		traits.lines |= cp == '\n';
		if (cp == ' ' || cp == '\t')
			traits.padded |= i == 0 || i + 1 == n ||
					 s[i + 1] == '\n' || s[i - 1] == '\n';
	}
	return traits;
}

bool
scalar_is_json(const char *s)
{
	const char *digits = s + (*s == '-');

	return !strcmp(s, "true") || !strcmp(s, "false") ||
	       (is_digit(*digits) && (*digits != '0' || !is_digit(digits[1])) &&
		!digits[strspn(digits, "0123456789.")] &&
		s[strlen(s) - 1] != '.');
}

/* Reads it back as it stands, without quotes? */
bool
scalar_is_plain(const struct content *scalar, bool flow)
{
	const char *s = scalar->text;

	if (!scalar->length || strlen(s) != scalar->length ||
	    strchr("?:,[]{}#&*!|>'\"%@`= \t", *s) ||
	    (*s == '-' && !is_digit(s[1])) || strstr(s, ": ") ||
	    strstr(s, ":\t") || strstr(s, " #") || strstr(s, "\t#") ||
	    s[scalar->length - 1] == ':' || !strncmp(s, "---", 3) ||
	    !strncmp(s, "...", 3) || (flow && strpbrk(s, ",[]{}")) ||
	    (flow && strstr(s, "://")))
		return false;
	return scalar->plain || (!is_constant(s) && !is_numeric(s));
}

static void
write_double(struct buf *buf, const struct content *scalar)
{
	const char *s = scalar->text;
	size_t n = scalar->length, length;
	uint32_t cp;

	buf_putc(buf, '"');
	for (size_t i = 0; i < n; i += length) {
		length = utf8_next(s + i, n - i, &cp);
		if (cp == '"' || cp == '\\')
			buf_printf(buf, "\\%c", (char)cp);
		else if (cp == '\n')
			buf_puts(buf, "\\n");
		else if (cp == '\t')
			buf_puts(buf, "\\t");
		else if (is_special(cp) && cp < 0x80)
			buf_printf(buf, "\\x%02X", cp);
		else if (is_special(cp))
			buf_printf(buf, "\\u%04X", cp);
		else
			buf_add(buf, s + i, length);
	}
	buf_putc(buf, '"');
}

static void
write_single(struct buf *buf, const char *s)
{
	buf_putc(buf, '\'');
	for (; *s; s++)
		buf_puts(buf, *s == '\'' ? "''" : (const char[]){*s, '\0'});
	buf_putc(buf, '\'');
}

/* "|" and the text's lines below; the last end has its sign in the header */
static void
write_literal(struct buf *buf, const struct content *scalar, char sign,
	      const struct yaml_layout *layout)
{
	const char *s = scalar->text;
	size_t n = scalar->length, ends = 0;

	while (ends < n && s[n - 1 - ends] == '\n')
		ends++;
	buf_putc(buf, sign);
	buf_puts(buf, ends == 0 ? "-" : ends > 1 ? "+" : "");
	n -= ends;
	for (size_t i = 0; i < n;) {
		size_t length = strcspn(s + i, "\n");

		if (i + length > n)
			length = n - i;
		buf_puts(buf, layout->eol);
		if (length)
			buf_fill(buf, ' ', layout->indent);
		buf_add(buf, s + i, length);
		i += length;
		if (i < n) {
			/* a folded line's end is an empty line */
			buf_puts(buf, sign == '>' ? layout->eol : "");
			i++;
		}
	}
	while (ends-- > 1)
		buf_puts(buf, layout->eol);
}

/* Can the text be lines of their own? */
static bool
fits_block(const struct content *scalar, const struct traits *traits,
	   enum node_style style)
{
	const char *s = scalar->text;
	size_t n = scalar->length;

	while (n && s[n - 1] == '\n')
		n--;
	return n && *s != '\n' && !traits->special && !traits->padded &&
	       (style == NODE_LITERAL || !memmem(s, n, "\n\n", 2));
}

void
scalar_write(struct buf *buf, const struct content *scalar,
	     enum node_style style, const struct yaml_layout *layout)
{
	struct traits traits = traits_of(scalar);
	bool block = style == NODE_LITERAL || style == NODE_FOLDED;

	if (block && !layout->flow && fits_block(scalar, &traits, style))
		write_literal(buf, scalar, style == NODE_LITERAL ? '|' : '>',
			      layout);
	else if (traits.special || traits.lines ||
		 strlen(scalar->text) != scalar->length)
		write_double(buf, scalar);
	else if (style == NODE_SINGLE)
		write_single(buf, scalar->text);
	else if ((style == NODE_PLAIN || block) && !traits.padded &&
		 !(layout->quoted &&
		   !(scalar->plain && scalar_is_json(scalar->text))) &&
		 scalar_is_plain(scalar, layout->flow))
		buf_puts(buf, scalar->text);
	else
		write_double(buf, scalar);
}

/* --- collections ---------------------------------------------------------- */

enum { SHORT = 72 /* columns of a collection in brackets */ };

static size_t
content_width(const struct content *content)
{
	size_t width = content->length;

	for (size_t i = 0; i < content->n; i++)
		width += content_width(&content->items[i]) + 2 +
			 (content->keys ? strlen(content->keys[i]) + 2 : 0);
	return width;
}

bool
content_is_short(const struct content *content)
{
	for (size_t i = 0; i < content->n; i++)
		if (content->items[i].kind != CONTENT_TEXT)
			return false;
	return content->kind == CONTENT_TEXT || !content->n ||
	       content_width(content) < SHORT;
}

void
key_write(struct buf *buf, const char *key, const struct yaml_layout *layout)
{
	struct content name = content_text(key, !key[1] || !is_constant(key));

	scalar_write(buf, &name, layout->quoted ? NODE_DOUBLE : NODE_PLAIN,
		     layout);
	buf_putc(buf, ':');
}

/* each line of it on its own, up to the indentation of what follows */
static void
write_comment(struct buf *buf, const char *comment,
	      const struct yaml_layout *layout)
{
	while (*comment) {
		size_t n = strcspn(comment, "\n");

		buf_printf(buf, "# %.*s%s", (int)n, comment, layout->eol);
		buf_fill(buf, ' ', layout->indent);
		comment += n + (comment[n] == '\n');
	}
}

static void
write_brackets(struct buf *buf, const struct content *content,
	       const struct yaml_layout *layout)
{
	struct yaml_layout flow = *layout;
	bool map = content->kind == CONTENT_MAP;

	flow.flow = true;
	buf_putc(buf, map ? '{' : '[');
	entries_write(buf, content, &flow, ", ");
	buf_putc(buf, map ? '}' : ']');
}

void
entry_write(struct buf *buf, const char *key, const struct content *content,
	    const struct yaml_layout *layout)
{
	struct yaml_layout below = *layout;

	below.indent += layout->step;
	if (!layout->flow && content->comment)
		write_comment(buf, content->comment, layout);
	key_write(buf, key, layout);
	if (layout->flow || content_is_short(content)) {
		buf_putc(buf, ' ');
		below.flow = layout->flow || content->kind != CONTENT_TEXT;
	} else {
		buf_puts(buf, layout->eol);
		buf_fill(buf, ' ', below.indent);
	}
	content_write(buf, content, &below);
}

void
entries_write(struct buf *buf, const struct content *content,
	      const struct yaml_layout *layout, const char *between)
{
	for (size_t i = 0; i < content->n; i++) {
		buf_puts(buf, i ? between : "");
		if (content->kind == CONTENT_MAP)
			entry_write(buf, content->keys[i], &content->items[i],
				    layout);
		else
			content_write(buf, &content->items[i], layout);
	}
}

void
content_write(struct buf *buf, const struct content *content,
	      const struct yaml_layout *layout)
{
	struct yaml_layout inner = *layout;

	if (content->kind == CONTENT_TEXT) {
		scalar_write(buf, content, NODE_PLAIN, layout);
		return;
	}
	if (layout->flow || !content->n) {
		write_brackets(buf, content, layout);
		return;
	}
	for (size_t i = 0; i < content->n; i++) {
		if (i) {
			buf_puts(buf, layout->eol);
			buf_fill(buf, ' ', layout->indent);
		}
		if (content->kind == CONTENT_MAP) {
			entry_write(buf, content->keys[i], &content->items[i],
				    layout);
			continue;
		}
		buf_puts(buf, "- ");
		inner.indent = layout->indent + 2;
		inner.flow = content_is_short(&content->items[i]);
		content_write(buf, &content->items[i], &inner);
	}
}
