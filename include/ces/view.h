/* view.h - all figures of a plan, worked out once */
#ifndef CES_VIEW_H
#define CES_VIEW_H

#include <math.h>

#include "ces/message.h"
#include "ces/model.h"

/*
 * Rules and renderers read figures here and nowhere else, so no two outputs
 * can disagree. A figure that the plan does not tell is NAN; a date that it
 * does not tell is {0}. Arrays run parallel to the plan's collections: the
 * figures of an item stand at item->object.index. Money is a year, in the
 * plan's currency; percents are out of 100.
 */

/* the number where it is set, else NAN */
static inline double
number_of(const struct number_value *value)
{
	return is_set(&value->at) ? value->n : NAN;
}

enum quadrant { QUADRANT_NONE = -1 }; /* else ELIMINATE .. LEVERAGE */

struct reason_view {
	const struct reason *parent; /* that it is a part of; NULL: of none, or
					each is a part of the other */
	bool counted;       /* in sums over reasons: not where its volume is
			       that of its parts, which are */
	double volume;      /* contacts a year: of its parts, where any tells
			       it; else sum over channels, or annual */
	double cost;        /* volume x cost per contact; else x handle time
			       x cost of an agent's hour */
	double revenue;     /* volume x revenue per contact; 0 unless revenue */
	double net;         /* revenue - cost */
	double rate;        /* per 100 of plan.activity */
	double share;       /* percent of all contacts */
	double cumulative;  /* percent, in the order of by_volume */
	double change;      /* target_change, else that of its parent; NAN */
	double planned;     /* volume x (1 + change) */
	double saving;      /* cost x |change| where that falls, 0 for
			       leverage; for automate less the cost of the
			       cheapest current channel without a person */
	int quadrant;       /* from the signs of the two scores */
	bool agrees;        /* disposition is the quadrant, or there is none */
	const struct investment *paid_by; /* for which the saving counts; NULL */
};

struct channel_view {
	double volume;  /* contacts_per_year, else the sum over reasons */
	double reasons_volume; /* sum over reasons alone; NAN when none */
	double unanswered; /* percent of attempts_per_year; NAN, also where
			      they are fewer than those answered */
	double share;   /* percent of the volume of assisted current channels;
			   NAN for the others */
	double cost;    /* volume x cost per contact */
	double week_hours; /* open hours of a standard week */
	const struct reason *earner; /* brings the most revenue here; NULL */
	double reasons_time; /* handle time of its reasons, seconds: mean by
				volume, over those that tell it */
	double handle_time; /* as its staffing or the channel tells it, else
			       that of its reasons */
	double agents;  /* current, assisted, asynchronous: agents needed on a
			   day that it is open, by throughput, with decimals;
			   a paid day of 8 hours less shrinkage, and the
			   year's arrivals spread evenly; else NAN */
	double shrinkage; /* of its staffing, percent; NAN */
	bool live;      /* current and assisted */
	const struct staffing_view *staffing; /* of a live channel whose busiest
						 interval is told; NULL */
};

/* days in a row in which less is open than over all of them */
struct low_stretch {
	struct date first, last; /* {0}: there is none */
	double percent;
	bool usual; /* of the standard week of all these hours */
};

/* a segment on a channel, over the days that the view looks at */
struct coverage {
	const struct segment *segment;
	const struct channel *channel;
	const struct hours *hours; /* the tier's, else the channel's; NULL */
	double preference;         /* percent; 0: not asked for */
	bool waits;                /* a message can wait there: what counts is
				      the answer that is promised, no hours */
	bool staffed;              /* live (see channel_view), and not waits */
	unsigned wanted;           /* minutes, as they go by for the segment */
	unsigned offered, common;  /* ... open, and both */
	double percent;            /* common / wanted; NAN: hours unknown, or
				      none wanted, or the channel waits */
	double ahead;              /* the same of the days still to come; of
				      four weeks at least, and of all days of
				      a period that is over */
	struct low_stretch worst;  /* a week or more under the segment's
				      threshold, with the same weekly hours
				      and clocks throughout */
	struct date shown;         /* a day of the week to show: of days with
				      the same hours those with the least
				      open */
};

