/* item_names.c - items by their names; ids and names that readers will confuse
 */
#include <stdlib.h>
#include <string.h>

#include "ces/utf8.h"
#include "load/loader.h"

/* statements and other sentences are no names */
static const struct text_value *
name_of(const struct object *item)
{
	const struct field *field = object_field(item, "name");
	const struct text_value *name;

	if (!field)
		field = object_field(item, "title");
	name = field ? field_value(item, field) : NULL;
	return name && is_set(&name->at) ? name : NULL;
}

static const char *
name_form(struct loader *loader, const char *name, bool folded)
{
	struct buf buf = {0};
	size_t n = 0;

	utf8_normalize(&buf, name, strlen(name), folded);
	for (size_t i = 0; folded && i < buf.n; i++)
		if (buf.p[i] != ' ')
			buf.p[n++] = buf.p[i];
	if (folded)
		buf.n = n;
	return arena_take(loader->arena, &buf);
}

/* by the folded form, then the exact one, then as written */
static int
compare(const void *pa, const void *pb)
{
	const struct item_name *a = pa, *b = pb;
	int order = strcmp(a->folded, b->folded);

	if (!order)
		order = strcmp(a->exact, b->exact);
	return order ? order : a->item->index < b->item->index ? -1 : 1;
}

struct item_names
item_names_make(struct loader *loader, const struct map *map)
{
	struct item_names names = {0};

	names.items =
		arena_alloc(loader->arena, (map->n + 1) * sizeof(*names.items));
	for (uint32_t i = 0; i < map->n; i++) {
		struct object *item = map->items[i];
		const struct text_value *name = name_of(item);

		if (name)
			names.items[names.n++] = (struct item_name){
				name_form(loader, name->text, false),
				name_form(loader, name->text, true), item};
	}
	if (names.n)
		qsort(names.items, names.n, sizeof(*names.items), compare);
	return names;
}

size_t
item_names_find(struct loader *loader, const struct item_names *names,
		const char *name, const struct item_name **first)
{
	const char *exact = name_form(loader, name, false);
	const char *folded = name_form(loader, name, true);
	size_t low = 0, high = names->n, n = 0;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct item_name *at = &names->items[middle];
		int order = strcmp(at->folded, folded);

		if (order < 0 || (!order && strcmp(at->exact, exact) < 0))
			low = middle + 1;
		else
			high = middle;
	}
	*first = &names->items[low];
	while (low + n < names->n &&
	       !strcmp(names->items[low + n].exact, exact))
		n++;
	return n;
}

/* --- names that are too much alike ---------------------------------------- */

static struct span
name_span(const struct object *item)
{
	const struct mark *at = &name_of(item)->at;

	return (struct span){at->start, at->end};
}

static const char *
shown_name(struct loader *loader, const struct item_name *name)
{
	struct buf buf = {0};

	utf8_shorten(&buf, object_name(name->item), 40);
	return arena_take(loader->arena, &buf);
}

/* at the later of the two */
static void
report_alike(struct loader *loader, const struct item_name *a,
	     const struct item_name *b, const char *message)
{
	const struct item_name *first = a->item->index < b->item->index ? a : b;
	const struct item_name *second = first == a ? b : a;
	struct finding *finding;

	/* an anchor's item, which an alias repeats */
	if (name_of(a->item)->at.start == name_of(b->item)->at.start)
		return;
	finding = loader_find(
		loader, TOPIC_document_similar_names, name_span(second->item),
		&(struct place){.object = second->item}, message,
		ARGS(TEXT_ARG("name", shown_name(loader, second)),
		     TEXT_ARG("other", shown_name(loader, first)),
		     TEXT_ARG("id", second->item->id),
		     ITEM_ARG("other_id", first->item->id, first->item->id)));

	finding_relate(loader->findings, finding, name_span(first->item), "",
		       N_("the other is here"));
}

