/* explain_labels.c - what ces explain knows by other names: titles, labels and
 * terms in a language */
#include <stdio.h>
#include <string.h>

#include "ces/arena.h"
#include "ces/meaning.h"
#include "ces/question.h"
#include "ces/table.h"
#include "ces/utf8.h"
#include "cli/explain.h"

/* a walk through all labels */
struct walk {
	const struct language *language;
	void (*use)(const char *label, const char *name, void *data);
	void *data;
};

/* name: as ces explain takes it, behind its prefix */
static void
tell(const struct walk *walk, const char *label, const char *prefix,
     const char *name)
{
	char whole[128];

	snprintf(whole, sizeof(whole), "%s%s", prefix, name);
	walk->use(label, whole, walk->data);
}

static void
use(const struct walk *walk, const char *message, const char *prefix,
    const char *name)
{
	tell(walk, language_text(walk->language, message), prefix, name);
}

/* titles of sections, labels of what the plan's collections hold */
static void
use_keys(const struct walk *walk)
{
	const struct entity *plan = entity_plan();

	for (int i = 0; i < section_count; i++) {
		use(walk, sections[i].title, "", sections[i].key);
		use(walk, sections[i].label, "", sections[i].key);
	}
	for (int i = 0; i < plan->n; i++)
		if (kind_shape(plan->fields[i].kind) == SHAPE_KEYS)
			use(walk, plan->fields[i].of()->label, "",
			    plan->fields[i].key);
}

static void
use_words(const struct walk *walk)
{
	for (int list = 0; list < CHOICE_COUNT; list++)
		for (int i = 0; i < choices[list].n; i++) {
			const char *word = choices[list].words[i];

			tell(walk,
			     plain_word(walk->language, (enum choices_id)list,
					word),
			     "words/", word);
		}
}

void
labels_each(const struct language *language,
	    void (*use_label)(const char *label, const char *name, void *data),
	    void *data)
{
	const struct walk walk = {language, use_label, data};

	use_keys(&walk);
	for (int i = 0; i < standard_count; i++)
		use(&walk, standards[i].name, "measures/", standards[i].word);
	for (size_t i = 0; i < meanings_count; i++)
		if (!strcmp(meanings[i].list, "term"))
			use(&walk, meanings[i].name, "glossary/",
			    meanings[i].name);
	use_words(&walk);
}

/* --- names behind a label ------------------------------------------------- */

struct search {
	struct buf wanted, folded;
	struct arena *arena;
	struct texts names;
};

/* Some write a term in one word. */
static void
fold(struct buf *buf, const char *text)
{
	struct buf joined = {0};

	for (; *text; text++)
		if (!strchr(" -_", *text))
			buf_putc(&joined, *text);
	buf_clear(buf);
	utf8_normalize(buf, buf_text(&joined), joined.n, true);
	buf_free(&joined);
}

static void
compare(const char *label, const char *name, void *data)
{
	struct search *search = data;

	fold(&search->folded, label);
	if (strcmp(buf_text(&search->folded), buf_text(&search->wanted)) != 0)
		return;
	for (size_t i = 0; i < search->names.n; i++)
		if (!strcmp(search->names.items[i], name))
			return;
	texts_append(search->arena, &search->names,
		     arena_string(search->arena, name));
}

struct texts
labels_find(struct arena *arena, const char *label)
{
	struct search search = {.arena = arena};

	fold(&search.wanted, label);
	labels_each(language_user(), compare, &search);
	labels_each(NULL, compare, &search);
	buf_free(&search.wanted);
	buf_free(&search.folded);
	return search.names;
}
