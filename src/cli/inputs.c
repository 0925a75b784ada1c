/* inputs.c - finding, reading and judging plans, several at a time */
#include "cli/inputs.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "ces/file.h"
#include "ces/language.h"
#include "ces/message.h"
#include "ces/nearest.h"
#include "ces/question.h"
#include "cli/kind.h"

static void
add(struct inputs *inputs, char *name)
{
	ARRAY_GROW(inputs->names, inputs->n, inputs->cap);
	inputs->names[inputs->n++] = name;
}

/* Takes the names over; leaves out files that are no plans, and says so. */
static void
add_plans(struct inputs *inputs, char **names, bool tell)
{
	for (size_t i = 0; names[i]; i++) {
		if (file_keys(names[i]) != KEYS_FOREIGN) {
			add(inputs, names[i]);
			continue;
		}
		if (tell)
			show_error(_("%s: passed over, as no key of it is one "
				     "of a plan; a plan begins with 'ces: 1'"),
				   names[i]);
		free(names[i]);
	}
	free(names);
}

/* The others are still read. */
static void
show_folder(const char *path, void *failed)
{
	show_errno(path);
	*(bool *)failed = true;
}

static void
add_folder(struct inputs *inputs, const char *folder)
{
	size_t before = inputs->n;
	char **names = file_list(folder, true, show_folder, &inputs->failed);

	if (!names) {
		show_errno(folder);
	} else if (!names[0]) {
		show_error(_("%s: no file in this folder ends in .yaml or "
			     ".yml; name the folder of the plans, or a plan"),
			   folder);
		free(names);
	} else {
		add_plans(inputs, names, true);
		if (inputs->n == before)
			show_error(_("%s: no file in this folder is a plan; "
				     "name the folder of the plans, or a "
				     "plan"),
				   folder);
	}
	inputs->failed |= inputs->n == before;
}

/* strategy.yaml, or the one plan in this folder */
static bool
add_default(struct inputs *inputs)
{
	struct arena arena = {0};
	struct texts list = {0};
	char **names;

	if (file_exists("strategy.yaml")) {
		add(inputs, mem_string("strategy.yaml"));
		return true;
	}
	names = file_list(".", false, NULL, NULL);
	if (names)
		add_plans(inputs, names, false);
	for (size_t i = 0; i < inputs->n; i++) {
		char *name = inputs->names[i];

		memmove(name, name + 2, strlen(name) - 1); /* "./" */
		texts_append(&arena, &list, name);
	}
	if (inputs->n == 0)
		show_error(_("a plan is missing; name a file, 'strategy.yaml' "
			     "for instance; 'ces init' writes one"));
	else if (inputs->n > 1)
		show_message(N_("several plans are here; name one: {plans}"),
			     ARGS(TEXTS_ARG("plans", list, LIST_COMMAS)));
	arena_release(&arena);
	return inputs->n == 1;
}

/* Findings begin with the name, and a line that begins with "::" is a command
 * to GitHub's runner. */
static char *
safe_name(const char *name)
{
	struct buf path = {0};

	if (!strncmp(name, "::", 2))
		buf_puts(&path, "./");
	buf_puts(&path, name);
	return path.p ? path.p : mem_string("");
}

bool
inputs_default(struct inputs *inputs)
{
	*inputs = (struct inputs){0};
	return add_default(inputs);
}

bool
inputs_find(struct inputs *inputs, const struct options *options)
{
	*inputs = (struct inputs){0};
	if (options->file_count == 0)
		return add_default(inputs);
	for (int i = 0; i < options->file_count; i++) {
		char *name = safe_name(options->files[i]);

		if (strcmp(name, "-") != 0 && file_is_folder(name)) {
			add_folder(inputs, name);
			free(name);
		} else {
			add(inputs, name);
		}
	}
	return true;
}

bool
inputs_one(const struct inputs *inputs)
{
	if (inputs->n == 1)
		return true;
	if (inputs->n > 1)
		show_error(_("several plans are there; name one of them, '%s' "
			     "for instance"),
			   inputs->names[0]);
	return false;
}

void
inputs_release(struct inputs *inputs)
{
	for (size_t i = 0; i < inputs->n; i++)
		free(inputs->names[i]);
	free(inputs->names);
}

/* --- reading -------------------------------------------------------------- */

