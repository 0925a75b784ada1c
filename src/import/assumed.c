/* assumed.c - the day of what is done or decided, where no cell tells it: the
 * day as of which the workbook is read */
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "import/parts.h"

/* days that a word requires, and that are over then */
static const struct {
	const char *entity, *key;
} days[] = {{"action", "completed"}, {"decision", "decided"}};

static const struct field *
day_of(const struct entity *entity)
{
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++)
		if (!strcmp(entity->name, days[i].entity))
			return entity_field(entity, days[i].key,
					    strlen(days[i].key));
	return NULL;
}

static bool requires(const struct field *day, const char *word)
{
	bool among = word_among(word, day->words);

	return day->need == NEED_WHEN ? among : !among;
}

static const char *
day_text(struct importing *run)
{
	struct buf buf = {0};

	date_write(&buf, run->now->view->as_of);
	return arena_take(run->arena, &buf);
}

static struct import_finding
assumption(struct importing *run, const struct found *found, uint32_t row,
	   const char *name, const struct field *day)
{
	return (struct import_finding){
		.kind = IMPORT_ASSUMED,
		.workbook = run->book->workbook->name,
		.sheet = found->sheet->name,
		.cell = row_name(run->arena, row),
		.item = name,
		.new = day_text(run),
		.message = message_text(
			run->arena, users_language(),
			N_("no cell says when, so '{key}' is the day as of "
			   "which the workbook is read"),
			ARGS(TEXT_ARG("key", day->key)))};
}

void
assume_days(struct importing *run, const struct found *found, uint32_t row,
	    const char *path, const char *name, const struct entity *entity,
	    struct content *given)
{
	struct import_finding finding;
	const struct field *day = day_of(entity);
	bool word = false;

	for (size_t i = 0; day && i < given->n; i++) {
		if (!strcmp(given->keys[i], day->key))
			return;
		word |= !strcmp(given->keys[i], day->other.key) &&
			requires(day, given->items[i].text);
	}
	if (!word)
		return;
	finding = assumption(run, found, row, name, day);
	finding.reason = path;
	take(run, finding);
	*content_member(run->arena, given, day->key) =
		content_text(day_text(run), true);
}

/* the finding about that path of the run's, from which on; NULL */
static const struct import_finding *
finding_at_path(const struct importing *run, size_t since, const char *path)
{
	for (size_t i = since; i < run->import->n; i++)
		if (run->import->items[i].path &&
		    !strcmp(run->import->items[i].path, path))
			return &run->import->items[i];
	return NULL;
}

void
assume_day(struct importing *run, const struct found *found, uint32_t row,
	   const struct object *item, size_t since)
{
	const struct field *day = day_of(object_entity(item));
	const struct import_finding *word;
	struct import_finding finding;
	struct buf path = {0}, other = {0};

	if (!day || field_given(item, day))
		return;
	object_path(&path, item, day);
	object_path(&other, item, NULL);
	buf_printf(&other, ".%s", day->other.key);
	word = finding_at_path(run, since, buf_text(&other));
	if (word && word->kind == IMPORT_TAKEN &&
	    word->change.kind == CHANGE_VALUE &&
	    requires(day, word->change.content.text) &&
	    !finding_at_path(run, since, buf_text(&path))) {
		finding = assumption(run, found, row, object_name(item), day);
		finding.path = arena_string(run->arena, buf_text(&path));
		finding.span = word->span;
		finding.placed = word->placed;
		finding.reason = word->path;
		finding.change = (struct change){
			.kind = CHANGE_VALUE,
			.path = finding.path,
			.content = content_text(finding.new, true)};
		take(run, finding);
	}
	buf_free(&path);
	buf_free(&other);
}
