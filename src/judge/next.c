/* next.c - the findings most worth fixing, and actions to paste for them */
#include <string.h>

#include "ces/json.h"
#include "judge/judge.h"

/*
 * Sort key, smallest first: severity, topics not chosen yet, missing sections
 * and keys, money at stake, customers, the seven sections, findings with YAML
 * to paste.
 */
enum { KEY_PARTS = 7 };

struct sort_key {
	double part[KEY_PARTS];
};

static int
repeats(const struct review *review, const struct finding *finding, int chosen)
{
	int n = 0;

	for (int i = 0; i < chosen; i++)
		n += review->next[i]->topic == finding->topic;
	return n;
}

static struct sort_key
sort_key_of(const struct review *review, const struct rank *ranks,
	    const struct finding *finding, int chosen)
{
	struct rank rank = ranks[finding - review->findings.items];
	int urgency = SEVERITY_ERROR - (int)finding->severity;

	if (urgency && finding->in_hand)
		urgency += SEVERITY_ERROR;
	return (struct sort_key){{urgency, repeats(review, finding, chosen),
				  rank.there, -rank.money, -rank.customers,
				  rank.outside, !finding->paste}};
}

static bool
sorts_before(struct sort_key a, struct sort_key b)
{
	for (int i = 0; i < KEY_PARTS; i++) {
		if (a.part[i] < b.part[i])
			return true;
		if (a.part[i] > b.part[i])
			return false;
	}
	return false;
}

/* picks the best that is left; of equals the first in the file */
static struct finding *
choose(struct review *review, const struct rank *ranks, int chosen)
{
	struct finding *best = NULL;
	struct sort_key best_key = {{0}};

	for (size_t i = 0; i < review->findings.n; i++) {
		struct finding *finding = &review->findings.items[i];
		bool taken = finding->waived;
		struct sort_key key;

		for (int k = 0; k < chosen; k++)
			taken |= review->next[k] == finding;
		if (taken)
			continue;
		key = sort_key_of(review, ranks, finding, chosen);
		if (best && !sorts_before(key, best_key))
			continue;
		best = finding;
		best_key = key;
	}
	return best;
}

/* --- an action that takes a finding in hand ------------------------------ */

/* Titles an action with item and remedy, "Live chat: add its service level";
 * without an item, with the whole message. */
static void
add_title(struct buf *buf, const struct finding *finding)
{
	const struct object *item = finding_item(finding);
	struct buf text = {0}, title = {0};
	char *remedy;

	finding_text(&text, finding);
	remedy = strrchr(text.p, ';');
	if (remedy && remedy[1] != ' ')
		remedy = NULL;
	if (remedy)
		*remedy = ':';
	if (item)
		buf_printf(&title, "%s: ", object_name(item));
	buf_puts(&title, item && remedy ? remedy + 2 : text.p);
	buf_json(buf, title.p);
	buf_free(&title);
	buf_free(&text);
}

/* Offers no action for slips in the file, nor for another action. */
static bool
wants_action(const struct finding *finding)
{
	return strncmp(finding->topic->name, "document/", 9) != 0 &&
	       strncmp(finding->topic->name, "waivers/", 8) != 0 &&
	       !path_in(finding->path, "actions") &&
	       in_hand_can(finding->topic) && !finding->in_hand &&
	       finding->severity != SEVERITY_ERROR && *finding->path;
}

/* Makes an id that is free among the actions and the offers:
 * mend-failure-share, mend-failure-share-2. */
static void
add_id(struct buf *buf, const struct plan *plan, const struct topic *topic,
       int offered)
{
	const char *problem = strchr(topic->name, '/') + 1;
	struct buf id = {0};
	int i = 1;

	do {
		buf_clear(&id);
		buf_printf(&id, "mend-%s", problem);
		if (i > 1)
			buf_printf(&id, "-%d", i);
		i++;
	} while (map_find(&plan->actions, buf_text(&id)) || offered-- > 0);
	buf_add(buf, id.p, id.n);
	buf_free(&id);
}

/*
 * Offers an action where no line of the plan helps, as the figure itself has
 * to change first.
 */
static void
add_action(struct review *review, struct finding *finding, int chosen)
{
	const struct plan *plan = review->plan;
	const struct object *item = finding_item(finding);
	const char *owner = plan_keeper(plan);
	struct buf buf = {0}, path = {0};

	if (!owner || !wants_action(finding))
		return;
	buf_puts(&buf,
		 plan->actions.n ? "# under actions:\n  " : "actions:\n  ");
	add_id(&buf, plan, finding->topic, repeats(review, finding, chosen));
	buf_puts(&buf, ":\n    title: ");
	add_title(&buf, finding);
	buf_puts(&buf, "\n    owner: ");
	buf_json(&buf, owner);
	buf_puts(&buf, "\n    due: ");
	date_write(&buf, date_add_days(review->view->as_of, 30));
	buf_puts(&buf, "\n    status: not_started\n    improves: [");
	if (item)
		object_path(&path, item, NULL);
	else
		buf_add(&path, finding->path, path_section(finding->path));
	buf_printf(&buf, "%s]\n", buf_text(&path));
	buf_free(&path);
	finding->paste = arena_take(&review->arena, &buf);
}

void
next_choose(struct review *review)
{
	const int most = sizeof(review->next) / sizeof(*review->next);
	const struct rank *ranks;

	if (!review->view) {
		review->next[0] =
			review->findings.n ? review->findings.items : NULL;
		return;
	}
	ranks = ranks_make(review);
	for (int i = 0; i < most; i++) {
		struct finding *finding = choose(review, ranks, i);

		if (!finding)
			break;
		if (!finding->paste)
			add_action(review, finding, i);
		review->next[i] = finding;
	}
}
