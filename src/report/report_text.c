/* report_text.c - findings for people: place, message, source line with marks
 */
#include <string.h>

#include "ces/language.h"
#include "ces/report.h"
#include "ces/utf8.h"
#include "report/text.h"

enum { GUTTER = 5, ROOM_LEAST = 20, RELATED_SHOWN = 4, FOLDED = 4 };

static const struct style plain = {"", "", "", {"", "", "", ""}};
static const struct style colored = {
	"\033[1m",
	"\033[2m",
	"\033[0m",
	{"", "\033[1;34m", "\033[1;33m", "\033[1;31m"},
};

/* --- a source line and its marks ------------------------------------------ */

/* a line of the file with its number, and marks below it */
struct snippet {
	const struct screen *to;
	struct source *source;
	size_t gutter; /* columns of the line numbers */
	uint32_t line; /* shown last and whole, 0: none */
};

/* underline of a span: ^~~~ for the finding, ---- for places related */
struct marks {
	char first, rest;
	const char *color;
	const char *note; /* behind the marks, or NULL */
};

/* the part of a line round a span, in columns counted from its beginning */
struct excerpt {
	const char *s;
	size_t n;
	size_t start, end;   /* of the span */
	size_t left, room;   /* the columns that are shown */
	bool before, behind; /* is something left out there? */
};

/* the next place, at or behind i, where a character begins */
static size_t
character(const char *s, size_t n, size_t i)
{
	while (i < n && ((unsigned char)s[i] & 0xC0) == 0x80)
		i++;
	return i;
}

/*
 * Looks only at the bytes near the span, so that a line of megabytes costs no
 * more than another. Columns are then counted from where that part begins.
 */
static void
choose_bytes(struct excerpt *excerpt, const char *line, size_t n, size_t at,
	     size_t end)
{
	size_t back = 4 * excerpt->room, ahead = 8 * excerpt->room;
	size_t from = at > back ? character(line, at, at - back) : 0;
	size_t to = n - at > ahead ? character(line, n, at + ahead) : n;

	excerpt->s = line + from;
	excerpt->n = to - from;
	excerpt->before = from > 0;
	excerpt->behind = to < n;
	excerpt->start = utf8_width(excerpt->s, at - from);
	excerpt->end = utf8_width(excerpt->s, (end < to ? end : to) - from);
	if (excerpt->end <= excerpt->start)
		excerpt->end = excerpt->start + 1;
}

/* chooses the columns to show: all, or the beginning, or those round it */
static void
choose_columns(struct excerpt *excerpt)
{
	size_t room = excerpt->room, total = utf8_width(excerpt->s, excerpt->n);
	size_t length = excerpt->end - excerpt->start, spare;

	excerpt->left = 0;
	if (total < excerpt->end) /* the span is behind the last character */
		total = excerpt->end;
	if (total <= room && !excerpt->before && !excerpt->behind)
		return;
	if (excerpt->before || excerpt->end >= room) {
		spare = length < room ? (room - length) / 2 : 1;
		if (excerpt->start > spare)
			excerpt->left = excerpt->start - spare;
		if (!excerpt->behind && total < excerpt->left + room)
			excerpt->left = total > room ? total - room : 0;
	}
	excerpt->before |= excerpt->left > 0;
	excerpt->behind |= total > excerpt->left + room;
}

static struct excerpt
excerpt_of(struct snippet *snippet, struct span span, uint32_t line)
{
	size_t taken = snippet->gutter + strlen(" | ");
	size_t width = snippet->to->width;
	struct excerpt excerpt = {.room = width < taken + ROOM_LEAST
						  ? ROOM_LEAST
						  : width - taken};
	size_t n, start, end;
	const char *s = source_line(snippet->source, line, &n);
	size_t offset = (size_t)(s - snippet->source->bytes);

	start = span.start > offset ? span.start - offset : 0;
	end = span.end > offset ? span.end - offset : 0;
	if (start > n)
		start = n;
	if (end > n)
		end = n;
	while (end > start && (s[end - 1] == ' ' || s[end - 1] == '\t'))
		end--;
	choose_bytes(&excerpt, s, n, start, end);
	choose_columns(&excerpt);
	return excerpt;
}

static void
show_gutter(const struct snippet *snippet, uint32_t line)
{
	int width = (int)snippet->gutter;

	buf_puts(snippet->to->out, snippet->to->style->dim);
	if (line)
		buf_printf(snippet->to->out, "%*u |", width, line);
	else
		buf_printf(snippet->to->out, "%*s |", width, "");
	buf_puts(snippet->to->out, snippet->to->style->off);
}

/* the length in bytes of the character at i, and its columns */
static size_t
measure_character(const struct excerpt *excerpt, size_t i, size_t column,
		  size_t *width)
{
	uint32_t cp;
	size_t n = utf8_decode(excerpt->s + i, excerpt->n - i, &cp);

	*width = 1; /* of the sign for a broken byte */
	if (n)
		*width = cp == '\t' ? 8 - column % 8 : utf8_cp_width(cp);
	return n ? n : 1;
}

