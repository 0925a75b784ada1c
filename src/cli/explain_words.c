/* explain_words.c - the words of closed lists, types of values, the glossary */
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/meaning.h"
#include "ces/message.h"
#include "ces/reference.h"
#include "ces/utf8.h"
#include "cli/explain.h"

/* --- words of closed lists ------------------------------------------------ */

/* the keys whose values are words of the list */
struct keys_of {
	struct arena *arena;
	struct texts keys;
	int list;
};

static void
add_key(const char *path, void *data)
{
	struct keys_of *to = data;
	struct buf name = {0};
	const struct field *field = reference_field(path, &name);

	if (kind_element(field->kind) == KIND_WORD &&
	    to->list ==
		    (field->kind == KIND_WORDMAP ? field->values : field->list))
		texts_append(to->arena, &to->keys,
			     arena_string(to->arena, path));
	buf_free(&name);
}

/* "actions.status, decisions.outcome" */
static void
add_keys_of(struct buf *buf, int list)
{
	struct arena arena = {0};
	struct keys_of of = {&arena, {0}, list};

	reference_each(add_key, &of);
	list_show(buf, language_user(),
		  &(struct text_list){of.keys.items, of.keys.n, LIST_COMMAS});
	arena_release(&arena);
}

/* -1: not a list of words, but types or terms */
static int
list_of(const struct meaning *meaning)
{
	for (int i = 0; i < CHOICE_COUNT; i++)
		if (!strcmp(choices[i].name, meaning->list))
			return i;
	return -1;
}

static bool
explain_word(const struct explanation *page, const char *name)
{
	bool found = false;

	for (size_t i = 0; i < meanings_count; i++) {
		int list = list_of(&meanings[i]);
		struct buf keys = {0};

		if (list < 0 ||
		    !meaning_is(&meanings[i], choices[list].name, name))
			continue;
		if (!found)
			explanation_title(page, "words/", meanings[i].name);
		add_keys_of(&keys, list);
		explanation_paragraph(page, buf_text(&keys),
				      _(meanings[i].text));
		buf_free(&keys);
		found = true;
	}
	return found;
}

/* list by list, below the keys that use it */
static void
list_words(const struct explanation *page)
{
	for (int list = 0; list < CHOICE_COUNT; list++) {
		struct buf keys = {0};

		add_keys_of(&keys, list);
		explanation_heading(page, buf_text(&keys));
		for (int i = 0; i < choices[list].n; i++) {
			const struct meaning *meaning = meaning_find(
				choices[list].name, choices[list].words[i]);

			explanation_entry(page, meaning->name,
					  _(meaning->text));
		}
		explanation_end(page);
		buf_free(&keys);
	}
}

/* --- types ---------------------------------------------------------------- */

static bool
explain_type(const struct explanation *page, const char *name)
{
	const struct meaning *type = meaning_find("type", name);
	struct buf yaml = {0};

	if (!type)
		return false;
	explanation_title(page, "types/", type->name);
	explanation_paragraph(page, NULL, _(type->text));
	for (size_t i = 0; i < meanings_count; i++)
		if (meaning_is(&meanings[i], "example", name))
			buf_printf(&yaml, "%s\n", meanings[i].text);
	explanation_yaml(page, _("For example"), yaml.p);
	buf_free(&yaml);
	return true;
}

static void
list_types(const struct explanation *page)
{
	bool first = true;

	for (size_t i = 0; i < meanings_count; i++) {
		if (strcmp(meanings[i].list, "type") != 0)
			continue;
		if (!first && !page->markdown)
			buf_putc(page->buf, '\n');
		explain_type(page, meanings[i].name);
		first = false;
	}
}

/* --- the glossary --------------------------------------------------------- */

static bool
explain_term(const struct explanation *page, const char *name)
{
	const struct meaning *term = meaning_find("term", name);

	if (!term)
		return false;
	explanation_title(page, "glossary/", _(term->name));
	explanation_paragraph(page, NULL, _(term->text));
	return true;
}

static int
compare_terms(const void *a, const void *b)
{
	const struct meaning *const *x = a, *const *y = b;

	return utf8_compare(_((*x)->name), _((*y)->name));
}

/* Sorts by the names that are read. */
static void
list_terms(const struct explanation *page)
{
	const struct meaning **terms =
		mem_zeroed(meanings_count, sizeof(*terms));
	size_t n = 0;

	for (size_t i = 0; i < meanings_count; i++)
		if (!strcmp(meanings[i].list, "term"))
			terms[n++] = &meanings[i];
	qsort(terms, n, sizeof(*terms), compare_terms);
	for (size_t i = 0; i < n; i++)
		explanation_entry(page, _(terms[i]->name), _(terms[i]->text));
	free(terms);
	explanation_end(page);
}

const struct lexicon lexicons[LEXICONS] = {
	{N_("Words"), "words", "words/", explain_word, list_words},
	{N_("Types"), "types", "types/", explain_type, list_types},
	{N_("Glossary"), "glossary", "glossary/", explain_term, list_terms},
};