struct segment_view {
	const struct tier *tier;   /* NULL: in none */
	uint32_t n;
	struct coverage *channels; /* those it prefers, and those current
				      besides, in the plan's order; in a plan
				      of more than 200,000 pairs of segment and
				      channel those it prefers alone, in its
				      own order */
	double alignment; /* percent: preferences on current channels x
			     coverage, of the preferences' total; unknown
			     hours cover nothing, NAN where none are known */
	double coverage;  /* percent: coverage weighted with preference, over
			     assisted current channels with known hours */
	double reach;     /* percent of the wanted minutes in which an assisted
			     current channel that doesn't wait, wished for or
			     not, is open; NAN where hours are unknown, there is
			     none, or the plan has too many pairs */
	double coverage_ahead, reach_ahead; /* of the days still to come */
	struct low_stretch worst; /* of reach, as of a coverage */
	struct date shown;
	struct low_stretch low;	/* of the coverage, weighted with preference */
	const struct coverage *low_on; /* of the channel whose season or
					  exception makes it; NULL */
};

struct hours_view; /* see src/view/opened.h */

/* The first that holds, for every output: rows of states.def give each its word,
 * and its meaning. Values are compared as they are shown (measure_shown). */
enum measure_state {
	MEASURE_NO_READING,   /* or planned */
	MEASURE_NOT_COMPARED, /* no target, no range, or no line to it */
	MEASURE_IN_RANGE,
	MEASURE_OUT_OF_RANGE,
	MEASURE_REACHED,
	MEASURE_MISSED,    /* not reached, and the target's date is past */
	MEASURE_TOO_EARLY, /* on line_day the line has not begun to move, or the
			      plan's period not begun */
	MEASURE_WORSE,     /* than its baseline, by more than the slack; not of
			      a floor, which may fall to its level */
	MEASURE_BEHIND,    /* the line, by more */
	MEASURE_AHEAD,     /* of the line, by more */
	MEASURE_ON_LINE,   /* within the slack */
	MEASURE_STATES
};

struct measure_view {
	const struct standard *standard; /* NULL: none named */
	int unit, direction, family;     /* words.h; -1 unknown */
	const struct actual *latest;     /* newest reading by period; NULL */
	double latest_value;
	double gap;      /* target - latest, in the unit */
	double progress; /* (latest - baseline) / (target - baseline), 0..1 and
			    beyond; NAN */
	double planned;  /* share of the way to be done by line_day, 0..1 */
	double line;     /* value on the straight line at line_day; of a floor
			    its level */
	struct date line_day; /* the latest reading's last day; as-of before
				 there is one, and once the target's date is
				 past */
	double margin;   /* measure_margin of latest; NAN without n */
	double slack;    /* the margin; at least one step of the last decimal
			    shown, as a reading is no more precise */
	enum measure_state state;
	bool stale;      /* no reading nor baseline for two reporting periods;
			    daily and weekly count as monthly; never while
			    planned */
};

/*
 * 95 % sampling margin of a value of n answers or cases: of a proportion, of a
 * promoter score, of a mean on a known scale; NAN of others, and without n. It
 * is that of a proportion p between the ends of the values, and so the most
 * that it can be of scores and means, whose answers spread no wider:
 *
 *	1.96 sqrt(p (1 - p) / n)
 *
 * Of fewer than 30 answers, and within a tenth of either end, where this comes
 * to nothing, the distance from p to the farther end of Wilson's interval (E. B.
 * Wilson, Probable inference, the law of succession, and statistical inference,
 * Journal of the American Statistical Association 22, 1927, 209-212):
 *
 *	(p + z^2/2n +- z sqrt(p (1 - p) / n + z^2/4n^2)) / (1 + z^2/n), z = 1.96
 */
