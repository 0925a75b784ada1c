/* pieces.c - names, numbers and shares as parts of a cell's text */
#include "tables.h"

#include <libintl.h>
#include <stdlib.h>
#include <string.h>

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
	const struct arg arg = COUNT_ARG("n", count);

	message_fill(buf, "{n}", &arg, 1);
}

void
percent_add(struct buf *buf, double percent)
{
	const struct arg arg = PERCENT_ARG("n", percent);

	message_fill(buf, "{n}", &arg, 1);
}

void
change_add(struct buf *buf, double change)
{
	buf_puts(buf, change > 0 ? "+" : change < 0 ? "−" : "");
	percent_add(buf, fabs(change));
}

const char *
money_sign(const char *code)
{
	static const struct {
		const char *code, *sign;
	} signs[] = {{"GBP", "£"}, {"USD", "$"},   {"EUR", "€"},
		     {"JPY", "¥"}, {"KRW", "₩"},   {"CNY", "¥"},
		     {"INR", "₹"}, {"TWD", "NT$"}, {"HKD", "HK$"}};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (!strcmp(code, signs[i].code))
			return signs[i].sign;
	return NULL;
}

void
money_add(struct buf *buf, const struct plan *plan, double amount)
{
	const struct text_value *currency = &plan->plan.currency;
	const char *sign;

	if (is_set(&currency->at)) {
		sign = money_sign(currency->text);
		buf_puts(buf, sign ? sign : currency->text);
		buf_puts(buf, sign ? "" : " ");
	}
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
	uint32_t all = is_set(&effects->at) ? effects->n : 0;
	size_t n = 0;

	for (uint32_t i = 0; i < all; i++)
		if (is_set(&effects->items[i].value.at) && n++ < most)
			share_add(buf, &effects->items[i], change_add);
	return n;
}

void
put_shares(struct sheet *sheet, const char *key,
	   const struct shares_value *shares, void (*add)(struct buf *, double))
{
	uint32_t n = is_set(&shares->at) ? shares->n : 0;
	const struct share **order =
		arena_alloc(sheet->arena, (n + 1) * sizeof(*order));
	struct buf buf = {0};

	for (uint32_t i = 0; i < n; i++)
		order[i] = &shares->items[i];
	qsort(order, n, sizeof(const struct share *), larger_first);
	for (uint32_t i = 0; i < n; i++)
		if (is_set(&order[i]->value.at))
			share_add(&buf, order[i], add);
	put_buf(sheet, key, &buf);
}

void
put_speed(struct sheet *sheet, const char *key, const struct speed *speed)
{
	struct buf within = {0}, buf = {0};

	if (!is_set(&speed->target.at) || !is_set(&speed->within.at))
		return;
	duration_write(&within, speed->within.duration);
	message_fill(&buf, gettext("{share} within {time}"),
		     ARGS(PERCENT_ARG("share", speed->target.n),
			  TEXT_ARG("time", buf_text(&within))));
	buf_free(&within);
	put_buf(sheet, key, &buf);
}

/* the day that a text begins with, translated; NULL: none */
static const char *
day_name(const char *letters)
{
	static const char *const days[] = {
		N_("Mo"), N_("Tu"), N_("We"), N_("Th"),
		N_("Fr"), N_("Sa"), N_("Su"), N_("PH"),
	};

	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++)
		if (!strncmp(days[i], letters, 2))
			return gettext(days[i]);
	return NULL;
}

void
week_add(struct buf *buf, const char *text)
{
	while (*text) {
		const char *day = day_name(text);

		if (day) {
			buf_puts(buf, day);
			text += 2;
		} else {
			buf_putc(buf, *text++);
		}
	}
}

void
spans_add(struct buf *buf, const struct day_hours *day, const char *closed)
{
	for (uint32_t i = 0; i < day->n; i++) {
		unsigned start = day->spans[i].start, end = day->spans[i].end;

		buf_printf(buf, "%s%02u:%02u-%02u:%02u", i ? "," : "",
			   start / 60, start % 60, end / 60, end % 60);
	}
	if (!day->n)
		buf_puts(buf, closed);
}

struct buf *
buffers(struct sheet *sheet, const struct map *map)
{
	return arena_alloc(sheet->arena, (map->n + 1) * sizeof(struct buf));
}

enum state_id
actions_state(const struct sheet *sheet, const struct refs_value *actions)
{
	unsigned open = 0, done = 0, overdue = 0;

	for (uint32_t i = 0; is_set(&actions->at) && i < actions->n; i++) {
		const struct action *action = ref_target(&actions->items[i]);
		const struct action_view *view;

		if (!action)
			continue;
		view = &sheet->view->actions[action->object.index];
		open += view->open;
		overdue += view->overdue > 0;
		done += word_is(&action->status, ACTION_DONE);
	}
	if (overdue)
		return STATE_overdue;
	if (open)
		return STATE_on_track;
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