/* a plan that was read, or why not */
struct reading {
	char *bytes; /* NULL: not read, or freed as it is no plan */
	size_t n;
	int error;	  /* errno; 0: read */
	const char *kind; /* of another file: what it is, a message id */
	bool too_long;
};

/* Frees what can't be a plan. */
static void
read_plan(struct reading *reading, const char *name)
{
	reading->bytes =
		file_read(name, SOURCE_LIMIT, &reading->n, &reading->too_long);
	reading->error = reading->bytes ? 0 : errno;
	if (reading->bytes)
		reading->kind = kind_of(reading->bytes, reading->n);
	if (reading->kind || reading->too_long) {
		free(reading->bytes);
		reading->bytes = NULL;
	}
}

/* "plan" for "plan.yaml": up to the dot */
static bool
same_stem(const char *a, const char *b)
{
	size_t n = strcspn(a, ".");

	return n && n == strcspn(b, ".") && !strncmp(a, b, n);
}

/* the plan in the folder whose name is nearest to that of a missing file; to be
 * freed, or NULL */
static char *
nearest_plan(const char *missing)
{
	const char *slash = strrchr(missing, '/');
	const char *base = slash ? slash + 1 : missing, *best;
	struct buf folder = {0};
	struct nearest nearest;
	char **names, *found = NULL;

	buf_add(&folder, missing, (size_t)(base - missing));
	names = file_list(slash ? folder.p : ".", false, NULL, NULL);
	nearest_start(&nearest, base);
	for (size_t i = 0; names && names[i]; i++) {
		const char *name = strrchr(names[i], '/') + 1;

		nearest_try(&nearest, name);
		if (same_stem(base, name)) {
			nearest.best = name;
			nearest.distance = 0;
		}
	}
	best = nearest.best;
	if (best) {
		buf_puts(&folder, best);
		found = mem_string(folder.p);
	}
	for (size_t i = 0; names && names[i]; i++)
		free(names[i]);
	free(names);
	buf_free(&folder);
	return found;
}

static void
show_unread(const char *name, int error)
{
	char *near = error == ENOENT ? nearest_plan(name) : NULL;

	if (near)
		show_message(N_("{file}: {reason}; did you mean '{near}'?"),
			     ARGS(TEXT_ARG("file", name),
				  WORD_ARG("reason", error_text(error)),
				  TEXT_ARG("near", near)));
	else
		show_error("%s: %s", name, _(error_text(error)));
	free(near);
}

static bool
check_reading(const struct reading *reading, const char *name)
{
	if (reading->error)
		show_unread(name, reading->error);
	else if (reading->too_long)
		show_message(N_("{file}: too large for a plan, with more than "
				"{n} MB"),
			     ARGS(TEXT_ARG("file", name),
				  COUNT_ARG("n", SOURCE_LIMIT / 1024 / 1024)));
	else if (reading->kind)
		show_error("%s: %s", name, _(reading->kind));
	return reading->bytes;
}

bool
input_review(struct review *review, const char *name,
	     const struct review_options *options)
{
	struct reading reading = {0};

	read_plan(&reading, name);
	if (!check_reading(&reading, name))
		return false;
	review_make(review, name, reading.bytes, reading.n, options);
	return true;
}

bool
input_load(struct document *document, const char *name)
{
	struct reading reading = {0};

	read_plan(&reading, name);
	if (!check_reading(&reading, name))
		return false;
	document_load(document, name, reading.bytes, reading.n);
	return true;
}

/* State shared by the threads. A worker takes the next file; the main thread
 * waits for them in order, so at most ahead files are kept at a time. */
struct pool {
	const struct inputs *inputs;
	const struct review_options *options;
	struct review *reviews;
	struct reading *readings;
	bool *done;
	size_t next, taken, ahead; /* taken: files that were delivered */
	pthread_mutex_t lock;
	pthread_cond_t changed;
};

static void
work_on(struct pool *pool, size_t i)
{
	struct reading *reading = &pool->readings[i];
	const char *name = pool->inputs->names[i];

	read_plan(reading, name);
	if (reading->bytes)
		review_make(&pool->reviews[i], name, reading->bytes, reading->n,
			    pool->options);
}

