/* message.c - whole messages with named arguments, translated when shown */
#include "ces/message.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/utf8.h"

/* --- dates and money ----------------------------------------------------- */

const char *
month_name(const struct language *language, int month)
{
	static const char *const names[12] = {
		N_("January"), N_("February"), N_("March"),
		N_("April"),   N_("May"),      N_("June"),
		N_("July"),    N_("August"),   N_("September"),
		N_("October"), N_("November"), N_("December")};

	return language_text(language, names[month - 1]);
}

const char *
month_short(const struct language *language, int month)
{
	static const char *const names[12] = {
		C_("short", "Jan"), C_("short", "Feb"), C_("short", "Mar"),
		C_("short", "Apr"), C_("short", "May"), C_("short", "Jun"),
		C_("short", "Jul"), C_("short", "Aug"), C_("short", "Sep"),
		C_("short", "Oct"), C_("short", "Nov"), C_("short", "Dec")};

	return language_text(language, names[month - 1]);
}

void
date_show(struct buf *buf, const struct language *language, struct date date)
{
	if (!language_is_in_words(language) || !date_valid(date)) {
		date_write(buf, date);
		return;
	}
	/* years and days aren't things to be counted */
	message_fill(buf, language, N_("{day} {month} {year}"),
		     ARGS(NUMBER_ARG("day", date.day),
			  NUMBER_ARG("m", date.month),
			  TEXT_ARG("month", month_short(language, date.month)),
			  NUMBER_ARG("year", date.year)));
}

void
duration_show(struct buf *buf, const struct language *language,
	      struct duration duration)
{
	static const char *const messages[] = {
		[DURATION_SECONDS] = C_("duration", "{n}s"),
		[DURATION_MINUTES] = C_("duration", "{n}min"),
		[DURATION_HOURS] = C_("duration", "{n}h"),
		[DURATION_DAYS] = C_("duration", "{n}d"),
		[DURATION_BUSINESS_DAYS] = C_("duration", "{n}bd"),
	};

	message_fill(buf, language, messages[duration.unit],
		     ARGS(NUMBER_ARG("n", duration.amount)));
}

void
period_show(struct buf *buf, const struct language *language,
	    struct period period)
{
	bool in_words = language_is_in_words(language);
	struct date first = period.first;

