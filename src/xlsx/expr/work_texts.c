/* work_texts.c - what all pages of a workbook have in common: its tables, the
 * file, days, footers, and how sentences are joined */
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "work.h"

struct tab *
work_tab(const struct work *work, enum table_id id)
{
	return &work->tabs[id];
}

const char *
work_file(const struct work *work)
{
	const char *name = strrchr(work->review->source.name, '/');

	return name ? name + 1 : work->review->source.name;
}

struct print
work_print(const struct work *work, const char *subject)
{
	return (struct print){.side = 0.4,
			      .top = 0.45,
			      .bottom = 0.6,
			      .left = subject,
			      .center = work->source,
			      .right = work->as_of};
}

const char *
work_date(struct work *work, struct date date)
{
	struct buf text = {0};

	if (!date_valid(date))
		return "";
	date_show(&text, work->language, date);
	return arena_take(work->arena, &text);
}

const char *
work_dates(const struct work *work, struct date first, struct date last)
{
	return message_text(
		work->arena, work->language, N_("{first} – {last}"),
		ARGS(DATE_ARG("first", first), DATE_ARG("last", last)));
}

const char *
work_as_of(struct work *work, const char *message)
{
	return message_text(work->arena, work->language, message,
			    ARGS(DATE_ARG("date", work->review->view->as_of)));
}

/* full stops of all languages */
static bool
is_sentence(const char *text)
{
	static const char wide[] = "。";
	size_t n = strlen(text), m = strlen(wide);

	return n &&
	       (text[n - 1] == '.' || (n >= m && !strcmp(text + n - m, wide)));
}

const char *
work_join(const struct work *work, const char *first, const char *second)
{
	if (!*first || !*second)
		return *first ? first : second;
	return message_text(
		work->arena, work->language,
		is_sentence(first) ? C_("sentences", "{first} {second}")
				   : C_("subjects", "{first} · {second}"),
		ARGS(TEXT_ARG("first", first), TEXT_ARG("second", second)));
}