enum { MARGIN_FEW = 30, MARGIN_END = 10 /* percent */ };
double measure_margin(const struct measure *measure, double value, double n);
/* the ends of the values that have such a margin; false: they have none */
bool measure_ends(const struct measure *measure, double *low, double *high);

/* a value as tables and messages show it: percents and points with a decimal,
 * others from 10 on too, below with two */
double measure_shown(double value, int unit);

struct action_view {
	bool open;      /* not done nor cancelled */
	int overdue;    /* days past due at as-of while open; else 0 */
	bool due_soon;  /* open, due within settings.due_soon_days */
	bool unowned;
};

/* an event in the year from the first day of the plan's period, January first */
struct event_months {
	uint32_t days[12];    /* on which it runs; the first day is bit 0 */
	double responses[12]; /* contacts of audience x response */
};

/* the change of one reason that counts, as told of it or of the nearest above */
struct reason_effect {
	uint32_t reason;
	double percent;
};

struct event_view {
	int lead_days;  /* start - told; INT_MIN when not told */
	bool coming;    /* begins or runs in the 90 days from as-of */
	struct date next_start, next_end; /* of its next run, with repeats */
	double contacts; /* expected extra contacts of audience x response;
			    NAN */
	bool in_history; /* the yearly volumes hold it already */
	struct reason_effect *effects;
	uint32_t n_effects;
	struct event_months months; /* once new, in the plan's period alone */
};

/* agents for an objective, by Erlang C (see erlang.h) */
struct staffing_level {
	const struct tier *tier; /* NULL: the channel's own objective */
	double target, within;   /* percent, seconds; NAN without objective */
	int reach;  /* smallest number that reaches it; 0 without objective */
	int keep;   /* the same that keeps max_occupancy; 0 without one */
	int agents; /* the larger of both: on duty in the interval */
};

/* the busiest interval with so many agents */
struct staffing_result {
	int agents, paid;     /* paid: with shrinkage; 0 where that is unknown,
				 or all of the time */
	double service_level; /* percent */
	double asa;           /* seconds; INFINITY where the queue only grows */
	double occupancy;     /* percent */
	double abandon;       /* percent by Erlang A; NAN without patience */
	double cost;          /* paid x interval x cost of an hour */
};

/* the busiest interval of a month */
struct staffing_month {
	bool closed;        /* on all its days: all else is unknown */
	double contacts;    /* in the interval; NAN: the months are unknown */
	double handle_time; /* seconds, with the events' changes */
	int agents, paid;   /* for the channel's own objective; 0 none */
	double volume;      /* contacts of the whole month */
	double employees, cost; /* estimates; NAN without hours a week, or
				   shrinkage */
};

/* the busiest interval of a channel */
struct staffing_view {
	double contacts, interval; /* of the interval, and its seconds */
	double handle_time; /* seconds */
	double each;        /* of these what an agent gives a contact: less
			       where contacts are handled at a time */
	double load;        /* erlangs */
	double patience;    /* seconds; NAN */
	double shrinkage;   /* 0..1; NAN */
	double max_occupancy; /* 0..1; NAN without one */
	double cost_per_hour; /* NAN */
	int month;          /* of the interval, 0..11; -1: none told */
	double index;       /* of that month: 1 unless told; NAN */
	double mean;        /* contacts in a mean interval of that month, else
			       of the year; NAN where hours are not told */
	double open;        /* hours open in that month, else in the year, by
			       the calendar; NAN */
	uint32_t n;
	struct staffing_level *levels; /* the channel's own first, then those
					  of tiers that prefer it */
	struct staffing_month months[12]; /* January first */
	int peak;           /* month of the most agents, 0..11; -1 unknown */
};

