/* test_checklist.c - what to ask, decide and do next: as text, as Markdown, for
 * one person; and the escapes of Markdown */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "ces/render.h"
#include "ces/utf8.h"

static struct mark set = {.state = SET};

/* a plan with two people, three actions, one decision and one finding */
struct fixture {
	struct plan plan;
	struct person lind, ruiz;
	struct action define, late, done;
	struct decision decision;
	struct object *people[2], *actions[3], *decisions[1];
	struct view view;
	struct action_view action_views[3];
	struct review review;
};

static struct text_value
text(const char *s)
{
	return (struct text_value){set, s};
}

static struct date_value
day(int16_t year, uint8_t month, uint8_t of_month)
{
	return (struct date_value){set, {year, month, of_month}};
}

#define OWN(named, person)                                  \
	((named).at = set, (named).id = (person).object.id, \
	 (named).to = &(person))

/* object_name looks at what the object is through its slot */
static void
hang(struct fixture *f, struct object *object, const char *id, uint32_t index,
     const char *slot)
{
	object->at = set;
	object->id = id;
	object->index = index;
	object->up = &f->plan.object;
	object->slot = entity_field(entity_plan(), slot, strlen(slot));
}

static void
add_person(struct fixture *f, struct person *person, uint32_t index,
	   const char *id, const char *name, const char *role)
{
	hang(f, &person->object, id, index, "people");
	person->name = text(name);
	person->role = text(role);
	f->people[index] = &person->object;
}

static void
fill_map(struct fixture *f, struct map *map, struct object **items, uint32_t n)
{
	map->at = set;
	map->items = items;
	while (map->n < n) {
		map->n++;
		map_added(map, &f->review.arena);
	}
}

static void
fill_actions(struct fixture *f)
{
	hang(f, &f->define.object, "define", 0, "actions");
	f->define.title = text("Agree what customers are to experience");
	f->define.prepares.at = set;
	f->define.prepares.word = PREPARES_DEFINE;
	OWN(f->define.owner, f->lind);
	f->define.due = day(2026, 2, 27);
	f->define.completed = day(2026, 2, 25);
	f->define.status = (struct word_value){set, ACTION_DONE};

	hang(f, &f->late.object, "late", 1, "actions");
	f->late.title = text("Rewrite [all] *messages*");
	OWN(f->late.owner, f->ruiz);
	f->late.due = day(2026, 6, 19);
	f->late.status = (struct word_value){set, ACTION_IN_PROGRESS};
	f->late.percent = (struct number_value){.at = set, .n = 70};
	f->action_views[1].overdue = 11;

	hang(f, &f->done.object, "done", 2, "actions");
	f->done.title = text("Join the records");
	OWN(f->done.owner, f->ruiz);
	f->done.completed = day(2026, 5, 1);
	f->done.status = (struct word_value){set, ACTION_DONE};
	f->actions[0] = &f->define.object;
	f->actions[1] = &f->late.object;
	f->actions[2] = &f->done.object;
	fill_map(f, &f->plan.actions, f->actions, 3);
}

static void
fill_findings(struct fixture *f)
{
	struct finding *finding;

	f->review.findings.arena = &f->review.arena;
	finding = finding_add(&f->review.findings, TOPIC_actions_overdue,
			      (struct span){3, 4}, "actions.late.due",
			      "it is late", NO_ARGS);
	finding->about = &f->late.object;
	finding =
		finding_add(&f->review.findings, TOPIC_actions_overdue,
			    (struct span){0, 1}, "hours", "accepted", NO_ARGS);
	finding->waived = true;
}

static int
start(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	char *bytes = malloc(8);

	if (!f || !bytes)
		return -1;
	memcpy(bytes, "a:\nb: c", 8);
	source_init(&f->review.source, "a.yaml", bytes, 7);
	f->plan.plan.title = text("Plan of *Harrow*");
	f->plan.plan.status = (struct word_value){set, PLAN_APPROVED};
	add_person(f, &f->lind, 0, "lind", "Marek Lind",
		   "Head of Contact Center");
	add_person(f, &f->ruiz, 1, "ruiz", "Carla Ruiz", "Head of CRM");
	fill_map(f, &f->plan.people, f->people, 2);
	OWN(f->plan.governance.owner, f->lind);
	fill_actions(f);
	hang(f, &f->decision.object, "van", 0, "decisions");
	f->decision.statement = text("Buy a second van?");
	OWN(f->decision.asked_of, f->ruiz);
	f->decision.due = day(2026, 6, 1);
	f->decisions[0] = &f->decision.object;
	fill_map(f, &f->plan.decisions, f->decisions, 1);
	fill_findings(f);
	f->view.as_of = (struct date){2026, 6, 30};
	f->view.actions = f->action_views;
	f->view.plan = &f->plan;
	f->review.plan = &f->plan;
	f->review.view = &f->view;
	f->review.readiness = (struct readiness){
		.section = {100, 100, 100, 100, 100, 78, 100}, .plan = 96};
	*state = f;
	return 0;
}

