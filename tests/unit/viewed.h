/* viewed.h - plans and their figures, for the tests of the view */
#ifndef CES_TESTS_VIEWED_H
#define CES_TESTS_VIEWED_H

#include "ces/load.h"
#include "ces/view.h"

/* a plan and its view, as of a day */
struct made {
	struct source source;
	struct arena arena;
	struct findings findings;
	struct plan *plan;
	struct view *view;
};

extern const struct date midyear;

void make(struct made *made, const char *yaml); /* as of midyear */
void make_on(struct made *made, const char *yaml, struct date as_of);
void make_retail(struct made *made); /* as of its own day */
void drop(struct made *made);

void assert_near(double value, double expected, double within);
void assert_day(struct date date, const char *expected);

/* where the item of that id stands in its collection */
uint32_t index_of(const struct map *map, const char *id);
const struct coverage *coverage_of(const struct made *made,
				   const char *segment, const char *channel);

#define OF(made, collection, figures, id)                                \
	(&(made)->view->figures[index_of(&(made)->plan->collection, id)])
#define REASON(made, id) OF(made, contact_reasons, reasons, id)
#define CHANNEL(made, id) OF(made, channels, channels, id)
#define SEGMENT(made, id) OF(made, segments, segments, id)
#define MEASURE(made, id) OF(made, measures, measures, id)
#define ACTION(made, id) OF(made, actions, actions, id)
#define EVENT(made, id) OF(made, calendar, events, id)

#endif
