/* finding.c - findings: their topics, their list, and one as a JSON object */
#include "ces/finding.h"

#include <stdlib.h>
#include <string.h>

#include "ces/language.h"

void
topic_text(struct buf *buf, const struct language *language,
	   const char *const *paragraphs)
{
	for (size_t i = 0; paragraphs[i]; i++)
		buf_printf(buf, "%s%s", i ? "\n\n" : "",
			   language_text(language, paragraphs[i]));
}

const char *
severity_word(enum severity severity)
{
	static const char *const words[] = {"off", N_("advice"), N_("warning"),
					    N_("error")};

	return words[severity];
}

/* --- what they are -------------------------------------------------------- */

static void
add_identity(struct buf *buf, const struct finding *finding, const char *path,
	     struct arena *arena, const struct moves *moves)
{
	const char *before = ": ";

	buf_puts(buf, finding->topic->name);
	if (*path)
		buf_printf(buf, " at %s", path);
	for (size_t i = 0; i < finding->arg_count; i++) {
		const char *item = finding->args[i].item;
		const char *after =
			item && moves ? path_after(arena, moves, item) : NULL;

		if (!item)
			continue;
		buf_printf(buf, "%s%s", before, after ? after : item);
		before = ", ";
	}
}

const char *
finding_identity(struct arena *arena, const struct finding *finding,
		 const struct moves *moves)
{
	const char *path = finding->path;
	struct buf buf = {0};

	if (moves)
		path = path_after(arena, moves, path);
	if (!path)
		return NULL;
	add_identity(&buf, finding, path, arena, moves);
	return arena_take(arena, &buf);
}

/* --- the list ------------------------------------------------------------- */

struct finding *
finding_add(struct findings *findings, enum topic_id topic, struct span span,
	    const char *path, const char *message, const struct arg *args,
	    size_t arg_count)
{
	struct finding *finding;
	struct arg *copy = NULL;

	if (arg_count) {
		copy = arena_alloc(findings->arena, arg_count * sizeof(*copy));
		memcpy(copy, args, arg_count * sizeof(*copy));
	}
	ARRAY_GROW(findings->items, findings->n, findings->cap);
	finding = &findings->items[findings->n++];
	*finding = (struct finding){.topic = &topics[topic],
				    .severity = topics[topic].severity,
				    .span = span,
				    .path = path,
				    .message = message,
				    .args = copy,
				    .arg_count = arg_count};
	return finding;
}

void
finding_relate(struct findings *findings, struct finding *finding,
	       struct span span, const char *path, const char *note)
{
	finding->related =
		arena_grow(findings->arena, finding->related,
			   finding->related_count, sizeof(*finding->related));
	finding->related[finding->related_count++] =
		(struct related){span, path, note};
}

void
finding_mend(struct findings *findings, struct finding *finding,
	     struct change change, bool safe)
{
	size_t n = finding->fix_count++;

	finding->fix = arena_grow(findings->arena, finding->fix, n,
				  sizeof(*finding->fix));
	finding->fix[n] = change;
	finding->safe = safe && (!n || finding->safe);
}

int
finding_compare_places(const void *pa, const void *pb)
{
	const struct finding *a = *(const struct finding *const *)pa;
	const struct finding *b = *(const struct finding *const *)pb;
	int order;

	if (a->span.start != b->span.start)
		return a->span.start < b->span.start ? -1 : 1;
	order = strcmp(a->topic->name, b->topic->name);
	if (order)
		return order;
	return a < b ? -1 : a > b; /* stable */
}

static bool
lists_equal(const struct text_list *a, const struct text_list *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (strcmp(a->texts[i], b->texts[i]) != 0)
			return false;
	return true;
}

static bool
args_equal(const struct finding *a, const struct finding *b)
{
	if (a->arg_count != b->arg_count)
		return false;
	for (size_t i = 0; i < a->arg_count; i++) {
		const char *s = a->args[i].text, *t = b->args[i].text;

		if (a->args[i].number != b->args[i].number || !s != !t ||
		    (s && strcmp(s, t) != 0) ||
		    !lists_equal(&a->args[i].list, &b->args[i].list))
			return false;
	}
	return true;
}

/* Drops repetitions: an anchor's content is read again for each alias. */
static bool
is_repeated(const struct finding *sorted, size_t n,
	    const struct finding *finding)
{
	enum { LOOK_BACK = 32 }; /* few findings share a place */

	for (size_t i = n; i-- > 0 && n - i <= LOOK_BACK;) {
		const struct finding *other = &sorted[i];

		if (other->span.start != finding->span.start ||
		    other->topic != finding->topic)
			return false;
		if (other->span.end == finding->span.end &&
		    !strcmp(other->message, finding->message) &&
		    args_equal(other, finding))
			return true;
	}
	return false;
}

void
findings_sort(struct findings *findings)
{
	size_t n = findings->n, kept = 0;
	const struct finding **order;
	struct finding *sorted;

	if (n < 2)
		return;
	order = mem_alloc(n * sizeof(*order));
	sorted = mem_alloc(n * sizeof(*sorted));
	for (size_t i = 0; i < n; i++)
		order[i] = &findings->items[i];
	qsort(order, n, sizeof(*order), finding_compare_places);
	for (size_t i = 0; i < n; i++)
		if (!is_repeated(sorted, kept, order[i]))
			sorted[kept++] = *order[i];
	free(order);
	free(findings->items);
	findings->items = sorted;
	findings->n = kept;
	findings->cap = n;
}

void
findings_release(struct findings *findings)
{
	free(findings->items);
	*findings = (struct findings){0};
}

void
finding_text(struct buf *buf, const struct language *language,
	     const struct finding *finding)
{
	message_fill(buf, language, finding->message, finding->args,
		     finding->arg_count);
}

