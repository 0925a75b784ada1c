/* reference.c - the pages of `ces explain` about keys of the format */
#include "ces/reference.h"

#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/meaning.h"
#include "ces/measure.h"
#include "ces/message.h"
#include "ces/utf8.h"

enum { WIDTH = 80, MARGIN = 2, GAP = 2 };

/* by enum need, with the other key and its words, twice */
static const char *const needs[] = {
	[NEED_OPTIONAL] = C_("key", "optional"),
	[NEED_ADVISED] = N_("advised: the plan is fine without, and more "
			    "complete with it"),
	[NEED_REQUIRED] = C_("key", "required"),
	[NEED_EITHER] = N_("required, unless '{key}' is given"),
	[NEED_LEAF] = N_("required, unless '{key}' is given, or others name "
			 "this one in '{other}'"),
	[NEED_WITH] = N_("required when '{key}' is given"),
	[NEED_WHEN] = N_("required when '{key}' is {words}"),
	[NEED_ABOVE] = N_("required when '{key}', one level up, is {words}"),
	[NEED_UNLESS] = N_("required unless '{key}' is {words}"),
	[NEED_STANDARD] = N_("required when '{key}' is one of {words}"),
};

/* by enum asked: where the key can exist */
static const char *const conditions[] = {
	[ASKED_failing] = N_("advised of failure demand: the plan is fine "
			     "without, and more complete with it"),
	[ASKED_handled] = N_("advised where a person answers on one of the "
			     "reason's channels: the plan is fine without, and "
			     "more complete with it"),
	[ASKED_staffed] = N_("advised where a person answers: the plan is fine "
			     "without, and more complete with it"),
	[ASKED_launched] =
		N_("advised of channels that are not planned: the "
		   "plan is fine without, and more complete with it"),
	[ASKED_closing] = N_("advised of hours that close: the plan is fine "
			     "without, and more complete with it"),
	[ASKED_missable] = N_("advised of hours that close, of a channel that "
			      "runs and on which messages can't wait: the plan "
			      "is fine without, and more complete with it"),
	[ASKED_route_closes] = N_("required, unless the channel that 'to' "
				  "names never closes"),
	[ASKED_measured] = N_("advised of measures that are not planned and "
			      "whose baseline is not still to be found: the "
			      "plan is fine without, and more complete with "
			      "it"),
};

/* the words of "value|failure", kept in the arena */
static struct text_list
words_of(struct arena *arena, const char *words, int join)
{
	struct text_list list = {.join = join};
	const char **texts = arena_alloc(arena, (words ? strlen(words) : 0) *
							sizeof(*texts));

	for (size_t n; words && *words; words += n + (words[n] == '|')) {
		n = strcspn(words, "|");
		texts[list.n++] = arena_copy(arena, words, n);
	}
	list.texts = texts;
	return list;
}

/* the standard measures that want the part */
static struct text_list
standards_of(struct arena *arena, enum standard_part part)
{
	struct text_list list = {.join = LIST_COMMAS};
	const char **texts =
		arena_alloc(arena, (size_t)standard_count * sizeof(*texts));

	for (int i = 0; i < standard_count; i++)
		if (standard_needs(&standards[i], part))
			texts[list.n++] = standards[i].word;
	list.texts = texts;
	return list;
}

void
reference_need(struct buf *buf, const struct language *language,
	       const struct field *field)
{
	struct arena arena = {0};
	const char *format = needs[field->need], *key = field->other.key;
	struct text_list words = words_of(&arena, field->words, LIST_OR);
	struct text_list words2 = words_of(&arena, field->words2, LIST_OR);

	if (field->asked) {
		format = conditions[field->asked];
	} else if (field->other2.key && field->need != NEED_LEAF) {
		format = N_("required when '{key}' is {words} and '{other}' is "
			    "{words2}");
	} else if (field->part == PART_target) {
		format = N_("required, unless the role is diagnostic or the "
			    "direction is range");
	} else if (field->part == PART_range) {
		format = N_("required when the direction is range, unless the "
			    "role is diagnostic");
	} else if (field->need == NEED_STANDARD) {
		key = "standard";
		words = standards_of(&arena, field->part);
	}
	message_fill(
		buf, language, format,
		ARGS(TEXT_ARG("key", key),
		     LIST_ARG("words", words.texts, words.n, words.join),
		     TEXT_ARG("other", field->other2.key),
		     LIST_ARG("words2", words2.texts, words2.n, words2.join)));
	arena_release(&arena);
}

