/* message.c - whole messages with named arguments, translated when shown */
#include "ces/message.h"

#include <errno.h>
#include <libintl.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/file.h"

/* --- dates and money ----------------------------------------------------- */

static bool in_words;

void
message_in_words(bool on)
{
	in_words = on;
}

const char *
month_name(int month)
{
	static const char *const names[12] = {
		N_("January"), N_("February"), N_("March"),
		N_("April"),   N_("May"),      N_("June"),
		N_("July"),    N_("August"),   N_("September"),
		N_("October"), N_("November"), N_("December")};

	return gettext(names[month - 1]);
}

const char *
month_short(int month)
{
	static const char *const names[12] = {N_("Jan"), N_("Feb"), N_("Mar"),
					      N_("Apr"), N_("May"), N_("Jun"),
					      N_("Jul"), N_("Aug"), N_("Sep"),
					      N_("Oct"), N_("Nov"), N_("Dec")};

	return gettext(names[month - 1]);
}

void
date_show(struct buf *buf, struct date date)
{
	if (!in_words || !date_valid(date)) {
		date_write(buf, date);
		return;
	}
	/* the year is a number, but not one of things to be counted */
	message_fill(buf, gettext("{day} {month} {year}"),
		     ARGS(NUMBER_ARG("day", date.day),
			  TEXT_ARG("month", month_short(date.month)),
			  NUMBER_ARG("year", date.year)));
}

void
period_show(struct buf *buf, struct period period)
{
	struct date first = period.first;

	if (period.kind == PERIOD_DAY)
		date_show(buf, first);
	else if (in_words && period.kind == PERIOD_MONTH)
		message_fill(buf, gettext("{month} {year}"),
			     ARGS(TEXT_ARG("month", month_short(first.month)),
				  NUMBER_ARG("year", first.year)));
	else if (in_words && period.kind == PERIOD_QUARTER)
		message_fill(buf, gettext("Q{quarter} {year}"),
			     ARGS(NUMBER_ARG("quarter", first.month / 3 + 1),
				  NUMBER_ARG("year", first.year)));
	else
		period_write(buf, period);
}

const char *
money_sign(const char *code)
{
	static const struct {
		const char *code, *sign;
	} signs[] = {{"GBP", "£"}, {"USD", "$"},   {"EUR", "€"},
		     {"JPY", "¥"}, {"KRW", "₩"},   {"CNY", "¥"},
		     {"INR", "₹"}, {"TWD", "NT$"}, {"HKD", "HK$"}};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (!strcmp(code, signs[i].code))
			return signs[i].sign;
	return code;
}

const char *
money_shown(const char *code)
{
	return in_words ? money_sign(code) : code;
}

static void
money_show(struct buf *buf, const char *code, double amount)
{
	const char *shown = money_shown(code);

	buf_puts(buf, shown);
	buf_puts(buf, shown == code ? " " : "");
	buf_decimals(buf, amount, 0);
}

/* --- messages ------------------------------------------------------------ */

static void
add_arg(struct buf *buf, const struct arg *arg)
{
	switch (arg->kind) {
	case ARG_NONE:
		break;
	case ARG_TEXT:
		buf_puts(buf, arg->text);
		break;
	case ARG_WORD:
		buf_puts(buf, *arg->text ? gettext(arg->text) : "");
		break;
	case ARG_NUMBER:
		buf_number(buf, arg->number);
		break;
	case ARG_COUNT:
		buf_decimals(buf, arg->number, 0);
		break;
	case ARG_PERCENT:
		buf_number(buf, round(arg->number * 10) / 10);
		buf_putc(buf, '%');
		break;
	case ARG_MONEY:
		money_show(buf, arg->text, arg->number);
		break;
	case ARG_DATE:
		date_show(buf, arg->date);
		break;
	}
}

void
message_fill(struct buf *buf, const char *message, const struct arg *args,
	     size_t arg_count)
{
	while (*message) {
		const char *open = strchr(message, '{'), *close;
		size_t i, n;

		if (!open || !(close = strchr(open, '}')))
			break;
		n = (size_t)(close - open) - 1;
		for (i = 0; i < arg_count; i++)
			if (!strncmp(args[i].name, open + 1, n) &&
			    !args[i].name[n])
				break;
		if (i == arg_count) { /* braces of its own, as in YAML */
			buf_add(buf, message, (size_t)(open + 1 - message));
			message = open + 1;
			continue;
		}
		buf_add(buf, message, (size_t)(open - message));
		add_arg(buf, &args[i]);
		message = close + 1;
	}
	buf_puts(buf, message);
}

const char *
message_text(struct arena *arena, const char *message, const struct arg *args,
	     size_t arg_count)
{
	struct buf text = {0};

	message_fill(&text, message, args, arg_count);
	return arena_take(arena, &text);
}

/* Messages and character width alone: numbers stay as they are everywhere. */
void
language_set(void)
{
	struct buf folder = {0};
	char *prefix;

	if (!setlocale(LC_CTYPE, "") || !setlocale(LC_MESSAGES, ""))
		errno = 0;
	/* in the C locale gettext does not translate at all */
	if (!strcmp(setlocale(LC_MESSAGES, NULL), "C"))
		setlocale(LC_MESSAGES, "C.UTF-8");
	if (!strcmp(setlocale(LC_CTYPE, NULL), "C"))
		setlocale(LC_CTYPE, "C.UTF-8");
	prefix = file_prefix();
	if (!prefix)
		return;
	buf_printf(&folder, "%s/share/locale", prefix);
	bindtextdomain("ces", folder.p);
	bind_textdomain_codeset("ces", "UTF-8");
	textdomain("ces");
	buf_free(&folder);
	free(prefix);
}
