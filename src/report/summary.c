/* summary.c - readiness, next fixes and counts */
#include "report/text.h"

#include <math.h>
#include <string.h>

#include "ces/language.h"
#include "ces/question.h"
#include "ces/utf8.h"
#include "table/tables.h"

enum { CELLS = 20, FEW_CELLS = 10, INDENT = 5 };

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

size_t
summary_severity(const struct screen *to, enum severity severity)
{
	struct buf text = {0};
	size_t width;

	message_fill(&text, to->language, N_("{severity}: "),
		     ARGS(TEXT_ARG("severity",
				   plain_word(to->language, CHOICE_severity,
					      severity_word(severity)))));
	buf_printf(to->out, "%s%s%s", to->style->severity[severity], text.p,
		   to->style->off);
	width = utf8_width(text.p, text.n);
	buf_free(&text);
	return width;
}

/* Appends a percent, and tells its width. */
static size_t
show_percent(struct buf *text, const struct screen *to, double percent)
{
	percent_show(text, to->language, round(percent));
	return utf8_width(text->p, text->n);
}

static size_t
percent_width(const struct screen *to)
{
	struct buf text = {0};
	size_t width = show_percent(&text, to, 100);

	buf_free(&text);
	return width;
}

/* in a column of its own, behind a gap */
static void
add_percent(const struct screen *to, double percent, size_t gap)
{
	struct buf text = {0};
	size_t width = show_percent(&text, to, percent);
	size_t column = percent_width(to);

	buf_fill(to->out, ' ', gap + (width < column ? column - width : 0));
	buf_puts(to->out, text.p);
	buf_free(&text);
}

/* cells of a bar, fewer where titles are long */
static int
bar_cells(const struct screen *to, size_t column)
{
	size_t rest = INDENT + column + 2 + 1 + 2 + 2 * percent_width(to);

	return rest + CELLS <= to->width ? CELLS : FEW_CELLS;
}

/* number 0: the whole plan; a cell is full only when all of it is */
static void
add_level(const struct screen *to, int number, const char *title, int percent,
	  struct tally due, size_t column)
{
	int cells = bar_cells(to, column), full = percent * cells / 100, i;

	if (number)
		buf_printf(to->out, "  %d  ", number);
	else
		buf_fill(to->out, ' ', INDENT);
	buf_puts(to->out, title);
	buf_fill(to->out, ' ', column - utf8_width(title, strlen(title)) + 2);
	for (i = 0; i < full; i++)
		buf_puts(to->out, "█");
	buf_puts(to->out, to->style->dim);
	for (; i < cells; i++)
		buf_puts(to->out, "░");
	buf_puts(to->out, to->style->off);
	add_percent(to, percent, 1);
	if (due.due)
		add_percent(to, tally_percent(due), 2);
	buf_putc(to->out, '\n');
}

static void
add_readiness(const struct screen *to, const struct review *review)
{
	const struct readiness *readiness = &review->readiness;
	const struct language *language = to->language;
	const char *whole = language_text(language, N_("The whole plan")),
		   *title;
	size_t column = utf8_width(whole, strlen(whole)), width;
	struct buf name = {0};

	for (int i = 0; i < SECTION_SEVEN; i++) {
		title = language_text(language, sections[i].title);
		width = utf8_width(title, strlen(title));
		column = width > column ? width : column;
	}
	utf8_show(&name, review->source.name, strlen(review->source.name), 0);
	buf_puts(to->out, to->style->bold);
	message_fill(to->out, language,
		     readiness->plan_due.due
			     ? N_("Readiness of {file}: written, and under way")
			     : N_("Readiness of {file}"),
		     ARGS(TEXT_ARG("file", buf_text(&name))));
	buf_printf(to->out, "%s\n\n", to->style->off);
	for (int i = 0; i < SECTION_SEVEN; i++)
		add_level(to, sections[i].number,
			  language_text(language, sections[i].title),
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
			   language_text(to->language,
					 N_("Most worth fixing next")),
			   to->style->off);
	for (int i = 0; i < 3 && review->next[i]; i++) {
		const struct finding *finding = review->next[i];
		struct buf text = {0};

		finding_text(&text, to->language, finding);
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
			message_fill(
				to->out, to->language,
				N_("`ces fix --next {n}` makes this change."),
				ARGS(NUMBER_ARG("n", i + 1)));
			buf_putc(to->out, '\n');
		}
		buf_putc(to->out, '\n');
		buf_free(&text);
	}
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

