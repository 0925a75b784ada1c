/* report_text.c - findings for people: place, message, source line with marks
 */
#include <libintl.h>
#include <string.h>

#include "ces/report.h"
#include "ces/utf8.h"
#include "report/text.h"

#define _(s) gettext(s)

enum { WIDTH = 80, RELATED_SHOWN = 4, FOLDED = 4 };

static const struct style plain = {"", "", "", {"", "", "", ""}};
static const struct style colored = {
	"\033[1m",
	"\033[2m",
	"\033[0m",
	{"", "\033[1;34m", "\033[1;33m", "\033[1;31m"},
};

static const struct style *
style_of(bool color)
{
	return color ? &colored : &plain;
}

static size_t
width_of(const struct report_options *options)
{
	return options->width ? options->width : WIDTH;
}

/* waived: reason, in hand */
static void
add_state(struct buf *text, const struct finding *finding)
{
	const char *reason = finding->waiver_reason;

	if (finding->waived)
		buf_printf(text, " (%s%s%s)", _("waived"),
			   reason && *reason ? ": " : "", reason ? reason : "");
	else if (finding->in_hand)
		buf_printf(text, " (%s)", _("in hand"));
}

/* strategy.yaml:61:16: error: no channel has the id 'whatsap' */
static void
show_headline(struct buf *out, struct source *source,
	      const struct finding *finding,
	      const struct report_options *options)
{
	const struct style *style = style_of(options->color);
	const char *severity = severity_word(finding->severity);
	struct buf text = {0}, place = {0};

	summary_place(&place, source, finding->span.start);
	buf_printf(out, "%s%s:%s %s%s:%s ", style->bold, buf_text(&place),
		   style->off, style->severity[finding->severity], severity,
		   style->off);
	finding_text(&text, finding);
	add_state(&text, finding);
	buf_puts(out, style->bold);
	if (options->fold)
		buf_wrap(out, buf_text(&text), width_of(options),
			 utf8_width(place.p, place.n) + strlen(severity) + 4,
			 FOLDED);
	else
		utf8_show(out, buf_text(&text), text.n, 0);
	buf_puts(out, style->off);
	buf_putc(out, '\n');
	buf_free(&text);
	buf_free(&place);
}

/* the line numbers of one finding stand in one column */
static size_t
gutter_of(struct source *source, const struct finding *finding)
{
	uint32_t most = source_position(source, finding->span.start).line;
	size_t i;

	for (i = 0; i < finding->related_count && i < RELATED_SHOWN; i++) {
		struct span span = finding->related[i].span;
		uint32_t line = source_position(source, span.start).line;

		if (line > most)
			most = line;
	}
	return snippet_gutter(most);
}

static void
show_fact(const struct snippet *snippet, const char *text)
{
	buf_fill(snippet->out, ' ', snippet->gutter - 2);
	buf_printf(snippet->out, "%s= %s%s\n", snippet->style->dim, text,
		   snippet->style->off);
}

static void
show_related(struct snippet *snippet, const struct finding *finding)
{
	size_t i, left, n = finding->related_count;
	struct buf text = {0};

	for (i = 0; i < n && i < RELATED_SHOWN; i++) {
		const struct related *related = &finding->related[i];
		const char *note = related->note;
		struct marks marks = {'-', '-', snippet->style->dim,
				      note && *note ? _(note) : NULL};

		snippet_show(snippet, related->span, &marks);
	}
	left = n - i;
	if (!left)
		return;
	buf_printf(&text,
		   ngettext("and %zu more place", "and %zu more places", left),
		   left);
	show_fact(snippet, text.p);
	buf_free(&text);
}

static void
show_finding(struct buf *out, struct source *source,
	     const struct finding *finding,
	     const struct report_options *options)
{
	const struct style *style = style_of(options->color);
	struct snippet snippet = {.out = out,
				  .source = source,
				  .style = style,
				  .width = width_of(options),
				  .gutter = gutter_of(source, finding)};
	struct marks marks = {'^', '~', style->severity[finding->severity],
			      NULL};
	struct buf text = {0};

	show_headline(out, source, finding, options);
	if (finding->span.end > 0) /* else about the whole file */
		snippet_show(&snippet, finding->span, &marks);
	show_related(&snippet, finding);
	buf_printf(&text, "%s: `ces explain %s`", finding->topic->name,
		   finding->topic->name);
	show_fact(&snippet, text.p);
	buf_free(&text);
}

static void
file(struct report_output *out, struct review *review, size_t index)
{
	const struct report_options *options = &out->options;
	struct buf *buf = &out->buf;
	size_t n = review->findings.n;

	if (index > 0 && buf->n > 0 && (n > 0 || !options->quiet))
		buf_putc(buf, '\n');
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_putc(buf, '\n');
		show_finding(buf, &review->source, &review->findings.items[i],
			     options);
	}
	if (options->quiet)
		return;
	if (n > 0)
		buf_putc(buf, '\n');
	summary_file(buf, review, style_of(options->color), width_of(options));
}

static void
end(struct report_output *out, const struct review *reviews, size_t n)
{
	if (!out->options.quiet && n > 1)
		summary_files(&out->buf, reviews, n,
			      style_of(out->options.color));
}

const struct report report_text = {
	.format = {"text", ".txt",
		   N_("for people: findings with their lines, then readiness")},
	.file = file,
	.end = end,
};
