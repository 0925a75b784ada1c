/* html.c - texts made safe for HTML, and the frame of a page */
#include "text/html/html.h"

#include <assert.h>
#include <string.h>

#include "ces/embedded.h"
#include "ces/language.h"
#include "ces/palette.h"
#include "ces/sha256.h"
#include "ces/state.h"
#include "ces/utf8.h"

/* --- texts ---------------------------------------------------------------- */

static void
add_character(struct buf *out, const char *s, size_t n, uint32_t cp)
{
	static const struct {
		uint32_t cp;
		const char *entity;
	} entities[] = {{'&', "&amp;"},
			{'<', "&lt;"},
			{'>', "&gt;"},
			{'"', "&quot;"},
			{'\'', "&#39;"}};

	for (size_t i = 0; i < sizeof(entities) / sizeof(*entities); i++)
		if (cp == entities[i].cp) {
			buf_puts(out, entities[i].entity);
			return;
		}
	if (utf8_is_control(cp))
		utf8_show(out, s, n, 0);
	else if ((cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF))
		utf8_encode(out, 0xFFFD);
	else
		buf_add(out, s, n);
}

void
html_text(struct buf *out, const char *text)
{
	size_t n = strlen(text), length;
	uint32_t cp;

	for (; n; text += length, n -= length) {
		length = utf8_next(text, n, &cp);
		add_character(out, text, length, cp);
	}
}

void
html_lines(struct buf *out, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\n");
		struct buf line = {0};

		buf_add(&line, text, n);
		html_text(out, buf_text(&line));
		buf_free(&line);
		text += n;
		if (*text && *++text)
			buf_puts(out, "<br>");
	}
}

/* Spells what no address may hold; ids and keys are letters, digits, - and _.
 */
void
html_anchor(struct buf *out, const char *table, const char *id)
{
	buf_puts(out, table);
	if (!id)
		return;
	buf_putc(out, '-');
	for (; *id; id++)
		if (is_digit(*id) || is_letter(*id) || *id == '-' || *id == '_')
			buf_putc(out, *id);
		else
			buf_printf(out, ".%02x", (unsigned char)*id);
}

void
html_heading(struct buf *out, int level, const char *anchor, const char *text)
{
	buf_printf(out, "<h%d", level);
	if (anchor)
		buf_printf(out, " id=\"%s\"", anchor);
	buf_putc(out, '>');
	html_text(out, text);
	buf_printf(out, "</h%d>\n", level);
}

void
html_paragraph(struct buf *out, const char *class, const char *text)
{
	buf_printf(out, "<p class=\"%s\">", class);
	html_text(out, text);
	buf_puts(out, "</p>\n");
}

/* --- the frame ------------------------------------------------------------ */

static void
add_file(struct buf *out, const char *name)
{
	const struct embedded *file = embedded_find(name);

	assert(file);
	buf_add(out, file->bytes, file->n);
}

static void
add_paints(struct buf *css, const char *before, bool dark, const char *after)
{
	buf_puts(css, before);
	for (const struct paint *paint = palette; paint->name; paint++)
		buf_printf(css, "--%s:#%06x;", paint->name,
			   dark ? paint->dark : paint->light);
	buf_puts(css, after);
}

static const char *
name_of(enum color color)
{
	const struct paint *paint = palette;

	while (paint->light != (unsigned)color)
		paint++;
	return paint->name;
}

/* Paper is light whatever the screen is. Checkers of HTML hash the style
 * without blanks at its ends, so there are none. */
static void
add_style(struct buf *out, const char *const *sheets)
{
	struct buf css = {0};
	char hash[SHA256_BASE64];

	add_paints(&css, ":root{color-scheme:light dark;", false, "}\n");
	add_paints(&css, "@media screen and (prefers-color-scheme:dark){:root{",
		   true, "}}\n");
	for (const struct paint *paint = palette; paint->name; paint++)
		buf_printf(&css,
			   ".f-%s{fill:var(--%s)}.s-%s{stroke:var(--%s)}\n",
			   paint->name, paint->name, paint->name, paint->name);
	for (int i = SYMBOL_NONE + 1; i < SYMBOL_COUNT; i++)
		buf_printf(&css, ".k-%s{background:var(--%s)}\n",
			   symbols[i].key, name_of(symbols[i].color));
	add_file(&css, "page/base.css");
	while (*sheets)
		add_file(&css, *sheets++);
	while (css.p[css.n - 1] == '\n')
		css.n--;
	sha256_base64(hash, css.p, css.n);
	buf_printf(out,
		   "<meta http-equiv=\"Content-Security-Policy\" "
		   "content=\"default-src 'none'; style-src 'sha256-%s'; "
		   "base-uri 'none'; form-action 'none'\">\n<style>",
		   hash);
	buf_add(out, css.p, css.n);
	buf_puts(out, "</style>\n");
	buf_free(&css);
}

/* Scripts that are written from right to left. */
static bool
is_rightward(const char *tag)
{
	static const char *const codes[] = {"ar", "dv", "fa", "he", "ps",
					    "sd", "ug", "ur", "yi"};
	size_t n = strcspn(tag, "-");

	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		if (n == strlen(codes[i]) && !strncmp(tag, codes[i], n))
			return true;
	return false;
}

/* the plan's own where its texts are in none of our languages */
static const char *
tag_of(const struct review *review)
{
	const struct text_value *own = &review->plan->plan.language;

	if (is_set(&own->at) && !language_find(own->text))
		return own->text;
	return language_tag(review->language);
}

void
html_start(struct buf *out, const struct review *review, const char *title,
	   const char *const *sheets)
{
	const char *tag = tag_of(review);

	buf_puts(out, "<!DOCTYPE html>\n<html lang=\"");
	html_text(out, tag);
	buf_printf(out,
		   "\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		   "<meta name=\"viewport\" "
		   "content=\"width=device-width, initial-scale=1\">\n"
		   "<meta name=\"generator\" content=\"ces " CES_VERSION
		   "\">\n<title>",
		   is_rightward(tag) ? "rtl" : "ltr");
	html_text(out, title);
	buf_puts(out, "</title>\n");
	add_style(out, sheets);
	buf_puts(out, "</head>\n<body>\n");
}

void
html_end(struct buf *out)
{
	buf_puts(out, "</body>\n</html>");
	mark_add(out);
}