bool
finding_problem(struct buf *buf, const struct language *language,
		const struct finding *finding, size_t n)
{
	const char *mark = language_text(language, C_("advice", "; "));
	struct buf message = {0};
	const char *at, *end = NULL;

	/* the message, as names that it is filled with may have such marks */
	buf_puts(&message, language_text(language, finding->message));
	for (; n > 0; n--) {
		end = NULL;
		for (at = message.p; (at = strstr(at, mark)); at++)
			end = at;
		if (!end)
			break;
		message.n = (size_t)(end - message.p);
		message.p[message.n] = '\0';
	}
	if (end)
		message_fill(buf, language, message.p, finding->args,
			     finding->arg_count);
	buf_free(&message);
	return end;
}

bool
finding_is_shown(const struct finding *finding)
{
	return finding_shown(finding) == finding;
}

const struct finding *
finding_shown(const struct finding *finding)
{
	return finding->group ? finding->group->items[0] : finding;
}

void
finding_group_text(struct buf *buf, const struct language *language,
		   const struct finding *finding)
{
	const struct finding_group *group = finding->group;
	size_t more = group ? group->n - 1 : 0;
	bool follow = group && group->items[more]->topic != finding->topic;

	struct buf text = {0};

	if (more && finding_is_placeholder(finding)) {
		message_count(buf, language, "{n} answer is still missing",
			      "{n} answers are still missing", (double)group->n,
			      NO_ARGS);
		return;
	}
	if (!more) {
		finding_text(buf, language, finding);
		return;
	}
	finding_text(&text, language, finding);
	if (follow)
		message_count(buf, language,
			      "{finding} ({n} more finding follows from it)",
			      "{finding} ({n} more findings follow from it)",
			      (double)more, ARGS(TEXT_ARG("finding", text.p)));
	else
		message_count(buf, language, "{finding} (and {n} more like it)",
			      "{finding} (and {n} more like it)", (double)more,
			      ARGS(TEXT_ARG("finding", text.p)));
	buf_free(&text);
}

/* --- JSON ----------------------------------------------------------------- */

static void
add_place(struct json *json, struct source *source, struct span span,
	  const char *path)
{
	struct position from = source_position(source, span.start), to = from;

	if (span.end > span.start)
		to = source_position(source, span.end);
	json_member(json, "file", source->name);
	json_number_member(json, "line", from.line);
	json_number_member(json, "column", from.column);
	json_number_member(json, "end_line", to.line);
	json_number_member(json, "end_column", to.column);
	json_member(json, "path", path ? path : "");
}

/* "measures/stale at measures.csat.actuals": of all in its group the same */
static void
group_json(struct json *json, const struct finding *shown)
{
	struct buf name = {0};

	buf_printf(&name, "%s at %s", shown->topic->name, shown->path);
	json_member(json, "group", name.p);
	buf_free(&name);
}

static void
content_json(struct json *json, const struct content *content)
{
	bool map = content->kind == CONTENT_MAP;

	if (content->kind == CONTENT_TEXT) {
		json_text(json, content->text);
		return;
	}
	json_open_flat(json, map ? '{' : '[');
	for (size_t i = 0; i < content->n; i++) {
		if (map)
			json_key(json, content->keys[i]);
		content_json(json, &content->items[i]);
	}
	json_close(json, map ? "}" : "]");
}

static void
fix_json(struct json *json, const struct finding *finding)
{
	static const char *const kinds[] = {[CHANGE_VALUE] = "value",
					    [CHANGE_NAME] = "name",
					    [CHANGE_ITEM] = "item",
					    [CHANGE_REMOVAL] = "removal"};

	json_open_member(json, "fix", '[');
	for (size_t i = 0; i < finding->fix_count; i++) {
		const struct change *change = &finding->fix[i];

		json_open_flat(json, '{');
		json_member(json, "kind", kinds[change->kind]);
		json_member(json, "path", change->path);
		if (change->kind == CHANGE_NAME)
			json_member(json, "name", change->name);
		if (change->kind == CHANGE_VALUE ||
		    change->kind == CHANGE_ITEM) {
			json_key(json, "value");
			content_json(json, &change->content);
		}
		json_close(json, "}");
	}
	json_close(json, "]");
	json_flag_member(json, "safe", finding->safe);
}

void
finding_json(struct json *json, const struct language *language,
	     struct source *source, const struct finding *finding, bool flat)
{
	struct buf text = {0};

	if (flat)
		json_open_flat(json, '{');
	else
		json_open(json, '{');
	json_member(json, "rule", finding->topic->name);
	json_member(json, "severity", severity_word(finding->severity));
	add_place(json, source, finding->span, finding->path);
	add_identity(&text, finding, finding->path, NULL, NULL);
	json_member(json, "identity", text.p);
	buf_clear(&text);
	finding_text(&text, language, finding);
	json_member(json, "message", buf_text(&text));
	json_open_member(json, "related", '[');
	for (size_t i = 0; i < finding->related_count; i++) {
		const struct related *related = &finding->related[i];
		const char *note = related->note ? related->note : "";

		json_open_flat(json, '{');
		add_place(json, source, related->span, related->path);
		json_member(json, "message", language_text(language, note));
		json_close(json, "}");
	}
	json_close(json, "]");
	json_flag_member(json, "in_hand", finding->in_hand);
	json_flag_member(json, "waived", finding->waived);
	if (finding->waived && finding->waiver_reason)
		json_member(json, "waiver_reason", finding->waiver_reason);
	if (finding->group)
		group_json(json, finding_shown(finding));
	if (finding->paste)
		json_member(json, "paste", finding->paste);
	if (finding->fix_count)
		fix_json(json, finding);
	json_close(json, "}");
	buf_free(&text);
}
