/* pieces.c - names, numbers and shares as parts of a cell's text */
#include "tables.h"

#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/question.h"

const char *
text_between(const struct language *language, const char *message, size_t *n)
{
	const char *text = language_text(language, message);

	text += strcspn(text, "}");
	text += *text == '}';
	*n = strcspn(text, "{");
	return text;
}

static void
item_add(struct buf *buf, const struct language *language, const char *message,
	 const char *item)
{
	size_t n;
	const char *between = text_between(language, message, &n);

	if (buf->n)
		buf_add(buf, between, n);
	buf_puts(buf, item);
}

void
name_add(struct buf *buf, const struct language *language, const char *name)
{
	item_add(buf, language, C_("list", "{items}, {item}"), name);
}

void
text_add(struct buf *buf, const struct language *language, const char *text)
{
	item_add(buf, language, C_("list", "{items}; {item}"), text);
}

void
count_add(struct buf *buf, const struct language *language, double count)
{
	amount_show(buf, language, count, 0);
}

void
percent_add(struct buf *buf, const struct language *language, double percent)
{
	percent_show(buf, language, percent);
}

void
change_add(struct buf *buf, const struct language *language, double change)
{
	buf_puts(buf, change > 0 ? "+" : change < 0 ? "−" : "");
	percent_show(buf, language, fabs(change));
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
money_add(struct buf *buf, const struct language *language,
	  const struct plan *plan, double amount)
{
	const struct text_value *currency = &plan->plan.currency;
	const char *sign = currency->text ? money_sign(currency->text) : "";

	message_fill(buf, language,
		     !is_set(&currency->at)   ? "{amount}"
		     : sign == currency->text ? N_("{currency} {amount}")
					      : N_("{sign}{amount}"),
		     ARGS(TEXT_ARG("currency", sign), TEXT_ARG("sign", sign),
			  COUNT_ARG("amount", amount)));
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

typedef void
number_add(struct buf *buf, const struct language *language, double number);

static void
share_show(struct buf *buf, const struct language *language,
	   const struct share *share, number_add *add)
{
	const struct object *to = ref_target(&share->ref);
	struct buf number = {0};

	add(&number, language, share->value.n);
	message_fill(
		buf, language, N_("{name} {number}"),
		ARGS(TEXT_ARG("name", to ? object_name(to) : share->ref.id),
		     TEXT_ARG("number", number.p)));
	buf_free(&number);
}

size_t
effects_add(struct buf *buf, const struct language *language,
	    const struct shares_value *effects, size_t most)
{
	struct buf text = {0};
	size_t n = 0;

	FOR_VALUES (share, effect, *effects) {
		if (!is_set(&effect->value.at) || n++ >= most)
			continue;
		buf_clear(&text);
		share_show(&text, language, effect, change_add);
		name_add(buf, language, text.p);
	}
	buf_free(&text);
	return n;
}

void
put_shares(struct sheet *sheet, const char *key,
	   const struct shares_value *shares, number_add *add)
{
	const struct share **order =
		arena_alloc(sheet->arena, (shares->n + 1) * sizeof(*order));
	struct names names = {.sheet = sheet};
	size_t n = 0;

	FOR_VALUES (share, share, *shares)
		if (is_set(&share->value.at))
			order[n++] = share;
	qsort(order, n, sizeof(*order), larger_first);
	for (size_t i = 0; i < n; i++) {
		struct buf text = {0};

		share_show(&text, sheet->language, order[i], add);
		names_add(&names, arena_take(sheet->arena, &text),
			  ref_target(&order[i]->ref));
	}
	put_names(sheet, key, &names);
}

void
put_items(struct sheet *sheet, const char *column, const struct item *items,
	  size_t n)
{
	const char *table = sheet->table->key;

	for (size_t i = 0; i < n; i++) {
		const char *id = items[i].id, *unit = items[i].unit;

		sheet_new(sheet, id, NULL);
		put_message(sheet, "name", text_find(table, id, "name"));
		put_number(sheet, column, items[i].value);
		put_message(sheet, "unit", unit);
		put_message(sheet, "basis", text_find(table, id, "basis"));
	}
}

void
put_within(struct sheet *sheet, const char *key,
	   const struct number_value *target, const struct duration_value *time)
{
	struct buf within = {0}, buf = {0};

	if (!is_set(&target->at) || !is_set(&time->at))
		return;
	duration_show(&within, sheet->language, time->duration);
	message_fill(&buf, sheet->language, N_("{share} within {time}"),
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

struct names *
names_each(struct sheet *sheet, const struct map *map)
{
	struct names *names =
		arena_alloc(sheet->arena, (map->n + 1) * sizeof(*names));

	for (uint32_t i = 0; i < map->n; i++)
		names[i].sheet = sheet;
	return names;
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
section_label(const struct language *language, const char *key)
{
	int i = section_find(key);

	return i < 0 ? key : language_text(language, sections[i].label);
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