static void *
worker(void *data)
{
	struct pool *pool = data;

	pthread_mutex_lock(&pool->lock);
	for (;;) {
		size_t i;

		while (pool->next < pool->inputs->n &&
		       pool->next >= pool->taken + pool->ahead)
			pthread_cond_wait(&pool->changed, &pool->lock);
		if (pool->next >= pool->inputs->n)
			break;
		i = pool->next++;
		pthread_mutex_unlock(&pool->lock);
		work_on(pool, i);
		pthread_mutex_lock(&pool->lock);
		pool->done[i] = true;
		pthread_cond_broadcast(&pool->changed);
	}
	pthread_mutex_unlock(&pool->lock);
	return NULL;
}

static void
wait_for(struct pool *pool, size_t i)
{
	pthread_mutex_lock(&pool->lock);
	pool->taken = i;
	pthread_cond_broadcast(&pool->changed);
	while (!pool->done[i])
		pthread_cond_wait(&pool->changed, &pool->lock);
	pthread_mutex_unlock(&pool->lock);
}

bool
inputs_review(const struct inputs *inputs, size_t jobs,
	      const struct review_options *options, struct review *reviews,
	      void (*each)(struct review *review, size_t i, void *data),
	      void *data)
{
	struct pool pool = {.inputs = inputs,
			    .options = options,
			    .reviews = reviews,
			    .ahead = jobs * 4,
			    .lock = PTHREAD_MUTEX_INITIALIZER,
			    .changed = PTHREAD_COND_INITIALIZER};
	size_t n = inputs->n, started = 0, wanted = jobs < n ? jobs : n;
	pthread_t *threads = mem_alloc((jobs + 1) * sizeof(*threads));
	bool good = !inputs->failed;

	pool.readings = mem_zeroed(n, sizeof(*pool.readings));
	pool.done = mem_zeroed(n, sizeof(*pool.done));
	while (wanted > 1 && started < wanted &&
	       !pthread_create(&threads[started], NULL, worker, &pool))
		started++;
	for (size_t i = 0; i < n; i++) {
		if (started)
			wait_for(&pool, i);
		else
			work_on(&pool, i);
		if (check_reading(&pool.readings[i], inputs->names[i])) {
			each(&reviews[i], i, data);
			review_release(&reviews[i]);
		} else {
			good = false;
		}
	}
	for (size_t i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
	free(threads);
	free(pool.readings);
	free(pool.done);
	return good;
}

static bool
unknown_section(const char *name)
{
	struct nearest nearest;

	nearest_start(&nearest, name);
	for (int i = 0; i < section_count; i++)
		nearest_try(&nearest, sections[i].key);
	if (nearest.best)
		show_message(N_("there is no section '{section}'; did you mean "
				"'{near}'?"),
			     ARGS(TEXT_ARG("section", name),
				  TEXT_ARG("near", nearest.best)));
	else
		show_error(
			_("there is no section '%s'; the seven are segments, "
			  "service_tiers, contact_reasons, channels, hours, "
			  "measures and intelligence"),
			name);
	return false;
}

bool
review_options_read(struct review_options *to, const struct options *options)
{
	const char *as = options->value[OPTION_AS];
	const char *section = options->value[OPTION_SECTION];

	*to = (struct review_options){.as_of = options->as_of,
				      .as_status = -1,
				      .section = section,
				      .language = language_user()};
	if (as)
		to->as_status = choices_find(&choices[CHOICE_plan_status], as);
	if (as && to->as_status < 0) {
		show_error(_("'%s' is not a status of a plan; write draft, "
			     "in_review, approved or retired"),
			   as);
		return false;
	}
	return !section || section_find(section) >= 0 ||
	       unknown_section(section);
}

bool
written_language(struct review_options *to, const struct options *options)
{
	const char *name = options->value[OPTION_LANGUAGE];
	const struct language *language;
	struct arena arena = {0};
	struct texts tags = {0};

	to->in_words = true;
	to->language = name ? language_find(name) : NULL;
	if (!name || to->language)
		return true;
	for (size_t i = 0; (language = language_at(i)); i++)
		texts_append(&arena, &tags, language_tag(language));
	show_message(N_("ces writes no '{language}'; --language takes {known}"),
		     ARGS(TEXT_ARG("language", name),
			  TEXTS_ARG("known", tags, LIST_OR)));
	arena_release(&arena);
	return false;
}