	if (period.kind == PERIOD_DAY)
		date_show(buf, language, first);
	else if (in_words && period.kind == PERIOD_MONTH)
		message_fill(buf, language, N_("{month} {year}"),
			     ARGS(TEXT_ARG("month",
					   month_short(language, first.month)),
				  NUMBER_ARG("year", first.year)));
	else if (in_words && period.kind == PERIOD_QUARTER)
		message_fill(buf, language, N_("Q{quarter} {year}"),
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
money_shown(const struct language *language, const char *code)
{
	return language_is_in_words(language) ? money_sign(code) : code;
}

/* the digits of C with the language's marks */
static void
add_digits(struct buf *buf, const struct language *language, const char *digits,
	   const char *thousands)
{
	size_t sign = strspn(digits, "-"),
	       whole = sign + strspn(digits + sign, "0123456789");

	for (size_t i = 0; digits[i]; i++) {
		if (i > sign && i < whole && (whole - i) % 3 == 0)
			buf_puts(buf, thousands);
		if (digits[i] == '.')
			buf_puts(buf, language_point(language));
		else
			buf_putc(buf, digits[i]);
	}
}

void
number_show(struct buf *buf, const struct language *language, double number)
{
	struct buf digits = {0};

	buf_number(&digits, number);
	add_digits(buf, language, digits.p, "");
	buf_free(&digits);
}

void
amount_show(struct buf *buf, const struct language *language, double number,
	    int decimals)
{
	struct buf digits = {0};
	bool none;

	buf_printf(&digits, "%.*f", decimals, number);
	none = strspn(digits.p, "-0.") == digits.n; /* no "-0" */
	add_digits(buf, language, digits.p + (none && digits.p[0] == '-'),
		   language_thousands(language));
	buf_free(&digits);
}

void
percent_show(struct buf *buf, const struct language *language, double percent)
{
	message_fill(buf, language, N_("{number}%"),
		     ARGS(NUMBER_ARG("number", as_shown(percent))));
}

static void
money_show(struct buf *buf, const struct language *language, const char *code,
	   double amount)
{
	const char *shown = money_shown(language, code);
	struct buf number = {0};

	amount_show(&number, language, amount, 0);
	message_fill(buf, language,
		     shown == code ? N_("{currency} {amount}")
				   : N_("{sign}{amount}"),
		     ARGS(TEXT_ARG("currency", shown), TEXT_ARG("sign", shown),
			  TEXT_ARG("amount", number.p)));
	buf_free(&number);
}

void
list_show(struct buf *buf, const struct language *language,
	  const struct text_list *list)
{
	static const char *const last[] = {
		[LIST_AND] = C_("list", "{items} and {item}"),
		[LIST_OR] = C_("list", "{items} or {item}"),
		[LIST_COMMAS] = C_("list", "{items}, {item}")};
	enum { MARKS = LIST_QUOTED | LIST_CUT };
	struct buf items = {0};

	for (size_t i = 0; i < list->n; i++) {
		int join = i + 1 < list->n ? LIST_COMMAS : list->join & ~MARKS;
		struct buf next = {0}, item = {0};

		message_fill(&item, language,
			     list->join & LIST_QUOTED ? N_("'{item}'")
						      : "{item}",
			     ARGS(TEXT_ARG("item", list->texts[i])));
		message_fill(&next, language, i ? last[join] : "{item}",
			     ARGS(TEXT_ARG("items", buf_text(&items)),
				  TEXT_ARG("item", buf_text(&item))));
		buf_free(&items);
		buf_free(&item);
		items = next;
	}
	message_fill(buf, language,
		     list->join & LIST_CUT ? C_("list", "{items}, ...")
					   : "{items}",
		     ARGS(TEXT_ARG("items", buf_text(&items))));
	buf_free(&items);
}

void
texts_append(struct arena *arena, struct texts *texts, const char *text)
{
	texts->items = arena_grow(arena, texts->items, texts->n,
				  sizeof(*texts->items));
	texts->items[texts->n++] = text;
}

/* --- messages ------------------------------------------------------------ */

static void
add_arg(struct buf *buf, const struct language *language, const struct arg *arg)
{
	switch (arg->kind) {
	case ARG_NONE:
		break;
	case ARG_TEXT:
		buf_puts(buf, arg->text);
		break;
	case ARG_WORD:
		buf_puts(buf, language_text(language, arg->text));
		break;
	case ARG_NUMBER:
		number_show(buf, language, arg->number);
		break;
	case ARG_TYPED:
		buf_number(buf, arg->number);
		break;
	case ARG_COUNT:
		amount_show(buf, language, arg->number, 0);
		break;
	case ARG_PERCENT:
		percent_show(buf, language, arg->number);
		break;
	case ARG_MONEY:
		money_show(buf, language, arg->text, arg->number);
		break;
	case ARG_DATE:
		date_show(buf, language, arg->date);
		break;
	case ARG_LIST:
		list_show(buf, language, &arg->list);
		break;
	}
}

/*
 * Tells whether a Korean word ends with a consonant, one of those but 'ㄹ'
 * where it is asked about 으로: 1, 0, or -1 where the script doesn't tell.
 */
static int
ends_closed(const char *text, bool but_rieul)
{
	/* 영 일 이 삼 사 오 육 칠 팔 구: consonants, and rieul of 1, 7 and 8 */
	static const char digits[] = "1201001220";
	enum { FIRST = 0xac00, LAST = 0xd7a3, FINALS = 28, RIEUL = 8 };
	uint32_t cp = 0, last = 0;
	int closed = -1;

	for (size_t i = 0, n = strlen(text); i < n;) {
		i += utf8_next(text + i, n - i, &cp);
		/* quotes and brackets aren't spoken */
		if (cp == '%' || utf8_is_id_char(cp))
			last = cp;
	}
	if (last == '%') /* 퍼센트 */
		return 0;
	if (last >= '0' && last <= '9')
		closed = digits[last - '0'] - '0';
	else if (last >= FIRST && last <= LAST)
		closed = (last - FIRST) % FINALS == RIEUL ? 2
			 : (last - FIRST) % FINALS	  ? 1
							  : 0;
	return closed == 2 ? !but_rieul : closed;
}

/* 을/를 as the argument has it; behind a word of another script both, as is
 * usual: 을(를), (으)로 */
static void
add_particle(struct buf *buf, const char *forms, size_t n, const char *text)
{
	static const char directive[] = "으로/로";
	const char *slash = memchr(forms, '/', n);
	size_t first = slash ? (size_t)(slash - forms) : n;
	bool rieul = n == sizeof(directive) - 1 && !memcmp(forms, directive, n);
	int closed = ends_closed(text, rieul);

	if (closed < 0 && rieul)
		buf_puts(buf, "(으)로");
	else if (closed < 0 && slash)
		buf_printf(buf, "%.*s(%.*s)", (int)first, forms,
			   (int)(n - first - 1), slash + 1);
	else if (closed || !slash)
		buf_add(buf, forms, first);
	else
		buf_add(buf, slash + 1, n - first - 1);
}

/* the argument of that name, which a colon may end, or NULL */
static const struct arg *
find_arg(const char *name, size_t n, const struct arg *args, size_t arg_count)
{
	const char *colon = memchr(name, ':', n);

	if (colon)
		n = (size_t)(colon - name);
	for (size_t i = 0; i < arg_count; i++)
		if (!strncmp(args[i].name, name, n) && !args[i].name[n])
			return &args[i];
	return NULL;
}

static void
fill_hole(struct buf *buf, const struct language *language, const char *name,
	  size_t n, const struct arg *arg)
{
	size_t length = strlen(arg->name);
	struct buf shown = {0};

	if (length == n) {
		add_arg(buf, language, arg);
		return;
	}
	add_arg(&shown, language, arg);
	/* digits of a date end with a day all the same */
	add_particle(buf, name + length + 1, n - length - 1,
		     arg->kind == ARG_DATE ? "일" : buf_text(&shown));
	buf_free(&shown);
}

static void
fill(struct buf *buf, const struct language *language, const char *message,
     const struct arg *args, size_t arg_count)
{
	while (*message) {
		const char *open = strchr(message, '{'), *close;
		const struct arg *arg;
		size_t n;

		if (!open || !(close = strchr(open, '}')))
			break;
		n = (size_t)(close - open) - 1;
		arg = find_arg(open + 1, n, args, arg_count);
		if (!arg) { /* braces of its own, as in YAML */
			buf_add(buf, message, (size_t)(open + 1 - message));
			message = open + 1;
			continue;
		}
		buf_add(buf, message, (size_t)(open - message));
		fill_hole(buf, language, open + 1, n, arg);
		message = close + 1;
	}
	buf_puts(buf, message);
}

void
message_fill(struct buf *buf, const struct language *language,
	     const char *message, const struct arg *args, size_t arg_count)
{
	fill(buf, language, language_text(language, message), args, arg_count);
}

void
message_count(struct buf *buf, const struct language *language, const char *one,
	      const char *many, double n, const struct arg *args,
	      size_t arg_count)
{
	struct arg *all = mem_alloc((arg_count + 1) * sizeof(*all));

	all[0] = (struct arg)COUNT_ARG("n", n);
	if (arg_count)
		memcpy(all + 1, args, arg_count * sizeof(*all));
	fill(buf, language, language_plural(language, one, many, n == 1), all,
	     arg_count + 1);
	free(all);
}

const char *
message_text(struct arena *arena, const struct language *language,
	     const char *message, const struct arg *args, size_t arg_count)
{
	struct buf text = {0};

	message_fill(&text, language, message, args, arg_count);
	return arena_take(arena, &text);
}