/*
 * A saving counts for the first investment, declined ones apart, whose actions
 * reach the reason: those in its plan, and those that improve it. Else for the
 * first whose objectives do: an action that improves one, or one of its measures,
 * reaches the reason, or such a measure is of that reason alone. Else for none.
 */
struct case_view {
	double saving;            /* of contact reasons, a year */
	double funded;            /* of it, of reasons that an investment reaches */
	double at_risk;           /* of gaps, a year */
	double worth;             /* of open actions, a year */
	double invested;          /* investments approved */
	double asked;             /* investments asked or gated */
	double spent;             /* either, as far as known */
	double decisions_asked;   /* amounts of open decisions */
	double payback_months;    /* spent / funded; NAN */
};

/* where the as-of date lies in the plan's period */
enum period_state {
	PERIOD_UNKNOWN, /* a day is not told, or the two are not in order */
	PERIOD_AHEAD,	/* before its first day */
	PERIOD_RUNNING,
	PERIOD_OVER	/* after its last day */
};

/* actions, decisions and readings that were due by the as-of date, on it too,
 * and those of them that are done; cancelled actions apart */
struct tally {
	unsigned due, done;
};

struct readiness {
	int section[7]; /* percent, in the order of the sections */
	int plan;       /* their mean, rounded down */
	/* Actions belong to the section that they name, readings to measures,
	 * decisions to none: so the plan's tally is no sum of theirs. A measure
	 * has one reading due, its last, once a reporting period of it has gone
	 * by since the plan's began; done when it isn't stale. */
	struct tally section_due[7], plan_due;
	struct tally readings; /* within those of measures, and of the plan */
};

/* percent done, rounded down; NAN where nothing was due */
double tally_percent(struct tally tally);

struct view {
	const struct plan *plan;
	struct date as_of;
	bool as_of_known; /* not only put in the place of one that is broken */
	enum period_state period;
	bool review_past; /* plan.next_review is before as_of */
	struct reason_view *reasons;
	uint32_t *by_volume;      /* indices of reasons, largest first; those
				     that aren't counted at the end */
	uint32_t *by_part;        /* the same, parts before their parents */
	uint32_t counted;         /* reasons that are counted */
	struct channel_view *channels;
	const struct channel *self_service; /* the cheapest; or NULL */
	const struct channel *main_channel; /* that demand.staffing is of: the
					       first voice channel today, else
					       the first on which customers
					       wait; NULL */
	struct segment_view *segments;
	struct hours_view *hours;
	bool *hours_missed; /* of hours: do customers come in vain when they are
			       closed */
	/* the days of hours and coverage: the plan's period; without one, or
	 * with one of more than ten years, 52 weeks from its first day, or from
	 * the as-of day */
	struct date first_day, last_day;
	struct measure_view *measures;
	struct action_view *actions;
	struct event_view *events;
	double contacts;          /* assisted contacts a year: all reasons */
	double contact_cost, contact_revenue;
	double contact_rate;      /* per 100 of activity */
	double failure_share;     /* percent of all contacts; NAN where none
				     tells its demand */
	double planned_failure_share; /* once every target is met */
	double planned_contacts;
	double month_index[12];   /* January first, mean 1: as written, else as
				     the events of the history shape a year;
				     NAN */
	double month_days[12];    /* in the year that the months are of */
	double month_volume[12];  /* contacts a year / 12 x index: they sum to
				     the year */
	double month_part[12];    /* of these by events that the volumes hold,
				     an estimate */
	double month_extra[12];   /* of new events, in the first year of the
				     plan's period: volume of each reason /
				     12 x index x change x share of the month's
				     days, or audience x response a run; the
				     larger where an event tells both. NAN
				     without a period */
	double month_all[12];     /* the volume, and what is known of the extra */
	double months_all;        /* their sum */
	int busiest;              /* month of most in all, 0..11 */
	struct case_view business;
	struct readiness readiness; /* completeness alone; see review.h */
};

/* the busiest interval with that number of agents; all but agents and cost is
 * for a level of the staffing, whose objective counts */