static const char *
need_in_short(const struct language *language, const struct field *field)
{
	static const char *const always[] = {
		[NEED_OPTIONAL] = C_("key", "optional"),
		[NEED_ADVISED] = C_("key", "advised"),
		[NEED_REQUIRED] = C_("key", "required")};

	return field->need <= NEED_REQUIRED
		       ? language_text(language, always[field->need])
		       : language_text(language, C_("key", "at times"));
}

/* rules are too many to list */
void
reference_words(struct buf *buf, const struct language *language,
		const struct field *field)
{
	int list = field->kind == KIND_WORDMAP ? field->values : field->list;
	enum kind kind = kind_element(field->kind);
	struct text_list words = {.join = LIST_COMMAS};
	const char **texts;

	if (kind == KIND_LOOKUP && field->list == REGISTRY_RULE) {
		buf_puts(buf, language_text(language,
					    N_("'ces explain' lists them")));
		return;
	}
	if (kind != KIND_LOOKUP && kind != KIND_WORD)
		return;
	while (list_word(kind, list, words.n))
		words.n++;
	texts = mem_alloc((words.n + 1) * sizeof(*texts));
	for (size_t i = 0; i < words.n; i++)
		texts[i] = list_word(kind, list, i);
	words.texts = texts;
	list_show(buf, language, &words);
	free(texts);
}

void
reference_range(struct buf *buf, const struct language *language,
		const struct field *field)
{
	bool limited = field->max < 1e6;

	if (field->kind != KIND_NUMBER || field->min > field->max)
		return;
	message_fill(buf, language,
		     limited && field->nonzero && field->min >= 0
			     ? N_("{min} to {max}, but not 0")
		     : limited	      ? N_("{min} to {max}")
		     : field->nonzero ? N_("more than {min}")
				      : N_("{min} or more"),
		     ARGS(NUMBER_ARG("min", field->min),
			  NUMBER_ARG("max", field->max)));
}

/* a label, and the text beside it in lines of its own; nothing when empty */
static void
row(struct buf *buf, const char *label, size_t width, struct buf *text)
{
	size_t indent = MARGIN + width + GAP;

	if (text->n) {
		buf_fill(buf, ' ', MARGIN);
		buf_puts(buf, label);
		buf_fill(buf, ' ',
			 indent - MARGIN - utf8_width(label, strlen(label)));
		buf_wrap(buf, buf_text(text), WIDTH, indent, indent);
		buf_putc(buf, '\n');
	}
	buf_clear(text);
}

const char *
reference_meaning(const struct field *field, const char *word)
{
	int list = field->kind == KIND_WORDMAP ? field->values : field->list;
	const struct meaning *meaning;
	const char *text = NULL;
	int i;

	if (kind_element(field->kind) == KIND_WORD) {
		meaning = meaning_find(choices[list].name, word);
		return meaning ? meaning->text : NULL;
	}
	i = registry_find((enum registry)field->list, word);
	if (i >= 0)
		registry_name((enum registry)field->list, i, &text);
	return text;
}

/* the i-th of the words to be told with their meanings: rules are too many, and
 * codes are of standards */
static const char *
told_word(const struct field *field, size_t i)
{
	bool map = field->kind == KIND_WORDMAP;
	enum kind kind = kind_element(field->kind);

	if (kind != KIND_WORD &&
	    (kind != KIND_LOOKUP || field->list == REGISTRY_RULE))
		return NULL;
	return list_word(kind, map ? field->values : field->list, i);
}

