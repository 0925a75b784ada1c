/* removals.c - keys and items that go, with the comments that are theirs */
#include <string.h>

#include "ces/message.h"
#include "edit/parts.h"

/* an entry that goes, and those beside it */
struct entry {
	uint32_t holder, key, value;
	uint32_t before, next; /* values, and keys; NO_NODE */
	uint32_t begin;
};

static struct entry
entry_of(const struct editing *run, const struct site *site)
{
	const struct node *items = run->old->nodes.items;
	struct entry entry = {.holder = items[site->value].parent,
			      .key = key_of(run, site->value),
			      .value = site->value,
			      .before = NO_NODE,
			      .next = NO_NODE};
	uint32_t end = items[entry.holder].next;

	for (uint32_t i = entry.holder + 1; i < entry.key; i = items[i].next)
		entry.before = i;
	if (items[entry.value].next < end)
		entry.next = items[entry.value].next;
	entry.begin = entry_begin(run, entry.holder, entry.value);
	return entry;
}

static void
remove_span(struct editing *run, const struct site *site,
	    const struct entry *entry, uint32_t start, uint32_t end)
{
	struct buf none = {0};

	edit_add(run, site, (struct span){start, end}, &none, entry->key,
		 node_of(run, entry->value)->next);
}

/* --- in lines ------------------------------------------------------------- */

static bool
is_comment_line(const struct editing *run, uint32_t at, size_t *indent)
{
	const char *s = old_bytes(run) + at;

	*indent = strspn(s, " \t");
	return at < run->old->source.n && s[*indent] == '#';
}

/* Comments right above an entry are its own, unless it is the first: then they
 * may be of all. */
static uint32_t
first_line(const struct editing *run, const struct entry *entry)
{
	uint32_t at = line_begin(run, entry->begin), above;
	size_t column = column_at(run, entry->begin), indent;

	while (entry->before != NO_NODE && at > 0) {
		above = line_begin(run, before_break(run, at));
		if (above == at || !is_comment_line(run, above, &indent) ||
		    indent != column ||
		    above < node_of(run, entry->before)->end)
			break;
		at = above;
	}
	return at;
}

/* behind the entry's last line, and comments that are indented more than it */
static uint32_t
last_line(const struct editing *run, const struct entry *entry, uint32_t first)
{
	uint32_t inside = node_of(run, entry->value)->next - 1;
	uint32_t at = line_behind(run, node_of(run, entry->value)->end), line;
	size_t column = column_at(run, entry->begin), indent;

	if (node_of(run, inside)->kind == NODE_SCALAR &&
	    block_keeps(run, inside))
		at = block_end(run, inside);
	for (line = at; line < run->old->source.n;
	     line = line_behind(run, line)) {
		if (line_is_blank(run, line))
			continue;
		if (!is_comment_line(run, line, &indent) || indent <= column)
			break;
		at = line_behind(run, line);
	}
	/* one empty line is enough between the others */
	if (first > 0 &&
	    line_is_blank(run, line_begin(run, before_break(run, first))))
		while (at < run->old->source.n && line_is_blank(run, at))
			at = line_behind(run, at);
	return at;
}

static bool
remove_lines(struct editing *run, const struct site *site,
	     const struct entry *entry)
{
	uint32_t start = first_line(run, entry), end;
	uint32_t n = run->old->source.n;

	if (line_begin(run, entry->begin) +
		    strspn(old_bytes(run) + line_begin(run, entry->begin),
			   " ") !=
	    entry->begin) {
		/* behind the '-' of an item, or a byte order mark */
		if (entry->next == NO_NODE)
			return refuse(run->edited, REFUSED_FORM, site->change,
				      N_("'{path}' stands behind something "
					 "else on its line; write it on one of "
					 "its own first"),
				      ARGS(TEXT_ARG("path", site->path)));
		end = skip_gap(run, node_of(run, entry->value)->end);
		remove_span(run, site, entry, entry->begin, end);
		return true;
	}
	end = last_line(run, entry, start);
	if (end == n && line_end(run, before_break(run, n)) == n &&
	    before_break(run, n) == n)
		start = before_break(run, start); /* no break ends the file */
	remove_span(run, site, entry, start, end);
	return true;
}

