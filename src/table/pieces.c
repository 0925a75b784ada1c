/* pieces.c - names, numbers and shares as parts of a cell's text */
#include "tables.h"

#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/question.h"

void
name_add(struct buf *buf, const char *name)
{
	buf_puts(buf, buf->n ? ", " : "");
	buf_puts(buf, name);
}

void
count_add(struct buf *buf, double count)
{
	message_fill(buf, language_user(), "{n}", ARGS(COUNT_ARG("n", count)));
}

void
percent_add(struct buf *buf, double percent)
{
	message_fill(buf, language_user(), "{n}",
		     ARGS(PERCENT_ARG("n", percent)));
}

void
change_add(struct buf *buf, double change)
{
	buf_puts(buf, change > 0 ? "+" : change < 0 ? "−" : "");
	percent_add(buf, fabs(change));
}

void
currency_add(struct buf *buf, const struct plan *plan)
{
	const struct text_value *currency = &plan->plan.currency;
	const char *sign;

	if (!is_set(&currency->at))
		return;
	sign = money_sign(currency->text);
	buf_puts(buf, sign);
	buf_puts(buf, sign == currency->text ? " " : "");
}

void
money_add(struct buf *buf, const struct plan *plan, double amount)
{
	currency_add(buf, plan);
	count_add(buf, amount);
}

static int
larger_first(const void *pa, const void *pb)
{
	const struct share *a = *(const struct share *const *)pa;
	const struct share *b = *(const struct share *const *)pb;

	if (a->value.n != b->value.n)
		return a->value.n > b->value.n ? -1 : 1;
	return a < b ? -1 : a > b; /* as written: both are of one array */
}

static void
share_add(struct buf *buf, const struct share *share,
	  void (*add)(struct buf *, double))
{
	const struct object *to = ref_target(&share->ref);

	name_add(buf, to ? object_name(to) : share->ref.id);
	buf_putc(buf, ' ');
	add(buf, share->value.n);
}

size_t
effects_add(struct buf *buf, const struct shares_value *effects, size_t most)
{
	size_t n = 0;

	FOR_VALUES (share, effect, *effects)
		if (is_set(&effect->value.at) && n++ < most)
			share_add(buf, effect, change_add);
	return n;
}

void
put_shares(struct sheet *sheet, const char *key,
	   const struct shares_value *shares, void (*add)(struct buf *, double))
{
	const struct share **order =
		arena_alloc(sheet->arena, (shares->n + 1) * sizeof(*order));
	size_t n = 0;
	struct buf buf = {0};

	FOR_VALUES (share, share, *shares)
		if (is_set(&share->value.at))
			order[n++] = share;
	qsort(order, n, sizeof(*order), larger_first);
	for (size_t i = 0; i < n; i++)
		share_add(&buf, order[i], add);
	put_buf(sheet, key, &buf);
}

void
put_items(struct sheet *sheet, const char *column, const struct item *items,
	  size_t n)
{
	const char *table = sheet->table->key;

	for (size_t i = 0; i < n; i++) {
		const char *id = items[i].id, *unit = items[i].unit;

		sheet_new(sheet, id, NULL);
		put_text(sheet, "name", gettext(text_find(table, id, "name")));
		put_number(sheet, column, items[i].value);
		if (unit && *unit)
			put_text(sheet, "unit", gettext(unit));
		put_text(sheet, "basis",
			 gettext(text_find(table, id, "basis")));
	}
}

void
put_within(struct sheet *sheet, const char *key,
	   const struct number_value *target, const struct duration_value *time)
{
	struct buf within = {0}, buf = {0};

	if (!is_set(&target->at) || !is_set(&time->at))
		return;
	duration_write(&within, time->duration);
	message_fill(&buf, language_user(), gettext("{share} within {time}"),
		     ARGS(PERCENT_ARG("share", target->n),
			  TEXT_ARG("time", buf_text(&within))));
	buf_free(&within);
	put_buf(sheet, key, &buf);
}

void
put_speed(struct sheet *sheet, const char *key, const struct speed *speed)
{
	put_within(sheet, key, &speed->target, &speed->within);
}

void
week_add(struct buf *buf, const char *text)
{
	static const char *const days[] = {
		N_("Mo"), N_("Tu"), N_("We"), N_("Th"),
		N_("Fr"), N_("Sa"), N_("Su"), N_("PH"),
	};

	while (*text) {
		size_t i = 0;

		while (i < 8 && strncmp(days[i], text, 2) != 0)
			i++;
		if (i == 8) {
			buf_putc(buf, *text++);
			continue;
		}
		buf_puts(buf, gettext(days[i]));
		text += 2;
	}
}

struct buf *
buffers(struct sheet *sheet, const struct map *map)
{
	return arena_alloc(sheet->arena, (map->n + 1) * sizeof(struct buf));
}

bool
action_is_begun(const struct action *action)
{
	if (is_set(&action->status.at))
		return action->status.word != ACTION_NOT_STARTED;
	return is_set(&action->percent.at) && action->percent.n > 0;
}

enum state_id
actions_state(const struct sheet *sheet, const struct refs_value *actions)
{
	bool open = false, begun = false, done = false, overdue = false;

	FOR_VALUES (ref_value, ref, *actions) {
		const struct action *action = ref_target(ref);
		const struct action_view *view =
			action ? &sheet->view->actions[action->object.index]
			       : NULL;

		open |= view && view->open;
		begun |= view && view->open && action_is_begun(action);
		overdue |= view && view->overdue > 0;
		done |= view && word_is(&action->status, ACTION_DONE);
	}
	if (overdue)
		return STATE_overdue;
	if (begun)
		return STATE_on_track;
	if (open)
		return STATE_not_started;
	return done ? STATE_done : STATE_no_action;
}

const char *
section_label(const char *key)
{
	int i = section_find(key);

	return i < 0 ? key : gettext(sections[i].label);
}

static int
order_compare(const void *pa, const void *pb)
{
	const struct order *a = pa, *b = pb;

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	if (!a->date.year != !b->date.year)
		return a->date.year ? -1 : 1;
	if (date_compare(a->date, b->date))
		return date_compare(a->date, b->date);
	return a->index < b->index ? -1 : a->index > b->index;
}

void
order_sort(struct order *order, size_t n)
{
	qsort(order, n, sizeof(*order), order_compare);
}
