/* tell.c - lists in words */
#include "tell.h"

#include <libintl.h>

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
