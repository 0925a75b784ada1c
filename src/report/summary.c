/* summary.c - readiness, next fixes and counts */
#include "report/text.h"

#include <string.h>

#include "ces/language.h"
#include "ces/question.h"
#include "ces/utf8.h"

#define _(s) gettext(s)

enum { CELLS = 20, INDENT = 5 };

static void
add_name(const struct screen *to, const struct source *source)
{
	utf8_show(to->out, source->name, strlen(source->name), 0);
}

void
summary_place(const struct screen *to, struct source *source, uint32_t offset)
{
	struct position at = source_position(source, offset);

	add_name(to, source);
	buf_printf(to->out, ":%u:%u", at.line, at.column);
}

/* number 0: the whole plan; a cell is full only when its whole twentieth is */
static void
add_level(const struct screen *to, int number, const char *title, int percent,
	  struct tally due, size_t column)
{
	int full = percent * CELLS / 100, i;

	if (number)
		buf_printf(to->out, "  %d  ", number);
	else
		buf_fill(to->out, ' ', INDENT);
	buf_puts(to->out, title);
	buf_fill(to->out, ' ', column - utf8_width(title, strlen(title)) + 2);
	for (i = 0; i < full; i++)
		buf_puts(to->out, "█");
	buf_puts(to->out, to->style->dim);
	for (; i < CELLS; i++)
		buf_puts(to->out, "░");
	buf_printf(to->out, "%s %3d%%", to->style->off, percent);
	if (due.due)
		buf_printf(to->out, "  %3.0f%%", tally_percent(due));
	buf_putc(to->out, '\n');
}

static void
add_readiness(const struct screen *to, const struct review *review)
{
	const struct readiness *readiness = &review->readiness;
	const char *whole = _("The whole plan"), *title;
	size_t column = utf8_width(whole, strlen(whole)), width;
	struct buf name = {0};

	for (int i = 0; i < SECTION_SEVEN; i++) {
		title = _(sections[i].title);
		width = utf8_width(title, strlen(title));
		column = width > column ? width : column;
	}
	utf8_show(&name, review->source.name, strlen(review->source.name), 0);
	buf_puts(to->out, to->style->bold);
	buf_printf(to->out,
		   readiness->plan_due.due
			   ? _("Readiness of %s: written, and under way")
			   : _("Readiness of %s"),
		   buf_text(&name));
	buf_printf(to->out, "%s\n\n", to->style->off);
	for (int i = 0; i < SECTION_SEVEN; i++)
		add_level(to, sections[i].number, _(sections[i].title),
			  readiness->section[i], readiness->section_due[i],
			  column);
	add_level(to, 0, whole, readiness->plan, readiness->plan_due, column);
	buf_putc(to->out, '\n');
	buf_free(&name);
}

/* YAML to paste stands as in the file, to be copied from the screen */
static void
add_paste(const struct screen *to, const char *paste)
{
	buf_putc(to->out, '\n');
	while (*paste) {
		size_t n = strcspn(paste, "\n");

		if (n > 0) {
			buf_puts(to->out, to->style->dim);
			utf8_show(to->out, paste, n, 0);
			buf_puts(to->out, to->style->off);
		}
		buf_putc(to->out, '\n');
		paste += n + (paste[n] == '\n');
	}
}

static void
add_next(const struct screen *to, struct review *review)
{
	if (review->next[0])
		buf_printf(to->out, "%s%s%s\n\n", to->style->bold,
			   _("Most worth fixing next"), to->style->off);
	for (int i = 0; i < 3 && review->next[i]; i++) {
		const struct finding *finding = review->next[i];
		struct buf text = {0};

		finding_text(&text, language_user(), finding);
		buf_printf(to->out, "  %d  ", i + 1);
		buf_wrap(to->out, buf_text(&text), to->width, INDENT, INDENT);
		buf_putc(to->out, '\n');
		buf_fill(to->out, ' ', INDENT);
		buf_puts(to->out, to->style->dim);
		summary_place(to, &review->source, finding->span.start);
		buf_printf(to->out, "%s\n", to->style->off);
		if (finding->paste && *finding->paste)
			add_paste(to, finding->paste);
		if (finding->fix_count && review->loaded == LOADED_WHOLE) {
			buf_putc(to->out, '\n');
			buf_fill(to->out, ' ', INDENT);
			buf_printf(
				to->out,
				_("`ces fix --next %d` makes this change.\n"),
				i + 1);
		}
		buf_putc(to->out, '\n');
		buf_free(&text);
	}
}

