/* todo.c - findings shown as one: where the others stand, and the placeholders
 * of a plan as a list of sections and line numbers */
#include "report/text.h"

#include <string.h>

#include "ces/language.h"
#include "ces/utf8.h"
#include "table/tables.h"

/* those of one rule from i on: "measures/stale: 75 Calls; 90 Visits", as names
 * may hold commas; returns the first of another rule */
static size_t
list_rule(const struct screen *to, struct source *source,
	  const struct finding_group *group, size_t i, size_t gutter)
{
	const struct topic *topic = group->items[i]->topic;
	struct buf places = {0}, text = {0};

	for (; i < group->n && group->items[i]->topic == topic; i++) {
		const struct finding *at = group->items[i];
		struct position place = source_position(source, at->span.start);

		const struct object *item = finding_item(at);
		struct buf name = {0};

		buf_printf(&name, "%u", place.line);
		if (item)
			buf_printf(&name, " %s", object_name(item));
		text_add(&places, to->language, name.p);
		buf_free(&name);
	}
	message_fill(&text, to->language, N_("{name}: {value}"),
		     ARGS(TEXT_ARG("name", topic->name),
			  TEXT_ARG("value", places.p)));
	buf_free(&places);
	buf_fill(to->out, ' ', gutter - 2);
	buf_printf(to->out, "%s= ", to->style->dim);
	buf_wrap(to->out, text.p, to->width, gutter, gutter + 2);
	buf_printf(to->out, "%s\n", to->style->off);
	buf_free(&text);
	return i;
}

void
places_list(const struct screen *to, struct source *source,
	    const struct finding *finding, size_t gutter)
{
	const struct finding_group *group = finding->group;

	for (size_t i = 1; group && i < group->n;)
		i = list_rule(to, source, group, i, gutter);
}

bool
todo_waits(const struct finding *finding)
{
	return finding->group && finding_is_placeholder(finding);
}

static size_t
count(const struct review *review)
{
	size_t n = 0;

	for (size_t i = 0; i < review->findings.n; i++)
		n += todo_waits(&review->findings.items[i]);
	return n;
}

bool
todo_listed(const struct review *review)
{
	return count(review) > 0;
}

/* The next of them at or behind i, else the number of findings. */
static size_t
next_of(const struct findings *findings, size_t i)
{
	while (i < findings->n && !todo_waits(&findings->items[i]))
		i++;
	return i;
}

/* columns of the longest name of a section */
static size_t
widest(const struct findings *findings)
{
	size_t width = 0;

	for (size_t i = next_of(findings, 0); i < findings->n;
	     i = next_of(findings, i + 1)) {
		size_t n = path_section(findings->items[i].path);

		width = n > width ? n : width;
	}
	return width;
}

/* the lines of the i-th finding's section; returns the next section's first */
static size_t
list_section(const struct screen *to, struct review *review, size_t i,
	     size_t width)
{
	const struct findings *findings = &review->findings;
	const char *path = findings->items[i].path;
	size_t n = path_section(path);
	struct buf lines = {0};
	uint32_t last = 0;

	do {
		struct buf number = {0};
		uint32_t line = source_position(&review->source,
						findings->items[i].span.start)
					.line;

		buf_printf(&number, "%u", line);
		if (line != last)
			name_add(&lines, to->language, number.p);
		buf_free(&number);
		last = line;
		i = next_of(findings, i + 1);
	} while (i < findings->n &&
		 path_section(findings->items[i].path) == n &&
		 !strncmp(findings->items[i].path, path, n));
	buf_printf(to->out, "   %.*s", (int)n, path);
	buf_fill(to->out, ' ', width - n + 2);
	buf_wrap(to->out, buf_text(&lines), to->width, width + 5, width + 5);
	buf_putc(to->out, '\n');
	buf_free(&lines);
	return i;
}

void
todo_list(const struct screen *to, struct review *review)
{
	const struct findings *findings = &review->findings;
	const struct style *style = to->style;
	size_t i = next_of(findings, 0), width = widest(findings);
	size_t n = count(review);
	enum severity severity = findings->items[i].severity;

	buf_puts(to->out, style->bold);
	utf8_show(to->out, review->source.name, strlen(review->source.name), 0);
	buf_printf(to->out, ":%s ", style->off);
	summary_severity(to, severity);
	buf_puts(to->out, style->bold);
	if (review->errors)
		message_count(
			to->out, to->language, "{n} answer is still missing",
			"{n} answers are still missing", (double)n, NO_ARGS);
	else
		message_count(to->out, to->language,
			      "{n} answer is still missing; begin here",
			      "{n} answers are still missing; begin here",
			      (double)n, NO_ARGS);
	buf_printf(to->out, "%s\n", style->off);
	while (i < findings->n)
		i = list_section(to, review, i, width);
	buf_printf(to->out, "   %s= %s: `ces explain %s`%s\n", style->dim,
		   topics[TOPIC_document_todo].name,
		   topics[TOPIC_document_todo].name, style->off);
}
