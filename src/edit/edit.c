/* edit.c - changes to a plan's bytes: places first, then edits, then proof */
#include <stdlib.h>
#include <string.h>

#include "ces/message.h"
#include "edit/parts.h"

const char *
refusal_word(enum refusal refusal)
{
	static const char *const words[] = {
		[REFUSED_NOT] = "none",	     [REFUSED_SYNTAX] = "syntax",
		[REFUSED_PATH] = "path",     [REFUSED_THERE] = "there",
		[REFUSED_SHARED] = "shared", [REFUSED_FORM] = "form",
		[REFUSED_TWICE] = "twice",   [REFUSED_VALUE] = "value",
		[REFUSED_PROOF] = "proof",   [REFUSED_REFERENCE] = "reference",
	};

	return words[refusal];
}

/* --- the file's habits ---------------------------------------------------- */

static const char *
file_break(const struct source *source)
{
	size_t n = strcspn(source->bytes, "\r\n");

	if (n >= source->n || source->bytes[n] == '\n')
		return "\n";
	return source->bytes[n + 1] == '\n' ? "\r\n" : "\r";
}

/* as the first section shows */
static size_t
file_step(const struct editing *run)
{
	const struct nodes *nodes = &run->old->nodes;
	size_t column;

	for (uint32_t i = 1; i < nodes->n; i++) {
		const struct node *node = &nodes->items[i];

		if (node->depth != 1 || node->kind != NODE_MAP ||
		    node->style != NODE_BLOCK)
			continue;
		column = column_at(run, node->content);
		if (column > column_at(run, nodes->items->content))
			return column - column_at(run, nodes->items->content);
	}
	return 2;
}

/* --- one change ----------------------------------------------------------- */

/* Can an item be added to the list there, or in place of a scalar? */
static bool
takes_item(const struct editing *run, const struct site *site)
{
	enum node_kind there = node_of(run, site->value)->kind;

	return !site->item && !site->part && site->field &&
	       (site->field->kind == KIND_LIST ||
		kind_shape(site->field->kind) == SHAPE_LIST) &&
	       (there == NODE_LIST || there == NODE_SCALAR);
}

static bool
check_there(struct editing *run, const struct site *site)
{
	const struct change *change = site->change;

	if (change->kind == CHANGE_VALUE &&
	    change->content.kind == CONTENT_TEXT &&
	    strspn(change->content.text, " \t\r\n") == change->content.length)
		return refuse(run->edited, REFUSED_VALUE, change,
			      N_("'{path}' would be blank; take the key out "
				 "with --remove"),
			      ARGS(TEXT_ARG("path", site->path)));
	if (change->kind == CHANGE_ITEM && site->value != NO_NODE &&
	    !takes_item(run, site))
		return refuse(run->edited, REFUSED_THERE, change,
			      N_("'{path}' is there already; change its keys, "
				 "or remove it first"),
			      ARGS(TEXT_ARG("path", site->path)));
	if ((change->kind == CHANGE_REMOVAL || change->kind == CHANGE_NAME) &&
	    site->value == NO_NODE)
		return refuse(run->edited, REFUSED_PATH, change,
			      N_("'{path}' isn't there"),
			      ARGS(TEXT_ARG("path", site->path)));
	return true;
}

static bool
find_site(struct editing *run, size_t i)
{
	struct site *site = &run->sites[i];
	struct change *change = &run->changes->items[i];

	if (!site_find(run, change, site))
		return false;
	if (change->kind == CHANGE_VALUE && site->field &&
	    change->content.kind == CONTENT_TEXT)
		change->content.plain |=
			field_is_plain(site->field, change->content.text);
	return check_there(run, site) && site_unshared(run, site);
}

static bool
write_change(struct editing *run, const struct site *site)
{
	const struct change *change = site->change;

	if (change->kind == CHANGE_NAME)
		return write_name(run, site);
	if (change->kind == CHANGE_REMOVAL)
		return write_removal(run, site);
	if (change->kind == CHANGE_VALUE && !site->rest)
		return write_value(run, site);
	return addition_note(run, site);
}

/* --- all of them ---------------------------------------------------------- */

/* by place; insertions before what is replaced there, in the order given */
static int
compare_edits(const void *pa, const void *pb)
{
	const struct edit *a = pa, *b = pb;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end < b->end ? -1 : 1;
	return a->at < b->at ? -1 : a->at > b->at;
}

