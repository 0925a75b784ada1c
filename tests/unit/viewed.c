/* viewed.c - plans and their figures, for the tests of the view */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/file.h"
#include "viewed.h"

const struct date midyear = {2026, 6, 30};

static void
make_bytes(struct made *made, char *bytes, size_t n, struct date as_of)
{
	enum loaded loaded;

	memset(made, 0, sizeof(*made));
	made->findings.arena = &made->arena;
	source_init(&made->source, "plan.yaml", bytes, n);
	made->plan = plan_load(&made->source, &made->arena, &made->findings,
			       &loaded);
	assert_int_equal(loaded, LOADED_WHOLE);
	made->view = view_make(made->plan, as_of, &made->arena);
}

void
make_on(struct made *made, const char *yaml, struct date as_of)
{
	make_bytes(made, mem_string(yaml), strlen(yaml), as_of);
}

void
make(struct made *made, const char *yaml)
{
	make_on(made, yaml, midyear);
}

void
make_retail(struct made *made)
{
	size_t n;
	bool too_long;
	char *bytes = file_read("examples/retail.yaml", SOURCE_LIMIT, &n,
				&too_long);

	assert_non_null(bytes);
	make_bytes(made, bytes, n, (struct date){0});
	assert_int_equal(made->findings.n, 0);
}

void
drop(struct made *made)
{
	findings_release(&made->findings);
	source_release(&made->source);
	arena_release(&made->arena);
}

void
assert_near(double value, double expected, double within)
{
	if (!(fabs(value - expected) <= within))
		fail_msg("%.9g, expected %.9g", value, expected);
}

/* where the item of that id stands in its collection */
uint32_t
index_of(const struct map *map, const char *id)
{
	const struct object *object = map_find(map, id);

	if (!object)
		fail_msg("no %s", id);
	return object->index;
}

const struct coverage *
coverage_of(const struct made *made, const char *segment, const char *channel)
{
	const struct segment_view *at = SEGMENT(made, segment);

	for (uint32_t i = 0; i < at->n; i++)
		if (!strcmp(at->channels[i].channel->object.id, channel))
			return &at->channels[i];
	fail_msg("%s is not there for %s", channel, segment);
	return NULL;
}

void
assert_day(struct date date, const char *expected)
{
	struct buf buf = {0};

	date_write(&buf, date);
	assert_string_equal(buf_text(&buf), expected);
	buf_free(&buf);
}
