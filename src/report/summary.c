/* summary.c - readiness, next fixes and counts */
#include "report/text.h"

#include <libintl.h>
#include <string.h>

#include "ces/question.h"
#include "ces/utf8.h"

#define _(s) gettext(s)

enum { CELLS = 20, INDENT = 5 };

static void
add_name(struct buf *out, const struct source *source)
{
	utf8_show(out, source->name, strlen(source->name), 0);
}

void
summary_place(struct buf *out, struct source *source, uint32_t offset)
{
	struct position at = source_position(source, offset);

	add_name(out, source);
	buf_printf(out, ":%u:%u", at.line, at.column);
}

static void
add_heading(struct buf *out, const char *text, const struct style *style)
{
	buf_printf(out, "%s%s%s\n\n", style->bold, text, style->off);
}

/* a cell is full only when its whole twentieth is */
static void
add_bar(struct buf *out, int percent, const struct style *style)
{
	int full = percent * CELLS / 100, i;

	for (i = 0; i < full; i++)
		buf_puts(out, "█");
	buf_puts(out, style->dim);
	for (; i < CELLS; i++)
		buf_puts(out, "░");
	buf_puts(out, style->off);
}

/* number 0: the whole plan */
static void
add_level(struct buf *out, int number, const char *title, int percent,
	  size_t column, const struct style *style)
{
	size_t width = utf8_width(title, strlen(title));

	if (number)
		buf_printf(out, "  %d  ", number);
	else
		buf_fill(out, ' ', INDENT);
	buf_puts(out, title);
	buf_fill(out, ' ', column - width + 2);
	add_bar(out, percent, style);
	buf_printf(out, " %3d%%\n", percent);
}

static void
add_readiness(struct buf *out, const struct review *review,
	      const struct style *style)
{
	const char *whole = _("The whole plan");
	size_t column = utf8_width(whole, strlen(whole)), width;
	struct buf heading = {0}, name = {0};
	int i;

	for (i = 0; i < SECTION_SEVEN; i++) {
		width = utf8_width(_(sections[i].title),
				   strlen(_(sections[i].title)));
		if (width > column)
			column = width;
	}
	add_name(&name, &review->source);
	buf_printf(&heading, _("Readiness of %s"), buf_text(&name));
	add_heading(out, buf_text(&heading), style);
	for (i = 0; i < SECTION_SEVEN; i++)
		add_level(out, sections[i].number, _(sections[i].title),
			  review->readiness.section[i], column, style);
	add_level(out, 0, whole, review->readiness.plan, column, style);
	buf_putc(out, '\n');
	buf_free(&heading);
	buf_free(&name);
}

/* YAML to paste keeps its own lines and indentation */
static void
add_paste(struct buf *out, const char *paste, const struct style *style)
{
	buf_putc(out, '\n');
	while (*paste) {
		size_t n = strcspn(paste, "\n");

		if (n > 0) {
			buf_fill(out, ' ', 2 * INDENT - 1);
			buf_puts(out, style->dim);
			utf8_show(out, paste, n, 0);
			buf_puts(out, style->off);
		}
		buf_putc(out, '\n');
		paste += n + (paste[n] == '\n');
	}
}

static void
add_next(struct buf *out, struct review *review, int i,
	 const struct style *style, size_t width)
{
	const struct finding *finding = review->next[i];
	struct buf text = {0};

	finding_text(&text, finding);
	buf_printf(out, "  %d  ", i + 1);
	buf_wrap(out, buf_text(&text), width, INDENT, INDENT);
	buf_putc(out, '\n');
	buf_fill(out, ' ', INDENT);
	buf_puts(out, style->dim);
	summary_place(out, &review->source, finding->span.start);
	buf_puts(out, style->off);
	buf_putc(out, '\n');
	if (finding->paste && *finding->paste)
		add_paste(out, finding->paste, style);
	buf_putc(out, '\n');
	buf_free(&text);
}

/* Counts the placeholders, as a new plan has more of these than of all else. */
static void
add_unanswered(struct buf *out, const struct review *review, size_t width)
{
	struct buf text = {0};
	size_t n = 0;

	for (size_t i = 0; i < review->findings.n; i++) {
		const struct finding *finding = &review->findings.items[i];

		n += !finding->waived &&
		     !strcmp(finding->topic->name, "document/todo");
	}
	if (!n || review->errors)
		return;
	buf_printf(&text,
		   ngettext("%zu answer is still missing where the file says "
			    "TODO. Begin with it.",
			    "%zu answers are still missing where the file says "
			    "TODO. Begin with these.",
			    n),
		   n);
	buf_wrap(out, text.p, width, 0, 0);
	buf_puts(out, "\n\n");
	buf_free(&text);
}