/* the words that the key may have, and what each means */
static void
write_words(struct buf *buf, const struct language *language,
	    const struct field *field)
{
	struct buf text = {0};
	size_t width = 0;
	const char *word;

	if (!told_word(field, 0))
		return;
	buf_printf(buf, "\n%s\n\n", language_text(language, "Its words:"));
	for (size_t i = 0; (word = told_word(field, i)); i++)
		width = strlen(word) > width ? strlen(word) : width;
	for (size_t i = 0; (word = told_word(field, i)); i++) {
		const char *meaning = reference_meaning(field, word);

		buf_puts(&text,
			 meaning ? language_text(language, meaning) : word);
		row(buf, word, width, &text);
	}
	buf_free(&text);
}

/* columns of the widest label */
static size_t
widest(const char *const *labels, size_t n)
{
	size_t width = 0;

	for (size_t i = 0; i < n; i++) {
		size_t columns = utf8_width(labels[i], strlen(labels[i]));

		width = columns > width ? columns : width;
	}
	return width;
}

static void
write_example(struct buf *buf, const struct language *language,
	      const struct field *field)
{
	const char *example = field_example(language, field);

	if (!example)
		return;
	buf_printf(buf, "%s: ", field->key);
	if (field->fallback > 0)
		buf_number(buf, field->fallback);
	else
		buf_puts(buf, example);
}

static void
write_facts(struct buf *buf, const struct language *language,
	    const struct field *field)
{
	enum { TYPE, NEED, WORDS, RANGE, DEFAULT, EXAMPLE, MORE, FACTS };
	const char *labels[FACTS] = {
		[TYPE] = language_text(language, "Type"),
		[NEED] = language_text(language, "Needed"),
		[WORDS] = language_text(language, "Words"),
		[RANGE] = language_text(language, "Range"),
		[DEFAULT] = language_text(language, "Default"),
		[EXAMPLE] = language_text(language, "Example"),
		[MORE] = language_text(language, "More")};
	bool keys = kind_shape(field->kind) == SHAPE_KEYS;
	const char *page = field_type_page(field);
	size_t width = widest(labels, FACTS);
	struct buf text = {0};

	buf_puts(&text, language_text(language, field_type_name(field)));
	row(buf, labels[TYPE], width, &text);
	reference_need(&text, language, field);
	row(buf, labels[NEED], width, &text);
	if (!told_word(field, 0))
		reference_words(&text, language, field);
	row(buf, labels[WORDS], width, &text);
	reference_range(&text, language, field);
	row(buf, labels[RANGE], width, &text);
	if (field->fallback > 0)
		buf_number(&text, field->fallback);
	row(buf, labels[DEFAULT], width, &text);
	write_example(&text, language, field);
	row(buf, labels[EXAMPLE], width, &text);
	if (!keys && !told_word(field, 0))
		buf_printf(&text,
			   strchr(page, ' ') ? "`ces explain 'types/%s'`"
					     : "`ces explain types/%s`",
			   page);
	row(buf, labels[MORE], width, &text);
	buf_free(&text);
}

/* a line of the table of keys, cells padded to their columns */
static void
write_key(struct buf *buf, const struct language *language,
	  const struct field *field, size_t key_width, size_t need_width)
{
	const char *need = need_in_short(language, field);
	size_t indent = MARGIN + key_width + GAP + need_width + GAP;
	struct buf words = {0};

	buf_fill(buf, ' ', MARGIN);
	buf_puts(buf, field->key);
	buf_fill(buf, ' ', key_width + GAP - strlen(field->key));
	buf_puts(buf, need);
	buf_fill(buf, ' ', need_width + GAP - utf8_width(need, strlen(need)));
	buf_wrap(buf, language_text(language, field->help), WIDTH, indent,
		 indent);
	buf_putc(buf, '\n');
	if (kind_element(field->kind) == KIND_WORD)
		reference_words(&words, language, field);
	if (!words.n)
		return;
	buf_fill(buf, ' ', indent);
	buf_wrap(buf, words.p, WIDTH, indent, indent);
	buf_putc(buf, '\n');
	buf_free(&words);
}