/* a character of width columns at column, clipped to low..high - 1; half a wide
 * character is a blank */
static void
show_character(struct buf *out, const char *s, size_t n, size_t column,
	       size_t width, size_t low, size_t high)
{
	size_t from = column > low ? column : low;
	size_t to = column + width < high ? column + width : high;

	if (width == 0 && column > low && column <= high)
		buf_add(out, s, n);
	else if (to - from == width && to > from)
		utf8_show(out, s, n, column);
	else if (to > from)
		buf_fill(out, ' ', to - from);
}

static void
show_line(const struct snippet *snippet, const struct excerpt *excerpt,
	  uint32_t line)
{
	struct buf *out = snippet->to->out;
	size_t low = excerpt->left + excerpt->before;
	size_t high = excerpt->left + excerpt->room - excerpt->behind;
	size_t column = 0, i = 0, least;

	show_gutter(snippet, line);
	least = out->n;
	buf_puts(out, excerpt->before ? " …" : " ");
	while (i < excerpt->n && column <= high) {
		size_t width, n = measure_character(excerpt, i, column, &width);

		show_character(out, excerpt->s + i, n, column, width, low,
			       high);
		column += width;
		i += n;
	}
	if (excerpt->behind)
		buf_puts(out, "…");
	while (out->n > least && out->p[out->n - 1] == ' ')
		out->p[--out->n] = '\0';
	buf_putc(out, '\n');
}

/* a note that has no room behind the marks goes on a line of its own, below
 * them or, where it is long, as far to the left as it has to */
static void
show_note(const struct snippet *snippet, const char *note, size_t start,
	  size_t end, size_t room)
{
	size_t width = utf8_width(note, strlen(note));

	if (end + 1 + width <= room) {
		buf_putc(snippet->to->out, ' ');
	} else {
		if (start + width > room)
			start = width < room ? room - width : 0;
		buf_putc(snippet->to->out, '\n');
		show_gutter(snippet, 0);
		buf_fill(snippet->to->out, ' ', 1 + start);
	}
	utf8_show(snippet->to->out, note, strlen(note), 0);
}

static void
show_marks(const struct snippet *snippet, const struct excerpt *excerpt,
	   const struct marks *marks)
{
	struct buf *out = snippet->to->out;
	size_t end = excerpt->end - excerpt->left;
	size_t start = excerpt->start - excerpt->left;

	if (end > excerpt->room)
		end = excerpt->room;
	show_gutter(snippet, 0);
	buf_fill(out, ' ', 1 + start);
	buf_puts(out, marks->color);
	buf_putc(out, marks->first);
	buf_fill(out, marks->rest, end - start - 1);
	if (marks->note)
		show_note(snippet, marks->note, start, end, excerpt->room);
	buf_puts(out, snippet->to->style->off);
	buf_putc(out, '\n');
}

/*
 * Shows the first line of the span, cut round it where it is too long, and the
 * marks. A line that was just shown whole is not shown again.
 */
static void
snippet_show(struct snippet *snippet, struct span span,
	     const struct marks *marks)
{
	struct position at = source_position(snippet->source, span.start);
	struct excerpt excerpt = excerpt_of(snippet, span, at.line);
	bool whole = !excerpt.before && !excerpt.behind;

	if (!whole || snippet->line != at.line)
		show_line(snippet, &excerpt, at.line);
	show_marks(snippet, &excerpt, marks);
	snippet->line = whole ? at.line : 0;
}

/* --- findings ------------------------------------------------------------- */

static struct screen
screen_of(struct report_output *out, const struct language *language)
{
	return (struct screen){&out->buf, language,
			       out->options.color ? &colored : &plain,
			       out->options.width};
}

/* appends what is told of the finding: "... (waived: why)" */
static void
add_told(struct buf *buf, const struct language *language,
	 const struct finding *finding, bool alone)
{
	const char *reason =
		finding->waiver_reason ? finding->waiver_reason : "";
	struct buf text = {0};

	if (alone)
		finding_text(&text, language, finding);
	else
		finding_group_text(&text, language, finding);
	message_fill(buf, language,
		     finding->waived	? *reason ? N_("{finding} (waived: "
							  "{reason})")
						  : N_("{finding} (waived)")
			: finding->in_hand ? N_("{finding} (in hand)")
					: "{finding}",
		     ARGS(TEXT_ARG("finding", buf_text(&text)),
			  TEXT_ARG("reason", reason)));
	buf_free(&text);
}

/* strategy.yaml:61:16: error: no channel has the id 'whatsap' (waived: why),
 * and [the/rule] behind it where nothing stands below */
