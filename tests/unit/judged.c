/* judged.c - for tests of rules: a plan from a text, judged */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "judged.h"

void
judge_with(struct review *review, const char *yaml,
	   const struct review_options *options)
{
	review_make(review, "plan.yaml", mem_string(yaml), strlen(yaml),
		    options);
}

void
judge(struct review *review, const char *yaml)
{
	judge_with(review, yaml,
		   &(struct review_options){.as_of = {2026, 6, 30},
					    .as_status = -1});
}

const struct finding *
find_nth(const struct review *review, const char *topic, size_t n)
{
	for (size_t i = 0; i < review->findings.n; i++)
		if (!strcmp(review->findings.items[i].topic->name, topic) &&
		    n-- == 0)
			return &review->findings.items[i];
	return NULL;
}

size_t
count_of(const struct review *review, const char *topic)
{
	size_t n = 0;

	while (find_nth(review, topic, n))
		n++;
	return n;
}

void
assert_finds(const char *yaml, const char *topic, size_t n)
{
	struct review review;

	judge(&review, yaml);
	if (count_of(&review, topic) != n)
		print_error("%s in\n%s\n", topic, yaml);
	assert_int_equal(count_of(&review, topic), n);
	review_release(&review);
}

void
assert_says(const char *yaml, const char *topic, const char *path,
	    const char *text)
{
	struct review review;
	struct buf buf = {0};
	const struct finding *finding;

	judge(&review, yaml);
	finding = find_nth(&review, topic, 0);
	assert_non_null(finding);
	assert_string_equal(finding->path, path);
	finding_text(&buf, language_user(), finding);
	if (strncmp(buf_text(&buf), text, strlen(text)))
		assert_string_equal(buf_text(&buf), text);
	buf_free(&buf);
	review_release(&review);
}