/* --- in brackets ---------------------------------------------------------- */

/* where the line of the entry ends, if it has lines of its own; else 0 */
static uint32_t
own_lines(const struct editing *run, const struct entry *entry, uint32_t *comma)
{
	const char *s = old_bytes(run);
	uint32_t line = line_begin(run, entry->begin);
	uint32_t at = node_of(run, entry->value)->end;

	*comma = skip_gap(run, at);
	if (s[*comma] != ',')
		*comma = 0;
	if (line + strspn(s + line, " \t") != entry->begin)
		return 0;
	at += (uint32_t)strspn(s + at, " \t");
	at += s[at] == ',';
	at += (uint32_t)strspn(s + at, " \t");
	return s[at] == '#' || at == line_end(run, at) ? line_behind(run, at)
						       : 0;
}

static void
remove_in_flow(struct editing *run, const struct site *site,
	       const struct entry *entry)
{
	uint32_t comma, end = own_lines(run, entry, &comma), before;
	uint32_t value_end = node_of(run, entry->value)->end;
	struct buf none = {0};

	if (entry->before == NO_NODE && entry->next == NO_NODE) {
		const struct node *holder = node_of(run, entry->holder);

		remove_span(run, site, entry, holder->content + 1,
			    holder->end - 1);
	} else if (end) {
		if (entry->next == NO_NODE && !comma) {
			before =
				skip_gap(run, node_of(run, entry->before)->end);
			edit_add(run, site, (struct span){before, before + 1},
				 &none, 0, 0);
		}
		remove_span(run, site, entry, line_begin(run, entry->begin),
			    end);
	} else if (entry->next != NO_NODE) {
		remove_span(run, site, entry, entry->begin,
			    node_of(run, entry->next)->start);
	} else {
		remove_span(run, site, entry, node_of(run, entry->before)->end,
			    value_end);
	}
}

/* --- both ----------------------------------------------------------------- */

/* The only entry of a collection in lines: "{}" or "[]" is left. */
static bool
empty_block(struct editing *run, const struct site *site,
	    const struct entry *entry)
{
	const struct node *holder = node_of(run, entry->holder);
	uint32_t key = key_of(run, entry->holder), colon;
	struct content empty = {
		.kind = holder->kind == NODE_MAP ? CONTENT_MAP : CONTENT_LIST};
	struct buf text = {0}, none = {0};
	uint32_t line;

	if (holder->parent == NO_NODE || holder->content > holder->start)
		return refuse(run->edited, REFUSED_FORM, site->change,
			      N_("'{path}' is the only entry there; nothing "
				 "would be left"),
			      ARGS(TEXT_ARG("path", site->path)));
	colon = key == entry->holder ? 0 : behind_colon(run, key);
	line = line_begin(run, entry->begin);
	buf_puts(&text, colon ? " " : "");
	buf_puts(&text, holder->kind == NODE_MAP ? "{}" : "[]");
	if (!colon || line <= colon) {
		edit_add(run, site, (struct span){holder->content, holder->end},
			 &text, entry->holder, holder->next);
		edit_holds(run, &empty, true);
		return true;
	}
	edit_add(run, site, (struct span){colon, colon}, &text, 0, 0);
	edit_holds(run, &empty, true);
	edit_add(run, site,
		 (struct span){before_break(run, line),
			       before_break(run, last_line(run, entry, line))},
		 &none, entry->holder, holder->next);
	return true;
}

bool
write_removal(struct editing *run, const struct site *site)
{
	struct entry entry = entry_of(run, site);

	free_anchor(run, site, site->value);
	if (node_of(run, entry.holder)->style == NODE_FLOW)
		remove_in_flow(run, site, &entry);
	else if (entry.before == NO_NODE && entry.next == NO_NODE)
		return empty_block(run, site, &entry);
	else
		return remove_lines(run, site, &entry);
	return true;
}
