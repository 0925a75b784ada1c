/* report_text.c - findings for people: place, message, source line with marks
 */
#include <libintl.h>
#include <string.h>

#include "ces/report.h"
#include "ces/utf8.h"
#include "report/text.h"

#define _(s) gettext(s)

enum { GUTTER = 5, RELATED_SHOWN = 4, FOLDED = 4 };

static const struct style plain = {"", "", "", {"", "", "", ""}};
static const struct style colored = {
	"\033[1m",
	"\033[2m",
	"\033[0m",
	{"", "\033[1;34m", "\033[1;33m", "\033[1;31m"},
};

static struct screen
screen_of(struct report_output *out)
{
	return (struct screen){&out->buf,
			       out->options.color ? &colored : &plain,
			       out->options.width};
}

/* strategy.yaml:61:16: error: no channel has the id 'whatsap' (waived: why) */
static void
show_headline(const struct screen *to, struct source *source,
	      const struct finding *finding, bool fold)
{
	const struct style *style = to->style;
	const char *severity = severity_word(finding->severity);
	const char *reason =
		finding->waiver_reason ? finding->waiver_reason : "";
	struct buf text = {0}, place = {0};

	summary_place(&(struct screen){.out = &place}, source,
		      finding->span.start);
	buf_printf(to->out, "%s%s:%s %s%s:%s %s", style->bold, place.p,
		   style->off, style->severity[finding->severity], severity,
		   style->off, style->bold);
	finding_text(&text, finding);
	if (finding->waived)
		buf_printf(&text, " (%s%s%s)", _("waived"), *reason ? ": " : "",
			   reason);
	else if (finding->in_hand)
		buf_printf(&text, " (%s)", _("in hand"));
	if (fold)
		buf_wrap(to->out, buf_text(&text), to->width,
			 utf8_width(place.p, place.n) + strlen(severity) + 4,
			 FOLDED);
	else
		utf8_show(to->out, buf_text(&text), text.n, 0);
	buf_printf(to->out, "%s\n", style->off);
	buf_free(&text);
	buf_free(&place);
}

/* the line numbers of one finding stand in one column */
static size_t
gutter_of(struct source *source, const struct finding *finding)
{
	uint32_t most = source_position(source, finding->span.start).line;
	size_t digits = 1;

	for (size_t i = 0; i < finding->related_count && i < RELATED_SHOWN;
	     i++) {
		struct span span = finding->related[i].span;
		uint32_t line = source_position(source, span.start).line;

		most = line > most ? line : most;
	}
	while (most /= 10)
		digits++;
	return digits < GUTTER ? GUTTER : digits;
}

static void
show_fact(const struct snippet *snippet, const char *text)
{
	const struct screen *to = snippet->to;

	buf_fill(to->out, ' ', snippet->gutter - 2);
	buf_printf(to->out, "%s= %s%s\n", to->style->dim, text, to->style->off);
}

static void
show_finding(const struct screen *to, struct source *source,
	     const struct finding *finding)
{
	struct snippet snippet = {.to = to,
				  .source = source,
				  .gutter = gutter_of(source, finding)};
	struct marks marks = {'^', '~', to->style->severity[finding->severity],
			      NULL};
	size_t i, left;
	struct buf text = {0};

	if (finding->span.end > 0) /* else about the whole file */
		snippet_show(&snippet, finding->span, &marks);
	for (i = 0; i < finding->related_count && i < RELATED_SHOWN; i++) {
		const struct related *related = &finding->related[i];
		const char *note = related->note;

		marks = (struct marks){'-', '-', to->style->dim,
				       note && *note ? _(note) : NULL};
		snippet_show(&snippet, related->span, &marks);
	}
	left = finding->related_count - i;
	if (left) {
		buf_printf(&text,
			   ngettext("and %zu more place", "and %zu more places",
				    left),
			   left);
		show_fact(&snippet, text.p);
		buf_clear(&text);
	}
	buf_printf(&text, "%s: `ces explain %s`", finding->topic->name,
		   finding->topic->name);
	show_fact(&snippet, text.p);
	buf_free(&text);
}

static void
file(struct report_output *out, struct review *review, size_t index)
{
	const struct screen to = screen_of(out);
	bool quiet = out->options.quiet;
	size_t n = review->findings.n;

	if (index > 0 && out->buf.n > 0 && (n > 0 || !quiet))
		buf_putc(&out->buf, '\n');
	for (size_t i = 0; i < n; i++) {
		const struct finding *finding = &review->findings.items[i];

		if (i > 0)
			buf_putc(&out->buf, '\n');
		show_headline(&to, &review->source, finding, out->options.fold);
		show_finding(&to, &review->source, finding);
	}
	if (n > 0 && !quiet)
		buf_putc(&out->buf, '\n');
	if (!quiet)
		summary_file(&to, review);
}

static void
end(struct report_output *out, const struct review *reviews, size_t n)
{
	const struct screen to = screen_of(out);

	if (!out->options.quiet && n > 1)
		summary_files(&to, reviews, n);
}

const struct report report_text = {
	.format = {"text", ".txt",
		   N_("for people: findings with their lines, then readiness")},
	.file = file,
	.end = end,
};

const struct report *const reports[] = {
	&report_text,
	&report_json,
	&report_jsonl,
	NULL,
};
