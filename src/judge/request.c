/* request.c - a review that another program of ours is to make as well */
#include "ces/request.h"

#include <stdlib.h>
#include <string.h>

/* strings, each with its NUL; the plan's bytes follow */
enum { VERSION, NAME, AS_OF, STATUS, STRINGS };

void
request_write(struct buf *out, const struct review *review)
{
	struct buf day = {0};

	date_write(&day, review->view->as_of);
	buf_add(out, CES_VERSION, sizeof(CES_VERSION));
	buf_add(out, review->source.name, strlen(review->source.name) + 1);
	buf_add(out, day.p, day.n + 1);
	buf_printf(out, "%d", review->status);
	buf_putc(out, '\0');
	buf_add(out, review->source.bytes, review->source.n);
	buf_free(&day);
}

bool
request_read(struct request *request, char *bytes, size_t n)
{
	const char *strings[STRINGS];
	char *plan = bytes;

	for (int i = 0; i < STRINGS && plan; i++) {
		strings[i] = plan;
		plan = memchr(plan, '\0', (size_t)(bytes + n - plan));
		plan = plan ? plan + 1 : NULL;
	}
	if (!plan || strcmp(strings[VERSION], CES_VERSION) != 0) {
		free(bytes);
		return false;
	}
	*request = (struct request){.name = mem_string(strings[NAME]),
				    .plan = bytes,
				    .n = n - (size_t)(plan - bytes),
				    .options.as_status = atoi(strings[STATUS])};
	date_parse(strings[AS_OF], strlen(strings[AS_OF]),
		   &request->options.as_of);
	memmove(bytes, plan, request->n + 1);
	return true;
}