static void
show_headline(const struct screen *to, struct source *source,
	      const struct finding *finding, bool fold, bool alone)
{
	const struct style *style = to->style;
	struct buf text = {0}, place = {0};
	size_t width;

	summary_place(&(struct screen){.out = &place}, source,
		      finding->span.start);
	buf_printf(to->out, "%s%s:%s ", style->bold, place.p, style->off);
	width = utf8_width(place.p, place.n) + 2 +
		summary_severity(to, finding->severity);
	buf_puts(to->out, style->bold);
	add_told(&text, to->language, finding, alone);
	if (fold)
		buf_wrap(to->out, buf_text(&text), to->width, width, FOLDED);
	else
		utf8_show(to->out, buf_text(&text), text.n, 0);
	buf_puts(to->out, style->off);
	if (alone)
		buf_printf(to->out, " %s[%s]%s", style->dim,
			   finding->topic->name, style->off);
	buf_putc(to->out, '\n');
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

/* the command on a line of its own where both are wider than the screen */
static void
show_rule(const struct snippet *snippet, const char *rule)
{
	struct buf text = {0};

	buf_printf(&text, "%s: ", rule);
	if (snippet->gutter + utf8_width(text.p, text.n) +
		    strlen("`ces explain `") + strlen(rule) >
	    snippet->to->width) {
		text.p[text.n - 1] = '\n';
		buf_fill(&text, ' ', snippet->gutter);
	}
	buf_printf(&text, "`ces explain %s`", rule);
	show_fact(snippet, text.p);
	buf_free(&text);
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

		marks = (struct marks){
			'-', '-', to->style->dim,
			note && *note ? language_text(to->language, note)
				      : NULL};
		snippet_show(&snippet, related->span, &marks);
	}
	left = finding->related_count - i;
	if (left) {
		message_count(&text, to->language, "and {n} more place",
			      "and {n} more places", (double)left, NO_ARGS);
		show_fact(&snippet, text.p);
		buf_clear(&text);
	}
	buf_free(&text);
	places_list(to, source, finding, snippet.gutter);
	show_rule(&snippet, finding->topic->name);
}

/* those behind the limit */
static void
show_rest(const struct screen *to, size_t n)
{
	message_count(to->out, to->language,
		      "{n} more finding; without --limit all are shown",
		      "{n} more findings; without --limit all are shown",
		      (double)n, NO_ARGS);
	buf_putc(to->out, '\n');
}

/* The findings but for placeholders that are listed; false: there are none. */
static bool
show_findings(const struct report_output *out, const struct screen *to,
	      struct review *review)
{
	size_t limit = out->options.limit, n = 0, rest = 0;

	for (size_t i = 0; i < review->findings.n; i++) {
		const struct finding *finding = &review->findings.items[i];

		if (todo_waits(finding) || !finding_is_shown(finding))
			continue;
		if (n++ > 0 && (!limit || n <= limit + 1))
			buf_putc(to->out, '\n');
		if (limit && n > limit) {
			rest += finding->group ? finding->group->n : 1;
			continue;
		}
		show_headline(to, &review->source, finding, out->options.fold,
			      false);
		show_finding(to, &review->source, finding);
	}
	if (rest)
		show_rest(to, rest);
	return n > 0;
}

static void
file(struct report_output *out, struct review *review, size_t index)
{
	const struct screen to = screen_of(out, review->language);
	bool quiet = out->options.quiet;
	bool listed = todo_listed(review);
	size_t n = review->findings.n;

	if (index > 0 && out->buf.n > 0 && (n > 0 || !quiet))
		buf_putc(&out->buf, '\n');
	if (show_findings(out, &to, review) && listed)
		buf_putc(&out->buf, '\n');
	if (listed)
		todo_list(&to, review);
	if (n > 0 && !quiet)
		buf_putc(&out->buf, '\n');
	if (!quiet)
		summary_file(&to, review);
}

static void
file_brief(struct report_output *out, struct review *review, size_t index)
{
	const struct screen to = screen_of(out, review->language);
	size_t n = review->findings.n, limit = out->options.limit;

	(void)index;
	for (size_t i = 0; i < n && (!limit || i < limit); i++)
		show_headline(&to, &review->source, &review->findings.items[i],
			      false, true);
	if (limit && n > limit)
		show_rest(&to, n - limit);
}

static void
end(struct report_output *out, const struct review *reviews, size_t n)
{
	const struct screen to = screen_of(out, n ? reviews->language : NULL);

	if (!out->options.quiet && n > 1)
		summary_files(&to, reviews, n);
}

const struct report report_text = {
	.format = {"text", ".txt",
		   N_("for people: findings with their lines, then readiness"),
		   NULL},
	.file = file,
	.end = end,
};

const struct report report_brief = {
	.format = {"brief", ".log", N_("for people: one line a finding"), NULL},
	.file = file_brief,
};

const struct report *const reports[] = {
	&report_text, &report_brief, &report_json, &report_jsonl, NULL,
};