static void
write_table(struct buf *buf, const struct language *language,
	    const struct entity *entity)
{
	size_t key_width = 0, need_width = 0;

	for (int i = 0; i < entity->n; i++) {
		const char *need = need_in_short(language, &entity->fields[i]);
		size_t key = strlen(entity->fields[i].key);
		size_t columns = utf8_width(need, strlen(need));

		key_width = key > key_width ? key : key_width;
		need_width = columns > need_width ? columns : need_width;
	}
	for (int i = 0; i < entity->n; i++)
		write_key(buf, language, &entity->fields[i], key_width,
			  need_width);
}

/* the keys of the group that the field holds, and an example of it */
static void
write_entity(struct buf *buf, const struct language *language,
	     const struct field *field)
{
	const struct entity *entity = field->of();

	buf_putc(buf, '\n');
	if (field->kind == KIND_OBJECT)
		buf_puts(buf, language_text(language, "Its keys:"));
	else
		buf_puts(buf, language_text(language, "The keys of each:"));
	buf_puts(buf, "\n\n");
	write_table(buf, language, entity);
	buf_printf(buf, "\n%s\n\n",
		   language_text(language, "It looks like this:"));
	field_example_write(buf, language, field, MARGIN);
}

/*
 * The field that the path leads to, its own path added to name. An entry's id
 * may stand between a collection and the keys of its entries; an id may look
 * like a key, so the key is tried first.
 */
static const struct field *
walk(const struct entity *entity, const char *path, struct buf *name)
{
	size_t n = strcspn(path, ".["), start = name->n;
	size_t end = strcspn(path, ".");
	const struct field *field = n ? entity_field(entity, path, n) : NULL;
	const struct field *found = NULL;
	const char *rest = path + end;

	if (!field)
		return NULL;
	buf_printf(name, "%s%s", start ? "." : "", field->key);
	if (!*rest)
		return field;
	rest++;
	if (kind_shape(field->kind) == SHAPE_MAPPING)
		return *rest && !strchr(rest, '.') ? field : NULL;
	if (kind_shape(field->kind) != SHAPE_KEYS)
		return NULL;
	start = name->n;
	found = walk(field->of(), rest, name);
	if (found || field->kind == KIND_OBJECT)
		return found;
	name->n = start;
	name->p[start] = '\0';
	end = strcspn(rest, ".");
	if (rest[end])
		return walk(field->of(), rest + end + 1, name);
	/* rather a mistyped key than an id */
	return end && !entity_nearest(field->of(), rest) ? field : NULL;
}

const struct field *
reference_field(const char *path, struct buf *name)
{
	return walk(entity_plan(), path, name);
}

bool
reference_key(struct buf *buf, const struct language *language,
	      const char *path)
{
	struct buf name = {0};
	const struct field *field = walk(entity_plan(), path, &name);

	if (field) {
		buf_printf(buf, "%s\n\n", buf_text(&name));
		buf_fill(buf, ' ', MARGIN);
		buf_wrap(buf, language_text(language, field->help), WIDTH,
			 MARGIN, MARGIN);
		buf_puts(buf, "\n\n");
		write_facts(buf, language, field);
		write_words(buf, language, field);
		if (kind_shape(field->kind) == SHAPE_KEYS)
			write_entity(buf, language, field);
	}
	buf_free(&name);
	return field != NULL;
}

static void
each_of(const struct entity *entity, struct buf *path,
	void (*each)(const char *path, void *data), void *data)
{
	size_t start = path->n;

	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];

		buf_printf(path, "%s%s", start ? "." : "", field->key);
		each(buf_text(path), data);
		if (kind_shape(field->kind) == SHAPE_KEYS)
			each_of(field->of(), path, each, data);
		path->n = start;
		path->p[start] = '\0';
	}
}

void
reference_each(void (*each)(const char *path, void *data), void *data)
{
	struct buf path = {0};

	each_of(entity_plan(), &path, each, data);
	buf_free(&path);
}