static int
stop(void **state)
{
	struct fixture *f = *state;

	findings_release(&f->review.findings);
	source_release(&f->review.source);
	arena_release(&f->review.arena);
	free(f);
	return 0;
}

static struct buf
written(struct fixture *f, struct checklist_options options)
{
	struct buf out = {0};

	if (!options.width)
		options.width = 80;
	if (!options.format)
		options.format = &checklist_text;
	checklist_write(&out, &f->review, &options);
	return out;
}

#define HOLDS(out, text) assert_non_null(strstr((out).p, (text)))
#define LACKS(out, text) assert_null(strstr((out).p, (text)))

static void
text_for_everybody(void **state)
{
	struct buf out = written(*state, (struct checklist_options){0});

	HOLDS(out, "Plan of *Harrow*\n================\n\n"
		   "Checklist of 2026-06-30, approved, 96% ready\n");
	HOLDS(out, "      Preparation                             Assigned"
		   " to       Completion date\n"
		   "  [x] Define experience and strategy across   Marek Li"
		   "nd        2026-02-25\n"
		   "      the organization\n"
		   "      Agree what customers are to experience\n"
		   "  [ ] Write the strategy down and bring it    ________"
		   "________  ________________\n"
		   "      to leaders\n");
	HOLDS(out, "Decisions to take\n-----------------\n\n"
		   "  [ ] Buy a second van?\n"
		   "      Carla Ruiz, due 2026-06-01, overdue\n"
		   "      Decision: ____");
	HOLDS(out, "Carla Ruiz, Head of CRM\n\n"
		   "  [ ] Rewrite [all] *messages*\n"
		   "      due 2026-06-19, 11 days overdue, in progress, 70%\n"
		   "  [x] Join the records\n"
		   "      done 2026-05-01\n");
	HOLDS(out, "6 Customer experience measures and goals, 78% (Marek "
		   "Lind)\n\n  [ ] ");
	LACKS(out, "Contact channels");
	HOLDS(out, "not answered yet");
	HOLDS(out, "  [ ] it is late\n      warning, a.yaml:2, Carla Ruiz\n");
	LACKS(out, "accepted");
	assert_true(out.p[out.n - 1] == '\n' && out.p[out.n - 2] != '\n');
	buf_free(&out);
}

static void
for_one_person(void **state)
{
	static const char *const names[] = {"ruiz", "Carla Ruiz", "CARLA RUIZ"};

	for (size_t i = 0; i < 3; i++) {
		struct buf out = written(
			*state, (struct checklist_options){.owner = names[i]});

		HOLDS(out, "Handout for Carla Ruiz, Head of CRM\n====");
		HOLDS(out, "Actions, the first due on top\n-----------------"
			   "------------\n\n  [ ] Rewrite [all]");
		HOLDS(out, "Rewrite [all]");
		HOLDS(out, "Buy a second van?");
		HOLDS(out, "it is late");
		LACKS(out, "Assigned to");
		LACKS(out, "Discussion questions");
		LACKS(out, "Observation sheet");
		buf_free(&out);
	}
}

static void
for_nobody_known(void **state)
{
	struct buf out =
		written(*state, (struct checklist_options){.owner = "x"});

	HOLDS(out, "Nothing to do here");
	LACKS(out, "[ ]");
	buf_free(&out);
}

static void
what_is_open(void **state)
{
	struct buf out =
		written(*state, (struct checklist_options){.open_only = true});

	LACKS(out, "[x]");
	HOLDS(out, "Rewrite [all]");
	buf_free(&out);
}

static void
for_one_section(void **state)
{
	struct buf out = written(
		*state, (struct checklist_options){.section = "measures"});

	HOLDS(out, "Customer experience measures");
	LACKS(out, "Rewrite");
	LACKS(out, "Discussion questions");
	buf_free(&out);
	out = written(*state, (struct checklist_options){.section = "actions"});
	HOLDS(out, "Rewrite");
	HOLDS(out, "it is late");
	LACKS(out, "Customer experience measures");
	buf_free(&out);
}