/* What is new behind lines that go stands before them. */
static void
move_insertions(struct editing *run)
{
	struct edited *edited = run->edited;

	for (size_t i = 0; i < edited->n; i++) {
		struct edit *edit = &edited->edits[i];

		for (size_t j = 0;
		     edit->n && edit->start == edit->end && j < edited->n;
		     j++) {
			const struct edit *gone = &edited->edits[j];

			if (gone->n || gone->start >= edit->start ||
			    gone->end <= edit->start ||
			    line_begin(run, gone->start) != gone->start)
				continue;
			edit->start = before_break(run, gone->start);
			edit->end = edit->start;
			j = 0;
		}
	}
}

static bool
sort_edits(struct editing *run)
{
	struct edited *edited = run->edited;

	for (size_t i = 0; i < edited->n; i++)
		edited->edits[i].at = (uint32_t)i;
	if (edited->n)
		qsort(edited->edits, edited->n, sizeof(*edited->edits),
		      compare_edits);
	for (size_t i = 1; i < edited->n; i++) {
		const struct edit *before = &edited->edits[i - 1];
		const struct edit *edit = &edited->edits[i];

		if (edit->start < before->end)
			return refuse(
				edited, REFUSED_TWICE, edit->change,
				edit->path == before->path ||
						!strcmp(edit->path,
							before->path)
					? N_("'{path}' is changed twice; give "
					     "one of the two")
					: N_("'{path}' and '{other}' change "
					     "the same place; give one after "
					     "the other"),
				ARGS(TEXT_ARG("path", edit->path),
				     TEXT_ARG("other", before->path)));
	}
	return true;
}

static char *
new_bytes(struct editing *run, size_t *n)
{
	struct edited *edited = run->edited;
	const char *s = old_bytes(run);
	struct buf buf = {0};
	uint32_t at = 0;

	for (size_t i = 0; i < edited->n; i++) {
		struct edit *edit = &edited->edits[i];

		buf_add(&buf, s + at, edit->start - at);
		edit->at = (uint32_t)buf.n;
		buf_add(&buf, edit->text, edit->n);
		at = edit->end;
	}
	buf_add(&buf, s + at, run->old->source.n - at);
	*n = buf.n;
	return buf.p ? buf.p : mem_string("");
}

/* Of those that end at one place, the inner ones come first. */
static int
compare_additions(const void *pa, const void *pb)
{
	const struct addition *a = pa, *b = pb;

	return a->holder > b->holder ? -1 : a->holder < b->holder;
}

static bool
write_all(struct editing *run)
{
	const struct changes *changes = run->changes;

	for (size_t i = 0; i < changes->n; i++)
		if (!find_site(run, i))
			return false;
	/* keys of new items come behind them */
	for (int items = 1; items >= 0; items--)
		for (size_t i = 0; i < changes->n; i++)
			if ((changes->items[i].kind == CHANGE_ITEM) == items &&
			    !write_change(run, &run->sites[i]))
				return false;
	if (run->n)
		qsort(run->additions, run->n, sizeof(*run->additions),
		      compare_additions);
	for (size_t i = 0; i < run->n; i++)
		if (!write_addition(run, &run->additions[i]))
			return false;
	move_insertions(run);
	return sort_edits(run);
}

bool
changes_possible(const struct document *old, struct edited *edited)
{
	if (old->loaded == LOADED_WHOLE && !old->source.given)
		return true;
	return refuse(edited, REFUSED_SYNTAX, NULL,
		      N_("the file has a part that can't be read; 'ces "
			 "check' shows it, mend it first"),
		      NO_ARGS);
}

bool
changes_apply(struct document *old, const struct changes *changes,
	      unsigned lets, struct edited *edited)
{
	struct editing run = {.old = old,
			      .changes = changes,
			      .edited = edited,
			      .arena = &edited->arena,
			      .eol = file_break(&old->source)};
	bool good;
	size_t n;

	if (!changes_possible(old, edited))
		return false;
	run.step = file_step(&run);
	run.sites = mem_zeroed(changes->n + 1, sizeof(*run.sites));
	good = write_all(&run);
	if (good) {
		char *bytes = new_bytes(&run, &n);

		good = prove(&run, bytes, n, lets);
	}
	free(run.sites);
	free(run.additions);
	return good;
}

void
edited_release(struct edited *edited)
{
	document_release(&edited->document);
	free(edited->edits);
	free(edited->findings);
	arena_release(&edited->arena);
}