/* one of the counts: "2 errors" */
struct count {
	size_t n;
	const char *format, *color;
};

/* those that are not 0, commas between; false when there are none */
static bool
add_list(const struct screen *to, const char *before,
	 const struct count *counts, size_t n)
{
	const char *separator = before;

	for (size_t i = 0; i < n; i++) {
		if (!counts[i].n)
			continue;
		buf_printf(to->out, "%s%s", separator, counts[i].color);
		buf_printf(to->out, counts[i].format, counts[i].n);
		buf_puts(to->out, *counts[i].color ? to->style->off : "");
		separator = ", ";
	}
	return separator != before;
}

struct counts {
	size_t errors, warnings, advice, in_hand, waived;
};

static struct counts
counts_of(const struct review *reviews, size_t n)
{
	struct counts all = {0};

	for (size_t i = 0; i < n; i++) {
		all.errors += reviews[i].errors;
		all.warnings += reviews[i].warnings;
		all.advice += reviews[i].advice;
		all.in_hand += reviews[i].in_hand;
		all.waived += reviews[i].waived;
	}
	return all;
}

/* 2 errors, 5 warnings, 3 advice (1 in hand, 1 waived) */
static void
add_counts(const struct screen *to, struct counts n)
{
	const struct count open[] = {
		{n.errors, ngettext("%zu error", "%zu errors", n.errors),
		 to->style->severity[SEVERITY_ERROR]},
		{n.warnings,
		 ngettext("%zu warning", "%zu warnings", n.warnings),
		 to->style->severity[SEVERITY_WARNING]},
		{n.advice, ngettext("%zu advice", "%zu advice", n.advice),
		 to->style->severity[SEVERITY_ADVICE]}};
	const struct count settled[] = {
		{n.in_hand, ngettext("%zu in hand", "%zu in hand", n.in_hand),
		 ""},
		{n.waived, ngettext("%zu waived", "%zu waived", n.waived), ""}};

	if (!add_list(to, "", open, 3))
		buf_puts(to->out, _("nothing open"));
	if (add_list(to, " (", settled, 2))
		buf_putc(to->out, ')');
	buf_putc(to->out, '\n');
}

/* Explains why a draft with many missing parts has few errors. */
static void
add_status(const struct screen *to)
{
	buf_wrap(to->out,
		 _("It is judged as a draft, in which missing parts are "
		   "warnings at most."),
		 to->width, 0, 0);
	buf_putc(to->out, '\n');
	buf_wrap(to->out,
		 _("`ces check --as in_review` judges it as a review would."),
		 to->width, 0, 0);
	buf_putc(to->out, '\n');
}

void
summary_file(const struct screen *to, struct review *review)
{
	if (review->view) {
		add_readiness(to, review);
		add_next(to, review);
	}
	buf_puts(to->out, to->style->bold);
	add_name(to, &review->source);
	buf_printf(to->out, ":%s ", to->style->off);
	if (review->findings.n)
		add_counts(to, counts_of(review, 1));
	else
		buf_printf(to->out, "%s\n", _("no findings. Well done."));
	if (review->view && review->status == PLAN_DRAFT && review->findings.n)
		add_status(to);
}

void
summary_files(const struct screen *to, const struct review *reviews, size_t n)
{
	size_t read = 0;

	for (size_t i = 0; i < n; i++)
		read += reviews[i].source.name != NULL;
	if (!read) /* an error has said all */
		return;
	buf_printf(to->out, "\n%s", to->style->bold);
	if (read < n)
		buf_printf(to->out,
			   ngettext("%zu of %zu file", "%zu of %zu files", n),
			   read, n);
	else
		buf_printf(to->out, ngettext("%zu file", "%zu files", read),
			   read);
	buf_printf(to->out, ":%s ", to->style->off);
	add_counts(to, counts_of(reviews, n));
}