static void
add_nexts(struct buf *out, struct review *review, const struct style *style,
	  size_t width)
{
	if (!review->next[0])
		return;
	add_heading(out, _("Most worth fixing next"), style);
	for (int i = 0; i < 3 && review->next[i]; i++)
		add_next(out, review, i, style, width);
}

struct counts {
	size_t errors, warnings, advice, in_hand, waived;
};

/* one of the counts: "2 errors" */
struct count {
	size_t n;
	const char *format, *color;
};

/* those that are not 0, commas between; false when there are none */
static bool
add_list(struct buf *out, const char *before, const struct count *counts,
	 size_t n, const struct style *style)
{
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		if (!counts[i].n)
			continue;
		buf_printf(out, "%s%s", any ? ", " : before, counts[i].color);
		buf_printf(out, counts[i].format, counts[i].n);
		buf_puts(out, *counts[i].color ? style->off : "");
		any = true;
	}
	return any;
}

/* 2 errors, 5 warnings, 3 advice (1 in hand, 1 waived) */
static void
add_counts(struct buf *out, const struct counts *n, const struct style *style)
{
	const struct count open[] = {
		{n->errors, ngettext("%zu error", "%zu errors", n->errors),
		 style->severity[SEVERITY_ERROR]},
		{n->warnings,
		 ngettext("%zu warning", "%zu warnings", n->warnings),
		 style->severity[SEVERITY_WARNING]},
		{n->advice, ngettext("%zu advice", "%zu advice", n->advice),
		 style->severity[SEVERITY_ADVICE]}};
	const struct count settled[] = {
		{n->in_hand, ngettext("%zu in hand", "%zu in hand", n->in_hand),
		 ""},
		{n->waived, ngettext("%zu waived", "%zu waived", n->waived),
		 ""}};

	if (!add_list(out, "", open, 3, style))
		buf_puts(out, _("nothing open"));
	if (add_list(out, " (", settled, 2, style))
		buf_putc(out, ')');
	buf_putc(out, '\n');
}

static struct counts
counts_of(const struct review *review)
{
	return (struct counts){review->errors, review->warnings, review->advice,
			       review->in_hand, review->waived};
}

/* Explains why a draft with many missing parts has few errors. */
static void
add_status(struct buf *out, const struct review *review, size_t width)
{
	if (!review->view || review->status != PLAN_DRAFT ||
	    !review->findings.n)
		return;
	buf_wrap(out,
		 _("It is judged as a draft, in which missing parts are "
		   "warnings at most."),
		 width, 0, 0);
	buf_putc(out, '\n');
	buf_wrap(out,
		 _("`ces check --as in_review` judges it as a review would."),
		 width, 0, 0);
	buf_putc(out, '\n');
}

void
summary_file(struct buf *out, struct review *review, const struct style *style,
	     size_t width)
{
	struct counts counts = counts_of(review);

	if (review->view) {
		add_readiness(out, review, style);
		add_unanswered(out, review, width);
		add_nexts(out, review, style, width);
	}
	buf_puts(out, style->bold);
	add_name(out, &review->source);
	buf_printf(out, ":%s ", style->off);
	if (review->findings.n)
		add_counts(out, &counts, style);
	else
		buf_printf(out, "%s\n", _("no findings. Well done."));
	add_status(out, review, width);
}

void
summary_files(struct buf *out, const struct review *reviews, size_t n,
	      const struct style *style)
{
	struct counts all = {0};
	size_t read = 0;

	for (size_t i = 0; i < n; i++) {
		struct counts one = counts_of(&reviews[i]);

		read += reviews[i].source.name != NULL;
		all.errors += one.errors;
		all.warnings += one.warnings;
		all.advice += one.advice;
		all.in_hand += one.in_hand;
		all.waived += one.waived;
	}
	buf_printf(out, "\n%s", style->bold);
	buf_printf(out, ngettext("%zu file", "%zu files", read), read);
	buf_printf(out, ":%s ", style->off);
	add_counts(out, &all, style);
}