struct staffing_result
staffing_result(const struct staffing_view *staffing,
		const struct staffing_level *level, int agents);

/* a number of agents or employees as outputs show it: 0 stands for unknown */
static inline double
agents_shown(int agents)
{
	return agents ? agents : (double)NAN;
}

/*
 * as_of is the caller's (--as-of), or {0} for the plan's own, or today's.
 * Everything lives in the arena; the plan is borrowed.
 */
struct view *view_make(const struct plan *plan, struct date as_of,
		       struct arena *arena);

/* wanted and offered hours of a channel on the segment's clock, in the week that
 * its coverage shows */
struct week_pair {
	struct week_minutes wanted, offered;
	const struct week *open; /* as the hours tell it */
	bool shifted;            /* the clocks of the two differ */
};

/* false where the coverage is unknown */
bool coverage_weeks(const struct view *view, const struct coverage *coverage,
		    struct week_pair *pair);

/*
 * A reading in the unit (MEASURED_...) of its measure: 26h is 26 in hours and
 * 1560 in minutes. NAN when it is not set, or does not fit the unit.
 */
double reading_in(const struct reading_value *reading, int unit);
/* the same as a time; false where the unit is none */
bool reading_duration(const struct reading_value *reading, int unit,
		      struct duration *duration);

/* tells whether the week that it shows lacks hours: a holiday alone doesn't */
bool coverage_short(const struct view *view, const struct coverage *coverage);

/* hours a week that so many minutes make over the days that the view looks at */
double view_week_hours(const struct view *view, unsigned minutes);

/* the answer that is promised where a message can wait; NULL where none is */
const struct speed *channel_promise(const struct channel *channel);

/* the percent of the hours it wants that is enough for the segment */
double coverage_enough(const struct plan *plan, const struct segment *segment);
/* tells whether it is open too little for its segment, over the days of the
 * period and over those to come */
bool coverage_is_low(const struct plan *plan, const struct coverage *at);

/*
 * When the segment wants the channel and finds it closed, in the week that the
 * coverage shows and on the segment's own clock, as plans write hours: "Mo-Fr
 * 20:00-21:00, Sa 18:00-20:00"; with "..." where a day has more spans than a
 * reader takes in, and the segment's zone where that isn't the plan's. A worst
 * stretch has its dates, behind what the standard week lacks where that is
 * another. Days are named as in the language. Nothing where nothing is closed,
 * or the hours are unknown.
 */
void coverage_closed(struct buf *buf, const struct language *language,
		     const struct view *view, const struct coverage *at);
/* the same of the hours in which no assisted current channel is open */
void segment_closed(struct buf *buf, const struct language *language,
		    const struct view *view, const struct segment_view *at);
/* the same of the hours in which a channel is open, and neither the one that
 * its route to a person leads to nor the one after hours; on its own clock */
void route_closed(struct buf *buf, const struct language *language,
		  const struct view *view, const struct channel *channel);
/* the same of the hours outside one set in which the other is closed too; on
 * the clock of the first */
void hours_closed(struct buf *buf, const struct language *language,
		  const struct view *view, const struct hours *hours,
		  const struct hours *other);

/* can the key exist in the object? Where that isn't certain it can. */
bool view_asks(const struct view *view, const struct object *object,
	       const struct field *field);
/* settings.NAME of the plan, or the house default */
#define SETTING_OF(plan, name)                                          \
	setting_value((plan), offsetof(struct settings, name))
double setting_value(const struct plan *plan, size_t offset);

/* Sets the mark of each reason whose parent has it. */
void reasons_hand_down(const struct view *view, bool *marks);

/* months between two runs of the event; 0: it does not come again */
int event_step(const struct event *event);

/*
 * The first run of the event that is not over on the day, with repeats; false
 * when there is none, or its dates are not told.
 */
bool event_run(const struct event *event, struct date day, struct date *start,
	       struct date *end);

#endif