/* Adds a count in its color, which is freed, to the list; an empty one not. */
static void
add_count(struct buf *list, const struct screen *to, const char *color,
	  struct buf *count)
{
	struct buf text = {0};

	buf_printf(&text, "%s%s%s", color, buf_text(count),
		   *color ? to->style->off : "");
	if (count->n)
		name_add(list, to->language, text.p);
	buf_free(&text);
	buf_free(count);
}

/* 2 errors, 5 warnings, 3 advice */
static void
add_open(struct buf *list, const struct screen *to, struct counts n)
{
	const char *const *color = to->style->severity;
	struct buf count = {0};

	if (n.errors)
		message_count(&count, to->language, "{n} error", "{n} errors",
			      (double)n.errors, NO_ARGS);
	add_count(list, to, color[SEVERITY_ERROR], &count);
	if (n.warnings)
		message_count(&count, to->language, "{n} warning",
			      "{n} warnings", (double)n.warnings, NO_ARGS);
	add_count(list, to, color[SEVERITY_WARNING], &count);
	if (n.advice)
		message_count(&count, to->language, "{n} advice", "{n} advice",
			      (double)n.advice, NO_ARGS);
	add_count(list, to, color[SEVERITY_ADVICE], &count);
	if (!list->n)
		buf_puts(list, language_text(to->language, N_("nothing open")));
}

/* 1 in hand, 1 waived */
static void
add_settled(struct buf *list, const struct screen *to, struct counts n)
{
	struct buf count = {0};

	if (n.in_hand)
		message_count(&count, to->language, "{n} in hand",
			      "{n} in hand", (double)n.in_hand, NO_ARGS);
	add_count(list, to, "", &count);
	if (n.waived)
		message_count(&count, to->language, "{n} waived", "{n} waived",
			      (double)n.waived, NO_ARGS);
	add_count(list, to, "", &count);
}

static void
add_counts(const struct screen *to, struct counts n)
{
	struct buf open = {0}, settled = {0};

	add_open(&open, to, n);
	add_settled(&settled, to, n);
	message_fill(to->out, to->language,
		     settled.n ? N_("{open} ({settled})") : "{open}",
		     ARGS(TEXT_ARG("open", open.p),
			  TEXT_ARG("settled", buf_text(&settled))));
	buf_putc(to->out, '\n');
	buf_free(&open);
	buf_free(&settled);
}

/* Explains why a draft with many missing parts has few errors. */
static void
add_status(const struct screen *to)
{
	buf_wrap(to->out,
		 language_text(to->language,
			       N_("It is judged as a draft, in which missing "
				  "parts are warnings at most.")),
		 to->width, 0, 0);
	buf_putc(to->out, '\n');
	buf_wrap(to->out,
		 language_text(to->language,
			       N_("`ces check --as in_review` judges it as a "
				  "review would.")),
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
		buf_printf(to->out, "%s\n",
			   language_text(to->language,
					 N_("no findings. Well done.")));
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
		message_count(to->out, to->language, "{read} of {n} file",
			      "{read} of {n} files", (double)n,
			      ARGS(COUNT_ARG("read", (double)read)));
	else
		message_count(to->out, to->language, "{n} file", "{n} files",
			      (double)read, NO_ARGS);
	buf_printf(to->out, ":%s ", to->style->off);
	add_counts(to, counts_of(reviews, n));
}
