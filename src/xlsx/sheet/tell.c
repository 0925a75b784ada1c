/* tell.c - counts, lists and amounts in words, for titles that say the message
 */
#include "tell.h"

#include <assert.h>
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/table.h"

enum { ARGS_MOST = 4 };

const char *
tell_count(struct arena *arena, double n)
{
	struct buf text = {0};

	if (n >= 0 && n <= COUNT_WORDS && n <= floor(n))
		return count_word((size_t)n, false);
	message_fill(&text, "{n}", ARGS(COUNT_ARG("n", n)));
	return arena_take(arena, &text);
}

const char *
tell_money(struct arena *arena, const char *currency, double amount)
{
	struct buf text = {0};

	if (currency && *currency)
		message_fill(&text, gettext("{currency} {amount}"),
			     ARGS(TEXT_ARG("currency", currency),
				  COUNT_ARG("amount", amount)));
	else
		message_fill(&text, "{amount}",
			     ARGS(COUNT_ARG("amount", amount)));
	return arena_take(arena, &text);
}

const char *
tell_list(struct arena *arena, const char *const *items, size_t n)
{
	const char *list = n ? items[0] : "";

	for (size_t i = 1; i < n; i++) {
		struct buf text = {0};

		message_fill(&text,
			     i + 1 < n ? gettext("{list}, {item}")
				       : gettext("{list} and {item}"),
			     ARGS(TEXT_ARG("list", list),
				  TEXT_ARG("item", items[i])));
		list = arena_take(arena, &text);
	}
	return list;
}

void
tell_part(struct buf *buf, struct arena *arena, const struct part_words *words,
	  size_t k, size_t n, const struct arg *args, size_t arg_count)
{
	struct arg all[ARGS_MOST + 2] = {
		TEXT_ARG("k", tell_count(arena, (double)k)),
		TEXT_ARG("n", tell_count(arena, (double)n))};
	const char *message = k == 0   ? words->none
			      : k >= n ? words->every
			      : k == 1 ? words->one
				       : words->many;

	assert(arg_count <= ARGS_MOST);
	if (!message || !n)
		return;
	if (arg_count)
		memcpy(all + 2, args, arg_count * sizeof(*args));
	message_fill(buf, gettext(message), all, arg_count + 2);
}

/* Names keep the letter that they were given: only ours are small ones. */
void
tell_capital(struct buf *buf)
{
	/* not toupper: it asks the locale */
	if (buf->n && buf->p[0] >= 'a' && buf->p[0] <= 'z')
		buf->p[0] = (char)(buf->p[0] - 'a' + 'A');
}