static bool
is_inside(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* the length of the word around the place */
static size_t
word_length(const char *text, size_t at)
{
	while (at > 0 && text[at - 1] != ' ')
		at--;
	return strcspn(text + at, " ");
}

/* letters of alphabets; a digit or a syllable makes another name */
static bool
is_alphabetic(const char *s, size_t n)
{
	uint32_t cp;

	if (!n)
		return true;
	return utf8_next(s, n, &cp) == n && cp < 0x590 &&
	       (cp >= 0x80 || is_letter((char)cp));
}

enum { SHORT_WORD = 3 };

/*
 * Is it a slip in one letter? Short words, of which one letter makes others,
 * are none: 'Team A' and 'Team B', 'Phase I' and 'Phase II'; nor are words
 * that begin with different letters.
 */
static bool
is_slip(const char *a, const char *b)
{
	size_t an = strlen(a), bn = strlen(b), start = 0, end = 0, longest;

	while (a[start] && a[start] == b[start])
		start++;
	while (start && (is_inside(a[start]) || is_inside(b[start])))
		start--;
	while (end < an - start && end < bn - start &&
	       a[an - end - 1] == b[bn - end - 1])
		end++;
	while (end && is_inside(a[an - end]))
		end--;
	an -= start + end;
	bn -= start + end;
	longest = an > bn ? word_length(a, start) : word_length(b, start);
	if (!is_alphabetic(a + start, an) || !is_alphabetic(b + start, bn))
		return false;
	return longest > SHORT_WORD &&
	       (!an || !bn || (start && a[start - 1] != ' '));
}

/* of more items only names that differ in case and blanks are reported */
enum { PAIRS_LIMIT = 1000 };

/* more of them help nobody */
enum { ALIKE_MOST = 1000 };

void
report_similar_names(struct loader *loader, const struct item_names *names)
{
	const struct item_name *items = names->items;
	size_t found = 0;

	for (size_t i = 1; i < names->n && found < ALIKE_MOST; i++) {
		const struct item_name *a = &items[i - 1], *b = &items[i];

		if (strcmp(a->folded, b->folded) != 0)
			continue;
		found++;
		report_alike(
			loader, a, b,
			!strcmp(a->exact, b->exact)
				? N_("'{other_id}' and '{id}' have one name, "
				     "'{name}', so readers will confuse them; "
				     "rename one of the two")
				: N_("the names '{other}' and '{name}' differ "
				     "only in upper and lower case or in "
				     "blanks, so readers will confuse them; "
				     "rename one of the two"));
	}
	for (size_t i = 0; i < names->n && names->n <= PAIRS_LIMIT; i++)
		for (size_t k = i + 1; k < names->n; k++)
			if (strcmp(items[i].folded, items[k].folded) != 0 &&
			    is_slip(items[i].exact, items[k].exact))
				report_alike(
					loader, &items[i], &items[k],
					N_("the names '{other}' and '{name}' "
					   "differ in one letter; correct one "
					   "if it is a slip, or rename it"));
}

/* --- ids ------------------------------------------------------------------ */

/* Items of one map whose ids differ in letter case or in form only. */
struct folded_id {
	const char *folded;
	struct object *item;
};

static int
compare_folded(const void *pa, const void *pb)
{
	const struct folded_id *a = pa, *b = pb;
	int order = strcmp(a->folded, b->folded);

	if (order)
		return order;
	return a->item->index < b->item->index ? -1 : 1;
}

static void
report_lookalike(struct loader *loader, const struct object *first,
		 struct object *second)
{
	struct finding *finding = loader_find(
		loader, TOPIC_document_duplicate_key,
		source_token(loader->source, second->at.key),
		&(struct place){.object = second},
		N_("'{id}' and '{other}' differ only in upper and lower case "
		   "or in encoding, so readers will confuse them; rename one "
		   "of the two"),
		ARGS(TEXT_ARG("id", second->id),
		     ITEM_ARG("other", first->id, first->id)));

	finding->severity = SEVERITY_WARNING;
	finding_relate(loader->findings, finding,
		       source_token(loader->source, first->at.key), "",
		       N_("the other is here"));
}

/* ids almost always are small letters of ASCII, which fold to themselves */
static bool
may_fold(const char *id)
{
	for (; *id; id++)
		if ((*id >= 'A' && *id <= 'Z') || (unsigned char)*id >= 0x80)
			return true;
	return false;
}

void
report_similar_ids(struct loader *loader, const struct map *map)
{
	struct folded_id *ids;
	bool any = false;
	struct buf buf = {0};

	for (uint32_t i = 0; i < map->n; i++)
		any |= may_fold(map->items[i]->id);
	if (!any)
		return;
	ids = mem_alloc(map->n * sizeof(*ids));
	for (uint32_t i = 0; i < map->n; i++) {
		const char *id = map->items[i]->id;

		buf_clear(&buf);
		utf8_normalize(&buf, id, strlen(id), true);
		ids[i] = (struct folded_id){
			arena_string(loader->arena, buf_text(&buf)),
			map->items[i]};
	}
	qsort(ids, map->n, sizeof(*ids), compare_folded);
	for (uint32_t i = 1; i < map->n; i++)
		if (!strcmp(ids[i - 1].folded, ids[i].folded))
			report_lookalike(loader, ids[i - 1].item, ids[i].item);
	free(ids);
	buf_free(&buf);
}