static void
markdown_tasks(void **state)
{
	struct buf out = written(
		*state,
		(struct checklist_options){.format = &checklist_markdown});

	HOLDS(out, "# Plan of \\*Harrow\\*\n\n");
	HOLDS(out, "## Actions by owner\n\n### Carla Ruiz, Head of CRM\n\n"
		   "- [ ] Rewrite \\[all\\] \\*messages\\*\\\n"
		   "  due 2026-06-19, 11 days overdue, in progress, 70%\n"
		   "- [x] Join the records\\\n  done 2026-05-01\n");
	HOLDS(out, "- [ ] Write the strategy down and bring it to leaders\\\n");
	HOLDS(out, "  Assigned to: ____");
	buf_free(&out);
}

static void
html_tasks(void **state)
{
	struct buf out = written(
		*state, (struct checklist_options){.format = &checklist_html});

	HOLDS(out, "<h1>Plan of *Harrow*</h1>\n");
	HOLDS(out, "<th scope=\"col\">Assigned to</th>");
	HOLDS(out, "<td>Marek Lind</td><td>2026-02-25</td>");
	HOLDS(out, "<td class=\"blank\"></td>");
	HOLDS(out, "<h3>Carla Ruiz, Head of CRM</h3>\n<ul class=\"tasks\">\n"
		   "<li><p><span class=\"box\" aria-hidden=\"true\"></span> "
		   "<span class=\"hidden\">open</span> "
		   "Rewrite [all] *messages*</p>\n");
	HOLDS(out, "✓</span> <span class=\"hidden\">done</span> Join the "
		   "records</p>\n<p class=\"detail\">done 2026-05-01</p>\n"
		   "</li>\n</ul>\n</section>\n</section>\n");
	LACKS(out, " style=");
	buf_free(&out);
}

static void
lines_fit(void **state)
{
	for (size_t width = 40; width <= 80; width += 10) {
		struct buf out = written(
			*state, (struct checklist_options){.width = width});

		for (const char *s = out.p; *s; s += strcspn(s, "\n") + 1)
			assert_true(utf8_width(s, strcspn(s, "\n")) <= width);
		buf_free(&out);
	}
}

static void
file_that_breaks_off(void **state)
{
	struct fixture *f = *state;
	struct buf out;

	f->review.view = NULL;
	out = written(f, (struct checklist_options){0});
	HOLDS(out, "could not be read to its end");
	HOLDS(out, "it is late");
	LACKS(out, "Assigned to");
	buf_free(&out);
}

static void
assert_escaped(const char *text_in, const char *want)
{
	struct buf out = {0};

	buf_markdown(&out, text_in);
	assert_string_equal(buf_text(&out), want);
	buf_free(&out);
}

static void
escapes(void **state)
{
	(void)state;
	assert_escaped("plain: 3.5% (a_b) & 4 < 5 - x", /* untouched */
		       "plain: 3.5% (a_b) & 4 < 5 - x");
	assert_escaped("*a* _b_ `c` [d](e) ~f~ a|b",
		       "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~f\\~ a\\|b");
	assert_escaped("<script> &amp; &#3;", "\\<script> \\&amp; \\&#3;");
	assert_escaped("# a", "\\# a");
	assert_escaped("- a", "\\- a");
	assert_escaped("-5%", "-5%");
	assert_escaped("12. a", "12\\. a");
	assert_escaped("12.5 a", "12.5 a");
	assert_escaped("> a > b", "\\> a > b");
	assert_escaped("https://a.b/c", "https\\://a.b/c");
	assert_escaped("www.a.b", "www\\.a.b");
	assert_escaped("  one\n two\t ", "one two");
	assert_escaped("a\x1b"
		       "b\xff",
		       "a␛b\uFFFD");
	assert_escaped("", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(text_for_everybody, start,
						stop),
		cmocka_unit_test_setup_teardown(for_one_person, start, stop),
		cmocka_unit_test_setup_teardown(for_nobody_known, start, stop),
		cmocka_unit_test_setup_teardown(what_is_open, start, stop),
		cmocka_unit_test_setup_teardown(for_one_section, start, stop),
		cmocka_unit_test_setup_teardown(markdown_tasks, start, stop),
		cmocka_unit_test_setup_teardown(html_tasks, start, stop),
		cmocka_unit_test_setup_teardown(lines_fit, start, stop),
		cmocka_unit_test_setup_teardown(file_that_breaks_off, start,
						stop),
		cmocka_unit_test(escapes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
